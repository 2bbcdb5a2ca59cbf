"""The board as a plain list of zones, themes and notes: for screen readers and for who likes lists better."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QItemSelection, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from trivselsdesk.ui.run.board.gestures import Drag
from trivselsdesk.ui.run.board.list_carry import CarryTree
from trivselsdesk.ui.run.board.list_paint import CHEVRON
from trivselsdesk.ui.run.board.list_rows import GROUP, TILE, Row, key_of
from trivselsdesk.ui.run.board.list_tree import USUAL_SIZE
from trivselsdesk.ui.surface.model import LOOSE, ZoneModel
from trivselsdesk.ui.surface.targets import Target
from trivselsdesk.ui.widgets.long_press import LongPress


class BoardList(CarryTree):
    """Says what the user wants in the same signals as the board, so that a page treats both alike."""

    edit_wanted = Signal(str)
    """Edit this note."""
    rename_wanted = Signal(str)
    """Rename this theme."""
    menu_wanted = Signal(QPoint)
    """A context menu for what is chosen, at this point of the screen."""
    choice_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Tavlen som liste"))
        self._pressed: Row | None = None
        self._long_press = LongPress(self.viewport())
        self._long_press.held.connect(self._held_long)

    # What is chosen

    @property
    def chosen(self) -> tuple[str, ...]:
        """Ids of the chosen notes, in the order they were chosen."""
        return tuple(self._chosen)

    @property
    def focused(self) -> str:
        """The note that the keyboard is at; empty on a heading."""
        row = self.current_row()
        return row.id if row is not None and row.kind == TILE else ""

    @property
    def focused_group(self) -> str:
        """The theme whose heading the keyboard is at."""
        row = self.current_row()
        return row.id if row is not None and row.is_theme else ""

    def tile_ids(self) -> list[str]:
        """Ids of all notes, in order."""
        return [tile.id for zone in self._zones for group in zone.groups for tile in group.tiles]

    def tile_rect(self, tile_id: str) -> QRectF:
        """Where a note's text stands in the viewport: brought to light, and as much of it as can be seen."""
        box = self.text_rect(key_of(TILE, tile_id))
        box.setHeight(min(box.height(), self.viewport().height() - 8.0))
        return box

    def group_rect(self, group_id: str) -> QRectF:
        """Where a theme's name stands in the viewport."""
        return self.text_rect(key_of(GROUP, group_id)).adjusted(-8, 2, 0, -2)

    def is_group(self, group_id: str) -> bool:
        """Whether a theme with that id is shown."""
        return key_of(GROUP, group_id) in self.rows and not group_id.startswith(LOOSE)

    def acting(self) -> tuple[str, ...]:
        """What a key or menu acts on: the chosen notes, else the one in focus, or all of its theme."""
        if self.chosen:
            return self.chosen
        row = self.current_row()
        if row is None:
            return ()
        if row.is_theme and row.group is not None:
            return tuple(tile.id for tile in row.group.tiles)
        return (row.id,) if row.kind == TILE else ()

    def choose(self, ids: Sequence[str], focus: str = "") -> None:
        """Choose exactly these notes; the keyboard goes to ``focus`` or the last of them."""
        self.growth.have(ids, self.rows.tiles)
        wanted = [each for each in ids if key_of(TILE, each) in self.rows]
        at = focus or (wanted[-1] if wanted else "")
        if at and key_of(TILE, at) in self.rows:
            index = self.rows.index_of(key_of(TILE, at))
            self._open_above(index)
            self._set_current(key_of(TILE, at))
            self.scrollTo(index)
        self._select(wanted)
        self.choice_changed.emit()

    def choose_all(self) -> None:
        """Choose every note."""
        self.growth.complete()
        self.choose(self.tile_ids())

    def show_zones(self, zones: Sequence[ZoneModel]) -> None:
        before = self.chosen
        if self._lift is not None or self._drag is not None:
            self._let_go()
        super().show_zones(zones)
        if self.chosen != before:
            self.choice_changed.emit()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        if self._changing:
            return
        gone = {row.id for row in map(self.rows.row_at, deselected.indexes()) if row is not None}
        come = [row.id for row in map(self.rows.row_at, selected.indexes()) if row is not None]
        self._chosen = [each for each in self._chosen if each not in gone]
        self._chosen += [each for each in come if each not in self._chosen_set or each in gone]
        self._chosen_set = set(self._chosen)
        self.viewport().update()
        self.choice_changed.emit()

    # Size

    def zoom_in(self) -> None:
        """Larger type."""
        self.set_type_size(self.type_size + 2)

    def zoom_out(self) -> None:
        """Smaller type."""
        self.set_type_size(self.type_size - 2)

    def reset_zoom(self) -> None:
        """The usual type."""
        self.set_type_size(USUAL_SIZE)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y():
                self.set_type_size(self.type_size + (1 if event.angleDelta().y() > 0 else -1))
            event.accept()
            return
        super().wheelEvent(event)

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        row = self.row_at(point)
        self._pressed = row
        several = event.modifiers() & (
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
        )
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if row is None or (row.kind == TILE and several):
            super().mousePressEvent(event)
            return
        self._set_current(row.key)
        if row.kind == TILE:
            if row.id not in self._chosen:
                self.choose([row.id])
            self._drag = Drag(self, self.chosen, point.x(), self._down(point))
            return
        self.choose([])
        if row.is_theme and row.group is not None:
            ids = tuple(tile.id for tile in row.group.tiles)
            self._drag = Drag(self, ids, point.x(), self._down(point), row.id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._mouse = event.position().toPoint()
        if self._drag is None:
            super().mouseMoveEvent(event)
            return
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._drag.move(self._mouse.x(), self._down(self._mouse))
            self._scroll_near_edge()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._scroll_timer.stop()
        drag, self._drag = self._drag, None
        pressed, self._pressed = self._pressed, None
        several = event.modifiers() & (
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
        )
        if drag is not None and drag.finish():
            return
        super().mouseReleaseEvent(event)
        point = event.position().toPoint()
        row = self.row_at(point)
        if event.button() != Qt.MouseButton.LeftButton or row is None or several:
            return
        if pressed is None or pressed.key != row.key:
            return
        rect = self.rect_of(row.key)
        if self.look.more_box(row, rect).contains(event.position()):
            self.menu_wanted.emit(event.globalPosition().toPoint())
        elif row.kind == TILE:
            self.choose([row.id])
        elif not row.is_theme or point.x() < rect.left() + CHEVRON + 12:
            self.toggle(row.key)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        row = self.row_at(event.position().toPoint())
        if row is not None and event.button() == Qt.MouseButton.LeftButton:
            self._open_editor(row)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() != QContextMenuEvent.Reason.Mouse:
            self.open_menu_here()
            return
        row = self.row_at(event.pos())
        if row is not None:
            self._set_current(row.key)
        if row is None or row.kind != TILE:
            self.choose([])
        elif row.id not in self._chosen:
            self.choose([row.id])
        self.menu_wanted.emit(event.globalPos())

    def _held_long(self, point: QPoint) -> None:
        """A finger or pen that rests on a row asks for its menu."""
        if not self.carrying:
            self._drag = self._pressed = None
            where = self.viewport().mapToGlobal(point)
            self.contextMenuEvent(QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, where))

    def open_menu_here(self) -> None:
        """The menu for the row that the keyboard is at."""
        row = self.current_row()
        if row is not None:
            corner = self.text_rect(row.key).bottomLeft().toPoint()
            self.menu_wanted.emit(self.viewport().mapToGlobal(corner))

    # Keyboard

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._own(event):
            event.accept()
            return True
        return super().event(event)

    def _own(self, event: QKeyEvent) -> bool:
        """Keys that mean something else here than in the page's own actions."""
        key, plain = event.key(), not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if self.carrying:
            return plain and key < Qt.Key.Key_F1
        row = self.current_row()
        if not plain or row is None or row.kind == TILE or self._chosen:
            return False
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2, Qt.Key.Key_M):
            return True
        return key == Qt.Key.Key_P and row.is_theme

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if self.carrying:
            self._key_in_the_air(key)
            return
        row = self.current_row()
        if key == Qt.Key.Key_Escape and self._chosen:
            self.choose([])
        elif row is not None and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self._open_editor(row)
        elif row is not None and key == Qt.Key.Key_M and self._own(event):
            self.open_menu_here()
        elif row is not None and key == Qt.Key.Key_P and self._own(event):
            self.group_landed.emit(row.id, Target("park"))
        else:
            super().keyPressEvent(event)

    def _open_editor(self, row: Row) -> None:
        if row.kind == TILE:
            self.edit_wanted.emit(row.id)
        elif row.is_theme:
            self.rename_wanted.emit(row.id)
        else:
            self.toggle(row.key)

    def lift_by_key(self) -> None:
        """Space: take up what is chosen, to be led by the arrow keys; once more puts it down."""
        if not self.drop_by_key() and not self.carrying:
            self.take_up(self.acting(), "" if self.chosen else self.focused_group)
