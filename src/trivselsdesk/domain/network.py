"""The samarbejdskort: who works with whom, about what and when, read from initiatives, actions and dates.

Nothing is stored for it (004: X33, X39). What it points out: nobody has it, two meetings on one thing (X41),
everything hangs on one person (X32), and one department alone (X48).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from trivselsdesk.domain.book import Book
from trivselsdesk.domain.crew import find_person, split_names
from trivselsdesk.domain.danish import join_names
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.people import first_name
from trivselsdesk.domain.plan import actions_of, active_initiatives
from trivselsdesk.domain.records import Action, Event, Initiative, Meeting, Person
from trivselsdesk.domain.signup import people_of
from trivselsdesk.domain.told import title_of

OWNS, LEADS, FOLLOWS, IN = "owns", "leads", "follows", "in"
PARTS = (OWNS, LEADS, FOLLOWS, IN)
"""What somebody does in a subject, the weightiest first."""
PART_WORDS = {OWNS: "ansvarlig", LEADS: "tovholder", FOLLOWS: "følger op", IN: "med"}

NOBODY, DOUBLE, ALONE, SILO, UNMET = "nobody", "double", "alone", "silo", "unmet"
FINDINGS = (NOBODY, DOUBLE, ALONE, SILO, UNMET)
FINDING_WORDS = {
    NOBODY: "Ingen har ansvaret",
    DOUBLE: "To møder om det samme",
    ALONE: "Hviler på én person",
    SILO: "Kun ét sted fra",
    UNMET: "Ikke på noget møde",
}
"""What is pointed out, in words that stand alone."""

HEAVY_SUBJECTS = 3
"""Subjects that one person carries, from which too much hangs on that person. Ours."""

_AND = re.compile(r"\s+(?:og|samt)\s+|\s*[&/+]\s*", re.IGNORECASE)
_AT = re.compile(r"[\s.,;:–-]+")


@dataclass(frozen=True)
class Part:
    """A person's part in a subject."""

    name: str
    """As the list of people has it, else as it was typed."""
    department: str
    """Empty where nobody said."""
    roles: tuple[str, ...]
    """Of ``PARTS``, the weightiest first."""


@dataclass(frozen=True)
class Sitting:
    """Where a subject is taken up."""

    title: str
    day: date | None = None
    event_id: str = ""
    """The event or meeting behind it; empty for a place that was only named."""
    due: bool = False
    """It is only a day that an action is due at: no second talk about the subject."""


@dataclass(frozen=True)
class Subject:
    """One thing that is worked on, with everybody who is in on it."""

    initiative_id: str
    title: str
    parts: tuple[Part, ...]
    sittings: tuple[Sitting, ...]
    deeds: int
    unowned: tuple[str, ...]
    """Ids of its actions that nobody is responsible for."""

    @property
    def departments(self) -> tuple[str, ...]:
        """The departments in it, in the order in which they come."""
        return tuple(dict.fromkeys(each.department for each in self.parts if each.department))


@dataclass(frozen=True)
class Finding:
    """Something that is pointed out, with the place where it can be mended."""

    kind: str
    words: str
    initiative_id: str
    action_id: str = ""
    event_id: str = ""
    """The meeting to look at, where there are two."""


@dataclass(frozen=True)
class Network:
    """The whole map."""

    subjects: tuple[Subject, ...]
    findings: tuple[Finding, ...]
    people: tuple[Part, ...]
    """Everybody on it, department by department, those without one last; ``roles`` is empty."""

    @property
    def departments(self) -> tuple[str, ...]:
        """The departments on the map, in the order of ``people``."""
        return tuple(dict.fromkeys(each.department for each in self.people if each.department))

    def found(self, kind: str) -> list[Finding]:
        """What is pointed out of one kind."""
        return [each for each in self.findings if each.kind == kind]


@dataclass(frozen=True)
class GridRow:
    """A row of the map as a table: a person, a department or a meeting."""

    title: str
    aside: str
    cells: tuple[str, ...]
    """One for each subject; empty where the two have nothing to do with each other."""
    group: str = ""
    """What stands above it where the group changes."""


BY_PERSON, BY_DEPARTMENT, BY_MEETING = "person", "department", "meeting"
VIEWS = (BY_PERSON, BY_DEPARTMENT, BY_MEETING)


