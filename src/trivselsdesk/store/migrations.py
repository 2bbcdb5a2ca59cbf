"""From an older schema to today's: a numbered list of changes, run in one transaction."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Column
from sqlalchemy.engine import Connection
from sqlalchemy.schema import CreateColumn

from trivselsdesk.domain.records import (
    Action,
    AgendaItem,
    Ballot,
    ClockState,
    FormEntry,
    Initiative,
    Meeting,
    Note,
    Person,
    Programme,
    Pulse,
    Report,
    SlotLog,
    Theme,
)
from trivselsdesk.store import schema
from trivselsdesk.store.engine import APPLICATION_ID, raw_of
from trivselsdesk.store.errors import StoreError
from trivselsdesk.store.rows import counters, set_counters
from trivselsdesk.store.tables import TABLES, metadata

SCHEMA_VERSION = schema.SCHEMA_VERSION


def create(connection: Connection) -> None:
    """Lay out an empty file."""
    metadata.create_all(connection)
    set_counters(raw_of(connection), changes=0)
    connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version={SCHEMA_VERSION}")


def migrate(connection: Connection, version: int) -> None:
    """Bring a file from ``version`` up to today's, step by step, and check what came of it.

    To be run in a transaction. Raises StoreError("failed") when the outcome is not today's schema.
    """
    while version < SCHEMA_VERSION:
        if version not in MIGRATIONS:
            raise StoreError("failed", f"migration {version}")
        MIGRATIONS[version](connection)
        version += 1
    if layout(connection) != _layout_today():
        raise StoreError("failed", "layout")
    if connection.exec_driver_sql("PRAGMA quick_check").scalar() != "ok":
        raise StoreError("damaged", "quick_check")
    raw = raw_of(connection)
    set_counters(raw, changes=counters(raw).get("changes", 0) + 1)
    connection.exec_driver_sql(f"PRAGMA user_version={SCHEMA_VERSION}")


def add_column(connection: Connection, column: Column[object]) -> None:
    """Add a column of today's tables to a file that does not have it yet."""
    words = CreateColumn(column).compile(dialect=connection.dialect)
    connection.exec_driver_sql(f'ALTER TABLE "{column.table.name}" ADD COLUMN {words}')


def layout(connection: Connection) -> dict[str, set[str]]:
    """The tables of the file, and their columns' names."""
    names = connection.exec_driver_sql(
        "SELECT name FROM sqlite_master WHERE type='table' AND name NOT LIKE 'sqlite_%'"
    ).scalars()
    return {
        name: {row[1] for row in connection.exec_driver_sql(f'PRAGMA table_info("{name}")')}
        for name in list(names)
    }


def _layout_today() -> dict[str, set[str]]:
    return {table.name: {column.name for column in table.c} for table in metadata.sorted_tables}


def _join_agree_link(connection: Connection) -> None:
    """From 1: notes that speak for others, themes agreed upon, and notes as ways to solve a theme."""
    for table, name in ((TABLES[Note], "joined_into"), (TABLES[Note], "joint"), (TABLES[Theme], "agreed")):
        add_column(connection, table.c[name])
    # Spelt out: this is the table as version 2 knows it, whatever becomes of it later.
    connection.exec_driver_sql(
        "CREATE TABLE link (id TEXT NOT NULL, programme_id TEXT NOT NULL, theme_id TEXT NOT NULL,"
        " note_id TEXT NOT NULL, PRIMARY KEY (programme_id, id)) WITHOUT ROWID"
    )


