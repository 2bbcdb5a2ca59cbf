"""The room that carries the meeting: drejebog to the left, the page of the part, clock to the right."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from trivselsdesk.domain import part
from trivselsdesk.domain.danish import format_clock
from trivselsdesk.domain.phases import next_meeting, rooms_of
from trivselsdesk.domain.records import ClockState, Meeting, SlotLog
from trivselsdesk.store.store import ChangeSet
from trivselsdesk.ui import actions
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.clock.clockwork import Clockwork
from trivselsdesk.ui.clock.face import Face, current_face
from trivselsdesk.ui.clock.menu import ClockMenu
from trivselsdesk.ui.clock.watch import ClockWatch
from trivselsdesk.ui.room import Room
from trivselsdesk.ui.run.centre import Centre
from trivselsdesk.ui.run.folding import Folding
from trivselsdesk.ui.run.heading import show_words
from trivselsdesk.ui.run.page import Page
from trivselsdesk.ui.run.panels.rail import Rail
from trivselsdesk.ui.run.panels.rail_rows import rail_rows
from trivselsdesk.ui.run.panels.rail_strip import RailStrip
from trivselsdesk.ui.run.panels.roles import role_lines
from trivselsdesk.ui.run.panels.side import SidePanel
from trivselsdesk.ui.run.panels.side_strip import SideStrip
from trivselsdesk.ui.run.remarks_beside import RemarksBeside
from trivselsdesk.ui.run.role_giver import RoleGiver
from trivselsdesk.ui.run.theme_bar import ThemeBar
from trivselsdesk.ui.run.tools import PageMaker, maker
from trivselsdesk.ui.widgets.fields import flush_all

TICK_MS = 250
MINUTES, RUN_SHEET = "referat", "drejebog"


class RunRoom(Room):
    """Shows the part that the clock is at, and moves the clock."""

    def __init__(
        self, bridge: Bridge, parent: QWidget | None = None, *, steady: Callable[[], float] | None = None
    ) -> None:
        super().__init__(bridge, parent)
        self.clockwork = Clockwork(bridge)
        self._pages: dict[PageMaker, Page] = {}
        self._face: Face | None = None
        self._aid = ""
        """Id of the aid whose words are shown; it can be held with the same tool as the part."""
        self._digits = self._minute = ""
        self._drift = 0
        # In this order Tab goes through them: drejebog, page, clock.
        self.rail = Rail(self)
        self.rail_strip = RailStrip(self)
        self.centre = Centre(self)
        self.side_strip = SideStrip(self)
        self.side = SidePanel(bridge, self)
        self.folding = Folding(self, self.rail, self.rail_strip, self.centre, self.side_strip, self.side)
        self.remarks = RemarksBeside(bridge, self, self.centre, self.side, self.folding)
        self.role_giver = RoleGiver(bridge, self)
        self.watch = ClockWatch(bridge, self.clockwork, self.centre.column, steady, self)
        self.nap = self.watch.nap
        self.deeds = ClockMenu(bridge, self.clockwork, self.side.clock, self)
        self.themes = ThemeBar(bridge, self.clockwork)
        self.centre.add_themes(self.themes)
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.tick)
        self._connect()

    def _connect(self) -> None:
        self.watch.toast.connect(self.toast)
        self.watch.pulse.connect(self.side.clock.pulse)
        self.watch.pulse.connect(self.side_strip.disc.pulse)
        self.watch.forward.connect(self.next_step)
        self.watch.toggle.connect(self.toggle_clock)
        self.watch.add.connect(self._add)
        self.deeds.undo_toast.connect(self.undo_toast)
        self.deeds.toast.connect(self.toast)
        self.deeds.moved.connect(self.watch.moved)
        self.rail.catch_up.connect(self.catch_up)
        self.rail_strip.catch_up.connect(self.catch_up)
        self.centre.empty.pressed.connect(self._to_prepare)
        self.centre.aids.chosen.connect(self._take_up)
        self.themes.moved.connect(self.watch.moved)
        self.rail.go_to.connect(self._jump_to)
        self.side.roles.assigned.connect(self.role_giver.assign)
        self.side.roles.freed.connect(self.role_giver.free)
        self.side.roles.other_wanted.connect(self.role_giver.ask_other)
        self.role_giver.undo_toast.connect(self.undo_toast)
        self.side.remarks.minutes_wanted.connect(self._to_minutes)
        self.side.remarks.undo_toast.connect(self.undo_toast)
        for panel in (self.side.clock, self.side_strip):
            panel.toggle.connect(self.toggle_clock)
            panel.forward.connect(self.next_step)
            panel.plan_wanted.connect(self._go_on)
        self.side.clock.back.connect(self.step_back)
        self.side.clock.add.connect(self._add)

    # Room

    def show_programme(self, programme_id: str, phase_id: str) -> None:
        if programme_id != self.programme_id:
            self.watch.forget()
            self.rail.choose("")
        self.clockwork.open(programme_id)
        self.watch.restart()
        self.folding.restart()
        self.role_giver.programme_id = programme_id
        self.remarks.show_programme(programme_id)
        super().show_programme(programme_id, phase_id)
        self._timer.start()
        self.folding.arrange()

    def refresh(self) -> None:
        if self.programme_id:
            self._show_part(anew=True)
            self.side.roles.show_roles(role_lines(self.book, self.pack))
            self.remarks.refresh()
            self._draw_time()

    def take(self, changes: ChangeSet) -> None:
        before = self.page
        self._show_part()
        if not all(change.kind in (ClockState, SlotLog) for change in changes.changes):
            if self.page is not None and self.page is before:
                self.page.take(changes)
                self.centre.chain()
            self.side.roles.show_roles(role_lines(self.book, self.pack))
            show_words(self.centre, self.side, self.clockwork)
        self.remarks.refresh()
        self._draw_time()

    def start(self) -> None:
        """Start the meeting, unless its day has not come."""
        day = self.book.meeting.day
        early = day is not None and day > self.bridge.today()
        if early or self.bridge.store.readonly or self.clockwork.clock.state != "ready":
            return
        self.next_step()
        if self.clockwork.clock.state == "running":
            key = actions.key_words("toggle_clock")[0]
            self.toast.emit("play", self.tr("Mødet er startet. Pause: {key}").format(key=key))

    def leave(self) -> None:
        self._timer.stop()
        self.watch.restart()
        if self.page is not None:
            self.page.leave()

    def actions_here(self) -> dict[str, Callable[[], object]]:
        own: dict[str, Callable[[], object]] = {
            "toggle_clock": self.toggle_clock,
            "next_step": self.next_step,
            "step_back": self.step_back,
            "minute_more": self.minute_more,
            "minute_less": self.minute_less,
            "five_more": self.five_more,
            "five_less": self.five_less,
            "remark": self.remarks.write,
            "print": self._print,
            "catch_up": self.catch_up,
        }
        if self.page is not None:
            own.update(self.page.actions_here())
        return own

    def foot(self) -> int:
        clear = self.page.keep_clear() if self.page is not None else None
        return self.height() - clear.mapTo(self, QPoint(0, 0)).y() if clear is not None else 0

    @property
    def page(self) -> Page | None:
        """The page that is open."""
        return self.centre.page

    # What the user can do

    def next_step(self) -> None:
        """Start the meeting, go to the next part, or end it after the last."""
        self._move(self.clockwork.forward)

    def step_back(self) -> None:
        """To the part before, or back from a jump."""
        self._move(self.clockwork.back)

    def toggle_clock(self) -> None:
        """Pause or go on; before the meeting, start it."""
        self._move(self.clockwork.toggle)

    def minute_more(self) -> None:
        """F7."""
        self._add(1)

    def minute_less(self) -> None:
        """Shift+F7."""
        self._add(-1)

    def five_more(self) -> None:
        """Ctrl+F7."""
        self._add(5)

    def five_less(self) -> None:
        """Ctrl+Shift+F7."""
        self._add(-5)

    def catch_up(self) -> None:
        """Ctrl+H: see how time can be won back."""
        flush_all()
        self.put_away()
        self.deeds.catch_up()

    def _add(self, minutes: float) -> None:
        self.clockwork.add(minutes)
        self.watch.moved()

    def _move(self, way: Callable[[], bool]) -> None:
        flush_all()
        waited = self.clockwork.clock.state == "ready"
        if way():
            self.watch.moved()
            if waited:
                self._to_page()

    def _to_page(self) -> None:
        """Take the keyboard from the button that began the meeting: at the last part the same one ends it."""
        page, focus = self.page, self.focusWidget()
        if page is not None and (focus is None or not page.isAncestorOf(focus)):
            page.take_keyboard()

    def _jump_to(self, slot_id: str) -> None:
        self.put_away()
        before = self.clockwork.current()
        flush_all()
        if not self.clockwork.jump(slot_id):
            return
        self.watch.moved()
        slot = self.clockwork.current()
        if slot is not None and before is not None:
            key = actions.key_words("step_back")[0]
            again = self.clockwork.is_revisit()
            words = (
                self.tr("Trinnet er åbent igen. Tilbage: {key}") if again else self.tr("Gå tilbage: {key}")
            )
            self.toast.emit("arrow-l" if again else "arrow-r", words.format(key=key))

    def _take_up(self, aid_id: str) -> None:
        flush_all()
        if not self.clockwork.take_up(aid_id):
            self._show_part()

    def _go_on(self) -> None:
        meeting = self._next_meeting()
        if meeting is None:
            self.go.emit("plan")
        else:
            self.meeting_wanted.emit(meeting.id)

    def _next_meeting(self) -> Meeting | None:
        return next_meeting(self.book, self.pack, self.phase_id)

    def _to_prepare(self) -> None:
        self.go.emit("prepare")

    def _print(self) -> None:
        """The paper of the moment: the minutes when the meeting is over, the drejebog before."""
        if self.clockwork.clock.state == "ended":
            self._to_minutes()
        else:
            self.open_document.emit(RUN_SHEET)

    def _to_minutes(self) -> None:
        flush_all()
        self.open_document.emit(MINUTES)

    # The page of the part

    def _show_part(self, *, anew: bool = False) -> None:
        slot, aid = self.clockwork.shown(), self.clockwork.aid()
        if slot is None:
            self.centre.aids.show_aids((), "", None)
            self.themes.show_part(None)
            self._open(None)
            show_words(self.centre, self.side, self.clockwork)
            return
        own = part.fill(self.book, self.pack, slot.title)
        self.centre.aids.show_aids(self.clockwork.aids(), own, aid)
        tool = part.tool_of(self.book, self.pack, self.book.meeting, slot, aid)
        self.themes.show_part(tool)
        page = self._page_of(maker(tool.kind))
        open_already = page is self.page and page.programme_id == self.programme_id
        same_aid, self._aid = self._aid == (aid.id if aid else ""), aid.id if aid else ""
        if open_already and same_aid and (page.slot, page.tool) == (slot, tool) and not anew:
            return
        moved = not open_already or page.slot is None or page.slot.id != slot.id
        self._open(page)
        page.show_slot(self.programme_id, slot, tool)
        self.centre.dress(page)
        self.side.set_widget(page.side_widget(), page)
        show_words(self.centre, self.side, self.clockwork)
        if moved:
            self.side.to_top()
            self.rail.choose("")
        self.actions_changed.emit()

    def _open(self, page: Page | None) -> None:
        focus = self.focusWidget()
        before = self.page if self.page is not page else None
        held = before is not None and focus is not None and before.isAncestorOf(focus)
        if self.page is not None and self.page is not page:
            self.side.set_widget(None, self.page)
        self.centre.open(page)
        if held and page is not None:
            # Else Qt hands the keyboard to whatever comes next, far from what the room is at.
            page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _page_of(self, make: PageMaker) -> Page:
        if make not in self._pages:
            page = make(self.bridge)
            page.go.connect(self.go)
            page.toast.connect(self.toast)
            page.aloft.connect(self.aloft)
            page.undo_toast.connect(self.undo_toast)
            page.open_document.connect(self.open_document)
            self._pages[make] = page
        return self._pages[make]

    # Time

    def tick(self) -> None:
        """Look at the clocks; four times a second."""
        if not self.programme_id:
            return
        self.watch.look()
        self._draw_face()
        if self._face is not None and self._face.digits != self._digits:
            self._digits = self._face.digits
            self.themes.tick()
            if self.page is not None:
                self.page.tick()
        if (self._now_words(), round(self.clockwork.read().drift)) != (self._minute, self._drift):
            self._draw_rail()

    def _draw_time(self) -> None:
        self._draw_face()
        self._draw_rail()
        if self.page is not None:
            self.page.tick()

    def _draw_face(self) -> None:
        work = self.clockwork
        shown = current_face(work, self.bridge.today())
        onward = self._next_meeting() if shown.state == "ended" else None
        if onward is not None:
            title = self.pack.fill(onward.title)
            next_up = self.tr("Næste: {title}").format(title=title)
            shown = replace(shown, following=next_up, next_words=self.tr("Videre"))
        if shown == self._face:
            return
        self._face = shown
        startable = work.shown() is not None
        leads_on = onward is not None or any("plan" in rooms_of(phase) for phase in self.pack.phases)
        self.side.clock.show_face(shown, startable=startable, plan=leads_on)
        self.side_strip.show_face(shown, startable=startable, plan=leads_on)

    def _draw_rail(self) -> None:
        reading = self.clockwork.read()
        rows = rail_rows(self.book, self.book.meeting, reading)
        self._minute, self._drift = self._now_words(), round(reading.drift)
        now = self.tr("kl. {time}").format(time=self._minute)
        self.rail.show_rows(rows, reading, now)
        self.rail_strip.show_rows(rows, reading, now)

    def _now_words(self) -> str:
        now = self.bridge.now()
        return format_clock(now.hour * 60 + now.minute)

    # Room on the screen

    def put_away(self) -> None:
        """Let the board be seen again."""
        self.folding.put_away()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.folding.over:
            self.put_away()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.folding.arrange()
