from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seasoned.errors import InvalidValue, PlanningError
from seasoned.planning.action import ActionKind, Consent, Energy, HourRange, Window
from seasoned.planning.gap import Whose
from seasoned.planning.planner import make_plan
from seasoned.planning.schedule import Capacity, WeekHours
from seasoned.profile.person import Weights
from tests.planning.world import AT, action, capacity, catalogue, gap, standing, wishes

SKILLS = ("spark", "sql", "talking", "serving")


def planned(actions, gaps=None, *, wish=None, levels=None, **more):
    wish = wish or wishes()
    levels = levels or dict.fromkeys(SKILLS, 1.5)
    gaps = [gap(skill) for skill in SKILLS] if gaps is None else gaps
    return make_plan(
        gaps, catalogue(*actions), capacity(wish), wish, standing(**levels), at=AT, **more
    )


def taken(plan):
    return {one.action for one in plan.chosen}


def why_left(plan, name):
    return next(one.why for one in plan.left_out if one.action == name)


# ---- laws over generated catalogues ----


@st.composite
def catalogues(draw):
    count = draw(st.integers(1, 9))
    found = []
    for n in range(count):
        earlier = [one.id for one in found]
        found.append(
            action(
                f"action-{n}",
                *(
                    (
                        skill,
                        draw(st.sampled_from((0.2, 0.5, 1.0))),
                        draw(st.sampled_from((1.0, 2.0, 3.5))),
                    )
                    for skill in draw(
                        st.lists(st.sampled_from(SKILLS), min_size=1, max_size=3, unique=True)
                    )
                ),
                hours=draw(st.floats(0.5, 30)),
                energy=draw(st.sampled_from(Energy)),
                minimum_slot_minutes=draw(st.sampled_from((15, 60, 120, 240))),
                cost_up_to=draw(st.sampled_from((0.0, 0.0, 40.0, 90.0))),
                lead_weeks=draw(st.sampled_from((0.0, 0.0, 3.0))),
                window=draw(st.sampled_from((None, None, Window(opens="12-09", closes="01-20")))),
                prerequisites=tuple(
                    draw(st.lists(st.sampled_from(earlier), max_size=2, unique=True))
                )
                if earlier
                else (),
            )
        )
    return found


@st.composite
def capacities(draw):
    hours = draw(st.lists(st.tuples(st.floats(0, 8), st.floats(0, 8)), min_size=1, max_size=12))
    return Capacity(
        weeks=tuple(
            WeekHours(monday=AT + timedelta(weeks=n), deep=deep, light=light)
            for n, (deep, light) in enumerate(hours)
        )
    )


@settings(max_examples=60, deadline=None)
@given(catalogues(), capacities(), st.sampled_from((0.0, 60.0, 200.0)))
def test_plan_keeps_capacity_order_windows_slots_and_cost(actions, weeks, cap):
    wish = wishes(cost_cap=cap)
    known = catalogue(*actions)

    plan = make_plan(
        [gap(skill) for skill in SKILLS],
        known,
        weeks,
        wish,
        standing(**dict.fromkeys(SKILLS, 1.5)),
        at=AT,
    )

    _within_capacity(plan, weeks)
    _in_full_and_in_slots(plan, known)
    _in_order(plan, known)
    _in_windows(plan, known, weeks)
    assert sum(known[name].cost_up_to for name in taken(plan)) <= cap
    assert taken(plan).isdisjoint(one.action for one in plan.left_out)
    assert taken(plan) | {one.action for one in plan.left_out} == set(known)


def _within_capacity(plan, weeks):
    for week in weeks.weeks:
        here = [block for block in plan.blocks if block.monday == week.monday]
        assert sum(block.hours for block in here if block.deep) <= week.deep + 1e-9
        assert sum(block.hours for block in here) <= week.deep + week.light + 1e-9


def _in_full_and_in_slots(plan, known):
    for one in plan.chosen:
        blocks = [block for block in plan.blocks if block.action == one.action]
        asked = known[one.action]
        assert -1e-6 <= sum(block.hours for block in blocks) - asked.hours.low < 0.25
        assert all(block.hours >= asked.minimum_slot_minutes / 60 for block in blocks[:-1])


def _in_order(plan, known):
    when = {one.action: one for one in plan.chosen}
    for one in plan.chosen:
        for before in known[one.action].prerequisites:
            mastered = all(min(g.ceiling, 1 + g.gain) <= 1.5 for g in known[before].gains)
            if before not in when:
                assert mastered
            elif not mastered:
                assert when[before].finishes <= one.starts + timedelta(days=6)


