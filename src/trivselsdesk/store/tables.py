"""The tables: one for each kind of record, made from its fields, and those of the journal."""

from __future__ import annotations

from dataclasses import MISSING, Field, fields
from datetime import date
from typing import Any

from sqlalchemy import Column, Float, Index, Integer, MetaData, PrimaryKeyConstraint, Table, Text, text
from sqlalchemy.types import TypeEngine

from trivselsdesk.domain.codec import shape
from trivselsdesk.domain.records import RECORD_TYPES, Record
from trivselsdesk.store.schema import optional_fields, table_name

metadata = MetaData()

_SQL_TYPES: dict[type, type[TypeEngine[Any]]] = {
    str: Text,
    int: Integer,
    bool: Integer,
    float: Float,
    date: Text,
}


def column(kind: type[Record], name: str) -> Column[Any]:
    """The column of a field. Its default is the record's, so that a migration can simply add it."""
    field = next(each for each in fields(kind) if each.name == name)
    return Column(
        name,
        _SQL_TYPES[shape(kind)[name]],
        nullable=name in optional_fields(kind),
        server_default=_default(field),
    )


def _default(field: Field[Any]) -> Any:
    if field.default is MISSING or field.default is None:
        return None
    if isinstance(field.default, str):
        return text("'" + field.default.replace("'", "''").replace(":", r"\:") + "'")
    return text(repr(field.default + 0))


def _table(kind: type[Record]) -> Table:
    # Kept in the order of the key: a programme's rows lie together, and a change touches one page.
    return Table(
        table_name(kind),
        metadata,
        *(column(kind, name) for name in shape(kind)),
        PrimaryKeyConstraint("programme_id", "id"),
        sqlite_with_rowid=False,
    )


TABLES: dict[type[Record], Table] = {kind: _table(kind) for kind in RECORD_TYPES}

undo_step = Table(
    "undo_step",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("scope", Text, nullable=False),
    Column("programme_id", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("detail", Text, nullable=False),
    Column("fold", Text, nullable=False),
    Column("at", Float, nullable=False),
    Column("undone", Integer, nullable=False),
    Index("undo_step_scope", "scope", "undone", "id"),
)
"""One step that undo knows. ``kind`` is the class name of its first record, for the words."""

undo_row = Table(
    "undo_row",
    metadata,
    Column("step_id", Integer, nullable=False),
    Column("number", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("record_id", Text, nullable=False),
    Column("before", Text),
    Column("after", Text),
    PrimaryKeyConstraint("step_id", "number"),
    sqlite_with_rowid=False,
)
"""What one row was before and after the step, as JSON; NULL where it was not there."""

pack_text = Table(
    "pack_text",
    metadata,
    Column("pack_id", Text, primary_key=True),
    Column("version", Text, primary_key=True),
    Column("file", Text, primary_key=True),
    Column("text", Text, nullable=False),
)
"""The packs that programmes were made with, so that they open when the pack has moved on."""

counter = Table(
    "counter",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Integer, nullable=False),
)
"""Two numbers that every commit moves on: ``changes`` counts them, ``witness`` sums up all records."""
