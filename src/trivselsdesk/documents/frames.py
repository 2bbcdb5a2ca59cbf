"""What stands behind a block on paper: tints, outlines, rules, and boxes side by side."""

from __future__ import annotations

from trivselsdesk.documents.ink import LINEN, OUTLINE, PETROL_TINT, RULE, Style
from trivselsdesk.documents.page import Block, Box, Frame, Mark
from trivselsdesk.documents.wrap import Run, paragraph
from trivselsdesk.documents.writer import LEFT, WIDE


def framed(fill: str = "", stroke: str = "", *, radius: float = 4.0, wide: float = WIDE) -> Frame:
    """A box as large as the block, filled, outlined or both. ``radius`` and ``wide`` are px."""

    def frame(height: float, first: bool) -> tuple[Mark, ...]:
        return (Box(LEFT, 0, wide, height, fill=fill, stroke=stroke, radius=radius),)

    return frame


def tinted_heading(
    title: str, style: Style, *, inset: float = 12.0, pad: float = 5.0, above: float = 18.0
) -> Block:
    """A heading on petrol tint, on the same page as what follows it, and in the outline. Lengths are px."""
    lines = paragraph([Run(title, style)], LEFT + inset, WIDE - 2 * inset)
    frame = framed(PETROL_TINT)
    return Block(
        (tuple(lines),), top=pad, bottom=pad, above=above, frame=frame, with_next=True, outline=title
    )


def underlined(thick: float = 1.0, colour: str = RULE, *, wide: float = WIDE) -> Frame:
    """A rule along the lower edge of the block. ``thick`` and ``wide`` are px."""

    def frame(height: float, first: bool) -> tuple[Mark, ...]:
        return (Box(LEFT, height - thick, wide, thick, fill=colour),)

    return frame


def cells(edges: list[float], *, radius: float = 4.0) -> Frame:
    """An outlined box with a line between its columns, which begin at ``edges``, px from the page's left."""

    def frame(height: float, first: bool) -> tuple[Mark, ...]:
        inner = (Box(edge, 0, 1, height, fill=OUTLINE) for edge in edges[1:])
        return Box(LEFT, 0, WIDE, height, stroke=OUTLINE, radius=radius), *inner

    return frame


def even_cells(count: int) -> Frame:
    """An outlined box in ``count`` equal columns."""
    return cells([LEFT + place * WIDE / count for place in range(count)])


def timed_row(pause: bool) -> Frame:
    """A row of a table of the meeting: a rule above all but the first, and breaks on linen."""

    def frame(height: float, first: bool) -> tuple[Mark, ...]:
        tint = (Box(LEFT, 0, WIDE, height, fill=LINEN),) if pause else ()
        return tint if first else (*tint, Box(LEFT, 0, WIDE, 1, fill=RULE))

    return frame
