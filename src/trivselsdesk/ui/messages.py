"""What the window says to the user: the short message, and the bar that stays while something is wrong.

Each is made when it is first needed: the first picture of the program does without.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

if TYPE_CHECKING:
    from trivselsdesk.store.store import ChangeSet
    from trivselsdesk.ui.widgets.toast import Banner, Toast
    from trivselsdesk.ui.widgets.working import Working

FOOT = 24
"""Px between a toast and what it may not cover."""
CLOCK_STEP = "set_clock"
"""Steps of the clock take no part in undo."""


def _to_another_part(changes: ChangeSet) -> bool:
    """Whether the meeting has gone on to another part of its drejebog."""
    slots = [[getattr(row, "slot", "") for row in (each.before, each.after)] for each in changes.changes]
    return any(before != after for before, after in slots)


class Messages(QObject):
    """Only speaks. What its buttons ask for is done by the window."""

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
        """``foot`` tells how much at the lower edge must not be covered, ``place`` where in the ground a
        message may lie instead."""
        super().__init__(ground)
        self._banners, self._foot, self._place = banners, foot, place
        self._ground = ground
        self._working: Working | None = None
        self._trouble: Banner | None = None

    @cached_property
    def toast(self) -> Toast:
        """The short message over the window."""
        from trivselsdesk.ui.widgets.toast import Toast

        return Toast(self._ground)

    @property
    def in_trouble(self) -> bool:
        """Whether the bar stands there."""
        return self._trouble is not None

    def say(self, icon: str, sentence: str) -> None:
        """Something short; the icon may be empty."""
        self._show(sentence, icon or None)

    def say_with_undo(self, icon: str, sentence: str) -> None:
        """The same with »Fortryd«."""
        self._show(sentence, icon or None, self.undo_wanted.emit)

    def say_refused(self, sentence: str) -> None:
        """Why something was not done."""
        self._show(sentence, "info")

    def overtaken(self, changes: ChangeSet) -> None:
        """Something was changed since: the short message may offer to undo what is no longer the latest."""
        if changes.step.name == CLOCK_STEP:
            if _to_another_part(changes):
                self.dismiss()
        elif self._has_spoken():
            self.toast.overtaken()

    def dismiss(self) -> None:
        """Take the short message away."""
        if self._has_spoken():
            self.toast.dismiss()

    def fall_silent(self) -> None:
        """Take all of it away: the store is about to be closed."""
        self.dismiss()
        self.clear_trouble()

    def _has_spoken(self) -> bool:
        return "toast" in vars(self)

    def _show(self, sentence: str, icon: str | None, undo: Callable[[], None] | None = None) -> None:
        self.toast.set_within(self._place())
        self.toast.set_bottom(FOOT + self._foot())
        self.toast.say(sentence, icon, undo)

    def show_working(self, share: float) -> None:
        """How far a long step is, 0 to 1; it goes when the step has ended."""
        if self._working is None:
            from trivselsdesk.ui.widgets.working import Working

            self.dismiss()
            self._working = Working(self._ground, FOOT + self._foot())
            self._working.stopped.connect(self.stop_wanted)
            self._working.show()
            self._working.raise_()
        self._working.show_share(share)

    def end_working(self, stopped: bool) -> None:
        """The long step is done, or was given up."""
        bar, self._working = self._working, None
        if bar is not None:
            bar.hide()
            bar.deleteLater()
        if stopped:
            self.say("undo", self.tr("Det blev ikke til noget. Alt er, som det var."))

    def say_fault(self, *, saved: bool) -> None:
        """Something went wrong inside the program; ``saved``: no work was lost."""
        words = self.tr("Noget gik galt i programmet. Luk og åbn, når det sidste er gemt.")
        if saved:
            words = self.tr(
                "Noget gik galt i programmet. Alt, I har skrevet, er gemt. Luk og åbn, hvis det bliver ved."
            )
        self.toast.say(words, "warn")

    def show_trouble(self, kind: str, closed: str) -> None:
        """Put the bar up, or change its words. ``closed`` says why nothing can be written at all."""
        from trivselsdesk.ui import sentences
        from trivselsdesk.ui.widgets.toast import Banner

        only_reading = bool(closed)
        if only_reading:
            kind = "newer" if closed == "newer" else "looking"
        title, sentence = sentences.trouble(kind)
        if self._trouble is not None:
            self._trouble.set_texts(title, sentence)
            return
        banner = Banner("warn" if only_reading else "must", title, sentence)
        if not only_reading:
            banner.add_button(self.tr("Prøv igen"), self.again_wanted.emit)
            banner.add_button(self.tr("Gem en kopi et andet sted …"), self.copy_wanted.emit)
        self._banners.addWidget(banner)
        self._trouble = banner
        self.saved.emit(only_reading, sentence)

    def all_well(self, hint: str) -> None:
        """Writing works. ``hint`` says when the last was written."""
        if self.clear_trouble():
            self.say("check", self.tr("Nu er alt gemt igen."))
        self.saved.emit(True, hint)

    def clear_trouble(self) -> bool:
        """Take the bar away. True when there was one."""
        banner, self._trouble = self._trouble, None
        if banner is None:
            return False
        banner.dismiss()
        self._banners.removeWidget(banner)
        banner.deleteLater()
        return True
