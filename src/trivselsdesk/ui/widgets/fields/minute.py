"""A field for a number of minutes, with arrows when it is in use."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QSpinBox, QWidget

from trivselsdesk.ui.widgets import icons
from trivselsdesk.ui.widgets.fields.draft import Draft, flush_hidden, is_undo_key, is_windows_own


class MinuteField(QSpinBox):
    """Whole numbers, 64 px wide or 52 in small rows. ↑/↓ move by step, Page Up/Down by ten steps."""

    edited = Signal(object)

    def __init__(
        self,
        value: int = 0,
        minimum: int = 0,
        maximum: int = 600,
        *,
        step: int = 1,
        small: bool = False,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._setting = False
        self.setRange(minimum, maximum)
        self.setSingleStep(step)
        self.setProperty("small", small)
        self.setFixedSize(*((52, 34) if small else (64, 40)))
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._indent(False)
        self._draft = Draft(self, self._publish)
        self.valueChanged.connect(self._on_changed)
        self.set_value(value)

    def set_value(self, value: int) -> None:
        if self._draft.dirty or value == self.value():
            return
        self._setting = True
        self.setValue(value)
        self._setting = False

    def flush(self) -> None:
        """Hands on what is typed, now."""
        self._draft.flush()

    def event(self, event: QEvent) -> bool:
        if is_windows_own(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_undo_key(event):
            event.ignore()
            return
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.flush()

    def wheelEvent(self, event: QWheelEvent) -> None:
        # A list that scrolls under the pointer must not change a number on its way.
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._indent(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._indent(False)
        self.flush()

    def hideEvent(self, event: QHideEvent) -> None:
        flush_hidden(self)
        super().hideEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.isEnabled() or not (self.hasFocus() or self.underMouse()):
            return
        painter, side = QPainter(self), 14
        left, middle = self.width() - side - 6, self.height() / 2
        icons.paint(painter, "chev-u", "ink", QRectF(left, round(middle - side), side, side))
        icons.paint(painter, "chev-d", "ink", QRectF(left, round(middle), side, side))

    def _indent(self, in_use: bool) -> None:
        # The border is 2 px thicker in use; the number must not move.
        self.lineEdit().setTextMargins(7 if in_use else 9, 0, 0, 0)

    def _on_changed(self) -> None:
        if not self._setting:
            self._draft.touch()

    def _publish(self) -> None:
        self.edited.emit(self.value())
