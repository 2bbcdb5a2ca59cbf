"""Opening the database file: one connection, the safety settings read back, our own BEGIN."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import create_engine, event
from sqlalchemy.engine import URL, Connection
from sqlalchemy.pool import StaticPool

from trivselsdesk.store.errors import StoreError

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


def open_connection(path: Path) -> Connection:
    """The one connection on ``path``, with the settings above. Raises SQLite's errors."""
    url = URL.create("sqlite", database=str(path))
    engine = create_engine(
        url,
        poolclass=StaticPool,
        hide_parameters=True,
        connect_args={"timeout": 1.0, "check_same_thread": False},
    )
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine.connect()


def open_memory(source: sqlite3.Connection) -> Connection:
    """A connection on a private copy in memory that nothing can be written to."""
    raw = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
    try:
        source.backup(raw)
        raw.execute("PRAGMA trusted_schema=OFF")
        raw.execute("PRAGMA query_only=ON")
    except BaseException:
        raw.close()
        raise
    engine = create_engine("sqlite://", creator=lambda: raw, poolclass=StaticPool, hide_parameters=True)
    event.listen(engine, "begin", _begin)
    return engine.connect()


def close(connection: Connection) -> None:
    """Close the connection and the file behind it."""
    connection.close()
    connection.engine.dispose()


def raw_of(connection: Connection) -> sqlite3.Connection:
    """The driver's own connection, for what SQLAlchemy does not offer."""
    raw = connection.connection.driver_connection
    assert isinstance(raw, sqlite3.Connection)
    return raw


@contextmanager
def reading(connection: Connection) -> Iterator[Connection]:
    """A transaction that only reads: it works on a disk that has turned read-only, too."""
    connection.info["begin"] = "BEGIN"
    try:
        with connection.begin():
            yield connection
    finally:
        del connection.info["begin"]


def _prepare(raw: sqlite3.Connection, _record: object) -> None:
    raw.isolation_level = None
    try:
        with closing(raw.cursor()) as cursor:
            _set_pragmas(cursor)
    except BaseException:
        # Whoever holds the error would hold the open file with it, and its lock.
        raw.close()
        raise


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


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql(connection.info.get("begin", "BEGIN IMMEDIATE"))
