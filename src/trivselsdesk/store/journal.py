"""The journal: what every step changed, row by row, so that it can be taken back and redone."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, replace

from trivselsdesk.domain.book import Book, Change
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.records import Record
from trivselsdesk.store.errors import StoreError
from trivselsdesk.store.rows import from_text, to_text
from trivselsdesk.store.schema import KINDS, table_name

KEPT_STEPS = 5000
"""Steps kept for each scope; older ones are forgotten."""
FOLD_SECONDS = 30.0
"""A pause in the typing longer than this starts a new undo step."""

Texts = Sequence[tuple[str | None, str | None]]
"""For each change the record before and after, as text."""

_NAMED = "SELECT id, programme_id, name, kind, detail FROM undo_step WHERE scope=?"
_LAST_DONE = f"{_NAMED} AND undone=0 ORDER BY id DESC LIMIT 1"
_FIRST_UNDONE = f"{_NAMED} AND undone=1 ORDER BY id LIMIT 1"
_UNDONE = "SELECT id FROM undo_step WHERE scope=? AND undone=1"
_LAST = "SELECT id, fold, at FROM undo_step WHERE scope=? ORDER BY id DESC LIMIT 1"
_NEWEST = "SELECT id FROM undo_step WHERE scope=? ORDER BY id DESC LIMIT 1 OFFSET ?"
_OLDER = "SELECT id FROM undo_step WHERE scope=? AND id<?"
_STEP_ROWS = "SELECT kind, record_id, before, after FROM undo_row WHERE step_id=? ORDER BY number"


@dataclass(frozen=True)
class StepName:
    """What undo or redo would take up next. ``kind`` is the class name of its first record."""

    id: int
    programme_id: str
    name: str
    kind: str
    detail: str


def record_step(
    raw: sqlite3.Connection,
    scope: str,
    programme_id: str,
    name: str,
    detail: str,
    fold: str,
    changes: list[Change],
    texts: Texts,
) -> None:
    """Write a step, or fold it into the one before; what had been undone can no longer be redone."""
    from trivselsdesk.store import statements

    gone = [row[0] for row in raw.execute(_UNDONE, (scope,))]
    if gone:
        _forget(raw, gone)
    elif fold and _fold(raw, scope, fold, changes):
        return
    step = {
        "scope": scope,
        "programme_id": programme_id,
        "name": name,
        "kind": changes[0].kind.__name__,
        "detail": detail[:80],
        "fold": fold,
        "at": time.time(),
        "undone": 0,
    }
    step_id = statements.NEW_STEP.run(raw, [step]).lastrowid or 0
    _write_rows(raw, step_id, changes, texts)
    if step_id % 100 == 0:
        _prune(raw, scope)


def peek(raw: sqlite3.Connection, scope: str, *, redo: bool = False) -> StepName | None:
    """The step that undo (or redo) would take next in this scope."""
    row = raw.execute(_FIRST_UNDONE if redo else _LAST_DONE, (scope,)).fetchone()
    return StepName(*row) if row else None


def step_changes(raw: sqlite3.Connection, step_id: int) -> list[Change]:
    """What the step changed, as it was written. Raises StoreError("damaged")."""
    return list(read_changes(step_rows(raw, step_id)))


def step_rows(raw: sqlite3.Connection, step_id: int) -> list[tuple[str, ...]]:
    """The rows of a step as they lie there; ``read_changes`` makes sense of them."""
    return raw.execute(_STEP_ROWS, (step_id,)).fetchall()


def read_changes(found: Iterable[tuple[str, ...]]) -> Iterator[Change]:
    """What rows of a step say, one by one. Raises StoreError("damaged")."""
    return (_change(*row) for row in found)


def mark(raw: sqlite3.Connection, step_id: int, *, undone: bool) -> None:
    """Note that the step has been taken back, or done again."""
    from trivselsdesk.store import statements

    statements.STEP_TURNED.run(raw, [{"step": step_id, "undone": int(undone)}])


def onto_today(book: Book, change: Change) -> Change:
    """The change laid on the record as it stands today: only the fields it speaks of are set."""
    current = book.find(change.kind, change.id)
    if change.before is None or change.after is None or current is None:
        return Change(change.kind, change.id, current, change.after)
    return Change(change.kind, change.id, current, _laid_on(current, change.before, change.after))


def _laid_on(record: Record, old: Record, new: Record) -> Record:
    """The record with those fields of ``new`` in which it differs from ``old``."""
    names = [each.name for each in fields(new) if getattr(old, each.name) != getattr(new, each.name)]
    return replace(record, **{name: getattr(new, name) for name in names})


def _fold(raw: sqlite3.Connection, scope: str, fold: str, changes: list[Change]) -> bool:
    from trivselsdesk.store import statements

    last = raw.execute(_LAST, (scope,)).fetchone()
    if last is None or last[1] != fold or abs(time.time() - last[2]) > FOLD_SECONDS:
        return False
    step_id = last[0]
    earlier = {(change.kind, change.id): change for change in step_changes(raw, step_id)}
    for change in changes:
        untouched = Change(change.kind, change.id, change.before, change.before)
        first = earlier.get((change.kind, change.id), untouched)
        before = first.before
        if first.before and first.after and change.before:
            # Another scope may have set other fields in between; those are not this step's to take back.
            before = _laid_on(change.before, first.after, first.before)
        earlier[change.kind, change.id] = Change(change.kind, change.id, before, change.after)
    remaining = [change for change in earlier.values() if change.before != change.after]
    statements.STEP_ROWS_GONE.run(raw, [{"step": step_id}])
    if remaining:
        _write_rows(raw, step_id, remaining, [(to_text(c.before), to_text(c.after)) for c in remaining])
        statements.STEP_TOUCHED.run(raw, [{"step": step_id, "at": time.time()}])
    else:
        statements.STEP_GONE.run(raw, [{"step": step_id}])
    return True


def _write_rows(raw: sqlite3.Connection, step_id: int, changes: list[Change], texts: Texts) -> None:
    from trivselsdesk.store import statements

    rows = [
        {
            "step_id": step_id,
            "number": number,
            "kind": table_name(change.kind),
            "record_id": change.id,
            "before": before,
            "after": after,
        }
        for number, (change, (before, after)) in enumerate(zip(changes, texts, strict=True))
    ]
    statements.NEW_STEP_ROW.run(raw, rows)


def _prune(raw: sqlite3.Connection, scope: str) -> None:
    oldest_kept = raw.execute(_NEWEST, (scope, KEPT_STEPS - 1)).fetchone()
    if oldest_kept is not None:
        _forget(raw, [row[0] for row in raw.execute(_OLDER, (scope, oldest_kept[0]))])


def _forget(raw: sqlite3.Connection, step_ids: list[int]) -> None:
    from trivselsdesk.store import statements

    if step_ids:
        steps = [{"step": each} for each in step_ids]
        statements.STEP_ROWS_GONE.run(raw, steps)
        statements.STEP_GONE.run(raw, steps)


def count(raw: sqlite3.Connection, scope: str) -> int:
    """How many steps the journal holds for the scope."""
    found: int = raw.execute("SELECT count(*) FROM undo_step WHERE scope=?", (scope,)).fetchone()[0]
    return found


def _change(name: str, record_id: str, before: str | None, after: str | None) -> Change:
    if name not in KINDS:
        raise StoreError("damaged", "journal")
    return Change(KINDS[name], record_id, from_text(name, before), from_text(name, after))
