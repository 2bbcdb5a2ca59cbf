"""A window for the matters that are lifted to one target: choose one, and write how it stands."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from trivselsdesk.domain.lifts import Lifted, done_words
from trivselsdesk.domain.pack import Lift
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.widgets.dialog import Dialog
from trivselsdesk.ui.widgets.fields import ChoiceField, Labelled
from trivselsdesk.ui.widgets.labels import Label
from trivselsdesk.ui.widgets.lift_form import LiftForm

_MOST_SIGNS = 80


class LiftDialog(Dialog):
    """What is written is saved at once, as everywhere; the button only closes."""

    def __init__(
        self, bridge: Bridge, programme_id: str, target: Lift, lines: list[Lifted], parent: QWidget | None
    ) -> None:
        super().__init__(done_words(target), parent, width=520)
        self._programme_id = programme_id
        self.which = ChoiceField([(each.card.id, each.title[:_MOST_SIGNS]) for each in lines])
        self.which.set_value(lines[0].card.id)
        self.which.edited.connect(self._show)
        choice = Labelled(self.tr("Tema eller seddel"), self.which)
        if len(lines) < 2:
            choice.hide()
        self.body.addWidget(choice)
        if len(lines) == 1:
            self.body.addWidget(Label(lines[0].title[:300], "section", wrap=True))
        self.form = LiftForm(bridge)
        self.body.addWidget(self.form)
        self.add_button(self.tr("Færdig"), "primary", accepts=True, default=True)
        self._show(lines[0].card.id)
        self.form.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def done(self, result: int) -> None:
        self.form.flush()
        super().done(result)

    def _show(self, card_id: str) -> None:
        self.form.aim(self._programme_id, card_id)
