"""Cards in the mulighedsrum: never on an axis or outside, and apart while there is room."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from trivselsdesk.domain.board import corner_of
from trivselsdesk.ui.surface.matrix_layout import (
    Box,
    Place,
    clamp,
    quarter_box,
    settle,
    settle_on_line,
    stored,
)

HEAD = 52.0
places = st.builds(
    Place, st.floats(0, 1), st.floats(0, 1), st.just(188.0), st.sampled_from([60.0, 80.0, 109.0])
)


@settings(deadline=None)
@given(places, st.integers(820, 1500), st.integers(480, 900))
def test_a_card_lies_wholly_in_the_quarter_of_its_middle(place: Place, width: int, height: int) -> None:
    box = clamp(place, width, height, HEAD)
    right, top = place.x >= 0.5, place.y >= 0.5
    assert (box.x >= width / 2) if right else (box.x + box.w <= width / 2)
    assert (box.y + box.h <= height / 2) if top else (box.y >= height / 2)
    assert box.x >= 0 and box.x + box.w <= width and box.y >= 0 and box.y + box.h <= height


@settings(deadline=None, max_examples=60)
@given(st.lists(places, max_size=8))
def test_few_cards_are_pushed_apart(cards: list[Place]) -> None:
    named = {str(number): place for number, place in enumerate(cards)}
    boxes = settle(named, 1200, 800, HEAD)
    counts: dict[str, int] = {}
    for place in cards:
        counts[corner_of(place.x, place.y)] = counts.get(corner_of(place.x, place.y), 0) + 1
    for a, b in combinations(boxes, 2):
        if max(counts.values()) <= 4:
            first, second = boxes[a], boxes[b]
            apart_x = first.x + first.w <= second.x + 0.01 or second.x + second.w <= first.x + 0.01
            apart_y = first.y + first.h <= second.y + 0.01 or second.y + second.h <= first.y + 0.01
            assert apart_x or apart_y


def test_what_is_dropped_is_stored_where_it_lies() -> None:
    x, y = stored(600, 100, 188, 80, 1000, 600)
    assert (round(x, 3), round(y, 3)) == (0.694, 0.767)
    box = clamp(Place(x, y, 188, 80), 1000, 600, HEAD)
    assert (round(box.x), round(box.y)) == (600, 100)


def test_the_same_cards_always_stand_the_same() -> None:
    named = {str(n): Place(0.7, 0.7, 188, 80) for n in range(6)}
    assert settle(named, 1000, 700, HEAD) == settle(named, 1000, 700, HEAD)


def inside(box: Box, room: Box) -> bool:
    return (
        room.x - 0.01 <= box.x
        and room.y - 0.01 <= box.y
        and box.x + box.w <= room.x + room.w + 0.01
        and box.y + box.h <= room.y + room.h + 0.01
    )


def apart(a: Box, b: Box) -> bool:
    beside = a.x + a.w <= b.x + 0.01 or b.x + b.w <= a.x + 0.01
    return beside or a.y + a.h <= b.y + 0.01 or b.y + b.h <= a.y + 0.01


@settings(deadline=None, max_examples=80)
@given(st.lists(places, max_size=24), st.integers(900, 1700), st.integers(520, 900))
def test_however_many_cards_none_leaves_its_quarter(cards: list[Place], width: int, height: int) -> None:
    boxes = settle({str(n): place for n, place in enumerate(cards)}, width, height, HEAD)
    for number, place in enumerate(cards):
        assert inside(boxes[str(number)], quarter_box(corner_of(place.x, place.y), width, height, HEAD))


def grid_holds(cards: list[Place], room: Box) -> bool:
    """Whether rows of the largest card hold them all: then nothing may overlap."""
    wide, tall = max(each.w for each in cards), max(each.h for each in cards)
    columns, rows = int((room.w + 8) // (wide + 8)), int((room.h + 8) // (tall + 8))
    return columns * rows >= len(cards)


@settings(deadline=None, max_examples=120)
@given(st.lists(places, max_size=24), st.integers(900, 1700), st.integers(520, 900))
def test_cards_overlap_only_where_there_is_no_room(cards: list[Place], width: int, height: int) -> None:
    boxes = settle({str(n): place for n, place in enumerate(cards)}, width, height, HEAD)
    for corner in ("tl", "tr", "bl", "br"):
        here = [n for n, place in enumerate(cards) if corner_of(place.x, place.y) == corner]
        room = quarter_box(corner, width, height, HEAD)
        if here and grid_holds([cards[n] for n in here], room):
            for a, b in combinations(here, 2):
                assert apart(boxes[str(a)], boxes[str(b)])


@settings(deadline=None, max_examples=80)
@given(
    st.lists(places, max_size=9), st.integers(900, 1700), st.integers(560, 900), st.sampled_from(["x", "y"])
)
def test_on_one_axis_cards_stand_in_their_half_beside_each_other(
    cards: list[Place], width: int, height: int, axis: str
) -> None:
    boxes = settle_on_line({str(n): place for n, place in enumerate(cards)}, width, height, HEAD, axis)
    for number, place in enumerate(cards):
        box = boxes[str(number)]
        if axis == "x":
            assert (box.x >= width / 2) if place.x >= 0.5 else (box.x + box.w <= width / 2)
        else:
            assert (box.y + box.h <= height / 2) if place.y >= 0.5 else (box.y >= height / 2)
        assert 0 <= box.x <= width - box.w and 0 <= box.y <= height - box.h
    if len(cards) <= 4:
        assert all(apart(boxes[a], boxes[b]) for a, b in combinations(boxes, 2))
