"""The samarbejdskort on A4 or A3 across: people by department over the subjects, and what stands out."""

from __future__ import annotations

from datetime import date, datetime

from trivselsdesk.documents import writer
from trivselsdesk.documents.errors import DocumentError
from trivselsdesk.documents.frames import framed
from trivselsdesk.documents.ink import (
    BOLD,
    INK_SOFT,
    LINEN,
    OUTLINE,
    PETROL,
    PETROL_TINT,
    REGULAR,
    RULE,
    SEMIBOLD,
    Style,
)
from trivselsdesk.documents.page import Block, Box, Line, Mark, Stroke, paged
from trivselsdesk.documents.wrap import Run, paragraph, shortened
from trivselsdesk.documents.writer import A3, ACROSS_BOTTOM, ACROSS_WIDE, LEFT
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.danish import format_date, plural
from trivselsdesk.domain.network import (
    BY_MEETING,
    BY_PERSON,
    FINDING_WORDS,
    FINDINGS,
    GridRow,
    Network,
    Subject,
    grid,
    network,
)
from trivselsdesk.domain.own_words import with_own_words
from trivselsdesk.domain.pack import Pack

TITLE = "Samarbejdskort"
MOST_COLUMNS = 7
"""Subjects beside each other; more go on to a table of their own."""
TOP = 48.0
_FIRST = 190.0
_PAD = 8.0

_HEADING = Style(BOLD, 27, 34)
_SOFT = Style(REGULAR, 15, 20, INK_SOFT)
_SECTION = Style(BOLD, 18, 26)
_HEAD = Style(BOLD, 13, 16, "#FFFFFF")
_GROUP = Style(SEMIBOLD, 13, 18, INK_SOFT)
_NAME = Style(BOLD, 14, 18)
_CELL = Style(SEMIBOLD, 12.5, 16)
_TEXT = Style(REGULAR, 15, 20)


def make(book: Book, pack: Pack, now: datetime, *, large: bool = False) -> bytes:
    """The map as PDF, on A3 when ``large``. Raises DocumentError while there is nothing on it."""
    pack = with_own_words(pack, book)
    net = network(book)
    if not net.subjects:
        raise DocumentError("Der er ingen temaer på handleplanen endnu, så samarbejdskortet er tomt.")
    unit, today = book.programme.name, now.date()
    blocks = [_title(unit, net, today)]
    for start in range(0, len(net.subjects), MOST_COLUMNS):
        part = net.subjects[start : start + MOST_COLUMNS]
        blocks += _table(net, pack, BY_PERSON, part, start, pack.department_label or "Person")
    if any(each.sittings for each in net.subjects):
        for start in range(0, len(net.subjects), MOST_COLUMNS):
            part = net.subjects[start : start + MOST_COLUMNS]
            blocks += _table(net, pack, BY_MEETING, part, start, "Møde")
    blocks += _findings(net)
    title = " – ".join(each for each in (TITLE, unit) if each)
    pages = paged(blocks, TOP, ACROSS_BOTTOM)
    return writer.write(pages, writer.Imprint(title, unit, now), A3 if large else 1.0, across=True)


def _title(unit: str, net: Network, today: date) -> Block:
    facts = " · ".join(
        each
        for each in (
            unit,
            plural(len(net.people), "person", "personer"),
            plural(len(net.subjects), "emne", "emner"),
            f"udskrevet {format_date(today)}",
        )
        if each
    )
    lines = [
        *paragraph([Run("Hvem er sammen om hvad?", _HEADING)], LEFT, ACROSS_WIDE),
        *paragraph([Run(facts, _SOFT)], LEFT, ACROSS_WIDE),
    ]
    return Block((tuple(lines),), bottom=10, outline=TITLE, with_next=True)


def _edges(count: int) -> list[tuple[float, float]]:
    wide = (ACROSS_WIDE - _FIRST) / count
    return [(LEFT, _FIRST), *((LEFT + _FIRST + place * wide, wide) for place in range(count))]


def _table(
    net: Network, pack: Pack, view: str, part: tuple[Subject, ...], start: int, label: str
) -> list[Block]:
    edges = _edges(len(part))
    titles = [label if view == BY_MEETING else "Person", *(each.title for each in part)]
    columns = tuple(
        tuple(
            paragraph([Run(shortened(title, _HEAD, 3 * (wide - 2 * _PAD)), _HEAD)], x + _PAD, wide - 2 * _PAD)
        )
        for title, (x, wide) in zip(titles, edges, strict=True)
    )

    def dark(height: float, first: bool) -> tuple[Mark, ...]:
        return (Box(LEFT, 0, ACROSS_WIDE, height, fill=PETROL, radius=4),)

    head = Block(columns, top=7, bottom=7, above=14, frame=dark, with_next=True)
    blocks, group = [head], ""
    for row in grid(net, view, f"Uden {(pack.department_label or 'afdeling').lower()}"):
        cells = row.cells[start : start + len(part)]
        if view == BY_MEETING and not any(cells):
            continue
        if row.group != group:
            group = row.group
            blocks.append(_group(group, head))
        blocks.append(_row(row, cells, edges, head))
    return blocks


def _group(words: str, head: Block) -> Block:
    lines = paragraph([Run(words, _GROUP)], LEFT + _PAD, ACROSS_WIDE - 2 * _PAD)
    tint = framed(LINEN, radius=0, wide=ACROSS_WIDE)
    return Block((tuple(lines),), top=4, bottom=4, frame=tint, head=head, with_next=True)


def _row(row: GridRow, cells: tuple[str, ...], edges: list[tuple[float, float]], head: Block) -> Block:
    columns = [tuple(paragraph([Run(row.title, _NAME)], edges[0][0] + _PAD, edges[0][1] - 2 * _PAD))]
    for words, (x, wide) in zip(cells, edges[1:], strict=True):
        columns.append(tuple(paragraph([Run(words, _CELL)], x + _PAD, wide - 2 * _PAD)) if words else ())

    def frame(height: float, first: bool) -> tuple[Mark, ...]:
        marks: list[Mark] = [
            Box(x, 0, wide, height, fill=PETROL_TINT)
            for words, (x, wide) in zip(cells, edges[1:], strict=True)
            if words
        ]
        marks += [Stroke(x, 0, x, height, RULE, 0.6) for x, _ in edges[1:]]
        marks.append(Box(LEFT, height - 1, ACROSS_WIDE, 1, fill=RULE))
        return tuple(marks)

    return Block(tuple(columns), top=7, bottom=7, frame=frame, head=head)


def _findings(net: Network) -> list[Block]:
    found = [(kind, net.found(kind)) for kind in FINDINGS if net.found(kind)]
    if not found:
        words = "Alle emner har en ansvarlig, et møde og mere end én at støtte sig til."
        return [Block((tuple(paragraph([Run(words, _TEXT)], LEFT, ACROSS_WIDE)),), above=18)]
    blocks = []
    for kind, lines in found:
        rows: list[Line] = paragraph([Run(FINDING_WORDS[kind], _SECTION)], LEFT + 16, ACROSS_WIDE - 32)
        for each in lines:
            rows += paragraph([Run("–", _TEXT), Run(each.words, _TEXT)], LEFT + 16, ACROSS_WIDE - 32)
        blocks.append(
            Block(
                (tuple(rows),),
                top=8,
                bottom=10,
                above=12,
                frame=framed(stroke=OUTLINE, wide=ACROSS_WIDE),
                outline=FINDING_WORDS[kind],
                level=1,
            )
        )
    return blocks
