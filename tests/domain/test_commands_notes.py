"""Commands on the board: where notes end up, what goes along, and what is refused."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.store.desk import BOARD, P, note, programme, uid
from trivselsdesk.domain.book import Book, NotThere
from trivselsdesk.domain.commands.base import Command, Refused
from trivselsdesk.domain.commands.notes import (
    AddNotes,
    DeleteNotes,
    DissolveTheme,
    GroupNotes,
    HangUp,
    MergeThemes,
    MoveNotes,
    MoveTheme,
    ParkCards,
    SplitNote,
    hangs,
    loose_notes,
    must_act,
    theme_notes,
    zone_themes,
)
from trivselsdesk.domain.commands.rows import EditFields
from trivselsdesk.domain.records import Action, FormEntry, Initiative, Note, Placement, Theme


def theme(number: int, **values: Any) -> Theme:
    """A theme in the first zone."""
    known: dict[str, Any] = {
        "board": BOARD,
        "zone": "a",
        "name": f"Tema {number}",
        "programme_id": P,
        "rank": float(number),
    }
    return Theme(id=uid(number), **(known | values))


def initiative(number: int, card: int, **values: Any) -> Initiative:
    """What was decided about a card."""
    return Initiative(**({"id": uid(number), "programme_id": P, "card_id": uid(card), "name": "Ro"} | values))


def placed(surface: str, card: int) -> Placement:
    """A card's place on a later surface."""
    return Placement(
        id=f"{surface}:{uid(card)}", programme_id=P, surface=surface, card_id=uid(card), x=0.5, y=0.5
    )


def do(book: Book, command: Command) -> Book:
    """The book after the command; the command's own book is untouched until then."""
    changes = book.changes(command.edits(book))
    command.detail(book)
    book.apply(changes)
    return book


def ids(records: list[Any]) -> list[str]:
    """The ids, in order."""
    return [each.id for each in records]


def board() -> Book:
    """Two themes with notes, three loose notes."""
    return Book(
        [
            programme(),
            theme(1),
            theme(2),
            note(11, theme_id=uid(1), rank=1.0),
            note(12, theme_id=uid(1), rank=2.0),
            note(21, theme_id=uid(2), rank=1.0),
            note(31, rank=1.0),
            note(32, rank=2.0),
            note(33, rank=3.0, zone="b"),
        ]
    )


def test_new_notes_come_last_in_the_order_they_were_written() -> None:
    book = do(board(), AddNotes(programme_id=P, notes=(note(41), note(42), note(43, zone="b"))))
    assert ids(loose_notes(book, BOARD, "a")) == [uid(31), uid(32), uid(41), uid(42)]
    assert ids(loose_notes(book, BOARD, "b")) == [uid(33), uid(43)]


def test_a_note_can_be_written_straight_into_a_theme() -> None:
    book = do(board(), AddNotes(programme_id=P, notes=(note(41, theme_id=uid(1)),)))
    assert ids(theme_notes(book, uid(1))) == [uid(11), uid(12), uid(41)]


@pytest.mark.parametrize(
    ("index", "wanted"), [(0, [33, 31, 32]), (1, [31, 33, 32]), (9, [31, 32, 33]), (None, [31, 32, 33])]
)
def test_a_note_lands_where_it_is_dropped(index: int | None, wanted: list[int]) -> None:
    book = do(board(), MoveNotes(programme_id=P, ids=(uid(33),), board=BOARD, zone="a", index=index))
    assert ids(loose_notes(book, BOARD, "a")) == [uid(each) for each in wanted]


def test_notes_that_do_not_hang_there_are_not_counted_when_one_is_dropped() -> None:
    book = Book(
        [
            programme(),
            note(31, rank=1.0, sealed=True),
            note(32, rank=2.0, parked=True),
            *(note(number, rank=float(number)) for number in (33, 34, 35)),
        ]
    )
    do(book, MoveNotes(programme_id=P, ids=(uid(35),), board=BOARD, zone="a", index=1))
    assert [each.id for each in loose_notes(book, BOARD, "a") if hangs(each)] == [uid(33), uid(35), uid(34)]
    do(book, MoveNotes(programme_id=P, ids=(uid(33),), board=BOARD, zone="a", index=2))
    assert [each.id for each in loose_notes(book, BOARD, "a") if hangs(each)] == [uid(35), uid(34), uid(33)]


