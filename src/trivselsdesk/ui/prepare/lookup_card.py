"""The lists of the process to look things up in, each opened to read."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trivselsdesk.documents.catalogue import lookup_document_id
from trivselsdesk.domain.lookup import facts_of
from trivselsdesk.domain.pack import PackList
from trivselsdesk.ui.prepare.editor import Editor
from trivselsdesk.ui.prepare.side_card import SideCard
from trivselsdesk.ui.widgets.buttons import Button
from trivselsdesk.ui.widgets.card import Card, ScrollArea
from trivselsdesk.ui.widgets.dialog import Dialog
from trivselsdesk.ui.widgets.labels import Label

_WIDE, _HIGH = 620, 460


class LookupCard(SideCard):
    print_wanted = Signal(str)
    """The id of a document to preview."""

    def __init__(self, editor: Editor) -> None:
        super().__init__(self.tr("Opslag"), editor)
        self.view_column.setContentsMargins(11, 2, 11, 12)
        self.view_column.setSpacing(8)
        self.buttons: dict[str, Button] = {}
        self._shown: list[tuple[str, str]] = []

    def refresh(self) -> None:
        lists = [each for each in self.editor.pack.lists if each.entries]
        self.setVisible(bool(lists))
        shown = [(each.id, self.editor.fill(each.title)) for each in lists]
        if shown == self._shown:
            return
        self._shown = shown
        for button in self.buttons.values():
            self.view_column.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = {list_id: Button(title, "plain", "book", align="left") for list_id, title in shown}
        for button in self.buttons.values():
            button.clicked.connect(self._open)
            self.view_column.addWidget(button)
        self.restructured.emit()

    def _open(self) -> None:
        pressed = self.sender()
        for each in self.editor.pack.lists:
            if self.buttons.get(each.id) is pressed:
                dialog = LookupDialog(each, self.editor, self.window())
                dialog.exec()
                wanted = dialog.print_wanted
                dialog.deleteLater()
                if wanted:
                    self.print_wanted.emit(lookup_document_id(each))


class LookupDialog(Dialog):
    """The entries below each other."""

    def __init__(self, chosen: PackList, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(editor.fill(chosen.title), parent, width=_WIDE)
        self.print_wanted = False
        if chosen.hint:
            self.add_text(editor.fill(chosen.hint))
        area = ScrollArea(margins=(0, 0, 8, 0), spacing=10)
        area.setMinimumHeight(_HIGH)
        for entry in chosen.entries:
            card = Card(padding=12, spacing=3)
            card.body.addWidget(Label(editor.fill(entry.title), "bodyStrong", wrap=True))
            if entry.text:
                card.body.addWidget(Label(editor.fill(entry.text), "body", "ink2", wrap=True))
            for fact in facts_of(entry):
                card.body.addWidget(Label(editor.fill(fact), "caption", "ink3", wrap=True))
            area.body.addWidget(card)
        area.body.addStretch(1)
        self.body.addWidget(area, 1)
        self.print = self.add_button(self.tr("Udskriv …"), accepts=True)
        self.accepted.connect(self._want_print)
        self.add_button(self.tr("Luk"), "primary", default=True)

    def _want_print(self) -> None:
        self.print_wanted = True
