"""The test as a walk: begin, ask, take an answer, end, look back, confirm; every answer is kept at once.

One belief throughout: what the person's other evidence adds up to, moved by each answer. The faces
bring clock and chance.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

import numpy as np

from seasoned.assessment import confirming
from seasoned.assessment.bank import Bank, Pool, pool_of
from seasoned.assessment.choosing import (
    SHARED_TEMPERATURE,
    Asked,
    Policy,
    exposure_barred,
    next_item,
)
from seasoned.assessment.item import Item
from seasoned.assessment.learning import learned
from seasoned.assessment.marking import Given, mark
from seasoned.assessment.parameters import answer_on
from seasoned.assessment.sitting import (
    CONFIRM_QUESTIONS,
    QUESTIONS,
    Ending,
    Mode,
    Response,
    Sitting,
)
from seasoned.assessment.target import Target, area_quotas
from seasoned.errors import InputError, TooSoon
from seasoned.journeys.bank import load_bank, my_bank
from seasoned.journeys.content import Content
from seasoned.journeys.targets import target_named
from seasoned.journeys.tested import answer_from, answers_from, piece_from
from seasoned.planning.questions import Questions, may_change_verdict
from seasoned.profile.answering import after_answer
from seasoned.profile.belief import Belief
from seasoned.profile.person import Profile
from seasoned.profile.standing import Estimate
from seasoned.profile.standing_from import belief_from
from seasoned.store import places
from seasoned.store import sittings as kept
from seasoned.store.items import learn
from seasoned.store.postings import load_posting

RETEST_DAYS = 14
"""Days after which a test on the same target says something new: fewer, and it is told what was
remembered; what is learned in a week moves a range less than chance does."""

LONGER = QUESTIONS + 5
"""Questions of a test on a stage at most, where it asks for more skills of its own than twenty."""

COUNTED_FROM = 5
"""Answers from which an earlier test stands in the way of the next one on the same target; of a short
one, a quarter of its questions."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Testing:
    """A test in the making: what was asked, what is believed, and the question that comes now.

    ``before``: the belief without this test; ``path``: the target's average before the first
    answer and after each. ``item`` is None once the test has ended. ``gain``: share of the
    target's variance that the answer to ``item`` should remove.
    """

    sitting: Sitting
    target: Target
    bank: Bank
    pool: Pool
    before: Belief
    belief: Belief
    responses: tuple[Response, ...]
    path: tuple[Estimate, ...]
    stale: frozenset[str]
    item: Item | None = None
    gain: float = 0.0

    @property
    def number(self) -> int:
        """Number of the question that comes now, the first being 1."""
        return len(self.responses) + 1

    @property
    def estimate(self) -> Estimate:
        """The target's average as it is believed now."""
        return self.path[-1]

    @property
    def seconds(self) -> float:
        """Seconds spent on the questions so far."""
        return sum(response.seconds for response in self.responses)


def begin(
    person: int,
    content: Content,
    profile: Profile,
    *,
    at: date,
    target: str = "all",
    mode: Mode = Mode.TEST,
    questions: int | None = None,
    target_error: float = 0.0,
    minutes: float = 0.0,
    seed: int = 0,
) -> Sitting:
    """Begin a test; the person's open one, if any, is left open.

    ``profile`` is the person's, tests included. ``questions`` None is the usual length, or as many
    as a stage itself asks for, where that is a few more, or as there are, where these are fewer.
    Raises TooSoon for a test on the same target within two weeks, UnknownId or InvalidValue for a
    target that there is not, and InputError for one that no question is about.
    """
    belief = _belief(content, profile, at)
    aim = _target(target, person, content, belief, profile)
    there = sum(item.skill in aim.weights for item in my_bank().bank.items.values())
    if not there:
        raise InputError(
            f"There is no question on {aim.name} yet; write one (seasoned content new item ID), "
            "or test something wider."
        )
    if mode is Mode.TEST:
        _not_too_soon(person, aim, at)
    sitting = Sitting(
        id="",
        at=at,
        target=aim.id,
        mode=mode,
        questions=min(_usual(aim), there) if questions is None else questions,
        target_error=target_error,
        minutes=minutes,
        barred=_barred(mode),
        seed=seed,
    )
    return replace(sitting, id=kept.add_sitting(person, sitting))


def begin_confirmation(person: int, key: str, *, at: date, seed: int = 0) -> Sitting:
    """Begin the check of an ended test with five to eight questions never seen before.

    Raises UnknownId for a test that there is not and InputError for one that cannot be checked.
    """
    first = kept.load_sitting(person, key)
    if first.mode is not Mode.TEST or first.ending is Ending.OPEN or first.withdrawn:
        raise InputError(f"{key} cannot be confirmed: only a test that has ended can.")
    sitting = Sitting(
        id="",
        at=at,
        target=first.target,
        mode=Mode.CONFIRM,
        questions=CONFIRM_QUESTIONS[1],
        barred=_barred(Mode.CONFIRM),
        confirms=key,
        seed=seed,
    )
    return replace(sitting, id=kept.add_sitting(person, sitting))


