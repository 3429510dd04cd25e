"""What a CV gave, in a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from seasoned.cli.showing import heading, line, plural, table
from seasoned.cli.views.evidence import show_evidence
from seasoned.journeys.workspace import Imported, my_content
from seasoned.profile.evidence import Evidence
from seasoned.profile.person import Role


def show_import(found: Imported, new: Sequence[Evidence]) -> None:
    """Roles, education, suggestions and what the reader wants to say."""
    resume = found.resume
    heading(f"Found {plural(len(resume.roles), 'role')} and {plural(len(new), 'new suggestion')}")
    if resume.roles:
        table(
            "When",
            "Role",
            "Where",
            rows=[(_span(r), r.title, r.organisation) for r in resume.roles],
        )
    for e in resume.education:
        line(f"{e.degree.value} degree {e.field} {e.institution} {e.year or ''}".replace("  ", " "))
    if new:
        show_evidence(new, my_content())
    if found.known_before:
        line(
            f"{plural(found.known_before, 'suggestion')} you have seen before; not made again.",
            "dim",
        )
    for note in resume.notes:
        line(str(note), "yellow")


def _span(role: Role) -> str:
    return f"{role.start:%Y-%m} to {f'{role.end:%Y-%m}' if role.end else 'now'}"
