"""``seasoned offer``."""

from seasoned.cli.groups import group_here


@group_here(__name__, __file__)
def command() -> None:
    """Job offers: keep them, weigh them, and see what your decision hangs on."""
