"""Personio: the public XML feed of a company's positions."""

from collections.abc import Iterator
from html import escape
from xml.etree.ElementTree import Element

from seasoned.boards.board import Board, Get, words
from seasoned.errors import LayoutChanged
from seasoned.market.structured import Fields, fields_of

API = "https://{}.jobs.personio.{}/xml?language=en"


def adverts(place: str, get: Get) -> Iterator[Fields]:
    """Every position of a feed; ``NAME.com`` asks the host that ends in .com."""
    name, ending = (place[:-4], "com") if place.endswith(".com") else (place, "de")
    reply = get(API.format(name, ending))
    root = reply.xml
    if root.tag != "workzag-jobs":
        raise LayoutChanged(reply.address, f"the root is {root.tag!r}")
    for position in root.iter("position"):
        yield _fields(position, name, reply.address)


def _fields(position: Element, place: str, address: str) -> Fields:
    key = _said(position, "id")
    offices = [office.text for office in position.iter("office")]
    return fields_of(
        {
            "title": _said(position, "name"),
            "description": _text(position),
            "company": _said(position, "subcompany") or place,
            "location": words(*offices),
            "url": address.split("/xml")[0] + f"/job/{key}",
            "id": f"personio-{place}-{key}",
            "date": _said(position, "createdAt"),
        }
    )


def _text(position: Element) -> str:
    parts = position.iter("jobDescription")
    inner = "".join(
        f"<h2>{escape(_said(part, 'name'))}</h2><div>{_said(part, 'value', whole=True)}</div>"
        for part in parts
    )
    return f"<div>{inner}</div>" if inner else ""


def _said(node: Element, name: str, *, whole: bool = False) -> str:
    text = node.findtext(name) or ""
    return text if whole else words(text)


board = Board(
    name="personio",
    title="Personio",
    example="personio:NAME",
    adverts=adverts,
    documentation="https://developer.personio.de/docs/retrieving-open-job-positions",
)
