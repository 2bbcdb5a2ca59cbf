"""A programme in the window: the top bar and the room of the phase that is open."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from trivselsdesk.domain.book import Book
from trivselsdesk.domain.danish import format_date, relative_day
from trivselsdesk.domain.own_words import with_own_words
from trivselsdesk.domain.pack import Pack
from trivselsdesk.domain.phases import meeting_for, meetings_of, phase_index, rooms_of
from trivselsdesk.domain.records import Meeting, Programme, new_id
from trivselsdesk.domain.variants import choice_of
from trivselsdesk.store.store import ChangeSet
from trivselsdesk.ui import undo_words
from trivselsdesk.ui.actions import Actions
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.phase_bar import MeetingChoice, PhaseBar
from trivselsdesk.ui.room import Room
from trivselsdesk.ui.top_bar import TopBar


def _flush_all() -> None:
    from trivselsdesk.ui.widgets.fields import flush_all

    flush_all()


PROCESS = "process"
"""The room of the process's texts. It belongs to no phase."""

RoomMaker = Callable[[Bridge], Room]


class Shell(QWidget):
    """Opens the rooms of one programme. Rooms are made when they are first wanted."""

    back = Signal()
    open_document = Signal(str)
    toast = Signal(str, str)
    undo_toast = Signal(str, str)
    talking = Signal(str, str)
    aloft = Signal(object)
    wall_tried = Signal(object)
    followed = Signal(object)
    cycle_wanted = Signal()
    """Somebody wants to begin the round after the programme that is shown."""
    moved = Signal(str, str)
    """The programme and phase that are shown now."""

    def __init__(self, bridge: Bridge, actions: Actions, makers: dict[str, RoomMaker]) -> None:
        super().__init__()
        self.bridge = bridge
        self._actions = actions
        self._makers = makers
        self._rooms: dict[str, Room] = {}
        self._taken: tuple[str, ...] = ()
        self.programme_id = ""
        self.phase = -1
        self._room_name = ""
        self._left_room = ""
        """The room from which the process's texts were opened."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.bar = TopBar()
        column.addWidget(self.bar)
        self.phase_bar = PhaseBar()
        self.phase_bar.room_chosen.connect(self._open_in_phase)
        self.phase_bar.meeting_chosen.connect(self.turn_to_meeting)
        self.phase_bar.way_chosen.connect(self.choose_way)
        column.addWidget(self.phase_bar)
        self._stack = QStackedWidget()
        # An empty page first: a room that is made ahead is not shown until a programme opens it.
        self._stack.addWidget(QWidget())
        column.addWidget(self._stack, 1)
        self.bar.back.connect(self._go_back)
        self.bar.phase_chosen.connect(self.open_phase)
        self.bar.undo.clicked.connect(self.undo)
        self.bar.redo.clicked.connect(self.redo)

    @property
    def room(self) -> Room | None:
        """The room that is open."""
        current = self._stack.currentWidget()
        return current if self.programme_id and isinstance(current, Room) else None

    @property
    def room_name(self) -> str:
        """The kind of room that is open: ``prepare run plan follow``; empty when none is."""
        return self._room_name if self.programme_id else ""

    def make_ready(self, name: str) -> None:
        """Make a room that is likely to be wanted, while nobody waits for it."""
        self._room(name)

    def open(self, programme_id: str, phase_id: str = "") -> None:
        """Show a programme, in the phase named or the one it has come to."""
        self.leave()
        self.programme_id = programme_id
        pack = self.bridge.pack(programme_id)
        self.bar.show_phases([phase.title for phase in pack.phases])
        ids = [phase.id for phase in pack.phases]
        book = self.bridge.book(programme_id)
        phase_id, _, room = phase_id.partition("+")
        self.open_phase(ids.index(phase_id) if phase_id in ids else phase_index(book, pack), room)

    def open_phase(self, index: int, room_name: str = "") -> None:
        """Open a phase: its own room, or another of those that belong to it."""
        pack = self.bridge.pack(self.programme_id)
        if not 0 <= index < len(pack.phases):
            return
        self._leave_room()
        self.phase = index
        phase = pack.phases[index]
        self._room_name = room_name if room_name in rooms_of(phase) else phase.room
        self._turn_to(meeting_for(self.bridge.book(self.programme_id), phase).id)
        room = self._room(self._room_name)
        if self._room_name == "plan":
            self._take_up_must_act()
        self._stack.setCurrentWidget(room)
        room.show_programme(self.programme_id, phase.id)
        self.bar.set_button(room.header_button())
        self._take_actions()
        self.refresh_bar()
        place = phase.id if self._room_name == phase.room else f"{phase.id}+{self._room_name}"
        self.moved.emit(self.programme_id, place)

    def turn_to_meeting(self, meeting_id: str) -> None:
        """Turn to another meeting of the programme, in the room that is open."""
        if meeting_id and meeting_id != self.bridge.book(self.programme_id).meeting.id:
            self._leave_room()
            self._turn_to(meeting_id)
            self.open_phase(self.phase, self._room_name)

    def open_meeting(self, meeting_id: str) -> None:
        """Turn to a meeting, in the phase that it belongs to."""
        book, pack = self.bridge.book(self.programme_id), self.bridge.pack(self.programme_id)
        homes = [
            place
            for place, phase in enumerate(pack.phases)
            if phase.meetings and any(each.id == meeting_id for each in meetings_of(book, phase))
        ]
        if not homes:
            return
        if self.phase not in homes:
            self.open_phase(homes[0])
        self.turn_to_meeting(meeting_id)

    def choose_way(self, way_id: str) -> None:
        """Hold the meeting another way: what is held instead is put away, with all that was written in it."""
        book, pack = self.bridge.book(self.programme_id), self.bridge.pack(self.programme_id)
        ways = choice_of(book, with_own_words(pack, book), book.meeting)
        way = next((each for each in ways.ways if each.id == way_id), None) if ways else None
        if ways is None or way is None or way_id == ways.chosen:
            return
        from trivselsdesk.domain.commands.meetings import ChooseWay

        _flush_all()
        command = ChooseWay(programme_id=self.programme_id, held=way.meetings, aside=ways.aside(way))
        if not self.bridge.run(command):
            # The room stays as it is, or the sentence that says why would go with it.
            self.refresh_bar()
            return
        self.open_phase(self.phase, self._room_name)
        self.toast.emit("check", self.tr("Det, I skrev i det andet, er gemt. I kan skifte tilbage."))

    def _turn_to(self, meeting_id: str) -> None:
        if meeting_id != self.bridge.book(self.programme_id).meeting.id and not self.bridge.store.readonly:
            from trivselsdesk.domain.commands.meetings import ChooseMeeting

            self.bridge.run(ChooseMeeting(programme_id=self.programme_id, meeting_id=meeting_id))

    def _open_in_phase(self, room_name: str) -> None:
        self.open_phase(self.phase, room_name)

    def open_room(self, name: str) -> None:
        """Open the first phase that uses a room; ``desk`` goes back to the list."""
        if name == "desk":
            self._go_back()
            return
        phases = self.bridge.pack(self.programme_id).phases
        rooms = [rooms_of(phase) for phase in phases]
        if 0 <= self.phase < len(phases) and name in rooms[self.phase]:
            self.open_phase(self.phase, name)
        elif any(name in each for each in rooms):
            first = next((place for place, phase in enumerate(phases) if phase.room == name), None)
            place = next(number for number, each in enumerate(rooms) if name in each)
            self.open_phase(place if first is None else first, name)

    def open_process(self) -> None:
        """Change the texts of the process; what leads on from there comes back to the room that is open."""
        if not self.programme_id or self._room_name == PROCESS:
            return
        self._leave_room()
        self._left_room, self._room_name = self._room_name, PROCESS
        room = self._room(PROCESS)
        self._stack.setCurrentWidget(room)
        room.show_programme(self.programme_id, self.bridge.pack(self.programme_id).phases[self.phase].id)
        self.bar.set_button(room.header_button())
        self._take_actions()
        self.refresh_bar()

    def start_meeting(self) -> None:
        """Open the meeting room, and let it start the clock if today is the day."""
        if self.room_name != "run":
            self.open_room("run")
        if self.room is not None and self.room_name == "run":
            self.room.start()

    def _on_go(self, name: str) -> None:
        if not name:
            self.open_phase(self.phase, self._left_room)
        elif name == "run" and self.room_name == "prepare":
            # »Start mødet«: nobody should have to press it twice.
            self.start_meeting()
        else:
            self.open_room(name)

    def leave(self) -> None:
        """Let go of the programme."""
        if self.programme_id:
            self._leave_room()
            self.programme_id = ""
            self.phase = -1

    def take(self, changes: ChangeSet) -> None:
        """Pass what was committed on to the open room."""
        if changes.programme_id != self.programme_id:
            return
        if self.bridge.book(self.programme_id).programme.deleted:
            self._go_back()
            return
        if self.room is not None:
            self.room.take(changes)
        self.refresh_bar()

    def undo(self) -> None:
        """Take back the latest step of this programme, and say which."""
        _flush_all()
        changes = self.bridge.undo(self.programme_id)
        if changes is not None:
            self.toast.emit("undo", self.tr("Fortrudt: {what}").format(what=undo_words.words(changes.step)))

    def redo(self) -> None:
        """Do the step again, and say which."""
        _flush_all()
        changes = self.bridge.redo(self.programme_id)
        if changes is not None:
            self.toast.emit("redo", self.tr("Gentaget: {what}").format(what=undo_words.words(changes.step)))

    def refresh_bar(self) -> None:
        """Name, phases, and what undo and redo would do."""
        if not self.programme_id:
            return
        book, pack = self.bridge.book(self.programme_id), self.bridge.pack(self.programme_id)
        self.bar.title.set_text(book.programme.name)
        self.bar.subtitle.set_text(
            (self.room and self.room.subtitle()) or self._words(book.programme, book.meeting)
        )
        self.bar.set_phase(self.phase, phase_index(book, pack))
        self._show_phase_bar(book, pack)
        for button, action, redo, verb in (
            (self.bar.undo, self._actions.action("undo"), False, self.tr("Fortryd")),
            (self.bar.redo, self._actions.action("redo"), True, self.tr("Gentag")),
        ):
            step = self.bridge.next_step(self.programme_id, redo=redo)
            words = f"{verb}: {undo_words.words(step)}" if step else verb
            button.setEnabled(step is not None)
            button.setToolTip(words)
            button.setAccessibleName(words)
            action.setText(words)

    def _show_phase_bar(self, book: Book, pack: Pack) -> None:
        if self._room_name == PROCESS:
            # The texts are those of all meetings.
            self.phase_bar.show_choices([], "", (), "")
            return
        phase = pack.phases[self.phase]
        # Where no meeting is prepared or held, none is chosen.
        held = phase.meetings or {"prepare", "run"} & set(rooms_of(phase))
        known = meetings_of(book, phase) if held else []
        choices = [MeetingChoice(each.id, self._meeting_words(pack, each)) for each in known]
        ways = choice_of(book, with_own_words(pack, book), book.meeting) if held else None
        self.phase_bar.show_choices(choices, book.meeting.id, rooms_of(phase), self._room_name, ways)

    def _meeting_words(self, pack: Pack, meeting: Meeting) -> str:
        title = pack.fill(meeting.title)
        return f"{title} · {format_date(meeting.day)}" if meeting.day else title

    def _words(self, programme: Programme, meeting: Meeting) -> str:
        parts = [self.bridge.pack(programme.id).short_title]
        if meeting.day is not None:
            today = self.bridge.today()
            parts.append(format_date(meeting.day, weekday=True, year=meeting.day.year != today.year))
            if meeting.day >= today:
                parts.append(relative_day(meeting.day, today))
        return " · ".join(parts)

    def _room(self, name: str) -> Room:
        if name not in self._rooms:
            room = self._makers[name](self.bridge)
            room.go.connect(self._on_go)
            room.open_document.connect(self.open_document)
            room.toast.connect(self.toast)
            room.undo_toast.connect(self.undo_toast)
            room.talking.connect(self.talking)
            room.aloft.connect(self.aloft)
            room.followed.connect(self.followed)
            room.wall_tried.connect(self.wall_tried)
            room.cycle_wanted.connect(self.cycle_wanted)
            room.meeting_wanted.connect(self.open_meeting)
            room.programme_wanted.connect(self.open)
            room.actions_changed.connect(self._take_actions)
            self._rooms[name] = room
            self._stack.addWidget(room)
        return self._rooms[name]

    def _take_actions(self) -> None:
        self._actions.release(self._taken)
        slots = self.room.actions_here() if self.room is not None else {}
        self._actions.take(slots)
        self._taken = tuple(slots)

    def _take_up_must_act(self) -> None:
        """What always calls for action stands in the handleplan, whether somebody chose it or not."""
        from trivselsdesk.domain.commands.cards import TakeUpMustAct, must_act_without_initiative

        ids = tuple(
            (each, new_id()) for each in must_act_without_initiative(self.bridge.book(self.programme_id))
        )
        if ids and not self.bridge.store.readonly:
            self.bridge.run(TakeUpMustAct(programme_id=self.programme_id, ids=ids))

    def _leave_room(self) -> None:
        _flush_all()
        if self.room is not None and self.phase >= 0:
            self.room.leave()
        self._actions.release(self._taken)
        self._taken = ()

    def _go_back(self) -> None:
        self.leave()
        self.back.emit()
