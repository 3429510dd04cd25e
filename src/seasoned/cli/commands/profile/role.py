"""``seasoned profile role``."""

from __future__ import annotations

from datetime import date

import click

from seasoned.cli.options import Day, ThingId, at_option, json_option, today_or


@click.command()
@click.argument("title", required=False)
@click.option("--from", "start", type=Day(), default=None, metavar="DATE", help="First day.")
@click.option(
    "--to", "end", type=Day(), default=None, metavar="DATE", help="Last day; open if not given."
)
@click.option("--organisation", default="", help="Where.")
@click.option("--kind", default="", help="Any word: economist, analyst, engineer, lead ...")
@click.option(
    "--skill", "skills", multiple=True, type=ThingId("skills"), help="A skill used in it."
)
@click.option(
    "--hat",
    "hats",
    multiple=True,
    metavar="HAT=SHARE",
    help="A part you play in it and its per cent, such as 'tech lead=30'; 100 in all.",
)
@click.option(
    "--drop", type=int, default=None, metavar="NO", help="Remove the role of that number."
)
@at_option
@json_option
def command(
    title: str | None,
    start: date | None,
    end: date | None,
    organisation: str,
    kind: str,
    skills: tuple[str, ...],
    hats: tuple[str, ...],
    drop: int | None,
    at: date | None,
    as_json: bool,
) -> None:
    """Add a role by its TITLE and dates, or drop one; any kind, in any order.

    Where the mix of hats in a role changed, add it twice, one span after the other.
    """
    from seasoned.cli.session import me
    from seasoned.cli.showing import answer, next_up
    from seasoned.cli.views.profile import show_profile
    from seasoned.journeys.hats import hats_from
    from seasoned.journeys.naming import skill_named
    from seasoned.journeys.workspace import add_role, drop_role, my_content, my_profile
    from seasoned.profile.person import Role

    person, content = me(), my_content()
    if drop is not None:
        drop_role(person, drop)
    elif title is None or start is None:
        raise click.UsageError("give a TITLE and --from DATE, or --drop NO")
    else:
        named = tuple(skill_named(content.skills, skill) for skill in skills)
        add_role(
            person,
            Role(
                title=title,
                start=start,
                end=end,
                organisation=organisation,
                kind=kind,
                skills=named,
                hats=hats_from(hats),
            ),
            at=today_or(at),
        )
    profile = my_profile(person)
    answer(as_json, "profile/1", profile, lambda: show_profile(profile, content))
    if not as_json:
        next_up("seasoned standing", "see where that puts you")
