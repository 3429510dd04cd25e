from html import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seasoned.documents.html import html_text, json_ld, looks_like_html

PAGE = """<html><head><title>t</title><style>.a{}</style></head><body><nav>menu</nav>
<h2>Your   profile</h2><ul><li>Python <b>3</b></li><li><p>SQL</p></li></ul>
<script>alert("x")</script><p><strong>Nice to have:</strong></p><p>Docker &amp; k8s<br>Go</p>
<div style="display:none">secret</div><p hidden>secret</p></body></html>"""
TEXT = "## Your profile\n- Python 3\n- SQL\n\n### Nice to have:\n\nDocker & k8s\nGo"


def test_page_becomes_lines_with_headings_and_list_items() -> None:
    assert html_text(PAGE) == TEXT


@pytest.mark.parametrize("times", [1, 2])
def test_escaped_page_reads_like_the_page(times: int) -> None:
    body = PAGE.split("<body>")[1].split("</body>")[0]
    escaped = body
    for _ in range(times):
        escaped = escape(escaped)

    assert html_text(escaped) == html_text(body)


def test_bold_words_inside_a_sentence_are_no_heading() -> None:
    assert html_text("<p>You know <b>Python</b> well</p>") == "You know Python well"


def test_page_nested_too_deeply_is_read_without_its_structure() -> None:
    assert html_text("<div>" * 20_000 + "Python") == "Python"


def test_plain_text_with_an_angle_bracket_is_no_page() -> None:
    assert not looks_like_html("if a < b and c > d: print('x')")
    assert looks_like_html(PAGE)


def test_markdown_that_holds_a_few_tags_is_no_page() -> None:
    text = "# Plan\n\n- one\n- two\n- three\n- four\n- five\n\n<div>\n<p>a</p>\n</div>\n"

    assert not looks_like_html(text)
    assert looks_like_html("<div>\n<p>a</p>\n</div>\n- one\n")


def test_json_ld_gives_every_object_and_survives_broken_blocks() -> None:
    page = (
        '<script type="application/ld+json">{"@graph": [{"@type": "JobPosting"}]}</script>'
        '<script type="application/ld+json">{broken</script>'
    )

    assert [thing.get("@type") for thing in json_ld(page)] == [None, "JobPosting"]


@settings(deadline=None)
@given(st.text(alphabet="<>/&;ablipdvh1 =\"'\n", max_size=400))
def test_no_markup_breaks_the_reader(html: str) -> None:
    assert isinstance(html_text(html), str)


def test_one_tag_beside_signs_written_as_names_is_a_page() -> None:
    page = "Kite works | Data &#x2F; ML | Riga<p>We&#x27;re hiring."

    assert looks_like_html(page)
    assert html_text(page) == "Kite works | Data / ML | Riga\nWe're hiring."


def test_rows_of_two_cells_are_labels_and_values() -> None:
    page = "<table><tr><th>Location</th><td>Riga</td></tr><tr><td>a</td><td>b</td><td>c</td></tr></table>"

    assert looks_like_html(page)
    assert [line for line in html_text(page).split("\n") if line] == ["Location: Riga", "a | b | c"]


def test_words_bold_by_style_alone_on_their_line_are_a_heading() -> None:
    page = "<div><span style='font-weight: 700'>Must have</span></div><ul><li>Python</li></ul>"

    assert html_text(page) == "### Must have\n- Python"
