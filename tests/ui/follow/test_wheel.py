"""The årshjul in the window: add, edit, move by mouse and keys, tick off, delete, undo, calendar file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import icalendar
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from tests.ui.desk import Desk, example_desk
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.commands.wheel import WriteEvent
from trivselsdesk.domain.records import Event, Initiative, Milestone
from trivselsdesk.domain.wheel import EVENT, FOLLOWUP, MILESTONE
from trivselsdesk.ui.follow.forms.page import FormsSection
from trivselsdesk.ui.follow.room import FollowRoom
from trivselsdesk.ui.follow.wheel import page as page_module
from trivselsdesk.ui.follow.wheel.dialogs import EventDialog, FollowupDialog
from trivselsdesk.ui.follow.wheel.page import WheelSection
from trivselsdesk.ui.follow.wheel.row import DateRow
from trivselsdesk.ui.widgets import dialog as dialog_module


@pytest.fixture
def at(tmp_path: Path, qapp: QApplication) -> Iterator[Desk]:
    desk = example_desk(tmp_path, "follow")
    yield desk
    desk.bridge.store.close()


@pytest.fixture
def page(at: Desk, qtbot: QtBot) -> WheelSection:
    return enter(at, qtbot)


def enter(at: Desk, qtbot: QtBot) -> WheelSection:
    room = FollowRoom(at.bridge)
    qtbot.addWidget(room)
    at.bridge.changed.connect(room.take)
    room.resize(1440, 840)
    room.show_programme(at.programme_id, "statuspil")
    room.open_page("wheel")
    room.show()
    QApplication.processEvents()
    page = room.page("wheel")
    assert isinstance(page, WheelSection)
    page._room = room  # type: ignore[attr-defined]  # or it is collected
    return page


def put(at: Desk, **values: Any) -> None:
    known = {"title": "Personalemøde", "ring": "staff", "kind": "meeting", "day": date(2026, 6, 24)}
    at.bridge.run(WriteEvent(programme_id=at.programme_id, event_id="e" * 32, values=known | values))


def event(at: Desk) -> Event:
    return at.book.get(Event, "e" * 32)


def row(rows: list[DateRow], title: str) -> DateRow:
    return next(each for each in rows if each.title.text() == title)


def test_the_next_ninety_days_stand_beside_the_wheel(page: WheelSection) -> None:
    said = [each.accessibleName() for each in page.soon.rows()]
    assert any(each.startswith("Opfølgning: ") and "17. juni, Personalemøder" in each for each in said)
    assert any("Sidste frist" in each and "fast frist, om 25 dage" in each for each in said)
    assert page.wheel.accessibleName().startswith("Årshjul 2026, ")


def test_proposals_are_taken_up_one_or_all_and_undone(page: WheelSection, at: Desk) -> None:
    assert not page.proposed.isHidden() and len(page.proposed.lines) == 9
    page.proposed.lines["apv"].take.click()
    assert [each.title for each in at.book.of(Event)] == ["Ny APV"]
    assert len(page.proposed.lines) == 8
    page.proposed.all.click()
    assert len(list(at.book.of(Event))) == 9 and page.proposed.isHidden()
    at.undo()
    assert len(list(at.book.of(Event))) == 1
    at.undo()
    assert not list(at.book.of(Event)) and len(page.proposed.lines) == 9


def test_a_date_is_added_with_all_that_belongs_to_it_and_is_there_after_a_restart(
    page: WheelSection, at: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill(dialog: EventDialog) -> int:
        dialog.what.set_value("Sommerfest og status")
        dialog.kind.set_value("other")
        dialog.day.set_value(date(2026, 8, 20))
        dialog.start.set_value(16 * 60)
        dialog.again.set_value("12")
        dialog.place.set_value("Haven")
        dialog.accept()
        return int(dialog.result())

    monkeypatch.setattr(EventDialog, "exec", fill)
    page.add.click()
    found = row(page.soon.rows(), "Sommerfest og status")
    assert found.when.whole_text() == "20. august kl. 16.00 · om 76 dage"
    assert found.facts.whole_text() == "Personalemøder · Haven · hvert år"
    again = at.reopen()
    kept = row(enter(again, qtbot).soon.rows(), "Sommerfest og status")
    assert kept.facts.whole_text() == "Personalemøder · Haven · hvert år"
    again.bridge.store.close()


def test_a_date_that_cannot_be_read_keeps_the_dialog_and_all_that_was_typed(
    page: WheelSection, at: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    blank = Event(id="n" * 32, programme_id=at.programme_id, title="")
    dialog = EventDialog(at.bridge, at.book, (), blank, new=True, parent=None)
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog._yes.isEnabled()
    QTest.keyClicks(dialog.what, "Møde")
    QTest.keyClicks(dialog.day, "engang")
    dialog.accept()
    assert dialog.isVisible() and dialog.day.property("error")
    assert dialog.values()["title"] == "Møde"
    asked: list[str] = []

    def answer(parent: object, title: str, *rest: object, danger: bool) -> bool:
        asked.append(title)
        return len(asked) > 1

    monkeypatch.setattr(dialog_module, "ask", answer)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible(), "Esc drops nothing before somebody has said so"
    assert dialog.day.text() == "engang"
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert asked == ["Skal det, du har skrevet, ikke gemmes?"] * 2


def test_a_dialog_in_which_nothing_was_typed_closes_at_once(at: Desk, qtbot: QtBot) -> None:
    blank = Event(id="n" * 32, programme_id=at.programme_id, title="", day=date(2026, 8, 20))
    dialog = EventDialog(at.bridge, at.book, (), blank, new=True, parent=None)
    qtbot.addWidget(dialog)
    dialog.show()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_what_the_dialog_has_no_choice_for_stays_as_it_was(at: Desk, qtbot: QtBot) -> None:
    left_out = Initiative(id="l" * 32, programme_id=at.programme_id, card_id="x", name="Roen")
    strange = Event(
        id="n" * 32,
        programme_id=at.programme_id,
        title="Rundt om roen",
        ring="tårn",
        kind="fest",
        initiative_id=left_out.id,
    )
    book = Book([*at.book.everything(), left_out, strange])
    dialog = EventDialog(at.bridge, book, (), strange, new=False, parent=None)
    qtbot.addWidget(dialog)
    kept = dialog.values()
    assert (kept["ring"], kept["kind"], kept["initiative_id"]) == ("tårn", "fest", left_out.id)
    assert dialog.about.currentText() == "Roen"
    dialog.kind.set_value("apv")
    gone = replace(strange, initiative_id="væk")
    again = EventDialog(at.bridge, book, (), gone, new=False, parent=None)
    qtbot.addWidget(again)
    assert dialog.values()["kind"] == "apv" and again.values()["initiative_id"] == "væk"


def test_keys_on_a_row_move_it_and_the_keyboard_stays(page: WheelSection, at: Desk) -> None:
    put(at)
    here = row(page.soon.rows(), "Personalemøde")
    here.setFocus()
    QTest.keyClick(here, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert event(at).day == date(2026, 6, 25)
    QTest.keyClick(here, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert event(at).day == date(2026, 7, 2)
    assert here.hasFocus() and here.when.whole_text().startswith("2. juli")
    at.undo()
    assert event(at).day == date(2026, 6, 25)


def test_space_marks_it_as_held_and_delete_deletes_it(page: WheelSection, at: Desk) -> None:
    put(at, kind="followup", day=date(2026, 6, 1))
    here = row(page.late.rows(), "Personalemøde")
    assert here.when.whole_text() == "1. juni · ikke markeret som holdt · 4 dage over"
    QTest.keyClick(here, Qt.Key.Key_Space)
    assert event(at).done and page.late.isHidden()
    at.undo()
    here = row(page.late.rows(), "Personalemøde")
    QTest.keyClick(here, Qt.Key.Key_Delete)
    assert at.book.find(Event, "e" * 32) is None
    at.undo()
    assert event(at).title == "Personalemøde"


def test_the_wheel_goes_from_date_to_date_and_moves_with_the_keys(page: WheelSection, at: Desk) -> None:
    put(at)
    wheel = page.wheel
    wheel.setFocus(Qt.FocusReason.TabFocusReason)
    while "Personalemøde, 24. juni" not in wheel.accessibleDescription():
        before = wheel.current()
        QTest.keyClick(wheel, Qt.Key.Key_Right)
        assert wheel.current() != before
    QTest.keyClick(wheel, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert event(at).day == date(2026, 6, 23)
    assert "Personalemøde, 23. juni" in wheel.accessibleDescription()


def test_a_date_is_dragged_along_its_ring(page: WheelSection, at: Desk) -> None:
    put(at, day=date(2026, 10, 1))
    wheel = page.wheel
    spot = next(each for each in wheel._spots if each.mark.source == EVENT)
    begin = wheel._dot(spot).toPoint()
    middle = wheel._place().middle.toPoint()
    left = QPoint(middle.x() - (begin - middle).manhattanLength(), middle.y() - 60)
    QTest.mousePress(wheel, Qt.MouseButton.LeftButton, pos=begin)
    QTest.mouseMove(wheel, left)
    assert event(at).day == date(2026, 10, 1)  # only the screen moves
    QTest.keyClick(wheel, Qt.Key.Key_Escape)
    QTest.mouseRelease(wheel, Qt.MouseButton.LeftButton, pos=left)
    assert event(at).day == date(2026, 10, 1)
    QTest.mousePress(wheel, Qt.MouseButton.LeftButton, pos=begin)
    QTest.mouseMove(wheel, left)
    QTest.mouseRelease(wheel, Qt.MouseButton.LeftButton, pos=left)
    moved = event(at).day
    assert moved is not None and date(2026, 10, 2) < moved < date(2026, 11, 15)
    at.undo()
    assert event(at).day == date(2026, 10, 1)


def test_a_follow_up_is_the_initiatives_own(
    page: WheelSection, at: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill(dialog: FollowupDialog) -> int:
        dialog.day.set_value(date(2026, 8, 19))
        dialog.place.set_value("Triomøde")
        dialog.accept()
        return int(dialog.result())

    monkeypatch.setattr(FollowupDialog, "exec", fill)
    here = next(each for each in page._shown.values() if each.source == FOLLOWUP)
    page.open_mark(here.key)
    initiative = at.book.get(Initiative, here.id)
    assert (initiative.followup_day, initiative.followup_place) == (date(2026, 8, 19), "Triomøde")
    shown = next(each for each in page._shown.values() if each.id == here.id)
    assert shown.ring == "trio"
    page.remove(shown.key)  # is not the wheel's to delete
    assert at.book.get(Initiative, here.id).followup_day == date(2026, 8, 19)


def test_a_milestone_moves_as_a_whole(page: WheelSection, at: Desk) -> None:
    here = next(
        each for each in page._shown.values() if each.source == MILESTONE and each.end == date(2026, 6, 30)
    )
    span = here.end - here.day
    page.move_mark(here.key, date(2026, 5, 12))
    milestone = at.book.get(Milestone, here.id)
    assert milestone.start == date(2026, 5, 12)
    assert milestone.end is None or milestone.end - milestone.start == span


def test_a_deadline_that_others_have_set_is_not_moved_by_a_slip(page: WheelSection, at: Desk) -> None:
    said: list[str] = []
    page.toast.connect(lambda _, words: said.append(words))
    here = next(each for each in page._shown.values() if each.hard)
    page.move_mark(here.key, date(2026, 7, 1))
    assert at.book.get(Milestone, here.id).start == date(2026, 6, 30)
    assert said == ["Den frist har andre sat. Åbn den med Enter, hvis den er ændret."]


def test_the_law_speaks_in_good_time(page: WheelSection, at: Desk) -> None:
    put(at, title="APV", kind="apv", every_months=36, held=date(2023, 9, 1), day=date(2026, 9, 1))
    assert page.warned.sentences() == [
        "»APV« skal holdes senest 1. september 2026. Er dagen aftalt med alle?"
    ]
    put(at, title="APV", kind="apv", held=date(2023, 6, 1), day=date(2026, 9, 1))
    assert page.warned.sentences() == ["»APV« skulle være holdt senest 1. juni 2026. Aftal en dag nu."]


def test_the_whole_year_as_a_list_and_another_year(page: WheelSection, at: Desk) -> None:
    put(at, day=date(2027, 3, 2))
    page.show_view("list")
    titles = [each.title.text() for each in page.all.rows()]
    assert "Store MED dag: den lokale proces planlægges" in titles and "Personalemøde" not in titles
    page.after.click()
    assert [each.title.text() for each in page.all.rows()] == ["Personalemøde"]
    page.after.click()
    assert not page.nothing.isHidden()


def test_a_calendar_file_of_all_or_of_one(
    page: WheelSection, at: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(at)
    target = tmp_path / "aar.ics"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    said: list[str] = []
    page.toast.connect(lambda _, words: said.append(words))
    page.calendar.click()
    every = icalendar.Calendar.from_ical(target.read_bytes()).walk("VEVENT")
    assert "Personalemøde" in {str(each["summary"]) for each in every} and len(every) > 4
    assert said == ["Gemt: aar.ics"]
    target.unlink()
    page._menu_key = next(each.key for each in page._shown.values() if each.source == EVENT)
    page._menu_save()
    one = icalendar.Calendar.from_ical(target.read_bytes()).walk("VEVENT")
    assert [str(each["summary"]) for each in one] == ["Personalemøde"]


def test_the_yearly_discussion_leads_to_its_form(page: WheelSection, at: Desk) -> None:
    put(at, title="Drøftelse i november", kind="discussion")
    key = next(each.key for each in page._shown.values() if each.id == "e" * 32)
    page.open_form(key)
    room = page._room  # type: ignore[attr-defined]
    opened = room.section
    assert isinstance(opened, FormsSection) and room.tabs.value() == "forms"
    assert opened.desk.form is not None and opened.desk.form.title == "Årlig arbejdsmiljødrøftelse"


def test_a_meeting_has_no_form(page: WheelSection, at: Desk) -> None:
    put(at)
    page.open_form(next(each.key for each in page._shown.values() if each.id == "e" * 32))
    assert page._room.section is page  # type: ignore[attr-defined]


def test_papers_are_asked_for(page: WheelSection) -> None:
    wanted: list[str] = []
    page.open_document.connect(wanted.append)
    page._print_small()
    page._print_large()
    assert wanted == ["aarshjul", "aarshjul_a3"] and page.document() == "aarshjul"
    assert page_module.rings(page.pack)
