"""The page on which people divide between the initiatives."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from trivselsdesk.domain.agenda import Slot
from trivselsdesk.domain.pack import Tool
from trivselsdesk.domain.signup import wanted
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.run.page import Page
from trivselsdesk.ui.signup.sheet import SignupSheet


class SignupPage(Page):
    """The same sheet as beside the handleplan."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.sheet = SignupSheet(bridge)
        self.sheet.undo_toast.connect(self.undo_toast)
        self.sheet.print_wanted.connect(self._print)
        column.addWidget(self.sheet)

    def show_slot(self, programme_id: str, slot: Slot, tool: Tool) -> None:
        self.sheet.each = wanted(tool)
        super().show_slot(programme_id, slot, tool)
        self.sheet.show_programme(programme_id)

    def refresh(self) -> None:
        self.sheet.refresh()

    def keep_clear(self) -> QWidget | None:
        return self.sheet.spread_button if self.sheet.spread_button.isVisible() else None

    def _print(self) -> None:
        self.open_document.emit("tilmelding")
