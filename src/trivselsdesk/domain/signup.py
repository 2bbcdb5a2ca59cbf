"""Who works on which initiative: people divide between them, evenly and with nobody left over.

000:164 asks that everybody spreads over the 3–5 chosen areas; 001: D74 lets people sign up for working
groups. How many each wants comes from the pack; outside it the program says so and lets the room decide.
"""

from __future__ import annotations

from trivselsdesk.domain.book import Book
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.pack import Pack, Span, Tool
from trivselsdesk.domain.people import participants, short_names
from trivselsdesk.domain.plan import active_initiatives
from trivselsdesk.domain.records import Initiative, Person, Signup

EACH = Span(least=2, most=5)
"""People that an initiative wants where the pack does not say. Ours: the sources name no number."""


@dataclass(frozen=True)
class Column:
    """An initiative and those who have signed up for it."""

    initiative: Initiative
    people: tuple[Person, ...]
    missing: int
    """How many more it needs."""
    over: int
    """How many more it has than it wants."""


@dataclass(frozen=True)
class Signups:
    """Everybody, spread over the initiatives."""

    columns: tuple[Column, ...]
    not_yet: tuple[Person, ...]
    """Participants who have not signed up for any."""
    each: Span


def signup_tool(pack: Pack) -> Tool | None:
    """The tool that the process lets people sign up with, or None where it does not say."""
    return pack.first_tool("signup")


def wanted(tool: Tool | None) -> Span:
    """How many people an initiative wants."""
    return (tool.params.get("each") if tool else None) or EACH


def signups(book: Book, each: Span = EACH) -> Signups:
    """The initiatives with those who have signed up, in the order of the handleplan."""
    seated: dict[str, list[Person]] = {}
    for signup in book.ranked(Signup):
        person = book.find(Person, signup.person_id)
        if person is not None:
            seated.setdefault(signup.initiative_id, []).append(person)
    columns = []
    for initiative in active_initiatives(book):
        people = tuple(seated.get(initiative.id, ()))
        missing, over = max(0, each.least - len(people)), max(0, len(people) - each.most)
        columns.append(Column(initiative, people, missing, over))
    placed = {person.id for column in columns for person in column.people}
    not_yet = tuple(person for person in participants(book) if person.id not in placed)
    return Signups(tuple(columns), not_yet, each)


def people_of(book: Book, initiative_id: str) -> list[Person]:
    """Those who have signed up for an initiative, in the order in which they came."""
    found = []
    for signup in book.ranked(Signup, lambda each: each.initiative_id == initiative_id):
        person = book.find(Person, signup.person_id)
        if person is not None:
            found.append(person)
    return found


def names_of(book: Book, initiative_id: str) -> str:
    """First names of those who have signed up, such as »Sanne, Jonas«; empty for nobody."""
    people = people_of(book, initiative_id)
    called = short_names([*participants(book), *people]) if people else {}
    return ", ".join(called[person.id] for person in people)


def spread(now: Signups) -> tuple[tuple[str, str], ...]:
    """Who of those that are left could go where: the emptiest first, so that all come as even as they can.

    Nobody who has chosen is moved, and nobody is left over: with more people than the initiatives want they
    go where the fewest are.
    """
    sizes = {column.initiative.id: len(column.people) for column in now.columns}
    seats = []
    for person in now.not_yet if sizes else ():
        goal = min(sizes, key=lambda key: sizes[key])
        sizes[goal] += 1
        seats.append((person.id, goal))
    return tuple(seats)
