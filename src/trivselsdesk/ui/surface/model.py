"""What a board shows, free of widgets: zones, groups and tiles in their order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from trivselsdesk.domain.frozen import dataclass

LOOSE = "loose:"
"""Group ids that begin so stand for the tiles of a zone that belong to no group."""


@dataclass(frozen=True)
class Tile:
    """One thing to move: a note, or a card that stands for a theme."""

    id: str
    text: str
    look: str
    """``yellow`` or ``pink`` for notes, ``card`` for themes."""
    mark: str = ""
    """Word beside the dots, such as »Trio«; on a card the number of notes."""
    tone: str = "plain"
    icon: str = ""
    must_act: bool = False
    kind: str = ""
    """What such a note is called aloud, such as »Gul seddel«."""
    voices: int = 1
    """How many notes, as people wrote them, it stands for."""


@dataclass(frozen=True)
class Group:
    """Tiles under one name."""

    id: str
    title: str
    tiles: tuple[Tile, ...]
    agreed: bool = False
    """»Er I enige?« has been answered with yes."""
    links: int = 0
    """Notes that show a way to solve it."""

    @property
    def count(self) -> int:
        """Notes in it, as people wrote them."""
        return sum(tile.voices for tile in self.tiles)

    @property
    def loose(self) -> bool:
        """Whether this is the lot of tiles without a theme."""
        return self.id.startswith(LOOSE)


@dataclass(frozen=True)
class ZoneModel:
    """A field of the board. The last group may be the loose one."""

    id: str
    title: str
    hint: str
    tone: str
    icon: str
    groups: tuple[Group, ...]
    empty: str = ""
    """What an empty zone says."""

    @property
    def count(self) -> int:
        """Notes in the zone, as people wrote them."""
        return sum(group.count for group in self.groups)


def first_of(zones: Sequence[ZoneModel], most: int) -> tuple[ZoneModel, ...]:
    """The zones with their first tiles only, together as many as given, in the order of reading."""
    found = []
    for zone in zones:
        groups = []
        for group in zone.groups:
            tiles = group.tiles if len(group.tiles) <= most else group.tiles[:most]
            most -= len(tiles)
            groups.append(group if tiles is group.tiles else replace(group, tiles=tiles))
        found.append(replace(zone, groups=tuple(groups)))
    return tuple(found)


@dataclass(frozen=True)
class Aloft:
    """What is in the air on the console, and where. Nothing in it: it has been put down."""

    ids: tuple[str, ...] = ()
    group: str = ""
    zone: str = ""
    """The zone that it is over; the place is given within it, 0..1 from its upper left corner."""
    u: float = 0.0
    v: float = 0.0
    """In a matrix from the left and the bottom."""
