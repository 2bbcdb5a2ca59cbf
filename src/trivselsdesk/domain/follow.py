"""The statuspil: the actions that have been set in motion, how far each is, and what comes next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from trivselsdesk.domain.book import Book
from trivselsdesk.domain.pack import Pack
from trivselsdesk.domain.plan import actions_of, active_initiatives
from trivselsdesk.domain.records import Action, Initiative, Note, Task, Theme
from trivselsdesk.domain.standing import must_act


@dataclass(frozen=True)
class Followed:
    """One line of the statuspil."""

    action: Action
    initiative: Initiative
    step: int
    """Index of its status step in the pack."""
    done: bool
    late: bool
    """Its day has passed and it is not done."""
    must_act: bool


@dataclass(frozen=True)
class Counts:
    """How many lines are done, on their way and only agreed, and how many of them are late."""

    done: int
    underway: int
    agreed: int
    late: int


def step_index(pack: Pack, status: str) -> int:
    """Place of a status among the pack's steps; an empty or unknown one counts as the first."""
    return next((place for place, step in enumerate(pack.status_steps) if step.id == status), 0)


def launched(book: Book) -> list[Initiative]:
    """The initiatives that have been set in motion, in order."""
    return [each for each in active_initiatives(book) if each.launched is not None]


def followed(book: Book, pack: Pack, today: date) -> list[Followed]:
    """Every action under way, the one due first on top and those without a day last."""
    found = []
    for initiative in launched(book):
        card = book.find(Theme, initiative.card_id) or book.find(Note, initiative.card_id)
        calls = card is not None and must_act(book, card)
        for action in actions_of(book, initiative.id):
            if action.title.strip():
                step = step_index(pack, action.status)
                done = bool(pack.status_steps) and pack.status_steps[step].done
                late = not done and action.due is not None and action.due < today
                found.append(Followed(action, initiative, step, done, late, calls))
    # Sorting is stable, so actions of the same day keep the order of the handleplan.
    found.sort(key=lambda each: each.action.due or date.max)
    return found


def counts(lines: list[Followed]) -> Counts:
    """Sum the lines up."""
    done = sum(1 for each in lines if each.done)
    agreed = sum(1 for each in lines if not each.done and each.step == 0)
    late = sum(1 for each in lines if each.late)
    return Counts(done, len(lines) - done - agreed, agreed, late)


def next_followup(book: Book, today: date) -> Initiative | None:
    """The initiative in motion whose follow-up comes first, from today on."""
    coming = [each for each in launched(book) if each.followup_day is not None and each.followup_day >= today]
    return min(coming, key=lambda each: each.followup_day or date.max, default=None)


def reminders(book: Book, today: date) -> list[Task]:
    """Lines of the checklist that are due after the meeting, the first one on top."""
    day = book.meeting.day or today
    tasks = book.ranked(Task, lambda task: task.due is not None and task.due > day)
    return sorted(tasks, key=lambda task: task.due or date.max)
