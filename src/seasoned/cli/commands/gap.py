"""``seasoned gap``."""

from __future__ import annotations

from datetime import date

import click

from seasoned.cli.options import aim_options, at_option, json_option, today_or


@click.command()
@aim_options
@click.option(
    "--posting",
    "postings",
    multiple=True,
    metavar="ID",
    help="Only this advert; may be given several times.",
)
@click.option("--new-only", is_flag=True, help="Leave out what lower stages ask already.")
@click.option(
    "--limit", type=click.IntRange(1), default=8, show_default=True, help="How many gaps to show."
)
@at_option
@json_option
def command(
    stage: str,
    contexts: tuple[str, ...],
    archetype: str | None,
    postings: tuple[str, ...],
    new_only: bool,
    limit: int,
    at: date | None,
    as_json: bool,
) -> None:
    """What is asked of me and not surely there? Against a stage and against adverts."""
    from seasoned.cli.session import me
    from seasoned.cli.showing import answer, next_up
    from seasoned.cli.views.gap import own_gaps, show_gap
    from seasoned.cli.walking import the_one, walked

    person, day = me(), today_or(at)
    if len(contexts) > 1:
        _side_by_side(person, day, stage, contexts, archetype, as_json)
        return
    found = walked(
        person,
        at=day,
        stage=stage,
        context=the_one(contexts),
        archetype=archetype,
        only_postings=postings,
    )
    from seasoned.journeys.workspace import my_content

    facts = {
        "at": found.at,
        "target_stage": found.target_stage,
        "readiness": found.readiness,
        "gaps": own_gaps(found, new_only=new_only),
        "postings": found.postings,
        "posting_gaps": found.posting_gaps,
        "fingerprint": found.fingerprint,
    }
    answer(
        as_json,
        "gap/1",
        facts,
        lambda: show_gap(found, my_content(), limit=limit, new_only=new_only),
    )
    if not as_json:
        next_up("seasoned plan", "put your free hours where they move most")


def _side_by_side(
    person: int,
    day: date,
    stage: str,
    contexts: tuple[str, ...],
    archetype: str | None,
    as_json: bool,
) -> None:
    from seasoned.cli.showing import answer
    from seasoned.cli.views.contexts import compared, show_contexts
    from seasoned.cli.walking import walked
    from seasoned.journeys.workspace import my_content

    found = {
        context: walked(
            person, at=day, stage=stage, context=context, archetype=archetype, keep=False
        )
        for context in dict.fromkeys(contexts)
    }
    rows = compared(found)
    facts = {"verdicts": {name: one.readiness for name, one in found.items()}, "differences": rows}
    answer(as_json, "contexts/1", facts, lambda: show_contexts(found, rows, my_content()))
