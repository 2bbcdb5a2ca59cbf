"""A three-hour meeting with hundreds of turns at the clock: sleep, clocks that are set, jumps, new plans.

However it goes, the parts add up to the time that went by, and the forecast never lies before now.
"""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from tests.domain.sample import PACK, add_break, fresh, put, run
from trivselsdesk.domain import catch_up, timing
from trivselsdesk.domain.actual import actual
from trivselsdesk.domain.agenda import slots
from trivselsdesk.domain.commands.catch_up import CatchUp, Shorter
from trivselsdesk.domain.commands.clock import SetClock
from trivselsdesk.domain.meeting_start import planned_start
from trivselsdesk.domain.nudge import nudge
from trivselsdesk.domain.records import AgendaItem, ClockState, SlotLog, Step
from trivselsdesk.domain.wakeup import Tick, follow_set_back, jump

EVENTS = 500
STEP = 21.6
"""Seconds between two events: three hours in all."""


class Soak:
    """A meeting, somebody restless at its clock, and how long its parts should have taken in truth."""

    def __init__(self, seed: int) -> None:
        self.lot = random.Random(seed)
        self.book = fresh()
        add_break(self.book, after="hverdag")
        self.tick = Tick(timing.clock_of(self.book, self.book.meeting).deadline + 1_779_274_800.0, 100.0)
        self.worked = 0.0
        self.started = False

    @property
    def now(self) -> float:
        return self.tick.wall

    @property
    def clock(self) -> ClockState:
        return timing.clock_of(self.book, self.book.meeting)

    def read(self) -> timing.Reading:
        meeting = self.book.meeting
        return timing.read(self.book, meeting, planned_start(meeting, self.clock, self.now), self.now)

    def store(self, clock: ClockState, logs: list[SlotLog] | None = None) -> None:
        key = self.book.programme.id
        run(self.book, SetClock(programme_id=key, clock=clock, logs=tuple(logs or ())))

    def pass_time(self, wall: float, steady: float) -> None:
        """Time goes by; what the two clocks say of it is answered as the room would."""
        before, self.tick = self.tick, Tick(self.tick.wall + wall, self.tick.steady + steady)
        running = self.clock.state == "running"
        found = jump(before, self.tick)
        if found is None or not running:
            self.worked += wall if running else 0.0
        elif found.seconds < 0:
            # The machine's clock was set back: nothing but the steady seconds went by.
            self.store(follow_set_back(self.clock, found))
            self.worked += steady
        elif self.lot.random() < 0.5:
            self.store(timing.pause(self.clock, found.since))
        else:
            self.worked += wall

    def event(self) -> None:
        deeds = (
            (self.forward, 10),
            (self.back, 4),
            (self.anywhere, 4),
            (self.hold, 8),
            (self.go_on, 10),
            (self.minutes, 10),
            (self.sleep, 3),
            (self.set_back, 2),
            (self.change_plan, 6),
            (self.win_back, 4),
            (self.end, 1),
        )
        self.lot.choices([deed for deed, _ in deeds], [weight for _, weight in deeds])[0]()

    def go(self, place: int) -> None:
        everything = slots(self.book, self.book.meeting)
        slot = everything[place % len(everything)]
        if slot.id != self.clock.slot:
            came_from = self.lot.choice(("", self.clock.slot))
            self.store(*timing.go_to(self.book, self.book.meeting, slot, self.now, came_from=came_from))
            self.started = True

    def place(self) -> int:
        ids = [each.id for each in slots(self.book, self.book.meeting)]
        return ids.index(self.clock.slot) if self.clock.slot in ids else -1

    def forward(self) -> None:
        self.go(min(self.place() + 1, len(slots(self.book, self.book.meeting)) - 1))

    def back(self) -> None:
        self.go(max(0, self.place() - 1))

    def anywhere(self) -> None:
        self.go(self.lot.randrange(20))

    def hold(self) -> None:
        self.store(timing.pause(self.clock, self.now))

    def go_on(self) -> None:
        self.store(timing.resume(self.clock, self.now))

    def minutes(self) -> None:
        wanted = self.lot.choice((1, -1, 2, 5, -5))
        self.store(*timing.add_minutes(self.book, self.book.meeting, wanted, self.now))

    def sleep(self) -> None:
        seconds = self.lot.uniform(60, 1200)
        self.pass_time(seconds, self.lot.choice((0.25, seconds)))

    def set_back(self) -> None:
        self.pass_time(-self.lot.uniform(10, 3600), 0.25)

    def change_plan(self) -> None:
        minutes = self.lot.randint(1, 40)
        kind = self.lot.choice((AgendaItem, Step))
        put(
            self.book,
            replace(self.lot.choice(sorted(self.book.of(kind), key=lambda each: each.id)), minutes=minutes),
        )

    def win_back(self) -> None:
        reading = self.read()
        found = catch_up.ways(self.book, PACK, self.book.meeting, reading)
        if not found:
            return
        plan = catch_up.share(self.lot.sample(found, self.lot.randint(1, len(found))), 8, reading.end)
        parts = tuple(
            Shorter(give.slot.id, minutes)
            for each in plan.shares
            for give, minutes in zip(each.way.gives, each.minutes, strict=True)
        )
        run(self.book, CatchUp(programme_id=self.book.programme.id, parts=parts))
        assert self.read().end == pytest.approx(plan.end)

    def end(self) -> None:
        if self.started:
            self.store(*timing.end(self.book, self.book.meeting, self.now))

    def check(self) -> None:
        clock, meeting, reading = self.clock, self.book.meeting, self.read()
        logs = {log.id: log for log in self.book.of(SlotLog)}
        used = sum(log.used for key, log in logs.items() if key != clock.slot)
        if reading.slot is not None:
            used += timing.time_used(self.book, meeting, clock, reading.slot, self.now)
        assert used == pytest.approx(self.worked, abs=0.01)
        held = actual(self.book, meeting, self.now)
        assert sum(each.minutes for each in held.items) * 60 == pytest.approx(self.worked, abs=0.01)
        if reading.state in ("running", "paused"):
            assert reading.end >= self.now
            assert reading.slot is not None and reading.slot.id == clock.slot
            assert [each.state for each in reading.times].count("current") == 1
        assert all(each.seconds >= 0 for each in reading.times)
        nudge(meeting, clock, reading, self.now)


@pytest.mark.parametrize("seed", range(4))
def test_three_hours_of_restless_hands_neither_gain_nor_lose_a_second(seed: int) -> None:
    soak = Soak(seed)
    for _ in range(EVENTS):
        soak.pass_time(STEP, STEP)
        soak.event()
        soak.check()
    assert soak.worked > 1800
