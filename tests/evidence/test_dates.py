from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seasoned.evidence.dates import periods, single

TODAY = date(2026, 11, 22)


def period(line: str) -> tuple[date, date | None] | None:
    return next(((p.start, p.end) for p in periods(line, TODAY)), None)


@pytest.mark.parametrize(
    ("line", "start", "end"),
    [
        ("Jan 2020 - present", date(2020, 1, 1), None),
        ("03/2018 – 06/2020", date(2018, 3, 1), date(2020, 6, 30)),
        ("March 2018 to June 2020", date(2018, 3, 1), date(2020, 6, 30)),
        ("2018-03 – 2020-06", date(2018, 3, 1), date(2020, 6, 30)),
        ("01.04.2015 - 31.12.2018", date(2015, 4, 1), date(2018, 12, 31)),
        ("2019-2021", date(2019, 7, 1), date(2021, 6, 30)),
        ("2019 2022", date(2019, 7, 1), date(2022, 6, 30)),
        ("2022 present", date(2022, 7, 1), None),
        ("2019 2022 (expected in June)", date(2019, 7, 1), date(2022, 6, 30)),
        ("2019–21", date(2019, 7, 1), date(2021, 6, 30)),
        ("2020-2020", date(2020, 1, 1), date(2020, 12, 31)),
        ("Jun–Sep 2019", date(2019, 6, 1), date(2019, 9, 30)),
        ("Feb '19 - Mar '20", date(2019, 2, 1), date(2020, 3, 31)),
        ("März 2019 bis heute", date(2019, 3, 1), None),
        ("seit 04/2021", date(2021, 4, 1), None),
        ("janv. 2018 – présent", date(2018, 1, 1), None),
        ("août 2016 à juin 2018", date(2016, 8, 1), date(2018, 6, 30)),
        ("Depuis mai 2021", date(2021, 5, 1), None),
        ("enero de 2019 - actualidad", date(2019, 1, 1), None),
        ("desde marzo de 2020", date(2020, 3, 1), None),
        ("mei 2017 – heden", date(2017, 5, 1), None),
        ("sinds 2021", date(2021, 1, 1), None),
        ("Engineer (May 2021 – )", date(2021, 5, 1), None),
        ("June 2020 - March 2018", date(2018, 3, 1), date(2020, 6, 1)),
        ("Jan 2020 - Dec 2031", date(2020, 1, 1), None),
    ],
)
def test_period_is_read_as_people_write_it(line: str, start: date, end: date | None) -> None:
    assert period(line) == (start, end)


@pytest.mark.parametrize(
    "line",
    [
        "2 - 3 years",
        "call +49 30 1234-5678",
        "version 1.2 - 1.4",
        "10-20 people",
        "",
        "ISO 9001-2015x",
    ],
)
def test_other_numbers_are_no_period(line: str) -> None:
    assert period(line) is None


def test_last_date_of_a_line_is_the_one_of_the_record() -> None:
    found = single('"Drift in 2020 data", PyData, May 2024')

    assert found is not None
    assert found[0] == date(2024, 5, 1)


@given(st.text(max_size=80))
def test_no_line_breaks_the_reader_and_no_period_runs_backwards(line: str) -> None:
    assert all(
        p.end is None or p.end >= p.start for p in periods(line + " 2019 - 2021 " + line, TODAY)
    )
