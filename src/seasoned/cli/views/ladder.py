"""A ladder in a terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from seasoned.cli.showing import heading, line
from seasoned.errors import UnknownId
from seasoned.ladder.expecting import Asked, expected_at
from seasoned.ladder.ladder import Ladder


def asked_of(
    ladder: Ladder,
    stage: str,
    *,
    area: str = "",
    context: str = "",
    archetype: str = "",
    new_only: bool = False,
) -> dict[str, list[Asked]]:
    """What each stage asks: of a named stage all of it, of every stage only what it adds."""
    stages = [stage] if stage else [one.id for one in ladder.stages]
    _known_area(ladder, area)
    fresh = new_only or not stage
    return {
        name: [
            asked
            for asked in expected_at(ladder, name, context=context, archetype=archetype)
            if not (fresh and asked.inherited) and area in ("", asked.expectation.area)
        ]
        for name in stages
    }


def facts_of(ladder: Ladder, asked: Mapping[str, Sequence[Asked]]) -> dict[str, Any]:
    """The ladder's head and what was asked for, for JSON."""
    return {
        "id": ladder.id,
        "name": ladder.name,
        "version": ladder.version,
        "stages": {name: list(found) for name, found in asked.items()},
        "resources": [r for r in ladder.resources if set(r.stages) & set(asked)],
    }


def show_ladder(ladder: Ladder, asked: Mapping[str, Sequence[Asked]]) -> None:
    """Stage by stage, area by area."""
    heading(f"{ladder.name}, version {ladder.version}")
    line(ladder.summary)
    for stage in ladder.stages:
        if stage.id in asked:
            heading(f"{stage.name}: {stage.summary}")
            _areas(ladder, asked[stage.id])
            _resources(ladder, stage.id)


def _areas(ladder: Ladder, asked: Sequence[Asked]) -> None:
    for area in ladder.areas:
        mine = [one for one in asked if one.expectation.area == area.id]
        if mine:
            line(area.name, "bold")
        for one in mine:
            why = f" ({one.why})" if one.why else ""
            line(
                f"  {one.ask.value:<6} {one.expectation.statement}{why}",
                "dim" if one.inherited else "",
                hang=9,
            )


def _resources(ladder: Ladder, stage: str) -> None:
    for resource in [r for r in ladder.resources if stage in r.stages][:5]:
        line(f"  read   {resource.title}{', ' + resource.author if resource.author else ''}", "dim")


def _known_area(ladder: Ladder, area: str) -> None:
    if area and area not in [one.id for one in ladder.areas]:
        raise UnknownId("area", area, [one.id for one in ladder.areas])
