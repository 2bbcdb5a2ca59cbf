"""Where everything on a board stands: the largest type at which all fits, the same order everywhere.

Pure arithmetic in pixels. Zones are stacked; a zone is a flow of groups; a group is a grid of
tiles (design system, §8). What does not fit at the smallest type makes the board taller, so that
it scrolls; nothing overlaps and nothing is left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate, zip_longest
from math import ceil
from typing import NamedTuple

from trivselsdesk.ui.surface.model import Group, ZoneModel
from trivselsdesk.ui.surface.rows import Packer

GROUP_GAP = 10.0


@dataclass(frozen=True)
class Sizes:
    """The measures of a board, in px. As they stand they are the console's."""

    zone_gap: float = 10.0
    head: float = 34.0
    pad_x: float = 10.0
    pad_top: float = 8.0
    pad_bottom: float = 10.0
    group_head: float = 30.0
    name_line: float = 18.0
    """What a second line of a group's name takes."""
    group_pad: float = 7.0
    gap: float = 6.0
    group_gap: float = GROUP_GAP
    line_gap: float = 8.0
    empty: float = 56.0
    column_least: float = 7.4
    """Narrowest tile, in font sizes."""
    column_most: float = 12.0
    """Widest tile, in font sizes."""
    shape: float = 0.76
    """A tile grows to at most this part of its width when there is room to spare."""


CONSOLE = Sizes()
TIGHT = Sizes(
    zone_gap=6.0,
    head=28.0,
    pad_x=7.0,
    pad_top=4.0,
    pad_bottom=5.0,
    group_head=24.0,
    group_pad=5.0,
    gap=4.0,
    group_gap=6.0,
    line_gap=5.0,
    column_least=6.9,
)
"""For many notes on a small screen: less white, so that the board is seen whole."""
NAME_LINES = 2
"""A group whose name would take more lines than this is set wider, where it has the tiles for it."""
WIDER = 1.2
"""How much wider the narrowest tile is in the second try of a board that scrolls."""
MANY = 400
"""Above so many tiles the board scrolls at the smallest type; nobody reads that many at once."""

FLOWS_KEPT = 400
"""Zones as they were set before that are remembered; while a window is drawn larger each width is another."""

LINES_KEPT = 4_000

HANDFUL = 60
"""Up to so many tiles trying the sizes one by one takes no time."""
HOPELESS = 1.5
"""A board that is so many times too high in the smallest type fits in no larger one either."""

FONTS = tuple(range(24, 13, -1))
"""Type sizes to try, largest first (design tokens, »note«: 14–24)."""


class Rect(NamedTuple):
    """A box in px."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.h

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies inside."""
        left, top, wide, high = self
        return left <= x < left + wide and top <= y < top + high


class Grid(NamedTuple):
    """How the tiles of a group stand: the upper edges of its rows, and the number of the first in each."""

    tops: tuple[float, ...]
    firsts: tuple[int, ...]
    gap: float

    def leads(self, number: int) -> bool:
        """Whether the tile with that number stands in the first row."""
        return len(self.firsts) < 2 or number < self.firsts[1]


@dataclass
class Laid:
    """A finished layout."""

    font: int
    width: float
    height: float = 0.0
    zones: dict[str, Rect] = field(default_factory=dict)
    groups: dict[str, Rect] = field(default_factory=dict)
    tiles: dict[str, Rect] = field(default_factory=dict)
    grids: dict[str, Grid] = field(default_factory=dict)
    heads: dict[str, float] = field(default_factory=dict)
    """For each group the height of its heading."""
    lines: dict[str, list[tuple[float, float, tuple[Group, ...]]]] = field(default_factory=dict)
    """For each zone its lines of groups with their upper and lower edges, so that the group under the
    pointer is found without asking all of them."""
    numbers: dict[str, tuple[str, int]] = field(default_factory=dict)
    """For each tile its group and its number in it, so that a drag need not look at all tiles."""


