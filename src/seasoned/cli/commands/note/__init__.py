"""``seasoned note``."""

from seasoned.cli.groups import group_here


@group_here(__name__, __file__)
def command() -> None:
    """Notes: what you wrote down or photographed, found again by topic, skill and words."""
