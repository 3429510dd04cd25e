"""``seasoned posting add``."""

from __future__ import annotations

import click

from seasoned.cli.options import json_option


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE|FOLDER|BOARD:NAME|URL|-...")
@click.option("--title", default="", help="What to call an advert from standard input.")
@click.option(
    "--allow-private", is_flag=True, help="Also ask addresses of this machine and its network."
)
@json_option
def command(files: tuple[str, ...], title: str, allow_private: bool, as_json: bool) -> None:
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
        person, files, title=short_enough("title", title), allow_private=allow_private
    )
    new = [load_posting(person, key) for key in added.ids]
    facts = {
        "items": new,
        "known_before": added.known_before,
        "problems": added.problems,
        "alike": added.alike,
    }
    kept = [advert.id for advert in list_postings(person, archived=True)]
    answer(as_json, "postings/1", facts, lambda: show_added(added, new, kept))
    if not as_json and (added.ids or added.known_before):
        next_up("seasoned gap", "see what these ask beyond what you have shown")
    if added.problems and not added.ids and not added.known_before:
        from seasoned.cli.failures import EXIT_CODES
        from seasoned.errors import UnreadableDocument

        click.get_current_context().exit(EXIT_CODES[UnreadableDocument][0])
