"""The trio's checklist: how far it is, and every task with who has it and when it is due."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from trivselsdesk.domain.checklist import progress, tasks
from trivselsdesk.domain.commands.rows import RemoveRow
from trivselsdesk.domain.pack import NoteType
from trivselsdesk.domain.records import Note, Task, new_id
from trivselsdesk.ui.prepare.editor import Editor
from trivselsdesk.ui.prepare.task_row import TaskRow
from trivselsdesk.ui.widgets.buttons import Button
from trivselsdesk.ui.widgets.card import Card, ScrollArea, hline
from trivselsdesk.ui.widgets.labels import Label
from trivselsdesk.ui.widgets.progress import Bar
from trivselsdesk.ui.widgets.row_list import RowList, bring_into_view


class Checklist(Card):
    restructured = Signal()

    def __init__(self, editor: Editor) -> None:
        super().__init__("", padding=0, spacing=0)
        self._editor = editor
        self._fresh = ""
        head = QVBoxLayout()
        head.setContentsMargins(15, 10, 15, 8)
        head.setSpacing(5)
        line = QHBoxLayout()
        line.addWidget(Label(self.tr("Tjekliste"), "section"))
        line.addStretch(1)
        self.count = Label("", "bodyStrong", weight=700)
        line.addWidget(self.count)
        head.addLayout(line)
        self.bar = Bar(name=self.tr("Tjeklisten"))
        head.addWidget(self.bar)
        self.body.addLayout(head)
        self.body.addWidget(hline())
        self.area = ScrollArea()
        self.list = RowList()
        self.list.moved.connect(self._move)
        self.list.rearranged.connect(self.restructured)
        self.empty = Label("", "body", "ink2", wrap=True)
        self.empty.setContentsMargins(15, 12, 15, 4)
        self.empty.set_text(self.tr("Her er ingen opgaver. Skriv, hvad I skal have gjort før mødet."))
        self.area.body.addWidget(self.empty)
        self.area.body.addWidget(self.list)
        self.area.body.addStretch(1)
        self.body.addWidget(self.area, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(8, 4, 8, 6)
        self.add = Button(self.tr("Tilføj opgave"), "link", "plus")
        self.add.clicked.connect(self.add_task)
        foot.addWidget(self.add)
        foot.addStretch(1)
        self.body.addLayout(foot)

    def refresh(self) -> None:
        book, today = self._editor.book, self._editor.today()
        every = tasks(book)
        state = progress(book, today)
        words = self.tr("{done} af {total}").format(done=state.done, total=state.total) if every else ""
        self.count.set_text(words)
        self.bar.set_value(state.done / state.total if state.total else 0.0)
        self.bar.setAccessibleDescription(words)
        self.empty.setVisible(not every)
        self.list.sync([task.id for task in every], self._make)
        sealed = [kind for kind in self._editor.pack.note_types if kind.sealed]
        for task in every:
            row = self.list.row(task.id)
            if isinstance(row, TaskRow):
                row.show_task(task, today, self._written(task, sealed))

    def close_forms(self) -> None:
        """Close whatever is open for writing."""
        for row in self.list.rows():
            if isinstance(row, TaskRow):
                row.close_form()

    def add_task(self) -> None:
        """A new task last on the list, the cursor in it."""
        task = Task(id=new_id(), programme_id=self._editor.programme_id, text="")
        if not self._editor.add(task):
            return
        self._fresh = task.id
        row = self.list.row(task.id)
        if isinstance(row, TaskRow):
            row.open()

    def _make(self, task_id: str) -> TaskRow:
        row = TaskRow(task_id, self._editor)
        row.opened.connect(self._opened)
        row.closed.connect(self._closed)
        return row

    def _written(self, task: Task, sealed: list[NoteType]) -> str:
        """How many of the notes that a task is about have been written, where it names such notes."""
        kinds = {kind.id for kind in sealed if kind.label.casefold() in task.text.casefold()}
        if not kinds:
            return ""
        count = sum(
            1 for note in self._editor.book.of(Note) if note.kind in kinds and not (note.joint or note.track)
        )
        return self.tr("{count} skrevet").format(count=count) if count else ""

    def _opened(self, task_id: str) -> None:
        for row in self.list.rows():
            if isinstance(row, TaskRow) and row.record_id != task_id:
                row.close_form()
        self.refresh()
        self.restructured.emit()
        opened = self.list.row(task_id)
        if opened is not None:
            bring_into_view(opened)

    def _closed(self, task_id: str) -> None:
        task = self._editor.book.find(Task, task_id)
        if task_id == self._fresh:
            self._fresh = ""
            if task is not None and not (task.text.strip() or task.hint.strip() or task.owner or task.due):
                command = RemoveRow(programme_id=self._editor.programme_id, kind=Task, id=task_id)
                self._editor.run(command)
                return
        self.refresh()
        self.restructured.emit()

    def _move(self, task_id: str, index: int) -> None:
        self._editor.move(Task, task_id, index)
