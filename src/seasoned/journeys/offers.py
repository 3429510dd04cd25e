"""Offers that the person holds: kept, changed, and compared under the person's own weights."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from seasoned.errors import InputError, InvalidValue
from seasoned.journeys.matching import currency_named, my_constraints
from seasoned.planning.offers import Compared, Offer, checked_weights, compare_offers
from seasoned.profile.sense import short_enough
from seasoned.store import people, postings, things

KIND = "offer"
WEIGHTS = "offer-weights"


def add_offer(person: int, company: str, *, at: date, **given: Any) -> Offer:
    """Store an offer; ``given`` are its further fields. Raises InvalidValue or UnknownId."""
    offer = Offer(id=things.new_key(person, company), company=company.strip(), at=at)
    return things.keep_thing(
        person, KIND, _changed(person, offer, {**given, "company": company.strip()})
    )


def edit_offer(person: int, key: str, **given: Any) -> Offer:
    """A new version of an offer: what is not given stays, scores given take the old one's place."""
    return things.change_thing(
        person, KIND, Offer, key, lambda offer: _changed(person, offer, given)
    )


def drop_offer(person: int, key: str, *, undo: bool = False) -> None:
    """Take an offer off the list, or bring it back. Raises UnknownId."""
    things.drop_thing(person, KIND, key, undo=undo)


def my_offers(person: int) -> tuple[Offer, ...]:
    """The offers that are on the list."""
    return things.list_things(person, KIND, Offer)


def my_weights(person: int) -> dict[str, float]:
    """What each criterion weighs to the person; empty where nothing was said."""
    return dict(people.latest(person).get(WEIGHTS, {}))


def keep_weights(person: int, weights: Mapping[str, float]) -> None:
    """Remember the weights, in place of those before. Raises InvalidValue."""
    people.state(person, WEIGHTS, checked_weights(weights))


def my_offers_compared(
    person: int, *, only: Sequence[str] = (), weights: Mapping[str, float] | None = None
) -> Compared:
    """The person's offers under their weights and hard constraints.

    Without weights of their own every criterion that is scored counts alike. Raises UnknownId,
    InputError where there is nothing to compare.
    """
    held = [things.load_thing(person, KIND, Offer, key) for key in only] or my_offers(person)
    if not held:
        raise InputError("There are no offers to compare; add one with: seasoned offer add.")
    scored = dict.fromkeys(name for offer in held for name in offer.scores)
    stated = dict(weights or my_weights(person)) or dict.fromkeys(scored, 1.0)
    if not stated:
        raise InputError(
            "No offer has a score yet; give one with: seasoned offer edit ID --score people=8."
        )
    adverts = {one.id: one for one in postings.list_postings(person, archived=True)}
    return compare_offers(held, stated, constraints=my_constraints(person), postings=adverts)


def numbers_from(typed: Iterable[str], what: str) -> dict[str, float]:
    """Criteria with numbers from ``people=8``. Raises InvalidValue for what is no such thing."""
    found: dict[str, float] = {}
    for one in typed:
        name, sign, number = one.partition("=")
        name = " ".join(name.casefold().split())
        try:
            value = float(number.replace(",", "."))
        except ValueError:
            raise InvalidValue(what, one, "written like people=8") from None
        if not sign or not name or len(name) > 40:
            raise InvalidValue(what, one, "written like people=8")
        if name in found:
            raise InvalidValue(what, one, "named once")
        found[name] = value
    return found


def _changed(person: int, offer: Offer, given: Mapping[str, Any]) -> Offer:
    fields = {name: value for name, value in given.items() if value is not None}
    for name in ("company", "title", "location", "note"):
        if name in fields:
            short_enough(name, fields[name], 2000 if name == "note" else 300)
    if fields.get("currency"):
        fields["currency"] = currency_named(fields["currency"])
    if fields.get("posting"):
        fields |= _from_advert(person, fields)
    fields["scores"] = {**offer.scores, **fields.get("scores", {})}
    return replace(offer, **fields)


def _from_advert(person: int, fields: Mapping[str, Any]) -> dict[str, Any]:
    """The advert's title where none is given. Raises UnknownId."""
    advert = postings.load_posting(person, fields["posting"])
    return {"posting": advert.id, "title": fields.get("title") or advert.title}
