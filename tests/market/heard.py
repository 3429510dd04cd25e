"""A judge over a text, as the reading makes one."""

from __future__ import annotations

from seasoned.market.sections import Sections
from seasoned.market.sentences import Sentences
from seasoned.market.strength import Judge
from seasoned.skills.folding import Folded


def judge(text: str) -> Judge:
    """What ``read_posting`` asks about the strength of words in a text."""
    sections = Sections(text)
    return Judge(Folded(text), sections, Sentences(text, sections.starts()))
