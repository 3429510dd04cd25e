"""From a board's name to adverts kept: fetched because the person asked, read, and each kept once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from seasoned.boards.discovery import board_of
from seasoned.boards.fetching import Fetcher
from seasoned.boards.reading import Fetched, fetch
from seasoned.documents.document import LIMITS, Document
from seasoned.journeys.workspace import Added, keep_adverts, my_content
from seasoned.market.posting import Posting
from seasoned.market.reading import read_posting
from seasoned.market.structured import Fields
from seasoned.skills.finding import finder_for
from seasoned.store import places, postings
from seasoned.store.versions import together


@dataclass(frozen=True, slots=True, kw_only=True)
class Parted:
    """Adverts that were read: new or unchanged, changed on their board, and changed by the person."""

    fresh: tuple[Posting, ...]
    renewed: tuple[Posting, ...]
    touched: tuple[Posting, ...]


def is_source(named: str) -> bool:
    """Whether a name means a board or an address and no file. Raises UnknownId for no board."""
    return board_of(named) is not None


def fetched(sources: Sequence[str], *, allow_private: bool = False) -> Fetched:
    """What the sources give now; nothing is kept but copies of their answers, to ask for less."""
    with Fetcher(cache=places.cache_folder() / "boards", allow_private=allow_private) as fetcher:
        return fetch(sources, fetcher.get)


def add_fetched(
    person: int, sources: Sequence[str], *, at: date, allow_private: bool = False
) -> Added:
    """Fetch, read and keep the adverts of the sources; one that fails is a problem in the answer."""
    return keep_fetched(person, fetched(sources, allow_private=allow_private), at=at)


def keep_fetched(person: int, found: Fetched, *, at: date) -> Added:
    """Read and keep what sources gave.

    An advert that its board has changed takes the place of the earlier one, which stays in its
    history; where the person had changed that one, theirs is kept. Those that were open until a day
    before ``at`` are left out.
    """
    past = [one for one in found.adverts if not _open(one[1], at)]
    read = _read([one for one in found.adverts if _open(one[1], at)], at)
    with together():
        parted = _parted(person, read)
        for posting in parted.renewed:
            postings.edit_posting(person, posting.id, posting)
        added = keep_adverts(person, parted.fresh, [str(problem) for problem in found.problems])
    return replace(
        added,
        known_before=added.known_before + len(parted.renewed) + len(parted.touched),
        notes=tuple(_notes(found, past, parted)),
    )


def _notes(found: Fetched, past: Sequence[tuple[str, Fields]], parted: Parted) -> Iterable[str]:
    """What is worth saying and nothing wrong."""
    for source in found.cut:
        yield f"{source} lists more adverts than are read at once; only the first were."
    for source in found.empty:
        yield f"{source} lists no open advert."
    for source in dict.fromkeys(source for source, _ in past):
        count = sum(one == source for one, _ in past)
        yield f"{source}: {count} past their last day, left out."
    for posting in parted.renewed:
        yield f"{posting.id} has changed on its board and was read anew."
    for posting in parted.touched:
        yield f"{posting.id} has changed on its board; you changed yours, which is kept."


def _open(advert: Fields, at: date) -> bool:
    return advert.until is None or advert.until >= at


def _read(adverts: Iterable[tuple[str, Fields]], at: date) -> list[Posting]:
    skills = my_content().skills
    finder = finder_for(skills)

    def read(source: str, fields: Fields) -> Posting:
        text = fields.text[: LIMITS.characters]
        posting = read_posting(
            Document(text=text, kind="record", name=source),
            skills=skills,
            finder=finder,
            structured=replace(fields, text=text, id=_key(source, fields.id)),
            source=source,
            at=at,
        )
        return posting if posting.company else replace(posting, company=_company(source))

    return [read(source, fields) for source, fields in adverts]


def _key(source: str, id: str) -> str:
    """An id of a board's making as a slug; empty for ids that two sources may both give."""
    found = board_of(source)
    own = found is not None and id.startswith(f"{found[0].name}-")
    return re.sub(r"[^a-z0-9]+", "-", id.lower()).strip("-")[:_LONGEST_KEY] if own else ""


_LONGEST_KEY = 110
"""Letters of an id; the table has room for 120, and a number may come behind."""


def _company(source: str) -> str:
    """A company as its board's address names it, where neither a field nor the text does."""
    found = board_of(source)
    if found is None or found[0].local or found[1].startswith("http"):
        return ""
    name = found[1].removeprefix("eu/").split("/")[0]
    return " ".join(re.split(r"[-_ .]+", name)).title()


def _parted(person: int, read: Iterable[Posting]) -> Parted:
    known = {one.id: one for one in postings.list_postings(person, archived=True)}
    changed = [one for one in read if one.id in known and known[one.id].text != one.text]
    touched = [one for one in changed if _is_touched(person, one.id)]
    return Parted(
        fresh=tuple(one for one in read if one not in changed),
        renewed=tuple(one for one in changed if one not in touched),
        touched=tuple(touched),
    )


def _is_touched(person: int, key: str) -> bool:
    """Whether a person made a version of the advert: a board's versions each bring another text."""
    texts = [version.text for version in postings.posting_history(person, key)]
    return any(one == other for one, other in pairwise(texts))
