"""The year as a circle: days and places answer to each other, and no words lie over others."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trivselsdesk.domain.wheel import Mark
from trivselsdesk.domain.year_circle import CROWDED, day_at, days_of, point, spots, tags, turn_at, turn_of

DAYS = st.dates(min_value=date(2001, 1, 1), max_value=date(2090, 12, 31))


def mark(day: date, ring: str = "", done: bool = False) -> Mark:
    return Mark("event", f"{day}{ring}", "Møde", day, day, ring, done=done)


@given(DAYS)
def test_a_day_and_its_place_answer_to_each_other(day: date) -> None:
    turn = turn_of(day, day.year)
    assert day_at(turn, day.year) == day
    assert turn_at(*point(turn)) == pytest.approx(turn, abs=1e-9) or turn == 0


def test_january_is_at_the_top_and_the_year_goes_with_the_clock() -> None:
    assert point(turn_of(date(2026, 1, 1), 2026)) == pytest.approx((0, -1))
    right = point(turn_of(date(2026, 4, 2), 2026))
    assert right[0] > 0.99
    assert days_of(2028) == 366 and days_of(2026) == 365


@given(st.lists(DAYS.map(lambda day: day.replace(year=2026, day=min(day.day, 28))), max_size=60))
def test_no_words_lie_over_others_and_none_leave_the_page(days: list[date]) -> None:
    found = spots([mark(day) for day in sorted(days)], [], 2026)
    made = tags(found, 16)
    for right in (True, False):
        places = sorted(each.place for each in made if each.right == right)
        assert len(places) <= 16
        assert all(0 < place < 1 for place in places)
        assert all(after - before > 1 / 16 - 1e-9 for before, after in pairwise(places))


def test_dates_that_stand_close_take_turns_on_two_tracks() -> None:
    first = date(2026, 6, 1)
    close = [mark(first + timedelta(days=number)) for number in range(3)]
    assert [each.track for each in spots(close, [], 2026)] == [1, 2, 1]
    far = [mark(first), mark(first + timedelta(days=round(366 * CROWDED) + 1))]
    assert [each.track for each in spots(far, [], 2026)] == [0, 0]
    other = [mark(first, "a"), mark(first, "b")]
    assert [(each.ring, each.track) for each in spots(other, ["a", "b"], 2026)] == [(1, 0), (2, 0)]


def test_what_is_done_gives_its_words_up_first() -> None:
    first = date(2026, 2, 1)
    every = [mark(first + timedelta(days=number), done=number < 5) for number in range(10)]
    kept = [each.spot.mark.done for each in tags(spots(every, [], 2026), 5)]
    assert kept == [False] * 5
