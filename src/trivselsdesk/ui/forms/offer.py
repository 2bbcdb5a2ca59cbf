"""A form about something on the årshjul is filled in: was it held?"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trivselsdesk.domain.danish import format_date, shortened
from trivselsdesk.domain.form_dates import Held
from trivselsdesk.ui import theme
from trivselsdesk.ui.widgets.buttons import Button
from trivselsdesk.ui.widgets.card import Panel
from trivselsdesk.ui.widgets.labels import ElidedLabel

_TITLE = 60
"""Signs of what was held."""


class HoldOffer(Panel):
    """Hidden while there is nothing to ask about."""

    taken = Signal(object)
    """Mark this as held."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("okTint", radius=theme.current().radius("control"), own_layout=True, parent=parent)
        self._held: Held | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 6, 4)
        row.setSpacing(10)
        self.words = ElidedLabel("", "bodyStrong", "okInk")
        row.addWidget(self.words, 1)
        self.hold = Button(self.tr("Markér som holdt"), icon="check", small=True)
        self.hold.clicked.connect(self._take)
        row.addWidget(self.hold)
        self.hide()

    def show_held(self, held: Held | None, today: date) -> None:
        """What may be marked as held, or None."""
        self._held = held
        self.setVisible(held is not None)
        if held is not None:
            day = format_date(held.day, year=held.day.year != today.year)
            words = self.tr("Skemaet er udfyldt. Blev »{title}« holdt {day}?")
            self.words.set_text(words.format(title=shortened(held.title, _TITLE), day=day))

    def _take(self) -> None:
        if self._held is not None:
            self.taken.emit(self._held)
