"""Offers in a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from seasoned.cli.showing import heading, line, table
from seasoned.planning.offers import Compared, Offer, Ranked


def show_offer(offer: Offer) -> None:
    """One offer with everything that is kept of it."""
    heading(f"{offer.id}: {_called(offer)}")
    terms = ", ".join(filter(None, (offer.location, offer.workplace, _pay(offer), _visa(offer))))
    for words in filter(None, (terms, _scores(offer), offer.note)):
        line(words)


def show_offers(offers: Sequence[Offer]) -> None:
    """One row an offer."""
    if not offers:
        line("No offer yet.")
        return
    table(
        "Id",
        "Offer",
        "Pay",
        "Your scores",
        whole=(0,),
        rows=[(one.id, _called(one), _pay(one), _scores(one)) for one in offers],
    )


def show_compared(found: Compared) -> None:
    """Totals, what excludes offers, and what the order hangs on."""
    heading(found.words)
    whole = sum(found.weights.values())
    line("Weights: " + ", ".join(f"{n} {w / whole:.0%}" for n, w in found.weights.items()))
    table(
        "Id",
        "Offer",
        "Total",
        *found.weights,
        right=tuple(range(2, 3 + len(found.weights))),
        whole=(0,),
        rows=[_row(one, found.weights) for one in found.ranked if not one.excluded],
    )
    for one in found.ranked:
        if one.excluded:
            line(f"Excluded: {_called(one.offer)}: {'; '.join(one.excluded)}.", "yellow")
        elif one.missing:
            line(
                f"{_called(one.offer)} has no score for {', '.join(one.missing)}; counted as 5, "
                f"so its total lies from {one.low:.2f} to {one.high:.2f}.",
                "yellow",
            )
    for turn in found.sensitivity:
        line(f"{turn.words}.")


def _row(one: Ranked, weights: dict[str, float]) -> tuple[str, ...]:
    scores = (f"{one.offer.scores[n]:g}" if n in one.offer.scores else "?" for n in weights)
    return (one.offer.id, _called(one.offer), f"{one.total:.2f}", *scores)


def _called(offer: Offer) -> str:
    return f"{offer.title} at {offer.company}" if offer.title else offer.company


def _pay(offer: Offer) -> str:
    return f"{offer.pay:,.0f} {offer.currency} a {offer.period}" if offer.pay else ""


def _visa(offer: Offer) -> str:
    return f"visa {offer.visa}" if offer.visa else ""


def _scores(offer: Offer) -> str:
    return ", ".join(f"{name} {score:g}" for name, score in offer.scores.items())
