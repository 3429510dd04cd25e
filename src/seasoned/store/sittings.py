"""Tests as they are kept: each begun and ended by a version, each answer appended as it is given."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

from django.db import IntegrityError, connection, transaction

from seasoned.assessment.sitting import Mode, Response, Sitting
from seasoned.store import versions
from seasoned.store.rows import plain, value_from
from seasoned.store.tables import ResponseRow, SittingVersion

WHAT = "test"


def add_sitting(person: int, sitting: Sitting) -> str:
    """Store a test that begins; returns its id."""
    return versions.add(SittingVersion, person, plain(sitting), prefix="test")


def change_sitting(person: int, key: str, edit: Callable[[Sitting], Sitting]) -> Sitting:
    """The test after an edit of its newest version. Raises UnknownId when there is no such test."""

    def edited(body: dict[str, Any]) -> dict[str, Any]:
        changed: dict[str, Any] = plain(edit(value_from(Sitting, body)))
        return changed

    return value_from(Sitting, versions.change(SittingVersion, person, key, edited, what=WHAT))


def list_sittings(person: int) -> tuple[Sitting, ...]:
    """Every test of a person, in the order in which they were begun."""
    return tuple(value_from(Sitting, row.body) for row in versions.current(SittingVersion, person))


def load_sitting(person: int, key: str) -> Sitting:
    """One test. Raises UnknownId with the nearest id."""
    return value_from(Sitting, versions.newest(SittingVersion, person, key, what=WHAT).body)


def open_sitting(person: int) -> Sitting | None:
    """The newest test that has not ended, or None."""
    still = [sitting for sitting in list_sittings(person) if sitting.open]
    return still[-1] if still else None


def add_response(person: int, response: Response, *, counts: bool) -> bool:
    """Append an answer; False when this question of the test has one already, which then stays."""
    try:
        with transaction.atomic():
            versions.locked(person)
            ResponseRow.objects.create(
                person_id=person,
                sitting=response.sitting,
                number=response.number,
                item=response.item,
                counts=counts,
                body=plain(response),
            )
    except IntegrityError:
        return False
    return True


def list_responses(person: int, sitting: str = "") -> tuple[Response, ...]:
    """Answers of one test, or of all, in the order given."""
    rows = ResponseRow.objects.filter(person_id=person).order_by("pk")
    mine = rows.filter(sitting=sitting) if sitting else rows
    return tuple(value_from(Response, row.body) for row in mine)


def exposures() -> tuple[dict[str, int], int]:
    """In how many tests each item was answered by anybody here, and how many tests there were.

    Numbers only: whose they are is not read.
    """
    rows = ResponseRow.objects.filter(counts=True)
    counts: Counter[str] = Counter(rows.values_list("item", flat=True))
    begun = SittingVersion.objects.filter(number=1).exclude(body__mode=Mode.PRACTICE.value)
    return dict(counts), begun.count()


def all_responses() -> tuple[tuple[int, Response], ...]:
    """Every answer given in a test here, with a number for its person that means nothing elsewhere."""
    rows = ResponseRow.objects.filter(counts=True).order_by("pk")
    numbers: dict[int, int] = {}
    return tuple(
        (numbers.setdefault(row.person_id, len(numbers)), value_from(Response, row.body))
        for row in rows
    )


def is_shared() -> bool:
    """Whether this store serves a team: then items are guarded against wearing out."""
    return connection.vendor == "postgresql"
