"""The notes that the trio writes before the meeting: they wait, sealed, until somebody hangs them up."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trivselsdesk.domain.board import board_view
from trivselsdesk.domain.commands.notes import AddNotes
from trivselsdesk.domain.commands.rows import PutRecord
from trivselsdesk.domain.own_words import override_id
from trivselsdesk.domain.pack import Board, NoteType, Zone
from trivselsdesk.domain.records import Note, Override, new_id
from trivselsdesk.domain.routes import REPORTED, unwritten
from trivselsdesk.ui.prepare.editor import Editor
from trivselsdesk.ui.prepare.marks import Clamped, Icon, WarnLine
from trivselsdesk.ui.prepare.sealed_note import SealedNote
from trivselsdesk.ui.prepare.side_card import SideCard
from trivselsdesk.ui.widgets.buttons import Segmented
from trivselsdesk.ui.widgets.checkbox import Check
from trivselsdesk.ui.widgets.fields import LineField
from trivselsdesk.ui.widgets.row_list import ListRow, RowList


class SealedNotesCard(SideCard):
    """Hidden where the process has no such notes. They belong to its first board."""

    def __init__(self, editor: Editor) -> None:
        super().__init__(self.tr("Pinke sedler"), editor)
        self._zones: tuple[Zone, ...] = ()
        self._parts: dict[str, _ZonePart] = {}
        self.view_column.setSpacing(8)
        self.view_column.addWidget(self._hint())
        self.zone = Segmented((), name=self.tr("Felt"))
        self.view_column.addWidget(self.zone)
        self.entry = LineField(placeholder=self.tr("Skriv, og tryk Enter"), name=self.tr("Ny seddel"))
        self.entry.returnPressed.connect(self.add_note)
        self.view_column.addWidget(self.entry)
        self.many = WarnLine()
        self.view_column.addWidget(self.many)
        self._lists = QVBoxLayout()
        self._lists.setSpacing(8)
        self.view_column.addLayout(self._lists)
        self.hung = Clamped("caption", "ink3", lines=2, line_height=19)
        self.view_column.addWidget(self.hung)
        self._question = Clamped("caption", "ink2", lines=4, weight=600, line_height=18)
        self.view_column.addWidget(self._question)
        self.reported = Check(self.tr("Ja"))
        self.reported.clicked.connect(self._set_reported)
        self.view_column.addWidget(self.reported)
        self.unwritten = WarnLine()
        self.view_column.addWidget(self.unwritten)

    @property
    def kind(self) -> NoteType | None:
        """The kind of note that is written beforehand."""
        return next((each for each in self.editor.pack.note_types if each.sealed), None)

    @property
    def board(self) -> Board | None:
        """The board that the notes are for."""
        return next((each for each in self.editor.pack.boards if not each.takes), None)

    def refresh(self) -> None:
        kind, board = self.kind, self.board
        self.setVisible(kind is not None and board is not None)
        if kind is None or board is None:
            return
        self.set_title(kind.names or self.tr("Sedler: {label}").format(label=kind.label))
        self.header.setContentsMargins(15, 10, 15, 6)
        self._lay_out(board, kind)
        sealed = [note for note in board_view(self.editor.book, board).sealed if note.kind == kind.id]
        for zone in board.zones:
            self._parts[zone.id].show_notes([note for note in sealed if note.zone == zone.id])
        self.set_count(str(len(sealed)) if sealed else "")
        self.many.say(
            self.tr("{count} sedler er mange – vælg de vigtigste, højst {most}").format(
                count=len(sealed), most=kind.most
            )
            if kind.most and len(sealed) > kind.most
            else ""
        )
        hung = sum(
            1
            for note in self.editor.book.of(Note)
            if note.kind == kind.id and not note.sealed and not note.joint
        )
        self.hung.show_text(self.tr("{count} hænger på tavlen").format(count=hung))
        self.hung.setVisible(bool(hung))
        self._show_reported()

    def _show_reported(self) -> None:
        """The question about what always calls for action, and what a yes without a note leads to."""
        always = self.editor.pack.always_act
        asked = always is not None and bool(always.question)
        self.reported.setVisible(asked)
        self._question.setVisible(asked)
        self.unwritten.say("")
        if always is None or not asked:
            return
        self._question.show_text(always.question)
        self.reported.setAccessibleName(self.tr("{question} Ja").format(question=always.question))
        said = self.editor.book.find(Override, override_id(self.editor.programme_id, REPORTED))
        self.reported.setChecked(said is not None and bool(said.text))
        if unwritten(self.editor.book):
            words = self.tr("Skriv en seddel om det, og sæt mærket »{mark}«")
            self.unwritten.say(words.format(mark=always.label))

    def _set_reported(self, on: bool) -> None:
        key = override_id(self.editor.programme_id, REPORTED)
        answer = Override(
            id=key, programme_id=self.editor.programme_id, key=REPORTED, text="ja" if on else ""
        )
        if not self.editor.run(PutRecord(programme_id=self.editor.programme_id, record=answer)):
            self.reported.setChecked(not on)

    def add_note(self) -> None:
        """Write the entry as a note in the chosen zone; a sign such as + before it chooses the zone."""
        kind, board = self.kind, self.board
        text = self.entry.value().strip()
        if kind is None or board is None or not text:
            return
        zone = self.zone.value()
        for each in board.zones:
            if each.key and text.startswith(each.key) and text[len(each.key) :].strip():
                zone, text = each.id, text[len(each.key) :].strip()
                self.zone.set_value(zone)
                break
        note = Note(
            id=new_id(),
            programme_id=self.editor.programme_id,
            board=board.id,
            zone=zone,
            text=text,
            kind=kind.id,
            sealed=True,
        )
        if self.editor.run(AddNotes(programme_id=self.editor.programme_id, notes=(note,))):
            self.entry.flush()
            self.entry.clear()
            self.entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def hand_in(self) -> None:
        super().hand_in()
        for part in self._parts.values():
            part.close_forms()

    def _hint(self) -> QWidget:
        hint = Clamped("caption", "ink2", lines=3, line_height=18)
        hint.show_text(
            self.tr("Ét emne på hver seddel – både det gode og det, I vil ændre. Tag kun det vigtigste.")
        )
        return hint

    def _lay_out(self, board: Board, kind: NoteType) -> None:
        if board.zones == self._zones:
            return
        self._zones = board.zones
        self.zone.set_options(
            [(zone.id, zone.short or zone.title, zone.icon or None, _tone(zone)) for zone in board.zones]
        )
        for part in self._parts.values():
            self._lists.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts = {zone.id: _ZonePart(zone, self.editor, kind.colour) for zone in board.zones}
        for part in self._parts.values():
            part.list.rearranged.connect(self.restructured)
            self._lists.addWidget(part)


class _ZonePart(QWidget):
    """The notes of one zone under its name."""

    def __init__(self, zone: Zone, editor: Editor, colour: str) -> None:
        super().__init__()
        self._editor, self._colour = editor, colour
        self._title = zone.title
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(6)
        ink = f"{_tone(zone)}Ink"
        if zone.icon:
            head.addWidget(Icon(zone.icon, ink, 16))
        self.title = Clamped("caption", ink, lines=1, weight=700, line_height=20)
        head.addWidget(self.title, 1)
        column.addLayout(head)
        self.list = RowList(spacing=6)
        column.addWidget(self.list)

    def show_notes(self, notes: list[Note]) -> None:
        self.setVisible(bool(notes))
        self.title.show_text(f"{self._title} · {len(notes)}")
        self.list.sync([note.id for note in notes], self._make)
        for note in notes:
            row = self.list.row(note.id)
            if isinstance(row, SealedNote):
                row.show_note(note)

    def close_forms(self) -> None:
        for row in self.list.rows():
            if isinstance(row, SealedNote):
                row.close_form()

    def _make(self, note_id: str) -> ListRow:
        row = SealedNote(note_id, self._editor, self._colour)
        row.opened.connect(self._opened)
        row.restructured.connect(self.list.rearranged)
        return row

    def _opened(self, note_id: str) -> None:
        for row in self.list.rows():
            if isinstance(row, SealedNote) and row.record_id != note_id:
                row.close_form()


def _tone(zone: Zone) -> str:
    return zone.tone if zone.tone in ("good", "less", "warn") else "primary"
