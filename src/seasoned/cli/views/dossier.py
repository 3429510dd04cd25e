"""Dossiers of companies in a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from seasoned.cli.showing import heading, line, plural
from seasoned.market.dossier import Dossier, Pattern, Said


def show_dossiers(found: Sequence[Dossier]) -> None:
    """Company by company: entries with source and date, then what its adverts work with."""
    if not found:
        line("No dossier yet.")
    for one in found:
        heading(one.company)
        for entry in one.entries:
            line(f"{entry.at:%Y-%m-%d} {entry.what} ({entry.id}): {entry.text}", hang=2)
            named = f"; pattern: {', '.join(entry.patterns)}" if entry.patterns else ""
            line(f"  {entry.source}{named}", "dim", hang=2)
        for source, terms in _by_source(one.from_adverts).items():
            line(f"Advert {source}: {', '.join(terms)}", hang=2)


def show_patterns(found: Sequence[Pattern]) -> None:
    """Pattern by pattern: the companies, and each source with its date."""
    if not found:
        line("Nothing stands in three companies yet; add more with: seasoned dossier add COMPANY.")
    for one in found:
        heading(f"{one.name}: {plural(len(one.companies), 'company', 'companies')}")
        for said in one.said:
            line(f"  {said.company}: {_source(said)}", hang=4)


def _by_source(said: Sequence[Said]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for one in said:
        found.setdefault(f"{one.posting}{_day(one)}", []).append(one.name)
    return found


def _source(said: Said) -> str:
    return f"{said.source or said.posting}{_day(said)}"


def _day(said: Said) -> str:
    return f", {said.at:%Y-%m-%d}" if said.at else ""
