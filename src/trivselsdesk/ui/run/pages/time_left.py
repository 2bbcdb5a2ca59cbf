"""The time that is left of the part, in the middle of a page: for rooms that work in silence or in pairs."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trivselsdesk.domain.timing import Reading
from trivselsdesk.ui.clock.clockwork import digits
from trivselsdesk.ui.clock.disc import Digits
from trivselsdesk.ui.widgets.labels import Label

_DIGITS = 56


class TimeLeft(QWidget):
    """Digits and a word below them. Silent, as the clock is."""

    def __init__(self, size: int = _DIGITS, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.digits = Digits(size)
        self.digits.set_centred()
        self.words = Label("", "body", "ink2")
        column.addWidget(self.digits)
        column.addWidget(self.words, 0, Qt.AlignmentFlag.AlignHCenter)

    def show_reading(self, reading: Reading) -> None:
        """Nothing is shown before and after the meeting."""
        under_way = reading.slot is not None
        self.digits.setVisible(under_way)
        self.words.setVisible(under_way)
        if not under_way:
            return
        over = reading.left <= 0
        self.digits.set_text(digits(reading.left), "warnInk" if over else "primary")
        if reading.state == "paused":
            self.words.set_text(self.tr("Tiden står stille"))
        else:
            self.words.set_text(self.tr("Tiden er gået") if over else self.tr("tilbage"))
