"""Matches of adverts and hard constraints in a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from seasoned.cli.keys import short_keys
from seasoned.cli.showing import heading, in_words, line, percent, table
from seasoned.cli.views.posting import titled
from seasoned.journeys.content import Content
from seasoned.journeys.matching import Ranking
from seasoned.market.posting import Strength
from seasoned.planning.adjacent import Fit
from seasoned.planning.constraints import Constraints
from seasoned.planning.matching import Held, Match

NAMED = 3
"""Missing musts that a row names; the match itself has them all."""


def facts_of(one: Match, found: Ranking) -> dict[str, Any]:
    """A match with stable names."""
    posting = found.postings[one.posting]
    return {
        "posting": one.posting,
        "title": posting.title,
        "company": posting.company,
        "words": one.words,
        "score": one.score,
        "excluded": one.excluded,
        "rare": one.rare,
        "matched": one.matched,
        "missing_required": one.missing_required,
        "missing_preferred": one.missing_preferred,
        "choices_met": one.choices_met,
    }


def show_ranking(found: Ranking, content: Content) -> None:
    """One row an advert with why it stands there; the excluded ones after them, with the reason."""
    short = short_keys(found.postings)
    possible = [one for one in found.matches if not one.excluded]
    heading("Your adverts, the first to look at on top")
    if possible:
        table(
            "Id",
            "Advert",
            "Likely met",
            "Why",
            right=(2,),
            whole=(0,),
            rows=[
                (
                    short[one.posting],
                    titled(found.postings[one.posting]),
                    percent(one.score),
                    _why(one, content),
                )
                for one in possible
            ],
        )
    for one in found.matches:
        if one.excluded:
            line(
                f"Excluded: {titled(found.postings[one.posting])} ({short[one.posting]}):", "yellow"
            )
            for reason in one.excluded:
                line(f"  {reason}.")


def show_match(one: Match, found: Ranking, content: Content, fit: Fit | None = None) -> None:
    """Everything that one comparison found."""
    heading(f"{titled(found.postings[one.posting])}: {one.words}")
    for reason in one.excluded:
        line(f"Excluded: {reason}.", "yellow")
    for rare in one.rare:
        line(f"Rare: {rare.words}.", "green")
    _held("Likely met", one.matched, content)
    _held("Required and not likely met yet", one.missing_required, content)
    _held("Preferred and not likely met yet", one.missing_preferred, content)
    if fit:
        _fit(fit, content)


def _fit(fit: Fit, content: Content) -> None:
    line("What the advert states", "bold")
    for words in fit.stated:
        line(f"  {words}", hang=4)
    line(fit.words)
    for role in fit.roles:
        line(f"  {role.name}: {role.why}.", hang=4)
        if role.learn:
            line(f"    To learn first: {', '.join(_name(s, content) for s in role.learn)}.", "dim")


def show_constraints(wanted: Constraints) -> None:
    """Each hard constraint in a line."""
    said = list(_constraints(wanted))
    heading("What a job must not fail")
    for words in said or ["Nothing; every advert and offer is possible."]:
        line(words)


def _constraints(wanted: Constraints) -> Sequence[str]:
    parts = (
        (wanted.places, f"Place: {' or '.join(wanted.places)}, unless the work is remote"),
        (wanted.workplaces, f"Work: {' or '.join(wanted.workplaces)}"),
        (
            wanted.pay_per_year,
            f"Pay: {wanted.pay_per_year:,.0f} {wanted.currency} a year can be reached",
        ),
        (wanted.needs_visa, "Visa: sponsored"),
        (wanted.languages, f"Languages: none but {', '.join(wanted.languages)} is required"),
    )
    return [words for holds, words in parts if holds]


def _why(one: Match, content: Content) -> str:
    parts = [rare.words for rare in one.rare[:NAMED]] or [one.words]
    missing = [_names(held, content) for held in one.missing_required]
    if missing:
        more = f" and {len(missing) - NAMED} more" if len(missing) > NAMED else ""
        parts.append(f"missing: {', '.join(missing[:NAMED])}{more}")
    return "; ".join(parts)


def _held(title: str, found: Sequence[Held], content: Content) -> None:
    if found:
        line(title, "bold")
    for one in found:
        wish = " (a wish)" if one.requirement.strength is Strength.PREFERRED else ""
        line(f"  {_names(one, content)}{wish}: {_known(one, content)}", hang=4)


def _names(one: Held, content: Content) -> str:
    return " or ".join(_name(skill, content) for skill in one.requirement.any_of)


def _known(one: Held, content: Content) -> str:
    if one.have is None:
        return f"asked at {one.requirement.level:g}; nothing is known yet"
    by = f" with {_name(one.skill, content)}" if len(one.requirement.any_of) > 1 else ""
    return (
        f"asked at {one.requirement.level:g}; you {in_words(one.have)}{by}; "
        f"met with {percent(one.probability)}"
    )


def _name(skill: str, content: Content) -> str:
    return content.skills[skill].name if skill in content.skills else skill
