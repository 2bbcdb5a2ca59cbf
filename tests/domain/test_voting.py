"""The stroke vote: how many strokes there are, who goes on, what ties and always-act do."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain import sample
from tests.domain.sample import MATRIX, counter, fresh, note, put, run, theme
from trivselsdesk.domain.board import Card, parked_cards
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.commands.base import Refused
from trivselsdesk.domain.commands.remarks import MarkAttendance
from trivselsdesk.domain.commands.voting import ClearStrokes, SettleVote
from trivselsdesk.domain.pack import Span, Tool
from trivselsdesk.domain.plan import active_initiatives
from trivselsdesk.domain.records import Ballot, Person, Placement, Theme
from trivselsdesk.domain.voting import cut, proposed_places, standing, vote_rules

PACK = replace(sample.PACK, votes_per_person=2)
TOOL = Tool(kind="vote", params={"matrix": MATRIX.id})
TOP = Span(least=3, most=5)


def room(people: int, *themes: tuple[str, int]) -> Book:
    """A meeting with so many people and these themes with their strokes."""
    book = fresh()
    key = book.programme.id
    for number in range(people):
        put(book, Person(id=f"p{number}", programme_id=key, name=f"Person {number}", rank=float(number)))
    for name, votes in themes:
        theme(book, name, "mindre", votes=votes)
        note(book, f"n-{name}", "mindre", theme_id=name)
    return book


def cards(*votes: int) -> list[Card]:
    return [
        Card(f"c{place}", f"Tema {place}", "plain", "note", (), 0, False, False, "", False, count, True)
        for place, count in enumerate(votes)
    ]


def test_twelve_people_with_two_strokes_have_24_and_those_left_are_told() -> None:
    book = room(12, ("ro", 5), ("tid", 2))
    now = standing(book, PACK, book.meeting, TOOL)
    assert (now.allowed, now.given, now.left) == (24, 7, 17)
    assert now.fits


def test_the_number_that_came_goes_before_the_number_that_was_invited() -> None:
    book = room(12, ("ro", 5))
    put(book, Ballot(id=book.meeting.id, programme_id=book.programme.id, people=9))
    assert standing(book, PACK, book.meeting, TOOL).allowed == 18


def test_those_who_are_marked_as_away_have_no_strokes() -> None:
    book = room(12, ("ro", 5))
    key, meeting = book.programme.id, book.meeting.id
    run(book, MarkAttendance(programme_id=key, meeting_id=meeting, person_id="p3", present=False))
    assert standing(book, PACK, book.meeting, TOOL).allowed == 22


def test_more_strokes_for_one_theme_than_people_is_told_even_while_strokes_are_left() -> None:
    book = room(4, ("ro", 5), ("tid", 0))
    now = standing(book, PACK, book.meeting, TOOL)
    assert now.left == 3 and now.over == ("ro",) and not now.fits
    free = replace(TOOL, params=TOOL.params | {"distinct": False})
    assert standing(book, PACK, book.meeting, free).fits


def test_the_numbers_of_the_pack_hold_where_the_tool_names_none() -> None:
    rules = vote_rules(PACK, TOOL)
    assert (rules.each, rules.top, rules.park_rest, rules.all_tied) == (2, Span(least=3, most=5), True, False)


def test_those_who_stand_alike_at_the_line_are_left_to_the_room() -> None:
    found = cut(cards(6, 4, 3, 3, 1), 3)
    assert (found.sure, found.tied, found.rest) == (("c0", "c1"), ("c2", "c3"), ("c4",))
    assert found.open == 1
    assert cut(cards(6, 4, 3, 3, 1), 3, all_tied=True).sure == ("c0", "c1", "c2", "c3")


def test_a_theme_without_a_stroke_never_goes_on_by_itself() -> None:
    found = cut(cards(2, 0, 0), 3)
    assert found.sure == ("c0",) and found.tied == () and found.rest == ("c1", "c2")


def test_the_line_is_proposed_where_it_is_farthest_down() -> None:
    assert proposed_places(cards(8, 7, 6, 5, 1, 1), TOP) == 4
    assert proposed_places(cards(8, 7, 6, 2, 1), TOP) == 3
    assert proposed_places(cards(3, 2), TOP) == 3


@given(st.lists(st.integers(0, 12), max_size=12), st.integers(1, 6))
def test_nothing_is_lost_and_no_tie_is_settled_in_silence(votes: list[int], places: int) -> None:
    field = cards(*votes)
    found = cut(field, places)
    got = {card.id: card.votes for card in field}
    assert sorted([*found.sure, *found.tied, *found.rest]) == sorted(got)
    assert len(found.sure) <= places
    out = [*found.tied, *found.rest]
    # Whoever is in for sure has more than everybody who is not.
    assert all(got[inside] > got[outside] for inside in found.sure for outside in out)
    if found.tied:
        assert 0 < found.open < len(found.tied)
        assert len({got[each] for each in found.tied}) == 1


@given(st.integers(0, 30), st.lists(st.integers(0, 40), max_size=8))
def test_more_than_allowed_is_never_counted_in_silence(people: int, votes: list[int]) -> None:
    book = room(0, *((f"t{place}", count) for place, count in enumerate(votes)))
    put(book, Ballot(id=book.meeting.id, programme_id=book.programme.id, people=people or 1))
    now = standing(book, PACK, book.meeting, TOOL)
    assert now.given == sum(votes)
    assert now.fits == (sum(votes) <= 2 * now.people and all(each <= now.people for each in votes))


def settle(book: Book, chosen: list[str], left_out: list[str], *, park: bool = True) -> None:
    make = counter()
    pairs = tuple((each, f"init-{make()}") for each in chosen)
    run(
        book,
        SettleVote(programme_id=book.programme.id, chosen=pairs, left_out=tuple(left_out), park=park),
    )


def test_the_chosen_become_initiatives_in_their_order_and_the_rest_is_parked() -> None:
    book = room(3, ("ro", 1), ("tid", 3), ("mad", 0))
    settle(book, ["tid", "ro"], ["mad"])
    assert [each.name for each in active_initiatives(book)] == ["tid", "ro"]
    assert [each.title for each in parked_cards(book, PACK)] == ["mad"]
    assert not book.get(Theme, "ro").parked


def test_the_rest_can_stay_where_it_is() -> None:
    book = room(3, ("ro", 1), ("mad", 0))
    settle(book, ["ro"], ["mad"], park=False)
    assert parked_cards(book, PACK) == [] and not book.get(Theme, "mad").chosen


@pytest.mark.parametrize("park", [True, False])
def test_what_always_calls_for_action_can_not_be_voted_away(park: bool) -> None:
    book = room(3, ("ro", 6), ("mobning", 0))
    put(book, replace(book.get(Theme, "mobning"), always_act=True))
    now = standing(book, PACK, book.meeting, TOOL)
    assert [card.id for card in now.always] == ["mobning"]
    assert "mobning" not in [card.id for card in now.cards]
    before = list(book.everything())
    with pytest.raises(Refused):
        settle(book, ["ro"], ["mobning"], park=park)
    assert list(book.everything()) == before


def test_what_is_lifted_stands_outside_the_vote() -> None:
    book = room(3, ("ro", 2), ("penge", 4))
    put(book, replace(book.get(Theme, "penge"), lift="med"))
    now = standing(book, PACK, book.meeting, TOOL)
    assert [card.id for card in now.lifted] == ["penge"] and now.given == 2


def test_counting_can_begin_afresh() -> None:
    book = room(3, ("ro", 2), ("tid", 4))
    put(book, Ballot(id=book.meeting.id, programme_id=book.programme.id, people=3, counted=True))
    run(book, ClearStrokes(programme_id=book.programme.id, meeting_id=book.meeting.id, ids=("ro", "tid")))
    now = standing(book, PACK, book.meeting, TOOL)
    assert now.given == 0 and now.people == 3
    assert not book.get(Ballot, book.meeting.id).counted


def test_a_vote_can_be_about_some_zones_of_a_board() -> None:
    book = room(6, ("ro", 0))
    theme(book, "tak", "godt")
    note(book, "n-tak", "godt", theme_id="tak")

    def asked(board: str, *zones: str) -> list[str]:
        tool = Tool(kind="vote", params={"board": board, "zones": zones})
        return [card.id for card in standing(book, PACK, book.meeting, tool).cards]

    assert asked("hverdag", "mindre") == ["ro"]
    assert asked("hverdag") == ["tak", "ro"]
    # Nobody has sorted: there is everything to choose between.
    assert set(asked("sortering", "bevare")) == {"ro", "tak"}
    key = book.programme.id
    put(book, Placement(id="x", programme_id=key, surface="sortering", card_id="tak", zone="bevare"))
    assert asked("sortering", "bevare") == ["tak"]
