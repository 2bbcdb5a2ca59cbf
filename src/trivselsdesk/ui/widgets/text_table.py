"""A plain table of words: read only, walked by arrow keys, and of any length."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.ui import theme

ROW_HIGH = 46
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class TableCell:
    """Words, and how they stand."""

    words: str
    tone: str = ""
    """Colour role of its ground, such as ``primary``; empty for none. Never without words."""
    strong: bool = False


class _Rows(QAbstractTableModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.head: tuple[str, ...] = ()
        self.rows: Sequence[Sequence[TableCell]] = ()

    def show_rows(self, head: Sequence[str], rows: Sequence[Sequence[TableCell]]) -> None:
        self.beginResetModel()
        self.head, self.rows = tuple(head), rows
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.head)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.head):
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.head[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        cell = self.rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.words
        if role == Qt.ItemDataRole.ToolTipRole:
            return cell.words[:600] or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            row = self.rows[index.row()][0].words
            return f"{row}, {self.head[index.column()]}: {cell.words}" if index.column() else row
        if role == Qt.ItemDataRole.FontRole and cell.strong:
            font = QFont(theme.current().font("body"))
            font.setWeight(QFont.Weight.Bold)
            return font
        if role == Qt.ItemDataRole.BackgroundRole and cell.tone:
            return theme.current().color(f"{cell.tone}Tint")
        if role == Qt.ItemDataRole.ForegroundRole and cell.tone:
            return theme.current().color(f"{cell.tone}Ink")
        return None


class TextTable(QTableView):
    """Enter, or a double click, opens a cell; Tab leaves the table."""

    opened = Signal(int, int)
    """Row and column."""
    head_opened = Signal(int)
    """The heading of a column was clicked."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._rows = _Rows(self)
        self.setModel(self._rows)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(True)
        down = self.verticalHeader()
        down.hide()
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setDefaultSectionSize(ROW_HIGH)
        across = self.horizontalHeader()
        across.setHighlightSections(False)
        across.setTextElideMode(Qt.TextElideMode.ElideRight)
        across.setSectionsClickable(True)
        across.sectionClicked.connect(self.head_opened)
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.doubleClicked.connect(self._open)
        theme.notifier.changed.connect(self.viewport().update)

    def show_rows(
        self, head: Sequence[str], rows: Sequence[Sequence[TableCell]], widths: Sequence[int] = ()
    ) -> None:
        """Show other rows; the keyboard stays where it is. ``widths`` in px, 0 takes what is left."""
        at = self.currentIndex()
        self._rows.show_rows(head, rows)
        across = self.horizontalHeader()
        for place, wide in enumerate(widths):
            mode = QHeaderView.ResizeMode.Interactive if wide else QHeaderView.ResizeMode.Stretch
            across.setSectionResizeMode(place, mode)
            if wide:
                self.setColumnWidth(place, wide)
        if rows and head:
            row, column = max(0, at.row()), max(0, at.column())
            self.setCurrentIndex(self._rows.index(min(row, len(rows) - 1), min(column, len(head) - 1)))

    def words_at(self, row: int, column: int) -> str:
        """What stands in a cell."""
        return self._rows.rows[row][column].words

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _open(self, index: _Index) -> None:
        self.opened.emit(index.row(), index.column())