def test_a_note_moves_within_its_zone() -> None:
    book = do(board(), MoveNotes(programme_id=P, ids=(uid(32),), board=BOARD, zone="a", index=0))
    assert ids(loose_notes(book, BOARD, "a")) == [uid(32), uid(31)]


def test_a_note_moved_into_a_theme_stands_where_the_theme_stands() -> None:
    book = do(
        board(), MoveNotes(programme_id=P, ids=(uid(33),), board="andet", zone="z", theme_id=uid(1), index=1)
    )
    assert ids(theme_notes(book, uid(1))) == [uid(11), uid(33), uid(12)]
    assert (book.get(Note, uid(33)).board, book.get(Note, uid(33)).zone) == (BOARD, "a")


def test_the_last_note_takes_its_theme_along_when_it_goes() -> None:
    book = do(board(), MoveNotes(programme_id=P, ids=(uid(21),), board=BOARD, zone="b"))
    assert book.find(Theme, uid(2)) is None
    book = do(board(), DeleteNotes(programme_id=P, ids=(uid(11), uid(12))))
    assert book.find(Theme, uid(1)) is None and book.find(Note, uid(11)) is None


@pytest.mark.parametrize(
    "decided",
    [{"chosen": True}, {"always_act": True}, {"lift": "ledelse"}],
    ids=lambda each: next(iter(each)),
)
def test_a_theme_that_something_was_decided_about_stays(decided: dict[str, Any]) -> None:
    book = Book([programme(), theme(1, **decided), note(11, theme_id=uid(1))])
    do(book, DeleteNotes(programme_id=P, ids=(uid(11),)))
    assert book.find(Theme, uid(1))


def test_a_theme_with_an_initiative_stays() -> None:
    book = Book([programme(), theme(1), note(11, theme_id=uid(1)), initiative(50, 1)])
    do(book, DeleteNotes(programme_id=P, ids=(uid(11),)))
    assert book.find(Theme, uid(1)) and book.get(Initiative, uid(50)).card_id == uid(1)


def answered(card: int) -> FormEntry:
    """What was answered about a card in a form of the process."""
    return FormEntry(id=uid(70), programme_id=P, form="fire", subject_id=uid(card))


def test_a_theme_that_something_was_answered_about_stays() -> None:
    book = Book([programme(), theme(1), note(11, theme_id=uid(1)), answered(1)])
    do(book, MoveNotes(programme_id=P, ids=(uid(11),), board=BOARD, zone="b"))
    assert book.find(Theme, uid(1))


@pytest.mark.parametrize("lift", ["", "ledelse"])
def test_what_was_answered_about_a_theme_goes_with_its_first_note_when_it_is_taken_apart(lift: str) -> None:
    book = Book([programme(), theme(1, lift=lift), note(11, theme_id=uid(1)), answered(1)])
    do(book, DissolveTheme(programme_id=P, id=uid(1)))
    assert book.get(FormEntry, uid(70)).subject_id == uid(11)
    do(book, AddNotes(programme_id=P, notes=(note(41),)))
    do(
        book,
        GroupNotes(programme_id=P, ids=(uid(41),), onto=uid(11), theme_id=uid(2), theme_name="Ro igen"),
    )
    assert book.get(FormEntry, uid(70)).subject_id == uid(2), "and is there again in the theme it comes into"


def test_a_note_on_a_loose_note_makes_a_theme_there() -> None:
    command = GroupNotes(
        programme_id=P, ids=(uid(31), uid(21)), onto=uid(33), theme_id=uid(9), theme_name="Nyt"
    )
    book = do(board(), command)
    made = book.get(Theme, uid(9))
    assert (made.zone, made.name) == ("b", "Nyt")
    assert ids(theme_notes(book, uid(9))) == [uid(33), uid(31), uid(21)]
    assert all(each.zone == "b" for each in theme_notes(book, uid(9)))
    assert book.find(Theme, uid(2)) is None


