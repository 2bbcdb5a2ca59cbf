"""The store: every change goes through ``run``, and is on disk before anybody sees it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from sqlalchemy import bindparam, delete, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.engine import Connection
from sqlalchemy.exc import DBAPIError

from trivselsdesk.domain.book import Book, Change
from trivselsdesk.domain.codec import from_plain, shape, to_plain
from trivselsdesk.domain.commands.base import Command
from trivselsdesk.domain.records import Programme, Record, Setting
from trivselsdesk.store import backup, journal
from trivselsdesk.store.engine import APPLICATION_ID, open_engine, told_apart
from trivselsdesk.store.errors import StoreError
from trivselsdesk.store.journal import StepName
from trivselsdesk.store.migrations import SCHEMA_VERSION, create, migrate
from trivselsdesk.store.tables import TABLES, counter, pack_text

DESK = ""
"""Undo scope of the list of programmes, and the book that holds this machine's settings."""


@dataclass(frozen=True)
class ChangeSet:
    """What one committed step changed. ``step`` names it; ``way`` is do, undo or redo."""

    programme_id: str
    way: str
    step: StepName
    changes: tuple[Change, ...]

    def touches(self, *kinds: type[Record]) -> bool:
        """Whether a record of one of these kinds changed."""
        return any(change.kind in kinds for change in self.changes)


