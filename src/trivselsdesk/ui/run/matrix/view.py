"""The mulighedsrum on the screen: what is chosen, and what mouse, finger and keys mean."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from trivselsdesk.domain.passes import lock_of
from trivselsdesk.ui.run.matrix.gestures import CardDrag, CardKeys, Landing
from trivselsdesk.ui.run.matrix.places import spot_at
from trivselsdesk.ui.run.matrix.spoken import MatrixSpeaker
from trivselsdesk.ui.run.matrix.stage import LEFT, MatrixStage
from trivselsdesk.ui.surface.matrix_layout import stored
from trivselsdesk.ui.surface.model import Aloft
from trivselsdesk.ui.widgets.long_press import LongPress, is_touch

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}


class MatrixBoard(MatrixStage):
    """Shows where cards stand. It changes nothing by itself: it says what the user wants."""

    placed = Signal(str, float, float)
    """A card was put down in the field: x and y in 0..1."""
    taken_down = Signal(str)
    """A card was laid back in the tray."""
    parked = Signal(str)
    """A card was laid on the P-plads."""
    aloft = Signal(object)
    """A card is in the air (``Aloft``), with its place in 0..1; nothing in it when it was put down."""
    edit_wanted = Signal(str)
    menu_wanted = Signal(str, QPoint)
    choice_changed = Signal(str)
    park_opened = Signal(QPoint)
    """The P-plads was clicked, at this point of the screen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._drag: CardDrag | CardKeys | None = None
        self._held = ""
        self._came_from = QPointF()
        self._chosen_before = ""
        self._long_press = LongPress(self.viewport())
        self._long_press.held.connect(self._held_long)
        self.spoken = MatrixSpeaker(self, self._cards, self._tray, self._park)

    @property
    def carrying(self) -> bool:
        """Whether a card is in the air."""
        return bool(self._held)

    def focus_card(self, card_id: str) -> None:
        """Choose a card."""
        if card_id in self._cards or not card_id:
            self.focused = card_id
            if card_id and not self._cards[card_id].isVisible():
                self._lay_out()
            self._mark()
            self.choice_changed.emit(card_id)

    def _mark(self) -> None:
        self.spoken.changed()
        super()._mark()

    def _about_to_go(self, gone: set[str]) -> None:
        if self._held in gone:
            # Undone, or parked from another place, while it was in the air.
            self._cancel()

    def _lay_out(self) -> None:
        if not self._held:
            super()._lay_out()

    # Host of the gestures

    def lift(self, card_id: str) -> None:
        item = self._cards[card_id]
        self._held, self._came_from = card_id, item.pos()
        item.set_state(held=True)
        self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def carry(self, left: float, top: float) -> None:
        self._cards[self._held].setPos(left, top)

    def hover(self, x: float, y: float) -> None:
        item = self._cards[self._held]
        box = self._box_at(item, x, y)
        item.setPos(LEFT + box.x, box.y - 6)

    def kind_at(self, x: float, y: float) -> str:
        at = QPointF(x, y)
        for strip, kind in ((self._park, "park"), (self._tray, "tray")):
            if strip.sceneBoundingRect().contains(at):
                return kind
        return "field" if self.field.size.contains(at - self.field.pos()) else ""

    def place_of(self, left: float, top: float) -> tuple[float, float]:
        size, card = self.field.size, self._cards[self._held].size
        at = QPointF(left, top) - self.field.pos()
        return stored(at.x(), at.y(), card.width(), card.height(), size.width(), size.height())

    def show_landing(self, landing: Landing) -> None:
        if landing.kind == "field":
            self.aloft.emit(Aloft((self._held,), u=landing.x, v=landing.y))
        self._tray.set_target(landing.kind == "tray")
        self._park.set_target(landing.kind == "park")
        self._ghost.setVisible(landing.kind == "field")
        if landing.kind == "field" and self._view is not None:
            spot = spot_at(self._view.matrix, landing.x, landing.y, self.line)
            box = self._box_at(self._cards[self._held], landing.x, landing.y)
            self.field.set_target(spot.key)
            self._ghost.setPos(LEFT + box.x, box.y)
            self._ghost.show_at(QRectF(0, 0, box.w, box.h), spot.title)
        else:
            self.field.set_target("")
        by_key = (landing.x, landing.y) if isinstance(self._drag, CardKeys) or self._drag is None else None
        self.spoken.over(self._held, by_key)

    def set_down(self, landing: Landing | None) -> None:
        self.aloft.emit(Aloft())
        card_id, self._held = self._held, ""
        item = self._cards[card_id]
        item.set_state(held=False)
        item.setPos(self._came_from)
        self.viewport().unsetCursor()
        self._ghost.hide()
        self.field.set_target("")
        self._tray.set_target(False)
        self._park.set_target(False)
        self.spoken.changed()
        if landing is not None and landing.kind == "park":
            self.parked.emit(card_id)
        elif landing is not None and landing.kind == "tray":
            if not item.in_tray:
                self.taken_down.emit(card_id)
        elif landing is not None:
            self.placed.emit(card_id, landing.x, landing.y)
        self._lay_out()

    def _cancel(self) -> None:
        drag, self._drag = self._drag, None
        if drag is not None:
            drag.cancel()

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._cancel()
        self._chosen_before = self.focused
        at = self.mapToScene(event.position().toPoint())
        item = self._card_at(at)
        if item is not None and self._view is not None:
            self.focus_card(item.card.id)
            grip = at - item.pos()
            lock = lock_of(self._view, self.axis, item.card.id)
            self._drag = CardDrag(self, item.card.id, (at.x(), at.y()), (grip.x(), grip.y()), lock)
        elif self._park.sceneBoundingRect().contains(at):
            self.park_opened.emit(event.globalPosition().toPoint())
        elif self._tray.turn_box().contains(at - self._tray.pos()):
            self.turn_tray()
        else:
            self.focus_card("")

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if isinstance(self._drag, CardDrag) and event.buttons() & Qt.MouseButton.LeftButton:
            at = self.mapToScene(event.position().toPoint())
            self._drag.move(at.x(), at.y())
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if isinstance(self._drag, CardDrag):
            at = self.mapToScene(event.position().toPoint())
            self._drag.move(at.x(), at.y())
            drag, self._drag = self._drag, None
            if not drag.finish() and is_touch(event) and self.focused == self._chosen_before:
                # With a finger, a second tap writes.
                self.edit_wanted.emit(self.focused)

    def _held_long(self, point: QPoint) -> None:
        """A finger or pen that rests on a card asks for its menu."""
        if not self._held:
            self._drag = None
            where = self.viewport().mapToGlobal(point)
            self.contextMenuEvent(QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, where))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        item = self._card_at(self.mapToScene(event.position().toPoint()))
        if item is not None:
            self.edit_wanted.emit(item.card.id)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            item = self._card_at(self.mapToScene(event.pos()))
            if item is not None:
                self.focus_card(item.card.id)
                self.menu_wanted.emit(item.card.id, event.globalPos())
        elif self.focused:
            self.open_menu_at_focus()

    def open_menu_at_focus(self) -> None:
        """The menu of the card that the keyboard is at."""
        if self.focused:
            corner = self.card_rect(self.focused).bottomLeft().toPoint()
            self.menu_wanted.emit(self.focused, self.viewport().mapToGlobal(corner))

    # Keyboard

    def lift_by_key(self) -> None:
        """Space: take the card up for the arrow keys, or put it down."""
        if not self.focused or self._view is None or self.drop_by_key():
            return
        known = next(((x, y) for card, x, y in self.standing() if card.id == self.focused), (0.75, 0.75))
        self._cancel()
        self._drag = CardKeys(self, self.focused, known, lock_of(self._view, self.axis, self.focused))

    def drop_by_key(self) -> bool:
        """Space or Enter: put down what is in the air. False when nothing is."""
        if not isinstance(self._drag, CardKeys):
            return False
        drag, self._drag = self._drag, None
        drag.finish()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape and self._held:
            self._cancel()
        elif key in _ARROWS and isinstance(self._drag, CardKeys):
            self._drag.step(*_ARROWS[key])
        elif key in _ARROWS:
            self._walk(*_ARROWS[key])
        elif key == Qt.Key.Key_Escape and self.focused:
            self.focus_card("")
        else:
            super().keyPressEvent(event)

    def _walk(self, right: int, up: int) -> None:
        if self.focused not in self._cards:
            self.focus_card(next(iter(self._order), ""))
            return
        here = self._middle(self.focused)
        best: tuple[float, str] | None = None
        for card_id in self._order:
            if card_id == self.focused or not self._cards[card_id].isVisible():
                continue
            there = self._middle(card_id)
            dx, dy = there.x() - here.x(), here.y() - there.y()
            ahead = dx * right + dy * up
            aside = abs(dy) if right else abs(dx)
            if ahead > 4:
                distance = ahead + 2 * aside
                if best is None or distance < best[0]:
                    best = (distance, card_id)
        if best is not None:
            self.focus_card(best[1])
            self.ensureVisible(self._cards[best[1]], 12, 12)
        elif self._cards[self.focused].in_tray:
            self._walk_tray(right - up)

    def _walk_tray(self, step: int) -> None:
        """On from the last waiting card that shows, or back from the first, to one on another page."""
        ids = [card.id for card in self._waiting]
        at = ids.index(self.focused) + step
        if 0 <= at < len(ids):
            self.focus_card(ids[at])

    def _middle(self, card_id: str) -> QPointF:
        item = self._cards[card_id]
        return item.pos() + item.size.center()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        by_key = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        if not self.focused and self._order and event.reason() in by_key:
            self.focus_card(self._order[0])

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if isinstance(self._drag, CardKeys):
            self._cancel()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._cancel()
        super().resizeEvent(event)
