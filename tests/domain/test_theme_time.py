"""The time of a part shared between its themes: 60 minutes over 3–5 themes are 12–20 each (003)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from trivselsdesk.domain import theme_time, timing
from trivselsdesk.domain.agenda import slots
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.records import AgendaItem, ClockState, Initiative, Meeting, Programme, ThemeTime

NOW = 1_000_000.0
Q = {"programme_id": "p"}


def desk(themes: int, minutes: int = 60) -> Book:
    """A meeting with one part that takes the themes one by one, its clock started now."""
    records = [
        Programme(id="p", pack_id="x", pack_version="1", name="Huset", **Q),
        Meeting(id="m", pack_meeting="w", title="Mødet", rank=1.0, **Q),
        AgendaItem(id="q", meeting_id="m", title="Hvad", minutes=minutes, tool="questions", rank=1.0, **Q),
        *(Initiative(id=f"i{n}", name=f"Tema {n}", rank=float(n), **Q) for n in range(1, themes + 1)),
    ]
    book = Book(records)
    clock, logs = timing.go_to(book, book.meeting, slots(book, book.meeting)[0], NOW)
    return Book([*records, clock, *logs])


def put(book: Book, *records: object) -> Book:
    """The book with these records in place of those with their ids."""
    keys = {(type(each), each.id) for each in records}  # type: ignore[attr-defined]
    return Book([*(each for each in book.everything() if (type(each), each.id) not in keys), *records])  # type: ignore[list-item]


def look(book: Book, minutes: float) -> theme_time.Share:
    """How it stands so many minutes after the start."""
    found = theme_time.share(book, book.meeting, slots(book, book.meeting)[0], NOW + minutes * 60)
    assert found is not None
    return found


def begin(book: Book, initiative: str, minutes: float) -> Book:
    part = slots(book, book.meeting)[0]
    return put(book, theme_time.begun(book, book.meeting, part, initiative, NOW + minutes * 60))


@pytest.mark.parametrize(("themes", "each"), [(3, 20), (4, 15), (5, 12)])
def test_an_hour_is_shared_evenly(themes: int, each: int) -> None:
    held = look(desk(themes), 0)
    assert (held.initiative_id, held.given, held.each) == ("i1", each * 60, each * 60)
    assert held.waiting == tuple(f"i{n}" for n in range(2, themes + 1))


def test_the_picture_of_the_design_has_8_minutes_and_20_seconds_left_of_15() -> None:
    book = begin(desk(4), "i2", 15)
    held = look(book, 15 + 6 + 40 / 60)
    assert (held.initiative_id, held.left, held.given) == ("i2", 500.0, 900.0)
    assert theme_time.following(book, held) == "i3"


def test_a_theme_that_takes_longer_leaves_less_for_those_that_wait() -> None:
    book = begin(desk(4), "i2", 24)
    held = look(book, 24)
    assert held.given == held.each == 12 * 60
    assert look(book, 40).left == -4 * 60
    assert look(book, 40).each == 10 * 60


def test_one_that_is_quick_leaves_more() -> None:
    assert look(begin(desk(4), "i2", 6), 6).given == 18 * 60


def test_what_is_left_of_the_theme_and_of_those_that_wait_is_what_is_left_of_the_part() -> None:
    book = begin(begin(desk(5), "i2", 10), "i3", 31)
    for minutes in (31, 35, 40):
        held = look(book, minutes)
        assert held.left + held.each * len(held.waiting) == pytest.approx((60 - minutes) * 60)


def test_a_pause_takes_no_time_from_the_theme() -> None:
    book = begin(desk(4), "i2", 15)
    clock = timing.pause(timing.clock_of(book, book.meeting), NOW + 20 * 60)
    assert look(put(book, clock), 45).left == 10 * 60


def test_minutes_given_beside_the_theme_are_its_own() -> None:
    book = begin(desk(4), "i2", 15)
    part, now = slots(book, book.meeting)[0], NOW + 20 * 60
    longer = theme_time.longer(book, book.meeting, part, 60, now)
    clock, logs = timing.add_minutes(book, book.meeting, 1, now)
    assert longer is not None
    book = put(book, longer, clock, *logs)
    held = look(book, 20)
    assert (held.given, held.left, held.each) == (16 * 60, 11 * 60, 15 * 60)


def test_a_part_that_is_made_shorter_is_shorter_for_all() -> None:
    book = begin(desk(4), "i2", 15)
    item = book.get(AgendaItem, "q")
    held = look(put(book, replace(item, minutes=45)), 15)
    assert held.given == held.each == 10 * 60


def test_one_that_is_set_in_motion_keeps_its_time_until_the_next_begins() -> None:
    from datetime import date

    book = begin(desk(3), "i2", 20)
    book = put(book, replace(book.get(Initiative, "i2"), launched=date(2026, 5, 20)))
    assert look(book, 25).initiative_id == "i2"
    book = begin(book, "i3", 25)
    assert look(book, 25).given == 35 * 60 and look(book, 25).waiting == ()


def test_the_last_theme_has_the_rest_and_nothing_follows() -> None:
    book = begin(begin(desk(2), "i2", 40), "i2", 40)
    held = look(book, 40)
    assert held.given == 20 * 60 and theme_time.following(book, held) == ""


def test_a_theme_can_have_time_again_and_be_taken_back() -> None:
    book = begin(begin(desk(4), "i2", 15), "i3", 30)
    part, now = slots(book, book.meeting)[0], NOW + 30 * 60
    back = theme_time.taken_back(book, book.meeting, part, now)
    assert back is not None and (back.initiative_id, back.had, back.sharers) == ("i2", "i1", 3)
    again = look(begin(book, "i1", 30), 30)
    assert again.initiative_id == "i1" and again.waiting == ("i4",)


def test_there_is_nothing_before_the_first() -> None:
    book = desk(3)
    assert theme_time.taken_back(book, book.meeting, slots(book, book.meeting)[0], NOW) is None


def test_what_was_stored_before_the_clock_was_set_back_does_not_count() -> None:
    book = begin(desk(4), "i3", 30)
    part = slots(book, book.meeting)[0]
    book = Book([each for each in book.everything() if not isinstance(each, ClockState)])
    clock, _ = timing.go_to(book, book.meeting, part, NOW)
    held = look(put(book, clock), 0)
    assert (held.initiative_id, held.given) == ("i1", 15 * 60)


def test_a_theme_taken_out_hands_its_time_on() -> None:
    book = begin(desk(4), "i2", 15)
    book = Book([each for each in book.everything() if each.id != "i2"])
    assert look(book, 20).initiative_id == "i3"


def test_without_themes_the_part_has_no_shares() -> None:
    book = desk(0)
    assert theme_time.share(book, book.meeting, slots(book, book.meeting)[0], NOW) is None


def test_the_state_is_stored_beside_the_part() -> None:
    book = begin(desk(3), "i2", 20)
    assert [each.id for each in book.of(ThemeTime)] == ["q"]
