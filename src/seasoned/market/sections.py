"""Where in an advert its demands, wishes, duties, company words and benefits stand.

Headings are found by Markdown marks, by a table of those in real adverts, by shape, and inside
lines ("Nice to have: Kafka"). What stands before the first heading is ``intro``.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from seasoned.catalogue import BUILT_IN
from seasoned.market.sentences import ITEM

TABLE = BUILT_IN / "reading" / "headings.toml"
_MARKS = re.compile(r"^[\s#*_>|~=\W]*(?:\d{1,2}[.)]\s+)?|[\s*_:#|=~.!?…\W]+$")
_LINE = re.compile(r"[^\n]+")
_INLINE = re.compile(r"^(\W{0,4}[^:\n]{2,60}?)\*{0,2}\s*:\*{0,2}\s*(?=\S)")
_WITHIN = re.compile(
    r"(?:(?<=[.!?;])|(?<=[.!?;]\*\*))\s+\*{0,2}([A-ZÄÖÜÉ¿][^.:;!?\n]{2,45}?)\*{0,2}\s*:\s*(?=\S)"
)
_ONE_LINE = frozenset(("other", "benefits", "preferred", "stack", "legal", "process", "company"))
"""Kinds that, when their heading and words share a line, end with that line."""
_GUESSES = tuple(
    (kind, re.compile(pattern, re.I))
    for kind, pattern in (
        ("stack", r"\bstack\b|(?:tools|tech|technologies) (?:we|you)\b"),
        (
            "preferred",
            r"nice.to.have|be nice|be great|bonus|prefer|desir|a plus\b|extra|stand out|ideally|optional|von vorteil|"
            r"(?:may|might|could) (?:also )?have|"
            r"(?:will|would|may|might) help|helpful|additional (?:qualif|skill|experience)|even better|impress|"
            r"wünschens|atout|valorar|deseable|meegenomen|\bpr[eé]\b",
        ),
        (
            "legal",
            r"equal|diversity|inclusi|privacy|disabilit|eeo|accommodat|datenschutz|chancengleich|"
            r"\bscams?\b|fraud",
        ),
        (
            "benefits",
            r"benefit|perk|offer|compensat|salary|\bpay\b|why (?:join|you.ll love|us)|in it for you|"
            r"bieten|vorteile|gehalt|offrons|proposons|avantage|ofrec|benefici|bieden|you.ll get|rewards",
        ),
        (
            "process",
            r"apply|interview|hiring|recruit|application|bewerb|ansprech|postul|candidature|sollicit|"
            r"next steps|contact|solicit",
        ),
        (
            "company",
            r"about (?:us|the (?:company|team))|who we are|our (?:company|story|values|culture|team|mission|"
            r"vision)|life at|über uns|wer wir|unternehmen|à propos|quiénes somos|sobre nosotros|over ons|"
            r"meet the",
        ),
        (
            "duties",
            r"responsib|dut(?:y|ies)|you.ll (?:do|be doing|work|build|own)|you will|your (?:role|"
            r"mission|impact|"
            r"tasks|work|day|job)|the role|the job|the position|about the (?:role|job|position|opportunity)|"
            r"what (?:will )?you.{0,12}do\b|day.to.day|aufgaben|erwartet|rolle|mission|poste|funciones|"
            r"responsabil|taken\b|functie|werkzaam|tareas|harás",
        ),
        (
            "required",
            r"require|qualif|skill|experience|you bring|looking for|who you are|about you|must|need|expect|"
            r"profil|background|criteria|expertise|mitbring|anforder|kenntnisse|voraussetz|compétence|"
            r"requisit|perfil|vragen|eisen|competenc|knowledge|education|you have|you.ll have|you are|"
            r"(?:great|good|right) fit|fit if|"
            r"candidate|ideal|(?:tienes|tendrás) que|debes|necesitas|saber|connaissances|"
            r"kennis|conocimiento|indispensab|imprescindib",
        ),
    )
)


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of text under one heading; ``start`` is where its words begin, after the heading."""

    kind: str
    heading: str
    start: int
    end: int
    begins: int


class Sections:
    """Sections of a text in order, and which of them a position stands in."""

    def __init__(self, text: str) -> None:
        found = sorted(_headings(text), key=lambda section: section.begins)
        ends = [later.begins for later in found[1:]] + [len(text)]
        self.all = tuple(
            Section(s.kind, s.heading, s.start, end, s.begins)
            for s, end in zip(found, ends, strict=True)
        )
        self._begins = [section.begins for section in self.all]

    def at(self, position: int) -> Section:
        """The section a position stands in."""
        return self.all[max(0, bisect_right(self._begins, position) - 1)]

    def has(self, *kinds: str) -> bool:
        """Whether a section of one of the kinds holds any words."""
        return any(section.kind in kinds and section.end > section.start for section in self.all)

    def starts(self) -> list[int]:
        """Where headings begin and where words after them begin."""
        return sorted({place for section in self.all for place in (section.begins, section.start)})


def kind_of(heading: str) -> str:
    """What stands under a heading, or an empty string where the table does not know it."""
    normal = _normal(heading)
    known = table().get(normal, "")
    if known or "(" not in normal:
        return known
    return table().get(_normal(_BRACKETED.sub("", normal)), "")


_BRACKETED = re.compile(r"\s*\([^()]*\)")


