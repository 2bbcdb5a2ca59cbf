"""The running clock beside another room's work: shown while a meeting is under way, hidden else."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.clock.clockwork import Clockwork
from trivselsdesk.ui.clock.face import current_face
from trivselsdesk.ui.clock.menu import ClockMenu
from trivselsdesk.ui.clock.panel import ClockPanel
from trivselsdesk.ui.clock.watch import ClockWatch
from trivselsdesk.ui.widgets.card import hline

TICK_MS = 250


class ClockBeside(QWidget):
    """The same clock as in the meeting room. Going on to another part leads back there."""

    part_left = Signal()
    """The clock went on to a part that this room does not hold."""
    toast = Signal(str, str)
    undo_toast = Signal(str, str)

    def __init__(self, bridge: Bridge, tool: str, place: QWidget, parent: QWidget | None = None) -> None:
        """``place`` is empty: the bars about the time are shown in it."""
        super().__init__(parent)
        self._place = place
        banners = QVBoxLayout(place)
        banners.setContentsMargins(12, 10, 12, 0)
        banners.setSpacing(8)
        place.hide()
        self._bridge = bridge
        self._tool = tool
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._work = Clockwork(bridge)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.panel = ClockPanel()
        column.addWidget(self.panel)
        self._extra = QVBoxLayout()
        column.addLayout(self._extra)
        column.addWidget(hline())
        self.panel.toggle.connect(self.toggle)
        self.panel.forward.connect(self.forward)
        self.panel.back.connect(self.back)
        self.panel.add.connect(self._add)
        self.watch = ClockWatch(bridge, self._work, banners, None, self)
        self.watch.toast.connect(self.toast)
        self.watch.pulse.connect(self.panel.pulse)
        self.watch.forward.connect(self.forward)
        self.watch.toggle.connect(self.toggle)
        self.watch.add.connect(self._add)
        self.deeds = ClockMenu(bridge, self._work, self.panel, self)
        self.deeds.toast.connect(self.toast)
        self.deeds.undo_toast.connect(self.undo_toast)
        self.deeds.moved.connect(self._after_deed)
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.tick)
        self.hide()

    def add(self, widget: QWidget) -> None:
        """A widget below the buttons, which comes and goes with the clock."""
        self._extra.setContentsMargins(16, 0, 16, 12)
        self._extra.addWidget(widget)

    def open(self, programme_id: str) -> None:
        """Show this programme's clock, as long as its meeting is under way."""
        if programme_id != self._work.programme_id:
            self.watch.forget()
        self._work.open(programme_id)
        self.watch.restart()
        self._timer.start()
        self.refresh()

    def leave(self) -> None:
        """The room is hidden."""
        self._timer.stop()
        self.watch.restart()

    def tick(self) -> None:
        """Look at the clocks; four times a second."""
        if self._live():
            self.watch.look()
        self.refresh()

    def refresh(self) -> None:
        """Draw the face as it is now."""
        live = self._live()
        self.setVisible(live)
        self._place.setVisible(live and self.watch.asks)
        if live:
            self.panel.show_face(current_face(self._work, self._bridge.today()))

    def actions_here(self) -> dict[str, Callable[[], object]]:
        """The keys of the clock, for the room that shows it."""
        return {
            "toggle_clock": self.toggle,
            "next_step": self.forward,
            "step_back": self.back,
            "minute_more": self._minute_more,
            "minute_less": self._minute_less,
            "five_more": self._five_more,
            "five_less": self._five_less,
            "catch_up": self.deeds.catch_up,
        }

    def toggle(self) -> None:
        """Pause, or go on."""
        if self._live():
            self._work.toggle()
            self.watch.moved()
            self.refresh()

    def forward(self) -> None:
        """The next part."""
        if self._live():
            self._work.forward()
            self._moved()

    def back(self) -> None:
        """The part before."""
        if self._live():
            self._work.back()
            self._moved()

    def _live(self) -> bool:
        return self._work.read().state in ("running", "paused")

    def _after_deed(self) -> None:
        if self._live():
            self.watch.moved()
            self.refresh()
        else:
            self.part_left.emit()

    def _moved(self) -> None:
        self.watch.moved()
        self.refresh()
        slot = self._work.current()
        if slot is None or slot.tool != self._tool:
            self.part_left.emit()

    def _add(self, minutes: float) -> None:
        if self._live():
            self._work.add(minutes)
            self.watch.moved()
            self.refresh()

    def _minute_more(self) -> None:
        self._add(1)

    def _minute_less(self) -> None:
        self._add(-1)

    def _five_more(self) -> None:
        self._add(5)

    def _five_less(self) -> None:
        self._add(-5)
