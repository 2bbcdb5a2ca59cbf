"""The cards at the left of »Aflevering«: one for each thing, with its day and how it stands."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trivselsdesk.domain.danish import format_date, relative_day
from trivselsdesk.domain.handin import Deadline, HandinLine, countdown
from trivselsdesk.ui.follow.handin.pane import StateLine
from trivselsdesk.ui.widgets.buttons import Button
from trivselsdesk.ui.widgets.card import Card
from trivselsdesk.ui.widgets.checkbox import Check
from trivselsdesk.ui.widgets.labels import Label


class CountdownCard(Card):
    """The deadline that comes first: »Om 25 dage: Handleplanerne tastes ind«."""

    def __init__(self) -> None:
        super().__init__(spacing=0, fill="primaryTint", line="primaryLine")
        self.words = Label("", "section", "primaryInk", wrap=True)
        self.day = Label("", "caption", "primaryInk", wrap=True)
        self.body.addWidget(self.words)
        self.body.addWidget(self.day)

    def show_deadline(self, deadline: Deadline | None, today: date) -> None:
        self.setVisible(deadline is not None)
        if deadline is None:
            return
        late = deadline.day < today
        self.set_look("mustTint" if late else "primaryTint", "mustLine" if late else "primaryLine")
        for label in (self.words, self.day):
            label.set_token("mustInk" if late else "primaryInk")
        self.words.set_text(countdown(deadline, today))
        day = format_date(deadline.day, weekday=True)
        hard = self.tr("fristen kan ikke flyttes")
        self.day.set_text(f"{day} · {hard}" if deadline.hard else day)


class HandinCard(Card):
    """Press it to open it at the right; tick it when it has been handed in."""

    chosen = Signal(str)
    ticked = Signal(str, bool)

    def __init__(self, key: str) -> None:
        super().__init__(padding=12, spacing=0)
        self.key = key
        self.head = Label("", "bodyStrong", wrap=True, weight=700)
        self.to = Label("", "caption", "ink2", wrap=True)
        self.when = Label("", "caption", "ink2", wrap=True)
        self.state = StateLine()
        for widget in (self.head, self.when, self.to, self.state):
            self.body.addWidget(widget)
        self._row = QWidget()
        row = QHBoxLayout(self._row)
        row.setContentsMargins(0, 2, 0, 0)
        row.setSpacing(8)
        self.box = Check(self.tr("Afleveret"))
        self.box.clicked.connect(self._on_ticked)
        self.open_button = Button(self.tr("Vis"), "tint", icon_after="chev-r")
        self.open_button.clicked.connect(self._on_open)
        row.addWidget(self.box)
        row.addStretch(1)
        row.addWidget(self.open_button)
        self.body.addWidget(self._row)

    def show_line(self, line: HandinLine, today: date, *, chosen: bool) -> None:
        self.head.set_text(line.item.title)
        self.to.set_text(self.tr("Til: {who}").format(who=line.item.to))
        self.to.setVisible(bool(line.item.to))
        self.when.setVisible(line.due is not None)
        if line.due is not None:
            day = format_date(line.due, year=line.due.year != today.year)
            words = self.tr("Senest {day} · {when}").format(day=day, when=relative_day(line.due, today))
            self.when.set_text(words)
            self.when.set_token("mustInk" if line.late(today) else "ink2")
        words = line.words
        if line.delivered is not None:
            day = format_date(line.delivered, year=line.delivered.year != today.year)
            words = self.tr("Afleveret {day}").format(day=day)
        self.state.show_state(line.state, words)
        self.box.setChecked(line.delivered is not None)
        self.box.setAccessibleName(self.tr("Afleveret: {title}").format(title=line.item.title))
        self.open_button.setAccessibleName(self.tr("Vis {title}").format(title=line.item.title))
        self.set_look(line="focus" if chosen else "line", line_width=2.0 if chosen else 1.0)
        self.setAccessibleName(line.item.title)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._on_open()

    def _on_open(self) -> None:
        self.chosen.emit(self.key)

    def _on_ticked(self) -> None:
        self.ticked.emit(self.key, self.box.isChecked())
