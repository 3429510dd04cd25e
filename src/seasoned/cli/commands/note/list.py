"""``seasoned note list``."""

from __future__ import annotations

import click

from seasoned.cli.options import ThingId, json_option


@click.command()
@click.argument("words", nargs=-1, metavar="[WORDS...]")
@click.option("--topic", default="", help="Only notes whose topic holds this.")
@click.option("--skill", default="", type=ThingId("skills"), help="Only notes on this skill.")
@click.option("--dropped", "with_dropped", is_flag=True, help="Dropped ones too.")
@json_option
def command(
    words: tuple[str, ...], topic: str, skill: str, with_dropped: bool, as_json: bool
) -> None:
    """List your notes, the newest first; with WORDS only those that hold them all."""
    from seasoned.cli.session import me
    from seasoned.cli.showing import answer, next_up
    from seasoned.cli.views.note import show_notes
    from seasoned.journeys.notes import my_notes
    from seasoned.journeys.workspace import my_content
    from seasoned.store.notes import dropped_notes

    person, content = me(), my_content()
    asked = " ".join(words)
    notes = my_notes(
        person, content, topic=topic, skill=skill, words=asked, with_dropped=with_dropped
    )
    dropped = dropped_notes(person) if with_dropped else frozenset()
    answer(
        as_json,
        "notes/1",
        {"items": notes, "dropped": sorted(dropped)},
        lambda: show_notes(notes, content, dropped, searched=bool(asked or topic or skill)),
    )
    if not as_json and notes:
        next_up(f"seasoned note show {notes[0].id}", "read one, or save its pictures")
    elif not as_json:
        next_up('seasoned note add TOPIC --text "..." --photo FILE', "write one down")
