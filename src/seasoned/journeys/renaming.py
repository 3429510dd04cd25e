"""Old ids lead on: what was stored under a skill's former id counts for the skill of today."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from seasoned.market.posting import Posting
from seasoned.profile.answer import Answer
from seasoned.profile.evidence import Evidence
from seasoned.profile.person import Profile, Role
from seasoned.skills.skill import Skill


def former_ids(skills: Mapping[str, Skill]) -> dict[str, str]:
    """Former id to present id, for every skill that was renamed or merged."""
    return {old: name for name, skill in skills.items() for old in skill.formerly}


def profile_today(profile: Profile, skills: Mapping[str, Skill]) -> Profile:
    """The profile with every former skill id replaced by the present one."""
    now = former_ids(skills)
    if not now:
        return profile
    wishes = replace(profile.wishes, interests=_led(profile.wishes.interests, now))
    return replace(
        profile,
        wishes=wishes,
        roles=tuple(_role(role, now) for role in profile.roles),
        evidence=tuple(_evidence(piece, now) for piece in profile.evidence),
    )


def posting_today(posting: Posting, skills: Mapping[str, Skill]) -> Posting:
    """The advert with every former skill id replaced by the present one."""
    now = former_ids(skills)
    asked = (replace(r, any_of=_led(r.any_of, now)) for r in posting.requirements)
    return replace(posting, requirements=tuple(asked)) if now else posting


def answer_today(answer: Answer, skills: Mapping[str, Skill]) -> Answer:
    """The answer on the skills of today; where two became one, their shares add up."""
    return _answer(answer, former_ids(skills))


def _role(role: Role, now: Mapping[str, str]) -> Role:
    return replace(role, skills=_led(role.skills, now))


def _evidence(piece: Evidence, now: Mapping[str, str]) -> Evidence:
    led = (replace(o, skill=now.get(o.skill, o.skill)) for o in piece.observations)
    return replace(
        piece,
        observations=tuple(led),
        answers=tuple(_answer(answer, now) for answer in piece.answers),
    )


def _answer(answer: Answer, now: Mapping[str, str]) -> Answer:
    loadings: dict[str, float] = {}
    for skill, share in answer.loadings.items():
        name = now.get(skill, skill)
        loadings[name] = loadings.get(name, 0.0) + share
    return replace(answer, loadings=loadings)


def _led(ids: Iterable[str], now: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(now.get(name, name) for name in ids))
