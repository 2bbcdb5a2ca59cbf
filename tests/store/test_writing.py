"""The one write path: one commit a gesture, undo and redo as data, and refusals that change nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any, ClassVar

import pytest

from tests.store.desk import BOARD, P, fill, note, programme, same_as_disk, snapshot, uid
from trivselsdesk.domain.book import Book, Edit, NotThere, Put
from trivselsdesk.domain.commands.base import Command, Refused
from trivselsdesk.domain.commands.desk import AddProgramme, ChangeProgramme, ChangeSetting
from trivselsdesk.domain.commands.notes import AddNotes, DeleteNotes, GroupNotes, MoveNotes, ParkCards
from trivselsdesk.domain.commands.rows import EditFields, PutRecord
from trivselsdesk.domain.records import Note, Person, Programme, Report, Step, Task, Theme
from trivselsdesk.store import journal
from trivselsdesk.store.errors import StoreError
from trivselsdesk.store.store import DESK, Store, finished


def steps(store: Store, scope: str = P) -> int:
    """How many steps the journal holds."""
    with store._reading() as connection:
        return journal.count(connection, scope)


def typed(values: dict[str, Any], number: int = 42) -> EditFields:
    """One commit of somebody who types."""
    return EditFields(programme_id=P, kind=Note, id=uid(number), values=values)


def test_each_gesture_is_one_transaction(store: Store) -> None:
    said: list[str] = []
    store._connection.set_trace_callback(said.append)
    gestures: list[Callable[[], object]] = [
        lambda: store.run(AddNotes(programme_id=P, notes=(note(90), note(91)))),
        lambda: store.run(
            GroupNotes(programme_id=P, ids=(uid(90),), onto=uid(91), theme_id=uid(92), theme_name="?")
        ),
        lambda: store.undo(P),
        lambda: store.redo(P),
        lambda: store.run(AddProgramme(programme_id=uid(5), records=(programme(uid(5)),))),
    ]
    for number, gesture in enumerate(gestures, start=1):
        before = store.change_count()
        gesture()
        assert store.change_count() == before + 1
        assert sum(line.startswith("BEGIN IMMEDIATE") for line in said) == number
    first, last = said.index("BEGIN IMMEDIATE"), len(said) - 1 - said[::-1].index("COMMIT")
    assert first < last


def test_a_change_is_in_the_file_before_run_returns(store: Store) -> None:
    store.run(AddNotes(programme_id=P, notes=(note(90),)))
    assert not store._connection.in_transaction
    same_as_disk(store)


def test_what_changes_nothing_leaves_no_step(store: Store) -> None:
    before = steps(store), store.change_count()
    assert store.run(typed({"text": store.book(P).get(Note, uid(42)).text})) is None
    assert (steps(store), store.change_count()) == before


def test_a_change_set_says_what_changed(store: Store) -> None:
    changes = store.run(AddNotes(programme_id=P, notes=(note(90, "Ny"),)))
    assert (
        changes and changes.way == "do" and changes.step.name == "add_notes" and changes.step.detail == "Ny"
    )
    assert changes.touches(Note) and not changes.touches(Theme)
    taken_back = store.undo(P)
    assert taken_back and taken_back.way == "undo"
    assert [(each.id, each.after) for each in taken_back.changes] == [(uid(90), None)]


def test_undo_and_redo_go_through_a_restart(path: Path) -> None:
    moments = []
    with Store.open(path) as store:
        fill(store)
        start = steps(store)
        for number in range(100, 112):
            moments.append(snapshot(store.book(P)))
            store.run(AddNotes(programme_id=P, notes=(note(number),)))
        end = snapshot(store.book(P))
    for expected in reversed(moments):
        with Store.open(path) as store:
            store.undo(P)
            assert snapshot(store.book(P)) == expected
    for expected in [*moments[1:], end]:
        with Store.open(path) as store:
            assert store.next_step(P, redo=True)
            store.redo(P)
            assert snapshot(store.book(P)) == expected
            assert store.next_step(P, redo=True) is None or expected is not end
            assert steps(store) == start + 12


def test_a_thousand_steps_come_back(path: Path) -> None:
    with Store.open(path) as store:
        fill(store)
        moments = []
        for number in range(1000):
            moments.append(snapshot(store.book(P)))
            if number % 3:
                store.run(MoveNotes(programme_id=P, ids=(uid(1000),), board=BOARD, zone=f"z{number}"))
            else:
                store.run(AddNotes(programme_id=P, notes=(note(1000 + number),)))
        end = snapshot(store.book(P))
    with Store.open(path) as store:
        for expected in reversed(moments):
            store.undo(P)
            assert snapshot(store.book(P)) == expected
        while store.redo(P):
            pass
        assert snapshot(store.book(P)) == end
        same_as_disk(store)


def test_the_journal_forgets_only_what_lies_far_back(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journal, "KEPT_STEPS", 50)
    for number in range(300):
        store.run(MoveNotes(programme_id=P, ids=(uid(42),), board=BOARD, zone=f"z{number}"))
    assert 50 <= steps(store) < 200
    with store._reading() as connection:
        known = {row[0] for row in connection.execute("SELECT id FROM undo_step")}
        assert {row[0] for row in connection.execute("SELECT step_id FROM undo_row")} <= known
    assert steps(store, DESK) == 1


def test_something_new_ends_what_could_be_redone(store: Store) -> None:
    store.run(AddNotes(programme_id=P, notes=(note(90),)))
    store.undo(P)
    assert store.next_step(P, redo=True)
    store.run(AddNotes(programme_id=P, notes=(note(91),)))
    assert store.next_step(P, redo=True) is None
    assert store.redo(P) is None


def test_typing_in_one_field_is_one_step(store: Store) -> None:
    before, held = steps(store), store.book(P).get(Note, uid(42)).text
    for text in ("R", "Ro", "Ro på", "Ro på stuen"):
        store.run(typed({"text": text}))
    assert steps(store) == before + 1
    store.undo(P)
    assert store.book(P).get(Note, uid(42)).text == held
    store.redo(P)
    assert store.book(P).get(Note, uid(42)).text == "Ro på stuen"
    same_as_disk(store)


def test_another_field_or_record_or_gesture_starts_a_new_step(store: Store) -> None:
    before = steps(store)
    store.run(typed({"text": "a"}))
    store.run(typed({"zone": "x"}))
    store.run(typed({"text": "b"}))
    store.run(typed({"text": "b"}, number=41))
    store.run(AddNotes(programme_id=P, notes=(note(90),)))
    store.run(typed({"text": "c"}, number=41))
    assert steps(store) == before + 6


def test_a_pause_starts_a_new_step(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    before = steps(store)
    store.run(typed({"text": "a"}))
    monkeypatch.setattr(journal, "FOLD_SECONDS", -1.0)
    store.run(typed({"text": "ab"}))
    assert steps(store) == before + 2


def test_typing_that_ends_where_it_began_is_no_step(store: Store) -> None:
    before, held = steps(store), store.book(P).get(Note, uid(42)).text
    store.run(typed({"text": "x"}))
    store.run(typed({"text": held}))
    assert steps(store) == before
    same_as_disk(store)


def test_typing_after_undo_does_not_join_the_step_before(store: Store) -> None:
    store.run(typed({"text": "første"}))
    store.run(AddNotes(programme_id=P, notes=(note(90),)))
    store.undo(P)
    store.run(typed({"text": "anden"}))
    store.undo(P)
    assert store.book(P).get(Note, uid(42)).text == "første"


# Two scopes


def name(store: Store) -> str:
    """The programme's name."""
    return store.book(P).programme.name


