"""``seasoned dossier``."""

from seasoned.cli.groups import group_here


@group_here(__name__, __file__)
def command() -> None:
    """What you know of companies, with source and date, and what repeats over them."""
