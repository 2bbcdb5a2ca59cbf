"""Below an arrow: since when it stands there. A click opens its history."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from trivselsdesk.ui import theme
from trivselsdesk.ui.widgets import icons, paint

_HIGH = 30
_SIGN = 16


class SinceButton(QAbstractButton):
    """Shows the longest words that fit; amber with a sign where the arrow stands still."""

    def __init__(self) -> None:
        super().__init__()
        self._words: list[str] = []
        self._stale = False
        self._most = 200
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.notifier.changed.connect(self.update)

    def show_words(self, words: list[str], *, stale: bool, whole: str) -> None:
        """Words from the longest to the shortest; none hides it."""
        self._words, self._stale = words, stale
        self.setVisible(bool(words))
        self.setAccessibleName(self.tr("{words}. Vis historik").format(words=whole))
        self.setToolTip(self.tr("{words} – klik for at se historikken").format(words=whole))
        self.updateGeometry()
        self.update()

    def set_most(self, width: int) -> None:
        """It may be so wide."""
        self._most = width
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """The words that fit."""
        return next((each for each in self._words if self._wide(each) <= self._most), "") or (
            self._words[-1] if self._words else ""
        )

    def sizeHint(self) -> QSize:
        return QSize(min(self._most, self._wide(self.text())), _HIGH)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), theme.current()
        rect = QRectF(self.rect())
        if self.hasFocus():
            paint.focus_ring(painter, rect, 6)
        token = "warnInk" if self._stale else "primary" if self.underMouse() else "ink2"
        left = 6.0
        if self._stale:
            icons.paint(painter, "pause", token, QRectF(left, (_HIGH - _SIGN) / 2, _SIGN, _SIGN))
            left += _SIGN + 4
        words = QRectF(left, 0, rect.width() - left - 4, rect.height())
        align = Qt.AlignmentFlag.AlignLeft
        paint.text(painter, words, self.text(), self._font(), token, align)
        if self.underMouse():
            line = QRectF(words.left(), rect.height() - 6, words.width() - 2, 1)
            painter.fillRect(line, look.color(token))

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.update()
        super().leaveEvent(event)

    def _font(self) -> QFont:
        return theme.current().font("caption", weight=700 if self._stale else 500)

    def _wide(self, words: str) -> int:
        sign = _SIGN + 4 if self._stale else 0
        return math.ceil(QFontMetricsF(self._font()).horizontalAdvance(words)) + 12 + sign
