"""How well adverts are read: what the reader says against what a careful person said.

Counts are pooled over adverts (micro averages). A name that no label of the set holds counts as
wrong in ``strict`` figures and is left out in the others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from seasoned.market.label import Label
from seasoned.market.posting import ROLE_KINDS, Posting, Strength
from seasoned.skills.finding import names_of
from seasoned.skills.skill import Skill

_DEGREES = {"": "none", "first": "first", "higher": "higher", "doctorate": "doctorate"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlap:
    """Names found against names labelled: how many agree, and how many each side holds."""

    both: int
    found: int
    labelled: int

    @property
    def precision(self) -> float:
        """Share of the found names that are labelled."""
        return self.both / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Share of the labelled names that are found."""
        return self.both / self.labelled if self.labelled else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.found + self.labelled
        return 2 * self.both / total if total else 1.0

    def __add__(self, other: Overlap) -> Overlap:
        """Counts of both together."""
        return Overlap(
            both=self.both + other.both,
            found=self.found + other.found,
            labelled=self.labelled + other.labelled,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """How many of how many were right."""

    right: int
    of: int

    @property
    def share(self) -> float:
        """Right over all; one where there was nothing to get right."""
        return self.right / self.of if self.of else 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Figures of a reader over a labelled set."""

    adverts: int
    names: Overlap
    names_strict: Overlap
    required: Overlap
    preferred: Overlap
    told_apart: Share
    choices: Share
    found_where_nothing_is_asked: int
    asks_nothing: Share
    years: Share
    degree: Share
    workplace: Share
    pay: Share
    pay_invented: int
    seniority: Share
    visa: Share
    mix_distance: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Miss:
    """One place where reader and label differ, for whoever mends the reader."""

    advert: str
    what: str
    labelled: str
    read: str


class Canon:
    """Names in one spelling: those of the vocabulary by any of its written forms."""

    def __init__(self, skills: Mapping[str, Skill]) -> None:
        self._names = names_of(skills)

    def __call__(self, name: str) -> str:
        """The canonical name in small letters; the name itself where the vocabulary lacks it."""
        return self._names(name).casefold()


def score(pairs: Sequence[tuple[Posting, Label]], canon: Canon) -> Score:
    """Figures over adverts as read and as labelled."""
    universe = {canon(name) for _, label in pairs for kind in _LISTS for name in label.names(kind)}
    return Score(
        adverts=len(pairs),
        names=_summed(
            _overlap(p.required + p.preferred, x, _ASKED, canon, universe) for p, x in pairs
        ),
        names_strict=_summed(
            _overlap(p.required + p.preferred, x, _ASKED, canon) for p, x in pairs
        ),
        required=_summed(_overlap(p.required, x, ("required",), canon, universe) for p, x in pairs),
        preferred=_summed(
            _overlap(p.preferred, x, ("preferred",), canon, universe) for p, x in pairs
        ),
        told_apart=_told_apart(pairs, canon),
        choices=_choices(pairs, canon),
        found_where_nothing_is_asked=sum(
            len(p.required + p.preferred) for p, x in pairs if x.asks_nothing
        ),
        asks_nothing=_share(pairs, lambda p, x: p.asks_nothing == x.asks_nothing),
        years=_share(pairs, lambda p, x: p.years_required == x.years),
        degree=_share(pairs, lambda p, x: _DEGREES[p.degree_required] == x.degree),
        workplace=_share(pairs, lambda p, x: p.workplace == x.workplace),
        pay=_share([(p, x) for p, x in pairs if x.pay_low is not None], _same_pay),
        pay_invented=sum(p.salary is not None and x.pay_low is None for p, x in pairs),
        seniority=_share(pairs, lambda p, x: p.seniority == x.seniority),
        visa=_share(pairs, lambda p, x: p.visa == x.visa),
        mix_distance=_mix_distance(pairs),
    )


_LISTS = ("required", "preferred", "duties", "not_asked")
_ASKED = ("required", "preferred")


def misses(pairs: Sequence[tuple[Posting, Label]], canon: Canon) -> tuple[Miss, ...]:
    """Every difference between reader and label, advert by advert."""
    return tuple(miss for posting, label in pairs for miss in _misses(posting, label, canon))


def _misses(posting: Posting, label: Label, canon: Canon) -> Iterable[Miss]:
    for what, read in (("required", posting.required), ("preferred", posting.preferred)):
        wanted, got = {canon(n) for n in label.names(what)}, {canon(n) for n in read}
        if wanted != got:
            lacking, extra = ", ".join(sorted(wanted - got)), ", ".join(sorted(got - wanted))
            yield Miss(advert=label.id, what=what, labelled=lacking, read=extra)
    told = (
        ("years", label.years, posting.years_required),
        ("degree", label.degree.value, _DEGREES[posting.degree_required]),
        ("workplace", label.workplace, posting.workplace),
        ("seniority", label.seniority, posting.seniority),
        ("visa", label.visa, posting.visa),
        ("asks nothing", label.asks_nothing, posting.asks_nothing),
    )
    for what, wants, has in told:
        if wants != has:
            yield Miss(advert=label.id, what=what, labelled=str(wants), read=str(has))
    if (label.pay_low is None) != (posting.salary is None) or not _same_pay(posting, label):
        yield Miss(advert=label.id, what="pay", labelled=_pay(label), read=str(_paid(posting)))


def _overlap(
    read: Iterable[str],
    label: Label,
    lists: Sequence[str],
    canon: Canon,
    universe: set[str] | None = None,
) -> Overlap:
    wanted = {canon(name) for kind in lists for name in label.names(kind)}
    got = {canon(name) for name in read}
    if universe is not None:
        got &= universe
    return Overlap(both=len(wanted & got), found=len(got), labelled=len(wanted))


def _summed(parts: Iterable[Overlap]) -> Overlap:
    return sum(parts, Overlap(both=0, found=0, labelled=0))


def _share(
    pairs: Sequence[tuple[Posting, Label]], right: Callable[[Posting, Label], bool]
) -> Share:
    return Share(right=sum(right(posting, label) for posting, label in pairs), of=len(pairs))


def _told_apart(pairs: Sequence[tuple[Posting, Label]], canon: Canon) -> Share:
    """Of the asked names that were found as asked, how many have the strength of the label."""
    right = of = 0
    for posting, label in pairs:
        required = {canon(name) for name in posting.required}
        preferred = {canon(name) for name in posting.preferred}
        for kind, same in (("required", required), ("preferred", preferred)):
            wanted = {canon(name) for name in label.names(kind)}
            right += len(wanted & same)
            of += len(wanted & (required | preferred))
    return Share(right=right, of=of)


def _choices(pairs: Sequence[tuple[Posting, Label]], canon: Canon) -> Share:
    """Of the labelled alternatives, how many were kept together, at least two of them."""
    right = of = 0
    for posting, label in pairs:
        groups: dict[int, set[str]] = {}
        for one in posting.named:
            if one.choice and one.strength in (Strength.REQUIRED, Strength.PREFERRED):
                groups.setdefault(one.choice, set()).add(canon(one.term))
        for choice in label.choices:
            wanted = {canon(name) for name in choice}
            if len(wanted) > 1:
                of += 1
                right += any(len(wanted & group) > 1 for group in groups.values())
    return Share(right=right, of=of)


def _same_pay(posting: Posting, label: Label) -> bool:
    high = label.pay_high if label.pay_high != label.pay_low else None
    wanted = (label.pay_low, high, label.pay_currency, label.pay_period)
    return label.pay_low is None or _paid(posting) == wanted


def _paid(posting: Posting) -> tuple[float, float | None, str, str] | None:
    pay = posting.salary
    return (pay.low, pay.high, pay.currency, pay.period) if pay else None


def _pay(label: Label) -> str:
    return str((label.pay_low, label.pay_high, label.pay_currency, label.pay_period))


def _mix_distance(pairs: Sequence[tuple[Posting, Label]]) -> float:
    """Mean total variation distance of the role mixes, 0 to 1, where both tell one."""
    distances = []
    for posting, label in pairs:
        if label.mix and posting.role_mix:
            read = {part.role: part.share for part in posting.role_mix}
            distances.append(
                sum(abs(read.get(k, 0) - label.mix.get(k, 0)) for k in ROLE_KINDS) / 200
            )
    return sum(distances) / len(distances) if distances else 0.0
