"""Reading CVs and adverts from what was typed, with a sign of life."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from seasoned.cli.options import today_or
from seasoned.cli.session import piped_bytes, source_from
from seasoned.cli.showing import tracked, working
from seasoned.errors import UnreadableDocument
from seasoned.journeys.workspace import Added, Imported, add_advert_text, add_adverts, import_cv


def cv_read(person: int, file: str, *, at: date, confirm: bool = False) -> Imported:
    """Read and store a CV; with ``confirm`` its suggestions count at once."""
    from seasoned.store.evidence import confirm_evidence
    from seasoned.store.versions import together

    source, name = source_from(file)
    with working(f"Reading {name}"), together():
        found = import_cv(person, source, name=name, at=at)
        if confirm:
            confirm_evidence(person, found.suggested)
    return found


def adverts_read(
    person: int,
    files: Sequence[str],
    *,
    title: str = "",
    at: date | None = None,
    allow_private: bool = False,
) -> Added:
    """Read and store adverts from files, folders, standard input and boards; one that is bad stops
    no other."""
    from seasoned.journeys.boards import add_fetched, is_source

    sources = [name for name in files if is_source(name)]
    named = [name for name in files if name not in sources]
    parts = [
        add_advert_text(person, piped_bytes(), title=title, source="standard input")
        if file == "-"
        else add_adverts(person, [Path(file)])
        for file in tracked(_files(named), "Reading adverts")
    ]
    if sources:
        with working(f"Asking {', '.join(sources)}"):
            parts.append(add_fetched(person, sources, at=today_or(at), allow_private=allow_private))
    return Added(
        ids=tuple(key for part in parts for key in part.ids),
        known_before=sum(part.known_before for part in parts),
        problems=tuple(problem for part in parts for problem in part.problems),
        alike=tuple(pair for part in parts for pair in part.alike),
        notes=tuple(note for part in parts for note in part.notes),
    )


def _files(named: Sequence[str]) -> list[str]:
    """The files named and those inside named folders, in order."""
    found: list[str] = []
    for name in named:
        found += _inside(Path(name)) if name != "-" and Path(name).is_dir() else [name]
    if named and not found:
        raise UnreadableDocument(named[0], "holds no file", "name a folder with adverts in it")
    return found


def _inside(folder: Path) -> list[str]:
    return sorted(
        str(path) for path in folder.rglob("*") if path.is_file() and not path.name.startswith(".")
    )
