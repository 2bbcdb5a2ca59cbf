"""Where an arrow key leads on the board: from note to note, and to the headings of the themes."""

from __future__ import annotations

from collections.abc import Sequence

from trivselsdesk.ui.surface.layout import Laid
from trivselsdesk.ui.surface.model import Group, ZoneModel
from trivselsdesk.ui.surface.targets import neighbour, tile_above

_STEPS = {"left": -1, "up": -1, "right": 1, "down": 1}


def heading_ahead(laid: Laid, zones: Sequence[ZoneModel], tile: str, heading: str, way: str) -> str:
    """The theme whose heading the key ``left right up down`` leads to; empty when it leads to a note.

    One goes up to a heading from the first row of its theme, and on to the next one sideways.
    ``tile`` or ``heading`` is where the keyboard is.
    """
    themes = [group for zone in zones for group in zone.groups if not group.loose]
    if heading:
        now = next(number for number, each in enumerate(themes) if each.id == heading)
        leads_to_note = tile_above(laid, heading) if way == "up" else way == "down" and themes[now].tiles
        on = now + _STEPS[way]
        return themes[on].id if not leads_to_note and 0 <= on < len(themes) else ""
    group_id, number = laid.numbers.get(tile, ("", 0))
    inside = any(each.id == group_id for each in themes)
    return group_id if way == "up" and inside and laid.grids[group_id].leads(number) else ""


def tile_ahead(laid: Laid, zones: Sequence[ZoneModel], tile: str, heading: str, way: str) -> str | None:
    """The note that the key leads to. Past the end of a row one goes on in the next, as in a text."""
    if heading:
        if way == "up":
            return tile_above(laid, heading)
        tiles = _group(zones, heading).tiles
        return tiles[0].id if tiles and way == "down" else None
    found = neighbour(laid, tile, way)
    if found is not None or way not in ("left", "right"):
        return found
    ids = [each.id for zone in zones for group in zone.groups for each in group.tiles]
    at = ids.index(tile) + _STEPS[way] if tile in ids else -1
    return ids[at] if 0 <= at < len(ids) else None


def _group(zones: Sequence[ZoneModel], group_id: str) -> Group:
    return next(group for zone in zones for group in zone.groups if group.id == group_id)
