"""The copy sheet: what goes into each box of another system, and what has been typed there (003: E12)."""

from __future__ import annotations

import hashlib
from datetime import date

from trivselsdesk.domain.book import Book
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.pack import Pack
from trivselsdesk.domain.plan import active_initiatives
from trivselsdesk.domain.records import EntryMark, Initiative, entry_mark_id
from trivselsdesk.domain.told import title_of, told

EMPTY, OPEN, ENTERED, CHANGED = "empty", "open", "entered", "changed"


@dataclass(frozen=True)
class CopyLine:
    """One box of the other system, for one initiative."""

    initiative_id: str
    initiative: str
    field: str
    label: str
    text: str
    state: str
    """``empty``: nothing to type. ``open``, ``entered``, or ``changed`` since it was typed."""
    day: date | None
    """When it was typed."""


@dataclass(frozen=True)
class Progress:
    """How many boxes have been typed as they stand, of those that have a text, and how many changed since."""

    done: int
    total: int
    changed: int


def digest(text: str) -> str:
    """A short mark of the text, to tell whether it is still the same."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def copy_lines(book: Book, pack: Pack) -> list[CopyLine]:
    """Every box for every initiative, in the order of the plan and of the other system."""
    if pack.copy_sheet is None:
        return []
    return [
        _line(book, pack, initiative, each.field, pack.fill(each.label))
        for initiative in active_initiatives(book)
        for each in pack.copy_sheet.fields
    ]


def progress(lines: list[CopyLine]) -> Progress:
    """Sum the lines up. A box that was typed and has been emptied since still has to be seen to."""
    return Progress(
        done=sum(1 for each in lines if each.state == ENTERED),
        total=sum(1 for each in lines if each.state != EMPTY),
        changed=sum(1 for each in lines if each.state == CHANGED),
    )


def _line(book: Book, pack: Pack, initiative: Initiative, field: str, label: str) -> CopyLine:
    text = told(book, pack, initiative, field)
    mark = book.find(EntryMark, entry_mark_id(initiative.id, field))
    state = OPEN if text else EMPTY
    if mark is not None:
        state = ENTERED if mark.digest == digest(text) else CHANGED
    return CopyLine(
        initiative.id, title_of(initiative), field, label, text, state, mark.day if mark else None
    )
