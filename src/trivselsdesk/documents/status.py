"""The statuspil for the wall, A3 or A4 across: each arrow large enough for a magnet (003: F01)."""

from __future__ import annotations

from datetime import date, datetime

from trivselsdesk.documents import fonts, writer
from trivselsdesk.documents.errors import DocumentError
from trivselsdesk.documents.frames import framed, underlined
from trivselsdesk.documents.ink import (
    BOLD,
    INK_SOFT,
    OUTLINE,
    PETROL,
    PETROL_INK,
    PETROL_TINT,
    REGULAR,
    SEMIBOLD,
    Style,
)
from trivselsdesk.documents.page import Block, Line, Mark, Shape, Text, paged
from trivselsdesk.documents.wrap import Run, paragraph, shortened
from trivselsdesk.documents.writer import A3, ACROSS_BOTTOM, ACROSS_WIDE, LEFT
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.danish import format_date, table_date
from trivselsdesk.domain.follow import Followed, followed, owner_words
from trivselsdesk.domain.pack import Pack

TITLE = "Statuspil"
TOP = 48.0
ROW = 78.0
"""Height of an arrow's row; the arrow itself is 56 px, which is 21 mm on A3 and 15 mm on A4."""
_ARROW = 56.0
_POINT, _OVERLAP = 18.0, 11.0
_GAP = 16.0
_OWNER, _DUE = 118.0, 104.0
_ARROW_SHARE = 0.46

_HEADING = Style(BOLD, 27, 34)
_SOFT = Style(REGULAR, 15, 20, INK_SOFT)
_HEAD = Style(BOLD, 15, 34, "#FFFFFF")
_ACTION = Style(BOLD, 16, 20)
_ABOUT = Style(REGULAR, 13, 17, INK_SOFT)
_FACT = Style(SEMIBOLD, 15, 20)
_STEP = Style(SEMIBOLD, 14, 18, INK_SOFT)
_STEP_NOW = Style(BOLD, 15, 18, PETROL_INK)


def make(book: Book, pack: Pack, now: datetime, *, large: bool = False) -> bytes:
    """Every action under way as PDF, on A3 when ``large``. Raises DocumentError when there is none."""
    lines = followed(book, pack, now.date())
    if not lines:
        raise DocumentError("Intet er sat i gang endnu, så statuspilen er tom.")
    unit = book.programme.name
    head = _head()
    blocks = [_title(unit, pack, now.date())]
    # The head stands on the first page too: a block repeats it only where it begins a page.
    blocks.append(head)
    blocks += [_row(book, line, pack, head, now.date()) for line in lines]
    title = " – ".join(each for each in (TITLE, unit) if each)
    return writer.write(
        paged(blocks, TOP, ACROSS_BOTTOM),
        writer.Imprint(title, unit, now),
        A3 if large else 1.0,
        across=True,
    )


def _title(unit: str, pack: Pack, today: date) -> Block:
    facts = " · ".join(each for each in (unit, f"udskrevet {format_date(today)}") if each)
    hint = "Flyt en magnet, eller sæt et kryds, når I rykker et trin."
    return Block(
        (
            (
                *paragraph([Run("Hvor langt er vi?", _HEADING)], LEFT, ACROSS_WIDE),
                *paragraph([Run(f"{facts}. {hint}", _SOFT)], LEFT, ACROSS_WIDE),
            ),
        ),
        bottom=10,
        outline=TITLE,
        with_next=True,
    )


def _columns() -> tuple[tuple[float, float], ...]:
    """Left edge and width of activity, owner, deadline and arrow."""
    arrow = ACROSS_WIDE * _ARROW_SHARE
    activity = ACROSS_WIDE - arrow - _OWNER - _DUE - 3 * _GAP - 24
    edges, x = [], LEFT + 12
    for wide in (activity, _OWNER, _DUE, arrow):
        edges.append((x, wide))
        x += wide + _GAP
    return tuple(edges)


def _head() -> Block:
    titles = ("Aktivitet", "Tovholder", "Deadline", "Hvor langt er vi?")
    columns = tuple(
        tuple(paragraph([Run(title, _HEAD)], x, wide))
        for title, (x, wide) in zip(titles, _columns(), strict=True)
    )
    return Block(columns, frame=framed(PETROL, wide=ACROSS_WIDE), with_next=True)


def _row(book: Book, line: Followed, pack: Pack, head: Block, today: date) -> Block:
    (x, wide), (owner_x, owner_wide), (due_x, due_wide), (arrow_x, arrow_wide) = _columns()
    title = line.action.title.strip()
    words = paragraph([Run(title, _ACTION)], x, wide)
    about = paragraph([Run(shortened(line.initiative.name, _ABOUT, wide), _ABOUT)], x, wide)
    owner = paragraph([Run(owner_words(book, line), _FACT)], owner_x, owner_wide)
    due = line.action.due
    day = paragraph([Run(table_date(due, today), _FACT)], due_x, due_wide) if due else []
    if line.said:
        day += paragraph([Run(shortened(line.said, _ABOUT, due_wide), _ABOUT)], due_x, due_wide)
    texts = ([*words, *about], owner, day)
    high = max(ROW, *(20 + sum(each.height for each in column) for column in texts))
    columns = [_middle(column, high) for column in texts]
    arrow = Line(high, _arrow(line.step, pack, arrow_x, arrow_wide, (high - _ARROW) / 2))
    columns.append((arrow,))
    return Block(tuple(columns), frame=underlined(wide=ACROSS_WIDE), head=head, outline=title, level=1)


def _middle(lines: list[Line], high: float) -> tuple[Line, ...]:
    spare = (high - sum(each.height for each in lines)) / 2
    return (Line(max(0.0, spare)), *lines)


def _arrow(at: int, pack: Pack, left: float, wide: float, top: float) -> tuple[Mark, ...]:
    """Where it stood when it was printed is tinted; the rest is white, to be moved by hand."""
    steps = pack.status_steps
    count = len(steps)
    each_wide = (wide + _OVERLAP * (count - 1)) / count
    marks: list[Mark] = []
    for index, step in enumerate(steps):
        x = left + index * (each_wide - _OVERLAP)
        now = index == at
        marks.append(
            Shape(
                _chevron(x, top, each_wide, index == 0),
                fill=PETROL_TINT if index <= at else "#FFFFFF",
                stroke=PETROL if now else OUTLINE,
                line=2.2 if now else 1.0,
            )
        )
        style = _STEP_NOW if now else _STEP
        inner = each_wide - _POINT * (1.2 if index == 0 else 2.2)
        texts = paragraph([Run(step.title, style)], 0, inner)[:2]
        y = top + (_ARROW - style.leading * len(texts)) / 2
        for text in (mark for each in texts for mark in each.marks if isinstance(mark, Text)):
            length = fonts.width(text.text, style.font, style.size)
            start = x + (8 if index == 0 else _POINT + 4) + (inner - length) / 2
            marks.append(Text(start, y + style.baseline, text.text, style))
            y += style.leading
    return tuple(marks)


def _chevron(x: float, y: float, wide: float, first: bool) -> tuple[tuple[float, float], ...]:
    middle, end = y + _ARROW / 2, x + wide
    corners = [(x, y), (end - _POINT, y), (end, middle), (end - _POINT, y + _ARROW), (x, y + _ARROW)]
    return tuple(corners if first else [*corners, (x + _POINT, middle)])
