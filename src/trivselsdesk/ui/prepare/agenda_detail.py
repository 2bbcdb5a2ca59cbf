"""An open row of the drejebog: its steps, what to say and to consider, and its fields."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from trivselsdesk.domain import part
from trivselsdesk.domain.agenda import BREAK, Slot
from trivselsdesk.domain.commands.rows import RemoveRow
from trivselsdesk.domain.records import AgendaItem, Step, new_id
from trivselsdesk.ui.prepare.agenda_form import AgendaForm
from trivselsdesk.ui.prepare.editor import Editor
from trivselsdesk.ui.prepare.step_form import StepForm
from trivselsdesk.ui.prepare.step_row import StepRow
from trivselsdesk.ui.prepare.words_card import WordsCard
from trivselsdesk.ui.widgets.buttons import Button
from trivselsdesk.ui.widgets.labels import Label
from trivselsdesk.ui.widgets.row_list import RowList

NEW_STEP_MINUTES = 5


class AgendaDetail(QWidget):
    """Made when the row is opened. The cards show the whole row's words, or those of a picked step."""

    restructured = Signal()

    def __init__(self, item_id: str, editor: Editor) -> None:
        super().__init__()
        self._id, self._editor = item_id, editor
        self._picked = self._fresh = ""
        self._narrow = False
        column = QVBoxLayout(self)
        column.setContentsMargins(15, 0, 15, 10)
        column.setSpacing(8)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._halves.setSpacing(16)
        left = QVBoxLayout()
        left.setSpacing(0)
        self.points = Label("", "body", "ink", wrap=True, size=15)
        self.points.setContentsMargins(20, 2, 0, 6)
        left.addWidget(self.points)
        self.steps = RowList()
        self.steps.moved.connect(self._move_step)
        self.steps.rearranged.connect(self.restructured)
        left.addWidget(self.steps)
        self.add = Button(self.tr("Tilføj trin"), "link", "plus", small=True)
        self.add.clicked.connect(self.add_step)
        self.step_form = StepForm(editor)
        left.addWidget(self.step_form)
        left.addStretch(1)
        self._halves.addLayout(left, 1)
        right = QVBoxLayout()
        right.setSpacing(8)
        self.say = WordsCard("script", editor)
        self.consider = WordsCard("tips", editor)
        for card in (self.say, self.consider):
            card.written.connect(self._write)
            right.addWidget(card)
        right.addStretch(1)
        self._halves.addLayout(right, 1)
        column.addLayout(self._halves)
        self.form: AgendaForm | None = None
        self._form_place = QVBoxLayout()
        column.addLayout(self._form_place)
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 0, 0, 0)
        self.more = Button(self.tr("Ret titel, taler og materialer"), "link", "pencil", small=True)
        self.more.clicked.connect(self._toggle_form)
        self.trash = Button(self.tr("Slet"), "link", "trash", small=True)
        self.trash.clicked.connect(self._remove)
        foot.addWidget(self.add)
        foot.addWidget(self.more)
        foot.addStretch(1)
        foot.addWidget(self.trash)
        column.addLayout(foot)

    def show_item(self, item: AgendaItem, steps: list[Step]) -> None:
        pause = item.tool == BREAK
        points = [line.strip() for line in self._editor.fill(item.points).splitlines() if line.strip()]
        self.points.set_text("\n".join(f"– {line}" for line in points))
        self.points.setVisible(bool(points) and not steps)
        self.steps.sync([step.id for step in steps], self._make_step)
        if self._picked not in self.steps.ids():
            self._picked = ""
        for number, step in enumerate(steps, start=1):
            row = self.steps.row(step.id)
            if isinstance(row, StepRow):
                row.show_step(step, number, number == len(steps), step.id == self._picked)
        self.add.setVisible(not pause)
        self.more.setVisible(not pause)
        self._show_words(item, steps)
        if pause and self.form is None:
            self.show_form(True)
        if self.form is not None:
            self.form.show_item(item)

    def show_form(self, on: bool) -> None:
        """Show or put away the row's fields."""
        if on and self.form is None:
            self.form = AgendaForm(self._id, self._editor)
            self.form.set_narrow(self._narrow)
            self.form.show_item(self._editor.book.get(AgendaItem, self._id))
            self._form_place.addWidget(self.form)
            self.form.show()
        elif not on and self.form is not None:
            form, self.form = self.form, None
            form.hide()
            form.deleteLater()
        self.more.set_text(self.tr("Færdig") if on else self.tr("Ret titel, taler og materialer"))
        self.more.set_icon("check" if on else "pencil")
        self.restructured.emit()

    def set_narrow(self, narrow: bool) -> None:
        """Cards below the steps instead of beside them."""
        self._narrow = narrow
        way = QBoxLayout.Direction
        self._halves.setDirection(way.TopToBottom if narrow else way.LeftToRight)
        if self.form is not None:
            self.form.set_narrow(narrow)

    def add_step(self) -> None:
        """A new step last, the cursor in its title."""
        step = Step(
            id=new_id(),
            programme_id=self._editor.programme_id,
            item_id=self._id,
            title="",
            minutes=NEW_STEP_MINUTES,
        )
        if self._editor.add(step):
            self._fresh = step.id
            row = self.steps.row(step.id)
            if isinstance(row, StepRow):
                row.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_words(self, item: AgendaItem, steps: list[Step]) -> None:
        number = next((place for place, step in enumerate(steps, start=1) if step.id == self._picked), 0)
        picked = steps[number - 1] if number else None
        self.step_form.show_step(picked, number)
        if item.tool == BREAK and not (item.script or item.tips):
            self.say.hide()
            self.consider.hide()
        elif picked is None:
            whose = self.tr("hele punktet") if steps else ""
            self.say.show_words(item.id, item.script, whose)
            self.consider.show_words(item.id, item.tips, whose)
        else:
            whose = self.tr("trin {number}").format(number=number)
            slot = Slot(item, picked, number)
            book, pack = self._editor.book, self._editor.pack
            self.say.show_words(picked.id, picked.script, whose, part.script(book, pack, slot))
            self.consider.show_words(picked.id, picked.tips, whose, part.tips(book, pack, slot))

    def _make_step(self, step_id: str) -> StepRow:
        row = StepRow(step_id, self._editor)
        row.picked.connect(self._pick)
        row.entered.connect(self._step_below)
        row.left.connect(self._step_left)
        return row

    def _pick(self, step_id: str) -> None:
        self._picked = "" if step_id == self._picked else step_id
        self._redraw()

    def _step_below(self, step_id: str) -> None:
        ids = self.steps.ids()
        place = ids.index(step_id) + 1
        row = self.steps.row(ids[place]) if place < len(ids) else None
        if isinstance(row, StepRow):
            row.title.setFocus(Qt.FocusReason.TabFocusReason)

    def _step_left(self, step_id: str) -> None:
        """A new step that got nothing to say is not kept."""
        step = self._editor.book.find(Step, step_id)
        if step_id == self._fresh and step is not None:
            untouched = not (step.title.strip() or step.point or step.instruction or step.script or step.tips)
            if untouched and step.minutes == NEW_STEP_MINUTES:
                self._fresh = ""
                pid = self._editor.programme_id
                self._editor.run(RemoveRow(programme_id=pid, kind=Step, id=step_id))

    def _move_step(self, step_id: str, index: int) -> None:
        self._editor.move(Step, step_id, index)

    def _write(self, record_id: str, field: str, value: str) -> None:
        kind = AgendaItem if record_id == self._id else Step
        self._editor.edit(kind, record_id, **{field: value})

    def _redraw(self) -> None:
        item = self._editor.book.find(AgendaItem, self._id)
        if item is not None:
            self.show_item(item, self._editor.book.steps(self._id))

    def _toggle_form(self) -> None:
        self.show_form(self.form is None)
        if self.form is not None:
            self.form.focus_title()

    def _remove(self) -> None:
        item = self._editor.book.find(AgendaItem, self._id)
        self._editor.remove(AgendaItem, self._id, item.title if item else "")
