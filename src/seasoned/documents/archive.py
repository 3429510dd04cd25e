"""Zip archives looked into before anything in them is opened."""

from __future__ import annotations

import io
import zipfile

from seasoned.documents.document import LIMITS, Limits
from seasoned.errors import UnreadableDocument

_RATIO = 200
"""Unpacked to packed size above which a large member is a bomb; text packs to about a tenth."""


def opened(data: bytes, name: str, limits: Limits = LIMITS) -> zipfile.ZipFile:
    """The archive, once its own list of contents shows nothing outsized; else UnreadableDocument."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise UnreadableDocument(name, "is a damaged archive", "save or export it again") from error
    if _is_bomb(archive.infolist(), limits):
        raise UnreadableDocument(
            name, "unpacks to far more than a document holds", "save the text as a plain file"
        )
    return archive


def member(archive: zipfile.ZipFile, path: str, name: str, limits: Limits = LIMITS) -> bytes:
    """Bytes of one member, never more than the limit; raises UnreadableDocument where it is broken."""
    try:
        with archive.open(path) as file:
            return file.read(limits.file_bytes)
    except (
        zipfile.BadZipFile,
        OSError,
        ValueError,
        RuntimeError,
        NotImplementedError,
        EOFError,
        KeyError,
    ) as error:
        raise UnreadableDocument(
            name, f"its part {path!r} cannot be unpacked", "export it again, without a password"
        ) from error


def _is_bomb(parts: list[zipfile.ZipInfo], limits: Limits) -> bool:
    if len(parts) > limits.members or sum(part.file_size for part in parts) > limits.unpacked_bytes:
        return True
    return any(
        part.file_size > 1_000_000 and part.file_size > _RATIO * max(part.compress_size, 1)
        for part in parts
    )
