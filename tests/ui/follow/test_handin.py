"""»Aflevering« in the real room: the countdown, the ticks, the sheets, and the way to what is missing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.desk import Desk, example_desk
from trivselsdesk.domain.commands.rows import EditFields
from trivselsdesk.domain.plan import actions_of, active_initiatives
from trivselsdesk.domain.records import Action, ApvPlan, Delivery, EntryMark, Initiative, Report, StaffNews
from trivselsdesk.ui import paper, places
from trivselsdesk.ui.follow.handin.apv_pane import ApvPane
from trivselsdesk.ui.follow.handin.copy_pane import CopyPane, CopyRow
from trivselsdesk.ui.follow.handin.news_pane import NewsPane
from trivselsdesk.ui.follow.handin.page import HandinSection
from trivselsdesk.ui.follow.handin.report_pane import ReportPane
from trivselsdesk.ui.follow.room import FollowRoom
from trivselsdesk.ui.widgets.fields import flush_all


@pytest.fixture
def at(tmp_path: Path, qapp: QApplication) -> Iterator[Desk]:
    desk = example_desk(tmp_path, "follow")
    yield desk
    desk.bridge.store.close()


@pytest.fixture
def room(at: Desk, qtbot: QtBot) -> FollowRoom:
    room = FollowRoom(at.bridge)
    qtbot.addWidget(room)
    at.bridge.changed.connect(room.take)
    room.resize(1366, 700)
    room.show_programme(at.programme_id, "statuspil")
    room.show()
    room.open_page("handin")
    QApplication.processEvents()
    return room


def _page(room: FollowRoom) -> HandinSection:
    page = room.page("handin")
    assert isinstance(page, HandinSection)
    return page


def _open(room: FollowRoom, key: str) -> object:
    _page(room).cards[key].open_button.click()
    QApplication.processEvents()
    return _page(room).pane


def _change(at: Desk, kind: type, record_id: str, **values: object) -> None:
    at.bridge.run(EditFields(programme_id=at.programme_id, kind=kind, id=record_id, values=dict(values)))


def test_the_deadline_counts_down_until_it_is_handed_in(room: FollowRoom, at: Desk) -> None:
    page = _page(room)
    assert page.countdown.words.text() == "Om 25 dage: Handleplanerne tastes ind"
    assert page.countdown.day.text() == "tirsdag 30. juni 2026 · fristen kan ikke flyttes"
    card = page.cards["indtastning"]
    assert "Trivselsmåling og APV 2026" in card.to.text()
    card.box.click()
    assert page.countdown.words.text() == "Om 25 dage: APV-handlingsplanen skal være klar"
    assert card.state.text() == "Afleveret 5. juni"
    at.undo()
    assert not card.box.isChecked() and not list(at.book.of(Delivery))


def test_enter_copies_and_goes_to_the_next_box(room: FollowRoom, at: Desk) -> None:
    pane = _open(room, "indtastning") or _page(room).pane
    assert isinstance(pane, CopyPane)
    first, second, *_ = pane.rows.values()
    first.copy_button.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(first.copy_button, Qt.Key.Key_Return)
    assert QGuiApplication.clipboard().text() == "Hård tone"
    assert QApplication.focusWidget() is second.copy_button or second.copy_button.hasFocus()
    QTest.keyClick(second.copy_button, Qt.Key.Key_Return)
    assert QGuiApplication.clipboard().text() == second.line.text


def _first(pane: object) -> CopyRow:
    assert isinstance(pane, CopyPane)
    return next(iter(pane.rows.values()))


def test_a_tick_says_when_the_field_has_changed_since(room: FollowRoom, at: Desk) -> None:
    row = _first(_page(room).pane)
    row.box.click()
    assert row.chip.text() == "Indtastet 5. juni" and row.box.isChecked()
    _change(at, Initiative, row.key[0], name="Tonen hos os")
    assert row.chip.text() == "Ændret siden 5. juni" and not row.box.isChecked()
    assert "1 ændret siden" in _page(room).cards["indtastning"].state.text()
    row.box.click()
    assert row.chip.text() == "Indtastet 5. juni"
    for _ in range(3):
        at.undo()
    assert not list(at.book.of(EntryMark)) and not row.chip.isVisible()


def test_a_box_without_text_cannot_be_copied(room: FollowRoom, at: Desk) -> None:
    pane = _page(room).pane
    assert isinstance(pane, CopyPane)
    row = next(each for each in pane.rows.values() if each.key[1] == "goal")
    _change(at, Initiative, row.key[0], goal="")
    assert not row.copy_button.isEnabled() and not row.box.isEnabled()
    assert row.text.text() == "Intet skrevet endnu"


def test_a_light_says_what_is_missing_and_leads_there(room: FollowRoom, at: Desk, qtbot: QtBot) -> None:
    pane = _open(room, "apv")
    assert isinstance(pane, ApvPane)
    initiative = active_initiatives(at.book)[1]
    action = actions_of(at.book, initiative.id)[0]
    card = pane.cards[initiative.id]
    assert card.lights["owner"].text() == "Ansvarlig"
    _change(at, Action, action.id, owner="")
    assert card.lights["owner"].text() == "Mangler ansvarlig"
    with qtbot.waitSignal(room.go) as went:
        card.button.click()
    assert went.args == ["plan"]
    assert at.bridge.setting(places.plan_area(at.programme_id)) == initiative.id


def test_sickness_absence_and_the_day_are_kept_and_undone(room: FollowRoom, at: Desk) -> None:
    pane = _open(room, "apv")
    assert isinstance(pane, ApvPane)
    assert "sygefravær" in pane.sickness.accessibleName()
    pane.sickness.setFocus()
    QTest.keyClicks(pane.sickness, "Korte pauser")
    flush_all()
    assert at.book.get(ApvPlan, at.programme_id).sickness == "Korte pauser"
    pane.revised.setFocus()
    QTest.keyClicks(pane.revised, "5/6")
    flush_all()
    assert "senest 5. juni 2029" in pane._renew.text()
    at.undo()
    at.undo()
    assert at.book.find(ApvPlan, at.programme_id) is None and pane.sickness.value() == ""


def test_the_news_follows_the_plan_until_somebody_writes(room: FollowRoom, at: Desk) -> None:
    pane = _open(room, "nyt")
    assert isinstance(pane, NewsPane)
    initiative = active_initiatives(at.book)[0]
    _change(at, Initiative, initiative.id, goal="Vi hilser på hinanden")
    assert "Mål: Vi hilser på hinanden" in pane.field.value()
    pane.names.click()
    assert "Karin" not in pane.field.value() and at.book.get(StaffNews, at.programme_id).anonymous
    pane.field.setFocus()
    pane.field.setPlainText("Kære alle")
    flush_all()
    pane.copy_button.click()
    assert QGuiApplication.clipboard().text() == "Kære alle"
    _change(at, Initiative, initiative.id, goal="Noget andet")
    assert pane.field.value() == "Kære alle" and "er ændret" in pane.state.text()
    pane.again_button.click()
    assert "Mål: Noget andet" in pane.field.value() and not pane.again_button.isVisible()
    at.undo()
    assert pane.field.value() == "Kære alle"


def test_whoever_empties_the_news_can_write_it_anew(room: FollowRoom, at: Desk) -> None:
    pane = _open(room, "nyt")
    assert isinstance(pane, NewsPane)
    made = pane.field.value()
    pane.field.setFocus()
    pane.field.setPlainText("Kære alle")
    flush_all()
    pane.field.setPlainText("")
    flush_all()
    assert pane.field.value() == "", "the old text does not come back under the hands of who writes"
    QTest.keyClicks(pane.field, "Hej")
    flush_all()
    assert at.book.get(StaffNews, at.programme_id).text == "Hej"
    pane.field.setPlainText("")
    flush_all()
    pane.copy_button.setFocus()
    assert pane.field.value() == made, "left empty, it follows the plan again"


def test_the_report_takes_what_the_year_proposes(room: FollowRoom, at: Desk) -> None:
    pane = _open(room, "afrapportering")
    assert isinstance(pane, ReportPane)
    assert pane.state.text().startswith("Én A4-side: Plads til")
    [row] = pane.proposal_rows
    row.button.click()
    assert at.book.get(Report, at.programme_id).successes.endswith("\n10 min. overblik kl. 14.45")
    assert not pane.proposal_rows
    assert room.focusWidget() is pane.successes, "not the arrow that leads out of the programme"
    at.undo()
    assert len(pane.proposal_rows) == 1
    pane.recipient.setFocus()
    QTest.keyClicks(pane.recipient, "Til dagtilbudslederen")
    flush_all()
    assert at.book.get(Report, at.programme_id).recipient == "Til dagtilbudslederen"


def test_a_report_that_is_too_long_names_the_longest_fields(room: FollowRoom, at: Desk) -> None:
    pane = _open(room, "afrapportering")
    assert isinstance(pane, ReportPane)
    _change(at, Initiative, active_initiatives(at.book)[2].id, goal="Ro på stuen. " * 200)
    assert "forkort" in pane.state.text()
    assert pane.longest.isVisible() and "»Mål« i »Travle eftermiddage«" in pane.longest.text()


def test_the_open_sheet_is_what_is_printed_and_it_is_remembered(room: FollowRoom, at: Desk) -> None:
    assert room.document() == ""
    _open(room, "apv")
    assert room.document() == "apv"
    room.show_programme(at.programme_id, "statuspil")
    assert _page(room).current == "apv"


def test_the_table_is_saved_from_the_page(
    room: FollowRoom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    target = tmp_path / "apv.csv"
    kinds = "CSV-filer (*.csv)"
    monkeypatch.setattr(paper.QFileDialog, "getSaveFileName", lambda *_: (str(target), kinds))
    pane = _open(room, "apv")
    assert isinstance(pane, ApvPane)
    with qtbot.waitSignal(room.toast) as said:
        pane.sheet_button.click()
    assert said.args == ["check", "Gemt: apv.csv"] and "Tidsplan" in target.read_text(encoding="utf-8-sig")
