"""The person against their adverts: possible ones ranked, impossible ones with what excludes them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from seasoned.errors import InvalidValue
from seasoned.journeys.content import Content
from seasoned.journeys.next_step import years_and_degree
from seasoned.journeys.renaming import posting_today, profile_today
from seasoned.journeys.workspace import my_content, my_profile
from seasoned.market.posting import Posting
from seasoned.market.rarity import shares_of
from seasoned.planning.adjacent import Fit, honest_fit
from seasoned.planning.constraints import Constraints, failed
from seasoned.planning.matching import Match, match, ranked
from seasoned.profile.clock import years_of
from seasoned.profile.person import Degree, Profile
from seasoned.profile.sense import short_enough
from seasoned.profile.standing import Standing
from seasoned.profile.standing_from import belief_from, standing_from
from seasoned.skills.finding import finder_for
from seasoned.store import people, postings
from seasoned.store.rows import value_from

SUBJECT = "constraints"
CURRENCY_LETTERS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranking:
    """The person's adverts in the order in which to look at them, and what excludes some.

    ``standing`` is what they were compared with.
    """

    at: date
    constraints: Constraints
    matches: tuple[Match, ...]
    postings: dict[str, Posting]
    standing: Standing


def my_ranking(person: int, *, at: date, only: Sequence[str] = ()) -> Ranking:
    """The person's adverts, or only some of them, compared with what is known of the person.

    How rare a term is follows from all adverts kept, whichever are asked for. Raises UnknownId.
    """
    content, profile = my_content(), my_profile(person)
    kept = postings.list_postings(person)
    chosen = [postings.load_posting(person, key) for key in only] or list(kept)
    return ranking(profile, content, chosen, at=at, constraints=my_constraints(person), others=kept)


def ranking(
    profile: Profile,
    content: Content,
    adverts: Sequence[Posting],
    *,
    at: date,
    constraints: Constraints | None = None,
    others: Sequence[Posting] = (),
) -> Ranking:
    """Adverts ranked for a person; no store. ``others``: adverts that say what is rare."""
    wanted = constraints or Constraints()
    today = profile_today(profile, content.skills)
    known = (content.skills, content.kinds, today.evidence)
    standing = standing_from(*known, at=at, leaves=today.leaves)
    belief = belief_from(*known, at=at, leaves=today.leaves)
    asked = [posting_today(advert, content.skills) for advert in adverts]
    shares = shares_of(others or asked, content.skills)
    shown = shown_terms(today, content)
    matches = [
        match(
            one,
            standing,
            shares=shares,
            shown=shown,
            belief=belief,
            excluded=failed(one, wanted),
        )
        for one in asked
    ]
    return Ranking(
        at=at,
        constraints=wanted,
        matches=ranked(matches),
        postings={one.id: one for one in asked},
        standing=standing,
    )


def my_fit(person: int, found: Ranking, one: Match) -> Fit | None:
    """What a research or modelling-heavy advert states that the person lacks, and roles beside it."""
    content, profile = my_content(), my_profile(person)
    known = years_and_degree(profile, found.at)
    return honest_fit(
        found.postings[one.posting],
        one,
        found.standing,
        content.hats,
        content.skills,
        degree=known[1] if known else Degree.NONE,
        years=years_of(profile.roles, at=found.at) if profile.roles else None,
    )


def shown_terms(profile: Profile, content: Content) -> frozenset[str]:
    """Canonical terms that the person's confirmed evidence and roles name; own ratings aside."""
    finder = finder_for(content.skills)
    own = {kind.id for kind in content.kinds.values() if kind.self_report}
    texts = [
        text
        for piece in profile.evidence
        if piece.confirmed and piece.kind not in own
        for text in (piece.title, piece.quote)
    ]
    texts += [text for role in profile.roles for text in (role.title, role.summary, role.quote)]
    found = finder.mentions("\n\n".join(filter(None, texts)))
    return frozenset(mention.term for mention in found)


def my_constraints(person: int) -> Constraints:
    """What must hold for a job to be possible for the person; empty where nothing was said."""
    return value_from(Constraints, people.latest(person).get(SUBJECT, {}))


def constrain(person: int, **given: Any) -> Constraints:
    """Set hard constraints; what is not given stays. Raises InvalidValue.

    Given are fields of ``Constraints``; None leaves one as it is.
    """
    fields = {name: value for name, value in given.items() if value is not None}
    if "currency" in fields:
        fields["currency"] = currency_named(fields["currency"])
    if "languages" in fields:
        fields["languages"] = tuple(_language(code) for code in fields["languages"])
    if "places" in fields:
        fields["places"] = tuple(_place(word) for word in fields["places"])
    wanted = replace(my_constraints(person), **fields)
    people.state(person, SUBJECT, wanted)
    return wanted


def currency_named(typed: str) -> str:
    """A currency's code in capitals. Raises InvalidValue for what is none."""
    code = typed.strip().upper()
    if code and not (len(code) == CURRENCY_LETTERS and code.isascii() and code.isalpha()):
        raise InvalidValue("currency", typed, "three letters, like EUR")
    return code


def _language(typed: str) -> str:
    code = typed.strip().lower()
    if not (len(code) == 2 and code.isascii() and code.isalpha()):
        raise InvalidValue("language", typed, "a code of two letters, like cs or en")
    return code


def _place(typed: str) -> str:
    if not typed.strip():
        raise InvalidValue("place", typed, "a word of the place, like Prague")
    return short_enough("place", typed.strip(), 100)
