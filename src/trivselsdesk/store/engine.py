"""Opening the database file: one connection, the safety settings read back, our own BEGIN."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from trivselsdesk.store.errors import StoreError

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

APPLICATION_ID = 0x54726976
"""»Triv«, written in the file's header so that other files are not taken for ours."""

PRAGMAS: tuple[tuple[str, str, tuple[Any, ...]], ...] = (
    ("locking_mode", "EXCLUSIVE", ("exclusive",)),
    ("synchronous", "FULL", (2, 3)),
    ("fullfsync", "ON", (1,)),
    ("checkpoint_fullfsync", "ON", (1,)),
    ("journal_mode", "WAL", ("wal",)),
    ("foreign_keys", "ON", (1,)),
    ("trusted_schema", "OFF", (0,)),
    ("cell_size_check", "ON", (1,)),
    ("mmap_size", "0", (0, None)),
    ("secure_delete", "ON", (1,)),
    ("temp_store", "MEMORY", (2,)),
)
"""Name, wanted value, and what may be read back, in the order they are set.

The lock comes before anything is read. WAL with synchronous FULL lost no acknowledged change in
simulated power cuts, with NORMAL it did; only »fullfsync« makes macOS empty the disk's own cache.
"""


def open_connection(path: Path) -> sqlite3.Connection:
    """The one connection on ``path``, with the settings above. Raises SQLite's errors."""
    raw = sqlite3.connect(path, timeout=1.0, check_same_thread=False, isolation_level=None)
    try:
        with closing(raw.cursor()) as cursor:
            _set_pragmas(cursor)
    except BaseException:
        # Whoever holds the error would hold the open file with it, and its lock.
        raw.close()
        raise
    return raw


def open_memory(source: sqlite3.Connection) -> sqlite3.Connection:
    """A connection on a private copy in memory that nothing can be written to."""
    raw = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
    try:
        source.backup(raw)
        raw.execute("PRAGMA trusted_schema=OFF")
        raw.execute("PRAGMA query_only=ON")
    except BaseException:
        raw.close()
        raise
    return raw


@contextmanager
def reading(raw: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """A transaction that only reads: it works on a disk that has turned read-only, too."""
    with _transaction(raw, "BEGIN"):
        yield raw


@contextmanager
def writing(raw: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """A transaction that holds the file from its first moment; rolled back when anything fails."""
    with _transaction(raw, "BEGIN IMMEDIATE"):
        yield raw


@contextmanager
def _transaction(raw: sqlite3.Connection, begin: str) -> Iterator[None]:
    raw.execute(begin)
    try:
        yield
        raw.execute("COMMIT")
    except BaseException:
        roll_back(raw)
        raise


def roll_back(raw: sqlite3.Connection) -> None:
    """Leave a transaction that failed. SQLite may have left it by itself already."""
    try:
        if raw.in_transaction:
            raw.execute("ROLLBACK")
    except sqlite3.Error:
        # What brought us here is the error to tell of.
        pass


@contextmanager
def laying_out(raw: sqlite3.Connection) -> Iterator[Connection]:
    """The same as ``writing`` with SQLAlchemy on top, for making and changing tables."""
    from sqlalchemy import create_engine
    from sqlalchemy.pool import StaticPool

    # The transaction is ours: SQLAlchemy neither begins nor ends one.
    engine = create_engine(
        "sqlite://",
        creator=lambda: raw,
        poolclass=StaticPool,
        pool_reset_on_return=None,
        isolation_level="AUTOCOMMIT",
        hide_parameters=True,
    )
    core = engine.connect()
    with writing(raw):
        yield core
    core.close()


def raw_of(connection: Connection) -> sqlite3.Connection:
    """The driver's own connection beneath SQLAlchemy's."""
    raw = connection.connection.driver_connection
    assert isinstance(raw, sqlite3.Connection)
    return raw


def _set_pragmas(cursor: sqlite3.Cursor) -> None:
    for name, value, accepted in PRAGMAS:
        cursor.execute(f"PRAGMA {name}={value}")
        row = cursor.execute(f"PRAGMA {name}").fetchone()
        found = row[0] if row else None
        if found not in accepted:
            if name == "journal_mode" and _without_wal(cursor):
                continue
            raise StoreError("pragma", name)


def _without_wal(cursor: sqlite3.Cursor) -> bool:
    """Where a file system cannot do WAL: the rollback journal with the strongest syncing."""
    mode = cursor.execute("PRAGMA journal_mode=TRUNCATE").fetchone()[0]
    cursor.execute("PRAGMA synchronous=EXTRA")
    return bool(mode == "truncate")
