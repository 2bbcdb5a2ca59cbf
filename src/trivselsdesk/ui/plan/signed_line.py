"""Below the actions: who has signed up for the initiative, and the way to divide people."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trivselsdesk.ui.widgets.buttons import Button
from trivselsdesk.ui.widgets.labels import ElidedLabel


class SignedLine(QWidget):
    """One quiet line."""

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 2, 0, 0)
        row.setSpacing(8)
        self.names = ElidedLabel("", "caption", "ink2")
        row.addWidget(self.names, 1)
        self.button = Button(self.tr("Fordel folk"), "link", "users", small=True)
        self.button.clicked.connect(self.wanted)
        row.addWidget(self.button)

    def show_names(self, names: str) -> None:
        """First names of those who have signed up; empty for nobody."""
        words = self.tr("Har meldt sig: {names}").format(names=names)
        self.names.set_text(words if names else self.tr("Ingen har meldt sig endnu"))
