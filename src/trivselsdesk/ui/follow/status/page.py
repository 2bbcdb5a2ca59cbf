"""The statuspil: how far every action is, and when the unit looks at it again."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDialog, QLayout, QStackedWidget, QVBoxLayout, QWidget

from trivselsdesk.domain.commands.plan import WriteAction
from trivselsdesk.domain.commands.rows import EditFields, PutRecord, RemoveRow
from trivselsdesk.domain.commands.status import AgreeFollowup, HoldFollowup
from trivselsdesk.domain.danish import format_date, plural
from trivselsdesk.domain.follow import (
    SORTS,
    Choice,
    Counts,
    Followed,
    chosen,
    counts,
    followed,
    launched,
    next_followup,
)
from trivselsdesk.domain.own_words import STALE_WEEKS, override_id
from trivselsdesk.domain.records import Action, Initiative, Override, Task, new_id
from trivselsdesk.domain.status_round import begin, from_text, to_text
from trivselsdesk.domain.wall.follow import FollowScene
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.follow.frame import headline, side_by_side
from trivselsdesk.ui.follow.section import Section
from trivselsdesk.ui.follow.status.action_dialog import ActionDialog
from trivselsdesk.ui.follow.status.beside import Beside
from trivselsdesk.ui.follow.status.followup_dialog import PRINT, ROUND, FollowupDialog
from trivselsdesk.ui.follow.status.hand import Hand
from trivselsdesk.ui.follow.status.history import HistoryDialog
from trivselsdesk.ui.follow.status.round import RoundPage
from trivselsdesk.ui.follow.status.table import StatusTable
from trivselsdesk.ui.follow.status.tally import Tally
from trivselsdesk.ui.follow.status.weeks_dialog import WeeksDialog
from trivselsdesk.ui.widgets.empty import EmptyState
from trivselsdesk.ui.widgets.fields import flush_all
from trivselsdesk.ui.widgets.labels import ElidedLabel


class StatusSection(Section):
    """A table of everything that has been set in motion, and cards beside it."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self.hand = Hand(bridge)
        self._choice = Choice()
        self._lines: list[Followed] = []
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._pages = QStackedWidget()
        whole.addWidget(self._pages)
        table = QWidget()
        self._pages.addWidget(table)
        self.round = RoundPage(bridge, self.hand)
        self.round.closed.connect(self._leave_round)
        self.round.changed.connect(self._tell_wall)
        self.round.next_day_wanted.connect(self._held)
        self._pages.addWidget(self.round)
        row = side_by_side(table)
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
        self._beside = beside = Beside()
        self.followup, self.reminders, self.parking = beside.followup, beside.reminders, beside.parking
        self.lift_cards = beside.lift_cards
        self.round_button, self.print_button, self.table_button = beside.round, beside.print, beside.table
        self.followup.prepare_wanted.connect(self.prepare_followup)
        self.reminders.ticked.connect(self._tick)
        self.round_button.clicked.connect(self.take_round)
        self.print_button.clicked.connect(self._print)
        self.table_button.clicked.connect(self._save_table)
        row.addWidget(beside)

    def _make_main(self) -> QWidget:
        main = QWidget()
        column = QVBoxLayout(main)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.when = ElidedLabel("", "body", "ink2")
        self.tally = Tally()
        column.addLayout(headline(self.tr("Hvor langt er vi?"), self.when, self.tally))
        column.addSpacing(10)
        self.table = StatusTable(self.bridge, self.hand)
        self.table.add_wanted.connect(self.add_action)
        self.table.history_wanted.connect(self.show_history)
        self.table.choice.chosen.connect(self.choose)
        self.table.choice.weeks_wanted.connect(self.set_weeks)
        self.table.edit_wanted.connect(self.edit_action)
        self.table.remove_wanted.connect(self.remove_action)
        column.addWidget(self.table, 1)
        return main

    # Showing

    def show_programme(self, programme_id: str) -> None:
        if programme_id != self.programme_id:
            sort = self.bridge.setting(f"status.sort/{programme_id}", "due")
            self._choice = Choice(sort=sort if sort in SORTS else "due")
            self.round.going = None
            self._pages.setCurrentIndex(0)
        self.hand.programme_id = programme_id
        super().show_programme(programme_id)
        if self.round.going is None:
            self._go_on_with_round()

    def _go_on_with_round(self) -> None:
        """A round of today goes on where it was when the program was closed."""
        text = self.bridge.setting(self._round_key())
        going = from_text(self.book, text) if text else None
        if going is None or date.fromtimestamp(going.started) != self.bridge.today():
            return
        self._pages.setCurrentWidget(self.round)
        self.round.begin(self.programme_id, going)

    def _round_key(self) -> str:
        return f"status.round/{self.programme_id}"

    def turn(self, steps: int) -> None:
        if self.round.going is None:
            return
        if steps > 0:
            self.round.go_on()
        else:
            self.round.go_back()

    def refresh(self) -> None:
        if not self.programme_id:
            return
        book, pack, today = self.book, self.pack, self.bridge.today()
        self._lines = lines = followed(book, pack, today)
        self._main.setCurrentIndex(0 if launched(book) else 1)
        shown = chosen(lines, self._choice)
        self.when.set_text(self._day_words(len(shown), len(lines)))
        self._show_counts(counts(lines))
        self.table.choice.show_choice(self._choice, lines)
        self.table.show_lines(self.programme_id, pack, shown, today)
        if self.round.going is not None:
            self.round.refresh()
        waits = any(not each.done for each in lines)
        self._beside.show_book(book, pack, today, lines=bool(lines), open_lines=waits)

    def _day_words(self, shown: int, total: int) -> str:
        today = self.bridge.today()
        if self._choice.narrowed:
            return self.tr("Viser {shown} af {total}").format(shown=shown, total=total)
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
            [(sums.done, done), (sums.underway, self.tr("undervejs")), (sums.agreed, first)],
            sums.late,
            sums.stale,
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._beside.fit(self.width())

    # Changing

    def add_action(self) -> None:
        """Ask for a new action and put it among the others, on the first step."""
        initiatives = launched(self.book)
        if not initiatives:
            return
        dialog = ActionDialog(self.bridge, self.book, initiatives, None, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            answer = dialog.answer()
            # Or what was just added might be among the lines that are left out.
            self._choice = Choice(sort=self._choice.sort)
            steps = self.pack.status_steps
            self.bridge.run(
                WriteAction(
                    programme_id=self.programme_id,
                    action_id=new_id(),
                    initiative_id=answer.initiative_id,
                    values={
                        "title": answer.title,
                        "owner": answer.owner,
                        **answer.due.values(),
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
                    values={"title": answer.title, "owner": answer.owner, **answer.due.values()},
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

    def show_history(self, action_id: str) -> None:
        """Everything that happened to an action's arrow."""
        action = self.book.find(Action, action_id)
        if action is not None:
            dialog = HistoryDialog(self.book, self.pack, action, self.bridge.today(), self)
            dialog.exec()
            dialog.deleteLater()

    def choose(self, choice: Choice) -> None:
        """Show other lines, or in another order. Only the order is kept for the next time."""
        self._choice = choice
        self.bridge.remember(f"status.sort/{self.programme_id}", choice.sort)
        self.refresh()

    def set_weeks(self) -> None:
        """Ask how long an arrow may stand."""
        dialog = WeeksDialog(self.pack.stale_weeks, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            record = Override(
                id=override_id(self.programme_id, STALE_WEEKS),
                programme_id=self.programme_id,
                key=STALE_WEEKS,
                text=str(dialog.weeks()),
            )
            self.bridge.run(PutRecord(programme_id=self.programme_id, record=record))
        dialog.deleteLater()

    # The round and the follow-up

    def take_round(self) -> None:
        """One action at a time, through everything that is not done."""
        flush_all()
        going = begin(chosen(self._lines, self._choice), self.bridge.seconds())
        if not going.ids:
            self.toast.emit("check", self.tr("Der er intet at tage op: alt, der vises, er færdigt."))
            return
        self._pages.setCurrentWidget(self.round)
        self.round.begin(self.programme_id, going)

    def prepare_followup(self) -> None:
        """What the next follow-up needs, and what is agreed when it has been held."""
        found = next_followup(self.book)
        day = found.followup_day if found is not None else None
        self._ask_about(found, held=day is not None and day < self.bridge.today())

    def _held(self) -> None:
        self._ask_about(next_followup(self.book), held=True)

    def _ask_about(self, initiative: Initiative | None, *, held: bool) -> None:
        dialog = FollowupDialog(self.bridge, self.book, initiative, self, held=held)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        answer = dialog.answer()
        dialog.deleteLater()
        if not accepted:
            return
        if answer.what == PRINT:
            self._print()
        elif answer.what == ROUND:
            self.take_round()
        elif initiative is None and answer.day is not None:
            self.agree_followup(answer.day, answer.place)
        elif initiative is not None and initiative.followup_day is not None:
            self.hold_followup(initiative.followup_day, answer.day, answer.place)

    def agree_followup(self, day: date, place: str = "") -> None:
        """A day for what is in motion and has none."""
        if self.bridge.run(AgreeFollowup(programme_id=self.programme_id, day=day, place=place)):
            day_words = format_date(day, weekday=True, year=False)
            self.undo_toast.emit("check", self.tr("I følger op {day}.").format(day=day_words))

    def hold_followup(self, day: date, next_day: date | None, place: str = "") -> None:
        """A follow-up has been held, and the next one agreed, or not yet."""
        if self.bridge.run(
            HoldFollowup(programme_id=self.programme_id, day=day, next_day=next_day, next_place=place)
        ):
            words = self.tr("Opfølgningen er holdt. Aftal gerne en ny dag.")
            if next_day is not None:
                day_words = format_date(next_day, weekday=True, year=False)
                words = self.tr("Opfølgningen er holdt. Næste gang er {day}.").format(day=day_words)
            self.undo_toast.emit("check", words)

    def _leave_round(self) -> None:
        self._pages.setCurrentIndex(0)
        self._tell_wall()
        self.round_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _print(self) -> None:
        self.open_document.emit("statuspil")

    def _save_table(self) -> None:
        from trivselsdesk.ui import paper

        saved, sentence = paper.save_table(self, self.bridge, self.programme_id, "statuspil")
        if sentence:
            self.toast.emit("check" if saved else "warn", sentence)

    def document(self) -> str:
        return "statuspil" if self._lines else ""

    def on_wall(self) -> FollowScene | None:
        return FollowScene(self.bridge.today(), self.round.going) if self._lines else None

    def _tell_wall(self) -> None:
        self.bridge.remember(self._round_key(), to_text(self.round.going))
        self.followed.emit(self.on_wall())

    def _tick(self, task_id: str, done: bool) -> None:
        self.bridge.run(
            EditFields(
                programme_id=self.programme_id, kind=Task, id=task_id, values={"done": done}, fold=False
            )
        )
        self.refresh()

    def _go_plan(self) -> None:
        self.go.emit("plan")