@dataclass(frozen=True)
class _Flow:
    """A zone at one font and one number of rows."""

    lines: tuple[tuple[tuple[Group, int], ...], ...]
    """Lines of groups, each with its number of columns."""
    least: float
    """The narrowest column that was asked for, which says what tiles take two."""
    column: float
    rows: tuple[tuple[float, ...], ...]
    """For each line the heights of its rows, which its groups share."""
    heads: tuple[float, ...]
    """For each line the room above its rows, for the names of its groups."""
    height: float


def lay_out(
    zones: Sequence[ZoneModel],
    width: float,
    height: float,
    packer: Packer,
    fonts: Sequence[int] = FONTS,
    sizes: Sizes = CONSOLE,
) -> Laid:
    """Lay zones out in ``width`` × ``height``. ``fonts`` are tried from the first on.

    Whoever lays the same groups out again and again keeps the ``packer``, which remembers them.
    """
    many = is_crowded(zones)
    tried = fonts[-1:] if many else fonts
    room = height - sizes.zone_gap * (len(zones) - 1)

    def flows_at(font: int) -> list[_Flow]:
        return [_best_flow(zone, width, font, packer, 3 if many else 0, sizes) for zone in zones]

    # What fits at one size fits at every smaller one, so halving finds the largest.
    first, last = 0, len(tried) - 1
    flows: list[_Flow] | None = None
    if first < last and _tiles_in(zones) > HANDFUL:
        # Most boards with so many will scroll, and the smallest size tells.
        attempt = flows_at(tried[last])
        if sum(flow.height for flow in attempt) > HOPELESS * room:
            first, flows = last, attempt
    while first < last:
        middle = (first + last) // 2
        attempt = flows_at(tried[middle])
        if sum(flow.height for flow in attempt) <= room:
            last, flows = middle, attempt
        else:
            first, flows = middle + 1, None
    font = tried[last]
    flows = flows or flows_at(font)
    if not many and len(tried) > 1 and sum(flow.height for flow in flows) > room:
        # It scrolls: wider tiles with fewer lines in them may do with less height.
        wider = replace(sizes, column_least=sizes.column_least * WIDER)
        others = [_best_flow(zone, width, font, packer, 0, wider) for zone in zones]
        flows = [min(pair, key=lambda flow: flow.height) for pair in zip(flows, others, strict=True)]
    return _place(zones, flows, width, room, font, packer, sizes)


def is_crowded(zones: Sequence[ZoneModel]) -> bool:
    """Whether there are so many tiles that the board scrolls whatever its size."""
    return _tiles_in(zones) > MANY


def _tiles_in(zones: Sequence[ZoneModel]) -> int:
    return sum(len(group.tiles) for zone in zones for group in zone.groups)


def _best_flow(zone: ZoneModel, width: float, font: int, packer: Packer, rows: int, sizes: Sizes) -> _Flow:
    """The lowest way to set a zone at a font; with ``rows`` its groups take so many rows if they can."""
    key = (zone.id, width, font, rows, sizes)
    known = packer.flows.get(key)
    if known is None or known[0] != zone.groups:
        if len(packer.flows) > FLOWS_KEPT:
            packer.flows.clear()
        known = packer.flows[key] = (zone.groups, _tried_flow(zone, width, font, packer, rows, sizes))
    return known[1]


