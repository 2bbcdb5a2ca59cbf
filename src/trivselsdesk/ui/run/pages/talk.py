"""The page for a part that is talked through: its points, large enough to read across the table."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from trivselsdesk.domain import part
from trivselsdesk.domain.cycle import Thing, answer_words, carried_words, last_time, opens_round, progress
from trivselsdesk.domain.records import Rule
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.clock.clockwork import Clockwork, clock_words
from trivselsdesk.ui.run.page import Page
from trivselsdesk.ui.run.panels.rail_rows import rail_rows
from trivselsdesk.ui.widgets.card import Card, ScrollArea
from trivselsdesk.ui.widgets.empty import EmptyState
from trivselsdesk.ui.widgets.labels import Label

_MOST_SIGNS = 120
"""Of a title in the day's programme; the rail has it too."""
_MOST_LAST = 8
"""Things of the last round that are listed; the preparation has them all."""


class TalkPage(Page):
    """Points and purpose. The first part of the meeting also shows the day and the ground rules."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self._clockwork = Clockwork(bridge)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._area = ScrollArea()
        outer.addWidget(self._area)
        row = QHBoxLayout()
        row.setSpacing(12)
        self._area.body.addLayout(row)
        self._area.body.addStretch(1)
        self.points = Card(padding=24, spacing=12)
        self._purpose = Label("", "body", "ink2", wrap=True)
        self._list = QGridLayout()
        self._list.setHorizontalSpacing(12)
        self._list.setVerticalSpacing(12)
        self._list.setColumnStretch(1, 1)
        self.points.body.addWidget(self._purpose)
        self.points.body.addLayout(self._list)
        self.points.body.addStretch(1)
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(self.points)
        self.last = Card(self.tr("Siden sidst"), spacing=4)
        self._last = QGridLayout()
        self._last.setHorizontalSpacing(16)
        self._last.setVerticalSpacing(6)
        self._last.setColumnStretch(0, 3)
        self._last.setColumnStretch(1, 2)
        self.last.body.addLayout(self._last)
        left.addWidget(self.last)
        self.rules = Card(self.tr("Spilleregler"), spacing=4)
        self._rules = QVBoxLayout()
        self._rules.setSpacing(2)
        self.rules.body.addLayout(self._rules)
        left.addWidget(self.rules)
        left.addStretch(1)
        row.addLayout(left, 5)
        self.programme = Card(self.tr("Dagens program"), spacing=2)
        self._times = QGridLayout()
        self._times.setHorizontalSpacing(12)
        self._times.setVerticalSpacing(6)
        self._times.setColumnStretch(1, 1)
        self.programme.body.addLayout(self._times)
        row.addWidget(self.programme, 3, Qt.AlignmentFlag.AlignTop)
        self.empty = EmptyState(
            self.tr("Ingen punkter her"),
            self.tr("Skriv punkterne i drejebogen, så står de her."),
            icon="list",
            button=self.tr("Ret drejebogen"),
        )
        self.empty.pressed.connect(self._to_prepare)
        outer.addWidget(self.empty, 1)
        self._drawn: object = None

    def refresh(self) -> None:
        if self.slot is None:
            return
        self._clockwork.open(self.programme_id)
        book, pack = self.book, self.pack
        points = part.points(book, pack, self.slot)
        purpose = part.fill(book, pack, self.slot.item.purpose).strip()
        if purpose in points:
            purpose = ""
        first = self._is_first()
        written = book.ranked(Rule, lambda rule: bool(rule.text.strip())) if first else []
        rules = [part.fill(book, pack, rule.text) for rule in written]
        times = self._day() if first else []
        last = last_time(book) if first and opens_round(book, self._clockwork.meeting) else None
        # The answers first: what comes last may have no room.
        told = (*last.agreed, *last.lifts, *last.parked, *last.waiting) if last is not None else ()
        drawn = (points, purpose, rules, times, told)
        if drawn == self._drawn:
            return
        self._drawn = drawn
        self._purpose.set_text(purpose)
        self._purpose.setVisible(bool(purpose))
        _clear(self._list)
        for number, point in enumerate(points):
            mark = Label(f"{number + 1}", "title", "primary")
            self._list.addWidget(mark, number, 0, Qt.AlignmentFlag.AlignTop)
            self._list.addWidget(Label(point, "title", size=22, weight=500, wrap=True), number, 1)
        self._show_last(told)
        _clear(self._rules)
        for rule in rules:
            self._rules.addWidget(Label(rule, "section", weight=400, wrap=True))
        _clear(self._times)
        for number, (time, title) in enumerate(times):
            self._times.addWidget(Label(time, "bodyStrong", "ink2"), number, 0, Qt.AlignmentFlag.AlignTop)
            self._times.addWidget(Label(title, "body", wrap=True), number, 1)
        self.programme.setVisible(bool(times))
        self.rules.setVisible(bool(rules))
        said = bool(points or purpose or rules or times or told)
        self._area.setVisible(said)
        self.points.setVisible(bool(points or purpose))
        self.empty.setVisible(not said)
        self._area.verticalScrollBar().setValue(0)

    def _show_last(self, told: tuple[Thing, ...]) -> None:
        """What the last round agreed, parked and lifted: the one who opens the meeting speaks of it."""
        _clear(self._last)
        for number, each in enumerate(told[:_MOST_LAST]):
            facts = answer_words(each) if each.carried.what == "lift" else progress(each)
            if each.carried.what in ("theme", "note"):
                facts = self.pack.parking_title if each.carried.parked else self.tr("ikke valgt")
            done = self.tr("gjort") if each.carried.done and each.carried.what == "initiative" else facts
            words = carried_words(each)[:_MOST_SIGNS]
            self._last.addWidget(Label(words, "body", weight=600, wrap=True), number, 0)
            self._last.addWidget(Label(done[: 2 * _MOST_SIGNS], "body", "ink2", wrap=True), number, 1)
        if len(told) > _MOST_LAST:
            more = self.tr("og {count} mere i forberedelsen").format(count=len(told) - _MOST_LAST)
            self._last.addWidget(Label(more, "body", "ink2"), _MOST_LAST, 0)
        self.last.setVisible(bool(told))

    def tick(self) -> None:
        """The times of the day move with the clock."""
        if self._is_first():
            self.refresh()

    def _is_first(self) -> bool:
        slots = self._clockwork.slots() if self.programme_id else []
        return self.slot is not None and bool(slots) and slots[0].id == self.slot.id

    def _day(self) -> list[tuple[str, str]]:
        reading = self._clockwork.read()
        rows = rail_rows(self.book, self._clockwork.meeting, reading)
        times = [(row.clock, part.fill(self.book, self.pack, row.item.title)[:_MOST_SIGNS]) for row in rows]
        return [*times, (clock_words(reading.end, passed=reading.state == "ended"), self.tr("Slut"))]

    def _to_prepare(self) -> None:
        self.go.emit("prepare")


def _clear(layout: QGridLayout | QVBoxLayout) -> None:
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()
