"""Cards in the mulighedsrum: never on an axis or outside, and apart while there is room."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from trivselsdesk.domain.board import corner_of
from trivselsdesk.ui.surface.matrix_layout import Place, clamp, settle, stored

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
