"""The board on the screen: what is chosen, and what mouse and keyboard mean."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QGraphicsView, QPinchGesture, QRubberBand, QWidget

from trivselsdesk.ui.run.board.carrier import Carrier
from trivselsdesk.ui.run.board.gestures import Drag, KeyDrag
from trivselsdesk.ui.run.board.list_places import place_now, places
from trivselsdesk.ui.run.board.spoken import BoardSpeaker
from trivselsdesk.ui.run.board.walking import heading_ahead, tile_ahead
from trivselsdesk.ui.surface.tile_item import TileItem
from trivselsdesk.ui.surface.whole_item import WholeItem
from trivselsdesk.ui.widgets.long_press import LongPress, is_touch

_LEFT = Qt.MouseButton.LeftButton.value
_ARROWS = {Qt.Key.Key_Left: "left", Qt.Key.Key_Right: "right", Qt.Key.Key_Up: "up", Qt.Key.Key_Down: "down"}


class BoardView(Carrier):
    """Shows zones, groups and tiles. It changes nothing by itself: it says what the user wants."""

    edit_wanted = Signal(str)
    """Edit this tile."""
    rename_wanted = Signal(str)
    """Rename this group."""
    menu_wanted = Signal(QPoint)
    """A context menu for what is chosen, at this point of the screen."""
    choice_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._chosen: list[str] = []
        self._focused = ""
        self._focused_group = ""
        self._pressed_tile = ""
        self._lasso = QRubberBand(QRubberBand.Shape.Rectangle, self.viewport())
        self._lasso_from: QPoint | None = None
        self._chosen_before = ""
        """The note that was chosen alone before the press: by touch, a second tap writes in it."""
        self._whole = WholeItem(self._measure)
        self._scene.addItem(self._whole)
        self.viewport().grabGesture(Qt.GestureType.PinchGesture)
        self._long_press = LongPress(self.viewport())
        self._long_press.held.connect(self._held_long)
        self._long_press.pinched.connect(self._pinched)
        self.spoken = BoardSpeaker(self)

    # Choosing

    @property
    def chosen(self) -> tuple[str, ...]:
        """Ids of the chosen tiles, in the order they were chosen."""
        return tuple(self._chosen)

    @property
    def focused(self) -> str:
        """The tile that the keyboard is at."""
        return self._focused

    def choose(self, ids: Sequence[str], focus: str = "") -> None:
        """Choose exactly these tiles; the keyboard goes to ``focus`` or the last of them."""
        self.growth.have(ids, self._tile_items)
        self._chosen = [each for each in ids if each in self._tile_items]
        self._focused = focus or (self._chosen[-1] if self._chosen else self._focused)
        self._focus_group("")
        self._mark_choice()
        self.choice_changed.emit()

    @property
    def focused_group(self) -> str:
        """The theme whose heading was pressed; empty when a note has the keyboard."""
        return self._focused_group

    def enter(self) -> None:
        """Give it the keyboard, with a ring around the first tile where none had it before."""
        self.setFocus(Qt.FocusReason.TabFocusReason)
        if not self._focused and not self._focused_group:
            # The focus can have come already, before there was anything to stand on.
            self._focused = next(iter(self.tile_ids()), "")
        self._mark_choice()

    def _focus_group(self, group_id: str) -> None:
        self._focused_group = group_id
        for each, item in self._group_items.items():
            item.set_state(chosen=each == group_id)

    def choose_all(self) -> None:
        """Choose every tile."""
        self.growth.complete()
        self.choose(self.tile_ids())

    def acting(self) -> tuple[str, ...]:
        """What a key or menu acts on: the chosen tiles, else all of the theme or the one in focus."""
        if self.chosen:
            return self.chosen
        if self._focused_group:
            return tuple(each.id for each in self._group_items[self._focused_group].group.tiles)
        return (self._focused,) if self._focused else ()

    def _mark_choice(self) -> None:
        self._back_in_scene()
        self.spoken.changed()
        chosen = set(self._chosen) if len(self._chosen) > 1 or not self.hasFocus() else set()
        for tile_id, item in self._tile_items.items():
            focused = self.hasFocus() and tile_id == self._focused
            item.set_state(chosen=tile_id in chosen, focused=focused)
        self._open_whole()

    def _open_whole(self) -> None:
        """A chosen note that is too long for its tile shows all of its text."""
        item = self._tile_items.get(self._focused)
        alone = self.hasFocus() and self._chosen == [self._focused] and not self.carrying
        # Asked for last: a board that has not got its size yet would be laid out for it.
        box = self.laid.tiles.get(self._focused) if alone and item is not None else None
        if item is None or box is None or not item.is_cut:
            self._whole.hide()
            return
        view = self.mapToScene(self.viewport().rect()).boundingRect()
        self._whole.show_whole(item.tile, box, view, self.laid.font)

    def lift(self, ids: tuple[str, ...], group: str) -> None:
        self._whole.hide()
        super().lift(ids, group)

    def _tile_at(self, at: QPointF) -> TileItem | None:
        if self._whole.isVisible() and self._whole.sceneBoundingRect().contains(at):
            return self._tile_items.get(self._focused)
        return super()._tile_at(at)

    def _shown(self, tiles: set[str]) -> None:
        self._chosen = [each for each in self._chosen if each in tiles]
        if self._focused not in tiles:
            self._focused = ""
        if self._focused_group and not self.is_group(self._focused_group):
            self._focused_group = ""
        self._mark_choice()
        if self.hasFocus() and self._focused and not self.carrying:
            # What the keyboard is at stays in sight when the board arranges itself anew.
            box = self.laid.tiles[self._focused]
            self.ensureVisible(QRectF(box.x, box.y, box.w, box.h), 12, 12)

    def _put_away(self) -> None:
        self._chosen = []

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.MiddleButton:
            self._pan_from = event.position().toPoint()
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            return
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        at = self.mapToScene(event.position().toPoint())
        tile = self._tile_at(at)
        self._pressed_tile = tile.tile.id if tile else ""
        self._chosen_before = self._chosen[0] if len(self._chosen) == 1 and self.hasFocus() else ""
        if tile is not None:
            if event.modifiers() & (Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier):
                ids = [each for each in self._chosen if each != tile.tile.id]
                if tile.tile.id not in self._chosen:
                    ids.append(tile.tile.id)
                self.choose(ids, tile.tile.id)
                self._pressed_tile = ""
                return
            if tile.tile.id not in self._chosen:
                self.choose([tile.tile.id])
            self._drag = Drag(self, tuple(self._chosen), at.x(), at.y())
            return
        group = self._group_at(at)
        if group is not None and not group.group.loose:
            ids = tuple(each.id for each in group.group.tiles)
            self.focus_heading(group.group.id)
            self._drag = Drag(self, ids, at.x(), at.y(), group.group.id)
            return
        if not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.choose([])
            self._focused = ""
            self._mark_choice()
        if is_touch(event) and self.verticalScrollBar().maximum() > 0:
            # A finger on the ground moves the board, as everywhere else; the mouse has its wheel for that.
            self._pan_from = event.position().toPoint()
        else:
            self._lasso_from = event.position().toPoint()

    def _pinched(self, pinch: QPinchGesture) -> None:
        """Two fingers bring the board nearer or further off; what one of them had taken up falls back."""
        if isinstance(self._drag, Drag):
            self._drag.cancel()
        self._drag = self._lasso_from = self._pan_from = None
        self._lasso.hide()
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.set_zoom(self.zoom * pinch.scaleFactor())

    def _held_long(self, point: QPoint) -> None:
        """A finger or pen that rests on something asks for its menu."""
        if isinstance(self._drag, Drag) and self._drag.lifted:
            return
        self._drag = self._lasso_from = self._pan_from = None
        self._lasso.hide()
        where = self.viewport().mapToGlobal(point)
        self.contextMenuEvent(QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, where))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._last_mouse = event.position().toPoint()
        if self._pan_from is not None:
            self._pan(self._last_mouse)
        if self._lasso_from is not None and event.buttons() & Qt.MouseButton.LeftButton:
            self._lasso.setGeometry(QRect(self._lasso_from, self._last_mouse).normalized())
            self._lasso.show()
        drag = self._drag
        # Asked by number: a set of buttons takes as long to ask as the note takes to be moved.
        if isinstance(drag, Drag) and event.buttons().value & _LEFT:
            at = self.mapToScene(self._last_mouse)
            drag.move(at.x(), at.y())
            self._scroll_near_edge()
            if drag.lifted:
                # Nothing lights up under what is carried, so the scene need not look for it.
                return
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._scroll_timer.stop()
        if self._pan_from is not None:
            self._pan_from = None
            self.viewport().unsetCursor()
        if self._lasso_from is not None:
            self._choose_in_lasso(bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        drag, self._drag = self._drag, None
        if isinstance(drag, Drag) and not drag.finish():
            at = self.mapToScene(event.position().toPoint())
            tile = self._tile_at(at)
            if tile is not None and tile.tile.id == self._pressed_tile:
                again = self._chosen_before == tile.tile.id
                self.choose([tile.tile.id])
                seen = (tile.hovered and not is_touch(event)) or again
                on_pencil = seen and tile.pencil_target().contains(at - tile.pos())
                if on_pencil or (again and is_touch(event)):
                    self.edit_wanted.emit(tile.tile.id)

    def _choose_in_lasso(self, extend: bool) -> None:
        """What the rubber band touches is chosen; with Shift, in addition to what was."""
        self._lasso_from = None
        if not self._lasso.isVisible():
            return
        box = self.mapToScene(self._lasso.geometry()).boundingRect()
        self._lasso.hide()
        touched = [
            each
            for each in self.tile_ids()
            if self._tile_items[each].mapRectToScene(self._tile_items[each].size).intersects(box)
        ]
        before = [each for each in self._chosen if each not in touched] if extend else []
        self.choose([*before, *touched])

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        at = self.mapToScene(event.position().toPoint())
        tile = self._tile_at(at)
        group = self._group_at(at)
        if tile is not None:
            self.edit_wanted.emit(tile.tile.id)
        elif group is not None and not group.group.loose:
            self.rename_wanted.emit(group.group.id)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            at = self.mapToScene(event.pos())
            tile = self._tile_at(at)
            if tile is not None and tile.tile.id not in self._chosen:
                self.choose([tile.tile.id])
            elif tile is None:
                group = self._group_at(at)
                self.choose([])
                self._focused = ""
                self._focus_group(group.group.id if group is not None and not group.group.loose else "")
                self._mark_choice()
            self.menu_wanted.emit(event.globalPos())
        elif self._focused or self._focused_group:
            box = self.tile_rect(self._focused) if self._focused else self.group_rect(self._focused_group)
            self.menu_wanted.emit(self.viewport().mapToGlobal(box.bottomLeft().toPoint()))

    # Keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if isinstance(self._drag, KeyDrag):
            self._key_in_the_air(key)
            return
        if key == Qt.Key.Key_Escape and isinstance(self._drag, Drag):
            self._drag.cancel()
            self._drag = None
            return
        if key in _ARROWS:
            self._walk(_ARROWS[key], bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
            return
        if key == Qt.Key.Key_Escape and (self._chosen or self._focused_group):
            self.choose([])
            return
        super().keyPressEvent(event)

    def lift_by_key(self) -> None:
        """Space: take up what is chosen, to be led by the arrow keys; put it down again."""
        if self.drop_by_key():
            return
        if self._drag is not None:
            return
        theme = self._group_items.get(self._focused_group) if not self._chosen else None
        if theme is not None:
            ids = tuple(each.id for each in theme.group.tiles)
            ways = places(self._zones, ids, theme.group.id, park=self.outside is not None)
            self._drag = KeyDrag(self, ids, ways, theme.group.id, place_now(self._zones, ids, theme.group.id))
            return
        ids = self.acting()
        if ids:
            ways = places(self._zones, ids, "", park=self.outside is not None)
            self._drag = KeyDrag(self, ids, ways, start=place_now(self._zones, ids, ""))

    def _key_in_the_air(self, key: Qt.Key) -> None:
        drag = self._drag
        assert isinstance(drag, KeyDrag)
        whole_theme = any(each == self._focused_group for each in self.carried)
        if key in (Qt.Key.Key_Right, Qt.Key.Key_Left):
            drag.step(1 if key == Qt.Key.Key_Right else -1)
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            # A note among others goes from place to place sideways, and from theme to theme up and down.
            lead = drag.step if whole_theme else drag.jump
            lead(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._drag = None
            drag.finish()
        elif key == Qt.Key.Key_Escape:
            self._drag = None
            drag.cancel()

    def drop_by_key(self) -> bool:
        """Space or Enter while something is in the air; False when nothing is."""
        if isinstance(self._drag, KeyDrag):
            self._key_in_the_air(Qt.Key.Key_Space)
            return True
        return False

    def _walk(self, way: str, extend: bool) -> None:
        here = (self.laid, self._zones, self._focused, self._focused_group, way)
        if not extend and (heading := heading_ahead(*here)):
            self.focus_heading(heading)
            return
        found = tile_ahead(*here)
        if found is None:
            return
        if extend:
            start = self._chosen or ([self._focused] if self._focused else [])
            self.choose([*(each for each in start if each != found), found], found)
        else:
            self.choose([found])
        self.ensureVisible(self._tile_items[found], 12, 12)

    def focus_heading(self, group_id: str) -> None:
        """Lead the keyboard to a theme's heading: Enter renames it, Space lifts the whole theme."""
        self.choose([])
        self._focused = ""
        self._focus_group(group_id)
        self._mark_choice()
        self.ensureVisible(self._group_items[group_id], 12, 12)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        nothing = not self._focused and not self._focused_group
        if nothing and event.reason() != Qt.FocusReason.MouseFocusReason:
            self._focused = next(iter(self.tile_ids()), "")
        self._mark_choice()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if isinstance(self._drag, KeyDrag):
            self._drag.cancel()
            self._drag = None
        self._mark_choice()
