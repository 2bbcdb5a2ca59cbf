"""The fields of a row in the drejebog beside its minutes: title, speaker, fixed time, materials and so on."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from trivselsdesk.domain.agenda import BREAK, speaker
from trivselsdesk.domain.records import AgendaItem
from trivselsdesk.ui.prepare.editor import Editor
from trivselsdesk.ui.widgets.fields import ChoiceField, Labelled, LineField, TextField, TimeField


class AgendaForm(QWidget):
    def __init__(self, item_id: str, editor: Editor) -> None:
        super().__init__()
        self._id, self._editor = item_id, editor
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)
        self.title = LineField(placeholder=self.tr("Hvad hedder punktet?"))
        self.speaker = ChoiceField(editable=True)
        self.purpose = LineField(placeholder=self.tr("Hvad skal I have ud af det?"))
        self.materials = LineField(placeholder=self.tr("Hvad skal I bruge?"))
        self.at = TimeField(placeholder=self.tr("når det før er slut"))
        self.points = TextField(placeholder=self.tr("Skriv én ting på hver linje"), min_lines=2, max_lines=10)
        for field, slot in (
            (self.title, self._set_title),
            (self.speaker, self._set_speaker),
            (self.purpose, self._set_purpose),
            (self.materials, self._set_materials),
            (self.at, self._set_at),
            (self.points, self._set_points),
        ):
            field.edited.connect(slot)
        self._cells = [
            Labelled(self.tr("Titel"), self.title),
            Labelled(self.tr("Taler"), self.speaker),
            Labelled(self.tr("Formål"), self.purpose),
            Labelled(self.tr("Materialer"), self.materials),
            Labelled(self.tr("Begynder fast kl."), self.at),
            Labelled(self.tr("Punkter på papiret"), self.points),
        ]
        self._left_out: list[Labelled] = []
        self.set_narrow(False)

    def set_narrow(self, narrow: bool) -> None:
        """One column instead of two."""
        self._narrow = narrow
        for cell in self._cells:
            self._grid.removeWidget(cell)
        shown = [cell for cell in self._cells if cell not in self._left_out]
        for place, cell in enumerate(shown):
            if narrow:
                self._grid.addWidget(cell, place, 0, 1, 2)
            elif cell is self._cells[-1]:
                self._grid.addWidget(cell, (place + 1) // 2, 0, 1, 2)
            else:
                self._grid.addWidget(cell, place // 2, place % 2)
        for column in (0, 1):
            self._grid.setColumnStretch(column, 1)

    def show_item(self, item: AgendaItem) -> None:
        names = self._editor.names()
        if names != [self.speaker.itemText(place) for place in range(self.speaker.count())]:
            self.speaker.set_suggestions(names)
        if item.tool == BREAK and not self._left_out:
            # Nobody speaks in a break, and it needs no purpose.
            self._left_out = self._cells[1:3]
            for cell in self._left_out:
                cell.hide()
            self.set_narrow(self._narrow)
        self.title.set_value(item.title)
        self.speaker.set_value(item.speaker)
        edit = self.speaker.lineEdit()
        if edit is not None:
            edit.setPlaceholderText(self.standing_speaker(item) or self.tr("Hvem taler?"))
        self.purpose.set_value(item.purpose)
        self.materials.set_value(item.materials)
        self.at.set_value(item.at)
        self.points.set_value(item.points)

    def standing_speaker(self, item: AgendaItem) -> str:
        """Who speaks while nobody is named: the holder of the row's role, or the role itself."""
        if item.speaker or not item.speaker_role:
            return ""
        held = speaker(self._editor.book, item)
        if held:
            return held
        return next((role.title for role in self._editor.pack.roles if role.id == item.speaker_role), "")

    def focus_title(self) -> None:
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def _set_title(self, value: str) -> None:
        self._editor.edit(AgendaItem, self._id, title=value)

    def _set_speaker(self, value: str) -> None:
        self._editor.edit(AgendaItem, self._id, speaker=value)

    def _set_purpose(self, value: str) -> None:
        self._editor.edit(AgendaItem, self._id, purpose=value)

    def _set_materials(self, value: str) -> None:
        self._editor.edit(AgendaItem, self._id, materials=value)

    def _set_at(self, value: int | None) -> None:
        self._editor.edit(AgendaItem, self._id, at=value)

    def _set_points(self, value: str) -> None:
        self._editor.edit(AgendaItem, self._id, points=value)
