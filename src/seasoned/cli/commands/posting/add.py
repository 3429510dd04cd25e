"""``seasoned posting add``."""

from __future__ import annotations

from datetime import date

import click

from seasoned.cli.options import at_option, json_option, today_or


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE|FOLDER|BOARD:NAME|URL|-...")
@click.option("--title", default="", help="What to call an advert from standard input.")
@click.option(
    "--allow-private", is_flag=True, help="Also ask addresses of this machine and its network."
)
@at_option
@json_option
def command(
    files: tuple[str, ...], title: str, allow_private: bool, at: date | None, as_json: bool
) -> None:
    """Read adverts: text, Markdown, HTML, PDF, JSON-LD, CSV, JSONL; - reads stdin.

    greenhouse:NAME and its like fetch from a job board, https://... from a page; seasoned board
    list shows all. Nothing else that Seasoned does asks the network.
    """
    from seasoned.cli.reading import adverts_read
    from seasoned.cli.session import me
    from seasoned.cli.showing import answer, next_up
    from seasoned.cli.views.posting import show_added
    from seasoned.profile.sense import short_enough
    from seasoned.store.postings import list_postings, load_posting

    person = me()
    added = adverts_read(
        person,
        files,
        title=short_enough("title", title),
        at=today_or(at),
        allow_private=allow_private,
    )
    new = [load_posting(person, key) for key in added.ids]
    facts = {
        "items": new,
        "known_before": added.known_before,
        "problems": added.problems,
        "notes": added.notes,
        "alike": added.alike,
    }
    kept = [advert.id for advert in list_postings(person, archived=True)]
    answer(as_json, "postings/1", facts, lambda: show_added(added, new, kept))
    if not as_json and (added.ids or added.known_before):
        next_up("seasoned gap", "see what these ask beyond what you have shown")
    if added.problems and not added.ids and not added.known_before:
        click.get_current_context().exit(_code(files))


def _code(named: tuple[str, ...]) -> int:
    """The exit code where nothing could be read: a board's, if only boards were named."""
    from seasoned.cli.failures import EXIT_CODES
    from seasoned.errors import SourceError, UnreadableDocument
    from seasoned.journeys.boards import is_source

    return EXIT_CODES[SourceError if all(map(is_source, named)) else UnreadableDocument][0]
