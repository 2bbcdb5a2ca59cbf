"""The trio's checklist held against today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from trivselsdesk.domain.book import Book
from trivselsdesk.domain.records import Task


@dataclass(frozen=True)
class Progress:
    """How far the checklist is."""

    done: int
    total: int
    late: tuple[Task, ...]
    """Open tasks whose day has passed."""
    next: Task | None
    """The open task that is due first; one without a day comes last."""


def tasks(book: Book) -> list[Task]:
    """The checklist in its order."""
    return book.ranked(Task)


def progress(book: Book, today: date) -> Progress:
    """Count the checklist at ``today``."""
    every = tasks(book)
    open_tasks = [task for task in every if not task.done]
    coming = sorted(open_tasks, key=lambda task: (task.due is None, task.due or date.max, task.rank))
    return Progress(
        done=len(every) - len(open_tasks),
        total=len(every),
        late=tuple(task for task in open_tasks if task.due is not None and task.due < today),
        next=coming[0] if coming else None,
    )
