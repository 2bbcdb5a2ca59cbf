"""A person in a group: drag it to another, move it with ← and →, or open its menu."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from trivselsdesk.domain.pack import RoleCard
from trivselsdesk.domain.records import Person
from trivselsdesk.ui import actions, theme
from trivselsdesk.ui.widgets import paint
from trivselsdesk.ui.widgets.buttons import IconButton
from trivselsdesk.ui.widgets.labels import ElidedLabel

_DRAG_PIXELS = 6
"""How far the mouse goes before a press becomes a drag (design system, §11)."""


class SeatRow(QWidget):
    """Says what is wanted with the person; the page does it."""

    moved = Signal(str, int)
    """Person id, and one group on or back."""
    menu_wanted = Signal(str, QPoint)
    dragged = Signal(str, QPoint)
    """Person id and where the mouse is, global."""
    dropped = Signal(str, QPoint)
    given_up = Signal()

    def __init__(self, person: Person, roles: tuple[RoleCard, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.person_id = person.id
        self._pressed: QPoint | None = None
        self._dragging = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setFixedHeight(44)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 2, 2, 2)
        row.setSpacing(8)
        self.name = ElidedLabel(person.name, "bodyStrong")
        row.addWidget(self.name)
        self.roles = ElidedLabel(", ".join(role.title for role in roles), "caption", "primaryInk", weight=600)
        self.roles.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.roles, 1)
        words = self.tr("Opgaver og flytning for {name}").format(name=person.name)
        self.more = IconButton("more", words, side=40)
        self.more.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.more.clicked.connect(self._menu_below)
        row.addWidget(self.more)
        held = self.roles.whole_text()
        self.setAccessibleName(f"{person.name}, {held}" if held else person.name)
        self.setToolTip(self.tr("Træk, eller brug ← og →. Enter giver flere muligheder."))
        actions.on_widget(self, {"seat_before": self.go_before, "seat_after": self.go_after})
        theme.notifier.changed.connect(self.update)

    def go_before(self) -> None:
        """To the group before."""
        self.moved.emit(self.person_id, -1)

    def go_after(self) -> None:
        """To the group after."""
        self.moved.emit(self.person_id, 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape and self._dragging:
            self._let_go()
            self.given_up.emit()
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
        dragging = self._dragging
        self._let_go()
        if dragging:
            self.dropped.emit(self.person_id, event.globalPosition().toPoint())

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
            paint.rounded(painter, rect, radius, "primaryTint", "focus", 2)
        else:
            paint.rounded(painter, rect.adjusted(0, 1, 0, -1), radius, "canvas")

    def _menu_below(self) -> None:
        self.menu_wanted.emit(self.person_id, self.mapToGlobal(QPoint(self.width() - 40, self.height())))

    def _let_go(self) -> None:
        self._pressed, self._dragging = None, False
        self.setCursor(Qt.CursorShape.OpenHandCursor)
