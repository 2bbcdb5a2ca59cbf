"""The board arranges itself: nothing overlaps, nothing is left out, the order stays."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from trivselsdesk.ui.surface import layout
from trivselsdesk.ui.surface.items import name_lines
from trivselsdesk.ui.surface.layout import FONTS, Laid, Rect, lay_out
from trivselsdesk.ui.surface.model import LOOSE, Group, Tile, ZoneModel
from trivselsdesk.ui.surface.rows import Packer
from trivselsdesk.ui.surface.targets import Target, cell_at, landing_bar, neighbour, target_at, tile_above


def need(tile: Tile, width: float, font: int) -> float:
    """Room for a text at about half a font size a letter."""
    per_line = max(1, int((width - 16) / (font * 0.5)))
    return 26 + -(-len(tile.text) // per_line) * font * 1.19


def zone(name: str, *counts: int, loose: int = 0, length: int = 20) -> ZoneModel:
    groups = [
        Group(
            f"{name}-g{g}",
            f"Tema {g}",
            tuple(Tile(f"{name}-g{g}-{n}", "x" * length, "yellow") for n in range(count)),
        )
        for g, count in enumerate(counts)
    ]
    if loose:
        tiles = tuple(Tile(f"{name}-l{n}", "x" * length, "yellow") for n in range(loose))
        groups.append(Group(f"{LOOSE}{name}", "Uden tema" if counts else "", tiles))
    return ZoneModel(name, name, "", "good", "plus", tuple(groups))


zones = st.lists(
    st.tuples(st.lists(st.integers(0, 12), max_size=6), st.integers(0, 20), st.integers(1, 160)),
    min_size=1,
    max_size=4,
).map(lambda rows: [zone(f"z{i}", *c, loose=n, length=t) for i, (c, n, t) in enumerate(rows)])


def overlap(a: Rect, b: Rect) -> bool:
    return min(a.right, b.right) - max(a.x, b.x) > 0.01 and min(a.bottom, b.bottom) - max(a.y, b.y) > 0.01


@settings(max_examples=120, deadline=None)
@given(zones, st.integers(320, 1900), st.integers(300, 1000))
def test_tiles_never_overlap_and_none_is_missing(shown: list[ZoneModel], width: int, height: int) -> None:
    laid = lay_out(shown, width, height, Packer(need))
    everything = [tile for each in shown for group in each.groups for tile in group.tiles]
    assert set(laid.tiles) == {tile.id for tile in everything}
    assert not any(overlap(laid.tiles[a], laid.tiles[b]) for a, b in combinations(laid.tiles, 2))
    for each in shown:
        box = laid.zones[each.id]
        for group in each.groups:
            for tile in group.tiles:
                at = laid.tiles[tile.id]
                assert at.x >= box.x and at.right <= box.right + 0.01
                assert at.y >= box.y and at.bottom <= box.bottom + 0.01
                assert at.h >= need(tile, at.w, laid.font) - 0.01


@settings(max_examples=60, deadline=None)
@given(zones)
def test_reading_order_in_a_group_is_the_order_of_the_notes(shown: list[ZoneModel]) -> None:
    laid = lay_out(shown, 900, 700, Packer(need))
    for each in shown:
        for group in each.groups:
            places = [(laid.tiles[t.id].y, laid.tiles[t.id].x) for t in group.tiles]
            assert places == sorted(places)


@settings(max_examples=25, deadline=None)
@given(zones, zones, st.integers(320, 1900))
def test_what_was_measured_before_is_never_taken_for_something_else(
    before: list[ZoneModel], after: list[ZoneModel], width: int
) -> None:
    packer = Packer(need)
    for shown in (before, after, before):
        assert lay_out(shown, width, 700, packer) == lay_out(shown, width, 700, Packer(need))
    # As the board does it: groups that have not changed are the very same ones.
    mixed = []
    for one, other in zip(before, after, strict=False):
        kept = one.groups[:1]
        rest = [each for each in other.groups if each.id not in [group.id for group in kept]]
        mixed.append(replace(one, groups=(*kept, *rest)))
    assert lay_out(mixed, width, 700, packer) == lay_out(mixed, width, 700, Packer(need))


def test_more_notes_never_get_larger_type() -> None:
    fonts = [
        lay_out([zone("a", loose=n), zone("b", loose=n)], 900, 600, Packer(need)).font for n in range(1, 60)
    ]
    assert fonts == sorted(fonts, reverse=True)
    assert fonts[0] == FONTS[0]
    assert fonts[-1] == FONTS[-1]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(5, 40), min_size=3, max_size=6), st.integers(320, 1900), st.integers(5, 120))
def test_looking_at_the_smallest_type_first_changes_no_board(
    counts: list[int], width: int, length: int
) -> None:
    shown = [zone("a", *counts[::2], loose=30, length=length), zone("b", *counts[1::2], length=length)]
    before = layout.HANDFUL
    laid = lay_out(shown, width, 600, Packer(need))
    layout.HANDFUL = 10**6
    try:
        one_by_one = lay_out(shown, width, 600, Packer(need))
    finally:
        layout.HANDFUL = before
    assert laid == one_by_one


def test_zones_share_the_height_when_all_fits() -> None:
    laid = lay_out([zone("a", 2), zone("b", 1)], 900, 640, Packer(need))
    assert abs(laid.zones["a"].h - laid.zones["b"].h) < 1
    assert laid.height <= 640


def test_a_board_of_thousands_scrolls_at_the_smallest_type() -> None:
    laid = lay_out([zone("a", loose=5000)], 900, 640, Packer(need))
    assert laid.font == FONTS[-1]
    assert laid.height > 640
    assert len(laid.tiles) == 5000


def centre(laid: Laid, tile: str) -> tuple[float, float]:
    box = laid.tiles[tile]
    return box.x + box.w / 2, box.y + box.h / 2


def test_on_a_loose_note_means_a_theme_and_beside_it_means_order() -> None:
    shown = [zone("a", loose=3)]
    laid = lay_out(shown, 900, 640, Packer(need))
    x, y = centre(laid, "a-l1")
    assert target_at(laid, shown, x, y, ["a-l2"]) == Target("tile", "a", tile="a-l1")
    box = laid.tiles["a-l1"]
    assert target_at(laid, shown, box.x + 3, y, ["a-l2"]) == Target("zone", "a", index=1)
    assert target_at(laid, shown, box.right - 3, y, ["a-l2"]) == Target("zone", "a", index=2)


@settings(max_examples=60, deadline=None)
@given(zones, st.data())
def test_everywhere_in_a_cell_a_note_lands_at_one_place(shown: list[ZoneModel], data: st.DataObject) -> None:
    laid = lay_out(shown, 900, 640, Packer(need))
    if not laid.tiles:
        return
    held = [data.draw(st.sampled_from(sorted(laid.tiles)))]
    over = laid.tiles[data.draw(st.sampled_from(sorted(laid.tiles)))]
    shares = st.floats(0, 1, exclude_max=True)
    x, y = over.x + data.draw(shares) * over.w, over.y + data.draw(shares) * over.h
    cell = cell_at(laid, shown, x, y, held)
    assert cell is None or over.x <= cell.x < cell.right <= over.right + 0.01
    if cell is not None and cell.holds(x, y):
        other = cell.x + data.draw(shares) * cell.w, cell.y + data.draw(shares) * cell.h
        if cell.holds(*other):
            assert target_at(laid, shown, *other, held) == target_at(laid, shown, x, y, held)


def test_a_cell_is_a_half_or_a_third_of_a_tile() -> None:
    shown = [zone("a", 3, loose=3)]
    laid = lay_out(shown, 900, 640, Packer(need))
    for tile, parts in (("a-g0-1", 2), ("a-l1", 3)):
        box = laid.tiles[tile]
        steps = [box.x + box.w * n / 40 for n in range(40)]
        cells = {cell_at(laid, shown, x, box.y + 4, ["a-l2"]) for x in steps}
        assert None not in cells and len(cells) == parts
    assert cell_at(laid, shown, box.x, box.bottom + 1, ["a-l2"]) is None


def test_a_note_held_over_its_own_theme_is_not_counted_itself() -> None:
    shown = [zone("a", 5)]
    laid = lay_out(shown, 900, 640, Packer(need))
    box = laid.tiles["a-g0-2"]
    y = box.y + box.h / 2
    target = target_at(laid, shown, box.right - 3, y, ["a-g0-0"])
    assert target == Target("group", "a", "a-g0", index=2)
    bar = landing_bar(laid, shown, target, ["a-g0-0"])
    assert bar is not None and abs(bar.x - (laid.tiles["a-g0-3"].x - 5)) < 0.01
    assert target_at(laid, shown, box.x + 3, y, ["a-g0-0", "a-g0-4"]) == Target("group", "a", "a-g0", index=1)


def test_over_a_theme_the_landing_bar_stands_where_the_note_would_go() -> None:
    shown = [zone("a", 4, loose=1)]
    laid = lay_out(shown, 900, 640, Packer(need))
    box = laid.tiles["a-g0-2"]
    target = target_at(laid, shown, box.x + 2, box.y + box.h / 2, ["a-l0"])
    assert target is not None and (target.kind, target.group, target.index) == ("group", "a-g0", 2)
    bar = landing_bar(laid, shown, target, ["a-l0"])
    assert bar is not None and bar.right <= box.x and bar.y == box.y


def test_a_held_group_lands_in_a_zone_or_joins_another_group() -> None:
    shown = [zone("a", 2, 2), zone("b")]
    laid = lay_out(shown, 900, 640, Packer(need))
    x, y = centre(laid, "a-g1-0")
    assert target_at(laid, shown, x, y, ["a-g0"], groups=True) == Target("group", "a", "a-g1")
    below = laid.zones["b"]
    lands = target_at(laid, shown, below.x + 40, below.y + 50, ["a-g0"], groups=True)
    assert lands == Target("zone", "b", index=0)


@settings(deadline=None)
@given(
    st.lists(st.integers(1, 9), min_size=1, max_size=9),
    st.integers(500, 1800),
    st.integers(300, 1000),
    st.data(),
)
def test_a_held_group_is_led_between_the_others_and_the_bar_stands_there(
    counts: list[int], width: int, height: int, data: st.DataObject
) -> None:
    shown = [zone("a", *counts, loose=2)]
    laid = lay_out(shown, width, height, Packer(need))
    held = data.draw(st.sampled_from([f"a-g{number}" for number in range(len(counts))]))
    others = [f"a-g{number}" for number in range(len(counts)) if f"a-g{number}" != held]
    for place, other in enumerate(others):
        box = laid.groups[other]
        y = box.y + box.h / 2
        near = target_at(laid, shown, box.x + 2, y, [held], groups=True)
        far = target_at(laid, shown, box.right - 2, y, [held], groups=True)
        assert near == Target("zone", "a", index=place)
        assert far == Target("zone", "a", index=place + 1)
        bar = landing_bar(laid, shown, near, [held], groups=True)
        assert bar is not None and bar.right <= box.x and bar.y == box.y and bar.h == box.h
    own = laid.groups[held]
    stays = target_at(laid, shown, own.x + own.w / 2, own.y + 4, [held], groups=True)
    assert stays == Target("zone", "a", index=int(held.removeprefix("a-g")))


def test_the_tile_above_a_heading_is_the_nearest_one() -> None:
    shown = [zone("a", 2, 2), zone("b", 2)]
    laid = lay_out(shown, 900, 640, Packer(need))
    assert tile_above(laid, "a-g0") is None
    assert tile_above(laid, "b-g0") in {"a-g0-0", "a-g0-1"}


def test_arrow_keys_find_the_neighbour_in_that_direction() -> None:
    shown = [zone("a", loose=4)]
    laid = lay_out(shown, 900, 300, Packer(need))
    row = sorted(laid.tiles, key=lambda t: (laid.tiles[t].y, laid.tiles[t].x))
    assert neighbour(laid, row[0], "right") == row[1]
    assert neighbour(laid, row[1], "left") == row[0]
    assert neighbour(laid, row[0], "left") is None


def test_one_long_note_makes_only_its_own_row_higher_and_takes_two_columns() -> None:
    notes = [Tile(f"n{n}", "x" * (140 if n == 1 else 20), "yellow") for n in range(16)]
    shown = ZoneModel("a", "a", "", "good", "plus", (Group(f"{LOOSE}a", "", tuple(notes)),))
    laid = lay_out([shown], 900, 300, Packer(need))
    long, short, last = (laid.tiles[each] for each in ("n1", "n2", "n15"))
    assert long.w > 1.9 * short.w and long.h == short.h
    assert last.h < long.h


def test_a_name_that_takes_two_lines_gets_room_for_both() -> None:
    shown = [zone("a", 4, 4)]
    laid = lay_out(shown, 900, 500, Packer(need, name_lines=lambda group, width: 2))
    for group in shown[0].groups:
        first = laid.tiles[group.tiles[0].id]
        assert first.y >= laid.groups[group.id].y + 30 + 18 - 0.01


def test_a_card_is_as_wide_as_its_longest_word_where_it_can_be() -> None:
    shown = [zone("a", loose=9)]
    laid = lay_out(shown, 900, 400, Packer(need, widest_word=lambda tile, font: 9.0 * font))
    assert all(laid.tiles[each].w >= 9.0 * laid.font - 0.01 for each in laid.tiles)


@settings(max_examples=60, deadline=None)
@given(zones, st.integers(500, 1900), st.data())
def test_the_note_under_the_pointer_is_the_one_that_is_found(
    shown: list[ZoneModel], width: int, data: st.DataObject
) -> None:
    laid = lay_out(shown, width, 700, Packer(need))
    lots = [(each, group) for each in shown for group in each.groups if len(group.tiles) > 1]
    if not lots:
        return
    home, group = data.draw(st.sampled_from(lots))
    number = data.draw(st.integers(0, len(group.tiles) - 1))
    box = laid.tiles[group.tiles[number].id]
    before = target_at(laid, shown, box.x + 1, box.y + box.h / 2, ())
    assert before is not None and (before.zone, before.index) == (home.id, number)
    after = target_at(laid, shown, box.right - 1, box.y + box.h / 2, ())
    assert after is not None and after.index == number + 1


def test_a_theme_with_a_long_name_is_set_wider_rather_than_its_name_in_many_lines() -> None:
    shown = [zone("a", 4, 4, 4, 4, 4, 4)]
    long = shown[0].groups[3].id

    def name_lines(group: Group, width: float) -> int:
        return 4 if group.id == long and width < 200 else 1

    laid = lay_out(shown, 900, 200, Packer(need, name_lines=name_lines))
    assert laid.groups[long].w >= 200 > laid.groups[shown[0].groups[0].id].w


def test_the_name_of_a_theme_is_whole_in_a_narrow_frame(qapp: QApplication) -> None:
    name = "Hvem gør hvad – roller og ansvar?"
    lines = name_lines(Group("g", name, ()), 150.0)
    assert len(lines) > 2 and " ".join(lines) == name


def test_a_board_that_scrolls_is_set_wider_where_that_makes_it_lower() -> None:
    shown = [zone("a", 5, 5, 4, 4, 4, loose=2, length=75), zone("b", 5, 5, 4, loose=2, length=30)]
    laid = lay_out(shown, 1000, 100, Packer(need))
    narrow = lay_out(shown, 1000, 100, Packer(need), fonts=FONTS[-1:])
    assert laid.height < narrow.height
    assert not any(overlap(laid.tiles[a], laid.tiles[b]) for a, b in combinations(laid.tiles, 2))
