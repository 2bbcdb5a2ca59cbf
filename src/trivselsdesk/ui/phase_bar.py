"""Below the top bar, where a phase has more than one meeting or room: which of them is open."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.variants import Choice
from trivselsdesk.ui.widgets.card import Panel
from trivselsdesk.ui.widgets.fields import ChoiceField
from trivselsdesk.ui.widgets.labels import Label
from trivselsdesk.ui.widgets.segmented import Segmented

CONTEXT = "PhaseBar"
_USUAL = "*"
"""In the list of ways: what is held as a rule. An empty value would mean that none is chosen."""
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
    way_chosen = Signal(str)
    """Id of the way to hold the meeting; empty for what is held as a rule."""

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
        self._way_label = Label(self.tr("I holder"), "caption", "ink2")
        self.ways = ChoiceField((), name=self.tr("Sådan holder I det"))
        self.ways.setFixedWidth(250)
        self.ways.edited.connect(self._choose_way)
        row.addWidget(self._way_label)
        row.addWidget(self.ways)
        row.addStretch(1)
        self.rooms = Segmented((), name=self.tr("Sider af fasen"))
        self.rooms.chosen.connect(self.room_chosen)
        row.addWidget(self.rooms, 0, Qt.AlignmentFlag.AlignRight)
        self._shown: object = None
        self.hide()

    def show_choices(
        self,
        meetings: Sequence[MeetingChoice],
        meeting: str,
        rooms: Sequence[str],
        room: str,
        ways: Choice | None = None,
    ) -> None:
        """Offer these meetings and rooms, with the ones that are open, and the ways to hold the meeting."""
        shown = (tuple(meetings), tuple(rooms))
        if shown != self._shown:
            self._shown = shown
            self.meetings.set_options([(each.id, each.words) for each in meetings])
            # In the order in which things are done, whichever of them the phase opens with.
            self.rooms.set_options([(each, room_title(each), None) for each in _ROOMS if each in rooms])
        several = len(meetings) > 1
        self.meetings.set_value(meeting)
        self.rooms.set_value(room)
        self._label.setVisible(several)
        self.meetings.setVisible(several)
        self.rooms.setVisible(len(rooms) > 1)
        self._way_label.setVisible(ways is not None)
        self.ways.setVisible(ways is not None)
        if ways is not None:
            self.ways.set_options([(each.id or _USUAL, each.words) for each in ways.ways])
            self.ways.set_value(ways.chosen or _USUAL)
            self.ways.setToolTip(ways.way.hint)
        self.setVisible(several or len(rooms) > 1)

    def _choose_way(self, way_id: object) -> None:
        self.way_chosen.emit("" if way_id == _USUAL else str(way_id))


def room_title(room: str) -> str:
    """What the switch calls a room."""
    return QCoreApplication.translate(CONTEXT, _ROOMS[room])
