"""``seasoned content``."""

from seasoned.cli.groups import group_here


@group_here(__name__, __file__)
def command() -> None:
    """Skills, ladders and actions as files: check them, begin a new one."""
