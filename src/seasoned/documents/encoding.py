"""Bytes to text, whatever encoding they were saved in, without control characters."""

from __future__ import annotations

import codecs
import re
import unicodedata

from seasoned.errors import UnreadableDocument

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 200_000
"""Bytes that the guess of the encoding looks at; more makes it slower and hardly surer."""
_JUNK_SHARE = 0.05
"""Share of control characters above which bytes are no text: text has next to none."""
_TWICE = re.compile("[ÂÃ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€")
_CONTROL = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad]"
)
_LIGATURES = str.maketrans(
    {
        "ﬀ": "ff",
        "ﬁ": "fi",
        "ﬂ": "fl",
        "ﬃ": "ffi",
        "ﬄ": "ffl",
        "\u00a0": " ",
        "\u202f": " ",
        "\u2009": " ",
        "\u2007": " ",
        "\x0b": "\n",
        "\x0c": "\n",
        "\u2028": "\n",
        "\u2029": "\n",
    }
)
_SIGNS = frozenset(map(chr, _LIGATURES))


def decoded(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    """Clean text of the bytes, and a note where the encoding had to be guessed or mended.

    Raises UnreadableDocument where the bytes are no text in any encoding.
    """
    text, notes = _as_text(data)
    if is_junk(text):
        raise UnreadableDocument(
            name, "holds binary data, not text", "give a PDF, Word, HTML, Markdown or text file"
        )
    mended = _undoubled(text)
    if mended != text:
        notes += ("Letters that had been encoded twice were mended.",)
    return clean(mended), notes


def clean(text: str) -> str:
    """Text with plain line ends, plain spaces, whole letters, and nothing invisible."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
    signs = set(plain)
    if not signs.isdisjoint(_SIGNS):
        plain = plain.translate(_LIGATURES)
    if any(
        (sign < " " and sign not in "\n\t")
        or "\x7f" <= sign < "\xa0"
        or sign == "\xad"
        or sign > "\xff"
        for sign in signs
    ):
        plain = _CONTROL.sub("", _paired(plain))
    return plain if plain.isascii() else unicodedata.normalize("NFC", plain)


def _paired(text: str) -> str:
    """Text without halves of signs, which stand for nothing and which no file can hold."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-8", "replace").decode()
    return text


def is_junk(text: str) -> bool:
    """Whether so many control or broken characters stand in the text that it is no text."""
    sample = text[:_SAMPLE]
    bad = len(re.findall("[\x00-\x08\x0e-\x1f\x7f\ufffd]", sample))
    return bad > _JUNK_SHARE * len(sample)


def _as_text(data: bytes) -> tuple[str, tuple[str, ...]]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace"), ()
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _guessed(data)
    return (text, ()) if "\0" not in text[:_SAMPLE] else _wide(data)


def _wide(data: bytes) -> tuple[str, tuple[str, ...]]:
    """UTF-16 saved without its mark has a NUL in every other byte of plain Latin text."""
    for encoding, odd in (("utf-16-le", 1), ("utf-16-be", 0)):
        if data[odd:_SAMPLE:2].count(0) > 0.3 * len(data[:_SAMPLE]) / 2:
            return data.decode(encoding, errors="replace"), (_note(encoding),)
    return data.decode("utf-8", errors="replace"), ()


def _guessed(data: bytes) -> tuple[str, tuple[str, ...]]:
    if data.count(b"\0") > 0.1 * len(data):
        return _wide(data)
    encoding = "cp1252" if _is_western(data) else _statistical(data)
    return data.decode(encoding, errors="replace"), (_note(encoding),)


def _statistical(data: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    return best.encoding if best and not best.encoding.startswith("utf_16") else "cp1252"


def _is_western(data: bytes) -> bool:
    """Whether Windows-1252 makes an accented letter or a usual mark of every high byte.

    Short texts give a statistical guess too little, and nearly all of ours are Western.
    """
    high = bytes(byte for byte in data[:_SAMPLE] if byte >= 0x80)
    letters = "äöüßÄÖÜéèêëàâçñíóúáîïôûùœìòÉÈÀÇÑÁÍÓÚ€£’‘“”„–—•…´°·¿¡ºª®™\xa0ø åæØÅÆã«»‚§©½"
    try:
        return all(c in letters for c in high.decode("cp1252"))
    except UnicodeDecodeError:
        return False


def _undoubled(text: str) -> str:
    """UTF-8 once read as Windows-1252 and saved again, turned back."""
    if not _TWICE.search(text[:_SAMPLE]):
        return text
    return _TWICE_RUN.sub(lambda m: _redecoded(m[0]), text)


_TWICE_RUN = re.compile(r"[^\x00-\x7f]{2,12}")


def _redecoded(run: str) -> str:
    try:
        return run.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return run


def _note(encoding: str) -> str:
    return f"The encoding was not stated; the text was read as {encoding}."
