"""A card that shows something in short and turns into its own form behind a pencil."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trivselsdesk.ui.prepare.editor import Editor
from trivselsdesk.ui.prepare.name_field import NameField
from trivselsdesk.ui.widgets.buttons import IconButton
from trivselsdesk.ui.widgets.card import Card
from trivselsdesk.ui.widgets.labels import Label


class SideCard(Card):
    """Fill ``view`` in the constructor and ``form`` in build_form, called when it is first wanted."""

    restructured = Signal()
    """The card opened or closed, or its rows changed: the tab order is to be mended."""

    def __init__(self, title: str, editor: Editor, edit_words: str = "") -> None:
        super().__init__(title, padding=0, spacing=0)
        self.editor = editor
        self._edit_words = edit_words
        self._built = False
        self.note = Label("", "caption", "ink2", weight=600)
        self.note.hide()
        self.set_right(self.note)
        self.pencil = IconButton("pencil", edit_words)
        self.pencil.clicked.connect(self._toggle)
        if not edit_words:
            self.pencil.hide()
        self.set_right(self.pencil)
        self.header.setContentsMargins(*((15, 5, 5, 3) if edit_words else (15, 10, 15, 6)))
        self.view = QWidget()
        self.view_column = QVBoxLayout(self.view)
        self.view_column.setContentsMargins(15, 0, 15, 12)
        self.view_column.setSpacing(6)
        self.form = QWidget()
        self.form_column = QVBoxLayout(self.form)
        self.form_column.setContentsMargins(15, 2, 15, 14)
        self.form_column.setSpacing(8)
        self.form.hide()
        self.body.addWidget(self.view)
        self.body.addWidget(self.form)

    def editing(self) -> bool:
        return not self.form.isHidden()

    def set_editing(self, on: bool) -> None:
        """Open or close the form."""
        if on == self.editing():
            return
        if on and not self._built:
            self._built = True
            self.build_form()
        if not on:
            self.hand_in()
        self.form.setVisible(on)
        self.view.setVisible(not on)
        self.pencil.set_icon("check" if on else "pencil")
        self.pencil.set_tooltip(self.tr("Færdig") if on else self._edit_words)
        self.refresh()
        self.restructured.emit()
        if on:
            self.focus_form()
        else:
            self.pencil.setFocus(Qt.FocusReason.OtherFocusReason)

    def hand_in(self) -> None:
        """Names that are typed and not yet finished count as finished."""
        for field in self.findChildren(NameField):
            field.commit()

    def set_count(self, words: str) -> None:
        """Words beside the title, such as how many."""
        self.note.set_text(words)
        self.note.setVisible(bool(words))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.editing():
            self.set_editing(False)
        else:
            super().keyPressEvent(event)

    def build_form(self) -> None:
        """Make the fields."""

    def focus_form(self) -> None:
        """Put the cursor where one most likely wants to write."""

    def refresh(self) -> None:
        """Show what the book says."""

    def _toggle(self) -> None:
        self.set_editing(not self.editing())
