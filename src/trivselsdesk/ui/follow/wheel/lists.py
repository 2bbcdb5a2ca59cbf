"""Dates below each other: beside the wheel, and the whole year with a heading for each month."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from trivselsdesk.domain.danish import MONTHS
from trivselsdesk.domain.pack import Ring
from trivselsdesk.domain.wheel import Mark
from trivselsdesk.ui import theme
from trivselsdesk.ui.follow.wheel.row import DateRow
from trivselsdesk.ui.widgets import icons
from trivselsdesk.ui.widgets.card import Card
from trivselsdesk.ui.widgets.labels import Label
from trivselsdesk.ui.widgets.row_list import ListRow, RowList


class DateList(Card):
    """A heading and a row for each date. Says what is wanted; the page does it."""

    opened = Signal(str)
    held = Signal(str)
    removed = Signal(str)
    days_moved = Signal(str, int)
    menu_wanted = Signal(str, QPoint)

    def __init__(self, title: str) -> None:
        super().__init__(title, padding=0, spacing=0)
        self._marks: dict[str, Mark] = {}
        """Id of a row to what it shows."""
        self.list = RowList()
        self.body.addWidget(self.list)

    def rows(self) -> list[DateRow]:
        """The rows of dates, without the months between them."""
        return [each for each in self.list.rows() if isinstance(each, DateRow)]

    def show_marks(
        self, marks: list[Mark], rings: tuple[Ring, ...], today: date, *, months: bool = False
    ) -> None:
        order: list[str] = []
        self._marks.clear()
        month = None
        for mark in marks:
            if months and (mark.day.year, mark.day.month) != month:
                month = (mark.day.year, mark.day.month)
                order.append(f"{_MONTH}{mark.day.month}")
            # Counted, not dated: a date that moves keeps its row, and with it the keyboard.
            number = 0
            while (row_id := f"{mark.source}:{mark.id}:{number}") in self._marks:
                number += 1
            self._marks[row_id] = mark
            order.append(row_id)
        self.list.sync(order, self._make)
        for row_id, mark in self._marks.items():
            row = self.list.row(row_id)
            if isinstance(row, DateRow):
                row.show_mark(mark, rings, today)

    def _make(self, row_id: str) -> ListRow:
        if row_id.startswith(_MONTH):
            return _MonthRow(row_id)
        row = DateRow(row_id)
        row.opened.connect(self._opened)
        row.held.connect(self._held)
        row.removed.connect(self._removed)
        row.days_moved.connect(self._days_moved)
        row.menu_wanted.connect(self._menu_wanted)
        return row

    def _opened(self, row_id: str) -> None:
        self.opened.emit(self._marks[row_id].key)

    def _held(self, row_id: str) -> None:
        self.held.emit(self._marks[row_id].key)

    def _removed(self, row_id: str) -> None:
        self.removed.emit(self._marks[row_id].key)

    def _days_moved(self, row_id: str, days: int) -> None:
        self.days_moved.emit(self._marks[row_id].key, days)

    def _menu_wanted(self, row_id: str, at: QPoint) -> None:
        self.menu_wanted.emit(self._marks[row_id].key, at)


_MONTH = "month:"


class _MonthRow(ListRow):
    def __init__(self, key: str) -> None:
        super().__init__(key, fill="sunken")
        name = MONTHS[int(key.removeprefix(_MONTH)) - 1]
        label = Label(name.capitalize(), "caption", "ink2", weight=700)
        label.setContentsMargins(14, 5, 14, 5)
        self.body.addWidget(label)


class WarningLines(QWidget):
    """Sentences about what the law wants again, each with its sign."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._cards: list[_Warning] = []

    def sentences(self) -> list[str]:
        return [each.label.text() for each in self._cards]

    def show_sentences(self, sentences: list[str]) -> None:
        if sentences != self.sentences():
            for card in self._cards:
                self._column.removeWidget(card)
                card.hide()
                card.deleteLater()
            self._cards = [_Warning(each) for each in sentences]
            for card in self._cards:
                self._column.addWidget(card)
        self.setVisible(bool(sentences))


class _Warning(Card):
    def __init__(self, sentence: str) -> None:
        super().__init__(padding=12, fill="warnTint", line="warnLine")
        row = QHBoxLayout()
        row.setSpacing(10)
        self._sign = QLabel()
        self.label = Label(sentence, "body", "warnInk", wrap=True)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.label, 1)
        self.body.addLayout(row)
        theme.notifier.changed.connect(self._redraw)
        self._redraw()

    def _redraw(self) -> None:
        self._sign.setPixmap(icons.pixmap("warn", "warnInk", 20))
