"""What is carried is painted as pictures; what stands on the screen is what the scene itself would paint."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.desk import Desk, example_desk
from tests.ui.run.board.test_page import _move, middle, note
from tests.ui.run.board.test_page import page as page_fixture
from trivselsdesk.domain.commands.notes import MoveNotes
from trivselsdesk.ui.run.board.page import BoardPage
from trivselsdesk.ui.run.board.view import BoardView

page = page_fixture
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def desk(tmp_path: Path, qapp: QApplication) -> Desk:
    return example_desk(tmp_path)


def settle() -> None:
    for _ in range(5):
        QApplication.processEvents()


def on_screen(view: BoardView) -> QImage:
    """The pixels that the window has sent to the screen."""
    settle()
    port, window = view.viewport(), view.window()
    corner = port.mapTo(window, QPoint(0, 0))
    box = QRect(corner, port.size())
    shot = window.screen().grabWindow(window.winId(), box.x(), box.y(), box.width(), box.height())
    return shot.toImage().convertToFormat(QImage.Format.Format_RGB32)


def by_scene(view: BoardView) -> QImage:
    """The same view, painted anew by the scene with everything in it."""
    view._back_in_scene()
    settle()
    return view.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def alike(view: BoardView) -> bool:
    """Whether the screen shows what the scene paints; but for the rounding of a corner between two pixels."""
    shown, wanted = on_screen(view), by_scene(view)
    if shown.size() != wanted.size():
        return False
    pairs = zip(bytes(shown.constBits()), bytes(wanted.constBits()), strict=True)
    return shown == wanted or sum(abs(one - other) > 4 for one, other in pairs) < 30


def take_up(view: BoardView, start: QPoint) -> None:
    QTest.mousePress(view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, start)
    for by in (4, 8, 12):
        _move(view.viewport(), start + QPoint(by, 0))
        settle()


def lead(view: BoardView, start: QPoint, end: QPoint, steps: int = 8) -> None:
    for step in range(1, steps + 1):
        _move(view.viewport(), start + (end - start) * step / steps)
        settle()


def test_a_note_led_over_the_board_looks_as_the_scene_paints_it(page: BoardPage, desk: Desk) -> None:
    view = page.view
    start = middle(view.tile_rect(note(desk, "Larm i fællesrummet").id))
    take_up(view, start)
    here = start + QPoint(12, 0)
    ends = [middle(view.tile_rect(each)) + QPoint(3, 2) for each in view.tile_ids()[::2]]
    seen = set()
    for end in ends:
        lead(view, here, end)
        here = end
        assert view._afloat is not None, "a hand that moves changes nothing else"
        seen.add(view._drag.target)  # type: ignore[union-attr]
        assert alike(view)
        # The pictures were let go of to compare; the next step takes them again.
        lead(view, here, here + QPoint(2, 0), 2)
        here += QPoint(2, 0)
    assert len(seen) > 2, "over several places, each marked in its own way"
    view.keyPressEvent(_escape())
    assert alike(view), "and nothing of it is left"


def test_a_theme_and_several_notes_are_carried_alike(page: BoardPage, desk: Desk) -> None:
    view = page.view
    group = next(each for each in view.zones[1].groups if not each.loose and len(each.tiles) > 1)
    head = view.group_rect(group.id).topLeft().toPoint() + QPoint(40, 10)
    take_up(view, head)
    end = middle(view.group_rect(next(each.id for each in view.zones[0].groups if not each.loose)))
    for to in (head + QPoint(60, 40), end, end + QPoint(90, 3)):
        lead(view, head + QPoint(12, 0), to)
        assert view._afloat is not None
        assert alike(view)
    view.keyPressEvent(_escape())
    ids = [each.id for each in group.tiles]
    view.choose(ids)
    start = middle(view.tile_rect(ids[0]))
    take_up(view, start)
    lead(view, start + QPoint(12, 0), end)
    assert set(view.carried) == set(ids)
    assert alike(view)


def test_what_comes_from_elsewhere_shows_at_once_while_a_note_is_in_the_air(
    page: BoardPage, desk: Desk
) -> None:
    view = page.view
    carried, other = note(desk, "Larm i fællesrummet"), note(desk, "Vores nye legeplads")
    start = middle(view.tile_rect(carried.id))
    take_up(view, start)
    lead(view, start + QPoint(12, 0), start + QPoint(80, -60))
    moved = MoveNotes(programme_id=desk.programme_id, ids=(other.id,), board=other.board, zone="mindre")
    assert desk.bridge.run(moved)
    lead(view, start + QPoint(80, -60), start + QPoint(60, -30))
    assert view.carried == (carried.id,)
    assert alike(view)
    view.keyPressEvent(_escape())
    assert alike(view)


def test_nearer_and_further_off_a_carried_note_stays_under_the_hand(
    page: BoardPage, desk: Desk, qtbot: QtBot
) -> None:
    view = page.view
    wanted = note(desk, "Larm i fællesrummet").id
    for zoom in (1.4, 0.7):
        view.set_zoom(zoom)
        view.ensureVisible(view._tile_items[wanted])
        start = middle(view.tile_rect(wanted))
        take_up(view, start)
        lead(view, start + QPoint(12, 0), start + QPoint(40, 30))
        held = middle(view.tile_rect(wanted))
        assert (held - start - QPoint(40, 30)).manhattanLength() <= 2
        assert alike(view)
        assert (middle(view.tile_rect(wanted)) - held).manhattanLength() <= 2
        bar = view.verticalScrollBar()
        bar.setValue(bar.value() + 25)
        lead(view, start + QPoint(40, 30), start + QPoint(20, 10))
        assert alike(view)
        view.keyPressEvent(_escape())
        QTest.mouseRelease(view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, start)


def test_a_carried_note_stays_in_the_hand_when_the_window_takes_another_size(
    page: BoardPage, desk: Desk
) -> None:
    view = page.view
    wanted = note(desk, "Larm i fællesrummet").id
    start = middle(view.tile_rect(wanted))
    take_up(view, start)
    end = start + QPoint(120, -60)
    lead(view, start + QPoint(12, 0), end)
    for wide in (-240, 240):
        page.window().resize(page.window().width() + wide, page.window().height() + wide // 4)
        settle()
        assert view.tile_rect(wanted).contains(end), "before the hand moves on"
        box = view.laid.tiles[wanted]
        assert view._open_place.isVisible()
        assert (view._open_place.x(), view._open_place.y()) == (box.x, box.y)
        assert view._open_place.size.width() == box.w
        assert alike(view)
        lead(view, end, end + QPoint(2, 0), 2)
        end += QPoint(2, 0)
        assert alike(view)
        assert view.tile_rect(wanted).contains(end)
    view.keyPressEvent(_escape())
    assert alike(view)


def _escape() -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
