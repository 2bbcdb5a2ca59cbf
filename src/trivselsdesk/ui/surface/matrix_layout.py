"""Where cards stand in the mulighedsrum: wholly inside their quarter, nudged apart. Pure arithmetic in px."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from trivselsdesk.domain.board import corner_of

MARGIN = 10.0
"""Least distance from an axis or the edge; also covers a card's tick."""
GAP = 8.0
"""Least distance between cards where there is room for it."""
ROUNDS = 60


class Place(NamedTuple):
    """The middle of a card as stored, and its size in px. ``x``, ``y``: 0..1 from the left and the bottom."""

    x: float
    y: float
    w: float
    h: float


class Box(NamedTuple):
    """A box in px from the upper left corner of the field."""

    x: float
    y: float
    w: float
    h: float


def quarter_box(corner: str, width: float, height: float, head: float, margin: float = MARGIN) -> Box:
    """The part of a quarter that cards may stand in; ``head`` px are left for its title."""
    half_w, half_h = width / 2, height / 2
    left = half_w if corner.endswith("r") else 0.0
    top = 0.0 if corner.startswith("t") else half_h
    above = head if corner.startswith("t") else margin
    below = margin if corner.startswith("t") else head
    return Box(left + margin, top + above, half_w - 2 * margin, half_h - above - below)


def clamp(place: Place, width: float, height: float, head: float, margin: float = MARGIN) -> Box:
    """The card wholly inside the quarter that its middle is in."""
    box = quarter_box(corner_of(place.x, place.y), width, height, head, margin)
    x = place.x * width - place.w / 2
    y = (1.0 - place.y) * height - place.h / 2
    return Box(_within(x, box.x, box.w, place.w), _within(y, box.y, box.h, place.h), place.w, place.h)


def settle(
    places: Mapping[str, Place], width: float, height: float, head: float, margin: float = MARGIN
) -> dict[str, Box]:
    """Where all cards stand: clamped, and pushed apart inside their quarters while there is room.

    The order of ``places`` decides who gives way, so the same cards always stand the same.
    """
    boxes = {card: clamp(place, width, height, head, margin) for card, place in places.items()}
    quarters: dict[str, list[str]] = {}
    for card, place in places.items():
        quarters.setdefault(corner_of(place.x, place.y), []).append(card)
    for corner, cards in quarters.items():
        room = quarter_box(corner, width, height, head, margin)
        if not _push_apart(boxes, cards, room):
            _in_rows(boxes, cards, room)
    return boxes


def end_box(end: str, width: float, height: float, head: float) -> Box:
    """The half that cards may stand in at the low or high end of one axis: ``l r`` or ``b t``."""
    inner = Box(MARGIN, head, width - 2 * MARGIN, height - head - MARGIN)
    if end in "lr":
        half = width / 2 - 2 * MARGIN
        return inner._replace(x=MARGIN if end == "l" else width / 2 + MARGIN, w=half)
    if end == "t":
        return inner._replace(h=height / 2 - head - MARGIN)
    return inner._replace(y=height / 2 + MARGIN, h=height / 2 - 2 * MARGIN)


def clamp_on_line(place: Place, width: float, height: float, head: float, axis: str) -> Box:
    """The card in the half that it is said to be in, across the axis in the middle."""
    if axis == "x":
        room = end_box("r" if place.x >= 0.5 else "l", width, height, head)
        x, y = place.x * width - place.w / 2, height / 2 - place.h / 2
    else:
        room = end_box("t" if place.y >= 0.5 else "b", width, height, head)
        x, y = width / 2 - place.w / 2, (1.0 - place.y) * height - place.h / 2
    return Box(_within(x, room.x, room.w, place.w), _within(y, room.y, room.h, place.h), place.w, place.h)


def settle_on_line(
    places: Mapping[str, Place], width: float, height: float, head: float, axis: str
) -> dict[str, Box]:
    """Where all cards stand that have a place on one axis: each at its own place along it, beside each
    other across it while there is room, and never over the middle."""
    boxes = {card: clamp_on_line(place, width, height, head, axis) for card, place in places.items()}
    halves: dict[str, list[str]] = {}
    for card, place in places.items():
        high = (place.x if axis == "x" else place.y) >= 0.5
        end = ("r" if high else "l") if axis == "x" else ("t" if high else "b")
        halves.setdefault(end, []).append(card)
    for end, cards in halves.items():
        room = end_box(end, width, height, head)
        if not _in_lanes(boxes, cards, room, axis) and not _push_apart(boxes, cards, room):
            _in_rows(boxes, cards, room)
    return boxes


