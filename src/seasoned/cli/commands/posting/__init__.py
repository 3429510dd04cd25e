"""``seasoned posting``."""

from seasoned.cli.groups import group_here


@group_here(__name__, __file__)
def command() -> None:
    """Job adverts: read them, keep them, compare them."""
