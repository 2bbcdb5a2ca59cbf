"""Answers that are lists: a small table with a fresh row at its end, and ticks with lines of one's own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from trivselsdesk.domain.answers import (
    OwnTick,
    Ticks,
    read_day,
    read_rows,
    read_ticks,
    write_rows,
    write_ticks,
)
from trivselsdesk.domain.form_dates import RowDay
from trivselsdesk.domain.pack import FormField, RowColumn
from trivselsdesk.ui.forms.inputs import Input
from trivselsdesk.ui.widgets.buttons import Button, IconButton
from trivselsdesk.ui.widgets.checkbox import Check
from trivselsdesk.ui.widgets.fields import ChoiceField, DateField, LineField
from trivselsdesk.ui.widgets.labels import Label

_NARROW = 190
_BIN = 40
Cell = LineField | DateField | ChoiceField


class _Row(QWidget):
    """A row of cells with a bin at its end."""

    edited = Signal()
    removed = Signal()
    rejected = Signal(str)
    wheel_wanted = Signal()

    def __init__(
        self,
        cells: tuple[RowColumn, ...],
        name: str,
        fill: Callable[[str], str],
        today: Callable[[], date],
        names: Callable[[], list[str]],
    ) -> None:
        super().__init__()
        self._kinds = [each.kind for each in cells]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.cells: list[Cell] = []
        for each in cells:
            cell = _cell(each, f"{name}, {fill(each.title)}", today, names)
            cell.edited.connect(self._tell)
            if isinstance(cell, DateField):
                cell.rejected.connect(self.rejected)
            self.cells.append(cell)
            row.addWidget(cell, 1 if each.kind == "text" else 0)
        self.wheel: IconButton | None = None
        if "date" in self._kinds:
            self.wheel = IconButton("calendar", self.tr("Sæt datoen på årshjulet"), size=18)
            self.wheel.setEnabled(False)
            self.wheel.clicked.connect(self.wheel_wanted)
            row.addWidget(self.wheel)
        self.bin = IconButton("trash", self.tr("Slet rækken"), size=18)
        self.bin.clicked.connect(self.removed)
        row.addWidget(self.bin)

    def _tell(self) -> None:
        self.edited.emit()

    def values(self) -> list[str]:
        """The cells as they are stored."""
        return [_text(cell) for cell in self.cells]

    def set_values(self, values: list[str]) -> None:
        for cell, value in zip(self.cells, values, strict=True):
            if isinstance(cell, DateField):
                cell.set_value(read_day(value))
            else:
                cell.set_value(value)
        self.bin.setEnabled(any(values))

    def show_on_wheel(self, day: RowDay | None) -> None:
        """Whether the day of the row can be put on the årshjul, moved there, or stands there."""
        if self.wheel is None:
            return
        self.wheel.setEnabled(day is not None and not day.there)
        if day is not None and day.there:
            words, icon = self.tr("Datoen står på årshjulet"), "check"
        elif day is not None and day.stands is not None:
            words, icon = self.tr("Flyt datoen på årshjulet"), "calendar"
        else:
            words, icon = self.tr("Sæt datoen på årshjulet"), "calendar"
        self.wheel.set_icon(icon)
        self.wheel.setToolTip(words)
        self.wheel.setAccessibleName(words)

    def holds_focus(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)


def _cell(each: RowColumn, name: str, today: Callable[[], date], names: Callable[[], list[str]]) -> Cell:
    if each.kind == "date":
        day = DateField(today=today, name=name)
        day.setFixedWidth(_NARROW)
        return day
    if each.kind == "person":
        person = ChoiceField(editable=True, name=name)
        person.set_suggestions(names())
        person.setFixedWidth(_NARROW)
        return person
    return LineField(name=name)


def _text(cell: Cell) -> str:
    if isinstance(cell, DateField):
        day = cell.value()
        return day.isoformat() if day else ""
    return cell.value()


class RowsInput(Input):
    """A small table. The last row is always empty and counts only when something is written in it."""

    wheel_wanted = Signal(int)
    """The day of that row is to stand on the årshjul."""

    def __init__(
        self,
        field: FormField,
        name: str,
        fill: Callable[[str], str],
        today: Callable[[], date],
        names: Callable[[], list[str]],
    ) -> None:
        super().__init__()
        self._field, self._name, self._fill, self._today, self._names = field, name, fill, today, names
        head = QHBoxLayout()
        dated = any(each.kind == "date" for each in field.cells)
        head.setContentsMargins(0, 0, (_BIN + 8) * (2 if dated else 1), 0)
        head.setSpacing(8)
        for each in field.cells:
            title = Label(fill(each.title), "caption", "ink2", weight=600)
            if each.kind != "text":
                title.setFixedWidth(_NARROW)
            head.addWidget(title, 1 if each.kind == "text" else 0)
        self.column.addLayout(head)
        self.rows: list[_Row] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(6)
        self.column.addLayout(self._list)
        self.set_value("")

    def set_value(self, text: str) -> None:
        busy = next((place for place, row in enumerate(self.rows) if row.holds_focus()), -1)
        if busy >= 0 and write_rows([row.values() for row in self.rows]) == text:
            # A row that somebody is emptying keeps its place: what they write next is not the row below's.
            self._end_with_an_empty_one()
            return
        rows = read_rows(text, len(self._field.cells))
        while len(self.rows) < max(len(rows), busy) + 1:
            self._add()
        while len(self.rows) > max(len(rows), busy) + 1:
            gone = self.rows.pop()
            self._list.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for place, row in enumerate(self.rows):
            row.set_values(rows[place] if place < len(rows) else [""] * len(self._field.cells))

    def first(self) -> QWidget:
        return self.rows[0].cells[0]

    def show_days(self, days: list[RowDay | None]) -> None:
        """What the årshjul has of the days in the rows."""
        for place, row in enumerate(self.rows):
            row.show_on_wheel(days[place] if place < len(days) else None)

    def _want_wheel(self) -> None:
        self.wheel_wanted.emit(next(n for n, row in enumerate(self.rows) if row is self.sender()))

    def _end_with_an_empty_one(self) -> None:
        for row in self.rows:
            row.bin.setEnabled(any(row.values()))
        if any(self.rows[-1].values()):
            self._add()
            self.rows[-1].set_values([""] * len(self._field.cells))

    def _add(self) -> None:
        number = len(self.rows) + 1
        row = _Row(
            self._field.cells,
            self.tr("{name}, række {number}").format(name=self._name, number=number),
            self._fill,
            self._today,
            self._names,
        )
        row.edited.connect(self._publish)
        row.removed.connect(self._remove)
        row.rejected.connect(self.rejected)
        row.wheel_wanted.connect(self._want_wheel)
        self.rows.append(row)
        self._list.addWidget(row)

    def _publish(self) -> None:
        self.edited.emit(write_rows([row.values() for row in self.rows]))

    def _remove(self) -> None:
        gone = cast("_Row", self.sender())
        left = [row.values() for row in self.rows if row is not gone]
        self.rows[max(0, self.rows.index(gone) - 1)].cells[0].setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit(write_rows(left))


class TicksInput(Input):
    """A list to tick, with lines of one's own below."""

    def __init__(self, field: FormField, name: str, fill: Callable[[str], str]) -> None:
        super().__init__()
        self._name, self._ticks = name, Ticks()
        self.checks: dict[str, Check] = {}
        for each in field.choices:
            check = Check(fill(each.label))
            check.clicked.connect(self._tick)
            self.checks[each.id] = check
            self.column.addWidget(check)
            if each.hint:
                hint = Label(fill(each.hint), "caption", "ink2", wrap=True)
                hint.setContentsMargins(34, 0, 0, 4)
                self.column.addWidget(hint)
        self.own: list[tuple[Check, LineField, QWidget]] = []
        # A place of their own, made before the line below: Tab goes through them first.
        place = QWidget()
        self._list = QVBoxLayout(place)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(6)
        self.column.addWidget(place)
        line = QHBoxLayout()
        line.setSpacing(8)
        self.entry = LineField(placeholder=self.tr("Skriv jeres egen"), name=self.tr("Jeres egen linje"))
        self.entry.returnPressed.connect(self.add_own)
        self.entry.editingFinished.connect(self.hand_in)
        line.addWidget(self.entry, 1)
        self.add = Button(self.tr("Tilføj"), "tint", "plus", small=True)
        self.add.clicked.connect(self.add_own)
        line.addWidget(self.add)
        self.column.addLayout(line)

    def set_value(self, text: str) -> None:
        self._ticks = read_ticks(text)
        for key, check in self.checks.items():
            check.setChecked(key in self._ticks.chosen)
        while len(self.own) < len(self._ticks.own):
            self._add_row()
        while len(self.own) > len(self._ticks.own):
            *_, holder = self.own.pop()
            self._list.removeWidget(holder)
            holder.hide()
            holder.deleteLater()
        for (check, words, _), tick in zip(self.own, self._ticks.own, strict=True):
            check.setChecked(tick.ticked)
            check.setAccessibleName(tick.text)
            words.set_value(tick.text)

    def first(self) -> QWidget:
        return next(iter(self.checks.values()), self.entry)

    def add_own(self) -> None:
        """Put what is typed at the end of the list, ticked, and go on writing."""
        self.hand_in()
        self.entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def hand_in(self) -> None:
        words = " ".join(self.entry.value().split())
        if words:
            self.entry.flush()
            self.entry.clear()
            self._publish([*self._ticks.own, OwnTick(words)])

    def _add_row(self) -> None:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        check = Check()
        check.clicked.connect(self._tick)
        row.addWidget(check)
        words = LineField(name=self.tr("Jeres egen linje"))
        words.edited.connect(self._tick)
        row.addWidget(words, 1)
        bin_button = IconButton("trash", self.tr("Slet linjen"), size=18)
        bin_button.clicked.connect(self._remove)
        row.addWidget(bin_button)
        self.own.append((check, words, holder))
        self._list.addWidget(holder)

    def _remove(self) -> None:
        sender = cast("QWidget", self.sender())
        left = [
            OwnTick(words.value(), check.isChecked())
            for check, words, holder in self.own
            if not holder.isAncestorOf(sender)
        ]
        self.entry.setFocus(Qt.FocusReason.OtherFocusReason)
        self._publish(left)

    def _tick(self) -> None:
        self._publish([OwnTick(words.value(), check.isChecked()) for check, words, _ in self.own])

    def _publish(self, own: list[OwnTick]) -> None:
        chosen = frozenset(key for key, check in self.checks.items() if check.isChecked())
        self.edited.emit(write_ticks(Ticks(chosen, tuple(own))))
