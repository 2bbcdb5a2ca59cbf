"""A person who signs up: drag it to an initiative, press its number, or open its menu."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from trivselsdesk.domain.records import Person
from trivselsdesk.ui import theme
from trivselsdesk.ui.widgets import paint
from trivselsdesk.ui.widgets.avatar import Initials
from trivselsdesk.ui.widgets.labels import ElidedLabel

_DRAG_PIXELS = 6
"""How far the mouse goes before a press becomes a drag (design system, §11)."""


class PersonRow(QWidget):
    """Says what is wanted with the person; the sheet does it."""

    moved = Signal(str, int)
    """Person id, and one initiative on or back."""
    placed = Signal(str, int)
    """Person id, and the number of an initiative from 1; 0 takes them off."""
    menu_wanted = Signal(str, QPoint)
    dragged = Signal(str, QPoint)
    """Person id and where the mouse is, global."""
    dropped = Signal(str, QPoint)
    given_up = Signal()

    def __init__(self, person: Person, place: str, parent: QWidget | None = None) -> None:
        """``place`` says where the person is, for a screen reader."""
        super().__init__(parent)
        self.person_id = person.id
        self._pressed: QPoint | None = None
        self._dragging = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setFixedHeight(44)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 2, 8, 2)
        row.setSpacing(8)
        row.addWidget(Initials(person.name))
        row.addWidget(ElidedLabel(person.name, "bodyStrong"), 1)
        self.setAccessibleName(f"{person.name}, {place}")
        self.setToolTip(self.tr("Træk, eller tryk på indsatsens tal. ← og → flytter, Enter viser alle."))
        theme.notifier.changed.connect(self.update)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape and self._dragging:
            self._let_go()
            self.given_up.emit()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.moved.emit(self.person_id, 1 if key == Qt.Key.Key_Right else -1)
        elif Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
            self.placed.emit(self.person_id, key - Qt.Key.Key_0)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.placed.emit(self.person_id, 0)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Menu):
            self._menu_below()
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
            self._menu_below()

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

    def _menu_below(self) -> None:
        self.menu_wanted.emit(self.person_id, self.mapToGlobal(QPoint(8, self.height())))

    def _let_go(self) -> None:
        self._pressed, self._dragging = None, False
        self.setCursor(Qt.CursorShape.OpenHandCursor)
