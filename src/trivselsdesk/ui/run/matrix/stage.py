"""What stands in the mulighedsrum: cards in the field and in the tray, kept in step with the records."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QFrame, QGraphicsScene, QGraphicsView, QWidget

from trivselsdesk.domain.board import Card, MatrixView
from trivselsdesk.domain.pack import AlwaysAct
from trivselsdesk.domain.passes import standing_on, waiting_for
from trivselsdesk.ui import theme
from trivselsdesk.ui.run.matrix.places import spot_key
from trivselsdesk.ui.surface.card_item import CARD_LEAST, SMALLER, TRAY_CARD_HEIGHT, CardItem
from trivselsdesk.ui.surface.matrix_items import HEAD, FieldItem, GhostItem, TrayItem
from trivselsdesk.ui.surface.matrix_layout import (
    Box,
    Place,
    clamp,
    clamp_on_line,
    overlapping,
    settle,
    settle_on_line,
)
from trivselsdesk.ui.surface.measure import Measure

LEFT = 34.0
BELOW = 32.0
TRAY_LEAST = 74.0
TRAY_ROWS = 2
TRAY_LABEL = 118.0
TURN = 52.0
"""Room for the arrow that turns the tray's page."""
PARK_WIDTH = 236.0
ROW = TRAY_CARD_HEIGHT + 6


