"""Whether what a person wishes leads somewhere."""

from __future__ import annotations

from collections.abc import Iterable

from seasoned.errors import UnknownId
from seasoned.journeys.content import Content
from seasoned.profile.person import Wishes
from seasoned.profile.sense import short_enough


def checked(wishes: Wishes, content: Content) -> Wishes:
    """The wishes themselves, when ladder, stage, context and all else exist. Raises UnknownId or InvalidValue."""
    ladder = content.ladder(wishes.ladder)
    _among("stage", [wishes.stage], [one.id for one in ladder.stages])
    _among("context", [wishes.context], [one.id for one in ladder.contexts])
    _among("archetype", [wishes.archetype], [one.id for one in ladder.archetypes])
    _among("skill", wishes.interests, content.skills)
    _among("action", wishes.declined, content.actions)
    _among("expectation", wishes.no_opportunity, [e.id for e in ladder.expectations])
    for gap in wishes.not_in_my_power:  # gaps of adverts too, which come and go
        short_enough("gap", gap)
    return wishes


def _among(what: str, given: Iterable[str], known: Iterable[str]) -> None:
    legal = tuple(known)
    for one in given:
        if one and one not in legal:
            raise UnknownId(what, one, legal)
