"""Commands that turn to another sitting of the programme, and that choose how a sitting is held."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from trivselsdesk.domain.book import Book, Edit, Put
from trivselsdesk.domain.commands.base import Command, Refused
from trivselsdesk.domain.commands.dates import recounted
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.records import Meeting
from trivselsdesk.domain.timing import clock_of


@dataclass(frozen=True, kw_only=True)
class ChooseMeeting(Command):
    """Turn to a meeting. It is a place, like the phase that is open, and takes no part in undo."""

    name: ClassVar[str] = "choose_meeting"
    journaled: ClassVar[bool] = False
    meeting_id: str

    def edits(self, book: Book) -> list[Edit]:
        meeting = book.get(Meeting, self.meeting_id)
        return [Put(replace(book.programme, meeting_id=meeting.id))]


@dataclass(frozen=True, kw_only=True)
class ChooseWay(Command):
    """Hold some meetings and set the others aside. Those keep all that was written in them.

    The first one held takes over day, room and the room's last hour where it has none of its own.
    """

    name: ClassVar[str] = "choose_way"
    held: tuple[str, ...]
    aside: tuple[str, ...]

    def edits(self, book: Book) -> list[Edit]:
        held = [book.get(Meeting, each) for each in self.held]
        aside = [book.get(Meeting, each) for each in self.aside]
        if any(clock_of(book, each).state != "ready" for each in aside):
            raise Refused("meeting_begun")
        before = book.meetings()[0].day
        changed = [replace(each, set_aside=False) for each in held]
        first = changed[0]
        known = next((each for each in aside if not each.set_aside and each.day), None)
        if known is not None and first.day is None:
            first = replace(first, day=known.day)
            if not first.room:
                first = replace(first, room=known.room, room_until=known.room_until)
            changed[0] = first
        changed += [replace(each, set_aside=True) for each in aside]
        now = {each.id: each for each in changed}
        rows = [now.get(each.id, each) for each in book.ranked(Meeting)]
        opening = next((each.day for each in rows if not each.set_aside), None)
        return [
            *(Put(each) for each in changed),
            Put(replace(book.programme, meeting_id=first.id)),
            *recounted(book, before, opening),
        ]
