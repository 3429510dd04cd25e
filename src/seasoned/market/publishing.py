"""An opening as others read it: Markdown, a page of HTML, and schema.org JobPosting.

The words are chosen so that a reader of adverts, a person or a program, finds the same musts and
wishes in them that the author meant; what would show a criterion stands apart, as it asks nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import Any, TypeAlias

from seasoned.market.opening import Criterion, Need, Opening, Step
from seasoned.market.posting import Posting, Strength
from seasoned.market.reading import read_posting
from seasoned.skills.finding import Finder
from seasoned.skills.skill import LEVEL_NAMES, Skill

WORKPLACE = {"remote": "Remote", "hybrid": "Hybrid", "onsite": "On-site"}
Names: TypeAlias = dict[str, tuple[str, str]]
"""For each skill the words that ask it, and its name alone."""

TRIES = 8
"""Rounds in which other names are tried where one is not understood."""

MUSTS, WISHES = "What you need", "Nice to have"
EMPLOYMENT = {
    "full-time": "FULL_TIME",
    "part-time": "PART_TIME",
    "contract": "CONTRACTOR",
    "temporary": "TEMPORARY",
    "internship": "INTERN",
}


def asked_as(skill: Skill, skills: Mapping[str, Skill], finder: Finder) -> str:
    """The words under which a reader of adverts hears exactly this skill asked; its name if it does."""
    return next((name for _, name in _ways(skill, "", skills, finder)), skill.name)


def evidence_for(one: Criterion, skills: Mapping[str, Skill]) -> str:
    """What would show a criterion: the author's words, or the skill's own at that level."""
    return _line(one.evidence) or skills[one.skill].levels[one.level - 1]


def as_markdown(opening: Opening, skills: Mapping[str, Skill], finder: Finder) -> str:
    """The opening as Markdown."""
    return _markdown(opening, skills, _names(opening, skills, finder))


def as_html(opening: Opening, skills: Mapping[str, Skill], finder: Finder) -> str:
    """The opening as a page, with its JobPosting inside for job boards and search engines."""
    names = _names(opening, skills, finder)
    record = json.dumps(_record(opening, skills, names), ensure_ascii=False, indent=1)
    return "\n".join(
        (
            "<!doctype html>",
            '<html lang="en">',
            "<head>",
            '<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{_safe(opening.title)} at {_safe(opening.company)}</title>",
            f'<script type="application/ld+json">{_inside_script(record)}</script>',
            "</head>",
            "<body>",
            f"<h1>{_safe(opening.title)}</h1>",
            _body(opening, skills, names),
            "</body>",
            "</html>",
            "",
        )
    )


def as_json_ld(opening: Opening, skills: Mapping[str, Skill], finder: Finder) -> dict[str, Any]:
    """The opening as a schema.org JobPosting; fields that it does not state are left out."""
    return _record(opening, skills, _names(opening, skills, finder))


def duration(minutes: int) -> str:
    """Minutes as people say them.

    Examples
    --------
    >>> duration(45), duration(60), duration(165)
    ('45 minutes', '1 hour', '2 hours 45 minutes')
    """
    hours, rest = divmod(minutes, 60)
    parts = [(hours, "hour"), (rest, "minute")]
    return " ".join(f"{n} {unit}{'' if n == 1 else 's'}" for n, unit in parts if n)


def _record(opening: Opening, skills: Mapping[str, Skill], names: Names) -> dict[str, Any]:
    found = {
        "@context": "https://schema.org/",
        "@type": "JobPosting",
        "title": _line(opening.title),
        "description": _body(opening, skills, names),
        "identifier": {
            "@type": "PropertyValue",
            "name": _line(opening.company),
            "value": opening.id,
        },
        "hiringOrganization": {"@type": "Organization", "name": _line(opening.company)},
        "datePosted": opening.published.isoformat() if opening.published else None,
        "validThrough": opening.closes.isoformat() if opening.closes else None,
        "employmentType": EMPLOYMENT.get(opening.employment.strip().lower()),
        "jobLocationType": "TELECOMMUTE" if opening.workplace == "remote" else None,
        "jobLocation": _place(opening),
        "baseSalary": _salary(opening),
        "skills": [names[one.skill][1] for one in opening.criteria],
        "url": opening.url.strip() or None,
    }
    return {name: value for name, value in found.items() if value is not None}


def _names(opening: Opening, skills: Mapping[str, Skill], finder: Finder) -> Names:
    """Words for each criterion under which the whole opening reads as it is meant, where there are.

    What stands beside a name may change how it reads; then the skill's next name is tried.
    """
    ways = {
        one.skill: _ways(skills[one.skill], f" ({_level(one)})", skills, finder)
        for one in opening.criteria
    }
    names = {skill: next(way, (skills[skill].name,) * 2) for skill, way in ways.items()}
    best, fewest = dict(names), len(names) + 1
    for _ in range(TRIES):
        text = _markdown(opening, skills, names)
        wrong = _misheard(opening, read_posting(text, skills=skills, finder=finder))
        if len(wrong) < fewest:
            best, fewest = dict(names), len(wrong)
        if not wrong:
            break
        names |= {skill: next(ways[skill], names[skill]) for skill in wrong}
    return best


def _ways(
    skill: Skill, after: str, skills: Mapping[str, Skill], finder: Finder
) -> Iterator[tuple[str, str]]:
    """Names that a reader understands, best first: as asked, with the words after, and alone."""
    terms = [term.name for term in skill.terms]
    names = (skill.name, *(f"{skill.name} ({term})" for term in terms), *terms)
    for words, name in ((name + end, name) for name in names for end in dict.fromkeys((after, ""))):
        if _means(words, skill, skills, finder):
            yield words, name


def _misheard(opening: Opening, read: Posting) -> list[str]:
    strength = {Need.MUST: Strength.REQUIRED, Need.NICE: Strength.PREFERRED}
    heard = {(n.skill, n.strength) for n in read.named}
    return [one.skill for one in opening.criteria if (one.skill, strength[one.need]) not in heard]


def _means(name: str, skill: Skill, skills: Mapping[str, Skill], finder: Finder) -> bool:
    heard = (
        read_posting(f"Opening\n\n## {heading}\n\n- {name}\n", skills=skills, finder=finder)
        for heading in (MUSTS, WISHES)
    )
    meant = (Strength.REQUIRED, Strength.PREFERRED)
    return all(
        {(n.skill, n.strength) for n in read.named} == {(skill.id, strength)}
        for read, strength in zip(heard, meant, strict=True)
    )


def _markdown(opening: Opening, skills: Mapping[str, Skill], names: Names) -> str:
    parts = [f"# {_line(opening.title)}", "\n".join(f"- {w}" for w in _facts(opening))]
    parts += [opening.summary.strip()] if opening.summary.strip() else []
    for heading, words, numbered in _sections(opening, skills, names):
        marks = (f"{n}." if numbered else "-" for n, _ in enumerate(words, 1))
        lines = [f"{mark} {one}" for mark, one in zip(marks, words, strict=True)]
        parts.append("\n".join((f"## {heading}", "", *lines)))
    parts += [_closing(opening)] if _closing(opening) else []
    return "\n\n".join(parts) + "\n"


def _facts(opening: Opening) -> Iterator[str]:
    yield f"Company: {_line(opening.company)}"
    if opening.location.strip():
        yield f"Location: {_line(opening.location)}"
    if opening.workplace:
        yield f"Workplace: {WORKPLACE[opening.workplace]}"
    if opening.employment.strip():
        yield f"Employment: {_line(opening.employment)}"
    if opening.pay:
        pay = opening.pay
        span = f"{pay.low:,.0f} - {pay.high:,.0f}" if pay.high > pay.low else f"{pay.low:,.0f}"
        yield f"Salary: {span} {pay.currency.upper()} per {pay.period}"
    if opening.closes:
        yield f"Apply until: {opening.closes.isoformat()}"


def _sections(
    opening: Opening, skills: Mapping[str, Skill], names: Names
) -> Iterator[tuple[str, Sequence[str], bool]]:
    """Headings, the lines under them, and whether these are steps in an order."""
    if opening.duties:
        yield "What you will do", [_line(duty) for duty in opening.duties], False
    for heading, asked in ((MUSTS, opening.musts), (WISHES, opening.wishes)):
        if asked:
            yield heading, [names[one.skill][0] for one in asked], False
    yield "How we hire", [_step(step) for step in opening.process], True
    shown = [
        f"{names[one.skill][1]}, {_level(one)}: {evidence_for(one, skills)}"
        for one in opening.criteria
    ]
    yield "What we look at when you apply", shown, False


def _level(one: Criterion) -> str:
    return f"level {one.level}, {LEVEL_NAMES[one.level - 1]}"


def _step(step: Step) -> str:
    about = f": {_line(step.about)}" if step.about.strip() else ""
    return f"{_line(step.name)} ({duration(step.minutes)}){about}"


def _closing(opening: Opening) -> str:
    """How long it takes, and whom to write to."""
    whole = [f"All steps together take you {duration(opening.minutes)}."] if opening.process else []
    if opening.answer_days:
        days = "1 day" if opening.answer_days == 1 else f"{opening.answer_days} days"
        whole.append(f"You have an answer within {days}.")
    if opening.contact.strip():
        whole.append(f"Contact: {_line(opening.contact)}.")
    if opening.url.strip():
        whole.append(f"Apply at {_line(opening.url)}")
    return " ".join(whole)


def _body(opening: Opening, skills: Mapping[str, Skill], names: Names) -> str:
    parts = [_listed(list(_facts(opening)))]
    parts += [f"<p>{_safe(p)}</p>" for p in opening.summary.split("\n\n") if p.strip()]
    for heading, words, numbered in _sections(opening, skills, names):
        parts += [f"<h2>{heading}</h2>", _listed(words, "ol" if numbered else "ul")]
    parts += [f"<p>{_safe(_closing(opening))}</p>"] if _closing(opening) else []
    return "\n".join(parts)


def _listed(words: Sequence[str], kind: str = "ul") -> str:
    return "\n".join((f"<{kind}>", *(f"<li>{_safe(one)}</li>" for one in words), f"</{kind}>"))


def _place(opening: Opening) -> dict[str, Any] | None:
    if not opening.location.strip():
        return None
    address = {"@type": "PostalAddress", "addressLocality": _line(opening.location)}
    return {"@type": "Place", "address": address}


def _salary(opening: Opening) -> dict[str, Any] | None:
    if opening.pay is None:
        return None
    return {
        "@type": "MonetaryAmount",
        "currency": opening.pay.currency.upper(),
        "value": {
            "@type": "QuantitativeValue",
            "minValue": opening.pay.low,
            "maxValue": opening.pay.high,
            "unitText": opening.pay.period.upper(),
        },
    }


def _safe(text: str) -> str:
    return escape(_line(text))


def _inside_script(text: str) -> str:
    """JSON that cannot end the script it stands in."""
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _line(text: str) -> str:
    """Words on one line, so that none of them can begin a heading of its own."""
    return " ".join(text.split())