def _tried_flow(zone: ZoneModel, width: float, font: int, packer: Packer, rows: int, sizes: Sizes) -> _Flow:
    inner = width - 2 * sizes.pad_x
    shown = [group for group in zone.groups if group.tiles or not group.loose]
    narrowest = max((packer.narrowest(group, font) for group in shown), default=0.0)
    least = max(sizes.column_least * font, min(narrowest, sizes.column_most * font))
    most = max(1, int((inner - 2 * sizes.group_pad + sizes.gap) // (least + sizes.gap)))
    cells = [packer.cells(group, least, font) for group in shown]
    # Most numbers of rows come to the same columns, and those are measured once.
    named = [_for_name(*each, most, least, packer, sizes) for each in zip(shown, cells, strict=True)]
    counts = (rows,) if rows else range(1, 7)
    tried = dict.fromkeys(_columns(shown, cells, named, most, count) for count in counts)
    flows = [_flow(shown, columns, inner, least, font, packer, sizes) for columns in tried]
    return min(flows, key=lambda flow: flow.height)


def _for_name(group: Group, cells: int, most: int, least: float, packer: Packer, sizes: Sizes) -> int:
    """How many columns a group's name asks for: rather a wider frame than many lines, as long as there are
    tiles to fill it."""
    columns = 1
    while columns < min(most, cells) and (
        packer.name_lines(group, _frame(columns, least, sizes)) > NAME_LINES
    ):
        columns += 1
    return columns


def _columns(
    groups: Sequence[Group], cells: Sequence[int], named: Sequence[int], most: int, rows: int
) -> tuple[int, ...]:
    """How many columns each group takes when its cells are to stand in so many rows; ``named`` for its
    name at least."""
    found = []
    for group, count, for_name in zip(groups, cells, named, strict=True):
        least = max(2 if count > len(group.tiles) else 1, for_name)
        full = group.loose and rows * most < count
        found.append(most if full else min(most, max(least, ceil(count / rows))))
    return tuple(found)


def _flow(
    groups: Sequence[Group],
    columns: Sequence[int],
    inner: float,
    least: float,
    font: int,
    packer: Packer,
    sizes: Sizes,
) -> _Flow:
    """Groups of so many columns, at least ``least`` px wide, in lines of ``inner`` px."""
    lines: list[list[tuple[Group, int]]] = []
    used = 0.0
    for group, count in zip(groups, columns, strict=True):
        wide = _frame(count, least, sizes)
        if lines and used + sizes.group_gap + wide <= inner:
            lines[-1].append((group, count))
            used += sizes.group_gap + wide
        else:
            lines.append([(group, count)])
            used = wide
    frozen = tuple(tuple(line) for line in lines)
    column = min([sizes.column_most * font, *(_column(line, inner, sizes) for line in frozen)])
    measured = [_measured_line(line, column, least, font, packer, sizes) for line in frozen]
    heights = tuple(rows for _, rows in measured)
    heads = tuple(head for head, _ in measured)
    body = sum(_line_height(head, rows, sizes) for head, rows in zip(heads, heights, strict=True))
    body += sizes.line_gap * max(0, len(frozen) - 1)
    tall = sizes.head + sizes.pad_top + (body or sizes.empty) + sizes.pad_bottom
    return _Flow(frozen, least, column, heights, heads, tall)


def _column(line: tuple[tuple[Group, int], ...], inner: float, sizes: Sizes) -> float:
    columns = sum(count for _, count in line)
    gaps = (
        (columns - len(line)) * sizes.gap
        + (len(line) - 1) * sizes.group_gap
        + 2 * sizes.group_pad * len(line)
    )
    return (inner - gaps) / columns


def _measured_line(
    line: tuple[tuple[Group, int], ...],
    column: float,
    least: float,
    font: int,
    packer: Packer,
    sizes: Sizes,
) -> tuple[float, tuple[float, ...]]:
    """The room above a line for names, and the heights of its rows; most lines are as they were before."""
    # The very groups are meant: to compare what is in them takes as long as to measure it.
    way = (sizes.gap, sizes.empty, sizes.group_head, sizes.name_line, sizes.group_pad)
    key = (font, column, least, way, tuple([(id(group), columns) for group, columns in line]))
    known = packer.lines.get(key)
    if known is None:
        if len(packer.lines) > LINES_KEPT:
            packer.lines.clear()
        measured = _head(line, column, packer, sizes), _row_heights(line, column, font, packer, sizes)
        known = packer.lines[key] = (line, measured)
    return known[1]


def _row_heights(
    line: tuple[tuple[Group, int], ...], column: float, font: int, packer: Packer, sizes: Sizes
) -> tuple[float, ...]:
    """Each row of a line is as high as its own tallest tile, so that one long note costs one row only."""
    rows = [
        packer.rows(group, columns, column, font, sizes.gap).heights for group, columns in line if group.tiles
    ]
    return tuple(max(each) for each in zip_longest(*rows, fillvalue=0.0)) or (sizes.empty,)


def _head(line: tuple[tuple[Group, int], ...], column: float, packer: Packer, sizes: Sizes) -> float:
    """Room for the names of a line of groups; a line without frames needs none."""
    if _bare(line):
        return 0.0
    lines = max(packer.name_lines(group, _frame(columns, column, sizes)) for group, columns in line)
    return sizes.group_head + (lines - 1) * sizes.name_line


def _frame(columns: int, column: float, sizes: Sizes) -> float:
    return columns * column + (columns - 1) * sizes.gap + 2 * sizes.group_pad


def _line_height(head: float, rows: Sequence[float], sizes: Sizes) -> float:
    return head + (sizes.group_pad if head else 0.0) + sum(rows) + (len(rows) - 1) * sizes.gap


def _bare(line: tuple[tuple[Group, int], ...]) -> bool:
    """A line with nothing but untitled loose tiles needs no heading."""
    return all(group.loose and not group.title for group, _ in line)


def _place(
    zones: Sequence[ZoneModel],
    flows: list[_Flow],
    width: float,
    room: float,
    font: int,
    packer: Packer,
    sizes: Sizes,
) -> Laid:
    laid = Laid(font, width)
    top = 0.0
    for zone, flow, tall in zip(zones, flows, _share([flow.height for flow in flows], room), strict=True):
        laid.zones[zone.id] = Rect(0.0, top, width, tall)
        laid.lines[zone.id] = _place_zone(laid, flow, top, tall, packer, sizes)
        top += tall + sizes.zone_gap
    laid.height = max(0.0, top - sizes.zone_gap)
    return laid


def _share(needs: Sequence[float], room: float) -> list[float]:
    """Heights that add up to the room, as equal as the needs allow; the needs where they exceed it."""
    if sum(needs) >= room or not needs:
        return list(needs)
    given = list(needs)
    open_ones = list(range(len(needs)))
    while open_ones:
        taken = sum(given) - sum(given[i] for i in open_ones)
        level = (room - taken) / len(open_ones)
        over = {i for i in open_ones if needs[i] > level}
        if not over:
            for i in open_ones:
                given[i] = level
            break
        open_ones = [i for i in open_ones if i not in over]
    return given


def _place_zone(
    laid: Laid, flow: _Flow, top: float, tall: float, packer: Packer, sizes: Sizes
) -> list[tuple[float, float, tuple[Group, ...]]]:
    lines = []
    y = top + sizes.head + sizes.pad_top
    grown = _grown(flow, max(0.0, tall - flow.height), sizes)
    for line, heights, head in zip(flow.lines, grown, flow.heads, strict=True):
        x = sizes.pad_x
        height = _line_height(head, heights, sizes)
        first = y + head
        tops = list(accumulate(heights, lambda edge, high: edge + high + sizes.gap, initial=first))
        for group, columns in line:
            wide = _frame(columns, flow.column, sizes)
            laid.groups[group.id] = Rect(x, y, wide, height)
            laid.heads[group.id] = head
            packer.cells(group, flow.least, laid.font)
            rows = packer.rows(group, columns, flow.column, laid.font, sizes.gap)
            laid.grids[group.id] = Grid(tuple(tops[: len(rows.firsts)]), rows.firsts, sizes.gap)
            for number, (tile, (row, column, span)) in enumerate(zip(group.tiles, rows.cells, strict=True)):
                laid.numbers[tile.id] = (group.id, number)
                laid.tiles[tile.id] = Rect(
                    x + sizes.group_pad + column * (flow.column + sizes.gap),
                    tops[row],
                    span * flow.column + (span - 1) * sizes.gap,
                    heights[row],
                )
            x += wide + sizes.group_gap
        lines.append((y, y + height, tuple(group for group, _ in line)))
        y += height + sizes.line_gap
    return lines


def _grown(flow: _Flow, spare: float, sizes: Sizes) -> list[tuple[float, ...]]:
    """The heights of the rows with room to spare shared out: the lowest grow first, up to a fair shape."""
    needs = [height for rows in flow.rows for height in rows]
    cap = flow.column * sizes.shape
    shared = [
        max(need, min(given, cap))
        for need, given in zip(needs, _share(needs, sum(needs) + spare), strict=True)
    ]
    grown, start = [], 0
    for rows in flow.rows:
        grown.append(tuple(shared[start : start + len(rows)]))
        start += len(rows)
    return grown
