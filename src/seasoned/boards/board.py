"""Board: one place that publishes adverts, and the answers it gives."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element, ParseError

from seasoned.documents.encoding import decoded
from seasoned.errors import LayoutChanged, UnreadableDocument
from seasoned.market.structured import Fields


@dataclass(frozen=True, slots=True)
class Reply:
    """What an address answered."""

    address: str
    body: bytes

    @property
    def text(self) -> str:
        """The body as text, whatever its header says of the encoding. Raises LayoutChanged."""
        if not self.body.strip():
            return ""
        try:
            return decoded(self.body, self.address)[0]
        except UnreadableDocument as error:
            raise LayoutChanged(self.address, "no text") from error

    @property
    def json(self) -> Any:
        """The body as JSON. Raises LayoutChanged where it is none."""
        try:
            return json.loads(self.text)
        except (ValueError, RecursionError) as error:
            raise LayoutChanged(self.address, "no JSON") from error

    @property
    def xml(self) -> Element:
        """The body as XML, without entities. Raises LayoutChanged where it is none."""
        from defusedxml import DefusedXmlException
        from defusedxml.ElementTree import fromstring

        try:
            try:
                root: Element = fromstring(self.body.strip())
            except (ParseError, LookupError, UnicodeError):  # it may lie about its encoding
                root = fromstring(_CLAIM.sub("", self.text))
        except (ParseError, DefusedXmlException, ValueError) as error:
            raise LayoutChanged(self.address, "no XML that can be read") from error
        return root


_CLAIM = re.compile(r"^\s*<\?xml[^>]*\?>")

Get = Callable[[str], Reply]
"""Asks an address. Raises SourceError."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """A connector. ``adverts`` yields the adverts of one place on it, given as in ``example``.

    ``local``: it reads files of this machine and asks no address.
    """

    name: str
    title: str
    example: str
    adverts: Callable[[str, Get], Iterator[Fields]]
    documentation: str
    local: bool = False


def table(thing: Any, address: str) -> Mapping[str, Any]:
    """The thing as a table of names and values. Raises LayoutChanged."""
    if not isinstance(thing, Mapping):
        raise LayoutChanged(address, "no table of fields")
    return thing


def rows(thing: Any, key: str, address: str) -> list[Mapping[str, Any]]:
    """The tables listed under a key. Raises LayoutChanged where there is no such list."""
    listed = table(thing, address).get(key)
    if not isinstance(listed, list):
        raise LayoutChanged(address, f"no list {key!r}")
    return [row for row in listed if isinstance(row, Mapping)]


def words(*values: Any) -> str:
    """The values that are words or numbers, each once, joined by commas."""
    said = (" ".join(str(v).split()) for v in values if isinstance(v, str | int | float))
    return ", ".join(dict.fromkeys(filter(None, said)))


def under(thing: Any, *path: str) -> Any:
    """What stands under a path of names; None where it ends early."""
    for name in path:
        thing = thing.get(name) if isinstance(thing, Mapping) else None
    return thing


def pay(
    low: Any, high: Any, currency: Any, period: str, *, cents: bool = False
) -> tuple[float, float | None, str, str] | None:
    """Pay from a board's numbers; None unless sum, currency and period are all there."""
    sums = [value / (100 if cents else 1) for value in map(_number, (low, high)) if value]
    code = str(currency or "").upper()
    if not sums or len(code) != 3 or not code.isalpha() or not period:
        return None
    return min(sums), (max(sums) if max(sums) > min(sums) else None), code, period


def _number(value: Any) -> float:
    try:
        number = float(str(value).replace(",", ""))
    except ValueError:
        return 0.0
    return number if 0 < number < 1e12 else 0.0
