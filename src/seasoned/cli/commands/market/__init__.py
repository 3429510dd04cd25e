"""``seasoned market``."""

from seasoned.cli.groups import group_here


@group_here(__name__, __file__)
def command() -> None:
    """Many adverts at once: read them into a table, and see what is asked, where and since when."""
