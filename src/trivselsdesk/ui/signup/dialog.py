"""The sign-up as a window over the handleplan."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QWidget

from trivselsdesk.domain.signup import signup_tool, wanted
from trivselsdesk.store.store import ChangeSet
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.signup.sheet import SignupSheet
from trivselsdesk.ui.widgets.dialog import Dialog


class SignupDialog(Dialog):
    """Everything is saved as it is done; closing keeps it."""

    print_wanted = Signal()
    undo_toast = Signal(str, str)

    def __init__(self, bridge: Bridge, programme_id: str, parent: QWidget | None = None) -> None:
        super().__init__("", parent, width=720)
        self.setWindowTitle(self.tr("Hvem er med?"))
        self.title.set_text(self.tr("Hvem arbejder med hvad?"))
        self._programme_id = programme_id
        self.sheet = SignupSheet(bridge)
        self.sheet.each = wanted(signup_tool(bridge.pack(programme_id)))
        self.sheet.undo_toast.connect(self.undo_toast)
        self.sheet.print_wanted.connect(self._print)
        self.sheet.show_programme(programme_id)
        self.body.addWidget(self.sheet, 1)
        self.add_button(self.tr("Luk"), "primary", accepts=True)
        bridge.changed.connect(self._take)
        self.sheet.focus_first()

    def sizeHint(self) -> QSize:
        owner = self.parentWidget()
        room = owner.size() if owner is not None else QSize(1366, 768)
        return QSize(min(1180, room.width() - 80), min(720, room.height() - 60))

    def _take(self, changes: ChangeSet) -> None:
        if changes.programme_id == self._programme_id:
            self.sheet.refresh()

    def _print(self) -> None:
        self.accept()
        self.print_wanted.emit()
