"""How strongly an advert speaks of something at a place: required, preferred, duty, mentioned, or no.

The rule: the nearest phrase whose reach covers the place wins ("is a plus" reaches back to the
start of its clause, "ideally" forward to the end of the sentence); without one the section decides.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from seasoned.catalogue import BUILT_IN
from seasoned.market.posting import Strength
from seasoned.market.sections import Sections
from seasoned.market.sentences import ITEM, Sentences
from seasoned.market.wording import (
    ADDRESSED,
    APPLYING,
    CLAUSE,
    DOING,
    DUTY,
    EXCUSE,
    INSTRUCTION,
    KNOWN,
    NAMELY,
    NEEDED_AFTER,
    NONE_BEFORE,
    OURS,
)
from seasoned.skills.folding import Folded
from seasoned.skills.phrases import Found, Phrases

CUES = BUILT_IN / "reading" / "cues.toml"
_BY_SECTION = {
    "required": Strength.REQUIRED,
    "preferred": Strength.PREFERRED,
    "duties": Strength.DUTY,
    "stack": Strength.DUTY,
    "company": Strength.MENTIONED,
    "benefits": Strength.MENTIONED,
    "legal": Strength.MENTIONED,
    "process": Strength.MENTIONED,
    "other": Strength.MENTIONED,
}
_DEAF = frozenset(("company", "benefits", "legal", "process"))
"""Sections in which no phrase makes a demand: a firm may say that it is expert in anything."""
_ASKING = Strength.REQUIRED, Strength.PREFERRED


@dataclass(frozen=True, slots=True)
class Cue:
    """What a phrase says, and where it reaches: ``before`` or ``after`` it."""

    says: str
    reach: str


class Judge:
    """Answers how strongly an advert speaks of whatever stands at a place in its text."""

    def __init__(self, folded: Folded, sections: Sections, sentences: Sentences) -> None:
        self.text, self.sections, self.sentences = folded.text, sections, sentences
        self._cues = phrases().find(folded)
        self._starts = [cue.start for cue in self._cues]
        self._known: dict[tuple[int, int], bool] = {}
        self._gaps = [gap.end() for gap in _GAP.finditer(self.text)]
        self._items = [item.start() for item in _LISTED.finditer(self.text)]
        self._bare = not sections.has("required", "preferred")

    def strength(self, start: int, end: int) -> Strength | None:
        """Strength of the words at a place; None where the advert says that they are not asked."""
        section = self.sections.at(start)
        if start < section.start and section.kind != "intro":
            return Strength.MENTIONED
        sentence = self.sentences.at(start)
        if section.kind in _DEAF or self._idle(sentence):
            return Strength.MENTIONED
        return self._spoken(start, end, sentence, section.kind)

    def _idle(self, sentence: tuple[int, int]) -> bool:
        """Whether a sentence asks nothing of the work, whatever it names."""
        if sentence not in self._known:
            self._known[sentence] = bool(
                INSTRUCTION.search(self.text, *sentence) or APPLYING.search(self.text, *sentence)
            )
        return self._known[sentence]

    def cues_in(self, start: int, end: int) -> list[Found[Cue]]:
        """Phrases that begin in a stretch of the text."""
        return self._cues[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def opens_choice(self, start: int, sentence: tuple[int, int]) -> bool:
        """Whether words such as "such as" stand shortly before a place and open a list of examples."""
        near = max(sentence[0], start - 40)
        return any(
            cue.means.says == "alternative"
            and cue.end <= start
            and not re.search(r"[;)]|\.\s", self.text[cue.end : start])
            and len(self.text[cue.end : start].split()) <= 3
            for cue in self.cues_in(near, start)
        )

    def _spoken(
        self, start: int, end: int, sentence: tuple[int, int], kind: str
    ) -> Strength | None:
        cues = self.cues_in(*sentence)
        nearest = min(self._reaching(cues, start, end, sentence), default=None)
        base = _BY_SECTION.get(kind)
        if self._denied(start, end, sentence) or (nearest and nearest[1] == "negated"):
            return None
        if nearest:
            return self._weighed(nearest[1], base)
        if base in _ASKING and self._after_list(sentence):
            return self._closing(base, cues, sentence)
        if base is not None:
            return self._raised(base, cues, sentence)
        return self._loose(start, sentence, cues)

    def _reaching(
        self, cues: Sequence[Found[Cue]], start: int, end: int, sentence: tuple[int, int]
    ) -> Iterator[tuple[int, str]]:
        """Distance and word of each strong phrase whose reach covers the place."""
        for cue in cues:
            says = cue.means.says
            if says in ("weak", "alternative") or self._excused(cue):
                continue
            if cue.means.reach == "after" and cue.end <= start and self._forward(cue, start):
                yield start - cue.end, says
            elif says == "preferred" and self._aside(cue, start, end):
                yield max(start - cue.end, cue.start - end), says
            elif (
                cue.means.reach == "before" and cue.start >= end and self._back(cue, end, sentence)
            ):
                yield cue.start - end, self._softened(cue, cues)
            elif (
                cue.means.reach == "before"
                and cue.end <= start
                and NAMELY.match(self.text, cue.end, start)
            ):
                yield start - cue.end, self._softened(cue, cues)

    def _forward(self, cue: Found[Cue], start: int) -> bool:
        between = self.text[cue.end : start]
        if cue.means.says == "negated":
            return not re.search(r"[;,.]\s|\b(?:but|aber|mais|pero|maar)\b", between)
        return not re.search(r";|\.\s", between)

    def _aside(self, cue: Found[Cue], start: int, end: int) -> bool:
        """A wish in brackets reaches both ways in them: "(preferred Python)", "(Kafka ideally; ...)"."""
        if cue.means.reach == "before" and cue.end <= start:
            return self.text[cue.start - 1 : cue.start] == "(" and not re.search(
                r"[);]", self.text[cue.end : start]
            )
        return (
            cue.means.reach == "after"
            and cue.start >= end
            and self.text[cue.end : cue.end + 1] in (";", ")")
            and re.fullmatch(r"[\s,]*", self.text[end : cue.start]) is not None
        )

    def _back(self, cue: Found[Cue], end: int, sentence: tuple[int, int]) -> bool:
        """Whether a phrase after the place reaches back to it over no border of a clause."""
        between = self.text[end : cue.start]
        if between.rstrip().endswith("(") and ")" not in between:
            return not re.search(r"[,;]|\band\b", between)
        if "(" in between and ")" in between[between.index("(") :]:
            between = re.sub(r"\([^()]*\)", "", between)
        if ")" in between and "(" in self.text[sentence[0] : end]:
            between = between.replace(")", "", 1)
        return not CLAUSE.search(between)

    def _softened(self, cue: Found[Cue], cues: Sequence[Found[Cue]]) -> str:
        """ "not required, but a plus" is a wish and no refusal."""
        if cue.means.says != "negated":
            return cue.means.says
        later = any(
            other.means.says == "preferred" and 0 <= other.start - cue.end < 25 for other in cues
        )
        return "preferred" if later else "negated"

    def _excused(self, cue: Found[Cue]) -> bool:
        return (
            cue.means.says == "required"
            and EXCUSE.search(self.text, max(0, cue.start - 10), cue.start) is not None
        )

    def _denied(self, start: int, end: int, sentence: tuple[int, int]) -> bool:
        """ "no Kubernetes experience required": a no before, a needed after."""
        before = self.text[max(sentence[0], start - 45) : start]
        if re.fullmatch(r"(?:no|keine?|pas de|sin|geen)\s", before, re.I):
            return True
        return (
            NONE_BEFORE.search(before) is not None
            and NEEDED_AFTER.search(self.text[end : sentence[1]]) is not None
        )

    def _weighed(self, says: str, base: Strength | None) -> Strength:
        if says == "required" and base is Strength.PREFERRED:
            return Strength.PREFERRED
        return Strength(says)

    def _raised(
        self, base: Strength, cues: Sequence[Found[Cue]], sentence: tuple[int, int]
    ) -> Strength:
        """Duties that speak of what the person knows already are demands: "you have experience with"."""
        if base is Strength.DUTY and any(cue.means.says == "weak" for cue in cues):
            words = self.text[sentence[0] : sentence[1]]
            if KNOWN.search(words) and not DUTY.search(words):
                return Strength.REQUIRED
        return base

    def _after_list(self, sentence: tuple[int, int]) -> bool:
        """Whether a paragraph stands below the section's list: the advert has gone on to speak."""
        start = self.sections.at(sentence[0]).start
        index = bisect_left(self._gaps, sentence[0] + 1) - 1
        if index < 0 or (gap := self._gaps[index]) < start:
            return False
        if ITEM.match(self.text, gap) or self.text[gap] in " \t":
            return False
        listed = bisect_left(self._items, start)
        return listed < len(self._items) and self._items[listed] < gap

    def _closing(
        self, base: Strength, cues: Sequence[Found[Cue]], sentence: tuple[int, int]
    ) -> Strength:
        """Words below a list ask what they say they ask, or when they are short; else they tell."""
        words = self.text[slice(*sentence)]
        ours = OURS.search(words) and not ADDRESSED.search(words)
        asks = any(cue.means.says == "weak" for cue in cues) or len(words.split()) <= _SHORT
        return base if asks and not ours else Strength.MENTIONED

    def _loose(self, start: int, sentence: tuple[int, int], cues: Sequence[Found[Cue]]) -> Strength:
        """Words under no known heading: by who the sentence speaks of."""
        words = self.text[sentence[0] : sentence[1]]
        ours = OURS.search(words) and not ADDRESSED.search(words)
        if any(cue.means.says == "weak" and cue.start <= start for cue in cues):
            return Strength.MENTIONED if ours else Strength.REQUIRED
        if not ours and (DUTY.search(words) or DOING.match(words)):
            return Strength.DUTY
        if ours or not self._bare or sentence == self.sentences.all[0]:
            return Strength.MENTIONED
        return Strength.REQUIRED if len(words.split()) <= 14 else Strength.DUTY


_GAP = re.compile(r"\n[ \t]*\n")
_LISTED = re.compile(rf"^{ITEM.pattern}", re.M)
_SHORT = 14
"""Words up to which a line below a list may be one more demand without saying so."""


@lru_cache(maxsize=1)
def phrases() -> Phrases[Cue]:
    """Every phrase of the table, ready for searching."""
    data = tomllib.loads(CUES.read_text(encoding="utf-8"))
    return Phrases(
        (phrase, _cue(says, reach))
        for says, reaches in data.items()
        for reach, listed in reaches.items()
        for phrase in listed
    )


def _cue(says: str, reach: str) -> Cue:
    return Cue("weak", "after") if reach == "weak" else Cue(says, reach)
