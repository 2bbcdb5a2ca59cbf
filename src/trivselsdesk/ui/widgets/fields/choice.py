"""A field where one of several is chosen, or typed with suggestions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QComboBox, QSizePolicy, QStyledItemDelegate, QWidget

from trivselsdesk.ui.widgets import icons
from trivselsdesk.ui.widgets.fields.draft import Draft, edit_menu, flush_hidden, is_undo_key, is_windows_own
from trivselsdesk.ui.widgets.fields.suggestion import suggesting, take_suggestion

_WHOLE = Qt.MatchFlag.MatchFixedString


class ChoiceField(QComboBox):
    """Options are (id, words). Fixed: value() is the id of the chosen one, empty if none.
    editable=True: value() is the text; the words of the options are only suggestions."""

    edited = Signal(object)

    def __init__(
        self,
        options: Sequence[tuple[str, str]] = (),
        *,
        editable: bool = False,
        placeholder: str = "",
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setEditable(editable)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setItemDelegate(QStyledItemDelegate(self))
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.setMaxVisibleItems(12)
        self._draft = Draft(self, self._publish)
        edit = self.lineEdit()
        if edit is None:
            self.setPlaceholderText(placeholder)
        else:
            edit.setPlaceholderText(placeholder)
            edit.textEdited.connect(self._on_typed)
            edit.returnPressed.connect(self.flush)
            completer = suggesting(self.model(), self)
            completer.activated.connect(self._on_activated)
            self.setCompleter(completer)
        self.activated.connect(self._on_activated)
        self.set_options(options)

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Replaces the options and keeps the value."""
        before = self.value()
        self.blockSignals(True)
        self.clear()
        for key, words in options:
            self.addItem(words, key)
        self.setCurrentIndex(-1)
        self.blockSignals(False)
        self._show(before)

    def set_suggestions(self, words: Iterable[str]) -> None:
        """Suggestions for a field that can be typed in."""
        self.set_options([(word, word) for word in words])

    def value(self) -> str:
        if self.isEditable():
            return self.currentText()
        return str(self.currentData() or "")

    def set_value(self, value: str) -> None:
        if self._draft.dirty or (self.hasFocus() and self.value().strip() == value.strip()):
            return
        self._show(value)

    def flush(self) -> None:
        """Hands on what is typed, now."""
        self._draft.flush()

    def showPopup(self) -> None:
        """Opens the list on the row that stands in the field."""
        row = self.findText(self.currentText(), _WHOLE) if self.isEditable() else self.currentIndex()
        if row != self.currentIndex():
            self.blockSignals(True)
            typed = self.currentText()
            self.setCurrentIndex(row)
            self.setEditText(typed)
            self.blockSignals(False)
        super().showPopup()
        self.view().setCurrentIndex(self.model().index(row, self.modelColumn()))

    def event(self, event: QEvent) -> bool:
        if is_windows_own(event):
            event.ignore()
            return False
        take_suggestion(event, self.completer(), self.lineEdit())
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_undo_key(event):
            event.ignore()
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        edit = self.lineEdit()
        if edit is not None:
            menu = edit_menu(edit)
            menu.exec(event.globalPos())
            menu.deleteLater()

    def wheelEvent(self, event: QWheelEvent) -> None:
        # A page that scrolls under the pointer must not change a choice on its way.
        event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.flush()

    def hideEvent(self, event: QHideEvent) -> None:
        flush_hidden(self)
        super().hideEvent(event)

    def minimumSizeHint(self) -> QSize:
        return QSize(96, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        token = "ink2" if self.isEnabled() else "disabledInk"
        rect = QRectF(self.width() - 30, (self.height() - 18) // 2, 18, 18)
        icons.paint(QPainter(self), "chev-d", token, rect)

    def _show(self, value: str) -> None:
        self.blockSignals(True)
        if self.isEditable():
            self.setEditText(value)
        else:
            self.setCurrentIndex(self.findData(value))
        self.blockSignals(False)
        self.update()

    def _on_typed(self) -> None:
        self._draft.touch()

    def _on_activated(self) -> None:
        self._draft.touch()
        self._draft.flush()

    def _publish(self) -> None:
        self.edited.emit(self.value())