def _in_windows(plan, known, weeks):
    opens, closes = date(2026, 12, 9), date(2027, 1, 20)
    for block in plan.blocks:
        one, hours = known[block.action], next(w for w in weeks.weeks if w.monday == block.monday)
        earliest = max(AT + timedelta(weeks=one.lead_weeks), opens if one.window else AT)
        days = [block.monday + timedelta(days=n) for n in range(7)]
        inside = sum(earliest <= day <= (closes if one.window else date.max) for day in days)
        free = hours.deep + (0 if block.deep else hours.light)
        assert block.hours <= free * inside / 7 + 1e-9


@settings(max_examples=20, deadline=None)
@given(catalogues(), st.integers(0, 6), st.integers(0, 6))
def test_more_hours_never_gain_less(actions, deep, light):
    less = planned(
        actions,
        wish=wishes(
            deep_hours_per_week=deep,
            light_hours_per_week=light,
            weights=Weights(depth=1, breadth=1, income=0, joy=0),
        ),
    )
    more = planned(
        actions,
        wish=wishes(
            deep_hours_per_week=deep + 2,
            light_hours_per_week=light + 1,
            weights=Weights(depth=1, breadth=1, income=0, joy=0),
        ),
    )

    assert more.gain >= less.gain * (1 - less.proven_gap - more.proven_gap) - 1e-6


def test_same_input_gives_the_same_plan():
    actions = [action(f"course-{n}", (SKILLS[n % 4], 0.3), hours=5 + n) for n in range(12)]

    assert planned(actions) == planned(list(reversed(actions)))


# ---- what is chosen ----


def test_action_of_more_value_in_the_same_hours_is_chosen():
    plan = planned(
        [action("small", ("spark", 0.2), hours=40), action("large", ("spark", 0.9), hours=40)]
    )

    assert taken(plan) == {"large"}
    assert plan.proven_gap == 0.0


def test_exact_choice_beats_value_per_hour():
    # 40 deep hours: the best by the hour (21 h) shuts out the two that fill them together.
    actions = [
        action("greedy", ("spark", 0.75), hours=21),
        action("left", ("sql", 0.68), hours=20),
        action("right", ("serving", 0.68), hours=20),
    ]

    assert taken(planned(actions)) == {"left", "right"}


def test_hours_are_the_middle_of_the_range_times_the_personal_factor():
    one = replace(action("course", ("spark", 0.5)), hours=HourRange(low=4, high=8))

    plan = planned([one], wish=wishes(duration_factor=1.5))

    assert plan.chosen[0].hours == 9.0


def test_action_below_the_persons_level_brings_nothing():
    plan = planned([action("beginner", ("spark", 0.8, 1.4))])

    assert plan.chosen == ()
    assert "nothing new" in why_left(plan, "beginner")


def test_ceilings_cap_courses_of_one_kind_together():
    # Each lifts by 0.6 up to 2.1, and the person stands at 1.5: one of them is all there is to gain.
    actions = [action(f"intro-{n}", ("spark", 0.6, 2.1), hours=8, joy=0.0) for n in range(3)]

    plan = planned(actions)

    assert len(plan.chosen) == 1
    assert {one.why for one in plan.left_out} == {"would bring nothing new beside what was chosen"}


def test_what_waits_for_an_action_that_brings_nothing_new_is_left_out_with_it():
    # "first" brings nothing beside "whole", and "waits", which needs it, no longer fits the hours.
    short = {"hours": 1, "minimum_slot_minutes": 15}
    small = action("small", ("spark", 0.2, 1.0), **short)
    first = action("first", ("spark", 0.2, 1.0), ("serving", 1.0, 2.0), **short)
    gains = ("serving", 0.5, 2.0), ("spark", 0.2, 1.0), ("sql", 0.2, 2.0)
    whole = action("whole", *gains, hours=30, minimum_slot_minutes=15)
    waits = action("waits", ("spark", 0.2, 2.0), prerequisites=("small", "first"), **short)

    plan = make_plan(
        [gap(skill) for skill in SKILLS],
        catalogue(small, first, whole, waits),
        weeks_of(7.0, 8.0, 8.0, 8.0),
        wishes(),
        standing(**dict.fromkeys(SKILLS, 1.5)),
        at=AT,
    )

    assert taken(plan) == {"whole"}
    assert why_left(plan, "first") == "would bring nothing new beside what was chosen"
    assert "which is left out: would bring nothing new" in why_left(plan, "waits")


