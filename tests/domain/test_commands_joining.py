"""Several notes as one: the originals are kept, counted and brought back."""

from __future__ import annotations

from typing import Any

import pytest

from tests.domain.test_commands_notes import board, do, ids, initiative, placed, theme
from tests.store.desk import BOARD, P, note, programme, uid
from trivselsdesk.domain.board import board_view, card, parked_cards
from trivselsdesk.domain.book import Book, NotThere
from trivselsdesk.domain.commands.base import Command, Refused
from trivselsdesk.domain.commands.cards import MarkCard, PlaceCard, must_act_without_initiative
from trivselsdesk.domain.commands.joining import JoinNotes, UnjoinNote
from trivselsdesk.domain.commands.notes import (
    DeleteNotes,
    GroupNotes,
    HangUp,
    MoveNotes,
    ParkCards,
    SplitNote,
    loose_notes,
    must_act,
    theme_notes,
)
from trivselsdesk.domain.commands.rows import RemoveRow
from trivselsdesk.domain.commands.themes import LinkNote
from trivselsdesk.domain.joined import originals, spoken_for, voices
from trivselsdesk.domain.pack import Board, Pack, Zone
from trivselsdesk.domain.records import Initiative, Link, Note, Placement, Theme

WALL = Board(id=BOARD, title="", zones=(Zone(id="a", title=""), Zone(id="b", title="")))
PACK = Pack(
    id="prøve", version="1", title="", short_title="", summary="", facts="", source="", boards=(WALL,)
)


def join(*numbers: int, into: int, text: str = "") -> JoinNotes:
    return JoinNotes(programme_id=P, ids=tuple(uid(each) for each in numbers), into=uid(into), text=text)


def unjoin(number: int) -> UnjoinNote:
    return UnjoinNote(programme_id=P, id=uid(number))


def counts(book: Book) -> list[int]:
    return [zone.count for zone in board_view(book, WALL).zones]


def test_a_note_made_up_stands_where_the_first_stood_and_counts_as_those_behind_it() -> None:
    book = do(board(), join(32, 33, 11, into=90, text="Larm"))
    assert ids(loose_notes(book, BOARD, "a")) == [uid(31), uid(90)]
    assert loose_notes(book, BOARD, "b") == [] and ids(theme_notes(book, uid(1))) == [uid(12)]
    made = book.get(Note, uid(90))
    assert (made.text, made.joint, made.kind) == ("Larm", True, "gul")
    assert {each.id for each in originals(book, uid(90))} == {uid(32), uid(33), uid(11)}
    assert [each.text for each in originals(book, uid(90))] == ["Seddel 11", "Seddel 32", "Seddel 33"]
    assert (voices(book, made), spoken_for(book)) == (3, {uid(90): 3})
    view = board_view(book, WALL)
    assert counts(book) == [6, 0] and view.count == 6 and view.joined == {uid(90): 3}
    assert card(book, PACK, uid(90)).count == 3


def test_one_of_them_can_speak_for_the_others_in_its_own_words() -> None:
    book = do(board(), join(31, 32, into=32))
    assert ids(loose_notes(book, BOARD, "a")) == [uid(32)]
    speaker = book.get(Note, uid(32))
    assert (speaker.text, speaker.joint, voices(book, speaker)) == ("Seddel 32", False, 2)
    assert counts(book) == [5, 1]
    with pytest.raises(Refused, match="own_words"):
        do(board(), join(31, 32, into=32, text="Andre ord"))


def test_without_words_a_made_up_note_says_what_the_first_said() -> None:
    assert do(board(), join(31, 32, into=90)).get(Note, uid(90)).text == "Seddel 31"


def test_they_come_back_where_the_joint_note_stood_and_it_goes() -> None:
    book = do(board(), join(31, 33, into=90, text="x"))
    do(book, MoveNotes(programme_id=P, ids=(uid(90),), board=BOARD, zone="", theme_id=uid(1), index=1))
    assert counts(book) == [6, 0]
    do(book, unjoin(90))
    assert ids(theme_notes(book, uid(1))) == [uid(11), uid(31), uid(33), uid(12)]
    assert book.find(Note, uid(90)) is None and counts(book) == [6, 0]
    assert not any(each.joined_into for each in book.of(Note))


