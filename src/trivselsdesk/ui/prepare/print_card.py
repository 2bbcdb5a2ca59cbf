"""The papers that the process offers."""

from __future__ import annotations

from PySide6.QtCore import Signal

from trivselsdesk.documents.catalogue import Document, offered
from trivselsdesk.ui.prepare.editor import Editor
from trivselsdesk.ui.prepare.side_card import SideCard
from trivselsdesk.ui.widgets.buttons import Button


class PrintCard(SideCard):
    wanted = Signal(str)
    """The id of a document to preview."""

    def __init__(self, editor: Editor) -> None:
        super().__init__(self.tr("Udskriv"), editor)
        self.view_column.setContentsMargins(11, 2, 11, 12)
        self.view_column.setSpacing(8)
        self.buttons: dict[str, Button] = {}

    def refresh(self) -> None:
        # »Siden sidst« is printed from its own card.
        documents = offered(self.editor.pack)
        if [each.id for each in documents] == list(self.buttons):
            return
        for button in self.buttons.values():
            self.view_column.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = {each.id: _button(each) for each in documents}
        for button in self.buttons.values():
            button.clicked.connect(self._want)
            self.view_column.addWidget(button)
        self.restructured.emit()

    def _want(self) -> None:
        pressed = self.sender()
        for document_id, button in self.buttons.items():
            if button is pressed:
                self.wanted.emit(document_id)


def _button(document: Document) -> Button:
    return Button(document.title, "plain", "printer", hint=document.paper, align="left")
