"""Who is who: participants, role holders, and names for a role."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from trivselsdesk.domain.book import Book
from trivselsdesk.domain.records import Person, RoleHolder


def participants(book: Book) -> list[Person]:
    """Those who take part in the meeting, in their order."""
    return book.ranked(Person, lambda person: person.takes_part)


def holders(book: Book, role: str) -> list[Person]:
    """The people who hold a role, in the order of the people list."""
    ids = {holder.person_id for holder in book.of(RoleHolder) if holder.role == role}
    return book.ranked(Person, lambda person: person.id in ids)


def first_name(person: Person) -> str:
    """The name up to the first blank."""
    return person.name.split(" ")[0]


def short_names(people: Iterable[Person]) -> dict[str, str]:
    """Person id to first name, with as much of the rest as tells two of the same name apart."""
    every = list(people)
    shared = Counter(first_name(each).casefold() for each in every)
    initials = Counter(_with_initial(each).casefold() for each in every)
    names = {}
    for each in every:
        alone = shared[first_name(each).casefold()] == 1
        plain = initials[_with_initial(each).casefold()] == 1
        names[each.id] = first_name(each) if alone else _with_initial(each) if plain else each.name.strip()
    return names


def departments(book: Book) -> list[str]:
    """What people come from, each once, in the order of the people."""
    return list(
        dict.fromkeys(each.department.strip() for each in book.ranked(Person) if each.department.strip())
    )


def _with_initial(person: Person) -> str:
    first, _, last = person.name.strip().rpartition(" ")
    return f"{first_name(person)} {last[0]}." if first and last else person.name.strip()


def role_names(book: Book, role: str, *, short: bool = False) -> str:
    """The holders of a role as »Lone Friis« or, short, »Lone«; several joined with commas."""
    return ", ".join(first_name(each) if short else each.name for each in holders(book, role))


def roles_of(book: Book, person_id: str) -> set[str]:
    """Ids of the roles that a person holds."""
    return {holder.role for holder in book.of(RoleHolder) if holder.person_id == person_id}