def test_a_note_on_a_note_in_a_theme_joins_that_theme() -> None:
    command = GroupNotes(
        programme_id=P, ids=(uid(33), uid(12)), onto=uid(11), theme_id=uid(9), theme_name="Nyt"
    )
    book = do(board(), command)
    assert book.find(Theme, uid(9)) is None
    assert set(ids(theme_notes(book, uid(1)))) == {uid(11), uid(12), uid(33)}


def test_what_was_decided_about_a_note_becomes_the_themes() -> None:
    book = Book(
        [
            programme(),
            note(31, chosen=True, votes=2, lift="med"),
            note(32, votes=3),
            initiative(50, 31, goal="Ro"),
            placed("matrix", 31),
            placed("matrix", 32),
            placed("sortering", 32),
        ]
    )
    do(book, GroupNotes(programme_id=P, ids=(uid(31),), onto=uid(32), theme_id=uid(9), theme_name="Nyt"))
    made = book.get(Theme, uid(9))
    assert (made.chosen, made.votes, made.lift) == (True, 5, "med")
    assert book.get(Initiative, uid(50)).card_id == uid(9)
    assert {each.id for each in book.of(Placement)} == {f"matrix:{uid(9)}", f"sortering:{uid(9)}"}
    assert not any(each.chosen or each.votes or each.lift for each in book.of(Note))


def test_a_theme_moves_with_its_notes() -> None:
    book = do(board(), MoveTheme(programme_id=P, id=uid(2), board=BOARD, zone="b", index=0))
    assert ids(zone_themes(book, BOARD, "b")) == [uid(2)]
    assert book.get(Note, uid(21)).zone == "b"
    book = do(board(), MoveTheme(programme_id=P, id=uid(2), board=BOARD, zone="a", index=0))
    assert ids(zone_themes(book, BOARD, "a")) == [uid(2), uid(1)]


@pytest.mark.parametrize(
    ("index", "order"),
    [(0, [4, 1, 2, 3]), (1, [1, 2, 4, 3]), (None, [1, 2, 3, 4]), (9, [1, 2, 3, 4]), (2, [1, 2, 3, 4])],
)
def test_a_theme_finds_its_place_among_those_that_show(index: int | None, order: list[int]) -> None:
    """The second one is on the P-plads: it is not counted and keeps its place."""
    book = Book([programme(), theme(1), theme(2, parked=True), theme(3), theme(4)])
    book = do(book, MoveTheme(programme_id=P, id=uid(4), board=BOARD, zone="a", index=index))
    assert ids(zone_themes(book, BOARD, "a")) == [uid(each) for each in order]


@pytest.mark.parametrize("index", [None, 1, 7])
def test_a_theme_put_down_where_it_stands_changes_nothing(index: int | None) -> None:
    command = MoveTheme(programme_id=P, id=uid(2), board=BOARD, zone="a", index=index)
    assert command.edits(board()) == []


def test_two_themes_become_one_and_nothing_decided_is_lost() -> None:
    book = Book(
        [
            programme(),
            theme(1, votes=1),
            theme(2, always_act=True, lift="med", chosen=True, votes=2),
            note(11, theme_id=uid(1)),
            note(21, theme_id=uid(2)),
            initiative(50, 2, goal="Ro"),
            placed("matrix", 2),
        ]
    )
    do(book, MergeThemes(programme_id=P, source=uid(2), target=uid(1)))
    merged = book.get(Theme, uid(1))
    assert (merged.always_act, merged.lift, merged.chosen, merged.votes) == (True, "med", True, 3)
    assert ids(theme_notes(book, uid(1))) == [uid(11), uid(21)]
    assert book.get(Initiative, uid(50)).card_id == uid(1)
    assert book.find(Theme, uid(2)) is None
    assert ids(list(book.of(Placement))) == [f"matrix:{uid(1)}"]


