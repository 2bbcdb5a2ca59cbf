"""Commands of agreeing: whose time it is, and who works on what."""

from __future__ import annotations

from typing import ClassVar

from trivselsdesk.domain.book import Book, Drop, Edit, Put, insert_ranked
from trivselsdesk.domain.commands.base import Command
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.records import Initiative, Person, Signup, ThemeTime


@dataclass(frozen=True, kw_only=True)
class SetThemeTime(Command):
    """Store which theme the room is at. Time cannot be undone: the way back is »Et trin tilbage«."""

    name: ClassVar[str] = "set_theme_time"
    journaled: ClassVar[bool] = False
    time: ThemeTime

    def edits(self, book: Book) -> list[Edit]:
        book.get(Initiative, self.time.initiative_id)
        return [Put(self.time)]


@dataclass(frozen=True, kw_only=True)
class SignUp(Command):
    """Let a person work on an initiative, and on no other; with an empty ``initiative_id`` on none."""

    name: ClassVar[str] = "sign_up"
    person_id: str
    initiative_id: str

    def edits(self, book: Book) -> list[Edit]:
        book.get(Person, self.person_id)
        before = book.find(Signup, self.person_id)
        if not self.initiative_id:
            return [Drop(Signup, self.person_id)] if before else []
        book.get(Initiative, self.initiative_id)
        if before is not None and before.initiative_id == self.initiative_id:
            return []
        there = book.ranked(Signup, lambda each: each.initiative_id == self.initiative_id)
        return list(insert_ranked(there, len(there), [self._signup(book)]))

    def detail(self, book: Book) -> str:
        return book.get(Person, self.person_id).name

    def _signup(self, book: Book) -> Signup:
        return Signup(
            id=self.person_id,
            programme_id=self.programme_id,
            initiative_id=self.initiative_id,
            person_id=self.person_id,
        )


@dataclass(frozen=True, kw_only=True)
class SpreadSignups(Command):
    """Sign several people up at once, as they were proposed."""

    name: ClassVar[str] = "spread_signups"
    seats: tuple[tuple[str, str], ...]
    """Person id and initiative id."""

    def edits(self, book: Book) -> list[Edit]:
        last: dict[str, float] = {}
        for each in book.of(Signup):
            last[each.initiative_id] = max(last.get(each.initiative_id, 0.0), each.rank)
        edits: list[Edit] = []
        for person_id, initiative_id in self.seats:
            book.get(Person, person_id)
            book.get(Initiative, initiative_id)
            last[initiative_id] = last.get(initiative_id, 0.0) + 1.0
            edits.append(
                Put(
                    Signup(
                        id=person_id,
                        programme_id=self.programme_id,
                        rank=last[initiative_id],
                        initiative_id=initiative_id,
                        person_id=person_id,
                    )
                )
            )
        return edits

    def detail(self, book: Book) -> str:
        return str(len(self.seats))
