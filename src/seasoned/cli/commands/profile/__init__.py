"""``seasoned profile``: bare, it shows what is known."""

from __future__ import annotations

import click

from seasoned.cli.groups import group_here
from seasoned.cli.options import json_option


@group_here(__name__, __file__, invoke_without_command=True)
@json_option
@click.pass_context
def command(ctx: click.Context, as_json: bool) -> None:
    """What Seasoned knows about you: roles, education, wishes. Bare, it shows them."""
    if ctx.invoked_subcommand is not None:
        return
    from seasoned.cli.session import me
    from seasoned.cli.showing import answer, next_up
    from seasoned.cli.views.profile import show_profile
    from seasoned.journeys.workspace import my_content, my_profile

    profile = my_profile(me())
    answer(as_json, "profile/1", profile, lambda: show_profile(profile, my_content()))
    if not as_json:
        next_up(
            "seasoned profile set --help", "tell where you want to go and how many hours you have"
        )
