"""Backups: checked copies beside the database, thinned out with time, and putting one back."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
import time
from contextlib import closing, suppress
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy.engine import Connection

from trivselsdesk.store.engine import open_engine
from trivselsdesk.store.errors import StoreError

FOLDER = "backups"
STAMP = "%Y%m%d-%H%M%S"
FULL_DAYS = 2
DAILY_DAYS = 14
WEEKLY_DAYS = 56


def peek_version(path: Path) -> int | None:
    """The schema version in the file's header, without opening it as a database.

    None when there is no file yet. Raises StoreError("damaged") when it is no SQLite file.
    """
    if not path.exists() or path.stat().st_size == 0:
        return None
    with path.open("rb") as file:
        header = file.read(100)
    if not header.startswith(b"SQLite format 3\0"):
        raise StoreError("damaged", "header")
    return int.from_bytes(header[60:64], "big")


def open_readonly(path: Path) -> Connection:
    """A connection on a private copy, so that the file's bytes are left alone."""
    folder = Path(tempfile.mkdtemp(prefix="trivselsdesk-"))
    for name in (path.name, f"{path.name}-wal"):
        source = path.with_name(name)
        if source.exists():
            shutil.copyfile(source, folder / name)
    return open_engine(folder / path.name).connect()


def folder_of(path: Path) -> Path:
    """Where the backups of a database lie."""
    return path.parent / FOLDER


def make(connection: Connection, path: Path, *, reason: str) -> Path:
    """Copy the open database, check the copy, and give it its name only then.

    Raises OSError or sqlite3.Error when it cannot be written, StoreError("damaged") when the copy
    does not hold what the original holds.
    """
    folder = folder_of(path)
    folder.mkdir(parents=True, exist_ok=True)
    draft = folder / f".{os.getpid()}.draft"
    raw = connection.connection.driver_connection
    assert isinstance(raw, sqlite3.Connection)
    try:
        with closing(sqlite3.connect(draft)) as copy:
            raw.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")
            intact = copy.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
            if not intact or _row_counts(copy) != _row_counts(raw):
                raise StoreError("damaged", "backup")
        _sync(draft)
        target = _free_name(folder, reason)
        replace_patiently(draft, target)
        _sync(folder)
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
    prune(folder, datetime.now())
    return target


def listed(path: Path) -> list[Path]:
    """The backups of a database, newest first."""
    return sorted(folder_of(path).glob("*.db"), key=lambda each: each.name, reverse=True)


def taken_at(backup: Path) -> datetime:
    """When a backup was taken."""
    return datetime.strptime(backup.name[:15], STAMP)


def put_back(path: Path, backup: Path) -> Path | None:
    """Put a backup in the place of a closed database; what was there is set aside as ``.damaged``.

    The old write-ahead log is set aside with it: left behind, it would silently be applied to the
    copy. Returns where the old file is. Raises OSError; StoreError("damaged") for a bad backup.
    """
    with closing(sqlite3.connect(backup)) as copy:
        if copy.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
            raise StoreError("damaged", "backup")
    fresh = path.with_name(path.name + ".restoring")
    shutil.copyfile(backup, fresh)
    _sync(fresh)
    aside = path.with_name(f"{path.name}.{datetime.now():{STAMP}}.damaged")
    moved = None
    for ending in ("", "-wal", "-shm"):
        old = path.with_name(path.name + ending)
        if old.exists():
            replace_patiently(old, aside.with_name(aside.name + ending))
            moved = aside
    replace_patiently(fresh, path)
    _sync(path.parent)
    return moved


def prune(folder: Path, now: datetime) -> None:
    """Keep two days in full, then one a day for 14 days and one a week for 8 weeks."""
    seen: set[str] = set()
    for backup in sorted(folder.glob("*.db"), reverse=True):
        try:
            when = taken_at(backup)
        except ValueError:
            continue
        age = now - when
        if age <= timedelta(days=FULL_DAYS):
            continue
        slot = f"{when:%Y-%m-%d}" if age <= timedelta(days=DAILY_DAYS) else f"{when:%G-week-%V}"
        if slot in seen or age > timedelta(days=WEEKLY_DAYS):
            with suppress(OSError):
                backup.unlink()
        seen.add(slot)


def replace_patiently(source: Path, target: Path, seconds: float = 3.0) -> None:
    """``os.replace`` that waits while a virus scanner or indexer holds the file (Windows)."""
    deadline = time.monotonic() + seconds
    while True:
        try:
            os.replace(source, target)
            return
        except PermissionError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.1)


def _row_counts(connection: sqlite3.Connection) -> list[tuple[str, int]]:
    query = "SELECT name FROM sqlite_master WHERE type='table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
    names = [row[0] for row in connection.execute(query)]
    return [(name, connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]) for name in names]


def _free_name(folder: Path, reason: str) -> Path:
    stamp = datetime.now().strftime(STAMP)
    target = folder / f"{stamp}-{reason}.db"
    number = 1
    while target.exists():
        number += 1
        target = folder / f"{stamp}-{reason}-{number}.db"
    return target


def _sync(path: Path) -> None:
    """Push a file or folder to the disk; folders cannot be opened so on Windows."""
    if path.is_dir() and os.name == "nt":
        return
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
