"""The board and the mulighedsrum under a finger: tap, tap again, rest, carry. Nothing needs a mouse."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QInputDevice, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QGestureEvent, QPinchGesture, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.desk import Desk, example_desk
from tests.ui.run.board.test_page import BOARD, note
from trivselsdesk.domain.agenda import slots
from trivselsdesk.domain.pack import Tool
from trivselsdesk.ui.run.board.page import BoardPage
from trivselsdesk.ui.run.matrix.page import MatrixPage
from trivselsdesk.ui.run.page import Page
from trivselsdesk.ui.widgets.long_press import REST_MS


@pytest.fixture(scope="module")
def finger(qapp: QApplication) -> QPointingDevice:
    return QTest.createTouchDevice(QInputDevice.DeviceType.TouchScreen)


@pytest.fixture
def desk(tmp_path: Path, qapp: QApplication) -> Desk:
    return example_desk(tmp_path, "matrix")


def opened(desk: Desk, qtbot: QtBot, page: Page, tool: Tool) -> Page:
    qtbot.addWidget(page)
    page.resize(904, 760)
    desk.bridge.changed.connect(page.take)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.show_slot(desk.programme_id, slots(desk.book, desk.book.meeting)[2], tool)
    return page


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> BoardPage:
    made = opened(desk, qtbot, BoardPage(desk.bridge), Tool(kind="board", params={"board": BOARD}))
    assert isinstance(made, BoardPage)
    return made


@pytest.fixture
def matrix(desk: Desk, qtbot: QtBot) -> MatrixPage:
    tool = Tool(kind="matrix", params={"matrix": "mulighedsrum"})
    made = opened(desk, qtbot, MatrixPage(desk.bridge), tool)
    assert isinstance(made, MatrixPage)
    return made


def tap(qtbot: QtBot, widget: QWidget, finger: QPointingDevice, at: QPoint, rest: int = 0) -> None:
    QTest.touchEvent(widget, finger).press(0, at, widget).commit()
    if rest:
        qtbot.wait(rest)
    QTest.touchEvent(widget, finger).release(0, at, widget).commit()


def carry(widget: QWidget, finger: QPointingDevice, start: QPoint, end: QPoint) -> None:
    QTest.touchEvent(widget, finger).press(0, start, widget).commit()
    for part in (0.2, 0.6, 1.0):
        QTest.touchEvent(widget, finger).move(0, start + (end - start) * part, widget).commit()
    QTest.touchEvent(widget, finger).release(0, end, widget).commit()


def is_writing(page: BoardPage) -> bool:
    return page.editing.editor is not None


def middle(box: QRectF) -> QPoint:
    return box.center().toPoint()


def test_a_tap_chooses_and_a_second_one_writes(
    page: BoardPage, desk: Desk, qtbot: QtBot, finger: QPointingDevice
) -> None:
    view = page.board_view
    wanted = view.tile_ids()[0]
    at = middle(view.tile_rect(wanted))
    tap(qtbot, view.viewport(), finger, at)
    assert view.chosen == (wanted,) and not is_writing(page)
    qtbot.wait(QApplication.doubleClickInterval() + 50)
    tap(qtbot, view.viewport(), finger, at)
    assert is_writing(page)


def test_a_finger_that_rests_opens_the_menu(page: BoardPage, qtbot: QtBot, finger: QPointingDevice) -> None:
    view = page.board_view
    asked: list[QPoint] = []
    view.menu_wanted.disconnect()
    view.menu_wanted.connect(asked.append)
    wanted = view.tile_ids()[1]
    tap(qtbot, view.viewport(), finger, middle(view.tile_rect(wanted)), REST_MS + 150)
    assert len(asked) == 1 and view.chosen == (wanted,)
    assert not is_writing(page)


def test_a_finger_carries_a_note_to_another_theme(
    page: BoardPage, desk: Desk, finger: QPointingDevice
) -> None:
    view = page.board_view
    groups = [group for zone in view.zones for group in zone.groups if not group.loose]
    moved, goal = groups[0].tiles[0].id, groups[1].id
    carry(view.viewport(), finger, middle(view.tile_rect(moved)), middle(view.group_rect(goal)))
    assert (
        next(each for each in desk.book.of(type(note_of(desk, moved))) if each.id == moved).theme_id == goal
    )


def test_two_fingers_bring_the_board_nearer_and_let_go_of_what_one_had_taken_up(
    page: BoardPage, finger: QPointingDevice
) -> None:
    view = page.board_view
    at = middle(view.tile_rect(view.tile_ids()[0]))
    touch = QTest.touchEvent(view.viewport(), finger)
    touch.press(0, at, view.viewport()).commit()
    touch.move(0, at + QPoint(40, 30), view.viewport()).commit()
    assert view.carrying
    pinch = QPinchGesture(view)
    pinch.setScaleFactor(1.5)
    QApplication.sendEvent(view.viewport(), QGestureEvent([pinch]))
    assert view.zoom == pytest.approx(1.5) and not view.carrying
    touch.release(0, at + QPoint(40, 30), view.viewport()).commit()


def note_of(desk: Desk, note_id: str):  # type: ignore[no-untyped-def]
    return desk.book.note(note_id)


def test_a_card_is_carried_tapped_and_asked_for_its_menu(
    matrix: MatrixPage, desk: Desk, qtbot: QtBot, finger: QPointingDevice
) -> None:
    view = matrix.view
    asked: list[str] = []
    view.menu_wanted.disconnect()
    view.menu_wanted.connect(lambda card_id, _point: asked.append(card_id))
    first = view.waiting()[0].id
    field = view.field_rect()
    goal = QPoint(round(field.x() + field.width() * 0.8), round(field.y() + field.height() * 0.3))
    carry(view.viewport(), finger, middle(view.card_rect(first)), goal)
    assert first in {card.id for card, _, _ in view.standing()}
    tap(qtbot, view.viewport(), finger, middle(view.card_rect(first)), REST_MS + 150)
    assert asked == [first] and not view.carrying


@pytest.mark.parametrize("length", [450, 600, 1500])
def test_a_long_note_shows_all_of_its_text_when_it_is_chosen(
    page: BoardPage, desk: Desk, qtbot: QtBot, length: int
) -> None:
    text = ("Telefonen ringer midt i samlingen, og så går der en halv time. " * 40)[:length].strip()
    page.deeds.add([text], "yellow", page.board.zones[0].id)
    view = page.board_view
    view.setFocus()
    long = note(desk, text).id
    assert view._tile_items[long].is_cut
    view.choose([long])
    whole = view._whole
    assert whole.isVisible() and whole.tile is not None and whole.tile.text == text
    shown = view.mapFromScene(whole.sceneBoundingRect()).boundingRect()
    assert view.viewport().rect().adjusted(-3, -3, 3, 3).contains(shown)
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert not whole.isVisible()
    view.choose([next(each for each in view.tile_ids() if not view._tile_items[each].is_cut)])
    assert not whole.isVisible()


def test_two_fingers_zoom_and_move_no_note(page: BoardPage, desk: Desk, finger: QPointingDevice) -> None:
    view = page.board_view
    port = view.viewport()
    before = view.tile_ids()
    centre = port.rect().center()
    QTest.touchEvent(port, finger).press(0, centre - QPoint(30, 0), port).press(
        1, centre + QPoint(30, 0), port
    ).commit()
    for step in range(1, 9):
        away = QPoint(30 + 15 * step, 0)
        QTest.touchEvent(port, finger).move(0, centre - away, port).move(1, centre + away, port).commit()
    QTest.touchEvent(port, finger).release(0, centre - away, port).release(1, centre + away, port).commit()
    assert view.zoom > 1.3
    assert not view.carrying and view.tile_ids() == before
