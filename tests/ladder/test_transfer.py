"""Suggestions from another career, waiting for a yes."""

from __future__ import annotations

import pytest

from seasoned.errors import UnknownId
from seasoned.ladder.ladder import Experience, Suggestion, Transfer
from seasoned.ladder.transfer import suggestions_from

GRANT = Experience(
    id="grant",
    name="Won a grant",
    question="Did you win money for your own plan?",
    cues=("research grant", "PI"),
    suggestions=(
        Suggestion(expectation="roadmap", why="You planned two years.", level=3.0),
        Suggestion(expectation="alignment", why="Five partners agreed."),
    ),
)
TEACHING = Experience(
    id="teaching",
    name="Taught",
    question="Did you teach?",
    cues=("lecturer",),
    suggestions=(Suggestion(expectation="mentoring", why="Learners ask back."),),
)
TRANSFER = Transfer(
    id="research", name="Research", summary="", ladder="small", experiences=(GRANT, TEACHING)
)


def test_chosen_experiences_suggest_their_expectations():
    found = suggestions_from(TRANSFER, ["grant"])

    assert [(s.expectation, s.level, s.why) for s in found] == [
        ("roadmap", 3.0, "You planned two years."),
        ("alignment", None, "Five partners agreed."),
    ]
    assert {s.question for s in found} == {"Did you win money for your own plan?"}


def test_text_is_recognised_by_whole_words_and_says_by_which():
    found = suggestions_from(TRANSFER, "Held a Research Grant with five partners.")

    assert {(s.experience, s.cue) for s in found} == {("grant", "research grant")}
    assert suggestions_from(TRANSFER, "Ate a pie in the lecture room") == ()


def test_unknown_experience_is_named():
    with pytest.raises(UnknownId, match="did you mean 'grant'"):
        suggestions_from(TRANSFER, ["grants"])
