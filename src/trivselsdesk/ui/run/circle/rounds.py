"""Changing the rounds of a cirkelsparring: their names, minutes and who speaks."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trivselsdesk.domain.circle import MOST_ROUNDS, OTHERS, WHO
from trivselsdesk.domain.danish import plural
from trivselsdesk.domain.pack import CircleRound
from trivselsdesk.ui.widgets.buttons import Button, IconButton
from trivselsdesk.ui.widgets.dialog import Writing
from trivselsdesk.ui.widgets.fields import ChoiceField, LineField, MinuteField
from trivselsdesk.ui.widgets.labels import Label

_TITLE_SIGNS = 60
_WHO_WIDE = 248
"""Pixels that »Den, der er i fokus, taler« takes with its arrow."""


class _RoundRow(QWidget):
    def __init__(self, each: CircleRound) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.title = LineField(each.title, name=self.tr("Rundens navn"), max_length=_TITLE_SIGNS)
        self.minutes = MinuteField(each.minutes, 1, 60, name=self.tr("Minutter"))
        self.who = ChoiceField(list(WHO.items()), name=self.tr("Hvem taler"))
        self.who.set_value(each.who)
        self.who.setMinimumWidth(_WHO_WIDE)
        self.trash = IconButton("trash", self.tr("Slet runden"), size=18)
        row.addWidget(self.title, 1)
        row.addWidget(self.minutes)
        row.addWidget(Label(self.tr("min"), "body", "ink2"))
        row.addWidget(self.who)
        row.addWidget(self.trash)

    def round(self) -> CircleRound:
        title = " ".join(self.title.value().replace("|", "/").split())
        return CircleRound(title=title, minutes=self.minutes.value(), who=str(self.who.value() or OTHERS))


class RoundsDialog(Writing):
    """``rounds`` answers what was wanted once it is accepted; empty gives the process's rounds back."""

    def __init__(
        self, rounds: Sequence[CircleRound], standard: Sequence[CircleRound], parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("Ret runderne"), parent, width=760)
        self._standard = tuple(standard)
        self.add_text(self.tr("Hver person i gruppen er i fokus gennem alle runder."))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        self.body.addLayout(self._lines)
        self.rows: list[_RoundRow] = []
        below = QHBoxLayout()
        self.add = Button(self.tr("Tilføj runde"), "tint", "plus", small=True)
        self.add.clicked.connect(self._add_new)
        self.standard = Button(self.tr("Brug processens runder"), "ghost", "undo", small=True)
        self.standard.clicked.connect(self._give_back)
        self.told = Label("", "body", "ink2")
        for button in (self.add, self.standard):
            button.setAutoDefault(False)
            below.addWidget(button)
        below.addStretch(1)
        below.addWidget(self.told)
        self.body.addLayout(below)
        self.add_button(self.tr("Annullér"))
        self._yes = self.add_button(self.tr("Gem runderne"), "primary", accepts=True, default=True)
        for each in rounds:
            self._put(each)
        self._show()

    def rounds(self) -> tuple[CircleRound, ...]:
        """The rounds that have a name."""
        return tuple(each for each in (row.round() for row in self.rows) if each.title)

    def answer_now(self) -> object:
        return self.rounds()

    def _put(self, each: CircleRound) -> _RoundRow:
        row = _RoundRow(each)
        row.title.textChanged.connect(self._show)
        row.minutes.valueChanged.connect(self._show)
        row.trash.clicked.connect(self._drop)
        self.rows.append(row)
        self._lines.addWidget(row)
        return row

    def _add_new(self) -> None:
        row = self._put(CircleRound(title="", minutes=2, who=OTHERS))
        self._show()
        row.show()
        row.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def _drop(self) -> None:
        for row in [each for each in self.rows if each.trash is self.sender()]:
            self.rows.remove(row)
            self._lines.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._show()

    def _give_back(self) -> None:
        for row in self.rows:
            self._lines.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = []
        for each in self._standard:
            self._put(each)
        self._show()

    def _show(self) -> None:
        found = self.rounds()
        minutes = plural(sum(each.minutes for each in found), self.tr("minut"), self.tr("minutter"))
        self.told.set_text(self.tr("{minutes} til hver person").format(minutes=minutes))
        self._yes.setEnabled(bool(found))
        self.add.setEnabled(len(self.rows) < MOST_ROUNDS)
        self.standard.setVisible(found != self._standard)
