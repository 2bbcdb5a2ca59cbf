"""The clock beside the questions: time left for the theme that the room is at, and on to the next theme."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trivselsdesk.domain import theme_time
from trivselsdesk.domain.agenda import Slot
from trivselsdesk.domain.commands.agreeing import SetThemeTime
from trivselsdesk.domain.danish import shortened
from trivselsdesk.domain.pack import Aid
from trivselsdesk.domain.records import Initiative, ThemeTime
from trivselsdesk.domain.theme_time import Share
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.clock.beside import ClockBeside
from trivselsdesk.ui.clock.face import current_face, face
from trivselsdesk.ui.widgets.fields import flush_all


class ThemeClock(ClockBeside):
    """Worked out from the clock of the part, so that the two never disagree (003: D23)."""

    theme_begun = Signal(str)
    """Another theme has the time now: its initiative."""
    told = Signal(str, str)
    """The initiative whose time runs (empty for none), and how much the others get, in words."""

    def __init__(self, bridge: Bridge, tool: str, place: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(bridge, tool, place, parent)
        self._shown = ""
        self._told = ("", "")
        # The bar that comes up over time speaks of the part, not of the theme.
        self.watch.forward.disconnect(self.forward)
        self.watch.forward.connect(self.next_part)
        self.watch.add.disconnect(self._add)
        self.watch.add.connect(self._add_to_part)
        first = self.panel.menu.actions()[0]
        self._on = self.panel.menu.addAction(self.tr("Næste trin i mødet"))
        self.panel.menu.removeAction(self._on)
        self.panel.menu.insertAction(first, self._on)
        self._on.triggered.connect(self.next_part)

    def show_for(self, initiative_id: str) -> None:
        """The initiative that is looked at; empty for none."""
        if initiative_id != self._shown:
            self._shown = initiative_id
            if self._work.programme_id:
                self.refresh()

    def share(self) -> Share | None:
        """How the time stands for the theme under way; None where no part with themes is."""
        slot = self._slot()
        if slot is None:
            return None
        return theme_time.share(self._work.book, self._work.meeting, slot, self._bridge.seconds())

    def aids(self) -> tuple[Aid, ...]:
        """The tools that lie ready in the part under way, where this room holds it."""
        if not self._work.programme_id or not self._live() or self._slot() is None:
            return ()
        return self._work.aids()

    def take_up(self, aid_id: str) -> bool:
        """Take up one of the ``aids``; the meeting room shows it."""
        flush_all()
        return self._work.take_up(aid_id) or self._work.clock.aid == aid_id

    def refresh(self) -> None:
        """Draw the face as it is now."""
        held = self.share() if self._work.programme_id and self._live() else None
        self._tell(held)
        if held is None:
            super().refresh()
            self._on.setVisible(False)
            return
        self.setVisible(True)
        self._place.setVisible(self.watch.asks)
        reading = replace(self._work.read(), left=held.left, allotted=held.given)
        target = self._target(held)
        self._on.setVisible(bool(target))
        if not target:
            whole = current_face(self._work, self._bridge.today())
            shown = face(reading, whole.last, self._can_back(), self._bridge.today())
            shown = replace(shown, following=whole.following, revisit=whole.revisit)
        else:
            shown = face(reading, False, self._can_back(), self._bridge.today())
            name = self._name(target)
            words = self.tr("Begynd temaet") if self._is_chosen(held) else self.tr("Næste tema")
            shown = replace(shown, following=self.tr("Næste: {part}").format(part=name), next_words=words)
        self.panel.show_face(shown)

    def forward(self) -> None:
        """The next theme, or the one that is looked at; after the last the next part."""
        held = self.share() if self._live() else None
        target = self._target(held) if held is not None else ""
        if target:
            self._begin(target)
        else:
            super().forward()

    def next_part(self) -> None:
        """On in the meeting, whatever themes wait."""
        super().forward()

    def back(self) -> None:
        """The theme before; before the first, the part before."""
        before = self._before() if self._live() else None
        if before is None:
            super().back()
        elif self._bridge.run(SetThemeTime(programme_id=self._work.programme_id, time=before)):
            self._say_begun(before.initiative_id)

    def _add(self, minutes: float) -> None:
        """Minutes for the theme; the part is given them too. None are taken that are not left."""
        slot, held = self._slot(), self.share()
        if slot is None or held is None or not self._live():
            super()._add(minutes)
            return
        if minutes < 0:
            minutes = -min(-minutes, max(0.0, held.left) / 60)
        now = self._bridge.seconds()
        longer = theme_time.longer(self._work.book, self._work.meeting, slot, minutes * 60, now)
        if longer is not None and self._work.add(minutes):
            self._bridge.run(SetThemeTime(programme_id=self._work.programme_id, time=longer))
        self.watch.moved()
        self.refresh()

    def _add_to_part(self, minutes: float) -> None:
        super()._add(minutes)

    def keep(self) -> None:
        """Write down whose time it is before that theme is set in motion: it would not be open any more."""
        slot = self._slot() if self._work.programme_id and self._live() else None
        if slot is None or self._work.book.find(ThemeTime, slot.id) is not None:
            return
        now = self._bridge.seconds()
        known = theme_time.longer(self._work.book, self._work.meeting, slot, 0.0, now)
        if known is not None:
            self._bridge.run(SetThemeTime(programme_id=self._work.programme_id, time=known))

    def _begin(self, initiative_id: str) -> None:
        slot = self._slot()
        if slot is None:
            return
        flush_all()
        now = self._bridge.seconds()
        time = theme_time.begun(self._work.book, self._work.meeting, slot, initiative_id, now)
        if self._bridge.run(SetThemeTime(programme_id=self._work.programme_id, time=time)):
            self._say_begun(initiative_id)

    def _say_begun(self, initiative_id: str) -> None:
        self.watch.moved()
        self.theme_begun.emit(initiative_id)
        self.refresh()

    def _slot(self) -> Slot | None:
        slot = self._work.current()
        return slot if slot is not None and slot.tool == self._tool else None

    def _before(self) -> ThemeTime | None:
        slot = self._slot()
        if slot is None:
            return None
        return theme_time.taken_back(self._work.book, self._work.meeting, slot, self._bridge.seconds())

    def _can_back(self) -> bool:
        return self._before() is not None or self._work.before() is not None

    def _is_chosen(self, held: Share) -> bool:
        return self._shown in held.waiting

    def _target(self, held: Share) -> str:
        return self._shown if self._is_chosen(held) else theme_time.following(self._work.book, held)

    def _name(self, initiative_id: str) -> str:
        initiative = self._work.book.find(Initiative, initiative_id)
        name = initiative.name.strip() if initiative else ""
        return shortened(name, 60) or self.tr("Uden navn")

    def _tell(self, held: Share | None) -> None:
        words = ""
        if held is not None:
            minutes = max(0, round(held.each / 60))
            words = self.tr("{minutes} min til hvert tema").format(minutes=minutes)
            if held.waiting and minutes != round(held.given / 60):
                words = self.tr("{minutes} min til hvert af de næste").format(minutes=minutes)
        told = (held.initiative_id if held else "", words)
        if told != self._told:
            self._told = told
            self.told.emit(*told)
