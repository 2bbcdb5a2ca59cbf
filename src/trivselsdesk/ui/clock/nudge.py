"""A calm bar about the time that nobody asked for: shall we begin, go on, move on? Said once each."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout

from trivselsdesk.domain.agenda import BREAK
from trivselsdesk.domain.danish import format_clock, short_date, shortened
from trivselsdesk.domain.nudge import FORGOTTEN, OVER, PAUSED, START, Nudge, nudge
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.clock.clockwork import Clockwork
from trivselsdesk.ui.widgets.toast import Banner


class NudgeBar(QObject):
    """``look`` at every tick."""

    forward = Signal()
    toggle = Signal()
    add = Signal(float)

    def __init__(self, bridge: Bridge, clockwork: Clockwork, column: QVBoxLayout, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge, self._clockwork, self._column = bridge, clockwork, column
        self._shown: Nudge | None = None
        self._said: set[str] = set()
        self.banner: Banner | None = None

    def look(self) -> None:
        """Show, renew or take away what there is to say."""
        if self._bridge.store.readonly:
            return
        work, now = self._clockwork, self._bridge.seconds()
        found = nudge(work.meeting, work.clock, work.read(), now)
        if found is not None and found.kind == OVER and work.is_revisit():
            # Its time was gone before it was opened again; nobody needs to hear that.
            found = None
        if found is None or (self._shown is not None and found.key != self._shown.key):
            self._take_away()
        if found is None or (self._shown is None and found.key in self._said):
            return
        if found != self._shown:
            self._show(found)

    def forget(self) -> None:
        """Another programme is shown."""
        self._take_away()
        self._said.clear()

    def _show(self, found: Nudge) -> None:
        title, sentence = self._words(found)
        self._shown = found
        self._said.add(found.key)
        if self.banner is not None:
            self.banner.set_texts(title, sentence)
            return
        self.banner = Banner("info", title, sentence, icon="clock", closable=True)
        if found.kind == START:
            self.banner.add_button(self.tr("Start mødet"), self._forward)
        elif found.kind == FORGOTTEN:
            self.banner.add_button(self.tr("Slut mødet"), self._end)
            self.banner.add_button(self.tr("Gå videre med det"), self._toggle)
        elif found.kind == PAUSED:
            self.banner.add_button(self.tr("Lad tiden gå videre"), self._toggle)
        else:
            last = self._clockwork.is_last()
            self.banner.add_button(self.tr("Slut mødet") if last else self.tr("Næste trin"), self._forward)
            self.banner.add_button(self.tr("5 minutter mere"), self._five)
        self.banner.dismissed.connect(self._take_away)
        self._column.insertWidget(0, self.banner)

    def _words(self, found: Nudge) -> tuple[str, str]:
        minutes = self.tr("{minutes} min").format(minutes=found.minutes)
        if found.kind == START:
            at = format_clock(self._clockwork.meeting.start)
            sentence = self.tr("Det var planlagt til kl. {time}. Tiden går først, når I starter.")
            return self.tr("Skal mødet i gang?"), sentence.format(time=at)
        if found.kind == FORGOTTEN:
            day = datetime.fromtimestamp(self._clockwork.clock.held).date()
            title = self.tr("Mødet {day} blev sat på pause og aldrig sluttet").format(day=short_date(day))
            return title, self.tr("Var I færdige? Så slutter det, da I satte det på pause.")
        if found.kind == PAUSED:
            title = self.tr("Tiden har stået på pause i {time}").format(time=minutes)
            return title, self.tr("Skal den gå videre?")
        assert found.kind == OVER
        slot = self._clockwork.current()
        if slot is not None and slot.tool == BREAK:
            return self.tr("Pausen er {time} over tid").format(time=minutes), self.tr("Skal I i gang igen?")
        name = shortened(slot.title, 40) if slot else ""
        title = self.tr("»{part}« er {time} over tid").format(part=name, time=minutes)
        return title, self.tr("Skal I videre, eller har I brug for mere tid?")

    def _take_away(self) -> None:
        self._shown = None
        if self.banner is not None:
            self.banner.hide()
            self._column.removeWidget(self.banner)
            self.banner.deleteLater()
            self.banner = None

    def _forward(self) -> None:
        self._take_away()
        self.forward.emit()

    def _toggle(self) -> None:
        self._take_away()
        self.toggle.emit()

    def _end(self) -> None:
        self._take_away()
        self._clockwork.end_when_paused()

    def _five(self) -> None:
        self._take_away()
        # Five minutes from now, not from when the time was up.
        over = max(0.0, -self._clockwork.read().left) / 60
        self.add.emit(float(round(over) + 5))
