"""The program speaks of the time by itself only when it helps, and says the same thing once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.domain.sample import OPENING, put
from tests.domain.test_timing import Room
from trivselsdesk.domain import timing
from trivselsdesk.domain.nudge import Nudge, nudge


@pytest.fixture
def room() -> Room:
    return Room()


def said(room: Room, clock: str) -> Nudge | None:
    meeting, now = room.book.meeting, room.at(clock)
    reading = timing.read(room.book, meeting, OPENING, now)
    return nudge(meeting, timing.clock_of(room.book, meeting), reading, now)


def kind(room: Room, clock: str) -> tuple[str, int] | None:
    found = said(room, clock)
    return (found.kind, found.minutes) if found else None


def test_a_meeting_that_nobody_started(room: Room) -> None:
    assert kind(room, "12.59") is None
    assert kind(room, "13.04") is None
    assert kind(room, "13.05") == ("start", 5)
    first, later = said(room, "13.06"), said(room, "13.20")
    assert first is not None and later is not None and first.key == later.key
    assert kind(room, "15.30") is None


def test_without_a_day_nothing_is_urged(room: Room) -> None:
    put(room.book, replace(room.book.meeting, day=None))
    assert kind(room, "13.10") is None


@pytest.mark.parametrize(("at", "wanted"), [("13.10.30", None), ("13.14", None), ("13.15", ("over", 5))])
def test_a_part_far_over(room: Room, at: str, wanted: tuple[str, int] | None) -> None:
    room.go("Velkomst", "13.00")
    assert kind(room, at) == wanted


def test_a_long_part_may_run_over_longer(room: Room) -> None:
    room.go("Hvad skal vi gøre?", "13.00")
    assert kind(room, "14.15") is None
    assert kind(room, "14.20") == ("over", 20)


def test_more_minutes_make_it_a_new_question(room: Room) -> None:
    room.go("Velkomst", "13.00")
    before = said(room, "13.16")
    room.add(5, "13.16")
    assert kind(room, "13.17") is None
    after = said(room, "13.20.10")
    assert before is not None and after is not None and before.key != after.key


def test_a_long_pause(room: Room) -> None:
    room.go("Velkomst", "13.00")
    room.hold("13.02")
    assert kind(room, "13.11") is None
    assert kind(room, "13.13") == ("paused", 11)
    room.go_on("13.13")
    assert kind(room, "13.14") is None
    room.end("13.15")
    assert kind(room, "14.15") is None


def test_a_meeting_on_pause_since_another_day_is_asked_about_as_one_that_was_not_ended(room: Room) -> None:
    room.go("Velkomst", "13.00")
    room.hold("13.02")
    meeting, later = room.book.meeting, room.at("13.02") + 42 * 24 * 3600
    reading = timing.read(room.book, meeting, OPENING, later)
    found = nudge(meeting, timing.clock_of(room.book, meeting), reading, later)
    assert found is not None and found.kind == "forgotten"