class Store:
    """The open database: one connection, one writer. Close it when done."""

    def __init__(self, path: Path, connection: Connection, *, readonly: bool) -> None:
        self.path = path
        self.readonly = readonly
        """True for a file that a newer version has written: it can be read, never changed."""
        self._connection = connection
        self._books: dict[str, Book] = {}

    @classmethod
    def open(cls, path: Path) -> Store:
        """Open or create the database at ``path``; an older schema is backed up and migrated.

        Raises StoreError. A file of a newer version opens read-only, its bytes untouched.
        """
        with told_apart():
            path.parent.mkdir(parents=True, exist_ok=True)
            version = backup.peek_version(path)
        if version is not None and version > SCHEMA_VERSION:
            return cls(path, backup.open_readonly(path), readonly=True)
        with told_apart():
            connection = open_engine(path).connect()
            try:
                cls._lay_out(connection, path)
            except BaseException:
                connection.close()
                connection.engine.dispose()
                raise
        return cls(path, connection, readonly=False)

    @staticmethod
    def _lay_out(connection: Connection, path: Path) -> None:
        version = connection.exec_driver_sql("PRAGMA user_version").scalar() or 0
        owner = connection.exec_driver_sql("PRAGMA application_id").scalar() or 0
        connection.rollback()
        if owner not in (0, APPLICATION_ID):
            raise StoreError("damaged", "application_id")
        if version == SCHEMA_VERSION:
            return
        if version:
            backup.make(connection, path, reason="migration")
        with connection.begin():
            if version:
                migrate(connection, version)
            else:
                create(connection)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()
        self._connection.engine.dispose()

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # Reading

    def programmes(self) -> list[Programme]:
        """Every programme, also finished and deleted ones, newest first."""
        table = TABLES[Programme]
        with told_apart(), self._reading() as connection:
            rows = connection.execute(select(table).order_by(table.c.created.desc(), table.c.id)).mappings()
            return [from_plain(Programme, dict(row)) for row in rows]

    def book(self, programme_id: str) -> Book:
        """All records of a programme, kept in memory from the first call on."""
        book = self._books.get(programme_id)
        if book is None:
            book = self._books[programme_id] = Book(self._load(programme_id))
        return book

    def setting(self, key: str, default: str = "") -> str:
        """A remembered choice of this machine."""
        found = self.book(DESK).find(Setting, key)
        return found.text if found else default

    def _load(self, programme_id: str) -> Iterator[Record]:
        with told_apart(), self._reading() as connection:
            for kind, table in TABLES.items():
                for row in connection.execute(select(table).where(table.c.programme_id == programme_id)).mappings():
                    yield from_plain(kind, dict(row))

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with self._connection.begin():
            yield self._connection

    # Writing

    def run(self, command: Command) -> ChangeSet | None:
        """Carry a command out: edits, undo step and commit in one transaction.

        Returns None when it changes nothing. Raises Refused or NotThere from the command, and
        StoreError when it could not be written; in each case nothing is changed.
        """
        book = self.book(command.programme_id)
        ground = book.changes(command.groundwork(book))
        base = book
        if ground:
            base = Book(book.everything())
            base.apply(ground)
        changes = base.changes(command.edits(base))
        if not ground and not changes:
            return None
        detail = command.detail(base)
        scope = DESK if command.desk else command.programme_id
        with self._writing() as connection:
            _write(connection, ground)
            _write(connection, changes)
            if changes and command.journaled:
                journal.record_step(
                    connection, scope, command.programme_id, command.name, detail, command.fold_key(), changes
                )
        book.apply([*ground, *changes])
        kind = changes[0].kind.__name__ if changes else ""
        step = StepName(0, command.programme_id, command.name, kind, detail)
        return ChangeSet(command.programme_id, "do", step, (*ground, *changes))

    def undo(self, scope: str) -> ChangeSet | None:
        """Take back the latest step of the scope (a programme id, or ``DESK``)."""
        return self._turn(scope, redo=False)

    def redo(self, scope: str) -> ChangeSet | None:
        """Do again the step that was taken back last."""
        return self._turn(scope, redo=True)

    def next_step(self, scope: str, *, redo: bool = False) -> StepName | None:
        """What undo, or redo, would take up next."""
        with told_apart(), self._reading() as connection:
            return journal.peek(connection, scope, redo=redo)

    def _turn(self, scope: str, *, redo: bool) -> ChangeSet | None:
        step = self.next_step(scope, redo=redo)
        if step is None:
            return None
        book = self.book(step.programme_id)
        with told_apart(), self._reading() as connection:
            recorded = journal.step_changes(connection, step.id)
        wanted = recorded if redo else [change.inverted() for change in reversed(recorded)]
        changes = [journal.onto_today(book, change) for change in wanted]
        with self._writing() as connection:
            _write(connection, changes)
            journal.mark(connection, step.id, undone=not redo)
        book.apply(changes)
        return ChangeSet(step.programme_id, "redo" if redo else "undo", step, tuple(changes))

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        if self.readonly:
            raise StoreError("newer")
        with told_apart():
            try:
                with self._connection.begin():
                    yield self._connection
                    bump = update(counter).where(counter.c.name == "changes").values(value=counter.c.value + 1)
                    if self._connection.execute(bump).rowcount == 0:
                        self._connection.execute(insert(counter).values(name="changes", value=1))
            except DBAPIError:
                # SQLite may have rolled back by itself already; the connection must not stay in between.
                self._connection.rollback()
                raise

    # Packs

    def keep_pack(self, pack_id: str, version: str, files: dict[str, str]) -> None:
        """Remember the text of a pack that a programme is made with."""
        with self._writing() as connection:
            statement = upsert(pack_text).on_conflict_do_nothing()
            rows = [{"pack_id": pack_id, "version": version, "file": name, "text": text} for name, text in files.items()]
            connection.execute(statement, rows)

    def pack_files(self, pack_id: str, version: str) -> dict[str, str]:
        """The remembered text of a pack, file by file; empty when it is not known."""
        query = select(pack_text.c.file, pack_text.c.text).where(
            pack_text.c.pack_id == pack_id, pack_text.c.version == version
        )
        with told_apart(), self._reading() as connection:
            return {row.file: row.text for row in connection.execute(query)}

    # Backup

    def change_count(self) -> int:
        """How many changes were ever committed; tells whether a backup is due."""
        with told_apart(), self._reading() as connection:
            return connection.execute(select(counter.c.value).where(counter.c.name == "changes")).scalar() or 0

    def back_up(self, reason: str = "start") -> Path | None:
        """Write a checked copy beside the database. Raises StoreError."""
        if self.readonly:
            return None
        with told_apart():
            return backup.make(self._connection, self.path, reason=reason)


def _write(connection: Connection, changes: Iterable[Change]) -> None:
    """The one place where rows are written: grouped by table, inserted, replaced or removed."""
    for kind, table in TABLES.items():
        mine = [change for change in changes if change.kind is kind]
        kept = [to_plain(change.after) for change in mine if change.after is not None]
        gone = [{"gone": change.id} for change in mine if change.after is None]
        if kept:
            statement = upsert(table)
            replaced = {name: statement.excluded[name] for name in shape(kind) if name != "id"}
            connection.execute(statement.on_conflict_do_update(index_elements=["id"], set_=replaced), kept)
        if gone:
            connection.execute(delete(table).where(table.c.id == bindparam("gone")), gone)
