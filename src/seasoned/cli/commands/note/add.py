"""``seasoned note add``."""

from __future__ import annotations

from datetime import date

import click

from seasoned.cli.options import Day, ThingId, json_option, today_or


@click.command()
@click.argument("topic", default="")
@click.option("--text", default="", help="What to write down; - reads standard input.")
@click.option(
    "--photo",
    "photos",
    multiple=True,
    metavar="FILE",
    help="A picture of it: PNG, JPEG or WebP, up to 8 MB; - reads standard input.",
)
@click.option("--skill", default="", type=ThingId("skills"), help="The skill that it is about.")
@click.option("--on", "at", type=Day(), default=None, metavar="DATE", help="When you wrote it.")
@json_option
def command(
    topic: str, text: str, photos: tuple[str, ...], skill: str, at: date | None, as_json: bool
) -> None:
    """Write down a note on a TOPIC, in words, as photographs of a page, or both.

    A topic that names a skill belongs to that skill.
    """
    from seasoned.cli.noting import note_words, pictures_named
    from seasoned.cli.session import me
    from seasoned.cli.showing import answer, line, next_up
    from seasoned.cli.views.note import added_words
    from seasoned.journeys.notes import write_note
    from seasoned.journeys.workspace import my_content

    written, pictures = note_words(text, photos), pictures_named(photos)
    content = my_content()
    note = write_note(
        me(), content, topic=topic, skill=skill, text=written, pictures=pictures, at=today_or(at)
    )
    answer(as_json, "note/1", note, lambda: line(added_words(note, content)))
    if not as_json:
        next_up("seasoned note list", "see all of them, or some: note list WORDS")
