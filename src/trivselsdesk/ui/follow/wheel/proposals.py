"""What the process proposes for the year: take a date up, or all of them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trivselsdesk.domain.danish import format_date
from trivselsdesk.domain.pack import Ring
from trivselsdesk.domain.wheel import Proposal
from trivselsdesk.ui.follow.wheel import words
from trivselsdesk.ui.widgets.buttons import Button, IconButton
from trivselsdesk.ui.widgets.card import Card, hline
from trivselsdesk.ui.widgets.labels import ElidedLabel, Label


class ProposalCard(Card):
    """A line for each proposal that has not been taken up; folded when the year has dates already."""

    taken = Signal(str)
    """Id of the proposal in the process; empty for all."""

    def __init__(self) -> None:
        super().__init__(padding=0, spacing=0)
        head = QHBoxLayout()
        head.setContentsMargins(15, 6, 6, 6)
        self.heading = ElidedLabel(self.tr("Forslag til året"), "section")
        head.addWidget(self.heading, 1)
        self.fold = IconButton("chev-d", self.tr("Vis forslagene"))
        self.fold.clicked.connect(self._toggle)
        head.addWidget(self.fold)
        self.body.addLayout(head)
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(15, 0, 8, 10)
        self._column.setSpacing(4)
        self.all = Button(self.tr("Tilføj alle"), "link", "plus", small=True)
        self.all.clicked.connect(self._take_all)
        self._column.addWidget(self.all, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self._inside)
        self.lines: dict[str, _Line] = {}
        self._touched = False

    def show_proposals(
        self, proposals: list[Proposal], rings: tuple[Ring, ...], fill: Callable[[str], str], *, opened: bool
    ) -> None:
        wanted = {each.source.id for each in proposals}
        for gone in set(self.lines) - wanted:
            line = self.lines.pop(gone)
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        for place, each in enumerate(proposals):
            if each.source.id not in self.lines:
                line = self.lines[each.source.id] = _Line(each.source.id)
                line.taken.connect(self.taken)
                self._column.insertWidget(place, line)
            self.lines[each.source.id].show_proposal(each, rings, fill)
        self.heading.set_text(self.tr("Forslag til året ({count})").format(count=len(proposals)))
        self.all.setVisible(len(proposals) > 1)
        self.setVisible(bool(proposals))
        if not self._touched:
            self._show_open(opened)

    def _toggle(self) -> None:
        self._touched = True
        self._show_open(self._inside.isHidden())

    def _show_open(self, opened: bool) -> None:
        self._inside.setVisible(opened)
        self.fold.set_icon("chev-u" if opened else "chev-d")
        self.fold.set_tooltip(self.tr("Fold forslagene sammen") if opened else self.tr("Vis forslagene"))

    def _take_all(self) -> None:
        self.taken.emit("")


class _Line(QWidget):
    taken = Signal(str)

    def __init__(self, source_id: str) -> None:
        super().__init__()
        self._id = source_id
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(2)
        column.addWidget(hline())
        row = QHBoxLayout()
        row.setSpacing(4)
        text = QVBoxLayout()
        text.setSpacing(0)
        self.title = Label("", "bodyStrong", wrap=True)
        self.facts = Label("", "caption", "ink2", wrap=True)
        self.source = Label("", "caption", "ink3", wrap=True)
        for each in (self.title, self.facts, self.source):
            text.addWidget(each)
        row.addLayout(text, 1)
        self.take = IconButton("plus", self.tr("Tilføj"), token="primary")
        self.take.clicked.connect(self._take)
        row.addWidget(self.take, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)

    def show_proposal(self, proposal: Proposal, rings: tuple[Ring, ...], fill: Callable[[str], str]) -> None:
        source = proposal.source
        self.title.set_text(fill(source.title))
        day = format_date(proposal.day) if proposal.day else self.tr("uden dato")
        parts = [day, words.ring_title(rings, source.ring)]
        if source.every_months:
            parts.append(words.repeat_words(source.every_months).lower())
        self.facts.set_text(" · ".join(parts))
        self.source.set_text(fill(source.source))
        self.source.setVisible(bool(source.source))
        self.setToolTip(fill(source.hint))
        self.take.set_tooltip(self.tr("Tilføj »{title}«").format(title=fill(source.title)))

    def _take(self) -> None:
        self.taken.emit(self._id)
