from dataclasses import replace
from datetime import timedelta

from seasoned.planning.planner import make_plan
from seasoned.planning.writing import escaped, outlook_words, plan_markdown
from tests.planning.world import AT, action, capacity, catalogue, gap, standing, wishes


def a_plan(*actions, **wish):
    own = wishes(**wish)
    return make_plan(
        [gap("spark")], catalogue(*actions), capacity(own), own, standing(spark=1.5), at=AT
    )


def test_markdown_tells_what_when_why_and_what_was_left_out():
    page = plan_markdown(
        a_plan(
            action("course", ("spark", 0.9), hours=6), action("dear", ("spark", 0.9), cost_up_to=9)
        ),
        title="My plan",
    )

    assert page.startswith(
        "# My plan\n\nOne thing in 6 of 60 free hours over 10 weeks, done by 6 Dec 2026"
    )
    assert "| Course | 6 | 2026-11-23 | 2026-12-06 | Brings spark 0.9 levels up" in page
    assert "- **2026-11-23** Course 4 h\n- **2026-11-30** Course 2 h\n" in page
    assert "- **2026-12-06** Finished: “Course”." in page
    assert "- Dear: costs up to 9 USD, above your cap of 0" in page


def test_markdown_of_an_empty_plan_is_its_reason():
    page = plan_markdown(a_plan(deep_hours_per_week=0, light_hours_per_week=0))

    assert page == (
        "# Plan\n\nNothing is planned, and that is fine: there are no free hours in these weeks.\n"
    )


def test_markup_in_names_stays_text():
    odd = replace(action("course", ("spark", 0.9)), name="<b>a</b> | [x](y)\n# z")

    page = plan_markdown(a_plan(odd))

    assert "\\<b\\>a\\</b\\> \\| \\[x\\](y) \\# z" in page
    assert "\n# z" not in page


def test_escaping_keeps_plain_words():
    assert escaped("Read it, twice: 3.5 h (at most)") == "Read it, twice: 3.5 h (at most)"


def test_every_block_of_the_plan_is_on_the_page():
    plan = a_plan(action("course", ("spark", 0.9), hours=30))

    page = plan_markdown(plan)

    assert [line for line in page.splitlines() if line.startswith("- **") and "Course" in line][
        :-1
    ] == [
        f"- **{(AT + timedelta(weeks=n)).isoformat()}** Course {block.hours:g} h"
        for n, block in enumerate(plan.blocks)
    ]


def test_outlook_tells_a_rise_in_the_chance_of_being_ready():
    plan = replace(
        a_plan(action("course", ("spark", 0.9), hours=6)),
        readiness_before=0.2,
        readiness_after=0.35,
    )

    assert outlook_words(plan) == (
        "Chance of being ready: 20 % now, 35 % once all of it is done and shown."
    )


def test_outlook_never_tells_a_plan_as_a_loss():
    plan = replace(
        a_plan(action("course", ("spark", 0.9), hours=6)),
        readiness_before=0.03,
        readiness_after=0.01,
    )

    assert "3 % now" in outlook_words(plan)
    assert "1 %" not in outlook_words(plan)


def test_outlook_is_silent_where_nothing_was_reckoned():
    assert outlook_words(a_plan(action("course", ("spark", 0.9), hours=6))) == ""
