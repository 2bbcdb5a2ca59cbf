"""Where something that is carried would land, what marks that place, and what stands beside what."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import inf, nextafter

from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.ui.surface.layout import GROUP_GAP, Laid, Rect
from trivselsdesk.ui.surface.model import Group, ZoneModel


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
    slot = _slot(laid, over, x, y)
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


def cell_at(laid: Laid, zones: Sequence[ZoneModel], x: float, y: float, moving: Iterable[str]) -> Rect | None:
    """The part of a tile around a point in which what is held lands at one place; None beside the tiles.

    A hand that moves within it need not ask ``target_at`` again.
    """
    zone = next((each for each in zones if laid.zones[each.id].holds(x, y)), None)
    over = _group_under(laid, zone, x, y) if zone is not None else None
    slot = _slot(laid, over, x, y) if over is not None else 0
    if over is None or slot >= len(over.tiles):
        return None
    box = laid.tiles[over.tiles[slot].id]
    if not box.holds(x, y):
        return None
    half = nextafter(box.x + box.w / 2, inf)
    edges = [box.x, half, box.right]
    if over.loose and over.tiles[slot].id not in set(moving):
        inner = _middle(box)
        edges = [box.x, inner.x, inner.right, box.right]
    left, right = next(each for each in pairwise(edges) if x < each[1])
    return Rect(left, box.y, right - left, box.h)


def _slot(laid: Laid, group: Group, x: float, y: float) -> int:
    """The number of the tile of a group under or nearest before a point; their count after the last."""
    grid, count = laid.grids[group.id], len(group.tiles)
    if not count:
        return 0
    row = max(0, bisect_right(grid.tops, y) - 1)
    first = grid.firsts[row]
    last = (grid.firsts[row + 1] if row + 1 < len(grid.firsts) else count) - 1
    end = laid.tiles[group.tiles[last].id]
    if last == count - 1 and (y >= end.bottom + grid.gap or x >= end.right + grid.gap):
        return count
    return next((n for n in range(last, first, -1) if laid.tiles[group.tiles[n].id].x <= x), first)


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
    """The tile nearest in a direction (``left right up down``) from another. Sideways within its row."""
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
        beside = aside < (box.h + here.h) / 2 if key in ("left", "right") else True
        if ahead > 4 and beside:
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