def weeks_of(*deep):
    return Capacity(
        weeks=tuple(
            WeekHours(monday=AT + timedelta(weeks=n), deep=hours, light=0.0)
            for n, hours in enumerate(deep)
        )
    )


def test_light_work_uses_deep_hours_and_deep_work_never_light_ones():
    light = planned([action("read", ("spark", 0.5), hours=50, energy=Energy.LIGHT)])
    deep = planned([action("build", ("spark", 0.5), hours=50)])

    assert taken(light) == {"read"}
    assert deep.chosen == ()
    assert "40 deep hours" in why_left(deep, "build")


def test_whole_chain_is_taken_in_order():
    chain = [
        action("first", ("sql", 0.9), hours=6),
        action("second", ("sql", 0.9), hours=6, prerequisites=("first",)),
        action("third", ("spark", 1.2), hours=6, prerequisites=("second",)),
    ]

    plan = planned(chain, [gap("spark")])

    assert [one.action for one in plan.chosen] == ["first", "second", "third"]
    assert "builds on it" in plan.chosen[0].why


def test_mastered_prerequisite_is_not_asked_again():
    chain = [
        action("intro", ("sql", 0.4, 2.0)),
        action("next", ("spark", 0.9), prerequisites=("intro",)),
    ]

    assert taken(planned(chain, levels={"spark": 1.5, "sql": 3.0})) == {"next"}


def test_done_actions_open_the_way_and_are_not_repeated():
    chain = [
        action("intro", ("sql", 0.9)),
        action("next", ("spark", 0.9), prerequisites=("intro",)),
    ]

    plan = planned(chain, done=("intro",))

    assert taken(plan) == {"next"}
    assert why_left(plan, "intro") == "you have done it"


def test_gap_that_nobody_can_move_is_not_planned_for():
    plan = planned([action("course", ("spark", 0.9))], [gap("spark", whose=Whose.NOBODY)])

    assert plan.chosen == ()
    assert plan.words == "Nothing is planned, and that is fine: there is no open gap to close."


def test_employers_consent_is_waited_for_and_then_used():
    shift = action("freelance", ("spark", 0.9), consent=Consent.EMPLOYER)

    before, after = planned([shift]), planned([shift], wish=wishes(consents=("employer",)))
    single = planned([shift], wish=wishes(consents=("employer:freelance",)))

    assert why_left(before, "freelance") == "needs your employer's consent, which is not given yet"
    assert taken(after) == taken(single) == {"freelance"}


def test_consent_that_is_missing_for_the_first_stops_what_follows():
    chain = [
        action("inside", ("sql", 0.9), consent=Consent.MANAGER),
        action("after", ("spark", 0.9), prerequisites=("inside",)),
    ]

    plan = planned(chain)

    assert plan.chosen == ()
    assert "needs “Inside” first" in why_left(plan, "after")
    assert "manager's consent" in why_left(plan, "after")


def test_costs_stay_within_the_cap_one_by_one_and_together():
    dear = [
        action("a", ("spark", 0.9), cost_up_to=60),
        action("b", ("sql", 0.8), cost_up_to=60),
        action("c", ("serving", 0.8), cost_up_to=300),
    ]

    plan = planned(dear, wish=wishes(cost_cap=100))

    assert taken(plan) == {"a"}
    assert "cost of up to 120" in why_left(plan, "b")
    assert why_left(plan, "c") == "costs up to 300 USD, above your cap of 100"


def test_declined_action_stays_away():
    plan = planned([action("course", ("spark", 0.9))], wish=wishes(declined=("course",)))

    assert (plan.chosen, why_left(plan, "course")) == ((), "you declined it")


def test_action_outside_its_window_waits_or_is_left_out():
    december = Window(opens="12-01", closes="12-31")
    advent = action("advent", ("spark", 0.9), window=december)
    summer = replace(action("summer", ("sql", 0.9)), window=Window(opens="07-01", closes="08-31"))

    plan = planned([advent, summer])

    assert [(one.action, one.starts) for one in plan.chosen] == [("advent", date(2026, 11, 30))]
    assert sum(b.hours for b in plan.blocks if b.monday == date(2026, 11, 30)) <= 4 * 6 / 7
    assert "outside its window (07-01 to 08-31)" in why_left(plan, "summer")


