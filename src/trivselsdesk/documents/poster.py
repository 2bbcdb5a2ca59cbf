"""A poster on A4 for each initiative: its name, what it is for, and how far it is (001: F40, F42)."""

from __future__ import annotations

from datetime import datetime

from trivselsdesk.documents import fonts, writer
from trivselsdesk.documents.errors import DocumentError
from trivselsdesk.documents.ink import BOLD, INK_SOFT, OUTLINE, PETROL, PETROL_INK, REGULAR, SEMIBOLD, Style
from trivselsdesk.documents.page import Block, Box, Line, Mark, Text, paged
from trivselsdesk.documents.wrap import Run, broken, paragraph
from trivselsdesk.documents.writer import BOTTOM, LEFT, WIDE
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.forms import answer, columns_of, entry_at, subjects
from trivselsdesk.domain.own_words import with_own_words
from trivselsdesk.domain.pack import Form, FormField, Pack
from trivselsdesk.domain.pack.forms import SCALE, SCALE_STEPS
from trivselsdesk.domain.records import Initiative

TOP = 96.0
_NAME_SIZES = range(112, 43, -4)
"""Px; the largest that lets the name stand on few lines without breaking a word."""
_NAME_LINES = 3
_GOAL_SIZES = range(40, 23, -2)
_GOAL_LINES = 6
_SIDE, _GAP = 58.0, 26.0
_LABEL = Style(SEMIBOLD, 24, 34)
_ENDS = Style(REGULAR, 19, 28, INK_SOFT)
_NUMBER = Style(SEMIBOLD, 26, _SIDE)
_NUMBER_ON = Style(BOLD, 26, _SIDE, "#FFFFFF")


def make(book: Book, pack: Pack, now: datetime, form: Form) -> bytes:
    """A page for each initiative, to hang up. Raises DocumentError when there is none."""
    blocks: list[list[Block]] = []
    for subject in subjects(book, form):
        initiative = book.find(Initiative, subject.id)
        if initiative is not None and subject.title:
            entry = entry_at(book, form, subject.id, now.date())
            scales = [
                _scale(with_own_words(pack, book), field, answer(book, entry.id, field.id, column.id))
                for field in form.fields
                if field.kind == SCALE
                for column in columns_of(form, field)[:1]
            ]
            blocks.append([*_words(initiative), *scales])
    if not blocks:
        raise DocumentError("Der er ingen indsatser endnu, så der er ingen plakat at hænge op.")
    pages = [page for each in blocks for page in paged(each, TOP, BOTTOM)]
    unit = book.programme.name.strip()
    title = " – ".join(each for each in ("Plakat", unit) if each)
    return writer.write(pages, writer.Imprint(title, unit, now))


def _words(initiative: Initiative) -> list[Block]:
    name = initiative.name.strip()
    rule = Block(((Line(10, (Box(LEFT, 0, 120, 8, fill=PETROL, radius=4),)),),))
    big = Block((tuple(_as_large_as_it_fits(name, BOLD, PETROL_INK, _NAME_SIZES, _NAME_LINES)),), above=26)
    made = [rule, Block(big.columns, above=big.above, outline=name)]
    goal = " ".join(initiative.goal.split())
    if goal:
        lines = _as_large_as_it_fits(goal, REGULAR, INK_SOFT, _GOAL_SIZES, _GOAL_LINES)
        made.append(Block((tuple(lines),), above=30))
    return made


def _as_large_as_it_fits(text: str, font: str, colour: str, sizes: range, lines: int) -> list[Line]:
    style = Style(font, sizes[-1], sizes[-1] * 1.2, colour)
    for size in sizes:
        style = Style(font, size, size * 1.2, colour)
        widest = max((fonts.width(word, font, size) for word in fonts.clean(text).split()), default=0.0)
        if widest <= WIDE and len(broken([Run(text, style)], WIDE)) <= lines:
            break
    return paragraph([Run(text, style)], LEFT, WIDE)


def _scale(pack: Pack, field: FormField, text: str) -> Block:
    marks: list[Mark] = []
    for step in range(1, SCALE_STEPS + 1):
        x, on = LEFT + (step - 1) * (_SIDE + _GAP), text == str(step)
        fill, line = (PETROL, PETROL) if on else ("", OUTLINE)
        marks.append(Box(x, 0, _SIDE, _SIDE, fill=fill, stroke=line, radius=_SIDE / 2))
        style = _NUMBER_ON if on else _NUMBER
        wide = fonts.width(str(step), style.font, style.size)
        marks.append(Text(x + (_SIDE - wide) / 2, style.baseline, str(step), style))
    ends = "   –   ".join(pack.fill(each) for each in (field.low, field.high) if each)
    lines = [
        *paragraph([Run(pack.fill(field.label), _LABEL)], LEFT, WIDE),
        Line(8),
        Line(_SIDE + 6, tuple(marks)),
        *paragraph([Run(ends, _ENDS)], LEFT, WIDE),
    ]
    return Block((tuple(lines),), above=44)
