"""The store: every change goes through ``run``, and is on disk before anybody sees it."""

from __future__ import annotations

import os
import sqlite3
from collections import Counter
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from trivselsdesk.domain.book import Book, Change
from trivselsdesk.domain.commands.base import Command
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.records import RECORD_TYPES, Programme, Record, Setting
from trivselsdesk.store import backup, journal, opening, rows
from trivselsdesk.store.engine import open_connection, reading, roll_back, writing
from trivselsdesk.store.errors import LASTING, StoreError, kind_of, told_apart
from trivselsdesk.store.journal import StepName
from trivselsdesk.store.schema import SCHEMA_VERSION

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


Parts = Generator[float, None, ChangeSet | None]
"""A step made ready bit by bit. It yields how far it is, 0..1, and returns what was committed."""
PART = 100
"""Rows that are made ready at a time."""


def finished(parts: Parts) -> ChangeSet | None:
    """All parts at one go."""
    while True:
        try:
            next(parts)
        except StopIteration as end:
            done: ChangeSet | None = end.value
            return done


class Store:
    """The open database: one connection, one writer. Close it when done."""

    def __init__(self, path: Path, connection: sqlite3.Connection, *, closed_to_writing: str = "") -> None:
        self.path = path
        self.closed_to_writing = closed_to_writing
        """Why nothing may be written: ``newer`` for a file of a newer version, ``readonly`` when
        it was opened only to look; empty for a store in use."""
        self.trouble: StoreError | None = None
        """What stopped the last write. While it stands, nothing counts as saved; see ``try_again``."""
        self.checked = False
        """Whether the file as a whole was found to hold together since it was opened. Nothing is
        written before that: the first write looks, when nobody has called ``verify`` by then."""
        self._connection = connection
        self._books: dict[str, Book] = {}
        self._writes: Counter[str] = Counter()
        """How often each book has changed, so that a long step knows when to look again."""
        self._counters = self._count() if not closed_to_writing else {}
        self._place = _place_of(path) if not closed_to_writing else None

    @property
    def readonly(self) -> bool:
        """Whether the file can be read but never changed."""
        return bool(self.closed_to_writing)

    @classmethod
    def open(cls, path: Path) -> Store:
        """Open or create the database at ``path``; an older schema is backed up and migrated.

        A file of a newer version opens read-only, its bytes untouched. Raises StoreError:
        ``folder`` when the data folder cannot be made, ``readonly``, ``full``, ``busy`` when
        another program has the file, ``damaged`` when it does not hold together. Nothing is
        deleted or made anew then.
        """
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        except (OSError, ValueError) as error:
            kind = "full" if kind_of(error) == "full" else "folder"
            raise StoreError(kind, type(error).__name__) from error
        found = opening.look(path)
        if found and found.has_log:
            try:
                found = opening.Found(opening.try_log(path), True)
            except StoreError as error:
                # No room for a copy to try it on is no reason to keep people from their work.
                if error.kind == "damaged":
                    raise
        if found and found.version > SCHEMA_VERSION:
            return cls(path, opening.private_copy(path), closed_to_writing="newer")
        if not all(os.access(each, os.W_OK) for each in (path.parent, path) if each.exists()):
            # SQLite would open the file for reading, and then speak of a failed disk.
            raise StoreError("readonly")
        with told_apart():
            connection = open_connection(path)
            try:
                opening.lay_out(connection, path)
                return cls(path, connection)
            except BaseException:
                connection.close()
                raise

    @classmethod
    def open_to_look(cls, path: Path) -> Store:
        """Open a private copy to read, list and print from: also in a folder where nothing may be
        written, and while another program has the file.

        Raises StoreError: ``folder`` when there is nothing to open, ``damaged``.
        """
        found = opening.look(path)
        if found is None:
            raise StoreError("folder", "no database")
        newer = found.version > SCHEMA_VERSION
        return cls(path, opening.private_copy(path), closed_to_writing="newer" if newer else "readonly")

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # Reading

    def programmes(self) -> list[Programme]:
        """Every programme, also finished and deleted ones, newest first."""
        with self._reading() as connection:
            loaded = list(rows.load(connection, Programme, None, foreign=self.readonly))
        found = [each for each in loaded if isinstance(each, Programme)]
        found.sort(key=lambda each: each.id)
        return sorted(found, key=lambda each: each.created, reverse=True)

    def book(self, programme_id: str) -> Book:
        """All records of a programme, kept in memory from the first call on."""
        book = self._books.get(programme_id)
        if book is None:
            with self._reading() as connection:
                foreign = self.readonly
                book = Book(
                    record
                    for kind in RECORD_TYPES
                    for record in rows.load(connection, kind, programme_id, foreign=foreign)
                )
            self._books[programme_id] = book
        return book

    def setting(self, key: str, default: str = "") -> str:
        """A remembered choice of this machine."""
        found = self.book(DESK).find(Setting, key)
        return found.text if found else default

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        try:
            with told_apart(), reading(self._connection):
                yield self._connection
        except StoreError as error:
            if error.kind == "damaged" and not self.readonly:
                self.trouble = error
            raise

    # Writing

    def run(self, command: Command) -> ChangeSet | None:
        """Carry a command out: edits, undo step and commit in one transaction.

        Returns None when it changes nothing. Raises Refused or NotThere from the command, and
        StoreError when it could not be written; in each case nothing is changed.
        """
        return finished(self.run_in_parts(command))

    def run_in_parts(self, command: Command) -> Parts:
        """The same in parts, so that a step of thousands of rows leaves room for others in between.

        All but the last part only makes ready; the last is the one transaction. Whoever closes the
        generator before has changed nothing. What others write in between is taken into account.
        """
        while True:
            seen = self._writes[command.programme_id]
            book = self.book(command.programme_id)
            ground = book.changes(command.groundwork(book))
            base = book
            if ground:
                base = Book(book.everything())
                base.apply(ground)
            changes = base.changes(command.edits(base))
            if not ground and not changes:
                return None
            _check_owner(command.programme_id, [*ground, *changes])
            below = yield from self._made_ready(ground)
            ready = yield from self._made_ready(changes)
            if self._writes[command.programme_id] == seen:
                break
        detail = command.detail(base)
        scope = DESK if command.desk else command.programme_id
        with self._writing([below, ready]) as connection:
            if changes and command.journaled:
                fold = command.fold_key()
                named = (scope, command.programme_id, command.name, detail, fold)
                journal.record_step(connection, *named, changes, ready.texts)
        book.apply([*ground, *changes])
        self._writes[command.programme_id] += 1
        if not command.journaled:
            # What undo brings back is not forgotten.
            self._forget(changes)
        kind = changes[0].kind.__name__ if changes else ""
        step = StepName(0, command.programme_id, command.name, kind, detail)
        return ChangeSet(command.programme_id, "do", step, (*ground, *changes))

    def _made_ready(self, changes: list[Change]) -> Generator[float, None, rows.Sheet]:
        ready = rows.Sheet()
        for number, change in enumerate(changes, start=1):
            ready.add(change)
            if number % PART == 0:
                yield number / len(changes)
        return ready

    def _forget(self, changes: list[Change]) -> None:
        from trivselsdesk.store import forget

        forget.in_backups(self.path, forget.lost(changes))

    def undo(self, scope: str) -> ChangeSet | None:
        """Take back the latest step of the scope (a programme id, or ``DESK``)."""
        return finished(self.turn_in_parts(scope, redo=False))

    def redo(self, scope: str) -> ChangeSet | None:
        """Do again the step that was taken back last."""
        return finished(self.turn_in_parts(scope, redo=True))

    def next_step(self, scope: str, *, redo: bool = False) -> StepName | None:
        """What undo, or redo, would take up next."""
        if self.readonly:
            return None
        with self._reading() as connection:
            return journal.peek(connection, scope, redo=redo)

    def turn_in_parts(self, scope: str, *, redo: bool) -> Parts:
        """``undo`` or ``redo`` in parts, as ``run_in_parts``."""
        while True:
            step = self.next_step(scope, redo=redo)
            if step is None:
                return None
            seen = self._writes[step.programme_id]
            book = self.book(step.programme_id)
            with self._reading() as connection:
                found = journal.step_rows(connection, step.id)
            recorded: list[Change] = []
            for start in range(0, len(found), PART):
                recorded += journal.read_changes(found[start : start + PART])
                if len(found) > PART:
                    yield start / len(found) / 2
            wanted = recorded if redo else [change.inverted() for change in reversed(recorded)]
            merged = [journal.onto_today(book, change) for change in wanted]
            changes = [change for change in merged if change.before != change.after]
            ready = yield from self._made_ready(changes)
            if self._writes[step.programme_id] == seen and self.next_step(scope, redo=redo) == step:
                break
        with self._writing([ready]) as connection:
            journal.mark(connection, step.id, undone=not redo)
        book.apply(changes)
        self._writes[step.programme_id] += 1
        return ChangeSet(step.programme_id, "redo" if redo else "undo", step, tuple(changes))

    @contextmanager
    def _writing(self, rounds: list[rows.Sheet]) -> Iterator[sqlite3.Connection]:
        """One transaction with these changes; the caller adds the journal, then it commits."""
        if self.readonly:
            raise StoreError(self.closed_to_writing)
        if self.trouble is not None and not self.try_again():
            raise self.trouble
        try:
            if not self.checked:
                self.verify()
            with told_apart():
                self._check_place()
                with writing(self._connection):
                    moved = sum(rows.write(self._connection, each) for each in rounds)
                    yield self._connection
                    rows.move_on(self._connection, moved & rows.WITNESS_MASK)
                self._counters = self._after(moved)
        except StoreError as error:
            self._roll_back()
            if error.kind in LASTING and not isinstance(
                error.__cause__, sqlite3.IntegrityError | sqlite3.ProgrammingError
            ):
                self.trouble = error
            raise

    def _after(self, moved: int) -> dict[str, int]:
        return {
            "changes": self._counters["changes"] + 1,
            "witness": (self._counters["witness"] + moved) & rows.WITNESS_MASK,
        }

    def _check_place(self) -> None:
        # A file that was moved or deleted under us still takes writes, and nobody ever sees them again.
        if _place_of(self.path) != self._place:
            raise StoreError("folder", "moved")

    def _roll_back(self) -> None:
        roll_back(self._connection)

    def try_again(self) -> bool:
        """Whether the file takes writing again after ``trouble``, found out by writing for real.

        A small row goes all the way through the log into the file, the whole file is read, and its
        counters must be those that memory believes in. No earlier write is retried.
        """
        if self.trouble is None or self.readonly:
            return not self.readonly
        self._roll_back()
        try:
            with told_apart():
                self._check_place()
                with writing(self._connection):
                    rows.move_on(self._connection, 0)
                self._counters = self._after(0)
                busy = self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
                if busy:
                    raise StoreError("failed", "checkpoint")
            self.verify()
            if self._count() != self._counters:
                raise StoreError("damaged", "after trouble")
        except StoreError as error:
            self._roll_back()
            self.trouble = error
            return False
        self.trouble = None
        return True

    # Packs

    def keep_pack(self, pack_id: str, version: str, files: dict[str, str]) -> None:
        """Remember the text of a pack that a programme is made with; a known version stays as it is."""
        if self.pack_files(pack_id, version) or not files:
            return
        from trivselsdesk.store import statements

        key = {"pack_id": pack_id, "version": version}
        new = [{**key, "file": name, "text": text} for name, text in files.items()]
        with self._writing([]) as connection:
            statements.NEW_PACK_FILE.run(connection, new)

    def pack_files(self, pack_id: str, version: str) -> dict[str, str]:
        """The remembered text of a pack, file by file; empty when it is not known."""
        query = "SELECT file, text FROM pack_text WHERE pack_id=? AND version=?"
        with self._reading() as connection:
            return dict(connection.execute(query, (pack_id, version)).fetchall())

    # Backup and checks

    def change_count(self) -> int:
        """How many changes were ever committed; tells whether a backup is due."""
        return self._count().get("changes", 0)

    def verify(self) -> None:
        """Read the whole file and hold it against its witness. Raises StoreError("damaged")."""
        opening.check(self._connection)
        self.checked = True

    def back_up(self, reason: str = "start") -> Path | None:
        """Write a checked copy beside the database; None for a store that only reads. Raises StoreError."""
        if self.readonly:
            return None
        with told_apart():
            return backup.make(self._connection, self.path, reason=reason)

    def _count(self) -> dict[str, int]:
        with self._reading() as connection:
            return rows.counters(connection)


def _place_of(path: Path) -> tuple[int, int]:
    found = path.stat()
    return found.st_dev, found.st_ino


def _check_owner(programme_id: str, changes: list[Change]) -> None:
    for change in changes:
        if change.after is not None and change.after.programme_id != programme_id:
            raise StoreError("unfit", f"{change.kind.__name__} of another programme")
