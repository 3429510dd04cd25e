"""How strongly an advert speaks of something at a place: required, preferred, duty, mentioned, or no.

The rule: the nearest phrase whose reach covers the place wins ("is a plus" reaches back to the
start of its clause, "ideally" forward to the end of the sentence); without one the section decides.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from seasoned.market.phrasing import Cue, phrases
from seasoned.market.posting import Strength
from seasoned.market.sections import Sections
from seasoned.market.sentences import ITEM, Sentences
from seasoned.market.wording import (
    CLAUSE,
    DOING,
    EXCUSE,
    INSTRUCTION,
    NAMELY,
    NEEDED_AFTER,
    NONE_BEFORE,
    TO_MACHINES,
)
from seasoned.skills.folding import Folded
from seasoned.skills.phrases import Found

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


class Saying:
    """A sentence with the phrases in it; what they make of it is worked out once."""

    __slots__ = ("about", "end", "idle", "start", "strong", "weak", "words")

    def __init__(
        self, start: int, end: int, words: str, cues: Sequence[Found[Cue]], about: frozenset[str]
    ) -> None:
        self.start, self.end, self.words, self.about = start, end, words, about
        self.strong = [c for c in cues if c.means.says not in ("weak", "alternative")]
        self.weak = [c for c in cues if c.means.says == "weak"]
        self.idle = "idle" in about

    @property
    def ours(self) -> bool:
        """Whether it speaks of the firm and not of the person."""
        return "ours" in self.about and "addressed" not in self.about


_ABOUT = ("ours", "addressed", "duty", "known", "idle", "none")


class Judge:
    """Answers how strongly an advert speaks of whatever stands at a place in its text."""

    def __init__(self, folded: Folded, sections: Sections, sentences: Sentences) -> None:
        self.text, self.sections, self.sentences = folded.text, sections, sentences
        self.found = phrases().find(folded)
        self._cues = self.found["cue"]
        self._starts = [cue.start for cue in self._cues]
        self._abouts = sorted((one.start, name) for name in _ABOUT for one in self.found[name])
        self._sayings: dict[int, Saying] = {}
        self._machines = any(word in folded.lower for word in TO_MACHINES)
        self._gaps: list[int] | None = None
        self._items: list[int] = []
        self._bare = not sections.has("required", "preferred")

    def strength(self, start: int, end: int) -> Strength | None:
        """Strength of the words at a place; None where the advert says that they are not asked."""
        section = self.sections.at(start)
        if section.kind in _DEAF or (start < section.start and section.kind != "intro"):
            return Strength.MENTIONED
        saying = self.saying(start)
        if section.kind == "denied":
            return None
        if saying.idle:
            return Strength.MENTIONED
        return self._spoken(start, end, saying, section.kind)

    def saying(self, place: int) -> Saying:
        """The sentence at a place, with what its phrases say."""
        start, end = self.sentences.at(place)
        known = self._sayings.get(start)
        if known is None:
            known = self._sayings[start] = self._heard(start, end)
        return known

    def _heard(self, start: int, end: int) -> Saying:
        words = self.text[start:end]
        first = bisect_left(self._abouts, (start, ""))
        last = bisect_left(self._abouts, (end, ""))
        about = frozenset(name for _, name in self._abouts[first:last])
        saying = Saying(start, end, words, self.cues_in(start, end), about)
        if self._machines and INSTRUCTION.search(words):
            saying.idle = True
        return saying

    def cues_in(self, start: int, end: int) -> list[Found[Cue]]:
        """Phrases that begin in a stretch of the text."""
        return self._cues[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def opens_choice(self, start: int) -> bool:
        """Whether words such as "such as" stand shortly before a place and open a list of examples."""
        near = max(self.saying(start).start, start - 40)
        return any(
            cue.means.says == "alternative"
            and cue.end <= start
            and not _CLOSED.search(self.text, cue.end, start)
            and len(self.text[cue.end : start].split()) <= 3
            for cue in self.cues_in(near, start)
        )

    def _spoken(self, start: int, end: int, saying: Saying, kind: str) -> Strength | None:
        nearest = min(self._reaching(saying, start, end), default=None) if saying.strong else None
        base = _BY_SECTION.get(kind)
        if (nearest and nearest[1] == "negated") or self._denied(start, end, saying):
            return None
        if nearest:
            return self._weighed(nearest[1], base)
        if base in _ASKING and self._after_list(saying):
            return self._closing(base, saying)
        if base is not None:
            return self._raised(base, saying)
        return self._loose(start, saying)

    def _reaching(self, saying: Saying, start: int, end: int) -> Iterator[tuple[int, str]]:
        """Distance and word of each strong phrase whose reach covers the place."""
        for cue in saying.strong:
            says, reach = cue.means.says, cue.means.reach
            if says == "required" and self._excused(cue):
                continue
            if reach == "after" and cue.end <= start and self._forward(cue, start):
                yield start - cue.end, says
            elif says == "preferred" and self._aside(cue, start, end):
                yield max(start - cue.end, cue.start - end), says
            elif reach == "before" and cue.start >= end and self._back(cue, end, saying):
                yield cue.start - end, self._softened(cue, saying)
            elif reach == "before" and cue.end <= start and self._ahead(cue, start, saying):
                yield start - cue.end, self._softened(cue, saying)

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

    def _ahead(self, cue: Found[Cue], start: int, saying: Saying) -> bool:
        """Whether a phrase that speaks of what stands before it names examples of that, or opens
        its sentence and so speaks of what follows: "A plus, but no must, are MLflow or Kubeflow"."""
        if NAMELY.match(self.text, cue.end, start):
            return True
        opening = len(self.text[saying.start : cue.start].split()) <= _OPENING
        return opening and not _ENDED.search(self.text, cue.end, start)

    def _back(self, cue: Found[Cue], end: int, saying: Saying) -> bool:
        """Whether a phrase after the place reaches back to it over no border of a clause."""
        between = self.text[end : cue.start]
        if between.rstrip().endswith("(") and ")" not in between:
            return not re.search(r"[,;]|\band\b", between)
        if "(" in between and ")" in between[between.index("(") :]:
            between = re.sub(r"\([^()]*\)", "", between)
        if ")" in between and "(" in self.text[saying.start : end]:
            between = between.replace(")", "", 1)
        return not CLAUSE.search(between) and not self._closed(cue, end, saying)

    def _closed(self, cue: Found[Cue], end: int, saying: Saying) -> bool:
        """Whether a list ended before the words that the phrase speaks of: in "Python and SQL,
        Java or Scala welcome" only what stands after the comma is."""
        comma = self.text.rfind(", ", end, cue.start)
        if comma < 0:
            return False
        before = self.text[max(saying.start, self.text.rfind(";", 0, comma)) : comma]
        return _JOINED.search(before) is not None and not _JOINED.match(self.text, comma + 2)

    def _softened(self, cue: Found[Cue], saying: Saying) -> str:
        """ "not required, but a plus" is a wish and no refusal."""
        if cue.means.says != "negated":
            return cue.means.says
        later = any(
            other.means.says == "preferred" and 0 <= other.start - cue.end < 25
            for other in saying.strong
        )
        return "preferred" if later else "negated"

    def _excused(self, cue: Found[Cue]) -> bool:
        return EXCUSE.search(self.text, max(0, cue.start - 10), cue.start) is not None

    def _denied(self, start: int, end: int, saying: Saying) -> bool:
        """ "no Kubernetes experience required": a no before, a needed after."""
        if "none" not in saying.about:
            return False
        before = self.text[max(saying.start, start - 45) : start]
        if _PLAIN_NO.fullmatch(before):
            return True
        return (
            NONE_BEFORE.search(before) is not None
            and NEEDED_AFTER.search(self.text[end : saying.end]) is not None
        )

    def _weighed(self, says: str, base: Strength | None) -> Strength:
        if says == "required" and base is Strength.PREFERRED:
            return Strength.PREFERRED
        return Strength(says)

    def _raised(self, base: Strength, saying: Saying) -> Strength:
        """Duties that speak of what the person knows already are demands: "you have experience with"."""
        known = saying.weak and "known" in saying.about and "duty" not in saying.about
        return Strength.REQUIRED if base is Strength.DUTY and known else base

    def _after_list(self, saying: Saying) -> bool:
        """Whether a paragraph stands below the section's list: the advert has gone on to speak."""
        if self._gaps is None:
            self._gaps = [gap.end() for gap in _GAP.finditer(self.text)]
            self._items = [item.start() for item in _LISTED.finditer(self.text)]
        start = self.sections.at(saying.start).start
        index = bisect_right(self._gaps, saying.start) - 1
        if index < 0 or (gap := self._gaps[index]) < start:
            return False
        if ITEM.match(self.text, gap) or self.text[gap] in " \t":
            return False
        listed = bisect_left(self._items, start)
        return listed < len(self._items) and self._items[listed] < gap

    def _closing(self, base: Strength, saying: Saying) -> Strength:
        """Words below a list ask what they say they ask, or when they are short; else they tell."""
        asks = saying.weak or len(saying.words.split()) <= _SHORT
        return base if asks and not saying.ours else Strength.MENTIONED

    def _loose(self, start: int, saying: Saying) -> Strength:
        """Words under no known heading: by who the sentence speaks of."""
        ours = saying.ours
        if any(cue.start <= start for cue in saying.weak):
            return Strength.MENTIONED if ours else Strength.REQUIRED
        if not ours and ("duty" in saying.about or DOING.match(saying.words)):
            return Strength.DUTY
        if ours or not self._bare or saying.start == self.sentences.all[0][0]:
            return Strength.MENTIONED
        return Strength.REQUIRED if len(saying.words.split()) <= _SHORT else Strength.DUTY


_OPENING = 2
"""Words before a phrase with which it still opens its sentence."""
_ENDED = re.compile(r";|\.\s|[–—]")
_JOINED = re.compile(r"\b(?:and|und|et|y|en)\b", re.I)
_CLOSED = re.compile(r"[;)]|\.\s")
_PLAIN_NO = re.compile(r"(?:no|keine?|pas de|sin|geen)\s", re.I)
_GAP = re.compile(r"\n[ \t]*\n")
_LISTED = re.compile(rf"^{ITEM.pattern}", re.M)
_SHORT = 14
"""Words up to which a line below a list may be one more demand without saying so."""
