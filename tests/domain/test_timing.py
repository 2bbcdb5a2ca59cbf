"""The meeting's clock: what is left, how far behind, when it ends, and the way back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

import pytest

from tests.domain.sample import OPENING, add_break, fresh, item, put, run, step
from trivselsdesk.domain import timing
from trivselsdesk.domain.agenda import Slot, slots
from trivselsdesk.domain.commands.clock import SetClock
from trivselsdesk.domain.commands.rows import RemoveRow
from trivselsdesk.domain.records import AgendaItem, ClockState, SlotLog


class Room:
    """A meeting with somebody at the clock. Times are ``13.24`` or ``13.24.30``."""

    def __init__(self) -> None:
        self.book = fresh()
        add_break(self.book, after="hverdag")

    def at(self, clock: str) -> float:
        hour, minute, *second = (int(part) for part in clock.split("."))
        return datetime(2026, 5, 20, hour, minute, *second).timestamp()

    def slot(self, title: str) -> Slot:
        return next(each for each in slots(self.book, self.book.meeting) if each.title == title)

    def store(self, clock: ClockState, logs: Iterable[SlotLog] = ()) -> None:
        key = self.book.programme.id
        run(self.book, SetClock(programme_id=key, clock=clock, logs=tuple(logs)))

    def go(self, title: str, clock: str) -> None:
        self.store(*timing.go_to(self.book, self.book.meeting, self.slot(title), self.at(clock)))

    def hold(self, clock: str) -> None:
        self.store(timing.pause(timing.clock_of(self.book, self.book.meeting), self.at(clock)))

    def go_on(self, clock: str) -> None:
        self.store(timing.resume(timing.clock_of(self.book, self.book.meeting), self.at(clock)))

    def add(self, minutes: float, clock: str) -> None:
        self.store(*timing.add_minutes(self.book, self.book.meeting, minutes, self.at(clock)))

    def end(self, clock: str) -> None:
        self.store(*timing.end(self.book, self.book.meeting, self.at(clock)))

    def read(self, clock: str) -> timing.Reading:
        return timing.read(self.book, self.book.meeting, OPENING, self.at(clock))

    def begins(self, clock: str) -> dict[str, str]:
        """When each part began or is expected to begin, read at ``clock``."""
        return {each.slot.title: hhmm(each.start) for each in self.read(clock).times}


def hhmm(moment: float) -> str:
    return f"{datetime.fromtimestamp(moment):%H.%M}"


@pytest.fixture
def room() -> Room:
    return Room()


def test_before_the_start_the_plan_stands(room: Room) -> None:
    found = room.read("12.40")
    assert (found.state, found.slot, found.drift) == ("ready", None, 0.0)
    assert hhmm(found.end) == "15.40"
    assert room.begins("12.40")["Pause"] == "14.00"
    assert {each.state for each in found.times} == {"ahead"}


def test_a_part_counts_down_from_its_minutes(room: Room) -> None:
    room.go("Velkomst", "13.00")
    found = room.read("13.03.30")
    assert found.slot is not None and found.slot.title == "Velkomst"
    assert (found.left, found.allotted) == (6 * 60 + 30, 600)
    assert found.drift == 0.0


def test_two_parts_that_take_twelve_minutes_make_the_meeting_four_minutes_late(room: Room) -> None:
    room.go("Velkomst", "13.00")
    room.go("Individuel refleksion", "13.12")
    room.go("Præsentér", "13.24")
    found = room.read("13.39.48")
    assert found.left == 4 * 60 + 12
    assert found.drift == 4.0
    assert hhmm(found.end) == "15.44"
    assert hhmm(found.planned_end) == "15.40"
    begins = room.begins("13.39.48")
    assert (begins["Velkomst"], begins["Individuel refleksion"], begins["Præsentér"]) == (
        "13.00",
        "13.12",
        "13.24",
    )
    assert (begins["Saml"], begins["Pause"], begins["Find mulighedsrummet"]) == ("13.44", "14.04", "14.14")
    taken = [each.seconds / 60 for each in found.times if each.state == "done"]
    assert taken == [12.0, 12.0]


def test_a_short_part_brings_the_time_back(room: Room) -> None:
    room.go("Velkomst", "13.00")
    room.go("Individuel refleksion", "13.07")
    assert room.read("13.08").drift == -3.0
    assert hhmm(room.read("13.08").end) == "15.37"


def test_overtime_counts_on_and_pushes_the_end(room: Room) -> None:
    room.go("Velkomst", "13.00")
    assert room.read("13.10.40").left == -40
    assert room.read("13.13").drift == 3.0
    assert hhmm(room.read("13.13").end) == "15.43"
    assert room.read("13.13").times[0].seconds == 13 * 60


def test_a_late_start_is_a_delay(room: Room) -> None:
    room.go("Velkomst", "13.06")
    assert room.read("13.06").drift == 6.0
    assert room.begins("13.06")["Velkomst"] == "13.06"


def test_a_held_clock_keeps_what_is_left_while_the_end_moves(room: Room) -> None:
    room.go("Velkomst", "13.00")
    room.hold("13.04")
    assert room.read("13.09").left == 6 * 60
    assert room.read("13.09").state == "paused"
    assert room.read("13.09").drift == 5.0
    room.go_on("13.09")
    assert room.read("13.10").left == 5 * 60
    room.go("Individuel refleksion", "13.15")
    assert timing.log_of(room.book, room.book.meeting, room.slot("Velkomst").id).used == 600


def test_to_hold_or_let_go_twice_changes_nothing(room: Room) -> None:
    room.go("Velkomst", "13.00")
    room.go_on("13.02")
    assert room.read("13.04").left == 6 * 60
    room.hold("13.04")
    room.hold("13.08")
    assert room.read("13.08").left == 6 * 60


def test_minutes_more_or_less_move_the_end_and_are_remembered(room: Room) -> None:
    room.go("Velkomst", "13.00")
    room.add(5, "13.02")
    found = room.read("13.05")
    assert (found.left, found.allotted, found.drift) == (10 * 60, 15 * 60, 5.0)
    room.add(-1, "13.05")
    assert room.read("13.05").drift == 4.0
    room.hold("13.05")
    room.add(1, "13.05")
    assert room.read("13.05").left == 10 * 60
    log = timing.log_of(room.book, room.book.meeting, room.slot("Velkomst").id)
    assert log.extra == 5


def test_taking_minutes_away_stops_at_what_is_left(room: Room) -> None:
    room.go("Velkomst", "13.00")
    room.add(-30, "13.04")
    assert room.read("13.04").left == 0


def test_taking_the_running_item_out_leaves_the_clock_waiting_at_the_next(room: Room) -> None:
    room.go("Velkomst", "13.00")
    opening = room.slot("Velkomst").item
    run(room.book, RemoveRow(programme_id=opening.programme_id, kind=AgendaItem, id=opening.id))
    found = room.read("13.05")
    assert found.state == "paused"
    assert found.slot is not None and found.slot.title == "Individuel refleksion"


def test_a_step_back_opens_the_part_again_with_what_is_left(room: Room) -> None:
    room.go("Præsentér", "13.20")
    room.go("Saml", "13.35")
    room.go("Præsentér", "13.36")
    found = room.read("13.36")
    assert found.slot is not None and found.slot.title == "Præsentér"
    assert found.left == 5 * 60
    assert room.begins("13.36")["Præsentér"] == "13.20"


def test_a_step_on_by_accident_costs_only_what_it_took(room: Room) -> None:
    room.go("Præsentér", "13.20")
    room.go("Saml", "13.35")
    room.go("Præsentér", "13.36")
    found = room.read("13.36")
    # Saml has eleven of its twelve minutes to go.
    saml = next(each for each in found.times if each.slot.title == "Saml")
    assert (saml.state, saml.seconds) == ("ahead", 11 * 60)
    assert found.drift == 0.0
    room.go("Saml", "13.41")
    assert room.read("13.41").left == 11 * 60


def test_a_part_that_went_over_time_opens_in_overtime(room: Room) -> None:
    room.go("Velkomst", "13.00")
    room.go("Individuel refleksion", "13.12")
    room.go("Velkomst", "13.13")
    assert room.read("13.13").left == -2 * 60


def test_parts_that_were_passed_over_take_no_time(room: Room) -> None:
    room.go("Velkomst", "13.00")
    room.go("Præsentér", "13.10")
    found = room.read("13.10")
    skipped = next(each for each in found.times if each.slot.title == "Individuel refleksion")
    assert (skipped.state, skipped.seconds) == ("done", 0.0)
    assert found.drift == -10.0


def test_a_clock_that_is_opened_held_has_all_its_time(room: Room) -> None:
    slot = room.slot("Velkomst")
    room.store(*timing.go_to(room.book, room.book.meeting, slot, room.at("13.00"), run=False))
    assert (room.read("13.20").state, room.read("13.20").left) == ("paused", 600)


def test_the_end_stays_what_it_was(room: Room) -> None:
    room.go("Opsamling og tak", "15.32")
    room.end("15.42")
    found = room.read("18.00")
    assert (found.state, found.slot, found.left) == ("ended", None, 0.0)
    assert hhmm(found.end) == "15.42"
    assert found.drift == 2.0
    assert {each.state for each in found.times} == {"done"}


def test_an_ended_meeting_can_be_opened_again(room: Room) -> None:
    room.go("Opsamling og tak", "15.30")
    room.end("15.36")
    room.go("Opsamling og tak", "15.38")
    assert (room.read("15.38").state, room.read("15.38").left) == ("running", 4 * 60)


def test_new_minutes_in_the_drejebog_move_the_forecast(room: Room) -> None:
    room.go("Velkomst", "13.00")
    put(room.book, replace(item(room.book, "hvad"), minutes=50))
    assert hhmm(room.read("13.00").end) == "15.30"
    put(room.book, replace(step(room.book, "saml"), minutes=10))
    assert room.begins("13.00")["Sortér"] == "13.50"


def test_the_forecast_never_lies_before_now(room: Room) -> None:
    room.go("Opsamling og tak", "15.30")
    for clock in ("15.31", "15.45", "17.10"):
        assert room.read(clock).end >= room.at(clock)


def test_a_meeting_nobody_opened_has_a_fresh_clock() -> None:
    book = fresh()
    clock = timing.clock_of(book, book.meeting)
    assert (clock.id, clock.state) == (book.meeting.id, "ready")
    assert timing.seconds_left(clock, OPENING) == 0.0


def test_all_minutes_can_be_taken_from_a_part_that_has_just_begun(room: Room) -> None:
    room.go("Velkomst", "13.00")
    room.add(-10, "13.00")
    assert room.read("13.00").left == 0
    put(room.book, replace(item(room.book, "velkomst"), minutes=15))
    assert room.read("13.02").left == 3 * 60
    room.go("Individuel refleksion", "13.04")
    assert timing.log_of(room.book, room.book.meeting, room.slot("Velkomst").id).used == 4 * 60


def test_a_clock_of_an_older_file_counts_from_the_minutes_of_its_part(room: Room) -> None:
    room.go("Velkomst", "13.00")
    put(room.book, replace(timing.clock_of(room.book, room.book.meeting), given=-1.0))
    assert room.read("13.04").left == 6 * 60
    room.add(5, "13.04")
    assert room.read("13.04").left == 11 * 60
    room.go("Individuel refleksion", "13.08")
    assert timing.log_of(room.book, room.book.meeting, room.slot("Velkomst").id).used == 8 * 60


def test_after_a_jump_back_what_lies_between_is_done(room: Room) -> None:
    room.go("Velkomst", "13.00")
    room.go("Individuel refleksion", "13.10")
    room.go("Præsentér", "13.15")
    book, meeting = room.book, room.book.meeting
    clock, logs = timing.go_to(
        book, meeting, room.slot("Velkomst"), room.at("13.20"), came_from=room.slot("Præsentér").id
    )
    room.store(clock, logs)
    found = {each.slot.title: each for each in room.read("13.22").times}
    assert (found["Individuel refleksion"].state, found["Individuel refleksion"].seconds) == ("done", 300)
    assert (found["Præsentér"].state, found["Præsentér"].seconds) == ("ahead", 15 * 60)
    assert hhmm(found["Præsentér"].start) == "13.22"
    room.store(replace(timing.clock_of(book, meeting), came_from=timing.THE_END))
    assert {each.state for each in room.read("13.22").times} == {"current", "done"}
