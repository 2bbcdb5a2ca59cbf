"""The page for a break: a cup, the time that is left, and when the meeting goes on."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from trivselsdesk.domain.timing import goes_on_at
from trivselsdesk.ui import theme
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.clock.clockwork import Clockwork, clock_words, digits
from trivselsdesk.ui.clock.disc import Digits
from trivselsdesk.ui.run.page import Page
from trivselsdesk.ui.widgets import icons
from trivselsdesk.ui.widgets.card import Card
from trivselsdesk.ui.widgets.labels import Label

_DIGITS = 112


class BreakPage(Page):
    """Nothing to do but come back in time."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self._clockwork = Clockwork(bridge)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        card = Card(padding=24, spacing=8)
        outer.addWidget(card)
        middle = Qt.AlignmentFlag.AlignHCenter
        self._cup = QLabel()
        self._title = Label(self.tr("Vi holder pause"), "display", "primaryInk")
        self.digits = Digits(_DIGITS)
        self.digits.set_centred()
        self.until = Label("", "title", "ink2", weight=500)
        card.body.addStretch(1)
        card.body.addWidget(self._cup, 0, middle)
        card.body.addWidget(self._title, 0, middle)
        card.body.addWidget(self.digits)
        card.body.addWidget(self.until, 0, middle)
        card.body.addStretch(1)
        theme.notifier.changed.connect(self._redraw)
        self._redraw()

    def refresh(self) -> None:
        if self.slot is None:
            return
        self._clockwork.open(self.programme_id)
        self.tick()

    def tick(self) -> None:
        if self.slot is None:
            return
        reading = self._clockwork.read()
        seconds = self.slot.minutes * 60.0 if reading.slot is None else reading.left
        over = reading.slot is not None and seconds <= 0
        self.digits.set_text(digits(seconds), "warnInk" if over else "primary")
        self.until.set_text(self._until_words(over))

    def _until_words(self, over: bool) -> str:
        reading = self._clockwork.read()
        ends = {each.slot.id: each.start + each.seconds for each in reading.times}
        if self.slot is None or self.slot.id not in ends:
            return ""
        if over:
            return self.tr("Pausen er gået. Vi fortsætter nu.")
        if reading.state == "paused":
            return self.tr("Tiden står stille")
        # Before the meeting the page shows the break as it is planned.
        at = goes_on_at(reading) or ends[self.slot.id]
        return self.tr("Vi fortsætter kl. {time}").format(time=clock_words(at))

    def _redraw(self) -> None:
        self._cup.setPixmap(icons.pixmap("coffee", "primary", 72))
