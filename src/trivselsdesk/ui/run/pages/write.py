"""The page for writing in silence: on paper with time and question, or in turn at the keyboard, hidden."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from trivselsdesk.domain import part
from trivselsdesk.domain.agenda import Slot
from trivselsdesk.domain.board import board_view
from trivselsdesk.domain.commands.tools import SealNotes, SetToolState
from trivselsdesk.domain.pack import Span, Tool, Zone
from trivselsdesk.domain.records import Note, new_id
from trivselsdesk.domain.sheets import zones_of
from trivselsdesk.domain.tools import AT_THE_KEYBOARD, ON_PAPER, put_away, state_of
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.clock.clockwork import Clockwork
from trivselsdesk.ui.run.page import Page
from trivselsdesk.ui.run.pages.big_words import BigWords
from trivselsdesk.ui.run.pages.hidden_entry import HiddenEntry
from trivselsdesk.ui.run.pages.time_left import TimeLeft
from trivselsdesk.ui.run.pages.zone_counts import ZoneCounts
from trivselsdesk.ui.run.put_away import hang_put_away
from trivselsdesk.ui.widgets.buttons import Button, Segmented
from trivselsdesk.ui.widgets.card import Card
from trivselsdesk.ui.widgets.labels import Label


class WritePage(Page):
    """Notes that are typed here wait, sealed, until all are hung up together."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self._clockwork = Clockwork(bridge)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._stack = QStackedWidget()
        outer.addWidget(self._stack)
        self.paper = self._make_paper()
        self.between = self._make_between()
        self.entry = HiddenEntry()
        for each in (self.paper, self.between, self.entry):
            self._stack.addWidget(each)
        self.modes = Segmented(
            [
                (ON_PAPER, self.tr("På papir"), "pencil"),
                (AT_THE_KEYBOARD, self.tr("Ved tastaturet"), "keyboard"),
            ],
            name=self.tr("Hvordan I skriver"),
        )
        self.hang = Button(self.tr("Vis sedlerne på tavlen"), "tint", "eye", small=True)
        self._tools = QWidget()
        tools = QHBoxLayout(self._tools)
        tools.setContentsMargins(0, 0, 0, 0)
        tools.setSpacing(8)
        tools.addWidget(self.hang)
        tools.addWidget(self.modes)
        self.modes.chosen.connect(self._set_mode)
        self.hang.clicked.connect(self.hang_up)
        self.ready.clicked.connect(self._sit_down)
        self.entry.put_away.connect(self._put_away)
        self.entry.passed_on.connect(self._pass_on)
        self.entry.rested.connect(self._keep_draft)

    def _make_paper(self) -> QWidget:
        card = Card(padding=24, spacing=16)
        self.question = BigWords("primaryInk")
        card.body.addWidget(self.question, 2)
        self.zones = ZoneCounts(hints=True)
        card.body.addWidget(self.zones)
        self.time = TimeLeft(72)
        card.body.addStretch(1)
        card.body.addWidget(self.time)
        self.advice = Label("", "section", "ink2", weight=400, wrap=True)
        self.advice.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        card.body.addWidget(self.advice)
        card.body.addStretch(1)
        return card

    def _make_between(self) -> QWidget:
        card = Card(padding=24, spacing=16)
        self.thanks = BigWords("primaryInk")
        card.body.addWidget(self.thanks, 1)
        self.sentence = Label("", "section", "ink2", weight=400, wrap=True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        card.body.addWidget(self.sentence)
        self.ready = Button(self.tr("Jeg er klar til at skrive"), "primary", "keyboard", large=True)
        card.body.addWidget(self.ready, 0, Qt.AlignmentFlag.AlignHCenter)
        card.body.addStretch(1)
        self.counts = ZoneCounts(hints=False)
        card.body.addWidget(self.counts)
        return card

    # Page

    def show_slot(self, programme_id: str, slot: Slot, tool: Tool) -> None:
        anew = (programme_id, tool.params.get("board")) != (self.programme_id, self.tool.params.get("board"))
        if anew and self.programme_id:
            self._keep_draft()
        super().show_slot(programme_id, slot, tool)
        if anew:
            draft = self.bridge.setting(self._draft_key())
            self.entry.field.setText(draft)
            self._greet(passed_on=False)
            self._stack.setCurrentWidget(self.entry if draft.strip() else self.between)
            self._show_mode()

    def refresh(self) -> None:
        if self.slot is None:
            return
        self._clockwork.open(self.programme_id)
        book, pack = self.book, self.pack
        board = pack.board(str(self.tool.params["board"]))
        zones = self._zones()
        waiting = put_away(book, pack, board.id)
        each_waits = Counter(note.zone for note in waiting)
        hanging = {view.zone.id: view.count for view in board_view(book, board).zones}
        self.question.set_text(part.instruction(book, pack, book.meeting, self.slot, self._clockwork.aid()))
        self.zones.show_zones(zones, each_waits, hanging)
        self.counts.show_zones(zones, each_waits, hanging)
        self.entry.show_zones(zones)
        self.hang.setVisible(bool(waiting))
        self._show_mode()
        self.tick()

    def tick(self) -> None:
        """One filled button on a screen: when the clock's own is filled, this page's step back."""
        if self.slot is None:
            return
        reading = self._clockwork.read()
        self.time.show_reading(reading)
        busy = reading.slot is None or reading.left > 0
        self.ready.set_kind("primary" if busy else "tint")
        self.entry.button.set_kind("primary" if busy else "tint")

    def leave(self) -> None:
        self._keep_draft()

    def header_widgets(self) -> list[QWidget]:
        return [self._tools]

    def keep_clear(self) -> QWidget | None:
        return self.entry.pass_on if self._stack.currentWidget() is self.entry else None

    def actions_here(self) -> dict[str, Callable[[], object]]:
        return {
            "new_note": self.entry.field.setFocus,
            "zone_1": self._zone_1,
            "zone_2": self._zone_2,
            "zone_3": self._zone_3,
        }

    # What the user does

    def hang_up(self) -> None:
        """Hang everything up that was put away, in an order that does not tell who wrote what."""
        hang_put_away(self, str(self.tool.params["board"]))

    def _set_mode(self, mode: str) -> None:
        state = state_of(self.book, self.book.meeting, self.tool.kind)
        if not self.bridge.run(SetToolState(programme_id=self.programme_id, state=replace(state, mode=mode))):
            self._show_mode()
        elif self._stack.currentWidget() is self.entry:
            self.entry.field.setFocus()

    def _sit_down(self) -> None:
        self._stack.setCurrentWidget(self.entry)
        self.entry.begin()

    def _put_away(self, texts: list[str], zone: str) -> None:
        notes = tuple(
            Note(
                id=new_id(),
                programme_id=self.programme_id,
                board=str(self.tool.params["board"]),
                zone=zone,
                text=text,
                kind=self._kind(),
                sealed=True,
            )
            for text in texts
        )
        if self.bridge.run(SealNotes(programme_id=self.programme_id, notes=notes)):
            self.entry.done(len(notes))
            self._keep_draft()

    def _pass_on(self) -> None:
        self._keep_draft()
        self._greet(passed_on=True)
        self._stack.setCurrentWidget(self.between)
        self.ready.setFocus(Qt.FocusReason.OtherFocusReason)

    # Inside

    def _show_mode(self) -> None:
        mode = state_of(self.book, self.book.meeting, self.tool.kind).mode
        self.modes.set_value(mode)
        self.advice.set_text(self._advice())
        if mode == ON_PAPER:
            self._stack.setCurrentWidget(self.paper)
        elif self._stack.currentWidget() is self.paper:
            self._stack.setCurrentWidget(self.entry if self.entry.waits() else self.between)

    def _greet(self, *, passed_on: bool) -> None:
        self.thanks.set_text(
            self.tr("Tak – giv tastaturet videre") if passed_on else self.tr("Skriv én ad gangen")
        )
        self.sentence.set_text(
            self.tr("Dine sedler er lagt væk. Ingen kan læse dem, før de bliver hængt op sammen.")
            if passed_on
            else self.tr("Teksten er skjult, mens du skriver. Sedlerne bliver hængt op sammen, blandet.")
        )

    def _advice(self) -> str:
        span = self.tool.params.get("timer")
        if not isinstance(span, Span):
            if self.tool.params.get("in_groups"):
                return self.tr("Sammen i grupperne. Én ting på hver seddel.")
            return self.tr("Hver for sig og i ro. Én ting på hver seddel.")
        minutes = f"{span.least}–{span.most}" if span.least != span.most else f"{span.least}"
        words = self.tr("{minutes} minutter hver for sig og i ro. Én ting på hver seddel.")
        if self.tool.params.get("in_groups"):
            words = self.tr("{minutes} minutter sammen i grupperne. Én ting på hver seddel.")
        return words.format(minutes=minutes)

    def _zones(self) -> list[Zone]:
        board = self.pack.board(str(self.tool.params["board"]))
        wanted = self.tool.params.get("zones") or [zone.id for zone in board.zones]
        return [zone for zone in zones_of(self.book, board) if zone.id in wanted]

    def _kind(self) -> str:
        wanted = str(self.tool.params.get("note", ""))
        own = [each.id for each in self.pack.note_types if each.origin == "participant"]
        return wanted or (own[0] if own else "")

    def _draft_key(self) -> str:
        return f"draft/{self.programme_id}/{self.tool.params.get('board', '')}/hidden"

    def _keep_draft(self) -> None:
        """What is half written outlives the page and the program, as hidden as it is here."""
        if self.programme_id:
            self.bridge.remember(self._draft_key(), self.entry.field.text())

    def _zone_1(self) -> None:
        self.entry.pick_zone(1)

    def _zone_2(self) -> None:
        self.entry.pick_zone(2)

    def _zone_3(self) -> None:
        self.entry.pick_zone(3)
