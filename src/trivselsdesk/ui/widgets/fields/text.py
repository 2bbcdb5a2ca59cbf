"""A field of several lines that grows with what is written."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragLeaveEvent,
    QDropEvent,
    QFocusEvent,
    QFontMetricsF,
    QHideEvent,
    QKeyEvent,
    QResizeEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QSizePolicy, QWidget

from trivselsdesk.ui import theme
from trivselsdesk.ui.widgets.fields.draft import (
    Draft,
    edit_menu,
    flush_hidden,
    is_undo_key,
    is_windows_own,
    over_limit,
)

_PADDING = 6  # border and padding of the style sheet, on each side
_MARGIN = 3


class TextField(QPlainTextEdit):
    """Plain text. Tab moves on; Enter makes a new line. Soft limit as in LineField."""

    edited = Signal(object)
    too_long = Signal(int)
    left_empty = Signal()
    """The cursor left the field with nothing in it."""
    between_drops = "\n"
    """What parts words that are dropped here from those that stand there."""

    def __init__(
        self,
        value: str = "",
        placeholder: str = "",
        *,
        min_lines: int = 1,
        max_lines: int = 8,
        max_length: int = 0,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._min_lines, self._max_lines = min_lines, max_lines
        self._limit, self._over, self._setting = max_length, 0, False
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(_MARGIN)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._draft = Draft(self, self._publish)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.verticalScrollBar().valueChanged.connect(self._stay)
        self.textChanged.connect(self._on_changed)
        theme.notifier.changed.connect(self._fit)
        self.set_value(value)
        self._fit()

    def value(self) -> str:
        return self.toPlainText()

    def set_value(self, value: str) -> None:
        text = self.toPlainText()
        if self._draft.dirty or text == value:
            return
        if self.hasFocus() and text.strip() == value.strip():
            return
        place = self.textCursor().position()
        self._setting = True
        self.setPlainText(value)
        self._setting = False
        cursor = self.textCursor()
        cursor.setPosition(min(place, max(self.document().characterCount() - 1, 0)) if self.hasFocus() else 0)
        self.setTextCursor(cursor)

    def show_usual(self, value: str) -> None:
        """The same with words that stand there as long as nobody writes others. Whoever empties the field
        to write it anew does not find them in it again until it is left.
        """
        if not self.hasFocus() or self.toPlainText().strip():
            self.set_value(value)

    def flush(self) -> None:
        """Hands on what is typed, now."""
        self._draft.flush()

    def set_error(self, wrong: bool) -> None:
        if bool(self.property("error")) != wrong:
            self.setProperty("error", wrong)
            self.style().unpolish(self)
            self.style().polish(self)

    def set_max_length(self, limit: int) -> None:
        self._limit = limit
        self._measure()

    def max_length(self) -> int:
        return self._limit

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

    def dropEvent(self, event: QDropEvent) -> None:
        """Words from elsewhere, such as a note, stand on a line of their own, never inside a word."""
        before = self.toPlainText().rstrip()
        cursor = self.textCursor()
        if event.source() not in (self, self.viewport()) and event.mimeData().hasText() and before:
            cursor.setPosition(len(before))
            cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
            # Qt drops at a point of the picture; here that is always the end.
            cursor.insertText(self.between_drops)
            self.setTextCursor(cursor)
            self.insertFromMimeData(event.mimeData())
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self._end_of_drag()
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        super().dropEvent(event)

    def _end_of_drag(self) -> None:
        """Let Qt put away the caret that shows where something would be dropped."""
        QApplication.sendEvent(self.viewport(), QDragLeaveEvent())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = edit_menu(self)
        menu.exec(event.globalPos())
        menu.deleteLater()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self._fits():
            # All of it shows: the page below may scroll instead.
            event.ignore()
        else:
            super().wheelEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.flush()
        if event.reason() != Qt.FocusReason.PopupFocusReason and not self.toPlainText().strip():
            self.left_empty.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        flush_hidden(self)
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(240, self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(96, self._height())

    def _height(self) -> int:
        lines = min(max(self._lines(), self._min_lines), self._max_lines)
        tall = math.ceil(lines * QFontMetricsF(self.font()).lineSpacing()) + 2 * (_PADDING + _MARGIN)
        return max(tall, theme.current().size("target"))

    def _lines(self) -> int:
        # A plain text document measures itself in lines, not in pixels.
        return math.ceil(self.document().documentLayout().documentSize().height())

    def _fit(self) -> None:
        tall = self._height()
        if tall != self.height() or tall != self.minimumHeight():
            self.setFixedHeight(tall)
        policy = Qt.ScrollBarPolicy
        fits = self._fits()
        self.setVerticalScrollBarPolicy(policy.ScrollBarAlwaysOff if fits else policy.ScrollBarAsNeeded)
        self._stay()

    def _fits(self) -> bool:
        return self._lines() <= self._max_lines

    def _stay(self) -> None:
        """Text that all shows is never scrolled, not even to follow the cursor."""
        bar = self.verticalScrollBar()
        if bar.value() and self._fits():
            bar.setValue(0)

    def _on_changed(self) -> None:
        if not self._setting:
            self._draft.touch()
        self._measure()

    def _measure(self) -> None:
        over = over_limit(self.document().characterCount() - 1, self._limit)
        if over != self._over:
            self._over = over
            self.set_error(over > 0)
            self.too_long.emit(over)

    def _publish(self) -> None:
        self.edited.emit(self.toPlainText())
