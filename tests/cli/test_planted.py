"""Mistakes planted in a user's content: each is told with its file, field, what is legal and what is near."""

from __future__ import annotations

import pytest

FOLDERS = {"skill": "skills", "action": "actions", "ladder": "ladders", "kind": "kinds"}

PLANTED = [
    ("skill", 'area = "systems"', 'area = "systms"', ("area", "'systems'")),
    ("skill", "prerequisites = []", 'prerequisites = ["pyton"]', ("prerequisites", "'python'")),
    ("skill", "summary =", "sumary =", ("sumary", "'summary'")),
    ("skill", "related = []", "related = [", ("not valid TOML",)),
    ("action", "low = 4.0, high = 10.0", "low = 10.0, high = 4.0", ("hours", "not above high")),
    ("action", 'energy = "deep"', 'energy = "deeep"', ("energy", "'deep'")),
    ("action", '"shipped-project"', '"shiped-project"', ("evidence_kind", "'shipped-project'")),
    ("action", "slot_minutes = 60", 'slot_minutes = "sixty"', ("slot_minutes", "whole number")),
    ("ladder", 'stage = "first"', 'stage = "frist"', (".stage", "'first'")),
    ("ladder", 'ask = "must"', 'ask = "mustt"', (".ask", "'must'")),
    ("ladder", "level = 1.0", "level = 9.0", (".level", "0 to 4")),
]


@pytest.mark.parametrize(("kind", "good", "bad", "said"), PLANTED)
def test_planted_mistake_is_told_where_it_is_and_how_to_mend_it(run, home, kind, good, bad, said):
    assert run(f"content new {kind} planted").exit_code == 0
    file = home / "content" / FOLDERS[kind] / "planted.toml"
    text = file.read_text(encoding="utf-8")
    assert good in text
    file.write_text(text.replace(good, bad, 1), encoding="utf-8")

    result = run("content check")

    assert result.exit_code == 3
    told = next(line for line in result.stdout.splitlines() if "planted.toml" in line)
    assert all(words in told for words in said), told