def test_a_theme_that_stands_somewhere_keeps_its_place_when_another_joins_it() -> None:
    here = replace(placed("matrix", 1), x=0.9)
    book = Book([programme(), theme(1), theme(2), here, placed("matrix", 2), placed("sortering", 2)])
    do(book, MergeThemes(programme_id=P, source=uid(2), target=uid(1)))
    assert book.get(Placement, here.id).x == 0.9
    assert {each.id for each in book.of(Placement)} == {here.id, f"sortering:{uid(1)}"}


@pytest.mark.parametrize(
    ("values", "more", "kept"),
    [
        ({}, [], False),
        ({"goal": "Mindre larm"}, [], True),
        ({"leads": "Lone"}, [], True),
        ({"news": "På personalemødet"}, [], True),
        ({"efforts": "a b"}, [], True),
        ({"name": "Skrevet om"}, [], True),
        ({}, [Action(id=uid(60), programme_id=P, initiative_id=uid(52), title="Skilte")], True),
    ],
)
def test_when_both_have_an_initiative_only_an_untouched_one_goes(
    values: dict[str, Any], more: list[Any], kept: bool
) -> None:
    book = Book(
        [
            programme(),
            theme(1),
            theme(2),
            note(11, theme_id=uid(1)),
            note(21, theme_id=uid(2)),
            initiative(51, 1),
            initiative(52, 2, **({"name": "Tema 2"} | values)),
            *more,
        ]
    )
    do(book, MergeThemes(programme_id=P, source=uid(2), target=uid(1)))
    assert book.get(Initiative, uid(51)).card_id == uid(1)
    left = book.find(Initiative, uid(52))
    assert bool(left) == kept
    assert left is None or left.card_id == ""


def test_a_theme_into_itself_is_nothing() -> None:
    book = board()
    assert book.changes(MergeThemes(programme_id=P, source=uid(1), target=uid(1)).edits(book)) == []


def test_a_theme_taken_apart_leaves_its_notes_and_its_mark() -> None:
    book = Book(
        [programme(), theme(1, always_act=True), note(11, theme_id=uid(1)), note(31), placed("matrix", 1)]
    )
    do(book, DissolveTheme(programme_id=P, id=uid(1)))
    assert book.find(Theme, uid(1)) is None and list(book.of(Placement)) == []
    assert book.get(Note, uid(11)).theme_id == "" and book.get(Note, uid(11)).always_act
    assert ids(loose_notes(book, BOARD, "a")) == [uid(31), uid(11)]


def test_an_empty_theme_that_calls_for_action_is_not_taken_apart() -> None:
    book = Book([programme(), theme(1, always_act=True)])
    with pytest.raises(Refused) as caught:
        do(book, DissolveTheme(programme_id=P, id=uid(1)))
    assert caught.value.reason == "always_act"


def test_cards_go_to_the_parking_lot_and_back() -> None:
    book = Book([programme(), theme(1, chosen=True), note(31)])
    do(book, ParkCards(programme_id=P, ids=(uid(1), uid(31))))
    assert book.get(Theme, uid(1)).parked and not book.get(Theme, uid(1)).chosen
    do(book, ParkCards(programme_id=P, ids=(uid(1), uid(31)), parked=False))
    assert not book.get(Note, uid(31)).parked


def test_what_calls_for_action_is_never_parked_nor_thrown_away() -> None:
    book = Book(
        [
            programme(),
            theme(1),
            note(11, theme_id=uid(1), always_act=True),
            note(31),
            note(32, always_act=True),
        ]
    )
    assert must_act(book, book.card(uid(1)))
    refused: list[Command] = [
        ParkCards(programme_id=P, ids=(uid(31), uid(32))),
        ParkCards(programme_id=P, ids=(uid(1),)),
        DeleteNotes(programme_id=P, ids=(uid(31), uid(32))),
    ]
    for command in refused:
        with pytest.raises(Refused):
            do(book, command)
    assert not any(each.parked for each in book.of(Note)) and len(list(book.of(Note))) == 3


def test_a_note_written_beforehand_may_be_thrown_away_and_is_hung_up_later() -> None:
    book = Book([programme(), note(31, sealed=True), note(32, sealed=True)])
    do(book, HangUp(programme_id=P, ids=(uid(32),)))
    assert not book.get(Note, uid(32)).sealed
    do(book, DeleteNotes(programme_id=P, ids=(uid(31),)))
    assert book.find(Note, uid(31)) is None


