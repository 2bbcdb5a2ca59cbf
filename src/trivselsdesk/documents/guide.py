"""The process on one poster for the wall, A3 across: write and sort, find the room, agree (003: P131, R53).

It is made of what the process holds; the municipality's own poster is a picture that no source describes.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from trivselsdesk.documents import writer
from trivselsdesk.documents.errors import DocumentError
from trivselsdesk.documents.ink import (
    BOLD,
    INK_SOFT,
    LINEN,
    OUTLINE,
    PETROL,
    PETROL_INK,
    PETROL_TINT,
    REGULAR,
    RULE,
    SEMIBOLD,
    Style,
)
from trivselsdesk.documents.page import Block, Box, Line, Mark, Shape, Text, paged
from trivselsdesk.documents.wrap import Run, paragraph
from trivselsdesk.documents.writer import A3, ACROSS_BOTTOM, ACROSS_WIDE, LEFT
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.own_words import with_own_words
from trivselsdesk.domain.pack import Board, Matrix, Pack

TITLE = "Procesguide"
TOP = 44.0
HIGH = 540.0
"""Of a pillar below its headline, px."""
_GAP = 26.0
_INSET = 14.0
_NARROWEST = 40.0

_KICKER = Style(SEMIBOLD, 14, 20, PETROL)
_HEADING = Style(BOLD, 27, 34)
_PILLAR = Style(BOLD, 21, 28, PETROL_INK)
_ZONE = Style(BOLD, 18, 24)
_HINT = Style(REGULAR, 14, 19, INK_SOFT)
_AXIS = Style(SEMIBOLD, 14, 19, INK_SOFT)
_QUESTION = Style(BOLD, 17, 23)
_GO = Style(BOLD, 19, 26, "#FFFFFF")


def make(book: Book, pack: Pack, now: datetime) -> bytes:
    """The poster as PDF. Raises DocumentError where the process has too little to show."""
    pack = with_own_words(pack, book)
    pillars = pillars_of(pack)
    if len(pillars) < 2:
        raise DocumentError("Processen har for lidt at vise på en plakat.")
    unit = " ".join(book.programme.name.split())
    wide = (ACROSS_WIDE - _GAP * (len(pillars) - 1)) / len(pillars)
    head = [
        *paragraph(
            [Run(" · ".join(each for each in (pack.short_title, unit) if each), _KICKER)], LEFT, ACROSS_WIDE
        ),
        *paragraph([Run(TITLE, _HEADING)], LEFT, ACROSS_WIDE),
    ]
    columns = []
    for place, pillar in enumerate(pillars):
        x = LEFT + place * (wide + _GAP)
        title = f"{place + 1}. {_title(pack, pillar)}"
        lines = paragraph([Run(title, _PILLAR)], x, wide)
        lines.append(Line(10, (Box(x, 3, wide, 2, fill=PETROL),)))
        columns.append((*lines, *_body(pack, pillar, x, wide)))
    blocks = [Block((tuple(head),), outline=TITLE), Block(tuple(columns), above=14)]
    name = " – ".join(each for each in (TITLE, unit) if each)
    pages = paged(blocks, TOP, ACROSS_BOTTOM)
    return writer.write(pages, writer.Imprint(name, unit, now), A3, across=True)


def pillars_of(pack: Pack) -> list[str]:
    """What the process has to show: ``board``, ``matrix``, ``questions``."""
    found = {"board": bool(pack.boards), "matrix": bool(pack.matrices), "questions": bool(pack.questions)}
    return [name for name, there in found.items() if there]


def _title(pack: Pack, pillar: str) -> str:
    if pillar == "board":
        return pack.fill(_first(pack).title)
    if pillar == "matrix":
        return pack.fill(pack.matrices[0].title)
    items = (item for meeting in pack.meetings for item in meeting.items)
    asked = next((item.title for item in items if item.tool.kind == "questions"), "Det gør vi")
    return pack.fill(asked)


def _body(pack: Pack, pillar: str, x: float, wide: float) -> list[Line]:
    if pillar == "board":
        return _boards(pack, x, wide)
    if pillar == "matrix":
        return _matrix(pack, pack.matrices[0], x, wide)
    return _questions(pack, x, wide)


def _first(pack: Pack) -> Board:
    return next((each for each in pack.boards if not each.takes), pack.boards[0])


def _boards(pack: Pack, x: float, wide: float) -> list[Line]:
    """The zones to put notes in, and below them those that the cards are sorted into."""
    first = _first(pack)
    sorting = next((each for each in pack.boards if each.takes == first.id), None)
    share = 0.62 if sorting is not None else 1.0
    lines = _zones(pack, first, x, wide, HIGH * share)
    if sorting is not None:
        title = paragraph([Run(pack.fill(sorting.title), _ZONE)], x, wide)
        used = sum(each.height for each in title) + 10
        lines += [Line(10), *title]
        lines += _zones(pack, sorting, x, wide, HIGH * (1 - share) - used)
    return lines


def _zones(pack: Pack, board: Board, x: float, wide: float, high: float) -> list[Line]:
    each_high = max(_NARROWEST, high / len(board.zones))
    lines: list[Line] = []
    for zone in board.zones:
        words = [
            Line(9),
            *paragraph([Run(pack.fill(zone.title), _ZONE)], x + _INSET, wide - 2 * _INSET),
            *paragraph([Run(pack.fill(zone.hint), _HINT)], x + _INSET, wide - 2 * _INSET),
        ]
        used = sum(line.height for line in words)
        box = Box(x, 0, wide, max(each_high - 8, used), fill=LINEN, stroke=OUTLINE, radius=5)
        lines.append(Line(words[0].height, (box,)))
        lines += words[1:]
        lines.append(Line(max(8.0, each_high - used)))
    return lines


def _matrix(pack: Pack, matrix: Matrix, x: float, wide: float) -> list[Line]:
    """The square with its axes and what each corner means."""
    fill = pack.fill
    y, across = matrix.y, matrix.x
    lines = paragraph([Run(f"↑ {fill(y.title)}: {fill(y.low if y.turned else y.high)}", _AXIS)], x, wide)
    half = wide / 2
    side = min(wide, HIGH - 60) / 2
    for top in (True, False):
        row = [matrix.corners[key] for key in (("tl", "tr") if top else ("bl", "br"))]
        marks: list[Mark] = [
            Box(left, 0, half, side, fill=PETROL_TINT if corner.exit == "choose" else LINEN, stroke=OUTLINE)
            for left, corner in zip((x, x + half), row, strict=True)
        ]
        columns = [
            [
                *paragraph([Run(fill(corner.title), _ZONE)], left + _INSET, half - 2 * _INSET),
                *paragraph([Run(fill(corner.text), _HINT)], left + _INSET, half - 2 * _INSET),
            ]
            for left, corner in zip((x, x + half), row, strict=True)
        ]
        for column in columns:
            down = 10.0
            for line in column:
                marks += [_moved(mark, down) for mark in line.marks]
                down += line.height
        lines.append(Line(side, tuple(marks)))
    lines += paragraph([Run(f"↓ {fill(y.title)}: {fill(y.first)}", _AXIS)], x, wide)
    last = across.low if across.turned else across.high
    lines += paragraph([Run(f"{fill(across.first)} ← {fill(across.title)} → {fill(last)}", _AXIS)], x, wide)
    left = HIGH - sum(each.height for each in lines) - 18
    if not pack.parking_title or left < 2 * _NARROWEST:
        return lines
    words = [
        *paragraph([Run(pack.fill(pack.parking_title), _ZONE)], x + _INSET, wide - 2 * _INSET),
        *paragraph([Run(pack.fill(pack.parking_hint), _HINT)], x + _INSET, wide - 2 * _INSET),
    ]
    return [*lines, Line(10), Line(9, (Box(x, 0, wide, left, stroke=OUTLINE, radius=5),)), *words]


def _questions(pack: Pack, x: float, wide: float) -> list[Line]:
    """From the first question down to what is set going."""
    least = HIGH - 64
    each_high = least / len(pack.questions)
    lines: list[Line] = []
    for number, question in enumerate(pack.questions, start=1):
        words = paragraph(
            [Run(f"{number}. {pack.fill(question.title)}", _QUESTION)], x + _INSET, wide - 2 * _INSET
        )
        used = sum(each.height for each in words) + 12
        tall = max(each_high - 22, used + 8)
        lines.append(Line(12, (Box(x, 0, wide, tall, stroke=OUTLINE, radius=5),)))
        lines += words
        middle = x + wide / 2
        arrow = Shape(((middle - 9, 4), (middle + 9, 4), (middle, 16)), fill=RULE)
        lines.append(Line(max(0.0, tall - used)))
        lines.append(Line(22, (arrow,)))
    go = paragraph([Run("Sæt i gang", _GO)], x + _INSET, wide - 2 * _INSET)
    return [*lines, Line(8, (Box(x, 0, wide, 42, fill=PETROL, radius=5),)), *go, Line(8)]


def _moved(mark: Mark, down: float) -> Mark:
    return replace(mark, y=mark.y + down) if isinstance(mark, Text) else mark
