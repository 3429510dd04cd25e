"""Offers side by side: scores under stated weights, and how much a weight must move to turn them.

A plain weighted mean, on purpose: everybody can check it by hand. What it hides, a winner that
hangs on one weight, is said beside it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from math import inf

from seasoned.errors import InvalidValue
from seasoned.market.posting import Posting, Salary, Span
from seasoned.planning.constraints import A_YEAR, WORKPLACES, Constraints, failed

MOST = 10.0
"""Scores run from 0 to 10."""

MIDDLE = MOST / 2
"""What a score that was not given counts as; the range beside the total says what it could be."""

STEP = 0.1
"""The change of a weight that is tried on each: a tenth more, and a tenth less."""

LEVEL = 1e-9
"""Totals nearer than this are level."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A job that was offered.

    ``scores``: from 0 to 10 on criteria that the person names. ``posting``: id of the advert it
    came from. ``pay`` in ``currency`` a ``period``. ``visa``: offered, not offered or empty.
    """

    id: str
    company: str
    title: str = ""
    posting: str = ""
    location: str = ""
    workplace: str = ""
    pay: float = 0.0
    currency: str = ""
    period: str = "year"
    visa: str = ""
    scores: dict[str, float] = field(default_factory=dict)
    note: str = ""
    at: date | None = None

    def __post_init__(self) -> None:
        if not self.company.strip():
            raise InvalidValue("company", self.company, "the name of who offers")
        if self.workplace and self.workplace not in WORKPLACES:
            raise InvalidValue("workplace", self.workplace, f"one of {', '.join(WORKPLACES)}")
        if not 0 <= self.pay < inf:
            raise InvalidValue("pay", self.pay, "a sum of 0 or more")
        if self.pay and not self.currency:
            raise InvalidValue("currency", self.currency, "named with the pay, like EUR")
        if self.period not in A_YEAR:
            raise InvalidValue("period", self.period, f"one of {', '.join(A_YEAR)}")
        for criterion, score in self.scores.items():
            if not 0 <= score <= MOST:
                raise InvalidValue(criterion, score, "a score from 0 to 10")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """An offer with its total from 0 to 10.

    ``low``, ``high``: the total if every score that was not given were 0 or 10. ``parts``: what
    each criterion adds. ``excluded``: hard constraints that it fails, in words.
    """

    offer: Offer
    total: float
    low: float
    high: float
    parts: dict[str, float]
    missing: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sensitivity:
    """What moving one weight does to who leads.

    ``share``: of all weights, from 0 to 1. ``more``, ``less``: ids of those who lead with the
    weight a tenth larger and a tenth smaller. ``turns_at``: the weight nearest to the stated one
    from which on another offer leads, None where no weight does; ``change`` is that as a part of
    the stated weight (None for a weight of 0), ``rival`` who leads then.
    """

    criterion: str
    weight: float
    share: float
    more: tuple[str, ...]
    less: tuple[str, ...]
    flips: bool
    turns_at: float | None
    change: float | None
    rival: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """Offers under stated weights: possible ones first, the best on top.

    ``leaders``: ids of the best; more than one are level, none where nothing is possible.
    """

    weights: dict[str, float]
    ranked: tuple[Ranked, ...]
    leaders: tuple[str, ...]
    sensitivity: tuple[Sensitivity, ...]
    words: str

    @property
    def flips(self) -> bool:
        """Whether a tenth more or less of some weight changes who leads."""
        return any(one.flips for one in self.sensitivity)


def compare_offers(
    offers: Sequence[Offer],
    weights: Mapping[str, float],
    *,
    constraints: Constraints | None = None,
    postings: Mapping[str, Posting] | None = None,
) -> Compared:
    """Offers under the person's weights; those that fail a hard constraint cannot lead.

    ``postings``: adverts by id, which say what an offer leaves open. Raises InvalidValue for
    weights that are negative or all 0.

    Examples
    --------
    >>> scores = {"north": {"people": 9.0, "pay": 5.0}, "south": {"people": 6.0, "pay": 9.0}}
    >>> two = [Offer(id=name, company=name.title(), scores=s) for name, s in scores.items()]
    >>> compare_offers(two, {"people": 3, "pay": 2.1}).words
    'North leads, but a tenth of the weight of people, pay turns it.'
    """
    stated = checked_weights(weights)
    wanted = constraints or Constraints()
    found = [_ranked(one, stated, wanted, postings or {}) for one in offers]
    found.sort(key=lambda one: (bool(one.excluded), -one.total, one.offer.id))
    possible = [one.offer for one in found if not one.excluded]
    leaders = _leaders(possible, stated)
    turns = tuple(_sensitivity(name, possible, stated, leaders) for name in stated)
    return Compared(
        weights=stated,
        ranked=tuple(found),
        leaders=leaders,
        sensitivity=turns if len(possible) > 1 else (),
        words=_words(found, leaders, turns if len(possible) > 1 else ()),
    )


def checked_weights(weights: Mapping[str, float]) -> dict[str, float]:
    """The weights themselves. Raises InvalidValue for none above 0, or one below."""
    for name, weight in weights.items():
        if not 0 <= weight < inf:
            raise InvalidValue(name, weight, "a weight of 0 or more")
    if not sum(weights.values()) > 0:
        raise InvalidValue("weights", dict(weights), "named, with one above 0, like people=3")
    return dict(weights)


def failed_by(offer: Offer, constraints: Constraints, posting: Posting | None) -> tuple[str, ...]:
    """The hard constraints that an offer fails; its advert says what it leaves open itself."""
    base = posting or Posting(id=offer.id, title=offer.title, text="")
    nowhere = Span(start=0, end=0, quote="")
    pay = Salary(
        low=offer.pay, high=None, currency=offer.currency, period=offer.period, span=nowhere
    )
    whole = replace(
        base,
        location=offer.location or base.location,
        workplace=offer.workplace or base.workplace,
        salary=pay if offer.pay else base.salary,
        visa=offer.visa or base.visa,
    )
    return failed(whole, constraints)


def _ranked(
    offer: Offer,
    weights: Mapping[str, float],
    constraints: Constraints,
    postings: Mapping[str, Posting],
) -> Ranked:
    whole = sum(weights.values())
    missing = tuple(name for name, w in weights.items() if w and name not in offer.scores)
    unsaid = sum(weights[name] for name in missing) / whole
    total = _total(offer, weights)
    return Ranked(
        offer=offer,
        total=total,
        low=total - unsaid * MIDDLE,
        high=total + unsaid * (MOST - MIDDLE),
        parts={name: w * _score(offer, name) / whole for name, w in weights.items()},
        missing=missing,
        excluded=failed_by(offer, constraints, postings.get(offer.posting)),
    )


def _score(offer: Offer, criterion: str) -> float:
    return offer.scores.get(criterion, MIDDLE)


def _total(offer: Offer, weights: Mapping[str, float]) -> float:
    whole = sum(weights.values())
    return sum(w * _score(offer, name) for name, w in weights.items()) / whole


def _leaders(offers: Sequence[Offer], weights: Mapping[str, float]) -> tuple[str, ...]:
    if not offers or not sum(weights.values()) > 0:
        return tuple(sorted(one.id for one in offers))
    totals = {one.id: _total(one, weights) for one in offers}
    best = max(totals.values())
    return tuple(sorted(key for key, total in totals.items() if best - total <= LEVEL))


def _sensitivity(
    criterion: str, offers: Sequence[Offer], weights: dict[str, float], leaders: tuple[str, ...]
) -> Sensitivity:
    weight = weights[criterion]
    more = _leaders(offers, {**weights, criterion: weight * (1 + STEP)})
    less = _leaders(offers, {**weights, criterion: weight * (1 - STEP)})
    turns_at, rival = _turn(criterion, offers, weights, leaders)
    change = None if turns_at is None or not weight else turns_at / weight - 1
    flips = more != leaders or less != leaders
    named = {one.id: one.company for one in offers}
    return Sensitivity(
        criterion=criterion,
        weight=weight,
        share=weight / sum(weights.values()),
        more=more,
        less=less,
        flips=flips,
        turns_at=turns_at,
        change=change,
        rival=rival,
        words=_turn_words(criterion, flips, turns_at, change, named.get(rival, ""), len(leaders)),
    )


def _turn(
    criterion: str, offers: Sequence[Offer], weights: Mapping[str, float], leaders: Sequence[str]
) -> tuple[float | None, str]:
    """The nearest weight of a criterion at which a rival draws level with the leader, and who.

    The lead is linear in the weight: it falls by the difference of the two scores for each unit.
    """
    if len(leaders) != 1:
        return None, ""
    leader = next(one for one in offers if one.id == leaders[0])
    found = []
    for rival in offers:
        if rival.id == leader.id:
            continue
        lead = sum(w * (_score(leader, n) - _score(rival, n)) for n, w in weights.items())
        slope = _score(leader, criterion) - _score(rival, criterion)
        at = weights[criterion] - lead / slope if slope else -1.0
        if at > 0:
            found.append((abs(at - weights[criterion]), at, rival.id))
    return (min(found)[1], min(found)[2]) if found else (None, "")


def _turn_words(
    criterion: str, flips: bool, at: float | None, change: float | None, rival: str, leaders: int
) -> str:
    if leaders > 1:
        start = "a tenth of its weight decides" if flips else "its weight decides nothing"
        return f"{criterion}: {start} between those that are level"
    first = "a tenth more or less changes who leads" if flips else "a tenth changes nothing"
    if at is None:
        return f"{criterion}: {first}; no weight of it does"
    by = f" ({change * 100:+.0f} %)" if change is not None else ""
    side = "below" if change is not None and change < 0 else "above"
    return f"{criterion}: {first}; with its weight {side} {at:.3g}{by}, {rival} leads"


def _words(found: Sequence[Ranked], leaders: Sequence[str], turns: Sequence[Sensitivity]) -> str:
    named = {one.offer.id: one.offer.company for one in found}
    if not leaders:
        return "No offer is possible under your hard constraints." if found else "No offer yet."
    if len(leaders) > 1:
        return (
            f"{' and '.join(named[key] for key in leaders)} are level; the weights do not decide."
        )
    lead = f"{named[leaders[0]]} leads"
    if not turns:
        return f"{lead}; there is no other possible offer."
    moved = [one.criterion for one in turns if one.flips]
    if moved:
        return f"{lead}, but a tenth of the weight of {', '.join(moved)} turns it."
    return f"{lead}, and no single weight turns it by a tenth."