def _in_lanes(boxes: dict[str, Box], cards: list[str], room: Box, axis: str) -> bool:
    """Move cards across the axis only, nearest the middle first. False when one finds no free lane."""
    seated: list[Box] = []
    for card in cards:
        box = boxes[card]
        step = (box.h if axis == "x" else box.w) + GAP
        lanes = [0.0]
        for number in range(1, len(cards) + 1):
            lanes += [number * step, -number * step]
        for lane in lanes:
            moved = box._replace(y=box.y + lane) if axis == "x" else box._replace(x=box.x + lane)
            if moved == _inside(moved, room) and not any(_touch(moved, other) for other in seated):
                break
        else:
            return False
        seated.append(moved)
    for card, box in zip(cards, seated, strict=True):
        boxes[card] = box
    return True


def _touch(a: Box, b: Box) -> bool:
    apart_x = a.x + a.w + GAP <= b.x or b.x + b.w + GAP <= a.x
    return not (apart_x or a.y + a.h + GAP <= b.y or b.y + b.h + GAP <= a.y)


def _push_apart(boxes: dict[str, Box], cards: list[str], room: Box) -> bool:
    for _ in range(ROUNDS):
        moved = False
        for number, first in enumerate(cards):
            for second in cards[number + 1 :]:
                a, b = boxes[first], boxes[second]
                dx = min(a.x + a.w, b.x + b.w) - max(a.x, b.x) + GAP
                dy = min(a.y + a.h, b.y + b.h) - max(a.y, b.y) + GAP
                if dx <= 0.01 or dy <= 0.01:
                    continue
                moved = True
                if dy <= dx:
                    sign = 1.0 if b.y >= a.y else -1.0
                    a, b = a._replace(y=a.y - sign * dy / 2), b._replace(y=b.y + sign * dy / 2)
                else:
                    sign = 1.0 if b.x >= a.x else -1.0
                    a, b = a._replace(x=a.x - sign * dx / 2), b._replace(x=b.x + sign * dx / 2)
                boxes[first], boxes[second] = _inside(a, room), _inside(b, room)
        if not moved:
            return True
    return False


def _in_rows(boxes: dict[str, Box], cards: list[str], room: Box) -> None:
    """Too many to push apart: rows in the order they stand, closer together than one would like.

    Each row is as high as its own tallest; where that is too much, cards of one height share a row.
    """
    order = sorted(cards, key=lambda card: (round(boxes[card].y / 60), boxes[card].x))
    wide = max(boxes[card].w for card in cards)
    columns = max(1, int((room.w + GAP) // (wide + GAP)))

    def rows_of(order: list[str]) -> tuple[list[list[str]], list[float]]:
        rows = [order[start : start + columns] for start in range(0, len(order), columns)]
        return rows, [max(boxes[card].h for card in row) for row in rows]

    rows, heights = rows_of(order)
    if sum(heights) > room.h:
        rows, heights = rows_of(sorted(order, key=lambda card: -boxes[card].h))
    gap = min(GAP, (room.h - sum(heights)) / max(1, len(rows) - 1))
    step = (room.w - wide) / (columns - 1) if columns > 1 else 0.0
    y = room.y
    for row, high in zip(rows, heights, strict=True):
        for column, card in enumerate(row):
            boxes[card] = boxes[card]._replace(x=room.x + column * step, y=y)
        y += high + gap


def overlapping(boxes: Mapping[str, Box]) -> set[str]:
    """The cards that lie on another one."""
    found: set[str] = set()
    cards = list(boxes)
    for number, first in enumerate(cards):
        for second in cards[number + 1 :]:
            a, b = boxes[first], boxes[second]
            beside = a.x + a.w <= b.x + 0.01 or b.x + b.w <= a.x + 0.01
            if not beside and a.y + a.h > b.y + 0.01 and b.y + b.h > a.y + 0.01:
                found |= {first, second}
    return found


def stored(x: float, y: float, w: float, h: float, width: float, height: float) -> tuple[float, float]:
    """The place in 0..1 of a card whose upper left corner is at ``x``, ``y`` px."""
    return (x + w / 2) / width, 1.0 - (y + h / 2) / height


def _inside(box: Box, room: Box) -> Box:
    return box._replace(x=_within(box.x, room.x, room.w, box.w), y=_within(box.y, room.y, room.h, box.h))


def _within(at: float, start: float, length: float, size: float) -> float:
    return min(max(at, start), max(start, start + length - size))
