"""Adverts in every form that a corpus comes in, and the reading of them."""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from seasoned.market.corpus.reading import Corpus, read_corpus
from seasoned.market.corpus.runners import here
from tests.skills.vocabulary import SKILLS

AT = date(2026, 11, 1)
NAMES = ("Python", "SQL", "Docker", "Kafka", "Airflow", "Go")


def advert(number: int) -> str:
    """A short advert, no two alike; lines, quotes and commas stand in it."""
    return (
        f'Engineer "number {number}", small team\n\nRequirements\n'
        f"- {NAMES[number % 6]}\n- {NAMES[(number + 1) % 6]}\n\n"
        f"Nice to have\n- {NAMES[(number + 2) % 6]}\n\nSalary: {50 + number % 20},000 EUR per year\n"
    )


def rows(count: int) -> list[dict[str, Any]]:
    return [
        {"title": f"Job {n}", "description": advert(n), "date": f"2026-{1 + n % 9:02d}-15"}
        for n in range(count)
    ]


def csv_file(path: Path, records: Sequence[dict[str, Any]]) -> Path:
    with path.open("w", newline="", encoding="utf-8") as out:
        writer = csv.DictWriter(out, list(records[0]))
        writer.writeheader()
        writer.writerows(records)
    return path


def jsonl_file(path: Path, records: Sequence[dict[str, Any]]) -> Path:
    path.write_text("".join(json.dumps(r) + "\n" for r in records), encoding="utf-8")
    return path


def json_file(path: Path, records: Sequence[dict[str, Any]]) -> Path:
    path.write_text(json.dumps(records, ensure_ascii=False, indent=1), encoding="utf-8")
    return path


def parquet_file(path: Path, records: Sequence[dict[str, Any]]) -> Path:
    import polars as pl

    pl.DataFrame(records).write_parquet(path, row_group_size=7)
    return path


def read(*inputs: Path | str, out: Path | str, **options: Any) -> Corpus:
    settings = {
        "skills": SKILLS,
        "fingerprint": "test",
        "at": AT,
        "rows": 10,
        "runner": here,
        **options,
    }
    return read_corpus([str(one) for one in inputs], str(out), **settings)
