"""How the tiles of a group stand in rows: a long one over two columns, a row as high as its tallest."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, NamedTuple

from trivselsdesk.ui.surface.model import Group, Tile

LONG = 7.8
"""A tile that would be taller than so many font sizes in one column (about five lines) takes two."""
CROWD = 200
"""In a larger group all tiles take one column: there it is the look over all that matters."""
KEPT = 20_000
"""Answers that are remembered at most."""

Need = Callable[[Tile, float, int], float]
"""Height in px that a tile needs at a width (px) and a font size (px)."""


class Rows(NamedTuple):
    """The tiles of a group in rows."""

    cells: tuple[tuple[int, int, int], ...]
    """For each tile its row, its column and how many columns it takes."""
    firsts: tuple[int, ...]
    """For each row the number of its first tile."""
    heights: tuple[float, ...]
    """For each row what its tallest tile needs, in px."""


class Packer:
    """Sets groups in rows, and remembers how: the same ones are asked for after every change."""

    def __init__(
        self,
        need: Need,
        widest_word: Callable[[Tile, int], float] | None = None,
        name_lines: Callable[[Group, float], int] | None = None,
    ) -> None:
        """``widest_word`` is the width in px under which a tile's words would have to be divided;
        ``name_lines`` says how many lines a group's name takes in a frame of a width in px."""
        self._need = need
        self._name_lines = name_lines
        self._widest_word = widest_word
        self._rows: dict[tuple[str, int, float, int, frozenset[int]], tuple[tuple[Tile, ...], Rows]] = {}
        self._narrowest: dict[tuple[str, int], tuple[tuple[Tile, ...], float]] = {}
        self.flows: dict[Hashable, tuple[tuple[Group, ...], Any]] = {}
        """For each zone and way to set it the groups that it had, and what was found then."""
        self.lines: dict[Hashable, tuple[object, tuple[float, tuple[float, ...]]]] = {}
        """For each line of groups and way to set it the line itself, its head and its rows, in px."""
        self._long: dict[tuple[str, int], tuple[tuple[Tile, ...], float, frozenset[int]]] = {}

    def narrowest(self, group: Group, font: int) -> float:
        """The least width in px at which no tile of the group has a word divided."""
        if self._widest_word is None:
            return 0.0
        known = self._narrowest.get((group.id, font))
        if known is None or known[0] is not group.tiles:
            found = max((self._widest_word(tile, font) for tile in group.tiles), default=0.0)
            known = self._narrowest[group.id, font] = (group.tiles, found)
        return known[1]

    def name_lines(self, group: Group, width: float) -> int:
        """How many lines the name of a group takes in a frame of that width in px."""
        return 1 if self._name_lines is None else self._name_lines(group, width)

    def cells(self, group: Group, least: float, font: int) -> int:
        """How many cells the tiles take together, when the narrowest column is ``least`` px."""
        key = (group.id, font)
        known = self._long.get(key)
        if known is None or known[0] is not group.tiles or known[1] != least:
            found = frozenset(
                number
                for number, tile in enumerate(group.tiles if len(group.tiles) <= CROWD else ())
                if self._need(tile, least, font) > LONG * font
            )
            known = self._long[key] = (group.tiles, least, found)
        return len(group.tiles) + len(known[2])

    def rows(self, group: Group, columns: int, column: float, font: int, gap: float) -> Rows:
        """The group in so many columns, each ``column`` px wide. Ask for its ``cells`` first."""
        known_long = self._long.get((group.id, font))
        long = known_long[2] if known_long is not None and columns > 1 else frozenset()
        key = (group.id, columns, round(column, 1), font, long)
        known = self._rows.get(key)
        if known is None or known[0] is not group.tiles:
            if len(self._rows) > KEPT:
                self._rows.clear()
            rows = self._packed(group, columns, column, font, gap, long)
            known = self._rows[key] = (group.tiles, rows)
        return known[1]

    def _packed(
        self, group: Group, columns: int, column: float, font: int, gap: float, long: frozenset[int]
    ) -> Rows:
        cells: list[tuple[int, int, int]] = []
        firsts: list[int] = []
        heights: list[float] = []
        used = columns
        for number, tile in enumerate(group.tiles):
            span = 2 if number in long else 1
            if used + span > columns:
                firsts.append(number)
                heights.append(0.0)
                used = 0
            cells.append((len(firsts) - 1, used, span))
            used += span
            need = self._need(tile, span * column + (span - 1) * gap, font)
            if need > heights[-1]:
                heights[-1] = need
        return Rows(tuple(cells), tuple(firsts), tuple(heights))
