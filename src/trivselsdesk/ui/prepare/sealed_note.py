"""One note written beforehand: a slip of paper to read, its field and marks to write."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trivselsdesk.domain.commands.lifts import MoveToTrack
from trivselsdesk.domain.commands.notes import DeleteNotes, SplitNote
from trivselsdesk.domain.note_text import NOTE_LIMIT, halves
from trivselsdesk.domain.records import Note, new_id
from trivselsdesk.domain.tracks import track_of
from trivselsdesk.ui import theme
from trivselsdesk.ui.prepare.editor import Editor
from trivselsdesk.ui.prepare.marks import Clamped, Icon, WarnLine
from trivselsdesk.ui.prepare.who_dialog import ask_who
from trivselsdesk.ui.widgets import paint
from trivselsdesk.ui.widgets.buttons import Button, IconButton
from trivselsdesk.ui.widgets.checkbox import Check
from trivselsdesk.ui.widgets.labels import Label
from trivselsdesk.ui.widgets.quiet_text import OneThing
from trivselsdesk.ui.widgets.row_list import ListRow

_FOLD = 12


class SealedNote(ListRow):
    opened = Signal(str)
    restructured = Signal()

    def __init__(self, note_id: str, editor: Editor, colour: str) -> None:
        super().__init__(note_id)
        self._editor = editor
        self._form: _NoteForm | None = None
        self.body.setSpacing(2)
        self.paper = _Paper(colour)
        self.paper.wanted.connect(self.open)
        self.paper.thrown.connect(self._throw)
        self.body.addWidget(self.paper)
        self._split = Button(self.tr("Del i to sedler"), "link", "scissors", small=True)
        self._split.clicked.connect(self.split)
        self.long = WarnLine(self._split)
        self.body.addWidget(self.long)

    @property
    def is_open(self) -> bool:
        return self._form is not None

    def show_note(self, note: Note) -> None:
        self.paper.show_note(note)
        over = len(note.text.strip()) > NOTE_LIMIT
        words = (
            self.tr("{count} tegn – ét emne pr. seddel").format(count=len(note.text.strip())) if over else ""
        )
        self.long.say(words)
        if self._form is not None:
            self._form.show_note(note)

    def open(self) -> None:
        """Write on the note."""
        if self._form is None:
            self._form = _NoteForm(self.record_id, self._editor)
            self._form.finished.connect(self.close_form)
            self._form.thrown.connect(self._throw)
            self._form.moved.connect(self.move_to)
            self._form.show_note(self._editor.book.get(Note, self.record_id))
            self.paper.hide()
            self.body.insertWidget(0, self._form)
            self._form.show()
            self.opened.emit(self.record_id)
            self.restructured.emit()
        self._form.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_form(self) -> None:
        if self._form is None:
            return
        form, self._form = self._form, None
        self.paper.show()
        if self.holds_focus():
            self.paper.setFocus(Qt.FocusReason.OtherFocusReason)
        form.hide()
        form.deleteLater()
        self.restructured.emit()

    def split(self) -> None:
        """Make two notes of a long one."""
        if self._form is not None:
            self._form.text.flush()
        note = self._editor.book.find(Note, self.record_id)
        if note is None:
            return
        first, second = halves(note.text)
        self.close_form()
        self._editor.run(
            SplitNote(
                programme_id=self._editor.programme_id,
                id=note.id,
                first=first,
                second=second,
                second_id=new_id(),
            )
        )

    def move_to(self, track_id: str) -> None:
        """Ask who sees to it, and take the note to a track."""
        editor = self._editor
        track = track_of(editor.pack, track_id)
        note = editor.book.find(Note, self.record_id)
        if track is None or note is None:
            return
        who = ask_who(self, track, [*editor.names(), editor.pack.trio], needed=note.always_act)
        if who is None:
            return
        self.close_form()
        editor.run(
            MoveToTrack(
                programme_id=editor.programme_id, id=note.id, track=track.id, lift=track.lift, carrier=who
            )
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.is_open:
            self.close_form()
        else:
            super().keyPressEvent(event)

    def _throw(self) -> None:
        note = self._editor.book.find(Note, self.record_id)
        command = DeleteNotes(programme_id=self._editor.programme_id, ids=(self.record_id,))
        if note is not None and self._editor.run(command):
            self._editor.say_deleted(note.text)


class _Paper(QWidget):
    """The note as it will hang: its colour, its fold and its mark."""

    wanted = Signal()
    thrown = Signal()

    def __init__(self, colour: str) -> None:
        super().__init__()
        self._pink = colour == "pink"
        self._ink = "notePInk" if self._pink else "noteYInk"
        self._ring = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMinimumHeight(40)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 9, 16, 10)
        row.setSpacing(6)
        self.must = Icon("must", "must", 18)
        row.addWidget(self.must, 0, Qt.AlignmentFlag.AlignTop)
        self.words = Clamped("note", self._ink, lines=6)
        row.addWidget(self.words, 1)
        theme.notifier.changed.connect(self.update)

    def show_note(self, note: Note) -> None:
        shown = note.text.strip() or self.tr("Tom seddel")
        self.words.show_text(shown)
        self.must.setVisible(note.always_act)
        self.setAccessibleName(self.tr("Seddel: {text}").format(text=shown))

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring = paint.by_keyboard(event)
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2, Qt.Key.Key_Space):
            self.wanted.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.thrown.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.wanted.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), theme.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        base = "noteP" if self._pink else "noteY"
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        fold = _FOLD if self._pink else 0
        shape = QPolygonF(
            [
                box.topLeft(),
                box.topRight() - QPointF(fold, 0),
                box.topRight() + QPointF(0, fold),
                box.bottomRight(),
                box.bottomLeft(),
            ]
        )
        painter.setPen(look.color(f"{base}Line"))
        painter.setBrush(look.color(base))
        painter.drawPolygon(shape)
        painter.fillRect(QRectF(box.left(), box.bottom() - 1.5, box.width(), 2), look.color(f"{base}Line"))
        if fold:
            corner = box.topRight() - QPointF(fold, 0)
            painter.setBrush(look.color("notePFold"))
            painter.drawPolygon(QPolygonF([corner, corner + QPointF(0, fold), corner + QPointF(fold, fold)]))
        if self.hasFocus() and self._ring:
            rect = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            paint.rounded(painter, rect, 4, None, "focus", paint.RING)


class _NoteForm(QWidget):
    finished = Signal()
    thrown = Signal()
    moved = Signal(str)
    """The note is to go to a track."""

    def __init__(self, note_id: str, editor: Editor) -> None:
        super().__init__()
        self._id, self._editor = note_id, editor
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(4)
        self.text = OneThing(name=self.tr("Seddel"), min_lines=2)
        self.text.done.connect(self.finished)
        self.text.edited.connect(self._set_text)
        column.addWidget(self.text)
        always = editor.pack.always_act
        self.must = Check(always.label if always else "")
        self.must.clicked.connect(self._set_must)
        if always is None:
            self.must.hide()
        column.addWidget(self.must)
        if always is not None and always.hint:
            column.addWidget(Label(always.hint, "caption", "ink3", wrap=True))
        self.tracks: dict[str, Button] = {}
        for track in editor.pack.tracks:
            move = Button(
                self.tr("Flyt til »{track}«").format(track=track.title), "link", "arrow-r", small=True
            )
            move.setToolTip(track.hint)
            move.clicked.connect(self._move)
            self.tracks[track.id] = move
            column.addWidget(move, 0, Qt.AlignmentFlag.AlignLeft)
        line = QHBoxLayout()
        self.done = Button(self.tr("Færdig"), "tint", "check", small=True)
        self.done.clicked.connect(self.finished)
        self.trash = IconButton("trash", self.tr("Slet sedlen"))
        self.trash.clicked.connect(self.thrown)
        line.addWidget(self.done)
        line.addStretch(1)
        line.addWidget(self.trash)
        column.addLayout(line)

    def show_note(self, note: Note) -> None:
        self.text.set_value(note.text)
        self.must.setChecked(note.always_act)

    def _move(self) -> None:
        sender = self.sender()
        self.text.flush()
        for track_id, button in self.tracks.items():
            if button is sender:
                self.moved.emit(track_id)
                return

    def _set_text(self, value: str) -> None:
        self._editor.edit(Note, self._id, text=value)

    def _set_must(self, on: bool) -> None:
        if not self._editor.edit(Note, self._id, always_act=on):
            self.must.setChecked(not on)
