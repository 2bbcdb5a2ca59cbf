"""From the schema of an older version to today's, and what happens when that fails."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Column, Integer, MetaData, Table, Text
from sqlalchemy.dialects.sqlite.base import SQLiteDialect
from sqlalchemy.engine import Connection
from sqlalchemy.schema import CreateColumn

from tests.store.desk import PACK, P, everything, fill, same_as_disk, snapshot, uid
from tests.store.freeze import fixture, thaw
from trivselsdesk.domain.commands.joining import JoinNotes
from trivselsdesk.domain.commands.rows import EditFields
from trivselsdesk.domain.commands.themes import LinkNote
from trivselsdesk.domain.joined import originals
from trivselsdesk.domain.records import (
    Absence,
    ApvPlan,
    Ballot,
    Carried,
    CircleWalk,
    Delivery,
    EntryMark,
    Escalation,
    Event,
    Expectation,
    FormAnswer,
    FormEntry,
    FormLock,
    GroupMember,
    GroupWork,
    Idea,
    Link,
    Note,
    Pulse,
    PulseAnswer,
    Record,
    Remark,
    Round,
    Signup,
    StaffNews,
    StatusChange,
    TalkGroup,
    Theme,
    ThemeTime,
    ToolState,
    Turn,
)
from trivselsdesk.store import backup, migrations, opening
from trivselsdesk.store import store as store_module
from trivselsdesk.store.errors import StoreError
from trivselsdesk.store.migrations import MIGRATIONS, SCHEMA_VERSION, add_column
from trivselsdesk.store.store import DESK, Store
from trivselsdesk.store.tables import TABLES, metadata


def layout(path: Path) -> dict[str, Any]:
    """Every table with its columns as SQLite sees them, and every index."""
    with closing(sqlite3.connect(path)) as raw:
        names = [row[0] for row in raw.execute("SELECT name FROM sqlite_master WHERE type='table'")]
        tables = {
            name: {row[1]: row[2:] for row in raw.execute(f'PRAGMA table_xinfo("{name}")')} for name in names
        }
        indexes = {
            (name, row[1]): [each[2] for each in raw.execute(f'PRAGMA index_info("{row[1]}")')]
            for name in names
            for row in raw.execute(f'PRAGMA index_list("{name}")')
        }
        rowids = {
            row[0]: "WITHOUT ROWID" in row[1]
            for row in raw.execute(
                "SELECT name, sql FROM sqlite_master WHERE type='table' AND sql IS NOT NULL"
            )
        }
    return {"tables": tables, "indexes": indexes, "rowids": rowids}


def fresh_layout(tmp_path: Path) -> dict[str, Any]:
    """The layout of a file made today."""
    Store.open(tmp_path / "fresh.db").close()
    return layout(tmp_path / "fresh.db")


SINCE: dict[type[Record], int] = {
    Pulse: 3,
    PulseAnswer: 3,
    Link: 2,
    Expectation: 3,
    Idea: 3,
    ToolState: 3,
    Ballot: 3,
    TalkGroup: 3,
    GroupMember: 3,
    GroupWork: 3,
    CircleWalk: 4,
    Round: 3,
    Turn: 3,
    Remark: 3,
    Absence: 3,
    Escalation: 3,
    Event: 3,
    FormEntry: 3,
    FormLock: 4,
    FormAnswer: 3,
    StatusChange: 3,
    ThemeTime: 3,
    Signup: 3,
    EntryMark: 3,
    ApvPlan: 3,
    StaffNews: 3,
    Delivery: 3,
    Carried: 3,
}
"""The version that a kind of record came with, for those that were not there from the start."""


@pytest.mark.parametrize("version", range(1, SCHEMA_VERSION + 1))
def test_a_file_of_every_version_opens_and_all_is_there(version: int, path: Path, tmp_path: Path) -> None:
    path.parent.mkdir()
    thaw(version, path)
    with Store.open(path) as store:
        book = store.book(P)
        known = {type(each) for each in everything() if SINCE.get(type(each), 1) <= version}
        assert known <= {type(each) for each in book.everything()}
        assert [each.name for each in store.programmes()] == ["Børnehuset Kastanjen"]
        assert book.get(Note, uid(42)).text == "שלום – og emoji 👩‍👩‍👧"
        assert book.get(Note, uid(42)).theme_id == uid(70)
        assert book.get(Theme, uid(40)).always_act
        assert store.pack_files("prøve", "1") == PACK
        step = store.next_step(P, redo=True)
        assert step and step.name == "dissolve_theme" and step.detail == "Tid til hinanden"
        store.redo(P)
        assert book.find(Theme, uid(70)) is None
        for _ in range(5):
            assert store.undo(P)
        assert book.find(Note, uid(60)) is None
        assert store.undo(DESK) and book.programme.deleted
        same_as_disk(store)
    assert layout(path) == fresh_layout(tmp_path)
    assert bool(backup.listed(path)) == (version < SCHEMA_VERSION)


def test_a_file_of_version_1_can_join_agree_and_link(path: Path) -> None:
    path.parent.mkdir()
    thaw(1, path)
    q: dict[str, Any] = {"programme_id": P}
    ids = (uid(60), uid(61))
    with Store.open(path) as store:
        book = store.book(P)
        assert not any(each.joined_into or each.joint for each in book.of(Note))
        assert not any(each.agreed for each in book.of(Theme)) and not list(book.of(Link))
        held = snapshot(book)
        assert store.run(EditFields(kind=Theme, id=uid(40), values={"agreed": True}, **q))
        assert store.run(JoinNotes(ids=ids, into=uid(90), text="Vi mangler tid", **q))
        assert store.run(LinkNote(theme_id=uid(40), note_id=uid(90), **q))
        changed = snapshot(book)
        same_as_disk(store)
    with Store.open(path) as store:
        assert snapshot(store.book(P)) == changed
        assert store.book(P).get(Theme, uid(40)).agreed
        assert [each.id for each in originals(store.book(P), uid(90))] == [uid(61), uid(60)]
        for _ in range(3):
            assert store.undo(P)
        assert snapshot(store.book(P)) == held
        same_as_disk(store)


def test_a_file_of_version_3_knows_no_settled_vote_and_can_have_one(path: Path) -> None:
    path.parent.mkdir()
    thaw(3, path)
    with Store.open(path) as store:
        store.verify()
        (ballot,) = store.book(P).of(Ballot)
        assert ballot.counted and not ballot.settled
        assert store.run(EditFields(kind=Ballot, id=ballot.id, values={"settled": True}, programme_id=P))
        same_as_disk(store)


def test_a_file_of_version_3_that_was_made_with_the_settled_vote_keeps_it(path: Path, tmp_path: Path) -> None:
    path.parent.mkdir()
    thaw(4, path)
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("PRAGMA user_version=3")
    with Store.open(path) as store:
        store.verify()
        (ballot,) = store.book(P).of(Ballot)
        assert ballot.settled
        same_as_disk(store)
    assert layout(path) == fresh_layout(tmp_path)


def test_the_schema_has_not_changed_without_a_version_of_its_own(path: Path, tmp_path: Path) -> None:
    assert fixture(SCHEMA_VERSION).exists(), "python -m tests.store.freeze"
    path.parent.mkdir()
    thaw(SCHEMA_VERSION, path)
    assert layout(path) == fresh_layout(tmp_path), (
        "raise SCHEMA_VERSION, add a migration, freeze the new version"
    )


# A version that is to come: two columns, a table, and values that are worked out

NOW, NEXT = SCHEMA_VERSION, SCHEMA_VERSION + 1
Install = Callable[[Callable[[Connection], None]], None]


def _later() -> MetaData:
    later = MetaData()
    for table in metadata.tables.values():
        copied = table.to_metadata(later)
        if table is TABLES[Note]:
            copied.append_column(Column("mood", Text, nullable=False, server_default="glad"))
            copied.append_column(Column("weight", Integer, nullable=False, server_default="1"))
    Table("hologram", later, Column("id", Text, primary_key=True))
    return later


LATER = _later()


@pytest.fixture
def next_version(path: Path, monkeypatch: pytest.MonkeyPatch) -> Install:
    """Makes today's file, then puts a program in its place that writes the next version."""
    with Store.open(path) as store:
        fill(store)

    def install(change: Callable[[Connection], None]) -> None:
        monkeypatch.setitem(MIGRATIONS, NOW, change)
        monkeypatch.setattr(migrations, "metadata", LATER)
        for module in (migrations, store_module, opening):
            monkeypatch.setattr(module, "SCHEMA_VERSION", NEXT)

    return install


