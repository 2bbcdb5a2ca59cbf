"""When a meeting is planned to start, as a moment that its clock can be held against."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from trivselsdesk.domain.records import ClockState, Meeting

OTHER_TIME_MINUTES = 120
"""A meeting that began this far from its planned start was moved or rehearsed, not late. Ours."""


def moment(day: date, minutes: int) -> float:
    """Seconds since 1970 for a local day and minutes after midnight."""
    return (datetime.combine(day, time()) + timedelta(minutes=minutes)).timestamp()


def planned_start(meeting: Meeting, clock: ClockState, now: float) -> float:
    """The start that the plan counts from, in seconds since 1970.

    Before the meeting: its own day, or today while it has none. Afterwards: the day it was held,
    and where it was held at quite another time than planned, the moment it really began.
    """
    if not clock.meeting_started:
        return moment(meeting.day or datetime.fromtimestamp(now).date(), meeting.start)
    began = clock.meeting_started
    planned = moment(datetime.fromtimestamp(began).date(), meeting.start)
    return began if abs(began - planned) > OTHER_TIME_MINUTES * 60 else planned
