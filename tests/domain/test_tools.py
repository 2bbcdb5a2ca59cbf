"""Expectations, ideas, notes out of sight, and the unit's own words for a tool."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.store.desk import BOARD, P, everything, note, uid
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.commands.base import Command, Refused
from trivselsdesk.domain.commands.notes import AddNotes, DeleteNotes, HangUp, loose_notes
from trivselsdesk.domain.commands.rows import EditFields, MoveRow, PutRecord, RemoveRow
from trivselsdesk.domain.commands.tools import AddLines, HangPutAway, SealNotes, SendIdea, SetToolState
from trivselsdesk.domain.pack import NoteType, Pack
from trivselsdesk.domain.paste import fitting
from trivselsdesk.domain.records import Action, Expectation, Idea, Initiative, Meeting, Note, ToolState
from trivselsdesk.domain.tools import (
    expectations_of,
    ideas_of,
    own_lines,
    own_record,
    own_text,
    put_away,
    sent_to,
    state_of,
    trios_sealed,
)

M = uid(30)
PACK = Pack(
    id="prøve",
    version="1",
    title="",
    short_title="",
    summary="",
    facts="",
    source="",
    note_types=(
        NoteType(id="gul", label="Gul", colour="yellow", origin="participant"),
        NoteType(id="pink", label="Pink", colour="pink", origin="trio", sealed=True),
    ),
)


@pytest.fixture
def book() -> Book:
    return Book(each for each in everything() if not isinstance(each, (Expectation, Idea, ToolState)))


def do(book: Book, command: Command) -> None:
    book.apply(book.changes(command.edits(book)))


def expectation(number: int, text: str) -> Expectation:
    return Expectation(id=uid(number), programme_id=P, meeting_id=M, text=text)


def idea(number: int, text: str = "Vi siger intet", **values: str) -> Idea:
    return Idea(id=uid(number), programme_id=P, meeting_id=M, text=text, **values)


def test_lines_come_last_in_the_order_they_were_typed(book: Book) -> None:
    do(book, AddLines(programme_id=P, records=(expectation(100, "Ro"), expectation(101, "Handling"))))
    do(book, AddLines(programme_id=P, records=(expectation(102, "Grin"),)))
    do(book, MoveRow(programme_id=P, kind=Expectation, id=uid(102), index=0))
    assert [each.text for each in expectations_of(book, M)] == ["Grin", "Ro", "Handling"]
    do(book, EditFields(programme_id=P, kind=Expectation, id=uid(100), values={"text": "  "}))
    assert [each.text for each in expectations_of(book, M)] == ["Grin", "Handling"]
    assert expectations_of(book, uid(999)) == []


def test_what_a_meeting_wrote_goes_with_it(book: Book) -> None:
    do(book, AddLines(programme_id=P, records=(expectation(100, "Ro"),)))
    do(book, AddLines(programme_id=P, records=(idea(101),)))
    state = replace(state_of(book, book.meeting, "negative"), shown=2)
    do(book, SetToolState(programme_id=P, state=state))
    do(book, RemoveRow(programme_id=P, kind=Meeting, id=M))
    for kind in (Expectation, Idea, ToolState):
        assert not list(book.of(kind))


def test_notes_are_put_away_and_hung_up_in_the_order_that_is_asked_for(book: Book) -> None:
    do(book, SealNotes(programme_id=P, notes=(note(101), note(102), note(103, zone="b"))))
    do(book, AddNotes(programme_id=P, notes=(note(104, kind="pink", sealed=True),)))
    assert {each.id for each in put_away(book, PACK, BOARD)} == {uid(101), uid(102), uid(103)}
    assert [each.id for each in trios_sealed(book, PACK, BOARD)] == [uid(104)]
    do(book, HangPutAway(programme_id=P, ids=(uid(102), uid(103), uid(101))))
    assert [each.id for each in loose_notes(book, BOARD, "a") if not each.sealed][-2:] == [uid(102), uid(101)]
    assert not put_away(book, PACK, BOARD)
    assert book.get(Note, uid(104)).sealed, "the trio's notes wait for their own moment"


def test_no_step_tells_what_a_sealed_note_says(book: Book) -> None:
    secret = note(101, "Det tør jeg ikke sige højt", sealed=True)
    assert "Det" not in SealNotes(programme_id=P, notes=(secret,)).detail(book)
    assert "Det" not in AddNotes(programme_id=P, notes=(secret,)).detail(book)
    do(book, SealNotes(programme_id=P, notes=(secret,)))
    for command in (DeleteNotes, HangUp, HangPutAway):
        assert "Det" not in command(programme_id=P, ids=(secret.id,)).detail(book)


def test_ideas_belong_to_one_initiative_and_outlive_it(book: Book) -> None:
    do(book, AddLines(programme_id=P, records=(idea(101), idea(102, initiative_id=uid(50)))))
    assert [each.id for each in ideas_of(book, M)] == [uid(101)]
    assert [each.id for each in ideas_of(book, M, uid(50))] == [uid(102)]
    do(
        book,
        SetToolState(
            programme_id=P, state=replace(state_of(book, book.meeting, "negative"), initiative_id=uid(50))
        ),
    )
    do(book, RemoveRow(programme_id=P, kind=Initiative, id=uid(50)))
    assert [each.id for each in ideas_of(book, M)] == [uid(101), uid(102)]
    assert state_of(book, book.meeting, "negative").initiative_id == ""


def test_a_measure_becomes_an_action_once(book: Book) -> None:
    do(book, AddLines(programme_id=P, records=(idea(101), idea(102, turned="Vi siger det højt"))))
    send = SendIdea(programme_id=P, id=uid(102), initiative_id=uid(50), action_id=uid(110))
    with pytest.raises(Refused, match="not_turned"):
        do(book, replace(send, id=uid(101)))
    do(book, send)
    assert book.get(Action, uid(110)).title == "Vi siger det højt"
    target = sent_to(book, book.get(Idea, uid(102)))
    assert target is not None and target.id == uid(50)
    assert replace(send, action_id=uid(111)).edits(book) == []
    do(book, RemoveRow(programme_id=P, kind=Action, id=uid(110)))
    assert sent_to(book, book.get(Idea, uid(102))) is None, "it can be sent again"


def test_the_unit_can_write_a_tools_words_anew_and_go_back(book: Book) -> None:
    prompts = ("Hvad gør dig glad?", "Hvem hjalp dig?")
    assert own_lines(book, prompts) == list(prompts)
    record = own_record(P, "\n".join(prompts), "Hvad lo du af?\n\n")
    do(book, PutRecord(programme_id=P, record=record, field="text"))
    assert own_lines(book, prompts) == ["Hvad lo du af?"]
    assert own_text(book, "Hvad gør dig glad?") == "Hvad gør dig glad?", "another text is left alone"
    do(book, PutRecord(programme_id=P, record=own_record(P, "\n".join(prompts), " "), field="text"))
    assert own_lines(book, prompts) == list(prompts)


def test_a_text_that_no_file_could_hold_is_divided_between_words() -> None:
    long = "Vi ønsker os ro. " * 1500
    parts = fitting([long.strip(), "Grin", "x" * 20_001])
    assert all(0 < len(each) <= 10_000 for each in parts)
    assert " ".join(parts[:3]) == long.strip() and parts[3] == "Grin"
    assert [len(each) for each in parts[4:]] == [10_000, 10_000, 1]