def test_they_come_back_beside_the_one_that_spoke_for_them() -> None:
    book = do(board(), join(31, 32, 33, into=31))
    do(book, unjoin(31))
    assert ids(loose_notes(book, BOARD, "a")) == [uid(31), uid(32), uid(33)]
    assert book.changes(unjoin(31).edits(book)) == []


def test_joining_what_has_been_joined_keeps_every_note_one_step_away() -> None:
    book = do(board(), join(31, 32, into=90, text="x"))
    do(book, join(90, 33, into=33))
    assert book.find(Note, uid(90)) is None
    assert {each.id for each in originals(book, uid(33))} == {uid(31), uid(32)}
    do(book, join(33, 11, into=91, text="y"))
    assert {each.id for each in originals(book, uid(91))} == {uid(11), uid(31), uid(32), uid(33)}
    do(book, join(12, into=91, text="z"))
    assert (book.get(Note, uid(91)).text, voices(book, book.get(Note, uid(91)))) == ("z", 5)


def test_kind_origin_and_mark_stay_with_each_note_and_the_joint_one_must_act() -> None:
    book = Book([programme(), note(31, always_act=True, kind="pink"), note(32)])
    do(book, join(32, 31, into=90))
    assert (book.get(Note, uid(31)).kind, book.get(Note, uid(31)).always_act) == ("pink", True)
    made = book.get(Note, uid(90))
    assert must_act(book, made) and not made.always_act
    assert must_act_without_initiative(book) == [uid(90)]
    do(book, GroupNotes(programme_id=P, ids=(), onto=uid(90), theme_id=uid(5), theme_name=""))
    for command in (
        DeleteNotes(programme_id=P, ids=(uid(90),)),
        ParkCards(programme_id=P, ids=(uid(90),)),
    ):
        with pytest.raises(Refused, match="_act"):
            do(book, command)
    do(book, unjoin(90))
    assert not must_act(book, book.get(Note, uid(32)))


def test_a_mark_put_on_the_joint_note_goes_to_all_it_spoke_for() -> None:
    book = do(Book([programme(), note(31), note(32), note(33)]), join(31, 32, into=90))
    do(book, MarkCard(programme_id=P, card_id=uid(90), always_act=True, initiative_id=uid(50)))
    twin = Book(book.everything())
    do(book, unjoin(90))
    assert all(book.get(Note, uid(each)).always_act for each in (31, 32))
    do(twin, join(90, 33, into=33))
    assert must_act(twin, twin.get(Note, uid(33))) and not twin.get(Note, uid(33)).always_act
    assert twin.get(Initiative, uid(50)).card_id == uid(33)


def test_what_was_decided_goes_to_the_joint_note_and_back_to_the_first() -> None:
    book = Book(
        [
            programme(),
            note(31, chosen=True, votes=2, lift="med", rank=1.0),
            note(32, votes=3, rank=2.0),
            initiative(50, 32, goal="Ro"),
            placed("matrix", 31),
            placed("sortering", 32),
        ]
    )
    do(book, join(31, 32, into=90))
    made = book.get(Note, uid(90))
    assert (made.chosen, made.votes, made.lift) == (True, 5, "med")
    assert book.get(Initiative, uid(50)).card_id == uid(90)
    assert {each.id for each in book.of(Placement)} == {f"matrix:{uid(90)}", f"sortering:{uid(90)}"}
    assert not any(each.chosen or each.votes or each.lift for each in originals(book, uid(90)))
    do(book, unjoin(90))
    first = book.get(Note, uid(31))
    assert (first.chosen, first.votes, first.lift) == (True, 5, "med")
    assert book.get(Initiative, uid(50)).card_id == uid(31)
    assert {each.id for each in book.of(Placement)} == {f"matrix:{uid(31)}", f"sortering:{uid(31)}"}


