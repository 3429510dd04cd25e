"""Content kept ready: what was read and checked once is taken from a file the next time.

The file lies in the person's own cache folder and is named for the content it was made from and for
the code that made it, so that a change of either makes a new one. Erasing empties the folder.
"""

from __future__ import annotations

import contextlib
import hashlib
import inspect
import os
import pickle
from pathlib import Path
from typing import Any

KEEP = 3
"""Files of the kind that stay: one program, a folder of one's own, and one that is being written."""


def taken(folder: Path, kind: type, fingerprint: str, parts: tuple[type, ...]) -> Any:
    """What was kept of a kind under a fingerprint, or None where nothing fit is there."""
    try:
        found = pickle.loads(_path(folder, kind, fingerprint, parts).read_bytes())
    except Exception:  # a damaged or foreign file is as good as none
        return None
    return found if isinstance(found, kind) else None


def keep(folder: Path, value: Any, fingerprint: str, parts: tuple[type, ...]) -> None:
    """Keep a value for the next time; where the folder cannot be written, nothing is kept."""
    path = _path(folder, type(value), fingerprint, parts)
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(f".{os.getpid()}")
        part.write_bytes(pickle.dumps(value, protocol=5))
        part.chmod(0o600)
        part.replace(path)
        _tidy(folder, path)


def _tidy(folder: Path, newest: Path) -> None:
    others = (p for p in folder.glob(f"{newest.name.split('-')[0]}-*.kept") if p != newest)
    for old in sorted(others, key=lambda p: p.stat().st_mtime, reverse=True)[KEEP - 1 :]:
        old.unlink(missing_ok=True)


def _path(folder: Path, kind: type, fingerprint: str, parts: tuple[type, ...]) -> Path:
    sources = sorted({inspect.getfile(part) for part in (kind, *parts)})
    stamps = [f"{source} {os.stat(source).st_mtime_ns}" for source in sources]
    code = hashlib.sha256("\n".join(stamps).encode()).hexdigest()[:12]
    return folder / f"{kind.__name__.lower()}-{fingerprint}-{code}.kept"
