"""Corpora for the faces: read adverts into columns, and the columns to count on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from seasoned.errors import InputError, InvalidValue
from seasoned.journeys.naming import known
from seasoned.journeys.workspace import my_content
from seasoned.market.corpus.columns import frame_of
from seasoned.market.corpus.opening import Adverts, Only, adverts_of
from seasoned.market.corpus.reading import Corpus, Progress, read_corpus
from seasoned.market.corpus.runners import Runner, here
from seasoned.market.corpus.runners import processes as by_processes

if TYPE_CHECKING:
    from polars import DataFrame


def read_adverts(
    inputs: Sequence[str],
    out: str,
    *,
    at: date,
    text: bool = False,
    anew: bool = False,
    runner: Runner | None = None,
    progress: Callable[[Progress], None] = lambda _: None,
) -> Corpus:
    """Read adverts with the person's own content; raises as ``read_corpus`` does."""
    content = my_content()
    return read_corpus(
        inputs,
        out,
        skills=content.skills,
        fingerprint=content.fingerprint,
        at=at,
        text=text,
        anew=anew,
        runner=runner,
        progress=progress,
    )


def runner_of(*, processes: int | None, ray: bool, address: str | None) -> Runner | None:
    """The runner that was asked for; None leaves the choice to ``read_corpus``."""
    if ray:
        from seasoned.market.corpus.on_ray import on_ray

        return on_ray(address)
    if processes is None:
        return None
    return here if processes == 1 else by_processes(processes)


def adverts_from(
    person: Callable[[], int],
    files: Sequence[str],
    *,
    only: Sequence[Only] = (),
    since: date | None = None,
    until: date | None = None,
    repeats: bool = False,
) -> Adverts:
    """Adverts of these files, or the person's own kept ones where none is named.

    Raises InputError, and as ``adverts_of`` does.
    """
    source = files or _own(person())
    return adverts_of(source, only=only, since=since, until=until, repeats=repeats)


def only_from(typed: str) -> Only:
    """``workplace=remote,hybrid`` as a choice of adverts. Raises InvalidValue."""
    column, sign, values = typed.partition("=")
    if not sign or not values.strip():
        raise InvalidValue("only", typed, "written like workplace=remote or skill=python,sql")
    return Only(column=column.strip().lower(), values=tuple(values.split(",")))


def sides_from(files: Sequence[str], split: str) -> tuple[Side, Side]:
    """Two groups of adverts to compare: two files, or two slices. Raises InputError."""
    if not split:
        if len(files) != 2:
            raise InputError(
                "Name two corpora, or one (or none, for your own adverts) and --split, as in: "
                "seasoned market compare A.parquet --split workplace=remote."
            )
        return Side(files[0], files[:1]), Side(files[1], files[1:])
    column, _, values = split.partition("=")
    first, slash, second = values.partition("/")
    one = only_from(f"{column}={first}")
    if slash:
        return Side(first, files, one), Side(second, files, only_from(f"{column}={second}"))
    return Side(first, files, one), Side("the rest", files, replace(one, inverted=True))


@dataclass(frozen=True, slots=True)
class Side:
    """One of two groups of adverts: what it is called, its files, and which adverts of them."""

    name: str
    files: Sequence[str]
    only: Only | None = None


def _own(person: int) -> DataFrame:
    from seasoned.store.postings import list_postings

    postings = list_postings(person)
    if not postings:
        raise InputError(
            "You keep no adverts yet; name a file that market read wrote, or add some with: "
            "seasoned posting add FILE."
        )
    return frame_of(postings)


def names_of(by: str) -> dict[str, str]:
    """How things of a kind are called: skills by their names, anything else as it is."""
    if by != "skill":
        return {}
    return {key: skill.name for key, skill in my_content().skills.items()}


def known_name(by: str, typed: str) -> str:
    """The skill that was meant, by its id or name; other kinds as typed. Raises UnknownId."""
    if by != "skill":
        return typed
    skills = my_content().skills
    by_name = {skill.name.casefold(): key for key, skill in skills.items()}
    return (
        typed if typed in skills else by_name.get(typed.casefold()) or known("skill", typed, skills)
    )