def rename(text: str) -> EditFields:
    """Renaming inside the programme."""
    return EditFields(programme_id=P, kind=Programme, id=P, values={"name": text})


def test_the_desk_has_an_undo_of_its_own(store: Store) -> None:
    store.run(ChangeProgramme(programme_id=P, values={"deleted": True}))
    store.run(AddNotes(programme_id=P, notes=(note(90),)))
    store.undo(DESK)
    assert not store.book(P).programme.deleted
    assert store.book(P).find(Note, uid(90))
    store.redo(DESK)
    assert store.book(P).programme.deleted
    store.undo(P)
    assert store.book(P).find(Note, uid(90)) is None
    same_as_disk(store)


def test_taking_back_one_field_leaves_the_others_of_the_same_record(store: Store) -> None:
    store.run(rename("Ny"))
    store.run(ChangeProgramme(programme_id=P, values={"closed": True}))
    store.undo(P)
    assert (name(store), store.book(P).programme.closed) == ("Børnehuset Kastanjen", True)
    store.redo(P)
    store.undo(DESK)
    assert (name(store), store.book(P).programme.closed) == ("Ny", False)
    store.redo(DESK)
    assert (name(store), store.book(P).programme.closed) == ("Ny", True)
    same_as_disk(store)


def test_typing_around_a_step_of_the_desk_takes_back_only_the_typing(store: Store) -> None:
    store.run(rename("N"))
    store.run(ChangeProgramme(programme_id=P, values={"closed": True}))
    store.run(rename("Ny"))
    store.undo(P)
    assert (name(store), store.book(P).programme.closed) == ("Børnehuset Kastanjen", True)
    same_as_disk(store)


