"""Commands on any kind of record, on the list of programmes, and copies of whole programmes."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.domain.test_commands_notes import do, ids
from tests.store.desk import P, everything, note, programme, uid
from trivselsdesk.domain.book import Book, NotThere
from trivselsdesk.domain.codec import to_plain
from trivselsdesk.domain.commands.desk import AddProgramme, ChangeProgramme, ChangeSetting, copied
from trivselsdesk.domain.commands.rows import AddRow, EditFields, MoveRow, PutRecord, RemoveRow
from trivselsdesk.domain.records import (
    PASSING,
    Action,
    AgendaItem,
    ClockState,
    FormEntry,
    Initiative,
    Meeting,
    Note,
    Person,
    Placement,
    Programme,
    Record,
    Report,
    RoleHolder,
    Rule,
    Setting,
    SlotLog,
    Step,
    Theme,
    ToolState,
)
from trivselsdesk.domain.travel import travelling


def rule(number: int, rank: float = 0.0) -> Rule:
    """A ground rule."""
    return Rule(id=uid(number), programme_id=P, rank=rank, text="")


def action(number: int, of: int, rank: float = 0.0) -> Action:
    """An action of an initiative."""
    return Action(id=uid(number), programme_id=P, initiative_id=uid(of), title="", rank=rank)


def test_a_row_is_added_where_it_is_wanted() -> None:
    book = Book([programme(), rule(1, 1.0), rule(2, 2.0)])
    do(book, AddRow(programme_id=P, record=rule(3)))
    do(book, AddRow(programme_id=P, record=rule(4), index=0))
    assert ids(book.ranked(Rule)) == [uid(4), uid(1), uid(2), uid(3)]
    do(book, MoveRow(programme_id=P, kind=Rule, id=uid(3), index=1))
    assert ids(book.ranked(Rule)) == [uid(4), uid(3), uid(1), uid(2)]
    do(book, MoveRow(programme_id=P, kind=Rule, id=uid(4), index=99))
    assert ids(book.ranked(Rule)) == [uid(3), uid(1), uid(2), uid(4)]


def test_rows_are_ordered_among_those_of_the_same_parent() -> None:
    book = Book([programme(), action(1, 50, 1.0), action(2, 51, 5.0)])
    do(book, AddRow(programme_id=P, record=action(3, 50)))
    assert book.get(Action, uid(3)).rank == 2.0


def test_fields_are_set_and_the_rest_is_left() -> None:
    book = Book(everything())
    before = book.get(Note, uid(42))
    do(book, EditFields(programme_id=P, kind=Note, id=uid(42), values={"text": "Nyt", "votes": 3}))
    after = book.get(Note, uid(42))
    assert (after.text, after.votes) == ("Nyt", 3)
    assert to_plain(after) | {"text": before.text, "votes": before.votes} == to_plain(before)


def test_typing_joins_only_typing_in_the_same_fields() -> None:
    def key(values: dict[str, Any], number: int = 1, fold: bool = True) -> str:
        return EditFields(programme_id=P, kind=Note, id=uid(number), values=values, fold=fold).fold_key()

    assert key({"text": "a"}) == key({"text": "b"}) != ""
    assert (
        len({key({"text": ""}), key({"zone": ""}), key({"text": "", "zone": ""}), key({"text": ""}, 2)}) == 4
    )
    assert key({"text": ""}, fold=False) == ""


def test_a_whole_record_is_put() -> None:
    book = Book([programme()])
    do(book, PutRecord(programme_id=P, record=Report(id=P, programme_id=P, authors="Lone")))
    assert book.get(Report, P).authors == "Lone"


def test_whole_records_are_one_step_each_unless_one_field_is_typed_in() -> None:
    def key(number: int, field: str = "") -> str:
        record = Report(id=uid(number), programme_id=P)
        return PutRecord(programme_id=P, record=record, field=field).fold_key()

    assert key(1) == ""
    assert key(1, "authors") == key(1, "authors") != ""
    assert len({key(1, "authors"), key(1, "reasons"), key(2, "authors")}) == 3


def test_of_a_record_with_one_field_typed_in_the_others_stay_as_they_have_become() -> None:
    book = Book([programme(), Report(id=P, programme_id=P)])
    waiting = [
        PutRecord(programme_id=P, record=Report(id=P, programme_id=P, **{field: field}), field=field)
        for field in ("authors", "reasons")
    ]
    for command in waiting:
        do(book, command)
    assert (book.get(Report, P).authors, book.get(Report, P).reasons) == ("authors", "reasons")


def below(kind: type[Record], record_id: str) -> set[str]:
    """The kinds of what goes when a record is removed."""
    book = Book(everything())
    before = {(type(each), each.id) for each in book.everything()}
    do(book, RemoveRow(programme_id=P, kind=kind, id=record_id))
    return {kind.__name__ for kind, _ in before - {(type(each), each.id) for each in book.everything()}}


def test_what_hangs_on_a_record_goes_with_it() -> None:
    assert below(Step, uid(32)) == {"Step", "SlotLog"}
    assert below(AgendaItem, uid(31)) == {"AgendaItem", "Step", "SlotLog", "ThemeTime"}
    assert {"Meeting", "AgendaItem", "Step", "SlotLog"} <= below(Meeting, uid(30))
    assert {"Ballot", "TalkGroup", "GroupMember", "GroupWork"} <= below(Meeting, uid(30))
    assert below(Initiative, uid(50)) == {"Initiative", "Action", "EntryMark", "Signup", "StatusChange"}
    assert below(Person, uid(10)) == {"Person", "RoleHolder", "GroupMember", "Absence", "Signup"}
    assert below(Action, uid(51)) == {"Action", "StatusChange"}


def test_a_note_removed_is_let_go_by_its_initiative() -> None:
    book = Book([programme(), note(31), Initiative(id=uid(50), programme_id=P, card_id=uid(31), name="")])
    do(book, RemoveRow(programme_id=P, kind=Note, id=uid(31)))
    assert book.get(Initiative, uid(50)).card_id == ""


def test_what_is_gone_is_said_so() -> None:
    book = Book([programme()])
    for command in (
        EditFields(programme_id=P, kind=Note, id=uid(9), values={"text": ""}),
        MoveRow(programme_id=P, kind=Rule, id=uid(9), index=0),
        RemoveRow(programme_id=P, kind=Rule, id=uid(9)),
    ):
        with pytest.raises(NotThere):
            do(book, command)


# The list of programmes


def test_a_new_programme_is_laid_down_first_and_then_brought_forward() -> None:
    command = AddProgramme(programme_id=P, records=everything())
    book = Book()
    book.apply(book.changes(command.groundwork(book)))
    assert book.programme.deleted and book.find(Note, uid(41))
    changes = book.changes(command.edits(book))
    assert [change.kind for change in changes] == [Programme]
    assert command.detail(book) == "Børnehuset Kastanjen" and command.desk


def test_a_programme_is_renamed_deleted_and_brought_back() -> None:
    book = Book([programme()])
    for values in ({"name": "Nord"}, {"deleted": True}, {"deleted": False}):
        do(book, ChangeProgramme(programme_id=P, values=values))
    assert book.programme.name == "Nord" and not book.programme.deleted


def test_a_setting_is_no_step_of_undo() -> None:
    book = Book()
    command = ChangeSetting(programme_id="", key="theme", text="dark")
    do(book, command)
    assert book.get(Setting, "theme").text == "dark" and not command.journaled


def test_a_copy_shares_no_id_and_keeps_every_link() -> None:
    twins = Book(copied(everything()))
    originals = {each.id for each in everything()}
    key = twins.programme.id
    assert not {each.id for each in twins.everything()} & originals
    assert all(each.programme_id == key for each in twins.everything())
    kept = [each for each in travelling(everything()) if not isinstance(each, PASSING)]
    assert len(list(twins.everything())) == len(kept)
    text = repr(sorted(map(repr, twins.everything())))
    for old in {part for each in originals for part in each.split(":") if len(part) == 32}:
        assert old not in text
    (placement,) = twins.of(Placement)
    assert placement.id == f"matrix:{placement.card_id}" and twins.find(Theme, placement.card_id)
    (holder,) = twins.of(RoleHolder)
    assert holder.id == f"{key}:facilitator:{holder.person_id}" and twins.find(Person, holder.person_id)
    (clock,) = twins.of(ClockState)
    assert twins.find(Meeting, clock.id) and twins.find(AgendaItem, clock.slot)
    (log,) = twins.of(SlotLog)
    assert twins.find(Step, log.id) and log.meeting_id == twins.meeting.id
    assert twins.find(Report, key)


def test_a_copy_of_a_copy_is_another() -> None:
    first, second = Book(copied(everything())), Book(copied(everything()))
    assert first.programme.id != second.programme.id


def test_a_copy_points_at_its_own_times_of_a_form_and_its_own_parts() -> None:
    records = [
        replace(each, came_from=uid(31))
        if isinstance(each, ClockState)
        else replace(each, mode=f"{P}:form:gensyn:")
        if isinstance(each, ToolState)
        else each
        for each in everything()
    ]
    twins = Book(copied(records))
    (clock,), (state,) = twins.of(ClockState), twins.of(ToolState)
    assert twins.find(AgendaItem, clock.came_from)
    assert twins.find(FormEntry, state.mode)
    plain = [replace(each, mode="keyboard") for each in everything() if isinstance(each, ToolState)]
    (state,) = Book(copied(plain)).of(ToolState)
    assert state.mode == "keyboard"
