"""``seasoned evidence``."""

from seasoned.cli.groups import group_here


@group_here(__name__, __file__)
def command() -> None:
    """Evidence: what your numbers rest on; add, edit, drop and confirm it."""
