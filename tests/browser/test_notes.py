"""A photographed page, kept and seen again by the controls that a person uses."""

from __future__ import annotations

import pytest

from tests.browser.conftest import NARROW, WIDE
from tests.cli.test_note import png


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("scripted", [True, False], ids=["with scripts", "without"])
def test_photographed_page_is_kept_and_seen_again(watch, empty_site, tmp_path, size, scripted):
    (tmp_path / "page.png").write_bytes(png(1200, 900, 200))
    page = watch(viewport=size, java_script_enabled=scripted)

    page.goto(empty_site + "/me/")
    page.get_by_role("link", name="Write or photograph a note").click()
    page.get_by_label("What is it about?").fill("LeetCode: graphs")
    page.get_by_label("Photographs").set_input_files(tmp_path / "page.png")
    page.get_by_role("button", name="Keep it").click()
    page.get_by_text("Kept.").wait_for()
    page.get_by_label("Look for").fill("graphs")
    page.get_by_role("button", name="Find").click()

    page.get_by_text("1 of 1 note fits").wait_for()
    picture = page.get_by_role("img", name="Picture 1 of 1, LeetCode: graphs")
    picture.scroll_into_view_if_needed()
    box = picture.bounding_box()
    assert 100 < box["height"] <= 240
    assert box["x"] + box["width"] <= size["width"]
    page.get_by_role("link", name="LeetCode: graphs", exact=True).click()
    page.get_by_role("img", name="Picture 1 of 1").wait_for()
