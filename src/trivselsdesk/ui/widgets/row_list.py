"""A list of rows that keep their widgets by id and can be put in another order by mouse or keyboard."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from trivselsdesk.ui import theme
from trivselsdesk.ui.widgets.buttons import IconButton
from trivselsdesk.ui.widgets.card import Panel
from trivselsdesk.ui.widgets.grip import Grip

_EDGE = 36
"""Pixels from the edge of a scrolling area where a drag scrolls it."""


class ListRow(Panel):
    """A row of a RowList. Alt+↑/↓ anywhere in it asks to be moved."""

    shift = Signal(str, int)

    def __init__(
        self, record_id: str, grip: Grip | None = None, *, fill: str = "surface", edge: str = ""
    ) -> None:
        super().__init__(fill, edge)
        self.record_id = record_id
        self.grip = grip

    def watch(self, field: QWidget) -> None:
        """Let Alt+↑/↓ move the row also from a field that would use the arrows itself."""
        field.installEventFilter(self)

    def holds_focus(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and (focused is self or self.isAncestorOf(focused))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._shifted(event):
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._shifted(event):
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._wake()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._wake()

    def _shifted(self, event: QKeyEvent) -> bool:
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if by and self.grip is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.shift.emit(self.record_id, by)
            return True
        return False

    def _wake(self) -> None:
        for each in (*self.findChildren(HoverButton), *self.findChildren(Grip)):
            each.update()


class HoverButton(IconButton):
    """An icon button that shows while its row is under the pointer or holds the focus."""

    def paintEvent(self, event: QPaintEvent) -> None:
        row = self.parentWidget()
        while row is not None and not isinstance(row, ListRow):
            row = row.parentWidget()
        if row is None or row.underMouse() or row.holds_focus():
            super().paintEvent(event)


class RowList(QWidget):
    """Rows from top to bottom. ``moved`` carries an id and its new index, counted without itself."""

    moved = Signal(str, int)
    rearranged = Signal()
    """Rows came, went or changed places: the tab order is to be mended."""

    def __init__(self, *, spacing: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(spacing)
        self._rows: dict[str, ListRow] = {}
        self._order: list[str] = []
        self._drag: _Drag | None = None

    def ids(self) -> list[str]:
        return list(self._order)

    def rows(self) -> list[ListRow]:
        """The rows from the top."""
        return [self._rows[each] for each in self._order]

    def row(self, record_id: str) -> ListRow | None:
        return self._rows.get(record_id)

    def sync(self, ids: Sequence[str], make: Callable[[str], ListRow]) -> None:
        """Show these rows in this order; a row that stays keeps its widget, its focus and its draft."""
        wanted = list(ids)
        if wanted == self._order:
            return
        self._end_drag()
        for gone in set(self._order) - set(wanted):
            row = self._rows.pop(gone)
            if row.holds_focus():
                self._pass_focus_on(gone, wanted)
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        for place, record_id in enumerate(wanted):
            row = self._rows.get(record_id) or self._adopt(make(record_id))
            if self._column.indexOf(row) != place:
                self._column.removeWidget(row)
                self._column.insertWidget(place, row)
                # A layout shows what it is given only when events run; the cursor may go there before that.
                row.setVisible(True)
        self._order = wanted
        self.rearranged.emit()

    def _adopt(self, row: ListRow) -> ListRow:
        self._rows[row.record_id] = row
        row.shift.connect(self._shift)
        if row.grip is not None:
            row.grip.started.connect(self._begin_drag)
            row.grip.dragged.connect(self._drag_to)
            row.grip.dropped.connect(self._drop)
            row.grip.cancelled.connect(self._end_drag)
        return row

    def _pass_focus_on(self, gone: str, wanted: list[str]) -> None:
        place = self._order.index(gone)
        near = [
            each for each in (*self._order[place + 1 :], *reversed(self._order[:place])) if each in wanted
        ]
        if near and near[0] in self._rows:
            next_row = self._rows[near[0]]
            for child in next_row.findChildren(QWidget):
                if child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.isVisibleTo(next_row):
                    child.setFocus(Qt.FocusReason.OtherFocusReason)
                    return

    def _shift(self, record_id: str, by: int) -> None:
        index = self._order.index(record_id) + by
        if 0 <= index < len(self._order):
            self.moved.emit(record_id, index)
            row = self._rows.get(record_id)
            if row is not None:
                bring_into_view(row)

    # Dragging: only the screen changes until the row is let go.

    def _begin_drag(self, at: QPoint) -> None:
        grip = self.sender()
        row = next((each for each in self._rows.values() if each.grip is grip), None)
        if row is not None:
            self._drag = _Drag(self, row, at)

    def _drag_to(self, at: QPoint) -> None:
        if self._drag is not None:
            self._drag.move(at)

    def _drop(self, at: QPoint) -> None:
        if self._drag is None:
            return
        self._drag.move(at)
        record_id, index = self._drag.row.record_id, self._drag.index
        self._end_drag()
        if index != self._order.index(record_id):
            self.moved.emit(record_id, index)

    def _end_drag(self) -> None:
        if self._drag is not None:
            self._drag.end()
            self._drag = None


def scroll_area_of(widget: QWidget) -> QScrollArea | None:
    """The scrolling area that a widget lies in."""
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, QScrollArea):
        parent = parent.parentWidget()
    return parent


def bring_into_view(widget: QWidget) -> None:
    """Scroll until the widget shows; of one that is taller than the area, its top."""
    area = scroll_area_of(widget)
    if area is None:
        return
    # What was just added has no place yet: let the layouts that wait do their work first.
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    inside = area.widget()
    if inside is None:
        return
    top = widget.mapTo(inside, QPoint(0, 0)).y()
    bar, seen = area.verticalScrollBar(), area.viewport().height()
    if top < bar.value() or widget.height() > seen:
        bar.setValue(top)
    elif top + widget.height() > bar.value() + seen:
        bar.setValue(top + widget.height() - seen)


class _Drag:
    """One drag of one row: its picture under the pointer and the line where it would land."""

    def __init__(self, rows: RowList, row: ListRow, at: QPoint) -> None:
        self.rows, self.row = rows, row
        self.index = rows.ids().index(row.record_id)
        self._offset = rows.mapFromGlobal(at).y() - row.y()
        self._at = at
        self._ghost = _Ghost(row.grab(), rows)
        self._line = _DropLine(rows)
        self._ghost.setGeometry(row.geometry())
        self._ghost.show()
        self._line.show()
        self._timer = QTimer(rows)
        self._timer.setInterval(30)
        self._timer.timeout.connect(self._scroll)
        self._timer.start()

    def move(self, at: QPoint) -> None:
        self._at = at
        here = self.rows.mapFromGlobal(at).y()
        top = max(0, min(here - self._offset, self.rows.height() - self._ghost.height()))
        self._ghost.move(self.row.x(), top)
        others = [each for each in self.rows.rows() if each is not self.row]
        self.index = sum(1 for each in others if each.geometry().center().y() < here)
        if self.index < len(others):
            gap = others[self.index].geometry().top()
        else:
            gap = others[-1].geometry().bottom() + 1 if others else 0
        self._line.setGeometry(QRect(0, max(0, min(gap - 2, self.rows.height() - 4)), self.rows.width(), 4))
        self._ghost.raise_()
        self._line.raise_()

    def end(self) -> None:
        self._timer.stop()
        for each in (self._ghost, self._line, self._timer):
            each.deleteLater()
        self._ghost.hide()
        self._line.hide()

    def _scroll(self) -> None:
        area = scroll_area_of(self.rows)
        if area is None:
            return
        here = area.viewport().mapFromGlobal(self._at).y()
        bar = area.verticalScrollBar()
        by = -12 if here < _EDGE else 12 if here > area.viewport().height() - _EDGE else 0
        if by:
            bar.setValue(bar.value() + by)
            self.move(self._at)


class _Ghost(QWidget):
    """The lifted row as it looked."""

    def __init__(self, picture: QPixmap, parent: QWidget) -> None:
        super().__init__(parent)
        self._picture = picture
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setOpacity(0.92)
        painter.drawPixmap(0, 0, self._picture)
        painter.setOpacity(1.0)
        painter.setPen(theme.current().color("primary"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))


class _DropLine(QWidget):
    """The bar that shows the landing place."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme.current().color("primary"))
