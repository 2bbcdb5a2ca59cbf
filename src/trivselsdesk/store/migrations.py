"""From an older schema to today's: a numbered list of changes, run in one transaction."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy.engine import Connection

from trivselsdesk.store.engine import APPLICATION_ID
from trivselsdesk.store.tables import metadata

SCHEMA_VERSION = 1
"""The schema that this program writes, kept in the file as ``user_version``."""

MIGRATIONS: dict[int, Callable[[Connection], None]] = {}
"""Keyed by the version that the change starts from."""


def create(connection: Connection) -> None:
    """Lay out an empty file."""
    metadata.create_all(connection)
    connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version={SCHEMA_VERSION}")


def migrate(connection: Connection, version: int) -> None:
    """Bring a file from ``version`` up to today's, step by step."""
    while version < SCHEMA_VERSION:
        MIGRATIONS[version](connection)
        version += 1
    connection.exec_driver_sql(f"PRAGMA user_version={SCHEMA_VERSION}")
