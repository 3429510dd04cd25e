"""The place that an advert names."""

from __future__ import annotations

import re

from seasoned.market.hints import hinted, lines_with, windows
from seasoned.market.posting import Span

_LABEL = re.compile(
    r"^[ \t#*>-]*(?:location|locations|job location|work location|primary location|"
    r"place of work|office|based in|dienstort|standort|"
    r"arbeitsort|einsatzort|lieu(?: de travail)?|localisation|ubicación|localización|lugar|"
    r"locatie|standplaats|werklocatie|ort)\*{0,2}[ \t]*(?::\*{0,2}[ \t]*|\n[ \t]*(?=[A-ZÄÖÜÉ]))"
    r"(?P<place>[^\n]{2,90})",
    re.I | re.M,
)
_BASED = re.compile(
    r"\b(?:based (?:in|at)|located in|office (?:is )?in|position (?:is )?in|join us in|"
    r"in unserem (?:büro|office) in|am standort|poste basé à|"
    r"basé[e]? à|ubicad[oa] en|con sede en|gevestigd in|kantoor in)\s+"
    r"(?P<place>(?:St\. )?(?:[A-ZÄÖÜÉÎ][\w'’-]+)(?:[ ,]+(?:[A-ZÄÖÜÉÎ][\w'’-]+|am|an der|de|la)){0,3})"
)


def location_of(text: str) -> str:
    """The place that a location line or "based in" names; empty where none does."""
    told = location_told(text)
    return told.quote if told else ""


def location_told(text: str) -> Span | None:
    """Where the text names its place, with the name alone as the quote."""
    match = _labelled(text) or _based(text)
    if not match:
        return None
    place = re.split(r" \| |(?<!\bSt)\.\s|\s\w+:\s", match["place"].strip(" *.|"))[0]
    place = re.sub(r"^(?:hybrid|remote|on-?site)\s*[–—:,/-]\s*", "", place, flags=re.I) or place
    place = (
        re.sub(r"\s*[,(|–·-]\s*\(?(?:hybrid|remote|on-?site).*$", "", place, flags=re.I) or place
    )
    return Span(start=match.start("place"), end=match.end("place"), quote=place)


def _labelled(text: str) -> re.Match[str] | None:
    """A line that is labelled, or stands under a label; a label on its own takes a short line only."""
    for start, _ in lines_with(text, "place-label"):
        found = _LABEL.match(text, start)
        if found and (
            ":" in found[0][: found.start("place") - start] or len(found["place"]) <= _SHORT
        ):
            return found
    return None


_SHORT = 40


def _based(text: str) -> re.Match[str] | None:
    for start, end in windows(text, hinted(text, "place-based"), _BEHIND, _AHEAD):
        if found := _BASED.search(text, start, end):
            return found
    return None


_BEHIND, _AHEAD = 20, 90
