"""The meeting's clock as the meeting room works it: reads it, and stores each transition."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import datetime

from trivselsdesk.domain import catch_up, part, timing
from trivselsdesk.domain.agenda import Slot, slots
from trivselsdesk.domain.board import card
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.commands.catch_up import CatchUp, Shorter
from trivselsdesk.domain.commands.clock import SetClock
from trivselsdesk.domain.danish import format_clock
from trivselsdesk.domain.meeting_start import planned_start
from trivselsdesk.domain.pack import Aid, Pack
from trivselsdesk.domain.records import ClockState, Meeting, SlotLog
from trivselsdesk.domain.timing import THE_END
from trivselsdesk.domain.wakeup import Jump, follow_set_back
from trivselsdesk.ui.bridge import Bridge

ONE_LOOK = 0.005
"""Seconds. The room asks twenty times for what it shows of one moment; that is read once."""


def _readings(book: Book) -> dict[str, timing.Reading]:
    """The last reading of each meeting, until something changes."""
    return {}


class Clockwork:
    """Knows no widgets. Every transition goes through the bridge, so that it outlives the program."""

    def __init__(self, bridge: Bridge) -> None:
        self._bridge = bridge
        self.programme_id = ""

    def open(self, programme_id: str) -> None:
        """Work the clock of this programme's meeting."""
        self.programme_id = programme_id

    # Reading

    @property
    def book(self) -> Book:
        return self._bridge.book(self.programme_id)

    @property
    def pack(self) -> Pack:
        return self._bridge.pack(self.programme_id)

    @property
    def meeting(self) -> Meeting:
        return self.book.meeting

    @property
    def clock(self) -> ClockState:
        return timing.clock_of(self.book, self.meeting)

    def read(self) -> timing.Reading:
        """Everything about the time now."""
        now, book = self._bridge.seconds(), self.book
        meeting, kept = book.meeting, book.kept(_readings)
        known = kept.get(meeting.id)
        if known is None or not 0 <= now - known.now < ONE_LOOK:
            start = planned_start(meeting, timing.clock_of(book, meeting), now)
            known = kept[meeting.id] = timing.read(book, meeting, start, now)
        return known

    def slots(self) -> list[Slot]:
        return slots(self.book, self.meeting)

    def current(self) -> Slot | None:
        """The part under way, or None before and after the meeting."""
        return self.read().slot

    def shown(self) -> Slot | None:
        """The part that the room shows: the one under way, the first before, the closing (or last) after."""
        reading, everything = self.read(), self.slots()
        if reading.slot is not None or not everything:
            return reading.slot
        if reading.state != "ended":
            return everything[0]
        # What was agreed is what stands there when all is over.
        closing = [each for each in everything if each.tool == "closing"]
        return closing[-1] if closing else everything[-1]

    def is_last(self) -> bool:
        """Whether the meeting ends with the part under way."""
        return self.current() is not None and self.next() is None

    def next(self) -> Slot | None:
        """Where »Næste trin« leads: on, or back to where somebody jumped from. None: the meeting ends."""
        current, everything = self.current(), self.slots()
        ids = [each.id for each in everything]
        if current is None:
            return everything[0] if everything and self.clock.state != "ended" else None
        came_from, place = self.clock.came_from, ids.index(current.id)
        if came_from == THE_END:
            return None
        if came_from in ids[place + 1 :]:
            return everything[ids.index(came_from)]
        return everything[place + 1] if place + 1 < len(ids) else None

    def is_revisit(self) -> bool:
        """Whether the part under way was opened again, and »Næste trin« leads back to where they were."""
        current, ids = self.current(), [each.id for each in self.slots()]
        if current is None:
            return False
        came_from = self.clock.came_from
        return came_from == THE_END or came_from in ids[ids.index(current.id) + 1 :]

    def before(self) -> Slot | None:
        """Where a step back would lead."""
        reading, everything = self.read(), self.slots()
        if reading.state == "ended":
            return everything[-1] if everything else None
        current, ids = reading.slot, [each.id for each in everything]
        if current is None:
            return None
        came_from = self.clock.came_from
        if came_from in ids and came_from != current.id:
            return everything[ids.index(came_from)]
        place = ids.index(current.id)
        return everything[place - 1] if place else None

    def aids(self) -> tuple[Aid, ...]:
        """What can be taken up in the part under way, beside its own tool."""
        current = self.current()
        if current is None or current.id != self.clock.slot:
            return ()
        return part.aids(self.pack, self.meeting, current)

    def aid(self) -> Aid | None:
        """The aid that is taken up now."""
        shown = self.shown()
        return part.aid_taken_up(self.book, self.pack, self.meeting, shown) if shown else None

    def ways(self) -> tuple[catch_up.Way, ...]:
        """What the rest of the drejebog can give back."""
        return catch_up.ways(self.book, self.pack, self.meeting, self.read())

    def card_title(self, card_id: str) -> str:
        """The words of a theme or note."""
        return card(self.book, self.pack, card_id).title

    # Transitions

    def forward(self) -> bool:
        """Start the meeting, go to the next part, or end the meeting after the last."""
        reading, everything = self.read(), self.slots()
        if not everything or reading.state == "ended":
            return False
        current = reading.slot
        if current is None:
            return self._enter(everything[0])
        following = self.next()
        if following is None:
            return self._store(*timing.end(self.book, self.meeting, self._bridge.seconds()))
        return self._enter(following)

    def end_when_paused(self) -> bool:
        """End a meeting that nobody ended, at the time when it was put on pause."""
        held = self.clock.held or self._bridge.seconds()
        return self.clock.state == "paused" and self._store(*timing.end(self.book, self.meeting, held))

    def back(self) -> bool:
        """To the part before, or to where a jump came from. Its time goes on with what was left."""
        target = self.before()
        return target is not None and self._enter(target)

    def jump(self, slot_id: str) -> bool:
        """To any part."""
        target = next((each for each in self.slots() if each.id == slot_id), None)
        current = self.current()
        if target is None or (current is not None and current.id == slot_id):
            return False
        ended = THE_END if self.clock.state == "ended" else ""
        return self._enter(target, current.id if current else ended)

    def catch_up(self, plan: catch_up.CatchUpPlan) -> bool:
        """Do what was chosen, as one step that undo knows."""
        parts = tuple(
            Shorter(give.slot.id, minutes, each.way.aid.id if each.way.aid else "")
            for each in plan.shares
            for give, minutes in zip(each.way.gives, each.minutes, strict=True)
            if minutes
        )
        park = tuple(dict.fromkeys(card_id for each in plan.shares for card_id in each.cards))
        return self._bridge.run(CatchUp(programme_id=self.programme_id, parts=parts, park=park))

    def not_begun(self) -> bool:
        """Set the meeting back to before its start."""
        return self._store(*timing.not_begun(self.book, self.meeting))

    def toggle(self) -> bool:
        """Pause or go on; before the meeting, start it."""
        clock, now = self.clock, self._bridge.seconds()
        current = self.current()
        if current is None:
            return self.forward()
        if current.id != clock.slot:
            # The part under way was taken out of the drejebog: the next one waits to begin.
            return self._enter(current)
        turned = timing.resume(clock, now) if clock.state == "paused" else timing.pause(clock, now)
        return self._store(turned, [])

    def add(self, minutes: float) -> bool:
        """Give the part more minutes, or take some; never more than are left."""
        current = self.current()
        if current is None or current.id != self.clock.slot:
            return False
        return self._store(*timing.add_minutes(self.book, self.meeting, minutes, self._bridge.seconds()))

    def take_up(self, aid_id: str) -> bool:
        """Work with an aid of the part, or with its own tool again (empty)."""
        known = {"", *(each.id for each in self.aids())}
        if aid_id not in known or aid_id == self.clock.aid:
            return False
        return self._store(timing.take_up(self.clock, aid_id), [])

    def hold_since(self, found: Jump) -> bool:
        """Hold the clock as it stood when the computer fell asleep."""
        # It is on pause from now on: nobody has forgotten it yet.
        return self._store(replace(timing.pause(self.clock, found.since), held=self._bridge.seconds()), [])

    def keep_left(self, found: Jump) -> bool:
        """The computer's clock was set back: keep the time that is left."""
        return self._store(follow_set_back(self.clock, found), [])

    def _enter(self, slot: Slot, came_from: str = "") -> bool:
        now = self._bridge.seconds()
        return self._store(*timing.go_to(self.book, self.meeting, slot, now, came_from=came_from))

    def _store(self, clock: ClockState, logs: list[SlotLog]) -> bool:
        return self._bridge.run(SetClock(programme_id=self.programme_id, clock=clock, logs=tuple(logs)))


def clock_words(seconds: float, *, passed: bool = False) -> str:
    """A moment as local clock time, such as »13.24«: what is expected to the nearest minute, what has
    passed as the clock on the wall showed it."""
    at = datetime.fromtimestamp(seconds + (0.5 if passed else 30))
    return format_clock(at.hour * 60 + at.minute)


def digits(seconds: float) -> str:
    """Time left as »4:12«, time over as »+0:40«. A second counts until it is over."""
    whole = math.ceil(seconds)
    minutes, rest = divmod(abs(whole), 60)
    return f"{'+' if whole < 0 else ''}{minutes}:{rest:02d}"
