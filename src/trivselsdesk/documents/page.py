"""Pages before they are written: marks in lines, lines in blocks, blocks on as many pages as they need."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from trivselsdesk.documents.ink import INK, Style
from trivselsdesk.domain.frozen import dataclass


@dataclass(frozen=True)
class Text:
    """Words on one line. ``y`` is the baseline. All places are px from the top left."""

    x: float
    y: float
    text: str
    style: Style


@dataclass(frozen=True)
class Box:
    """A rectangle; a thin filled one is a rule."""

    x: float
    y: float
    width: float
    height: float
    fill: str = ""
    stroke: str = ""
    radius: float = 0.0


@dataclass(frozen=True)
class Cup:
    """The cup that marks a break, drawn as strokes: Lato has no such sign."""

    x: float
    y: float
    size: float
    colour: str = INK


@dataclass(frozen=True)
class Circle:
    """A circle around a middle."""

    x: float
    y: float
    radius: float
    fill: str = ""
    stroke: str = ""


@dataclass(frozen=True)
class Stroke:
    """A straight line."""

    x: float
    y: float
    to_x: float
    to_y: float
    colour: str = INK
    thick: float = 1.0


@dataclass(frozen=True)
class Shape:
    """A closed line through corners."""

    corners: tuple[tuple[float, float], ...]
    fill: str = ""
    stroke: str = ""
    line: float = 1.0


Mark = Text | Box | Cup | Circle | Stroke | Shape


@dataclass(frozen=True)
class Line:
    """A strip of a column that is never cut. ``y`` of its marks counts from its own top."""

    height: float
    marks: tuple[Mark, ...] = ()


Frame = Callable[[float, bool], tuple[Mark, ...]]
"""Marks behind a block, from its height and whether it is the first below a head or on a page."""


@dataclass(frozen=True)
class Block:
    """Columns of lines side by side that stay together on a page where they can."""

    columns: tuple[tuple[Line, ...], ...]
    top: float = 0.0
    bottom: float = 0.0
    above: float = 0.0
    """Space before it; none at the top of a page."""
    frame: Frame | None = None
    head: Block | None = None
    """A block to repeat where this one begins a page."""
    with_next: bool = False
    """Never the last on a page."""
    outline: str = ""
    """Its bookmark."""
    level: int = 0

    @property
    def height(self) -> float:
        """Its height, the space before it left out."""
        tallest = max((sum(line.height for line in column) for column in self.columns), default=0.0)
        return self.top + tallest + self.bottom

    def split(self, room: float) -> tuple[Block, Block]:
        """What fits into ``room``, at least one line, and the rest."""
        heads, rests = [], []
        for column in self.columns:
            left = room - self.top - self.bottom
            count = 0
            while count < len(column) and column[count].height <= left:
                left -= column[count].height
                count += 1
            heads.append(column[:count])
            rests.append(column[count:])
        if not any(heads):
            heads = [column[:1] for column in self.columns]
            rests = [column[1:] for column in self.columns]
        return (
            replace(self, columns=tuple(heads)),
            replace(self, columns=tuple(rests), outline="", above=0.0),
        )


@dataclass(frozen=True)
class Placed:
    """A block at its place on a page."""

    y: float
    block: Block
    first: bool


Page = list[Placed]


def stacked(blocks: list[Block], top: float) -> tuple[Page, float]:
    """All blocks below each other on one page however long, and where the last one ends."""
    page: Page = []
    y = top
    for block in blocks:
        y += block.above if page else 0.0
        page.append(Placed(y, block, not page))
        y += block.height
    return page, y


_LEAST = 120.0
"""A row that may be cut begins on a page that has this much room left."""
_TALL = 280.0
"""A row taller than this may be cut: kept whole, it would leave half a page empty."""


def paged(blocks: list[Block], top: float, bottom: float) -> list[Page]:
    """Blocks on as many pages as they need. Only a tall block is cut."""
    pages: list[Page] = [[]]
    y = top
    waiting = list(reversed(blocks))
    while waiting:
        block = waiting.pop()
        page = pages[-1]
        above = block.above if page else 0.0
        head = block.head if not page else None
        start = y + above + (head.height if head else 0.0)
        need = block.height
        if block.with_next and waiting:
            need += waiting[-1].above + min(waiting[-1].height, _LEAST)
        may_cut = block.height > _TALL and bottom - start >= _LEAST
        if start + need > bottom and page and not may_cut:
            waiting.append(block)
            pages.append([])
            y = top
            continue
        if head:
            page.append(Placed(y, head, True))
        if start + block.height > bottom:
            block, rest = block.split(bottom - start)
            waiting.append(rest)
        below_head = not page or bool(head) or page[-1].block is block.head
        page.append(Placed(start, block, below_head))
        y = start + block.height
    return pages
