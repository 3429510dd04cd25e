"""The phrases that reading goes by, of all tables in one pass: how strongly is asked, what is done."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from seasoned.catalogue import BUILT_IN
from seasoned.skills.phrases import Phrases

CUES = BUILT_IN / "reading" / "cues.toml"
ROLES = BUILT_IN / "reading" / "roles.toml"
LEVELS = BUILT_IN / "reading" / "levels.toml"
SOFT = BUILT_IN / "reading" / "soft.toml"
SENIORITY = BUILT_IN / "reading" / "seniority.toml"
SPOKEN = BUILT_IN / "reading" / "spoken.toml"
WORDING = BUILT_IN / "reading" / "wording.toml"


@dataclass(frozen=True, slots=True)
class Cue:
    """What a phrase says, and where it reaches: ``before`` or ``after`` it, or its ``sentence``."""

    says: str
    reach: str


@lru_cache(maxsize=1)
def phrases() -> Phrases[Cue]:
    """Every phrase, ready for searching; a role's phrases say its name.

    Phrases about a whole sentence form a table for each thing they say, so that none hides
    another.
    """
    tables: dict[str, list[tuple[str, Cue]]] = {
        "cue": [],
        "role": list(_listed(ROLES)),
        "level": list(_listed(LEVELS)),
        "soft": list(_listed(SOFT)),
        "grade": list(_listed(SENIORITY, "text")),
        "grade-title": list(_listed(SENIORITY, "title")),
        "spoken": list(_listed(SPOKEN, "languages")),
        "spoken-level": list(_listed(SPOKEN, "levels")),
        "gendered-word": list(_listed(WORDING, "gendered")),
        "talent-word": list(_listed(WORDING, "talent")),
    }
    data = tomllib.loads(CUES.read_text(encoding="utf-8"))
    for says, reaches in data.items():
        for reach, listed in reaches.items():
            table = says if reach == "sentence" else "cue"
            cue = Cue("weak", "after") if reach == "weak" else Cue(says, reach)
            tables.setdefault(table, []).extend((phrase, cue) for phrase in listed)
    return Phrases(tables)


def _listed(table: Path, part: str = "") -> Iterator[tuple[str, Cue]]:
    data = tomllib.loads(table.read_text(encoding="utf-8"))
    for says, listed in (data[part] if part else data).items():
        for phrase in listed:
            yield phrase, Cue(says, "sentence")
