"""Arrows moved by dragging, who moved them, what stands still, and which lines are shown."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.ui.desk import Desk
from tests.ui.follow.status.following import enter, row, titles
from trivselsdesk.domain.commands.rows import PutRecord
from trivselsdesk.domain.commands.status import HoldFollowup
from trivselsdesk.domain.follow import Choice, next_followup
from trivselsdesk.domain.own_words import STALE_WEEKS, override_id
from trivselsdesk.domain.records import Action, Initiative, Override
from trivselsdesk.domain.status import history
from trivselsdesk.ui import undo_words
from trivselsdesk.ui.follow.status.followup_dialog import AGREED, HELD, FollowupDialog
from trivselsdesk.ui.follow.status.history import HistoryDialog
from trivselsdesk.ui.follow.status.page import StatusSection
from trivselsdesk.ui.widgets.fields import flush_all

BOOK = "Én beskedbog pr. stue"
LIST = "Lukkeliste med navn på hver dag"


def _middle(page: StatusSection, title: str, step: int) -> QPoint:
    return row(page, title).arrow.step_rect(step).center().toPoint()


def test_an_arrow_is_dragged_and_follows_the_mouse(page: StatusSection, at: Desk) -> None:
    arrow = row(page, BOOK).arrow
    QTest.mousePress(arrow, Qt.MouseButton.LeftButton, pos=_middle(page, BOOK, 0))
    QTest.mouseMove(arrow, _middle(page, BOOK, 1))
    QTest.mouseMove(arrow, _middle(page, BOOK, 2))
    assert at.book.get(Action, row(page, BOOK).action_id).status == "aftalt"
    QTest.mouseRelease(arrow, Qt.MouseButton.LeftButton, pos=_middle(page, BOOK, 2))
    assert at.book.get(Action, row(page, BOOK).action_id).status == "godt_paa_vej"
    QTest.mousePress(arrow, Qt.MouseButton.LeftButton, pos=_middle(page, BOOK, 2))
    QTest.mouseMove(arrow, QPoint(arrow.width() + 400, 10))
    QTest.mouseRelease(arrow, Qt.MouseButton.LeftButton, pos=QPoint(arrow.width() + 400, 10))
    assert arrow.value() == "faerdig"


def test_escape_lets_a_drag_go(page: StatusSection, at: Desk) -> None:
    arrow = row(page, BOOK).arrow
    arrow.setFocus()
    QTest.mousePress(arrow, Qt.MouseButton.LeftButton, pos=_middle(page, BOOK, 0))
    QTest.mouseMove(arrow, _middle(page, BOOK, 2))
    QTest.keyClick(arrow, Qt.Key.Key_Escape)
    QTest.mouseRelease(arrow, Qt.MouseButton.LeftButton, pos=_middle(page, BOOK, 2))
    assert arrow.value() == "aftalt" and history(at.book, row(page, BOOK).action_id) == []


def test_the_line_says_since_when_and_by_whom(page: StatusSection, at: Desk) -> None:
    assert row(page, LIST).since.text() == "I gang siden 1. juni · Ole"
    page.table.who.setFocus()
    QTest.keyClicks(page.table.who, "Aisha")
    flush_all()
    QTest.mouseClick(row(page, BOOK).arrow, Qt.MouseButton.LeftButton, pos=_middle(page, BOOK, 1))
    assert row(page, BOOK).since.text() == "I gang siden 5. juni · Aisha"
    assert "I gang siden 5. juni · Aisha" in row(page, BOOK).since.accessibleName()
    step = at.bridge.next_step(at.programme_id)
    assert step is not None and undo_words.words(step) == f"Pilen flyttet: »{BOOK}«"
    at.undo()
    assert row(page, BOOK).since.text() == "Aftalt siden 20. maj"
    assert history(at.book, row(page, BOOK).action_id) == []


def test_history_and_name_are_there_after_a_restart(page: StatusSection, at: Desk, qtbot: QtBot) -> None:
    page.hand.set_who("Aisha")
    row(page, BOOK).arrow.moved.emit("i_gang")
    again_at = at.reopen()
    again = enter(again_at, qtbot)
    assert again.table.who.value() == "Aisha"
    assert row(again, BOOK).since.text() == "I gang siden 5. juni · Aisha"
    again_at.bridge.store.close()


def test_the_history_lists_every_move(page: StatusSection, at: Desk, qtbot: QtBot) -> None:
    action = at.book.get(Action, row(page, "Opgavetavle ved personaleindgangen").action_id)
    dialog = HistoryDialog(at.book, page.pack, action, at.bridge.today(), page)
    qtbot.addWidget(dialog)
    assert dialog.lines == [
        "ons. 3. juni · I gang → Godt på vej · Sanne · Tavlen er hængt op",
        "tir. 26. maj · Aftalt → I gang · Sanne",
        "ons. 20. maj · Sat i gang",
    ]


@pytest.mark.parametrize("size", [(1366, 708), (1440, 840), (1920, 1020)])
def test_what_stands_still_says_so_in_words(at: Desk, qtbot: QtBot, size: tuple[int, int]) -> None:
    at.moment.at = datetime(2026, 7, 3, 10)
    page = enter(at, qtbot, size)
    assert row(page, LIST).since.text() in ("Ingen bevægelse i 4 uger", "Står stille i 4 uger")
    assert page.tally.text() == "1 færdig, 4 undervejs, 1 aftalt, 5 over tid, 5 står stille"
    row(page, LIST).arrow.moved.emit("godt_paa_vej")
    assert page.tally.text().endswith("4 står stille")
    for each in page.table.rows():
        assert each.since.geometry().right() <= each.arrow.geometry().right() + 1
        assert not each.since.geometry().intersects(each.note.geometry())


def test_the_unit_chooses_how_long_is_long(page: StatusSection, at: Desk) -> None:
    record = Override(
        id=override_id(at.programme_id, STALE_WEEKS), programme_id=at.programme_id, key=STALE_WEEKS, text="1"
    )
    assert not page.tally.stale.isVisible()
    at.bridge.run(PutRecord(programme_id=at.programme_id, record=record))
    # »Fælles ord …« of 29. maj and »Én beskedbog …« of 20. maj have stood for a week.
    assert page.tally.text().endswith("2 står stille")


def test_lines_can_be_narrowed_and_ordered(page: StatusSection, at: Desk) -> None:
    page.choose(Choice(owner="Ole"))
    assert titles(page) == [LIST]
    assert page.table.choice.text() == "Vis: Ole" and page.when.whole_text() == "Viser 1 af 6"
    menu = page.table.choice.fill_menu()
    owners = next(each.menu() for each in menu.actions() if each.text() == "Tovholder")
    assert [each.text() for each in owners.actions()] == [
        "Alle",
        "Aisha",
        "Birgit",
        "Jonas",
        "Ole",
        "Sanne",
        "Trioen",
    ]
    next(each for each in owners.actions() if each.text() == "Jonas").trigger()
    assert titles(page) == ["Telefonfri samling kl. 9–10"]
    page.choose(Choice(show="stale"))
    assert titles(page) == [] and page.table._none.isVisible()
    page.choose(Choice(sort="owner"))
    assert titles(page)[0] == BOOK and len(titles(page)) == 6


def test_the_followup_is_held_and_the_next_agreed(page: StatusSection, at: Desk, qtbot: QtBot) -> None:
    found = next_followup(at.book)
    assert found is not None
    dialog = FollowupDialog(at.bridge, at.book, found, page)
    qtbot.addWidget(dialog)
    assert dialog.title.text() == "Opfølgning onsdag 17. juni"
    dialog.day.setText("snart")
    dialog.held_button.click()
    assert dialog.result() == 0
    dialog.day.setText("1/7")
    dialog.held_button.click()
    answer = dialog.answer()
    assert (answer.what, answer.day) == (HELD, date(2026, 7, 1))
    said: list[str] = []
    page.undo_toast.connect(lambda _icon, words: said.append(words))
    page.hold_followup(date(2026, 6, 17), answer.day)
    assert any(each.text() == "Sidst fulgt op 17. juni" for each in page.followup.findChildren(QLabel))
    assert said == ["Opfølgningen er holdt. Næste gang er onsdag 1. juli."]
    assert at.book.get(Initiative, found.id).followup_day == date(2026, 7, 1)
    # The initiative with the next follow-up of its own comes first now.
    assert page.followup._badge.accessibleName() == "onsdag 24. juni 2026"
    at.undo()
    assert page.followup._badge.accessibleName() == "onsdag 17. juni 2026"


def test_a_followup_that_is_over_asks_whether_it_was_held(at: Desk, qtbot: QtBot) -> None:
    at.moment.at = datetime(2026, 6, 19, 9)
    page = enter(at, qtbot)
    assert page.followup.prepare.text() == "Er den holdt?"
    at.bridge.run(HoldFollowup(programme_id=at.programme_id, day=date(2026, 6, 17), next_day=None))
    assert page.followup.prepare.text() != "Er den holdt?"


def test_a_day_can_be_agreed_where_none_is(page: StatusSection, at: Desk, qtbot: QtBot) -> None:
    while (found := next_followup(at.book)) is not None and found.followup_day is not None:
        at.bridge.run(HoldFollowup(programme_id=at.programme_id, day=found.followup_day, next_day=None))
    assert page.followup.prepare.isVisibleTo(page) and page.followup.prepare.text() == "Aftal en dag …"
    dialog = FollowupDialog(at.bridge, at.book, None, page)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.focusWidget() is dialog.day
    dialog.held_button.click()
    assert dialog.isVisible()
    dialog.day.setText("19. august")
    dialog.held_button.click()
    answer = dialog.answer()
    assert (answer.what, answer.day) == (AGREED, date(2026, 8, 19))
    said: list[str] = []
    page.undo_toast.connect(lambda _icon, words: said.append(words))
    page.agree_followup(date(2026, 8, 19))
    assert said == ["I følger op onsdag 19. august."]
    assert page.followup._badge.accessibleName() == "onsdag 19. august 2026"
    at.undo()
    assert next_followup(at.book) is None


def test_the_cursor_is_in_the_day_so_that_a_space_in_it_presses_no_button(
    page: StatusSection, at: Desk, qtbot: QtBot
) -> None:
    dialog = FollowupDialog(at.bridge, at.book, next_followup(at.book), page, held=True)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.focusWidget() is dialog.day


def test_sixty_lines_open_and_move_quickly(at: Desk, qtbot: QtBot) -> None:
    from dataclasses import replace

    from trivselsdesk.domain.commands.rows import AddRow
    from trivselsdesk.domain.records import new_id

    action = next(iter(at.book.of(Action)))
    for number in range(54):
        due = date(2026, 6, 1) + timedelta(days=number)
        more = replace(action, id=new_id(), title=f"Aktivitet {number}", due=due)
        assert at.bridge.run(AddRow(programme_id=at.programme_id, record=more))
    page = enter(at, qtbot)
    assert len(page.table.rows()) == 60
    kept = page.table.rows()
    row(page, "Aktivitet 53").arrow.moved.emit("i_gang")
    QApplication.processEvents()
    assert page.table.rows() == kept
    assert row(page, "Aktivitet 53").arrow.value() == "i_gang"
