"""How many notes each person should write in each field: two small numbers, advice and never a wall."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trivselsdesk.domain.commands.rows import PutRecord
from trivselsdesk.domain.own_words import notes_key, override_id
from trivselsdesk.domain.pack import NoteType, Pack
from trivselsdesk.domain.records import Override
from trivselsdesk.ui.prepare.editor import Editor
from trivselsdesk.ui.prepare.marks import WarnLine
from trivselsdesk.ui.widgets.fields.minute import MinuteField
from trivselsdesk.ui.widgets.labels import Label

MOST = 20


def written_kind(pack: Pack) -> NoteType | None:
    """The notes that the participants write, or None where the process has no board."""
    return next((each for each in pack.note_types if each.origin == "participant"), None)


class NoteNumbers(QWidget):
    """»Mindst« and »højst«; a dash stands for no advice."""

    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(4)
        column.addWidget(Label(self.tr("Sedler til hver i hvert felt"), "caption", "ink2", weight=600))
        row = QHBoxLayout()
        row.setSpacing(8)
        self.least = MinuteField(0, 0, MOST, small=True, name=self.tr("Mindst så mange sedler til hver"))
        self.most = MinuteField(0, 0, MOST, small=True, name=self.tr("Højst så mange sedler til hver"))
        for field, words in ((self.least, self.tr("Mindst")), (self.most, self.tr("Højst"))):
            field.setSpecialValueText("–")
            row.addWidget(Label(words, "body", size=15))
            row.addWidget(field)
        row.addStretch(1)
        column.addLayout(row)
        self.wrong = WarnLine()
        column.addWidget(self.wrong)
        self.least.edited.connect(self._set_least)
        self.most.edited.connect(self._set_most)

    def refresh(self) -> None:
        """Show the numbers that hold now."""
        kind = written_kind(self._editor.pack)
        self.setVisible(kind is not None)
        if kind is None:
            return
        self.least.set_value(kind.least)
        self.most.set_value(kind.most)
        odd = bool(kind.most) and kind.most < kind.least
        self.wrong.say(self.tr("Det mindste tal er større end det største.") if odd else "")

    def words(self) -> str:
        """The numbers in a line; empty while none is agreed."""
        kind = written_kind(self._editor.pack)
        if kind is None or not (kind.least or kind.most):
            return ""
        if kind.least and kind.most:
            both = self.tr("Sedler til hver: {least}–{most} i hvert felt")
            return both.format(least=kind.least, most=kind.most)
        if kind.least:
            return self.tr("Sedler til hver: mindst {least} i hvert felt").format(least=kind.least)
        return self.tr("Sedler til hver: højst {most} i hvert felt").format(most=kind.most)

    def _set_least(self, value: int) -> None:
        self._write("least", value)

    def _set_most(self, value: int) -> None:
        self._write("most", value)

    def _write(self, bound: str, value: int) -> None:
        kind = written_kind(self._editor.pack)
        if kind is None or getattr(kind, bound) == value:
            return
        key = notes_key(kind.id, bound)
        programme_id = self._editor.programme_id
        record = Override(
            id=override_id(programme_id, key), programme_id=programme_id, key=key, text=str(value)
        )
        self._editor.run(PutRecord(programme_id=programme_id, record=record, field="text"))