def test_a_new_programme_taken_back_keeps_what_was_written_in_it(store: Store) -> None:
    key = uid(5)
    store.run(AddProgramme(programme_id=key, records=(programme(key),)))
    store.run(PutRecord(programme_id=key, record=Report(id=key, programme_id=key, authors="Lone")))
    store.undo(DESK)
    assert store.book(key).programme.deleted
    store.redo(DESK)
    assert not store.book(key).programme.deleted
    assert store.book(key).get(Report, key).authors == "Lone"
    same_as_disk(store, key)


def test_a_programme_may_use_ids_that_another_has(store: Store) -> None:
    key = uid(5)
    twin = replace(note(42, "En anden seddel"), programme_id=key)
    store.run(AddProgramme(programme_id=key, records=(programme(key), twin)))
    store.run(DeleteNotes(programme_id=key, ids=(uid(42),)))
    assert store.book(P).get(Note, uid(42)).text.startswith("שלום")
    same_as_disk(store)
    same_as_disk(store, key)


def test_settings_are_remembered_and_not_undone(store: Store) -> None:
    before = steps(store, DESK)
    store.run(ChangeSetting(programme_id=DESK, key="theme", text="dark"))
    assert store.setting("theme") == "dark"
    assert store.setting("noget", "andet") == "andet"
    assert steps(store, DESK) == before
    same_as_disk(store, DESK)


# Refusals


@dataclass(frozen=True, kw_only=True)
class Careless(Command):
    """A command that asks for whatever it is told."""

    name: ClassVar[str] = "careless"
    wanted: tuple[Edit, ...]

    def edits(self, book: Book) -> list[Edit]:
        return list(self.wanted)


def test_a_refused_command_changes_nothing(store: Store) -> None:
    before = snapshot(store.book(P)), steps(store), store.change_count()
    with pytest.raises(Refused):
        store.run(ParkCards(programme_id=P, ids=(uid(42), uid(40))))
    with pytest.raises(NotThere):
        store.run(MoveNotes(programme_id=P, ids=(uid(42), uid(999)), board=BOARD, zone="b"))
    assert (snapshot(store.book(P)), steps(store), store.change_count()) == before
    same_as_disk(store)


UNFIT: list[tuple[type, str, Any]] = [
    (Note, "text", "halv \ud83d emoji"),
    (Note, "text", None),
    (Note, "text", 7),
    (Note, "rank", float("nan")),
    (Note, "rank", float("inf")),
    (Note, "rank", "2"),
    (Note, "votes", 1.5),
    (Note, "votes", 2**70),
    (Note, "parked", "nej"),
    (Task, "due", datetime(2026, 1, 1, 12, 0)),
    (Task, "due", "2026-01-01"),
    (Step, "minutes", None),
]


@pytest.mark.parametrize(("kind", "field", "value"), UNFIT)
def test_a_value_that_would_not_come_back_as_it_is_is_refused(
    store: Store, kind: type[Any], field: str, value: Any
) -> None:
    before = snapshot(store.book(P)), steps(store), store.change_count()
    record = next(iter(store.book(P).of(kind)))
    edit = Put(replace(record, **{field: value}))
    with pytest.raises(StoreError) as caught:
        store.run(Careless(programme_id=P, wanted=(Put(note(90)), edit)))
    assert caught.value.kind == "unfit"
    assert (snapshot(store.book(P)), steps(store), store.change_count()) == before
    assert store.trouble is None
    store.run(AddNotes(programme_id=P, notes=(note(90),)))
    same_as_disk(store)


