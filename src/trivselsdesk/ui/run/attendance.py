"""Who was at the meeting: a tick for each of the unit."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget

from trivselsdesk.domain.commands.remarks import MarkAttendance
from trivselsdesk.domain.danish import shortened
from trivselsdesk.domain.remarks import attendance
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.widgets.checkbox import Check
from trivselsdesk.ui.widgets.dialog import Dialog

_COLUMNS = 2
_MOST_SIGNS = 30


class AttendanceDialog(Dialog):
    """Every tick is written at once; closing the dialog changes nothing more."""

    def __init__(self, bridge: Bridge, programme_id: str, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Hvem var med?"), parent)
        self._bridge, self._programme_id = bridge, programme_id
        self.add_text(self.tr("Tag fluebenet af dem, der ikke var her. De står i referatet og kan læse det."))
        book = bridge.book(programme_id)
        present, away = attendance(book, book.meeting)
        here = {each.id for each in present}
        everybody = sorted([*present, *away], key=lambda person: (person.rank, person.id))
        grid = QGridLayout()
        grid.setVerticalSpacing(0)
        self.ticks: dict[str, Check] = {}
        rows = -(-len(everybody) // _COLUMNS)
        for place, person in enumerate(everybody):
            tick = Check(shortened(person.name, _MOST_SIGNS))
            tick.setChecked(person.id in here)
            tick.clicked.connect(self._ticked)
            grid.addWidget(tick, place % rows, place // rows)
            self.ticks[person.id] = tick
        self.body.addLayout(grid)
        self.add_button(self.tr("Færdig"), "primary", accepts=True, default=True)

    def _ticked(self) -> None:
        tick = self.sender()
        for person_id, each in self.ticks.items():
            if each is tick:
                command = MarkAttendance(
                    programme_id=self._programme_id,
                    meeting_id=self._bridge.book(self._programme_id).meeting.id,
                    person_id=person_id,
                    present=each.isChecked(),
                )
                if not self._bridge.run(command):
                    each.setChecked(not each.isChecked())
