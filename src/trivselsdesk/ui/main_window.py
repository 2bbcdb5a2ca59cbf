"""The window: the start room, the shell of a programme, messages, and where it was left.

It is on the screen before the store is read: whatever brings the store along is imported in
``begin`` and later.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QMoveEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from trivselsdesk.ui.left_at import LeftAt
from trivselsdesk.ui.start.bar import Cover

if TYPE_CHECKING:
    from trivselsdesk.store.store import ChangeSet
    from trivselsdesk.ui.actions import Actions
    from trivselsdesk.ui.bridge import Bridge
    from trivselsdesk.ui.messages import Messages
    from trivselsdesk.ui.projector.hold import Hold
    from trivselsdesk.ui.regular_backup import RegularBackup
    from trivselsdesk.ui.shell import Shell
    from trivselsdesk.ui.start.room import StartRoom
    from trivselsdesk.ui.widgets.toast import Toast

CLOCK_STEP = "set_clock"
"""Steps of the clock take no part in undo."""
RUN_SHEET, REPORT = "drejebog", "afrapportering"
PAPERS = {"process": RUN_SHEET, "prepare": RUN_SHEET, "run": RUN_SHEET, "plan": REPORT, "follow": REPORT}
"""The document that belongs to each room."""


def _flush_all() -> None:
    from trivselsdesk.ui.widgets.fields import flush_all

    flush_all()


def _to_another_part(changes: ChangeSet) -> bool:
    """Whether the meeting has gone on to another part of its drejebog."""
    slots = [[getattr(row, "slot", "") for row in (each.before, each.after)] for each in changes.changes]
    return any(before != after for before, after in slots)


class MainWindow(QMainWindow):
    """One window. It is shown empty at once; ``begin`` fills it when the store is open."""

    restore_wanted = Signal(str)
    """Put a backup (its path) in the place of the database. The program closes and opens again."""

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("Trivselsdesk")
        self.setMinimumSize(880, 560)
        self.resize(1440, 900)
        self._ground = QWidget()
        column = QVBoxLayout(self._ground)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._banners = QVBoxLayout()
        self._banners.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._banners)
        self._stack = QStackedWidget()
        column.addWidget(self._stack, 1)
        self._stack.addWidget(Cover())
        self.setCentralWidget(self._ground)
        self._bridge: Bridge | None = None
        self._start: StartRoom | None = None
        self._shell: Shell | None = None
        self._messages: Messages | None = None
        self._left_at = LeftAt(self)
        self._backup: RegularBackup | None = None
        self.wall: Hold | None = None

    # What the first picture does without, made when it is first asked for

    @property
    def messages(self) -> Messages:
        """What is said to the user."""
        if self._messages is None:
            from trivselsdesk.ui.messages import Messages

            self._messages = messages = Messages(self._ground, self._banners, self._foot, self._message_place)
            messages.undo_wanted.connect(self.undo)
            messages.again_wanted.connect(self._try_again)
            messages.copy_wanted.connect(self.save_copy)
            messages.stop_wanted.connect(self._stop_working)
            messages.saved.connect(self._show_saved)
        return self._messages

    def _say(self, icon: str, sentence: str) -> None:
        self.messages.say(icon, sentence)

    def _say_with_undo(self, icon: str, sentence: str) -> None:
        self.messages.say_with_undo(icon, sentence)

    def _say_refused(self, sentence: str) -> None:
        self.messages.say_refused(sentence)

    def _show_working(self, share: float) -> None:
        self.messages.show_working(share)

    def _end_working(self, stopped: bool) -> None:
        self.messages.end_working(stopped)

    def _stop_working(self) -> None:
        if self._bridge is not None:
            self._bridge.patience.stop()

    def _show_saved(self, saved: bool, hint: str) -> None:
        if self._shell is not None:
            self._shell.bar.set_saved(saved, hint)

    def _dismiss_toast(self) -> None:
        if self._messages is not None:
            self._messages.toast.dismiss()

    @property
    def toast(self) -> Toast:
        """The short message over the window."""
        return self.messages.toast

    @cached_property
    def actions_table(self) -> Actions:
        """Everything that has a key."""
        from trivselsdesk.ui.actions import Actions

        return Actions(self)

    @property
    def start(self) -> StartRoom:
        """The start room. A window that comes back to a programme does without it until it is asked for."""
        if self._start is None:
            self._start = self._make_start()
        return self._start

    def _make_start(self) -> StartRoom:
        from trivselsdesk.ui.start.room import StartRoom

        assert self._bridge is not None
        start = StartRoom(self._bridge)
        start.open_programme.connect(self.open_programme)
        start.start_wanted.connect(self._start_meeting)
        start.toast.connect(self._say)
        start.undo_toast.connect(self._say_with_undo)
        start.open_document.connect(self.show_document)
        start.help_wanted.connect(self.show_help)
        start.restore_wanted.connect(self._restore)
        start.show_list_first()
        self._stack.addWidget(start)
        return start

    @property
    def shell(self) -> Shell:
        """What stands around an open programme."""
        if self._shell is None:
            self._shell = self._make_shell()
        return self._shell

    def _make_shell(self) -> Shell:
        from trivselsdesk.ui.rooms import MAKERS
        from trivselsdesk.ui.shell import Shell

        assert self._bridge is not None
        shell = Shell(self._bridge, self.actions_table, MAKERS)
        shell.back.connect(self.show_desk)
        shell.toast.connect(self._say)
        shell.undo_toast.connect(self._say_with_undo)
        shell.open_document.connect(self.show_document)
        shell.moved.connect(self._on_moved)
        shell.cycle_wanted.connect(self.begin_cycle)
        if self._messages is not None and self._messages.in_trouble and not self._bridge.store.readonly:
            shell.bar.set_saved(False, "")
        menu = shell.bar.menu
        self._cycle_action = menu.addAction(self.tr("Begynd en ny runde …"), self.begin_cycle)
        menu.aboutToShow.connect(self._fit_menu)
        menu.addAction(self.actions_table.action("process"))
        menu.addAction(self.tr("Gem en kopi som fil …"), self.save_copy)
        menu.addAction(self.tr("Indstillinger …"), self._show_settings)
        menu.addAction(self.actions_table.action("full_screen"))
        menu.addAction(self.actions_table.action("help"))
        self._stack.addWidget(shell)
        return shell

    def make_shell_ready(self) -> None:
        """Make what a click on a programme will need, while nobody waits for it."""
        if self._bridge is not None and self._shell is None:
            self._shell = self._make_shell()

    def make_meeting_ready(self) -> None:
        """The same with the room that most is in: a meeting is opened with everybody looking on."""
        if self._bridge is not None and not self.programme_id:
            self.shell.make_ready("run")

    def _show_settings(self) -> None:
        self.start.show_settings()

    # Opening

    def begin(self, bridge: Bridge) -> None:
        """Fill the window from an open store, and go back to where it was left."""
        from trivselsdesk.ui.regular_backup import RegularBackup

        self._bridge = bridge
        before = [self._stack.widget(number) for number in range(self._stack.count())]
        bridge.changed.connect(self._take)
        bridge.refused.connect(self._say_refused)
        bridge.failed.connect(self._show_trouble)
        bridge.recovered.connect(self._all_well)
        bridge.patience.far.connect(self._show_working)
        bridge.patience.ended.connect(self._end_working)
        self.actions_table.take_always(
            {
                "undo": self.undo,
                "redo": self.redo,
                "save": self.say_saved,
                "print": self.print_current,
                "help": self.show_help,
                "full_screen": self.toggle_full_screen,
            }
        )
        self._return_to_place()
        # Only now: the first page to stand alone would be shown, and filled, on the way to another.
        for page in before:
            self._stack.removeWidget(page)
            page.deleteLater()
        self._backup = RegularBackup(bridge, self)
        if bridge.store.readonly:
            self._show_trouble(bridge.store.closed_to_writing)

    def end(self) -> None:
        """Let go of the store, which is about to be closed; ``begin`` may come again."""
        _flush_all()
        if self._bridge is None:
            return
        if self.wall is not None:
            self.wall.end()
            self.wall = None
        if self._shell is not None:
            self._shell.leave()
        if self._backup is not None:
            self._backup.stop()
            self._backup = None
        self._left_at.end()
        if self._messages is not None:
            self._messages.toast.dismiss()
            self._messages.clear_trouble()
        self.actions_table.release_all()
        self._bridge = self._start = self._shell = None
        self.show_page(Cover())

    def show_page(self, page: QWidget) -> None:
        """A full page in place of the rooms: the cover, or what went wrong at opening."""
        self._drop_pages()
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)

    def _drop_pages(self) -> None:
        while (page := self._stack.currentWidget()) is not None:
            self._stack.removeWidget(page)
            page.deleteLater()

    def open_programme(self, programme_id: str, phase_id: str = "") -> None:
        """Show a programme."""
        # Shown first: a room that is filled before it has its size lays everything out twice.
        self._stack.setCurrentWidget(self.shell)
        self.shell.open(programme_id, phase_id)
        self._give_focus_to_room()
        self.actions_table.take(
            {
                "desk": self.show_desk,
                "process": self.shell.open_process,
                "phase_1": self._phase_1,
                "phase_2": self._phase_2,
                "phase_3": self._phase_3,
                "phase_4": self._phase_4,
                "phase_5": self._phase_5,
            }
        )

    def _give_focus_to_room(self) -> None:
        # Qt would give it to the first in the bar, where Enter means going back.
        room = self.shell.room
        if room is not None and not room.isAncestorOf(self.focusWidget() or self):
            room.setFocus(Qt.FocusReason.OtherFocusReason)

    def _start_meeting(self) -> None:
        self.shell.start_meeting()

    def show_desk(self) -> None:
        """Back to the list of programmes."""
        self._dismiss_toast()
        self.shell.leave()
        self.actions_table.release(("desk", "process", "phase_1", "phase_2", "phase_3", "phase_4", "phase_5"))
        self._stack.setCurrentWidget(self.start)
        if self.wall is not None:
            self.wall.at_list(True)
        for action_id, words in (("undo", self.tr("Fortryd")), ("redo", self.tr("Gentag"))):
            self.actions_table.action(action_id).setText(words)
        self._left_at.remember_place("", "")

    # Doing

    @property
    def programme_id(self) -> str:
        """The programme that is shown, or nothing."""
        shell = self._shell
        return shell.programme_id if shell is not None and self._stack.currentWidget() is shell else ""

    def undo(self) -> None:
        """Take back the latest step of what is shown."""
        if self.programme_id:
            self.shell.undo()
        else:
            self._step_at_list(back=True)

    def redo(self) -> None:
        """Do the latest step again."""
        if self.programme_id:
            self.shell.redo()
        else:
            self._step_at_list(back=False)

    def _step_at_list(self, *, back: bool) -> None:
        from trivselsdesk.store.store import DESK
        from trivselsdesk.ui import undo_words

        if self._bridge is None:
            return
        changes = self._bridge.undo(DESK) if back else self._bridge.redo(DESK)
        if changes is not None:
            words = self.tr("Fortrudt: {what}") if back else self.tr("Gentaget: {what}")
            self.messages.say("undo" if back else "redo", words.format(what=undo_words.words(changes.step)))

    def say_saved(self) -> None:
        """Answer Ctrl+S."""
        _flush_all()
        if self._bridge is not None and not self._bridge.unwritten and not self.messages.in_trouble:
            self.messages.say("check", self.shell.saved_hint())

    def print_current(self) -> None:
        """Open the preview of the document that belongs to the open room."""
        if self.programme_id:
            own = self.shell.room.document() if self.shell.room is not None else ""
            self.show_document(own or self._paper_of_room())

    def _paper_of_room(self) -> str:
        """The paper of the open room, or the nearest that the process has: not every one has a report."""
        from trivselsdesk.documents.catalogue import beside

        assert self._bridge is not None
        pack, book = self._bridge.pack(self.programme_id), self._bridge.book(self.programme_id)
        wanted = PAPERS[self.shell.room_name]
        known = {each.id for each in beside(pack, wanted, book)}
        return next(each for each in (wanted, "handleplan", RUN_SHEET) if each in known)

    def show_document(self, document_id: str) -> None:
        """Preview a document: print it or save it as PDF."""
        if self._bridge is None or not self.programme_id:
            return
        from trivselsdesk.ui.preview import Preview

        _flush_all()
        preview = Preview(self._bridge, self.programme_id, document_id, self)
        preview.exec()
        preview.deleteLater()

    def save_copy(self) -> None:
        """Save the programme as a file somewhere else."""
        from trivselsdesk.ui.rescue import save_copy

        if self._bridge is not None and self.programme_id:
            _flush_all()
            sentence = save_copy(self, self._bridge, self.programme_id)
            if sentence:
                self.messages.say("check", sentence)

    def begin_cycle(self) -> None:
        """Begin the round after the programme that is shown, where it has come far enough."""
        if self.programme_id and self._may_begin_cycle():
            _flush_all()
            self.start.new_cycle(self.programme_id)

    def _may_begin_cycle(self) -> bool:
        from trivselsdesk.domain.cycle import may_begin

        if self._bridge is None or not self.programme_id or self._bridge.store.readonly:
            return False
        return may_begin(self._bridge.book(self.programme_id), self._bridge.pack(self.programme_id))

    def _fit_menu(self) -> None:
        self._cycle_action.setVisible(self._may_begin_cycle())

    def show_help(self) -> None:
        """The list of shortcuts."""
        from trivselsdesk.ui.help import HelpDialog

        dialog = HelpDialog(self)
        dialog.exec()
        dialog.deleteLater()

    def toggle_full_screen(self) -> None:
        """F11."""
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()

    # Messages

    def _take(self, changes: ChangeSet) -> None:
        if changes.step.name != CLOCK_STEP:
            self.toast.overtaken()
        elif _to_another_part(changes):
            self._dismiss_toast()
        if self.programme_id:
            self.shell.take(changes)
        else:
            self.start.take(changes)

    def _foot(self) -> int:
        room = self.shell.room if self._bridge is not None and self.programme_id else None
        return room.foot() if room is not None else 0

    def _message_place(self) -> QRect | None:
        room = self.shell.room if self._bridge is not None and self.programme_id else None
        place = room.message_place() if room is not None else None
        if room is None or place is None:
            return None
        return QRect(room.mapTo(self._ground, place.topLeft()), place.size())

    def _show_trouble(self, kind: str) -> None:
        self.messages.show_trouble(kind, self._bridge.store.closed_to_writing if self._bridge else "")

    def _try_again(self) -> None:
        _flush_all()
        if self._bridge is not None:
            self._bridge.try_again()

    def _all_well(self) -> None:
        self.messages.all_well(self.shell.saved_hint())

    def show_fault(self) -> None:
        """Tell the user that something went wrong inside the program, without losing the work."""
        waits = self._bridge is not None and bool(self._bridge.unwritten)
        self.messages.say_fault(saved=not waits)

    def _hold_wall(self) -> Hold:
        """The projector comes with the first programme: the start room does without."""
        from trivselsdesk.ui.projector.hold import Hold

        assert self._bridge is not None
        hold = Hold(self._bridge, self, self._ground, self._banners, self.actions_table, self._foot)
        hold.said.connect(self._say)
        hold.lead.turned.connect(self._turn_from_wall)
        self.shell.bar.add_at_end(hold.button)
        self.shell.talking.connect(hold.lead.talk_about)
        self.shell.aloft.connect(hold.lead.follow)
        self.shell.followed.connect(hold.lead.show_followed)
        self.shell.wall_tried.connect(hold.lead.try_out)
        return hold

    def _turn_from_wall(self, steps: int) -> None:
        if self.shell.room is not None:
            self.shell.room.turn(steps)

    # Where it was left

    def _on_moved(self, programme_id: str, phase_id: str) -> None:
        self._dismiss_toast()
        if self.wall is None:
            self.wall = self._hold_wall()
        self.wall.open(programme_id)
        # Asked for, too: the room was entered before the wall was there to listen.
        self.wall.lead.show_followed(self.shell.room.on_wall() if self.shell.room else None)
        self.wall.at_list(False)
        if self.shell.room_name == "run":
            self.wall.meet()
        self._left_at.remember_place(programme_id, phase_id)

    def _return_to_place(self) -> None:
        assert self._bridge is not None
        programme_id, phase_id = self._left_at.begin(self._bridge)
        if programme_id:
            self.open_programme(programme_id, phase_id)
        else:
            self._stack.setCurrentWidget(self.start)

    def _may_close(self) -> bool:
        """Whether all is written, or the user lets the last of it go."""
        from trivselsdesk.ui.widgets.dialog import ask

        return self._all_is_written() or ask(
            self,
            self.tr("Det sidste er ikke gemt"),
            self.tr(
                "Lukker I nu, er det sidste væk. Bliv her, og prøv igen, eller gem en kopi et andet sted."
            ),
            self.tr("Luk alligevel"),
            self.tr("Bliv her"),
            danger=True,
        )

    def _restore(self, backup: str) -> None:
        """Ask for a backup to be put back, unless the last that was typed would be lost by it."""
        from trivselsdesk.ui.widgets.dialog import ask

        _flush_all()
        if self._all_is_written() or ask(
            self,
            self.tr("Det sidste er ikke gemt"),
            self.tr("Gendanner I nu, er det sidste væk. Gem først en kopi et andet sted."),
            self.tr("Gendan alligevel"),
            self.tr("Bliv her"),
            danger=True,
        ):
            self.restore_wanted.emit(backup)

    def _all_is_written(self) -> bool:
        bridge = self._bridge
        return bridge is None or bridge.store.readonly or bridge.try_again()

    # A filter on the whole window would be asked at every paint in it; these are not.

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self._left_at.moved()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._left_at.moved()
        if self.wall is not None:
            self.wall.fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange:
            self._left_at.moved()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._bridge is not None and self._bridge.patience.busy:
            # What is under way is given up first; then the window closes as it was asked to.
            self._bridge.patience.stop()
            event.ignore()
            QTimer.singleShot(50, self.close)
            return
        writing = self.focusWidget()
        if writing is not None:
            # What is written on the board itself is handed in when the cursor leaves it.
            writing.clearFocus()
        _flush_all()
        if self._bridge is not None:
            if not self._may_close():
                event.ignore()
                return
            if self.programme_id and self.shell.room is not None:
                self.shell.room.leave()
            self._left_at.remember_geometry()
            if self.wall is not None:
                self.wall.close()
        super().closeEvent(event)

    def _phase_1(self) -> None:
        self.shell.open_phase(0)

    def _phase_2(self) -> None:
        self.shell.open_phase(1)

    def _phase_3(self) -> None:
        self.shell.open_phase(2)

    def _phase_4(self) -> None:
        self.shell.open_phase(3)

    def _phase_5(self) -> None:
        self.shell.open_phase(4)
