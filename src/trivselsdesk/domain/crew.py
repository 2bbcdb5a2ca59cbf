"""The people of a programme held against the process: too many at the table, too much on one person."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from trivselsdesk.domain.book import Book
from trivselsdesk.domain.pack import MEETING_GROUP, Pack
from trivselsdesk.domain.people import holders, participants, role_names
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


class Named(NamedTuple):
    """A person as somebody typed them."""

    name: str
    title: str = ""


def split_names(text: str, titles: Iterable[str] = ()) -> list[Named]:
    """Names typed or pasted one a line, or with commas, semicolons or tabs between them.

    »Birgit (Leder)« has her title in brackets; one of the known ``titles`` after a comma is a title too. So
    are small letters after a name in a list with a line for each, such as »Mette Bruun, pædagog«.
    """
    known = {title.casefold(): title for title in titles}
    found: list[Named] = []
    lines = [line for line in text.replace(";", "\n").splitlines() if line.strip()]
    for line in lines:
        fresh = False
        pieces = line.replace("\t", ",").split(",")
        pair = len(lines) > 1 and len(pieces) == 2 and pieces[0].strip(" •·-–*")[:1].isupper()
        for piece in pieces:
            words = " ".join(piece.strip(" •·-–*").split())
            small = pair and words[:1].islower()
            if fresh and (small or words.casefold() in known) and not found[-1].title:
                found[-1] = Named(found[-1].name, known.get(words.casefold(), words))
            elif words:
                found.append(_named(words, known))
                fresh = True
    return found


def find_person(book: Book, typed: str, titles: Iterable[str] = ()) -> Person | None:
    """The person that a typed name means, with or without a title after it."""
    known = {title.casefold(): title for title in titles}
    people = book.ranked(Person)
    for wanted in (typed.strip(), bare_name(typed, known)):
        for person in people:
            if person.name.strip().casefold() == wanted.casefold():
                return person
    wanted = bare_name(typed, known).casefold()
    return next((person for person in people if bare_name(person.name, known).casefold() == wanted), None)


def bare_name(text: str, titles: Iterable[str]) -> str:
    """The name alone: »Sanne AMR«, »Sanne (AMR)« and »Sanne, amr« are all Sanne."""
    names = split_names(text, titles)
    name = names[0].name if len(names) == 1 else text.strip()
    first, _, last = name.rpartition(" ")
    return first if first and last.casefold() in {title.casefold() for title in titles} else name


def owner_words(book: Book, pack: Pack, owner: str) -> tuple[str, str]:
    """Who an owner is on the checklist, and the role that stands behind the name.

    The title of a role means whoever holds it; anything else stays as it is typed.
    """
    role = next((each for each in pack.roles if each.title.casefold() == owner.strip().casefold()), None)
    named = role_names(book, role.id, short=True) if role else ""
    return (named, role.title) if role and named else (owner, "")


def _named(words: str, known: dict[str, str]) -> Named:
    name, bracket, rest = words.partition("(")
    if not bracket or not words.endswith(")") or not name.strip():
        return Named(words)
    title = rest[:-1].strip()
    return Named(name.strip(), known.get(title.casefold(), title))
