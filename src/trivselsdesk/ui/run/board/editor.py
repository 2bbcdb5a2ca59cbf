"""Writing on the board itself: a small editor laid over a note or a theme's name."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from trivselsdesk.ui import theme
from trivselsdesk.ui.widgets.fields.draft import Draft, is_undo_key, is_windows_own

_FRAME = 10
"""Px that the frame and the air within it take above and below the words."""


class InlineEditor(QPlainTextEdit):
    """Exists only while something is edited. Enter and leaving it are OK, Esc leaves all as it was."""

    written = Signal(str, str)
    """Id and the text as it is now: while typing, at the end, and the old text again after Esc."""
    closed = Signal()

    def __init__(self, parent: QWidget, target: str, text: str, font_size: int, *, one_line: bool) -> None:
        super().__init__(parent)
        self.target = target
        self._before = text
        self._open = True
        self._said = text
        look = theme.current()
        self.setFont(look.font("note", size=font_size))
        self.setProperty("inline", True)
        self.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAlwaysOff if one_line else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setLineWrapMode(
            QPlainTextEdit.LineWrapMode.NoWrap if one_line else QPlainTextEdit.LineWrapMode.WidgetWidth
        )
        self.setAccessibleName(self.tr("Temaets navn") if one_line else self.tr("Sedlens tekst"))
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setPlainText(text)
        if one_line:
            self.selectAll()
        else:
            self.moveCursor(QTextCursor.MoveOperation.End)
        # A crash must not take more than the last moment of typing along.
        self._draft = Draft(self, self._publish)
        self.textChanged.connect(self._draft.touch)

    def open_over(self, box: QRectF, least_height: float) -> None:
        """Show it over a box of the parent, kept inside the parent."""
        parent = self.parentWidget()
        # Never lower than one line of its own type with the frame around it: the letters would be cut.
        line = self.fontMetrics().height() + 2 * round(self.document().documentMargin()) + _FRAME
        height = max(box.height(), least_height, line)
        top = min(box.y(), parent.height() - height - 4)
        self.setGeometry(round(box.x()), round(max(2.0, top)), round(box.width()), round(height))
        self.show()
        self.setFocus()

    def finish(self) -> None:
        """OK."""
        if not self._open:
            return
        self._draft.drop()
        self._publish()
        self._open = False
        self._close()

    def cancel(self) -> None:
        """Leave all as it was."""
        if self._open:
            self._draft.drop()
            self._say(self._before)
            self._open = False
            self._close()

    def _publish(self) -> None:
        text = " ".join(self.toPlainText().split())
        if text:
            self._say(text)

    def _say(self, text: str) -> None:
        if self._open and text != self._said:
            self._said = text
            self.written.emit(self.target, text)

    def _close(self) -> None:
        self.hide()
        self.closed.emit()
        self.deleteLater()

    def event(self, event: QEvent) -> bool:
        if is_windows_own(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_undo_key(event):
            event.ignore()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finish()
        elif event.key() == Qt.Key.Key_Escape:
            self.cancel()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.finish()
