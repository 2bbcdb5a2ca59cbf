"""Where everything on a board stands: the largest type at which all fits, the same order everywhere.

Pure arithmetic in pixels. Zones are stacked; a zone is a flow of groups; a group is a grid of
tiles (design system, §8). What does not fit at the smallest type makes the board taller, so that
it scrolls; nothing overlaps and nothing is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from math import ceil
from typing import NamedTuple

from trivselsdesk.ui.surface.model import Group, Tile, ZoneModel

HEAD = 34.0
GROUP_HEAD = 30.0
GAP = 6.0
GROUP_GAP = 10.0


@dataclass(frozen=True)
class Sizes:
    """The measures of a board, in px. As they stand they are the console's."""

    zone_gap: float = 10.0
    head: float = HEAD
    pad_x: float = 10.0
    pad_top: float = 8.0
    pad_bottom: float = 10.0
    group_head: float = GROUP_HEAD
    group_pad: float = 7.0
    gap: float = GAP
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
MANY = 400
"""Above so many tiles the board scrolls at the smallest type; nobody reads that many at once."""

FONTS = tuple(range(24, 13, -1))
"""Type sizes to try, largest first (design tokens, »note«: 14–24)."""

Need = Callable[[Tile, float, int], float]
"""Height in px that a tile needs at a width (px) and a font size (px)."""


Tallest = Callable[[Group, float, int], float]
"""Height in px that the tallest tile of a group needs at a width and a font size."""


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
        return self.x <= x < self.right and self.y <= y < self.bottom


