"""The statuspil: how far every action is, and when the unit looks at it again."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLayout, QStackedWidget, QVBoxLayout, QWidget

from trivselsdesk.domain.board import parked_cards
from trivselsdesk.domain.commands.plan import WriteAction
from trivselsdesk.domain.commands.rows import EditFields, RemoveRow
from trivselsdesk.domain.danish import format_date, plural
from trivselsdesk.domain.follow import Counts, counts, followed, launched, next_followup, reminders
from trivselsdesk.domain.lifts import done_words, lifts_by_target, state_words
from trivselsdesk.domain.records import Action, ClockState, SlotLog, Task, new_id
from trivselsdesk.store.store import ChangeSet
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.follow.section import Section
from trivselsdesk.ui.follow.status.action_dialog import ActionDialog
from trivselsdesk.ui.follow.status.side import Entry, FollowupCard, ListCard, ReminderCard, slips
from trivselsdesk.ui.follow.status.table import StatusTable
from trivselsdesk.ui.follow.status.tally import Tally
from trivselsdesk.ui.widgets.card import ScrollArea
from trivselsdesk.ui.widgets.empty import EmptyState
from trivselsdesk.ui.widgets.labels import ElidedLabel


class StatusSection(Section):
    """A table of everything that has been set in motion, and cards beside it."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 14, 24, 20)
        row.setSpacing(24)
        row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._main = QStackedWidget()
        self._main.addWidget(self._make_main())
        self.empty = EmptyState(
            self.tr("Intet er sat i gang endnu"),
            self.tr("Når I sætter et tema i gang i handleplanen, kan alle følge med her."),
            icon="flag",
            button=self.tr("Gå til handleplanen"),
        )
        self.empty.pressed.connect(self._go_plan)
        self._main.addWidget(self.empty)
        row.addWidget(self._main, 1)
        self._side = ScrollArea(spacing=16)
        self.followup = FollowupCard()
        self.reminders = ReminderCard()
        self.reminders.ticked.connect(self._tick)
        self._lifts = QWidget()
        self._lift_column = QVBoxLayout(self._lifts)
        self._lift_column.setContentsMargins(0, 0, 0, 0)
        self._lift_column.setSpacing(16)
        self.lift_cards: dict[str, ListCard] = {}
        self.parking = ListCard("park")
        for card in (self.followup, self.reminders, self._lifts, self.parking):
            self._side.body.addWidget(card)
        self._side.body.addStretch(1)
        row.addWidget(self._side)

    def _make_main(self) -> QWidget:
        main = QWidget()
        column = QVBoxLayout(main)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        top = QHBoxLayout()
        top.setSpacing(16)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(ElidedLabel(self.tr("Hvor langt er vi?"), "display"))
        self.when = ElidedLabel("", "body", "ink2")
        words.addWidget(self.when)
        top.addLayout(words, 1)
        self.tally = Tally()
        top.addWidget(self.tally, 0, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(top)
        column.addSpacing(10)
        self.table = StatusTable(self.bridge)
        self.table.add_wanted.connect(self.add_action)
        self.table.edit_wanted.connect(self.edit_action)
        self.table.remove_wanted.connect(self.remove_action)
        column.addWidget(self.table, 1)
        return main

    # Showing

    def take(self, changes: ChangeSet) -> None:
        if not all(change.kind in (ClockState, SlotLog) for change in changes.changes):
            self.refresh()

    def refresh(self) -> None:
        if not self.programme_id:
            return
        book, pack, today = self.book, self.pack, self.bridge.today()
        lines = followed(book, pack, today)
        self._main.setCurrentIndex(0 if launched(book) else 1)
        self.when.set_text(self._day_words())
        self._show_counts(counts(lines))
        self.table.show_lines(self.programme_id, pack, lines, today)
        self.followup.setVisible(bool(launched(book)))
        self.followup.show_next(next_followup(book, today), today)
        self.reminders.show_tasks(reminders(book, today), today)
        self._show_lifts()
        parked = parked_cards(book, pack)
        pink = {each.id for each in pack.note_types if each.colour == "pink"}
        self.parking.setVisible(bool(parked))
        self.parking.show_titles(pack.parking_title, slips(parked, pink, today))

    def _day_words(self) -> str:
        today = self.bridge.today()
        words = [format_date(today, weekday=True, year=False)]
        held = self.book.meeting.day
        if held is not None and held < today:
            days = plural((today - held).days, self.tr("dag"), self.tr("dage"))
            words.append(self.tr("{days} efter mødet").format(days=days))
        return " · ".join(words)

    def _show_counts(self, sums: Counts) -> None:
        steps = self.pack.status_steps
        first = steps[0].title.lower() if steps else ""
        done = self.tr("færdig") if sums.done == 1 else self.tr("færdige")
        self.tally.show_counts(
            [(sums.done, done), (sums.underway, self.tr("undervejs")), (sums.agreed, first)], sums.late
        )

    def _show_lifts(self) -> None:
        today = self.bridge.today()
        found = {target.id: (target, lines) for target, lines in lifts_by_target(self.book, self.pack, today)}
        for key in set(self.lift_cards) - set(found):
            card = self.lift_cards.pop(key)
            self._lift_column.removeWidget(card)
            card.hide()
            card.deleteLater()
        for key, (target, lines) in found.items():
            if key not in self.lift_cards:
                self.lift_cards[key] = ListCard("lift")
                self._lift_column.addWidget(self.lift_cards[key])
            entries = [
                Entry(each.title, caption=state_words(each, today), late=each.overdue) for each in lines
            ]
            self.lift_cards[key].show_titles(done_words(target), entries)
        self._lifts.setVisible(bool(found))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._side.setFixedWidth(296 if self.width() >= 1400 else 264 if self.width() >= 1200 else 228)

    # Changing

    def add_action(self) -> None:
        """Ask for a new action and put it among the others, on the first step."""
        initiatives = launched(self.book)
        if not initiatives:
            return
        dialog = ActionDialog(self.bridge, self.book, initiatives, None, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            answer = dialog.answer()
            steps = self.pack.status_steps
            self.bridge.run(
                WriteAction(
                    programme_id=self.programme_id,
                    action_id=new_id(),
                    initiative_id=answer.initiative_id,
                    values={
                        "title": answer.title,
                        "owner": answer.owner,
                        "due": answer.due,
                        "status": steps[0].id if steps else "",
                    },
                )
            )
        dialog.deleteLater()

    def edit_action(self, action_id: str) -> None:
        """Change what an action says."""
        action = self.book.find(Action, action_id)
        if action is None:
            return
        dialog = ActionDialog(self.bridge, self.book, launched(self.book), action, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            answer = dialog.answer()
            self.bridge.run(
                EditFields(
                    programme_id=self.programme_id,
                    kind=Action,
                    id=action_id,
                    values={"title": answer.title, "owner": answer.owner, "due": answer.due},
                    fold=False,
                )
            )
        dialog.deleteLater()

    def remove_action(self, action_id: str) -> None:
        """Delete an action; undo brings it back."""
        action = self.book.find(Action, action_id)
        if action is not None and self.bridge.run(
            RemoveRow(programme_id=self.programme_id, kind=Action, id=action_id)
        ):
            self.undo_toast.emit("trash", self.tr("Slettet: »{title}«").format(title=action.title))

    def _tick(self, task_id: str, done: bool) -> None:
        self.bridge.run(
            EditFields(
                programme_id=self.programme_id, kind=Task, id=task_id, values={"done": done}, fold=False
            )
        )
        self.refresh()

    def _go_plan(self) -> None:
        self.go.emit("plan")
