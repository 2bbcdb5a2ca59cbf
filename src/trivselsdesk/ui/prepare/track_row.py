"""A note on a track: what it says and who sees to it, with its fields behind a pencil."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trivselsdesk.domain.commands.lifts import MoveToTrack, WriteEscalation
from trivselsdesk.domain.danish import short_date
from trivselsdesk.domain.lifts import CLOSED
from trivselsdesk.domain.pack import Track
from trivselsdesk.domain.tracks import Tracked, on_track
from trivselsdesk.ui.prepare.editor import Editor
from trivselsdesk.ui.prepare.marks import Clamped, Icon, WarnLine
from trivselsdesk.ui.widgets.buttons import Button, IconButton
from trivselsdesk.ui.widgets.checkbox import Check
from trivselsdesk.ui.widgets.fields import DateField, Labelled, TextField
from trivselsdesk.ui.widgets.name_field import NameField
from trivselsdesk.ui.widgets.row_list import ListRow


class TrackRow(ListRow):
    restructured = Signal()

    def __init__(self, note_id: str, track: Track, editor: Editor) -> None:
        super().__init__(note_id)
        self._track, self._editor = track, editor
        self._form: _TrackForm | None = None
        self.body.setSpacing(2)
        line = QHBoxLayout()
        line.setSpacing(6)
        self.must = Icon("must", "must", 18)
        line.addWidget(self.must, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        self.words = Clamped("body", "ink", lines=3)
        self.facts = Clamped("caption", "ink2", lines=3, line_height=18)
        words.addWidget(self.words)
        words.addWidget(self.facts)
        line.addLayout(words, 1)
        self.pencil = IconButton("pencil", self.tr("Skriv, hvem der gør hvad"))
        self.pencil.clicked.connect(self._toggle)
        line.addWidget(self.pencil, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(line)
        self.missing = WarnLine()
        self.body.addWidget(self.missing)

    @property
    def is_open(self) -> bool:
        return self._form is not None

    def show_note(self, each: Tracked) -> None:
        note, seen_to = each.note, each.seen_to
        text = note.text.strip() or self.tr("Tom seddel")
        self.words.show_text(text)
        self.pencil.setAccessibleName(self.tr("Skriv, hvem der gør hvad: {text}").format(text=text[:120]))
        self.must.setVisible(note.always_act)
        said = seen_to.reason if self._track.lift else seen_to.answer
        facts = [" ".join(said.split()), " ".join(seen_to.carrier.split())]
        if not self._track.lift and seen_to.status == CLOSED:
            facts.append(self.tr("gjort"))
        elif seen_to.expected is not None:
            facts.append(short_date(seen_to.expected))
        line = " · ".join(fact for fact in facts if fact)
        self.facts.show_text(line)
        self.facts.setVisible(bool(line))
        lost = note.always_act and not seen_to.carrier.strip()
        self.missing.say(self.tr("Kræver altid handling – skriv, hvem der tager sig af det") if lost else "")
        if self._form is not None:
            self._form.show_note(each)

    def close_form(self) -> None:
        if self._form is None:
            return
        form, self._form = self._form, None
        form.flush()
        if self.holds_focus():
            self.pencil.setFocus(Qt.FocusReason.OtherFocusReason)
        self.pencil.set_icon("pencil")
        form.hide()
        form.deleteLater()
        self.restructured.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.is_open:
            self.close_form()
        else:
            super().keyPressEvent(event)

    def _toggle(self) -> None:
        if self._form is not None:
            if self._form.expected.unreadable():
                # Closed, the form would take along what was typed, without a word.
                self._form.expected.setFocus(Qt.FocusReason.OtherFocusReason)
            else:
                self.close_form()
            return
        self._form = _TrackForm(self.record_id, self._track, self._editor)
        self._form.back.connect(self._bring_back)
        self.pencil.set_icon("check")
        self.body.addWidget(self._form)
        self._form.show()
        for each in _tracked(self._editor, self._track, self.record_id):
            self._form.show_note(each)
        self._form.carrier.setFocus(Qt.FocusReason.OtherFocusReason)
        self.restructured.emit()

    def _bring_back(self) -> None:
        self.close_form()
        self._editor.run(MoveToTrack(programme_id=self._editor.programme_id, id=self.record_id, track=""))


def _tracked(editor: Editor, track: Track, note_id: str) -> list[Tracked]:
    return [each for each in on_track(editor.book, track.id) if each.note.id == note_id]


class _TrackForm(QWidget):
    """Who, when, and what is done about it; or why it goes to others."""

    back = Signal()

    def __init__(self, note_id: str, track: Track, editor: Editor) -> None:
        super().__init__()
        self._id, self._track, self._editor = note_id, track, editor
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 6)
        column.setSpacing(6)
        self.carrier = NameField(placeholder=self.tr("Navn"), always_marked=True)
        self.carrier.set_suggestions([*editor.names(), self._editor.pack.trio])
        self.expected = DateField(placeholder=self.tr("Dato"), today=editor.today)
        ours = not track.lift
        self.said = TextField(
            placeholder=self.tr("Hvad gør I? Det fortæller I alle.") if ours else self.tr("Hvorfor?"),
            min_lines=2,
            max_lines=5,
        )
        self._said = "answer" if ours else "reason"
        column.addWidget(
            Labelled(
                self.tr("Hvem tager sig af det?") if ours else self.tr("Hvem bærer det videre?"), self.carrier
            )
        )
        column.addWidget(Labelled(self.tr("Hvornår?") if ours else self.tr("Svar ventes"), self.expected))
        column.addWidget(Labelled(self.tr("Det gør vi") if ours else self.tr("Begrundelse"), self.said))
        self.carrier.edited.connect(self._set_carrier)
        self.expected.edited.connect(self._set_expected)
        self.said.edited.connect(self._set_said)
        self.closed = Check(self.tr("Det er gjort"))
        if not ours:
            self.closed.hide()
        self.closed.clicked.connect(self._set_closed)
        column.addWidget(self.closed)
        self._back = Button(self.tr("Tilbage til sedlerne"), "link", "undo", small=True)
        self._back.clicked.connect(self.back)
        column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)

    def show_note(self, each: Tracked) -> None:
        self.carrier.set_value(each.seen_to.carrier)
        self.expected.set_value(each.seen_to.expected)
        self.said.set_value(getattr(each.seen_to, self._said))
        self.closed.setChecked(each.seen_to.status == CLOSED)

    def flush(self) -> None:
        for field in (self.carrier, self.expected, self.said):
            field.flush()

    def _write(self, values: dict[str, Any]) -> bool:
        return self._editor.run(
            WriteEscalation(
                programme_id=self._editor.programme_id,
                card_id=self._id,
                values=values,
                today=self._editor.today(),
                steps=bool(self._track.lift),
            )
        )

    def _set_carrier(self, value: str) -> None:
        self._write({"carrier": value})

    def _set_expected(self, value: object) -> None:
        self._write({"expected": value})

    def _set_said(self, value: str) -> None:
        self._write({self._said: value})

    def _set_closed(self, on: bool) -> None:
        if not self._write({"status": CLOSED if on else ""}):
            self.closed.setChecked(not on)
