"""How far along something is: a bar, and a bar in phases."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from trivselsdesk.ui import theme
from trivselsdesk.ui.widgets import paint

_HEIGHT = 8


class _Track(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.notifier.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(120, _HEIGHT)


class Bar(_Track):
    """A share from 0 to 1. Give the number in words beside it; the bar alone says too little."""

    def __init__(
        self, share: float = 0.0, *, tone: str = "primary", name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._share, self._tone = 0.0, tone
        self.setAccessibleName(name)
        self.set_value(share)

    def value(self) -> float:
        return self._share

    def set_value(self, share: float) -> None:
        self._share = min(max(share, 0.0), 1.0)
        self.update()

    def set_tone(self, tone: str) -> None:
        """The colour token of the filled part."""
        self._tone = tone
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, rect = QPainter(self), QRectF(self.rect())
        paint.rounded(painter, rect, _HEIGHT / 2, "sunken", "lineStrong")
        shape = QPainterPath()
        inner = rect.adjusted(1, 1, -1, -1)
        shape.addRoundedRect(inner, 3, 3)
        painter.setClipPath(shape)
        filled = QRectF(inner.left(), inner.top(), inner.width() * self._share, inner.height())
        painter.fillRect(filled, theme.current().color(self._tone))


class PhaseBar(_Track):
    """One piece for each phase: those before the current one full, the current one half, the rest empty."""

    def __init__(self, count: int = 0, current: int = 0, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count, self._current, self._share = count, current, 0.5

    def set_phases(self, count: int, current: int, share: float = 0.5) -> None:
        """current counts from 0; current == count means that all are done."""
        self._count, self._current, self._share = count, current, min(max(share, 0.0), 1.0)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        gap, look = 4, theme.current()
        if not self._count:
            return
        width = (self.width() - gap * (self._count - 1)) / self._count
        for place in range(self._count):
            piece = QRectF(place * (width + gap), 0, width, _HEIGHT)
            if place < self._current:
                paint.rounded(painter, piece, 2, "primary")
            elif place > self._current:
                paint.rounded(painter, piece, 2, "sunken", "lineStrong")
            else:
                paint.rounded(painter, piece, 2, "surface")
                shape = QPainterPath()
                shape.addRoundedRect(piece, 2, 2)
                painter.save()
                painter.setClipPath(shape, Qt.ClipOperation.IntersectClip)
                painter.fillRect(QRectF(piece.left(), 0, width * self._share, _HEIGHT), look.color("primary"))
                painter.restore()
                paint.rounded(painter, piece, 2, None, "primary")
