"""The SQL that changes rows: SQLAlchemy spells it out from the tables once, SQLite's driver runs it.

Spelling the same statement afresh at each gesture, and carrying its values through SQLAlchemy's
layers, cost more than SQLite needs for the whole of a commit.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import bindparam, delete, insert, update
from sqlalchemy.dialects.sqlite.base import SQLiteDialect
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.expression import Delete, Insert, Update

from trivselsdesk.domain.records import Record
from trivselsdesk.store.tables import TABLES, counter, pack_text, undo_row, undo_step

KEY_PROGRAMME, KEY_ID = "key_programme", "key_id"
"""Names under which a row is found, beside those of its columns."""
_DIALECT = SQLiteDialect(paramstyle="qmark")


class Statement:
    """A statement that changes rows, and the names of the values that it takes."""

    def __init__(self, made: Insert | Update | Delete, columns: Iterable[str] | None = None) -> None:
        compiled = made.compile(dialect=_DIALECT, column_keys=list(columns) if columns else None)
        assert isinstance(compiled, SQLCompiler)
        self.text: str = str(compiled)
        self.names: tuple[str, ...] = tuple(compiled.positiontup or ())

    def run(self, raw: sqlite3.Connection, rows: Iterable[Mapping[str, Any]]) -> sqlite3.Cursor:
        """Carry it out for each of these rows. Its ``rowcount`` sums up all of them."""
        names = self.names
        values = [[row[name] for name in names] for row in rows]
        return raw.execute(self.text, values[0]) if len(values) == 1 else raw.executemany(self.text, values)


class RowStatements:
    """What can become of a record of one kind. ``changed`` writes all values but the key, which stays."""

    def __init__(self, kind: type[Record]) -> None:
        table = TABLES[kind]
        found = (table.c.programme_id == bindparam(KEY_PROGRAMME)) & (table.c.id == bindparam(KEY_ID))
        values = [each.name for each in table.c if not each.primary_key]
        self.new = Statement(insert(table))
        self.changed = Statement(update(table).where(found), [*values, KEY_PROGRAMME, KEY_ID])
        self.gone = Statement(delete(table).where(found))


_FOR_RECORDS: dict[type[Record], RowStatements] = {}


def for_records(kind: type[Record]) -> RowStatements:
    """The statements of a kind of record."""
    if kind not in _FOR_RECORDS:
        _FOR_RECORDS[kind] = RowStatements(kind)
    return _FOR_RECORDS[kind]


NEW_STEP = Statement(insert(undo_step), [each.name for each in undo_step.c if each.name != "id"])
NEW_STEP_ROW = Statement(insert(undo_row))
STEP_TOUCHED = Statement(update(undo_step).where(undo_step.c.id == bindparam("step")), ["at", "step"])
STEP_TURNED = Statement(update(undo_step).where(undo_step.c.id == bindparam("step")), ["undone", "step"])
STEP_GONE = Statement(delete(undo_step).where(undo_step.c.id == bindparam("step")))
STEP_ROWS_GONE = Statement(delete(undo_row).where(undo_row.c.step_id == bindparam("step")))
NEW_PACK_FILE = Statement(insert(pack_text))
NEW_COUNTER = Statement(insert(counter))
