"""The sum of the drejebog, held against the booking of the room and against the process."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from trivselsdesk.domain.agenda import BREAK, Budget, Row
from trivselsdesk.domain.danish import format_clock, format_decimal, format_duration
from trivselsdesk.domain.pack import Span
from trivselsdesk.ui.prepare.editor import Editor
from trivselsdesk.ui.prepare.marks import Icon, WarnLine
from trivselsdesk.ui.prepare.time_bar import Part, TimeBar
from trivselsdesk.ui.widgets.buttons import Button
from trivselsdesk.ui.widgets.labels import ElidedLabel, Label


class BudgetLine(QWidget):
    break_wanted = Signal()
    item_pressed = Signal(str)

    def __init__(self, editor: Editor) -> None:
        super().__init__()
        self._editor = editor
        column = QVBoxLayout(self)
        column.setContentsMargins(15, 8, 15, 13)
        column.setSpacing(3)
        self._top = top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        top.setSpacing(0)
        sums = QHBoxLayout()
        sums.setSpacing(10)
        self.total = Label("", "section")
        self.clock = Label("", "body", "ink2")
        sums.addWidget(self.total)
        sums.addWidget(self.clock)
        sums.addStretch(1)
        top.addLayout(sums, 1)
        self._room = QWidget()
        room = QHBoxLayout(self._room)
        room.setContentsMargins(0, 0, 0, 0)
        room.setSpacing(6)
        self._sign = Icon("check", "okInk", 18)
        self.room = ElidedLabel("", "body", "okInk", size=15, weight=600)
        room.addWidget(self._sign)
        room.addWidget(self.room, 1)
        top.addWidget(self._room)
        column.addLayout(top)
        self.length = WarnLine()
        add = Button(self.tr("Læg en pause ind"), "link", "coffee", small=True)
        add.clicked.connect(self.break_wanted)
        self.breaks = WarnLine(add)
        self.stretch = WarnLine()
        for line in (self.length, self.breaks, self.stretch):
            column.addWidget(line)
        column.addSpacing(4)
        self.bar = TimeBar()
        self.bar.pressed.connect(self.item_pressed)
        column.addWidget(self.bar)

    def show_budget(self, state: Budget, rows: Sequence[Row]) -> None:
        self.setVisible(bool(rows))
        if not rows:
            return
        self.total.set_text(format_duration(state.total))
        span = self.tr("kl. {start}–{end}")
        self.clock.set_text(span.format(start=format_clock(state.start), end=format_clock(state.end)))
        self._show_room(state)
        process = self._editor.process
        self.length.say(self._length_words(state, process.minutes))
        self.breaks.say(
            self.tr("Der mangler en pause – læg {count} ind").format(count=_span(process.breaks))
            if state.breaks_missing
            else ""
        )
        # One cure, one line: where a break is missing, a long stretch goes without saying.
        self.stretch.say(
            self.tr("{time} i træk uden pause – flyt en pause, eller læg en ekstra ind").format(
                time=format_duration(state.long_stretch)
            )
            if state.long_stretch and not state.breaks_missing
            else ""
        )
        parts = [
            Part(row.item.id, self._editor.fill(row.item.title), row.item.minutes, row.item.tool == BREAK)
            for row in rows
        ]
        self.bar.show_parts(parts, state.spare or 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def warnings(self) -> list[str]:
        """The sentences that ask for something, from the top."""
        room = self.room.whole_text() if self.room.property("late") else ""
        return [each for each in (room, self.length.text(), self.breaks.text(), self.stretch.text()) if each]

    def _show_room(self, state: Budget) -> None:
        until = self._editor.meeting.room_until
        late = state.spare is not None and state.spare < 0
        if state.spare is None or until is None:
            words, icon, token = self.tr("Hvor længe er lokalet jeres?"), "clock", "ink3"
        elif late:
            words = self.tr("{time} over lokalet, som er jeres til {until}")
            icon, token = "warn", "warnInk"
        elif state.spare == 0:
            words, icon, token = self.tr("Lokalet er jeres til {until} – det passer lige"), "check", "okInk"
        else:
            words, icon, token = self.tr("Lokalet er jeres til {until} – {time} i reserve"), "check", "okInk"
        spare = format_duration(abs(state.spare or 0))
        self.room.setProperty("late", late)
        self.room.set_token(token)
        self.room.set_text(words.format(until=format_clock(until or 0), time=spare))
        self._sign.show_icon(icon, token)
        self._fold()

    def _fold(self) -> None:
        """The room's line below the sum where both do not fit beside each other."""
        wanted = sum(each.sizeHint().width() for each in (self.total, self.clock, self._room)) + 60
        way = QBoxLayout.Direction
        self._top.setDirection(way.TopToBottom if wanted > self.width() else way.LeftToRight)

    def _length_words(self, state: Budget, advised: Span) -> str:
        ends = dict.fromkeys(format_decimal(minutes / 60) for minutes in (advised.least, advised.most))
        hours = "–".join(ends)
        if state.too_short:
            return self.tr("{time} for kort – processen beder om {hours} timer").format(
                time=format_duration(state.too_short), hours=hours
            )
        if state.too_long:
            return self.tr("{time} for langt – processen er tænkt til {hours} timer").format(
                time=format_duration(state.too_long), hours=hours
            )
        return ""


def _span(span: Span) -> str:
    return str(span.least) if span.least == span.most else f"{span.least}–{span.most}"