class Grid(NamedTuple):
    """How the tiles of a group stand: from the upper left corner, in rows, the gap between all alike."""

    x: float
    y: float
    columns: int
    w: float
    h: float

    def slot(self, x: float, y: float, count: int) -> int:
        """The number of the tile under or nearest before a point; ``count`` after the last."""
        row = max(0, int((y - self.y) // (self.h + GAP)))
        column = min(self.columns - 1, max(0, int((x - self.x) // (self.w + GAP))))
        return min(count, row * self.columns + column)


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
    column: float
    tile: float
    height: float

    def rows(self, line: tuple[tuple[Group, int], ...]) -> int:
        return max((_rows(group, columns) for group, columns in line), default=0)


def lay_out(
    zones: Sequence[ZoneModel],
    width: float,
    height: float,
    need: Need,
    fonts: Sequence[int] = FONTS,
    tallest: Tallest | None = None,
    sizes: Sizes = CONSOLE,
) -> Laid:
    """Lay zones out in ``width`` × ``height``. ``fonts`` are tried from the first on.

    Whoever lays the same groups out again and again can answer ``tallest`` from memory.
    """

    def asked(group: Group, column: float, font: int) -> float:
        return max(need(each, column, font) for each in group.tiles)

    of_group = tallest or asked
    many = is_crowded(zones)
    tried = fonts[-1:] if many else fonts
    room = height - sizes.zone_gap * (len(zones) - 1)

    def flows_at(font: int) -> list[_Flow]:
        return [_best_flow(zone, width, font, of_group, 3 if many else 0, sizes) for zone in zones]

    # What fits at one size fits at every smaller one, so halving finds the largest.
    first, last = 0, len(tried) - 1
    flows: list[_Flow] | None = None
    while first < last:
        middle = (first + last) // 2
        attempt = flows_at(tried[middle])
        if sum(flow.height for flow in attempt) <= room:
            last, flows = middle, attempt
        else:
            first, flows = middle + 1, None
    font = tried[last]
    flows = flows or flows_at(font)
    return _place(zones, flows, width, room, font, sizes)


def is_crowded(zones: Sequence[ZoneModel]) -> bool:
    """Whether there are so many tiles that the board scrolls whatever its size."""
    return sum(len(group.tiles) for zone in zones for group in zone.groups) > MANY


def _best_flow(zone: ZoneModel, width: float, font: int, tallest: Tallest, rows: int, sizes: Sizes) -> _Flow:
    inner = width - 2 * sizes.pad_x
    counts = (rows,) if rows else range(1, 7)
    flows = [_flow(zone, inner, font, tallest, count, sizes) for count in counts]
    return min(flows, key=lambda flow: flow.height)


def _flow(zone: ZoneModel, inner: float, font: int, tallest: Tallest, rows: int, sizes: Sizes) -> _Flow:
    least = sizes.column_least * font
    most_columns = max(1, int((inner - 2 * sizes.group_pad + sizes.gap) // (least + sizes.gap)))
    shown = [group for group in zone.groups if group.tiles or not group.loose]
    lines: list[list[tuple[Group, int]]] = []
    used = 0.0
    for group in shown:
        columns = min(most_columns, max(1, ceil(len(group.tiles) / rows)))
        if group.loose and rows * most_columns < len(group.tiles):
            columns = most_columns
        wide = columns * least + (columns - 1) * sizes.gap + 2 * sizes.group_pad
        if lines and used + sizes.group_gap + wide <= inner:
            lines[-1].append((group, columns))
            used += sizes.group_gap + wide
        else:
            lines.append([(group, columns)])
            used = wide
    frozen = tuple(tuple(line) for line in lines)
    column = min([sizes.column_most * font, *(_column(line, inner, sizes) for line in frozen)])
    tile = max((tallest(group, column, font) for group in shown if group.tiles), default=sizes.empty)
    flow = _Flow(frozen, column, tile, 0.0)
    body = sum(_line_height(flow, line, tile, sizes) for line in frozen) + sizes.line_gap * max(
        0, len(frozen) - 1
    )
    return _Flow(frozen, column, tile, sizes.head + sizes.pad_top + (body or sizes.empty) + sizes.pad_bottom)


def _column(line: tuple[tuple[Group, int], ...], inner: float, sizes: Sizes) -> float:
    columns = sum(count for _, count in line)
    gaps = (
        (columns - len(line)) * sizes.gap
        + (len(line) - 1) * sizes.group_gap
        + 2 * sizes.group_pad * len(line)
    )
    return (inner - gaps) / columns


def _rows(group: Group, columns: int) -> int:
    return max(1, ceil(len(group.tiles) / columns))


def _line_height(flow: _Flow, line: tuple[tuple[Group, int], ...], tile: float, sizes: Sizes) -> float:
    rows = flow.rows(line)
    # A line without frames needs no room for them: on a small screen that is what a row of notes lacks.
    frame = 0.0 if _bare(line) else sizes.group_head + sizes.group_pad
    return frame + rows * tile + (rows - 1) * sizes.gap


def _bare(line: tuple[tuple[Group, int], ...]) -> bool:
    """A line with nothing but untitled loose tiles needs no heading."""
    return all(group.loose and not group.title for group, _ in line)


def _place(
    zones: Sequence[ZoneModel], flows: list[_Flow], width: float, room: float, font: int, sizes: Sizes
) -> Laid:
    laid = Laid(font, width)
    top = 0.0
    for zone, flow, tall in zip(zones, flows, _share([flow.height for flow in flows], room), strict=True):
        laid.zones[zone.id] = Rect(0.0, top, width, tall)
        laid.lines[zone.id] = _place_zone(laid, flow, top, tall, sizes)
        top += tall + sizes.zone_gap
    laid.height = max(0.0, top - sizes.zone_gap)
    return laid


def _share(needs: list[float], room: float) -> list[float]:
    """Heights that add up to the room, as equal as the needs allow; the needs where they exceed it."""
    if sum(needs) >= room or not needs:
        return needs
    given = list(needs)
    open_zones = list(range(len(needs)))
    while open_zones:
        level = (room - sum(given[i] for i in range(len(needs)) if i not in open_zones)) / len(open_zones)
        over = [i for i in open_zones if needs[i] > level]
        if not over:
            for i in open_zones:
                given[i] = level
            break
        open_zones = [i for i in open_zones if i not in over]
    return given


def _place_zone(
    laid: Laid, flow: _Flow, top: float, tall: float, sizes: Sizes
) -> list[tuple[float, float, tuple[Group, ...]]]:
    lines = []
    all_rows = sum(flow.rows(line) for line in flow.lines)
    spare = max(0.0, tall - flow.height)
    tile = flow.tile
    if all_rows:
        tile = max(tile, min(tile + spare / all_rows, flow.column * sizes.shape))
    y = top + sizes.head + sizes.pad_top
    for line in flow.lines:
        x = sizes.pad_x
        height = _line_height(flow, line, tile, sizes)
        head = 0.0 if _bare(line) else sizes.group_head
        for group, columns in line:
            shown = columns
            wide = shown * flow.column + (shown - 1) * sizes.gap + 2 * sizes.group_pad
            laid.groups[group.id] = Rect(x, y, wide, height)
            laid.grids[group.id] = Grid(x + sizes.group_pad, y + head, columns, flow.column, tile)
            for number, each in enumerate(group.tiles):
                row, column = divmod(number, columns)
                laid.numbers[each.id] = (group.id, number)
                laid.tiles[each.id] = Rect(
                    x + sizes.group_pad + column * (flow.column + sizes.gap),
                    y + head + row * (tile + sizes.gap),
                    flow.column,
                    tile,
                )
            x += wide + sizes.group_gap
        lines.append((y, y + height, tuple(group for group, _ in line)))
        y += height + sizes.line_gap
    return lines


@dataclass(frozen=True)
class Target:
    """Where something would land. ``kind`` is ``zone`` (loose), ``group``, ``tile`` or ``park``."""

    kind: str
    zone: str = ""
    group: str = ""
    tile: str = ""
    index: int | None = None


def target_at(
    laid: Laid, zones: Sequence[ZoneModel], x: float, y: float, moving: Iterable[str], *, groups: bool = False
) -> Target | None:
    """Where tiles that are held over a point would land; with ``groups`` a whole group is held."""
    held = set(moving)
    zone = next((each for each in zones if laid.zones[each.id].holds(x, y)), None)
    if zone is None:
        return None
    over = _group_under(laid, zone, x, y)
    if groups:
        joins = over is not None and not over.loose and over.id not in held
        if over is not None and joins and _middle(laid.groups[over.id]).holds(x, y):
            return Target("group", zone.id, over.id)
        return Target("zone", zone.id, index=_groups_before(laid, zone, x, y, held))
    if over is None:
        return Target("zone", zone.id)
    lifted = _numbers(laid, over.id, held)
    slot = laid.grids[over.id].slot(x, y, len(over.tiles))
    index = slot
    if slot < len(over.tiles):
        tile = over.tiles[slot]
        box = laid.tiles[tile.id]
        if over.loose and tile.id not in held and _middle(box).holds(x, y):
            return Target("tile", zone.id, tile=tile.id)
        if y >= box.bottom or (y >= box.y and x > box.x + box.w / 2):
            index = slot + 1
    index -= sum(1 for number in lifted if number < index)
    if over.loose:
        return Target("zone", zone.id, index=index)
    return Target("group", zone.id, over.id, index=index)


def _group_under(laid: Laid, zone: ZoneModel, x: float, y: float) -> Group | None:
    for top, bottom, groups in laid.lines.get(zone.id, ()):
        if top <= y < bottom:
            return next((each for each in groups if laid.groups[each.id].holds(x, y)), None)
    return None


def landing_bar(
    laid: Laid, zones: Sequence[ZoneModel], target: Target, moving: Iterable[str], *, groups: bool = False
) -> Rect | None:
    """The thin bar that shows between which tiles, or with ``groups`` which groups, something lands."""
    held = set(moving)
    zone = next((each for each in zones if each.id == target.zone), None)
    if zone is None or target.kind not in ("zone", "group") or target.index is None:
        return None
    if groups:
        return _bar_between_groups(laid, zone, target.index, held)
    group = next((g for g in zone.groups if (g.id == target.group if target.group else g.loose)), None)
    if group is None:
        return None
    lifted = _numbers(laid, group.id, held)
    resting = len(group.tiles) - len(lifted)
    if resting <= 0:
        return None
    if target.index < resting:
        box = laid.tiles[group.tiles[_resting(target.index, lifted)].id]
        return Rect(box.x - 5, box.y, 4, box.h)
    box = laid.tiles[group.tiles[_resting(resting - 1, lifted)].id]
    return Rect(box.right + 1, box.y, 4, box.h)


def _themes_at_rest(laid: Laid, zone: ZoneModel, held: set[str]) -> list[Rect]:
    """Where the named groups of a zone stand that are not held, in their order."""
    named = [group.id for group in zone.groups if not group.loose and group.id not in held]
    return [laid.groups[each] for each in named if each in laid.groups]


def _groups_before(laid: Laid, zone: ZoneModel, x: float, y: float, held: set[str]) -> int:
    """How many named groups come before a point in the order of reading."""
    boxes = _themes_at_rest(laid, zone, held)
    return sum(1 for box in boxes if y >= box.bottom or (y >= box.y and x > box.x + box.w / 2))


def _bar_between_groups(laid: Laid, zone: ZoneModel, index: int, held: set[str]) -> Rect | None:
    boxes = _themes_at_rest(laid, zone, held)
    if not boxes:
        return None
    if index < len(boxes):
        box = boxes[index]
        return Rect(box.x - (GROUP_GAP + 4) / 2, box.y, 4, box.h)
    box = boxes[-1]
    return Rect(box.right + (GROUP_GAP - 4) / 2, box.y, 4, box.h)


def _numbers(laid: Laid, group_id: str, held: set[str]) -> list[int]:
    """The numbers that held tiles have in a group, rising."""
    places = (laid.numbers.get(each, ("", 0)) for each in held)
    return sorted(number for group, number in places if group == group_id)


def _resting(index: int, lifted: list[int]) -> int:
    """The number of the tile that is at ``index`` when the lifted ones are not counted."""
    for number in lifted:
        if number <= index:
            index += 1
    return index


def _middle(box: Rect) -> Rect:
    """The part of a tile that means »onto it« rather than »beside it«."""
    return Rect(box.x + box.w * 0.22, box.y, box.w * 0.56, box.h)


def neighbour(laid: Laid, current: str, key: str) -> str | None:
    """The tile nearest in a direction (``left right up down``) from another."""
    here = laid.tiles.get(current)
    if here is None:
        return next(iter(laid.tiles), None)
    cx, cy = here.x + here.w / 2, here.y + here.h / 2
    best: tuple[float, str] | None = None
    for tile_id, box in laid.tiles.items():
        if tile_id == current:
            continue
        dx, dy = box.x + box.w / 2 - cx, box.y + box.h / 2 - cy
        ahead, aside = {
            "left": (-dx, abs(dy)),
            "right": (dx, abs(dy)),
            "up": (-dy, abs(dx)),
            "down": (dy, abs(dx)),
        }[key]
        if ahead > 4:
            distance = ahead + 3 * aside
            if best is None or distance < best[0]:
                best = (distance, tile_id)
    return best[1] if best else None


def tile_above(laid: Laid, group_id: str) -> str | None:
    """The tile nearest above a group's heading."""
    head = laid.groups[group_id]
    above = [(tile, box) for tile, box in laid.tiles.items() if box.bottom <= head.y]
    best = min(above, key=lambda each: head.y - each[1].bottom + abs(each[1].x - head.x) / 3, default=None)
    return best[0] if best else None
