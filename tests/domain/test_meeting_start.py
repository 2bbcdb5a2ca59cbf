"""The plan counts from the day that the meeting is held, not only from the day it was planned for."""

from __future__ import annotations

from datetime import date, datetime

from trivselsdesk.domain.meeting_start import planned_start
from trivselsdesk.domain.records import ClockState, Meeting


def meeting(day: date | None) -> Meeting:
    return Meeting(id="m", programme_id="p", pack_meeting="w", title="Møde", day=day, start=13 * 60)


def clock(began: datetime | None = None) -> ClockState:
    return ClockState(id="m", programme_id="p", meeting_started=began.timestamp() if began else 0.0)


def local(seconds: float) -> datetime:
    return datetime.fromtimestamp(seconds)


NOW = datetime(2026, 5, 12, 9, 0).timestamp()


def test_before_the_meeting_its_own_day_counts() -> None:
    assert local(planned_start(meeting(date(2026, 5, 20)), clock(), NOW)) == datetime(2026, 5, 20, 13, 0)


def test_a_meeting_without_a_day_is_planned_for_today() -> None:
    assert local(planned_start(meeting(None), clock(), NOW)) == datetime(2026, 5, 12, 13, 0)


def test_a_late_start_is_held_against_the_plan() -> None:
    began = clock(datetime(2026, 5, 20, 13, 40))
    assert local(planned_start(meeting(date(2026, 5, 20)), began, NOW)) == datetime(2026, 5, 20, 13, 0)


def test_a_meeting_held_a_day_later_is_not_a_day_late() -> None:
    began = clock(datetime(2026, 5, 21, 13, 5))
    assert local(planned_start(meeting(date(2026, 5, 20)), began, NOW)) == datetime(2026, 5, 21, 13, 0)


def test_a_rehearsal_in_the_morning_counts_from_its_own_start() -> None:
    began = datetime(2026, 5, 20, 9, 3)
    assert local(planned_start(meeting(date(2026, 5, 20)), clock(began), NOW)) == began
