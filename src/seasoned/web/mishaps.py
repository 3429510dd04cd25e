"""What goes wrong, as pages: one table from error classes to statuses."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from seasoned.errors import (
    ContentError,
    EstimationError,
    InputError,
    Missing,
    PlanningError,
    Refused,
    SeasonedError,
    SourceError,
    StoreError,
    Throttled,
    UnknownId,
)

STATUSES: tuple[tuple[type[SeasonedError], int], ...] = (
    (UnknownId, 404),
    (Missing, 404),
    (InputError, 422),
    (PlanningError, 422),
    (EstimationError, 422),
    (Refused, 422),
    (Throttled, 503),
    (SourceError, 502),
    (ContentError, 500),
    (StoreError, 503),
)


class Mishaps:
    """Turns a SeasonedError into a page that says what happened and what to do."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """A page for our own errors; others stay Django's."""
        if not isinstance(error, SeasonedError):
            return None
        status = next((code for kind, code in STATUSES if isinstance(error, kind)), 400)
        return _mishap(request, "That did not work", str(error), status)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The page for an address that leads nowhere."""
    return _mishap(
        request, "There is no such page", "The address leads nowhere; the menu leads on.", 404
    )


def unsigned(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The page for a form that does not carry this browser's own token."""
    words = (
        "The form was too old, or came from elsewhere; nothing was stored. "
        "Open the page anew and send it again."
    )
    return _mishap(request, "That form cannot be taken", words, 403)


def broken(request: HttpRequest) -> HttpResponse:
    """The page for a fault of ours."""
    words = "The fault is ours. Nothing stored was lost; the terminal that runs Seasoned shows the details."
    return _mishap(request, "Something broke", words, 500)


def _mishap(request: HttpRequest, title: str, words: str, status: int) -> HttpResponse:
    fragment = getattr(request, "htmx", None) and not request.htmx.boosted  # type: ignore[attr-defined]
    context = {
        "title": title,
        "words": words,
        "layout": "fragment.html" if fragment else "base.html",
    }
    return render(request, "mishap.html", context, status=status)