NEW_TABLES_IN_3: tuple[str, ...] = (
    "expectation (id TEXT NOT NULL, programme_id TEXT NOT NULL, rank FLOAT DEFAULT (0.0) NOT NULL,"
    " meeting_id TEXT NOT NULL, text TEXT NOT NULL, met TEXT DEFAULT '' NOT NULL,"
    " PRIMARY KEY (programme_id, id))",
    "idea (id TEXT NOT NULL, programme_id TEXT NOT NULL, rank FLOAT DEFAULT (0.0) NOT NULL,"
    " meeting_id TEXT NOT NULL, text TEXT NOT NULL, turned TEXT DEFAULT '' NOT NULL,"
    " initiative_id TEXT DEFAULT '' NOT NULL, action_id TEXT DEFAULT '' NOT NULL,"
    " PRIMARY KEY (programme_id, id))",
    "tool_state (id TEXT NOT NULL, programme_id TEXT NOT NULL, meeting_id TEXT NOT NULL,"
    " shown INTEGER DEFAULT (0) NOT NULL, mode TEXT DEFAULT '' NOT NULL,"
    " initiative_id TEXT DEFAULT '' NOT NULL, PRIMARY KEY (programme_id, id))",
    "ballot (id TEXT NOT NULL, programme_id TEXT NOT NULL, people INTEGER DEFAULT (0) NOT NULL,"
    " counted INTEGER DEFAULT (0) NOT NULL, PRIMARY KEY (programme_id, id))",
    "talk_group (id TEXT NOT NULL, programme_id TEXT NOT NULL, rank FLOAT DEFAULT (0.0) NOT NULL,"
    " meeting_id TEXT NOT NULL, initiative_id TEXT DEFAULT '' NOT NULL, PRIMARY KEY (programme_id, id))",
    "group_member (id TEXT NOT NULL, programme_id TEXT NOT NULL, rank FLOAT DEFAULT (0.0) NOT NULL,"
    " group_id TEXT NOT NULL, person_id TEXT NOT NULL, roles TEXT DEFAULT '' NOT NULL,"
    " PRIMARY KEY (programme_id, id))",
    "group_work (id TEXT NOT NULL, programme_id TEXT NOT NULL, stage TEXT DEFAULT '' NOT NULL,"
    " group_id TEXT DEFAULT '' NOT NULL, deadline FLOAT DEFAULT (0.0) NOT NULL,"
    " PRIMARY KEY (programme_id, id))",
    "round (id TEXT NOT NULL, programme_id TEXT NOT NULL, meeting_id TEXT NOT NULL,"
    " way TEXT DEFAULT '' NOT NULL, line TEXT DEFAULT '' NOT NULL, later TEXT DEFAULT '' NOT NULL,"
    " done TEXT DEFAULT '' NOT NULL, away TEXT DEFAULT '' NOT NULL, PRIMARY KEY (programme_id, id))",
    "turn (id TEXT NOT NULL, programme_id TEXT NOT NULL, rank FLOAT DEFAULT (0.0) NOT NULL,"
    " round_id TEXT NOT NULL, person_id TEXT DEFAULT '' NOT NULL, shown TEXT DEFAULT '' NOT NULL,"
    " state TEXT DEFAULT '' NOT NULL, PRIMARY KEY (programme_id, id))",
    "remark (id TEXT NOT NULL, programme_id TEXT NOT NULL, meeting_id TEXT NOT NULL,"
    " slot_id TEXT DEFAULT '' NOT NULL, at FLOAT DEFAULT (0.0) NOT NULL, text TEXT DEFAULT '' NOT NULL,"
    " kind TEXT DEFAULT '' NOT NULL, PRIMARY KEY (programme_id, id))",
    "status_change (id TEXT NOT NULL, programme_id TEXT NOT NULL, action_id TEXT NOT NULL,"
    " day TEXT NOT NULL, at FLOAT NOT NULL, before TEXT DEFAULT '' NOT NULL, after TEXT DEFAULT '' NOT NULL,"
    " who TEXT DEFAULT '' NOT NULL, note TEXT DEFAULT '' NOT NULL, PRIMARY KEY (programme_id, id))",
    "absence (id TEXT NOT NULL, programme_id TEXT NOT NULL, meeting_id TEXT NOT NULL,"
    " person_id TEXT NOT NULL, PRIMARY KEY (programme_id, id))",
    "event (id TEXT NOT NULL, programme_id TEXT NOT NULL, rank FLOAT DEFAULT (0.0) NOT NULL,"
    " title TEXT NOT NULL, ring TEXT DEFAULT '' NOT NULL, kind TEXT DEFAULT 'other' NOT NULL,"
    " day TEXT, start INTEGER, place TEXT DEFAULT '' NOT NULL,"
    " every_months INTEGER DEFAULT (0) NOT NULL, until TEXT, initiative_id TEXT DEFAULT '' NOT NULL,"
    " note TEXT DEFAULT '' NOT NULL, done INTEGER DEFAULT (0) NOT NULL, held TEXT,"
    " PRIMARY KEY (programme_id, id))",
    "form_entry (id TEXT NOT NULL, programme_id TEXT NOT NULL, rank FLOAT DEFAULT (0.0) NOT NULL,"
    " form TEXT NOT NULL, subject_id TEXT DEFAULT '' NOT NULL, day TEXT, title TEXT DEFAULT '' NOT NULL,"
    " PRIMARY KEY (programme_id, id))",
    "form_answer (id TEXT NOT NULL, programme_id TEXT NOT NULL, entry_id TEXT NOT NULL,"
    " field TEXT NOT NULL, column TEXT DEFAULT '' NOT NULL, text TEXT NOT NULL,"
    " PRIMARY KEY (programme_id, id))",
    "escalation (id TEXT NOT NULL, programme_id TEXT NOT NULL, reason TEXT DEFAULT '' NOT NULL,"
    " carrier TEXT DEFAULT '' NOT NULL, sent TEXT, expected TEXT, answer TEXT DEFAULT '' NOT NULL,"
    " status TEXT DEFAULT '' NOT NULL, PRIMARY KEY (programme_id, id))",
    "theme_time (id TEXT NOT NULL, programme_id TEXT NOT NULL, meeting_id TEXT NOT NULL,"
    " initiative_id TEXT NOT NULL, since FLOAT DEFAULT (0.0) NOT NULL, sharers INTEGER DEFAULT (1) NOT NULL,"
    " extra FLOAT DEFAULT (0.0) NOT NULL, had TEXT DEFAULT '' NOT NULL, PRIMARY KEY (programme_id, id))",
    "signup (id TEXT NOT NULL, programme_id TEXT NOT NULL, rank FLOAT DEFAULT (0.0) NOT NULL,"
    " initiative_id TEXT NOT NULL, person_id TEXT NOT NULL, PRIMARY KEY (programme_id, id))",
    "entry_mark (id TEXT NOT NULL, programme_id TEXT NOT NULL, initiative_id TEXT NOT NULL,"
    " field TEXT NOT NULL, digest TEXT NOT NULL, day TEXT, PRIMARY KEY (programme_id, id))",
    "apv_plan (id TEXT NOT NULL, programme_id TEXT NOT NULL, sickness TEXT DEFAULT '' NOT NULL,"
    " revised TEXT, PRIMARY KEY (programme_id, id))",
    "staff_news (id TEXT NOT NULL, programme_id TEXT NOT NULL, text TEXT DEFAULT '' NOT NULL,"
    " digest TEXT DEFAULT '' NOT NULL, anonymous INTEGER DEFAULT (0) NOT NULL,"
    " PRIMARY KEY (programme_id, id))",
    "delivery (id TEXT NOT NULL, programme_id TEXT NOT NULL, handin TEXT NOT NULL, day TEXT,"
    " PRIMARY KEY (programme_id, id))",
    "pulse (id TEXT NOT NULL, programme_id TEXT NOT NULL, rank FLOAT DEFAULT (0.0) NOT NULL,"
    " theme TEXT NOT NULL, initiative_id TEXT DEFAULT '' NOT NULL, invited INTEGER DEFAULT (0) NOT NULL,"
    " opened TEXT, closed TEXT, texts_shown INTEGER DEFAULT (0) NOT NULL, PRIMARY KEY (programme_id, id))",
    "pulse_answer (id TEXT NOT NULL, programme_id TEXT NOT NULL, pulse_id TEXT NOT NULL,"
    " marks TEXT DEFAULT '' NOT NULL, text TEXT DEFAULT '' NOT NULL, PRIMARY KEY (programme_id, id))",
    "carried (id TEXT NOT NULL, programme_id TEXT NOT NULL, rank FLOAT DEFAULT (0.0) NOT NULL,"
    " what TEXT NOT NULL, text TEXT NOT NULL, source_id TEXT DEFAULT '' NOT NULL,"
    " parent_id TEXT DEFAULT '' NOT NULL, board TEXT DEFAULT '' NOT NULL, zone TEXT DEFAULT '' NOT NULL,"
    " kind TEXT DEFAULT '' NOT NULL, parked INTEGER DEFAULT (0) NOT NULL,"
    " always_act INTEGER DEFAULT (0) NOT NULL, why TEXT DEFAULT '' NOT NULL,"
    " goal TEXT DEFAULT '' NOT NULL, signs TEXT DEFAULT '' NOT NULL, barriers TEXT DEFAULT '' NOT NULL,"
    " how TEXT DEFAULT '' NOT NULL, people TEXT DEFAULT '' NOT NULL,"
    " owner TEXT DEFAULT '' NOT NULL, due TEXT, status TEXT DEFAULT '' NOT NULL,"
    " done INTEGER DEFAULT (0) NOT NULL, target TEXT DEFAULT '' NOT NULL,"
    " answer TEXT DEFAULT '' NOT NULL, choice TEXT DEFAULT '' NOT NULL,"
    " taken_id TEXT DEFAULT '' NOT NULL, PRIMARY KEY (programme_id, id))",
)
"""Spelt out: the tables as version 3 knows them, whatever becomes of them later."""

