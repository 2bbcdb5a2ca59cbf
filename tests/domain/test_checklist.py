"""The trio's checklist held against today."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.domain.sample import fresh, put, run
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.checklist import comes_too_late, is_afterwards, preparation, progress, tasks
from trivselsdesk.domain.commands.rows import AddRow
from trivselsdesk.domain.records import Task

TODAY = date(2026, 5, 12)


def tick(book: Book, text: str) -> None:
    put(book, *(replace(each, done=True) for each in tasks(book) if each.text == text))


def test_a_task_is_late_from_the_day_after() -> None:
    book = fresh()
    # »Læs resultaterne« was due on 11 May, »Send invitation« is due today.
    assert [each.text for each in progress(book, TODAY).late] == ["Læs resultaterne"]
    assert [each.text for each in progress(book, date(2026, 5, 13)).late] == [
        "Læs resultaterne",
        "Send invitation",
    ]


def test_a_ticked_task_is_neither_late_nor_next() -> None:
    book = fresh()
    tick(book, "Læs resultaterne")
    found = progress(book, TODAY)
    assert (found.done, found.total, found.late) == (1, 3, ())
    assert found.next is not None and found.next.text == "Send invitation"


def test_nothing_is_next_when_all_is_ticked() -> None:
    book = fresh()
    for each in tasks(book):
        tick(book, each.text)
    found = progress(book, TODAY)
    assert (found.done, found.next) == (3, None)


def test_a_task_without_a_day_is_never_late_and_comes_last() -> None:
    book = fresh()
    run(
        book,
        AddRow(
            programme_id=book.programme.id,
            record=Task(id="kage", programme_id=book.programme.id, text="Bag kage"),
            index=0,
        ),
    )
    assert tasks(book)[0].text == "Bag kage"
    for each in tasks(book)[1:]:
        assert progress(book, date(2026, 12, 1)).next != tasks(book)[0]
        tick(book, each.text)
    found = progress(book, date(2026, 12, 1))
    assert found.late == ()
    assert found.next is not None and found.next.text == "Bag kage"


def test_a_day_of_the_calendar_that_gets_ready_for_a_meeting_held_sooner_is_said() -> None:
    book = fresh()
    read = next(each for each in tasks(book) if each.text == "Læs resultaterne")
    assert not comes_too_late(book, read)
    before = preparation(book, date(2026, 5, 1)).total
    put(book, replace(book.meeting, day=date(2026, 5, 6)))
    assert comes_too_late(book, read), "due on 11 May, and it stands before what is done for the meeting"
    assert not is_afterwards(book, read) and preparation(book, date(2026, 5, 1)).total == before
    tick(book, read.text)
    assert not any(comes_too_late(book, each) for each in tasks(book))


def test_what_stands_after_the_meeting_in_the_list_belongs_after_it() -> None:
    book = fresh()
    put(book, replace(book.meeting, day=date(2026, 5, 20)))
    last = Task(id="sys", programme_id=book.programme.id, text="Skriv ind", rank=99.0, due=date(2026, 6, 30))
    put(book, last)
    assert is_afterwards(book, last) and not comes_too_late(book, last)
