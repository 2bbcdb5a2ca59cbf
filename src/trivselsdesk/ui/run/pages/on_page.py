"""The page for a part that goes through a page of the follow room: its points, and the way there."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from trivselsdesk.domain.agenda import Slot
from trivselsdesk.domain.pack import Tool
from trivselsdesk.ui import places
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.run.pages.talk import TalkPage
from trivselsdesk.ui.widgets.buttons import Button


class OnPage(TalkPage):
    """The meeting goes on meanwhile; »Hold mødet« leads back."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self.open = Button("", "tint", icon_after="arrow-r")
        self.open.clicked.connect(self._open)

    def show_slot(self, programme_id: str, slot: Slot, tool: Tool) -> None:
        super().show_slot(programme_id, slot, tool)
        name = places.page_title(str(tool.params["page"]))
        self.open.set_text(self.tr("Åbn »{page}«").format(page=name))

    def header_widgets(self) -> list[QWidget]:
        return [self.open]

    def _open(self) -> None:
        kind = str(self.tool.params["page"])
        for phase in self.pack.phases:
            if kind in phase.pages:
                self.bridge.remember(places.follow_page(self.programme_id, phase.id), kind)
        self.go.emit("follow")
