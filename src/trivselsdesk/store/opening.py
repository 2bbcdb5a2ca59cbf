"""What lies in the data folder, found out before SQLite may touch it.

SQLite applies a write-ahead log to whatever database lies beside it, and says that all is well.
So a log that a crash left behind is first tried on a private copy.
"""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
import time
from contextlib import closing
from pathlib import Path

from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.store.engine import APPLICATION_ID, laying_out, open_memory, reading
from trivselsdesk.store.errors import StoreError, told_apart
from trivselsdesk.store.files import replace_patiently
from trivselsdesk.store.rows import counters, witness_of
from trivselsdesk.store.schema import SCHEMA_VERSION

WAL_HEADER = 32
BESIDE = ("-wal", "-shm", "-journal")
"""Endings of the files that SQLite lays beside a database and that belong to it alone."""
RESTORING = ".restoring"
COPY_ATTEMPTS = 5
"""A copy taken while another program writes may be torn; then it is taken again."""


@dataclass(frozen=True)
class Found:
    """A database file. ``has_log``: its last program did not close it."""

    version: int
    has_log: bool


def look(path: Path) -> Found | None:
    """What lies at ``path``, read from the headers; None when a new database is to be made.

    Raises StoreError("damaged") for a file that is not ours, and for a log that is not the
    file's own.
    """
    with told_apart():
        _finish_restoring(path)
        has_log = _size(_log(path)) > WAL_HEADER
        if not _size(path):
            if has_log:
                raise StoreError("damaged", "log without file")
            return None
        with path.open("rb") as file:
            header = file.read(100)
    if not header.startswith(b"SQLite format 3\0") or len(header) < 100:
        raise StoreError("damaged", "header")
    version, owner = int.from_bytes(header[60:64], "big"), int.from_bytes(header[68:72], "big")
    pages = int.from_bytes(header[28:32], "big")
    if owner != APPLICATION_ID and (owner or version or pages > 1):
        raise StoreError("damaged", "application_id")
    if has_log and header[18] != 2:
        # Live files say »WAL« here and our copies do not: a copy was laid over a live file.
        raise StoreError("damaged", "foreign log")
    return Found(version, has_log)


def try_log(path: Path) -> int:
    """The schema version of file and log together, tried on a copy. Raises StoreError("damaged")."""
    copy = private_copy(path)
    try:
        with reading(copy):
            return int(copy.execute("PRAGMA user_version").fetchone()[0])
    finally:
        copy.close()


def private_copy(path: Path) -> sqlite3.Connection:
    """File and log, put together in memory and checked; the file's bytes are left alone.

    Raises StoreError, ``damaged`` when what came of it does not hold together.
    """
    for attempt in range(COPY_ATTEMPTS):
        if attempt:
            time.sleep(0.05)
        with told_apart(), tempfile.TemporaryDirectory(prefix="trivselsdesk-") as folder:
            copy = Path(folder) / path.name
            shutil.copyfile(path, copy)
            for ending in BESIDE:
                beside = path.with_name(path.name + ending)
                if beside.exists() and ending != "-shm":
                    shutil.copyfile(beside, copy.with_name(copy.name + ending))
            with closing(sqlite3.connect(copy)) as raw:
                raw.execute("PRAGMA locking_mode=EXCLUSIVE")
                connection = open_memory(raw)
        try:
            check(connection)
        except StoreError:
            connection.close()
            if attempt == COPY_ATTEMPTS - 1:
                raise
        else:
            return connection
    raise AssertionError


def check(connection: sqlite3.Connection) -> None:
    """Read everything and hold it against the witness. Raises StoreError("damaged")."""
    with told_apart(), reading(connection):
        if connection.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
            raise StoreError("damaged", "integrity")
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if version == SCHEMA_VERSION and counters(connection).get("witness") != witness_of(connection):
            raise StoreError("damaged", "witness")


def restoring(path: Path) -> Path:
    """Where a backup waits until it takes the database's place."""
    return path.with_name(path.name + RESTORING)


def _finish_restoring(path: Path) -> None:
    """Putting a backup back may have been cut off when the old file was already out of the way."""
    waiting = restoring(path)
    if not waiting.exists():
        return
    if path.exists():
        waiting.unlink()
        return
    for ending in BESIDE:
        left = path.with_name(path.name + ending)
        if left.exists():
            replace_patiently(left, left.with_name(f"{left.name}.damaged"))
    replace_patiently(waiting, path)


def _log(path: Path) -> Path:
    return path.with_name(path.name + "-wal")


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


def lay_out(connection: sqlite3.Connection, path: Path) -> None:
    """Make sure that the file has today's schema."""
    with reading(connection):
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        owner = connection.execute("PRAGMA application_id").fetchone()[0]
        tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if owner != APPLICATION_ID and (owner or version or tables):
        raise StoreError("damaged", "application_id")
    if version > SCHEMA_VERSION:
        raise StoreError("newer")
    if version == SCHEMA_VERSION:
        return
    from trivselsdesk.store import backup
    from trivselsdesk.store.migrations import create, migrate

    if version:
        backup.make(connection, path, reason="migration")
    with laying_out(connection) as core:
        if version:
            migrate(core, version)
        else:
            create(core)
