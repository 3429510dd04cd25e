"""Pictures, known by what they hold and not by their names: PNG, JPEG and WebP."""

from __future__ import annotations

import struct
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from seasoned.errors import UnreadableDocument

MOST_BYTES = 8 * 1024 * 1024
"""A photographed page has two to five megabytes; more shows nothing more of the handwriting."""

MOST_PIXELS = 200_000_000
"""The largest cameras of phones; a small file that claims more is made to fill the memory."""

ENDINGS = {"image/png": "png", "image/jpeg": "jpg", "image/webp": "webp"}
"""Kinds that are taken, with the ending of a file of that kind."""

START_OF_FRAME = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
BARE_MARKERS = frozenset((0x01, *range(0xD0, 0xD8)))

Size: TypeAlias = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture: its media type, width and height in pixels, and its bytes as they came."""

    kind: str
    width: int
    height: int
    body: bytes = field(repr=False)


def read_picture(source: Path | bytes, name: str = "") -> Picture:
    """The picture in a file or in bytes. Raises UnreadableDocument for what is none, or too big.

    References
    ----------
    ISO/IEC 15948 (PNG), 11.2.2; ITU-T T.81 (JPEG), annex B; RFC 9649 (WebP), section 2.
    """
    body, called = (source, name or "picture") if isinstance(source, bytes) else _body(source, name)
    check_bytes(len(body), called)
    for kind, reader in (("image/png", _png), ("image/jpeg", _jpeg), ("image/webp", _webp)):
        size = _size(reader, body)
        if size is not None:
            return _picture(kind, size, body, called)
    raise UnreadableDocument(called, "is no PNG, JPEG or WebP picture", "save it as one of these")


def check_bytes(count: int, name: str) -> None:
    """Raise UnreadableDocument when a picture of so many bytes is empty or too big."""
    if not count:
        raise UnreadableDocument(name, "is empty", "choose another picture")
    if count > MOST_BYTES:
        shown = f"has {count / 1024 / 1024:.1f} MB and the limit is {MOST_BYTES // 1024 // 1024} MB"
        raise UnreadableDocument(name, shown, "save a smaller copy")


def _body(path: Path, name: str) -> tuple[bytes, str]:
    called = name or path.name
    try:
        check_bytes(path.stat().st_size, called)
        return path.read_bytes(), called
    except OSError as error:
        raise UnreadableDocument(
            called, f"cannot be read ({error.strerror})", "check the path"
        ) from None


def _picture(kind: str, size: Size, body: bytes, name: str) -> Picture:
    width, height = size
    if not width or not height or width * height > MOST_PIXELS:
        raise UnreadableDocument(
            name, f"claims {width} x {height} pixels", "save a copy of usual size"
        )
    return Picture(kind=kind, width=width, height=height, body=body)


def _size(reader: Callable[[bytes], Size | None], body: bytes) -> Size | None:
    try:
        return reader(body)
    except (struct.error, IndexError):  # it ends before it says how large it is
        return None


def _png(body: bytes) -> Size | None:
    if not body.startswith(b"\x89PNG\r\n\x1a\n") or body[12:16] != b"IHDR":
        return None
    if b"IEND" not in body[-4096:]:
        return None
    width, height = struct.unpack_from(">II", body, 16)
    return width, height


def _jpeg(body: bytes) -> Size | None:
    if not body.startswith(b"\xff\xd8\xff"):
        return None
    at = 2
    while at < len(body):
        marker = body[at + 1] if body[at] == 0xFF else -1
        if marker in START_OF_FRAME:
            height, width = struct.unpack_from(">HH", body, at + 5)
            return width, height
        at = _after(body, at, marker)
    return None


def _after(body: bytes, at: int, marker: int) -> int:
    """Where the next marker stands; behind the end where the file makes no sense."""
    if marker == 0xFF:
        return at + 1
    if marker in BARE_MARKERS:
        return at + 2
    if marker < 0 or marker in (0xD9, 0xDA):
        return len(body)
    length = int(struct.unpack_from(">H", body, at + 2)[0])
    return at + 2 + length


def _webp(body: bytes) -> Size | None:
    if body[:4] != b"RIFF" or body[8:12] != b"WEBP":
        return None
    if struct.unpack_from("<I", body, 4)[0] + 8 > len(body):
        return None
    form = body[12:16]
    if form == b"VP8X":
        return _three(body, 24) + 1, _three(body, 27) + 1
    if form == b"VP8L":
        bits = struct.unpack_from("<I", body, 21)[0]
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if form == b"VP8 ":
        width, height = struct.unpack_from("<HH", body, 26)
        return width & 0x3FFF, height & 0x3FFF
    return None


def _three(body: bytes, at: int) -> int:
    return int(struct.unpack("<I", body[at : at + 3] + b"\0")[0])