def test_a_record_of_another_programme_is_refused(store: Store) -> None:
    with pytest.raises(StoreError) as caught:
        store.run(
            Careless(programme_id=P, wanted=(Put(Person(id=uid(99), programme_id=uid(5), name="Gæst")),))
        )
    assert caught.value.kind == "unfit"
    assert store.book(P).find(Person, uid(99)) is None


def test_a_mistake_inside_the_transaction_rolls_all_of_it_back(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = snapshot(store.book(P)), steps(store), store.change_count()
    with monkeypatch.context() as broken:
        broken.setattr(journal, "_write_rows", None)
        with pytest.raises(TypeError):
            store.run(AddNotes(programme_id=P, notes=(note(90),)))
    assert (snapshot(store.book(P)), steps(store), store.change_count()) == before
    store.run(AddNotes(programme_id=P, notes=(note(90),)))
    same_as_disk(store)


def test_long_and_odd_texts_come_back_letter_by_letter(path: Path) -> None:
    texts = [
        "æ" * 10_000,
        "👩‍👩‍👧 🏳️‍🌈",
        "\u202eשלום\u202c مرحبا",
        "a\0b",
        "linje\nto\tog\r\ntre",
        "'; DROP TABLE note; --",
    ]
    with Store.open(path) as store:
        fill(store)
        for number, text in enumerate(texts):
            store.run(AddNotes(programme_id=P, notes=(note(200 + number, text),)))
    with Store.open(path) as store:
        assert [store.book(P).get(Note, uid(200 + n)).text for n in range(len(texts))] == texts
        for _ in texts:
            store.undo(P)
        for _ in texts:
            store.redo(P)
        assert [store.book(P).get(Note, uid(200 + n)).text for n in range(len(texts))] == texts
        same_as_disk(store)


def test_numbers_are_summed_up_the_same_in_memory_and_in_the_file(store: Store) -> None:
    for rank in (3, -0.0, 0.1, 1e15, -2.5e-9, 2**53):
        store.run(EditFields(programme_id=P, kind=Note, id=uid(42), values={"rank": rank}, fold=False))
        same_as_disk(store)


def test_pack_texts_are_kept_and_never_overwritten(store: Store) -> None:
    store.keep_pack("andet", "2", {"pack.toml": "et"})
    store.keep_pack("andet", "2", {"pack.toml": "to", "mere.toml": "x"})
    store.keep_pack("tomt", "1", {})
    assert store.pack_files("andet", "2") == {"pack.toml": "et"}
    assert store.pack_files("andet", "3") == {}
    store.verify()


def many(count: int, first: int = 1000) -> AddNotes:
    """A paste of so many notes."""
    return AddNotes(programme_id=P, notes=tuple(note(first + number) for number in range(count)))


def test_a_step_that_is_given_up_halfway_has_changed_nothing(store: Store) -> None:
    before, count = snapshot(store.book(P)), store.change_count()
    parts = store.run_in_parts(many(500))
    assert 0 < next(parts) < 1
    parts.close()
    assert snapshot(store.book(P)) == before and store.change_count() == count
    same_as_disk(store)


def test_what_others_write_during_a_long_step_is_taken_into_account(store: Store) -> None:
    standing = len(list(store.book(P).of(Note)))
    parts = store.run_in_parts(many(300))
    next(parts)
    store.run(AddNotes(programme_id=P, notes=(note(90),)))
    finished(parts)
    notes = store.book(P).ranked(Note, lambda each: each.zone == note(90).zone and not each.theme_id)
    assert notes[-301].id == uid(90)
    assert len(list(store.book(P).of(Note))) == standing + 301
    undone = store.undo(P)
    assert undone is not None and len(undone.changes) == 300
    store.redo(P)
    assert len(list(store.book(P).of(Note))) == standing + 301
    same_as_disk(store)