class MatrixStage(QGraphicsView):
    """Shows where cards stand. It knows nothing of gestures."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene = QGraphicsScene(self)
        self.setScene(self._scene)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.BoundingRectViewportUpdate)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._measure = Measure(700)
        self._view: MatrixView | None = None
        self._park_words = ("", "")
        self.axis = ""
        """The axis that the room speaks of; empty when both are open."""
        self.line = ""
        """The axis that is shown alone, as one line; empty when the whole field is shown."""
        self.field = FieldItem()
        self._tray = TrayItem(parking=False)
        self._park = TrayItem(parking=True)
        self._ghost = GhostItem()
        self._ghost.hide()
        for item in (self._tray, self._park, self.field, self._ghost):
            self._scene.addItem(item)
        self._cards: dict[str, CardItem] = {}
        self._order: list[str] = []
        self._waiting: list[Card] = []
        self._pages: list[list[str]] = []
        """The waiting cards as the tray shows them, page by page."""
        self._page = 0
        self.focused = ""
        """The card that the keyboard is at."""
        theme.notifier.changed.connect(self._recolour)
        self._recolour()

    @property
    def shown(self) -> MatrixView | None:
        """What is shown, as it was handed over."""
        return self._view

    def waiting(self) -> list[Card]:
        """The cards in the tray."""
        return list(self._waiting)

    def standing(self) -> list[tuple[Card, float, float]]:
        """The cards in the field with their places."""
        return standing_on(self._view, self.axis_of_field) if self._view is not None else []

    @property
    def axis_of_field(self) -> str:
        """The axis on which a card must have its place to stand in the field."""
        return self.line or self.axis

    def show_view(
        self,
        view: MatrixView,
        lift_words: dict[str, str],
        always_act: AlwaysAct | None,
        park: tuple[str, str],
        axis: str = "",
    ) -> None:
        """Show this. ``lift_words`` are the marks by lift id; ``park`` is title and count.

        ``axis`` is the one that the room speaks of; the first of two passes is shown as one line.
        """
        waiting = waiting_for(view, axis)
        standing = [card for card, _, _ in standing_on(view, axis)]
        cards = [*waiting, *standing]
        gone = set(self._cards) - {card.id for card in cards}
        self._about_to_go(gone)
        self._view, self._park_words, self.axis = view, park, axis
        self.line = axis if axis and axis == view.matrix.passes[0] else ""
        self._waiting = waiting
        self._order = [card.id for card in (*standing, *waiting)]
        for card_id in gone:
            self._scene.removeItem(self._cards.pop(card_id))
        in_tray = {card.id for card in self._waiting}
        for card in cards:
            if card.id not in self._cards:
                self._cards[card.id] = CardItem(card, self._measure)
                self._scene.addItem(self._cards[card.id])
            words = lift_words.get(card.lift, "") if card.lift else ""
            self._cards[card.id].show_card(
                card, in_tray=card.id in in_tray, lift_words=words, always_act=always_act
            )
        if self.focused not in self._cards:
            self.focused = ""
        self._lay_out()
        self._mark()

    def _about_to_go(self, gone: set[str]) -> None:
        """Called before cards are taken away."""

    def _mark(self) -> None:
        for card_id, item in self._cards.items():
            item.set_state(focused=card_id == self.focused)

    def card_rect(self, card_id: str) -> QRectF:
        """Where a card stands in the viewport."""
        item = self._cards[card_id]
        return QRectF(self.mapFromScene(item.mapRectToScene(item.size)).boundingRect())

    def field_rect(self) -> QRectF:
        """Where the field stands in the viewport."""
        return QRectF(self.mapFromScene(self.field.mapRectToScene(self.field.size)).boundingRect())

    def cards(self) -> Sequence[Card]:
        """What is shown, in order."""
        return [self._cards[card_id].card for card_id in self._order]

    # Where everything stands

    def _lay_out(self) -> None:
        if self._view is None:
            return
        width, height = float(self.viewport().width()), float(self.viewport().height()) - 2
        if width < 120 or height < 120:
            return
        tray_width = width - PARK_WIDTH - 10
        tray_height = TRAY_ROWS * ROW + 14
        field = QRectF(0, 0, width - LEFT, max(260.0, height - tray_height - BELOW - 8))
        self.field.setPos(LEFT, 0)
        self.field.show_matrix(self._view.matrix, field, self.line)
        top = field.height() + BELOW + 8
        self._tray.setPos(0, top)
        self._park.setPos(tray_width + 10, top)
        self._seat_tray(tray_width, tray_height, top)
        self._park.show_tray(QRectF(0, 0, PARK_WIDTH, TRAY_LEAST), *self._park_words)
        for card_id, box in self._seats(field).items():
            self._cards[card_id].setPos(LEFT + box.x, box.y)
            self._cards[card_id].setVisible(True)
        self._scene.setSceneRect(0, 0, width, max(height, top + tray_height))

    def _seats(self, field: QRectF) -> dict[str, Box]:
        """Where the cards stand; those of a full quarter are shown small, so that none lies on another."""
        standing = self.standing()
        for card, _, _ in standing:
            self._cards[card.id].set_small(0)
        seats = self._settled(field)
        for way in range(1, len(SMALLER) + 1):
            lying = overlapping(seats)
            full = {spot_key(x, y, self.line) for card, x, y in standing if card.id in lying}
            if not full:
                break
            for card, x, y in standing:
                if spot_key(x, y, self.line) in full:
                    self._cards[card.id].set_small(way)
            seats = self._settled(field)
        return seats

    def _settled(self, field: QRectF) -> dict[str, Box]:
        places = {
            card.id: Place(x, y, self._cards[card.id].size.width(), self._cards[card.id].size.height())
            for card, x, y in self.standing()
        }
        if self.line:
            return settle_on_line(places, field.width(), field.height(), HEAD, self.line)
        return settle(places, field.width(), field.height(), HEAD)

    def _box_at(self, item: CardItem, x: float, y: float) -> Box:
        """Where a card alone would stand in the field."""
        size = self.field.size
        place = Place(x, y, item.size.width(), item.size.height())
        if self.line:
            return clamp_on_line(place, size.width(), size.height(), HEAD, self.line)
        return clamp(place, size.width(), size.height(), HEAD)

    def _seat_tray(self, width: float, height: float, top: float) -> None:
        waiting = bool(self._waiting)
        self._pages = self._tray_pages(width)
        at = next((number for number, page in enumerate(self._pages) if self.focused in page), self._page)
        self._page = max(0, min(at, len(self._pages) - 1))
        several = len(self._pages) > 1
        title = self.tr("Ikke placeret") if waiting else self.tr("Alle er placeret")
        hint = self.tr("Træk op i feltet") if waiting else self.tr("Træk et kort herned, hvis det skal vente")
        if several:
            hint = self.tr("{n} af {all} vises").format(
                n=len(self._pages[self._page]), all=len(self._waiting)
            )
        self._tray.show_tray(QRectF(0, 0, width, height), title, hint, turn=several)
        shown = self._pages[self._page] if self._pages else []
        for card in self._waiting:
            self._cards[card.id].setVisible(card.id in shown)
        rows = _rows([self._cards[each] for each in shown], self._tray_room(width, several))
        y = top + (height - len(rows) * ROW + 6) / 2
        for row in rows:
            x = TRAY_LABEL
            for item in row:
                item.setPos(x, y)
                x += item.size.width() + 10
            y += ROW

    def _tray_pages(self, width: float) -> list[list[str]]:
        """The waiting cards in as many pages as they need, two rows on each: so the field keeps its
        height, and no card in it moves when one leaves the tray."""
        items = [self._cards[card.id] for card in self._waiting]
        room, least = (self._tray_room(width, several=each) for each in (False, True))
        for item in items:
            item.narrow(min(room, item.natural_width()))
        if len(_rows(items, room)) <= TRAY_ROWS:
            return [[item.card.id for item in items]] if items else []
        most = max(CARD_LEAST, room / -(-len(items) // TRAY_ROWS) - 10)
        for item in items:
            item.narrow(min(max(most, item.least_width()), item.natural_width(), least))
        rows = _rows(items, room)
        if len(rows) > TRAY_ROWS:
            rows = _rows(items, least)
        pages = [rows[start : start + TRAY_ROWS] for start in range(0, len(rows), TRAY_ROWS)]
        return [[item.card.id for row in page for item in row] for page in pages]

    @staticmethod
    def _tray_room(width: float, several: bool) -> float:
        return width - TRAY_LABEL - 10 - (TURN if several else 0.0)

    def turn_tray(self) -> None:
        """Show the next waiting cards; after the last come the first again."""
        if len(self._pages) > 1:
            self._page = (self._page + 1) % len(self._pages)
            if self.focused not in self._pages[self._page]:
                self.focused = ""
            self._lay_out()
            self._mark()

    def _card_at(self, at: QPointF) -> CardItem | None:
        for item in self._scene.items(at):
            if isinstance(item, CardItem) and item.isVisible() and item.shape().contains(at - item.pos()):
                return item
        return None

    def _recolour(self) -> None:
        self.setBackgroundBrush(theme.current().color("canvas"))
        for item in self._scene.items():
            item.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()


def _rows(items: Sequence[CardItem], room: float) -> list[list[CardItem]]:
    """Items row by row, as wide as they are."""
    rows: list[list[CardItem]] = [[]]
    used = 0.0
    for item in items:
        wide = item.size.width()
        if rows[-1] and used + wide > room:
            rows.append([])
            used = 0.0
        rows[-1].append(item)
        used += wide + 10
    return rows