def test_a_note_with_two_things_becomes_two_notes() -> None:
    book = board()
    command = SplitNote(programme_id=P, id=uid(11), first="Larm", second="Lys", second_id=uid(99))
    do(book, command)
    assert [each.text for each in theme_notes(book, uid(1))] == ["Larm", "Lys", "Seddel 12"]
    do(book, SplitNote(programme_id=P, id=uid(31), first="a", second="b", second_id=uid(98)))
    assert [each.text for each in loose_notes(book, BOARD, "a")] == ["a", "b", "Seddel 32"]


def test_the_halves_stay_together_where_there_is_no_number_left_between_two_notes() -> None:
    book = Book([programme(), note(31, rank=10.0), note(32, rank=10.0000001), note(33, rank=11.0)])
    do(book, SplitNote(programme_id=P, id=uid(31), first="a", second="b", second_id=uid(98)))
    assert [each.text for each in loose_notes(book, BOARD, "a")] == ["a", "b", "Seddel 32", "Seddel 33"]


def test_what_was_left_out_does_not_come_up_again_when_its_card_goes() -> None:
    book = Book([programme(), note(31, "Ro"), note(32, "Lys"), initiative(50, 31), initiative(51, 32)])
    do(book, EditFields(programme_id=P, kind=Initiative, id=uid(51), values={"why": "Skrevet"}))
    do(book, DeleteNotes(programme_id=P, ids=(uid(31), uid(32))))
    assert book.find(Initiative, uid(50)) is None
    assert book.get(Initiative, uid(51)).card_id == ""


def test_a_note_that_was_left_out_brings_nothing_along_into_a_theme() -> None:
    book = Book(
        [
            programme(),
            note(31, "Lys", chosen=True),
            note(32, "Ro"),
            initiative(50, 31, name="Lys"),
            initiative(51, 32),
        ]
    )
    do(book, GroupNotes(programme_id=P, ids=(uid(32),), onto=uid(31), theme_id=uid(9), theme_name="Nyt"))
    assert ids(list(book.of(Initiative))) == [uid(50)]


def test_the_thrown_away_card_is_let_go_everywhere() -> None:
    book = Book([programme(), note(31), initiative(50, 31, goal="Ro"), placed("matrix", 31)])
    do(book, DeleteNotes(programme_id=P, ids=(uid(31),)))
    assert book.get(Initiative, uid(50)).card_id == "" and list(book.of(Placement)) == []


def test_what_is_gone_is_said_so() -> None:
    gone: list[Command] = [
        MoveNotes(programme_id=P, ids=(uid(99),), board=BOARD, zone="a"),
        MoveNotes(programme_id=P, ids=(uid(31),), board=BOARD, zone="a", theme_id=uid(99)),
        GroupNotes(programme_id=P, ids=(uid(31),), onto=uid(99), theme_id=uid(9), theme_name=""),
        MergeThemes(programme_id=P, source=uid(1), target=uid(99)),
        DissolveTheme(programme_id=P, id=uid(99)),
        ParkCards(programme_id=P, ids=(uid(99),)),
        DeleteNotes(programme_id=P, ids=(uid(31), uid(99))),
        MoveTheme(programme_id=P, id=uid(99), board=BOARD, zone="a"),
        HangUp(programme_id=P, ids=(uid(99),)),
        SplitNote(programme_id=P, id=uid(99), first="", second="", second_id=uid(98)),
    ]
    for command in gone:
        with pytest.raises(NotThere):
            do(board(), command)


def test_undo_tells_which_note_it_was_or_how_many() -> None:
    book = board()
    assert AddNotes(programme_id=P, notes=(note(41, "Ro"),)).detail(book) == "Ro"
    assert AddNotes(programme_id=P, notes=(note(41), note(42))).detail(book) == "2"
    assert ParkCards(programme_id=P, ids=(uid(1),)).detail(book) == "Tema 1"
    assert DeleteNotes(programme_id=P, ids=(uid(31), uid(32))).detail(book) == "2"
