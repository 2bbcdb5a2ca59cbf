"""The årshjul: what stands on it, what is late, what the law wants again, and what the process proposes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from trivselsdesk import paths
from trivselsdesk.domain.book import Book, Put
from trivselsdesk.domain.commands.base import Command
from trivselsdesk.domain.commands.rows import AddRow
from trivselsdesk.domain.commands.status import HoldFollowup
from trivselsdesk.domain.commands.wheel import HoldEvent
from trivselsdesk.domain.pack import Pack
from trivselsdesk.domain.records import Event, Initiative, Meeting, Milestone
from trivselsdesk.domain.wheel import (
    EVENT,
    FOLLOWUP,
    MEETING,
    MILESTONE,
    Mark,
    coming,
    event_of,
    latest_day,
    marks,
    moving,
    open_day,
    overdue,
    proposals,
    ring_of_place,
    undated,
    warnings,
)
from trivselsdesk.packs.example import build_example
from trivselsdesk.packs.loader import load_pack

TODAY = date(2026, 6, 5)
YEAR = (date(2026, 1, 1), date(2026, 12, 31))


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack(paths.resource_dir() / "packs" / "trivselsdialog")


@pytest.fixture
def book(pack: Pack) -> Book:
    text = paths.example_file().read_text(encoding="utf-8")
    return Book(build_example(pack, text, "follow"))


def run(book: Book, command: Command | None) -> None:
    assert command is not None
    book.apply(book.changes(command.edits(book)))


def put(book: Book, **values: object) -> Event:
    event = replace(Event(id="e", programme_id=book.programme.id, title="Personalemøde"), **values)
    book.apply(book.changes([Put(event)]))
    return event


def only(found: list[Mark], source: str) -> list[Mark]:
    return [each for each in found if each.source == source]


def test_followups_milestones_and_the_meeting_stand_there_by_themselves(book: Book, pack: Pack) -> None:
    found = marks(book, pack, *YEAR, TODAY)
    assert [each.day for each in only(found, MEETING)] == [date(2026, 5, 20)]
    frist = next(each for each in only(found, MILESTONE) if each.hard)
    assert frist.day == date(2026, 6, 30)
    days = {each.followup_day for each in book.of(Initiative) if each.followup_day}
    assert {each.day for each in only(found, FOLLOWUP)} == days
    assert only(found, EVENT) == []


def test_a_follow_up_stands_on_the_ring_of_its_place(pack: Pack) -> None:
    assert ring_of_place(pack, "Personalemøde kl. 14.30") == "staff"
    assert ring_of_place(pack, "Næste triomøde") == "trio"
    assert ring_of_place(pack, "MED") == "med"
    assert ring_of_place(pack, "i haven") == "staff"


def test_moving_a_mark_changes_the_record_it_is_a_view_of(book: Book, pack: Pack) -> None:
    def first(source: str) -> Mark:
        return only(marks(book, pack, *YEAR, TODAY), source)[-1]

    mark = first(FOLLOWUP)
    run(book, moving(book, mark, date(2026, 8, 12)))
    assert book.get(Initiative, mark.id).followup_day == date(2026, 8, 12)
    mark = first(MILESTONE)
    run(book, moving(book, mark, date(2026, 7, 7)))
    assert book.get(Milestone, mark.id).start == date(2026, 7, 7)
    mark = first(MEETING)
    run(book, moving(book, mark, date(2026, 5, 21)))
    assert book.get(Meeting, mark.id).day == date(2026, 5, 21)


def test_what_comes_again_stands_each_time_until_its_last_day(book: Book, pack: Pack) -> None:
    put(book, kind="meeting", day=date(2026, 1, 31), every_months=2, until=date(2026, 9, 15))
    found = only(marks(book, pack, *YEAR, TODAY), EVENT)
    assert [(each.day.month, each.day.day) for each in found] == [(1, 31), (3, 31), (5, 31), (7, 31)]
    assert [each.done for each in found] == [True, True, True, False]


def test_a_meeting_that_has_passed_is_over_but_a_follow_up_is_late(book: Book, pack: Pack) -> None:
    put(book, kind="meeting", day=date(2026, 6, 1))
    assert overdue(book, pack, TODAY) == []
    put(book, kind="followup", day=date(2026, 6, 1))
    assert [each.title for each in overdue(book, pack, TODAY)] == ["Personalemøde"]
    run(book, HoldEvent(programme_id=book.programme.id, event_id="e", day=date(2026, 6, 1)))
    assert overdue(book, pack, TODAY) == []


def test_an_initiatives_follow_up_is_late_until_it_is_said_to_be_held(book: Book, pack: Pack) -> None:
    later = date(2026, 6, 19)
    days = [each.day for each in overdue(book, pack, later)]
    assert days and set(days) == {date(2026, 6, 17)}
    shown = [each for each in only(marks(book, pack, *YEAR, later), FOLLOWUP) if each.day < later]
    assert shown and all(each.late and not each.done for each in shown)
    run(book, HoldFollowup(programme_id=book.programme.id, day=date(2026, 6, 17), next_day=None))
    assert overdue(book, pack, later) == []


def test_what_comes_within_ninety_days(book: Book, pack: Pack) -> None:
    put(book, day=date(2026, 9, 3))
    assert any(each.id == "e" for each in coming(book, pack, TODAY))
    put(book, day=date(2026, 9, 4))
    assert not any(each.id == "e" for each in coming(book, pack, TODAY))
    put(book, day=TODAY)
    assert any(each.id == "e" for each in coming(book, pack, TODAY))


@pytest.mark.parametrize(
    ("kind", "held", "latest"),
    [
        ("apv", date(2023, 5, 5), date(2026, 5, 5)),
        ("apv", date(2024, 2, 29), date(2027, 2, 28)),
        ("discussion", date(2025, 11, 20), date(2026, 11, 20)),
        ("meeting", date(2025, 11, 20), None),
    ],
)
def test_the_law_counts_from_the_last_time(kind: str, held: date, latest: date | None) -> None:
    assert latest_day(Event(id="e", programme_id="p", title="x", kind=kind, held=held)) == latest


@pytest.mark.parametrize(
    ("kind", "held", "day", "what"),
    [
        ("apv", date(2023, 5, 5), date(2026, 5, 5), "late"),
        ("apv", date(2023, 12, 5), date(2026, 12, 5), "soon"),
        ("apv", date(2023, 12, 6), date(2026, 12, 6), ""),
        ("apv", date(2024, 12, 1), date(2028, 1, 1), "planned_late"),
        ("discussion", date(2025, 8, 5), date(2026, 8, 5), "soon"),
        ("discussion", date(2025, 8, 6), date(2026, 8, 6), ""),
        ("discussion", date(2025, 5, 1), date(2026, 9, 1), "late"),
    ],
)
def test_the_program_says_so_in_good_time(book: Book, kind: str, held: date, day: date, what: str) -> None:
    put(book, kind=kind, held=held, day=day, every_months=LENGTHS[kind])
    assert [each.what for each in warnings(book, TODAY)] == ([what] if what else [])


LENGTHS = {"apv": 36, "discussion": 12}


def test_when_the_apv_is_held_the_next_is_three_years_on(book: Book) -> None:
    put(book, kind="apv", day=date(2026, 5, 5), every_months=36)
    run(book, HoldEvent(programme_id=book.programme.id, event_id="e", day=date(2026, 6, 2)))
    event = book.get(Event, "e")
    assert (event.held, event.day) == (date(2026, 6, 2), date(2029, 6, 2))
    assert open_day(event, TODAY) == date(2029, 6, 2)


def test_the_process_proposes_and_the_unit_takes_up(book: Book, pack: Pack) -> None:
    found = {each.source.id: each for each in proposals(book, pack, TODAY)}
    assert found["foerste_uger"].day == date(2026, 6, 10)  # three weeks after the meeting
    assert found["status"].day == date(2026, 7, 3)  # two weeks after it and each month: the next
    assert found["evaluering"].day == date(2026, 8, 31)  # August or September (002: F13)
    assert found["egen_indsats"].day == date(2026, 9, 7)
    assert found["droeftelse"].day == date(2026, 11, 20)
    assert found["apv"].day == date(2029, 5, 5)
    assert {each.source.ring for each in found.values()} == {"staff", "trio", "med"}
    assert all(each.source.source for each in found.values())
    run(book, AddRow(programme_id=book.programme.id, record=event_of(book, found["apv"])))
    assert "apv" not in {each.source.id for each in proposals(book, pack, TODAY)}
    assert next(iter(book.of(Event))).every_months == 36


def test_what_could_only_have_been_held_is_proposed_without_a_day(book: Book, pack: Pack) -> None:
    found = {each.source.id: each.day for each in proposals(book, pack, date(2026, 7, 1))}
    assert found["foerste_uger"] is None
    assert found["triomoede"] == date(2026, 8, 10)


def test_without_a_day_it_waits(book: Book, pack: Pack) -> None:
    put(book, day=None)
    assert [each.title for each in undated(book)] == ["Personalemøde"]
    assert only(marks(book, pack, *YEAR, TODAY), EVENT) == []


@pytest.mark.parametrize("year", [1900, 1999, 2098, 2101, 2199])
def test_days_far_from_any_calendar_stop_nobody(pack: Pack, book: Book, year: int) -> None:
    strange = date(year, 6, 1)
    law = Event(
        id="law",
        programme_id=book.programme.id,
        title="APV",
        kind="apv",
        day=strange,
        held=strange,
        every_months=36,
    )
    book.apply(book.changes([Put(law), Put(replace(book.meeting, day=strange))]))
    warnings(book, TODAY)
    proposals(book, pack, TODAY)
    marks(book, pack, *YEAR, TODAY)
    overdue(book, pack, TODAY)
    HoldEvent(programme_id=book.programme.id, event_id="law", day=strange).edits(book)
