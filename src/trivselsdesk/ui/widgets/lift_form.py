"""The fields of a lifted matter: why, who carries it, when it was sent, and what was answered."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trivselsdesk.domain.commands.base import Command
from trivselsdesk.domain.commands.lifts import WriteEscalation
from trivselsdesk.domain.lifts import STATUSES
from trivselsdesk.domain.records import Escalation, Note, Theme
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.widgets.bound import Bound
from trivselsdesk.ui.widgets.fields import ChoiceField, DateField, Labelled, TextField
from trivselsdesk.ui.widgets.flow import FlowLayout
from trivselsdesk.ui.widgets.name_field import NameField, names


class LiftForm(QWidget):
    """``short`` asks for the reason and the carrier alone; that is all the room knows while it lifts."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None, *, short: bool = False) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.programme_id = self.card_id = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8 if short else 12)
        self.reason = TextField(
            placeholder=self.tr("Hvorfor kan I ikke selv?"), min_lines=1 if short else 2, max_lines=5
        )
        self.carrier = NameField(placeholder=self.tr("Navn"), always_marked=True)
        column.addWidget(Labelled(self.tr("Begrundelse"), self.reason))
        column.addWidget(Labelled(self.tr("Hvem bærer det videre?"), self.carrier))
        self._bounds = [self._bind(self.reason, "reason"), self._bind(self.carrier, "carrier")]
        self.status: ChoiceField | None = None
        if not short:
            self._add_rest(column)

    def _add_rest(self, column: QVBoxLayout) -> None:
        today = self._bridge.today
        self.sent = DateField(placeholder=self.tr("Ikke sendt"), today=today)
        self.expected = DateField(placeholder=self.tr("Ingen dato"), today=today)
        self.answer = TextField(
            placeholder=self.tr("Hvad svarede de? Hvad sker der nu?"), min_lines=2, max_lines=6
        )
        self.status = ChoiceField(list(STATUSES))
        self.status.edited.connect(self._move)
        days = FlowLayout(spacing=12)
        days.addWidget(Labelled(self.tr("Sendt"), self.sent))
        days.addWidget(Labelled(self.tr("Svar ventes"), self.expected))
        column.addLayout(days)
        column.addWidget(Labelled(self.tr("Svar"), self.answer))
        row = QHBoxLayout()
        row.addWidget(Labelled(self.tr("Hvor langt er det?"), self.status), 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        self._bounds += [
            self._bind(self.sent, "sent", None),
            self._bind(self.expected, "expected", None),
            self._bind(self.answer, "answer"),
        ]

    def aim(self, programme_id: str, card_id: str) -> None:
        """Show how a card is seen to. What is being typed is handed in to the one before."""
        self.programme_id, self.card_id = programme_id, card_id
        for bound in self._bounds:
            bound.aim(programme_id, card_id)
        book = self._bridge.book(programme_id)
        group = self._bridge.pack(programme_id).trio
        self.carrier.setPlaceholderText(self.tr("Navn eller »{group}«").format(group=group))
        self.carrier.set_suggestions([*names(book), group])
        if self.status is not None:
            note = book.find(Escalation, card_id)
            self.status.set_value(note.status if note else "")

    def flush(self) -> None:
        """Hand in what is being typed."""
        for bound in self._bounds:
            bound.field.flush()

    def _bind(self, field: QWidget, name: str, empty: Any = "") -> Bound:
        return Bound(self._bridge, field, Escalation, name, empty=empty, make=self._write)

    def _write(self, programme_id: str, card_id: str, values: dict[str, Any]) -> Command:
        return WriteEscalation(programme_id=programme_id, card_id=card_id, values=values)

    def _move(self, status: str) -> None:
        book = self._bridge.book(self.programme_id)
        if book.find(Theme, self.card_id) is None and book.find(Note, self.card_id) is None:
            return
        self.flush()
        self._bridge.run(
            WriteEscalation(
                programme_id=self.programme_id,
                card_id=self.card_id,
                values={"status": status},
                today=self._bridge.today(),
            )
        )
