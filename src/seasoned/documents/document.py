"""Document: plain text with what is known about where it came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much of a file is read before it is refused or cut.

    ``file_bytes`` refuses; ``characters`` cuts with a note: a long CV holds 30,000 characters and
    a long advert 15,000, so both leave room for anything a person writes. ``seconds`` and
    ``memory_bytes`` bound the child process that opens PDF and Word files. ``depth`` bounds
    nesting of HTML, whose parser takes time in the square of it.
    """

    file_bytes: int = 20_000_000
    characters: int = 500_000
    pages: int = 200
    seconds: int = 20
    memory_bytes: int = 2_000_000_000
    unpacked_bytes: int = 150_000_000
    members: int = 3_000
    depth: int = 1_000


LIMITS = Limits()


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """Text of a file, block by block: headings start with ``#``, list items with ``-``.

    ``structured`` holds the JSON-LD objects of an HTML page; ``notes`` say what was cut, guessed
    or repaired.
    """

    text: str
    kind: str
    name: str = ""
    pages: int = 0
    notes: tuple[str, ...] = ()
    structured: tuple[Mapping[str, Any], ...] = ()
