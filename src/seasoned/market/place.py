"""Where the work is done: place, and remote, hybrid or on site."""

from __future__ import annotations

import re

_LABEL = re.compile(
    r"^[ \t#*>-]*(?:location|locations|job location|work location|primary location|"
    r"place of work|office|based in|dienstort|standort|"
    r"arbeitsort|einsatzort|lieu(?: de travail)?|localisation|ubicación|localización|lugar|"
    r"locatie|standplaats|werklocatie|ort)\*{0,2}\s*:\*{0,2}[ \t]*"
    r"(?P<place>[^\n]{2,90})",
    re.I | re.M,
)
_BASED = re.compile(
    r"\b(?:based (?:in|at)|located in|office (?:is )?in|position (?:is )?in|join us in|"
    r"in unserem (?:büro|office) in|am standort|poste basé à|"
    r"basé[e]? à|ubicad[oa] en|con sede en|gevestigd in|kantoor in)\s+"
    r"(?P<place>(?:[A-ZÄÖÜÉÎ][\w'’.-]+)(?:[ ,]+(?:[A-ZÄÖÜÉÎ][\w'’.-]+|am|an der|de|la)){0,3})"
)
_NO_REMOTE = re.compile(
    r"(?:not|no|isn['’]t|nicht|kein|pas de|sin|geen)\s+(?:\w+\s+){0,3}(?:remote|home.?office|"
    r"télétravail|teletrabajo|thuiswerken)|remote work is not|"
    r"not (?:a )?remote|no remote|on.?site only|in.person only|5 days (?:a|"
    r"per) week in (?:the|our) office|100 ?% (?:on.?site|vor ort|présentiel|presencial)",
    re.I,
)
_HYBRID = re.compile(
    r"\bhybrid(?:e|es)?\b(?!\s*(?:cloud|search|retrieval|models?\b|approach|architecture|"
    r"infrastructure|recommend|rank|systems?|deploy|environment|and multi|vehicle|quantum|ml|"
    r"ai\b|methods?|multi))|"
    r"\bhíbrid[oa]\b|(?:télétravail|home.?office|remote|teletrabajo|thuis\w*)\s+(?:\d|deux|"
    r"trois|two|zwei|dos|tres|twee)\s*(?:jours|days|tage|días|dagen)|\b(?:\d|one|two|three|"
    r"four|zwei|drei|deux|trois|dos|tres|twee|drie)(?:\s?(?:-|–|to)\s?(?:\d|three|"
    r"four))?\s+(?:days?|tage?|jours?|días?|dagen)\s*(?:a|per|/|pro|par|por|in der|"
    r"each)?\s*(?:week|woche|semaine|semana)?\s*(?:in|at|im|au|en|from|on|of|of remote|remote|"
    r"op)?\s*(?:the|our|a|la|het|l['’])?\s*"
    r"(?:\w+\s+)?(?:office|büro|bureau|oficina|kantoor|home ?office|home|remote|télétravail|"
    r"teletrabajo|thuis|on.?site|in.person)|"
    r"\bremote\s+(?:\d|two|three)\s+days|partially remote|partly remote|teilweise (?:remote|"
    r"im home.?office)|(?:tage|days?|jours) (?:home.?office|télétravail|remote)|"
    r"home.?office (?:möglich|nach absprache|anteil|option|regelung)|möglichkeit (?:auf|zu|"
    r"zum) home.?office|(?<!\d)[1-9]\d ?% (?:remote|home.?office)|mix of (?:home|remote) and|"
    r"télétravail partiel|flexible mix",
    re.I,
)
_REMOTE = re.compile(
    r"\b(?:fully|100 ?%|completely|entirely|permanently|vollständig|komplett|full|totalmente|"
    r"volledig|entièrement)[- ]remote\b|\bremote[- ](?:first|only|friendly|position|role|job|"
    r"work|within|in|from|eu|us|anywhere|"
    r"contract|opportunity|option|possible|ok|\(|company|setup)|\bwork (?:from (?:home|"
    r"anywhere)|remotely)|\bworking remotely\b|\bwfh\b|\b(?:100 ?%|full) (?:télétravail|"
    r"home.?office|teletrabajo)\b|"
    r"\bteletrabajo\b|\btélétravail\b|\bremoto\b|\b(?:role|position|job|team|"
    r"this) is (?:\w+ )?remote\b|(?:^|[\s|(,·/-])remote(?=\s*(?:$|[|),.·/;-]|\())|"
    r"\bthuiswerken\b|\bdistributed (?:team|company)\b",
    re.I | re.M,
)
_ON_SITE = re.compile(
    r"\bon[- ]?site\b(?! (?:interview|gym|parking|canteen|restaurant|visits?|lunch|child|"
    r"customer|support|at (?:client|customer)))|\bin[- ](?:office|person)\b(?! interview)|"
    r"\bvor ort\b|\boffice[- ]based\b|\bpresencial\b|\bsur site\b|\bprésentiel\b|"
    r"\bop (?:locatie|kantoor)\b|"
    r"\bin (?:the|our) office\b|\bfrom our (?:\w+ )?office\b|\bin unserem büro\b",
    re.I,
)
_NOISE = re.compile(
    r"remote (?:sensing|control|server|procedure|team members|colleagues|stakeholders|sites?|"
    r"monitoring|patient|areas|execution|access)|hybrid cloud",
    re.I,
)

