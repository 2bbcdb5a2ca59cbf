"""What a question of a form is answered with. All have set_value(text), edited(text) and first()."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trivselsdesk.domain.answers import read_day, read_lines, write_lines
from trivselsdesk.domain.pack import FormField
from trivselsdesk.domain.pack.forms import CHOICE, DATE, LINES, ROWS, SCALE, SCALE_STEPS, TICKS
from trivselsdesk.ui.widgets.buttons import Button
from trivselsdesk.ui.widgets.fields import DateField, LineField, TextField
from trivselsdesk.ui.widgets.flow import FlowLayout
from trivselsdesk.ui.widgets.labels import Label

_LINES = 3
"""Numbered lines where the process does not say how many."""


class Input(QWidget):
    """Holds one answer as the text that is stored."""

    edited = Signal(str)
    rejected = Signal(str)
    """A sentence about what cannot be read; empty when it can."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(6)

    def set_value(self, text: str) -> None:
        """Show an answer. What somebody is in the middle of typing is left alone."""
        raise NotImplementedError

    def first(self) -> QWidget:
        """Where the cursor goes."""
        raise NotImplementedError

    def hand_in(self) -> None:
        """What is typed and waits for Enter is part of the answer, too: another form is about to be shown."""


class TextInput(Input):
    """Free text that grows with what is written."""

    def __init__(self, field: FormField, name: str, prompt: str) -> None:
        super().__init__()
        self.text = TextField(placeholder=prompt, min_lines=2, max_lines=14, name=name)
        self.text.edited.connect(self._publish)
        self.column.addWidget(self.text)

    def set_value(self, text: str) -> None:
        self.text.set_value(text)

    def first(self) -> QWidget:
        return self.text

    def _publish(self) -> None:
        self.edited.emit(self.text.value())


class LinesInput(Input):
    """Numbered lines. An answer that holds more of them than the process asks for shows them all."""

    def __init__(self, field: FormField, name: str, prompt: str) -> None:
        super().__init__()
        self._name, self._prompt, self._count = name, prompt, field.count or _LINES
        self.lines: list[LineField] = []
        self._need(self._count)

    def set_value(self, text: str) -> None:
        values = read_lines(text, self._count)
        self._need(len(values))
        for line, value in zip(self.lines, values + [""] * len(self.lines), strict=False):
            line.set_value(value)

    def first(self) -> QWidget:
        return self.lines[0]

    def _need(self, count: int) -> None:
        while len(self.lines) < count:
            number = len(self.lines) + 1
            row = QHBoxLayout()
            row.setSpacing(8)
            sign = Label(f"{number}", "bodyStrong", "primaryInk", weight=700)
            sign.setFixedWidth(20)
            sign.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            row.addWidget(sign)
            line = LineField(placeholder=self._prompt, name=f"{self._name}, {number}")
            line.edited.connect(self._publish)
            row.addWidget(line, 1)
            self.lines.append(line)
            self.column.addLayout(row)

    def _publish(self) -> None:
        self.edited.emit(write_lines([line.value() for line in self.lines]))


class DayInput(Input):
    """A day."""

    def __init__(self, field: FormField, name: str, prompt: str, today: Callable[[], date]) -> None:
        super().__init__()
        self.day = DateField(placeholder=prompt or self.tr("Vælg en dag"), today=today, name=name)
        self.day.setMaximumWidth(260)
        self.day.edited.connect(self._publish)
        self.day.rejected.connect(self._complain)
        self.column.addWidget(self.day)

    def set_value(self, text: str) -> None:
        self.day.set_value(read_day(text))

    def first(self) -> QWidget:
        return self.day

    def _publish(self, day: Any) -> None:
        self.edited.emit(day.isoformat() if day else "")

    def _complain(self, sentence: str) -> None:
        self.rejected.emit(sentence)


class PickInput(Input):
    """One of several answers, each a button; pressing the one that is on takes it back."""

    def __init__(self, options: list[tuple[str, str]], name: str, low: str = "", high: str = "") -> None:
        super().__init__()
        self._value = ""
        self.buttons: dict[str, Button] = {}
        holder = QWidget()
        flow = FlowLayout(holder, spacing=8)
        for key, words in options:
            button = Button(words)
            button.setCheckable(True)
            button.setAccessibleName(f"{name}: {words}")
            button.clicked.connect(self._press)
            self.buttons[key] = button
            flow.addWidget(button)
        self.column.addWidget(holder)
        ends = "   –   ".join(each for each in (low, high) if each)
        if ends:
            self.column.addWidget(Label(ends, "caption", "ink2", wrap=True))

    def set_value(self, text: str) -> None:
        self._value = text
        for key, button in self.buttons.items():
            on = key == text
            button.setChecked(on)
            button.set_icon("check" if on else None)

    def first(self) -> QWidget:
        return self.buttons.get(self._value) or next(iter(self.buttons.values()))

    def _press(self) -> None:
        pressed = next(key for key, button in self.buttons.items() if button is self.sender())
        self.set_value("" if pressed == self._value else pressed)
        self.edited.emit(self._value)


def make_input(
    field: FormField,
    name: str,
    fill: Callable[[str], str],
    today: Callable[[], date],
    names: Callable[[], list[str]],
) -> Input:
    """The input for a question; ``fill`` puts the unit's words into a text of the process."""
    # The two that build rows are larger; their module is read when a form first needs it.
    from trivselsdesk.ui.forms.lists import RowsInput, TicksInput

    prompt = fill(field.prompt)
    if field.kind == LINES:
        return LinesInput(field, name, prompt)
    if field.kind == DATE:
        return DayInput(field, name, prompt, today)
    if field.kind == CHOICE:
        return PickInput([(each.id, fill(each.label)) for each in field.choices], name)
    if field.kind == SCALE:
        steps = [(str(step), str(step)) for step in range(1, SCALE_STEPS + 1)]
        low = f"1 = {fill(field.low)}" if field.low else ""
        high = f"{SCALE_STEPS} = {fill(field.high)}" if field.high else ""
        return PickInput(steps, name, low, high)
    if field.kind == ROWS:
        return RowsInput(field, name, fill, today, names)
    if field.kind == TICKS:
        return TicksInput(field, name, fill)
    return TextInput(field, name, prompt)
