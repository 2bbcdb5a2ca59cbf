"""The trio's checklist held against today."""

from __future__ import annotations

from datetime import date

from trivselsdesk.domain.book import Book
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.records import Task
from trivselsdesk.domain.setup import MEETING_ANCHOR


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


def is_afterwards(book: Book, task: Task) -> bool:
    """Whether a task belongs after the meeting and not to getting ready for it."""
    if task.due_anchor == MEETING_ANCHOR:
        return task.due_days > 0
    return _due_after_the_meeting(book, task) and not _stands_before_the_meeting(book, task)


def comes_too_late(book: Book, task: Task) -> bool:
    """Whether a task that gets ready for the meeting has a day of the calendar that is after it.

    So it goes when a meeting is held sooner than the process thinks: its own days do not move along. The
    order of the list tells what belongs before the meeting.
    """
    if task.done or task.due_anchor == MEETING_ANCHOR:
        return False
    return _due_after_the_meeting(book, task) and _stands_before_the_meeting(book, task)


def _due_after_the_meeting(book: Book, task: Task) -> bool:
    day = book.meeting.day
    return task.due is not None and day is not None and task.due > day


def _stands_before_the_meeting(book: Book, task: Task) -> bool:
    before = [each.rank for each in tasks(book) if each.due_anchor == MEETING_ANCHOR and each.due_days <= 0]
    return bool(before) and task.rank < max(before)


def preparation(book: Book, today: date) -> Progress:
    """Count what must be done before the meeting, at ``today``."""
    return _count([task for task in tasks(book) if not is_afterwards(book, task)], today)


def progress(book: Book, today: date) -> Progress:
    """Count the whole checklist at ``today``."""
    return _count(tasks(book), today)


def _count(every: list[Task], today: date) -> Progress:
    open_tasks = [task for task in every if not task.done]
    coming = sorted(open_tasks, key=lambda task: (task.due is None, task.due or date.max, task.rank))
    return Progress(
        done=len(every) - len(open_tasks),
        total=len(every),
        late=tuple(task for task in open_tasks if task.due is not None and task.due < today),
        next=coming[0] if coming else None,
    )
