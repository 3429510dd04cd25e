"""What is written down about a corpus: its parts, what it was read from, how it ended."""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from seasoned.errors import InputError, Problem
from seasoned.market.corpus.parts import FOOT, ROWS, Part, Slice, file_name, parts_of
from seasoned.market.corpus.places import Folder, is_address, opened

MANIFEST, PARTS, CORPUS = "manifest.json", "parts.jsonl", "seasoned.corpus"
WORK = ".parts"
"""What the folder of parts is called beside a file that is still to be joined."""
SHOWN = 1_000
"""Problems of a corpus that are kept in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What the rows of a corpus depend on; two corpora of equal terms hold the same rows."""

    inputs: str
    reader: str
    text: bool = False
    rows: int = ROWS

    @property
    def key(self) -> str:
        """A short name of all of it."""
        return hashlib.sha256(json.dumps(asdict(self)).encode()).hexdigest()[:16]

    def against(self, other: Terms) -> str:
        """What is different about the other, in words."""
        if self.inputs != other.inputs:
            return "other adverts, or files that changed since"
        if self.reader != other.reader:
            return "another version of the skills or of the reader"
        return "other settings (--text)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """What all parts of a corpus hold together."""

    adverts: int = 0
    problem_count: int = 0
    problems: tuple[Problem, ...] = ()
    digest: str = ""


class Ledger:
    """The folder of parts with its manifest: what is to be read, and what was."""

    def __init__(self, folder: str, terms: Terms, *, anew: bool) -> None:
        self.folder, self.terms = Folder(folder), terms
        self.manifest = self._checked(anew)

    def _checked(self, anew: bool) -> dict[str, Any]:
        """The manifest of an earlier call that had these terms; refuses a folder of another."""
        found = self.folder.read(MANIFEST)
        if found is None:
            if any(not name.startswith(".") and name != PARTS for name in self.folder.names()):
                raise InputError(
                    f"{self.folder.name} holds other files; name a folder that is new or empty."
                )
            return {}
        manifest: dict[str, Any] = json.loads(found)
        terms = Terms(**manifest["terms"])
        if terms == self.terms and not anew:
            return manifest
        if not anew:
            raise belongs_elsewhere(self.folder.name, self.terms, terms)
        self.clear()
        return {}

    def prepare(self, files: Iterable[str], at: date | None) -> None:
        """Cut the work and write it down, unless an earlier call did. Raises OSError."""
        if self.manifest:
            return
        problems: list[Problem] = []
        lines = io.StringIO()
        count = 0
        for one in parts_of(files, self.terms.rows):
            if isinstance(one, Problem):
                problems.append(one)
                continue
            count += 1
            slices = [(s.file, s.start, s.first, s.rows) for s in one.slices]
            lines.write(json.dumps(slices) + "\n")
        self.manifest = {
            "terms": asdict(self.terms),
            "at": at.isoformat() if at else None,
            "parts": count,
            "problems": [asdict(p) for p in problems],
        }
        if count:
            self.folder.write(PARTS, lines.getvalue().encode())
            self._write()

    @property
    def at(self) -> date | None:
        """The day on which the first call began."""
        day = self.manifest["at"]
        return date.fromisoformat(day) if day else None

    @property
    def count(self) -> int:
        """How many parts there are."""
        return int(self.manifest["parts"])

    @property
    def problems(self) -> list[Problem]:
        """Files that were left out whole."""
        return [Problem(**one) for one in self.manifest["problems"]]

    def parts(self) -> Iterator[Part]:
        """The work, part by part."""
        with opened(self.folder.path(PARTS)) as lines:
            for number, line in enumerate(lines):
                yield Part(number, tuple(Slice(*one) for one in json.loads(line)))

    def path(self, number: int) -> str:
        """The file of a part."""
        return self.folder.path(file_name(number, self.terms.key))

    def done(self) -> set[int]:
        """Numbers of the parts that are whole."""
        names = self.folder.names()
        return {n for n in range(self.count) if file_name(n, self.terms.key) in names}

    def sum(self, numbers: Sequence[int]) -> Sum:
        """What these parts hold together, with one digest over their bytes."""
        whole, adverts, count = hashlib.sha256(), 0, len(self.problems)
        problems = self.problems
        for number in numbers:
            with opened(self.path(number)) as stream:
                data = stream.read()
            whole.update(hashlib.sha256(data).digest())
            foot = json.loads(foot_of(data)[FOOT])
            adverts, count = adverts + foot["adverts"], count + foot["problem_count"]
            problems += [Problem(**one) for one in foot["problems"]][: SHOWN - len(problems)]
        return Sum(
            adverts=adverts,
            problem_count=count,
            problems=tuple(problems),
            digest=whole.hexdigest(),
        )

    def finish(self, total: Sum) -> None:
        """Write down how it ended. Raises OSError."""
        self.manifest["sum"] = asdict(total)
        self._write()
        for name in self.folder.names():
            if name.endswith(".new"):  # half a part, of a process that was killed
                self.folder.remove(name)

    def finished(self) -> Sum | None:
        """How an earlier call ended, if it did."""
        found = self.manifest.get("sum")
        return sum_from(found) if found else None

    def clear(self) -> None:
        """Take away what this kind of work writes, and the folder where nothing else is in it."""
        for name in self.folder.names():
            ours = name.startswith("part-") and name.endswith(".parquet")
            if ours or name in (MANIFEST, PARTS) or name.endswith(".new"):
                self.folder.remove(name)
        if not is_address(self.folder.name):
            with suppress(OSError):
                Path(self.folder.name).rmdir()

    def _write(self) -> None:
        self.folder.write(MANIFEST, json.dumps(self.manifest).encode())


def sum_from(data: dict[str, Any]) -> Sum:
    """What was written down by ``asdict``."""
    return Sum(**{**data, "problems": tuple(Problem(**one) for one in data["problems"])})


def belongs_elsewhere(name: str, ours: Terms, theirs: Terms) -> InputError:
    """What to say of a place that holds another corpus."""
    return InputError(
        f"{name} was read from {ours.against(theirs)}; name another --out, or read all again "
        "in its place with --anew."
    )


def foot_of(source: str | bytes) -> dict[str, str]:
    """What the foot of a Parquet file says beside its columns."""
    import polars as pl

    return dict(
        pl.read_parquet_metadata(io.BytesIO(source) if isinstance(source, bytes) else source)
    )


def joined(ledger: Ledger, numbers: Sequence[int], out: Path, total: Sum) -> None:
    """Join parts into one file, a piece at a time; the file appears whole. Raises OSError."""
    import polars as pl

    beside = out.with_name(f".{out.name}.new")
    foot = {
        "terms": asdict(ledger.terms),
        "sum": asdict(total),
        "missing": ledger.count - len(numbers),
    }
    try:
        pl.scan_parquet([ledger.path(n) for n in numbers], glob=False).sink_parquet(
            beside, row_group_size=GROUP, metadata={CORPUS: json.dumps(foot)}
        )
        beside.replace(out)
    finally:
        beside.unlink(missing_ok=True)


GROUP = 20_000
"""Rows of a row group: one is held whole whenever a column of it is read."""


def earlier(out: Path, terms: Terms, *, anew: bool) -> Sum | None:
    """How an earlier call for this file ended; None where it is to be read.

    Raises InputError where the file is not ours, or holds another corpus and is not to be read anew.
    """
    from polars.exceptions import PolarsError

    if not out.exists():
        return None
    try:
        found = foot_of(str(out)).get(CORPUS)
    except (PolarsError, OSError):
        found = None
    if found is None:
        raise InputError(
            f"{out} was not written by this command and is left alone; name another --out."
        )
    foot = json.loads(found)
    theirs = Terms(**foot["terms"])
    if anew:
        return None
    if theirs != terms:
        raise belongs_elsewhere(str(out), terms, theirs)
    return None if foot["missing"] else sum_from(foot["sum"])
