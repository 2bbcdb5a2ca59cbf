"""The numbers over the statuspil: done, on the way, agreed, and how many are late or stand still."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from trivselsdesk.ui import theme
from trivselsdesk.ui.widgets import icons, paint
from trivselsdesk.ui.widgets.labels import Label


class Tally(QWidget):
    """Fill it with ``show_counts``."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.boxes = [_Box() for _ in range(3)]
        for box in self.boxes:
            row.addWidget(box)
        self._of_which = Label(self.tr("heraf"), "bodyStrong", "ink2")
        row.addWidget(self._of_which)
        self.late = _Box("must", "warn")
        self.stale = _Box("warn", "pause")
        for box in (self.late, self.stale):
            row.addWidget(box)

    def show_counts(self, counts: list[tuple[int, str]], late: int, stale: int) -> None:
        for box, (count, words) in zip(self.boxes, counts, strict=True):
            box.show_count(count, words)
        self.late.show_count(late, self.tr("over tid"))
        self.late.setVisible(late > 0)
        self.stale.show_count(stale, self.tr("står stille"))
        self.stale.setVisible(stale > 0)
        self._of_which.setVisible(late > 0 or stale > 0)

    def text(self) -> str:
        """All numbers in words."""
        shown = [*self.boxes, *(box for box in (self.late, self.stale) if box.isVisibleTo(self))]
        return ", ".join(box.accessibleName() for box in shown)


class _Box(QWidget):
    def __init__(self, tone: str = "", icon: str = "") -> None:
        super().__init__()
        self._tone, self._icon, self._count, self._words = tone, icon, 0, ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.notifier.changed.connect(self.update)

    def show_count(self, count: int, words: str) -> None:
        if (count, words) != (self._count, self._words):
            self._count, self._words = count, words
            self.setAccessibleName(f"{count} {words}")
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        look = theme.current()
        wide = 28 + 7 + (25 if self._icon else 0)
        wide += math.ceil(QFontMetricsF(look.font("title", size=20)).horizontalAdvance(str(self._count)))
        wide += math.ceil(QFontMetricsF(look.font("bodyStrong")).horizontalAdvance(self._words))
        return QSize(wide, 44)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, rect = QPainter(self), QRectF(self.rect())
        look = theme.current()
        fill, line = (f"{self._tone}Tint", f"{self._tone}Line") if self._tone else ("surface", "line")
        paint.rounded(painter, rect, look.radius("control"), fill, line)
        left = 14.0
        if self._icon:
            icons.paint(painter, self._icon, f"{self._tone}Ink", QRectF(left, 13, 18, 18))
            left += 25
        font = look.font("title", size=20)
        ink = f"{self._tone}Ink" if self._tone else "ink"
        wide = QFontMetricsF(font).horizontalAdvance(str(self._count))
        align = Qt.AlignmentFlag.AlignLeft
        paint.text(painter, QRectF(left, 0, wide + 2, 44), str(self._count), font, ink, align)
        words = QRectF(left + wide + 7, 0, rect.width() - left - wide - 7, 44)
        ink = f"{self._tone}Ink" if self._tone else "ink2"
        paint.text(painter, words, self._words, look.font("bodyStrong"), ink, align)
