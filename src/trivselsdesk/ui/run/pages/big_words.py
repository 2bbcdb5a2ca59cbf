"""One sentence, as large as it fits, for the middle of a page."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from trivselsdesk.ui import theme

LARGEST, SMALLEST = 44, 16
_FLAGS = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap) | int(Qt.TextFlag.TextWrapAnywhere)
_WORDS = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)


class BigWords(QWidget):
    """Set smaller rather than cut. Read aloud by its name."""

    def __init__(self, token: str = "ink", *, spoken: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text, self._token, self._spoken = "", token, spoken
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.notifier.changed.connect(self.update)

    def text(self) -> str:
        return self._text

    def set_text(self, text: str) -> None:
        if text != self._text:
            self._text = text
            if self._spoken:
                self.setAccessibleName(text)
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(360, 120)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 56)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), theme.current()
        box = self.rect().adjusted(4, 4, -4, -4)
        for size in range(LARGEST, SMALLEST - 1, -2):
            font = look.font("title", size=size)
            flags = _WORDS if size > SMALLEST else _FLAGS
            if self._fits(QFontMetrics(font), box, flags) or size == SMALLEST:
                painter.setFont(font)
                painter.setPen(look.color(self._token))
                painter.drawText(box, flags, self._text)
                return

    def _fits(self, metrics: QFontMetrics, box: QRect, flags: int) -> bool:
        taken = metrics.boundingRect(QRect(0, 0, box.width(), 100_000), flags, self._text)
        return taken.height() <= box.height() and taken.width() <= box.width()
