"""Feeds: items of RSS and entries of Atom as fields."""

from __future__ import annotations

from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from xml.etree.ElementTree import Element

from seasoned.boards.board import Reply, words
from seasoned.errors import LayoutChanged
from seasoned.market.structured import Fields, fields_of


def feed_items(reply: Reply) -> Iterator[tuple[Fields, Element]]:
    """Each item or entry as fields, with its element. Raises LayoutChanged for what is no feed."""
    root = reply.xml
    if local_name(root) not in ("rss", "feed", "RDF"):
        raise LayoutChanged(reply.address, f"the root is {local_name(root)!r}, no feed")
    for node in root.iter():
        if local_name(node) in ("item", "entry"):
            yield _fields(node), node


def local_name(node: Element) -> str:
    """The name of an element without its namespace."""
    return node.tag.rsplit("}", 1)[-1] if isinstance(node.tag, str) else ""


def _fields(node: Element) -> Fields:
    said: dict[str, str] = {}
    link = ""
    for part in node:
        name = local_name(part)
        said.setdefault(name, part.text or "")
        if name == "link" and not link:
            link = part.get("href") or words(part.text)
    body = max((said.get(k, "") for k in ("encoded", "content", "description", "summary")), key=len)
    return fields_of(
        {
            "title": said.get("title"),
            "description": body,
            "url": link,
            "id": words(said.get("guid") or said.get("id") or link)[-60:],
            "date": _day(said.get("pubDate") or said.get("published") or said.get("updated") or ""),
            "company": said.get("creator") or said.get("author", "").strip(),
            "location": said.get("location"),
        }
    )


def _day(stamp: str) -> str:
    try:
        return parsedate_to_datetime(stamp).date().isoformat()
    except (ValueError, TypeError, IndexError):
        return stamp.strip()[:10]
