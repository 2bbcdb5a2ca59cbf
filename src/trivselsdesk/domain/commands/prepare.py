"""Commands of the preparation that touch several rows at once: people, roles, dates, steps.

They borrow the words of the plain row commands, so that undo names them the same way.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import ClassVar

from trivselsdesk.domain.book import Book, Drop, Edit, Put, insert_ranked
from trivselsdesk.domain.commands.base import Command
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.records import AgendaItem, Milestone, Person, RoleHolder, Task
from trivselsdesk.domain.years import years_on


def role_holder_id(programme_id: str, role: str, person_id: str) -> str:
    """Id of »this person holds this role«; each pair is there once at most."""
    return f"{programme_id}:{role}:{person_id}"


@dataclass(frozen=True, kw_only=True)
class AddPeople(Command):
    """Add several people, last on the list, with the roles that their titles name."""

    name: ClassVar[str] = "add_row"
    people: tuple[Person, ...]
    holders: tuple[RoleHolder, ...] = ()

    def edits(self, book: Book) -> list[Edit]:
        siblings = book.ranked(Person)
        people = insert_ranked(siblings, len(siblings), self.people)
        return [*people, *(Put(holder) for holder in self.holders)]


@dataclass(frozen=True, kw_only=True)
class AssignRole(Command):
    """Give a person a role. ``alone`` takes it from whoever held it; ``newcomer`` joins the list."""

    name: ClassVar[str] = "put_record"
    role: str
    person_id: str
    alone: bool
    newcomer: Person | None = None
    title: str = ""
    """Title for a person who has none, such as »AMR« for the role of that name."""

    def edits(self, book: Book) -> list[Edit]:
        edits: list[Edit] = [
            Drop(RoleHolder, each.id)
            for each in book.of(RoleHolder)
            if self.alone and each.role == self.role and each.person_id != self.person_id
        ]
        holder = RoleHolder(
            id=role_holder_id(self.programme_id, self.role, self.person_id),
            programme_id=self.programme_id,
            role=self.role,
            person_id=self.person_id,
        )
        edits.append(Put(holder))
        if self.newcomer is not None:
            siblings = book.ranked(Person)
            newcomer = replace(self.newcomer, title=self.newcomer.title or self.title)
            edits += insert_ranked(siblings, len(siblings), [newcomer])
        else:
            person = book.get(Person, self.person_id)
            if self.title and not person.title.strip():
                edits.append(Put(replace(person, title=self.title)))
        return edits


@dataclass(frozen=True, kw_only=True)
class SetTitle(Command):
    """Write a person's title; where it is the title of a trio role, the person gets that role too."""

    name: ClassVar[str] = "edit_fields"
    person_id: str
    title: str
    role: str = ""
    """The role that the title stands for, or empty."""
    titled_roles: tuple[str, ...] = ()
    """All roles that a title can stand for: those that this title does not name are let go."""
    alone: bool = False

    def edits(self, book: Book) -> list[Edit]:
        edits: list[Edit] = [Put(replace(book.get(Person, self.person_id), title=self.title))]
        mine = [each for each in book.of(RoleHolder) if each.person_id == self.person_id]
        before = book.get(Person, self.person_id).title
        if self.title != before:
            edits += [
                Drop(RoleHolder, each.id)
                for each in mine
                if each.role in self.titled_roles and each.role != self.role
            ]
        taken = self.alone and any(
            each.role == self.role and each.person_id != self.person_id for each in book.of(RoleHolder)
        )
        if self.role and not taken:
            key = role_holder_id(self.programme_id, self.role, self.person_id)
            edits.append(
                Put(
                    RoleHolder(
                        id=key, programme_id=self.programme_id, role=self.role, person_id=self.person_id
                    )
                )
            )
        return edits

    def fold_key(self) -> str:
        return f"title:{self.person_id}"


@dataclass(frozen=True, kw_only=True)
class FitSteps(Command):
    """Share an item's minutes out on its steps, in the proportion they have; none gets less than one."""

    name: ClassVar[str] = "edit_fields"
    item_id: str

    def edits(self, book: Book) -> list[Edit]:
        steps = book.steps(self.item_id)
        shares = shared_out(book.get(AgendaItem, self.item_id).minutes, [step.minutes for step in steps])
        return [Put(replace(step, minutes=share)) for step, share in zip(steps, shares, strict=True)]


@dataclass(frozen=True, kw_only=True)
class SetMilestoneDays(Command):
    """Set a milestone's days. Tasks counted from it follow, unless somebody gave them a day by hand."""

    name: ClassVar[str] = "edit_fields"
    milestone_id: str
    start: date | None
    end: date | None

    def edits(self, book: Book) -> list[Edit]:
        milestone = book.get(Milestone, self.milestone_id)
        moved = replace(milestone, start=self.start, end=self.end)
        return [Put(moved), *_following(book, milestone, moved)]

    def fold_key(self) -> str:
        return f"milestone_days:{self.milestone_id}"


@dataclass(frozen=True, kw_only=True)
class ShiftYears(Command):
    """Move all milestones, and the tasks counted from them, by whole years: the dates of another round."""

    name: ClassVar[str] = "edit_fields"
    years: int

    def edits(self, book: Book) -> list[Edit]:
        edits: list[Edit] = []
        for milestone in book.ranked(Milestone):
            moved = replace(
                milestone,
                start=years_on(milestone.start, self.years),
                end=years_on(milestone.end, self.years),
                note=_year_words_on(milestone.note, self.years),
            )
            edits += [Put(moved), *_following(book, milestone, moved)]
            if milestone.start is None and milestone.end is None:
                # Dates in words only: what was counted from them moves by the same years.
                edits += [
                    Put(replace(task, due=years_on(task.due, self.years)))
                    for task in _counted_from(book, milestone)
                ]
        return edits


def shared_out(total: int, weights: list[int]) -> list[int]:
    """``total`` in whole parts after ``weights``, at least 1 each; the largest remainders round up."""
    if not weights:
        return []
    spare = max(0, total - len(weights))
    wanted = [max(0, weight - 1) for weight in weights]
    whole = sum(wanted)
    exact = [spare * part / whole if whole else spare / len(weights) for part in wanted]
    shares = [int(each) for each in exact]
    order = sorted(range(len(weights)), key=lambda place: (shares[place] - exact[place], place))
    for place in order[: spare - sum(shares)]:
        shares[place] += 1
    return [share + 1 for share in shares]


def _following(book: Book, before: Milestone, after: Milestone) -> list[Edit]:
    old, new = before.start or before.end, after.start or after.end
    edits: list[Edit] = []
    for task in _counted_from(book, before):
        span = timedelta(days=task.due_days)
        if task.due == (old + span if old else None):
            edits.append(Put(replace(task, due=new + span if new else None)))
    return edits


def _counted_from(book: Book, milestone: Milestone) -> list[Task]:
    key = f"{milestone.programme_id}:milestone:"
    return [task for task in book.ranked(Task) if task.due_anchor and key + task.due_anchor == milestone.id]


def _year_words_on(words: str, years: int) -> str:
    parts = words.split(" ")
    return " ".join(str(int(each) + years) if len(each) == 4 and each.isdecimal() else each for each in parts)
