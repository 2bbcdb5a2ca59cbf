"""When the program may say something about the time by itself: nobody started, far over, long on pause,
or never ended."""

from __future__ import annotations

from datetime import datetime

from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.meeting_start import OTHER_TIME_MINUTES, moment
from trivselsdesk.domain.records import ClockState, Meeting
from trivselsdesk.domain.timing import Reading

START, OVER, PAUSED, FORGOTTEN = "start", "over", "paused", "forgotten"
START_AFTER = 5
"""Minutes after the planned start from which it is asked whether the meeting should begin. Ours."""
OVER_LEAST = 5
"""Minutes over time below which nothing is said. Ours."""
OVER_SHARE = 1 / 3
"""Share of the part's minutes that it must be over by. Ours."""
PAUSED_AFTER = 10
"""Minutes on pause after which it is asked whether time should go on. Ours."""


@dataclass(frozen=True)
class Nudge:
    """Something worth saying. The same ``key`` is said once."""

    kind: str
    """``start``, ``over``, ``paused`` or ``forgotten``."""
    minutes: int
    """Since the planned start, over time, or on pause."""
    key: str


def nudge(meeting: Meeting, clock: ClockState, reading: Reading, now: float) -> Nudge | None:
    """What to say at ``now`` (seconds since 1970), if anything.

    Only on the meeting's own day: a programme without a day is not urged on, and of one that stood on
    pause since an earlier day it is asked whether it ended then.
    """
    if clock.state == "ready":
        if meeting.day is None or not reading.times:
            return None
        late = (now - moment(meeting.day, meeting.start)) / 60
        if START_AFTER <= late <= OTHER_TIME_MINUTES:
            return Nudge(START, int(late), f"start:{meeting.id}:{meeting.day}:{meeting.start}")
    elif clock.state == "paused" and clock.held:
        minutes = int((now - clock.held) // 60)
        if datetime.fromtimestamp(clock.held).date() < datetime.fromtimestamp(now).date():
            return Nudge(FORGOTTEN, minutes, f"forgotten:{clock.held}")
        if minutes >= PAUSED_AFTER:
            return Nudge(PAUSED, minutes, f"paused:{clock.held}")
    elif clock.state == "running" and reading.slot is not None:
        minutes = int(-reading.left // 60)
        if reading.left < 0 and minutes >= max(OVER_LEAST, reading.allotted / 60 * OVER_SHARE):
            return Nudge(OVER, minutes, f"over:{reading.slot.id}:{reading.allotted}")
    return None
