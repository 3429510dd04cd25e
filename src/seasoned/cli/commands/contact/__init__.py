"""``seasoned contact``."""

from seasoned.cli.groups import group_here


@group_here(__name__, __file__)
def command() -> None:
    """Companies that came to you, and which stage the level they propose means."""
