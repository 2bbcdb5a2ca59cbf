"""A due ends in one date, however it was said, and moves with the meeting it was tied to."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trivselsdesk.domain.book import Book
from trivselsdesk.domain.commands.base import Command
from trivselsdesk.domain.commands.dates import SetMeetingDay
from trivselsdesk.domain.commands.plan import WriteAction
from trivselsdesk.domain.commands.rows import RemoveRow
from trivselsdesk.domain.commands.wheel import HoldEvent, MoveEvent, WriteEvent
from trivselsdesk.domain.due import due_of, due_source, named_days, next_time, parse_deadline, read_due
from trivselsdesk.domain.months import add_months, friday_of, last_of_month, repeats
from trivselsdesk.domain.records import Action, Event, Initiative, Meeting, Programme

TODAY = date(2026, 5, 12)  # a Tuesday
DAYS = st.dates(min_value=date(2001, 1, 1), max_value=date(2080, 12, 31))
P = "p"


def a_book() -> Book:
    return Book(
        [
            Programme(id=P, programme_id=P, pack_id="x", pack_version="1", name="Kastanjen"),
            Meeting(id="m", programme_id=P, pack_meeting="w", title="Trivselsdialog", day=date(2026, 5, 20)),
            Event(
                id="staff",
                programme_id=P,
                title="Personalemøde",
                kind="meeting",
                day=date(2026, 3, 31),
                every_months=1,
            ),
            Event(id="med", programme_id=P, title="MED-møde", kind="meeting", day=date(2026, 9, 1)),
            Initiative(id="i", programme_id=P, name="Ro"),
            Action(id="a", programme_id=P, initiative_id="i", title="Skilte"),
        ]
    )


def run(book: Book, command: Command) -> None:
    book.apply(book.changes(command.edits(book)))


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 5, 12), 36, date(2029, 5, 12)),
    ],
)
def test_a_month_on_is_the_same_day_or_the_last_of_the_month(day: date, months: int, then: date) -> None:
    assert add_months(day, months) == then


def test_the_calendar_has_an_end() -> None:
    with pytest.raises(ValueError):
        add_months(date(2099, 1, 1), 1200)


@given(DAYS, st.integers(min_value=-12, max_value=200))
def test_months_on_never_leave_the_month_that_was_meant(day: date, months: int) -> None:
    then = add_months(day, months)
    assert (then.year - day.year) * 12 + then.month - day.month == months
    assert then.day == min(day.day, last_of_month(then).day)


@given(DAYS, st.integers(min_value=1, max_value=36), st.integers(min_value=0, max_value=2000))
def test_what_comes_again_is_counted_from_the_first(first: date, every: int, ahead: int) -> None:
    start = first + timedelta(days=ahead - 500)
    end = start + timedelta(days=800)
    times = range(((end.year - first.year) * 12 + 12) // every + 1)
    counted = [add_months(first, every * number) for number in times]
    assert repeats(first, every, start, end) == [day for day in counted if start <= day <= end]


def test_what_begins_on_a_31st_comes_back_to_it() -> None:
    days = repeats(date(2026, 1, 31), 1, date(2026, 1, 1), date(2026, 4, 30))
    assert [day.day for day in days] == [31, 28, 31, 30]


@pytest.mark.parametrize(
    ("typed", "day", "words"),
    [
        ("senest om 2 måneder", date(2026, 7, 12), "senest om 2 måneder"),
        ("Senest om 1 måned", date(2026, 6, 12), "Senest om 1 måned"),
        ("om 14 dage", date(2026, 5, 26), "om 14 dage"),
        ("inden for to uger", date(2026, 5, 26), "inden for to uger"),
        ("næste uge", date(2026, 5, 22), "næste uge"),
        ("denne uge", date(2026, 5, 15), "denne uge"),
        ("næste måned", date(2026, 6, 30), "næste måned"),
        ("om et halvt år", date(2026, 11, 12), "om et halvt år"),
        ("uge 35", date(2026, 8, 28), "uge 35"),
        ("uge 2", date(2027, 1, 15), "uge 2"),
        ("1. juni", date(2026, 6, 1), ""),
        ("inden 1. juni", date(2026, 6, 1), ""),
        ("senest fredag", date(2026, 5, 15), ""),
    ],
)
def test_reads_how_people_say_when(typed: str, day: date, words: str) -> None:
    due = parse_deadline(typed, TODAY)
    assert due is not None
    assert (due.day, due.words) == (day, words)


@pytest.mark.parametrize(
    "typed", ["snart", "hurtigst muligt", "løbende", "uge 60", "om lidt", "ved lejlighed"]
)
def test_vague_words_are_no_date(typed: str) -> None:
    assert read_due(a_book(), typed, TODAY) is None


@pytest.mark.parametrize(
    ("typed", "anchor", "day"),
    [
        ("næste personalemøde", "staff", date(2026, 5, 31)),
        ("på personalemødet", "staff", date(2026, 5, 31)),
        ("senest ved næste MED-møde", "med", date(2026, 9, 1)),
        ("næste møde", "m", date(2026, 5, 20)),
    ],
)
def test_a_meeting_can_be_named(typed: str, anchor: str, day: date) -> None:
    due = read_due(a_book(), typed, TODAY)
    assert due is not None
    assert (due.event_id, due.day) == (anchor, day)


def test_no_words_are_no_due() -> None:
    due = read_due(a_book(), "  ", TODAY)
    assert due is not None and due.day is None


def test_the_meetings_to_choose_from_stand_in_order_each_at_its_next_time() -> None:
    assert [(each.title, each.day) for each in named_days(a_book(), TODAY)] == [
        ("Trivselsdialog", date(2026, 5, 20)),
        ("Personalemøde", date(2026, 5, 31)),
        ("MED-møde", date(2026, 9, 1)),
    ]


def tied(book: Book, typed: str) -> None:
    due = read_due(book, typed, TODAY)
    assert due is not None
    run(book, WriteAction(programme_id=P, action_id="a", initiative_id="i", values=due.values()))


def test_moving_the_meeting_moves_what_is_due_at_it() -> None:
    book = a_book()
    tied(book, "næste MED-møde")
    assert due_source(book, book.get(Action, "a")) == "MED-møde"
    run(book, WriteEvent(programme_id=P, event_id="med", values={"day": date(2026, 9, 15)}))
    assert due_of(book, book.get(Action, "a")) == date(2026, 9, 15)
    run(book, MoveEvent(programme_id=P, event_id="med", from_day=date(2026, 9, 15), to_day=date(2026, 9, 8)))
    assert due_of(book, book.get(Action, "a")) == date(2026, 9, 8)


def test_moving_the_meeting_of_the_process_moves_it_too() -> None:
    book = a_book()
    tied(book, "næste møde")
    run(book, SetMeetingDay(programme_id=P, meeting_id="m", day=date(2026, 5, 27)))
    assert due_of(book, book.get(Action, "a")) == date(2026, 5, 27)


def test_a_due_keeps_its_day_when_the_meeting_is_deleted() -> None:
    book = a_book()
    tied(book, "næste MED-møde")
    run(book, RemoveRow(programme_id=P, kind=Event, id="med"))
    action = book.get(Action, "a")
    assert (action.due, action.due_event, due_source(book, action)) == (date(2026, 9, 1), "", "")


def test_held_stays_and_the_coming_times_move() -> None:
    book = a_book()
    run(book, HoldEvent(programme_id=P, event_id="staff", day=date(2026, 4, 30)))
    run(
        book, MoveEvent(programme_id=P, event_id="staff", from_day=date(2026, 5, 31), to_day=date(2026, 6, 3))
    )
    staff = book.get(Event, "staff")
    assert (staff.held, staff.day) == (date(2026, 4, 30), date(2026, 6, 3))
    assert next_time(staff, date(2026, 6, 4)) == date(2026, 7, 3)


def test_held_can_be_taken_back_to_the_time_before() -> None:
    book = a_book()
    run(book, HoldEvent(programme_id=P, event_id="staff", day=date(2026, 4, 30)))
    run(book, HoldEvent(programme_id=P, event_id="staff", day=date(2026, 4, 30), held=False))
    assert book.get(Event, "staff").held == date(2026, 3, 31)


def test_a_yearly_discussion_that_was_not_held_after_all_is_to_be_held_on_its_day_again() -> None:
    book, day = a_book(), date(2026, 5, 12)
    run(
        book,
        WriteEvent(
            programme_id=P,
            event_id="amd",
            values={"title": "Drøftelse", "kind": "discussion", "day": day, "every_months": 12},
        ),
    )
    run(book, HoldEvent(programme_id=P, event_id="amd", day=day))
    assert (book.get(Event, "amd").held, book.get(Event, "amd").day) == (day, date(2027, 5, 12))
    run(book, HoldEvent(programme_id=P, event_id="amd", day=day, held=False))
    assert (book.get(Event, "amd").held, book.get(Event, "amd").day) == (None, day)
    # A next time that somebody has agreed on since stays as it was agreed.
    run(book, HoldEvent(programme_id=P, event_id="amd", day=day))
    run(book, WriteEvent(programme_id=P, event_id="amd", values={"day": date(2027, 4, 1)}))
    run(book, HoldEvent(programme_id=P, event_id="amd", day=day, held=False))
    assert (book.get(Event, "amd").held, book.get(Event, "amd").day) == (None, date(2027, 4, 1))


def test_what_was_answered_about_a_date_waits_when_the_disk_is_full() -> None:
    asked = WriteEvent(programme_id=P, event_id="staff", values={"title": "Møde"}, fold=False)
    assert asked.retry_key() and not asked.fold_key(), "each answer of the dialog is a step of its own"


def test_friday_of_a_week_is_its_friday_also_from_a_sunday() -> None:
    assert friday_of(date(2026, 5, 17)) == date(2026, 5, 15)