NEW_TABLES_IN_4: tuple[str, ...] = (
    "circle_walk (id TEXT NOT NULL, programme_id TEXT NOT NULL, meeting_id TEXT NOT NULL,"
    " state TEXT DEFAULT '' NOT NULL, deadline FLOAT DEFAULT (0.0) NOT NULL,"
    " left FLOAT DEFAULT (0.0) NOT NULL, PRIMARY KEY (programme_id, id))",
    "form_lock (id TEXT NOT NULL, programme_id TEXT NOT NULL, public TEXT NOT NULL,"
    " secret TEXT NOT NULL, made TEXT, PRIMARY KEY (programme_id, id))",
)


def _hold_the_meeting(connection: Connection) -> None:
    """From 2: a line for the wall on each row, the aid in use, and what happens while a meeting is held."""
    for table, name in (
        (TABLES[AgendaItem], "instruction"),
        *((TABLES[ClockState], each) for each in ("aid", "given", "held", "came_from")),
        (TABLES[SlotLog], "aid"),
        *((TABLES[Action], each) for each in ("due_words", "due_event")),
        *((TABLES[Programme], each) for each in ("meeting_id", "previous_id", "last_on_wall")),
        *((TABLES[Note], each) for each in ("track", "from_last")),
        *((TABLES[each], "parked_on") for each in (Note, Theme)),
        (TABLES[Action], "how"),
        (TABLES[Initiative], "followup_event"),
        (TABLES[Report], "recipient"),
    ):
        add_column(connection, table.c[name])
    for columns in NEW_TABLES_IN_3:
        connection.exec_driver_sql(f"CREATE TABLE {columns} WITHOUT ROWID")


def _hold_other_processes(connection: Connection) -> None:
    """From 3: what the other processes ask for, confidential forms, and votes that are settled.

    Some files of version 3 were made with a part of it.
    """
    there = layout(connection)
    for columns in NEW_TABLES_IN_4:
        if columns.partition(" ")[0] not in there:
            connection.exec_driver_sql(f"CREATE TABLE {columns} WITHOUT ROWID")
    for table, name in (
        (TABLES[AgendaItem], "at"),
        (TABLES[Meeting], "set_aside"),
        *((TABLES[Programme], each) for each in ("occasion", "own_occasion")),
        *((TABLES[Note], each) for each in ("said", "tags")),
        (TABLES[Person], "department"),
        (TABLES[FormEntry], "sealed"),
        (TABLES[Pulse], "points"),
        (TABLES[Ballot], "settled"),
    ):
        if name not in there[table.name]:
            add_column(connection, table.c[name])


MIGRATIONS: dict[int, Callable[[Connection], None]] = {
    1: _join_agree_link,
    2: _hold_the_meeting,
    3: _hold_other_processes,
}
"""Keyed by the version that the change starts from."""
