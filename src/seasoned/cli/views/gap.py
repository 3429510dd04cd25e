"""What is asked and not surely there, in a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from seasoned.cli.showing import heading, in_words, line, percent, plural, table
from seasoned.journeys.content import Content
from seasoned.journeys.next_step import NextStep
from seasoned.planning.gap import Gap, Whose


def show_gap(found: NextStep, content: Content, *, limit: int = 10, new_only: bool = False) -> None:
    """The verdict with its floors, gaps of the stage, and gaps of the adverts."""
    ladder = content.ladder(found.ladder)
    name = next(stage.name for stage in ladder.stages if stage.id == found.target_stage)
    heading(f"What {name} asks beyond what you have shown")
    line(found.readiness.words)
    _floors(found)
    _show(own_gaps(found, new_only=new_only), limit)
    if found.postings:
        heading(f"What {plural(len(found.postings), 'advert')} ask beyond it")
        _show(found.posting_gaps, limit, quoted=True)


def own_gaps(found: NextStep, *, new_only: bool = False) -> tuple[Gap, ...]:
    """Gaps of the stage: all it asks, or only what it adds to the stages below."""
    inherited = {met.expectation for met in found.readiness.expectations if met.inherited}
    return tuple(gap for gap in found.gaps if not (new_only and gap.id in inherited))


def _floors(found: NextStep) -> None:
    table(
        "Area",
        "Verdict",
        "Chance",
        "Musts with evidence",
        rows=[
            (
                area.area.title(),
                area.verdict.value,
                percent(area.probability),
                f"{area.evidenced} of {area.musts}",
            )
            for area in found.readiness.areas
        ],
    )


def _show(gaps: Sequence[Gap], limit: int, *, quoted: bool = False) -> None:
    movable = [gap for gap in gaps if gap.whose is not Whose.NOBODY]
    if not movable:
        line("Nothing here that is not surely there already.")
    for gap in movable[:limit]:
        _one(gap, quoted)
    if len(movable) > limit:
        line(f"... and {len(movable) - limit} smaller: seasoned gap --limit {len(movable)}", "dim")
    _beyond([gap for gap in gaps if gap.whose is Whose.NOBODY])


def _one(gap: Gap, quoted: bool) -> None:
    mark = "show " if gap.to_show else "build"
    line(f"{mark}  {gap.words}", "bold", hang=7)
    line(
        f"       {gap.asked:.1f} asked; you {in_words(gap.have)}; "
        f"met with {percent(gap.probability)}{_whose(gap)}"
    )
    if quoted and gap.quotes:
        line(f"       “{' '.join(gap.quotes[0].split())[:150]}”", "italic")
    if gap.settle is not None and gap.to_show:
        line(f"       to settle it, about {gap.settle.hours:g} h: {gap.settle.words}", "dim")


def _whose(gap: Gap) -> str:
    return "; needs others" if gap.whose is Whose.OTHERS else ""


def _beyond(gaps: Sequence[Gap]) -> None:
    if gaps:
        line("Not in your power, so in no plan (a matter of opportunity, not of you):")
    for gap in gaps:
        line(f"       {gap.words}", "dim")
