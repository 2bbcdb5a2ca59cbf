"""The meeting on top of the start room."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.start.hands import Desk, person, tasks_done
from trivselsdesk.domain.commands.rows import PutRecord
from trivselsdesk.domain.records import ClockState, Person, SlotLog


def test_todays_meeting_stands_on_top(desk: Desk) -> None:
    desk.add("Egetræet", day=date(2026, 5, 22))
    programme_id = desk.add("Børnehuset Kastanjen", person("Anne"), person("Bo"), day=date(2026, 5, 20))
    tasks_done(desk, programme_id, but="projektor")
    hero = desk.room.hero
    assert hero.programme_id == programme_id
    assert hero.when.text() == "I dag kl. 13.00"
    assert hero.facts.text() == "Trivselsdialog · Salen · 2 deltagere · slutter 15.40"
    assert "opgaver er klar" in hero.ready.text() and "Mangler: " in hero.ready.text()
    assert hero.start.text() == "Start mødet" and hero.start.kind() == "primary"
    assert "13.20 Vores hverdag" in hero.timeline.toolTip()


def test_its_buttons_open_the_meeting_the_preparation_and_the_print(desk: Desk) -> None:
    programme_id = desk.add("Kastanjen", day=date(2026, 5, 20))
    hero = desk.room.hero
    for button in (hero.start, hero.prepare, hero.print):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert desk.opened == [(programme_id, "afhold"), (programme_id, "forbered"), (programme_id, "forbered")]
    assert desk.documents == ["drejebog"]


def test_a_meeting_within_a_week_is_counted_down_to(desk: Desk) -> None:
    desk.add("Kastanjen", day=date(2026, 5, 23))
    hero = desk.room.hero
    assert hero.when.text() == "Om 3 dage"
    assert hero.start.kind() == "plain" and hero.prepare.kind() == "primary"


def test_a_meeting_far_off_held_or_deleted_is_not_shown(desk: Desk) -> None:
    desk.add("Sidste uge", day=date(2026, 5, 13))
    desk.add("Til efteråret", day=date(2026, 9, 1))
    desk.add("Slettet", day=date(2026, 5, 20), deleted=True)
    desk.add("Færdig", day=date(2026, 5, 20), closed=True)
    assert not desk.room.hero.isVisible()


def test_a_meeting_under_way_is_gone_on_with_and_one_that_ended_is_not(desk: Desk) -> None:
    programme_id = desk.add("Kastanjen", day=date(2026, 5, 20))
    meeting = desk.bridge.book(programme_id).meeting
    clock = ClockState(id=meeting.id, programme_id=programme_id, state="paused", slot="x", left=60)
    assert desk.bridge.run(PutRecord(programme_id=programme_id, record=clock))
    assert desk.room.hero.start.text() == "Fortsæt mødet"
    assert desk.room.hero.when.text() == "Mødet er i gang"
    ended = ClockState(id=meeting.id, programme_id=programme_id, state="ended")
    assert desk.bridge.run(PutRecord(programme_id=programme_id, record=ended))
    assert not desk.room.hero.isVisible()


def test_a_meeting_under_way_stands_before_another_of_the_same_day(desk: Desk) -> None:
    under_way = desk.add("Kastanjen", day=date(2026, 5, 22))
    desk.add("Egetræet", day=date(2026, 5, 20))
    meeting = desk.bridge.book(under_way).meeting
    clock = ClockState(id=meeting.id, programme_id=under_way, state="paused", slot="x", left=60)
    assert desk.bridge.run(PutRecord(programme_id=under_way, record=clock))
    assert desk.room.hero.programme_id == under_way


def test_a_copy_takes_no_clock_along(desk: Desk) -> None:
    first = desk.add("Kastanjen", person("Anne"), day=date(2026, 5, 20))
    meeting = desk.bridge.book(first).meeting
    clock = ClockState(id=meeting.id, programme_id=first, state="running", slot="x", deadline=9e9)
    assert desk.bridge.run(PutRecord(programme_id=first, record=clock))
    log = SlotLog(id="x", programme_id=first, meeting_id=meeting.id, started=1.0)
    assert desk.bridge.run(PutRecord(programme_id=first, record=log))
    desk.choose("Kastanjen", "Lav en kopi")
    copy = next(each.id for each in desk.bridge.programmes() if each.id != first)
    book = desk.bridge.book(copy)
    assert not list(book.of(ClockState)) and not list(book.of(SlotLog))
    assert [each.name for each in book.of(Person)] == ["Anne"]
    assert book.meeting.day == date(2026, 5, 20)
    assert desk.room.hero.programme_id == first
