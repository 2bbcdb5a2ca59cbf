"""Opening the database file: one connection, the safety settings read back, our own BEGIN."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import create_engine, event
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool

from trivselsdesk.store.errors import StoreError, kind_of

APPLICATION_ID = 0x54726976
"""»Triv«, written in the file's header so that other files are not taken for ours."""

PRAGMAS: tuple[tuple[str, str, tuple[Any, ...]], ...] = (
    ("locking_mode", "EXCLUSIVE", ("exclusive",)),
    ("journal_mode", "WAL", ("wal",)),
    ("synchronous", "FULL", (2, 3)),
    ("foreign_keys", "ON", (1,)),
    ("trusted_schema", "OFF", (0,)),
    ("cell_size_check", "ON", (1,)),
    ("mmap_size", "0", (0, None)),
    ("secure_delete", "ON", (1,)),
    ("temp_store", "MEMORY", (2,)),
)
"""Name, wanted value, and what may be read back. WAL with synchronous FULL lost no acknowledged
change in simulated power cuts, with NORMAL it did."""


def open_engine(path: Path) -> Engine:
    """An engine on ``path`` with exactly one connection. Nothing is read yet."""
    engine = create_engine(
        f"sqlite:///{path}",
        poolclass=StaticPool,
        hide_parameters=True,
        connect_args={"timeout": 1.0, "check_same_thread": False},
    )
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(raw: sqlite3.Connection, _record: object) -> None:
    raw.isolation_level = None
    cursor = raw.cursor()
    for name, value, accepted in PRAGMAS:
        cursor.execute(f"PRAGMA {name}={value}")
        row = cursor.execute(f"PRAGMA {name}").fetchone()
        found = row[0] if row else None
        if found not in accepted:
            if name == "journal_mode" and _without_wal(cursor):
                continue
            raise StoreError("pragma", name)
    cursor.close()


def _without_wal(cursor: sqlite3.Cursor) -> bool:
    """Where a file system cannot do WAL: the rollback journal with the strongest syncing."""
    mode = cursor.execute("PRAGMA journal_mode=TRUNCATE").fetchone()[0]
    cursor.execute("PRAGMA synchronous=EXTRA")
    return bool(mode == "truncate")


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


@contextmanager
def told_apart() -> Iterator[None]:
    """Turn errors of SQLite and the operating system into StoreError."""
    try:
        yield
    except (DBAPIError, sqlite3.Error, OSError) as error:
        raise StoreError(kind_of(error), type(error).__name__) from error
