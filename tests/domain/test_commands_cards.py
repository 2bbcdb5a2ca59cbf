"""Commands on cards after the board: sorting, the mulighedsrum, choosing and marking."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.domain.test_commands_notes import do, ids, initiative, placed, theme
from tests.store.desk import P, note, programme, uid
from trivselsdesk.domain.book import Book, NotThere
from trivselsdesk.domain.commands.base import Refused
from trivselsdesk.domain.commands.cards import ChooseCard, MarkCard, PlaceCard, SortCard, Unplace
from trivselsdesk.domain.commands.lifts import WriteEscalation
from trivselsdesk.domain.commands.notes import ParkCards
from trivselsdesk.domain.records import Initiative, Note, Placement, Theme


def sort(card: int, zone: str, index: int | None = None) -> SortCard:
    """Lays a card in a zone."""
    return SortCard(programme_id=P, surface="s", card_id=uid(card), zone=zone, index=index)


def choose(card: int, chosen: bool = True) -> ChooseCard:
    """Chooses a card, or leaves it out."""
    return ChooseCard(programme_id=P, card_id=uid(card), chosen=chosen, initiative_id=uid(500 + card))


def test_cards_are_sorted_in_order_and_stand_once() -> None:
    book = Book([programme(), theme(1), note(31), note(32)])
    for command in (sort(1, "bevare"), sort(31, "bevare"), sort(32, "bevare", 0), sort(31, "forandre")):
        do(book, command)
    assert [each.card_id for each in book.ranked(Placement, lambda p: p.zone == "bevare")] == [
        uid(32),
        uid(1),
    ]
    assert [each.card_id for each in book.ranked(Placement, lambda p: p.zone == "forandre")] == [uid(31)]


def test_cards_that_do_not_show_are_not_counted_when_one_is_dropped() -> None:
    book = Book([programme(), theme(1), theme(2, parked=True), note(31), note(32, theme_id=uid(1)), note(33)])
    for command in (sort(2, "bevare"), sort(32, "bevare"), sort(1, "bevare"), sort(31, "bevare")):
        do(book, command)
    do(book, ParkCards(programme_id=P, ids=(uid(2),)))
    do(book, sort(33, "bevare", 1))
    lying = [each.card_id for each in book.ranked(Placement)]
    assert [each for each in lying if each in (uid(1), uid(31), uid(33))] == [uid(1), uid(33), uid(31)]


def test_cards_chosen_together_are_sorted_together() -> None:
    book = Book([programme(), theme(1), note(31), note(32), note(33, parked=True)])
    do(book, sort(1, "bevare"))
    together = replace(sort(32, "bevare", 0), followers=(uid(33), uid(31)))
    do(book, together)
    assert [each.card_id for each in book.ranked(Placement)] == [uid(32), uid(33), uid(31), uid(1)]
    assert not book.get(Note, uid(33)).parked and together.detail(book) == "3"
    do(book, Unplace(programme_id=P, surface="s", card_id=uid(32), followers=(uid(31),)))
    assert [each.card_id for each in book.ranked(Placement)] == [uid(33), uid(1)]


def test_a_card_is_placed_within_the_edges_and_moved() -> None:
    book = Book([programme(), note(31)])
    for x, y in ((0.25, 0.75), (-4.0, 9.0)):
        do(book, PlaceCard(programme_id=P, surface="m", card_id=uid(31), x=x, y=y))
    (place,) = book.of(Placement)
    assert (place.x, place.y) == (0.0, 1.0)
    do(book, Unplace(programme_id=P, surface="m", card_id=uid(31)))
    assert list(book.of(Placement)) == []


def test_a_parked_card_comes_back_when_it_is_used() -> None:
    book = Book([programme(), note(31, parked=True), theme(1, parked=True)])
    do(book, sort(31, "bevare"))
    do(book, PlaceCard(programme_id=P, surface="m", card_id=uid(1), x=0.5, y=0.5))
    assert not book.get(Note, uid(31)).parked and not book.get(Theme, uid(1)).parked


def test_choosing_makes_the_initiative_once_and_leaving_out_keeps_it() -> None:
    book = Book([programme(), theme(1, name="Ro på stuen"), note(31, "Lys")])
    do(book, choose(1))
    do(book, choose(31))
    assert [(each.card_id, each.name) for each in book.ranked(Initiative)] == [
        (uid(1), "Ro på stuen"),
        (uid(31), "Lys"),
    ]
    do(book, choose(1, False))
    assert not book.get(Theme, uid(1)).chosen and book.find(Initiative, uid(501))
    do(book, choose(1))
    assert len(ids(book.ranked(Initiative))) == 2


def test_choosing_takes_a_card_off_the_parking_lot() -> None:
    book = Book([programme(), note(31, parked=True)])
    do(book, choose(31, False))
    assert book.get(Note, uid(31)).parked
    do(book, choose(31))
    assert not book.get(Note, uid(31)).parked


def test_what_calls_for_action_is_left_out_only_when_somebody_carries_it_on() -> None:
    book = Book(
        [
            programme(),
            theme(1),
            note(11, theme_id=uid(1), always_act=True),
            note(31, always_act=True, lift="med"),
        ]
    )
    for number in (1, 31):
        with pytest.raises(Refused) as caught:
            do(book, choose(number, False))
        assert caught.value.reason == "always_act"
    do(book, WriteEscalation(programme_id=P, card_id=uid(31), values={"carrier": "Karin"}))
    do(book, choose(31, False))
    assert not book.get(Note, uid(31)).chosen


def test_a_mark_chooses_at_once_and_can_be_taken_off() -> None:
    book = Book([programme(), note(31, parked=True)])
    do(book, MarkCard(programme_id=P, card_id=uid(31), always_act=True, initiative_id=uid(50)))
    marked = book.get(Note, uid(31))
    assert (marked.always_act, marked.chosen, marked.parked) == (True, True, False)
    assert book.get(Initiative, uid(50)).card_id == uid(31)
    do(book, MarkCard(programme_id=P, card_id=uid(31), always_act=False, initiative_id=uid(51)))
    assert not book.get(Note, uid(31)).always_act and book.get(Note, uid(31)).chosen


def test_a_card_that_is_gone_is_said_so() -> None:
    book = Book([programme(), initiative(50, 31), placed("m", 31)])
    for command in (
        sort(31, "bevare"),
        choose(31),
        PlaceCard(programme_id=P, surface="m", card_id=uid(31), x=0, y=0),
    ):
        with pytest.raises(NotThere):
            do(book, command)


def test_one_axis_is_said_after_the_other_and_taken_back_by_itself() -> None:
    """Two passes (001: D59)."""
    book = loose()
    do(book, PlaceCard(programme_id=P, surface="m", card_id=uid(31), x=0.3, y=None))
    assert (spot(book).x, spot(book).y) == (0.3, None)
    do(book, PlaceCard(programme_id=P, surface="m", card_id=uid(31), x=None, y=7.0))
    assert (spot(book).x, spot(book).y) == (0.3, 1.0)
    do(book, Unplace(programme_id=P, surface="m", card_id=uid(31), axis="x"))
    assert (spot(book).x, spot(book).y) == (None, 1.0)
    do(book, Unplace(programme_id=P, surface="m", card_id=uid(31), axis="x"))
    do(book, Unplace(programme_id=P, surface="m", card_id=uid(31), axis="y"))
    assert book.find(Placement, f"m:{uid(31)}") is None
    do(book, Unplace(programme_id=P, surface="m", card_id=uid(31), axis="y"))


def loose() -> Book:
    return Book([programme(), note(31)])


def spot(book: Book) -> Placement:
    return book.get(Placement, f"m:{uid(31)}")
