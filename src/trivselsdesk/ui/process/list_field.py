"""A list of texts: each in a field of its own, to be moved, added to and taken out."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trivselsdesk.ui.widgets.buttons import Button, IconButton
from trivselsdesk.ui.widgets.grip import Grip
from trivselsdesk.ui.widgets.quiet_text import OneThing
from trivselsdesk.ui.widgets.row_list import ListRow, RowList

_NUMBERS = count(1)


class TextsField(QWidget):
    """``edited`` carries the whole list, without the lines that are empty."""

    edited = Signal(object)

    def __init__(self, value: Sequence[str] = (), *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._name = name
        self._texts: dict[str, str] = {}
        self._order: list[str] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self.list = RowList(spacing=4)
        self.list.moved.connect(self._move)
        column.addWidget(self.list)
        self.add = Button(self.tr("Tilføj en linje"), "link", "plus", small=True)
        self.add.clicked.connect(self._add_last)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self.add)
        self.set_value(value)

    def value(self) -> tuple[str, ...]:
        """The lines that hold something."""
        return tuple(self._texts[each].strip() for each in self._order if self._texts[each].strip())

    def set_value(self, value: Sequence[str]) -> None:
        """Show this list; a line that is being typed in keeps its field."""
        if tuple(value) == self.value():
            return
        left = list(self._order)
        order = []
        for place, text in enumerate(value):
            same = next((each for each in left if self._texts[each].strip() == text), None)
            if same is None and len(value) == len(self._order) and self._order[place] in left:
                same = self._order[place]
            key = same or f"line{next(_NUMBERS)}"
            if same is not None:
                left.remove(same)
            self._texts[key] = text
            order.append(key)
        self._show(order)

    def _show(self, order: list[str]) -> None:
        self._order = order
        self.list.sync(order, self._make)
        for place, key in enumerate(order, 1):
            row = self.list.row(key)
            if isinstance(row, _Line):
                row.text.set_value(self._texts[key])
                row.text.setAccessibleName(f"{self._name} {place}")

    def _make(self, key: str) -> ListRow:
        row = _Line(key)
        row.typed.connect(self._on_typed)
        row.entered.connect(self._add_below)
        row.gone.connect(self._remove)
        return row

    def _on_typed(self, key: str, text: str) -> None:
        self._texts[key] = text
        self.edited.emit(self.value())

    def _add_last(self) -> None:
        self._add_at(len(self._order))

    def _add_below(self, key: str) -> None:
        self._add_at(self._order.index(key) + 1)

    def _add_at(self, index: int) -> None:
        key = f"line{next(_NUMBERS)}"
        self._texts[key] = ""
        self._show([*self._order[:index], key, *self._order[index:]])
        row = self.list.row(key)
        if isinstance(row, _Line):
            row.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self, key: str) -> None:
        row = self.list.row(key)
        held = row is not None and row.holds_focus()
        self._show([each for each in self._order if each != key])
        if held and not self._order:
            # The rows pass the keyboard on among themselves; the last one has nobody.
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit(self.value())

    def _move(self, key: str, index: int) -> None:
        order = [each for each in self._order if each != key]
        order.insert(index, key)
        self._show(order)
        self.edited.emit(self.value())


class _Line(ListRow):
    """One text. Enter makes the next."""

    typed = Signal(str, str)
    entered = Signal(str)
    gone = Signal(str)

    def __init__(self, key: str) -> None:
        super().__init__(key, Grip(16))
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        assert self.grip is not None
        row.addWidget(self.grip)
        self.text = OneThing(placeholder=self.tr("Skriv en linje"), max_lines=6)
        self.text.edited.connect(self._typed)
        self.text.done.connect(self._entered)
        row.addWidget(self.text, 1)
        self.trash = IconButton("trash", self.tr("Slet linjen"), size=18, side=40)
        self.trash.clicked.connect(self._gone)
        row.addWidget(self.trash)
        self.watch(self.text)
        self.watch(self.trash)
        self.body.addWidget(line)

    def _typed(self, text: str) -> None:
        self.typed.emit(self.record_id, text)

    def _entered(self) -> None:
        self.entered.emit(self.record_id)

    def _gone(self) -> None:
        self.gone.emit(self.record_id)
