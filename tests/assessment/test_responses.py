"""Response files as they come: long, wide, damaged; what is left out is named with its line."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from seasoned.assessment.responses import only_items, read_responses
from seasoned.errors import UnreadableDocument


def written(tmp_path: Path, text: str | bytes, name: str = "answers.csv") -> Path:
    path = tmp_path / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def test_long_and_wide_files_say_the_same(tmp_path):
    long = written(tmp_path, "person,item,right\na,x,1\na,y,0\nb,x,wrong\nb,y,TRUE\n")
    wide = written(tmp_path, "person,x,y\na,1,0\nb,0,1\n", "wide.csv")

    one, other = read_responses(long), read_responses(wide)

    assert one.matrix().tolist() == other.matrix().tolist() == [[1, 0], [0, 1]]
    assert one.people == other.people == ("a", "b")
    assert one.problems == other.problems == ()


def test_parquet_is_read_like_csv(tmp_path):
    import polars as pl

    path = tmp_path / "answers.parquet"
    pl.DataFrame({"person": ["a", "b"], "item": ["x", "x"], "right": [1, 0]}).write_parquet(path)

    assert read_responses(path).matrix().tolist() == [[1], [0]]


def test_everything_that_is_told_is_kept(tmp_path):
    text = "user_id,question,correct,chosen,seconds,date,group\na,x,1,2,31.5,2026-01-02,north\nb,x,unknown,,0,,\n"

    found = read_responses(written(tmp_path, text))

    assert found.values.tolist() == [1, 0]
    assert found.chosen.tolist() == [2, -1]
    assert found.seconds[0] == 31.5
    assert np.isnan(found.seconds[1])
    assert found.dates == ("2026-01-02", "")
    assert found.groups == ("north", "")


def test_what_cannot_be_used_is_named_with_its_line_and_the_rest_stands(tmp_path):
    text = "person,item,right\na,x,1\na,x,0\n,x,1\nb,,1\nb,x,7\nb,y,\nc,x,maybe\nc,y,0\n"

    found = read_responses(written(tmp_path, text))

    assert found.matrix().tolist() == [[1, -1], [-1, 0]]
    told = {problem.field: problem.message for problem in found.problems}
    assert told["line 4"].startswith("name no person")
    assert told["line 5"].startswith("name no item")
    assert told["line 7"].startswith("hold no answer")
    assert told["lines 6, 8"].startswith("hold an answer that is not 1 or 0")
    assert told["line 3"].startswith("repeat an answer")


def test_many_faults_of_one_kind_are_one_line(tmp_path):
    rows = "".join(f"p{n},x,9\n" for n in range(50))

    (problem,) = read_responses(written(tmp_path, f"person,item,right\na,x,1\n{rows}")).problems

    assert problem.field == "lines 3, 4, 5, 6, 7 and 45 more"


def test_ratings_are_whole_numbers_from_nought_on(tmp_path):
    path = written(tmp_path, "person,x,y\na,3,0\nb,-1,2\nc,high,1\n")

    found = read_responses(path, ratings=True)

    assert found.values.max() == 3
    assert [problem.field for problem in found.problems] == ["lines 3, 4"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "is empty"),
        ("person,item\na,x\n", "lacks the column 'right'"),
        ("name\nx\n", "has the columns name"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "table"),
        ("item,right\nx,1\n", "lacks the column 'person'"),
    ],
)
def test_file_that_is_none_is_told_in_one_line(tmp_path, text, words):
    with pytest.raises(UnreadableDocument, match=words) as caught:
        read_responses(written(tmp_path, text))

    assert "\n" not in str(caught.value)


def test_parquet_that_is_torn_and_a_file_that_is_not_there(tmp_path):
    with pytest.raises(UnreadableDocument):
        read_responses(written(tmp_path, b"PAR1 torn", "a.parquet"))
    with pytest.raises(UnreadableDocument, match="is no file"):
        read_responses(tmp_path / "nowhere.csv")


def test_unknown_items_are_left_out_unless_none_is_known(tmp_path):
    found = read_responses(written(tmp_path, "person,item,right\na,x,1\na,strange,0\nb,x,0\n"))

    known, foreign = only_items(found, {"x": 1}), only_items(found, {"z": 1})

    assert known.items == ("x",)
    assert known.matrix().tolist() == [[1], [0]]
    assert "strange" in known.problems[0].message
    assert foreign is found
