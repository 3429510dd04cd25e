"""From a board's name to adverts kept: fetched because the person asked, read, and each kept once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from seasoned.boards.discovery import board_of
from seasoned.boards.fetching import Fetcher
from seasoned.boards.reading import Fetched, fetch
from seasoned.documents.document import LIMITS, Document
from seasoned.journeys.workspace import Added, keep_adverts, my_content
from seasoned.market.posting import Posting
from seasoned.market.reading import read_posting
from seasoned.market.structured import Fields
from seasoned.skills.finding import finder_for
from seasoned.store import places


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
    found = fetched(sources, allow_private=allow_private)
    content = my_content()
    finder = finder_for(content.skills)

    def read(source: str, fields: Fields) -> Posting:
        text = fields.text[: LIMITS.characters]
        return read_posting(
            Document(text=text, kind="record", name=source),
            skills=content.skills,
            finder=finder,
            structured=replace(fields, text=text),
            source=source,
            at=at,
        )

    postings = [read(source, fields) for source, fields in found.adverts]
    return keep_adverts(person, postings, [str(problem) for problem in found.problems])
