"""Rows in and out: the one place where records are written, and the witness that sums them up."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import blake2b
from json.encoder import encode_basestring
from math import isfinite
from operator import attrgetter
from typing import Any

from trivselsdesk.domain.book import Change
from trivselsdesk.domain.codec import Plain, from_plain, shape, to_plain
from trivselsdesk.domain.records import RECORD_TYPES, Record
from trivselsdesk.store.errors import StoreError
from trivselsdesk.store.schema import KINDS, optional_fields, table_name

WITNESS_MASK = 2**62 - 1
_TO_JSON = json.JSONEncoder(ensure_ascii=False)
"""Made once: making one for every value took most of the time of a large step."""
_GETTERS: dict[type[Record], Callable[[Record], tuple[Any, ...]]] = {}
_MOVE_ON = (
    "UPDATE counter SET value = (value + CASE name WHEN 'changes' THEN 1 ELSE ? END) & 4611686018427387903"
    " WHERE name IN ('changes', 'witness')"
)


def load(
    raw: sqlite3.Connection, kind: type[Record], programme_id: str | None = None, *, foreign: bool = False
) -> Iterator[Record]:
    """The records of a kind, of one programme or of all. ``foreign``: of a schema that may have
    other columns than ours; what it does not have takes its default.

    Raises StoreError("damaged") when a row cannot be read as a record.
    """
    columns = list(shape(kind))
    if foreign:
        there = {row[1] for row in raw.execute(f'PRAGMA table_info("{table_name(kind)}")')}
        columns = [each for each in columns if each in there]
        if not columns:
            return
    names = ", ".join(f'"{each}"' for each in columns)
    query = f'SELECT {names} FROM "{table_name(kind)}"'
    # All at once: a cursor that an error leaves half read would keep the file open behind us.
    if programme_id is None:
        found = raw.execute(query).fetchall()
    else:
        found = raw.execute(f"{query} WHERE programme_id=?", (programme_id,)).fetchall()
    for row in found:
        yield read(kind, dict(zip(columns, row, strict=True)))


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
    for (name, wanted), value in zip(shape(kind).items(), _values(record), strict=True):
        if type(value) is str:
            if wanted is not str or not (value.isascii() or _whole(value)):
                return False
        elif value is None:
            if name not in optional_fields(kind):
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


def _values(record: Record) -> tuple[Any, ...]:
    kind = type(record)
    if kind not in _GETTERS:
        _GETTERS[kind] = attrgetter(*shape(kind))
    return _GETTERS[kind](record)


def _whole(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


@dataclass
class Sheet:
    """Changes made ready to be written. Making ready is what takes time in a large step, and needs no
    database; writing is then one short transaction."""

    moved: int = 0
    """How the witness moves."""
    new: dict[type[Record], list[Plain]] = field(default_factory=dict)
    changed: dict[type[Record], list[dict[str, Any]]] = field(default_factory=dict)
    gone: dict[type[Record], list[dict[str, Any]]] = field(default_factory=dict)
    texts: list[tuple[str | None, str | None]] = field(default_factory=list)
    """For each change the record before and after as the journal keeps it."""

    def add(self, change: Change) -> None:
        """Make one change ready. Raises StoreError("unfit") for a value that would not read back as it is."""
        from trivselsdesk.store import statements

        before, after = change.before, change.after
        if after is not None and not fits(after):
            raise StoreError("unfit", change.kind.__name__)
        standing = after or before
        if standing is None:
            return
        self.moved += summed(after) - summed(before)
        key = {statements.KEY_PROGRAMME: standing.programme_id, statements.KEY_ID: change.id}
        plain = to_plain(after) if after is not None else None
        if plain is None:
            self.gone.setdefault(change.kind, []).append(key)
        elif before is None:
            self.new.setdefault(change.kind, []).append(plain)
        else:
            self.changed.setdefault(change.kind, []).append(plain | key)
        self.texts.append((to_text(before), None if plain is None else _TO_JSON.encode(plain)))


def sheet(changes: Iterable[Change]) -> Sheet:
    """All of these changes made ready."""
    ready = Sheet()
    for change in changes:
        ready.add(change)
    return ready


def write(raw: sqlite3.Connection, ready: Sheet) -> int:
    """Write rows: new ones inserted, others changed or removed. Returns how the witness moves.

    Raises StoreError("damaged") when the file does not hold the rows that memory believes in.
    """
    from trivselsdesk.store import statements

    for kind in dict.fromkeys((*ready.new, *ready.changed, *ready.gone)):
        spelt = statements.for_records(kind)
        if kind in ready.new:
            spelt.new.run(raw, ready.new[kind])
        for statement, rows in ((spelt.changed, ready.changed), (spelt.gone, ready.gone)):
            if kind in rows and statement.run(raw, rows[kind]).rowcount != len(rows[kind]):
                raise StoreError("damaged", table_name(kind))
    return ready.moved & WITNESS_MASK


def move_on(raw: sqlite3.Connection, witness: int) -> None:
    """Count the commit, and let the witness move with its rows."""
    if raw.execute(_MOVE_ON, (witness,)).rowcount != 2:
        raise StoreError("damaged", "counter")


def counters(raw: sqlite3.Connection) -> dict[str, int]:
    """``changes`` and ``witness`` as the file has them."""
    return dict(raw.execute("SELECT name, value FROM counter").fetchall())


def set_counters(raw: sqlite3.Connection, changes: int) -> None:
    """Write both numbers afresh, after the tables were laid out or migrated."""
    from trivselsdesk.store import statements

    raw.execute("DELETE FROM counter")
    numbers = {"changes": changes, "witness": witness_of(raw)}
    statements.NEW_COUNTER.run(raw, [{"name": name, "value": value} for name, value in numbers.items()])


def witness_of(raw: sqlite3.Connection) -> int:
    """The sum over all records, counted from the rows themselves."""
    return sum(summed(record) for kind in RECORD_TYPES for record in load(raw, kind)) & WITNESS_MASK


def summed(record: Record | None) -> int:
    """A record's share of the witness: the same however its numbers were stored."""
    if record is None:
        return 0
    parts: list[str] = [table_name(type(record))]
    for value in _values(record):
        kind = type(value)
        # What nearly every value is comes first: this is asked for each field of each row of the file.
        if kind is str:
            parts.append(encode_basestring(value))
        elif kind is float:
            parts.append(f'"{value + 0.0!r}"')
        elif kind is bool:
            parts.append('"1.0"' if value else '"0.0"')
        elif isinstance(value, str):
            parts.append(encode_basestring(value))
        elif value is None:
            parts.append("null")
        elif isinstance(value, int | float):
            parts.append(f'"{float(value) + 0.0!r}"')
        else:
            parts.append(f'"{value.isoformat()}"')
    return int.from_bytes(blake2b("\n".join(parts).encode(), digest_size=8).digest()) & WITNESS_MASK
