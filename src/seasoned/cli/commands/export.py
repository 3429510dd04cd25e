"""``seasoned export``."""

from __future__ import annotations

import click

from seasoned.cli.options import json_option


@click.command()
@click.argument("file", default="-")
@json_option
def command(file: str, as_json: bool) -> None:
    """Write everything Seasoned knows about you to FILE as JSON; - is standard output."""
    import json

    from seasoned.cli.session import me, write_out
    from seasoned.cli.showing import answer, line, next_up, plural
    from seasoned.store.keeping import export_person

    everything = export_person(me())
    write_out(json.dumps(everything, ensure_ascii=False, indent=2) + "\n", file)
    if file == "-":
        return
    counts = {name: len(rows) for name, rows in everything.items() if isinstance(rows, list)}
    answer(
        as_json,
        "written/1",
        {"file": file, "counts": counts},
        lambda: line(
            f"Wrote {plural(sum(counts.values()), 'row')} to {file}: every version of every fact and result."
        ),
    )
    if not as_json:
        next_up("seasoned erase", "remove it all from here, if that is what you want")
