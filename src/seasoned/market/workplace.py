"""Whether work is done remotely, in part, or on site, as the words of an advert say it.

A tag or a label ("Location: Hybrid") and a sentence about the role decide; what a benefit list
allows now and then ("home office possible") counts only where nothing decides. Remote *or* hybrid
is remote, since the person may choose; remote said beside fixed days in an office is hybrid.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from seasoned.market.hints import hinted, lowered, windows
from seasoned.market.posting import Span
from seasoned.market.sections import Sections

_AWAY = ("remote", "remoto", "teletrabajo", "wfh", "anywhere", "distributed", "work from home")
_HALF = (
    "hybrid",
    "híbrid",
    "home office",
    "homeoffice",
    "home-office",
    "travail",
    "thuis",
    "mobile",
    "from home",
)
_HERE = (
    "on-site", "onsite", "on site", "in-person", "in person", "vor ort", "presencial", "présentiel", "sur site",
    "op locatie", "in-office", "in office", "office-based", "office based",
)  # fmt: skip
_ROOMS = ("office", "büro", "bureau", "oficina", "kantoor")
_WHEN = ("portion", "day", "tag", "jour", "día", "dag", "week", "once", "twice", "%")
_FROM = ("from", "out of", "in the", "in our")
_NUMBER = r"(?:[1-4]|one|two|three|four|zwei|drei|vier|deux|trois|quatre|dos|tres|cuatro|twee|drie)"
_DAYS = r"(?:days?|tagen?|tage|jours?|días?|dagen)"
_OFFICE = (
    r"(?:offices?|büros?|bureau|oficina|kantoor|on[- ]?site|in[- ]person|vor ort|sur site|presencial|"
    r"présentiel|home ?office|remote(?:ly)?|télétravail|teletrabajo|thuis\w*|home)"
)
_NOISE = re.compile(
    r"remote[- ](?:sensing|control|server|procedure|team members|colleagues|stakeholders|sites?|monitoring|"
    r"patient|areas?|execution|access|machines?|offices?|parts|locations|desktop|systems|environments?)|"
    r"(?:with|of|across|manag\w+|lead\w*|individuals) remote(?:,? \w+)? (?:teams?|colleagues)|"
    r"hybrid[- ](?:cloud|search|retrieval|models|architectures?|infrastructure|recommend\w*|rank\w*|systems?|"
    r"deploy\w*|and multi|vehicles?|quantum|ml|ai\b|methods?|multi\w*|target|immuno\w*|modalit\w*|"
    r"algorithm\w*|data|apps?\b|application\w*|learning|transactional)|hybridoma|"
    r"(?:gym|parking|canteen|lunch\w*|massage|yoga|fitness|showers?|snacks)\b[^.;\n]{0,25}on[- ]?site|"
    r"https?://\S+|search remote jobs|remote (?:jobs|workers)\b|entretien sur site|(?:aplicaciones|"
    r"apps) híbridas|hybrid-analytics|"
    r"(?:cloud|on[- ]prem\w*)[^.;\n]{0,20}\bhybrid|environnement hybride|hybrid environments|"
    r"(?:control|soporte|acceso|asistencia|escritorio)[^.;\n]{0,20}remot\w+|remoto como presencial|"
    r"(?:interviews?|held|conducted|onboard\w*)\b[^.;\n]{0,40}\bremote(?:ly)?|work personas[^\n]{0,90}|"
    r"from in-office[^\n]{0,60}remote|home ?office (?:set.?up|stipend|budget|equipment|allowance|reimburs\w*|"
    r"ausstattung)|"
    r"(?:microsoft|ms|back|head|front|open|post|patent) office|office (?:365|suite|manager|supplies|equipment)",
    re.I,
)
_ASIDE = (
    r"(?![- ](?:\w+[- ]){0,2}(?:gyms?|parking|canteen|restaurant|lunch\w*|interviews?|visits?|child\w*|yoga|"
    r"massages?|flu|fitness|health|clinics?|wellness|training|painting|classes|events?|social|meetings?|"
    r"presentations?|support|technical|recruiters?|customers?|clients?|gaming|breakroom|caf\w*|online|"
    r"showers?|teams?\b))(?!/off)(?! vs)(?!,? (?:and )?online)"
)
_CHOICE = re.compile(
    r"\b(?:[Rr]emote(?:ly)?|[Hh]ome ?office|télétravail|teletrabajo|remoto)\b[^.;\n]{0,25}"
    r"(?:\b(?:or|oder|ou|of)\b|[/|])[^.;\n]{0,12}(?:hybrid|on-?site|in[- ]office|office|büro|bureau|[A-ZÄÖÜ]\w+)|"
    r"\b(?:[Hh]ybrid\w*|[Oo]n-?site|in[- ]office|híbrid[oa])\b[^.;\n]{0,12}(?:\b(?:or|oder|ou|of)\b|"
    r"[/|])\s*(?:\w+\s)?remot|"
    r"\b(?:open to|consider(?:ing)?) (?!partial)(?:\w+ ){0,2}[Rr]emote\b",
)
_WEEK = re.compile(
    r"(?<![-–\d])(?:5|five|fünf|cinq|cinco|vijf)[- ](?:days?|tage|jours|días|dagen)[^.;\n]{0,30}(?:office|büro|"
    r"bureau|"
    r"oficina|kantoor|on[- ]?site|in[- ]person)",
    re.I,
)
_HYBRID = re.compile(
    r"[|(,·/–—]\s*hybrid\b(?! (?:cloud|search|models?|systems?))|"
    r"\bhybrid(?:e[rns]?)?\b(?:\s*(?:$|[|(),.:;·/–—-])|[- ](?:work\w*|model\b|role|position|schedule|set.?up|office|"
    r"remote|policy|arrangement|mode\b|environment|jobs?|teams?|approach|basis|format|culture|opportunit\w*|"
    r"arbeit\w*|homeoffice|full[- ]time|permanent|te werken|werken|in[- ]office|(?:and|&) (?:flexible|remote)|"
    r"in (?-i:[A-Z])|from|with|\d|möglich|zusammenarbeit))|"
    r"\b(?:role|position|job|is|are|work\w*|offers?|location|workplace|modus|travail|en|arbeiten|fully) (?:\w+ ){0,2}"
    r"hybrid(?:e[rns]?)?\b|\bhíbrid[oa]s?\b|"
    rf"\b{_NUMBER}(?:\s?(?:-|–|to|or|bis|à|a)\s?(?:{_NUMBER}|5|five))?\+?[- ]{_DAYS}\b[^.;\n]{{0,40}}?\b{_OFFICE}\b|"
    rf"\b{_OFFICE}\b[^.;\n]{{0,45}}\b{_NUMBER}(?:\s?(?:-|–|to|or|bis|à|a)\s?\w+)?\s{_DAYS}\b|"
    rf"\b(?:office|on[- ]?site)\b[^.;\n]{{0,25}}\b(?:once|twice|tuesdays?|wednesday|thursday|mittwoch)|"
    r"\b(?:once|twice) (?:a|per) (?:week|month)[^.;\n]{0,25}\boffice|"
    r"\b(?:partially|partly|teilweise|partiellement|gedeeltelijk) (?:\w+ )?(?:remote|home ?office|im home)|"
    r"(?<!\d)[1-9]\d ?% (?:remote|home.?office|télétravail)|\bpartial remote|"
    r"(?:portion|part|some) of (?:\w+ ){0,4}(?:hours|week|time)\b[^.;\n]{0,40}\boffice|mix of (?:home|"
    r"remote) and|télétravail partiel|"
    r"flexible mix",
    re.I | re.M,
)
_NO_REMOTE = re.compile(
    r"\b(?:not?|isn['’]t|aren['’]t|nicht|kein\w*|pas de|sin|geen|cannot|unable)\s+(?:\w+\s+){0,3}?"
    r"(?:remote|home.?office|télétravail|teletrabajo|thuiswerken)(?! (?:experience|only))|"
    r"remote (?:or hybrid )?work is (?:not|un)|"
    r"\bremote(?:ly)?(?: eligible| work)?\s*:\s*no\b|"
    r"100 ?% (?:on.?site|vor ort|présentiel|presencial)|(?:on.?site|in.person|office) only",
    re.I,
)
_REMOTE = re.compile(
    r"\b(?:fully|100 ?%|completely|entirely|permanently|all|vollständig|komplett|full|totalmente|volledig|"
    r"entièrement)[- ](?:remote|home ?office|télétravail|teletrabajo|distributed|remoto)\b|"
    r"\b(?:télétravail|teletrabajo|remoto) (?:complet|total|à 100|100)|"
    r"(?<!some )(?<!occasional )(?<!partial )\bremote[- ](?:first|only|friendly|position|role|job|"
    r"work\b(?! options?)|within|in\b|from|eu|us\b|uk\b|anywhere|"
    r"contract|possible|ok\b|company|set.?up|candidates|team\b|\()|\bwork (?:from anywhere|remotely)|\bor remotely\b|"
    r"\bworking remotely\b|\b(?:work|based) (?:from )?anywhere|"
    r"\b(?:role|position|job|this|we|team|company|are|is|be|primarily|100 ?%) (?:\w+ ){0,3}?remote(?:ly)?\b|"
    r"(?:^|[|(,·/:–—-]|#li-)\s*remote(?:\s*(?:$|[|),.·/;–—-]|\(|\bor\b|\boder\b|\bou\b)|, )|"
    r"[\w)] [–—-] remote\b|[ (]remote\)?\s*$|"
    r"\b(?:role|position|job)\b[^.;\n]{0,30}\bwork from home\b|\bwork from home (?:role|position|job)|"
    r"\bteletrabajo\b|\bremoto\b|\b(?:we are|we['’]re|as|fully|100 ?%) (?:an? )?(?:\w+ )?distributed\b|"
    r"\bwfh\b(?! (?:flexib|polic|option|day))",
    re.I | re.M,
)
_ON_SITE = re.compile(
    rf"\b(?:position|role|job|work(?:ing)?|is|be|fully|full[- ]time,?|required?|location|workplace|strictly|model|"
    rf"{_DAYS}|week)\W+(?:\w+\W+){{0,3}}?on[- ]?site\b{_ASIDE}|"
    rf"\b(?:position|role|job|work(?:ing)?|fully|required?|model|{_DAYS})\W+(?:\w+\W+){{0,2}}?"
    rf"in[- ](?:office|person)\b{_ASIDE}|"
    r"\b(?:on[- ]?site|in[- ]office|in[- ]person)[- ](?:position|role|job|work\b|only|required|presence|"
    r"in (?-i:[A-Z])|at (?:our|the)|"
    r"from (?:our|the)|full[- ]time|five|attendance|first)|"
    r"(?:^|[|(,·/:–—]|#li-)\s*(?:on[- ]?site|in[- ](?:person|office))\s*(?:$|[|).·/;–—]|, (?-i:[A-Z]))|"
    r"[ (]on-?site\)?\s*$|\boffice[- ]based\b|\bop (?:locatie|kantoor)\b|"
    r"\bpresencial(?:es)?\b|\bsur site\b(?! (?:web|client))|\bprésentiel\b|"
    r"\b(?:arbeit\w*|tätig\w*|präsenz|position|rolle|stelle) (?:\w+ ){0,3}vor ort\b|\bvor ort (?:in|im|arbeit\w*)|"
    r"(?:^|[|(,·/:–—])\s*vor ort\s*(?:$|[|),.·/;–—])|"
    r"\b(?:work\w*|based|role is) (?:\w+ ){0,2}?(?:from|in|out of) (?:our|the) (?:\w+ ){0,3}office\b",
    re.I | re.M,
)
_NOW_AND_THEN = re.compile(
    r"\bhome[- ]?office\b|\b(?:work(?:ing)? from home|remote|home working)[- ](?:\w+[- ])?(?:flexib\w*|options?|"
    r"days?|polic\w*|opportunit\w*|possibilit\w*)|\b(?:occasional\w*|partial\w*|some|flexib\w*|option\w*|"
    r"opportunity|ability)\b[^.;\n]{0,30}\b(?:remote(?:ly)?|work(?:ing)? from home|wfh)\b|\bwork remote\b|"
    r"\btélétravail\b|\bthuis ?werk\w*|\bmobile[sn]? arbeit\w*",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Told:
    """What an advert says about the place of work, with the words.

    ``plain``: it is said of the role, and not only as something allowed now and then.
    """

    workplace: str
    span: Span
    plain: bool = True


def workplace_of(text: str) -> str:
    """``remote``, ``hybrid`` or ``onsite`` as the text says it; empty where it says nothing."""
    told = workplace_told(text, Sections(text))
    return told.workplace if told else ""


def workplace_told(text: str, sections: Sections) -> Told | None:
    """The place of work with the words that say it; None where the text says nothing."""
    said: dict[str, tuple[int, int]] = {}
    loose: tuple[int, int] | None = None
    low = lowered(text)
    for start, end in windows(text, hinted(text, "workplace"), _AROUND, _AROUND):
        if low.endswith(_LABEL, start, end):
            end = min(len(text), end + _ANSWER)
        near = low[start:end]
        if not _tells(near):
            continue
        words = _cut(text, start, end)
        kind = sections.at(start).kind
        for name, a, b in _claims(words, near, kind):
            said.setdefault(name, (start + a - 1, start + b - 1))
        if loose is None and not said and (now_and_then := _NOW_AND_THEN.search(words)):
            loose = start + now_and_then.start() - 1, start + now_and_then.end() - 1
    name = _decided(said)
    if name:
        return Told(name, _span(text, said[name]))
    return Told("hybrid", _span(text, loose), plain=False) if loose else None


_LABEL = ("remotely:", "remote:")
_ANSWER = 5
"""Characters of the answer that may stand below a label."""
_AROUND = 90
"""Characters around a hint that tell what it is about."""


def _tells(near: str) -> bool:
    """Whether words may speak of the place of work; an office by itself does not."""
    return (
        _has(near, _AWAY)
        or _has(near, _HALF)
        or _has(near, _HERE)
        or _has(near, _WHEN)
        or _has(near, _FROM)
    )


def _has(near: str, words: Sequence[str]) -> bool:
    return any(word in near for word in words)


def _cut(text: str, start: int, end: int) -> str:
    """The stretch without noise, between two signs that tell its line's start and end from a cut."""
    words = text[start:end]
    if _NOISY.search(words):
        words = _NOISE.sub(_blank, words)
    first = "\n" if start == 0 or text[start - 1] == "\n" else "~"
    last = "\n" if end == len(text) or text[end] == "\n" else "~"
    return first + words + last


