"""The page for cirkelsparring: make the groups, then walk through those in focus and the rounds."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from trivselsdesk.domain.circle import (
    MAKING,
    PAUSED,
    RUNNING,
    CircleStep,
    are_own,
    largest,
    left_from,
    own_rounds,
    rounds_of,
    steps,
    walk_of,
    where,
    whole_left,
)
from trivselsdesk.domain.commands.circle import SetCircle
from trivselsdesk.domain.commands.rows import PutRecord
from trivselsdesk.domain.groups import proposed_count, without_group
from trivselsdesk.domain.records import CircleWalk
from trivselsdesk.domain.remarks import attendance
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.run.circle.rounds import RoundsDialog
from trivselsdesk.ui.run.circle.talk import Talk
from trivselsdesk.ui.run.groups.page import GroupsPage
from trivselsdesk.ui.widgets.buttons import Button
from trivselsdesk.ui.widgets.fields import flush_all

TALKING = "talk"


class CirclePage(GroupsPage):
    """The groups are those of the meeting: who has sparred together can sum up together."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self.stages.set_options(
            [(MAKING, self.tr("Lav grupper"), None), (TALKING, self.tr("Sparring"), None)]
        )
        intro = self.tr("Vi blander jer. Alt kan ændres bagefter.")
        self.making.use_for_talk(intro, self.tr("Begynd sparringen"))
        self.talk = Talk()
        self._stack.addWidget(self.talk)
        self.talk.toggled.connect(self.toggle)
        self.talk.moved.connect(self.move_on)
        self.edit_rounds = Button(self.tr("Ret runderne"), icon="pencil", small=True)
        self.edit_rounds.clicked.connect(self.change_rounds)

    def header_widgets(self) -> list[QWidget]:
        return [self.stages, self.edit_rounds]

    def refresh(self) -> None:
        if self.slot is None:
            return
        groups, rules, walk = self._groups(), self._rules(), self._walk()
        people = attendance(self.book, self.book.meeting)[0]
        talking = walk.state != MAKING and bool(groups)
        self.stages.set_value(TALKING if talking else MAKING)
        self.stages.setEnabled(bool(groups))
        if not people and not groups:
            self._stack.setCurrentWidget(self.empty)
            return
        if talking:
            self._stack.setCurrentWidget(self.talk)
        else:
            self._stack.setCurrentWidget(self.making)
            proposed = proposed_count(len(people), 0, rules.size)
            waiting = without_group(self.book, self.book.meeting)
            self.making.show_groups(groups, waiting, (), rules, proposed)
        self.tick()

    def tick(self) -> None:
        """The talk walks on by itself."""
        if self.slot is None:
            return
        super().tick()
        walk = self._walk()
        if walk.state == MAKING:
            return
        groups = self._groups()
        rounds = rounds_of(self.book, self.tool)
        now = where(steps(rounds, largest(groups)), whole_left(walk, self.bridge.seconds()))
        if now is not None:
            prompts = [self.pack.fill(each) for each in self.tool.params.get("prompts", ())]
            self.talk.show_now(now, rounds, groups, prompts, running=walk.state == RUNNING)
            self.talk.show_source("" if are_own(self.book, self.tool) else self._source())

    def keep_clear(self) -> QWidget | None:
        return self.talk.next if self.talk.next.isVisible() else super().keep_clear()

    # What the user does

    def toggle(self) -> None:
        """Hold the talk, or let it go on; once it is over, from the beginning."""
        walk, now = self._walk(), self.bridge.seconds()
        left = whole_left(walk, now)
        if walk.state == RUNNING and left > 0:
            self._store_walk(replace(walk, state=PAUSED, left=left))
        else:
            left = left or left_from(self._plan(), 0)
            self._store_walk(replace(walk, state=RUNNING, deadline=now + left))

    def move_on(self, by: int) -> None:
        """To the next round or person, or back to the beginning of this one and the one before."""
        walk, plan = self._walk(), self._plan()
        now = where(plan, whole_left(walk, self.bridge.seconds()))
        if now is None:
            return
        begun = now.step.seconds - now.left > 3
        place = now.place + 1 if by > 0 else now.place - (0 if begun else 1)
        self._go(0.0 if place >= len(plan) else left_from(plan, place))

    def change_rounds(self) -> None:
        """Change the rounds in a dialog. The talk goes back to the beginning of the round it is in."""
        standard = tuple(self.tool.params.get("rounds", ()))
        dialog = RoundsDialog(rounds_of(self.book, self.tool), standard, self)
        accepted = dialog.exec() == RoundsDialog.DialogCode.Accepted
        wanted = dialog.rounds()
        dialog.deleteLater()
        if not accepted or wanted == rounds_of(self.book, self.tool):
            return
        before = where(self._plan(), whole_left(self._walk(), self.bridge.seconds()))
        record = own_rounds(self.programme_id, self.tool, () if wanted == standard else wanted)
        self.bridge.run(PutRecord(programme_id=self.programme_id, record=record, field="text"))
        if self._walk().state != MAKING and before is not None:
            plan = self._plan()
            same = [place for place, step in enumerate(plan) if step.turn == before.step.turn]
            first = same[min(before.step.round, len(same) - 1)] if same else 0
            self._go(left_from(plan, first))

    def _talk(self) -> None:
        self._begin()

    def _go_to(self, stage: str) -> None:
        if stage == TALKING:
            self._begin()
        else:
            self._store_walk(replace(self._walk(), state=MAKING, left=0.0, deadline=0.0))

    def _begin(self) -> None:
        if self._groups() and self._walk().state == MAKING:
            self._store_walk(replace(self._walk(), state=PAUSED, left=left_from(self._plan(), 0)))
            self.talk.hold.setFocus()

    # Inside

    def _go(self, left: float) -> None:
        walk = self._walk()
        self._store_walk(replace(walk, left=left, deadline=self.bridge.seconds() + left))

    def _plan(self) -> tuple[CircleStep, ...]:
        return steps(rounds_of(self.book, self.tool), largest(self._groups()))

    def _walk(self) -> CircleWalk:
        return walk_of(self.book, self.book.meeting)

    def _store_walk(self, walk: CircleWalk) -> None:
        flush_all()
        self.bridge.run(SetCircle(programme_id=self.programme_id, walk=walk))

    def _source(self) -> str:
        return self.pack.fill(str(self.tool.params.get("source", "")))
