"""Reading a page as a test does: its elements, and what is wrong with them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode


def parsed(answer) -> LexborHTMLParser:
    return LexborHTMLParser(answer.content.decode())


def text_of(answer) -> str:
    return " ".join((parsed(answer).body or parsed(answer).root).text(separator=" ").split())


def faults(answer) -> list[str]:
    """Everything that no page may have, each as a sentence."""
    page = parsed(answer)
    return [*_inline(page), *_twice(page), *_unlabelled(page), *_undescribed(page)]


def _inline(page: LexborHTMLParser) -> Iterator[str]:
    for node in page.css("*"):
        for name in node.attributes:
            if name == "style" or name.startswith("on"):
                yield f"inline {name} on {node.tag}"
    yield from (
        f"inline script {n.html}" for n in page.css("script") if not n.attributes.get("src")
    )
    yield from (f"inline style {n.html}" for n in page.css("style"))


def _twice(page: LexborHTMLParser) -> Iterator[str]:
    ids = [n.attributes["id"] for n in page.css("[id]") if n.parent and not _in_svg(n)]
    yield from (
        f"id {name} stands {count} times" for name, count in Counter(ids).items() if count > 1
    )


def _unlabelled(page: LexborHTMLParser) -> Iterator[str]:
    labelled = {n.attributes.get("for") for n in page.css("label")}
    for node in page.css("input, select, textarea"):
        hidden = node.attributes.get("type") == "hidden"
        named = node.attributes.get("id") in labelled or _inside(node, "label")
        if not hidden and not named:
            yield f"no label for {node.html}"


def _undescribed(page: LexborHTMLParser) -> Iterator[str]:
    for node in page.css(".chart, svg.interval"):
        if node.attributes.get("role") != "img" or not node.attributes.get("aria-label"):
            yield f"a picture without a description: {(node.html or '')[:80]}"
    yield from (f"no alt on {n.html}" for n in page.css("img") if n.attributes.get("alt") is None)


def _in_svg(node: LexborNode) -> bool:
    return _inside(node, "svg") or node.tag == "svg"


def _inside(node: LexborNode, tag: str) -> bool:
    parent = node.parent
    while parent is not None:
        if parent.tag == tag:
            return True
        parent = parent.parent
    return False
