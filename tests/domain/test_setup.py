"""A new programme: the pack's rows as the unit's own, and days counted from the right anchor."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from tests.domain.sample import MEETING_DAY, PACK, counter, fresh, run
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.commands.dates import SetMeetingDay
from trivselsdesk.domain.commands.rows import EditFields
from trivselsdesk.domain.pack import Due, PackMilestone
from trivselsdesk.domain.records import AgendaItem, Milestone, Rule, Step, Task
from trivselsdesk.domain.setup import due_date, milestone_words, new_programme, owner_word


def task(book: Book, key: str) -> Task:
    return book.get(Task, f"{book.programme.id}:task:{key}")


def move_meeting(book: Book, day: date | None) -> None:
    run(book, SetMeetingDay(programme_id=book.programme.id, meeting_id=book.meeting.id, day=day))


def test_a_new_programme_holds_the_whole_process_and_no_date() -> None:
    book = fresh(day=None)
    assert book.programme.name == "Kastanjen"
    assert (book.programme.pack_id, book.programme.pack_version) == ("proeve", "1.0")
    assert book.programme.created == "2026-05-05T09:00:00"
    assert book.meeting.day is None
    assert [each.title for each in book.items(book.meeting.id)] == [
        each.title for each in PACK.meetings[0].items
    ]
    assert [each.minutes for each in book.items(book.meeting.id)] == [10, 10, 40, 20, 60, 10]
    assert [each.text for each in book.ranked(Rule)] == list(PACK.rules)
    assert len(list(book.of(Step))) == 3


def test_two_programmes_of_the_same_process_share_no_row() -> None:
    now = datetime(2026, 5, 5, 9, 0)
    first = {each.id for each in new_programme(PACK, "Den ene", now)}
    second = {each.id for each in new_programme(PACK, "Den anden", now)}
    assert not first & second


def test_every_row_belongs_to_the_programme() -> None:
    book = fresh()
    assert {each.programme_id for each in book.everything()} == {book.programme.id}


def test_the_same_ids_give_the_same_programme() -> None:
    now = datetime(2026, 5, 5, 9, 0)
    assert new_programme(PACK, "K", now, counter()) == new_programme(PACK, "K", now, counter())


def test_owners_are_words_that_people_use() -> None:
    book = fresh()
    assert task(book, "laes").owner == "Trioen"
    assert task(book, "invitation").owner == "Leder"
    assert owner_word(PACK, "all") == "Alle"
    assert owner_word(PACK, "Karin") == "Karin"


def test_tasks_that_count_from_the_meeting_have_no_day_before_it_has() -> None:
    book = fresh(day=None)
    assert task(book, "invitation").due is None
    assert task(book, "laes").due == date(2026, 5, 11)


def test_tasks_follow_the_meeting_when_it_moves() -> None:
    book = fresh()
    assert task(book, "invitation").due == date(2026, 5, 12)
    assert task(book, "projektor").due == MEETING_DAY
    move_meeting(book, date(2026, 6, 3))
    assert task(book, "invitation").due == date(2026, 5, 26)
    assert task(book, "laes").due == date(2026, 5, 11)
    move_meeting(book, None)
    assert task(book, "projektor").due is None


def test_a_day_that_somebody_set_by_hand_stays() -> None:
    book = fresh()
    mine = task(book, "invitation")
    values = {"due": date(2026, 5, 8)}
    run(book, EditFields(programme_id=book.programme.id, kind=Task, id=mine.id, values=values))
    move_meeting(book, date(2026, 6, 3))
    assert task(book, "invitation").due == date(2026, 5, 8)


@pytest.mark.parametrize(
    ("due", "day"),
    [
        (Due(anchor="meeting", days=-9), date(2026, 5, 11)),
        (Due(anchor="rapport", days=1), date(2026, 5, 6)),
        (Due(anchor="webinar", days=1), date(2026, 5, 6)),
        (Due(anchor="frist"), date(2026, 6, 30)),
        # Thirty days into August and September is the last of August.
        (Due(anchor="evaluering", days=30), date(2026, 8, 31)),
        (Due(anchor="ukendt"), None),
        (None, None),
    ],
)
def test_a_task_is_due_so_many_days_from_its_anchor(due: Due | None, day: date | None) -> None:
    assert due_date(PACK, due, MEETING_DAY) == day


def test_milestones_say_what_a_day_and_a_span_do_not() -> None:
    words = {each.title: each.note for each in fresh().ranked(Milestone)}
    assert words["Webinar"] == "5., 6. og 11. maj 2026"
    assert words["Evaluering i MED"] == "august og september 2026"
    assert words["Rapporten er klar"] == ""
    assert words["Planerne føres ud i livet"] == "maj 2026 og frem"


def test_days_in_two_months_are_written_out() -> None:
    two = PackMilestone(id="m", title="M", days=(date(2026, 5, 29), date(2026, 6, 2)))
    assert milestone_words(two) == "29. maj 2026 og 2. juni 2026"


def test_texts_become_lines_that_the_unit_can_edit() -> None:
    book = fresh()
    row = next(each for each in book.of(AgendaItem) if each.pack_item == "hverdag")
    assert row.tool == "board"
    assert [each.tool for each in book.steps(row.id)] == ["board", "board", "sort"]
