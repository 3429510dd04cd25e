"""The sample person, loaded into a store like anyone else, each fact by the way it usually comes."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from seasoned.errors import InputError
from seasoned.journeys.workspace import import_cv, my_content, rate
from seasoned.market.files import read_all
from seasoned.profile.observing import role_evidence
from seasoned.profile.person import Role
from seasoned.samples import SAMPLES
from seasoned.skills.finding import finder_for
from seasoned.store import evidence as pieces
from seasoned.store import people, postings
from seasoned.store.keeping import erase_person
from seasoned.store.rows import value_from
from seasoned.store.versions import together


def load_sample(person: int, *, at: date, fresh: bool = False) -> int:
    """Load the sample person unless it is there; returns its key, a new one when made fresh.

    Raises InputError for a person with facts of their own: the sample never mixes with them.
    """
    if "sample" in people.latest(person):
        if not fresh:
            return person
        handle = people.handle_of(person)
        erase_person(person)
        person = people.ensure_person(handle)
    elif pieces.list_evidence(person, with_dropped=True) or postings.list_postings(person):
        raise InputError(
            "There are facts of your own here, and the sample never mixes with them; "
            "see it with: seasoned demo."
        )
    with together():
        _load(person, at)
    return person


def sample_roles() -> tuple[Role, ...]:
    """The sample person's roles, as written by hand."""
    data = tomllib.loads((SAMPLES / "roles.toml").read_text(encoding="utf-8"))
    return value_from(
        tuple[Role, ...],
        [
            {name: str(v) if isinstance(v, date) else v for name, v in role.items()}
            for role in data["roles"]
        ],
    )


def _load(person: int, at: date) -> None:
    people.set_name(person, "Alex Sample")
    people.state(person, "sample", True)
    found = import_cv(person, SAMPLES / "cv.md", at=at)
    pieces.confirm_evidence(person, found.suggested)
    _load_roles(person, sample_roles(), at)
    ratings = tomllib.loads((SAMPLES / "self-rating.toml").read_text(encoding="utf-8"))["ratings"]
    rate(person, ratings, at=at)
    skills = my_content().skills
    read = read_all(
        SAMPLES / "postings", skills=skills, finder=finder_for(skills), at=at, sample=True
    )
    postings.add_all_postings(person, read.postings)


def _load_roles(person: int, roles: Sequence[Role], at: date) -> None:
    """The roles, and what they say of skills that the CV does not name; nothing speaks twice."""
    people.save_roles(person, roles)
    said = {
        o.skill
        for piece in pieces.list_evidence(person)
        if piece.kind == "role"
        for o in piece.observations
    }
    for role in roles:
        new = replace(role, skills=tuple(skill for skill in role.skills if skill not in said))
        piece = role_evidence(new, at=at, roles=roles)
        if piece.observations:
            pieces.add_evidence(person, piece)
