"""HTML to plain lines: headings start with ``#``, list items with ``-``, the hidden left out."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Any

from seasoned.documents.document import LIMITS

_DROPPED = frozenset(
    (
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "head",
        "nav",
        "iframe",
        "object",
        "select",
        "button",
        "input",
        "textarea",
        "-comment",
    )
)
_BLOCKS = frozenset(
    (
        "p",
        "div",
        "section",
        "article",
        "main",
        "header",
        "footer",
        "aside",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "table",
        "tr",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "br",
        "hr",
        "pre",
        "blockquote",
        "form",
        "fieldset",
        "figure",
        "address",
        "details",
        "summary",
        "body",
        "title",
    )
)
_HEADINGS = {f"h{n}": "#" * n + " " for n in range(1, 7)} | {"dt": "### ", "summary": "### "}
_BOLD = frozenset(("b", "strong"))
_HIDDEN_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0|opacity\s*:\s*0(?![.\d])", re.I
)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)\b[^<>]*?(/?)>")
_TAGS_IN_TEXT = re.compile(
    r"</?(?:p|div|ul|ol|li|br|h[1-6]|strong|b|em|span|table|tr|td|th)\b[^<>]{0,200}>", re.I
)
_ESCAPED = re.compile(r"&(?:amp;)*lt;/?(?:p|div|ul|ol|li|br|h[1-6]|strong|b|em|span)\b", re.I)
_MARKDOWN = re.compile(r"^[ \t]*(?:#{1,6}|[-*+])[ \t]+\S", re.M)
"""Headings and list items of Markdown, which may hold a few tags and is still no page."""
_ENTITY = re.compile(r"&#x(?:27|2[Ff]|22);|&quot;")
"""Signs that only markup writes as their names: with them, a single tag is enough."""
_VOID = frozenset(
    ("br", "hr", "img", "input", "meta", "link", "p", "li", "area", "col", "wbr", "source")
)
_BULLET = re.compile(r"^\s*[•·▪●○◦‣∙■►➢✓✔–—*-]\s+")
_SPACES = re.compile(r"[^\S\n]+")
_JSON_LD = re.compile(r"<script[^>]*application/ld\+json[^>]*>(.*?)</script>", re.I | re.S)


def looks_like_html(text: str) -> bool:
    """Whether tags, plain or escaped, structure the text."""
    head = text[:20_000]
    if re.match(r"\s*(?:<!doctype html|<html|<\?xml[^>]*>\s*<html)", head, re.I):
        return True
    tags = len(_TAGS_IN_TEXT.findall(head))
    if tags and _ENTITY.search(head):
        return True
    return (tags >= 3 and tags > len(_MARKDOWN.findall(head))) or len(_ESCAPED.findall(head)) >= 3


def html_text(html: str, *, depth: int = LIMITS.depth) -> str:
    """Visible text of HTML as lines, also where it was escaped once or twice on its way."""
    source = html
    for _ in range(3):
        if not _escaped_markup(source):
            break
        source = unescape(source)
    return _tidied(_stripped(source) if _too_deep(source, depth) else _walked(source))


def json_ld(html: str) -> tuple[Mapping[str, Any], ...]:
    """Every JSON-LD object that the page carries, those inside ``@graph`` too."""
    return tuple(thing for block in _JSON_LD.findall(html) for thing in objects(_parsed(block)))


def objects(data: Any) -> Iterator[Mapping[str, Any]]:
    """Objects of a JSON-LD value: itself, those of its list, those of its graph."""
    if isinstance(data, list):
        for part in data:
            yield from objects(part)
    elif isinstance(data, dict):
        yield data
        yield from objects(data.get("@graph", []))


def _parsed(block: str) -> Any:
    try:
        return json.loads(block.strip().removeprefix("<!--").removesuffix("-->"), strict=False)
    except (ValueError, RecursionError):
        return None


def _escaped_markup(text: str) -> bool:
    escaped = len(_ESCAPED.findall(text))
    return escaped >= 2 and escaped > len(_TAGS_IN_TEXT.findall(text)) / 2


def _too_deep(html: str, limit: int) -> bool:
    depth = 0
    for close, tag, alone in _TAG.findall(html):
        if alone or tag.lower() in _VOID:
            continue
        depth += -1 if close else 1
        if depth > limit:
            return True
    return False


def _stripped(html: str) -> str:
    """Text without tags, for pages nested too deeply to be parsed in time."""
    bare = re.sub(r"(?is)<(script|style|noscript|template)\b.*?</\1\s*>", " ", html)
    return unescape(re.sub(r"<[^<>]*>", "\n", bare))


def _walked(html: str) -> str:
    from selectolax.lexbor import LexborHTMLParser

    body = LexborHTMLParser(html).body
    return "".join(_pieces(body)) if body is not None else ""


def _pieces(root: Any) -> Iterator[str]:
    """Text in reading order, with line breaks and marks around blocks; no recursion."""
    stack: list[tuple[Any, str]] = [(root, "")]
    while stack:
        node, closing = stack.pop()
        if node is None:
            yield closing
            continue
        tag = node.tag
        if tag == "-text":
            yield _SPACES.sub(" ", (node.text_content or "").replace("\n", " "))
        elif tag not in _DROPPED and not _hidden(node):
            opening, closing = _marks(node, tag)
            yield opening
            stack.append((None, closing))
            stack += [(child, "") for child in reversed(list(node.iter(include_text=True)))]


def _marks(node: Any, tag: str) -> tuple[str, str]:
    if tag in _HEADINGS:
        return "\n\n" + _HEADINGS[tag], "\n"
    if tag == "br":
        return "\n", ""
    if tag == "li":
        return "\n- ", "\n"
    if tag in ("td", "th"):
        return " ", _after_cell(node)
    if (tag in _BOLD or (tag == "span" and _bold_style(node))) and _stands_alone(node):
        return "\n### ", "\n"
    return ("\n", "\n") if tag in _BLOCKS else ("", "")


def _after_cell(node: Any) -> str:
    """What stands between cells: a colon after the label of a row of two, else a bar."""
    later = _cell(node, "next")
    if later is None:
        return ""
    alone = _cell(node, "prev") is None and _cell(later, "next") is None
    label = node.text().strip()
    return ": " if alone and 0 < len(label) <= _LABEL and not label.endswith(":") else " | "


_LABEL = 30


def _cell(node: Any, direction: str) -> Any:
    """The cell beside one in its row, or None."""
    beside = getattr(node, direction)
    while beside is not None and beside.tag not in ("td", "th"):
        beside = getattr(beside, direction)
    return beside


def _bold_style(node: Any) -> bool:
    return bool(_HEAVY.search((node.attributes or {}).get("style") or ""))


_HEAVY = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.I)


def _stands_alone(node: Any) -> bool:
    """Whether bold words make up their whole line, as headings without a heading tag do."""
    words = node.text().strip()
    if not 2 < len(words) <= 80 or words.endswith((".", ",")):
        return False
    while True:
        parent = node.parent
        if parent is None or parent.tag == "li":
            return False
        if not (_edge(node.prev, "prev") and _edge(node.next, "next")):
            return False
        if parent.tag in _BLOCKS:
            return True
        node = parent


def _edge(node: Any, direction: str) -> bool:
    while (
        node is not None
        and node.tag == "-text"
        and not (node.text_content or "").strip(" :\n\t\xa0")
    ):
        node = getattr(node, direction)
    return node is None or node.tag in _BLOCKS


def _hidden(node: Any) -> bool:
    if not node.attributes:
        return False
    attributes = node.attributes
    return (
        "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or bool(_HIDDEN_STYLE.search(attributes.get("style") or ""))
    )


def _tidied(text: str) -> str:
    lines = "\n".join(map(_line, text.split("\n")))
    marked = _LONE_MARK.sub(r"\1 ", lines)
    kept = "\n".join(line for line in map(_line, marked.split("\n")) if not _EMPTY.fullmatch(line))
    return re.sub(r"\n{2,}(?=- )", "\n", re.sub(r"\n{3,}", "\n\n", kept)).strip()


_LONE_MARK = re.compile(r"^(-|#{1,6})\s*\n+(?=[^\s#-])", re.M)
"""A mark whose words were a block of their own, as in ``<li><p>``."""
_EMPTY = re.compile(r"(?:-|#{1,6}) ?")


def _line(line: str) -> str:
    plain = _SPACES.sub(" ", line).strip()
    return re.sub(r"^- (?:- |[•·▪●○◦‣∙■►➢✓✔]\s*)", "- ", _BULLET.sub("- ", plain))
