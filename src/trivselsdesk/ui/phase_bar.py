"""Below the top bar, where a phase has more than one meeting or room: which of them is open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trivselsdesk.ui.widgets.card import Panel
from trivselsdesk.ui.widgets.fields import ChoiceField
from trivselsdesk.ui.widgets.labels import Label
from trivselsdesk.ui.widgets.segmented import Segmented

CONTEXT = "PhaseBar"
_ROOMS = {
    "prepare": QT_TRANSLATE_NOOP("PhaseBar", "Forbered"),
    "run": QT_TRANSLATE_NOOP("PhaseBar", "Hold mødet"),
    "plan": QT_TRANSLATE_NOOP("PhaseBar", "Handleplan"),
    "follow": QT_TRANSLATE_NOOP("PhaseBar", "Følg op"),
}


@dataclass(frozen=True)
class MeetingChoice:
    """A meeting in the list: its id and how it is named there."""

    id: str
    words: str


class PhaseBar(Panel):
    """Hidden while there is nothing to choose."""

    room_chosen = Signal(str)
    meeting_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", "bottom", own_layout=True, parent=parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 16, 5)
        row.setSpacing(12)
        self._label = Label(self.tr("Møde"), "caption", "ink2")
        self.meetings = ChoiceField((), name=self.tr("Møde"))
        self.meetings.setFixedWidth(360)
        self.meetings.edited.connect(self.meeting_chosen)
        row.addWidget(self._label)
        row.addWidget(self.meetings)
        row.addStretch(1)
        self.rooms = Segmented((), name=self.tr("Sider af fasen"))
        self.rooms.chosen.connect(self.room_chosen)
        row.addWidget(self.rooms, 0, Qt.AlignmentFlag.AlignRight)
        self._shown: object = None
        self.hide()

    def show_choices(
        self, meetings: Sequence[MeetingChoice], meeting: str, rooms: Sequence[str], room: str
    ) -> None:
        """Offer these meetings and rooms, with the ones that are open."""
        shown = (tuple(meetings), tuple(rooms))
        if shown != self._shown:
            self._shown = shown
            self.meetings.set_options([(each.id, each.words) for each in meetings])
            self.rooms.set_options([(each, room_title(each), None) for each in rooms])
        several = len(meetings) > 1
        self.meetings.set_value(meeting)
        self.rooms.set_value(room)
        self._label.setVisible(several)
        self.meetings.setVisible(several)
        self.rooms.setVisible(len(rooms) > 1)
        self.setVisible(several or len(rooms) > 1)


def room_title(room: str) -> str:
    """What the switch calls a room."""
    return QCoreApplication.translate(CONTEXT, _ROOMS[room])
