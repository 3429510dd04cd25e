from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import icalendar
from hypothesis import given, settings
from hypothesis import strategies as st

from seasoned.calendars.writing import identifier, plan_ics
from seasoned.planning.schedule import Block, Capacity, Chosen, Plan, WeekHours
from tests.planning.world import AT


def plan_of(*blocks, name="Course"):
    names = dict.fromkeys(block.action for block in blocks)
    chosen = tuple(
        Chosen(
            action=action,
            name=name,
            hours=sum(b.hours for b in blocks if b.action == action),
            starts=AT,
            finishes=AT,
            gain=1.0,
            why="Brings spark up; now, because.",
            proof="A link",
            gaps=(),
        )
        for action in names
    )
    return Plan(
        at=AT,
        capacity=Capacity(weeks=(WeekHours(monday=AT, deep=9, light=9),)),
        blocks=blocks,
        chosen=chosen,
        left_out=(),
        gain=1.0,
        proven_gap=0.0,
        solver="HiGHS",
        words="",
    )


def block(week=0, action="course", hours=2.5, deep=True):
    return Block(action=action, monday=AT + timedelta(weeks=week), hours=hours, deep=deep)


def events(written):
    return icalendar.Calendar.from_ical(written).walk("VEVENT")


def read_back(written):
    """The blocks that an iCalendar file of ours holds."""
    return tuple(
        Block(
            action=str(event["x-seasoned-action"]),
            monday=event["dtstart"].dt,
            hours=float(event["x-seasoned-hours"]),
            deep=event["x-seasoned-energy"] == "deep",
        )
        for event in events(written)
    )


blocks = st.builds(
    block,
    week=st.integers(0, 60),
    action=st.sampled_from(("course", "talk", "rest")),
    hours=st.integers(1, 160).map(lambda n: n / 4),
    deep=st.booleans(),
)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(blocks, max_size=8, unique_by=lambda one: (one.action, one.monday)),
    st.text(min_size=1, max_size=120),
)
def test_reading_what_was_written_gives_the_same_blocks(found, name):
    written = plan_ics(plan_of(*found, name=name))

    assert read_back(written) == tuple(found)
    assert all(len(line) <= 75 for line in written.split(b"\r\n"))


def test_weekly_budget_lies_over_its_week_and_keeps_the_time_free():
    [event] = events(plan_ics(plan_of(block())))

    assert (event["dtstart"].dt, event["dtend"].dt) == (AT, AT + timedelta(days=7))
    assert event["transp"] == "TRANSPARENT"
    assert event["summary"] == "Course (2.5 h this week)"


def test_timed_blocks_are_in_utc_on_different_days():
    found = events(
        plan_ics(plan_of(block(), block(action="talk", hours=1.0)), timed_from=time(17, 30))
    )

    assert [(one["dtstart"].dt, one["dtend"].dt - one["dtstart"].dt) for one in found] == [
        (datetime(2026, 11, 23, 17, 30, tzinfo=UTC), timedelta(hours=2.5)),
        (datetime(2026, 11, 24, 17, 30, tzinfo=UTC), timedelta(hours=1)),
    ]


def test_no_rule_and_no_zone_is_written():
    written = plan_ics(plan_of(block(0), block(1), block(2)), timed_from=time(9))

    assert b"RRULE" not in written
    assert b"TZID" not in written
    assert b"VTIMEZONE" not in written


def test_stamp_is_the_plans_day_and_nothing_depends_on_the_clock():
    plan = plan_of(block())

    [event] = events(plan_ics(plan))

    assert event["dtstamp"].dt == datetime(2026, 11, 23, tzinfo=UTC)
    assert plan_ics(plan) == plan_ics(plan)


def test_a_changed_plan_updates_the_same_events():
    first, second = (
        plan_of(block(hours=2)),
        replace(plan_of(block(hours=3)), at=AT + timedelta(days=9)),
    )

    before, after = (events(plan_ics(plan))[0] for plan in (first, second))

    assert before["uid"] == after["uid"]
    assert before["dtstamp"].dt < after["dtstamp"].dt


def test_identifiers_differ_by_action_week_and_owner():
    found = {
        identifier(block()),
        identifier(block(week=1)),
        identifier(block(action="talk")),
        identifier(block(), owner="7"),
    }

    assert len(found) == 4


def test_empty_plan_is_an_empty_calendar():
    assert events(plan_ics(plan_of())) == []


def test_line_breaks_in_a_name_open_no_new_property():
    written = plan_ics(plan_of(block(), name="A\r\nRRULE:FREQ=DAILY\r\nEND:VEVENT"))

    [event] = events(written)
    assert "RRULE" not in event


def test_control_characters_are_not_written():
    written = plan_ics(plan_of(block(), name="A\x00\x1b[31mB"))

    assert not set(written) & ({*range(32), 127} - {10, 13})
    assert events(written)[0]["summary"] == "A[31mB (2.5 h this week)"
