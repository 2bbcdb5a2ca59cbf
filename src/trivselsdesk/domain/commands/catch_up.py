"""The command that wins time back: parts of the drejebog give up minutes, and cards wait for another time."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from trivselsdesk.domain.agenda import slots
from trivselsdesk.domain.book import Book, Edit, Put
from trivselsdesk.domain.commands.base import Command, Refused
from trivselsdesk.domain.commands.notes import ParkCards
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.records import SlotLog
from trivselsdesk.domain.timing import allotted, clock_of, log_of, take_up


@dataclass(frozen=True)
class Shorter:
    """A part gives up whole minutes; ``aid`` is taken up when it begins, or now if it is under way."""

    slot_id: str
    minutes: int
    aid: str = ""


@dataclass(frozen=True, kw_only=True)
class CatchUp(Command):
    """Shorten parts, and send cards to the P-plads. The plan itself stays as it was made.

    Raises Refused("gone") when a part is not there any more or has fewer minutes than it would give up.
    """

    name: ClassVar[str] = "catch_up"
    parts: tuple[Shorter, ...]
    park: tuple[str, ...] = ()

    def groundwork(self, book: Book) -> list[Edit]:
        # Undo takes back what the step changed, not what the parts take meanwhile: the rows must be there.
        wanted = {each.slot_id for each in self.parts}
        fresh = [slot.id for slot in slots(book, book.meeting) if slot.id in wanted]
        return [Put(log_of(book, book.meeting, each)) for each in fresh if book.find(SlotLog, each) is None]

    def edits(self, book: Book) -> list[Edit]:
        meeting, known = book.meeting, {slot.id: slot for slot in slots(book, book.meeting)}
        logs: dict[str, SlotLog] = {}
        clock = clock_of(book, meeting)
        edits: list[Edit] = []
        for each in self.parts:
            slot = known.get(each.slot_id)
            if slot is None or each.minutes < 0:
                raise Refused("gone")
            log = logs.get(slot.id, log_of(book, meeting, slot.id))
            lost = log_of(book, meeting, slot.id).extra - log.extra + each.minutes
            if allotted(book, meeting, slot) < lost * 60:
                raise Refused("gone")
            logs[slot.id] = replace(log, extra=log.extra - each.minutes, aid=each.aid or log.aid)
            if each.aid and clock.slot == slot.id:
                edits.append(Put(take_up(clock, each.aid)))
        edits += [Put(log) for log in logs.values()]
        if self.park:
            edits += ParkCards(programme_id=self.programme_id, ids=self.park).edits(book)
        return edits
