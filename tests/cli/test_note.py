"""Notes at the terminal: written, found, shown, saved and dropped."""

from __future__ import annotations

import json
import struct
import zlib

import pytest


def png(width: int = 4, height: int = 3, shade: int = 0) -> bytes:
    """A grey picture, written by hand."""

    def chunk(name: bytes, body: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(name + body))
        return struct.pack(">I", len(body)) + name + body + check

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\0" + bytes([shade]) * width) * height)
    start = b"\x89PNG\r\n\x1a\n"
    return start + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "page one.JPG"  # the name may say anything
    path.write_bytes(png())
    return path


def test_photographed_page_is_found_by_its_topic_and_saved(told, page, tmp_path):
    note = told(["note", "add", "LeetCode: trees", "--photo", str(page)])
    told(["note", "add", "Something else", "--text", "trees"])

    found = told(["note", "list", "--topic", "leetcode"])["items"]
    saved = told(["note", "show", note["id"], "--save", str(tmp_path / "new" / "folder")])

    assert [n["id"] for n in found] == [note["id"]]
    assert note["pictures"][0] | {"id": ""} == {
        "id": "", "kind": "image/png", "width": 4, "height": 3, "size": len(png()),
    }  # fmt: skip
    assert saved["files"] == [str(tmp_path / "new" / "folder" / f"{note['id']}-1.png")]
    assert (tmp_path / "new" / "folder" / f"{note['id']}-1.png").read_bytes() == png()


def test_note_is_found_by_skill_and_by_words(told):
    told(["note", "add", "python", "--text", "Generators keep one item at a time"])
    told(["note", "add", "Interview", "--skill", "Python", "--text", "Ask about the GIL"])

    assert len(told("note list --skill python")["items"]) == 2
    assert [n["topic"] for n in told("note list gil ask")["items"]] == ["Interview"]
    assert told("note list nowhere")["items"] == []


def test_text_and_picture_may_come_from_standard_input(run):
    text = run("note add Talk --text - --json", "First line\nsecond line\n")
    picture = run("note add Board --photo - --json", png())
    both = run("note add Both --text - --photo -", "x")

    assert json.loads(text.stdout)["text"] == "First line\nsecond line"
    assert len(json.loads(picture.stdout)["pictures"]) == 1
    assert both.exit_code == 6
    assert "Only one of --text and --photo" in both.output


def test_note_is_read_in_words(run, page):
    run(["note", "add", "python", "--text", "Generators [keep] one", "--photo", str(page)])

    listed, shown = run("note list").output, run("note show n").output

    assert "python" in listed
    assert "Generators [keep] one + 1 picture" in " ".join(listed.split())
    assert "PNG, 4 x 3, 1 kB" in shown
    assert "--save FOLDER" in shown


def test_note_changed_keeps_what_was_not_given(told, page):
    note = told(["note", "add", "Talk", "--text", "first", "--on", "2026-03-01"])

    changed = told(["note", "edit", note["id"], "--text", "second", "--photo", str(page)])

    assert (changed["topic"], changed["text"], changed["at"]) == ("Talk", "second", "2026-03-01")
    assert len(changed["pictures"]) == 1


def test_dropped_note_leaves_the_list_and_comes_back(told):
    key = told(["note", "add", "Talk", "--text", "x"])["id"]

    told(f"note drop {key}")
    assert told("note list")["items"] == []
    assert told("note list --dropped")["dropped"] == [key]

    told(f"note drop {key} --undo")
    assert len(told("note list")["items"]) == 1


@pytest.mark.parametrize(
    ("line", "code", "words"),
    [
        ("note add Talk --photo /nowhere/page.png", 4, "page.png"),
        ("note add Talk", 6, "text is ''"),
        ("note add --text x", 6, "topic is ''"),
        ("note add Talk --text x --skill pythn", 5, "did you mean"),
        ("note show nothing", 5, "There is no note"),
    ],
)
def test_what_cannot_be_kept_is_said_in_one_line(run, line, code, words):
    result = run(line)

    assert result.exit_code == code
    assert words in result.output
    assert len(result.output.strip().splitlines()) == 1


def test_page_that_is_no_picture_keeps_nothing(run, told, tmp_path):
    (tmp_path / "page.png").write_text("<svg onload='alert(1)'/>")

    result = run(["note", "add", "Talk", "--text", "x", "--photo", str(tmp_path / "page.png")])

    assert result.exit_code == 4
    assert "page.png: is no PNG, JPEG or WebP picture" in result.output
    assert told("note list")["items"] == []


def test_saving_writes_over_nothing(run, told, page, tmp_path):
    key = told(["note", "add", "Talk", "--photo", str(page)])["id"]
    (tmp_path / f"{key}-1.png").write_text("mine")

    result = run(["note", "show", key, "--save", str(tmp_path)])

    assert result.exit_code == 6
    assert (tmp_path / f"{key}-1.png").read_text() == "mine"


def test_export_carries_notes_with_their_pictures(run, told, page):
    told(["note", "add", "Talk", "--photo", str(page)])

    exported = json.loads(run("export -").stdout)

    assert exported["notes"][0]["body"]["pictures"][0]["id"] == exported["pictures"][0]["id"]


def test_notes_change_no_number(told):
    told("rate python=2 sql=1")
    before = told("standing")

    told(["note", "add", "python", "--text", "I know everything about it"])

    assert told("standing") == before