def network(book: Book) -> Network:
    """The map as the programme stands."""
    subjects = tuple(_subject(book, each) for each in active_initiatives(book))
    return Network(subjects, tuple(_findings(subjects)), tuple(_people(book, subjects)))


def department_of(book: Book, names: str) -> str:
    """What those people come from: »Skole«, »Skole og SSP«; empty where nobody knows."""
    found = dict.fromkeys(
        person.department.strip()
        for person in (_person(book, each) for each in names_in(names))
        if person is not None and person.department.strip()
    )
    return join_names(found) if found else ""


def names_in(text: str) -> list[str]:
    """The names of a field such as »Karin, Lone og Mette«."""
    return [each.name for each in split_names(_AND.sub(",", text))]


def grid(net: Network, view: str, no_department: str = "Uden afdeling") -> list[GridRow]:
    """The map as rows over the subjects: people with their parts, departments, meetings with their days."""
    if view == BY_DEPARTMENT:
        return [
            GridRow(name or no_department, "", tuple(_department_cell(each, name) for each in net.subjects))
            for name in dict.fromkeys(each.department for each in net.people)
        ]
    if view == BY_MEETING:
        titles: dict[str, str] = {}
        for subject in net.subjects:
            for sitting in subject.sittings:
                titles.setdefault(_same(sitting.title), sitting.title)
        return [
            GridRow(title, "", tuple(_meeting_cell(each, key) for each in net.subjects))
            for key, title in titles.items()
        ]
    return [
        GridRow(
            each.name,
            each.department,
            tuple(_person_cell(subject, each.name) for subject in net.subjects),
            each.department or (no_department if net.departments else ""),
        )
        for each in net.people
    ]


def _subject(book: Book, initiative: Initiative) -> Subject:
    deeds = [each for each in actions_of(book, initiative.id) if each.title.strip()]
    roles: dict[str, list[str]] = {}
    persons: dict[str, Person | None] = {}

    def add(names: Iterable[str], role: str) -> None:
        for name in names:
            person = _person(book, name)
            shown = person.name.strip() if person is not None else name
            roles.setdefault(shown, []).append(role)
            persons[shown] = person

    for deed in deeds:
        add(names_in(deed.owner), OWNS)
        add(names_in(deed.people), IN)
    add(names_in(initiative.leads), LEADS)
    add(names_in(initiative.followup_owner), FOLLOWS)
    add([each.name for each in people_of(book, initiative.id)], IN)
    parts = []
    for name, held in roles.items():
        person = persons[name]
        weight = tuple(each for each in PARTS if each in held)
        # Whoever does something more is in on it anyway.
        weight = weight[:-1] if len(weight) > 1 and weight[-1] == IN else weight
        parts.append(Part(name, person.department.strip() if person else "", weight))
    parts.sort(key=lambda each: PARTS.index(each.roles[0]))
    unowned = tuple(each.id for each in deeds if not each.owner.strip())
    return Subject(
        initiative.id,
        title_of(initiative),
        tuple(parts),
        _sittings(book, initiative, deeds),
        len(deeds),
        unowned,
    )


def _sittings(book: Book, initiative: Initiative, deeds: list[Action]) -> tuple[Sitting, ...]:
    """Where it is taken up: dates about it, where it is followed up, and where actions are due."""
    found: list[Sitting] = [
        Sitting(each.title.strip(), each.day, each.id)
        for each in book.ranked(Event, lambda event: event.initiative_id == initiative.id)
        # A follow-up that was held is one that the initiative had, not one more meeting.
        if each.title.strip() and not each.done and each.kind in ("meeting", "followup", "evaluation")
    ]
    found += _at(book, initiative.followup_event, due=False)
    place = initiative.followup_place.strip()
    if place and not initiative.followup_event:
        found.append(Sitting(place, initiative.followup_day))
    for deed in deeds:
        found += _at(book, deed.due_event, due=True)
    once: dict[str, Sitting] = {}
    for each in found:
        once.setdefault(_same(each.title), each)
    return tuple(once.values())


