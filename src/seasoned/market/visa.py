"""Whether an advert offers to sponsor a visa, or asks for the right to work."""

from __future__ import annotations

import re
from dataclasses import dataclass

from seasoned.market.hints import sentences_with
from seasoned.market.posting import Span, Strength
from seasoned.market.strength import Judge

_REFUSED = re.compile(
    r"(?:\bnot?\b|n['’]t\b|\bunable\b|\bcannot\b|\bwithout\b|\bnor\b|\bkeine?\w*\b|\bnicht\b|\bpas (?:de )?|"
    r"\baucun\w*|"
    r"\bsin\b|\bgeen\b|\bniet\b|\bnon\b)[^.;:!]{0,80}(?:sponsor|visa\b|visum|arbeitserlaubnis)|"
    r"sponsorship[^.;:]{0,40}\b(?:not|unavailable|n/a|no)\b|sponsorship\W{1,6}(?:no|not|none|unavailable)\b",
    re.I,
)
_OFFERED = re.compile(
    r"\b(?:we|can|will|do|able|happy|willing|offer\w*|provid\w*|available|support\w*|help\w*|assist\w*|possible|"
    r"bieten|unterstütz\w*|offrons|ofrecemos|bieden|helfen)\b[^.;!]{0,60}(?:sponsor|visa\b|visum|work permit|"
    r"arbeitserlaubnis|werkvergunning)|"
    r"(?:sponsorship|visa (?:support|assistance|help)|sponsor visas?)[^.;:]{0,30}\b(?:available|offered|provided|"
    r"possible|yes|considered|for eligible)\b|sponsorship\W{1,6}(?:yes|available|offered|provided)\b|"
    r"visa (?:sponsorship|support|assistance|sponsoring)|visum(?:s)?unterstützung|"
    r"(?:relocation|umzug)\w*[^.;]{0,20}visa",
    re.I,
)
_RIGHT = re.compile(
    r"\b(?:must|need|required?|have|has|hold|possess|only|legally|currently|be|are|valid\w*|gültige\w*|avoir|"
    r"disponer|contar|beschikken)\b[^.;!]{0,60}(?:right to work|(?:authori[sz]ed|authori[sz]ation|eligib\w+|"
    r"permission|permit\w*|entitled|able) to (?:legally )?work in|work authori[sz]ation|(?:authori[sz]ed) to work|"
    r"work(?:ing)? permit|arbeitserlaubnis|arbeitsgenehmigung|permis de travail|permiso de trabajo|werkvergunning|"
    r"citizen(?:ship|s)?\b|u\.?s\.? person\b|clearance)|"
    r"(?:right to work|work authori[sz]ation|authori[sz]ation to work|citizenship|clearance|citizens?|"
    r"permis de travail|permiso de trabajo|werkvergunning|arbeitserlaubnis)[^.;!]{0,40}\b(?:required|is a must|"
    r"necessary|only|mandatory|needed|requis|obligatoire|exigé|erforderlich|requerido|obligatorio|vereist)|"
    r"\b(?:u\.?s\.?|uk|eu|german|british) citizens?\b[^.;]{0,15}(?:only|required)?|"
    r"(?:active|current|ability to obtain|eligib\w+ (?:for|to obtain))[^.;]{0,40}\bclearance\b",
    re.I,
)
_NOT_EVERY = re.compile(r"\b(?:every|all|each) (?:role|position|candidate)", re.I)
_SPONSORED = re.compile(
    r"sponsor\w* (?:candidates?|applicants?|employ\w+|work|you\b|h-?1b|international)"
)
_WISHED = re.compile(
    r"\b(?:a|big|strong) plus\b|preferred|nice to have|desir|von vorteil|un plus\b", re.I
)
_RIGHTS_TALK = re.compile(
    r"regardless|without regard|discriminat|e-verify|verif\w+ (?:the |your )?(?:identity|eligib)|equal opportunit|"
    r"protected|status|national origin|veteran|customs clearance|clearance (?:rate|sale)|citizen (?:data|developer|"
    r"scien)|corporate citizen|good citizen|mastercard|visa (?:card|inc)",
    re.I,
)


@dataclass(frozen=True, slots=True)
class VisaTold:
    """What an advert says about permits, ``offered`` or ``not offered``, with the words."""

    visa: str
    span: Span


def visa_of(judge: Judge) -> VisaTold | None:
    """A plain refusal before an offer, an offer before a right to work that is asked; else None."""
    told: dict[str, Span] = {}
    for start, end in sentences_with(judge.text, judge.sentences, "visa"):
        words = judge.text[start:end]
        if words.rstrip("*").endswith(":"):
            words += judge.text[end : end + _ANSWER]
        name = _said(judge, words, start)
        if name:
            told.setdefault(name, Span(start=start, end=end, quote=judge.text[start:end]))
    for name, visa in (
        ("refused", "not offered"),
        ("offered", "offered"),
        ("right", "not offered"),
    ):
        if name in told:
            return VisaTold(visa, told[name])
    return None


_ANSWER = 30
"""Characters after a label on its own in which its answer stands."""


def _said(judge: Judge, words: str, start: int) -> str:
    low = words.lower()
    permits = "sponsorship" in low or "visa" in low or "visum" in low or _SPONSORED.search(low)
    if words.endswith("?"):
        return ""
    if (
        permits
        and (refused := _REFUSED.search(words))
        and not _NOT_EVERY.search(words, refused.start())
    ):
        return "refused"
    if _RIGHTS_TALK.search(words):
        return ""
    if permits and _OFFERED.search(words):
        return "offered"
    asked = _RIGHT.search(words)
    if asked is None or _WISHED.search(words):
        return ""
    place = start + asked.start()
    return (
        "" if judge.strength(place, start + asked.end()) in (None, Strength.PREFERRED) else "right"
    )
