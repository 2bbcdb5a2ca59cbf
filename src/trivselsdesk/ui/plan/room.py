"""The handleplan: each chosen theme by the five questions or as SMTTE, and the sheet it ends on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QCursor, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QMenu, QStackedWidget, QWidget

from trivselsdesk.domain.commands.rows import AddRow
from trivselsdesk.domain.lifts import lifts_by_target
from trivselsdesk.domain.pack import Pack
from trivselsdesk.domain.plan import active_initiatives
from trivselsdesk.domain.records import Action, ClockState, Initiative, SlotLog, ThemeTime, new_id
from trivselsdesk.store.store import ChangeSet
from trivselsdesk.ui import places
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.plan import content
from trivselsdesk.ui.plan.areas import Areas
from trivselsdesk.ui.plan.desk import Desk
from trivselsdesk.ui.plan.header import QUESTIONS, SMTTE
from trivselsdesk.ui.plan.rail import Rail
from trivselsdesk.ui.room import Room
from trivselsdesk.ui.widgets.fields import flush_all
from trivselsdesk.ui.widgets.lift_dialog import LiftDialog

REPORT = "afrapportering"
MINUTES = "referat"
SIGNUP = "tilmelding"


class PlanRoom(Room):
    """Rail at the left; what is in the middle and at the right depends on the process and the view."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self.view = QUESTIONS
        self.current = ""
        """Id of the initiative that is shown, or the report field of »Årets status«."""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        # The parts become narrower with the room: their width of now must not hold it open.
        row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.areas = Areas(bridge, self)
        self.areas.undo_toast.connect(self.undo_toast)
        self.areas.made.connect(self.show_area)
        self.areas.blank_wanted.connect(self.add_area)
        self.rail = Rail()
        self.rail.areas.chosen.connect(self.show_area)
        self.rail.areas.moved.connect(self.areas.move)
        self.rail.areas.placed.connect(self.areas.place)
        self.rail.areas.menu_wanted.connect(self._open_area_menu)
        self.rail.areas.remove_wanted.connect(self.areas.remove)
        self.rail.areas.rename_wanted.connect(self._rename_area)
        self.rail.status_chosen.connect(self.show_area)
        self.rail.new_wanted.connect(self._open_new_menu)
        self.rail.lift_wanted.connect(self.write_lift)
        self.rail.back_wanted.connect(self._open_back_menu)
        row.addWidget(self.rail)
        self._holder = QStackedWidget()
        row.addWidget(self._holder, 1)
        self.desk: Desk | None = None
        self._built_for: Pack | None = None
        self._menu = QMenu(self)
        self.signup: QWidget | None = None
        """The window in which people are divided, while it is open or was last."""
        self._share = ("", "")
        """The initiative whose time runs in the meeting, and how much the others get, in words."""
        self._question = ("", "")
        """The initiative and the question in which the cursor is, or was last."""

    # Showing

    def show_programme(self, programme_id: str, phase_id: str) -> None:
        self.programme_id, self.phase_id = programme_id, phase_id
        self.areas.programme_id = programme_id
        self._build()
        assert self.desk is not None
        wanted = self.bridge.setting(self._view_key(), self.desk.views[0])
        self.view = wanted if wanted in self.desk.views else self.desk.views[0]
        self.current = self.bridge.setting(self._area_key())
        self.desk.remarks.open(programme_id)
        self.refresh()
        self.desk.start()
        self.desk.clock.open(programme_id)
        self.desk.header.show_aids(self.desk.clock.aids())
        if not self.desk.focus_empty():
            self.rail.focus_current(self.current)

    def _build(self) -> None:
        pack = self.pack
        if pack == self._built_for:
            return
        self._built_for = pack
        if self.desk is not None:
            self._holder.removeWidget(self.desk)
            self.desk.hide()
            self.desk.deleteLater()
        desk = Desk(self.bridge, pack)
        desk.header.view_chosen.connect(self.show_view)
        desk.header.print_wanted.connect(self._print)
        desk.header.move_wanted.connect(self._move_current)
        desk.header.remove_wanted.connect(self._remove_current)
        desk.previous_wanted.connect(self._previous)
        desk.next_wanted.connect(self._next)
        desk.run_wanted.connect(self._go_run)
        desk.minutes_wanted.connect(self._to_minutes)
        desk.undo_toast.connect(self.undo_toast)
        desk.clock.part_left.connect(self._go_run)
        desk.clock.theme_begun.connect(self.show_area)
        desk.clock.told.connect(self._show_share)
        desk.header.aid_wanted.connect(self._take_up)
        desk.header.signup_wanted.connect(self.open_signup)
        desk.questions.signup_wanted.connect(self.open_signup)
        desk.clock.toast.connect(self.toast)
        desk.clock.undo_toast.connect(self.undo_toast)
        desk.questions.follow_wanted.connect(self._go_follow)
        desk.questions.launched.connect(self._say_launched)
        desk.questions.removed.connect(self._say_removed)
        desk.questions.at_question.connect(self._at_question)
        desk.smtte.removed.connect(self._say_removed)
        if desk.pane is not None:
            desk.pane.print_wanted.connect(self._print)
            desk.pane.saved.connect(self._say_saved)
            desk.pane.place_wanted.connect(self.go_to_field)
        self.desk = desk
        self._holder.addWidget(desk)
        self._fit()

    def take(self, changes: ChangeSet) -> None:
        if all(change.kind in (ClockState, SlotLog, ThemeTime) for change in changes.changes):
            if self.desk is not None:
                self.desk.clock.refresh()
                self.desk.header.show_aids(self.desk.clock.aids())
            return
        if changes.way != "do":
            self._follow_undo(changes)
        self.refresh()
        if self.desk is not None:
            self.desk.touch()

    def _follow_undo(self, changes: ChangeSet) -> None:
        """Show the initiative that undo or redo worked on, so that it is seen to happen."""
        touched = []
        for change in changes.changes:
            record = change.after or change.before
            if isinstance(record, Initiative):
                touched.append(record.id)
            elif isinstance(record, Action):
                touched.append(record.initiative_id)
        known = {each.id for each in active_initiatives(self.book)}
        if touched and self.current not in touched:
            self.current = next((each for each in touched if each in known), self.current)

    def refresh(self) -> None:
        if self.desk is None or not self.programme_id:
            return
        book, pack = self.book, self.pack
        initiatives = active_initiatives(book)
        ids = [each.id for each in initiatives]
        smtte = self.view == SMTTE
        statuses = content.status_areas(book, pack) if smtte else []
        if self.current not in ids and self.current not in {each.id for each in statuses}:
            self.current = ids[0] if ids else statuses[0].id if statuses else ""
        running, words = self._share
        minutes = 0 if smtte or words else content.minutes_each(book, len(ids))
        if minutes:
            words = self.tr("{minutes} min til hvert tema").format(minutes=minutes)
        place = ids.index(self.current) + 1 if self.current in ids else 0
        self.rail.show_content(
            title=self.tr("Indsatsområder") if smtte else self.tr("Valgte temaer"),
            count=self.tr("{place} af {count}").format(place=place, count=len(ids)) if place else "",
            minutes="" if smtte else words,
            warning=content.warning(pack, len(ids)),
            areas=content.smtte_areas(book, pack, initiatives)
            if smtte
            else content.question_areas(book, pack, initiatives, running),
            statuses=statuses,
            current=self.current,
            asides=content.asides(book, pack),
        )
        self.desk.show_content(self.programme_id, self.phase_id, self.view, self.current, initiatives)
        self._tell_talk()

    def _at_question(self, question_id: str) -> None:
        self._question = (self.current, question_id)
        self._tell_talk()

    def _tell_talk(self) -> None:
        initiative, question = self._question
        self.talking.emit(self.current, question if initiative == self.current else "")

    def leave(self) -> None:
        flush_all()
        self.talking.emit("", "")
        if self.desk is not None:
            self.desk.stop()
            self.desk.clock.leave()

    def actions_here(self) -> dict[str, Callable[[], object]]:
        if self.desk is None:
            return {}
        return {**self.desk.clock.actions_here(), "remark": self.desk.write_remark}

    def foot(self) -> int:
        """»Sæt i gang« and the buttons below SMTTE lead on; nothing may lie over them."""
        if self.desk is None:
            return 0
        for low in (self.desk.next_button, self.desk.questions.end):
            if low.isVisible():
                return self.height() - low.mapTo(self, QPoint(0, 0)).y()
        return 0

    def message_place(self) -> QRect | None:
        """Over the words beside »Sæt i gang«: they say the same, and no field is covered."""
        if self.desk is None or not self.desk.questions.end.isVisible():
            return None
        place = self.desk.questions.beside_end()
        return QRect(self.desk.questions.mapTo(self, place.topLeft()), place.size())

    def minimumSizeHint(self) -> QSize:
        return QSize(880, 480)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        wide = self.width()
        self.rail.setFixedWidth(248 if wide >= 1400 else 220 if wide >= 1200 else 212)
        if self.desk is not None:
            self.desk.fit(wide)

    # Choosing what is shown

    def show_area(self, area_id: str) -> None:
        """Show an initiative, or a question of »Årets status«."""
        flush_all()
        self.current = area_id
        self.refresh()
        self.bridge.remember(self._area_key(), area_id)
        if self.desk is not None:
            self.desk.enter(area_id)

    def show_view(self, view: str) -> None:
        """The five questions or the SMTTE."""
        flush_all()
        self.view = view
        self.refresh()
        self.bridge.remember(self._view_key(), view)
        if self.desk is not None:
            self.desk.start()

    def go_to_field(self, kind: str, record_id: str, field: str) -> None:
        """Put the cursor where a text was typed."""
        assert self.desk is not None
        if kind == "Action":
            action = self.book.find(Action, record_id)
            if action is not None:
                self.show_area(action.initiative_id)
                self.desk.focus_part(field, record_id)
        elif kind == "Initiative":
            self.show_area(record_id)
            self.desk.focus_part(field)
        elif kind == "Report":
            self.show_area(field if field in ("successes", "reasons") else "successes")
            self.desk.focus_part(field)
        else:
            self.go.emit("prepare")

    def _show_share(self, initiative_id: str, words: str) -> None:
        before, self._share = self._share, (initiative_id, words)
        if before[0] != initiative_id or not words:
            self.refresh()
        elif self.view != SMTTE:
            self.rail.show_minutes(words)

    def _take_up(self, aid_id: str) -> None:
        if self.desk is not None and self.desk.clock.take_up(aid_id):
            self.go.emit("run")

    # Changing

    def open_signup(self) -> None:
        """Divide people between the initiatives."""
        from trivselsdesk.ui.signup.dialog import SignupDialog

        flush_all()
        dialog = SignupDialog(self.bridge, self.programme_id, self.window())
        dialog.undo_toast.connect(self.undo_toast)
        dialog.print_wanted.connect(self._print_signup)
        self.signup = dialog
        dialog.open()

    def _print_signup(self) -> None:
        self.open_document.emit(SIGNUP)

    def _open_new_menu(self) -> None:
        if not content.strengths(self.book, self.pack):
            self.add_area()
            return
        button = self.rail.new_button
        self.areas.fill_new().popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _open_back_menu(self) -> None:
        button = self.rail.back_button
        self.areas.fill_back().popup(button.mapToGlobal(button.rect().bottomLeft()))

    def add_area(self) -> None:
        """A new initiative by hand, with the cursor in its name."""
        flush_all()
        initiative = Initiative(id=new_id(), programme_id=self.programme_id, name="")
        self.current = initiative.id
        if self.bridge.run(AddRow(programme_id=self.programme_id, record=initiative)):
            self.show_area(initiative.id)
            self._rename_area(initiative.id)

    def write_lift(self, lift: str) -> None:
        """Write how the matters stand that are lifted to a target."""
        flush_all()
        found = lifts_by_target(self.book, self.pack, self.bridge.today())
        for target, lines in found:
            if target.id == lift:
                dialog = LiftDialog(self.bridge, self.programme_id, target, lines, self)
                dialog.exec()
                dialog.deleteLater()

    def _rename_area(self, area_id: str) -> None:
        self.show_area(area_id)
        assert self.desk is not None
        self.desk.header.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.desk.header.name.selectAll()

    def _open_area_menu(self, area_id: str) -> None:
        self.show_area(area_id)
        assert self.desk is not None
        self.desk.header.fill_menu(self._menu)
        self._menu.popup(QCursor.pos())

    # Small answers

    def _move_current(self, step: int) -> None:
        self.areas.move(self.current, step)

    def _remove_current(self) -> None:
        self.areas.remove(self.current)

    def _sequence(self) -> list[str]:
        return [*self.rail.status_ids(), *(each.id for each in active_initiatives(self.book))]

    def _previous(self) -> None:
        self._step(-1)

    def _next(self) -> None:
        self._step(1)

    def _step(self, step: int) -> None:
        order = self._sequence()
        index = order.index(self.current) + step if self.current in order else 0
        if 0 <= index < len(order):
            self.show_area(order[index])
            if self.desk is not None:
                # The button may be gone at the last area; what is typed belongs in a field, not on paper.
                self.desk.focus_empty()

    def _print(self) -> None:
        self.open_document.emit(REPORT)

    def _to_minutes(self) -> None:
        flush_all()
        self.open_document.emit(MINUTES)

    def _go_run(self) -> None:
        self.go.emit("run")

    def _go_follow(self) -> None:
        self.go.emit("follow")

    def _say_launched(self, name: str) -> None:
        self.undo_toast.emit("flag", self.tr("Sat i gang: »{name}«").format(name=name))

    def _say_removed(self, title: str) -> None:
        words = (
            self.tr("Slettet: »{title}«").format(title=title)
            if title.strip()
            else self.tr("Linjen er slettet")
        )
        self.undo_toast.emit("trash", words)

    def _say_saved(self, saved: bool, sentence: str) -> None:
        self.toast.emit("check" if saved else "warn", sentence)

    def _view_key(self) -> str:
        return places.plan_view(self.programme_id)

    def _area_key(self) -> str:
        return places.plan_area(self.programme_id)
