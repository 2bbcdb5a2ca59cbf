"""The window's messages, made when there is first something to say: the first picture does without."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

if TYPE_CHECKING:
    from trivselsdesk.store.store import ChangeSet
    from trivselsdesk.ui.messages import Messages

CLOCK_STEP = "set_clock"
"""Steps of the clock take no part in undo."""


def _to_another_part(changes: ChangeSet) -> bool:
    """Whether the meeting has gone on to another part of its drejebog."""
    slots = [[getattr(row, "slot", "") for row in (each.before, each.after)] for each in changes.changes]
    return any(before != after for before, after in slots)


class Voice(QObject):
    """What can be connected to before anything has been said. Hands on what the messages ask for."""

    undo_wanted = Signal()
    again_wanted = Signal()
    copy_wanted = Signal()
    stop_wanted = Signal()
    saved = Signal(bool, str)
    """Whether all is written, and a sentence about it."""

    def __init__(
        self,
        ground: QWidget,
        banners: QVBoxLayout,
        foot: Callable[[], int],
        place: Callable[[], QRect | None],
    ) -> None:
        """As ``Messages`` takes them."""
        super().__init__(ground)
        self._ground, self._banners, self._foot, self._place = ground, banners, foot, place
        self._messages: Messages | None = None

    @property
    def messages(self) -> Messages:
        """What is said to the user."""
        if self._messages is None:
            from trivselsdesk.ui.messages import Messages

            self._messages = messages = Messages(self._ground, self._banners, self._foot, self._place)
            messages.undo_wanted.connect(self.undo_wanted)
            messages.again_wanted.connect(self.again_wanted)
            messages.copy_wanted.connect(self.copy_wanted)
            messages.stop_wanted.connect(self.stop_wanted)
            messages.saved.connect(self.saved)
        return self._messages

    @property
    def in_trouble(self) -> bool:
        """Whether the bar about trouble stands there."""
        return self._messages is not None and self._messages.in_trouble

    def say(self, icon: str, sentence: str) -> None:
        """Something short; the icon may be empty."""
        self.messages.say(icon, sentence)

    def say_with_undo(self, icon: str, sentence: str) -> None:
        """The same with »Fortryd«."""
        self.messages.say_with_undo(icon, sentence)

    def say_refused(self, sentence: str) -> None:
        """Why something was not done."""
        self.messages.say_refused(sentence)

    def show_working(self, share: float) -> None:
        """How far a long step is, 0 to 1."""
        self.messages.show_working(share)

    def end_working(self, stopped: bool) -> None:
        """The long step is done, or was given up."""
        self.messages.end_working(stopped)

    def overtaken(self, changes: ChangeSet) -> None:
        """Something was changed since: the short message may offer to undo what is no longer the latest."""
        if changes.step.name != CLOCK_STEP:
            self.messages.toast.overtaken()
        elif _to_another_part(changes):
            self.dismiss()

    def dismiss(self) -> None:
        """Take the short message away."""
        if self._messages is not None:
            self._messages.toast.dismiss()

    def fall_silent(self) -> None:
        """Take all of it away: the store is about to be closed."""
        self.dismiss()
        if self._messages is not None:
            self._messages.clear_trouble()
