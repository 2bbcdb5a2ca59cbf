"""The one-page report on »Aflevering«: how full it is, to whom it goes, and what the year proposes for it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trivselsdesk.domain.commands.base import Command
from trivselsdesk.domain.commands.handing import WriteSheet
from trivselsdesk.domain.people import holders
from trivselsdesk.domain.records import Report
from trivselsdesk.domain.report import Proposal, proposals
from trivselsdesk.ui import places
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.follow.handin.pane import Pane
from trivselsdesk.ui.widgets.bound import Bound
from trivselsdesk.ui.widgets.buttons import Button
from trivselsdesk.ui.widgets.card import Card
from trivselsdesk.ui.widgets.fields import DateField, Labelled, LineField, TextField, flush_all
from trivselsdesk.ui.widgets.labels import Label


class ReportPane(Pane):
    """Fields of the report that are not the plan's own, and the way to those that are."""

    DOCUMENT = "afrapportering"

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self.longest = Label("", "body", "ink2", wrap=True)
        self.longest.hide()
        self.body.addWidget(self.longest)
        self.successes = TextField("", min_lines=3, max_lines=10)
        self.reasons = TextField("", min_lines=3, max_lines=10)
        self._success_label = Labelled("", self.successes, help_text=self.tr("Ét svar på hver linje"))
        self._reason_label = Labelled("", self.reasons, help_text=self.tr("Ét svar på hver linje"))
        year = Card(spacing=12)
        year.body.addWidget(self._success_label)
        self._proposals = QWidget()
        self._proposal_column = QVBoxLayout(self._proposals)
        self._proposal_column.setContentsMargins(0, 0, 0, 0)
        self._proposal_column.setSpacing(6)
        self._proposal_column.addWidget(Label(self.tr("Forslag fra året"), "caption", "ink2", weight=600))
        self.proposal_rows: list[ProposalRow] = []
        year.body.addWidget(self._proposals)
        year.body.addWidget(self._reason_label)
        self.body.addWidget(year)
        sender = Card(spacing=12)
        self.recipient = LineField("", name=self.tr("Til"))
        self.authors = LineField("")
        self.day = DateField(None, today=bridge.today, name=self.tr("Dato på arket"))
        sender.body.addWidget(
            Labelled(self.tr("Modtager"), self.recipient, help_text=self.tr("Står under overskriften"))
        )
        row = QHBoxLayout()
        row.setSpacing(12)
        self._authors_label = Labelled("", self.authors)
        row.addWidget(self._authors_label, 3, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Labelled(self.tr("Dato på arket"), self.day), 2, Qt.AlignmentFlag.AlignTop)
        sender.body.addLayout(row)
        self.body.addWidget(sender)
        self.plan_button = Button(self.tr("Ret indsatserne i handleplanen"), icon="pencil")
        self.plan_button.clicked.connect(self._to_plan)
        self.body.addWidget(self.plan_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(1)
        fields: tuple[tuple[QWidget, str, Any], ...] = (
            (self.successes, "successes", ""),
            (self.reasons, "reasons", ""),
            (self.recipient, "recipient", ""),
            (self.authors, "authors", ""),
            (self.day, "day", None),
        )
        self._bounds = [
            Bound(bridge, field, Report, name, empty=empty, make=_write) for field, name, empty in fields
        ]

    def aim(self, programme_id: str) -> None:
        self.programme_id = programme_id
        for bound in self._bounds:
            bound.aim(programme_id, programme_id)
        self.refresh()

    def refresh(self) -> None:
        from trivselsdesk.documents.report import measure

        form = self.pack.report
        if form is None:
            return
        for labelled, words in (
            (self._success_label, form.success_question),
            (self._reason_label, form.reason_question),
            (self._authors_label, form.authors_label),
        ):
            labelled.label.set_text(self.pack.fill(words))
            labelled.field.setAccessibleName(self.pack.fill(words))
        people = [person.name for role in form.author_roles for person in holders(self.book, role)]
        self.authors.setPlaceholderText(" · ".join(dict.fromkeys(people)))
        self.recipient.setPlaceholderText(self.pack.fill(form.recipient))
        for bound in self._bounds:
            bound.show()
        fill = measure(self.book, self.pack, self.bridge.now())
        states = {"ok": "ready", "near": "changed", "over": "late"}
        self.state.show_state(states[fill.state], self.tr("Én A4-side: {words}").format(words=fill.words()))
        self.longest.setVisible(fill.state == "over" and bool(fill.longest))
        lines = [self.tr("Her fylder teksten mest:"), *(f"• {each.words()}" for each in fill.longest)]
        self.longest.set_text("\n".join(lines))
        self._show_proposals(proposals(self.book, self.pack))

    def _show_proposals(self, found: list[Proposal]) -> None:
        self._proposals.setVisible(bool(found))
        if [(row.proposal) for row in self.proposal_rows] == found:
            return
        for row in self.proposal_rows:
            self._proposal_column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.proposal_rows = []
        for each in found:
            row = ProposalRow(each)
            row.taken.connect(self._take)
            self.proposal_rows.append(row)
            self._proposal_column.addWidget(row)

    def _take(self, name: str, text: str) -> None:
        flush_all()
        report = self.book.find(Report, self.programme_id)
        before = str(getattr(report, name)).rstrip() if report is not None else ""
        values = {name: f"{before}\n{text}" if before else text}
        at = next((i for i, row in enumerate(self.proposal_rows) if row.proposal.text == text), 0)
        self.bridge.run(WriteSheet(programme_id=self.programme_id, kind=Report, values=values, fold=False))
        # The row is gone, and Qt would give the keyboard to the arrow that leads out of the programme.
        fields = {"successes": self.successes, "reasons": self.reasons}
        rest = self.proposal_rows[at:] or self.proposal_rows[-1:]
        next_one: QWidget = rest[0].button if rest else fields.get(name, self.successes)
        next_one.setFocus(Qt.FocusReason.OtherFocusReason)

    def _to_plan(self) -> None:
        self.bridge.remember(places.plan_view(self.programme_id), places.PLAN_SMTTE)
        self.go.emit("plan")


class ProposalRow(QWidget):
    """Something that the year has shown, to take over into the report."""

    taken = Signal(str, str)

    def __init__(self, proposal: Proposal) -> None:
        super().__init__()
        self.proposal = proposal
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(proposal.text, "body", wrap=True))
        words.addWidget(Label(proposal.source, "caption", "ink3", wrap=True))
        row.addLayout(words, 1)
        self.button = Button(self.tr("Tag med"), icon="plus")
        self.button.setAccessibleName(self.tr("Tag med: {text}").format(text=proposal.text))
        self.button.clicked.connect(self._on_taken)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)

    def _on_taken(self) -> None:
        self.taken.emit(self.proposal.field, self.proposal.text)


def _write(programme_id: str, record_id: str, values: dict[str, Any]) -> Command:
    return WriteSheet(programme_id=programme_id, kind=Report, values=values)
