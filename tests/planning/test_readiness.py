"""Verdicts: what makes ready, what never does, and what would change it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seasoned.errors import UnknownId
from seasoned.ladder.expecting import expected_at
from seasoned.ladder.ladder import Ask
from seasoned.planning.gap import Verdict
from seasoned.planning.readiness import likely_stage, readiness, shown_stage
from seasoned.profile.person import Leave
from seasoned.profile.standing_from import belief_from, standing_from
from tests.ladder.small import LADDER
from tests.profile.small import AT, KINDS, SKILLS, piece

FULL = {
    "metric": "clicks",
    "before": "1",
    "after": "2",
    "users": "40",
    "started": "2026-01-01",
    "ended": "2026-06-01",
}


def judged(evidence, stage="senior", at=AT, **more):
    told = {"at": at, "leaves": more.get("leaves", ())}
    belief = belief_from(SKILLS, KINDS, evidence, **told)
    standing = standing_from(SKILLS, KINDS, evidence, **told, fingerprint="f")
    return readiness(
        LADDER, belief, standing, stage=stage, evidence=evidence, kinds=KINDS, at=at, **more
    )


def strong(level=4.5, skip=(), error=0.3):
    """Complete pieces on every skill of the two areas, and one that names the behaviour."""
    skills = [
        s for s in ("sql", "quality", "labels", "serving", "alerts", "rollout") if s not in skip
    ]
    shown = [replace(piece(f"on-{s}", error=error, **{s: level}), details=FULL) for s in skills]
    shared = [replace(piece(f"shared-{n}"), expectations=("shares-3",)) for n in range(4)]
    return shown + ([] if "shares-3" in skip else shared)


def single(found, name):
    return next(met for met in found.expectations if met.expectation == name)


def test_strong_and_evidenced_in_every_area_is_ready():
    found = judged(strong())

    assert (found.verdict, found.stage, found.fingerprint) == (Verdict.READY, "senior", "f")
    assert found.probability > 0.9
    assert [(a.area, a.verdict, a.musts, a.evidenced) for a in found.areas] == [
        ("data", Verdict.READY, 6, 6),
        ("ops", Verdict.READY, 5, 5),
    ]
    assert found.words.startswith("Ready for Senior")


def test_nothing_seen_needs_evidence():
    found = judged([])

    assert found.verdict is Verdict.NEED_EVIDENCE
    assert {a.verdict for a in found.areas} == {Verdict.NEED_EVIDENCE}
    assert all(met.verdict is Verdict.NEED_EVIDENCE for met in found.expectations)


def test_weak_and_evidenced_is_not_yet():
    found = judged(strong(0.5))

    assert found.verdict is Verdict.NOT_YET
    assert found.words.startswith("Not yet Senior")


def test_one_weak_area_is_never_hidden_by_another():
    data_only = [
        e
        for e in strong()
        if "data" in e.id or e.id in ("on-sql", "on-quality", "on-labels") or "shared" in e.id
    ]
    weak_ops = [piece(f"w-{s}", error=0.3, **{s: 0.5}) for s in ("serving", "alerts", "rollout")]

    found = judged(data_only + weak_ops)

    assert [a.verdict for a in found.areas] == [Verdict.READY, Verdict.NOT_YET]
    assert found.verdict is Verdict.NOT_YET


def test_self_rating_and_roles_alone_are_never_ready():
    told = [
        piece(f"{kind}-{s}", kind, error=0.2, **{s: 5.0})
        for kind in ("role", "self-rating")
        for s in SKILLS
    ]

    assert judged(told, "novice").verdict is Verdict.NEED_EVIDENCE


def musts(stage):
    return [a.expectation for a in expected_at(LADDER, stage) if a.ask is Ask.MUST]


def without(evidence, expectations):
    gone = {s for e in expectations for s in ((e.skill,) if e.skill else e.any_of)}
    named = {e.id for e in expectations}
    return [
        p
        for p in evidence
        if not gone & {o.skill for o in p.observations} and not named & set(p.expectations)
    ]


PAIRS = [
    (stage, one, two)
    for stage in ("novice", "junior", "senior")
    for one, two in combinations(musts(stage), 2)
    if one.area == two.area
]


@pytest.mark.parametrize(("stage", "one", "two"), PAIRS, ids=lambda x: getattr(x, "id", x))
def test_deleting_the_evidence_for_any_two_musts_of_an_area_never_leaves_ready(stage, one, two):
    assert judged(strong(), stage).verdict is Verdict.READY
    assert judged(without(strong(), (one, two)), stage).verdict is not Verdict.READY


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(sorted(SKILLS)), st.floats(3, 5), st.floats(0.1, 1)), max_size=30
    ),
    st.sampled_from(PAIRS),
)
def test_deleting_two_never_leaves_ready_whatever_else_was_seen(seen, pair):
    stage, one, two = pair
    more = [
        replace(piece(f"m{n}", error=e, **{s: level}), details=FULL)
        for n, (s, level, e) in enumerate(seen)
    ]

    assert judged(without(strong() + more, (one, two)), stage).verdict is not Verdict.READY


@settings(max_examples=30, deadline=None)
@given(
    st.sampled_from(["sql", "labels", "serving", "alerts", "rollout"]),
    st.floats(1, 4.5),
    st.floats(0, 0.5),
)
def test_higher_evidence_never_lowers_the_chance(skill, level, more):
    lower, higher = (
        judged([*strong(2.5), piece("x", **{skill: value})]) for value in (level, level + more)
    )

    assert higher.probability >= lower.probability - 1e-9
    for low, high in zip(lower.expectations, higher.expectations, strict=True):
        assert high.probability >= low.probability - 1e-9


def test_years_and_leave_change_no_verdict():
    """The same evidence, gathered by somebody in three years or in nine, at work or away."""
    away = (Leave(start=date(2017, 1, 1), end=date(2025, 1, 1)),)

    assert judged(strong(), leaves=away) == judged(strong())


def test_no_opportunity_is_kept_apart_and_never_counted_as_not_met():
    found = judged(strong(skip=("shares-3",)), no_opportunity=("shares-3",))

    assert single(found, "shares-3").verdict is Verdict.NO_OPPORTUNITY
    assert found.verdict is Verdict.READY
    assert found.areas[0].musts == 5


def test_no_opportunity_is_not_accepted_where_none_is_needed():
    found = judged(strong(skip=("sql",)), no_opportunity=("sql-2",))

    assert single(found, "sql-2").verdict is Verdict.NEED_EVIDENCE
    assert found.areas[0].musts == 6


def test_best_of_several_counts():
    found = single(judged([piece("x", error=0.2, labels=4.5)]), "one-deep-3")

    assert found.probability > 0.9
    assert found.verdict is Verdict.READY
    assert found.have.level > 4


def test_a_behaviour_is_shown_by_pieces_that_name_it():
    named = [replace(piece(f"n{n}"), expectations=("shares-3",)) for n in range(3)]

    bare, shown = single(judged([]), "shares-3"), single(judged(named), "shares-3")

    assert shown.evidence == ("n0", "n1", "n2")
    assert shown.probability > bare.probability + 0.3
    assert shown.have.error < bare.have.error


def test_a_record_without_its_metric_is_told_and_does_not_count():
    bare = [
        replace(e, details=FULL | {"metric": ""}) if e.id == "on-rollout" else e for e in strong()
    ]

    found = single(judged(bare), "rollout-3")

    assert found.missing_record == ("metric",)
    assert found.why == "The record does not name yet: metric."
    assert found.verdict is Verdict.NEED_EVIDENCE
    assert single(judged(strong()), "rollout-3").missing_record == ()


def test_what_is_asked_over_time_is_not_shown_in_a_day():
    brief = FULL | {"started": "2026-05-30", "ended": "2026-06-01"}
    quick = [replace(e, details=brief) if e.id == "on-rollout" else e for e in strong()]

    found = single(judged(quick), "rollout-3")

    assert found.verdict is Verdict.NEED_EVIDENCE
    assert "asked over time" in found.why


def test_old_evidence_needs_refreshing_where_recency_is_asked_and_leave_stops_that_clock():
    old, later = strong(), AT + timedelta(days=900)
    leave = (Leave(start=AT, end=AT + timedelta(days=400)),)

    assert single(judged(old), "alerts-3").verdict is Verdict.READY
    assert "lies further back" in single(judged(old, at=later), "alerts-3").why
    assert single(judged(old, at=later, leaves=leave), "alerts-3").why == ""


def test_context_changes_what_counts_with_the_reason():
    plain, lab = judged(strong(), "novice"), judged(strong(), "novice", context="lab")

    assert (plain.areas[1].musts, lab.areas[1].musts) == (2, 1)
    assert single(lab, "alerts-1").ask == "may"
    assert "Nothing runs at night." in single(lab, "alerts-1").why


def test_archetype_changes_what_counts():
    assert (
        judged(strong(), archetype="expert").areas[1].musts == judged(strong()).areas[1].musts - 1
    )


def test_showing_the_changing_set_changes_the_verdict():
    record = strong(skip=("sql", "shares-3"))
    found = judged(record)
    assert found.verdict is Verdict.NEED_EVIDENCE

    asked = {a.expectation.id: a.expectation for a in expected_at(LADDER, "senior")}
    shown = [
        replace(
            piece(
                f"c-{name}", error=0.2, **({asked[name].skill: 4.5} if asked[name].skill else {})
            ),
            expectations=(name,),
            details=FULL,
        )
        for name in found.would_change
    ]

    assert found.would_change
    assert judged(record + shown).verdict is Verdict.READY


def test_falling_away_of_the_changing_set_ends_ready():
    found = judged(strong())
    gone = [e for e in musts("senior") if e.id in found.would_change]

    assert 1 <= len(found.would_change) <= 2
    assert judged(without(strong(), gone)).verdict is not Verdict.READY


def climb(evidence):
    return [judged(evidence, stage.id) for stage in LADDER.stages]


def test_shown_stage_is_the_highest_ready_one_or_the_lowest():
    assert shown_stage(climb(strong())) == "senior"
    assert shown_stage(climb(strong(2.8))) == "junior"
    assert shown_stage(climb([])) == "novice"


def test_likely_stage_needs_no_direct_evidence():
    told = [replace(e, kind="role") for e in strong()]

    assert shown_stage(climb(told)) == "novice"
    assert likely_stage(climb(told)) == "senior"
    assert likely_stage(climb([])) == "novice"


def test_the_same_answer_twice():
    assert judged(strong(3.0)) == judged(strong(3.0))


def test_unconfirmed_evidence_shows_nothing():
    quiet = [replace(e, confirmed=False) for e in strong()]

    assert judged(quiet) == judged([])


def test_unknown_stage_and_kind_are_named():
    with pytest.raises(UnknownId, match="stage 'staff'"):
        judged([], "staff")
    belief, standing = (f(SKILLS, KINDS, [], at=AT) for f in (belief_from, standing_from))
    with pytest.raises(UnknownId, match="evidence kind 'wrok'"):
        readiness(
            LADDER,
            belief,
            standing,
            stage="senior",
            evidence=[piece("a", "wrok")],
            kinds=KINDS,
            at=AT,
        )


def test_a_stage_that_asks_nothing_is_ready():
    belief, standing = (f(SKILLS, KINDS, [], at=AT) for f in (belief_from, standing_from))
    bare = replace(LADDER, expectations=())

    found = readiness(bare, belief, standing, stage="senior", evidence=[], kinds=KINDS, at=AT)

    assert (found.verdict, found.expectations, found.would_change) == (Verdict.READY, (), ())


def test_an_expectation_on_a_skill_that_does_not_exist_is_named():
    belief, standing = (f(SKILLS, KINDS, [], at=AT) for f in (belief_from, standing_from))
    odd = replace(LADDER, expectations=(replace(LADDER.expectations[0], skill="sqll"),))

    with pytest.raises(UnknownId, match="skill 'sqll'; did you mean 'sql'"):
        readiness(odd, belief, standing, stage="senior", evidence=[], kinds=KINDS, at=AT)
