"""Where a person stands, in a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from seasoned.cli.showing import bar, heading, in_words, line, plural, table
from seasoned.journeys.content import Content
from seasoned.journeys.next_step import NextStep, stage_words
from seasoned.profile.standing import Advice, Estimate, SelfView, Standing

LEVELS = "Levels: 1 with help, 2 on their own, 3 leads the hard cases, 4 sets the standard."


def show_standing(found: NextStep, content: Content, *, every_skill: bool = False) -> None:
    """Overall, shape, areas, skills with evidence, self-views and advice."""
    standing = found.standing
    heading(f"Where you stand on {found.at:%d %B %Y}")
    line(f"Overall {in_words(standing.overall)}. {LEVELS}")
    line(f"Shape: {standing.shape}. {standing.shape_words}")
    show_stages(found, content)
    _areas(standing)
    _skills(standing, content, every_skill)
    _self_views(standing.self_views, content)
    _advice("To deepen", standing.deepen)
    _advice("To widen", standing.widen)


def show_stages(found: NextStep, content: Content) -> None:
    """The stage reached, the verdict on the next, and what years alone would say."""
    names = {stage.id: stage.name for stage in content.ladder(found.ladder).stages}
    ready = found.readiness
    line(f"Stage: {stage_words(found, content.ladder(found.ladder))}")
    line(ready.words)
    if found.stages_by_years:
        shown = " or ".join(names[stage] for stage in found.stages_by_years)
        line(f"Years alone would suggest {shown}; they never count here.", "dim")


def _areas(standing: Standing) -> None:
    table(
        "Area",
        "0 to 5",
        "Level",
        rows=[
            (area.title(), bar(estimate), in_words(estimate))
            for area, estimate in standing.areas.items()
        ],
    )


def _skills(standing: Standing, content: Content, every_skill: bool) -> None:
    shown = {name: e for name, e in standing.skills.items() if e.pieces or every_skill}
    if not shown:
        line("No skill has evidence yet; the numbers above are what is likely of anybody.")
        return
    ranked = sorted(shown.items(), key=lambda item: -item[1].level)
    limit = len(ranked) if every_skill else 15
    table(
        "Skill",
        "Level",
        "Evidence",
        rows=[_skill_row(name, estimate, content) for name, estimate in ranked[:limit]],
    )
    if len(ranked) > limit:
        line(f"... and {plural(len(ranked) - limit, 'more skill')}: seasoned standing --all", "dim")


def _skill_row(name: str, estimate: Estimate, content: Content) -> tuple[str, str, str]:
    skill = content.skills.get(name)
    return (skill.name if skill else name, in_words(estimate), plural(estimate.pieces, "piece"))


def _self_views(views: Sequence[SelfView], content: Content) -> None:
    """The few self-ratings that differ most from what other evidence says."""
    apart = sorted(
        views,
        key=lambda v: (not v.measured.pieces, -abs(v.self_rated - v.measured.level)),
    )
    for view in apart[:3]:
        name = content.skills[view.skill].name if view.skill in content.skills else view.skill
        other = f"; other evidence {in_words(view.measured)}" if view.measured.pieces else ""
        line(f"{name}: you say {view.self_rated:.1f}{other}. {view.words}")


def _advice(title: str, advice: Sequence[Advice]) -> None:
    if advice:
        line(title, "bold")
    for one in advice[:3]:
        line(f"  {one.why}")