def test_window_over_the_turn_of_the_year_is_one_window():
    winter = action(
        "winter", ("spark", 0.9), hours=20, window=Window(opens="12-14", closes="01-31")
    )

    plan = planned([winter])

    assert plan.chosen[0].starts >= date(2026, 12, 14)
    assert plan.chosen[0].finishes >= date(2027, 1, 1)


def test_lead_weeks_pass_before_the_first_hour():
    plan = planned([action("talk", ("talking", 0.9), lead_weeks=4)])

    assert plan.chosen[0].starts == AT + timedelta(weeks=4)


def test_deadline_orders_the_work():
    actions = [action("large", ("spark", 0.9), hours=16), action("small", ("sql", 0.3), hours=16)]
    end = AT + timedelta(weeks=4, days=-1)

    plan = planned(actions, deadlines={"small": end})

    assert [one.action for one in plan.chosen] == ["small", "large"]
    assert plan.chosen[0].finishes <= end
    assert "its time ends around" in plan.chosen[0].why


def test_minimum_slot_longer_than_any_week_is_said():
    plan = planned([action("immersion", ("spark", 0.9), minimum_slot_minutes=300)])

    assert why_left(plan, "immersion") == (
        "needs 5 deep hours at a stretch; no week of yours has more than 4"
    )


# ---- weights, rest, emptiness ----


def test_weights_reorder_what_is_chosen():
    actions = [
        action("deepen", ("spark", 0.5), hours=40, joy=0.5),
        action("widen", ("talking", 0.5), hours=40, joy=0.5),
        action("enjoy", ("sql", 0.1), hours=40, joy=1.0),
        action("earn", ("serving", 0.1), hours=40, joy=0.0, pay_up_to=4000),
    ]
    gaps = [
        gap("spark", level=2.4, asked=3.2),
        gap("talking", level=0.6, asked=1.4),
        gap("sql", level=1.5),
        gap("serving", level=1.5),
    ]
    levels = {"spark": 2.4, "talking": 0.6, "sql": 1.5, "serving": 1.5}

    def first(**weights):
        zero = {"depth": 0.0, "breadth": 0.0, "income": 0.0, "joy": 0.0}
        wish = wishes(weights=Weights(**zero | weights))
        return taken(planned(actions, gaps, wish=wish, levels=levels))

    assert first(depth=1.0, breadth=0.1) == {"deepen"}
    assert first(depth=0.1, breadth=1.0) == {"widen"}
    assert first(joy=1.0) == {"enjoy"}
    assert first(income=1.0) == {"earn"}


def test_only_the_proportions_of_weights_matter():
    actions = [
        action(f"c-{n}", (SKILLS[n % 4], 0.2 + n / 20), hours=9 + n, joy=n / 10) for n in range(8)
    ]

    small = planned(
        actions, wish=wishes(weights=Weights(depth=0.4, breadth=0.3, income=0.1, joy=0.2))
    )
    large = planned(actions, wish=wishes(weights=Weights(depth=4, breadth=3, income=1, joy=2)))

    assert taken(small) == taken(large)


def test_rest_is_a_choice_like_any_other():
    rest = action("rest", hours=6, kind=ActionKind.REST, energy=Energy.LIGHT, joy=1.0)

    plan = planned([rest, action("course", ("spark", 0.9))])

    assert taken(plan) == {"rest", "course"}
    assert "Rest is part of it." in plan.words
    assert next(one.why for one in plan.chosen if one.action == "rest").startswith("Rest, because")


def test_plan_without_hours_is_empty_and_says_so_without_blame():
    plan = planned(
        [action("course", ("spark", 0.9))],
        wish=wishes(deep_hours_per_week=0, light_hours_per_week=0),
    )

    assert (plan.blocks, plan.chosen, plan.gain) == ((), (), 0.0)
    assert (
        plan.words
        == "Nothing is planned, and that is fine: there are no free hours in these weeks."
    )


def test_plan_of_no_weeks_and_no_actions_is_empty():
    wish = wishes()

    plan = make_plan([gap("spark")], {}, Capacity(weeks=()), wish, standing(spark=1.5), at=AT)

    assert (plan.chosen, plan.left_out, plan.proven_gap) == ((), (), 0.0)


