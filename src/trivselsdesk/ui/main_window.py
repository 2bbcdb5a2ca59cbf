"""The window: what its keys do, how it opens, follows a change, and closes.

It is on the screen before the store is read: whatever brings the store along is imported in
``begin`` and later.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QMoveEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from trivselsdesk.ui.full_pages import PHASE_KEYS, FullPages
from trivselsdesk.ui.left_at import LeftAt
from trivselsdesk.ui.messages import Messages

if TYPE_CHECKING:
    from trivselsdesk.store.store import ChangeSet
    from trivselsdesk.ui.actions import Actions
    from trivselsdesk.ui.bridge import Bridge
    from trivselsdesk.ui.projector.hold import Hold
    from trivselsdesk.ui.regular_backup import RegularBackup
    from trivselsdesk.ui.shell import Shell
    from trivselsdesk.ui.start.room import StartRoom
    from trivselsdesk.ui.widgets.toast import Toast


def _flush_all() -> None:
    from trivselsdesk.ui.widgets.fields import flush_all

    flush_all()


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
        self._pages = FullPages()
        column.addWidget(self._pages, 1)
        self.setCentralWidget(self._ground)
        self._bridge: Bridge | None = None
        self.messages = Messages(self._ground, self._banners, self._pages.foot, self._pages.message_place)
        self._left_at = LeftAt(self)
        self._backup: RegularBackup | None = None
        self.wall: Hold | None = None
        self._wire_pages()
        self._wire_messages()

    def _wire_pages(self) -> None:
        pages = self._pages
        pages.programme_wanted.connect(self.open_programme)
        pages.desk_wanted.connect(self.show_desk)
        pages.document_wanted.connect(self.show_document)
        pages.cycle_wanted.connect(self.begin_cycle)
        pages.copy_wanted.connect(self.save_copy)
        pages.help_wanted.connect(self.show_help)
        pages.restore_wanted.connect(self._restore)
        pages.said.connect(self.messages.say)
        pages.said_with_undo.connect(self.messages.say_with_undo)
        pages.moved.connect(self._on_moved)
        pages.shell_made.connect(self._fit_new_shell)

    def _wire_messages(self) -> None:
        messages = self.messages
        messages.undo_wanted.connect(self.undo)
        messages.again_wanted.connect(self._try_again)
        messages.copy_wanted.connect(self.save_copy)
        messages.stop_wanted.connect(self._stop_working)
        messages.saved.connect(self._pages.show_saved)

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
        """The start room."""
        return self._pages.start

    @property
    def shell(self) -> Shell:
        """What stands around an open programme."""
        return self._pages.shell

    def make_shell_ready(self) -> None:
        """Make what a click on a programme will need, while nobody waits for it."""
        self._pages.make_shell_ready()

    def make_meeting_ready(self) -> None:
        """The same with the room that most is in."""
        self._pages.make_meeting_ready()

    # Opening

    def begin(self, bridge: Bridge) -> None:
        """Fill the window from an open store, and go back to where it was left."""
        from trivselsdesk.ui.regular_backup import RegularBackup

        self._bridge = bridge
        before = self._pages.all()
        self._pages.begin(bridge, self.actions_table)
        bridge.changed.connect(self._take)
        bridge.refused.connect(self.messages.say_refused)
        bridge.failed.connect(self._show_trouble)
        bridge.recovered.connect(self._all_well)
        bridge.patience.far.connect(self.messages.show_working)
        bridge.patience.ended.connect(self.messages.end_working)
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
        self._pages.drop(before)
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
        self._pages.leave()
        if self._backup is not None:
            self._backup.stop()
            self._backup = None
        self._left_at.end()
        self.messages.fall_silent()
        self.actions_table.release_all()
        self._bridge = None
        self._pages.end()

    def show_page(self, page: QWidget) -> None:
        """A full page in place of the rooms: the cover, or what went wrong at opening."""
        self._pages.show_page(page)

    def open_programme(self, programme_id: str, phase_id: str = "") -> None:
        """Show a programme."""
        # Shown first: a room that is filled before it has its size lays everything out twice.
        self._pages.setCurrentWidget(self.shell)
        self.shell.open(programme_id, phase_id)
        self._give_focus_to_room()
        self.actions_table.take({"desk": self.show_desk, **self._pages.keys()})

    def _give_focus_to_room(self) -> None:
        # Qt would give it to the first in the bar, where Enter means going back.
        room = self._pages.room
        if room is not None and not room.isAncestorOf(self.focusWidget() or self):
            room.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_desk(self) -> None:
        """Back to the list of programmes."""
        self.messages.dismiss()
        self.shell.leave()
        self.actions_table.release(("desk", "process", *PHASE_KEYS))
        self._pages.setCurrentWidget(self.start)
        if self.wall is not None:
            self.wall.at_list(True)
        for action_id, words in (("undo", self.tr("Fortryd")), ("redo", self.tr("Gentag"))):
            self.actions_table.action(action_id).setText(words)
        self._left_at.remember_place("", "")

    # Doing

    @property
    def programme_id(self) -> str:
        """The programme that is shown, or nothing."""
        return self._pages.programme_id

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
            self.messages.say("check", self._saved_hint())

    def print_current(self) -> None:
        """Open the preview of the document that belongs to the open room."""
        if self._bridge is not None and self.programme_id:
            from trivselsdesk.ui.room_paper import paper_of_room

            room = self._pages.room
            own = room.document() if room is not None else ""
            self.show_document(own or paper_of_room(self._bridge, self.programme_id, self.shell.room_name))

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
        if self._pages.may_begin_cycle():
            _flush_all()
            self.start.new_cycle(self.programme_id)

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
        self.messages.overtaken(changes)
        if self.programme_id:
            self.shell.take(changes)
        else:
            self.start.take(changes)

    def _show_trouble(self, kind: str) -> None:
        self.messages.show_trouble(kind, self._bridge.store.closed_to_writing if self._bridge else "")

    def _fit_new_shell(self) -> None:
        if self.messages.in_trouble and self._bridge is not None and not self._bridge.store.readonly:
            self._pages.show_saved(False, "")

    def _stop_working(self) -> None:
        if self._bridge is not None:
            self._bridge.patience.stop()

    def _try_again(self) -> None:
        _flush_all()
        if self._bridge is not None:
            self._bridge.try_again()

    def _all_well(self) -> None:
        self.messages.all_well(self._saved_hint())

    def _saved_hint(self) -> str:
        from trivselsdesk.ui.sentences import saved_hint

        return saved_hint(self._bridge.saved_at if self._bridge is not None else None)

    def show_fault(self) -> None:
        """Tell the user that something went wrong inside the program, without losing the work."""
        waits = self._bridge is not None and bool(self._bridge.unwritten)
        self.messages.say_fault(saved=not waits)

    # Where it was left

    def _on_moved(self, programme_id: str, phase_id: str) -> None:
        from trivselsdesk.ui.wall_beside import hold_wall, show_on_wall

        assert self._bridge is not None
        self.messages.dismiss()
        if self.wall is None:
            self.wall = hold_wall(
                self._bridge, self, self._ground, self._banners, self.actions_table, self._pages
            )
            self.wall.said.connect(self.messages.say)
        show_on_wall(self.wall, self._pages)
        self._left_at.remember_place(programme_id, phase_id)

    def _return_to_place(self) -> None:
        assert self._bridge is not None
        programme_id, phase_id = self._left_at.begin(self._bridge)
        if programme_id:
            self.open_programme(programme_id, phase_id)
        else:
            self._pages.setCurrentWidget(self.start)

    def _restore(self, backup: str) -> None:
        """Ask for a backup to be put back, unless the last that was typed would be lost by it."""
        from trivselsdesk.ui.unwritten import may_restore

        _flush_all()
        if self._bridge is None or may_restore(self, self._bridge):
            self.restore_wanted.emit(backup)

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
            from trivselsdesk.ui.unwritten import may_close

            if not may_close(self, self._bridge):
                event.ignore()
                return
            if self._pages.room is not None:
                self._pages.room.leave()
            self._left_at.remember_geometry()
            if self.wall is not None:
                self.wall.close()
        super().closeEvent(event)
