"""One thing of a list at a time, large, with the time that is left and the way on and back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trivselsdesk.ui.run.pages.big_words import BigWords
from trivselsdesk.ui.run.pages.time_left import TimeLeft
from trivselsdesk.ui.widgets.buttons import Button
from trivselsdesk.ui.widgets.card import Card
from trivselsdesk.ui.widgets.labels import Label


class OneByOne(Card):
    """The words, how many there are, and two buttons. The page says what they do."""

    def __init__(self, further: str, parent: QWidget | None = None) -> None:
        super().__init__(padding=24, spacing=12, parent=parent)
        self.count = Label("", "bodyStrong", "ink2")
        self.body.addWidget(self.count, 0, Qt.AlignmentFlag.AlignHCenter)
        self.words = BigWords("primaryInk")
        self.body.addWidget(self.words, 2)
        self.more = BigWords("ink2")
        self.body.addWidget(self.more, 1)
        self.time = TimeLeft()
        self.body.addWidget(self.time)
        row = QHBoxLayout()
        row.setSpacing(12)
        self.back = Button(self.tr("Den forrige"), "ghost", "arrow-l", large=True)
        self.next = Button(further, "tint", large=True, icon_after="arrow-r")
        row.addStretch(1)
        row.addWidget(self.back)
        row.addWidget(self.next)
        row.addStretch(1)
        self.body.addLayout(row)

    def show_words(self, words: str, more: str, place: str, *, several: bool) -> None:
        """What is shown now, what explains it, which of them it is, and whether there are more."""
        self.words.set_text(words)
        self.more.set_text(more)
        self.more.setVisible(bool(more))
        self.count.set_text(place)
        self.back.setEnabled(several)
        self.next.setEnabled(several)
