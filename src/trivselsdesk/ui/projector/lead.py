"""Leads the wall through a meeting: in which mode it is, on which screen, when drawn, and whether at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QScreen
from PySide6.QtWidgets import QWidget

from trivselsdesk.domain.wall.follow import FollowScene
from trivselsdesk.domain.wall.model import FOLLOW, FREEZE, Wall
from trivselsdesk.store.store import ChangeSet
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.projector.moving import bring_back, move_to
from trivselsdesk.ui.projector.screens import Screens, identity
from trivselsdesk.ui.projector.showing import Showing
from trivselsdesk.ui.projector.state import WallState, from_text
from trivselsdesk.ui.surface.model import Aloft

if TYPE_CHECKING:
    from trivselsdesk.ui.projector.window import AudienceWindow

TICK_MS = 250
SOON_MS = 30
"""The console is painted first; many changes at once are one picture."""
FOLLOW_MS = 33


class Lead(QObject):
    """Belongs to the window, not to a room: the wall goes on whatever the facilitator looks at."""

    changed = Signal()
    """On, off, another mode or screen: the console shows it."""
    turned = Signal(int)
    """The next (1) or the one before (-1) was asked for at the wall that covers the console."""
    found = Signal(str)
    """A screen (its identity) that nobody has said yes or no to in this meeting."""
    said = Signal(str, str)
    """Something short for the console: icon and sentence."""

    def __init__(self, bridge: Bridge, console: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge, self._console = bridge, console
        self._showing = Showing(bridge)
        self.screens = Screens(self)
        self.programme_id = ""
        self.state = WallState()
        self.window: AudienceWindow | None = None
        self.shared = False
        """Only one screen: the wall covers the console until somebody goes back."""
        self.missing = False
        """The wall is on, but its screen is not there."""
        self._aloft = self._shown_aloft = Aloft()
        self._keys: Sequence[QAction] = ()
        self._tick = _timer(self, TICK_MS, self._on_tick)
        self._soon = _timer(self, SOON_MS, self.refresh, once=True)
        self._carry = _timer(self, FOLLOW_MS, self._on_carry, once=True)
        bridge.changed.connect(self._take)
        self.screens.came.connect(self._on_came)
        self.screens.went.connect(self._on_went)
        self.screens.settled.connect(self._on_settled)

    # The programme

    def open(self, programme_id: str) -> None:
        """A programme is shown on the console: the wall is as it was in its meeting."""
        if programme_id == self.programme_id:
            return
        self.close()
        self.programme_id = programme_id
        self._showing.open(programme_id)
        meeting, day = self._bridge.book(programme_id).meeting.id, self._bridge.today().isoformat()
        self.state = from_text(self._bridge.setting(self._key()), meeting, day)
        if self.state.on:
            self._appear()
        self.changed.emit()

    def close(self) -> None:
        """Let go of the programme; its wall is remembered as it is."""
        self._put_away()
        self.programme_id, self.missing = "", False
        self._showing.close()
        self.state = WallState()
        self.changed.emit()

    def use_keys(self, actions: Sequence[QAction]) -> None:
        """Shortcuts that also work while the wall covers the console."""
        self._keys = actions

    # What the facilitator can do

    @property
    def visible(self) -> bool:
        """Whether the room sees the wall."""
        return self.window is not None and self.window.isVisible()

    def toggle(self) -> None:
        """F5: show the wall, on the other screen if there is one, or put it away."""
        if self.state.on or self.shared:
            self.turn_off()
        else:
            self.turn_on()

    def turn_on(self, wanted: str = "") -> None:
        """Show the wall on the screen with that identity, else on the last one, else on any other."""
        if not self.programme_id:
            return
        beside = self.screens.beside(self._console)
        by_id = {identity(each): each for each in beside}
        screen = by_id.get(wanted) or by_id.get(self.state.screen) or next(iter(beside), None)
        if screen is None:
            self._share()
            return
        name = identity(screen)
        accepted = tuple(dict.fromkeys((*self.state.accepted, name)))
        self._set(on=True, screen=name, accepted=accepted)
        self._appear()
        self.changed.emit()

    def turn_off(self) -> None:
        """Put the wall away; mode and screen are kept for the next time."""
        self._put_away()
        self.missing = False
        self._set(on=False)
        self.changed.emit()

    def decline(self, name: str) -> None:
        """»Ikke nu«: that screen is not asked about again in this meeting."""
        self._set(declined=tuple(dict.fromkeys((*self.state.declined, name))))

    def set_mode(self, mode: str) -> None:
        """Follow, freeze, rules, pause or dark."""
        if not self.programme_id:
            return
        if mode == FREEZE:
            self._showing.freeze(self.state)
        else:
            self._showing.thaw()
        if mode != FOLLOW and self.window is not None:
            # What is in the air is not followed any further, so it does not stay hanging over the picture.
            self._carry.stop()
            self._shown_aloft = Aloft()
            self.window.follow(self._shown_aloft)
        self._set(mode=mode)
        self.refresh()
        self.changed.emit()

    def switch_mode(self, mode: str) -> None:
        """Into a mode, or back from it to following."""
        self.set_mode(FOLLOW if self.state.mode == mode else mode)

    def set_names(self, names: bool) -> None:
        """Whether first names stand on the wall."""
        self._set(names=names)
        self.refresh()
        self.changed.emit()

    def can_swap(self) -> bool:
        """Whether the wall stands on another screen than the console."""
        return self.visible and not self.shared

    def swap(self) -> None:
        """Wall and console change screens."""
        if self.window is None or not self.can_swap():
            return
        own, other = self._console.screen(), self.screens.find(self.state.screen)
        if other is None or other is own:
            return
        self._put_away()
        move_to(self._console, other)
        name = identity(own)
        self._set(screen=name, accepted=tuple(dict.fromkeys((*self.state.accepted, name))))
        self._appear()
        self._console.activateWindow()
        self.changed.emit()

    def look_for_screen(self) -> None:
        """Ask about a screen that is there and has not been asked about in this meeting."""
        if not self.programme_id or self.state.on or self.shared:
            return
        asked = {*self.state.accepted, *self.state.declined}
        new = next((each for each in self.screens.beside(self._console) if identity(each) not in asked), None)
        if new is not None:
            self.found.emit(identity(new))

    # What it shows

    def refresh(self) -> None:
        """Draw the wall as things stand now."""
        self._soon.stop()
        if not self.programme_id or self.window is None or not self.visible:
            return
        pack = self._bridge.known_pack(self.programme_id)
        if pack is None or self._bridge.book(self.programme_id).programme.deleted:
            self.turn_off()
            return
        self.window.show_wall(self.picture(), pack)

    def talk_about(self, initiative_id: str, question_id: str) -> None:
        """The initiative and question that the room is at in the handleplan; empty when it left."""
        if (initiative_id, question_id) != self._showing.talk:
            self._showing.talk = (initiative_id, question_id)
            self._later()

    def show_followed(self, scene: FollowScene | None) -> None:
        """What the room after the meeting is at; None when another room is open."""
        if scene != self._showing.followed:
            self._showing.followed = scene
            self._later()

    def try_out(self, wall: Wall | None) -> None:
        """A picture of the rehearsal, on the screen of last time where there is one beside the console. None
        ends that, and the wall is on or off as it was before. Nothing of it is remembered."""
        began = self._showing.tried is None and wall is not None
        self._showing.tried = wall
        if began and not self.visible:
            beside = self.screens.beside(self._console)
            known = next((each for each in beside if identity(each) == self.state.screen), None)
            screen = known or next(iter(beside), None)
            if screen is not None:
                self._show_on(screen)
        elif wall is None and self.visible and not self.state.on and not self.shared:
            self._put_away()
        self.refresh()

    def follow(self, aloft: Aloft) -> None:
        """Something is carried on the console. The latest place is shown, some thirty times a second."""
        self._aloft = aloft
        if self.visible and self.state.mode == FOLLOW and not self._carry.isActive():
            # At once when the wall has rested: whoever carries has waited already.
            self._carry.start(0)

    def picture(self) -> Wall:
        """What the room sees or would see now; a programme must be open."""
        return self._showing.wall(self.state)

    def _on_tick(self) -> None:
        if (
            self._showing.tried is not None
            or self.window is None
            or self.window.wall is None
            or not self.visible
        ):
            return
        pack = self._bridge.known_pack(self.programme_id)
        if pack is not None:
            wall = self._showing.a_moment_later(self.window.wall, self.state)
            self.window.show_wall(wall, pack)

    def _take(self, changes: ChangeSet) -> None:
        if self.programme_id:
            self._later()

    def _later(self) -> None:
        if self.visible and not self._soon.isActive():
            self._soon.start()

    def _on_carry(self) -> None:
        if self.window is not None and self.visible:
            if self._soon.isActive():
                self.refresh()
            self.window.follow(self._aloft)
            if self._aloft != self._shown_aloft:
                self._shown_aloft = self._aloft
                self._carry.start(FOLLOW_MS)

    # On the screen

    def _appear(self) -> None:
        """Show the window on its screen, if that is there."""
        screen = self.screens.find(self.state.screen)
        self.missing = screen is None
        if screen is None or screen.geometry() == self._console.screen().geometry():
            # Never over the console.
            self.missing = True
            self._put_away()
            return
        self._show_on(screen)

    def _share(self) -> None:
        """One screen: the same picture over the console, until Esc or F5."""
        self.shared = True
        self._show_on(self._console.screen())
        if self.window is not None:
            self.window.activateWindow()
            self.window.say_how_back(self.tr("Tilbage til jeres egen skærm: Esc eller F5"))
        self.changed.emit()

    def _show_on(self, screen: QScreen) -> None:
        if self.window is None:
            # Not before it is wanted: the program starts without it.
            from trivselsdesk.ui.projector.window import AudienceWindow

            self.window = AudienceWindow()
            self.window.left.connect(self.turn_off)
            self.window.turned.connect(self.turned)
            self.window.addActions(list(self._keys))
        window = self.window
        # Beside the console it must never take the keyboard, as window managers let new windows do.
        window.setWindowFlag(Qt.WindowType.WindowDoesNotAcceptFocus, not self.shared)
        window.setScreen(screen)
        window.setGeometry(screen.geometry())
        # Not showFullScreen: that asks for the keyboard.
        window.setWindowState(Qt.WindowState.WindowFullScreen)
        window.show()
        window.setGeometry(screen.geometry())
        if not self.shared:
            self._console.activateWindow()
        self._tick.start()
        self.refresh()

    def _put_away(self) -> None:
        self._tick.stop()
        self._soon.stop()
        self.shared = False
        if self.window is not None and self.window.isVisible():
            self.window.hide()
            self._console.activateWindow()

    def _on_came(self, name: str) -> None:
        if not self.programme_id:
            return
        if self.state.on and (name == self.state.screen or (self.missing and name in self.state.accepted)):
            self._set(screen=name)
            self._appear()
            self.changed.emit()
        elif not self.state.on and name not in (*self.state.declined, *self.state.accepted):
            self.found.emit(name)

    def _on_went(self, name: str) -> None:
        if self._showing.tried is not None and not self.state.on:
            self._put_away()
        if self.state.on and name == self.state.screen:
            # Qt is about to move the window onto the laptop, over the console.
            self._put_away()
            self.missing = True
            self.changed.emit()
        self._after = _timer(self, 0, self._on_settled, once=True)
        self._after.start()

    def _on_settled(self) -> None:
        """After screens changed: no window off screen, none over the console, the wall as large as its
        screen."""
        bring_back(self._console, self.screens)
        if self.shared and self.window is not None:
            self.window.setGeometry(self._console.screen().geometry())
        elif self.state.on:
            was = self.missing
            screen = self.screens.find(self.state.screen)
            own = self._console.screen().geometry()
            if screen is None or screen.geometry() == own:
                self._put_away()
                self.missing = True
            elif not self.visible:
                self._appear()
            elif self.window is not None and self.window.geometry() != screen.geometry():
                # A window that fills a screen keeps its size until it is shown anew.
                self.window.hide()
                self._show_on(screen)
            if was != self.missing:
                self.changed.emit()

    # Remembering

    def _set(self, **values: object) -> None:
        self.state = replace(self.state, **values)  # type: ignore[arg-type]
        if self.programme_id:
            self._bridge.remember(self._key(), self.state.to_text())

    def _key(self) -> str:
        return f"wall:{self.programme_id}"


def _timer(parent: QObject, interval: int, slot: object, *, once: bool = False) -> QTimer:
    timer = QTimer(parent)
    timer.setInterval(interval)
    timer.setSingleShot(once)
    timer.timeout.connect(slot)  # type: ignore[arg-type]
    return timer


__all__ = ["Lead"]
