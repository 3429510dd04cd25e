"""Pictures are checked against a second reader and writer of them: Pillow, which fpdf2 brings."""

from __future__ import annotations

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seasoned.documents import picture as room
from seasoned.documents.picture import read_picture
from seasoned.errors import UnreadableDocument

Image = pytest.importorskip("PIL.Image")

FORMS = {
    "png": ("PNG", {}, "RGB", "image/png"),
    "png with a palette": ("PNG", {}, "P", "image/png"),
    "jpeg": ("JPEG", {}, "RGB", "image/jpeg"),
    "progressive jpeg": ("JPEG", {"progressive": True}, "RGB", "image/jpeg"),
    "jpeg of a camera": ("JPEG", {"exif": b"Exif\0\0" + bytes(3000)}, "RGB", "image/jpeg"),
    "webp": ("WEBP", {}, "RGB", "image/webp"),
    "lossless webp": ("WEBP", {"lossless": True}, "RGB", "image/webp"),
    "webp with a hole": ("WEBP", {}, "RGBA", "image/webp"),
}


def drawn(form: str, size: tuple[int, int]) -> bytes:
    name, options, mode, _ = FORMS[form]
    canvas = Image.new(mode, size)
    if mode == "RGBA":
        canvas.putalpha(40)
    out = BytesIO()
    canvas.save(out, name, **options)
    return out.getvalue()


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("size", [(1, 1), (640, 480), (17, 1201)])
def test_picture_says_its_kind_and_size(form, size):
    body = drawn(form, size)

    found = read_picture(body)

    assert (found.kind, found.width, found.height) == (FORMS[form][3], *size)
    assert found.body == body


def test_name_says_nothing_about_the_kind(tmp_path):
    (tmp_path / "notes.txt").write_bytes(drawn("png", (2, 2)))

    assert read_picture(tmp_path / "notes.txt").kind == "image/png"


@pytest.mark.parametrize(
    "body",
    [
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        b"<html>\x89PNG\r\n\x1a\n",
        b"GIF89a" + bytes(40),
        b"\x89PNG\r\n\x1a\n",
        b"\xff\xd8\xff",
        b"\xff\xd8\xff\xe0<script>",
        b"RIFF\x04\0\0\0WEBP",
        b"%PDF-1.4",
    ],
)
def test_what_is_no_picture_is_refused_in_one_sentence(body):
    with pytest.raises(
        UnreadableDocument, match=r"^p\.png: is no PNG, JPEG or WebP picture; .*\.$"
    ):
        read_picture(body, "p.png")


@pytest.mark.parametrize("form", ["png", "webp"])
def test_picture_cut_off_on_the_way_is_refused(form):
    with pytest.raises(UnreadableDocument):
        read_picture(drawn(form, (640, 480))[:-30])


def test_empty_and_large_and_missing_pictures_are_refused_with_the_limit(tmp_path, monkeypatch):
    monkeypatch.setattr(room, "MOST_BYTES", 1024 * 1024)

    with pytest.raises(UnreadableDocument, match="is empty"):
        read_picture(b"", "p.png")
    with pytest.raises(UnreadableDocument, match=r"has 1\.5 MB and the limit is 1 MB"):
        read_picture(bytes(1024 * 1024 * 3 // 2), "p.png")
    with pytest.raises(UnreadableDocument, match="No such file"):
        read_picture(tmp_path / "none.png")


def test_small_file_that_claims_a_huge_picture_is_refused():
    body = bytearray(drawn("png", (2, 2)))
    body[16:24] = b"\0\1\0\0" * 2

    with pytest.raises(UnreadableDocument, match="claims 65536 x 65536 pixels"):
        read_picture(bytes(body))


@given(st.sampled_from([b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"RIFF"]), st.binary(max_size=200))
def test_no_bytes_whatever_break_the_reader(start, rest):
    try:
        found = read_picture(start + rest)
    except UnreadableDocument:
        return
    assert found.width > 0
    assert found.height > 0
