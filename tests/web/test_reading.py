"""The reader of pages finds the faults it is trusted to find."""

from __future__ import annotations

import pytest
from django.http import HttpResponse

from tests.web.reading import faults


@pytest.mark.parametrize(
    "markup",
    [
        '<p style="color: red">x</p>',
        '<p onclick="x()">x</p>',
        "<script>x()</script>",
        "<style>p { color: red }</style>",
        '<p id="a"></p><p id="a"></p>',
        '<input id="a" name="a">',
        '<div class="chart"></div>',
        '<img src="a.png">',
    ],
)
def test_reader_finds_the_fault(markup):
    assert len(faults(HttpResponse(f"<body>{markup}</body>"))) == 1


def test_reader_finds_nothing_in_a_sound_page():
    sound = (
        '<label for="a">A</label><input id="a"><img src="a.png" alt=""><script src="a.js"></script>'
    )

    assert faults(HttpResponse(f"<body>{sound}</body>")) == []
