"""A year as a circle: January begins at the top, the months go with the clock. Pure arithmetic."""

from __future__ import annotations

import math
from datetime import date, timedelta

from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.wheel import Mark

CROWDED = 1 / 30
"""Marks of one ring that stand closer than this share of the circle take turns on two tracks."""


@dataclass(frozen=True)
class Spot:
    """Where a mark stands: how far round (0..1), and on which ring, the outermost is 0."""

    mark: Mark
    turn: float
    ring: int
    track: int = 0
    """0 in the middle of the ring; 1 and 2 are its outer and inner half, where it is crowded."""
    end: float = 0.0
    """How far round its last day is; ``turn`` where it is one day."""


@dataclass(frozen=True)
class Tag:
    """The words of a spot beside the circle. ``place`` is how far down they stand, 0..1."""

    spot: Spot
    right: bool
    place: float


def days_of(year: int) -> int:
    """How many days the year has."""
    return (date(year + 1, 1, 1) - date(year, 1, 1)).days


def turn_of(day: date, year: int) -> float:
    """How far round the year a day is, 0..1; days of other years stand at its ends."""
    number = (day - date(year, 1, 1)).days
    return min(max(number, 0), days_of(year) - 1) / days_of(year)


def day_at(turn: float, year: int) -> date:
    """The day that stands so far round; any number of turns is brought back to one."""
    number = round((turn % 1.0) * days_of(year))
    return date(year, 1, 1) + timedelta(days=min(number, days_of(year) - 1))


def point(turn: float) -> tuple[float, float]:
    """The way from the middle to so far round, as x to the right and y down, of length 1."""
    angle = math.tau * turn
    return math.sin(angle), -math.cos(angle)


def turn_at(x: float, y: float) -> float:
    """How far round a place is, from its way from the middle."""
    return (math.atan2(x, -y) / math.tau) % 1.0


def spots(marks: list[Mark], ring_ids: list[str], year: int) -> list[Spot]:
    """Each mark at its place. ``ring_ids`` are the rings inside the outermost, from the outside in."""
    places = {ring: number for number, ring in enumerate(ring_ids, start=1)}
    found: list[Spot] = []
    last: dict[int, Spot] = {}
    for mark in marks:
        spot = Spot(
            mark,
            turn_of(mark.day, year),
            places.get(mark.ring, 0),
            end=turn_of(mark.end, year),
        )
        before = last.get(spot.ring)
        if before is not None and spot.turn - before.turn < CROWDED:
            if before.track == 0:
                found[found.index(before)] = before = _on(before, 1)
            spot = _on(spot, 2 if before.track == 1 else 1)
        found.append(spot)
        last[spot.ring] = spot
    return found


def tags(found: list[Spot], slots: int) -> list[Tag]:
    """Words for as many spots as there is room for on each side, none over another.

    ``slots`` is how many lines fit below each other on a side. Where there are too many, what is done
    goes first, then what stands furthest on in the list.
    """
    made: list[Tag] = []
    for right in (True, False):
        side = [each for each in found if (each.turn < 0.5) == right]
        side.sort(key=lambda each: each.mark.done)
        side = sorted(side[: max(0, slots)], key=_height)
        gap = 1.0 / max(1, slots)
        places: list[float] = []
        for spot in side:
            wanted = _height(spot)
            places.append(max(wanted, places[-1] + gap) if places else max(wanted, gap / 2))
        limit = 1.0 - gap / 2
        for number in reversed(range(len(places))):
            places[number] = min(places[number], limit)
            limit = places[number] - gap
        made += [Tag(spot, right, place) for spot, place in zip(side, places, strict=True)]
    return made


def _on(spot: Spot, track: int) -> Spot:
    return Spot(spot.mark, spot.turn, spot.ring, track, spot.end)


def _height(spot: Spot) -> float:
    return (1 + point(spot.turn)[1]) / 2
