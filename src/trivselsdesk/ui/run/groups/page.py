"""The page for work in groups: make them, let them work, hear them one by one."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from trivselsdesk.domain.agenda import Slot
from trivselsdesk.domain.commands.groups import GiveRole, GiveTheme, MakeGroups, SeatPerson, SetGroupWork
from trivselsdesk.domain.commands.rows import AddRow
from trivselsdesk.domain.groups import (
    MAKING,
    REPORTING,
    TALKING,
    GroupRules,
    GroupView,
    dealt,
    group_rules,
    groups_of,
    proposed_count,
    roles_dealt,
    without_group,
    work_of,
)
from trivselsdesk.domain.pack import Tool
from trivselsdesk.domain.plan import active_initiatives
from trivselsdesk.domain.records import GroupWork, Person, group_member_id, new_id
from trivselsdesk.domain.remarks import attendance
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.clock.clockwork import Clockwork
from trivselsdesk.ui.run.groups.making import Making
from trivselsdesk.ui.run.groups.working import Working
from trivselsdesk.ui.run.page import Page
from trivselsdesk.ui.widgets.empty import EmptyState
from trivselsdesk.ui.widgets.fields import flush_all
from trivselsdesk.ui.widgets.segmented import Segmented

SHEET = "gruppeark"


class GroupsPage(Page):
    """The answers are the initiatives' own: what a group has written stands in the handleplan."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self._clockwork = Clockwork(bridge)
        self.chance = Random()
        self.stages = Segmented(
            [
                (MAKING, self.tr("Lav grupper"), None),
                (TALKING, self.tr("I grupper"), None),
                (REPORTING, self.tr("Fremlæg"), None),
            ],
            name=self.tr("Hvor langt er grupperne?"),
        )
        self.stages.chosen.connect(self._go_to)
        self.stages.setParent(self)
        self.stages.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._stack = QStackedLayout()
        column.addLayout(self._stack)
        self.making = Making()
        self.working = Working(bridge)
        self.empty = EmptyState(
            self.tr("Ingen deltagere endnu"),
            self.tr("Skriv, hvem der er med, under Forberedelse. Så kan I deles i grupper."),
            icon="users",
            button=self.tr("Åbn forberedelsen"),
        )
        for widget in (self.making, self.working, self.empty):
            self._stack.addWidget(widget)
        self._connect()

    def _connect(self) -> None:
        self.empty.pressed.connect(self._to_prepare)
        self.making.shuffled.connect(self.shuffle)
        self.making.emptied.connect(self._make_empty)
        self.making.seated.connect(self._seat)
        self.making.role_given.connect(self._give_role)
        self.making.theme_chosen.connect(self._give_theme)
        self.making.person_added.connect(self._add_person)
        self.making.printed.connect(self._print)
        self.making.done.connect(self._talk)
        self.working.group_wanted.connect(self._look_at)
        self.working.minutes_wanted.connect(self._set_minutes)
        self.working.back.connect(self._back)
        self.working.forward.connect(self._forward)
        self.working.plan_wanted.connect(self._to_plan)

    # Page

    def show_slot(self, programme_id: str, slot: Slot, tool: Tool) -> None:
        self._clockwork.open(programme_id)
        if programme_id != self.programme_id:
            self.making.forget()
        super().show_slot(programme_id, slot, tool)

    def header_widgets(self) -> list[QWidget]:
        return [self.stages]

    def leave(self) -> None:
        flush_all()

    def refresh(self) -> None:
        if self.slot is None:
            return
        groups, work, rules = self._groups(), self._work(), self._rules()
        people = attendance(self.book, self.book.meeting)[0]
        stage = work.stage if groups else MAKING
        self.stages.set_value(stage)
        self.stages.setEnabled(bool(groups))
        if not people and not groups:
            self._stack.setCurrentWidget(self.empty)
            return
        if stage == MAKING:
            self._stack.setCurrentWidget(self.making)
            initiatives = active_initiatives(self.book)
            proposed = proposed_count(len(people), len(initiatives), rules.size)
            waiting = without_group(self.book, self.book.meeting)
            self.making.show_groups(groups, waiting, initiatives, rules, proposed)
        else:
            self._stack.setCurrentWidget(self.working)
            plan = any(phase.room == "plan" for phase in self.pack.phases)
            self.working.propose_minutes(rules.minutes)
            self.working.show_group(
                groups,
                self._here(groups, work),
                rules,
                self.pack,
                self.programme_id,
                reporting=stage == REPORTING,
                plan=plan,
            )
        self.tick()

    def tick(self) -> None:
        """One filled button on a screen; and the groups' own minutes."""
        if self.slot is None:
            return
        reading, work = self._clockwork.read(), self._work()
        busy = reading.slot is not None and reading.left > 0
        kind = "primary" if busy else "tint"
        self.making.go_on.set_kind(kind)
        self.making.shuffle.set_kind("plain" if self.making.go_on.isVisibleTo(self.making) else kind)
        self.working.forward_button.set_kind(kind)
        self.working.show_time(work.deadline - self.bridge.seconds() if work.deadline else None)

    def keep_clear(self) -> QWidget | None:
        for button in (self.making.go_on, self.working.forward_button):
            if button.isVisible():
                return button
        return None

    # Making

    def shuffle(self, count: int) -> None:
        """So many groups at random, each with a theme and the role cards dealt.

        Somebody who has been taken out of the groups is not there: shuffling again leaves them out.
        """
        seated = [seat.person.id for view in self._groups() for seat in view.seats]
        ids = seated or [person.id for person in attendance(self.book, self.book.meeting)[0]]
        self._make(dealt(ids, count, self.chance))

    def _make_empty(self, count: int) -> None:
        self._make([[] for _ in range(count)])

    def _make(self, laid: list[list[str]]) -> None:
        before = self._groups()
        cards = [role.id for role in self._rules().roles]
        themes = [each.id for each in active_initiatives(self.book)]
        kept = [view.group.initiative_id for view in before]
        groups = []
        for place, people in enumerate(laid):
            theme = kept[place] if place < len(kept) else themes[place] if place < len(themes) else ""
            hands = roles_dealt(len(people), cards, self.chance)
            groups.append((new_id(), theme, tuple(zip(people, hands, strict=True))))
        meeting = self.book.meeting.id
        command = MakeGroups(programme_id=self.programme_id, meeting_id=meeting, groups=tuple(groups))
        if self.bridge.run(command) and before:
            self.undo_toast.emit("users", self.tr("Grupperne er lavet om"))

    def _seat(self, person_id: str, group_id: str) -> None:
        self.bridge.run(
            SeatPerson(
                programme_id=self.programme_id,
                meeting_id=self.book.meeting.id,
                person_id=person_id,
                group_id=group_id,
            )
        )
        self.making.focus_person(person_id)

    def _add_person(self, name: str) -> None:
        person = Person(id=new_id(), programme_id=self.programme_id, name=name)
        if self.bridge.run(AddRow(programme_id=self.programme_id, record=person)):
            self.making.person_is_there()

    def _give_role(self, person_id: str, role: str) -> None:
        member_id = group_member_id(self.book.meeting.id, person_id)
        self.bridge.run(GiveRole(programme_id=self.programme_id, member_id=member_id, role=role))

    def _give_theme(self, group_id: str, initiative_id: str) -> None:
        self.bridge.run(
            GiveTheme(programme_id=self.programme_id, group_id=group_id, initiative_id=initiative_id)
        )

    def _print(self) -> None:
        self.open_document.emit(SHEET)

    # Working and reporting back

    def _talk(self) -> None:
        self._go_to(TALKING)

    def _go_to(self, stage: str) -> None:
        groups = self._groups()
        if not groups:
            return
        work = replace(self._work(), stage=stage)
        if stage == REPORTING:
            work = replace(work, group_id=groups[0].group.id, deadline=0.0)
        self._store(work)

    def _look_at(self, group_id: str) -> None:
        self._store(replace(self._work(), group_id=group_id))

    def _set_minutes(self, minutes: int) -> None:
        deadline = self.bridge.seconds() + minutes * 60 if minutes else 0.0
        self._store(replace(self._work(), deadline=deadline))

    def _back(self) -> None:
        groups, work = self._groups(), self._work()
        here = self._here(groups, work)
        if work.stage == REPORTING and here.number > 1:
            self._look_at(groups[here.number - 2].group.id)
        else:
            self._go_to(TALKING if work.stage == REPORTING else MAKING)

    def _forward(self) -> None:
        groups, work = self._groups(), self._work()
        here = self._here(groups, work)
        if work.stage == TALKING:
            self._go_to(REPORTING)
        elif here.number < len(groups):
            self._look_at(groups[here.number].group.id)
        else:
            flush_all()
            if not self._clockwork.take_up(""):
                self.go.emit("plan")

    def _to_plan(self) -> None:
        flush_all()
        self.go.emit("plan")

    def _to_prepare(self) -> None:
        self.go.emit("prepare")

    def _store(self, work: GroupWork) -> None:
        flush_all()
        self.bridge.run(SetGroupWork(programme_id=self.programme_id, work=work))

    # Reading

    def _here(self, groups: list[GroupView], work: GroupWork) -> GroupView:
        return next((each for each in groups if each.group.id == work.group_id), groups[0])

    def _groups(self) -> list[GroupView]:
        return groups_of(self.book, self.book.meeting, self._rules())

    def _rules(self) -> GroupRules:
        return group_rules(self.pack, self.tool)

    def _work(self) -> GroupWork:
        return work_of(self.book, self.book.meeting)
