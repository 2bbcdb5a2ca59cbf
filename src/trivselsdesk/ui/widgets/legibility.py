"""A card for a whole screen in the sizes of the wall: can the back row read it?"""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QScreen
from PySide6.QtWidgets import QWidget

from trivselsdesk.ui import theme

_HIGH = 1080.0
"""The sizes below are px on a picture so high (design system, §4)."""
_SIZES = ((50, 700), (35, 700), (30, 500), (26, 500))
"""Instruction, theme, note, and the smallest note there is."""


class LegibilityCard(QWidget):
    """Shown on one screen until a key or a click. Drawn in the wall's own light colours."""

    closed = Signal()

    def __init__(self, screen: QScreen, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self._look = theme.Theme("projector")
        self.setWindowTitle(self.tr("Læseprøve"))
        self.setAccessibleName(self.tr("Læseprøve. Tryk på en tast for at komme tilbage."))
        self.setScreen(screen)
        self.setGeometry(screen.geometry())

    def lines(self) -> list[str]:
        """What it says, from large to small."""
        return [
            self.tr("Kan du læse det her fra bagerste række?"),
            self.tr("Et tema ser sådan ud: Vi hjælper hinanden"),
            self.tr("En seddel ser sådan ud: Ingen ro til at skrive og dokumentere"),
            self.tr("Så små bliver sedlerne, når der er mange af dem"),
        ]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.color("canvas"))
        scale = self.height() / _HIGH
        top, edge = self.height() * 0.2, self.width() * 0.06
        flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
        painter.setPen(self._look.color("ink"))
        for (size, weight), words in zip(_SIZES, self.lines(), strict=True):
            painter.setFont(theme.current().font("body", size=max(1, round(size * scale)), weight=weight))
            room = QRectF(edge, top, self.width() - 2 * edge, size * scale * 3)
            drawn = painter.boundingRect(room, flags, words)
            painter.drawText(room, flags, words)
            top = drawn.bottom() + size * scale
        painter.setPen(self._look.color("ink3"))
        painter.setFont(theme.current().font("body", size=max(1, round(26 * scale))))
        foot = QRectF(edge, self.height() * 0.9, self.width() - 2 * edge, 40 * scale)
        painter.drawText(foot, flags, self.tr("Tryk på en tast, eller klik, for at komme tilbage."))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._leave()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._leave()

    def _leave(self) -> None:
        self.close()
        self.closed.emit()
