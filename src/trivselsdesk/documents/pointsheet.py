"""The sheet with plus and minus on A4: everybody's own, and below it the strip to hand in."""

from __future__ import annotations

from datetime import datetime

from trivselsdesk.documents import writer
from trivselsdesk.documents.errors import DocumentError
from trivselsdesk.documents.ink import BOLD, INK_SOFT, OUTLINE, PETROL, REGULAR, RULE, SEMIBOLD, Style
from trivselsdesk.documents.page import Block, Box, Line, Mark, Text, paged
from trivselsdesk.documents.wrap import Run, natural_width, paragraph
from trivselsdesk.documents.writer import BOTTOM, LEFT, WIDE
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.pack import Pack
from trivselsdesk.domain.points import Point, grouped, lists_of, points_now, points_tool

TOP = 48.0
_SIDE = 20.0
_STRIP_SIDE = 15.0
_KICKER = Style(SEMIBOLD, 14, 22, PETROL)
_HEADING = Style(BOLD, 25, 32)
_LEAD = Style(REGULAR, 14, 20, INK_SOFT)
_LIST = Style(BOLD, 15, 22)
_POINT = Style(SEMIBOLD, 14, 18)
_TEXT = Style(REGULAR, 11, 14, INK_SOFT)
_SIGN = Style(BOLD, 13, 18)
_STRIP = Style(REGULAR, 12, 21)
_NAME_WIDE = 250.0
_BOXES = LEFT + _NAME_WIDE + 12


def make(book: Book, pack: Pack, now: datetime) -> bytes:
    """One sheet; print as many as there are people. Raises DocumentError when the lists are empty."""
    tool = points_tool(pack)
    points = points_now(book, pack, tool) if tool else []
    if tool is None or not points:
        raise DocumentError("Listerne er tomme, så der er intet at sætte plus og minus ved.")
    unit = book.programme.name.strip()
    heading = " · ".join(pack.fill(each.title) for each in lists_of(pack, tool))
    task = " ".join(book.programme.core_task.split())
    lead = "Hvad fungerer godt (+), og hvad kunne være bedre (−)? Sæt plus, minus, begge eller ingenting."
    head = [
        *paragraph([Run(unit or "Dit eget ark", _KICKER)], LEFT, WIDE),
        *paragraph([Run("Plus og minus", _HEADING)], LEFT, WIDE),
        *(paragraph([Run(f"Kerneopgave: {task}", _LEAD)], LEFT, WIDE) if task else ()),
        *paragraph([Run(lead, _LEAD)], LEFT, WIDE),
        *paragraph([Run("Behold arket til samtalen bagefter. Skriv gerne et eksempel.", _LEAD)], LEFT, WIDE),
    ]
    blocks = [Block((tuple(head),), outline=heading)]
    for title, group in grouped(points):
        lines = paragraph([Run(title, _LIST)], LEFT, WIDE) if title else []
        blocks.append(Block((tuple(lines),), above=8, with_next=True))
        blocks += [Block((tuple(_row(each)),), above=2) for each in group]
    blocks.append(_strip(points))
    name = " – ".join(each for each in ("Plus og minus", unit) if each)
    return writer.write(paged(blocks, TOP, BOTTOM), writer.Imprint(name, unit, now))


def _row(point: Point) -> list[Line]:
    """The point, a box for each sign, and a line for an example."""
    lines = paragraph([Run(point.title, _POINT)], LEFT, _NAME_WIDE)
    if point.text:
        lines += paragraph([Run(point.text, _TEXT)], LEFT, _NAME_WIDE)
    tall = sum(line.height for line in lines)
    left = _BOXES + 92
    marks: list[Mark] = [
        *_boxes(_BOXES, _SIDE),
        Box(left, max(18.0, tall - 3), LEFT + WIDE - left, 1, fill=RULE),
    ]
    return [Line(lines[0].height, (*lines[0].marks, *marks)), *lines[1:], Line(4 if tall > 20 else 6)]


def _boxes(x: float, side: float) -> list[Mark]:
    marks: list[Mark] = []
    for place, sign in enumerate(("+", "−")):
        left = x + place * (side + 22)
        marks.append(Text(left, 14, sign, _SIGN))
        marks.append(Box(left + 13, 0, side, side, stroke=OUTLINE, radius=3))
    return marks


def _fits(point: Point, room: float) -> bool:
    return natural_width([Run(point.title, _STRIP)]) <= room - 86


def _strip(points: list[Point]) -> Block:
    """To be torn off: the same boxes without room for words, so that no handwriting tells who it was."""
    dashes = tuple(Box(LEFT + x * 12, 9, 6, 1, fill=RULE) for x in range(int(WIDE // 12)))
    lines = [
        Line(18, dashes),
        *paragraph([Run("Til optælling – riv af, og læg den i bunken. Uden navn.", _LIST)], LEFT, WIDE),
    ]
    columns = next((n for n in (3, 2) if all(_fits(each, WIDE / n) for each in points)), 1)
    room = WIDE / columns
    tall = -(-len(points) // columns)
    for row in range(tall):
        marks: list[Mark] = []
        for column in range(columns):
            place = column * tall + row
            if place >= len(points):
                continue
            x = LEFT + column * room
            words = paragraph([Run(points[place].title, _STRIP)], x + 78, room - 84)
            marks += [*_boxes(x, _STRIP_SIDE), *words[0].marks]
        lines.append(Line(21, tuple(marks)))
    return Block((tuple(lines),), above=8, outline="Til optælling")