def change(connection: Connection) -> None:
    """What such a migration does."""
    add_column(connection, LATER.tables["note"].c.mood)
    add_column(connection, LATER.tables["note"].c.weight)
    LATER.tables["hologram"].create(connection)
    connection.exec_driver_sql("UPDATE note SET weight=length(text)")


def version_of(path: Path) -> int:
    """The version in the file's header."""
    return int.from_bytes(path.read_bytes()[60:64], "big")


def test_an_older_file_is_backed_up_and_brought_up_to_date(
    path: Path, tmp_path: Path, next_version: Install
) -> None:
    next_version(change)
    with Store.open(path) as store:
        held = snapshot(store.book(P))
        store.undo(P)
        same_as_disk(store)
    assert version_of(path) == NEXT
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("SELECT mood, weight FROM note WHERE id=?", (uid(41),)).fetchone() == ("glad", 17)
    (copy,) = backup.listed(path)
    assert copy.name.endswith("-migration.db") and version_of(copy) == NOW
    assert layout(path) == fresh_layout(tmp_path)
    with Store.open(path) as store:
        store.redo(P)
        assert snapshot(store.book(P)) == held
    assert backup.listed(path) == [copy]


def breaks_halfway(connection: Connection) -> None:
    """A migration that changes much and then fails."""
    change(connection)
    connection.exec_driver_sql("DELETE FROM theme")
    connection.exec_driver_sql("DROP TABLE note")
    connection.exec_driver_sql("SELECT * FROM findes_ikke")


