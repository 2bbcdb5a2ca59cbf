"""The page for the questions: the chosen themes, how far each is, and the way to the handleplan."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trivselsdesk.domain.agenda import Slot
from trivselsdesk.domain.danish import shortened
from trivselsdesk.domain.pack import Tool
from trivselsdesk.domain.phases import rooms_of
from trivselsdesk.domain.plan import active_initiatives, answered
from trivselsdesk.domain.records import Initiative, new_id
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.clock.clockwork import Clockwork
from trivselsdesk.ui.run.page import Page
from trivselsdesk.ui.widgets.buttons import Button
from trivselsdesk.ui.widgets.card import Card, ScrollArea
from trivselsdesk.ui.widgets.chips import Chip
from trivselsdesk.ui.widgets.empty import EmptyState
from trivselsdesk.ui.widgets.labels import Label
from trivselsdesk.ui.widgets.progress import Bar

_MOST_SIGNS = 160


class _Line(Card):
    """One initiative: its number, name, what is answered."""

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(padding=16, parent=parent)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(Label(f"{number}", "title", "primary"), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        self.name = Label("", "section", wrap=True)
        self.goal = Label("", "body", "ink2", wrap=True)
        words.addWidget(self.name)
        words.addWidget(self.goal)
        row.addLayout(words, 1)
        progress = QVBoxLayout()
        progress.setSpacing(4)
        self.count = Chip("")
        self.bar = Bar()
        self.bar.setFixedWidth(160)
        progress.addWidget(self.count, 0, Qt.AlignmentFlag.AlignRight)
        progress.addWidget(self.bar)
        progress.addStretch(1)
        row.addLayout(progress)
        self.body.addLayout(row)

    def show_initiative(self, initiative: Initiative, done: list[bool]) -> None:
        self.name.set_text(shortened(initiative.name, _MOST_SIGNS) or self.tr("Uden navn"))
        goal = initiative.goal.strip()
        self.goal.set_text(self.tr("Mål: {goal}").format(goal=shortened(goal, _MOST_SIGNS)) if goal else "")
        self.goal.setVisible(bool(goal))
        count = sum(done)
        words = self.tr("{count} af {total} spørgsmål").format(count=count, total=len(done))
        self.count.set_text(words)
        whole = bool(done) and count == len(done)
        self.count.set_tone("ok" if whole else "prim" if count else "sunken")
        self.count.set_icon("check" if whole else None)
        self.bar.set_value(count / len(done) if done else 0.0)
        self.bar.setAccessibleName(words)


class QuestionsPage(Page):
    """The themes are worked on in the handleplan; the clock goes on there as it does here."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self._clockwork = Clockwork(bridge)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(12)
        self._area = ScrollArea(spacing=8)
        outer.addWidget(self._area, 1)
        self._area.body.addStretch(1)
        self.empty = EmptyState(
            self.tr("Vælg temaer først"),
            self.tr(
                "Ingen er valgt endnu. Gå tilbage til trinnet, hvor I vælger, eller skriv dem i handleplanen."
            ),
            icon="flag",
        )
        outer.addWidget(self.empty, 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        self.button = Button(self.tr("Åbn handleplanen"), "primary", large=True, icon_after="arrow-r")
        self.button.clicked.connect(self._open_plan)
        foot.addWidget(self.button)
        outer.addLayout(foot)
        self.lines: list[_Line] = []
        # Not in the middle of the change that opened the page.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._take_up_must_act)

    def show_slot(self, programme_id: str, slot: Slot, tool: Tool) -> None:
        super().show_slot(programme_id, slot, tool)
        self._soon.start(0)

    def leave(self) -> None:
        self._soon.stop()

    def _take_up_must_act(self) -> None:
        """What always calls for action counts as chosen: it stands here before the handleplan is opened."""
        from trivselsdesk.domain.commands.cards import TakeUpMustAct, must_act_without_initiative

        ids = tuple((each, new_id()) for each in must_act_without_initiative(self.book))
        if ids and not self.bridge.store.readonly:
            self.bridge.run(TakeUpMustAct(programme_id=self.programme_id, ids=ids))

    def keep_clear(self) -> QWidget | None:
        return self.button if self.button.isVisible() else None

    def refresh(self) -> None:
        if self.slot is None:
            return
        self._clockwork.open(self.programme_id)
        initiatives = active_initiatives(self.book)
        while len(self.lines) < len(initiatives):
            line = _Line(len(self.lines) + 1)
            self._area.body.insertWidget(len(self.lines), line)
            self.lines.append(line)
        while len(self.lines) > len(initiatives):
            line = self.lines.pop()
            self._area.body.removeWidget(line)
            line.hide()
            line.deleteLater()
        for line, initiative in zip(self.lines, initiatives, strict=True):
            line.show_initiative(initiative, answered(self.book, self.pack, initiative))
        self._area.setVisible(bool(initiatives))
        self.empty.setVisible(not initiatives)
        self.button.setVisible(any("plan" in rooms_of(phase) for phase in self.pack.phases))
        self.tick()

    def tick(self) -> None:
        """One filled button on a screen: when the clock's own is filled, this one steps back."""
        reading = self._clockwork.read()
        busy = reading.slot is not None and reading.left > 0
        self.button.set_kind("primary" if busy else "tint")

    def _open_plan(self) -> None:
        self.go.emit("plan")
