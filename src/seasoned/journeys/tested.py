"""What tests say as evidence: each a piece of answers, read by the items' parameters of today."""

from __future__ import annotations

from collections.abc import Sequence

from seasoned.assessment.bank import Bank
from seasoned.assessment.parameters import answer_on
from seasoned.assessment.sitting import Mode, Response, Sitting
from seasoned.journeys.bank import my_bank
from seasoned.journeys.content import Content
from seasoned.journeys.renaming import answer_today
from seasoned.profile.answer import Answer
from seasoned.profile.evidence import Evidence
from seasoned.store import sittings as kept

KIND = "test-answer"


def tested_evidence(person: int, content: Content) -> tuple[Evidence, ...]:
    """What the person's tests say, a piece each; of two answers to one item only the newer counts."""
    sittings = [sitting for sitting in kept.list_sittings(person) if sitting.counts]
    if not sittings:
        return ()
    bank, responses = my_bank().bank, kept.list_responses(person)
    counted = {s.id for s in sittings}
    newest = {r.item: r.sitting for r in responses if r.sitting in counted}
    mine: dict[str, list[Response]] = {}
    for response in responses:
        if newest.get(response.item) == response.sitting:
            mine.setdefault(response.sitting, []).append(response)
    return tuple(
        piece_from(sitting, mine[sitting.id], bank, content)
        for sitting in sittings
        if sitting.id in mine
    )


def piece_from(
    sitting: Sitting, responses: Sequence[Response], bank: Bank, content: Content
) -> Evidence:
    """One test as a piece of evidence, of the answers that still say something."""
    known = tuple(answer for answer in answers_from(responses, bank, content) if answer)
    counted = "1 answer" if len(known) == 1 else f"{len(known)} answers"
    title = "Confirmation" if sitting.mode is Mode.CONFIRM else "Adaptive test"
    return Evidence(
        id=sitting.id,
        kind=KIND,
        at=max(response.at for response in responses),
        title=f"{title}, {counted}",
        answers=known,
    )


def answers_from(
    responses: Sequence[Response], bank: Bank, content: Content
) -> tuple[Answer | None, ...]:
    """What each stored answer says; None where content has its skills no more."""
    answers = (answer_from(response, bank, content) for response in responses)
    return tuple(a if set(a.loadings) <= set(content.skills) else None for a in answers)


def answer_from(response: Response, bank: Bank, content: Content) -> Answer:
    """What a stored answer says: by the item's parameters of today, or those it was given under."""
    item = bank.items.get(response.item)
    if item is not None and set(item.skills) <= set(content.skills):
        return answer_on(item, bank.parameters[item.id], response.outcome)
    given = Answer(
        item=response.item,
        loadings=response.loadings,
        outcome=response.outcome,
        difficulty=response.difficulty,
        difficulty_error=response.difficulty_error,
        discrimination=response.discrimination,
        chance=response.chance,
    )
    return answer_today(given, content.skills)
