"""The book: reading, edits that change it, and ranks that always leave room."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.store.desk import P, everything, note, programme, uid
from trivselsdesk.domain.book import Book, Change, Drop, NotThere, Put, insert_ranked
from trivselsdesk.domain.records import AgendaItem, Meeting, Note, Person, Programme, Rule, Step, Theme


def rule(number: int, rank: float) -> Rule:
    """A ground rule."""
    return Rule(id=uid(number), programme_id=P, rank=rank, text=f"Regel {number}")


def test_records_are_found_by_kind_and_id() -> None:
    book = Book(everything())
    assert book.programme.name == "Børnehuset Kastanjen"
    assert book.find(Note, uid(40)) is None
    assert book.get(Theme, uid(40)).name.startswith("Ro")
    assert book.card(uid(40)) == book.get(Theme, uid(40))
    assert book.card(uid(41)) == book.get(Note, uid(41))
    assert book.meeting.id == uid(30)
    assert [each.id for each in book.items(uid(30))] == [uid(31)]
    assert [each.id for each in book.steps(uid(31))] == [uid(32)]
    assert len(list(book.everything())) == len(everything())


def test_what_is_not_there_is_said_so() -> None:
    book = Book()
    for look in (lambda: book.programme, lambda: book.meeting, lambda: book.card(uid(1))):
        with pytest.raises(NotThere):
            look()
    assert list(book.of(Person)) == []


def test_records_stand_by_rank_and_then_by_id() -> None:
    book = Book([rule(3, 1.0), rule(1, 2.0), rule(2, 1.0), rule(4, -5.0)])
    assert [each.id for each in book.ranked(Rule)] == [uid(4), uid(2), uid(3), uid(1)]
    assert [each.id for each in book.ranked(Rule, lambda each: each.rank > 0)] == [uid(2), uid(3), uid(1)]


def test_several_meetings_stand_in_their_order() -> None:
    first = Meeting(id=uid(9), programme_id=P, rank=0.5, pack_meeting="a", title="Først")
    assert Book([*everything(), first]).meeting == first


def test_changes_are_worked_out_and_nothing_is_touched() -> None:
    book = Book([programme(), note(1), note(2)])
    changed = replace(note(1), text="ny")
    found = book.changes([Put(changed), Drop(Note, uid(2)), Put(note(3)), Put(programme())])
    assert found == [
        Change(Note, uid(1), note(1), changed),
        Change(Note, uid(2), note(2), None),
        Change(Note, uid(3), None, note(3)),
    ]
    assert book.get(Note, uid(1)).text == "Seddel 1"


def test_the_last_edit_of_a_record_counts_and_a_way_back_is_no_change() -> None:
    book = Book([note(1)])
    assert book.changes([Put(replace(note(1), text="a")), Put(note(1))]) == []
    assert book.changes([Put(note(2)), Drop(Note, uid(2))]) == []
    assert book.changes([Drop(Note, uid(9))]) == []
    (only,) = book.changes([Drop(Note, uid(1)), Put(replace(note(1), text="b"))])
    assert only.before == note(1) and only.after == replace(note(1), text="b")


def test_changes_and_their_inversion_lead_back() -> None:
    book = Book([note(1), note(2)])
    changes = book.changes([Put(replace(note(1), zone="b")), Drop(Note, uid(2)), Put(note(3))])
    book.apply(changes)
    assert {each.id for each in book.of(Note)} == {uid(1), uid(3)}
    book.apply([change.inverted() for change in reversed(changes)])
    assert set(book.of(Note)) == {note(1), note(2)}


def test_removing_what_is_gone_is_no_harm() -> None:
    book = Book()
    book.apply([Change(Programme, P, None, None)])
    assert list(book.everything()) == []


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 4)), max_size=120))
def test_what_is_put_in_at_a_place_stands_at_that_place(moves: list[tuple[int, int]]) -> None:
    book, number = Book(), 0
    expected: list[str] = []
    for index, count in moves:
        newcomers = [rule(number + each, 0.0) for each in range(count)]
        number += count
        book.apply(book.changes(insert_ranked(book.ranked(Rule), index, newcomers)))
        place = min(index, len(expected))
        expected[place:place] = [each.id for each in newcomers]
    assert [each.id for each in book.ranked(Rule)] == expected


def test_room_between_two_never_runs_out() -> None:
    book = Book([rule(0, 1.0), rule(1, 2.0)])
    for number in range(2, 200):
        book.apply(book.changes(insert_ranked(book.ranked(Rule), 1, [rule(number, 0.0)])))
    wanted = [uid(0), *(uid(number) for number in range(199, 1, -1)), uid(1)]
    assert [each.id for each in book.ranked(Rule)] == wanted


def test_records_that_share_a_rank_are_numbered_afresh() -> None:
    book = Book([rule(0, 1.0), rule(1, 1.0)])
    edits = insert_ranked(book.ranked(Rule), 1, [rule(2, 0.0)])
    book.apply(book.changes(edits))
    assert [each.id for each in book.ranked(Rule)] == [uid(0), uid(2), uid(1)]


def test_usually_only_the_newcomers_are_written() -> None:
    siblings = [rule(number, float(number)) for number in range(5)]
    for index in (-3, 0, 2, 5, 99):
        assert [put.record.id for put in insert_ranked(siblings, index, [rule(9, 0.0)])] == [uid(9)]


def test_items_and_steps_of_others_stay_out() -> None:
    book = Book(
        [*everything(), AgendaItem(id=uid(80), programme_id=P, meeting_id=uid(81), title="", minutes=1)]
    )
    assert book.steps(uid(80)) == []
    book.apply(
        [Change(Step, uid(82), None, Step(id=uid(82), programme_id=P, item_id=uid(80), title="", minutes=1))]
    )
    assert uid(80) not in [each.id for each in book.items(uid(30))]
    assert [each.id for each in book.steps(uid(80))] == [uid(82)]
