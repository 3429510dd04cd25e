"""Page: a question, its address and its view; found by its file in ``pages`` or by entry point."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import entry_points
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path
from django.utils.cache import patch_vary_headers

from seasoned.store import places

SAMPLE = "sample"
COOKIE = "seasoned-person"
"""The cookie that says whose pages are shown: its value is SAMPLE, or it is absent."""

PAGES = "seasoned.web.pages"
"""The folder of pages, by name: pages know this module, and it only looks for their files."""

View = Callable[..., HttpResponse]


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """A further address of a page, such as a form's target."""

    name: str
    address: str
    view: View


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page. ``menu``: its word in the menu, empty to stay out of it; ``order``: place there.

    ``under``: the page of the menu that it belongs to, when it has no word of its own.
    """

    name: str
    address: str
    question: str
    view: View
    menu: str = ""
    under: str = ""
    order: int = 100
    routes: tuple[Route, ...] = ()


@lru_cache(maxsize=1)
def all_pages() -> tuple[Page, ...]:
    """Every page, in the order of the menu."""
    pages = importlib.import_module(PAGES)
    names = [module.name for module in pkgutil.iter_modules(pages.__path__)]
    own = [importlib.import_module(f"{pages.__name__}.{name}").page for name in names]
    others = [point.load() for point in entry_points(group="seasoned.pages")]
    return tuple(sorted([*own, *others], key=lambda page: (page.order, page.name)))


def urls() -> list[URLPattern]:
    """The addresses of all pages."""
    found: list[URLPattern] = []
    for page in all_pages():
        found.append(path(page.address, page.view, name=page.name))
        found += [path(route.address, route.view, name=route.name) for route in page.routes]
    return found


def menu(request: HttpRequest) -> dict[str, Any]:
    """Context for every template: the menu, and the page that answers this request."""
    match = request.resolver_match
    here = match.url_name if match else ""
    pages = all_pages()
    current = next(
        (p for p in pages if here == p.name or any(here == r.name for r in p.routes)), None
    )
    visiting = request.COOKIES.get(COOKIE) == SAMPLE
    return {
        "menu": [p for p in pages if p.menu],
        "page": current,
        "sample": visiting or places.home().name == places.sample_home().name,
        "visiting": visiting,
    }


def show(
    request: HttpRequest, template: str, context: Mapping[str, Any], *, status: int = 200
) -> HttpResponse:
    """The whole page, or only its middle when htmx asks for that."""
    htmx = getattr(request, "htmx", None)
    whole = not htmx or htmx.boosted or htmx.history_restore_request
    layout = "base.html" if whole else "fragment.html"
    answer = render(request, template, {**context, "layout": layout}, status=status)
    answer["Cache-Control"] = "no-store"
    patch_vary_headers(answer, ["HX-Request"])
    return answer
