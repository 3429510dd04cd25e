"""``seasoned ladder``."""

from seasoned.cli.groups import group_here


@group_here(__name__, __file__)
def command() -> None:
    """Ladders: what each stage asks, ours and your own."""
