"""A job of one's own in a terminal."""

from __future__ import annotations

from seasoned.cli.showing import heading, line, plural
from seasoned.journeys.openings import Checked


def show_checked(found: Checked) -> None:
    """What is missing, what is flagged, and how it reads."""
    opening = found.opening
    heading(opening.title or opening.id)
    line(
        f"{plural(len(opening.musts), 'must')}, {plural(len(opening.wishes), 'wish', 'wishes')}, "
        f"{plural(len(opening.process), 'step')} of {plural(opening.minutes, 'minute')} in all."
    )
    for words in found.missing:
        line(f"Missing: {words}.", "yellow")
    for flag in found.flags:
        quote = f" “{' '.join(flag.span.quote.split())[:80]}”" if flag.span.quote else ""
        line(f"{flag.words}{quote}: {flag.remedy}", "yellow")
    for words in found.misread:
        line(f"Reads otherwise: {words}.", "yellow")
    if not (found.missing or found.flags or found.misread):
        line("It reads as you mean it.", "green")
