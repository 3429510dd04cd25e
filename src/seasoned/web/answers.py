"""Answers: where a form sends the person next, and what it says there."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

View = Callable[..., HttpResponse]


class SeeOther(HttpResponseRedirect):
    """The answer to a form: look there now; reloading repeats nothing."""

    status_code = 303


def go(
    request: HttpRequest,
    page: str,
    said: str = "",
    *,
    level: str = "success",
    anchor: str = "",
    **arguments: Any,
) -> HttpResponse:
    """On to a page by its name, with a sentence said there."""
    where = reverse(page, kwargs=arguments or None) + (f"#{anchor}" if anchor else "")
    return told(request, SeeOther(where), said, level)


def back(
    request: HttpRequest, otherwise: str, said: str = "", *, level: str = "success"
) -> HttpResponse:
    """Back to where the form stood (its field ``back``), or to a page by its name."""
    wished = request.POST.get("back", "")
    fine = wished.startswith("/") and url_has_allowed_host_and_scheme(wished, allowed_hosts=None)
    return told(request, SeeOther(wished if fine else reverse(otherwise)), said, level)


def told(request: HttpRequest, answer: HttpResponse, said: str, level: str) -> HttpResponse:
    """The answer, with a sentence waiting for the next page."""
    if said:
        messages.add_message(request, getattr(messages, level.upper()), said)
    return answer


def posted(otherwise: str) -> Callable[[View], View]:
    """Decorator: only forms come here; whoever follows the address is led to the page."""

    def decorated(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, **arguments: Any) -> HttpResponse:
            if request.method != "POST":
                return HttpResponseRedirect(reverse(otherwise))
            return view(request, **arguments)

        return guarded

    return decorated


def download(body: bytes, name: str, kind: str) -> HttpResponse:
    """A file to keep."""
    answer = HttpResponse(body, content_type=kind)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def plural(count: int, one: str, many: str = "") -> str:
    """``1 skill``, ``3 skills``."""
    return f"{count} {one if count == 1 else many or one + 's'}"
