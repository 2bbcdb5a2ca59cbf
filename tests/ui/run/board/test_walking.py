"""Every note and every heading can be reached by the arrow keys alone."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ui.surface.test_layout import need, zone
from trivselsdesk.ui.run.board.walking import heading_ahead, tile_ahead
from trivselsdesk.ui.surface.layout import lay_out
from trivselsdesk.ui.surface.rows import Packer
from trivselsdesk.ui.surface.targets import neighbour

Spot = tuple[str, str]
"""A note or the heading of a theme, where the keyboard is."""


@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.integers(1, 7), max_size=5),
    st.lists(st.integers(1, 7), max_size=3),
    st.integers(0, 9),
    st.integers(600, 1600),
    st.integers(300, 1000),
)
def test_the_arrow_keys_reach_everything(
    first: list[int], second: list[int], loose: int, width: int, height: int
) -> None:
    shown = [zone("a", *first, loose=loose), zone("b", *second)]
    laid = lay_out(shown, width, height, Packer(need))
    tiles = [tile.id for one in shown for group in one.groups for tile in group.tiles]
    headings = [group.id for one in shown for group in one.groups if not group.loose]
    if not tiles:
        return
    found: set[Spot] = {(tiles[0], "")}
    waiting = list(found)
    while waiting:
        here = waiting.pop()
        for way in ("left", "right", "up", "down"):
            heading = heading_ahead(laid, shown, *here, way)
            tile = None if heading else tile_ahead(laid, shown, *here, way)
            there = ("", heading) if heading else (tile or "", "")
            if any(there) and there not in found:
                found.add(there)
                waiting.append(there)
    assert {tile for tile, _ in found if tile} == set(tiles)
    assert {heading for _, heading in found if heading} == set(headings)


def test_sideways_one_stays_in_the_row() -> None:
    shown = [zone("a", loose=5), zone("b", loose=30)]
    laid = lay_out(shown, 900, 500, Packer(need))
    end = laid.tiles["a-l4"]
    found = neighbour(laid, "a-l4", "right")
    assert found is None or abs(laid.tiles[found].y - end.y) < end.h
    assert tile_ahead(laid, shown, "a-l4", "", "right") == "b-l0"
