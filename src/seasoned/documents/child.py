"""Opens one PDF or Word file in a process of its own: ``python -m seasoned.documents.child``.

Bytes come in on standard input, JSON goes out on standard output: ``text``, ``pages`` and
``notes``, or ``reason`` and ``remedy``. The parent kills the process when its time is up, so that
a file made to break its parser breaks nothing else.
"""

from __future__ import annotations

import io
import json
import re
import sys
from collections.abc import Iterator
from typing import Any

Answer = dict[str, Any]
_HYPHEN = re.compile(r"(?<=[a-zäöüßéèñ])[-‐]\n(?=[a-zäöüßéèñ])")


def main(arguments: list[str]) -> None:
    """Read standard input as the kind named first, within the limits named after it."""
    kind, pages, seconds, memory = arguments[0], *map(int, arguments[1:4])
    _confine(seconds, memory)
    data = sys.stdin.buffer.read()
    answer = _pdf(data, pages) if kind == "pdf" else _docx(data)
    sys.stdout.write(json.dumps(answer))


def _confine(seconds: int, memory: int) -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limits; the parent's clock still holds
        return
    for limit, value in ((resource.RLIMIT_CPU, seconds), (resource.RLIMIT_AS, memory)):
        hard = resource.getrlimit(limit)[1]
        wanted = value if hard == resource.RLIM_INFINITY else min(value, hard)
        resource.setrlimit(limit, (wanted, hard))


def _pdf(data: bytes, limit: int) -> Answer:
    import logging

    from pypdf import PdfReader
    from pypdf.errors import DependencyError

    logging.disable(logging.CRITICAL)
    reader = PdfReader(io.BytesIO(data))
    try:
        if reader.is_encrypted and not reader.decrypt(""):
            return _failed("is protected with a password", "save a copy without one")
        return _pages(reader, limit)
    except DependencyError:
        return _failed("is encrypted in a way that cannot be opened here", "save a copy without it")


def _pages(reader: Any, limit: int) -> Answer:
    total = len(reader.pages)
    texts = [_page(page) for page in reader.pages[:limit]]
    notes = [f"Only the first {limit} of {total} pages were read."] if total > limit else []
    if total and None in texts:
        notes.append("Some pages could not be read.")
    text = "\n\n".join(filter(None, texts))
    return {"text": _HYPHEN.sub("", text), "pages": total, "notes": notes}


def _page(page: Any) -> str | None:
    try:
        return str(page.extract_text())
    except MemoryError:
        raise
    except Exception:  # one broken page must not lose the others
        return None


def _docx(data: bytes) -> Answer:
    from docx import Document

    document = Document(io.BytesIO(data))
    return {"text": "\n".join(_blocks(document)), "pages": 0, "notes": []}


def _blocks(container: Any) -> Iterator[str]:
    for block in container.iter_inner_content():
        if hasattr(block, "rows"):
            yield from _rows(block)
        else:
            yield _paragraph(block)


def _rows(table: Any) -> Iterator[str]:
    for row in table.rows:
        cells = list(dict.fromkeys(cell.text.strip() for cell in row.cells))
        yield " | ".join(filter(None, cells))


def _paragraph(paragraph: Any) -> str:
    style = (paragraph.style.name or "").lower() if paragraph.style is not None else ""
    text = str(paragraph.text)
    if style.startswith(("heading", "title")) and text.strip():
        return f"\n## {text.strip()}"
    if "list" in style and text.strip():
        return f"- {text.strip()}"
    return text


def _failed(reason: str, remedy: str) -> Answer:
    return {"reason": reason, "remedy": remedy}


if __name__ == "__main__":
    main(sys.argv[1:])
