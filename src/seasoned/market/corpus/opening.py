"""Columns that were read, opened for counting: some of the adverts, each text once, never all in memory."""

from __future__ import annotations

import glob
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from seasoned.errors import InputError, UnknownId, UnreadableDocument
from seasoned.market.corpus.columns import schema
from seasoned.market.posting import ROLE_KINDS

if TYPE_CHECKING:
    from polars import DataFrame, Expr, LazyFrame

NUMBER = "row"
"""Name of the column that numbers the adverts; used inside only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Only:
    """Which adverts count: those whose value in ``column`` is one of ``values``; ``inverted``:
    those that say another value."""

    column: str
    values: tuple[str, ...]
    inverted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Adverts:
    """Adverts to be counted: a plan of a query that is run in pieces, with how many there are.

    ``repeats``: adverts left out because another one has the same words.
    """

    rows: LazyFrame
    count: int
    repeats: int = 0


def adverts_of(
    source: Sequence[str] | DataFrame,
    *,
    only: Sequence[Only] = (),
    since: date | None = None,
    until: date | None = None,
    repeats: bool = False,
) -> Adverts:
    """Adverts of files and folders that ``read_corpus`` wrote, or of a table in memory.

    ``repeats``: count an advert as often as it stands there. Without it, telling which words
    stand there before takes some 20 bytes of memory an advert.

    Raises UnreadableDocument, UnknownId or InputError.
    """
    import polars as pl

    rows = scanned(source) if not isinstance(source, pl.DataFrame) else source.lazy()
    rows = rows.with_row_index(NUMBER)
    for one in only:
        rows = rows.filter(_fits(one))
    if since is not None:
        rows = rows.filter(pl.col("posted") >= since)
    if until is not None:
        rows = rows.filter(pl.col("posted") <= until)
    again = 0
    if not repeats:
        seen = rows.select(NUMBER, "digest").collect(engine="streaming")
        later = seen.filter(~pl.col("digest").is_first_distinct()).select(NUMBER)
        again = later.height
        rows = rows.join(later.lazy(), on=NUMBER, how="anti") if again else rows
    count = int(rows.select(pl.len()).collect(engine="streaming").item())
    if not count:
        raise InputError("No advert is left to count; look at the files, and at --only and dates.")
    return Adverts(rows=rows, count=count, repeats=again)


def scanned(names: Sequence[str]) -> LazyFrame:
    """The rows of files and folders that ``read_corpus`` wrote, as one."""
    import polars as pl
    from polars.exceptions import PolarsError

    files = [file for name in names for file in _files(name)]
    for file in files:
        try:
            columns = pl.read_parquet_schema(file)
        except (PolarsError, OSError) as error:
            raise _not_ours(file, " ".join(str(error).split())[:80]) from error
        missing = [name for name in schema() if name not in columns]
        if missing:
            raise _not_ours(file, f"it has no column {missing[0]}")
    return pl.scan_parquet(files, glob=False, extra_columns="ignore", schema=schema())


def _files(name: str) -> list[str]:
    path = Path(name)
    if path.is_dir():
        found = sorted(str(one) for one in path.glob("*.parquet"))
        if found:
            return found
        raise UnreadableDocument(name, "holds no .parquet file", "name what market read wrote")
    if path.exists():
        return [name]
    if glob.has_magic(name) and (found := sorted(glob.glob(name))):
        return found
    if (path.parent / f"{path.name}.parts").is_dir():
        raise UnreadableDocument(name, "is not read to its end", "run market read again")
    raise UnreadableDocument(name, "is not there", "make it with: seasoned market read")


def _not_ours(file: str, reason: str) -> UnreadableDocument:
    return UnreadableDocument(
        file, f"holds no adverts as columns ({reason})", "make it with: seasoned market read"
    )


def asked(kind: str) -> Expr:
    """Skills or terms that an advert asks, as must or as wish: a list."""
    import polars as pl

    return pl.concat_list(f"{kind}s_required", f"{kind}s_preferred")


def month() -> Expr:
    """The month in which an advert came out, as ``2026-03``."""
    import polars as pl

    return pl.col("posted").dt.strftime("%Y-%m")


def main_role() -> Expr:
    """The largest part of the role mix; nothing where there is no mix."""
    import polars as pl

    parts = [pl.col(f"role_{role}") for role in ROLE_KINDS]
    most = pl.max_horizontal(parts)
    chosen: Any = pl.when(False).then(pl.lit(None, pl.String))
    for role, part in zip(ROLE_KINDS, parts, strict=True):
        chosen = chosen.when(part == most).then(pl.lit(role))
    return chosen.otherwise(None)  # type: ignore[no-any-return]


SCALARS = ("place", "workplace", "seniority", "stage", "language", "company", "visa", "degree")
KINDS = ("skill", "term", *SCALARS, "role", "month")
"""What adverts can be told apart and counted by."""


def value_of(kind: str) -> Expr:
    """The one value of an advert by that kind; nothing where the advert does not say it."""
    import polars as pl

    if kind == "role":
        return main_role()
    if kind == "month":
        return month()
    return pl.col("location" if kind == "place" else kind)


def _fits(one: Only) -> Expr:
    import polars as pl

    if one.column not in KINDS:
        raise UnknownId("thing to choose adverts by", one.column, KINDS)
    values = [value.strip().casefold() for value in one.values]
    if one.column in ("skill", "term"):
        named = asked(one.column).list.eval(pl.element().str.to_lowercase())
        fits = pl.any_horizontal([named.list.contains(value) for value in values])
    elif one.column == "place":
        place = pl.col("location").str.to_lowercase()
        fits = pl.any_horizontal([place.str.contains(v, literal=True) for v in values])
    else:
        fits = value_of(one.column).str.to_lowercase().is_in(values)
    return (~fits if one.inverted else fits).fill_null(False)
