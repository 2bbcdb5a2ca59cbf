"""What stands where: zones, themes, P-plads, the sorting board and the matrix."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.domain.sample import HVERDAG, MATRIX, PACK, SORTING, fresh, note, run, theme
from trivselsdesk.domain import board
from trivselsdesk.domain.book import Book, NotThere
from trivselsdesk.domain.commands.base import Refused
from trivselsdesk.domain.commands.cards import ChooseCard, MarkCard, PlaceCard, SortCard, Unplace
from trivselsdesk.domain.commands.notes import DissolveTheme, GroupNotes, HangUp, MoveTheme, ParkCards
from trivselsdesk.domain.commands.rows import EditFields
from trivselsdesk.domain.plan import active_initiatives
from trivselsdesk.domain.records import Note, Theme


@pytest.fixture
def book() -> Book:
    """Two notes in a theme, a loose one, and one on the good side."""
    made = fresh()
    theme(made, "roller", "mindre", "Hvem gør hvad?")
    note(made, "huset", "mindre", "Uklart, hvem der lukker huset", theme_id="roller")
    note(made, "farten", "mindre", "Opgaver bliver delt ud i farten", theme_id="roller")
    note(made, "larm", "mindre", "Larm i fællesrummet")
    note(made, "griner", "godt", "Vi griner sammen")
    return made


def titles(cards: list[board.Card] | tuple[board.Card, ...]) -> list[str]:
    return [card.title for card in cards]


def park(book: Book, *ids: str, parked: bool = True) -> None:
    run(book, ParkCards(programme_id=book.programme.id, ids=ids, parked=parked))


def sort(book: Book, card_id: str, zone: str, index: int | None = None) -> None:
    run(
        book,
        SortCard(programme_id=book.programme.id, surface=SORTING.id, card_id=card_id, zone=zone, index=index),
    )


def place(book: Book, card_id: str, x: float, y: float) -> None:
    run(book, PlaceCard(programme_id=book.programme.id, surface=MATRIX.id, card_id=card_id, x=x, y=y))


def test_a_zone_shows_its_themes_and_then_the_loose_notes(book: Book) -> None:
    good, less = board.board_view(book, HVERDAG).zones
    assert (good.count, less.count) == (1, 3)
    assert [(each.theme.name, [n.id for n in each.notes]) for each in less.themes] == [
        ("Hvem gør hvad?", ["huset", "farten"])
    ]
    assert [each.id for each in less.loose] == ["larm"]


def test_a_moved_theme_brings_its_notes(book: Book) -> None:
    run(book, MoveTheme(programme_id=book.programme.id, id="roller", board="hverdag", zone="godt"))
    good, less = board.board_view(book, HVERDAG).zones
    assert (good.count, less.count) == (3, 1)


def test_sealed_notes_hang_in_no_zone_until_somebody_hangs_them_up(book: Book) -> None:
    note(book, "tempo", "mindre", "Højt tempo", sealed=True)
    view = board.board_view(book, HVERDAG)
    assert (view.count, [each.id for each in view.sealed]) == (4, ["tempo"])
    assert board.cards_of(book, PACK, HVERDAG)[-1].id == "larm"
    run(book, HangUp(programme_id=book.programme.id, ids=("tempo",)))
    view = board.board_view(book, HVERDAG)
    assert (view.count, view.sealed) == (5, ())
    assert [each.id for each in view.zones[1].loose] == ["larm", "tempo"]


def test_what_is_parked_leaves_the_board_and_comes_back_to_its_place(book: Book) -> None:
    note(book, "pause", "mindre", "Pauserne bliver afbrudt")
    park(book, "larm")
    assert [each.id for each in board.board_view(book, HVERDAG).zones[1].loose] == ["pause"]
    assert titles(board.parked_cards(book, PACK)) == ["Larm i fællesrummet"]
    park(book, "larm", parked=False)
    assert [each.id for each in board.board_view(book, HVERDAG).zones[1].loose] == ["larm", "pause"]
    assert board.parked_cards(book, PACK) == []


def test_a_parked_theme_takes_its_notes_along(book: Book) -> None:
    park(book, "roller")
    assert board.board_view(book, HVERDAG).zones[1].count == 1
    (card,) = board.parked_cards(book, PACK)
    assert (card.title, [each.id for each in card.notes]) == ("Hvem gør hvad?", ["huset", "farten"])


def test_what_always_calls_for_action_cannot_be_parked(book: Book) -> None:
    run(book, EditFields(programme_id=book.programme.id, kind=Note, id="huset", values={"always_act": True}))
    for card_id in ("huset", "roller"):
        with pytest.raises(Refused, match="always_act"):
            park(book, card_id)
    assert board.parked_cards(book, PACK) == []
    assert board.card(book, PACK, "roller").must_act


def test_a_card_that_is_marked_leaves_the_p_plads_and_is_chosen(book: Book) -> None:
    park(book, "larm")
    key = book.programme.id
    run(book, MarkCard(programme_id=key, card_id="larm", always_act=True, initiative_id="i"))
    card = board.card(book, PACK, "larm")
    assert (card.parked, card.chosen, card.must_act) == (False, True, True)
    with pytest.raises(Refused):
        run(book, ChooseCard(programme_id=key, card_id="larm", chosen=False, initiative_id="j"))


def test_the_mark_for_action_outlives_a_theme_that_is_taken_apart(book: Book) -> None:
    run(
        book, EditFields(programme_id=book.programme.id, kind=Theme, id="roller", values={"always_act": True})
    )
    run(book, DissolveTheme(programme_id=book.programme.id, id="roller"))
    assert all(board.card(book, PACK, card_id).must_act for card_id in ("huset", "farten"))


def test_cards_come_zone_by_zone_with_the_tone_of_their_zone(book: Book) -> None:
    cards = board.cards_of(book, PACK, HVERDAG)
    assert titles(cards) == ["Vi griner sammen", "Hvem gør hvad?", "Larm i fællesrummet"]
    assert [(card.tone, card.icon, card.is_theme) for card in cards] == [
        ("good", "plus", False),
        ("less", "delta", True),
        ("less", "delta", False),
    ]


def test_a_card_that_is_gone_is_missed(book: Book) -> None:
    with pytest.raises(NotThere):
        board.card(book, PACK, "væk")


def test_cards_wait_until_they_are_sorted_and_lie_in_the_order_they_were_laid(book: Book) -> None:
    view = board.sort_view(book, PACK, SORTING)
    assert titles(view.waiting) == ["Vi griner sammen", "Hvem gør hvad?", "Larm i fællesrummet"]
    sort(book, "larm", "forandre")
    sort(book, "roller", "forandre", index=0)
    view = board.sort_view(book, PACK, SORTING)
    assert titles(view.waiting) == ["Vi griner sammen"]
    assert [(zone.id, titles(cards)) for zone, cards in view.zones] == [
        ("bevare", []),
        ("forandre", ["Hvem gør hvad?", "Larm i fællesrummet"]),
    ]


def test_a_sorted_card_can_change_its_zone(book: Book) -> None:
    sort(book, "larm", "forandre")
    sort(book, "larm", "bevare")
    assert [titles(cards) for _, cards in board.sort_view(book, PACK, SORTING).zones] == [
        ["Larm i fællesrummet"],
        [],
    ]


def test_without_sorting_everything_comes_to_the_matrix(book: Book) -> None:
    view = board.matrix_view(book, PACK, MATRIX)
    assert titles(view.waiting) == ["Vi griner sammen", "Hvem gør hvad?", "Larm i fællesrummet"]


def test_what_is_kept_stays_away_from_a_matrix_of_changes(book: Book) -> None:
    sort(book, "griner", "bevare")
    sort(book, "roller", "forandre")
    assert titles(board.matrix_view(book, PACK, MATRIX).waiting) == ["Hvem gør hvad?", "Larm i fællesrummet"]


def test_a_placed_card_stays_wherever_it_is_sorted_since(book: Book) -> None:
    sort(book, "roller", "forandre")
    place(book, "roller", 0.9, 0.8)
    sort(book, "roller", "bevare")
    (found,) = board.matrix_view(book, PACK, MATRIX).placed
    assert (found[0].title, found[1], found[2]) == ("Hvem gør hvad?", 0.9, 0.8)


def test_a_place_outside_the_field_is_brought_to_its_edge(book: Book) -> None:
    place(book, "larm", 1.7, -0.2)
    (found,) = board.matrix_view(book, PACK, MATRIX).placed
    assert found[1:] == (1.0, 0.0)


def test_a_card_can_go_back_to_the_tray_or_to_the_p_plads(book: Book) -> None:
    place(book, "larm", 0.2, 0.2)
    run(book, Unplace(programme_id=book.programme.id, surface=MATRIX.id, card_id="larm"))
    assert "Larm i fællesrummet" in titles(board.matrix_view(book, PACK, MATRIX).waiting)
    park(book, "larm")
    view = board.matrix_view(book, PACK, MATRIX)
    assert "Larm i fællesrummet" not in titles(view.waiting)


def test_a_parked_card_that_is_placed_again_is_parked_no_more(book: Book) -> None:
    place(book, "larm", 0.2, 0.2)
    park(book, "larm")
    assert board.matrix_view(book, PACK, MATRIX).placed == ()
    place(book, "larm", 0.7, 0.7)
    assert [card.id for card, _, _ in board.matrix_view(book, PACK, MATRIX).placed] == ["larm"]
    assert board.parked_cards(book, PACK) == []


def test_the_chosen_are_counted_and_become_initiatives(book: Book) -> None:
    key = book.programme.id
    for number, card_id in enumerate(("roller", "larm")):
        run(book, ChooseCard(programme_id=key, card_id=card_id, chosen=True, initiative_id=f"ini{number}"))
    assert board.matrix_view(book, PACK, MATRIX).chosen == 2
    assert [each.name for each in active_initiatives(book)] == ["Hvem gør hvad?", "Larm i fællesrummet"]
    park(book, "larm")
    assert board.matrix_view(book, PACK, MATRIX).chosen == 1
    assert [each.name for each in active_initiatives(book)] == ["Hvem gør hvad?"]


@pytest.mark.parametrize(
    ("x", "y", "corner"),
    [
        (0.1, 0.9, "tl"),
        (0.9, 0.9, "tr"),
        (0.1, 0.1, "bl"),
        (0.9, 0.1, "br"),
        (0.5, 0.5, "tr"),
        (0.49, 0.5, "tl"),
    ],
)
def test_corners(x: float, y: float, corner: str) -> None:
    assert board.corner_of(x, y) == corner


def test_a_note_dropped_on_another_makes_a_theme_that_replaces_two_cards(book: Book) -> None:
    note(book, "telefon", "mindre", "Telefonen ringer")
    run(
        book,
        GroupNotes(
            programme_id=book.programme.id, ids=("telefon",), onto="larm", theme_id="ro", theme_name="Ro"
        ),
    )
    assert titles(board.cards_of(book, PACK, HVERDAG)) == ["Vi griner sammen", "Hvem gør hvad?", "Ro"]


def test_a_sorting_board_can_take_some_zones_only(book: Book) -> None:
    some = replace(SORTING, taken=("mindre",))
    assert "Vi griner sammen" in titles(board.sort_view(book, PACK, SORTING).waiting)
    assert titles(board.sort_view(book, PACK, some).waiting) == ["Hvem gør hvad?", "Larm i fællesrummet"]
