"""Content is read once and kept; a change of content or a damaged file makes it anew."""

from __future__ import annotations

import stat
from pathlib import Path

from seasoned.journeys import content as module
from seasoned.journeys.content import load_content
from seasoned.planning.action import Action

ACTION = """
name = "Walk"
kind = "rest"
summary = "Go for a walk."
steps = ["Walk."]
hours = { low = 1, high = 2 }
energy = "light"
minimum_slot_minutes = 30
proof = "None is needed."
"""


def fresh(*roots: Path, cache: Path):
    module._loaded.cache_clear()
    return load_content(*roots, cache=cache)


def test_kept_content_is_the_same_as_read_content(tmp_path: Path) -> None:
    first = fresh(cache=tmp_path)
    (kept,) = tmp_path.glob("*.kept")
    second = fresh(cache=tmp_path)

    assert second == first
    assert second is not first
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600


def test_changed_content_is_read_again(tmp_path: Path) -> None:
    own = tmp_path / "own"
    (own / "actions").mkdir(parents=True)
    (own / "actions" / "walk.toml").write_text(ACTION)
    before = fresh(own, cache=tmp_path / "cache").actions["walk"]

    (own / "actions" / "walk.toml").write_text(ACTION.replace("Go for", "Take"))
    after = fresh(own, cache=tmp_path / "cache").actions["walk"]

    assert isinstance(before, Action)
    assert (before.summary, after.summary) == ("Go for a walk.", "Take a walk.")


def test_a_damaged_file_is_read_anew(tmp_path: Path) -> None:
    whole = fresh(cache=tmp_path)
    (kept,) = tmp_path.glob("*.kept")
    kept.write_bytes(b"nonsense")

    assert fresh(cache=tmp_path) == whole


def test_a_folder_that_cannot_be_written_keeps_nothing(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")

    assert fresh(cache=blocked / "cache").skills


def test_few_files_stay(tmp_path: Path) -> None:
    own = tmp_path / "own"
    (own / "actions").mkdir(parents=True)
    for n in range(6):
        (own / "actions" / "walk.toml").write_text(ACTION.replace("Go for", f"On day {n}, take"))
        fresh(own, cache=tmp_path / "cache")

    assert len(list((tmp_path / "cache").glob("*.kept"))) == 3