def resumed(person: int, key: str, content: Content, profile: Profile) -> Testing:
    """A test as it stands, with the question that comes next, from what is stored alone."""
    sitting, bank = kept.load_sitting(person, key), my_bank().bank
    given = kept.list_responses(person)
    responses = tuple(r for r in given if r.sitting == key)
    others = replace(profile, evidence=tuple(e for e in profile.evidence if e.id != key))
    before = _belief(content, others, sitting.at)
    target = _target(sitting.target, person, content, before, profile)
    belief, path = before, [_average(before, target)]
    for answer in answers_from(responses, bank, content):
        belief = after_answer(belief, answer) if answer else belief
        path.append(_average(belief, target))
    testing = Testing(
        sitting=sitting,
        target=target,
        bank=bank,
        pool=pool_of(bank, before),
        before=before,
        belief=belief,
        responses=responses,
        path=tuple(path),
        stale=frozenset(r.item for r in given if r.sitting != key),
    )
    return _asked(testing, content)


def answered(
    person: int,
    testing: Testing,
    given: Given,
    content: Content,
    profile: Profile,
    *,
    at: date,
    seconds: float = 0.0,
) -> Testing:
    """The test after an answer to its question, which is stored first; then the next question.

    An answer to a question that has one already changes nothing: the stored one counts. Raises
    InvalidValue for an answer that the item cannot take; then nothing is stored.
    """
    item, sitting = testing.item, testing.sitting
    if item is None:
        raise InputError("This test has ended; see its review, or begin another.")
    response = _response(testing, item, given, at, seconds)
    if not kept.add_response(person, response, counts=sitting.counts):
        return resumed(person, sitting.id, content, profile)
    _teach(response, sitting)
    belief = after_answer(testing.belief, answer_from(response, testing.bank, content))
    after = replace(
        testing,
        belief=belief,
        responses=(*testing.responses, response),
        path=(*testing.path, _average(belief, testing.target)),
    )
    ending = _ending(after, content, profile)
    if ending is Ending.OPEN:
        after = _asked(after, content)
        ending = Ending.OPEN if after.item else Ending.EXHAUSTED
    return after if ending is Ending.OPEN else _ended(person, after, ending, at)


def ended(person: int, key: str, *, at: date) -> Sitting:
    """The test, ended on request where it was still open."""
    return kept.change_sitting(
        person,
        key,
        lambda s: replace(s, ending=Ending.REQUEST, ended=at) if s.ending is Ending.OPEN else s,
    )


def withdrawn(person: int, key: str, *, back: bool = False) -> Sitting:
    """The test, taken out of every number, or put back."""
    return kept.change_sitting(person, key, lambda s: replace(s, withdrawn=not back))


def confirmation(testing: Testing, content: Content) -> confirming.Confirmed | None:
    """What a confirmation says so far; None while it is open, and for any other test."""
    if testing.sitting.mode is not Mode.CONFIRM:
        return None
    checked = [
        confirming.Checked(answer=a, level=testing.before.weighted(a.loadings).level)
        for a in answers_from(testing.responses, testing.bank, content)
        if a
    ]
    last = testing.sitting.ending is not Ending.OPEN or len(checked) >= CONFIRM_QUESTIONS[1]
    if len(checked) < CONFIRM_QUESTIONS[0] and not last:
        return None
    return confirming.decided(confirming.likelihood_ratio(checked), last=last)


def reviewed(person: int, key: str) -> tuple[tuple[Item | None, Response], ...]:
    """Each answer of a test with its item, None where content has it no more. Raises UnknownId."""
    kept.load_sitting(person, key)
    items = my_bank().bank.items
    return tuple((items.get(r.item), r) for r in kept.list_responses(person, key))


def _belief(content: Content, profile: Profile, at: date) -> Belief:
    return belief_from(
        content.skills, content.kinds, profile.evidence, at=at, leaves=profile.leaves
    )


def _target(name: str, person: int, content: Content, belief: Belief, profile: Profile) -> Target:
    return target_named(
        name, content, belief, profile.wishes, lambda key: load_posting(person, key)
    )


def _not_too_soon(person: int, target: Target, at: date) -> None:
    for sitting in reversed(kept.list_sittings(person)):
        same = sitting.target == target.id and sitting.mode is Mode.TEST and not sitting.withdrawn
        if not same or sitting.ended is None:
            continue
        again = sitting.ended + timedelta(days=RETEST_DAYS)
        enough = min(COUNTED_FROM, sitting.questions / 4)
        if at < again and len(kept.list_responses(person, sitting.id)) >= enough:
            raise TooSoon(target.name, sitting.ended.isoformat(), again.isoformat())


def _usual(target: Target) -> int:
    """Twenty questions, or up to five more where a stage asks for as many skills of its own."""
    return min(max(QUESTIONS, len(target.first)), LONGER)


def _barred(mode: Mode) -> tuple[str, ...]:
    if mode is Mode.PRACTICE or not kept.is_shared():
        return ()
    return tuple(sorted(exposure_barred(*kept.exposures())))


