"""The lines above a form: which initiative or person it is about, and which time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trivselsdesk.domain.forms import Subject, entry_words
from trivselsdesk.domain.records import FormEntry
from trivselsdesk.ui.widgets.buttons import Button, IconButton
from trivselsdesk.ui.widgets.fields import ChoiceField, DateField, LineField
from trivselsdesk.ui.widgets.labels import Label


class SubjectBar(QWidget):
    """One at a time: back, which of how many, on (000: F17)."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ids: list[str] = []
        self._current = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.back = IconButton("chev-l", self.tr("Den forrige"), ghost=False)
        self.back.clicked.connect(self._go_back)
        self.next = IconButton("chev-r", self.tr("Den næste"), ghost=False)
        self.next.clicked.connect(self._go_on)
        self.choice = ChoiceField(name=self.tr("Hvad skemaet handler om"))
        self.choice.setMaximumWidth(520)
        self.choice.edited.connect(self._choose)
        self.count = Label("", "body", "ink2")
        row.addWidget(self.back)
        row.addWidget(self.choice, 1)
        row.addWidget(self.next)
        row.addWidget(self.count)
        row.addStretch(1)

    def show_subjects(self, found: list[Subject], current: str) -> None:
        self._ids, self._current = [each.id for each in found], current
        unnamed = self.tr("Uden navn")
        self.choice.set_options([(each.id, each.title or unnamed) for each in found])
        self.choice.set_value(current)
        place = self._ids.index(current) if current in self._ids else 0
        self.back.setEnabled(place > 0)
        self.next.setEnabled(place + 1 < len(self._ids))
        self.count.set_text(self.tr("{number} af {count}").format(number=place + 1, count=len(self._ids)))

    def _go_back(self) -> None:
        self._step(-1)

    def _go_on(self) -> None:
        self._step(1)

    def _step(self, by: int) -> None:
        place = self._ids.index(self._current) + by
        if 0 <= place < len(self._ids):
            self.chosen.emit(self._ids[place])

    def _choose(self, wanted: str) -> None:
        if wanted and wanted != self._current:
            self.chosen.emit(wanted)


class TimesBar(QWidget):
    """Which time it is, its day and what it is called, and one more time."""

    chosen = Signal(str)
    dated = Signal(object, str)
    """The day, and what this time is called."""
    again = Signal()
    removed = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.choice = ChoiceField(name=self.tr("Hvilken gang"))
        self.choice.setMinimumWidth(180)
        self.choice.edited.connect(self._choose)
        row.addWidget(self.choice, 2)
        self.day = DateField(today=today, name=self.tr("Hvornår"))
        self.day.edited.connect(self._tell)
        row.addWidget(self.day)
        self.title = LineField(placeholder=self.tr("Kald den fx »efter sommer«"), name=self.tr("Navn"))
        self.title.edited.connect(self._tell)
        row.addWidget(self.title, 2)
        self.more = Button(self.tr("Udfyld igen"), "tint", "plus", small=True)
        self.more.clicked.connect(self.again)
        row.addWidget(self.more)
        self.bin = IconButton("trash", self.tr("Slet denne gang"))
        self.bin.clicked.connect(self.removed)
        row.addWidget(self.bin)

    def set_private(self, on: bool) -> None:
        """Without a name for each time: it would stand unsealed in the file."""
        self.title.setVisible(not on)

    def show_times(self, known: list[FormEntry], entry: FormEntry) -> None:
        """Show the latest first; an entry that is not there yet has nothing to choose from."""
        there = any(each.id == entry.id for each in known)
        first = self.tr("Første gang")
        self.choice.setVisible(len(known) > 1)
        self.choice.set_options([(each.id, entry_words(each) or first) for each in reversed(known)])
        self.choice.set_value(entry.id)
        self.day.set_value(entry.day)
        self.title.set_value(entry.title)
        self.more.setEnabled(there)
        self.bin.setEnabled(there)

    def _choose(self, wanted: str) -> None:
        if wanted:
            self.chosen.emit(wanted)

    def _tell(self) -> None:
        self.dated.emit(self.day.value(), self.title.value())