@lru_cache(maxsize=1)
def table() -> dict[str, str]:
    """Known headings, lower case and without marks, with their kind."""
    data = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    return {_normal(heading): kind for kind, headings in data.items() for heading in headings}


def _normal(heading: str) -> str:
    words = heading.strip(_SIGNS)
    if words and not (words[0].isalpha() and words[-1].isalnum()):
        words = _MARKS.sub("", words)
    return " ".join(words.replace("’", "'").lower().split())


_SIGNS = " \t#*_>|~=:.!?…-–—•·,;"


def _headings(text: str) -> Iterator[Section]:
    """Sections without their ends; those that last one line hand back to the one before."""
    kind, depth = "intro", 9
    front = front_matter(text)
    if front:
        yield Section("other", "", 0, 0, 0)
    yield Section("intro", "", front, 0, front)
    lines = list(_LINE.finditer(text, front))
    for index, line in enumerate(lines):
        words = line[0]
        following = lines[index + 1][0] if index + 1 < len(lines) else ""
        level = _level(words)
        found = _heading_kind(words, following, depth, kind)
        if found:
            kind, depth = found, level
            yield Section(kind, words.strip(), line.end(), 0, line.start())
            continue
        for inline in _inline(words, line.start()):
            yield inline
            if inline.kind not in _ONE_LINE and not _complete(words, following, depth):
                kind, depth = inline.kind, 9
            elif (after := _reaches(text, inline.start, line.end())) < len(text):
                yield Section(kind, "", after, 0, after)


def _complete(words: str, following: str, depth: int) -> bool:
    """Whether a note under a marked heading, "Education: we ask for ...", says all on its line."""
    return depth < 7 and words.rstrip().endswith(".") and not _is_item(following.strip())


def front_matter(text: str) -> int:
    """Where the fields between two lines of hyphens at the start of a Markdown file end, else 0."""
    match = _FRONT.match(text)
    return match.end() if match else 0


_FRONT = re.compile(r"\s*---[ \t]*\n(?:(?!---)[^\n]*\n){1,60}---[ \t]*(?:\n|$)")


def _reaches(text: str, start: int, end: int) -> int:
    """Where a heading's words within a line end: with the line, in a long one with the sentence."""
    stop = _SENTENCE_END.search(text, start, end) if end - start > _LONG_LINE else None
    return stop.end() if stop else end


_LONG_LINE = 120
_SENTENCE_END = re.compile(r"[.!?]\s+(?=[A-ZÄÖÜÉ])")


def _level(line: str) -> int:
    bare = line.lstrip()
    if not bare.startswith("#"):
        return 7
    marks = re.match(r"(#{1,6})\s", bare)
    return len(marks[1]) if marks else 7


def _heading_kind(line: str, following: str, depth: int, current: str) -> str:
    """Kind of the section that a line opens, or an empty string where it opens none."""
    plain = line.strip()
    if len(plain) > 90:
        return ""
    item = _is_item(plain)
    if item and not plain.endswith(":"):
        return ""
    known = kind_of(plain)
    if known and not item:
        return known
    if _level(line) < 7:
        return _guess(plain) or (current if _level(line) > depth else "unknown")
    if not _heading_shape(plain, following):
        return ""
    return known or _guess(plain) or (current if _divides(plain, following) else "")


def _is_item(line: str) -> bool:
    if line[:1].isalpha() and line[1:2] != ")":
        return False
    return ITEM.match(line) is not None and not line.lstrip().startswith("#")


def _divides(line: str, following: str) -> bool:
    """Whether a line in heading's shape divides the section it stands in: "Systems Design"."""
    return _is_bold(line) or (
        not line.endswith(":") and len(line.split()) > 1 and _is_item(following.strip())
    )


def _heading_shape(line: str, following: str) -> bool:
    """Short, without the shape of a sentence, and marked by a colon, capitals, bold or a list below."""
    words = line.split()
    if not words or len(words) > 10:
        return False
    if line.endswith((":", ":**")) or _is_bold(line):
        return True
    if line.endswith((".", ",", ";")) or len(words) > 8:
        return False
    if len(words) <= 6 and _QUESTION.match(line):
        return True
    return (line.isupper() and len(line) > 3) or (
        _is_item(following.strip()) and not line[:1].islower()
    )


_QUESTION = re.compile(r"\W{0,3}(?:what|who|why|how|was|wer|wen|ce que|qu[eé]|wat|wie)\b", re.I)
_BOLD = re.compile(r"\*\*[^*]+\*\*:?")


def _is_bold(line: str) -> bool:
    return line.startswith("**") and _BOLD.fullmatch(line) is not None


@lru_cache(maxsize=4096)
def _guess(line: str) -> str:
    return next((kind for kind, pattern in _GUESSES if pattern.search(line)), "")


_LABEL = 72
"""Characters within which a heading on its words' line ends."""


def _inline(line: str, offset: int) -> Iterator[Section]:
    """Headings that share a line with their words, at its start or after a full stop."""
    first = _INLINE.match(line) if line.find(":", 0, _LABEL) > 0 else None
    if first and (kind := kind_of(first[1])):
        yield Section(kind, first[1].strip(), offset + first.end(), 0, offset)
    if len(line) > 120 and line.find(":", 2) > 0:
        for match in _WITHIN.finditer(line):
            if kind := kind_of(match[1]):
                yield Section(kind, match[1], offset + match.end(), 0, offset + match.start(1))
