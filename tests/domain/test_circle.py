"""Cirkelsparring: one line of steps, where the talk is at any moment, and rounds of the unit's own."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trivselsdesk import paths
from trivselsdesk.domain import circle
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.commands.base import Command
from trivselsdesk.domain.commands.circle import SetCircle
from trivselsdesk.domain.commands.groups import MakeGroups
from trivselsdesk.domain.commands.rows import AddRow, PutRecord
from trivselsdesk.domain.pack import CircleRound, Pack, Tool
from trivselsdesk.domain.records import CircleWalk, Person
from trivselsdesk.domain.setup import new_programme
from trivselsdesk.domain.timing import read
from trivselsdesk.domain.wall.circle import circle_at, circle_wall
from trivselsdesk.domain.wall.scene import Scene
from trivselsdesk.packs.loader import load_pack

ROUNDS = (
    CircleRound(title="Fortæl", minutes=2, who="focus"),
    CircleRound(title="Spørg", minutes=3, who="others"),
)


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack(paths.resource_dir() / "packs" / "trivselsredskab")


def do(book: Book, command: Command) -> None:
    book.apply(book.changes(command.edits(book)))


def tool_of(pack: Pack) -> Tool:
    found = pack.first_tool(circle.KIND)
    assert found is not None
    return found


def test_each_person_goes_through_all_rounds() -> None:
    plan = circle.steps(ROUNDS, 3)
    assert [(each.turn, each.title) for each in plan[:3]] == [(0, "Fortæl"), (0, "Spørg"), (1, "Fortæl")]
    assert circle.left_from(plan, 0) == 3 * 5 * 60
    assert circle.where(plan, 900.0) == circle.CircleNow(0, plan[0], 120.0, 900.0)
    second = circle.where(plan, 900.0 - 120)
    assert second is not None and (second.place, second.left) == (1, 180.0)
    over = circle.where(plan, 0.0)
    assert over is not None and over.over and over.place == 5
    assert circle.where((), 5.0) is None


@given(st.lists(st.integers(1, 60), min_size=1, max_size=8), st.integers(1, 9), st.floats(0, 1))
def test_the_place_and_what_is_left_add_up(minutes: list[int], people: int, part: float) -> None:
    plan = circle.steps([CircleRound(title="R", minutes=each) for each in minutes], people)
    whole = circle.left_from(plan, 0) * part
    now = circle.where(plan, whole)
    assert now is not None and 0 <= now.left <= now.step.seconds
    if not now.over:
        assert abs(now.left + circle.left_from(plan, now.place + 1) - whole) < 0.001


def test_the_units_own_rounds_stand_and_are_given_back(pack: Pack) -> None:
    book = Book(new_programme(pack, "Kastanjen", datetime(2026, 5, 5)))
    key, tool = book.programme.id, tool_of(pack)
    standard = tool.params["rounds"]
    assert circle.rounds_of(book, tool) == standard and not circle.are_own(book, tool)
    do(book, PutRecord(programme_id=key, record=circle.own_rounds(key, tool, ROUNDS)))
    assert circle.rounds_of(book, tool) == ROUNDS and circle.are_own(book, tool)
    do(book, PutRecord(programme_id=key, record=circle.own_rounds(key, tool, ())))
    assert circle.rounds_of(book, tool) == standard


def test_damaged_rounds_are_passed_over() -> None:
    assert circle.read_rounds("x | focus | A\n999 | all | B\n0 | all | C\n2 | ingen | D\n\n3 | all |  ") == (
        CircleRound(title="C", minutes=1, who="all"),
    )


def test_the_wall_walks_on_by_itself_and_names_nobody_where_names_are_off(pack: Pack) -> None:
    book = Book(new_programme(pack, "Kastanjen", datetime(2026, 5, 5)))
    key, meeting, tool = book.programme.id, book.meeting, tool_of(pack)
    for name in ("Anna", "Bo", "Cia", "Dan", "Eva"):
        do(book, AddRow(programme_id=key, record=Person(id=name, programme_id=key, name=name)))
    groups = (("g1", "", (("Anna", ""), ("Bo", ""), ("Cia", ""))), ("g2", "", (("Dan", ""), ("Eva", ""))))
    do(book, MakeGroups(programme_id=key, meeting_id=meeting.id, groups=groups))

    def scene(names: bool) -> Scene:
        return Scene(book, pack, meeting, read(book, meeting, 0.0, 1000.0), None, names=names)

    assert circle_wall(scene(True), tool) is None
    walk = CircleWalk(id=meeting.id, programme_id=key, meeting_id=meeting.id, state="running")
    whole = circle.left_from(circle.steps(circle.rounds_of(book, tool), 3), 0)
    do(book, SetCircle(programme_id=key, walk=CircleWalk(**{**vars(walk), "deadline": 1000.0 + whole})))
    shown = circle_wall(scene(True), tool)
    assert shown is not None

    def lines(at: float) -> list[str]:
        return [line.text for line in circle_at(shown, at)[0].blocks[0].lines]

    each = whole / 3
    assert lines(1000.0) == ["Anna", "Dan"]
    assert lines(1000.0 + each + 1) == ["Bo", "Eva"]
    assert lines(1000.0 + 2 * each + 1) == ["Cia", "alle taler videre"]
    clock = circle_at(shown, 1010.0)[1]
    assert clock is not None and (clock.state, clock.left, clock.allotted) == ("running", 110.0, 120.0)
    assert circle_at(shown, 1000.0 + whole)[0].question == "Alle har været i fokus"
    unnamed = circle_wall(scene(False), tool)
    assert unnamed is not None and unnamed.groups[0][0] == "person 1"
