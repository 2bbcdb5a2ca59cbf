"""Backups: checked copies beside the database, thinned out with time, and putting one back."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing, suppress
from datetime import datetime, timedelta
from pathlib import Path

from trivselsdesk.store import opening
from trivselsdesk.store.engine import APPLICATION_ID
from trivselsdesk.store.errors import StoreError, told_apart
from trivselsdesk.store.files import replace_patiently, sync

FOLDER = "backup"
STAMP = "%Y%m%d-%H%M%S"
FULL_DAYS = 2
KEPT_DAYS = 14
KEPT_WEEKS = 8


def folder_of(path: Path) -> Path:
    """Where the backups of a database lie."""
    return path.parent / FOLDER


def make(raw: sqlite3.Connection, path: Path, *, reason: str) -> Path:
    """Copy the open database, check the copy, and give it its name only then.

    Raises OSError or sqlite3.Error when it cannot be written, StoreError("damaged") when the copy
    does not hold what the original holds.
    """
    folder = folder_of(path)
    folder.mkdir(parents=True, exist_ok=True)
    _sweep(folder)
    draft = folder / ".draft"
    try:
        with closing(sqlite3.connect(draft)) as copy:
            raw.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")
            intact = copy.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
            if not intact or _row_counts(copy) != _row_counts(raw):
                raise StoreError("damaged", "backup")
        sync(draft)
        target = _free_name(folder, reason)
        replace_patiently(draft, target)
        sync(folder)
    finally:
        _sweep(folder)
    prune(folder, datetime.now())
    return target


def listed(path: Path) -> list[Path]:
    """The backups of a database, newest first."""
    return _dated(folder_of(path))


def taken_at(backup: Path) -> datetime:
    """When a backup was taken, local time. Raises ValueError for another file's name."""
    return datetime.strptime(backup.name[:15], STAMP)


def put_back(path: Path, backup: Path) -> Path | None:
    """Put a backup in the place of a closed database; what was there is set aside as ``.damaged``.

    The old write-ahead log is set aside with it: left behind, it would silently be applied to the
    copy. Cut off halfway, the next opening finishes it. Returns where the old file is. Raises
    StoreError, ``damaged`` for a bad backup; then nothing has been moved.
    """
    with told_apart():
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = opening.restoring(path)
        draft = fresh.with_name(fresh.name + ".part")
        try:
            shutil.copyfile(backup, draft)
            sync(draft)
            _check_backup(draft)
            replace_patiently(draft, fresh)
        finally:
            with suppress(OSError):
                draft.unlink(missing_ok=True)
        moved = set_aside(path)
        replace_patiently(fresh, path)
        sync(path.parent)
    return moved


def set_aside(path: Path) -> Path | None:
    """Rename a closed database and its log to ``.damaged``. Returns the new name of the file."""
    aside = _free(path.with_name(f"{path.name}.{datetime.now():{STAMP}}.damaged"))
    moved = None
    for ending in ("", *opening.BESIDE):
        old = path.with_name(path.name + ending)
        if old.exists():
            replace_patiently(old, aside.with_name(aside.name + ending))
            moved = aside
    return moved


def prune(folder: Path, now: datetime) -> None:
    """Keep two days in full, then the newest of each of 14 days and of each of 8 weeks.

    Days and weeks without a backup do not count, so that a rarely used program keeps its past.
    """
    days: set[str] = set()
    weeks: set[str] = set()
    for backup in _dated(folder):
        when = taken_at(backup)
        if now - when <= timedelta(days=FULL_DAYS):
            continue
        day, week = f"{when:%Y-%m-%d}", f"{when:%G-%V}"
        if day not in days and len(days) < KEPT_DAYS:
            days.add(day)
        elif day not in days and week not in weeks and len(weeks) < KEPT_WEEKS:
            weeks.add(week)
        else:
            with suppress(OSError):
                backup.unlink()


def _dated(folder: Path) -> list[Path]:
    found = []
    for backup in folder.glob("*.db"):
        with suppress(ValueError):
            found.append((taken_at(backup), backup.name, backup))
    return [backup for _, _, backup in sorted(found, reverse=True)]


def _check_backup(copy: Path) -> None:
    with closing(sqlite3.connect(f"{copy.absolute().as_uri()}?mode=ro", uri=True)) as raw:
        owner = raw.execute("PRAGMA application_id").fetchone()[0]
        if owner != APPLICATION_ID or raw.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
            raise StoreError("damaged", "backup")


def _row_counts(connection: sqlite3.Connection) -> list[tuple[str, int]]:
    query = "SELECT name FROM sqlite_master WHERE type='table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
    names = [row[0] for row in connection.execute(query)]
    return [(name, connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]) for name in names]


def _free_name(folder: Path, reason: str) -> Path:
    return _free(folder / f"{datetime.now():{STAMP}}-{reason}.db")


def _free(wanted: Path) -> Path:
    target, number = wanted, 1
    while target.exists():
        number += 1
        target = wanted.with_stem(f"{wanted.stem}-{number}")
    return target


def _sweep(folder: Path) -> None:
    """Remove drafts, also those that a crash left: the one running program is the only writer."""
    for draft in folder.glob(".draft*"):
        with suppress(OSError):
            draft.unlink()
