"""Answers kept on disk, so that a board is asked only whether anything changed."""

from __future__ import annotations

import contextlib
import hashlib
import json
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """An answer as it was kept, with what a board needs to say that it still holds."""

    body: bytes
    etag: str = ""
    modified: str = ""

    @property
    def conditions(self) -> dict[str, str]:
        """Headers that ask for a new answer only if there is one."""
        asked = {"If-None-Match": self.etag, "If-Modified-Since": self.modified}
        return {name: value for name, value in asked.items() if value}


MOST = 1_000
"""Answers that stay; the oldest make room."""


class Cache:
    """A folder of answers by address; without a folder nothing is kept."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    def kept(self, address: str) -> Kept | None:
        """The answer kept for an address; None where there is none that can be read."""
        head, body = self._files(address)
        if head is None or body is None:
            return None
        try:
            told = json.loads(head.read_text(encoding="utf-8"))
            return Kept(body=body.read_bytes(), etag=told["etag"], modified=told["modified"])
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def keep(self, address: str, answer: Kept) -> None:
        """Keep an answer that can be asked for again; a full or locked disk only costs the copy."""
        head, body = self._files(address)
        if head is None or body is None or not answer.conditions:
            return
        try:
            head.parent.mkdir(parents=True, exist_ok=True)
            body.write_bytes(answer.body)
            told = {"address": address, "etag": answer.etag, "modified": answer.modified}
            head.write_text(json.dumps(told), encoding="utf-8")
        except OSError:
            return

    def thin(self) -> None:
        """Throw the oldest answers away where there are more than stay."""
        if self._folder is None:
            return
        with contextlib.suppress(OSError):
            heads = sorted(self._folder.glob("*.json"), key=lambda head: head.stat().st_mtime)
            for head in heads[:-MOST]:
                head.unlink(missing_ok=True)
                head.with_suffix(".body").unlink(missing_ok=True)

    def _files(self, address: str) -> tuple[Path | None, Path | None]:
        if self._folder is None:
            return None, None
        name = hashlib.sha256(address.encode()).hexdigest()[:32]
        return self._folder / f"{name}.json", self._folder / f"{name}.body"
