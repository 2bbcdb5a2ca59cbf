"""The handle that a row is dragged by."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from trivselsdesk.ui import theme
from trivselsdesk.ui.widgets import icons

DRAG_PIXELS = 6
"""How far the mouse goes before a press becomes a drag (design system, §11)."""


class Grip(QWidget):
    """Says when a drag starts, moves, ends or is given up with Esc; positions are global."""

    started = Signal(QPoint)
    dragged = Signal(QPoint)
    dropped = Signal(QPoint)
    cancelled = Signal()

    def __init__(self, width: int = 28, *, quiet: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._width, self._quiet = width, quiet
        self._pressed: QPoint | None = None
        self._dragging = False
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        # A click takes the focus so that Esc reaches the drag; Tab passes by, rows move with Alt+↑/↓.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        words = self.tr("Træk for at flytte – eller brug Alt + ↑ og Alt + ↓")
        self.setToolTip(words)
        self.setAccessibleName(words)
        theme.notifier.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(self._width, 40)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._width, 24)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.globalPosition().toPoint()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            return
        at = event.globalPosition().toPoint()
        if not self._dragging and (at - self._pressed).manhattanLength() >= DRAG_PIXELS:
            self._dragging = True
            self.started.emit(self._pressed)
        if self._dragging:
            self.dragged.emit(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        dragging = self._dragging
        self._let_go()
        if dragging:
            self.dropped.emit(event.globalPosition().toPoint())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._dragging and event.key() == Qt.Key.Key_Escape:
            self._let_go()
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        row = self.parentWidget()
        if self._quiet and not (self.underMouse() or self._dragging or (row and row.underMouse())):
            return
        side = 20 if self._width >= 20 else 16
        edge = (self.width() - side) // 2
        icons.paint(QPainter(self), "grip", "ink3", QRectF(edge, (self.height() - side) // 2, side, side))

    def _let_go(self) -> None:
        self._pressed, self._dragging = None, False
        self.setCursor(Qt.CursorShape.OpenHandCursor)
