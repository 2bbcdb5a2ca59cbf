"""What really happened: starts, minutes and pauses beside the plan, also after jumps."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.domain.sample import PACK, put, step
from tests.domain.test_timing import Room, hhmm
from trivselsdesk.domain import timing
from trivselsdesk.domain.actual import ActualItem, ActualMeeting, actual
from trivselsdesk.domain.runsheet import run_sheet


@pytest.fixture
def room() -> Room:
    return Room()


def held(room: Room, clock: str) -> ActualMeeting:
    return actual(room.book, room.book.meeting, room.at(clock))


def row(found: ActualMeeting, title: str) -> ActualItem:
    return next(each for each in found.items if each.item.title == title)


def sheet_clocks(room: Room) -> dict[str, str]:
    """The column »Faktisk kl.« of the paper."""
    sheet = run_sheet(room.book, PACK, room.book.meeting, date(2026, 5, 20))
    found = {each.title: each.actual for each in sheet.rows}
    assert sheet.end is not None
    return found | {"Slut": sheet.end.actual}


def test_before_the_start_only_the_plan_is_known(room: Room) -> None:
    found = held(room, "12.50")
    assert (found.state, found.started, found.ended, found.paused_minutes) == ("ready", 0.0, 0.0, 0.0)
    assert [each.planned_minutes for each in found.items] == [10, 10, 40, 10, 20, 60, 10]
    assert hhmm(row(found, "Pause").planned_start) == "14.00"
    assert {each.minutes for each in found.items} == {0.0}
    assert set(sheet_clocks(room).values()) == {""}


def test_planned_and_actual_stand_side_by_side(room: Room) -> None:
    room.go("Velkomst", "13.02")
    room.go("Individuel refleksion", "13.14")
    room.go("Præsentér", "13.24")
    found = held(room, "13.39")
    opening = row(found, "Velkomst")
    assert (hhmm(opening.planned_start), opening.planned_minutes) == ("13.00", 10)
    assert (hhmm(opening.started), hhmm(opening.ended), opening.minutes) == ("13.02", "13.14", 12.0)
    board = row(found, "Vores hverdag")
    assert (board.state, board.ended, board.minutes) == ("current", 0.0, 15.0)
    assert [part.state for part in board.parts] == ["current", "ahead", "ahead"]
    assert row(found, "Pause").state == "ahead"


def test_a_pause_is_no_part_of_what_a_part_took(room: Room) -> None:
    room.go("Velkomst", "13.00")
    room.hold("13.04")
    assert held(room, "13.08").paused_minutes == 4.0
    room.go_on("13.09")
    room.go("Individuel refleksion", "13.15")
    found = held(room, "13.15")
    assert row(found, "Velkomst").minutes == 10.0
    assert hhmm(row(found, "Velkomst").ended) == "13.15"
    assert found.paused_minutes == 5.0


def test_a_part_opened_again_keeps_its_first_start_and_adds_up(room: Room) -> None:
    room.go("Velkomst", "13.00")
    room.go("Individuel refleksion", "13.08")
    room.go("Velkomst", "13.10")
    room.go("Individuel refleksion", "13.13")
    room.go("Præsentér", "13.21")
    found = held(room, "13.21")
    opening = row(found, "Velkomst")
    assert (hhmm(opening.started), hhmm(opening.ended), opening.minutes) == ("13.00", "13.13", 11.0)
    second = row(found, "Individuel refleksion")
    assert (hhmm(second.started), second.minutes) == ("13.08", 10.0)
    assert sheet_clocks(room)["Individuel refleksion"] == "13.08"


def test_what_was_passed_over_is_told_apart_from_what_was_held(room: Room) -> None:
    room.go("Velkomst", "13.00")
    room.go("Saml", "13.10")
    found = held(room, "13.12")
    assert row(found, "Individuel refleksion").state == "skipped"
    board = row(found, "Vores hverdag")
    assert [part.state for part in board.parts] == ["skipped", "current", "ahead"]
    assert hhmm(board.started) == "13.10"
    clocks = sheet_clocks(room)
    assert (clocks["Individuel refleksion"], clocks["Vores hverdag"]) == ("", "13.10")


def test_after_a_jump_back_the_parts_that_were_held_stay_held(room: Room) -> None:
    room.go("Velkomst", "13.00")
    room.go("Individuel refleksion", "13.10")
    room.go("Præsentér", "13.20")
    room.go("Velkomst", "13.30")
    found = held(room, "13.31")
    assert row(found, "Velkomst").state == "current"
    assert (row(found, "Individuel refleksion").state, row(found, "Individuel refleksion").minutes) == (
        "done",
        10.0,
    )


def test_the_end_is_when_the_last_part_was_left(room: Room) -> None:
    room.go("Opsamling og tak", "15.30")
    room.end("15.42")
    found = held(room, "18.00")
    assert (found.state, hhmm(found.ended), found.paused_minutes) == ("ended", "15.42", 0.0)
    assert row(found, "Opsamling og tak").minutes == 12.0
    assert sheet_clocks(room)["Slut"] == "15.42"


def test_minutes_changed_while_a_part_runs_do_not_change_what_it_took(room: Room) -> None:
    room.go("Præsentér", "13.00")
    put(room.book, replace(step(room.book, "praesenter"), minutes=30))
    found = room.read("13.10")
    assert (found.left, found.allotted) == (20 * 60, 30 * 60)
    assert held(room, "13.10").items[2].minutes == 10.0
    room.hold("13.10")
    put(room.book, replace(step(room.book, "praesenter"), minutes=15))
    room.go_on("13.12")
    assert room.read("13.13").left == 4 * 60
    room.add(1, "13.13")
    assert room.read("13.13").left == 5 * 60
    room.go("Saml", "13.14")
    assert timing.log_of(room.book, room.book.meeting, room.slot("Præsentér").id).used == 12 * 60


def test_a_meeting_set_back_has_no_traces(room: Room) -> None:
    room.go("Velkomst", "12.40")
    room.add(5, "12.41")
    room.go("Individuel refleksion", "12.44")
    room.store(*timing.not_begun(room.book, room.book.meeting))
    assert room.read("12.50").state == "ready"
    assert {each.minutes for each in held(room, "12.50").items} == {0.0}
    assert set(sheet_clocks(room).values()) == {""}
    room.go("Velkomst", "13.00")
    assert (room.read("13.00").left, room.read("13.00").drift) == (600, 0.0)
