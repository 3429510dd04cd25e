"""Adverts in a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from seasoned.cli.keys import short_keys
from seasoned.cli.showing import heading, line, plural, table
from seasoned.journeys.content import Content
from seasoned.journeys.workspace import Added
from seasoned.market.demand import Demand
from seasoned.market.duplicates import Alike
from seasoned.market.posting import Posting, Requirement, Salary, Strength, Years

ORDER = (Strength.REQUIRED, Strength.PREFERRED, Strength.DUTY, Strength.MENTIONED)
SHOWN = 15


def show_added(added: Added, new: Sequence[Posting], known: Iterable[str] = ()) -> None:
    """What was read, what was known, what could not be read; ``known`` are the ids of all kept."""
    heading(f"Read {plural(len(new), 'new advert')}")
    if new:
        show_list(new, known)
    for advert in new:
        if advert.asks_nothing:
            line(f"{titled(advert)} states no requirement, so it adds nothing to a gap.", "yellow")
    if added.known_before:
        line(f"{plural(added.known_before, 'advert')} you have already; not kept twice.", "dim")
    for pair in added.alike:
        line(f"Kept, and nearly one you have: of {pair.posting}, {pair.words}.", "yellow")
    for note in added.notes:
        line(note, "dim")
    for problem in added.problems:
        line(problem, "yellow")


def show_duplicates(pairs: Sequence[Alike], adverts: Sequence[Posting]) -> None:
    """Adverts that are nearly the same, pair by pair, with what they share and where they differ."""
    if not pairs:
        line("No two adverts are nearly the same.")
        return
    named = {advert.id: advert for advert in adverts}
    heading(f"{plural(len(pairs), 'pair')} of adverts that are nearly the same")
    for pair in pairs:
        line(f"{titled(named[pair.posting])} ({pair.posting})", "bold")
        line(f"  {pair.words}.")


def show_list(adverts: Sequence[Posting], known: Iterable[str] = ()) -> None:
    """One row an advert, its id as short as it may be typed among all that are ``known``."""
    short = short_keys({*(advert.id for advert in adverts), *known})
    table(
        "Id",
        "Title",
        "Requires",
        "Prefers",
        right=(2, 3),
        whole=(0,),
        rows=[
            (
                short[advert.id],
                titled(advert),
                _count(advert, Strength.REQUIRED),
                _count(advert, Strength.PREFERRED),
            )
            for advert in adverts
        ],
    )


def show_posting(advert: Posting, content: Content) -> None:
    """Everything read from one advert, with quotations."""
    heading(titled(advert))
    for words in (advert.location, advert.workplace, advert.url):
        if words:
            line(words, "dim")
    if advert.asks_nothing:
        line("It states no requirement.")
    for strength in ORDER:
        _requirements(strength, [r for r in advert.requirements if r.strength == strength], content)
    for years in advert.years:
        line(f"Years: {_years(years)}  “{_short(years.span.quote)}”")
    for degree in advert.degrees:
        line(
            f"Degree: {degree.degree}{' or equivalent' if degree.or_equivalent else ''}  "
            f"“{_short(degree.span.quote)}”"
        )
    if advert.salary:
        line(f"Pay: {_pay(advert.salary)}  “{_short(advert.salary.span.quote)}”")
    if advert.role_mix:
        line(
            "The work by its words: "
            + ", ".join(f"{s.role} {s.share:.0f} %" for s in advert.role_mix)
        )
    for note in advert.notes:
        line(f"Note: {note}", "yellow")


def show_comparison(adverts: Sequence[Posting], asked: Sequence[Demand], content: Content) -> None:
    """What is asked how often, with its interval, and who asks it."""
    heading(f"What {plural(len(adverts), 'advert')} ask")
    table(
        "Skill",
        "Asked by",
        "Share, likely",
        "Required",
        right=(1, 3),
        rows=[
            (
                _name(one.skill, content),
                f"{one.required + one.preferred} of {one.postings}",
                f"{one.share * 100:.0f} %, {one.low * 100:.0f} to {one.high * 100:.0f} %",
                one.required,
            )
            for one in asked[:SHOWN]
        ],
    )
    short = short_keys(advert.id for advert in adverts)
    for advert in adverts:
        alone = _only_here(advert, adverts)
        if alone:
            line(f"Only {short[advert.id]} asks: {', '.join(_name(s, content) for s in alone[:6])}")


def _only_here(advert: Posting, adverts: Iterable[Posting]) -> list[str]:
    others = {skill for other in adverts if other.id != advert.id for skill in _skills(other)}
    return [skill for skill in dict.fromkeys(_skills(advert)) if skill not in others]


def _skills(advert: Posting) -> list[str]:
    return [
        skill
        for r in advert.requirements
        for skill in r.any_of
        if r.strength in (Strength.REQUIRED, Strength.PREFERRED)
    ]


def _requirements(strength: Strength, found: Sequence[Requirement], content: Content) -> None:
    if found:
        line(strength.value.title(), "bold")
    for requirement in found:
        names = " or ".join(_name(skill, content) for skill in requirement.any_of)
        years = f", {requirement.years:g} years" if requirement.years else ""
        line(f"  {names} (level {requirement.level:g}{years})  “{_short(requirement.span.quote)}”")


def _name(skill: str, content: Content) -> str:
    return content.skills[skill].name if skill in content.skills else skill


def titled(advert: Posting) -> str:
    """What to call an advert: its title and who hires."""
    title, company = advert.title or "Untitled advert", advert.company
    named = f"{title} at {company}" if company else title
    return f"{named} (sample)" if advert.sample and "(sample)" not in named else named


def _count(advert: Posting, strength: Strength) -> int:
    return sum(r.strength == strength for r in advert.requirements)


def _years(years: Years) -> str:
    upper = f" to {years.upper:g}" if years.upper is not None else " or more"
    return f"{years.lower:g}{upper}{' of ' + years.subject if years.subject else ''}"


def _pay(pay: Salary) -> str:
    upper = f" to {pay.high:,.0f}" if pay.high is not None else ""
    return f"{pay.low:,.0f}{upper} {pay.currency} a {pay.period}"


def _short(quote: str) -> str:
    return " ".join(quote.split())[:100]