_NOISY = re.compile(r"remot|h[yí]brid|site|office|presencial", re.I)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _claims(words: str, near: str, kind: str) -> Iterator[tuple[str, int, int]]:
    """What a stretch claims; benefits on site are no place of work."""
    away, half, here = _has(near, _AWAY), _has(near, _HALF), _has(near, _HERE)
    when, rooms = _has(near, _WHEN), _has(near, _ROOMS)
    none = _NO_REMOTE.search(words) if away or half or here else None
    if away and not none and (choice := _CHOICE.search(words)):
        yield "choice", *choice.span()
    if when and (week := _WEEK.search(words)):
        yield "onsite", *week.span()
    elif (
        (half or when or away)
        and (hybrid := _HYBRID.search(words))
        and not (none and none.start() <= hybrid.start() < none.end())
    ):
        yield "hybrid", *hybrid.span()
    if none:
        yield "onsite", *none.span()
    elif (away or half) and (remote := _REMOTE.search(words)):
        yield "remote", *remote.span()
    elif kind != "benefits" and (here or rooms) and (on_site := _ON_SITE.search(words)):
        yield "onsite", *on_site.span()


def _decided(said: dict[str, tuple[int, int]]) -> str:
    """One answer from all claims: a choice is the person's, fixed days make remote a hybrid."""
    if "choice" in said:
        said.setdefault("remote", said["choice"])
        return "remote"
    if "hybrid" in said or {"remote", "onsite"} <= said.keys():
        said.setdefault("hybrid", said.get("onsite", (0, 0)))
        return "hybrid"
    return next((name for name in ("onsite", "remote") if name in said), "")


def _span(text: str, place: tuple[int, int]) -> Span:
    return Span(start=place[0], end=place[1], quote=text[slice(*place)])
