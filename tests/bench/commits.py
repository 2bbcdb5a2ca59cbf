"""A gesture on disk, beside the very same statements sent to SQLite without us."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

from tests.bench import desks
from tests.bench.table import Plan, Row, interleaved, ratio
from trivselsdesk.domain.commands.notes import MoveNotes
from trivselsdesk.domain.commands.rows import EditFields
from trivselsdesk.domain.records import Note
from trivselsdesk.store.store import Store

MANY = 50
TARGET = 1.3
PRAGMAS = (
    "locking_mode=EXCLUSIVE",
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    "secure_delete=ON",
    "cell_size_check=ON",
    "temp_store=MEMORY",
)


def measure(plan: Plan) -> list[Row]:
    """One note moved, one text changed, fifty notes moved."""
    folder = plan.folder / "ours"
    key = desks.make(folder, desks.board_of(1000))
    rows = []
    for number, (what, gesture) in enumerate(_gestures()):
        work = plan.folder / f"work-{number}"
        shutil.copytree(folder, work)
        rows.append(_beside_raw(what, work, key, gesture, plan.times(200)))
    return rows


Gesture = Callable[[Store, str, list[str], int], object]
"""Something to do to one of these notes of a programme; the number makes each time another."""


def _gestures() -> list[tuple[str, Gesture]]:
    def move(store: Store, key: str, ids: list[str], number: int) -> object:
        return store.run(_move(key, ids[:1], number))

    def write(store: Store, key: str, ids: list[str], number: int) -> object:
        values = {"text": f"Skrevet {number:06d} gange"}
        return store.run(EditFields(programme_id=key, kind=Note, id=ids[1], values=values, fold=False))

    def move_many(store: Store, key: str, ids: list[str], number: int) -> object:
        return store.run(_move(key, ids[2 : 2 + MANY], number))

    return [("one note moved", move), ("one text changed", write), (f"{MANY} notes moved", move_many)]


def _move(key: str, ids: list[str], number: int) -> MoveNotes:
    return MoveNotes(programme_id=key, ids=tuple(ids), board=desks.BOARD, zone=desks.ZONES[number % 2])


def _beside_raw(what: str, folder: Path, key: str, gesture: Gesture, times: int) -> Row:
    database = folder / "trivselsdesk.db"
    plain = folder / "raw.db"
    shutil.copyfile(database, plain)
    with Store.open(database) as store:
        ids = sorted(note.id for note in store.book(key).of(Note))
        spoken: list[str] = []
        store._connection.set_trace_callback(spoken.append)
        scripts = []
        warm = 5
        for number in range(times + warm):
            spoken.clear()
            gesture(store, key, ids, number)
            scripts.append([each for each in spoken if not each.startswith("--")])
        store._connection.set_trace_callback(None)
        alone = sqlite3.connect(plain, isolation_level=None)
        for pragma in PRAGMAS:
            alone.execute(f"PRAGMA {pragma}").fetchall()
        waiting, numbers = iter(scripts), iter(range(times + warm, 10**9))

        def by_hand() -> None:
            for statement in next(waiting):
                alone.execute(statement)

        ours, floor = interleaved([lambda: gesture(store, key, ids, next(numbers)), by_hand], times, warm)
        alone.close()
    return ratio(f"commit, {what} / the same statements raw", ours, floor, TARGET)
