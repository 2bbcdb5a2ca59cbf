"""A field of one line."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from trivselsdesk.ui.widgets.fields.draft import (
    Draft,
    edit_menu,
    flush_hidden,
    is_undo_key,
    is_windows_own,
    over_limit,
)

# Qt cuts what is pasted at 32,767 characters unless told otherwise; text is never cut here.
_NO_LIMIT = 50_000_000
_BREAKS = re.compile(r"[\r\n\v\f\x85\u2028\u2029]+")


class Edit(QLineEdit):
    """What all one-line fields share: saving while typing, and leaving undo to the window."""

    edited = Signal(object)
    between_lines = " "
    """What comes between lines that are pasted into the one."""

    def __init__(
        self, placeholder: str = "", *, large: bool = False, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setMaxLength(_NO_LIMIT)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name)
        self.setProperty("large", large)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._draft = Draft(self, self._publish)
        self.textEdited.connect(self._on_typed)
        self.returnPressed.connect(self.flush)

    def flush(self) -> None:
        """Hands on what is typed, now."""
        self._draft.flush()

    def set_error(self, wrong: bool) -> None:
        """The red frame."""
        if bool(self.property("error")) != wrong:
            self.setProperty("error", wrong)
            self.style().unpolish(self)
            self.style().polish(self)

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

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = edit_menu(self)
        menu.exec(event.globalPos())
        menu.deleteLater()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.flush()

    def hideEvent(self, event: QHideEvent) -> None:
        flush_hidden(self)
        super().hideEvent(event)

    def minimumSizeHint(self) -> QSize:
        return QSize(72, super().minimumSizeHint().height())

    def _show_text(self, text: str) -> None:
        """Puts text in and keeps the cursor near where it was."""
        if text != self.text():
            place = self.cursorPosition()
            self.setText(text)
            self.setCursorPosition(min(place, len(text)) if self.hasFocus() else 0)

    def _on_typed(self) -> None:
        text, place = self.text(), self.cursorPosition()
        if _BREAKS.search(text):
            # Qt keeps the line breaks of what is pasted and only paints them as blanks.
            self.setText(self._on_one_line(text))
            self.setCursorPosition(len(self._on_one_line(text[:place])))
        self._draft.touch()

    def _on_one_line(self, text: str) -> str:
        # White beside a break goes with it. The expression would look for a break after each blank.
        first, *rest = _BREAKS.split(text)
        lines = [
            first.rstrip(),
            *(each.strip() for each in rest[:-1]),
            *(each.lstrip() for each in rest[-1:]),
        ]
        return self.between_lines.join(each for each in lines if each) if rest else text

    def _publish(self) -> None:
        raise NotImplementedError


class LineField(Edit):
    """A field of one line of text. max_length is a soft limit: nothing is cut, too_long(over) tells, and over
    is 0 again when the text fits."""

    too_long = Signal(int)

    def __init__(
        self,
        value: str = "",
        placeholder: str = "",
        *,
        max_length: int = 0,
        large: bool = False,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(placeholder, large=large, name=name, parent=parent)
        self._limit, self._over = max_length, 0
        self.textChanged.connect(self._measure)
        self.set_value(value)

    def value(self) -> str:
        return self.text()

    def set_value(self, value: str) -> None:
        if self._draft.dirty:
            return
        # The store may have trimmed what was typed; a space before the next word must not vanish.
        if self.hasFocus() and self.text().strip() == value.strip():
            return
        self._show_text(value)

    def max_length(self) -> int:
        return self._limit

    def set_max_length(self, limit: int) -> None:
        self._limit = limit
        self._measure()

    def _measure(self) -> None:
        over = over_limit(len(self.text()), self._limit)
        if over != self._over:
            self._over = over
            self.set_error(over > 0)
            self.too_long.emit(over)

    def _publish(self) -> None:
        self.edited.emit(self.text())
