"""Adverts as schema.org JobPosting (JSON-LD), and the same fields under other names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from seasoned.documents.html import html_text, looks_like_html

_NAMES = {
    "title": ("title", "job_title", "jobtitle", "position", "name", "role", "job title", "titel"),
    "text": (
        "description",
        "text",
        "job_description",
        "jobdescription",
        "body",
        "content",
        "advert",
        "job description",
        "job_desc",
        "full_text",
        "posting",
        "details",
        "descriptionplain",
        "beschreibung",
    ),
    "company": (
        "company",
        "company_name",
        "hiringorganization",
        "employer",
        "organization",
        "company name",
        "organisation",
        "unternehmen",
    ),
    "location": (
        "location",
        "joblocation",
        "job_location",
        "city",
        "place",
        "candidate_required_location",
    ),
    "url": ("url", "link", "job_url", "apply_url", "absolute_url", "hosted_url"),
    "posted": (
        "dateposted",
        "date_posted",
        "posted",
        "date",
        "published",
        "posted_at",
        "created_at",
        "publication_date",
        "posted_date",
    ),
    "id": ("id", "job_id", "identifier", "uuid", "jobid"),
    "workplace": ("joblocationtype", "workplace", "workplace_type", "remote"),
    "department": ("department", "team", "abteilung"),
    "until": ("validthrough", "valid_through", "application_deadline", "closes", "deadline"),
}
_PERIODS = {
    "HOUR": "hour",
    "DAY": "day",
    "WEEK": "week",
    "MONTH": "month",
    "YEAR": "year",
    "HOURLY": "hour",
    "DAILY": "day",
    "WEEKLY": "week",
    "MONTHLY": "month",
    "YEARLY": "year",
    "ANNUAL": "year",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    """What a structured source says beside the advert's text.

    ``pay`` is low, high, currency, period; ``until`` the last day on which the advert is open.
    """

    title: str = ""
    text: str = ""
    company: str = ""
    location: str = ""
    url: str = ""
    id: str = ""
    workplace: str = ""
    posted: date | None = None
    pay: tuple[float, float | None, str, str] | None = None
    department: str = ""
    until: date | None = None


def job_posting(things: Iterable[Mapping[str, Any]]) -> Mapping[str, Any] | None:
    """The first JobPosting among JSON-LD objects."""
    return next(job_postings(things), None)


def job_postings(things: Iterable[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    """Every JobPosting among JSON-LD objects."""
    return (thing for thing in things if "JobPosting" in _listed(thing.get("@type")))


def fields_of(record: Mapping[str, Any]) -> Fields:
    """Fields of a JobPosting, a CSV row or a JSON line, whatever their names."""
    low = {str(key).strip().lower(): value for key, value in record.items()}
    got = {field: _first(low, names) for field, names in _NAMES.items()}
    return Fields(
        title=_plain(got["title"]),
        text=_text(got["text"]),
        company=_plain(got["company"]),
        location=_place(got["location"]),
        url=_plain(got["url"]),
        id=_plain(got["id"])[:80],
        workplace=_workplace(got["workplace"]),
        posted=_day(got["posted"]),
        pay=_pay(low.get("basesalary")),
        department=_plain(got["department"]),
        until=_day(got["until"]),
    )


def _first(record: Mapping[str, Any], names: Iterable[str]) -> Any:
    return next((record[name] for name in names if record.get(name) not in (None, "", [])), "")


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _plain(value: Any) -> str:
    """Words of a value: its own, or those of its name or value."""
    if isinstance(value, Mapping):
        return _plain(value.get("name") or value.get("value") or "")
    if isinstance(value, list):
        return ", ".join(filter(None, map(_plain, value)))
    return " ".join(str(value).split()) if isinstance(value, str | int | float) else ""


def _text(value: Any) -> str:
    words = value if isinstance(value, str) else _plain(value)
    return (
        html_text(words)
        if looks_like_html(words) or re.search(r"<(?:p|br|li|ul|div)\b", words)
        else words
    )


def _place(value: Any) -> str:
    if isinstance(value, list):
        return "; ".join(dict.fromkeys(filter(None, map(_place, value))))
    if not isinstance(value, Mapping):
        return _plain(value)
    address = value.get("address", value)
    if not isinstance(address, Mapping):
        return _plain(address)
    parts = [
        _plain(address.get(key, ""))
        for key in ("addressLocality", "addressRegion", "addressCountry")
    ]
    return ", ".join(dict.fromkeys(filter(None, parts))) or _plain(value)


def _workplace(value: Any) -> str:
    words = _plain(value).lower()
    if "hybrid" in words:
        return "hybrid"
    if words in ("telecommute", "remote", "true", "yes") or "fully remote" in words:
        return "remote"
    return "onsite" if words in ("onsite", "on-site", "office", "in-person") else ""


def _day(value: Any) -> date | None:
    match = re.match(r"\d{4}-\d{2}-\d{2}", _plain(value))
    try:
        return date.fromisoformat(match[0]) if match else None
    except ValueError:
        return None


def _pay(value: Any) -> tuple[float, float | None, str, str] | None:
    """baseSalary with a currency, a unit and at least one number; anything less is no pay."""
    if not isinstance(value, Mapping):
        return None
    amount = value.get("value")
    inner = amount if isinstance(amount, Mapping) else value
    low = _number(inner.get("minValue", inner.get("value")))
    high = _number(inner.get("maxValue"))
    currency = _plain(value.get("currency", inner.get("currency", ""))).upper()
    period = _PERIODS.get(_plain(inner.get("unitText", value.get("unitText", ""))).upper(), "")
    low = low or high
    if not low or not re.fullmatch(r"[A-Z]{3}", currency) or not period:
        return None
    return low, (high if high and high > low else None), currency, period


def _number(value: Any) -> float | None:
    try:
        number = float(str(value).replace(",", ""))
    except ValueError:
        return None
    return number if 0 < number < 1e9 else None