def test_joined_into_a_theme_the_theme_takes_over_what_was_decided() -> None:
    book = Book([programme(), theme(1), note(11, theme_id=uid(1)), note(31, chosen=True), placed("m", 31)])
    do(book, join(11, 31, into=90))
    assert book.get(Theme, uid(1)).chosen and not book.get(Note, uid(90)).chosen
    assert [each.card_id for each in book.of(Placement)] == [uid(1)]


def test_what_hangs_on_a_note_inside_a_theme_goes_along_too() -> None:
    book = Book(
        [programme(), theme(1), note(11, theme_id=uid(1)), note(31), initiative(50, 11), placed("m", 11)]
    )
    do(book, join(31, 11, into=90))
    assert book.get(Initiative, uid(50)).card_id == uid(90)
    assert [each.card_id for each in book.of(Placement)] == [uid(90)]


def test_a_theme_that_loses_its_last_note_to_a_joint_one_goes() -> None:
    book = do(board(), join(31, 21, into=90))
    assert book.find(Theme, uid(2)) is None and book.find(Theme, uid(1))


def test_parked_together_they_stay_parked_and_otherwise_not() -> None:
    book = Book([programme(), note(31, parked=True), note(32, parked=True), note(33)])
    do(book, join(31, 32, into=90))
    assert [(each.id, each.count) for each in parked_cards(book, PACK)] == [(uid(90), 2)]
    do(book, join(90, 33, into=91))
    assert parked_cards(book, PACK) == [] and counts(book) == [3, 0]


def test_thrown_away_with_all_it_spoke_for() -> None:
    book = do(board(), join(31, 32, into=90))
    do(book, LinkNote(programme_id=P, theme_id=uid(1), note_id=uid(90)))
    do(book, DeleteNotes(programme_id=P, ids=(uid(90),)))
    assert not {uid(31), uid(32), uid(90)} & {each.id for each in book.of(Note)}
    assert list(book.of(Link)) == [] and counts(book) == [3, 1]


def test_removed_as_a_row_it_lets_the_others_stand_again() -> None:
    book = do(board(), join(31, 11, into=90))
    do(book, RemoveRow(programme_id=P, kind=Note, id=uid(90)))
    assert {uid(31), uid(11)} <= set(ids(loose_notes(book, BOARD, "a")))


def test_a_note_behind_another_is_no_card_and_stands_nowhere() -> None:
    book = do(board(), join(31, 32, into=90))
    q: dict[str, Any] = {"programme_id": P}
    commands: list[Command] = [
        MoveNotes(ids=(uid(31),), board=BOARD, zone="b", **q),
        GroupNotes(ids=(uid(33),), onto=uid(31), theme_id=uid(5), theme_name="", **q),
        ParkCards(ids=(uid(31),), **q),
        DeleteNotes(ids=(uid(31),), **q),
        SplitNote(id=uid(31), first="", second="", second_id=uid(99), **q),
        PlaceCard(surface="matrix", card_id=uid(31), x=0.5, y=0.5, **q),
        LinkNote(theme_id=uid(1), note_id=uid(31), **q),
        join(31, 33, into=91),
        unjoin(31),
    ]
    for command in commands:
        with pytest.raises(NotThere):
            book.changes(command.edits(book))


def test_what_cannot_be_joined_or_divided_is_refused() -> None:
    book = Book([programme(), note(31), note(32, sealed=True), note(33)])
    with pytest.raises(Refused, match="sealed"):
        do(book, join(31, 32, into=90))
    assert book.changes(join(31, into=31).edits(book)) == []
    assert book.changes(join(31, into=90).edits(book)) == []
    do(book, HangUp(programme_id=P, ids=(uid(32),)))
    do(book, join(31, 32, into=90))
    with pytest.raises(Refused, match="joint"):
        do(book, SplitNote(programme_id=P, id=uid(90), first="a", second="b", second_id=uid(99)))
