"""One task of the checklist: ticked with a click, opened for writing with the pencil or Enter."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trivselsdesk.domain.checklist import comes_too_late
from trivselsdesk.domain.crew import owner_words
from trivselsdesk.domain.danish import plural, relative_day, short_date
from trivselsdesk.domain.records import Task
from trivselsdesk.domain.setup import MEETING_ANCHOR, owner_word
from trivselsdesk.ui.prepare.editor import Editor
from trivselsdesk.ui.prepare.marks import Clamped, Meta
from trivselsdesk.ui.widgets.buttons import Button, IconButton
from trivselsdesk.ui.widgets.checkbox import Check
from trivselsdesk.ui.widgets.fields import ChoiceField, DateField, Labelled, LineField, TextField
from trivselsdesk.ui.widgets.flow import FlowLayout
from trivselsdesk.ui.widgets.grip import Grip
from trivselsdesk.ui.widgets.row_list import HoverButton, ListRow


class TaskRow(ListRow):
    """``opened`` asks the list to close the others."""

    opened = Signal(str)
    closed = Signal(str)

    def __init__(self, task_id: str, editor: Editor) -> None:
        super().__init__(task_id, Grip(16, quiet=True), edge="bottom")
        self._editor = editor
        self._form: _TaskForm | None = None
        self.line = QWidget()
        row = QHBoxLayout(self.line)
        row.setContentsMargins(0, 9, 6, 9)
        row.setSpacing(0)
        assert self.grip is not None
        row.addWidget(self.grip)
        self.check = Check(size=26, quiet=True)
        self.check.clicked.connect(self._tick)
        row.addWidget(self.check, 0, Qt.AlignmentFlag.AlignTop)
        row.addSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.setContentsMargins(0, 2, 0, 0)
        self.words = Clamped("bodyStrong", lines=3)
        title = QHBoxLayout()
        title.setContentsMargins(0, 0, 36, 0)
        title.addWidget(self.words)
        words.addLayout(title)
        marks = QWidget()
        flow = FlowLayout(marks, spacing=12, line_spacing=0)
        self.owner, self.due, self.extra = Meta(), Meta(), Meta()
        for mark in (self.owner, self.due, self.extra):
            flow.addWidget(mark)
        words.addWidget(marks)
        row.addLayout(words, 1)
        # Over the row's corner, not in it: the dates below may use the whole width.
        self.pencil = HoverButton("pencil", self.tr("Ret opgaven"), size=18, parent=self.line)
        self.pencil.clicked.connect(self.open)
        self.watch(self.check)
        self.watch(self.pencil)
        self.body.addWidget(self.line)
        self.line.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def is_open(self) -> bool:
        return self._form is not None

    def show_task(self, task: Task, today: date, written: str) -> None:
        """Draw the row at ``today``; ``written`` says how many notes the task has led to, or nothing."""
        text = self._editor.fill(task.text).strip() or self.tr("Opgave uden tekst")
        self.check.setChecked(task.done)
        self.check.setAccessibleName(text)
        token = "ink2" if task.done else "ink" if task.text.strip() else "ink3"
        self.words.show_text(text, token, weight=500 if task.done else 600)
        shared = {owner_word(self._editor.pack, "trio"), owner_word(self._editor.pack, "all")}
        owner, role = owner_words(self._editor.book, self._editor.pack, task.owner)
        self.owner.show_words("trio" if task.owner in shared else "user", owner)
        self.owner.setToolTip(role)
        due_today = not task.done and task.due == today
        self._show_due(task, today)
        self.extra.show_words("", written, "ink3")
        self.set_fill("warnTint" if due_today else "primaryTint" if self.is_open else "surface")
        if self._form is not None:
            self._form.show_task(task)

    def open(self) -> None:
        """Open the row for writing, the cursor in its text."""
        if self._form is None:
            self._form = _TaskForm(self.record_id, self._editor)
            self._form.finished.connect(self.close_form)
            self._form.show_task(self._editor.book.get(Task, self.record_id))
            self.line.hide()
            self.body.addWidget(self._form)
            self._form.show()
            self.opened.emit(self.record_id)
        self._form.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_form(self) -> None:
        """Back to the short row."""
        if self._form is None:
            return
        form, self._form = self._form, None
        had_focus = form.isAncestorOf(form.focusWidget() or self) or self.holds_focus()
        form.hide()
        form.deleteLater()
        self.line.show()
        if had_focus:
            self.check.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit(self.record_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape and self.is_open:
            self.close_form()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self.is_open:
            self.open()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.pencil.move(self.width() - self.pencil.width() - 4, 4)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        inside = self.line.isVisible() and self.line.geometry().contains(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and inside:
            self.check.click()

    def _show_due(self, task: Task, today: date) -> None:
        if task.due is None:
            self.due.show_words("calendar", self._from_meeting(task), "ink3")
        elif comes_too_late(self._editor.book, task):
            day = short_date(task.due, year=task.due.year != today.year)
            words = self.tr("{day} – mødet er før").format(day=day)
            self.due.show_words("warn", words, "warnInk", bold=True)
        elif task.done or task.due > today:
            self.due.show_words("calendar", short_date(task.due, year=task.due.year != today.year))
        else:
            token = "warnInk" if task.due == today else "mustInk"
            self.due.show_words("warn", relative_day(task.due, today), token, bold=True)

    def _from_meeting(self, task: Task) -> str:
        if task.due_anchor != MEETING_ANCHOR:
            return ""
        if not task.due_days:
            return self.tr("på mødets dag")
        days = plural(abs(task.due_days), self.tr("dag"), self.tr("dage"))
        return (self.tr("{days} før mødet") if task.due_days < 0 else self.tr("{days} efter mødet")).format(
            days=days
        )

    def _tick(self, on: bool) -> None:
        if not self._editor.edit(Task, self.record_id, done=on):
            self.check.setChecked(not on)


class _TaskForm(QWidget):
    """The fields of a task."""

    finished = Signal()

    def __init__(self, task_id: str, editor: Editor) -> None:
        super().__init__()
        self._id, self._editor = task_id, editor
        column = QVBoxLayout(self)
        column.setContentsMargins(15, 12, 15, 10)
        column.setSpacing(8)
        self.text = LineField(placeholder=self.tr("Hvad skal gøres?"), name=self.tr("Opgave"))
        self.owner = ChoiceField(
            editable=True, placeholder=self.tr("Hvem?"), name=self.tr("Hvem har opgaven")
        )
        self.due = DateField(placeholder=self.tr("Hvornår?"), today=editor.today, name=self.tr("Frist"))
        self.hint = TextField(
            placeholder=self.tr("Godt at huske"), name=self.tr("Godt at huske"), max_lines=10
        )
        self.text.returnPressed.connect(self._finish)
        for field, slot in (
            (self.text, self._set_text),
            (self.owner, self._set_owner),
            (self.due, self._set_due),
            (self.hint, self._set_hint),
        ):
            field.edited.connect(slot)
        column.addWidget(self.text)
        column.addWidget(self.owner)
        column.addWidget(Labelled(self.tr("Frist"), self.due))
        column.addWidget(Labelled(self.tr("Godt at huske"), self.hint))
        buttons = QHBoxLayout()
        self.done = Button(self.tr("Færdig"), "tint", "check", small=True)
        self.done.clicked.connect(self._finish)
        self.trash = IconButton("trash", self.tr("Slet opgaven"))
        self.trash.clicked.connect(self._remove)
        buttons.addWidget(self.done)
        buttons.addStretch(1)
        buttons.addWidget(self.trash)
        column.addLayout(buttons)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # A line edit lets Enter go on to its parents; the row would open again what it just closed.
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def show_task(self, task: Task) -> None:
        words = [
            owner_word(self._editor.pack, "trio"),
            owner_word(self._editor.pack, "all"),
            *self._editor.names(),
        ]
        if words != [self.owner.itemText(place) for place in range(self.owner.count())]:
            self.owner.set_suggestions(words)
        self.text.set_value(task.text)
        self.owner.set_value(task.owner)
        self.due.set_value(task.due)
        self.hint.set_value(task.hint)

    def _finish(self) -> None:
        if self.due.unreadable():
            # Closed, the form would take along what was typed, without a word.
            self.due.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.finished.emit()

    def _remove(self) -> None:
        task = self._editor.book.find(Task, self._id)
        self._editor.remove(Task, self._id, task.text if task else "")

    def _set_text(self, value: str) -> None:
        self._editor.edit(Task, self._id, text=value)

    def _set_owner(self, value: str) -> None:
        self._editor.edit(Task, self._id, owner=value)

    def _set_due(self, value: date | None) -> None:
        self._editor.edit(Task, self._id, due=value)

    def _set_hint(self, value: str) -> None:
        self._editor.edit(Task, self._id, hint=value)
