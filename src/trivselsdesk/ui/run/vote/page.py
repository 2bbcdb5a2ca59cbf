"""The page for the stroke vote: the facilitator counts, the room decides."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from trivselsdesk.domain.agenda import Slot
from trivselsdesk.domain.commands.rows import EditFields, PutRecord
from trivselsdesk.domain.commands.voting import ClearStrokes, SettleVote
from trivselsdesk.domain.pack import Tool
from trivselsdesk.domain.records import Ballot, new_id
from trivselsdesk.domain.voting import (
    Standing,
    VoteRules,
    ballot_of,
    proposed_places,
    standing,
    vote_rules,
)
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.clock.clockwork import Clockwork
from trivselsdesk.ui.run.page import Page
from trivselsdesk.ui.run.vote.counting import Counting
from trivselsdesk.ui.run.vote.deciding import Deciding
from trivselsdesk.ui.widgets.empty import EmptyState


class VotePage(Page):
    """First the strokes, then who goes on. Strokes are the dots of the mulighedsrum: the same number."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self._clockwork = Clockwork(bridge)
        self._left_open = ""
        """The part that was left before the room had said who goes on."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._stack = QStackedLayout()
        column.addLayout(self._stack)
        self.counting = Counting()
        self.deciding = Deciding()
        self.empty = EmptyState(
            self.tr("Ingen temaer at stemme om"),
            self.tr("Saml sedler i temaer på tavlen først, så står de klar her."),
            icon="tally",
        )
        for widget in (self.counting, self.deciding, self.empty):
            self._stack.addWidget(widget)
        self.counting.counted.connect(self._count)
        self.counting.people_changed.connect(self._set_people)
        self.counting.shown_changed.connect(self._show_standing)
        self.counting.cleared.connect(self._clear)
        self.counting.done.connect(self._decide)
        self.deciding.back.connect(self._to_counting)
        self.deciding.settled.connect(self._settle)
        # When the page is opened its rows are not on the screen yet, and could not take the focus.
        self._settled_in = QTimer(self)
        self._settled_in.setSingleShot(True)
        self._settled_in.timeout.connect(self._focus_rows)

    # Page

    def show_slot(self, programme_id: str, slot: Slot, tool: Tool) -> None:
        self._clockwork.open(programme_id)
        self._stack.setCurrentWidget(self.counting)
        self.deciding.forget()
        super().show_slot(programme_id, slot, tool)
        if self._left_open == slot.id and self._stack.currentWidget() is self.counting:
            self._decide()
        self._left_open = ""
        self._settled_in.start(0)

    def leave(self) -> None:
        if self.slot is not None and self._stack.currentWidget() is self.deciding:
            self._left_open = self.slot.id
            self.toast.emit("warn", self.tr("Valget er ikke taget med endnu. Gå tilbage til afstemningen."))
        super().leave()

    def _focus_rows(self) -> None:
        if self.isVisible() and self._stack.currentWidget() is self.counting:
            self.counting.focus_first()

    def refresh(self) -> None:
        if self.slot is None:
            return
        now, rules = self._standing(), self._rules()
        everything = (*now.cards, *now.always)
        if not everything:
            self._stack.setCurrentWidget(self.empty)
            return
        if self._stack.currentWidget() is self.empty:
            self._stack.setCurrentWidget(self.counting)
        places = proposed_places(now.cards, rules.top)
        ballot = ballot_of(self.book, self.book.meeting)
        self.counting.show_standing(now, rules, self.pack, places, ballot)
        if self._stack.currentWidget() is self.deciding:
            self.deciding.show_standing(now, rules, self.pack, places)
        self.tick()

    def tick(self) -> None:
        """One filled button on a screen: when the clock's own is filled, these step back, and so does
        the one that leads to the choice when the choice is made."""
        reading = self._clockwork.read()
        kind = "primary" if reading.slot is not None and reading.left > 0 else "tint"
        self.counting.choose.set_kind("plain" if self._ballot().settled else kind)
        self.deciding.button.set_kind(kind)

    def keep_clear(self) -> QWidget | None:
        for button in (self.counting.choose, self.deciding.button):
            if button.isVisible():
                return button
        return None

    # What the user does

    def _count(self, card_id: str, votes: int) -> None:
        card = self.book.card(card_id)
        self.bridge.run(
            EditFields(programme_id=self.programme_id, kind=type(card), id=card.id, values={"votes": votes})
        )

    def _set_people(self, people: int) -> None:
        self._put_ballot(replace(self._ballot(), people=people), "people")

    def _show_standing(self, shown: bool) -> None:
        self._put_ballot(replace(self._ballot(), counted=shown), "counted")

    def _put_ballot(self, ballot: Ballot, field: str) -> None:
        self.bridge.run(PutRecord(programme_id=self.programme_id, record=ballot, field=field))

    def _clear(self) -> None:
        now = self._standing()
        ids = tuple(card.id for card in (*now.cards, *now.always) if card.votes)
        if self.bridge.run(
            ClearStrokes(programme_id=self.programme_id, meeting_id=self.book.meeting.id, ids=ids)
        ):
            self.undo_toast.emit("undo", self.tr("Stregerne er slettet"))
            self.counting.focus_first()

    def _decide(self) -> None:
        self.deciding.forget()
        self._stack.setCurrentWidget(self.deciding)
        self.refresh()
        self.deciding.sizes.setFocus(Qt.FocusReason.OtherFocusReason)

    def _to_counting(self) -> None:
        self._stack.setCurrentWidget(self.counting)
        self.counting.focus_first()

    def _settle(self, chosen: tuple[str, ...], left_out: tuple[str, ...]) -> None:
        command = SettleVote(
            programme_id=self.programme_id,
            chosen=tuple((card_id, new_id()) for card_id in chosen),
            left_out=left_out,
            park=self._rules().park_rest,
            day=self.bridge.today(),
            meeting_id=self.book.meeting.id,
        )
        if self.bridge.run(command):
            words = self.tr("{n} går videre til handleplanen").format(n=len(chosen))
            self.undo_toast.emit("check", words)
            self._to_counting()

    def _ballot(self) -> Ballot:
        return ballot_of(self.book, self.book.meeting)

    def _rules(self) -> VoteRules:
        return vote_rules(self.pack, self.tool)

    def _standing(self) -> Standing:
        return standing(self.book, self.pack, self.book.meeting, self.tool)