def _average(belief: Belief, target: Target) -> Estimate:
    return belief.weighted(target.weights)


def _asked(testing: Testing, content: Content) -> Testing:
    """The test with its next question; without one when it has ended or nothing is left."""
    sitting = testing.sitting
    if not sitting.open:
        return replace(testing, item=None, gain=0.0)
    asked = Asked(
        items=tuple(r.item for r in testing.responses),
        outcomes=tuple(r.outcome for r in testing.responses),
    )
    choice = next_item(
        testing.pool,
        testing.belief,
        testing.target,
        asked,
        _policy(testing, content),
        _rng(testing),
    )
    if choice is None or (sitting.mode is Mode.CONFIRM and choice.item in testing.stale):
        return replace(testing, item=None, gain=0.0)
    return replace(testing, item=testing.bank.items[choice.item], gain=choice.gain)


def _policy(testing: Testing, content: Content) -> Policy:
    sitting = testing.sitting
    return Policy(
        quotas=area_quotas(testing.target, content.skills, sitting.questions),
        questions=sitting.questions,
        barred=sitting.barred,
        stale=testing.stale,
        temperature=SHARED_TEMPERATURE if kept.is_shared() else 0.0,
        within=sitting.mode is not Mode.CONFIRM,
    )


def _rng(testing: Testing) -> np.random.Generator:
    """Chance that depends on the test and the question alone: loading a page again changes nothing."""
    return np.random.default_rng([testing.sitting.seed, testing.number])


def _response(testing: Testing, item: Item, given: Given, at: date, seconds: float) -> Response:
    outcome = mark(item, given)
    answer = answer_on(item, testing.bank.parameters[item.id], outcome)
    along = testing.belief.weighted(answer.loadings)
    return Response(
        sitting=testing.sitting.id,
        number=testing.number,
        item=item.id,
        at=at,
        outcome=outcome,
        given=_plain(given),
        seconds=round(max(seconds, 0.0), 1),
        difficulty=answer.difficulty,
        difficulty_error=answer.difficulty_error,
        discrimination=answer.discrimination,
        chance=answer.chance,
        loadings=answer.loadings,
        centre=round(along.level, 4),
        spread=round(along.error**2, 4),
    )


def _teach(response: Response, sitting: Sitting) -> None:
    """On a team's server, what the answer says of the item itself."""
    if not (kept.is_shared() and sitting.counts):
        return
    base = load_bank(*places.content_roots(), cache=places.cache_folder()).bank.parameters
    learn(response.item, base[response.item], lambda now: learned(now, response))


def _plain(given: Given) -> tuple[float, ...]:
    if given is None:
        return ()
    return tuple(map(float, given)) if isinstance(given, tuple) else (float(given),)


def _ending(testing: Testing, content: Content, profile: Profile) -> Ending:
    sitting, count = testing.sitting, len(testing.responses)
    if sitting.mode is Mode.CONFIRM and confirmation(testing, content) is not None:
        return Ending.DECIDED if count < sitting.questions else Ending.LENGTH
    if count >= sitting.questions:
        return Ending.LENGTH
    if sitting.target_error and testing.estimate.error <= sitting.target_error:
        return Ending.PRECISION
    if sitting.minutes and testing.seconds >= 60 * sitting.minutes:
        return Ending.TIME
    if sitting.mode is Mode.TEST and _settled(testing, content, profile):
        return Ending.VERDICT
    return Ending.OPEN


def _settled(testing: Testing, content: Content, profile: Profile) -> bool:
    """Whether no question that is left would change the verdict on the stage that is tested.

    What the stage itself asks is asked about first.
    """
    kind, _, stage = testing.target.id.partition(":")
    enough = min(len(testing.target.first), LONGER)
    if kind != "stage" or len(testing.responses) < enough:
        return False
    key, wishes = testing.sitting.id, profile.wishes
    own = piece_from(testing.sitting, testing.responses, testing.bank, content)
    evidence = (*(e for e in profile.evidence if e.id != key), own)
    return not may_change_verdict(
        content.ladder(wishes.ladder),
        testing.belief,
        _left(testing),
        stage=stage,
        context=wishes.context,
        archetype=wishes.archetype,
        evidence=evidence,
        kinds=content.kinds,
        no_opportunity=wishes.no_opportunity,
        at=testing.responses[-1].at,
        leaves=profile.leaves,
    )


def _left(testing: Testing) -> Questions:
    """Questions of the pool that were not asked yet."""
    pool, asked = testing.pool, {r.item for r in testing.responses}
    rows = [n for n, name in enumerate(pool.names) if name not in asked]
    return Questions(
        skills=tuple(testing.bank.items[pool.names[n]].skill for n in rows),
        slope=pool.slope[rows],
        difficulty=pool.difficulty[rows],
        chance=pool.chance[rows],
    )


def _ended(person: int, testing: Testing, ending: Ending, at: date) -> Testing:
    sitting = kept.change_sitting(
        person, testing.sitting.id, lambda s: replace(s, ending=ending, ended=at)
    )
    return replace(testing, sitting=sitting, item=None, gain=0.0)
