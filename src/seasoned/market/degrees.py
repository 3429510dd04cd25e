"""Degrees that an advert asks, the lowest that is enough, with field and equivalents."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from seasoned.market.degree_names import FIELD, named
from seasoned.market.posting import DegreeAsked, Span, Strength
from seasoned.market.strength import Judge

_ORDER = ("first", "higher", "doctorate")
_NOT_DEGREE = re.compile(
    r"duales? studium|privates studium|studiengebühr|(?:während des|neben dem|dein(?:em)?) studiums?|"
    r"in lieu of|instead of|degree (?:programs?|apprentice|assistance)|tuition|"
    r"scrum master|master data|webmaster|master (?:the|of your|branch|node|file)|to a (?:high|"
    r"large|great)|degree of\b|some degree|high degree|360.degree",
    re.I,
)
_OTHER_DEGREE = re.compile(
    r"\b(?:other|equivalent|similar|related|comparable|associate['’]?s?(?: of \w+)?|dual|high school|"
    r"or(?= (?:quant|tech|engin|scien|relev|stem))) (?:\w+ )?degree\b",
    re.I,
)
"""A degree that only widens the subjects of one named before: "or other quantitative degree"."""
_PURSUING = re.compile(
    r"\b(?:enrolled|pursuing|working towards?|currently (?:studying|completing)|student in|immatrikuliert|"
    r"eingeschrieben|du studierst|laufendes studium|étudiant\w*|cursando|prépare[rzs]?|intégre[rz]|"
    r"en alternance|estudiante|je studeert|bezig met)\b|"
    r"en cours d",
    re.I,
)
_COMPLETED = re.compile(
    r"\b(?:completed|graduated?|holding|recent|obtained|abgeschlossen\w*|titulaire)\b", re.I
)
_EQUIVALENT = re.compile(
    r"or (?:an? )?(?:\w+ )?equivalent|equivalent (?:\w+ ){0,2}experience|or comparable|"
    r"or (?:relevant |related )?(?:work |practical |industry )?experience|"
    r"in lieu of|substitut|or \d+\+? years|or (?:extensive|proven|demonstrated|commensurate)|"
    r"comparable experience|and/or (?:\w+ )?experience|ausbildung|ou expérience|o experiencia|werkervaring|"
    r"quereinstieg|oder (?:eine? )?(?:vergleichbar|gleichwertig)|vergleichbare|ou équivalent|"
    r"o (?:experiencia )?equivalente|of (?:een )?(?:vergelijkbare?|gelijkwaardig)|"
    r"or similar\b(?! field)|combination of education and experience",
    re.I,
)


_EXCEPTION = re.compile(
    r"(?:years?|yrs?|jahren?|ans|años|jaar)\b[^.;,]{0,20}\b(?:with|mit|avec|con|"
    r"met)\s+(?:an?\s+|une?\s+|een\s+|einem?r?\s+)?$",
    re.I,
)
"""Years that hold for a degree: the degree is their exception and no demand."""
_HIGHER_BEFORE = re.compile(
    r"(?:master|m\.?sc?\.?|ph\.?\s?d|doctoral|graduate|advanced|higher)(?:['’]?s)?\.?(?:\s+of\s+\w+)?\s*"
    r"(?:\w+\s+|level\s*)?$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class _Found:
    degree: str
    start: int
    end: int
    sentence: tuple[int, int]
    strength: Strength


def degrees_of(judge: Judge) -> tuple[DegreeAsked, ...]:
    """Degrees asked: per sentence and strength the lowest that is enough, then one per strength."""
    groups: dict[tuple[tuple[int, int], Strength], list[_Found]] = {}
    for found in _found(judge):
        groups.setdefault((found.sentence, found.strength), []).append(found)
    asked = (_asked(judge.text, group) for group in groups.values())
    return tuple(_one_each([degree for degree in asked if degree]))


def fields_in(judge: Judge) -> list[tuple[int, int]]:
    """Places where the subjects of a degree stand, as in "PhD in statistics or physics"."""
    places = []
    for _, match in named(judge.text):
        end = judge.sentences.at(match.start())[1]
        stop = _AFTER_FIELDS.search(judge.text, match.end(), end)
        places.append((match.end(), stop.start() if stop else end))
    return [place for place in places if FIELD.search(judge.text, *place)]


_AFTER_FIELDS = re.compile(
    r"[;.:]|\b(?:experience|knowledge|years?|with|and a\b|plus|skills|who|erfahrung|"
    r"kenntnisse|sowie|expérience|"
    r"experiencia|ervaring|proficien|including|familiar)",
    re.I,
)


def _found(judge: Judge) -> Iterator[_Found]:
    for degree, match in named(judge.text):
        if strength := _strength(judge, match):
            yield _Found(degree, *match.span(), judge.sentences.at(match.start()), strength)


def _strength(judge: Judge, match: re.Match[str]) -> Strength | None:
    if _is_other(judge.text, match) or _is_exception(judge, match):
        return None
    section = judge.sections.at(match.start())
    if section.kind in ("company", "benefits", "legal", "process"):
        return Strength.REQUIRED if _stands_first(judge, match) else None
    said = judge.strength(*match.span())
    if said is Strength.PREFERRED and section.kind != "preferred" and not _wished(judge, match):
        return Strength.REQUIRED
    if said is Strength.REQUIRED and _wish_after(judge, match, _SURE):
        return Strength.PREFERRED
    if said in (Strength.REQUIRED, Strength.PREFERRED):
        return said
    if said is not None and match.start() >= section.start and _demands(judge, match):
        return Strength.REQUIRED
    return None


_PLAINLY = re.compile(
    r"(?:minimum|required|mindest\w*) (?:education|degree|qualification|abschluss)\w*\s*:?\s*(?:an? )?$|"
    r"(?:education|degree) (?:required|requirement)s?\s*:\s*(?:an? )?$",
    re.I,
)
"""Words that ask for the degree after them under any heading."""


def _wished(judge: Judge, match: re.Match[str]) -> bool:
    """Whether a wish is said of this degree and not of a higher one or of a subject after it."""
    start, _ = judge.sentences.at(match.start())
    before = _WISH_BEFORE.search(judge.text, start, match.start())
    return before is not None or _wish_after(judge, match, _WISH_AFTER)


def _wish_after(judge: Judge, match: re.Match[str], words: re.Pattern[str]) -> bool:
    """Whether the words after a degree call it a wish, before a higher degree or another thought."""
    end = judge.sentences.at(match.start())[1]
    wish = words.search(judge.text, match.end(), end)
    if wish is None:
        return False
    between = judge.text[match.end() : wish.start()]
    if between.strip() == "(":
        return True
    between = re.sub(r"\([^()]*\)", "", between)
    higher = _HIGHER_AFTER.search(between)
    return not (higher and higher.start() > 0) and not _THOUGHT.search(between)


_THOUGHT = re.compile(r"[;(]|,\s(?:with|and|plus|including|experience)\b|required|\bmust\b", re.I)
_WISH_BEFORE = re.compile(
    r"prefer|ideal|bonus|nice to have|\bplus\b|desir|advantage|vorzugsweise|wünschenswert|idéal|valor|"
    r"voorkeur|liefst|vorteil|optional|would be|great if|even better|helpful|souhait",
    re.I,
)
_WISH_AFTER = re.compile(
    r"prefer|desir|\bplus\b|bonus|advantage|asset|nice to have|valued|not required|"
    r"appreciated|vorteil|wünschenswert|souhait|atout|deseabl|valor|"
    r"\bpr[eé]\b|gewenst|welcome|beneficial|helpful|optional",
    re.I,
)
_SURE = re.compile(
    r"\b(?:is|are|(?:would|will) be|highly|strongly)\s(?:an? |highly |strongly |definite |huge |big )*"
    r"(?:preferred|desired|desirable|valued|plus|bonus|advantage|asset|welcome|appreciated)\b",
    re.I,
)
"""A wish said so plainly that it stands also where brackets keep the nearer cues away."""
_HIGHER_AFTER = re.compile(
    r"[,;(–—-]\s*(?:and |but |with )?(?:an? )?(?:ph\.?\s?d|master|m\.?sc?\b|m\.?a\.?\b|mba|advanced|graduate|doctora|"
    r"promotion)",
    re.I,
)


def _is_other(text: str, match: re.Match[str]) -> bool:
    """Whether the words are no degree, or one that only widens another."""
    if match[0].lower().endswith("degree") or match[0].lower().startswith("degree"):
        before = text[max(0, match.start() - 34) : match.start()]
        if _HIGHER_BEFORE.search(before) or _OTHER_DEGREE.search(
            text, max(0, match.start() - 24), match.end()
        ):
            return True
    return _NOT_DEGREE.search(text, max(0, match.start() - 16), match.end() + 14) is not None


def _stands_first(judge: Judge, match: re.Match[str]) -> bool:
    """Whether a sentence opens with a degree and its subject: a demand even under a heading read wrongly."""
    start, end = judge.sentences.at(match.start())
    if _PLAINLY.search(judge.text, max(start, match.start() - 60), match.start()):
        return True
    return (
        len(judge.text[start : match.start()].split()) <= 2
        and judge.sections.at(match.start()).kind != "benefits"
        and FIELD.search(judge.text, match.end(), end) is not None
    )


def _is_exception(judge: Judge, match: re.Match[str]) -> bool:
    """Whether a degree only says whom a number of years holds for: "or 3 years with a PhD"."""
    start, end = judge.sentences.at(match.start())
    held = _EXCEPTION.search(judge.text, max(0, match.start() - 50), match.start())
    if held is None or _EITHER.search(judge.text, start, held.start()):
        return held is not None
    return len(_SPENT.findall(judge.text, start, end)) > 1


_EITHER = re.compile(r"\b(?:or|oder|ou|o|of)\b", re.I)
_SPENT = re.compile(r"\d\+?\s*(?:-\s*\d+\s*)?(?:years?|yrs?|jahren?|ans|años|jaar)\b", re.I)


def _demands(judge: Judge, match: re.Match[str]) -> bool:
    """A degree in loose text is a demand when its sentence asks, as in "Bachelor's degree in"."""
    start, end = judge.sentences.at(match.start())
    head = judge.text[start : match.start()]
    return len(head) < 40 and not re.search(
        r"\b(?:we|our|team|founded|wir|notre|our)\b", judge.text[start:end], re.I
    )


def _asked(text: str, group: Sequence[_Found]) -> DegreeAsked | None:
    """The lowest degree of a sentence; who is still to study for one has the one before it."""
    start, end = group[0].sentence
    words = text[start:end]
    degree = min((found.degree for found in group), key=_ORDER.index)
    if _PURSUING.search(words) and not _COMPLETED.search(words):
        if degree == "first":
            return None
        degree = "first"
    return DegreeAsked(
        degree=degree,
        span=Span(start=start, end=end, quote=words),
        fields=tuple(
            dict.fromkeys(m[0].lower() for m in FIELD.finditer(text, group[0].start, end))
        )[:12],
        or_equivalent=_EQUIVALENT.search(words) is not None,
        strength=group[0].strength,
    )


def _one_each(asked: Sequence[DegreeAsked]) -> Iterator[DegreeAsked]:
    """One demand per strength, the lowest degree; a wish below the demand says nothing."""
    required = [d for d in asked if d.strength is Strength.REQUIRED]
    preferred = [d for d in asked if d.strength is Strength.PREFERRED]
    best = min(required, key=lambda d: _ORDER.index(d.degree), default=None)
    if best:
        fields = tuple(
            dict.fromkeys(f for d in required if d.degree == best.degree for f in d.fields)
        )
        yield replace(best, fields=fields, or_equivalent=any(d.or_equivalent for d in required))
    wish = min(preferred, key=lambda d: _ORDER.index(d.degree), default=None)
    if wish and (best is None or _ORDER.index(wish.degree) > _ORDER.index(best.degree)):
        yield wish
