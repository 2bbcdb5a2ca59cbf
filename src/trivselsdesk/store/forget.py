"""What the copies beside the database must not remember when the database has forgotten it.

Who had the word is forgotten when the meeting ends, and how answers of a pulse belonged together when it is
counted. A copy taken in between would keep both; held against the result it could tell what somebody said.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing, suppress
from pathlib import Path

from trivselsdesk.domain.book import Change
from trivselsdesk.domain.records import PASSING, PulseAnswer, Record, Round
from trivselsdesk.store import backup, rows
from trivselsdesk.store.files import sync
from trivselsdesk.store.schema import SCHEMA_VERSION, table_name

_AT_ONCE = 400
"""Ids in one statement; SQLite allows more."""


def lost(changes: Iterable[Change]) -> dict[type[Record], list[str]]:
    """What a step forgot for good, ids by kind. A turn that is taken back while the round goes on is none."""
    found: dict[type[Record], list[str]] = {}
    for change in changes:
        if change.after is None and change.kind in (PulseAnswer, *PASSING):
            found.setdefault(change.kind, []).append(change.id)
    return found if PulseAnswer in found or Round in found else {}


def in_backups(path: Path, gone: dict[type[Record], list[str]]) -> int:
    """Take rows out of every copy of the database at ``path``, leaving no byte of them. Returns how many
    copies held any. A copy that cannot be written is left as it is: it is thinned out with time.
    """
    touched = 0
    for copy in backup.listed(path) if gone else ():
        with suppress(sqlite3.Error, OSError):
            touched += _forget(copy, gone)
    return touched


def _forget(copy: Path, gone: dict[type[Record], list[str]]) -> bool:
    where = f"{copy.absolute().as_uri()}?mode=rw"
    with closing(sqlite3.connect(where, uri=True, isolation_level=None)) as raw:
        known = {name for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        held = {
            kind: _held(raw, table_name(kind), ids) for kind, ids in gone.items() if table_name(kind) in known
        }
        if not any(held.values()):
            return False
        raw.execute("PRAGMA secure_delete=ON")
        raw.execute("BEGIN IMMEDIATE")
        if raw.execute("PRAGMA user_version").fetchone()[0] == SCHEMA_VERSION:
            _move_witness(raw, held)
        for kind, ids in held.items():
            raw.executemany(f'DELETE FROM "{table_name(kind)}" WHERE id = ?', [(each,) for each in ids])
        raw.execute("COMMIT")
    sync(copy)
    return True


def _held(raw: sqlite3.Connection, table: str, ids: list[str]) -> set[str]:
    found: set[str] = set()
    for start in range(0, len(ids), _AT_ONCE):
        part = ids[start : start + _AT_ONCE]
        marks = ",".join("?" * len(part))
        found |= {row[0] for row in raw.execute(f'SELECT id FROM "{table}" WHERE id IN ({marks})', part)}
    return found


def _move_witness(raw: sqlite3.Connection, held: dict[type[Record], set[str]]) -> None:
    """The witness of the copy no longer counts what is taken out, so that the copy can be put back."""
    out = sum(
        rows.summed(record)
        for kind, ids in held.items()
        for record in rows.load(raw, kind)
        if record.id in ids
    )
    now = (rows.counters(raw)["witness"] - out) & rows.WITNESS_MASK
    raw.execute("UPDATE counter SET value = ? WHERE name = 'witness'", (now,))