def leaves_the_wrong_schema(connection: Connection) -> None:
    """A migration that forgets a column."""
    add_column(connection, LATER.tables["note"].c.mood)


def breaks_python(connection: Connection) -> None:
    """A migration with a mistake in it."""
    change(connection)
    raise KeyError("fejl")


@pytest.mark.parametrize("bad", [breaks_halfway, leaves_the_wrong_schema, breaks_python])
def test_a_migration_that_fails_leaves_the_old_file(
    path: Path, next_version: Install, bad: Callable[[Connection], None]
) -> None:
    with Store.open(path) as store:
        before = snapshot(store.book(P))
    next_version(bad)
    with pytest.raises((StoreError, KeyError)):
        Store.open(path)
    assert version_of(path) == NOW
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        assert raw.execute("SELECT count(*) FROM theme").fetchone()[0] == len(
            [key for key in before if key[0] == "Theme"]
        )
    next_version(change)
    with Store.open(path) as store:
        assert snapshot(store.book(P)) == before


def test_no_migration_without_a_backup(path: Path, next_version: Install) -> None:
    next_version(change)
    backup.folder_of(path).write_text("i vejen")
    with pytest.raises(StoreError):
        Store.open(path)
    assert version_of(path) == NOW


def test_a_version_that_nobody_can_migrate_is_told(path: Path, next_version: Install) -> None:
    next_version(change)
    del MIGRATIONS[NOW]
    with pytest.raises(StoreError) as caught:
        Store.open(path)
    assert caught.value.kind == "failed"
    assert version_of(path) == NOW


def test_a_column_can_be_added_for_every_kind_of_field(path: Path, tmp_path: Path) -> None:
    """Adding any field of any record later needs no more than its column: the defaults fit."""
    for table in metadata.sorted_tables:
        for column in table.c:
            needs_a_value = not column.nullable and column.server_default is None
            if needs_a_value or column.primary_key:
                continue
            folder = tmp_path / table.name / column.name
            folder.mkdir(parents=True)
            before = folder / "before.db"
            with closing(sqlite3.connect(before, isolation_level=None)) as raw:
                raw.execute("CREATE TABLE t (id TEXT)")
                raw.execute("INSERT INTO t VALUES ('a')")
                words = str(CreateColumn(column).compile(dialect=SQLiteDialect()))
                raw.execute(f"ALTER TABLE t ADD COLUMN {words}")
