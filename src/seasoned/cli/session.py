"""Who is at the terminal, and what they typed or piped in."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from seasoned.errors import InputError, UnreadableDocument


def me() -> int:
    """The key of the person at the terminal, with the store open."""
    from seasoned.store.setup import open_store

    open_store()
    from seasoned.store.people import ensure_person

    person = ensure_person()
    if _sample_wanted():
        from seasoned.cli.options import today_or
        from seasoned.journeys.sample import load_sample

        person = load_sample(person, at=today_or(None))
    return person


def _sample_wanted() -> bool:
    """Whether the line began with ``seasoned --sample``."""
    context = click.get_current_context(silent=True)
    return bool(context and context.find_root().params.get("sample"))


def pages_ahead() -> None:
    """Have Django set up for the pages too.

    Commands that go on to serve call it before they import anything of the store, whose tables
    configure Django for the store alone.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "seasoned.web.settings")


def watched() -> bool:
    """Whether a person sits there who can be asked."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def piped_bytes() -> bytes:
    """Everything on standard input. Raises UnreadableDocument when there is nothing."""
    data = sys.stdin.buffer.read()
    if not data.strip():
        raise UnreadableDocument("standard input", "is empty", "pipe a text in, or name a file")
    return data


def piped_text() -> str:
    """Standard input as text. Raises UnreadableDocument when it is none."""
    try:
        return piped_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnreadableDocument(
            "standard input", "is not UTF-8 text", "save it as UTF-8"
        ) from None


def source_from(name: str) -> tuple[Path | bytes, str]:
    """A path, or the bytes of standard input for ``-``, and what to call it."""
    return (piped_bytes(), "standard input") if name == "-" else (Path(name), Path(name).name)


def write_out(text: str | bytes, path: str) -> None:
    """Write to a file, or to standard output for ``-``. Raises InputError when it cannot be."""
    data = text.encode() if isinstance(text, str) else text
    if path == "-":
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    try:
        Path(path).write_bytes(data)
    except OSError as error:
        raise InputError(
            f"{path} cannot be written: {error.strerror}. Name another file."
        ) from error
