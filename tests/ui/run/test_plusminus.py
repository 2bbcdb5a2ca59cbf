"""Sheets with plus and minus are put in alone at the keyboard or typed from paper, then counted."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.documents.reading import words as printed
from tests.ui.desk import Desk
from tests.ui.process_desk import process_desk
from trivselsdesk.documents.catalogue import document
from trivselsdesk.domain.agenda import slots
from trivselsdesk.domain.points import points_result
from trivselsdesk.domain.pulse import count
from trivselsdesk.domain.records import PulseAnswer
from trivselsdesk.ui.pulse.points_give import LEAVING, SHEET, START, THANKS, PointsDialog
from trivselsdesk.ui.run.pages import plusminus
from trivselsdesk.ui.run.pages.plusminus import PlusMinusPage
from trivselsdesk.ui.widgets.fields import flush_all


@pytest.fixture
def at(tmp_path: Path, qapp: QApplication) -> Iterator[Desk]:
    desk = process_desk(tmp_path, "trivselsredskab", "undersoeg")
    yield desk
    desk.bridge.store.close()


@pytest.fixture
def page(at: Desk, qtbot: QtBot) -> PlusMinusPage:
    made = PlusMinusPage(at.bridge)
    qtbot.addWidget(made)
    at.bridge.changed.connect(made.take)
    made.resize(1000, 640)
    slot = next(each for each in slots(at.book, at.book.meeting) if each.item.pack_item == "alene")
    tool = at.bridge.pack(at.programme_id).first_tool("plusminus")
    assert tool is not None
    made.show_slot(at.programme_id, slot, tool)
    made.show()
    return made


def dialog(at: Desk, page: PlusMinusPage, qtbot: QtBot, *, paper: bool) -> PointsDialog:
    sheets = page._begun()
    assert sheets is not None
    made = PointsDialog(at.bridge, at.programme_id, sheets, paper=paper)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    QApplication.processEvents()
    return made


def press(made: PointsDialog, *keys: Qt.Key | str) -> None:
    for key in keys:
        target = made.focusWidget() or made
        QTest.keyClicks(target, key) if isinstance(key, str) else QTest.keyClick(target, key)


def test_each_puts_marks_alone_and_the_next_sees_nothing(at: Desk, page: PlusMinusPage, qtbot: QtBot) -> None:
    made = dialog(at, page, qtbot, paper=False)
    assert made.stack.currentIndex() == START
    made.start.click()
    press(made, "+", Qt.Key.Key_Down, "-", "+", Qt.Key.Key_Return)
    assert made.stack.currentIndex() == THANKS
    [answer] = at.book.of(PulseAnswer)
    assert answer.marks == "p1:1 p2:3"
    assert not any(row.mark() for row in made.rows)
    made.another.click()
    made.start.click()
    press(made, "-", Qt.Key.Key_Escape)
    assert made.stack.currentIndex() == LEAVING
    made.stay.click()
    assert made.stack.currentIndex() == SHEET and made.rows[0].mark() == 2
    assert page.progress.text().startswith("1 ark er lagt") and not page.count_up.isEnabled()


def test_paper_is_typed_counted_and_shown(
    at: Desk, page: PlusMinusPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = dialog(at, page, qtbot, paper=True)
    for _ in range(5):
        press(made, "+", Qt.Key.Key_Return)
    press(made, Qt.Key.Key_Return)
    assert made.failed.text() == "Arket er tomt"
    made.take_back.click()
    sheets = page.sheets
    assert sheets is not None and count(at.book, sheets) == 4 and not page.count_up.isEnabled()
    press(made, "-", Qt.Key.Key_Return)
    assert page.count_up.isEnabled() and not page.chart.isVisible()
    monkeypatch.setattr(plusminus, "ask", lambda *_, **__: True)
    page.count_up.click()
    found = points_result(at.book, at.bridge.pack(at.programme_id), page.sheets or sheets)
    assert found is not None and (found.counts[0].plus, found.counts[0].minus) == (4, 1)
    assert page.chart.isVisible() and not page.give.isVisible()
    assert "Indflydelse: 4 plus, 1 minus" in page.chart.cards[0][1].accessibleName()


def test_the_local_list_takes_our_proposal_is_undone_and_printed(at: Desk, page: PlusMinusPage) -> None:
    local = page.cards[2]
    assert local.proposal.isVisible() and local.text.value() == ""
    local.proposal.click()
    assert local.text.value().splitlines()[0] == "Vi har en fast tid til sparring"
    assert not local.proposal.isVisible()
    paper = printed(document("plusminus").make(at.book, at.bridge.pack(at.programme_id), at.bridge.now()))
    assert "Vi har en fast tid til sparring" in paper and "Til optælling" in paper
    flush_all()
    at.undo()
    assert local.proposal.isVisible() and local.text.value() == ""


def test_a_line_that_is_written_between_others_is_left_alone(at: Desk, page: PlusMinusPage) -> None:
    local = page.cards[2]
    local.text.setFocus()
    local.text.setPlainText("Ro i pauserne\nMad")
    flush_all()
    # Enter in the middle, a space after a word, and the same word again: all on the way to something else.
    for half in ("Ro i pauserne\n\nMad", "Ro i pauserne\nMad \nMad", "Ro i pauserne\nMad og\nMad"):
        local.text.setPlainText(half)
        flush_all()
        assert local.text.value() == half
    local.text.setPlainText("")
    flush_all()
    assert local.text.value() == "", "whoever begins anew does not find the old lines again"
    page.show_slot(at.programme_id, page.slot, page.tool)  # type: ignore[arg-type]
    assert page.cards[2].lines.text() == "Ingen punkter"
