"""The drejebog as a line: a piece for each part with its clock time, breaks in amber."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from trivselsdesk.domain.agenda import BREAK, Row
from trivselsdesk.domain.danish import format_clock
from trivselsdesk.ui import theme
from trivselsdesk.ui.widgets import paint

_BAR = 8
_GAP = 3
_LEAST = 6


class Timeline(QWidget):
    """Names and times are left out where a piece is too narrow for them; the tooltip has them all."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.notifier.changed.connect(self.update)

    def set_rows(self, rows: Sequence[Row]) -> None:
        """The parts in order. Those without minutes take no room."""
        self._rows = [row for row in rows if row.item.minutes > 0]
        lines = [f"{format_clock(row.start)} {' '.join(row.item.title.split())[:60]}" for row in self._rows]
        self.setToolTip("\n".join(lines[:20]))
        self.setAccessibleName(", ".join(lines[:20]))
        self.setVisible(bool(self._rows))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, _BAR + 5 + 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), theme.current()
        strong, plain = look.font("caption", weight=700), look.font("caption")
        total = sum(row.item.minutes for row in self._rows)
        room = self.width() - _GAP * (len(self._rows) - 1) - _LEAST * len(self._rows)
        left = 0.0
        for row in self._rows:
            width = _LEAST + max(room, 0) * row.item.minutes / total
            paint.rounded(
                painter, QRectF(left, 0, width, _BAR), 2, "warnLine" if row.item.tool == BREAK else "primary"
            )
            clock = format_clock(row.start)
            clock_width = QFontMetricsF(strong).horizontalAdvance(clock)
            if clock_width <= width:
                box = QRectF(left, _BAR + 4, width, 20)
                paint.text(painter, box, clock, strong, "ink", Qt.AlignmentFlag.AlignLeft)
                rest = box.adjusted(clock_width + 6, 0, -4, 0)
                title = " ".join(row.item.title.split())[:60]
                if QFontMetricsF(plain).horizontalAdvance(title) <= rest.width():
                    paint.text(painter, rest, title, plain, "ink2", Qt.AlignmentFlag.AlignLeft)
            left += width + _GAP
