"""Laws of the standing: what evidence, time, leave and repetition may and may not do."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seasoned.errors import UnknownId
from seasoned.profile.belief import PRIOR
from seasoned.profile.person import Leave
from seasoned.profile.standing_from import belief_from, heard, standing_from, standing_over_time
from tests.profile.small import AT, KINDS, SKILLS, piece

names = st.sampled_from(sorted(SKILLS))
levels = st.floats(0, 5)
days = st.integers(0, 3000).map(lambda n: AT - timedelta(days=n))
pieces = st.builds(
    lambda kind, at, skill, level: (kind, at, {skill: level}),
    st.sampled_from(sorted(KINDS)),
    days,
    names,
    levels,
)
records = st.lists(pieces, max_size=12).map(
    lambda found: [piece(f"e{n}", kind, at, **seen) for n, (kind, at, seen) in enumerate(found)]
)


def stand(evidence, at=AT, **more):
    return standing_from(SKILLS, KINDS, evidence, at=at, **more)


@given(records, names, st.sampled_from(sorted(KINDS)), days, levels, levels)
def test_a_higher_observation_never_lowers_its_skill(record, skill, kind, at, one, two):
    low, high = sorted((one, two))

    lower = stand([*record, piece("x", kind, at, **{skill: low})])
    higher = stand([*record, piece("x", kind, at, **{skill: high})])

    assert higher.skills[skill].level >= lower.skills[skill].level - 1e-9


@given(records, names, st.floats(0, 2))
def test_one_more_piece_at_or_above_the_level_never_lowers_it(record, skill, above):
    before = stand(record).skills[skill]
    level = min(max(before.level, 0) + above, 5)

    after = stand([*record, piece("x", **{skill: level})]).skills[skill]

    assert after.level >= before.level - 1e-9 or before.level > 5


@given(records, names, st.sampled_from(sorted(KINDS)))
def test_one_more_piece_at_the_top_never_lowers_the_level(record, skill, kind):
    """Also where a kind shares its error, so that a middling piece may lower a level told too high."""
    kept = [e for e in record if kind != "self-rating" or e.kind != kind]

    after = stand([*kept, piece("x", kind, **{skill: 5.0})]).skills[skill]

    assert after.level >= stand(kept).skills[skill].level - 1e-9


@given(records, names)
def test_evidence_narrows(record, skill):
    before, after = stand(record), stand([*record, piece("x", "work", **{skill: 2.0})])

    assert after.skills[skill].error < before.skills[skill].error
    assert all(after.skills[s].error <= before.skills[s].error + 1e-9 for s in SKILLS)


@given(records, st.integers(1, 4000))
def test_time_widens_and_moves_no_level(record, wait):
    now, later = stand(record), stand(record, at=AT + timedelta(days=wait))

    for skill in SKILLS:
        assert later.skills[skill].error >= now.skills[skill].error - 1e-9
        assert later.skills[skill].level == pytest.approx(now.skills[skill].level, abs=1e-9)


def test_nothing_is_ever_less_known_than_before_any_evidence():
    later = stand([piece("x", sql=4.0)], at=date(2126, 11, 22))

    assert later.skills["sql"].error == pytest.approx(PRIOR.variance**0.5, abs=0.01)


@given(records, st.integers(1, 2000))
def test_leave_stops_the_clock(record, away):
    end = AT + timedelta(days=away)

    on_leave = stand(record, at=end, leaves=(Leave(start=AT, end=end),))

    assert on_leave.skills == stand(record).skills


@given(records, st.randoms(use_true_random=False))
def test_order_of_the_record_changes_nothing(record, random):
    shuffled = random.sample(record, len(record))

    assert stand(shuffled) == stand(record)


@given(records)
def test_names_of_pieces_on_one_day_change_nothing_but_rounding(record):
    """Pieces of one day are heard by id; another order gives the same numbers to nine digits."""
    same_day = [replace(e, at=AT) for e in record if not KINDS[e.kind].self_report]
    renamed = [replace(e, id=f"z{99 - n}") for n, e in enumerate(same_day)]

    one, two = stand(same_day), stand(renamed)

    for skill in SKILLS:
        assert two.skills[skill].level == pytest.approx(one.skills[skill].level, abs=1e-9)
        assert two.skills[skill].error == pytest.approx(one.skills[skill].error, abs=1e-9)


@given(st.integers(1, 60), names)
def test_self_ratings_repeated_say_one_thing(times, skill):
    once = [piece("a", "self-rating", **{skill: 4.0})]
    often = [piece(f"a{n:02}", "self-rating", **{skill: 4.0}) for n in range(times)]

    assert stand(often).skills == pytest.approx(stand(once).skills)


def test_self_rating_everything_high_never_outweighs_one_measured_piece():
    everything = [piece(f"s-{skill}", "self-rating", **{skill: 4.0}) for skill in SKILLS]

    flattered = stand(everything).skills["sql"]
    measured = stand([*everything, piece("m", sql=1.0, error=0.5)]).skills["sql"]

    assert flattered.level < 2.0
    assert flattered.error > 0.9
    assert measured.level < 1.5


def test_bias_is_learned_where_self_rating_and_measured_evidence_meet():
    rated = [piece(f"s-{skill}", "self-rating", **{skill: 4.0}) for skill in SKILLS]
    measured = [piece(f"m-{skill}", error=0.4, **{skill: 2.0}) for skill in SKILLS]

    standing = stand([*rated, *measured])

    assert standing.bias.level == pytest.approx(2.0, abs=0.5)
    assert standing.bias.pieces == len(SKILLS)
    assert stand(measured).bias == stand([]).bias


def test_letters_of_one_kind_share_an_error_that_repetition_does_not_remove():
    many = [piece(f"l{n:02}", "letter", sql=4.0) for n in range(80)]

    assert stand(many).skills["sql"].error > 0.55
    assert stand([piece(f"w{n:02}", sql=4.0) for n in range(80)]).skills["sql"].error < 0.15


def test_unconfirmed_and_later_evidence_is_not_heard():
    quiet = [
        replace(piece("a", sql=4.0), confirmed=False),
        piece("b", at=AT + timedelta(days=1), sql=4.0),
    ]

    assert heard(quiet, KINDS, at=AT) == ()
    assert stand(quiet) == stand([])


def test_every_move_is_told_for_the_skills_a_piece_observes():
    standing = stand([piece("b", sql=3.0, training=2.0), piece("a", at=date(2025, 1, 1), sql=3.0)])

    assert [(m.evidence, m.skill) for m in standing.moves] == [
        ("a", "sql"),
        ("b", "sql"),
        ("b", "training"),
    ]
    first, second, _ = standing.moves
    assert first.level_before == PRIOR.mean
    assert first.level_before < first.level_after == pytest.approx(second.level_before)
    assert second.level_after == pytest.approx(standing.skills["sql"].level, abs=0.2)
    assert all(m.error_after < m.error_before for m in standing.moves)


def test_history_is_what_could_be_read_at_each_moment():
    record = [piece("a", at=date(2024, 1, 1), sql=3.0), piece("b", at=date(2025, 1, 1), sql=4.0)]
    moments = (date(2023, 1, 1), date(2024, 6, 1), AT)

    history = standing_over_time(SKILLS, KINDS, record, moments=moments)

    assert [s.at for s in history] == list(moments)
    assert [s.skills["sql"].pieces for s in history] == [0, 1, 2]
    assert history[2] == stand(record)


def test_pieces_are_counted_per_skill_area_and_over_all():
    standing = stand([piece("a", sql=3.0, labels=2.0), piece("b", sql=2.0, alerts=1.0)])

    assert standing.skills["sql"].pieces == 2
    assert {area: seen.pieces for area, seen in standing.areas.items()} == {
        "data": 2,
        "models": 0,
        "ops": 1,
    }
    assert standing.overall.pieces == 2


def test_an_answer_keeps_its_own_error():
    sharp, blunt = (stand([piece("a", sql=4.0, error=e)]).skills["sql"].error for e in (0.3, 2.0))

    assert sharp < 0.3 < 1.0 < blunt


def test_unknown_kind_and_unknown_skill_are_named():
    with pytest.raises(UnknownId, match="evidence kind 'wrok'; did you mean 'work'"):
        stand([piece("a", "wrok", sql=1.0)])
    with pytest.raises(UnknownId, match="skill 'sqll'; did you mean 'sql'"):
        stand([piece("a", sqll=1.0)])


def test_belief_and_standing_say_the_same():
    record = [piece("a", sql=3.0), piece("b", "self-rating", alerts=4.0)]

    belief = belief_from(SKILLS, KINDS, record, at=AT)

    assert belief.estimate("sql", 1) == stand(record).skills["sql"]
    assert belief.estimate("alerts", 1) == stand(record).skills["alerts"]


@given(records, st.text(max_size=30), st.text(max_size=30))
def test_names_and_words_in_a_record_change_nothing(record, one, other):
    """Names, pronouns and whatever else stands in titles, sources and quotes enter no score."""
    spoken = [
        replace(e, title=one, source=other, quote=one + other, details={"by": one}) for e in record
    ]

    assert stand(spoken) == stand(record)