def _at(book: Book, key: str, *, due: bool) -> list[Sitting]:
    event, meeting = book.find(Event, key), book.find(Meeting, key)
    if event is not None and event.title.strip():
        return [Sitting(event.title.strip(), event.day, event.id, due)]
    if meeting is not None and meeting.title.strip():
        return [Sitting(meeting.title.strip(), meeting.day, meeting.id, due)]
    return []


def _findings(subjects: tuple[Subject, ...]) -> list[Finding]:
    found = []
    departments = {name for subject in subjects for name in subject.departments}
    for each in subjects:
        title, key = each.title, each.initiative_id
        if each.unowned:
            words = (
                f"»{title}«: Ingen har ansvaret"
                if len(each.unowned) == each.deeds
                else f"»{title}«: {len(each.unowned)} af {each.deeds} handlinger har ingen ansvarlig"
            )
            found.append(Finding(NOBODY, words, key, each.unowned[0]))
        elif not each.deeds:
            found.append(Finding(NOBODY, f"»{title}«: Ingen er gået i gang", key))
        talks = [sitting for sitting in each.sittings if not sitting.due]
        if len(talks) > 1:
            places = join_names(sitting.title for sitting in talks)
            event = next((sitting.event_id for sitting in talks if sitting.event_id), "")
            found.append(Finding(DOUBLE, f"»{title}« tages op flere steder: {places}", key, event_id=event))
        if len(each.parts) == 1:
            words = f"»{title}« hviler på {each.parts[0].name} alene. Hvem kan træde til?"
            found.append(Finding(ALONE, words, key))
        if (
            len(departments) > 1
            and len(each.departments) == 1
            and all(part.department for part in each.parts)
        ):
            found.append(Finding(SILO, f"»{title}«: Kun {each.departments[0]} er med", key))
        if not each.sittings and each.deeds:
            found.append(Finding(UNMET, f"»{title}« er ikke på noget møde", key))
    carried: dict[str, list[Subject]] = {}
    for each in subjects:
        for part in each.parts:
            if OWNS in part.roles or LEADS in part.roles:
                carried.setdefault(part.name, []).append(each)
    for name, held in carried.items():
        if len(held) >= HEAVY_SUBJECTS and 2 * len(held) >= len(subjects):
            words = f"{name} bærer {len(held)} af {len(subjects)} emner"
            found.append(Finding(ALONE, words, held[0].initiative_id))
    return sorted(found, key=lambda each: FINDINGS.index(each.kind))


def _people(book: Book, subjects: tuple[Subject, ...]) -> list[Part]:
    on_map: dict[str, Part] = {}
    for subject in subjects:
        for each in subject.parts:
            on_map.setdefault(each.name, Part(each.name, each.department, ()))
    order = {each.name.strip(): place for place, each in enumerate(book.ranked(Person))}
    first = {
        each.department: place
        for place, each in reversed(
            list(enumerate(sorted(on_map.values(), key=lambda part: order.get(part.name, len(order)))))
        )
    }
    return sorted(
        on_map.values(),
        key=lambda each: (not each.department, first[each.department], order.get(each.name, len(order))),
    )


def _person(book: Book, name: str) -> Person | None:
    """Who a name means: the whole name, else a first name that only one has."""
    whole = find_person(book, name)
    if whole is not None:
        return whole
    wanted = name.strip().casefold()
    same = [each for each in book.ranked(Person) if first_name(each).casefold() == wanted]
    return same[0] if len(same) == 1 else None


def _person_cell(subject: Subject, name: str) -> str:
    part = next((each for each in subject.parts if each.name == name), None)
    return ", ".join(PART_WORDS[each] for each in part.roles) if part is not None else ""


def _department_cell(subject: Subject, department: str) -> str:
    parts = [each for each in subject.parts if each.department == department]
    if not parts:
        return ""
    owner = next((each for each in parts if OWNS in each.roles), None)
    words = f"{len(parts)} med"
    return f"{words}, har ansvar" if owner is not None else words


def _meeting_cell(subject: Subject, key: str) -> str:
    sitting = next((each for each in subject.sittings if _same(each.title) == key), None)
    if sitting is None:
        return ""
    return f"{sitting.day.day}/{sitting.day.month}" if sitting.day else "ja"


def _same(title: str) -> str:
    """Two spellings of one meeting: »Tværmøde« and »tværmøde.« are the same."""
    return _AT.sub(" ", title).strip().casefold()
