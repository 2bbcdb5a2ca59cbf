"""The statuspil: the actions that have been set in motion, how far each is, and what comes next."""

from __future__ import annotations

from datetime import date

from trivselsdesk.domain.book import Book
from trivselsdesk.domain.due import due_source
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.network import department_of
from trivselsdesk.domain.pack import Pack
from trivselsdesk.domain.plan import actions_of, active_initiatives
from trivselsdesk.domain.records import Action, Event, Initiative, Note, Task, Theme
from trivselsdesk.domain.standing import must_act
from trivselsdesk.domain.status import Standing, standing


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
    stands: Standing
    """Since when its arrow stands there."""
    stale: bool
    """It is not done, and its arrow has not moved for as long as the process allows (003: F05, F45)."""
    said: str = ""
    """How its day was said: the meeting, or the words; empty for a plain date."""

    @property
    def beside(self) -> str:
        """What of that stands beside the days that are left: »om 2 måneder« was said on another day."""
        return "" if self.action.due is not None and not self.action.due_event else self.said


@dataclass(frozen=True)
class Counts:
    """How many lines are done, on their way and only agreed; of them, how many are late and stand still."""

    done: int
    underway: int
    agreed: int
    late: int
    stale: int


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
                stands = standing(book, action, today, first=step == 0)
                stale = not done and stands.weeks >= pack.stale_weeks
                said = due_source(book, action)
                found.append(Followed(action, initiative, step, done, late, calls, stands, stale, said))
    # Sorting is stable, so actions of the same day keep the order of the handleplan.
    found.sort(key=lambda each: each.action.due or date.max)
    return found


SORTS = ("due", "owner", "initiative", "step")
"""What the lines can stand in order of."""
SHOWN = ("all", "open", "late", "stale")


@dataclass(frozen=True)
class Choice:
    """Which lines are shown, and in which order."""

    show: str = "all"
    owner: str = ""
    initiative_id: str = ""
    sort: str = "due"

    @property
    def narrowed(self) -> bool:
        """Whether lines may be left out."""
        return self.show != "all" or bool(self.owner or self.initiative_id)


def owner_of(line: Followed) -> str:
    """Who sees to an action, as the line shows it."""
    return line.action.owner.strip() or line.action.people.strip()


def owner_words(book: Book, line: Followed) -> str:
    """Who sees to an action, with what they come from where that is known: »Karin · Skole«."""
    owner = owner_of(line)
    department = department_of(book, owner)
    return f"{owner} · {department}" if department else owner


def chosen(lines: list[Followed], choice: Choice) -> list[Followed]:
    """The lines that the choice lets through, in its order; those alike keep the order of their day."""
    found = [
        each
        for each in lines
        if _is_shown(each, choice.show)
        and (not choice.owner or owner_of(each) == choice.owner)
        and (not choice.initiative_id or each.initiative.id == choice.initiative_id)
    ]
    if choice.sort == "owner":
        found.sort(key=lambda each: (not owner_of(each), owner_of(each).casefold()))
    elif choice.sort == "initiative":
        found.sort(key=lambda each: (each.initiative.rank, each.initiative.id))
    elif choice.sort == "step":
        found.sort(key=lambda each: each.step)
    return found


def _is_shown(line: Followed, show: str) -> bool:
    if show == "open":
        return not line.done
    return {"late": line.late, "stale": line.stale}.get(show, True)


def counts(lines: list[Followed]) -> Counts:
    """Sum the lines up."""
    done = sum(1 for each in lines if each.done)
    agreed = sum(1 for each in lines if not each.done and each.step == 0)
    late = sum(1 for each in lines if each.late)
    stale = sum(1 for each in lines if each.stale)
    return Counts(done, len(lines) - done - agreed, agreed, late, stale)


def next_followup(book: Book) -> Initiative | None:
    """The initiative in motion whose follow-up comes first.

    One whose day has passed stays until somebody says that it was held (``HoldFollowup``).
    """
    coming = [each for each in launched(book) if each.followup_day is not None]
    return min(coming, key=lambda each: each.followup_day or date.max, default=None)


def followups_held(book: Book, initiative_id: str = "") -> list[date]:
    """The days on which follow-ups were held, the latest last; of one initiative where it is named."""
    return sorted(
        {
            each.day
            for each in book.of(Event)
            if each.kind == "followup"
            and each.done
            and each.day is not None
            and each.initiative_id
            and initiative_id in ("", each.initiative_id)
        }
    )


def reminders(book: Book, today: date) -> list[Task]:
    """Lines of the checklist that are due after the meeting, the first one on top."""
    day = book.meeting.day or today
    tasks = book.ranked(Task, lambda task: task.due is not None and task.due > day)
    return sorted(tasks, key=lambda task: task.due or date.max)
