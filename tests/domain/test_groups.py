"""Work in small groups: sizes, seats, role cards and the order of reporting back."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.sample import PACK, fresh, put, run
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.commands.groups import GiveRole, GiveTheme, MakeGroups, SeatPerson
from trivselsdesk.domain.commands.remarks import MarkAttendance
from trivselsdesk.domain.commands.rows import RemoveRow
from trivselsdesk.domain.groups import (
    counts,
    dealt,
    even_sizes,
    group_rules,
    groups_of,
    proposed_count,
    roles_dealt,
    smallest,
    without_group,
)
from trivselsdesk.domain.pack import RoleCard, Span, Tool
from trivselsdesk.domain.records import GroupMember, Initiative, Person

SIZE = Span(least=3, most=5)
ROLES = ("ordstyrer", "tid", "noter", "frem")
TOOL = Tool(
    kind="groups",
    params={
        "size": SIZE,
        "roles": tuple(RoleCard(id=each, title=each.title()) for each in ROLES),
        "questions": ("q1", "q2", "q3"),
        "plenary": ("q4", "q5"),
    },
)
RULES = group_rules(PACK, TOOL)


def room(people: int) -> Book:
    book = fresh()
    for number in range(people):
        put(
            book,
            Person(id=f"p{number}", programme_id=book.programme.id, name=f"P{number}", rank=float(number)),
        )
    put(book, Initiative(id="i1", programme_id=book.programme.id, name="Ro"))
    return book


def make(book: Book, *groups: dict[str, str]) -> None:
    """Groups ``g1``, ``g2`` … of people with their roles."""
    laid = tuple((f"g{place}", "", tuple(group.items())) for place, group in enumerate(groups, start=1))
    run(book, MakeGroups(programme_id=book.programme.id, meeting_id=book.meeting.id, groups=laid))


def seat(book: Book, person: str, group: str) -> None:
    run(
        book,
        SeatPerson(
            programme_id=book.programme.id, meeting_id=book.meeting.id, person_id=person, group_id=group
        ),
    )


def shown(book: Book) -> list[dict[str, str]]:
    """For each group its people with their roles."""
    return [
        {each.person.id: each.member.roles for each in view.seats}
        for view in groups_of(book, book.meeting, RULES)
    ]


@pytest.mark.parametrize(
    ("people", "possible"),
    [(3, [1]), (5, [1]), (6, [2]), (7, [2]), (12, [3, 4]), (25, [5, 6, 7, 8]), (2, [1]), (0, [1])],
)
def test_how_many_groups_of_three_to_five_there_can_be(people: int, possible: list[int]) -> None:
    assert list(counts(people, SIZE)) == possible


def test_there_is_a_group_for_each_theme_where_that_fits() -> None:
    assert proposed_count(12, 4, SIZE) == 4
    assert proposed_count(12, 5, SIZE) == 4
    assert proposed_count(25, 0, SIZE) == 6


@given(st.integers(0, 40), st.integers(1, 9), st.integers(0, 99))
def test_nobody_is_left_out_and_groups_are_even(people: int, groups: int, seed: int) -> None:
    ids = [f"p{number}" for number in range(people)]
    laid = dealt(ids, groups, Random(seed))
    assert sorted(each for group in laid for each in group) == sorted(ids)
    sizes = [len(group) for group in laid]
    assert sizes == even_sizes(people, groups) and max(sizes) - min(sizes) <= 1


@given(st.integers(1, 6), st.integers(0, 99))
def test_every_role_is_held_by_one(seats: int, seed: int) -> None:
    hands = roles_dealt(seats, ROLES, Random(seed))
    assert len(hands) == seats
    assert sorted(role for hand in hands for role in hand.split()) == sorted(ROLES)


def test_a_person_who_moves_leaves_the_role_card_behind() -> None:
    book = room(4)
    make(book, {"p0": "tid", "p1": "noter"}, {"p2": "frem", "p3": ""})
    seat(book, "p0", "g2")
    assert shown(book) == [{"p1": "noter tid"}, {"p2": "frem", "p3": "", "p0": ""}]


def test_somebody_who_comes_late_goes_to_the_smallest_group() -> None:
    book = room(5)
    make(book, {"p0": "", "p1": ""}, {"p2": ""})
    assert [each.id for each in without_group(book, book.meeting)] == ["p3", "p4"]
    there = smallest(groups_of(book, book.meeting, RULES))
    assert there is not None and there.group.id == "g2"
    seat(book, "p3", "g2")
    assert [each.id for each in without_group(book, book.meeting)] == ["p4"]
    seat(book, "p3", "")
    assert [each.id for each in without_group(book, book.meeting)] == ["p3", "p4"]


def test_whoever_is_marked_as_away_is_not_waited_for() -> None:
    book = room(4)
    make(book, {"p0": "", "p1": "", "p2": ""})
    key, meeting = book.programme.id, book.meeting.id
    run(book, MarkAttendance(programme_id=key, meeting_id=meeting, person_id="p3", present=False))
    assert without_group(book, book.meeting) == []


def test_a_role_card_is_handed_over_within_the_group_only() -> None:
    book = room(4)
    make(book, {"p0": "tid", "p1": ""}, {"p2": "tid", "p3": ""})
    member = next(each for each in book.of(GroupMember) if each.person_id == "p1")
    give = GiveRole(programme_id=book.programme.id, member_id=member.id, role="tid")
    run(book, give)
    assert shown(book) == [{"p0": "", "p1": "tid"}, {"p2": "tid", "p3": ""}]
    run(book, give)
    assert shown(book)[0] == {"p0": "", "p1": ""}


def test_groups_outside_the_advice_are_told_and_allowed() -> None:
    book = room(8)
    make(book, {f"p{each}": "" for each in range(6)}, {"p6": "", "p7": ""})
    assert [each.fits for each in groups_of(book, book.meeting, RULES)] == [False, False]


def test_a_group_stands_without_a_theme_when_its_initiative_goes() -> None:
    book = room(3)
    make(book, {"p0": "", "p1": "", "p2": ""})
    run(book, GiveTheme(programme_id=book.programme.id, group_id="g1", initiative_id="i1"))
    view = groups_of(book, book.meeting, RULES)[0]
    assert view.initiative is not None and view.initiative.name == "Ro"
    run(book, RemoveRow(programme_id=book.programme.id, kind=Initiative, id="i1"))
    view = groups_of(book, book.meeting, RULES)[0]
    assert view.initiative is None and view.group.initiative_id == ""


def test_a_person_who_is_taken_off_the_list_leaves_the_group() -> None:
    book = room(3)
    make(book, {"p0": "", "p1": "", "p2": ""})
    run(book, RemoveRow(programme_id=book.programme.id, kind=Person, id="p1"))
    assert list(shown(book)[0]) == ["p0", "p2"]
    assert all(each.person_id != "p1" for each in book.of(GroupMember))


def test_new_groups_take_the_place_of_the_old() -> None:
    book = room(4)
    make(book, {"p0": "", "p1": ""}, {"p2": "", "p3": ""})
    make(book, {"p3": "tid"})
    assert shown(book) == [{"p3": "tid"}]
    assert [each.id for each in without_group(book, book.meeting)] == ["p0", "p1", "p2"]
