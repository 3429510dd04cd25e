"""What cannot have been meant ends in one sentence and an exit code, and stores nothing."""

from __future__ import annotations

import pytest

LONG = "x" * 400
TALK = ["evidence", "add", "talk", "--title"]


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ([*TALK, "A", "--on", "2099-01-01"], "date"),
        ([*TALK, LONG], "title"),
        ([*TALK, "A", "--detail", "attendees=-4"], "attendees"),
        ("profile set --cost-cap 1e400", "cost_cap"),
        ("profile set --joy nan", "joy"),
        (["profile", "set", "--name", LONG], "name"),
        ("profile role Engineer --from 2099-01-01", "start"),
        (["profile", "role", LONG, "--from", "2020"], "title"),
    ],
)
def test_value_outside_sense_is_one_sentence(run, told, line, field):
    before = told("profile")
    result = run(line)

    assert result.exit_code == 6
    assert result.stderr.startswith(f"seasoned: {field} is ")
    assert len(result.stderr.splitlines()) == 1
    assert told("profile") == before
