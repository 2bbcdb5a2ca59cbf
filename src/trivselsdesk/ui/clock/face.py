"""What the clock shows at a moment: digits, words, share of the disc, and which buttons stand below."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from trivselsdesk.domain.danish import format_date, format_duration
from trivselsdesk.domain.timing import LAST_SECONDS, Reading
from trivselsdesk.ui.clock.clockwork import clock_words, digits

CONTEXT = "ClockFace"

_OF = QT_TRANSLATE_NOOP("ClockFace", "tilbage af {minutes} min")
_PAUSED = QT_TRANSLATE_NOOP("ClockFace", "på pause · {minutes} min")
_OVER = QT_TRANSLATE_NOOP("ClockFace", "over tid")
_PAUSED_OVER = QT_TRANSLATE_NOOP("ClockFace", "over tid · på pause")
_TODAY = QT_TRANSLATE_NOOP("ClockFace", "planlagt start")
_DAY = QT_TRANSLATE_NOOP("ClockFace", "planlagt {day}")
_LASTED = QT_TRANSLATE_NOOP("ClockFace", "mødet varede {time}")


@dataclass(frozen=True)
class Face:
    """``state`` is ``ready``, ``running``, ``paused`` or ``ended``."""

    state: str
    digits: str
    token: str
    words: str
    share: float
    amber: bool
    over: bool
    last: bool
    """The meeting ends with this part."""
    can_back: bool


def face(reading: Reading, last: bool, can_back: bool, today: date) -> Face:
    """The face for a reading. ``last`` and ``can_back`` say where the part under way stands."""
    state, left = reading.state, reading.left
    if state == "ready":
        start = reading.times[0].start if reading.times else reading.planned_end
        day = datetime.fromtimestamp(start).date()
        words = _said(_TODAY)
        if day != today:
            words = _said(_DAY).format(day=format_date(day, year=day.year != today.year))
        return Face(state, clock_words(start), "ink", words, 1.0, False, False, False, False)
    if state == "ended":
        first = reading.times[0].start if reading.times else reading.end
        lasted = format_duration(max(0, round((reading.end - first) / 60)))
        words = _said(_LASTED).format(time=lasted)
        end = clock_words(reading.end, passed=True)
        return Face(state, end, "ink", words, 0.0, False, False, False, can_back)
    over, held = left <= 0, state == "paused"
    minutes = round(reading.allotted / 60)
    if over:
        words = _said(_PAUSED_OVER if held else _OVER)
    else:
        words = _said(_PAUSED if held else _OF).format(minutes=minutes)
    share = 0.0 if over or not reading.allotted else round(left / reading.allotted, 3)
    token = "warnInk" if over else "ink3" if held else "ink"
    return Face(state, digits(left), token, words, share, left <= LAST_SECONDS, over, last, can_back)


def _said(words: str) -> str:
    return QCoreApplication.translate(CONTEXT, words)
