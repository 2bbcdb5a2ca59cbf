"""A theme as a whole: split, agreed upon, and with the notes that show a way to solve it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.domain.test_commands_notes import board, do, ids, theme
from tests.store.desk import BOARD, P, note, programme, uid
from trivselsdesk.domain.board import links_of
from trivselsdesk.domain.book import Book, NotThere
from trivselsdesk.domain.commands.base import Command
from trivselsdesk.domain.commands.joining import JoinNotes, UnjoinNote
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
    loose_notes,
    theme_notes,
    zone_themes,
)
from trivselsdesk.domain.commands.rows import EditFields, RemoveRow
from trivselsdesk.domain.commands.themes import LinkNote, SplitTheme, UnlinkNote
from trivselsdesk.domain.records import Link, Note, Theme

Q: dict[str, Any] = {"programme_id": P}


def split(number: int, *notes: int) -> SplitTheme:
    return SplitTheme(
        id=uid(number),
        note_ids=tuple(uid(each) for each in notes),
        new_theme_id=uid(9),
        theme_name="To",
        **Q,
    )


def link(book: Book, of: int, to: int) -> Book:
    return do(book, LinkNote(theme_id=uid(of), note_id=uid(to), **Q))


# Split


def test_some_notes_become_a_theme_right_after() -> None:
    book = do(board(), split(1, 12))
    assert ids(zone_themes(book, BOARD, "a")) == [uid(1), uid(9), uid(2)]
    assert (ids(theme_notes(book, uid(1))), ids(theme_notes(book, uid(9)))) == ([uid(11)], [uid(12)])
    assert book.get(Theme, uid(9)).name == "To"


def test_both_halves_keep_the_mark_for_action() -> None:
    book = Book(
        [programme(), theme(1, always_act=True, chosen=True), *(note(n, theme_id=uid(1)) for n in (11, 12))]
    )
    do(book, split(1, 11))
    assert book.get(Theme, uid(9)).always_act and not book.get(Theme, uid(9)).chosen
    assert book.get(Theme, uid(1)).always_act and book.get(Theme, uid(1)).chosen


def test_all_or_none_is_no_split() -> None:
    book = board()
    assert split(1).edits(book) == [] and split(1, 11, 12).edits(book) == []
    with pytest.raises(NotThere):
        split(1, 21).edits(book)


# »Er I enige?«


def agreed() -> Book:
    book = Book([*board().everything(), note(22, theme_id=uid(1), sealed=True, rank=3.0)])
    for each in (1, 2):
        do(book, EditFields(kind=Theme, id=uid(each), values={"agreed": True}, fold=False, **Q))
    return book


def yes(book: Book) -> set[str]:
    return {each.id for each in book.of(Theme) if each.agreed}


@pytest.mark.parametrize(
    ("command", "left"),
    [
        (MoveNotes(ids=(uid(31),), board=BOARD, zone="a", theme_id=uid(1), **Q), {2}),
        (MoveNotes(ids=(uid(11),), board=BOARD, zone="a", **Q), {2}),
        (MoveNotes(ids=(uid(11),), board=BOARD, zone="a", theme_id=uid(2), **Q), set()),
        (MoveNotes(ids=(uid(12),), board=BOARD, zone="a", theme_id=uid(1), index=0, **Q), {1, 2}),
        (AddNotes(notes=(note(41, theme_id=uid(1)),), **Q), {2}),
        (AddNotes(notes=(note(41, theme_id=uid(1), sealed=True),), **Q), {1, 2}),
        (GroupNotes(ids=(uid(31),), onto=uid(21), theme_id=uid(9), theme_name="", **Q), {1}),
        (GroupNotes(ids=(uid(11),), onto=uid(31), theme_id=uid(9), theme_name="", **Q), {2}),
        (MergeThemes(source=uid(2), target=uid(1), **Q), set()),
        (MoveTheme(id=uid(1), board=BOARD, zone="b", **Q), {1, 2}),
        (ParkCards(ids=(uid(11),), **Q), {2}),
        (ParkCards(ids=(uid(1),), **Q), {1, 2}),
        (ParkCards(ids=(uid(11), uid(1)), **Q), {2}),
        (DeleteNotes(ids=(uid(11),), **Q), {2}),
        (RemoveRow(kind=Note, id=uid(11), **Q), {2}),
        (HangUp(ids=(uid(22),), **Q), {2}),
        (SplitNote(id=uid(11), first="a", second="b", second_id=uid(99), **Q), {2}),
        (split(1, 12), {2}),
        (JoinNotes(ids=(uid(11), uid(12)), into=uid(90), **Q), {1, 2}),
        (JoinNotes(ids=(uid(11), uid(31)), into=uid(90), **Q), {2}),
        (JoinNotes(ids=(uid(31), uid(11)), into=uid(31), **Q), {2}),
        (DissolveTheme(id=uid(1), **Q), {2}),
        (EditFields(kind=Theme, id=uid(1), values={"name": "Ny"}, **Q), {1, 2}),
    ],
)
def test_the_mark_goes_when_a_note_comes_or_goes_and_only_then(command: Command, left: set[int]) -> None:
    assert yes(do(agreed(), command)) == {uid(each) for each in left}


def test_a_joint_note_moved_counts_as_those_behind_it() -> None:
    book = agreed()
    do(book, JoinNotes(ids=(uid(11), uid(12)), into=uid(90), **Q))
    do(book, UnjoinNote(id=uid(90), **Q))
    assert yes(book) == {uid(1), uid(2)}
    do(book, JoinNotes(ids=(uid(11), uid(12)), into=uid(90), **Q))
    do(book, MoveNotes(ids=(uid(90),), board=BOARD, zone="a", theme_id=uid(2), **Q))
    assert yes(book) == set()


# Ways to solve it


def test_a_note_is_linked_once_and_let_go() -> None:
    book = link(link(board(), 1, 33), 1, 33)
    assert [each.id for each in book.of(Link)] == [f"{uid(1)}:{uid(33)}"]
    assert ids(links_of(book, uid(1))) == [uid(33)] and links_of(book, uid(2)) == []
    do(book, UnlinkNote(theme_id=uid(1), note_id=uid(33), **Q))
    assert list(book.of(Link)) == []
    assert book.changes(UnlinkNote(theme_id=uid(1), note_id=uid(33), **Q).edits(book)) == []


def test_a_theme_is_not_solved_by_its_own_notes() -> None:
    book = link(board(), 1, 11)
    assert list(book.of(Link)) == []
    link(book, 1, 33)
    do(book, MoveNotes(ids=(uid(33),), board=BOARD, zone="a", theme_id=uid(1), **Q))
    assert links_of(book, uid(1)) == []


@pytest.mark.parametrize(
    "command",
    [
        DeleteNotes(ids=(uid(33),), **Q),
        RemoveRow(kind=Note, id=uid(33), **Q),
        RemoveRow(kind=Theme, id=uid(2), **Q),
        DissolveTheme(id=uid(2), **Q),
        MoveNotes(ids=(uid(21),), board=BOARD, zone="b", **Q),
    ],
)
def test_a_link_goes_with_either_end(command: Command) -> None:
    assert list(do(link(board(), 2, 33), command).of(Link)) == []


def test_merged_themes_keep_the_links_of_both() -> None:
    book = link(link(link(board(), 1, 33), 2, 33), 2, 31)
    do(book, MergeThemes(source=uid(2), target=uid(1), **Q))
    assert set(ids(links_of(book, uid(1)))) == {uid(31), uid(33)}
    assert {each.id for each in book.of(Link)} == {f"{uid(1)}:{uid(31)}", f"{uid(1)}:{uid(33)}"}


def test_a_linked_note_that_is_joined_shows_as_the_one_that_speaks_for_it() -> None:
    book = link(board(), 1, 33)
    do(book, JoinNotes(ids=(uid(31), uid(33)), into=uid(90), **Q))
    assert ids(links_of(book, uid(1))) == [uid(90)]
    do(book, UnjoinNote(id=uid(90), **Q))
    assert ids(links_of(book, uid(1))) == [uid(33)]
    do(book, JoinNotes(ids=(uid(31), uid(33)), into=uid(90), **Q))
    do(book, UnlinkNote(theme_id=uid(1), note_id=uid(90), **Q))
    assert links_of(book, uid(1)) == []
    link(book, 1, 90)
    do(book, UnjoinNote(id=uid(90), **Q))
    assert set(ids(links_of(book, uid(1)))) == {uid(31), uid(33)}


# Mended


def test_a_theme_removed_as_a_row_frees_its_notes() -> None:
    book = Book([programme(), theme(1, always_act=True), note(11, theme_id=uid(1))])
    do(book, RemoveRow(kind=Theme, id=uid(1), **Q))
    assert ids(loose_notes(book, BOARD, "a")) == [uid(11)] and book.get(Note, uid(11)).always_act


def test_a_note_dropped_on_itself_makes_no_theme() -> None:
    book = board()
    for chosen in ((), (uid(31),), (uid(31), uid(31))):
        command = GroupNotes(ids=chosen, onto=uid(31), theme_id=uid(9), theme_name="Nyt", **Q)
        assert book.changes(command.edits(book)) == []
