"""The tables: one for each kind of record, made from its fields, and those of the journal."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from sqlalchemy import Column, Float, Index, Integer, MetaData, Table, Text
from sqlalchemy.types import TypeEngine

from trivselsdesk.domain.codec import shape
from trivselsdesk.domain.records import RECORD_TYPES, Record

metadata = MetaData()

_SQL_TYPES: dict[type, type[TypeEngine[Any]]] = {
    str: Text,
    int: Integer,
    bool: Integer,
    float: Float,
    date: Text,
}


def table_name(kind: type[Record]) -> str:
    """``AgendaItem`` is stored in ``agenda_item``."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", kind.__name__).lower()


def _table(kind: type[Record]) -> Table:
    columns = [
        Column(name, _SQL_TYPES[value_type], primary_key=name == "id", nullable=True)
        for name, value_type in shape(kind).items()
    ]
    name = table_name(kind)
    return Table(name, metadata, *columns, Index(f"{name}_programme", "programme_id"))


TABLES: dict[type[Record], Table] = {kind: _table(kind) for kind in RECORD_TYPES}
KINDS: dict[str, type[Record]] = {table_name(kind): kind for kind in RECORD_TYPES}

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
"""One step that undo knows. ``kind`` is the table of its first row, for the words."""

undo_row = Table(
    "undo_row",
    metadata,
    Column("step_id", Integer, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("record_id", Text, nullable=False),
    Column("before", Text),
    Column("after", Text),
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
"""Numbers that count up; ``changes`` counts every committed change."""
