"""Writes today's schema, with a filled database in it, as a fixture for the versions to come.

``python -m tests.store.freeze`` before a release that raised SCHEMA_VERSION. A fixture of a version
that people use is never written again: it stands for the files that lie on their machines.
"""

from __future__ import annotations

import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from tests.store.desk import P, fill
from trivselsdesk.store.engine import APPLICATION_ID
from trivselsdesk.store.migrations import SCHEMA_VERSION
from trivselsdesk.store.store import Store

FIXTURES = Path(__file__).parent / "fixtures"


def fixture(version: int) -> Path:
    """The dump of a version."""
    return FIXTURES / f"schema_{version}.sql"


def thaw(version: int, path: Path) -> None:
    """Make the database that a program of that version wrote."""
    with closing(sqlite3.connect(path)) as raw:
        raw.executescript(fixture(version).read_text(encoding="utf-8"))


def main() -> None:
    """Write the fixture of today's version."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "frozen.db"
        with Store.open(path) as store:
            fill(store)
            store.undo(P)
        with closing(sqlite3.connect(path)) as raw:
            # The same each time it is written: steps far enough apart, whenever they were made.
            raw.execute("UPDATE undo_step SET at = 1779264000.0 + 60 * id")
            raw.commit()
            lines = [f"PRAGMA application_id={APPLICATION_ID};", f"PRAGMA user_version={SCHEMA_VERSION};"]
            lines += raw.iterdump()
    FIXTURES.mkdir(exist_ok=True)
    fixture(SCHEMA_VERSION).write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(fixture(SCHEMA_VERSION))


if __name__ == "__main__":
    main()
