"""Evidence as it is typed: options to values, and JSON from standard input to values."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

import click

from seasoned.cli.options import Day, ThingId, today_or
from seasoned.errors import InvalidValue
from seasoned.journeys.content import Content
from seasoned.journeys.naming import expectation_words, known, rating_from
from seasoned.profile.evidence import Audience, Evidence, Observation
from seasoned.profile.sense import sensible

F = TypeVar("F", bound=Callable[..., Any])

OPTIONS = (
    click.option(
        "--skill",
        "skills",
        multiple=True,
        metavar="SKILL=LEVEL",
        help="A skill it shows and at which level, 0 to 5; give as many as it shows.",
    ),
    click.option("--title", default=None, help="What it is called."),
    click.option("--on", "at", type=Day(), default=None, metavar="DATE", help="When it happened."),
    click.option("--source", default=None, help="Where, or for whom."),
    click.option("--quote", default=None, help="Words that say it."),
    click.option(
        "--detail",
        "details",
        multiple=True,
        metavar="NAME=VALUE",
        help="What its kind asks for: metric=latency, before=300, after=120, users=12 ...",
    ),
    click.option(
        "--expectation",
        "expectations",
        multiple=True,
        type=ThingId("expectations"),
        metavar="ID",
        help="An expectation of a ladder that it shows.",
    ),
    click.option(
        "--audience",
        type=click.Choice([a.value for a in Audience]),
        default=None,
        help="Who may see it; you alone unless you say otherwise.",
    ),
)


def evidence_options(function: F) -> F:
    """The fields of a piece of evidence as options."""
    for option in reversed(OPTIONS):
        function = option(function)
    return function


def with_fields(evidence: Evidence, content: Content, fields: Mapping[str, Any]) -> Evidence:
    """The piece with the given fields changed; fields that were not given stay."""
    plain = {
        name: fields[name]
        for name in ("title", "at", "source", "quote")
        if fields.get(name) is not None
    }
    if fields.get("audience"):
        plain["audience"] = Audience(fields["audience"])
    if fields.get("skills"):
        plain["observations"] = observed(content, fields["skills"])
    if fields.get("expectations"):
        words = expectation_words(content)
        plain["expectations"] = tuple(
            known("expectation", e, words) for e in fields["expectations"]
        )
    plain["details"] = {**evidence.details, **detailed(fields.get("details", ()))}
    return replace(evidence, **plain)


def observed(content: Content, typed: Sequence[str]) -> tuple[Observation, ...]:
    """Observations from ``python=3``. Raises UnknownId or InvalidValue."""
    pairs = (rating_from(content.skills, one) for one in typed)
    return tuple(Observation(skill=skill, level=level) for skill, level in pairs)


def detailed(typed: Sequence[str]) -> dict[str, str]:
    """Details from ``users=12``. Raises InvalidValue when there is no equals sign."""
    found = {}
    for one in typed:
        name, sign, value = one.partition("=")
        if not sign or not name.strip():
            raise InvalidValue("detail", one, "written like users=12")
        found[name.strip()] = value.strip()
    return found


def pieces_from_json(text: str, content: Content, *, at: date) -> list[Evidence]:
    """Evidence from a JSON object or list of them. Raises InvalidValue for what is no such thing."""
    from seasoned.store.rows import value_from

    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        raise InvalidValue("standard input", text[:40], f"JSON ({error})") from None
    found = []
    for number, one in enumerate(data if isinstance(data, list) else [data]):
        if not isinstance(one, dict) or "kind" not in one:
            raise InvalidValue(f"item {number}", one, "an object with a kind")
        found.append(value_from(Evidence, {"id": "", "at": at.isoformat(), **one}))
        checked(found[-1], content)
    return found


def checked(evidence: Evidence, content: Content) -> Evidence:
    """The piece itself, when its kind, skills and expectations exist and it makes sense.

    Raises UnknownId or InvalidValue.
    """
    known("kind of evidence", evidence.kind, content.kinds)
    for observation in evidence.observations:
        known("skill", observation.skill, content.skills)
    for name in evidence.expectations:
        known("expectation", name, expectation_words(content))
    return sensible(evidence, today=today_or(None))
