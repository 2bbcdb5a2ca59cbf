"""The sign-up on A4: each initiative with lines to write names on, and whoever has signed up already."""

from __future__ import annotations

from datetime import datetime

from trivselsdesk.documents import writer
from trivselsdesk.documents.errors import DocumentError
from trivselsdesk.documents.frames import framed
from trivselsdesk.documents.ink import BOLD, INK_SOFT, OUTLINE, PETROL, REGULAR, RULE, SEMIBOLD, Style
from trivselsdesk.documents.page import Block, Box, Line, paged
from trivselsdesk.documents.wrap import Run, paragraph
from trivselsdesk.documents.writer import BOTTOM, LEFT, WIDE
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.pack import Pack, Span
from trivselsdesk.domain.people import short_names
from trivselsdesk.domain.signup import Column, signup_tool, signups, wanted

TOP = 48.0
_LINE = 34.0
_KICKER = Style(SEMIBOLD, 14, 22, PETROL)
_HEADING = Style(BOLD, 27, 34)
_LEAD = Style(REGULAR, 15, 22, INK_SOFT)
_NAME = Style(BOLD, 18, 24)
_WANTS = Style(REGULAR, 13, 18, INK_SOFT)
_WRITTEN = Style(SEMIBOLD, 16, _LINE)
_LEFT = Style(REGULAR, 15, 22)


def make(book: Book, pack: Pack, now: datetime) -> bytes:
    """One box for each initiative. Raises DocumentError when nothing has been chosen yet."""
    each = wanted(signup_tool(pack))
    state = signups(book, each)
    if not state.columns:
        raise DocumentError("Der er ingen indsatser endnu, så der er intet at melde sig til.")
    people = [*(person for column in state.columns for person in column.people), *state.not_yet]
    called = short_names(people)
    unit = book.programme.name
    head = [
        *paragraph([Run(unit, _KICKER)], LEFT, WIDE),
        *paragraph([Run("Hvem arbejder med hvad?", _HEADING)], LEFT, WIDE),
        *paragraph([Run("Skriv dit navn ved den indsats, du helst vil være med i.", _LEAD)], LEFT, WIDE),
    ]
    blocks = [Block((tuple(head),), outline="Hvem arbejder med hvad?")]
    blocks += [_box(column, each, called) for column in state.columns]
    if state.not_yet:
        names = ", ".join(called[person.id] for person in state.not_yet)
        lines = paragraph([Run(f"Ikke med endnu: {names}", _LEFT)], LEFT, WIDE)
        blocks.append(Block((tuple(lines),), above=16))
    title = " – ".join(each for each in ("Tilmelding", unit) if each)
    return writer.write(paged(blocks, TOP, BOTTOM), writer.Imprint(title, unit, now))


def _box(column: Column, each: Span, called: dict[str, str]) -> Block:
    x, wide = LEFT + 14, WIDE - 28
    name = column.initiative.name.strip() or "Uden navn"
    lines = [
        *paragraph([Run(name, _NAME)], x, wide),
        *paragraph([Run(_wants(each), _WANTS)], x, wide),
    ]
    names = [called[person.id] for person in column.people]
    for place in range(max(each.most, len(names))):
        rule = Line(_LINE, (Box(x, _LINE - 1, wide, 1, fill=RULE),))
        if place < len(names):
            written = paragraph([Run(names[place], _WRITTEN)], x, wide)
            marks = tuple(mark for line in written[:1] for mark in line.marks)
            rule = Line(_LINE, (*marks, *rule.marks))
        lines.append(rule)
    return Block(
        (tuple(lines),), top=10, bottom=16, above=14, frame=framed(stroke=OUTLINE, radius=6), outline=name
    )


def _wants(each: Span) -> str:
    if each.least == each.most:
        return f"{each.least} skal være med"
    return f"{each.least}–{each.most} skal være med"
