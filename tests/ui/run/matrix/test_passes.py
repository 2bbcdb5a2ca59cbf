"""A process that asks for one axis at a time: first how important, then what we can do about it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.desk import Desk, example_desk
from tests.ui.run.matrix.test_page import MATRIX, drag, where
from trivselsdesk.domain.agenda import slots
from trivselsdesk.domain.board import matrix_view
from trivselsdesk.domain.commands.cards import Unplace, placement_id
from trivselsdesk.domain.pack import Tool
from trivselsdesk.domain.passes import pass_now
from trivselsdesk.domain.records import Placement
from trivselsdesk.ui.run.matrix.page import MatrixPage

TWICE = ('id = "mulighedsrum"', 'id = "mulighedsrum"\npasses = ["y", "x"]')


@pytest.fixture
def desk(tmp_path: Path, qapp: QApplication) -> Desk:
    """The example with an empty field and two passes."""
    made = example_desk(tmp_path, "matrix", edited=TWICE)
    for each in list(made.book.of(Placement)):
        if each.surface == MATRIX:
            command = Unplace(programme_id=made.programme_id, surface=MATRIX, card_id=each.card_id)
            assert made.bridge.run(command)
    return made


def open_page(desk: Desk, qtbot: QtBot) -> MatrixPage:
    made = MatrixPage(desk.bridge)
    qtbot.addWidget(made)
    made.resize(904, 760)
    desk.bridge.changed.connect(made.take)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    slot = slots(desk.book, desk.book.meeting)[2]
    made.show_slot(desk.programme_id, slot, Tool(kind="matrix", params={"matrix": MATRIX}))
    return made


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> MatrixPage:
    return open_page(desk, qtbot)


def said(desk: Desk, card_id: str) -> tuple[float | None, float | None]:
    found = desk.book.find(Placement, placement_id(MATRIX, card_id))
    return (found.x, found.y) if found is not None else (None, None)


def due(desk: Desk) -> str:
    pack = desk.bridge.pack(desk.programme_id)
    return pass_now(matrix_view(desk.book, pack, pack.matrix(MATRIX)))


def at(page: MatrixPage, across: float, up: float) -> QPoint:
    field = page.view.field_rect()
    return QPoint(round(field.x() + field.width() * across), round(field.y() + field.height() * (1 - up)))


def carry(page: MatrixPage, qtbot: QtBot, card_id: str, across: float, up: float) -> None:
    page.view.focus_card(card_id)
    drag(page, qtbot, page.view.card_rect(card_id).center().toPoint(), at(page, across, up))


def place_all(page: MatrixPage, qtbot: QtBot, up: float) -> list[str]:
    ids = [card.id for card in page.view.waiting()]
    for number, card_id in enumerate(ids):
        carry(page, qtbot, card_id, (number + 1) / (len(ids) + 1), up)
    return ids


def test_both_passes_by_mouse_then_the_whole_field(page: MatrixPage, desk: Desk, qtbot: QtBot) -> None:
    view = page.view
    assert view.line == "y" and page.passes.value() == "y" and not page.passes.isHidden()
    first = view.waiting()[0].id
    carry(page, qtbot, first, 0.2, 0.8)
    x, y = said(desk, first)
    assert x is None and y == pytest.approx(0.8, abs=0.02)
    assert where(desk, first) is None, "a card on one axis only is not in the field yet"
    assert not view._cards[first].in_tray
    desk.undo()
    assert said(desk, first) == (None, None) and view._cards[first].in_tray
    desk.redo()
    ids = [first, *place_all(page, qtbot, 0.75)]
    assert due(desk) == "x" and view.line == "" and view.axis == "x" and page.passes.value() == "x"
    assert [each.id for each in view.waiting()] and set(ids) == {each.id for each in view.waiting()}
    carry(page, qtbot, first, 0.3, 0.1)
    x, now = said(desk, first)
    assert x == pytest.approx(0.3, abs=0.02) and now == y, "the second pass stays within what was said"
    place_all(page, qtbot, 0.2)
    assert due(desk) == "" and page.passes.value() == "whole" and not view.waiting()
    carry(page, qtbot, first, 0.8, 0.2)
    assert where(desk, first) == pytest.approx((0.8, 0.2), abs=0.02)


def test_both_passes_by_keys_and_what_is_taken_down_is_one_axis(
    page: MatrixPage, desk: Desk, qtbot: QtBot
) -> None:
    view = page.view
    first = view.waiting()[0].id
    view.setFocus()
    view.focus_card(first)
    qtbot.keyClick(view, Qt.Key.Key_Space)
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Return):
        qtbot.keyClick(view, key)
    assert said(desk, first) == (None, pytest.approx(0.83, abs=0.01))
    page.passes.chosen.emit("x")
    assert view.axis == "x" and first in {each.id for each in view.waiting()}
    view.focus_card(first)
    qtbot.keyClick(view, Qt.Key.Key_Space)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Space):
        qtbot.keyClick(view, key)
    assert where(desk, first) == (pytest.approx(0.71, abs=0.01), pytest.approx(0.83, abs=0.01))
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert said(desk, first) == (None, pytest.approx(0.83, abs=0.01))


def test_a_restart_goes_on_in_the_same_pass(page: MatrixPage, desk: Desk, qtbot: QtBot) -> None:
    ids = place_all(page, qtbot, 0.6)
    page.close()
    again = desk.reopen()
    later = open_page(again, qtbot)
    assert later.view.axis == "x" and {each.id for each in later.view.waiting()} == set(ids)
    again.bridge.store.close()


def test_the_ends_of_the_line_are_read_aloud(page: MatrixPage) -> None:
    found = QAccessible.queryAccessibleInterface(page.view)
    assert found is not None
    words = [found.child(n).text(QAccessible.Text.Name) for n in range(found.childCount())]
    axis = page.matrix.y
    assert words[0].startswith(f"{axis.title}: {axis.low}") and words[1].startswith(
        f"{axis.title}: {axis.high}"
    )


def test_without_passes_nothing_asks_for_one_axis(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> None:
    made = open_page(example_desk(tmp_path, "matrix"), qtbot)
    assert made.passes.isHidden() and made.view.axis == made.view.line == ""
