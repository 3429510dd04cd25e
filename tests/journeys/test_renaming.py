"""A skill renamed in later content keeps what was said of it under its old id."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from seasoned.catalogue import Shelf
from seasoned.journeys.content import load_content
from seasoned.journeys.next_step import next_step
from seasoned.profile.observing import self_rating
from seasoned.profile.person import Profile, Role, Wishes
from seasoned.skills import checks

AT = date(2026, 11, 22)


def renamed_content():
    content = load_content()
    skills = dict(content.skills)
    skills["data-cleaning"] = replace(skills["data-cleaning"], formerly=("data-wrangling",))
    return replace(content, skills=skills)


def test_evidence_under_an_old_id_counts_for_the_renamed_skill() -> None:
    old = Profile(
        evidence=(self_rating("data-wrangling", 3, AT, id="one"),),
        roles=(Role(title="Analyst", start=date(2024, 1, 1), skills=("data-wrangling",)),),
        wishes=Wishes(interests=("data-wrangling",)),
    )
    new = Profile(
        evidence=(self_rating("data-cleaning", 3, AT, id="one"),),
        roles=(Role(title="Analyst", start=date(2024, 1, 1), skills=("data-cleaning",)),),
        wishes=Wishes(interests=("data-cleaning",)),
    )

    content = renamed_content()
    before, after = (next_step(p, content, at=AT, with_plan=False) for p in (old, new))

    assert before.standing == after.standing
    assert before.standing.skills["data-cleaning"].pieces == 1


def test_a_former_id_that_still_exists_is_told() -> None:
    skills = dict(load_content().skills)
    skills["sql"] = replace(skills["sql"], formerly=("python",))
    shelf = Shelf(skills, {name: Path(f"{name}.toml") for name in skills}, ())

    (problem,) = [p for p in checks.problems(shelf) if p.field == "formerly"]

    assert "'python' stands for 'python' already" in problem.message
