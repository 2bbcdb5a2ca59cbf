"""What the clock's menu does beside minutes: win time back, sound, open again, and back to not begun."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget

from trivselsdesk.ui import sound
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.clock.catch_up import CatchUpDialog
from trivselsdesk.ui.clock.clockwork import Clockwork
from trivselsdesk.ui.clock.panel import ClockPanel
from trivselsdesk.ui.clock.sound_box import SoundDialog
from trivselsdesk.ui.widgets.dialog import Dialog
from trivselsdesk.ui.widgets.fields import flush_all


class ClockMenu(QObject):
    """Answers the panel of the room that it belongs to. Its questions lie over that room's window."""

    toast = Signal(str, str)
    undo_toast = Signal(str, str)
    moved = Signal()
    """The clock stands otherwise now."""

    def __init__(self, bridge: Bridge, clockwork: Clockwork, panel: ClockPanel, room: QWidget) -> None:
        super().__init__(room)
        self._bridge, self._work, self._panel, self._room = bridge, clockwork, panel, room
        self.dialog: Dialog | None = None
        """The question that is open, or was last."""
        panel.catch_up.connect(self.catch_up)
        panel.reopen.connect(self.reopen)
        panel.not_begun.connect(self.ask_not_begun)
        panel.sound_wanted.connect(self.choose_sound)
        panel.sound_turned.connect(self._turn_sound)
        panel.mute.clicked.connect(self._mute)
        panel.menu.aboutToShow.connect(self._show_sound)
        # The settings may have been changed elsewhere while another room was shown.
        panel.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and watched is self._panel:
            self._show_sound()
        return False

    def catch_up(self) -> None:
        """Show what the drejebog allows, while the meeting is under way."""
        if self._bridge.store.readonly or self._work.read().state not in ("running", "paused"):
            return
        dialog = CatchUpDialog(self._bridge, self._work, self._room.window())
        dialog.caught_up.connect(self._say_caught_up)
        self._open(dialog)

    def choose_sound(self) -> None:
        """Sound on or off, how loud, and a try."""
        dialog = SoundDialog(self._bridge, self._room.window())
        dialog.finished.connect(self._show_sound)
        self._open(dialog)

    def reopen(self) -> None:
        """Open the meeting again at its last part."""
        flush_all()
        if self._work.clock.state == "ended" and self._work.back():
            self.moved.emit()

    def ask_not_begun(self) -> None:
        """Ask before the times of the meeting are thrown away."""
        if self._bridge.store.readonly or self._work.clock.state == "ready":
            return
        dialog = Dialog(self.tr("Sæt mødet til ikke begyndt?"), self._room.window())
        dialog.add_text(
            self.tr(
                "Uret begynder forfra, og de tider, mødet har brugt indtil nu, slettes. "
                "Sedler, temaer og aftaler bliver stående."
            )
        )
        dialog.add_button(self.tr("Behold tiderne"), default=True)
        dialog.add_button(self.tr("Sæt til ikke begyndt"), "danger", accepts=True)
        dialog.accepted.connect(self._set_not_begun)
        self._open(dialog)

    def _set_not_begun(self) -> None:
        flush_all()
        if self._work.not_begun():
            self.toast.emit("clock", self.tr("Mødet er sat til ikke begyndt"))
            self.moved.emit()

    def _say_caught_up(self, words: str) -> None:
        self.moved.emit()
        self.undo_toast.emit("catch-up", words)

    def _turn_sound(self, on: bool) -> None:
        self._bridge.remember(sound.SOUND, sound.ON if on else "")
        self._show_sound()

    def _mute(self) -> None:
        on = sound.is_on(self._bridge.setting)
        self._bridge.remember(sound.SOUND, sound.MUTED if on else sound.ON)
        self._show_sound()

    def _show_sound(self) -> None:
        setting = self._bridge.setting
        self._panel.show_sound(sound.is_on(setting), sound.is_muted(setting))

    def _open(self, dialog: Dialog) -> None:
        if self.dialog is not None:
            self.dialog.close()
            self.dialog.deleteLater()
        self.dialog = dialog
        dialog.open()
