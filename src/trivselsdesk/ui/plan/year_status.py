"""»Årets status«: the two questions about the year that went, and who hands the report in, and when."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trivselsdesk.domain.commands.base import Command
from trivselsdesk.domain.commands.rows import EditFields, PutRecord
from trivselsdesk.domain.pack import Pack
from trivselsdesk.domain.people import holders
from trivselsdesk.domain.records import Report
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.plan.cells import WrapField
from trivselsdesk.ui.widgets.bound import Bound
from trivselsdesk.ui.widgets.card import Card, ScrollArea
from trivselsdesk.ui.widgets.fields import DateField, Labelled, LineField
from trivselsdesk.ui.widgets.labels import Label

QUESTIONS = ("successes", "reasons")


class YearStatusView(QWidget):
    """Built for a process with a report form."""

    def __init__(self, bridge: Bridge, pack: Pack) -> None:
        super().__init__()
        assert pack.report is not None
        self._form = pack.report
        self._bridge = bridge
        self._programme_id = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._scroll = ScrollArea(margins=(24, 0, 21, 12), spacing=14)
        column.addWidget(self._scroll)
        self.answers = {
            "successes": Answers(pack.fill(self._form.success_question), self._form.lines),
            "reasons": Answers(pack.fill(self._form.reason_question), self._form.lines),
        }
        for answers in self.answers.values():
            self._scroll.body.addWidget(answers)
        self.authors = LineField("", name=self._form.authors_label)
        self.day = DateField(None, today=bridge.today, name=self.tr("Dato på arket"))
        self._scroll.body.addWidget(self._sender_card())
        self._scroll.body.addStretch(1)
        self._bounds = [
            Bound(bridge, answers, Report, name, make=self._command) for name, answers in self.answers.items()
        ]
        self._bounds.append(Bound(bridge, self.authors, Report, "authors", make=self._command))
        self._bounds.append(Bound(bridge, self.day, Report, "day", empty=None, make=self._command))

    def _sender_card(self) -> Card:
        card = Card(self.tr("Afsender og dato"), spacing=8)
        row = QHBoxLayout()
        row.setSpacing(12)
        day = Labelled(
            self.tr("Dato på arket"),
            self.day,
            help_text=self.tr("Uden dato står den dag, arket bliver lavet"),
        )
        authors = Labelled(self._form.authors_label, self.authors)
        row.addWidget(authors, 3, Qt.AlignmentFlag.AlignTop)
        row.addWidget(day, 2, Qt.AlignmentFlag.AlignTop)
        card.body.addLayout(row)
        return card

    def aim(self, programme_id: str) -> None:
        """Show a programme's report."""
        self._programme_id = programme_id
        for bound in self._bounds:
            bound.aim(programme_id, programme_id)
        self.refresh()

    def refresh(self) -> None:
        """Bring everything into line with the book."""
        book = self._bridge.book(self._programme_id)
        people = [person.name for role in self._form.author_roles for person in holders(book, role)]
        self.authors.setPlaceholderText(" · ".join(dict.fromkeys(people)))
        for bound in self._bounds:
            bound.show()

    def focus_part(self, name: str) -> bool:
        """Put the cursor in a question, or in who or when."""
        fields: dict[str, QWidget] = {"authors": self.authors, "day": self.day}
        fields.update({key: answers.lines[0] for key, answers in self.answers.items()})
        if name not in fields:
            return False
        fields[name].setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll.ensureWidgetVisible(fields[name], 20, 80)
        return True

    def _command(self, programme_id: str, record_id: str, values: dict[str, Any]) -> Command:
        if self._bridge.book(programme_id).find(Report, record_id) is not None:
            return EditFields(programme_id=programme_id, kind=Report, id=record_id, values=values)
        fresh = Report(id=record_id, programme_id=programme_id)
        return PutRecord(programme_id=programme_id, record=replace(fresh, **values))


class Answers(Card):
    """A question with numbered lines; as a field its value is one answer a line."""

    edited = Signal(object)

    def __init__(self, question: str, least: int) -> None:
        super().__init__(question, spacing=8)
        self._question, self._least = question, least
        self.lines: list[WrapField] = []
        self._grow(least)

    def value(self) -> str:
        return "\n".join(line.value() for line in self.lines).rstrip("\n")

    def set_value(self, text: str) -> None:
        said = text.split("\n")
        self._grow(max(self._least, len(said)))
        for place, line in enumerate(self.lines):
            line.set_value(said[place] if place < len(said) else "")

    def flush(self) -> None:
        for line in self.lines:
            line.flush()

    def _grow(self, count: int) -> None:
        while len(self.lines) < count:
            number = len(self.lines) + 1
            name = self.tr("{question} Svar {number}").format(question=self._question, number=number)
            line = WrapField("", name=name)
            line.edited.connect(self._tell)
            line.entered.connect(self._go_on)
            row = QHBoxLayout()
            row.setSpacing(8)
            mark = Label(f"{number}.", "bodyStrong", weight=700)
            mark.setFixedWidth(20)
            row.addWidget(mark)
            row.addWidget(line, 1)
            self.body.addLayout(row)
            self.lines.append(line)

    def _go_on(self) -> None:
        place = next((at for at, line in enumerate(self.lines) if line is self.sender()), len(self.lines))
        if place + 1 < len(self.lines):
            self.lines[place + 1].setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self) -> None:
        self.edited.emit(self.value())
