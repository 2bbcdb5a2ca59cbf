"""People divide between the initiatives: evenly, nobody left over (000:164, 001: D74)."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trivselsdesk.domain import plan, signup
from trivselsdesk.domain.book import Book, Put
from trivselsdesk.domain.commands.agreeing import SignUp, SpreadSignups
from trivselsdesk.domain.commands.rows import RemoveRow
from trivselsdesk.domain.pack import Span
from trivselsdesk.domain.records import Action, Initiative, Person, Programme, Signup

Q = {"programme_id": "p"}
NAMES = ("Sanne", "Jonas", "Ole", "Karin", "Birgit", "Mette", "Per", "Lone")


def is_even(counts: list[int]) -> bool:
    """Whether no two differ by more than one."""
    return not counts or max(counts) - min(counts) <= 1


def desk(people: int = 8, initiatives: int = 3) -> Book:
    return Book(
        [
            Programme(id="p", pack_id="x", pack_version="1", name="Huset", **Q),
            *(
                Person(id=f"n{n}", name=NAMES[n % 8] + (f" {n}" if n > 7 else ""), rank=float(n), **Q)
                for n in range(people)
            ),
            *(Initiative(id=f"i{n}", name=f"Tema {n}", rank=float(n), **Q) for n in range(initiatives)),
        ]
    )


def run(book: Book, command: SignUp | SpreadSignups | RemoveRow) -> Book:
    for edit in command.edits(book):
        kept = [each for each in book.everything() if (type(each), each.id) != _key(edit)]
        book = Book([*kept, edit.record] if isinstance(edit, Put) else kept)
    return book


def _key(edit: object) -> tuple[type, str]:
    if isinstance(edit, Put):
        return type(edit.record), edit.record.id
    return edit.kind, edit.id  # type: ignore[attr-defined]


def sizes(book: Book) -> list[int]:
    return [len(column.people) for column in signup.signups(book).columns]


def test_a_person_is_in_on_one_and_can_move_and_leave() -> None:
    book = run(desk(), SignUp(person_id="n1", initiative_id="i0", **Q))
    book = run(book, SignUp(person_id="n0", initiative_id="i0", **Q))
    assert signup.names_of(book, "i0") == "Jonas, Sanne"
    book = run(book, SignUp(person_id="n1", initiative_id="i2", **Q))
    assert sizes(book) == [1, 0, 1]
    assert len(signup.signups(book).not_yet) == 6
    book = run(book, SignUp(person_id="n1", initiative_id="", **Q))
    assert sizes(book) == [1, 0, 0]


def test_it_says_how_many_are_missing_and_too_many() -> None:
    book = desk()
    for person in range(6):
        book = run(book, SignUp(person_id=f"n{person}", initiative_id="i0", **Q))
    columns = signup.signups(book, Span(least=2, most=5)).columns
    assert [(each.missing, each.over) for each in columns] == [(0, 1), (2, 0), (2, 0)]


@given(st.integers(0, 40), st.integers(1, 5), st.lists(st.integers(0, 4), max_size=10))
def test_spreading_leaves_nobody_over_and_moves_nobody(people: int, count: int, chosen: list[int]) -> None:
    book = desk(people, count)
    for person, goal in enumerate(chosen[:people]):
        book = run(book, SignUp(person_id=f"n{person}", initiative_id=f"i{goal % count}", **Q))
    before = {each.person_id: each.initiative_id for each in book.of(Signup)}
    seats = signup.spread(signup.signups(book))
    after = run(book, SpreadSignups(seats=seats, **Q)) if seats else book
    assert not signup.signups(after).not_yet
    for person_id, initiative_id in before.items():
        assert after.get(Signup, person_id).initiative_id == initiative_id
    if not before:
        assert is_even(sizes(after))
    grown = [now for now, was in zip(sizes(after), sizes(book), strict=True) if now > was]
    assert is_even(grown)
    assert all(one.rank <= two.rank for one, two in pairwise(after.ranked(Signup)))


def test_with_no_initiative_nobody_is_placed() -> None:
    assert signup.spread(signup.signups(desk(5, 0))) == ()


def test_whoever_signed_up_is_in_on_the_actions() -> None:
    book = desk()
    action = Action(id="a", initiative_id="i0", title="Tavle", owner="Ole", **Q)
    book = Book([*book.everything(), action])
    what = [each.what for each in plan.gaps(book, book.get(Initiative, "i0"))]
    assert "people" in what
    book = run(book, SignUp(person_id="n0", initiative_id="i0", **Q))
    assert "people" not in [each.what for each in plan.gaps(book, book.get(Initiative, "i0"))]


@pytest.mark.parametrize(("kind", "key"), [(Person, "n0"), (Initiative, "i0")])
def test_what_is_deleted_takes_its_signups_along(kind: type, key: str) -> None:
    book = run(desk(), SignUp(person_id="n0", initiative_id="i0", **Q))
    assert not list(run(book, RemoveRow(kind=kind, id=key, **Q)).of(Signup))
