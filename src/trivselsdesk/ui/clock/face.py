"""What the clock shows at a moment: digits, words, share of the disc, and which buttons stand below."""

from __future__ import annotations

import math
from datetime import date, datetime

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from trivselsdesk.domain import part
from trivselsdesk.domain.danish import format_date, format_duration
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.timing import LAST_SECONDS, Reading
from trivselsdesk.ui.clock.clockwork import Clockwork, clock_words, digits

CONTEXT = "ClockFace"

_OF = QT_TRANSLATE_NOOP("ClockFace", "tilbage af {minutes} min")
_PAUSED = QT_TRANSLATE_NOOP("ClockFace", "på pause · {minutes} min")
_OVER = QT_TRANSLATE_NOOP("ClockFace", "over tid")
_PAUSED_OVER = QT_TRANSLATE_NOOP("ClockFace", "over tid · på pause")
_TODAY = QT_TRANSLATE_NOOP("ClockFace", "planlagt start")
_DAY = QT_TRANSLATE_NOOP("ClockFace", "planlagt {day}")
_NEXT = QT_TRANSLATE_NOOP("ClockFace", "Næste: {part}")
_BACK_TO = QT_TRANSLATE_NOOP("ClockFace", "Bagefter tilbage til: {part}")
_THEN_END = QT_TRANSLATE_NOOP("ClockFace", "Bagefter slutter mødet · {time}")
_ENDED_AGAIN = QT_TRANSLATE_NOOP("ClockFace", "Bagefter er mødet slut igen")
_FIXED = QT_TRANSLATE_NOOP("ClockFace", "Kl. {time} (om {minutes}): {part}")
_FIXED_LATE = QT_TRANSLATE_NOOP("ClockFace", "{minutes} for sent til kl. {time}: {part}")
_FIXED_PASSED = QT_TRANSLATE_NOOP("ClockFace", "Skulle være begyndt kl. {time}: {part}")
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
    following: str = ""
    """What comes after the part under way, in words; empty when the meeting is not under way."""
    revisit: bool = False
    """The part was opened again, and the way on leads back to where they were."""
    fixed: str = ""
    """How long it is to the next part with a fixed clock time; empty where there is none ahead."""
    fixed_late: bool = False
    """The part will begin after its time, as things stand."""
    next_words: str = ""
    """On the button that leads on, where it does not lead to the next part."""


def face(
    reading: Reading,
    last: bool,
    can_back: bool,
    today: date,
    *,
    following: str = "",
    revisit: bool = False,
    fixed: str = "",
) -> Face:
    """The face for a reading. ``last`` and ``can_back`` say where the part under way stands,
    ``following`` is the title of the part that comes next, ``fixed`` of the next with a clock time."""
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
    amber = left <= LAST_SECONDS
    return Face(
        state,
        digits(left),
        token,
        words,
        share,
        amber,
        over,
        last,
        can_back,
        _following(reading, last, following, revisit),
        revisit,
        *_until(reading, fixed),
    )


def current_face(work: Clockwork, today: date) -> Face:
    """The face as the clock stands now."""
    following, reading = work.next(), work.read()
    fixed = reading.fixed[0].item.title if reading.fixed else ""
    return face(
        reading,
        work.is_last(),
        work.before() is not None,
        today,
        following=part.fill(work.book, work.pack, following.title) if following else "",
        revisit=work.is_revisit(),
        fixed=part.fill(work.book, work.pack, fixed),
    )


def _until(reading: Reading, title: str) -> tuple[str, bool]:
    """How long until the next fixed clock time, and whether the meeting comes too late for it."""
    if reading.fixed is None:
        return "", False
    slot, at = reading.fixed
    begins = next((each.start for each in reading.times if each.slot.id == slot.id), at)
    late = round((begins - at) / 60)
    words = _FIXED_PASSED if reading.now >= at else _FIXED_LATE if late > 0 else _FIXED
    minutes = late if late > 0 else math.ceil((at - reading.now) / 60)
    spelt = _said(words).format(
        time=clock_words(at, passed=True), part=title, minutes=format_duration(max(0, minutes))
    )
    return spelt, late > 0


def _following(reading: Reading, last: bool, title: str, revisit: bool) -> str:
    if last:
        return _said(_ENDED_AGAIN if revisit else _THEN_END).format(time=clock_words(reading.end))
    return _said(_BACK_TO if revisit else _NEXT).format(part=title) if title else ""


def _said(words: str) -> str:
    return QCoreApplication.translate(CONTEXT, words)
