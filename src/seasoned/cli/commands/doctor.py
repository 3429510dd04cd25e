"""``seasoned doctor``."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Sequence

import click

from seasoned.cli.options import json_option
from seasoned.store.quick import Finding, quick_health


@click.command()
@click.option("--quick", is_flag=True, help="Only what takes milliseconds.")
@json_option
def command(quick: bool, as_json: bool) -> None:
    """Look whether Seasoned is well: Python, data folder, database, content.

    Leaves with exit code 1 when something needs mending.
    """
    findings = quick_health() if quick else _thorough()
    if as_json:
        items = [dataclasses.asdict(finding) for finding in findings]
        click.echo(json.dumps({"schema": "seasoned.doctor/1", "items": items}, indent=2))
    else:
        _show(findings)
    click.get_current_context().exit(0 if all(finding.fine for finding in findings) else 1)


def _thorough() -> list[Finding]:
    from seasoned.store.setup import open_store

    try:
        open_store()
    except Exception as error:
        return [
            *quick_health(),
            Finding(
                name="store",
                fine=False,
                words=str(error),
                remedy="restore a backup, or set SEASONED_HOME",
            ),
        ]
    from seasoned.store.keeping import health

    return [*health(), _content()]


def _content() -> Finding:
    from seasoned.journeys.content import check_content
    from seasoned.store.places import content_roots

    problems = check_content(*content_roots())
    words = f"{len(problems)} problem(s) in the content" if problems else "content holds together"
    return Finding(
        name="content",
        fine=not problems,
        words=words,
        remedy="see them with: seasoned content check" if problems else "",
    )


def _show(findings: Sequence[Finding]) -> None:
    for finding in findings:
        click.echo(f"{'ok  ' if finding.fine else 'MEND'}  {finding.words}")
        if not finding.fine and finding.remedy:
            click.echo(f"      {finding.remedy}")
    wrong = sum(not finding.fine for finding in findings)
    click.echo(f"\n{wrong} thing(s) to mend." if wrong else "\nAll is well.")
