"""``seasoned items``: calibrate questions and see how they behave."""

from seasoned.cli.groups import group_here


@group_here(__name__, __file__)
def command() -> None:
    """The questions of the test: calibrate them on answers, and see how they behave."""
