"""``seasoned note edit``."""

from __future__ import annotations

from datetime import date

import click

from seasoned.cli.options import Day, ThingId, json_option


@click.command()
@click.argument("key", metavar="ID")
@click.option("--topic", default=None, help="Another topic.")
@click.option("--text", default=None, help="Other words; - reads standard input.")
@click.option(
    "--photo", "photos", multiple=True, metavar="FILE", help="A further picture; - reads stdin."
)
@click.option("--skill", default=None, type=ThingId("skills"), help="The skill that it is about.")
@click.option("--on", "at", type=Day(), default=None, metavar="DATE", help="When you wrote it.")
@json_option
def command(
    key: str,
    topic: str | None,
    text: str | None,
    photos: tuple[str, ...],
    skill: str | None,
    at: date | None,
    as_json: bool,
) -> None:
    """Change a note; what is not given stays, and the earlier version is kept."""
    from seasoned.cli.keys import note_key
    from seasoned.cli.noting import note_words, pictures_named
    from seasoned.cli.session import me
    from seasoned.cli.showing import answer, next_up
    from seasoned.cli.views.note import show_note
    from seasoned.journeys.notes import rewrite_note
    from seasoned.journeys.workspace import my_content

    person, content = me(), my_content()
    words = None if text is None else note_words(text, photos)
    pictures = pictures_named(photos)
    key = note_key(person, key)
    note = rewrite_note(
        person, key, content, topic=topic, text=words, skill=skill, at=at, pictures=pictures
    )
    answer(as_json, "note/1", note, lambda: show_note(note, content))
    if not as_json:
        next_up("seasoned note list", "see all of them")
