"""``seasoned cv``."""

from __future__ import annotations

from datetime import date

import click

from seasoned.cli.options import at_option, json_option, today_or


@click.command()
@click.argument("file")
@click.option("--yes", is_flag=True, help="Let every suggestion count at once.")
@at_option
@json_option
def command(file: str, yes: bool, at: date | None, as_json: bool) -> None:
    """Read a CV: PDF, DOCX, text, Markdown, JSON Resume or a LinkedIn export; - reads stdin.

    What is found are suggestions; they count once you confirm them. Nothing leaves this machine.
    """
    from seasoned.cli.reading import cv_read
    from seasoned.cli.session import me
    from seasoned.cli.showing import answer, next_up
    from seasoned.cli.views.cv import show_import
    from seasoned.store.evidence import list_evidence

    person = me()
    found = cv_read(person, file, at=today_or(at), confirm=yes)
    new = [e for e in list_evidence(person) if e.id in found.suggested]
    facts = {
        "roles": found.resume.roles,
        "education": found.resume.education,
        "suggested": new,
        "known_before": found.known_before,
        "notes": found.resume.notes,
        "confirmed": yes,
    }
    answer(as_json, "cv/1", facts, lambda: show_import(found, new))
    if not as_json:
        next_up(*_next(confirmed=yes or not new, silent=not (new or found.known_before)))


def _next(*, confirmed: bool, silent: bool) -> tuple[str, str]:
    if silent:
        return "seasoned rate python=2 sql=1", "one rating is a beginning"
    if confirmed:
        return "seasoned standing", "see where that puts you"
    return "seasoned evidence confirm --all", "let it count, or drop what is wrong first"
