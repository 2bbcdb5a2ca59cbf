"""What to say (Sig) and what to consider (Overvej), as two tinted boxes."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from trivselsdesk.domain.danish import quoted
from trivselsdesk.ui.widgets.words_box import WordsBox


class Words(QWidget):
    """The two boxes, one above the other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(8)
        self.say = WordsBox(self.tr("Sig"), "say", "primaryTint", "primaryInk")
        self.consider = WordsBox(self.tr("Overvej"), "bulb", "warnTint", "warnInk")
        column.addWidget(self.say)
        column.addWidget(self.consider)

    def show_words(self, script: list[str], tips: list[str]) -> None:
        """Quoted lines to say, and tips with bullets where there are several."""
        self.say.set_lines([quoted(line) for line in script])
        self.consider.set_lines(tips, bullets=len(tips) > 1)
