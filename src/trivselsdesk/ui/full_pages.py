"""The full pages of the window: cover, start room and an open programme, made when first asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from trivselsdesk.ui.start.bar import Cover

if TYPE_CHECKING:
    from trivselsdesk.ui.actions import Actions
    from trivselsdesk.ui.bridge import Bridge
    from trivselsdesk.ui.room import Room
    from trivselsdesk.ui.shell import Shell
    from trivselsdesk.ui.start.room import StartRoom

PHASE_KEYS = ("phase_1", "phase_2", "phase_3", "phase_4", "phase_5")


class FullPages(QStackedWidget):
    """Holds them and hands on what they ask of the window. ``begin`` gives it the store, ``end`` takes it."""

    programme_wanted = Signal(str, str)
    desk_wanted = Signal()
    document_wanted = Signal(str)
    cycle_wanted = Signal()
    copy_wanted = Signal()
    help_wanted = Signal()
    restore_wanted = Signal(str)
    said = Signal(str, str)
    said_with_undo = Signal(str, str)
    moved = Signal(str, str)
    """The programme and phase that are shown now."""
    shell_made = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._bridge: Bridge | None = None
        self._actions: Actions | None = None
        self._start: StartRoom | None = None
        self._shell: Shell | None = None
        self.addWidget(Cover())

    def begin(self, bridge: Bridge, actions: Actions) -> None:
        """A store is open: the start room and the shell can be asked for."""
        self._bridge, self._actions = bridge, actions

    def end(self) -> None:
        """The store is about to be closed: back to the cover."""
        self._bridge = self._start = self._shell = None
        self.show_page(Cover())

    def show_page(self, page: QWidget) -> None:
        """A full page in place of the rooms: the cover, or what went wrong at opening."""
        while (shown := self.currentWidget()) is not None:
            self.removeWidget(shown)
            shown.deleteLater()
        self.addWidget(page)
        self.setCurrentWidget(page)

    def all(self) -> list[QWidget]:
        """Every page that is made, shown or not."""
        return [self.widget(number) for number in range(self.count())]

    def drop(self, pages: list[QWidget]) -> None:
        """Let go of pages that another has taken the place of."""
        for page in pages:
            self.removeWidget(page)
            page.deleteLater()

    # The start room

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
        start.open_programme.connect(self.programme_wanted)
        start.start_wanted.connect(self._start_meeting)
        start.toast.connect(self.said)
        start.undo_toast.connect(self.said_with_undo)
        start.open_document.connect(self.document_wanted)
        start.help_wanted.connect(self.help_wanted)
        start.restore_wanted.connect(self.restore_wanted)
        start.show_list_first()
        self.addWidget(start)
        return start

    def _start_meeting(self) -> None:
        self.shell.start_meeting()

    def _show_settings(self) -> None:
        self.start.show_settings()

    # The open programme

    @property
    def shell(self) -> Shell:
        """What stands around an open programme."""
        return self._shell or self._make_shell()

    def _make_shell(self) -> Shell:
        from trivselsdesk.ui.rooms import MAKERS
        from trivselsdesk.ui.shell import Shell

        assert self._bridge is not None and self._actions is not None
        self._shell = shell = Shell(self._bridge, self._actions, MAKERS)
        shell.back.connect(self.desk_wanted)
        shell.toast.connect(self.said)
        shell.undo_toast.connect(self.said_with_undo)
        shell.open_document.connect(self.document_wanted)
        shell.moved.connect(self.moved)
        shell.cycle_wanted.connect(self.cycle_wanted)
        menu = shell.bar.menu
        self._cycle_action = menu.addAction(self.tr("Begynd en ny runde …"), self.cycle_wanted.emit)
        menu.aboutToShow.connect(self._fit_menu)
        menu.addAction(self._actions.action("process"))
        menu.addAction(self.tr("Gem en kopi som fil …"), self.copy_wanted.emit)
        menu.addAction(self.tr("Indstillinger …"), self._show_settings)
        menu.addAction(self._actions.action("full_screen"))
        menu.addAction(self._actions.action("help"))
        self.addWidget(shell)
        self.shell_made.emit()
        return shell

    def _fit_menu(self) -> None:
        self._cycle_action.setVisible(self.may_begin_cycle())

    def may_begin_cycle(self) -> bool:
        """Whether the programme that is shown has come far enough for a new round."""
        from trivselsdesk.domain.cycle import may_begin

        if self._bridge is None or not self.programme_id or self._bridge.store.readonly:
            return False
        return may_begin(self._bridge.book(self.programme_id), self._bridge.pack(self.programme_id))

    def make_shell_ready(self) -> None:
        """Make what a click on a programme will need, while nobody waits for it."""
        if self._bridge is not None and self._shell is None:
            self._make_shell()

    def make_meeting_ready(self) -> None:
        """The same with the room that most is in: a meeting is opened with everybody looking on."""
        if self._bridge is not None and not self.programme_id:
            self.shell.make_ready("run")

    def leave(self) -> None:
        """Leave the programme, where the shell has been made."""
        if self._shell is not None:
            self._shell.leave()

    def show_saved(self, saved: bool, hint: str) -> None:
        """Say in the bar of the programme whether all is written, where the shell has been made."""
        if self._shell is not None:
            self._shell.bar.set_saved(saved, hint)

    def keys(self) -> dict[str, Callable[[], None]]:
        """What the keys that belong to an open programme do."""
        phases = (self._phase_1, self._phase_2, self._phase_3, self._phase_4, self._phase_5)
        return {"process": self.shell.open_process, **dict(zip(PHASE_KEYS, phases, strict=True))}

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

    # What is shown

    @property
    def programme_id(self) -> str:
        """The programme that is shown, or nothing."""
        shell = self._shell
        return shell.programme_id if shell is not None and self.currentWidget() is shell else ""

    @property
    def room(self) -> Room | None:
        """The room that is shown, where a programme is."""
        return self.shell.room if self.programme_id else None

    def turn(self, steps: int) -> None:
        """Turn the page of the room that is shown, as somebody did at the wall."""
        if self.shell.room is not None:
            self.shell.room.turn(steps)

    def foot(self) -> int:
        """Px at the lower edge that no message may cover."""
        return self.room.foot() if self.room is not None else 0

    def message_place(self) -> QRect | None:
        """Where in the window's ground a message may lie instead."""
        room = self.room
        place = room.message_place() if room is not None else None
        if room is None or place is None:
            return None
        return QRect(self.mapToParent(room.mapTo(self, place.topLeft())), place.size())
