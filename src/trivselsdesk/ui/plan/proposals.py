"""What the room proposed about the theme: each line goes onto the handleplan with one press, as it stands."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trivselsdesk.domain.sheets import Proposal
from trivselsdesk.ui.widgets.buttons import IconButton
from trivselsdesk.ui.widgets.card import Card
from trivselsdesk.ui.widgets.chips import Chip
from trivselsdesk.ui.widgets.labels import Label
from trivselsdesk.ui.widgets.tabbing import TabAnchor


class ProposalBox(Card):
    """Hidden where nothing was proposed."""

    wanted = Signal(str)
    """The words of a proposal that is to be an action."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(padding=12, spacing=8, parent=parent)
        self.set_title(self.tr("Forslag til handlinger"))
        self._rows: list[_Row] = []
        self._shown: object = None
        self._anchor = TabAnchor(self)
        self.hide()

    @property
    def rows(self) -> Sequence[_Row]:
        """The proposals, one a row."""
        return self._rows

    def show_proposals(self, found: Sequence[Proposal], planned: frozenset[str]) -> None:
        """Show these; ``planned`` are the words of the actions that stand on the plan already."""
        self.setVisible(bool(found))
        wanted = tuple((each.note.id, each.note.text, each.zone) for each in found)
        if wanted != self._shown:
            self._shown = wanted
            for old in self._rows:
                self.body.removeWidget(old)
                old.hide()
                old.deleteLater()
            self._rows = [_Row(each) for each in found]
            for row in self._rows:
                row.wanted.connect(self.wanted)
                self.body.addWidget(row)
            self._anchor.chain([row.button for row in self._rows])
        for row in self._rows:
            row.show_planned(row.words in planned)


class _Row(QWidget):
    wanted = Signal(str)

    def __init__(self, proposal: Proposal) -> None:
        super().__init__()
        self.words = proposal.words
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        column = QVBoxLayout()
        column.setSpacing(0)
        if not proposal.deed:
            column.addWidget(Label(proposal.zone, "caption", "ink3"))
        column.addWidget(Label(self.words, "body", wrap=True))
        row.addLayout(column, 1)
        self.button = IconButton("plus", "", size=18)
        self.button.set_tooltip(self.tr("Sæt på handleplanen: {words}").format(words=self.words[:120]))
        self.button.clicked.connect(self._want)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.chip = Chip(self.tr("På planen"), "ok", "check")
        row.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_planned(self, planned: bool) -> None:
        """Whether an action with these words stands on the plan."""
        self.button.setVisible(not planned)
        self.chip.setVisible(planned)

    def _want(self) -> None:
        self.wanted.emit(self.words)
