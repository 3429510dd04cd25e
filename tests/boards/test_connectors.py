"""Every connector reads its own sample, written after the board's public documentation."""

import json
from pathlib import Path
from typing import Any

import pytest

from seasoned.boards import Board, Reply, connectors
from seasoned.boards.discovery import board_of, boards
from seasoned.boards.reading import fetch
from seasoned.errors import LayoutChanged, Unreachable
from seasoned.market.structured import Fields

FOLDER = Path(connectors.__path__[0])
NAMES = sorted(path.stem for path in FOLDER.glob("*.py") if path.stem != "__init__")
BROKEN = [
    "",
    "{}",
    "[]",
    "null",
    '{"jobs": 3}',
    "<html>sorry</html>",
    "\x00\x01",
    "[[[[",
    '[{"a": 1}, 7]',
]


def sample(name: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads((FOLDER / f"{name}.sample").read_text(encoding="utf-8"))
    return data


def answering(pages: dict[str, Any]) -> Any:
    def get(address: str) -> Reply:
        if address not in pages:
            raise Unreachable(address, "status 404")
        page = pages[address]
        return Reply(address, (page if isinstance(page, str) else json.dumps(page)).encode())

    return get


def read(name: str, tmp_path: Path) -> list[Fields]:
    told = sample(name)
    for file, text in told.get("files", {}).items():
        (tmp_path / file).write_text(text, encoding="utf-8")
    place = str(tmp_path / told["place"]) if "files" in told else told["place"]
    return list(boards()[name].adverts(place, answering(told.get("pages", {}))))


def plain(field: str, value: Any) -> Any:
    if field == "posted":
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


@pytest.mark.parametrize("name", NAMES)
def test_connector_reads_its_sample(name: str, tmp_path: Path) -> None:
    found = read(name, tmp_path)

    for number, wanted in enumerate(sample(name)["adverts"]):
        one = found[wanted.get("at", number)]
        said = {k: v for k, v in wanted.items() if k not in ("at", "count")}
        assert len(found) == wanted.get("count", len(found))
        assert {field: plain(field, getattr(one, field)) for field in said} == said
    assert all(len(one.text) > 15 and "<li>" not in one.text for one in found)


@pytest.mark.parametrize("name", NAMES)
def test_connector_says_what_it_is_and_how_it_is_written(name: str) -> None:
    board = boards()[name]

    assert isinstance(board, Board)
    assert board.name == name
    assert board_of(board.example) is not None
    assert board.title
    assert board.documentation


@pytest.mark.parametrize("name", [name for name in NAMES if not boards()[name].local])
@pytest.mark.parametrize("body", BROKEN)
def test_connector_tells_an_unknown_shape_and_nothing_else(name: str, body: str) -> None:
    place = sample(name)["place"]
    source = place if name == "page" else f"{name}:{place}"

    found = fetch([source], lambda address: Reply(address, body.encode()))

    assert all(isinstance(problem, LayoutChanged) for problem in found.problems)
    assert found.problems or name in ("page", "lever")


def test_one_failing_board_leaves_the_others_standing() -> None:
    pages = sample("greenhouse")["pages"]

    found = fetch(["lever:nobody", "greenhouse:larchway", "ashby:"], answering(pages))

    assert [fields.title for _, fields in found.adverts] == ["ML Engineer, Canopy", "Data Engineer"]
    assert ["lever.co" in str(p) or "ashby:" in str(p) for p in found.problems] == [True, True]


def test_board_that_breaks_half_way_keeps_its_first_half() -> None:
    pages = sample("lever")["pages"]
    first = {address: body for address, body in pages.items() if "skip=0&" in address}

    found = fetch(["lever:fernhill"], answering(first))

    assert len(found.adverts) == 100
    assert [type(problem) for problem in found.problems] == [Unreachable]
