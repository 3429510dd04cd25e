"""Store and rooms together, for the faces: load, walk, keep what came out.

Every function takes the person's key and expects ``open_store`` to have been called. The sample
person is loaded by ``journeys.sample``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING

from seasoned.errors import InvalidValue
from seasoned.evidence.resume import Resume
from seasoned.journeys.content import Content, load_content
from seasoned.journeys.naming import known
from seasoned.journeys.next_step import NextStep, next_step
from seasoned.journeys.progress import Done, duration_factor
from seasoned.journeys.tested import tested_evidence
from seasoned.market.posting import Posting
from seasoned.profile.evidence import Evidence
from seasoned.profile.observing import role_evidence, self_rating
from seasoned.profile.person import Education, Profile, Role
from seasoned.profile.sense import short_enough
from seasoned.profile.standing import Standing
from seasoned.profile.standing_from import standing_over_time
from seasoned.skills.finding import finder_for
from seasoned.store import evidence as pieces
from seasoned.store import people, places, postings, snapshots
from seasoned.store.rows import value_from
from seasoned.store.versions import together

if TYPE_CHECKING:
    from seasoned.market.duplicates import Alike

MOMENTS = 24
"""As many days as a terminal or a chart shows at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What a CV gave: as read, the ids of new suggestions, and how many were known before."""

    resume: Resume
    suggested: tuple[str, ...]
    known_before: int
    new_roles: tuple[Role, ...]
    new_education: tuple[Education, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What a heap of adverts gave: ids of the new ones, how many were known, what went wrong.

    ``alike``: new ones that are nearly the same as one before them; they are kept all the same.
    ``notes``: worth knowing and nothing wrong, such as adverts that are closed.
    """

    ids: tuple[str, ...]
    known_before: int
    problems: tuple[str, ...]
    alike: tuple[Alike, ...] = ()
    notes: tuple[str, ...] = ()


def my_content() -> Content:
    """Built-in content with the person's own folder over it. Raises ContentError."""
    return load_content(*places.content_roots(), cache=places.cache_folder())


def my_next_step(
    person: int,
    *,
    at: date,
    stage: str = "",
    context: str | None = None,
    archetype: str | None = None,
    only_postings: Sequence[str] = (),
    with_plan: bool = True,
    keep: bool = True,
) -> NextStep:
    """Standing, readiness, gaps and plan of a person now, kept as snapshots unless told not to.

    ``only_postings``: compare with these adverts alone, archived ones too. Raises UnknownId.
    """
    content = my_content()
    profile, done = my_profile(person), my_done(person)
    adverts = tuple(_unarchived(postings.load_posting(person, key)) for key in only_postings)
    found = next_step(
        profile,
        content,
        at=at,
        postings=adverts or postings.list_postings(person),
        stage=stage,
        context=context,
        archetype=archetype,
        done={d.action for d in done},
        with_plan=with_plan,
    )
    if keep:
        _keep(person, found)
    return found


def my_profile(person: int) -> Profile:
    """The person's profile, with what their tests say and the duration factor that they showed."""
    profile = people.load_profile(person)
    factor = duration_factor(my_done(person), start=profile.wishes.duration_factor)
    tested = tested_evidence(person, my_content())
    return replace(
        profile,
        wishes=replace(profile.wishes, duration_factor=factor),
        evidence=(*profile.evidence, *tested),
    )


def my_standing_over_time(person: int, *, until: date) -> tuple[Standing, ...]:
    """The standing on the days on which confirmed evidence was seen, and on the last day."""
    content, profile = my_content(), my_profile(person)
    days = {e.at for e in profile.evidence if e.confirmed and e.at <= until} | {until}
    return standing_over_time(
        content.skills,
        content.kinds,
        profile.evidence,
        moments=sorted(days)[-MOMENTS:],
        leaves=profile.leaves,
        interests=profile.wishes.interests,
        fingerprint=content.fingerprint,
    )


def rate(person: int, ratings: Mapping[str, float], *, at: date) -> tuple[str, ...]:
    """Store self-ratings, all or none; a second rating on one day takes the first one's place."""
    with together():
        return tuple(
            _put(person, self_rating(skill, level, at)) for skill, level in ratings.items()
        )


def worth_rating(person: int, *, at: date, how_many: int = 8) -> tuple[str, ...]:
    """Skills that the person's next stage asks and of which least is known, over all areas in turn."""
    found = my_next_step(person, at=at, with_plan=False, keep=False)
    by_area: dict[str, list[str]] = {}
    for met in sorted(
        found.readiness.expectations, key=lambda met: (-met.have.error, met.expectation)
    ):
        skills = by_area.setdefault(met.area, [])
        if met.skill and not met.have.pieces and met.skill not in skills:
            skills.append(met.skill)
    turns = (skill for row in zip_longest(*by_area.values()) for skill in row if skill)
    return tuple(dict.fromkeys(turns))[:how_many]


def import_cv(
    person: int, source: Path | bytes, *, name: str = "", at: date, keep_roles: bool = True
) -> Imported:
    """Read a CV and store what it suggests, unconfirmed and each thing once, all or none.

    A suggestion that the person has seen before, dropped ones too, is not made again. Raises
    UnreadableDocument; then nothing is stored.
    """
    from seasoned.evidence.cv import read_cv

    content = my_content()
    resume = read_cv(
        source, name=name, skills=content.skills, finder=finder_for(content.skills), at=at
    )
    with together():
        seen = {_say(e) for e in pieces.list_evidence(person, with_dropped=True)}
        new = [e for e in resume.evidence if _say(e) not in seen]
        keys = pieces.add_all_evidence(person, [replace(e, confirmed=False) for e in new])
        roles, education = _keep_career(person, resume) if keep_roles else ((), ())
    return Imported(
        resume=resume,
        suggested=keys,
        known_before=len(resume.evidence) - len(new),
        new_roles=roles,
        new_education=education,
    )


