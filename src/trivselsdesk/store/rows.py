"""Rows in and out: the one place where records are written, and the witness that sums them up."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from hashlib import blake2b
from json.encoder import encode_basestring
from math import isfinite
from typing import Any

from sqlalchemy import Table, bindparam, delete, insert, select, update
from sqlalchemy.engine import Connection

from trivselsdesk.domain.book import Change
from trivselsdesk.domain.codec import from_plain, shape, to_plain
from trivselsdesk.domain.records import Record
from trivselsdesk.store.errors import StoreError
from trivselsdesk.store.tables import KINDS, TABLES, counter, optional_fields, table_name

WITNESS_MASK = 2**62 - 1
_TO_JSON = json.JSONEncoder(ensure_ascii=False)
"""Made once: making one for every value took most of the time of a large step."""
_OPTIONAL = {kind: optional_fields(kind) for kind in TABLES}
_MOVE_ON = (
    "UPDATE counter SET value = (value + CASE name WHEN 'changes' THEN 1 ELSE ? END) & 4611686018427387903"
    " WHERE name IN ('changes', 'witness')"
)


def load(
    connection: Connection, kind: type[Record], programme_id: str | None = None, *, foreign: bool = False
) -> Iterator[Record]:
    """The records of a kind, of one programme or of all. ``foreign``: of a schema that may have
    other columns than ours; what it does not have takes its default.

    Raises StoreError("damaged") when a row cannot be read as a record.
    """
    table = TABLES[kind]
    columns = list(table.c)
    if foreign:
        there = {row[1] for row in connection.exec_driver_sql(f'PRAGMA table_info("{table.name}")')}
        columns = [each for each in columns if each.name in there]
        if not columns:
            return
    query = select(*columns)
    if programme_id is not None:
        query = query.where(table.c.programme_id == programme_id)
    for row in connection.execute(query).mappings():
        yield read(kind, dict(row))


def read(kind: type[Record], values: dict[str, Any]) -> Record:
    """The record that a row stands for. Raises StoreError("damaged")."""
    try:
        record = from_plain(kind, values)
    except (TypeError, ValueError):
        raise StoreError("damaged", table_name(kind)) from None
    if not fits(record):
        raise StoreError("damaged", table_name(kind))
    return record


def to_text(record: Record | None) -> str | None:
    """A record as the journal keeps it."""
    return None if record is None else _TO_JSON.encode(to_plain(record))


def from_text(name: str, text: str | None) -> Record | None:
    """A record out of the journal. Raises StoreError("damaged")."""
    if text is None:
        return None
    try:
        return read(KINDS[name], json.loads(text))
    except (ValueError, AttributeError):
        raise StoreError("damaged", "journal") from None


def fits(record: Record) -> bool:
    """Whether every value is of the kind that its field says, so that it reads back as it was."""
    kind = type(record)
    for name, wanted in shape(kind).items():
        value = getattr(record, name)
        if value is None:
            if name not in _OPTIONAL[kind]:
                return False
        elif wanted is float:
            if type(value) not in (float, int) or not isfinite(value) or abs(value) > 2**53:
                return False
        elif wanted is int:
            if type(value) is not int or abs(value) > 2**53:
                return False
        elif wanted is str:
            if not isinstance(value, str) or not _whole(value):
                return False
        elif not isinstance(value, wanted) or isinstance(value, datetime):
            return False
    return True


def _whole(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def write(connection: Connection, changes: Iterable[Change]) -> int:
    """Write rows: new ones inserted, others changed or removed. Returns how the witness moves.

    Raises StoreError("unfit") for a value that would not read back as it is, and
    StoreError("damaged") when the file does not hold the rows that memory believes in.
    """
    moved = 0
    by_kind: dict[type[Record], list[Change]] = {}
    for change in changes:
        if change.after is not None and not fits(change.after):
            raise StoreError("unfit", change.kind.__name__)
        moved += summed(change.after) - summed(change.before)
        by_kind.setdefault(change.kind, []).append(change)
    for kind, mine in by_kind.items():
        _write_kind(connection, TABLES[kind], mine)
    return moved & WITNESS_MASK


def _write_kind(connection: Connection, table: Table, changes: list[Change]) -> None:
    new: list[dict[str, Any]] = []
    changed: list[dict[str, Any]] = []
    gone: list[dict[str, Any]] = []
    for change in changes:
        standing = change.after or change.before
        if standing is None:
            continue
        key = {"key_programme": standing.programme_id, "key_id": change.id}
        if change.before is None:
            new.append(to_plain(standing))
        elif change.after is None:
            gone.append(key)
        else:
            changed.append(to_plain(standing) | key)
    mine = (table.c.programme_id == bindparam("key_programme")) & (table.c.id == bindparam("key_id"))
    if new:
        connection.execute(insert(table), new)
    for statement, rows in ((update(table).where(mine), changed), (delete(table).where(mine), gone)):
        if rows and connection.execute(statement, rows).rowcount != len(rows):
            raise StoreError("damaged", table.name)


def move_on(connection: Connection, witness: int) -> None:
    """Count the commit, and let the witness move with its rows."""
    if connection.exec_driver_sql(_MOVE_ON, (witness,)).rowcount != 2:
        raise StoreError("damaged", "counter")


def counters(connection: Connection) -> dict[str, int]:
    """``changes`` and ``witness`` as the file has them."""
    return {row.name: row.value for row in connection.execute(select(counter))}


def set_counters(connection: Connection, changes: int) -> None:
    """Write both numbers afresh, after the tables were laid out or migrated."""
    connection.execute(delete(counter))
    rows: Sequence[dict[str, Any]] = [
        {"name": "changes", "value": changes},
        {"name": "witness", "value": witness_of(connection)},
    ]
    connection.execute(insert(counter), rows)


def witness_of(connection: Connection) -> int:
    """The sum over all records, counted from the rows themselves."""
    return sum(summed(record) for kind in TABLES for record in load(connection, kind)) & WITNESS_MASK


def summed(record: Record | None) -> int:
    """A record's share of the witness: the same however its numbers were stored."""
    if record is None:
        return 0
    parts: list[str] = [table_name(type(record))]
    for name in shape(type(record)):
        value = getattr(record, name)
        if isinstance(value, int | float):
            value = repr(float(value) + 0.0)
        elif isinstance(value, date):
            value = value.isoformat()
        parts.append("null" if value is None else encode_basestring(value))
    return int.from_bytes(blake2b("\n".join(parts).encode(), digest_size=8).digest()) & WITNESS_MASK
