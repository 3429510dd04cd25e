"""Board: one place that publishes adverts, and the answers it gives."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import SplitResult, quote, unquote, urlsplit
from xml.etree.ElementTree import Element, ParseError

from seasoned.documents.encoding import decoded
from seasoned.errors import InvalidValue, LayoutChanged, UnreadableDocument
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


def _nowhere(parts: SplitResult) -> str:
    return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """A connector. ``adverts`` yields the adverts of one place on it, given as in ``example``.

    ``local``: it reads files of this machine. ``named``: the place that an address of the board's
    own site means, such as ``acme`` or ``acme/ID`` for one advert; empty for other addresses.
    ``most``: adverts taken at most, fewer where each takes a request of its own.
    """

    name: str
    title: str
    example: str
    adverts: Callable[[str, Get], Iterator[Fields]]
    documentation: str
    local: bool = False
    most: int = 2_000
    named: Callable[[SplitResult], str] = _nowhere

    def place_in(self, address: str) -> str:
        """The place that an address of the board's own site means, or an empty text."""
        try:
            parts = urlsplit(address)
            return self.named(parts) if parts.hostname else ""
        except ValueError:
            return ""


def steps(parts: SplitResult) -> list[str]:
    """The steps of an address's path."""
    return [unquote(step) for step in parts.path.split("/") if step]


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


def place_of(place: str) -> tuple[str, str]:
    """A company's name, fit for an address, and the id of one advert after a slash, if one is asked.

    Raises InvalidValue for a name that could lead to another host or path.
    """
    company, _, one = place.strip().strip("/").partition("/")
    if not _NAME.fullmatch(company) or ".." in company or (one and not _NAME.fullmatch(one)):
        raise InvalidValue(
            "the board's name", place, "as its address has it: letters, digits, - or _"
        )
    return quote(company, safe=""), quote(one, safe="")


_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9 _.+&-]{0,99}")


def host_of(company: str) -> str:
    """A company's name as part of a host. Raises InvalidValue for what cannot be one."""
    if not all(_LABEL.fullmatch(label) for label in company.split(".")):
        raise InvalidValue(
            "the board's name", company, "as its address has it: letters, digits or -"
        )
    return company.lower()


_LABEL = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?")
