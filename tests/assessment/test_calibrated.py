from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seasoned.assessment.calibrated import calibration_csv, read_calibrations
from seasoned.assessment.parameters import Parameters

parameters = st.builds(
    Parameters,
    difficulty=st.floats(-5, 8).map(lambda x: round(x, 3)),
    difficulty_error=st.floats(0.01, 3).map(lambda x: round(x, 3)),
    discrimination=st.floats(0.1, 5).map(lambda x: round(x, 3)),
    log_discrimination_error=st.floats(0.01, 2).map(lambda x: round(x, 3)),
    model=st.just("2PL"),
    responses=st.integers(1, 10**6),
)


@given(st.dictionaries(st.from_regex(r"[a-z]{1,9}", fullmatch=True), parameters, max_size=4))
def test_what_was_written_is_read_back(tmp_path_factory, found):
    root = tmp_path_factory.mktemp("content")
    (root / "calibration").mkdir()
    text = calibration_csv(found.items(), sample='a, "team"', on=date(2026, 11, 1))
    (root / "calibration" / "team.csv").write_text(text)

    read = read_calibrations((root,))

    assert read.parameters == found
    assert read.problems == ()


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("a,nan,0.1,1,0.1,5,2PL,x,2026-11-01", "line 2"),
        ("a,1,0.1,-1,0.1,5,2PL,x,2026-11-01", "line 2"),
        ("a,1,0.1,one,0.1,5,2PL,x,2026-11-01", "line 2"),
        ("a,1", "line 2"),
    ],
)
def test_line_that_makes_no_sense_is_named_and_the_others_stand(tmp_path, line, said):
    good = "b,1,0.1,1,0.1,5,2PL,x,2026-11-01"
    head = calibration_csv([], sample="", on=date(2026, 11, 1))
    (tmp_path / "calibration").mkdir()
    (tmp_path / "calibration" / "x.csv").write_text(f"{head}{line}\n{good}\n")

    read = read_calibrations((tmp_path,))

    assert list(read.parameters) == ["b"]
    assert [problem.field for problem in read.problems] == [said]


def test_file_of_another_kind_is_named(tmp_path):
    (tmp_path / "calibration").mkdir()
    (tmp_path / "calibration" / "x.csv").write_text("name,b\nx,1\n")
    (tmp_path / "calibration" / "y.csv").write_bytes(b"\xff\xfe\x00")

    read = read_calibrations((tmp_path,))

    assert len(read.problems) == 2
    assert "lacks the column 'item'" in read.problems[0].message
