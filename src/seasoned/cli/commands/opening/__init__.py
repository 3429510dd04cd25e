"""``seasoned opening``."""

from seasoned.cli.groups import group_here


@group_here(__name__, __file__)
def command() -> None:
    """A job of your own: write it, check how it reads, publish it with pay, criteria and process."""
