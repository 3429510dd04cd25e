"""``seasoned board``."""

from seasoned.cli.groups import group_here


@group_here(__name__, __file__)
def command() -> None:
    """Job boards that adverts can be fetched from, only when you ask."""