CURRENCIES = tuple(
    (re.compile(rf"\b(?:{names})\b"), code)
    for names, code in (
        (
            "France|Germany|Deutschland|Allemagne|Spain|España|Espagne|Netherlands|Nederland|Austria|"
            "Österreich|Belgium|Belgique|België|Italy|Italia|Ireland|Portugal|Finland",
            "EUR",
        ),
        ("Switzerland|Schweiz|Suisse|Svizzera", "CHF"),
        ("United Kingdom|UK|England|Scotland|Wales", "GBP"),
        ("United States|USA|U\\.S\\.", "USD"),
        ("Canada", "CAD"),
        ("Australia", "AUD"),
        ("India", "INR"),
        ("Poland|Polska", "PLN"),
        ("Sweden|Sverige", "SEK"),
        ("Mexico|México", "MXN"),
    )
)
"""Countries by their names, with the money that wages are paid in there."""


def workplace_of(text: str) -> str:
    """``remote``, ``hybrid`` or ``onsite`` as the text says it; empty where it says nothing."""
    told = "\n".join(line for line in text.split("\n") if _tells(line.lower()))
    words = _NOISE.sub(lambda m: " " * len(m[0]), told)
    if _HYBRID.search(words):
        return "hybrid"
    if _NO_REMOTE.search(words):
        return "onsite"
    if _REMOTE.search(words):
        return "remote"
    return "onsite" if _ON_SITE.search(words) else ""


def _tells(line: str) -> bool:
    return any(word in line for word in _WHERE)


_WHERE = (
    "remote", "hybrid", "híbrid", "office", "büro", "bureau", "oficina", "kantoor", "home", "site", "person",
    "vor ort", "travail", "teletrabajo", "remoto", "presencial", "présentiel", "thuis", "locatie", "wfh",
    "anywhere", "distributed", "flexible mix",
)  # fmt: skip
"""Words of which every pattern above holds one; lines without any are passed over."""


def location_of(text: str) -> str:
    """The place that a location line or "based in" names; empty where none does."""
    match = _LABEL.search(text) or _BASED.search(text)
    if not match:
        return ""
    place = re.split(r" \| |\.\s", match["place"].strip(" *.|"))[0]
    place = re.sub(r"^(?:hybrid|remote|on-?site)\s*[–—:,/-]\s*", "", place, flags=re.I) or place
    return re.sub(r"\s*[,(|–·-]\s*\(?(?:hybrid|remote|on-?site).*$", "", place, flags=re.I) or place
