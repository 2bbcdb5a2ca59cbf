"""The forms that belong to the preparation: how far each is, and the way into it."""

from __future__ import annotations

from PySide6.QtCore import Signal

from trivselsdesk.domain.forms import forms_at
from trivselsdesk.ui.forms.shelf import FormShelf
from trivselsdesk.ui.prepare.editor import Editor
from trivselsdesk.ui.prepare.side_card import SideCard


class FormsCard(SideCard):
    wanted = Signal(str)
    """The id of a form to open."""

    def __init__(self, editor: Editor) -> None:
        super().__init__(self.tr("Skemaer"), editor)
        self.view_column.setContentsMargins(11, 2, 7, 12)
        self.open_form = ""
        """Id of the form that stands in the middle of the room; empty for none."""
        self.shelf = FormShelf()
        self.shelf.chosen.connect(self.wanted)
        self.view_column.addWidget(self.shelf)

    def refresh(self) -> None:
        forms = forms_at(self.editor.pack, "prepare")
        self.setVisible(bool(forms))
        before = list(self.shelf.tiles)
        self.shelf.show_forms(self.editor.book, self.editor.pack, forms, self.open_form, self.editor.today())
        if list(self.shelf.tiles) != before:
            self.restructured.emit()