# ---- reasons ----


def test_reason_names_gap_amount_hours_and_time():
    plan = planned([action("course", ("spark", 0.9), hours=12)], [gap("spark")])

    assert plan.chosen[0].why == (
        "Brings spark 0.9 levels up from about 1.5 (give or take 0.6), where 3 is asked (a must of the stage); "
        "12 h from 23 Nov 2026 to 13 Dec 2026; now, because it brings the most per hour of what was chosen."
    )
    assert plan.chosen[0].gaps == ("asks-spark",)
    assert plan.chosen[0].proof == "A link"


def test_reason_names_the_gap_that_the_action_closes_most():
    both = action("course", ("spark", 0.1), ("sql", 0.9))

    plan = planned([both], [gap("spark", weight=2.0), gap("sql")])

    assert plan.chosen[0].gaps == ("asks-sql", "asks-spark")
    assert plan.chosen[0].why.startswith("Brings sql 0.9 levels up")
    assert " and 1 more skill;" in plan.chosen[0].why


def test_the_best_of_what_was_left_out_comes_first():
    actions = [action(f"c-{n}", ("spark", 0.05 * (n + 1)), hours=60) for n in range(20)]

    plan = planned(actions)

    assert plan.chosen == ()
    assert [one.action for one in plan.left_out[:3]] == ["c-19", "c-18", "c-17"]
    assert len(plan.left_out) == 20


def test_gain_is_what_the_chosen_add_one_after_another():
    plan = planned(
        [action("a", ("spark", 0.6)), action("b", ("spark", 0.6)), action("c", ("sql", 0.6))]
    )

    assert plan.gain == pytest.approx(sum(one.gain for one in plan.chosen))
    assert plan.gain > 0


def test_milestones_are_at_most_three_months_apart():
    wish = wishes(weeks=52, deep_hours_per_week=1, light_hours_per_week=0)

    plan = planned([action("long", ("spark", 0.9), hours=48)], wish=wish)

    days = [AT, *(one.at for one in plan.milestones)]
    assert all(later - earlier <= timedelta(days=89) for earlier, later in pairwise(days))
    assert plan.milestones[-1].actions == ("long",)
    assert plan.milestones[-1].at == plan.chosen[0].finishes


# ---- input that makes no sense ----


def test_actions_that_wait_for_each_other_are_named():
    ring = [
        action("a", ("spark", 0.5), prerequisites=("b",)),
        action("b", ("sql", 0.5), prerequisites=("a",)),
    ]

    with pytest.raises(PlanningError, match=r"wait for each other \((a -> b|b -> a)"):
        planned(ring)


def test_prerequisite_that_does_not_exist_is_named():
    plan = planned([action("a", ("spark", 0.5), prerequisites=("ghost",))])

    assert why_left(plan, "a") == "needs 'ghost' first, which is not in the catalogue"


@pytest.mark.parametrize(
    "weights",
    [
        {"depth": -1},
        {"depth": 0, "breadth": 0, "income": 0, "joy": 0},
        {"joy": float("nan")},
    ],
)
def test_weights_that_make_no_sense_are_refused(weights):
    with pytest.raises(InvalidValue, match=r"weight|depth|joy"):
        planned([action("a", ("spark", 0.5))], wish=wishes(weights=Weights(**weights)))


@pytest.mark.parametrize(("field", "value"), [("duration_factor", 0.0), ("cost_cap", -5.0)])
def test_wishes_that_make_no_sense_are_refused(field, value):
    with pytest.raises(InvalidValue, match=field):
        planned([action("a", ("spark", 0.5))], wish=wishes(**{field: value}))


def test_capacity_with_a_hole_is_refused():
    weeks = capacity(wishes(weeks=3)).weeks
    broken = Capacity(weeks=(weeks[0], weeks[2]))

    with pytest.raises(InvalidValue, match="the week after 2026-11-23"):
        make_plan([], {}, broken, wishes(), standing(spark=1.5), at=AT)


def test_window_that_is_no_day_is_refused():
    odd = action("odd", ("spark", 0.5), window=Window(opens="13-40", closes="12-31"))

    with pytest.raises(InvalidValue, match="a month and day"):
        planned([odd])


def test_planning_prints_nothing(capfd):
    planned([action(f"c-{n}", (SKILLS[n % 4], 0.3), hours=7) for n in range(10)])

    assert capfd.readouterr() == ("", "")
