"""Commands of the work in groups: make them, move people and role cards, and go on to the next stage."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from trivselsdesk.domain.book import Book, Drop, Edit, Put, insert_ranked
from trivselsdesk.domain.commands.base import Command
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.records import (
    GroupMember,
    GroupWork,
    Initiative,
    Meeting,
    Person,
    TalkGroup,
    group_member_id,
)


@dataclass(frozen=True, kw_only=True)
class MakeGroups(Command):
    """Put people into groups afresh; the groups that were there go.

    ``groups`` holds for each its id, the id of its initiative (or empty) and its people, each with role ids.
    """

    name: ClassVar[str] = "make_groups"
    meeting_id: str
    groups: tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...]

    def edits(self, book: Book) -> list[Edit]:
        book.get(Meeting, self.meeting_id)
        edits: list[Edit] = list(_gone(book, self.meeting_id))
        for place, (group_id, initiative_id, people) in enumerate(self.groups, start=1):
            edits.append(
                Put(
                    TalkGroup(
                        id=group_id,
                        programme_id=self.programme_id,
                        rank=float(place),
                        meeting_id=self.meeting_id,
                        initiative_id=initiative_id,
                    )
                )
            )
            for seat, (person_id, roles) in enumerate(people, start=1):
                book.get(Person, person_id)
                edits.append(Put(self._member(group_id, person_id, roles, float(seat))))
        return edits

    def detail(self, book: Book) -> str:
        return str(len(self.groups))

    def _member(self, group_id: str, person_id: str, roles: str, rank: float) -> GroupMember:
        return GroupMember(
            id=group_member_id(self.meeting_id, person_id),
            programme_id=self.programme_id,
            rank=rank,
            group_id=group_id,
            person_id=person_id,
            roles=roles,
        )


@dataclass(frozen=True, kw_only=True)
class SeatPerson(Command):
    """Let a person sit in a group, last; with an empty ``group_id`` in none.

    The role cards stay in the group that the person leaves: those who sit there take them over, the ones
    with the fewest first. A group that is left empty stays, so that somebody can be put into it.
    """

    name: ClassVar[str] = "seat_person"
    meeting_id: str
    person_id: str
    group_id: str
    roles: str = ""
    """Role cards that the person takes up there, from those who hold them."""

    def edits(self, book: Book) -> list[Edit]:
        book.get(Person, self.person_id)
        member_id = group_member_id(self.meeting_id, self.person_id)
        before = book.find(GroupMember, member_id)
        if before is not None and before.group_id == self.group_id:
            return []
        edits: list[Edit] = []
        if before is not None:
            stay = [each for each in _members(book, before.group_id) if each.id != member_id]
            edits += [Put(each) for each in _taken_over(stay, before.roles.split())]
        if not self.group_id:
            return [*edits, Drop(GroupMember, member_id)]
        book.get(TalkGroup, self.group_id)
        there = _members(book, self.group_id)
        free = [] if there else (before.roles.split() if before else [])
        member = GroupMember(
            id=member_id,
            programme_id=self.programme_id,
            group_id=self.group_id,
            person_id=self.person_id,
            roles=self.roles or " ".join(free),
        )
        return [*edits, *insert_ranked(there, len(there), [member])]

    def detail(self, book: Book) -> str:
        return book.get(Person, self.person_id).name


@dataclass(frozen=True, kw_only=True)
class GiveRole(Command):
    """Give a role card to a member; whoever in the group held it hands it over. Given again: laid down."""

    name: ClassVar[str] = "give_role"
    member_id: str
    role: str

    def edits(self, book: Book) -> list[Edit]:
        member = book.get(GroupMember, self.member_id)
        has_it = self.role in member.roles.split()
        edits: list[Edit] = []
        for each in _members(book, member.group_id):
            roles = [role for role in each.roles.split() if role != self.role]
            if each.id == member.id and not has_it:
                roles.append(self.role)
            edits.append(Put(replace(each, roles=" ".join(roles))))
        return edits


@dataclass(frozen=True, kw_only=True)
class GiveTheme(Command):
    """Let a group talk about an initiative, or about none (empty)."""

    name: ClassVar[str] = "give_theme"
    group_id: str
    initiative_id: str

    def edits(self, book: Book) -> list[Edit]:
        if self.initiative_id:
            book.get(Initiative, self.initiative_id)
        return [Put(replace(book.get(TalkGroup, self.group_id), initiative_id=self.initiative_id))]


@dataclass(frozen=True, kw_only=True)
class SetGroupWork(Command):
    """Store how far the work in groups is. Not part of undo: the way back is the stage before."""

    name: ClassVar[str] = "set_group_work"
    journaled: ClassVar[bool] = False
    work: GroupWork

    def edits(self, book: Book) -> list[Edit]:
        return [Put(self.work)]


def _members(book: Book, group_id: str) -> list[GroupMember]:
    return book.ranked(GroupMember, lambda each: each.group_id == group_id)


def _gone(book: Book, meeting_id: str) -> list[Edit]:
    groups = {group.id for group in book.of(TalkGroup) if group.meeting_id == meeting_id}
    members: list[Edit] = [
        Drop(GroupMember, each.id) for each in book.of(GroupMember) if each.group_id in groups
    ]
    return [*members, *(Drop(TalkGroup, each) for each in sorted(groups))]


def _taken_over(stay: list[GroupMember], roles: list[str]) -> list[GroupMember]:
    """Those who stay, with the role cards of one who left."""
    hands = {each.id: each.roles.split() for each in stay}
    for role in roles:
        if hands:
            fewest = min(hands, key=lambda key: len(hands[key]))
            hands[fewest].append(role)
    return [replace(each, roles=" ".join(hands[each.id])) for each in stay]
