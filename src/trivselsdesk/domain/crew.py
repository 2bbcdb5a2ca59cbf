"""The people of a programme held against the process: too many at the table, too much on one person."""

from __future__ import annotations

from trivselsdesk.domain.book import Book
from trivselsdesk.domain.pack import MEETING_GROUP, Pack
from trivselsdesk.domain.people import holders, participants
from trivselsdesk.domain.records import Person

TOO_MANY_ROLES = 3
"""Roles at the meeting from which one person holds too much. Ours: the source only says that it is hard
to lead the talk and take part in it."""


def people_over(book: Book, pack: Pack) -> int:
    """How many more take part than the process is made for; 0 when they fit or no limit is given."""
    return max(0, len(participants(book)) - pack.soft_max_people) if pack.soft_max_people else 0


def overloaded(book: Book, pack: Pack) -> list[tuple[Person, int]]:
    """Those who hold ``TOO_MANY_ROLES`` or more at the meeting, with how many."""
    counts: dict[str, int] = {}
    people: dict[str, Person] = {}
    for role in pack.roles:
        if role.group == MEETING_GROUP:
            for person in holders(book, role.id):
                counts[person.id] = counts.get(person.id, 0) + 1
                people[person.id] = person
    return [(people[key], count) for key, count in counts.items() if count >= TOO_MANY_ROLES]


def split_names(text: str) -> list[str]:
    """Names typed or pasted one a line, or with commas, semicolons or tabs between them."""
    for sign in (",", ";", "\t"):
        text = text.replace(sign, "\n")
    names = (" ".join(line.strip(" •·-–*").split()) for line in text.splitlines())
    return [name for name in names if name]
