"""Columns of a corpus: one row an advert, with everything read from it but its words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from seasoned.market.demand import strongest_by_skill
from seasoned.market.posting import ROLE_KINDS, Posting, Strength

if TYPE_CHECKING:
    from polars import DataFrame, Schema, Series

TEXT = "text"
"""The one column that is there only on request: it is larger than all others together."""


@lru_cache(maxsize=1)
def schema() -> Schema:
    """Columns of every corpus, in order, with their types; ``text`` comes last where asked for."""
    import polars as pl

    words, strength = pl.List(pl.String), pl.String
    asked: dict[str, Any] = {"skills": words, "terms": words, "strength": strength}
    columns: dict[str, Any] = {
        "id": pl.String,
        "source": pl.String,
        "url": pl.String,
        "title": pl.String,
        "company": pl.String,
        "location": pl.String,
        "workplace": pl.String,
        "seniority": pl.String,
        "visa": pl.String,
        "language": pl.String,
        "posted": pl.Date,
        "terms_required": words,
        "terms_preferred": words,
        "terms_duty": words,
        "skills_required": words,
        "skills_preferred": words,
        "skills_duty": words,
        "requirements": pl.List(pl.Struct({**asked, "level": pl.Float32, "years": pl.Float32})),
        "any_of": pl.List(words),
        "years": pl.Float32,
        "years_asked": pl.List(
            pl.Struct(
                {
                    "lower": pl.Float32,
                    "upper": pl.Float32,
                    "subject": pl.String,
                    "strength": strength,
                    "instead": pl.String,
                }
            )
        ),
        "degree": pl.String,
        "degrees_asked": pl.List(
            pl.Struct(
                {
                    "degree": pl.String,
                    "fields": words,
                    "or_equivalent": pl.Boolean,
                    "strength": strength,
                }
            )
        ),
        "pay_low": pl.Float64,
        "pay_high": pl.Float64,
        "pay_currency": pl.String,
        "pay_period": pl.String,
        "pay_period_stated": pl.Boolean,
        "pay_source": pl.String,
        **{f"role_{role}": pl.Float32 for role in ROLE_KINDS},
        "stage": pl.String,
        "stages": pl.List(pl.Struct({"stage": pl.String, "share": pl.Float32})),
        "soft_skills": pl.List(pl.Struct({"name": pl.String, "strength": strength})),
        "spoken": pl.List(pl.Struct({"code": pl.String, "level": pl.String, "strength": strength})),
        "unknown": words,
        "facts": pl.List(pl.Struct({"kind": pl.String, "value": pl.String, "source": pl.String})),
        "flags": words,
        "asks_nothing": pl.Boolean,
        "sample": pl.Boolean,
        "problems": words,
        "characters": pl.UInt32,
        "digest": pl.UInt64,
    }
    return pl.Schema(columns)


def frame_of(postings: Iterable[Posting], *, text: bool = False) -> DataFrame:
    """Adverts as a table of these columns, in their order."""
    import polars as pl

    rows = [row_of(posting, text=text) for posting in postings]
    columns = {**schema(), **({TEXT: pl.String} if text else {})}
    return pl.DataFrame(
        [_series(name, kind, [row[name] for row in rows]) for name, kind in columns.items()]
    )


def _series(name: str, kind: Any, values: Sequence[Any]) -> Series:
    """One column. Lists go as joined words, records as one flat table: Python lists of lists would
    take longer than reading the adverts."""
    import polars as pl

    if not isinstance(kind, pl.List):
        return pl.Series(name, values, dtype=kind, strict=False)
    if not any(values):
        return pl.Series(name, [[]], dtype=kind).new_from_index(0, len(values))
    if isinstance(kind.inner, pl.Struct):
        return _records(name, kind, values)
    if isinstance(kind.inner, pl.List):
        return _grouped(name, kind, values, _series("", kind.inner, _flat(values)))
    joined = pl.Series(name, [_BETWEEN.join(words) for words in values], dtype=pl.String)
    return joined.set(joined == "", None).str.split(_BETWEEN).fill_null(pl.Series([[]], dtype=kind))


_BETWEEN = "\x1f"
"""The sign that ASCII has for standing between units; texts are read without it."""


def _records(name: str, kind: Any, values: Sequence[Sequence[Mapping[str, Any]]]) -> Series:
    import polars as pl

    flat = _flat(values)
    fields = [_series(f.name, f.dtype, [one[f.name] for one in flat]) for f in kind.inner.fields]
    return _grouped(name, kind, values, pl.DataFrame(fields).to_struct(name))


def _grouped(name: str, kind: Any, values: Sequence[Sequence[Any]], flat: Series) -> Series:
    """Flat members gathered into one list a row."""
    import polars as pl

    at = pl.Series("at", [n for n, ones in enumerate(values) for _ in ones], dtype=pl.UInt32)
    listed = pl.DataFrame([at, flat.alias(name)]).group_by("at", maintain_order=True).agg(name)
    every = pl.DataFrame({"at": pl.Series(range(len(values)), dtype=pl.UInt32)})
    found = every.join(listed, on="at", how="left", maintain_order="left")[name]
    return found.fill_null(pl.Series([[]], dtype=kind)) if found.null_count() else found


def _flat(values: Iterable[Iterable[Any]]) -> list[Any]:
    return [one for ones in values for one in ones]


def row_of(posting: Posting, *, text: bool = False) -> dict[str, Any]:
    """One advert as a row; empty words are kept as nothing, so that what is said can be counted."""
    row: dict[str, Any] = {
        "id": posting.id,
        "source": posting.source,
        "url": posting.url or None,
        "title": posting.title or None,
        "company": posting.company or None,
        "location": posting.location or None,
        "workplace": posting.workplace or None,
        "seniority": posting.seniority or None,
        "visa": posting.visa or None,
        "language": posting.language,
        "posted": posting.posted,
        **_terms(posting),
        **_skills(posting),
        **_asked(posting),
        **_pay(posting),
        **_work(posting),
        "soft_skills": [
            {"name": s.name, "strength": s.strength.value} for s in posting.soft_skills
        ],
        "spoken": [
            {"code": s.code, "level": s.level or None, "strength": s.strength.value}
            for s in posting.spoken
        ],
        "unknown": list(dict.fromkeys(one.surface for one in posting.unknown)),
        "facts": [
            {"kind": f.kind, "value": f.value, "source": f.source.value} for f in posting.facts
        ],
        "flags": list(dict.fromkeys(flag.kind for flag in posting.flags)),
        "asks_nothing": posting.asks_nothing,
        "sample": posting.sample,
        "problems": list(posting.notes),
        "characters": len(posting.text),
        "digest": text_digest(posting.text),
    }
    return {**row, TEXT: posting.text} if text else row


def text_digest(text: str) -> int:
    """A number of 64 bits that the same words always get, however they are spaced."""
    words = " ".join(text.split()).encode("utf-8", "replace")
    return int.from_bytes(blake2b(words, digest_size=8).digest(), "big")


def _terms(posting: Posting) -> dict[str, list[str]]:
    """Canonical names of terms, each where it is asked most strongly."""
    seen: set[str] = set()
    found = {}
    for strength in (Strength.REQUIRED, Strength.PREFERRED, Strength.DUTY):
        names = [name for name in _named(posting, strength) if name not in seen]
        seen.update(names)
        found[f"terms_{strength.value}"] = names
    return found


def _named(posting: Posting, strength: Strength) -> Sequence[str]:
    return list(dict.fromkeys(n.term for n in posting.named if n.strength is strength))


def _skills(posting: Posting) -> dict[str, list[str]]:
    strongest = strongest_by_skill(posting)
    return {
        f"skills_{strength.value}": [s for s, r in strongest.items() if r.strength is strength]
        for strength in (Strength.REQUIRED, Strength.PREFERRED, Strength.DUTY)
    }


def _asked(posting: Posting) -> dict[str, Any]:
    """Requirements whole, years and degrees; ``years`` and ``degree`` are the least that must be."""
    return {
        "requirements": [
            {
                "skills": list(r.any_of),
                "terms": list(r.terms),
                "strength": r.strength.value,
                "level": r.level,
                "years": r.years,
            }
            for r in posting.requirements
        ],
        "any_of": [list(r.any_of) for r in posting.asked if len(r.any_of) > 1],
        "years": posting.years_required,
        "years_asked": [_picked(y, "lower", "upper", "subject", "instead") for y in posting.years],
        "degree": posting.degree_required or None,
        "degrees_asked": [
            {**_picked(d, "degree", "or_equivalent"), "fields": list(d.fields)}
            for d in posting.degrees
        ],
    }


def _picked(value: Any, *names: str) -> dict[str, Any]:
    return {**{name: getattr(value, name) for name in names}, "strength": value.strength.value}


def _pay(posting: Posting) -> dict[str, Any]:
    pay = posting.salary
    return {
        "pay_low": pay.low if pay else None,
        "pay_high": pay.high if pay else None,
        "pay_currency": pay.currency if pay else None,
        "pay_period": pay.period if pay else None,
        "pay_period_stated": pay.period_stated if pay else None,
        "pay_source": pay.source.value if pay else None,
    }


def _work(posting: Posting) -> dict[str, Any]:
    shares: Mapping[str, float] = {part.role: part.share for part in posting.role_mix}
    stage = posting.stage
    return {
        **{f"role_{role}": shares.get(role, 0.0) if shares else None for role in ROLE_KINDS},
        "stage": stage.likeliest if stage else None,
        "stages": [{"stage": s, "share": share} for s, share in stage.shares] if stage else [],
    }