def add_role(person: int, role: Role, *, at: date) -> None:
    """Add a role that the person names; what it says about its skills counts at once.

    Raises InvalidValue for one that is still to come, or whose words are a wall.
    """
    if role.start > at:
        raise InvalidValue("start", role.start.isoformat(), f"{at.isoformat()} or before")
    short_enough("title", role.title)
    short_enough("organisation", role.organisation)
    roles = (*people.load_profile(person).roles, role)
    with together():
        people.save_roles(person, roles)
        if role.skills:
            pieces.add_evidence(person, role_evidence(role, at=at, roles=roles))


def drop_role(person: int, number: int) -> None:
    """Remove the role of that number, counted from 1, from the timeline; evidence stays."""
    roles = people.load_profile(person).roles
    if not 1 <= number <= len(roles):
        raise InvalidValue("number", number, f"from 1 to {len(roles)}")
    people.save_roles(person, (*roles[: number - 1], *roles[number:]))


def add_advert_text(
    person: int, advert: str | bytes, *, title: str = "", source: str = "", at: date | None = None
) -> Added:
    """Read one advert from text, or from the bytes of a document, and store it."""
    from seasoned.documents.reading import read_document
    from seasoned.market.reading import read_posting

    content = my_content()
    name = source or "the advert"
    text = read_document(advert, name) if isinstance(advert, bytes) else advert
    read = read_posting(
        text,
        skills=content.skills,
        finder=finder_for(content.skills),
        title=title,
        source=source,
        at=at,
    )
    return keep_adverts(person, [read], ())


def add_adverts(person: int, paths: Iterable[Path], *, at: date | None = None) -> Added:
    """Read adverts from files and folders and store the new ones; one bad file stops no other."""
    from seasoned.market.files import read_all

    content = my_content()
    finder = finder_for(content.skills)
    heaps = [read_all(path, skills=content.skills, finder=finder, at=at) for path in paths]
    found = [posting for heap in heaps for posting in heap.postings]
    return keep_adverts(
        person, found, [str(problem) for heap in heaps for problem in heap.problems]
    )


def my_done(person: int) -> tuple[Done, ...]:
    """Actions that the person has done."""
    return value_from(tuple[Done, ...], people.latest(person).get("done", []))


def finish_action(person: int, action: str, *, at: date, hours: float | None = None) -> float:
    """Note an action as done and how long it took; returns the duration factor learned so far."""
    actions = my_content().actions
    span = actions[known("action", action, actions)].hours
    entry = Done(action=action, at=at, expected_hours=(span.low + span.high) / 2, hours=hours)
    with together():
        done = (*(d for d in my_done(person) if d.action != action), entry)
        people.state(person, "done", done)
    return my_profile(person).wishes.duration_factor


def _unarchived(posting: Posting) -> Posting:
    return replace(posting, archived=False)


def _put(person: int, evidence: Evidence) -> str:
    """Store a piece under its own id, in place of one that is there."""
    if evidence.id not in {e.id for e in pieces.list_evidence(person, with_dropped=True)}:
        return pieces.add_evidence(person, evidence)
    pieces.edit_evidence(person, evidence.id, evidence)
    pieces.undrop_evidence(person, evidence.id)
    return evidence.id


def _say(evidence: Evidence) -> tuple[object, ...]:
    """What makes two suggestions the same: what they say, not which id they carry."""
    skills = tuple(sorted(o.skill for o in evidence.observations))
    return evidence.kind, evidence.title, evidence.quote, skills


def _keep_career(person: int, resume: Resume) -> tuple[tuple[Role, ...], tuple[Education, ...]]:
    profile = people.load_profile(person)
    known = {(role.title, role.start) for role in profile.roles}
    roles = tuple(role for role in resume.roles if (role.title, role.start) not in known)
    education = tuple(e for e in resume.education if e not in profile.education)
    people.save_roles(person, (*profile.roles, *roles))
    people.save_education(person, (*profile.education, *education))
    return roles, education


def keep_adverts(person: int, found: Sequence[Posting], problems: Sequence[str]) -> Added:
    """Store the adverts that are new by their text; known and nearly the same ones are told."""
    from seasoned.market.duplicates import nearest_known

    with together():
        kept = postings.list_postings(person, archived=True)
        known = {posting.text for posting in kept}
        new = {posting.text: posting for posting in found if posting.text not in known}
        ids = postings.add_all_postings(person, list(new.values()))
    stored = [replace(one, id=key) for one, key in zip(new.values(), ids, strict=True)]
    return Added(
        ids=ids,
        known_before=len(found) - len(new),
        problems=tuple(problems),
        alike=nearest_known(stored, kept),
    )


def _keep(person: int, found: NextStep) -> None:
    results: list[tuple[str, object]] = [
        ("standing", found.standing),
        ("readiness", found.readiness),
        ("gaps", found.gaps),
    ]
    if found.plan is not None:
        results.append(("plan", found.plan))
    with together():
        for kind, result in results:
            snapshots.save_snapshot(person, kind, found.at, found.fingerprint, result)
