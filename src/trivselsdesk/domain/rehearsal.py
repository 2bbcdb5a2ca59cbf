"""The rehearsal (*generalprøve*): every part with what the wall will show, and what has to be packed.

It works on a copy of the book: nothing that happens in it is ever written.
"""

from __future__ import annotations

import re

from trivselsdesk.domain import part, timing
from trivselsdesk.domain.agenda import slots
from trivselsdesk.domain.book import Book, Put
from trivselsdesk.domain.danish import format_clock, plural
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.meeting_start import moment
from trivselsdesk.domain.own_words import with_own_words
from trivselsdesk.domain.pack import Pack
from trivselsdesk.domain.people import participants
from trivselsdesk.domain.records import ClockState, Meeting, Record, SlotLog
from trivselsdesk.domain.wall.model import Content, Countdown, OnBoard, OnMatrix, Sheet, Sorting, Wall
from trivselsdesk.domain.wall.view import Scene, wall_view


@dataclass(frozen=True)
class RehearsedPart:
    """A part of the meeting as it passes by in the rehearsal."""

    title: str
    clock: str
    """Such as »13.20–13.40 · 20 min«."""
    instruction: str
    """The one line on the wall."""
    shows: str
    """What else the wall shows, in a few words."""
    wall: Wall
    """The wall as the room will see it."""


@dataclass(frozen=True)
class Packed:
    """Something that has to be in the room (003:28)."""

    name: str
    count: int
    """How many; 0 where nobody has counted."""
    items: tuple[str, ...]
    """The rows of the drejebog that need it."""

    def words(self) -> str:
        """»12 postkort«, or the name alone."""
        return f"{self.name} – {self.count} stk." if self.count else self.name


def rehearsed_parts(book: Book, pack: Pack, meeting: Meeting, now: float) -> list[RehearsedPart]:
    """Every part in order, each as if the clock had come to it at its planned time.

    ``now`` (seconds since 1970) stands in for the day where the meeting has none.
    """
    fresh: list[Record] = [each for each in book.everything() if not isinstance(each, ClockState | SlotLog)]
    trial = Book(fresh)
    pack = with_own_words(pack, trial)
    opening = moment(meeting.day, meeting.start) if meeting.day else now
    found, minute, at = [], meeting.start, opening
    for slot in slots(trial, meeting):
        clock, logs = timing.go_to(trial, meeting, slot, at)
        trial.apply(trial.changes([Put(clock), *(Put(log) for log in logs)]))
        reading = timing.read(trial, meeting, opening, at)
        wall = wall_view(Scene(trial, pack, meeting, reading, slot))
        end = minute + slot.minutes
        found.append(
            RehearsedPart(
                title=part.fill(trial, pack, slot.title),
                clock=f"{format_clock(minute)}–{format_clock(end)} · {slot.minutes} min",
                instruction=wall.instruction,
                shows=_shows(wall.content),
                wall=wall,
            )
        )
        minute, at = end, at + slot.minutes * 60
    return found


def _shows(content: Content) -> str:
    if isinstance(content, OnBoard):
        return f"Tavlen »{content.view.board.title}« med {plural(content.view.count, 'seddel', 'sedler')}"
    if isinstance(content, Sorting):
        return f"Sorteringen »{content.view.board.title}«"
    if isinstance(content, OnMatrix):
        return f"»{content.view.matrix.title}«"
    if isinstance(content, Countdown):
        return "Nedtælling til I går i gang igen"
    if isinstance(content, Sheet):
        return ", ".join(dict.fromkeys(block.title for block in content.blocks if block.title))
    return ""


def packing_list(book: Book, pack: Pack, meeting: Meeting) -> list[Packed]:
    """All materials of the drejebog once, those that everybody gets one of with their number (P85)."""
    people = len(participants(book))
    names: dict[str, str] = {}
    needed: dict[str, list[str]] = {}
    each_gets: set[str] = set()
    for item in book.items(meeting.id):
        source = pack.item(meeting.pack_meeting, item.pack_item)
        each_gets |= {name.casefold() for name in source.each} if source else set()
        for name in re.split(r"[,;\n]", part.fill(book, pack, item.materials)):
            words = " ".join(name.split()).rstrip(".")
            if words:
                key = words.casefold()
                names.setdefault(key, words[0].upper() + words[1:])
                needed.setdefault(key, [])
                if item.title not in needed[key]:
                    needed[key].append(item.title)
    return [
        Packed(names[key], people if key in each_gets else 0, tuple(items)) for key, items in needed.items()
    ]
