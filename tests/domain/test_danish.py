"""Danish dates and times as people type and read them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trivselsdesk.domain import danish

TODAY = date(2026, 5, 12)  # a Tuesday
MEETING = date(2026, 5, 20)
DAYS = st.dates(min_value=date(2001, 1, 1), max_value=date(2099, 12, 31))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("20. maj 2026", MEETING),
        ("20 maj", MEETING),
        ("20.maj", MEETING),
        ("20/5", MEETING),
        ("20/5-26", MEETING),
        ("20.5.26", MEETING),
        ("20.5.", MEETING),
        ("20-05-2026", MEETING),
        ("20/5 2026", MEETING),
        ("2026-05-20", MEETING),
        ("  Onsdag den 20. maj ", MEETING),
        ("ons. 20. maj 2026", MEETING),
        ("tor. 20. maj 2026", MEETING),
        ("d. 20/5", MEETING),
        ("i dag", TODAY),
        ("I morgen", date(2026, 5, 13)),
        ("i overmorgen", date(2026, 5, 14)),
        ("om 2 uger", date(2026, 5, 26)),
        ("om en uge", date(2026, 5, 19)),
        ("om 3 dage", date(2026, 5, 15)),
        ("om to måneder", date(2026, 7, 12)),
        ("om et år", date(2027, 5, 12)),
        ("fredag", date(2026, 5, 15)),
        ("på tirsdag", date(2026, 5, 19)),
        ("1/5", date(2026, 5, 1)),
        ("1. januar", date(2027, 1, 1)),
        ("15. sept", date(2026, 9, 15)),
        ("29/2", date(2028, 2, 29)),
    ],
)
def test_reads_the_ways_people_write_a_date(typed: str, meant: date) -> None:
    assert danish.parse_date(typed, TODAY) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "20",
        "31/2",
        "32. maj",
        "20. mai x",
        "20/13",
        "20/5/2",
        "snart",
        "om mange uger",
        "om 999999 dage",
        "20. maj 1026",
        "²/5",
    ],
)
def test_says_no_to_what_is_not_a_date(typed: str) -> None:
    assert danish.parse_date(typed, TODAY) is None


@given(DAYS, DAYS)
def test_every_written_date_is_read_back(day: date, today: date) -> None:
    for text in (
        danish.format_date(day),
        danish.format_date(day, weekday=True),
        danish.short_date(day, year=True),
    ):
        assert danish.parse_date(text, today) == day


@given(st.text(max_size=30))
def test_no_text_breaks_the_reader(text: str) -> None:
    danish.parse_date(text, TODAY)
    danish.parse_clock(text)


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("13.20", 800),
        ("13:20", 800),
        ("1320", 800),
        ("920", 560),
        ("kl. 9", 540),
        ("kl 13.20", 800),
        ("0.00", 0),
    ],
)
def test_reads_clock_times(typed: str, minutes: int) -> None:
    assert danish.parse_clock(typed) == minutes


@pytest.mark.parametrize("typed", ["", "24.00", "13.60", "13.2", "ved middag", "99"])
def test_refuses_wrong_clock_times(typed: str) -> None:
    assert danish.parse_clock(typed) is None


@given(st.integers(0, 1439))
def test_every_written_clock_time_is_read_back(minutes: int) -> None:
    assert danish.parse_clock(danish.format_clock(minutes)) == minutes


def test_writes_dates() -> None:
    assert danish.format_date(MEETING) == "20. maj 2026"
    assert danish.format_date(MEETING, weekday=True) == "onsdag 20. maj 2026"
    assert danish.format_date(MEETING, weekday=True, year=False) == "onsdag 20. maj"
    assert danish.short_date(MEETING) == "ons. 20. maj"


def test_writes_durations_numbers_and_names() -> None:
    assert danish.format_clock(24 * 60 + 5) == "00.05"
    assert [danish.format_duration(n) for n in (0, 40, 120, 160)] == ["0 min", "40 min", "2 t", "2 t 40 min"]
    assert [danish.format_decimal(n) for n in (2.5, 2.0, 10, -0.001, 1.25)] == ["2,5", "2", "10", "0", "1,25"]
    assert danish.plural(1, "seddel", "sedler") == "1 seddel"
    assert danish.plural(12, "seddel", "sedler") == "12 sedler"
    assert [danish.join_names(names) for names in ([], ["A"], ["A", "B"], ["A", "", "B", "C"])] == [
        "",
        "A",
        "A og B",
        "A, B og C",
    ]


@pytest.mark.parametrize(
    ("days", "words"),
    [(0, "i dag"), (1, "i morgen"), (7, "om 7 dage"), (-1, "1 dag over"), (-2, "2 dage over")],
)
def test_says_how_far_off_a_day_is(days: int, words: str) -> None:
    assert danish.relative_day(TODAY + timedelta(days=days), TODAY) == words


def test_a_date_for_little_room_has_its_month_cut_short() -> None:
    assert danish.brief_date(date(2026, 12, 30)) == "ons. 30. dec."
    assert danish.brief_date(MEETING, year=True) == "ons. 20. maj 2026"
    assert danish.table_date(date(2026, 9, 3), TODAY) == "tor. 3. sept."
    assert danish.table_date(date(2027, 3, 3), TODAY) == "3. marts 2027"


@given(DAYS)
def test_a_short_date_is_read_back(day: date) -> None:
    assert danish.parse_date(danish.brief_date(day, year=True), TODAY) == day
    if day.year != TODAY.year:
        assert danish.parse_date(danish.table_date(day, TODAY), TODAY) == day
