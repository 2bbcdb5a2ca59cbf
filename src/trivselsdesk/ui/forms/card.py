"""One question of a form: its words, a place for each answer, and what stands beside it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trivselsdesk.domain.answers import is_answered
from trivselsdesk.domain.form_dates import RowDay
from trivselsdesk.domain.forms import Beside, columns_of
from trivselsdesk.domain.pack import Form, FormColumn, FormField
from trivselsdesk.domain.pack.forms import DATE, ROWS
from trivselsdesk.ui import theme
from trivselsdesk.ui.forms.inputs import Input, make_input
from trivselsdesk.ui.widgets.buttons import Button
from trivselsdesk.ui.widgets.card import Card, Panel
from trivselsdesk.ui.widgets.chips import Chip
from trivselsdesk.ui.widgets.labels import Label

if TYPE_CHECKING:
    from trivselsdesk.ui.forms.lists import RowsInput


class FieldCard(Card):
    """A card for one question. ``written`` carries the ids of question and column, and the answer."""

    written = Signal(str, str, str)
    wheel_wanted = Signal(str)
    """The day that is written in the question is to stand on the årshjul: its id."""
    row_wheel_wanted = Signal(str, str, int)
    """The same of a day in a row: the ids of question and column, and which row."""
    entered = Signal(str)
    """The cursor came into the question."""

    def __init__(
        self,
        form: Form,
        field: FormField,
        number: int,
        fill: Callable[[str], str],
        today: Callable[[], date],
        names: Callable[[], list[str]],
    ) -> None:
        super().__init__(padding=18, spacing=6)
        self.field = field
        head = QHBoxLayout()
        head.setSpacing(10)
        label = fill(field.label)
        self.question = Label(f"{number}. {label}", "section", wrap=True)
        head.addWidget(self.question, 1)
        self.needed = Chip(self.tr("Skal udfyldes"), "warn")
        if not field.required:
            self.needed.hide()
        head.addWidget(self.needed, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(head)
        if field.hint:
            self.body.addWidget(Label(fill(field.hint), "body", "ink2", wrap=True, size=15))
        self.inputs: dict[str, Input] = {}
        self._shown: dict[str, list[Beside]] = {}
        self._boxes: dict[str, QVBoxLayout] = {}
        columns = columns_of(form, field)
        row = QHBoxLayout()
        row.setSpacing(16)
        for column in columns:
            row.addLayout(self._answer_column(column, label, fill, today, names), 1)
        self.body.addLayout(row)
        self.wrong = Label("", "body", "mustInk", wrap=True, size=15, weight=600)
        self.wrong.hide()
        self.body.addWidget(self.wrong)
        if field.examples:
            self._add_examples([fill(each) for each in field.examples])

    def _answer_column(
        self,
        column: FormColumn,
        label: str,
        fill: Callable[[str], str],
        today: Callable[[], date],
        names: Callable[[], list[str]],
    ) -> QVBoxLayout:
        stack = QVBoxLayout()
        stack.setSpacing(6)
        title = fill(column.title)
        if title:
            stack.addWidget(Label(title, "caption", "ink2", weight=600))
        made = make_input(self.field, f"{label} – {title}" if title else label, fill, today, names)
        made.edited.connect(self._write)
        made.rejected.connect(self._complain)
        if self.field.kind == ROWS:
            cast("RowsInput", made).wheel_wanted.connect(self._want_row_wheel)
        self.inputs[column.id] = made
        stack.addWidget(made)
        boxes = QVBoxLayout()
        boxes.setSpacing(6)
        self._boxes[column.id] = boxes
        stack.addLayout(boxes)
        if self.field.kind == DATE:
            self.to_wheel = Button(self.tr("Sæt på årshjulet"), "tint", "calendar", small=True)
            self.to_wheel.clicked.connect(self._want_wheel)
            self.to_wheel.hide()
            stack.addWidget(self.to_wheel, 0, Qt.AlignmentFlag.AlignLeft)
        stack.addStretch(1)
        self._watch(made)
        return stack

    def _add_examples(self, lines: list[str]) -> None:
        self.examples = Button(self.tr("Vis eksempler"), "link", small=True)
        self.examples.setCheckable(True)
        self.examples.clicked.connect(self._swap_examples)
        self.body.addWidget(self.examples, 0, Qt.AlignmentFlag.AlignLeft)
        self._examples = Panel("sunken", radius=theme.current().radius("control"))
        self._examples.body.setContentsMargins(12, 6, 12, 8)
        for line in lines:
            self._examples.body.addWidget(Label(f"•  {line}", "body", "ink2", wrap=True, size=15))
        self._examples.hide()
        self.body.addWidget(self._examples)

    # Showing

    def show_answer(self, column: str, text: str) -> None:
        """Show the answer of a comment column."""
        made = self.inputs[column]
        made.set_value(text)
        # Rows may have come: they too tell when the cursor comes in.
        self._watch(made)

    def show_state(self, texts: dict[str, str]) -> None:
        """Say whether something that is needed is missing."""
        missing = any(not is_answered(self.field, text) for text in texts.values())
        self.needed.setVisible(self.field.required and missing)

    def show_day(self, day: date | None, stands: date | None) -> None:
        """Of a question about a day: the day, and the one that stands on the årshjul for it."""
        self.to_wheel.setVisible(day is not None)
        there = day is not None and day == stands
        self.to_wheel.setEnabled(not there)
        if there:
            self.to_wheel.set_text(self.tr("Står på årshjulet"))
        elif stands is not None:
            self.to_wheel.set_text(self.tr("Flyt den også på årshjulet"))
        else:
            self.to_wheel.set_text(self.tr("Sæt på årshjulet"))

    def show_row_days(self, column: str, days: list[RowDay | None]) -> None:
        """Of a question with rows: what the årshjul has of their days."""
        cast("RowsInput", self.inputs[column]).show_days(days)

    def show_beside(self, column: str, found: list[Beside]) -> None:
        """Show what the plan says and what was answered last time."""
        if self._shown.get(column, []) == found:
            return
        self._shown[column] = found
        boxes = self._boxes[column]
        while boxes.count():
            item = boxes.takeAt(0)
            old = item.widget() if item is not None else None
            if old is not None:
                old.hide()
                old.deleteLater()
        for each in found:
            box = _BesideBox(column, each)
            box.taken.connect(self._take)
            boxes.addWidget(box)

    def focus_answer(self) -> None:
        """Put the cursor into the first answer."""
        next(iter(self.inputs.values())).first().setFocus(Qt.FocusReason.OtherFocusReason)

    def hand_in(self) -> None:
        """Write what is typed and not yet part of an answer."""
        for made in self.inputs.values():
            made.hand_in()

    # Inside

    def _watch(self, made: Input) -> None:
        for child in made.findChildren(QWidget):
            if child.focusPolicy() & Qt.FocusPolicy.TabFocus and not child.property("formWatched"):
                child.setProperty("formWatched", True)
                child.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.entered.emit(self.field.id)
        return super().eventFilter(watched, event)

    def _write(self, text: str) -> None:
        column = next(key for key, made in self.inputs.items() if made is self.sender())
        self.written.emit(self.field.id, column, text)

    def _want_wheel(self) -> None:
        self.wheel_wanted.emit(self.field.id)

    def _want_row_wheel(self, row: int) -> None:
        column = next(key for key, made in self.inputs.items() if made is self.sender())
        self.row_wheel_wanted.emit(self.field.id, column, row)

    def _take(self, column: str, text: str) -> None:
        self.written.emit(self.field.id, column, text)
        self.focus_answer()

    def _complain(self, sentence: str) -> None:
        self.wrong.set_text(sentence)
        self.wrong.setVisible(bool(sentence))

    def _swap_examples(self) -> None:
        on = self.examples.isChecked()
        self._examples.setVisible(on)
        self.examples.set_text(self.tr("Skjul eksempler") if on else self.tr("Vis eksempler"))


class _BesideBox(Panel):
    """A quiet box: where it comes from, the lines, and a button where they can be taken over."""

    taken = Signal(str, str)

    def __init__(self, column: str, found: Beside) -> None:
        super().__init__("sunken", radius=theme.current().radius("control"))
        self._column, self._proposal = column, found.proposal
        self.body.setContentsMargins(12, 6, 8, 8)
        head = QHBoxLayout()
        head.addWidget(Label(found.source, "caption", "ink2", weight=600), 1)
        if found.proposal:
            self.take = Button(self.tr("Brug det"), "link", "copy", small=True)
            self.take.setAccessibleName(self.tr("Brug det: {source}").format(source=found.source))
            self.take.clicked.connect(self._take)
            head.addWidget(self.take)
        self.body.addLayout(head)
        for line in found.lines:
            self.body.addWidget(Label(line, "body", "ink2", wrap=True, size=15))

    def _take(self) -> None:
        self.taken.emit(self._column, self._proposal)
