"""Reading the labelled adverts and comparing with what a person said of them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from seasoned.documents.reading import read_document
from seasoned.errors import ContentError, InputError
from seasoned.journeys.content import load_content
from seasoned.market.label import labelled
from seasoned.market.reading import read_posting
from seasoned.market.scoring import Canon, Miss, Score, misses, score
from seasoned.skills.finding import finder_for


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """Figures of the reader, and each difference."""

    score: Score
    misses: tuple[Miss, ...]


def scored(folder: Path | None = None) -> Scored:
    """Figures over the labelled adverts that come along, or over those of a folder.

    Raises
    ------
    ContentError
        A label cannot be read; every one is named.
    InputError
        The folder holds no label.
    """
    skills = load_content().skills
    finder = finder_for(skills)
    found, problems = labelled(folder)
    if problems:
        raise ContentError(problems)
    if not found:
        raise InputError(
            f"{folder or 'The package'} holds no labelled adverts; put advert.txt and advert.toml "
            "side by side, as docs/reference/labelling.md describes."
        )
    pairs = [
        (read_posting(read_document(path), skills=skills, finder=finder), label)
        for path, label in found
    ]
    canon = Canon(skills)
    return Scored(score=score(pairs, canon), misses=misses(pairs, canon))
