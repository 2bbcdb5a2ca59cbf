"""The journal: what every step changed, row by row, so that it can be taken back and redone."""

from __future__ import annotations

import time
from dataclasses import dataclass, fields, replace
from typing import Any

from sqlalchemy import bindparam, delete, func, insert, select, update
from sqlalchemy.engine import Connection, Row

from trivselsdesk.domain.book import Book, Change
from trivselsdesk.domain.records import Record
from trivselsdesk.store.errors import StoreError
from trivselsdesk.store.rows import from_text, to_text
from trivselsdesk.store.tables import KINDS, table_name, undo_row, undo_step

KEPT_STEPS = 5000
"""Steps kept for each scope; older ones are forgotten."""
FOLD_SECONDS = 30.0
"""A pause in the typing longer than this starts a new undo step."""


@dataclass(frozen=True)
class StepName:
    """What undo or redo would take up next. ``kind`` is the class name of its first record."""

    id: int
    programme_id: str
    name: str
    kind: str
    detail: str


def record_step(
    connection: Connection,
    scope: str,
    programme_id: str,
    name: str,
    detail: str,
    fold: str,
    changes: list[Change],
) -> None:
    """Write a step, or fold it into the one before; what had been undone can no longer be redone."""
    undone = select(undo_step.c.id).where(undo_step.c.scope == scope, undo_step.c.undone == 1)
    gone = [row[0] for row in connection.execute(undone)]
    if gone:
        _forget(connection, gone)
    elif fold and _fold(connection, scope, fold, changes):
        return
    result = connection.execute(
        insert(undo_step).values(
            scope=scope,
            programme_id=programme_id,
            name=name,
            kind=changes[0].kind.__name__,
            detail=detail[:80],
            fold=fold,
            at=time.time(),
            undone=0,
        )
    )
    step_id = int(result.lastrowid)
    _write_rows(connection, step_id, changes)
    if step_id % 100 == 0:
        _prune(connection, scope)


def peek(connection: Connection, scope: str, *, redo: bool = False) -> StepName | None:
    """The step that undo (or redo) would take next in this scope."""
    query = select(undo_step).where(undo_step.c.scope == scope, undo_step.c.undone == int(redo))
    order = undo_step.c.id if redo else undo_step.c.id.desc()
    row = connection.execute(query.order_by(order).limit(1)).first()
    return StepName(row.id, row.programme_id, row.name, row.kind, row.detail) if row else None


def step_changes(connection: Connection, step_id: int) -> list[Change]:
    """What the step changed, as it was written. Raises StoreError("damaged")."""
    query = select(undo_row).where(undo_row.c.step_id == step_id).order_by(undo_row.c.number)
    return [_change(row) for row in connection.execute(query)]


def mark(connection: Connection, step_id: int, *, undone: bool) -> None:
    """Note that the step has been taken back, or done again."""
    connection.execute(update(undo_step).where(undo_step.c.id == step_id).values(undone=int(undone)))


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


def _fold(connection: Connection, scope: str, fold: str, changes: list[Change]) -> bool:
    query = select(undo_step).where(undo_step.c.scope == scope).order_by(undo_step.c.id.desc()).limit(1)
    last = connection.execute(query).first()
    if last is None or last.fold != fold or abs(time.time() - last.at) > FOLD_SECONDS:
        return False
    earlier = {(change.kind, change.id): change for change in step_changes(connection, last.id)}
    for change in changes:
        untouched = Change(change.kind, change.id, change.before, change.before)
        first = earlier.get((change.kind, change.id), untouched)
        before = first.before
        if first.before and first.after and change.before:
            # Another scope may have set other fields in between; those are not this step's to take back.
            before = _laid_on(change.before, first.after, first.before)
        earlier[change.kind, change.id] = Change(change.kind, change.id, before, change.after)
    remaining = [change for change in earlier.values() if change.before != change.after]
    connection.execute(delete(undo_row).where(undo_row.c.step_id == last.id))
    if remaining:
        _write_rows(connection, last.id, remaining)
        connection.execute(update(undo_step).where(undo_step.c.id == last.id).values(at=time.time()))
    else:
        connection.execute(delete(undo_step).where(undo_step.c.id == last.id))
    return True


def _write_rows(connection: Connection, step_id: int, changes: list[Change]) -> None:
    connection.execute(
        insert(undo_row),
        [
            {
                "step_id": step_id,
                "number": number,
                "kind": table_name(change.kind),
                "record_id": change.id,
                "before": to_text(change.before),
                "after": to_text(change.after),
            }
            for number, change in enumerate(changes)
        ],
    )


def _prune(connection: Connection, scope: str) -> None:
    newest = select(undo_step.c.id).where(undo_step.c.scope == scope).order_by(undo_step.c.id.desc())
    oldest_kept = connection.execute(newest.offset(KEPT_STEPS - 1).limit(1)).scalar()
    if oldest_kept is not None:
        old = select(undo_step.c.id).where(undo_step.c.scope == scope, undo_step.c.id < oldest_kept)
        _forget(connection, [row[0] for row in connection.execute(old)])


def _forget(connection: Connection, step_ids: list[int]) -> None:
    if step_ids:
        parameters = [{"gone": each} for each in step_ids]
        connection.execute(delete(undo_row).where(undo_row.c.step_id == bindparam("gone")), parameters)
        connection.execute(delete(undo_step).where(undo_step.c.id == bindparam("gone")), parameters)


def count(connection: Connection, scope: str) -> int:
    """How many steps the journal holds for the scope."""
    return connection.execute(select(func.count()).where(undo_step.c.scope == scope)).scalar() or 0


def _change(row: Row[Any]) -> Change:
    if row.kind not in KINDS:
        raise StoreError("damaged", "journal")
    before, after = from_text(row.kind, row.before), from_text(row.kind, row.after)
    return Change(KINDS[row.kind], row.record_id, before, after)
