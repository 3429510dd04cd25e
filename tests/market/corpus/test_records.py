"""Tables are read from any row on, and say what is wrong with them."""

from __future__ import annotations

import json

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from seasoned.errors import UnreadableDocument
from seasoned.market.corpus.parts import Slice, slices_of
from seasoned.market.corpus.places import shown
from seasoned.market.corpus.records import check_table, kind_of, rows_of
from tests.market.corpus.adverts import csv_file, json_file, jsonl_file, parquet_file, rows

MADE = {"csv": csv_file, "jsonl": jsonl_file, "json": json_file, "parquet": parquet_file}


@pytest.mark.parametrize("kind", MADE)
def test_slices_of_a_table_hold_every_row_once_and_in_order(tmp_path, kind):
    table = MADE[kind](tmp_path / f"jobs.{kind}", rows(25))

    slices = list(slices_of(str(table), 10))

    assert [(s.first, s.rows) for s in slices] == [(1, 10), (11, 10), (21, 5)]
    read = [row.record for s in slices for row in rows_of(s.file, s.start, s.rows)]
    assert [r["description"] for r in read] == [r["description"] for r in rows(25)]


@given(
    st.lists(
        st.text(st.characters(codec="utf-8", exclude_characters="\r\0"), min_size=1), min_size=1
    ),
    st.integers(1, 4),
)
def test_csv_is_cut_between_rows_whatever_stands_in_them(tmp_path_factory, texts, size):
    path = tmp_path_factory.mktemp("csv") / "jobs.csv"
    csv_file(path, [{"id": str(n), "description": text} for n, text in enumerate(texts)])

    cut = [
        row.record["description"]
        for s in slices_of(str(path), size)
        for row in rows_of(s.file, s.start, s.rows)
    ]

    assert cut == texts


@given(
    st.lists(st.dictionaries(st.text(max_size=5), st.text()), min_size=1),
    st.integers(1, 3),
    st.booleans(),
)
def test_json_list_is_cut_between_members(tmp_path_factory, members, size, ascii):
    members = [{"text": "x", **member} for member in members]
    path = tmp_path_factory.mktemp("json") / "jobs.json"
    path.write_text(json.dumps(members, ensure_ascii=ascii, indent=1), "utf-8", "surrogatepass")

    cut = [
        row.record for s in slices_of(str(path), size) for row in rows_of(s.file, s.start, s.rows)
    ]

    assert cut == members


def test_rows_that_cannot_be_read_are_named_and_the_next_ones_are_read(tmp_path):
    lines = tmp_path / "jobs.jsonl"
    lines.write_text('{"text": "one"}\nnot json\n\n["a list"]\n{"text": "two"}\n')

    read = [row.record for row in rows_of(str(lines))]

    assert read == [
        {"text": "one"},
        "is not one JSON object",
        "is not one JSON object",
        {"text": "two"},
    ]


def test_damage_in_a_json_list_ends_it_with_a_sentence(tmp_path):
    broken = tmp_path / "jobs.json"
    broken.write_text('[{"text": "one"}, {"text": "tw')

    assert [row.record for row in rows_of(str(broken))] == [
        {"text": "one"},
        "is damaged, and so is what follows it",
    ]


def test_the_longest_list_of_an_object_holds_the_adverts(tmp_path):
    wrapped = tmp_path / "jobs.json"
    wrapped.write_text(json.dumps({"page": [1], "jobs": [{"text": "one"}, {"text": "two"}]}))

    assert [row.record for row in rows_of(str(wrapped))] == [{"text": "one"}, {"text": "two"}]
    assert list(slices_of(str(wrapped), 10)) == [Slice(str(wrapped), 0, 1, 2)]


def test_an_old_encoding_and_a_mark_at_the_start_are_read(tmp_path):
    western = tmp_path / "west.csv"
    western.write_bytes("title;description\nIngénieur;Très bien\n".encode("cp1252"))
    marked = tmp_path / "marked.csv"
    marked.write_bytes("description\nÜber\n".encode("utf-8-sig"))

    assert [row.record for row in rows_of(str(western))] == [
        {"title": "Ingénieur", "description": "Très bien"}
    ]
    assert [row.record for row in rows_of(str(marked))] == [{"description": "Über"}]


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        (
            "a.csv",
            b"name,place\nx,y\n",
            r"no column with the adverts' text \(its columns: name, pl",
        ),
        ("a.jsonl", b'{"name": "x"}\n', "no column with the adverts' text"),
        ("a.csv", "text\nx\n".encode("utf-16"), "is saved as UTF-16; save it as UTF-8"),
        ("a.parquet", b"PAR1 and nothing else", "is no Parquet file"),
    ],
)
def test_a_table_without_adverts_says_so(tmp_path, name, data, says):
    path = tmp_path / name
    path.write_bytes(data)

    with pytest.raises(UnreadableDocument, match=says):
        check_table(str(path))


def test_parquet_of_numbers_has_no_text(tmp_path):
    path = tmp_path / "n.parquet"
    pl.DataFrame({"n": [1, 2]}).write_parquet(path)

    with pytest.raises(UnreadableDocument, match="its columns: n"):
        check_table(str(path))


def test_settings_of_an_address_are_no_part_of_the_ending():
    assert kind_of("s3://adverts/Jobs.CSV?region=eu&x=a.parquet") == "csv"
    assert kind_of("s3://adverts/page.html?region=eu") == ""
    assert kind_of("odd?name.jsonl") == "jsonl"


def test_credentials_of_an_address_are_not_shown():
    assert shown("s3://key:secret@adverts/a.csv?region=eu") == "s3://adverts/a.csv"
    assert shown("what?.csv") == "what?.csv"
