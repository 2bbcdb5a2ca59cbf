"""Where rows of the list can be put: the places in order, and the one under the pointer."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from trivselsdesk.ui.run.board.list_rows import GROUP, TILE, ZONE, Row
from trivselsdesk.ui.surface.model import Group, Tile, ZoneModel
from trivselsdesk.ui.surface.targets import Target

EDGE = 0.28
"""The upper and the lower part of a loose note's row mean »beside it«; the middle means »onto it«."""


def resting(group: Group, held: Collection[str]) -> list[Tile]:
    """The tiles of a group that are not in the air."""
    return [tile for tile in group.tiles if tile.id not in held]


def group_of(zones: Sequence[ZoneModel], target: Target) -> Group | None:
    """The theme that a target lies in, or the lot of loose tiles of its zone."""
    zone = next((each for each in zones if each.id == target.zone), None)
    if zone is None:
        return None
    wanted = target.group
    return next((g for g in zone.groups if (g.id == wanted if wanted else g.loose)), None)


def places(zones: Sequence[ZoneModel], held: Collection[str], group: str, *, park: bool) -> list[Target]:
    """Every place from top to bottom. For a whole theme: its places, then the themes to join."""
    found = _for_theme(zones, group) if group else _for_notes(zones, held)
    return [*found, Target("park")] if park else found


def _for_theme(zones: Sequence[ZoneModel], group: str) -> list[Target]:
    seats: list[Target] = []
    joins: list[Target] = []
    for zone in zones:
        others = themes_beside(zone, group)
        seats += [Target("zone", zone.id, index=number) for number in range(len(others) + 1)]
        joins += [Target("group", zone.id, each.id) for each in others]
    # Places first, so that a step too many moves a theme and does not merge it.
    return [*seats, *joins]


def themes_beside(zone: ZoneModel, theme: str) -> list[Group]:
    """The themes of a zone but this one, in their order."""
    return [each for each in zone.groups if not each.loose and each.id != theme]


def _for_notes(zones: Sequence[ZoneModel], held: Collection[str]) -> list[Target]:
    found: list[Target] = []
    for zone in zones:
        loose = 0
        for each in zone.groups:
            count = len(resting(each, held))
            if each.loose:
                loose = count
            else:
                found += [Target("group", zone.id, each.id, index=n) for n in range(count + 1)]
        found += [Target("zone", zone.id, index=n) for n in range(loose + 1)]
    return found


def place_now(zones: Sequence[ZoneModel], held: Collection[str], group: str) -> Target | None:
    """Where what is held stands: its first tile, or the theme in its zone."""
    for zone in zones:
        for place, each in enumerate(zone.groups):
            if group:
                if each.id == group:
                    return Target("zone", zone.id, index=place)
                continue
            for number, tile in enumerate(each.tiles):
                if tile.id in held:
                    before = sum(1 for other in each.tiles[:number] if other.id not in held)
                    if each.loose:
                        return Target("zone", zone.id, index=before)
                    return Target("group", zone.id, each.id, index=before)
    return None


def target_on(
    row: Row | None, share: float, held: Collection[str], group: str, *, onto: bool
) -> Target | None:
    """Where it would land on this row; ``share`` is how far down the row the pointer is, 0 to 1.

    ``onto`` says whether a note dropped on a loose one makes a theme.
    """
    if row is None:
        return None
    theme = row.group if row.group is not None and not row.group.loose else None
    if group:
        return _theme_target_on(row, share, theme, group)
    if row.kind == GROUP and theme is not None:
        return Target("group", row.zone.id, theme.id, index=0)
    if row.kind != TILE or row.group is None:
        return Target("zone", row.zone.id, index=0)
    if onto and theme is None and row.id not in held and EDGE < share < 1 - EDGE:
        return Target("tile", row.zone.id, tile=row.id)
    ids = [tile.id for tile in row.group.tiles]
    number = ids.index(row.id) + (1 if share > 0.5 else 0)
    index = sum(1 for each in ids[:number] if each not in held)
    return Target("group" if theme else "zone", row.zone.id, theme.id if theme else "", index=index)


def _theme_target_on(row: Row, share: float, theme: Group | None, held: str) -> Target:
    """A whole theme held over a row: before, onto or after the theme that the row belongs to."""
    others = themes_beside(row.zone, held)
    if row.kind == ZONE:
        return Target("zone", row.zone.id, index=0)
    if theme is None:
        return Target("zone", row.zone.id, index=len(others))
    if theme.id == held:
        before = [each for each in row.zone.groups if not each.loose]
        return Target("zone", row.zone.id, index=before.index(theme))
    place = others.index(theme)
    if row.kind == GROUP:
        if share < EDGE:
            return Target("zone", row.zone.id, index=place)
        if not theme.tiles and share > 1 - EDGE:
            return Target("zone", row.zone.id, index=place + 1)
    elif row.id == theme.tiles[-1].id and share > 0.5:
        return Target("zone", row.zone.id, index=place + 1)
    return Target("group", row.zone.id, theme.id)


class RowLift:
    """Something lifted by Space and led from place to place by the arrow keys."""

    def __init__(self, ways: list[Target], start: Target | None) -> None:
        self._places = ways
        self._at = ways.index(start) if start in ways else 0

    @property
    def target(self) -> Target | None:
        """The place that is marked now."""
        return self._places[self._at] if self._places else None

    def step(self, by: int) -> None:
        """On to the next place (1) or back to the one before (-1); it stops at the ends."""
        self._at = max(0, min(len(self._places) - 1, self._at + by))

    def jump(self, by: int) -> None:
        """On to the next theme or zone, or back to the one before: to its first place."""
        here = self._lot(self._at)
        at = self._at
        while 0 <= at < len(self._places) and self._lot(at) == here:
            at += by
        if not 0 <= at < len(self._places):
            return
        while at > 0 and self._lot(at - 1) == self._lot(at):
            at -= 1
        self._at = at

    def _lot(self, at: int) -> tuple[str, str, str]:
        place = self._places[at]
        return place.kind, place.zone, place.group
