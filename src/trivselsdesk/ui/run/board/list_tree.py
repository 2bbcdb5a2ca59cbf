"""A tree of large rows that keeps selection, focus, scroll and what is open when its rows change."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFocusEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from trivselsdesk.ui import theme
from trivselsdesk.ui.run.board.list_paint import RowLook, State
from trivselsdesk.ui.run.board.list_rows import GROUP, TILE, ZONE, Row, Rows, key_of
from trivselsdesk.ui.surface.growth import Growth
from trivselsdesk.ui.surface.layout import FONTS
from trivselsdesk.ui.surface.model import ZoneModel

_NO_CHANGE = QItemSelectionModel.SelectionFlag.NoUpdate
USUAL_SIZE = 18
"""Type size to begin with, in px."""


class _Heights(QStyledItemDelegate):
    def __init__(self, tree: RowTree) -> None:
        super().__init__(tree)
        self._tree = tree

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(40, self._tree.height_of(index))


class RowTree(QTreeView):
    """Rows of zones, themes and notes, each painted from edge to edge."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("clear")
        self.rows = Rows()
        self.look = RowLook()
        self._heights = _Heights(self)
        self.setItemDelegate(self._heights)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setAnimated(False)
        self.setExpandsOnDoubleClick(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.verticalScrollBar().setSingleStep(24)
        self.growth = Growth(self, self.show_zones)
        self._bar_wide = self.verticalScrollBar().sizeHint().width()
        self._closed: set[str] = set()
        self._hovered = ""
        self._chosen: list[str] = []
        self._chosen_set: set[str] = set()
        self._changing = False
        self._zones: tuple[ZoneModel, ...] = ()
        self._matching: frozenset[str] | None = None
        self.held: frozenset[str] = frozenset()
        """Keys of the rows that are in the air."""
        self.marked = ""
        """Key of the row that something would land in."""
        self.setModel(self.rows)
        self.collapsed.connect(self._note_closed)
        self.expanded.connect(self._note_open)
        theme.notifier.changed.connect(self._recolour)

    # What is shown

    @property
    def type_size(self) -> int:
        """Type size of the notes, in px."""
        return self.look.size

    def set_type_size(self, size: int) -> None:
        """Larger or smaller notes, within what the design system allows."""
        size = max(FONTS[-1], min(FONTS[0], size))
        if size != self.look.size:
            self.look.set_size(size)
            self.scheduleDelayedItemsLayout()

    def show_matching(self, ids: Collection[str] | None) -> None:
        """Dim all notes but these; None ends it."""
        self._matching = None if ids is None else frozenset(ids)
        self.viewport().update()

    def show_zones(self, zones: Sequence[ZoneModel]) -> None:
        """Show this. What is chosen, focused, open and scrolled to stays, by its id."""
        self._show(self.growth.part(zones, self.rows.tiles))

    def _show(self, zones: Sequence[ZoneModel]) -> None:
        current = self.current_row()
        order = [row.key for row in self._open_rows(current)] if current is not None else []
        anchor, offset = self._anchor()
        self._zones = tuple(zones)
        self._changing = True
        self.setAutoScroll(False)
        for key in self.rows.show_zones(zones):
            self.setExpanded(self.rows.index_of(key), key not in self._closed)
        self._closed = {key for key in self._closed if key in self.rows}
        self._restore_focus(current, order)
        self._select([each for each in self._chosen if key_of(TILE, each) in self.rows])
        self.setAutoScroll(True)
        self._changing = False
        if anchor in self.rows:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self.visualRect(self.rows.index_of(anchor)).top() - offset)
        self.viewport().update()

    def row_at(self, point: QPoint) -> Row | None:
        """The row under a point of the viewport."""
        return self.rows.row_at(self.indexAt(point))

    def current_row(self) -> Row | None:
        """The row that the keyboard is at."""
        return self.rows.row_at(self.currentIndex())

    def rect_of(self, key: str) -> QRectF:
        """Where a row stands in the viewport; it is brought to light where its heading is closed."""
        index = self.rows.index_of(key)
        self._open_above(index)
        return QRectF(self.visualRect(index))

    def text_rect(self, key: str) -> QRectF:
        """Where the text of a row stands in the viewport; the row is scrolled to if it is out of sight."""
        row = self.rows.row_at(self.rows.index_of(key))
        rect = self.rect_of(key)
        if rect.top() < 0 or rect.bottom() > self.viewport().height():
            self.scrollTo(self.rows.index_of(key))
            rect = self.rect_of(key)
        return self.look.text_box(row, rect) if row is not None else rect

    def toggle(self, key: str) -> None:
        """Open or close a heading."""
        index = self.rows.index_of(key)
        self.setExpanded(index, not self.isExpanded(index))

    def height_of(self, index: QModelIndex | QPersistentModelIndex) -> int:
        """The height of a row in px."""
        row = self.rows.row_at(index)  # type: ignore[arg-type]
        if row is None:
            return 40
        # As if the scroll bar were always there: heights must not depend on whether they need one.
        width = self.width() - self._bar_wide
        return round(self.look.height(row, width, row.kind == ZONE and index.row() == 0))

    # Inside

    def _select(self, ids: Sequence[str]) -> None:
        """Select exactly these; the current row stays."""
        selection = QItemSelection()
        for first, last in self._runs(ids):
            selection.select(first, last)
        self._changing, before = True, self._changing
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._changing = before
        self._chosen, self._chosen_set = list(ids), set(ids)
        self.viewport().update()

    def _runs(self, ids: Sequence[str]) -> list[tuple[QModelIndex, QModelIndex]]:
        """Neighbours are selected as one: thousands of single ranges would be slow."""
        runs: list[tuple[QModelIndex, QModelIndex]] = []
        for each in ids:
            index = self.rows.index_of(key_of(TILE, each))
            if runs and runs[-1][1].siblingAtRow(runs[-1][1].row() + 1) == index:
                runs[-1] = (runs[-1][0], index)
            else:
                runs.append((index, index))
        return runs

    def _set_current(self, key: str) -> None:
        self.selectionModel().setCurrentIndex(self.rows.index_of(key), _NO_CHANGE)

    def _restore_focus(self, before: Row | None, order: list[str]) -> None:
        if before is None:
            self.selectionModel().clearCurrentIndex()
            return
        wanted = before.key
        if wanted not in self.rows:
            wanted = next((key for key in order if key in self.rows), "")
        if wanted:
            self._set_current(wanted)
        else:
            self.selectionModel().clearCurrentIndex()

    def _open_rows(self, row: Row) -> list[Row]:
        """The notes of the row's lot that come after it, then those before, then its headings."""
        if row.group is None:
            return []
        ids = [tile.id for tile in row.group.tiles]
        at = ids.index(row.id) if row.kind == TILE and row.id in ids else 0
        found = [Row(TILE, each, row.zone) for each in ids[at + 1 :] + ids[:at][::-1]]
        return [*found, Row(GROUP, row.group.id, row.zone), Row(ZONE, row.zone.id, row.zone)]

    def _anchor(self) -> tuple[str, int]:
        """The row at the upper edge and where it begins; nothing while the top is in sight."""
        row = self.row_at(QPoint(4, 0)) if self.verticalScrollBar().value() else None
        if row is None:
            return "", 0
        return row.key, self.visualRect(self.rows.index_of(row.key)).top()

    def _open_above(self, index: QModelIndex) -> None:
        above = index.parent()
        while above.isValid():
            if not self.isExpanded(above):
                self.setExpanded(above, True)
            above = above.parent()

    def _note_closed(self, index: QModelIndex) -> None:
        row = self.rows.row_at(index)
        if row is not None:
            self._closed.add(row.key)

    def _note_open(self, index: QModelIndex) -> None:
        row = self.rows.row_at(index)
        if row is not None:
            self._closed.discard(row.key)

    def _recolour(self) -> None:
        self.look.set_size(self.look.size)
        self.viewport().update()

    # Qt

    def drawRow(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row = self.rows.row_at(index)  # type: ignore[arg-type]
        if row is None:
            return
        focus = self.hasFocus()
        chosen = row.id in self._chosen_set and row.kind == TILE
        below = self.rows.row_at(self.indexBelow(index))  # type: ignore[arg-type]
        state = State(
            open=self.isExpanded(index),  # type: ignore[arg-type]
            last=below is None or below.kind == ZONE,
            chosen=chosen and (len(self._chosen) > 1 or not focus),
            focused=focus and index == self.currentIndex(),
            hovered=row.key == self._hovered,
            held=row.key in self.held,
            target=row.key == self.marked,
            dim=row.kind == TILE and self._matching is not None and row.id not in self._matching,
        )
        painter.save()
        self.look.paint(painter, QRectF(option.rect), row, state)  # type: ignore[attr-defined]
        painter.restore()

    def keyboardSearch(self, search: str) -> None:
        """Letters are shortcuts here: to jump by some of them and act by others would be a trap."""

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        row = self.row_at(event.position().toPoint())
        self._hover(row.key if row is not None else "")
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover("")
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if not self.currentIndex().isValid() and event.reason() != Qt.FocusReason.MouseFocusReason:
            self.selectionModel().setCurrentIndex(self.rows.index(0, 0), _NO_CHANGE)
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.scheduleDelayedItemsLayout()

    def _hover(self, key: str) -> None:
        if key != self._hovered:
            self._hovered = key
            self.viewport().update()
