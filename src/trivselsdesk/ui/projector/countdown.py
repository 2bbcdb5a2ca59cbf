"""A break on the wall: how long it still lasts, and when the meeting goes on."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from trivselsdesk.domain.wall.model import Countdown
from trivselsdesk.ui.clock.clockwork import clock_words, digits
from trivselsdesk.ui.projector.strokes import MIDDLE, Element, Ground, Plate, Sign, Words, fitted


class CountdownPlate(Plate):
    """Fills the wall."""

    countdown = Countdown("", 0.0, 0.0)

    def show_countdown(self, countdown: Countdown) -> None:
        """Take the time as it is now."""
        if _seen(countdown) != _seen(self.countdown):
            self.countdown = countdown
            self.changed()

    def lay_out(self, wide: float, high: float) -> list[Element]:
        title, time, below = _seen(self.countdown)
        if time and self.countdown.left <= 0:
            below = self.tr("Vi fortsætter nu")
        elif time:
            below = self.tr("Vi fortsætter kl. {time}").format(time=below)
        found: list[Element] = [Ground(QRectF(0, 0, wide, high), "primary", radius=0)]
        (title, *_), size = fitted(title, wide - 120, (84, 72, 60, 50), 600)
        if not time:
            middle = high / 2
            found.append(Sign("coffee", QRectF(wide / 2 - 90, middle - 210, 180, 180), "noteY"))
            found.append(Words(title, QRectF(60, middle, wide - 120, 110), size, 600, "onPrimary", MIDDLE))
            return found
        top = high / 2 - 290
        found.append(Words(title, QRectF(60, top, wide - 120, 110), size, 600, "onPrimary", MIDDLE))
        found.append(Words(time, QRectF(60, top + 120, wide - 120, 310), 290, 800, "noteY", MIDDLE))
        found.append(Words(below, QRectF(60, top + 450, wide - 120, 90), 64, 500, "onPrimary", MIDDLE))
        return found


def _seen(countdown: Countdown) -> tuple[str, str, str]:
    """Title, digits and when it goes on; the last two are empty for a break without an end."""
    if not countdown.until:
        return countdown.title, "", ""
    return countdown.title, digits(countdown.left), clock_words(countdown.until)
