"""Rows in the air: carried by the mouse, or led from place to place by the arrow keys."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QCursor,
    QFocusEvent,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QWidget

from trivselsdesk.ui import theme
from trivselsdesk.ui.run.board.gestures import Drag
from trivselsdesk.ui.run.board.list_places import (
    RowLift,
    group_of,
    place_now,
    places,
    resting,
    target_on,
    themes_beside,
)
from trivselsdesk.ui.run.board.list_rows import GROUP, TILE, ZONE, key_of
from trivselsdesk.ui.run.board.list_tree import RowTree
from trivselsdesk.ui.surface.box_item import TONES
from trivselsdesk.ui.surface.targets import Target
from trivselsdesk.ui.widgets import paint

_EDGE = 36
"""So near the upper or lower edge a drag scrolls, in px."""
_LEAD_KEYS = {
    Qt.Key.Key_Down: ("step", 1),
    Qt.Key.Key_Up: ("step", -1),
    Qt.Key.Key_Right: ("jump", 1),
    Qt.Key.Key_Left: ("jump", -1),
}
_DROP_KEYS = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CarryTree(RowTree):
    """Notes and themes can be lifted, led and put down; it says where they landed."""

    landed = Signal(tuple, Target)
    """Notes (ids) were put down somewhere else."""
    group_landed = Signal(str, Target)
    """A theme was put down somewhere else."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.outside: Callable[[QPoint], Target | None] | None = None
        """Asked for targets beside the list, such as the P-plads, by a point of the screen."""
        self.note_tiles = True
        """Whether notes can be dropped on each other to make a theme."""
        self.park_words = self.tr("P-pladsen")
        self._drag: Drag | None = None
        self._lift: RowLift | None = None
        self._held_words = ""
        self._held_theme = False
        self._target: Target | None = None
        self._mouse = QPoint()
        self._scroll_by = 0
        self._scroll_timer = QTimer(self)
        self._scroll_timer.setInterval(30)
        self._scroll_timer.timeout.connect(self._scroll_on)

    @property
    def carrying(self) -> bool:
        """Whether something is in the air."""
        return bool(self.held)

    def take_up(self, ids: tuple[str, ...], group: str) -> None:
        """Lift these notes, or a whole theme with them, to be led by the arrow keys."""
        if not ids and not group:
            return
        ways = places(self._zones, ids, group, park=self.outside is not None)
        self._lift = RowLift(ways, place_now(self._zones, ids, group))
        self.lift(ids, group)
        words = self.tr("Løftet: {what}. Piletasterne flytter, Mellemrum slipper, Esc fortryder.")
        self._say(words.format(what=self._held_words))

    def drop_by_key(self) -> bool:
        """Space or Enter while something is in the air; False when nothing is."""
        if self._lift is None:
            return False
        self._put_down(self._lift.target)
        return True

    def _key_in_the_air(self, key: Qt.Key) -> None:
        if key == Qt.Key.Key_Escape:
            self._let_go()
            self._say(self.tr("Lagt tilbage"))
        elif key in _DROP_KEYS:
            self.drop_by_key()
        elif key in _LEAD_KEYS and self._lift is not None:
            way, by = _LEAD_KEYS[key]
            (self._lift.step if way == "step" else self._lift.jump)(by)
            self.show_target(self._lift.target)
            self._say(self._target_words())

    def _put_down(self, target: Target | None) -> None:
        words = self._target_words()
        self._lift = None
        self.show_target(None)
        if target is not None:
            self._say(words)
        self.set_down(target)

    def _let_go(self) -> None:
        drag, self._drag = self._drag, None
        self._scroll_timer.stop()
        if drag is not None:
            drag.cancel()
        if self._lift is not None:
            self._put_down(None)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._lift is not None:
            self._let_go()

    # Host of the drag: y is counted from the top of the whole list

    def lift(self, ids: tuple[str, ...], group: str) -> None:
        self._held_theme = bool(group)
        keys = [key_of(TILE, each) for each in ids]
        self.held = frozenset([*keys, key_of(GROUP, group)] if group else keys)
        first = self.rows.row_at(self.rows.index_of(key_of(GROUP, group) if group else keys[0]))
        if first is not None and (group or len(ids) == 1):
            self._held_words = self.tr("»{text}«").format(text=" ".join(first.text.split()))
        else:
            self._held_words = self.tr("{n} sedler").format(n=len(ids))
        self.viewport().update()

    def carry(self, dx: float, dy: float) -> None:
        self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        self.viewport().update()

    def find_target(self, x: float, y: float, ids: tuple[str, ...], group: str) -> Target | None:
        if self.outside is not None:
            beside = self.outside(self.viewport().mapToGlobal(self._mouse))
            if beside is not None:
                return beside
        point = QPoint(round(x), round(y) - self.verticalScrollBar().value())
        if not self.viewport().rect().contains(point):
            return None
        return self.place_at(point, ids, group)

    def place_at(self, point: QPoint, ids: tuple[str, ...] = (), group: str = "") -> Target | None:
        """Where these would land from a point of the viewport; they may come from outside the list."""
        row = self.row_at(point)
        if row is None:
            return Target("zone", self._zones[-1].id) if self._zones else None
        rect = self.rect_of(row.key)
        share = (point.y() - rect.top()) / max(1.0, rect.height())
        return target_on(row, share, ids, group, onto=self.note_tiles)

    def show_target(self, target: Target | None) -> None:
        self._target = target
        self.marked = ""
        if target is not None and target.kind == "tile":
            self.marked = key_of(TILE, target.tile)
        elif target is not None and target.kind != "park":
            self.marked = key_of(GROUP, target.group) if target.group else key_of(ZONE, target.zone)
        if self.outside is not None:
            self.outside(QCursor.pos() if target is not None else QPoint(-1, -1))
        if self._lift is not None and target is not None:
            key = self._landing_key(target)[0]
            self.rect_of(key)
            self.scrollTo(self.rows.index_of(key))
        self.viewport().update()

    def set_down(self, target: Target | None) -> None:
        self.viewport().unsetCursor()
        held, self.held = self.held, frozenset()
        rows = [self.rows.row_at(self.rows.index_of(key)) for key in held]
        group = next((row.id for row in rows if row is not None and row.is_theme), "")
        inside = {row.id for row in rows if row is not None and row.kind == TILE}
        ids = tuple(each for each in self.tile_ids() if each in inside)
        self.viewport().update()
        if target is None:
            return
        if group:
            self.group_landed.emit(group, target)
        else:
            self.landed.emit(ids, target)
        self.scrollTo(self.currentIndex())

    # What shows while something is in the air

    def _landing_key(self, target: Target) -> tuple[str, bool]:
        """The row that the bar lies at, and whether above it (else below)."""
        if self._held_theme and target.kind == "zone" and target.index is not None:
            return self._key_beside_themes(target.zone, target.index)
        group = group_of(self._zones, target)
        still = resting(group, {key.partition(":")[2] for key in self.held}) if group is not None else []
        if still and target.index is not None:
            if target.index < len(still):
                return key_of(TILE, still[target.index].id), True
            return key_of(TILE, still[-1].id), False
        if target.group:
            return key_of(GROUP, target.group), False
        return key_of(ZONE, target.zone), False

    def _key_beside_themes(self, zone_id: str, index: int) -> tuple[str, bool]:
        """The row that the bar lies at when a whole theme would come at ``index``, and whether above it."""
        held = next((key.partition(":")[2] for key in self.held if key.startswith(f"{GROUP}:")), "")
        zone = next(each for each in self._zones if each.id == zone_id)
        others = themes_beside(zone, held)
        if index < len(others):
            return key_of(GROUP, others[index].id), True
        if not others:
            return key_of(ZONE, zone_id), False
        last = others[-1]
        shown = last.tiles and self.isExpanded(self.rows.index_of(key_of(GROUP, last.id)))
        return (key_of(TILE, last.tiles[-1].id) if shown else key_of(GROUP, last.id)), False

    def _target_words(self) -> str:
        target = self._target
        if target is None:
            return ""
        if target.kind == "park":
            return self.tr("Slip her: {place}").format(place=self.park_words)
        if target.kind == "tile":
            return self.tr("Slip for at lave et tema")
        zone = next((each.title for each in self._zones if each.id == target.zone), "")
        group = group_of(self._zones, target)
        place = zone
        if self._held_theme and target.group and group is not None:
            return self.tr("Slip for at lægge temaet sammen med »{theme}«").format(theme=group.title)
        if group is not None and not group.loose:
            place = self.tr("{zone} › {theme}").format(zone=zone, theme=group.title)
        if target.index is None:
            return self.tr("Slip her: {place}").format(place=place)
        return self.tr("Slip her: {place}, nr. {n}").format(place=place, n=target.index + 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.carrying:
            return
        painter = QPainter(self.viewport())
        target = self._target
        bar = None
        if target is not None and target.kind in ("zone", "group") and target.index is not None:
            key, above = self._landing_key(target)
            rect = self.rect_of(key)
            tone = next((each.tone for each in self._zones if each.id == target.zone), "plain")
            bar = QRectF(rect.left() + 16, (rect.top() if above else rect.bottom()) - 2, rect.width() - 32, 4)
            paint.rounded(painter, bar, 2, TONES[tone][1])
        words = self._target_words() or self._held_words
        at = self._mouse + QPoint(18, 10)
        if self._lift is not None:
            below = bar or (self.rect_of(self.marked) if self.marked else None)
            at = QPoint(16, self.viewport().height())
            if below is not None:
                at = QPoint(16, round(below.bottom()))
        self._paint_words(painter, at, words)

    def _paint_words(self, painter: QPainter, at: QPoint, words: str) -> None:
        font = theme.current().font("bodyStrong")
        width = min(QFontMetricsF(font).horizontalAdvance(words) + 26, self.viewport().width() - 24.0)
        left = max(8.0, min(float(at.x()), self.viewport().width() - width - 8))
        top = max(4.0, min(float(at.y()) + 6, self.viewport().height() - 40.0))
        box = QRectF(left, top, width, 34)
        paint.rounded(painter, box, theme.current().radius("control"), "ink")
        inner = box.adjusted(12, 0, -12, 0)
        paint.text(painter, inner, words, font, "surface", Qt.AlignmentFlag.AlignLeft)

    def _say(self, words: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _down(self, point: QPoint) -> int:
        return point.y() + self.verticalScrollBar().value()

    def _scroll_near_edge(self) -> None:
        y = self._mouse.y()
        self._scroll_by = -14 if y < _EDGE else 14 if y > self.viewport().height() - _EDGE else 0
        if self._scroll_by and self.carrying:
            self._scroll_timer.start()
        else:
            self._scroll_timer.stop()

    def _scroll_on(self) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self._scroll_by)
        if self._drag is not None:
            self._drag.move(self._mouse.x(), self._down(self._mouse))
