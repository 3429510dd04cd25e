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
        (
            "other",
            r"^(?:(?:job|work|primary|position) )?(?:locations?|type|schedule|title|category|id|code|posting)\b|"
            r"^(?:dienst|stand|arbeits|einsatz)ort|^(?:start|date|posted|req\b|requisition|department|duration|"
            r"reports? to|employment type|reporting|arbeitszeit|beginn|beschäftigungsart)|level$|^travel|"
            r"^(?:lieu|date|type de contrat|ubicación|tipo de contrato|locatie|standplaats|uren)\b",
        ),
        (
            "stack",
            r"\bstack\b|^tech$|^tools?$|^technik$|(?:tools|tech|technolog\w+) (?:we|you|i|wir|du|que|nous)\b|"
            r"what we (?:use|build with)|"
            r"under the hood|techno(?:logie)?s (?:utilisées|que)|unsere (?:tools|technologien)|tecnologías|technieken",
        ),
        (
            "preferred",
            r"^(?:cool|toll|super|schön|nice|awesome|sweet|leuk)\b|(?:les|petits?) plus\b|"
            r"nice.to.have|be nice|be great|bonus|prefer|desir|a plus\b|pluses|plus ?points?|extra|stand out|ideally|"
            r"ideal world|optional|(?:may|might|could) (?:also )?have|(?:and )?(?:perhaps|maybe) also|"
            r"would (?:also |really |all )?(?:help|make|please|delight|love|like|be|impress|excite)|"
            r"(?:will|may|might) help|helpful|additional (?:qualif|skill|experience)|even better|impress|"
            r"(?:good|great) to have|sets? you apart|we.d love|make us (?:smile|happy)|smile|delight|icing|cherry|"
            r"brownie|wish ?list|welcome|not essential|not a must|on top|advantage|asset|better still|"
            r"von vorteil|wünschens|wünsch|wäre|plus ?punkt|punktest|gern gesehen|freuen wir uns|das gewisse|kein muss|"
            r"atout|souhait|appréci|serait|idéal|encore mieux|"
            r"valora|deseable|sumar|suma puntos|destacar|punto extra|ideal sería|"
            r"meegenomen|pluspunt|\bpr[eé]\b|handig|leuk als|fijn als",
        ),
        (
            "denied",
            r"(?:don.t|do not|won.t|needn.t) (?:care|need|require|mind|expect|worry|ask)|not required|not needed|"
            r"no need|not (?:necessary|looking for)|(?:doesn.t|does not) matter|never mind|"
            r"nicht (?:nötig|notwendig|erforderlich|brauchst|brauchen)|brauchst du nicht|egal|"
            r"pas (?:besoin|nécessaire|requis)|no (?:hace falta|necesitas|pedimos|es necesario)|"
            r"niet (?:nodig|vereist)|hoef(?:t|je)? (?:je )?niet",
        ),
        (
            "legal",
            r"equal|diversity|inclusi|privacy|disabilit|eeo|accommodat|datenschutz|chancengleich|"
            r"\bscams?\b|fraud|disclaimer|physical (?:demand|requirement)|clearance|work authori|visa|sponsorship|"
            r"your rights|égalité|igualdad|gelijke",
        ),
        (
            "benefits",
            r"benefit|perk|offer|compensat|salary|\bpay\b|why (?:join|you.ll love|us|work)|in it for you|"
            r"in return|what you (?:can expect|get)|we give|leave$|wellness|"
            r"kriegst|kriegen|bekommen|erhältst|für dich$|darauf (?:kannst|freu)|rahmenbedingungen|konditionen|"
            r"conditions|condiciones|arbeidsvoorwaarden|wij geven|on (?:vous|t.) offre|"
            r"bieten|vorteile|gehalt|angebot|das bekommst|darauf kannst|weiterbildung|"
            r"offrons|proposons|avantage|rémunération|ce que (?:nous|vous)\b.*\b(?:offr|gagn)|"
            r"ofrec|benefici|bieden|krijg|you.ll get|rewards|arbeitsvoorwaarden",
        ),
        (
            "process",
            r"apply|interview|hiring|recruit|application|bewerb|ansprech|postul|candidature|sollicit|"
            r"next steps|contact|kontakt|how we hire|find out more|learn more|what happens next|"
            r"proceso|proces\b|processus|procedure|lebenslauf",
        ),
        (
            "company",
            r"about (?:us|the (?:company|team|business))|who (?:we|are we)\b(?!.{0,14}(?:looking|need|want))|"
            r"our (?:company|story|values|culture|team|mission|vision|people|product)|life at|company|culture|"
            r"the team$|what we do$|how we work|organi[sz]ation|work environment|where you.d be|"
            r"über uns|wer wir|unternehmen|das sind wir|wir über uns|dein team|das team|"
            r"à propos|qui sommes|l.(?:entreprise|équipe)|quiénes somos|sobre nosotros|la empresa|el equipo|"
            r"over ons|wie (?:zijn )?wij\b|ons team|het team|meet the",
        ),
        (
            "required",
            r"you(?:.ll| will| would)? (?:\w+ )?(?:bring|need|have|know|are)|looking for|who you are|about you|"
            r"(?:great|good|right|strong) (?:fit|match)|fit if|for you if|if you\b|this is you|is this you|"
            r"sounds? like you|what it takes|tool(?:box|kit|belt)|basics|"
            r"essentials?\b(?! (?:job |duties|func|resp))|what we look|non.?negotiable|"
            r"deal.?breaker|thrive|should (?:have|be|apply)|candidate|ideal|"
            r"überzeug|deine stärken|rucksack|fachlich|persönlich|rüstzeug|solltest du|"
            r"ce que (?:vous|tu) apport|on (?:cherche|attend)|nous attendons|^vous\b|^tu (?:es|as)|"
            r"pedimos|esperamos|^tú\b|nos gustaría que|neem je mee|heb je|jouw (?:profiel|achtergrond)|functie.eisen|"
            r"bring(?:st|en|t)\b|mitbring|suchen|dich aus|das (?:kannst|bist|hast)|passt zu|"
            r"tienes|tendrás|debes|necesitas|buscamos|saber|c.est vous|vous êtes|recherch|"
            r"breng je|ben jij|jij (?:hebt|bent)|zoeken|herken",
        ),
        (
            "duties",
            r"responsib|dut(?:y|ies)|you.ll (?:do|be doing|work|build|own|be)|you.d be|your (?:role|"
            r"mission|impact|tasks|work|day|job|first)|the (?:role|job|position|work|opportunity|challenge|problem)|"
            r"about th(?:e|is) (?:role|job|position|opportunity)|overview|summary|description|"
            r"functions|you will|in this role|accountabilit|success looks|purpose|"
            r"what (?:will )?you.{0,12}do\b|getting into|day.to.day|typical (?:day|week)|first \d+ days|"
            r"au quotidien|vos? (?:rôle|responsab)|ferez|el puesto|tu trabajo|jouw werk|"
            r"deine? (?:arbeit|alltag|wirkung)|"
            r"machst|aufgaben|erwartet|rolle|mission|poste|funciones|dein job|"
            r"responsabil|taken\b|functie|werkzaam|tareas|harás|tu día|ga je doen|jouw rol|de rol",
        ),
        ("other", r"^(?:what (?:is|are)|why|how|when|where)\b"),
        (
            "required",
            r"require|qualif|skill|experience|must|need|expect|profil|background|criteria|expertise|"
            r"anforder|kenntnisse|voraussetz|erforderlich|compétence|requisit|perfil|vragen|eisen|competenc|"
            r"knowledge|education|languages?$|sprachen|connaissances|kennis|conocimiento|indispensab|imprescindib|"
            r"attributes|we value",
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
    kind, depth, reached = "intro", 9, -1
    front = front_matter(text)
    if front:
        yield Section("other", "", 0, 0, 0)
    yield Section("intro", "", front, 0, front)
    lines = list(_LINE.finditer(text, front))
    for index, line in enumerate(lines):
        words = line[0]
        following = lines[index + 1][0] if index + 1 < len(lines) else ""
        apart = _stands_apart(text, line.start(), line.end())
        level = _level(words)
        found = _heading_kind(words, following, depth, kind, apart=apart)
        if found:
            kind, depth = found, level
            yield Section(kind, words.strip(), line.end(), 0, line.start())
            continue
        led = _lead_in(words, following)
        if led:
            kind, depth = led, 9
            yield Section(kind, "", line.end(), 0, line.end())
            continue
        for inline in sorted(_inline(words, line.start()), key=_begins):
            if inline.begins <= reached:
                continue
            reached = inline.begins
            yield inline
            if len(words) > _WALL or (
                inline.kind not in _ONE_LINE and not _complete(words, following, depth)
            ):
                kind, depth = inline.kind, 9
            elif (after := _reaches(text, inline.start, line.end())) < len(text):
                yield Section(kind, "", after, 0, after)


def _begins(section: Section) -> int:
    return section.begins


def _lead_in(line: str, following: str) -> str:
    """Kind of the list that a whole sentence opens: "It would be great if you also know:"."""
    plain = line.strip()
    if not plain.endswith(":") or len(plain) > _LONGEST_LEAD or not _is_item(following.strip()):
        return ""
    last = re.split(r"(?<=[.!?])\s", plain)[-1]
    return "other" if _LATER.search(last) else _guess(last)


_LONGEST_LEAD = 300
_LATER = re.compile(r"future (?:role|position|opening|opportunit)|areas like|künftige|futur", re.I)
"""Words of lists that tell what there may be one day, and ask nothing now."""


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


def _heading_kind(
    line: str, following: str, depth: int, current: str, *, apart: bool = False
) -> str:
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
    level = _level(line)
    guess = _guess(plain.strip("#* "))
    if level > depth:
        guess = _within(guess, current)
    if level < 7:
        return guess or (current if level > depth else "unknown")
    if titled := _titled(plain):
        return titled
    if not _heading_shape(plain, following):
        return _opening(plain) if apart else ""
    return known or guess or (current if _divides(plain, following) else "")


def _titled(line: str) -> str:
    """Kind of a line that holds nothing but the words of headings: "Desired Experience & Skills"."""
    if not line[:1].isupper() or not _TITLED.fullmatch(line):
        return ""
    return _guess(line)


_TITLED = re.compile(
    r"(?:(?:the|our|your|key|job|minimum|basic|preferred|required|desired|additional|essential|other|technical|"
    r"core|main|general|professional|special|ideal|requirements?|qualifications?|responsibilities|experience|"
    r"skills?|skill ?sets?|education|benefits|duties|tasks|competenc\w+|knowledge|abilit\w+|technologies|"
    r"expertise|attributes|criteria|accountabilities|and|of|for|this|role|position|candidate)\b[\s,&/:-]*)+",
    re.I,
)


def _within(guess: str, current: str) -> str:
    """A guess about a heading below another: what divides demands seldom speaks of the firm."""
    return "" if current in _ASKING and guess in ("company", "other", "stack") else guess


_ASKING = ("required", "preferred")


def _stands_apart(text: str, start: int, end: int) -> bool:
    """Whether a line has an empty one before it and words right after it, as headings have."""
    before = start < 2 or text[start - 2 : start] == "\n\n"
    return before and text[end : end + 1] == "\n" and text[end + 1 : end + 2] not in ("\n", "")


def _opening(line: str) -> str:
    """Kind of a short plain line that could be a heading by what it begins with, or nothing."""
    if len(line.split()) > _SHORT_HEADING or line.endswith((".", ",", ";", "!")):
        return ""
    return next((kind for kind, pattern in _OPENINGS if pattern.match(line)), "")


_SHORT_HEADING = 7
_OPENINGS = tuple(
    (kind, re.compile(pattern, re.I))
    for kind, pattern in (
        (
            "preferred",
            r"(?:nice|cool|schön|toll|super|bonus|great|good to have|even better|would|ideally|plus|pluses|extra|"
            r"preferred|desirable|desired|wünschenswert|von vorteil|pluspunkte|idealerweise|gern|un plus|les plus|"
            r"serait|atouts|souhait|se valora|deseable|valoramos|puntos|een pre|mooi|leuk|pre)\b",
        ),
        ("denied", r"(?:not|what you don.t|you don.t|nicht|kein|pas|no hace|niet|geen)\b.{0,30}$"),
        (
            "benefits",
            r"(?:what we offer|we offer|benefits|perks|our offer|was wir bieten|wir bieten|unser angebot|"
            r"nous offrons|avantages|ofrecemos|qué ofrecemos|beneficios|wij bieden|wat wij? bied)",
        ),
        (
            "required",
            r"(?:what you|who you|you bring|you have|your (?:profile|skills|background)|about you|requirements|"
            r"qualifications|skills|must|was du|das bringst|dein profil|ihr profil|wen wir|anforderungen|"
            r"votre profil|profil|ce que vous|compétences|tu perfil|perfil|requisitos|qué (?:pedimos|necesitas)|"
            r"wie ben|jouw profiel|wat (?:vragen|breng)|functie.eisen)\b",
        ),
        (
            "duties",
            r"(?:the role|your role|your work|what you.ll do|responsibilities|tasks|duties|deine aufgaben|"
            r"ihre aufgaben|aufgaben|was dich|vos missions|missions|le poste|qué harás|funciones|wat ga je|"
            r"jouw rol|de functie)\b",
        ),
        (
            "company",
            r"(?:about|über uns|wir sind|à propos|qui sommes|sobre|quiénes|over ons|wie zijn)\b",
        ),
        (
            "process",
            r"(?:how to apply|apply|bewerb|contact|kontakt|postul|candidat|sollicit|interview)",
        ),
    )
)


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


_DASH = re.compile(r"\s-\s+(?=[A-Z0-9])")


def _said_within(words: str) -> str:
    """Kind of an unknown heading inside a line, told only by what surely opens a part."""
    kind = _guess(words) if len(words.split()) > 1 and len(words.split()) <= _SHORT_HEADING else ""
    return kind if kind in ("required", "preferred", "duties", "benefits", "denied") else ""


_WALL = 600
"""Characters from which a line holds more than one part of an advert, its line breaks lost."""
_SINGLE = (
    "requirements",
    "qualifications",
    "responsibilities",
    "benefits",
    "anforderungen",
    "aufgaben",
    "requisitos",
)


@lru_cache(maxsize=1)
def _wall_headings() -> dict[str, list[str]]:
    """Known headings by their first word, the longest first."""
    found: dict[str, list[str]] = {}
    for heading, kind in table().items():
        if kind not in ("other", "stack") and (" " in heading or heading in _SINGLE):
            found.setdefault(_WORD.findall(heading)[0], []).append(heading)
    return {word: sorted(listed, key=len, reverse=True) for word, listed in found.items()}


def _in_wall(line: str) -> Iterator[tuple[str, int, int]]:
    """Known headings inside a wall of text, each with where it and the words after it begin.

    They follow the end of a sentence or a word, begin with a capital, and stand before another.
    """
    low = line.lower().replace("’", "'")
    if len(low) != len(line):
        return
    reached = 0
    for match in _CAPITAL.finditer(line):
        start, word = match.start(1), match[1].lower().replace("’", "'")
        if start < reached:
            continue
        for heading in _wall_headings().get(word, ()):
            after = _AFTER_HEADING.match(line, start + len(heading))
            if after and low.startswith(heading, start):
                reached = after.end()
                yield line[start : start + len(heading)], start, reached
                break


_WORD = re.compile(r"[\w']+")
_CAPITAL = re.compile(r"(?<=[\w.!?;:)\]”\"*•-])\s+([A-ZÄÖÜÉ][\w'’]*)")
_AFTER_HEADING = re.compile(r"\s*(?::|[-•*]|(?=\s[A-Z0-9•*-]))")


_LABEL = 72
"""Characters within which a heading on its words' line ends."""


def _inline(line: str, offset: int) -> Iterator[Section]:
    """Headings that share a line with their words, at its start or after a full stop."""
    first = _INLINE.match(line) if line.find(":", 0, _LABEL) > 0 else None
    if first and (kind := kind_of(first[1])):
        yield Section(kind, first[1].strip(), offset + first.end(), 0, offset)
    if len(line) > _WALL:
        for heading, begins, after in _in_wall(line):
            kind = kind_of(heading)
            yield Section(kind, heading, offset + after, 0, offset + begins)
            if kind == "company" and (dash := _DASH.search(line, after)):
                yield Section("unknown", "", offset + dash.start(), 0, offset + dash.start())
    if len(line) > 120 and line.find(":", 2) > 0:
        for match in _WITHIN.finditer(line):
            if kind := kind_of(match[1]) or _said_within(match[1]):
                yield Section(kind, match[1], offset + match.end(), 0, offset + match.start(1))
