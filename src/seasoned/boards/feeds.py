"""Feeds: items of RSS and entries of Atom as fields."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from email.utils import parsedate_to_datetime
from html import unescape
from urllib.parse import urljoin
from xml.etree.ElementTree import Element, tostring

from seasoned.boards.board import Reply
from seasoned.boards.values import text_from, words
from seasoned.errors import LayoutChanged
from seasoned.market.structured import Fields, fields_of


def feed_items(reply: Reply) -> Iterator[tuple[Fields, Element]]:
    """Each item or entry as fields, with its element. Raises LayoutChanged for what is no feed."""
    root = reply.xml
    if local_name(root) not in ("rss", "feed", "RDF"):
        raise LayoutChanged(reply.address, f"the root is {local_name(root)!r}, no feed")
    for node in root.iter():
        if local_name(node) in ("item", "entry"):
            yield _fields(node, reply.address), node


def local_name(node: Element) -> str:
    """The name of an element without its namespace."""
    return node.tag.rsplit("}", 1)[-1] if isinstance(node.tag, str) else ""


def _fields(node: Element, address: str) -> Fields:
    said: dict[str, str] = {}
    for part in node:
        said.setdefault(local_name(part), _markup(part))
    link = urljoin(address, _link(node)) if _link(node) else ""
    body = max((said.get(k, "") for k in ("encoded", "content", "description", "summary")), key=len)
    read = fields_of(
        {
            "title": unescape(said.get("title") or ""),
            "url": link,
            "id": words(said.get("guid") or said.get("id") or link)[-60:],
            "date": _day(said.get("pubDate") or said.get("published") or said.get("updated") or ""),
            "company": said.get("creator") or said.get("author", "").strip(),
            "location": said.get("location"),
        }
    )
    return replace(read, text=text_from(body))


def _markup(part: Element) -> str:
    """An element's text, or its markup where Atom holds XHTML as elements."""
    if not len(part):
        return part.text or ""
    return re.sub(r"(</?)\w+:", r"\1", tostring(part, encoding="unicode"))


def _link(node: Element) -> str:
    """RSS writes the link as text; Atom as an attribute, of which the alternate one is meant."""
    links = [part for part in node if local_name(part) == "link"]
    written = next((words(link.text) for link in links if words(link.text)), "")
    meant = (link.get("href") for link in links if link.get("rel", "alternate") == "alternate")
    return written or next(filter(None, meant), "")


def _day(stamp: str) -> str:
    try:
        return parsedate_to_datetime(stamp).date().isoformat()
    except (ValueError, TypeError, IndexError):
        return stamp.strip()[:10]
