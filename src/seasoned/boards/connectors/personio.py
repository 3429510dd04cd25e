"""Personio: the public XML feed of a company's positions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from html import escape
from urllib.parse import SplitResult
from xml.etree.ElementTree import Element

from seasoned.boards.board import Board, Get, Reply, host_of, place_of, steps
from seasoned.boards.values import cities, text_from, words
from seasoned.errors import LayoutChanged
from seasoned.market.structured import Fields, fields_of

API = "https://{}.jobs.personio.{}/xml?language=en"
_SITE = re.compile(r"(.+)\.jobs\.personio\.(de|com)")


def adverts(place: str, get: Get) -> Iterator[Fields]:
    """Every position of a feed, or one; ``NAME.com`` asks the host that ends in .com.

    A position that has no text in English is asked for in the feed's own language.
    """
    company, one = place_of(place)
    name, ending = (company[:-4], "com") if company.endswith(".com") else (company, "de")
    reply = get(API.format(host_of(name), ending))
    untold = []
    for position in _positions(reply):
        if one in ("", _said(position, "id")):
            read = _fields(position, name, reply.address)
            if read.text:
                yield read
            else:
                untold.append(read.id)
    if untold:
        reply = get(reply.address.replace("?language=en", ""))
        again = (_fields(position, name, reply.address) for position in _positions(reply))
        yield from (read for read in again if read.id in untold)


def _positions(reply: Reply) -> Iterator[Element]:
    """The positions; a company that is not there is led to a web page instead."""
    root = reply.xml
    if root.tag != "workzag-jobs":
        raise LayoutChanged(reply.address, f"the root is {root.tag!r}")
    return root.iter("position")


def _fields(position: Element, place: str, address: str) -> Fields:
    key = _said(position, "id")
    offices = [office.text for office in position.iter("office")]
    read = fields_of(
        {
            "title": _said(position, "name"),
            "company": _said(position, "subcompany"),
            "location": cities(*map(words, offices)),
            "url": address.split("/xml")[0] + f"/job/{key}",
            "id": f"personio-{place}-{key}",
            "date": _said(position, "createdAt"),
            "department": _said(position, "department"),
        }
    )
    return replace(read, text=_text(position))


def _text(position: Element) -> str:
    parts = position.iter("jobDescription")
    inner = "".join(
        f"<h2>{escape(_said(part, 'name'))}</h2><div>{_said(part, 'value', whole=True)}</div>"
        for part in parts
    )
    return text_from(f"<div>{inner}</div>") if inner else ""


def _said(node: Element, name: str, *, whole: bool = False) -> str:
    text = node.findtext(name) or ""
    return text if whole else words(text)


def _named(parts: SplitResult) -> str:
    match, path = _SITE.fullmatch(parts.hostname or ""), steps(parts)
    if match is None:
        return ""
    name = match[1] + (".com" if match[2] == "com" else "")
    return f"{name}/{path[1]}" if path[:1] == ["job"] and path[1:] else name


board = Board(
    name="personio",
    title="Personio",
    example="personio:NAME",
    adverts=adverts,
    documentation="https://developer.personio.de/docs/retrieving-open-job-positions",
    named=_named,
)
