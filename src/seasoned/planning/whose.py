"""Whose move a gap is: the person's own, one that needs others, or nobody's."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from seasoned.planning.action import Action, Consent
from seasoned.planning.gap import Whose
from seasoned.profile.person import Wishes
from seasoned.skills.skill import Skill


def whose_move(
    names: Collection[str],
    skill: str,
    *,
    waits: bool,
    doers: Sequence[Action],
    wishes: Wishes,
    skills: Mapping[str, Skill],
) -> Whose:
    """What the person said goes first; then what must be offered; then whose consent is missing.

    ``names``: ids under which the person may have said that there is no opportunity or that it is
    not in their power. ``waits``: it can only be shown where somebody offers the occasion.
    """
    if set(names) & set(wishes.not_in_my_power):
        return Whose.NOBODY
    inside = skill in skills and skills[skill].only_inside
    shut = bool(doers) and all(needs_consent(action, wishes) for action in doers)
    if waits or inside or shut or set(names) & set(wishes.no_opportunity):
        return Whose.OTHERS
    return Whose.MINE


def needs_consent(action: Action, wishes: Wishes) -> bool:
    """Whether someone's yes is needed that the person has not reported.

    ``wishes.consents`` names who said yes to all (``employer``) or to one action
    (``employer:action-id`` or the action's id).
    """
    said = {action.consent.value, action.id, f"{action.consent.value}:{action.id}"}
    return action.consent is not Consent.NONE and not said & set(wishes.consents)
