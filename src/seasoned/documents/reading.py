"""Reading any file a person brings: what it is, then its text, or one clear sentence."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from seasoned.documents.archive import opened
from seasoned.documents.document import LIMITS, Document, Limits
from seasoned.documents.encoding import clean, decoded
from seasoned.documents.html import html_text, json_ld, looks_like_html
from seasoned.documents.latex import latex_text, looks_like_latex
from seasoned.errors import UnreadableDocument

_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"BM")
_REFUSED = (
    (b"\xd0\xcf\x11\xe0", "is an old Word or Office file", "save it as DOCX or PDF"),
    (b"{\\rtf", "is a rich-text file", "save it as DOCX, PDF or plain text"),
    (b"\x1f\x8b", "is a gzip archive", "unpack it first"),
    (b"7z\xbc\xaf", "is a 7z archive", "unpack it first"),
    (b"Rar!", "is a RAR archive", "unpack it first"),
)


def read_document(
    source: Path | str | bytes, name: str = "", *, limits: Limits = LIMITS
) -> Document:
    """Plain text of a file (path) or of bytes, as of standard input.

    Parameters
    ----------
    source : path of a file, or its bytes.
    name : what messages call it; the file's own name if empty.
    limits : how much is read; the defaults suit CVs and adverts.

    Raises
    ------
    UnreadableDocument
        Missing, empty, too large, locked, scanned, damaged, or no text at all; the message says
        which and what to do.
    """
    called = name or (Path(source).name if not isinstance(source, bytes) else "the text")
    data = source if isinstance(source, bytes) else bytes_of(Path(source), called, limits)
    document = read_bytes(data, called, limits)
    return _within(document, limits)


def bytes_of(path: Path, name: str, limits: Limits = LIMITS) -> bytes:
    """Contents of a file, refused unread when it is larger than the limit."""
    try:
        if path.is_dir():
            raise UnreadableDocument(name, "is a folder", "name a file in it")
        if path.stat().st_size > limits.file_bytes:
            raise _too_large(name, path.stat().st_size, limits)
        return path.read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UnreadableDocument(
            name, f"cannot be opened ({reason})", "check the path and its permissions"
        ) from error


def read_bytes(data: bytes, name: str, limits: Limits = LIMITS) -> Document:
    """Document of the bytes by what they hold, not by what their name promises."""
    if len(data) > limits.file_bytes:
        raise _too_large(name, len(data), limits)
    if not data.strip():
        raise UnreadableDocument(name, "is empty", "check that it was saved with its text")
    _refuse(data, name)
    if b"%PDF-" in data[:1024]:
        return _pdf(data, name, limits)
    if data.startswith(b"PK\x03\x04"):
        return _zipped(data, name, limits)
    return _plain(data, name, limits)


def _refuse(data: bytes, name: str) -> None:
    if data.startswith(_PICTURES):
        raise UnreadableDocument(name, "is a picture and holds no text", "paste the text instead")
    for mark, reason, remedy in _REFUSED:
        if data.startswith(mark):
            raise UnreadableDocument(name, reason, remedy)


def _pdf(data: bytes, name: str, limits: Limits) -> Document:
    document = _from_child("pdf", data, name, limits)
    if len(document.text.split()) < 5:
        raise UnreadableDocument(
            name,
            "holds no text, only pictures; it is probably a scan",
            "run text recognition on it, or paste the text",
        )
    return document


def _zipped(data: bytes, name: str, limits: Limits) -> Document:
    names = opened(data, name, limits).namelist()
    if "word/document.xml" in names:
        return _from_child("docx", data, name, limits)
    raise UnreadableDocument(
        name, "is an archive, not a document", "unpack it and name one file of it"
    )


def _plain(data: bytes, name: str, limits: Limits) -> Document:
    text, notes = decoded(data, name)
    suffix = Path(name).suffix.lower()
    if suffix in (".html", ".htm", ".xhtml") or looks_like_html(text):
        return Document(
            text=clean(html_text(text, depth=limits.depth)),
            kind="html",
            name=name,
            notes=notes,
            structured=json_ld(text),
        )
    if looks_like_latex(text):
        return Document(text=clean(latex_text(text)), kind="latex", name=name, notes=notes)
    kind = {
        ".md": "markdown",
        ".markdown": "markdown",
        ".json": "json",
        ".jsonl": "json",
        ".csv": "csv",
    }.get(suffix, "text")
    return Document(text=text.strip("\n"), kind=kind, name=name, notes=notes)


def _from_child(kind: str, data: bytes, name: str, limits: Limits) -> Document:
    """Text that a confined process of its own found in the file."""
    limit = [str(n) for n in (limits.pages, limits.seconds, limits.memory_bytes)]
    command = [sys.executable, "-P", "-m", "seasoned.documents.child", kind, *limit]
    try:
        done = subprocess.run(
            command, input=data, capture_output=True, check=False, timeout=limits.seconds + 5
        )
    except subprocess.TimeoutExpired as error:
        raise _too_slow(name) from error
    return _document(_answer(done, name), kind, name)


def _answer(done: subprocess.CompletedProcess[bytes], name: str) -> dict[str, Any]:
    if done.returncode < 0:
        raise _too_slow(name)
    try:
        answer: dict[str, Any] = json.loads(done.stdout)
    except ValueError as error:
        raise UnreadableDocument(
            name, "is damaged and cannot be opened", "save it again, or paste the text"
        ) from error
    return answer


def _document(answer: dict[str, Any], kind: str, name: str) -> Document:
    if "reason" in answer:
        raise UnreadableDocument(name, answer["reason"], answer["remedy"])
    text = clean(answer["text"].encode("utf-8", "replace").decode())
    return Document(
        text=text.strip("\n"),
        kind=kind,
        name=name,
        pages=answer["pages"],
        notes=tuple(answer["notes"]),
    )


def _within(document: Document, limits: Limits) -> Document:
    if not document.text.strip() and not document.structured:
        raise UnreadableDocument(document.name, "holds no text", "paste the text instead")
    if len(document.text) <= limits.characters:
        return document
    note = (
        f"Only the first {limits.characters:,} of {len(document.text):,} characters were read; "
        "cut out the part that matters."
    )
    return replace(document, text=document.text[: limits.characters], notes=(*document.notes, note))


def _too_large(name: str, size: int, limits: Limits) -> UnreadableDocument:
    return UnreadableDocument(
        name,
        f"is {size / 1e6:.0f} MB, more than the {limits.file_bytes / 1e6:.0f} MB that are read",
        "cut out the part that matters",
    )


def _too_slow(name: str) -> UnreadableDocument:
    return UnreadableDocument(
        name,
        "took too long or too much memory to open",
        "save it as a simpler PDF, or paste the text",
    )
