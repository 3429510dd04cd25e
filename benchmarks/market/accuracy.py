"""How well names and fields are found on the labelled adverts, by us, by peers and by naive rules."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from pathlib import Path

from benchmarks.market import naive
from benchmarks.market.running import Answer
from seasoned.documents.document import Document
from seasoned.documents.reading import read_document
from seasoned.market.label import Label, labelled
from seasoned.market.posting import Named, Posting, Span, Strength
from seasoned.market.reading import read_posting
from seasoned.market.scoring import Canon, Score, score
from seasoned.skills.finding import Finder
from seasoned.skills.folding import fold
from seasoned.skills.skill import Skill

HERE = Span(start=0, end=0, quote="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Advert:
    """One labelled advert: as it was given, and its plain text."""

    id: str
    given: str
    document: Document
    label: Label

    @property
    def is_page(self) -> bool:
        """Whether it came as HTML."""
        return self.document.kind == "html"


@dataclass(frozen=True, slots=True, kw_only=True)
class Naive:
    """Shares that are right by one expression a field, and by calling every name a must."""

    years: float
    degree: float
    workplace: float
    told_apart: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a tool's names are worth: F1 of asked names, and on how many adverts."""

    adverts: int
    failed: int
    f1: float
    f1_strict: float
    precision: float
    recall: float
    f1_required: float


def adverts_of(folder: Path | None) -> tuple[Advert, ...]:
    """The labelled set of the package, or of a folder."""
    found, problems = labelled(folder)
    if problems or not found:
        raise SystemExit(f"The labelled set cannot be used: {problems or 'it is empty'}")
    return tuple(
        Advert(
            id=label.id,
            given=path.read_text(encoding="utf-8"),
            document=read_document(path),
            label=label,
        )
        for path, label in found
    )


def read_by_us(
    adverts: Sequence[Advert], skills: Mapping[str, Skill], finder: Finder
) -> list[tuple[Posting, Label]]:
    """Each advert as our reader reads it."""
    return [
        (read_posting(one.document, skills=skills, finder=finder), one.label) for one in adverts
    ]


def naive_of(
    adverts: Sequence[Advert], ours: Sequence[tuple[Posting, Label]], canon: Canon
) -> Naive:
    """The baselines; "all required" is over the names that our reader finds as asked."""
    flat = [(_required(p.id, (*p.required, *p.preferred)), label) for p, label in ours]
    return Naive(
        years=_share([naive.years_of(a.document.text) == a.label.years for a in adverts]),
        degree=_share([naive.degree_of(a.document.text) == a.label.degree for a in adverts]),
        workplace=_share(
            [naive.workplace_of(a.document.text) == a.label.workplace for a in adverts]
        ),
        told_apart=score(flat, canon).told_apart.share,
    )


def found_by(
    adverts: Sequence[Advert],
    answers: Sequence[Answer],
    canon: Canon,
    *,
    entries_of: Set[str] = frozenset(),
) -> Found:
    """A tool's names against the labels; all of them count as required.

    ``entries_of``: the tool gives ESCO's entries, in which label, synonyms and description run
    together; of each, the longest beginning among these forms is its name.
    """
    said = {answer.id: answer for answer in answers}
    pairs = []
    for advert in adverts:
        if advert.id in said:
            names = said[advert.id].names
            if entries_of:
                names = tuple(beginning(one, entries_of) for one in names)
            pairs.append((_required(advert.id, names), advert.label))
    told: Score = score(pairs, canon)
    return Found(
        adverts=len(pairs),
        failed=sum(bool(one.error) for one in answers),
        f1=told.names.f1,
        f1_strict=told.names_strict.f1,
        precision=told.names_strict.precision,
        recall=told.names_strict.recall,
        f1_required=told.required.f1,
    )


def _required(id: str, names: Sequence[str]) -> Posting:
    named = (Named(term=one, skill="", strength=Strength.REQUIRED, span=HERE) for one in names)
    return Posting(id=id, title="", text="", named=tuple(named))


def beginning(entry: str, known: Set[str]) -> str:
    """The longest beginning of an entry that is a known form, else its first three words.

    Examples
    --------
    >>> beginning("machine learning ML the study of", {"machine", "machine learning"})
    'machine learning'
    """
    words = entry.replace("(computer programming)", " ").split()
    starts = (" ".join(words[:count]) for count in range(min(6, len(words)), 0, -1))
    return next((one for one in starts if fold(one) in known), " ".join(words[:3]))


def forms_of(skills: Mapping[str, Skill]) -> frozenset[str]:
    """Every written form of our vocabulary, folded."""
    terms = (term for skill in skills.values() for term in skill.terms)
    return frozenset(fold(form) for term in terms for form in term.surfaces)


def _share(right: Sequence[bool]) -> float:
    return sum(right) / len(right)
