"""A person in a list who can be dragged to another, moved with the keys, or given a menu."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from trivselsdesk.ui import theme
from trivselsdesk.ui.widgets import paint

_DRAG_PIXELS = 6
"""How far the mouse goes before a press becomes a drag (design system, §11)."""


class DragRow(QWidget):
    """Says what is wanted with the person; whoever holds the row does it."""

    moved = Signal(str, int)
    """Person id, and one list on or back."""
    menu_wanted = Signal(str, QPoint)
    dragged = Signal(str, QPoint)
    """Person id and where the mouse is, global."""
    dropped = Signal(str, QPoint)
    given_up = Signal()

    def __init__(self, person_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.person_id = person_id
        self._pressed: QPoint | None = None
        self._dragging = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setFixedHeight(44)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.line = QHBoxLayout(self)
        self.line.setSpacing(8)
        theme.notifier.changed.connect(self.update)

    def menu_corner(self) -> QPoint:
        """Where the menu opens that was not asked for with the mouse."""
        return QPoint(8, self.height())

    def clicked(self) -> None:
        """Pressed and let go without a drag."""

    def open_menu(self) -> None:
        """Ask for the menu below the row."""
        self.menu_wanted.emit(self.person_id, self.mapToGlobal(self.menu_corner()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape and self._dragging:
            self._let_go()
            self.given_up.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Menu):
            self.open_menu()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.focusNextPrevChild(key == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(self.person_id, event.globalPos())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.globalPosition().toPoint()
            self.setFocus(Qt.FocusReason.MouseFocusReason)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            return
        at = event.globalPosition().toPoint()
        if not self._dragging and (at - self._pressed).manhattanLength() >= _DRAG_PIXELS:
            self._dragging = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        if self._dragging:
            self.dragged.emit(self.person_id, at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, dragging = self._pressed, self._dragging
        self._let_go()
        if dragging:
            self.dropped.emit(self.person_id, event.globalPosition().toPoint())
        elif pressed is not None and event.button() == Qt.MouseButton.LeftButton:
            self.clicked()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, rect = QPainter(self), QRectF(self.rect())
        radius = float(theme.current().radius("control"))
        if self.hasFocus():
            paint.rounded(painter, rect.adjusted(1, 1, -1, -1), radius, "primaryTint", "focus", 2)
        else:
            paint.rounded(painter, rect.adjusted(0, 1, 0, -1), radius, "canvas")

    def _let_go(self) -> None:
        self._pressed, self._dragging = None, False
        self.setCursor(Qt.CursorShape.OpenHandCursor)
