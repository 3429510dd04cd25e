"""Reading content: all problems at once, with file, field, legal values and the nearest match."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seasoned import catalogue
from seasoned.catalogue import Kind
from seasoned.errors import Problem


class Colour(StrEnum):
    RED = "red"
    GREEN = "green"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    name: str
    weight: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    id: str
    name: str
    colour: Colour = Colour.RED
    parts: tuple[Part, ...] = ()
    made: date | None = None


THINGS = Kind("things", Thing)


def write(root: Path, name: str, text: str) -> Path:
    path = root / "things" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_read_gives_a_thing_for_each_file_with_the_name_as_id(tmp_path: Path) -> None:
    write(
        tmp_path,
        "lamp.toml",
        'name = "Lamp"\ncolour = "green"\nmade = 2026-01-02\n[[parts]]\nname = "bulb"\n',
    )

    shelf = catalogue.read(THINGS, (tmp_path,))

    lamp = Thing(
        id="lamp",
        name="Lamp",
        colour=Colour.GREEN,
        parts=(Part(name="bulb"),),
        made=date(2026, 1, 2),
    )
    assert shelf.things == {"lamp": lamp}
    assert shelf.problems == ()


def test_read_tells_every_problem_at_once(tmp_path: Path) -> None:
    path = write(
        tmp_path, "lamp.toml", 'colour = "gren"\nsize = 3\n[[parts]]\nname = 5\nweigth = 2\n'
    )

    problems = catalogue.read(THINGS, (tmp_path,)).problems

    assert {problem.field for problem in problems} == {
        "name",
        "size",
        "colour",
        "parts[0].name",
        "parts[0].weigth",
    }
    assert all(problem.path == str(path) for problem in problems)


def test_problem_with_a_choice_names_legal_values_and_the_nearest(tmp_path: Path) -> None:
    write(tmp_path, "lamp.toml", 'name = "Lamp"\ncolour = "gren"\n')

    (problem,) = catalogue.read(THINGS, (tmp_path,)).problems

    assert problem.field == "colour"
    assert "red, green" in problem.message
    assert "'green'" in problem.message


def test_problem_with_an_unknown_field_names_the_nearest(tmp_path: Path) -> None:
    write(tmp_path, "lamp.toml", 'name = "Lamp"\ncolor = "red"\n')

    (problem,) = catalogue.read(THINGS, (tmp_path,)).problems

    assert (problem.field, problem.suggestion) == ("color", "did you mean 'colour'?")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("name = ", "not valid TOML"),
        ('name = "Lamp"\nid = "other"', "differs from the file's name"),
        ('name = "Lamp"\nmade = "yesterday"', "must be a date"),
        ('name = "Lamp"\n[[parts]]\nname = "bulb"\nweight = "heavy"', "must be a number"),
        ("", "lacks the field"),
    ],
)
def test_a_bad_file_is_told_in_plain_words(tmp_path: Path, text: str, words: str) -> None:
    write(tmp_path, "lamp.toml", text)

    shelf = catalogue.read(THINGS, (tmp_path,))

    assert words in " ".join(map(str, shelf.problems))
    assert shelf.things == {}


def test_a_file_that_is_not_text_is_told(tmp_path: Path) -> None:
    write(tmp_path, "lamp.toml", "").write_bytes(b"\xff\xfe\x00name")

    (problem,) = catalogue.read(THINGS, (tmp_path,)).problems

    assert "not UTF-8" in problem.message


@pytest.mark.parametrize(
    "name", ["Bad Name.toml", "two--hyphens.toml", "UPPER.toml", "dot.dot.toml"]
)
def test_a_name_that_is_no_id_is_told(tmp_path: Path, name: str) -> None:
    write(tmp_path, name, 'name = "Lamp"\n')

    shelf = catalogue.read(THINGS, (tmp_path,))

    assert shelf.things == {}
    assert [problem.field for problem in shelf.problems] == ["id"]
    assert "small letters" in shelf.problems[0].suggestion


def test_a_later_root_is_layered_over_an_earlier_one(tmp_path: Path) -> None:
    ours, theirs = tmp_path / "ours", tmp_path / "theirs"
    write(ours, "lamp.toml", 'name = "Lamp"')
    write(ours, "chair.toml", 'name = "Chair"')
    write(theirs, "lamp.toml", 'name = "Our lamp"')

    things = catalogue.read(THINGS, (ours, theirs)).things

    assert {name: thing.name for name, thing in things.items()} == {
        "lamp": "Our lamp",
        "chair": "Chair",
    }


def test_a_folder_is_one_thing_with_its_lists_joined(tmp_path: Path) -> None:
    write(tmp_path, "lamp/head.toml", 'name = "Lamp"\n[[parts]]\nname = "bulb"\n')
    write(tmp_path, "lamp/foot.toml", '[[parts]]\nname = "stand"\n')

    (lamp,) = catalogue.read(THINGS, (tmp_path,)).things.values()

    assert [part.name for part in lamp.parts] == ["stand", "bulb"]


def test_a_folder_that_says_one_thing_twice_is_told(tmp_path: Path) -> None:
    write(tmp_path, "lamp/a.toml", 'name = "Lamp"')
    write(tmp_path, "lamp/b.toml", 'name = "Other"')

    (problem,) = catalogue.read(THINGS, (tmp_path,)).problems

    assert problem.field == "name"


def test_fingerprint_follows_every_change(tmp_path: Path) -> None:
    write(tmp_path, "lamp.toml", 'name = "Lamp"')
    before = catalogue.fingerprint((tmp_path,))

    write(tmp_path, "lamp.toml", 'name = "Lamp "')

    assert catalogue.fingerprint((tmp_path,)) != before


@given(text=st.text(max_size=200))
def test_no_text_whatever_breaks_the_reader(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    root = tmp_path_factory.mktemp("any")
    write(root, "lamp.toml", text.replace("\r", ""))

    shelf = catalogue.read(THINGS, (root,))

    assert shelf.things or all(isinstance(problem, Problem) for problem in shelf.problems)
