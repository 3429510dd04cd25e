"""Uploads: files from a form put where the readers find them, within limits, and removed after."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from seasoned.errors import UnreadableDocument

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

    Upload: TypeAlias = UploadedFile[Any]

MOST_BYTES = 20 * 1024 * 1024
"""A CV or an advert is a few hundred kilobytes; more is a mistake or an attack."""
MOST_FILES = 200


def body_of(upload: Upload) -> bytes:
    """The bytes of one file; raises UnreadableDocument when there are none or too many."""
    name = upload.name or "file"
    if not upload.size:
        raise UnreadableDocument(
            name, "the file is empty", "choose another file, or paste the text"
        )
    if upload.size > MOST_BYTES:
        shown = f"{upload.size / 1024 / 1024:.0f} MB"
        limit = f"{MOST_BYTES // 1024 // 1024} MB"
        raise UnreadableDocument(
            name, f"the file has {shown} and the limit is {limit}", "paste the text instead"
        )
    body: bytes = upload.read()
    return body


@contextmanager
def on_disk(uploads: Sequence[Upload]) -> Iterator[tuple[list[Path], list[str]]]:
    """Paths of the files that can be read, and a sentence for each that cannot."""
    problems: list[str] = []
    paths: list[Path] = []
    with tempfile.TemporaryDirectory(prefix="seasoned-upload-") as folder:
        for number, upload in enumerate(uploads[:MOST_FILES]):
            try:
                paths.append(_kept(Path(folder), number, upload))
            except UnreadableDocument as error:
                problems.append(str(error))
        if len(uploads) > MOST_FILES:
            problems.append(f"Only the first {MOST_FILES} files were read; add the rest again.")
        yield paths, problems


def _kept(folder: Path, number: int, upload: Upload) -> Path:
    body = body_of(upload)
    own = folder / str(number)
    own.mkdir()
    path = own / safe_name(upload.name or "file")
    path.write_bytes(body)
    return path


def safe_name(name: str) -> str:
    """A file's own name without any folder, in letters that every file system takes."""
    plain = re.sub(r"[^\w. -]", "_", name.replace("\\", "/").rsplit("/", 1)[-1]).strip(" .")
    stem, dot, ending = plain.rpartition(".")
    return (f"{stem[:80]}{dot}{ending[:12]}" if stem else plain[:80]) or "file"
