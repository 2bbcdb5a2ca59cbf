"""Work in small groups: how many, who sits where, which theme and which task (003: R32–R38).

Groups have 3–5 people, one theme each and four tasks: one leads the talk, one watches the time, one takes
notes, one reports back. They answer the first three questions, the rest is taken together. The numbers come
from the pack; outside them the program warns and lets the room do as it likes.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from trivselsdesk.domain.book import Book
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.pack import Pack, Question, RoleCard, Span, Tool
from trivselsdesk.domain.plan import active_initiatives
from trivselsdesk.domain.records import GroupMember, GroupWork, Initiative, Meeting, Person, TalkGroup
from trivselsdesk.domain.remarks import attendance

MAKING, TALKING, REPORTING = "", "talk", "report"
STAGES = (MAKING, TALKING, REPORTING)
"""How far the work is: the groups are made, they talk, they report back."""


@dataclass(frozen=True)
class GroupRules:
    """How a process works in groups."""

    size: Span
    roles: tuple[RoleCard, ...]
    questions: tuple[Question, ...]
    plenary: tuple[Question, ...]
    minutes: int


@dataclass(frozen=True)
class Seat:
    """A person in a group, with the role cards that they hold."""

    member: GroupMember
    person: Person
    roles: tuple[RoleCard, ...]


@dataclass(frozen=True)
class GroupView:
    """A group as it is shown."""

    group: TalkGroup
    number: int
    """From 1."""
    seats: tuple[Seat, ...]
    initiative: Initiative | None
    fits: bool
    """Whether it has as many people as the process advises."""


def group_rules(pack: Pack, tool: Tool) -> GroupRules:
    """What the pack says about the groups, with what it leaves out."""
    params = tool.params
    asked, together = params.get("questions", ()), params.get("plenary", ())
    return GroupRules(
        size=params.get("size") or Span(least=3, most=5),
        roles=params.get("roles", ()),
        questions=tuple(each for each in pack.questions if not asked or each.id in asked),
        plenary=tuple(each for each in pack.questions if each.id in together),
        minutes=params.get("minutes", 0),
    )


def groups_tool(pack: Pack) -> Tool | None:
    """The tool that the process works in groups with, or None where it does not."""
    return pack.first_tool("groups")


def groups_of(book: Book, meeting: Meeting, rules: GroupRules) -> list[GroupView]:
    """The groups of a meeting in their order."""
    seats: dict[str, list[Seat]] = {}
    cards = {role.id: role for role in rules.roles}
    for member in book.ranked(GroupMember):
        person = book.find(Person, member.person_id)
        if person is not None:
            held = tuple(cards[each] for each in member.roles.split() if each in cards)
            seats.setdefault(member.group_id, []).append(Seat(member, person, held))
    active = {each.id: each for each in active_initiatives(book)}
    found = []
    groups = book.ranked(TalkGroup, lambda group: group.meeting_id == meeting.id)
    for number, group in enumerate(groups, start=1):
        mine = tuple(seats.get(group.id, ()))
        fits = rules.size.least <= len(mine) <= rules.size.most
        found.append(GroupView(group, number, mine, active.get(group.initiative_id), fits))
    return found


def without_group(book: Book, meeting: Meeting) -> list[Person]:
    """Those who came and sit in none of the meeting's groups, such as latecomers."""
    groups = {group.id for group in book.of(TalkGroup) if group.meeting_id == meeting.id}
    seated = {each.person_id for each in book.of(GroupMember) if each.group_id in groups}
    return [person for person in attendance(book, meeting)[0] if person.id not in seated]


def work_of(book: Book, meeting: Meeting) -> GroupWork:
    """How far the meeting's work in groups is."""
    return book.find(GroupWork, meeting.id) or GroupWork(id=meeting.id, programme_id=meeting.programme_id)


def counts(people: int, size: Span) -> range:
    """How many groups there can be so that each has as many people as advised; one where no number fits."""
    most = people // size.least if size.least else people
    least = -(-people // size.most) if size.most else 1
    if people == 0 or most < least:
        only = max(1, least)
        return range(only, only + 1)
    return range(max(1, least), most + 1)


def proposed_count(people: int, themes: int, size: Span) -> int:
    """How many groups to propose: one for each theme where that fits, else the nearest that does."""
    possible = counts(people, size)
    wanted = themes or round(2 * people / (size.least + size.most)) or 1
    return min(max(wanted, possible[0]), possible[-1])


def even_sizes(people: int, groups: int) -> list[int]:
    """Sizes that differ by one at most, the larger first."""
    small, larger = divmod(people, max(1, groups))
    return [small + (1 if place < larger else 0) for place in range(max(1, groups))]


def dealt(people: Sequence[str], groups: int, chance: Random) -> list[list[str]]:
    """The people shuffled into groups of even size. ``chance`` decides; nobody is left out."""
    order = list(people)
    chance.shuffle(order)
    found, taken = [], 0
    for size in even_sizes(len(order), groups):
        found.append(order[taken : taken + size])
        taken += size
    return found


def roles_dealt(seats: int, roles: Sequence[str], chance: Random) -> list[str]:
    """Role ids for each seat of a group: with fewer seats than roles somebody holds two."""
    hands: list[list[str]] = [[] for _ in range(seats)]
    if not seats:
        return []
    places = list(range(seats))
    chance.shuffle(places)
    for number, role in enumerate(roles):
        hands[places[number % seats]].append(role)
    return [" ".join(hand) for hand in hands]


def smallest(groups: Sequence[GroupView]) -> GroupView | None:
    """The group that a latecomer goes to: the one with the fewest people, the first of several."""
    return min(groups, key=lambda each: len(each.seats), default=None)
