"""The lists of the process to look things up in, each opened to read."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trivselsdesk.documents.catalogue import lookup_document_id
from trivselsdesk.domain.danish import plural
from trivselsdesk.domain.lookup import facts_of
from trivselsdesk.domain.pack import PackList
from trivselsdesk.ui.forms.shelf import FormTile
from trivselsdesk.ui.prepare.editor import Editor
from trivselsdesk.ui.prepare.side_card import SideCard
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
        self.tiles: dict[str, FormTile] = {}

    def refresh(self) -> None:
        lists = [each for each in self.editor.pack.lists if each.entries]
        self.setVisible(bool(lists))
        if list(self.tiles) != [each.id for each in lists]:
            self._rebuild(lists)
        for each in lists:
            count = plural(len(each.entries), self.tr("emne"), self.tr("emner"))
            self.tiles[each.id].show_state(self.editor.fill(each.title), count, 0.0, False)

    def _rebuild(self, lists: list[PackList]) -> None:
        for tile in self.tiles.values():
            self.view_column.removeWidget(tile)
            tile.hide()
            tile.deleteLater()
        self.tiles = {each.id: FormTile(each.id) for each in lists}
        for tile in self.tiles.values():
            tile.bar.hide()
            tile.pressed.connect(self._open)
            self.view_column.addWidget(tile)
        self.restructured.emit()

    def _open(self, list_id: str) -> None:
        chosen = next(each for each in self.editor.pack.lists if each.id == list_id)
        dialog = LookupDialog(chosen, self.editor, self.window())
        dialog.exec()
        wanted = dialog.print_wanted
        dialog.deleteLater()
        if wanted:
            self.print_wanted.emit(lookup_document_id(chosen))


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
