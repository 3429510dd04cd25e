"""Strategies of the values that the store keeps."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from seasoned.market.posting import (
    DegreeAsked,
    Posting,
    Requirement,
    RoleShare,
    Salary,
    Span,
    Strength,
    Years,
)
from seasoned.profile.evidence import Audience, Evidence, Observation
from seasoned.profile.person import Degree, Education, Leave, Profile, Role, Weights, Wishes

texts = st.text(st.characters(exclude_characters="\0", exclude_categories=("Cs",)), max_size=20)
slugs = st.text("abcdefghijklmnopqrstuvwxyz0123456789-", min_size=1, max_size=20)
days = st.dates(min_value=date(1950, 1, 1), max_value=date(2100, 1, 1))
shares = st.floats(0, 1, allow_subnormal=False)


def some(values, size: int = 3):
    return st.lists(values, max_size=size).map(tuple)


observations = st.builds(
    Observation,
    skill=slugs,
    level=st.floats(0, 5, allow_subnormal=False),
    error=st.none() | st.floats(0.01, 10),
)

evidence = st.builds(
    Evidence,
    id=slugs,
    kind=slugs,
    at=days,
    observations=some(observations),
    title=texts,
    source=texts,
    quote=texts,
    details=st.dictionaries(texts, texts, max_size=3),
    expectations=some(slugs),
    audience=st.sampled_from(Audience),
    confirmed=st.booleans(),
)

spans = st.builds(Span, start=st.integers(0, 10**6), end=st.integers(0, 10**6), quote=texts)

requirements = st.builds(
    Requirement,
    any_of=some(slugs),
    strength=st.sampled_from(Strength),
    surfaces=some(texts),
    span=spans,
    level=shares,
    years=st.none() | shares,
)

postings = st.builds(
    Posting,
    id=slugs,
    title=texts,
    text=texts,
    requirements=some(requirements),
    years=some(st.builds(Years, lower=shares, upper=st.none() | shares, span=spans)),
    degrees=some(st.builds(DegreeAsked, degree=texts, span=spans, fields=some(texts))),
    salary=st.none()
    | st.builds(
        Salary, low=shares, high=st.none() | shares, currency=texts, period=texts, span=spans
    ),
    role_mix=some(st.builds(RoleShare, role=slugs, share=shares, spans=some(spans))),
    company=texts,
    posted=st.none() | days,
    asks_nothing=st.booleans(),
    archived=st.booleans(),
    notes=some(texts),
)

leaves = st.builds(Leave, start=days, end=days)

roles = st.tuples(days, st.none() | days).flatmap(
    lambda ends: st.builds(
        Role,
        title=texts,
        start=st.just(min(d for d in ends if d)),
        end=st.just(max(ends) if ends[1] else None),
        organisation=texts,
        kind=texts,
        skills=some(slugs),
        hats=st.sampled_from([{}, {"a hat": 100.0}, {"b": 30.0, "long hat": 45.5, "a": 24.5}]),
    )
)

wishes = st.builds(
    Wishes,
    stage=slugs,
    interests=some(slugs),
    declined=some(slugs),
    weights=st.builds(Weights, depth=shares, joy=shares),
    deep_hours_per_week=st.floats(0, 168, allow_subnormal=False),
    weeks=st.integers(1, 260),
    no_opportunity=some(slugs),
)

profiles = st.builds(
    Profile,
    name=texts,
    roles=some(roles),
    leaves=some(leaves),
    wishes=wishes,
    education=some(
        st.builds(
            Education,
            degree=st.sampled_from(Degree),
            field=texts,
            year=st.none() | st.integers(1950, 2100),
        )
    ),
)
