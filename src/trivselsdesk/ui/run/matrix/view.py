"""The mulighedsrum on the screen: cards in the field, in the tray and on their way between them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QFrame, QGraphicsScene, QGraphicsView, QWidget

from trivselsdesk.domain.board import Card, MatrixView, corner_of
from trivselsdesk.domain.pack import AlwaysAct
from trivselsdesk.ui import theme
from trivselsdesk.ui.run.board.gestures import START_PX
from trivselsdesk.ui.run.matrix.spoken import MatrixSpeaker
from trivselsdesk.ui.surface.matrix_items import (
    HEAD,
    TRAY_CARD_HEIGHT,
    CardItem,
    FieldItem,
    GhostItem,
    TrayItem,
)
from trivselsdesk.ui.surface.matrix_layout import Place, clamp, settle, stored
from trivselsdesk.ui.surface.measure import Measure

LEFT = 34.0
BELOW = 32.0
TRAY_LEAST = 74.0
TRAY_ROWS = 2
CARD_LEAST = 168.0
"""Narrowest card in the tray, in px: a name must be readable; a third row is better than three letters."""
TRAY_LABEL = 118.0
PARK_WIDTH = 236.0
ROW = TRAY_CARD_HEIGHT + 6
STEP = 0.04
"""How far an arrow key carries a lifted card, as a part of the field."""
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}


class MatrixBoard(QGraphicsView):
    """Shows where cards stand. It changes nothing by itself: it says what the user wants."""

    placed = Signal(str, float, float)
    """A card was put down in the field: x and y in 0..1."""
    taken_down = Signal(str)
    """A card was laid back in the tray."""
    parked = Signal(str)
    """A card was laid on the P-plads."""
    edit_wanted = Signal(str)
    menu_wanted = Signal(str, QPoint)
    choice_changed = Signal(str)
    park_opened = Signal(QPoint)
    """The P-plads was clicked, at this point of the screen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene = QGraphicsScene(self)
        self.setScene(self._scene)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.BoundingRectViewportUpdate)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._measure = Measure(700)
        self._view: MatrixView | None = None
        self.field = FieldItem()
        self._tray = TrayItem(parking=False)
        self._park = TrayItem(parking=True)
        self._ghost = GhostItem()
        self._ghost.hide()
        for item in (self._tray, self._park, self.field, self._ghost):
            self._scene.addItem(item)
        self._cards: dict[str, CardItem] = {}
        self._order: list[str] = []
        self.focused = ""
        """The card that the keyboard is at."""
        self._press: QPointF | None = None
        self._grip = QPointF()
        self._held = ""
        self._came_from = QPointF()
        self._key_place: tuple[float, float] | None = None
        self._key_target = ""
        theme.notifier.changed.connect(self._recolour)
        self._recolour()
        self.spoken = MatrixSpeaker(self, self._cards, self._tray, self._park)

    # What is shown

    @property
    def shown(self) -> MatrixView | None:
        """What is shown, as it was handed over."""
        return self._view

    @property
    def carrying(self) -> bool:
        """Whether a card is in the air."""
        return bool(self._held)

    def show_view(
        self,
        view: MatrixView,
        lift_words: dict[str, str],
        always_act: AlwaysAct | None,
        park: tuple[str, str],
    ) -> None:
        """Show this. ``lift_words`` are the marks by lift id; ``park`` is title and count."""
        self._view = view
        self._park_words = park
        cards = [*view.waiting, *(card for card, _, _ in view.placed)]
        self._order = [card.id for card in (*(card for card, _, _ in view.placed), *view.waiting)]
        gone = set(self._cards) - {card.id for card in cards}
        if self._held in gone:
            # Undone, or parked from another place, while it was in the air.
            self._cancel()
        for card_id in gone:
            self._scene.removeItem(self._cards.pop(card_id))
        waiting = {card.id for card in view.waiting}
        for card in cards:
            if card.id not in self._cards:
                self._cards[card.id] = CardItem(card, self._measure)
                self._scene.addItem(self._cards[card.id])
            words = lift_words.get(card.lift, "") if card.lift else ""
            self._cards[card.id].show_card(
                card, in_tray=card.id in waiting, lift_words=words, always_act=always_act
            )
        if self.focused not in self._cards:
            self.focused = ""
        self._lay_out()
        self._mark()

    def card_rect(self, card_id: str) -> QRectF:
        """Where a card stands in the viewport."""
        item = self._cards[card_id]
        return QRectF(self.mapFromScene(item.mapRectToScene(item.size)).boundingRect())

    def field_rect(self) -> QRectF:
        """Where the field stands in the viewport."""
        return QRectF(self.mapFromScene(self.field.mapRectToScene(self.field.size)).boundingRect())

    def focus_card(self, card_id: str) -> None:
        """Choose a card."""
        if card_id in self._cards or not card_id:
            self.focused = card_id
            self._mark()
            self.choice_changed.emit(card_id)

    def _lay_out(self) -> None:
        if self._view is None or self._held:
            return
        width, height = float(self.viewport().width()), float(self.viewport().height()) - 2
        if width < 120 or height < 120:
            return
        tray_width = width - PARK_WIDTH - 10
        rows = self._tray_rows(tray_width)
        tray_height = max(TRAY_ROWS, len(rows)) * ROW + 14
        field = QRectF(0, 0, width - LEFT, max(260.0, height - tray_height - BELOW - 8))
        self.field.setPos(LEFT, 0)
        self.field.show_matrix(self._view.matrix, field)
        top = field.height() + BELOW + 8
        self._tray.setPos(0, top)
        self._park.setPos(tray_width + 10, top)
        waiting = bool(self._view.waiting)
        self._tray.show_tray(
            QRectF(0, 0, tray_width, tray_height),
            self.tr("Ikke placeret") if waiting else self.tr("Alle er placeret"),
            self.tr("Træk op i feltet") if waiting else self.tr("Træk et kort herned, hvis det skal vente"),
        )
        self._park.show_tray(QRectF(0, 0, PARK_WIDTH, TRAY_LEAST), *self._park_words)
        y = top + (tray_height - len(rows) * ROW + 6) / 2
        for row in rows:
            x = TRAY_LABEL
            for item in row:
                item.setPos(x, y)
                x += item.size.width() + 10
            y += ROW
        places = {
            card.id: Place(px, py, self._cards[card.id].size.width(), self._cards[card.id].size.height())
            for card, px, py in self._view.placed
        }
        for card_id, box in settle(places, field.width(), field.height(), HEAD).items():
            self._cards[card_id].setPos(LEFT + box.x, box.y)
        self._scene.setSceneRect(0, 0, width, max(height, top + tray_height))

    def _tray_rows(self, width: float) -> list[list[CardItem]]:
        """The waiting cards in rows: narrower where two rows would not hold them, so that the field
        keeps its height and no placed card moves when one leaves the tray."""
        assert self._view is not None
        items = [self._cards[card.id] for card in self._view.waiting]
        room = width - TRAY_LABEL - 10
        rows = _rows([(item, item.natural_width()) for item in items], room)
        if len(rows) > TRAY_ROWS:
            most = max(CARD_LEAST, room / -(-len(items) // TRAY_ROWS) - 10)
            rows = _rows([(item, min(most, item.natural_width())) for item in items], room)
        for row in rows:
            for item, wide in row:
                item.narrow(wide)
        return [[item for item, _ in row] for row in rows]

    def _mark(self) -> None:
        self.spoken.changed()
        for card_id, item in self._cards.items():
            item.set_state(focused=card_id == self.focused)

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        at = self.mapToScene(event.position().toPoint())
        item = self._card_at(at)
        if item is not None:
            self.focus_card(item.card.id)
            self._press, self._grip = at, at - item.pos()
        elif self._park.sceneBoundingRect().contains(at):
            self.park_opened.emit(event.globalPosition().toPoint())
        else:
            self.focus_card("")

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._press is not None and self.focused and event.buttons() & Qt.MouseButton.LeftButton:
            at = self.mapToScene(event.position().toPoint())
            item = self._cards[self.focused]
            if not self._held and (at - self._press).manhattanLength() >= START_PX:
                self._take_up(item)
            if self._held:
                item.setPos(at - self._grip)
                self._show_landing(item, at)
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._press = None
        if self._held:
            self._put_down(self.mapToScene(event.position().toPoint()))

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

    def _take_up(self, item: CardItem) -> None:
        self._held = item.card.id
        self._came_from = item.pos()
        item.set_state(held=True)
        self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def _show_landing(self, item: CardItem, at: QPointF) -> None:
        self._tray.set_target(self._tray.sceneBoundingRect().contains(at))
        self._park.set_target(self._park.sceneBoundingRect().contains(at))
        inside = self._in_field(at)
        self._ghost.setVisible(inside)
        if inside:
            x, y = self._stored_at(item)
            self._show_ghost(item, x, y)
        else:
            self.field.set_target("")
        self.spoken.over(self._held)

    def _show_ghost(self, item: CardItem, x: float, y: float) -> None:
        assert self._view is not None
        size = self.field.size
        box = clamp(Place(x, y, item.size.width(), item.size.height()), size.width(), size.height(), HEAD)
        corner = corner_of(x, y)
        meaning = self._view.matrix.corners.get(corner)
        self.field.set_target(corner)
        self._ghost.setPos(LEFT + box.x, box.y)
        self._ghost.show_at(QRectF(0, 0, box.w, box.h), meaning.title if meaning else "")
        self._ghost.show()

    def _put_down(self, at: QPointF) -> None:
        card_id, self._held = self._held, ""
        item = self._cards[card_id]
        item.set_state(held=False)
        self.viewport().unsetCursor()
        x, y = self._stored_at(item)
        tray = self._tray.sceneBoundingRect().contains(at)
        park = self._park.sceneBoundingRect().contains(at)
        self._end_marks()
        item.setPos(self._came_from)
        if park:
            self.parked.emit(card_id)
        elif tray:
            if not item.in_tray:
                self.taken_down.emit(card_id)
        elif self._in_field(at):
            self.placed.emit(card_id, x, y)
        self._lay_out()

    def _end_marks(self) -> None:
        self.spoken.changed()
        self._ghost.hide()
        self.field.set_target("")
        self._tray.set_target(False)
        self._park.set_target(False)

    def _in_field(self, at: QPointF) -> bool:
        return self.field.size.contains(at - self.field.pos())

    def _stored_at(self, item: CardItem) -> tuple[float, float]:
        place = item.pos() - self.field.pos()
        size = self.field.size
        x, y = stored(
            place.x(), place.y(), item.size.width(), item.size.height(), size.width(), size.height()
        )
        return min(1.0, max(0.0, x)), min(1.0, max(0.0, y))

    # Keyboard

    def lift_by_key(self) -> None:
        """Space: take the card up for the arrow keys, or put it down."""
        if not self.focused:
            return
        if self._key_place is not None:
            self._drop_by_key()
            return
        item = self._cards[self.focused]
        assert self._view is not None
        known = next(((x, y) for card, x, y in self._view.placed if card.id == self.focused), None)
        self._take_up(item)
        self._key_place = known or (0.75, 0.75)
        self._key_moved()

    def drop_by_key(self) -> bool:
        """Enter: put down what is in the air. False when nothing is."""
        if self._key_place is None:
            return False
        self._drop_by_key()
        return True

    def _drop_by_key(self) -> None:
        place, self._key_place = self._key_place, None
        card_id, self._held = self._held, ""
        self._cards[card_id].set_state(held=False)
        self.viewport().unsetCursor()
        self._end_marks()
        if place is not None:
            self.placed.emit(card_id, *place)
        self._lay_out()

    def _cancel(self) -> None:
        if self._held:
            item = self._cards[self._held]
            self._held, self._key_place, self._press = "", None, None
            item.set_state(held=False)
            item.setPos(self._came_from)
            self.viewport().unsetCursor()
            self._end_marks()
            self._lay_out()

    def _key_moved(self) -> None:
        assert self._key_place is not None
        item, size = self._cards[self._held], self.field.size
        x, y = self._key_place
        box = clamp(Place(x, y, item.size.width(), item.size.height()), size.width(), size.height(), HEAD)
        item.setPos(LEFT + box.x, box.y - 6)
        self._show_ghost(item, x, y)
        self.spoken.over(self._held, self._key_place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape and self._held:
            self._cancel()
        elif key in _ARROWS and self._key_place is not None:
            dx, dy = _ARROWS[key]
            x, y = self._key_place
            self._key_place = (min(1.0, max(0.0, x + dx * STEP)), min(1.0, max(0.0, y + dy * STEP)))
            self._key_moved()
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
            if card_id == self.focused:
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
        if self._key_place is not None:
            self._cancel()

    def _card_at(self, at: QPointF) -> CardItem | None:
        for item in self._scene.items(at):
            if isinstance(item, CardItem) and item.shape().contains(at - item.pos()):
                return item
        return None

    def cards(self) -> Sequence[Card]:
        """What is shown, in order."""
        return [self._cards[card_id].card for card_id in self._order]

    def _recolour(self) -> None:
        self.setBackgroundBrush(theme.current().color("canvas"))
        for item in self._scene.items():
            item.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()


def _rows(items: list[tuple[CardItem, float]], room: float) -> list[list[tuple[CardItem, float]]]:
    """Items with their widths, row by row."""
    rows: list[list[tuple[CardItem, float]]] = [[]]
    used = 0.0
    for item, wide in items:
        if rows[-1] and used + wide > room:
            rows.append([])
            used = 0.0
        rows[-1].append((item, wide))
        used += wide + 10
    return rows
