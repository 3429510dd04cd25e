"""Every built-in kind of evidence goes through the same battery."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from seasoned import catalogue
from seasoned.profile.evidence import Evidence, Observation
from seasoned.profile.observing import completeness
from seasoned.profile.reading import KINDS
from seasoned.profile.standing_from import standing_from
from tests.profile.small import AT, SKILLS

SHELF = catalogue.read(KINDS)
BUILT_IN = SHELF.things
NAMED = {
    "role",
    "education",
    "self-rating",
    "test-answer",
    "shipped-project",
    "tool-used-by-others",
    "repository",
    "article",
    "talk",
    "paper",
    "competition",
    "course-taught",
    "course-completed",
    "certificate",
    "freelance-delivery",
    "grant",
    "open-source",
    "design-document",
    "mentoring",
    "peer-feedback",
    "interview-rating",
    "decision-record",
    "practice",
}
every = pytest.mark.parametrize("kind", BUILT_IN.values(), ids=BUILT_IN)


def shown(kind, level, count=1):
    record = [
        Evidence(
            id=f"e{n:03}",
            kind=kind.id,
            at=AT,
            observations=(Observation(skill="sql", level=level),),
        )
        for n in range(count)
    ]
    return standing_from(SKILLS, BUILT_IN, record, at=AT).skills["sql"]


def test_the_shelf_holds_every_kind_without_a_problem():
    assert SHELF.problems == ()
    assert set(BUILT_IN) >= NAMED


@every
def test_kind_says_where_its_error_comes_from(kind):
    assert 0.3 <= kind.error <= 3
    assert 0 <= kind.shared_error <= kind.error
    assert len(kind.source) > 60
    assert "assum" in kind.source or "Derived" in kind.source
    assert date(2026, 1, 1) <= kind.reviewed <= date(2027, 12, 31)
    assert kind.summary.endswith(".")


@every
def test_kind_names_each_field_once(kind):
    fields = kind.required + kind.optional

    assert len(set(fields)) == len(fields)
    assert all(name == name.lower().replace("-", "_") for name in fields)


@every
def test_kind_moves_the_level_towards_what_it_shows_and_narrows_it(kind):
    nothing, low, high = (
        standing_from(SKILLS, BUILT_IN, [], at=AT).skills["sql"],
        shown(kind, 0.0),
        shown(kind, 4.0),
    )

    assert low.level < nothing.level < high.level < 4
    assert max(low.error, high.error) < nothing.error
    assert kind.graded or low.error == high.error


@every
def test_one_piece_never_settles_a_level(kind):
    """A sample of one: the 90 % range after a single piece stays wider than a level."""
    seen = shown(kind, 3.0)

    assert seen.high - seen.low > 1.0


@every
def test_kind_is_complete_with_its_required_fields_and_says_what_it_lacks(kind):
    bare = Evidence(id="x", kind=kind.id, at=AT)
    full = replace(bare, details=dict.fromkeys(kind.required, "told"))

    assert completeness(bare, BUILT_IN) == kind.required
    assert completeness(full, BUILT_IN) == ()


def test_a_shipped_project_asks_for_metric_effort_duration_and_users():
    assert completeness(Evidence(id="x", kind="shipped-project", at=AT), BUILT_IN) == (
        "metric",
        "before",
        "after",
        "effort_hours",
        "started",
        "ended",
        "users",
    )


def test_self_rating_weighs_least_and_cannot_be_piled_up():
    """Validity of r = .46 and half of the error shared, as the file states."""
    rating, work = shown(BUILT_IN["self-rating"], 4.0), shown(BUILT_IN["shipped-project"], 4.0)

    assert rating.level - 1.0 < (work.level - 1.0) * 0.6
    assert shown(BUILT_IN["self-rating"], 4.0, 50) == rating
    total = BUILT_IN["self-rating"].error ** 2 * 2
    assert 0.8 / (0.8**2 + total) ** 0.5 == pytest.approx(0.46, abs=0.02)


def test_only_what_can_be_seen_demonstrates():
    quiet = {kind.id for kind in BUILT_IN.values() if not kind.demonstrates}

    assert quiet == {"role", "education", "self-rating", "course-completed", "practice"}
