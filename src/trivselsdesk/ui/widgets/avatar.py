"""A person as a round mark with initials."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from trivselsdesk.ui import theme
from trivselsdesk.ui.widgets import paint

_TONES = {"prim": ("primaryTint", "primaryInk"), "pink": ("noteP", "notePInk"), "sunken": ("sunken", "ink2")}


def initials(name: str) -> str:
    """»Lone Friis« is LF, »Ole« is O."""
    words = [word for word in name.split() if word[0].isalnum()]
    if not words:
        return ""
    return (words[0][0] + (words[-1][0] if len(words) > 1 else "")).upper()


class Initials(QWidget):
    """Tones: prim, pink (the trio), sunken (nobody yet). The tooltip has the whole name."""

    def __init__(self, name: str, tone: str = "prim", size: int = 28, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size, self._tone = size, tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.notifier.changed.connect(self.update)
        self.set_name(name)

    def set_name(self, name: str, tone: str | None = None) -> None:
        self._letters, self._tone = initials(name), tone or self._tone
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._size, self._size)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, rect = QPainter(self), QRectF(0, 0, self._size, self._size)
        ground, ink = _TONES[self._tone]
        paint.rounded(painter, rect, self._size / 2, ground)
        font = theme.current().font(
            "noteMark", size=max(13, round(self._size * 0.46)) if self._size > 28 else None
        )
        paint.text(painter, rect, self._letters, font, ink, Qt.AlignmentFlag.AlignHCenter)
