"""Small things taken off their list, or brought back: offers, contacts, dossier entries."""

from __future__ import annotations

from collections.abc import Sequence

LISTS = {"dossier": "show"}
"""Commands that list the others of a kind, where they are not called ``list``."""


def dropped(kind: str, keys: Sequence[str], *, undo: bool, as_json: bool) -> None:
    """Drop every thing named, all or none, and say so. Raises UnknownId."""
    from seasoned.cli.keys import thing_key
    from seasoned.cli.session import me
    from seasoned.cli.showing import answer, line, next_up
    from seasoned.store.things import drop_thing
    from seasoned.store.versions import together

    person = me()
    whole = tuple(thing_key(person, kind, key) for key in keys)
    with together():
        for key in whole:
            drop_thing(person, kind, key, undo=undo)
    said = "Back on the list" if undo else "Dropped"
    answer(
        as_json,
        "dropped/1",
        {"ids": whole, "dropped": not undo},
        lambda: line(f"{said}: {', '.join(whole)}."),
    )
    if not as_json:
        next_up(f"seasoned {kind} {LISTS.get(kind, 'list')}", "see the others")
