"""Human qualities that an advert asks, apart from technical names."""

from __future__ import annotations

from seasoned.market.posting import ASKED, SoftSkill, Span, Strength
from seasoned.market.strength import Judge


def soft_skills_of(judge: Judge) -> tuple[SoftSkill, ...]:
    """Each quality asked once, at its strongest and first place, in the order of the text."""
    found: dict[str, SoftSkill] = {}
    for hit in judge.found["soft"]:
        name = hit.means.says
        known = found.get(name)
        if name == "none" or (known and known.strength is Strength.REQUIRED):
            continue
        strength = judge.strength(hit.start, hit.end)
        if strength in ASKED and (known is None or strength is Strength.REQUIRED):
            quote = judge.text[hit.start : hit.end]
            found[name] = SoftSkill(
                name=name, strength=strength, span=Span(start=hit.start, end=hit.end, quote=quote)
            )
    return tuple(found.values())
