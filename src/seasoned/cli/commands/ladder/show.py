"""``seasoned ladder show``."""

from __future__ import annotations

import click

from seasoned.cli.options import ThingId, json_option


@click.command()
@click.argument("ladder", type=ThingId("ladders"), default="mle")
@click.option("--stage", default="", help="Only this stage.")
@click.option("--area", default="", help="Only this area.")
@click.option("--context", default="", help="As this kind of workplace asks.")
@click.option("--archetype", default="", help="As this way of being senior asks.")
@click.option("--new-only", is_flag=True, help="Leave out what lower stages ask already.")
@json_option
def command(
    ladder: str, stage: str, area: str, context: str, archetype: str, new_only: bool, as_json: bool
) -> None:
    """Show what a ladder asks, stage by stage."""
    from seasoned.cli.showing import answer, next_up
    from seasoned.cli.views.ladder import asked_of, facts_of, show_ladder
    from seasoned.journeys.workspace import my_content

    content = my_content()
    found = content.ladder(ladder)
    asked = asked_of(
        found, stage, area=area, context=context, archetype=archetype, new_only=new_only
    )
    answer(as_json, "ladder/1", facts_of(found, asked), lambda: show_ladder(found, asked))
    if not as_json:
        next_up("seasoned gap", "see which of it you have not shown yet")
