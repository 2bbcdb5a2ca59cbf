"""The drejebog on A4: a row for each item, with a column to write the actual time in."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from trivselsdesk.documents import writer
from trivselsdesk.documents.errors import DocumentError
from trivselsdesk.documents.frames import even_cells, framed, timed_row, underlined
from trivselsdesk.documents.ink import (
    BOLD,
    INK,
    INK_SOFT,
    ITALIC,
    OUTLINE,
    PETROL,
    PETROL_INK,
    PETROL_TINT,
    REGULAR,
    SEMIBOLD,
    Style,
)
from trivselsdesk.documents.page import Block, Box, Cup, Line, Mark, Page, paged
from trivselsdesk.documents.wrap import Run, natural_width, paragraph
from trivselsdesk.documents.writer import BOTTOM, LEFT, RIGHT, WIDE
from trivselsdesk.domain.book import Book, NotThere
from trivselsdesk.domain.pack import Pack
from trivselsdesk.domain.runsheet import Part, RunSheet, SheetEnd, SheetRow, run_sheet

TOP = 48.0
_START, _START_WIDE = LEFT, 64.0
_MAIN = LEFT + 70
_ACTUAL_WIDE = 74.0
_ACTUAL = RIGHT - _ACTUAL_WIDE
_MATERIALS_WIDE = 112.0
_MATERIALS = _ACTUAL - 12 - _MATERIALS_WIDE
_MAIN_WIDE = _MATERIALS - 12 - _MAIN
_INDENT = 18.0
_ROLES_IN_A_ROW = 4
_LONG = 30
"""Minutes from which a row keeps its words on the short drejebog."""

_KICKER = Style(SEMIBOLD, 14, 22, PETROL)
_HEADING = Style(BOLD, 27, 34)
_FACTS = Style(REGULAR, 16, 22, INK_SOFT)
_LABEL = Style(REGULAR, 13, 17, INK_SOFT)
_HOLDER = Style(BOLD, 15, 20)
_HEAD = Style(BOLD, 13, 19, INK_SOFT)
_CLOCK = Style(BOLD, 17, 19)
_MINUTES = Style(REGULAR, 13, 19, INK_SOFT)
_TITLE = Style(BOLD, 17, 19)
_PAUSE = Style(BOLD, 16, 19)
_SPEAKER = Style(SEMIBOLD, 14, 19, INK_SOFT)
_PURPOSE = Style(REGULAR, 14, 18, INK_SOFT)
_PURPOSE_LABEL = Style(SEMIBOLD, 14, 18, INK_SOFT)
_POINT = Style(REGULAR, 15, 19)
_QUOTE = Style(ITALIC, 15, 19)
_TIP_LABEL = Style(SEMIBOLD, 14, 18, INK_SOFT)
_TIP = Style(REGULAR, 14, 18, INK_SOFT)
_MATERIAL = Style(REGULAR, 14, 18, INK_SOFT)
_ACTUAL_CLOCK = Style(REGULAR, 15, 19)
_RULE_TEXT = Style(REGULAR, 14, 20)
_RULE_HEAD = Style(BOLD, 14, 20, PETROL_INK)
_RULE_NUMBER = Style(BOLD, 14, 20, PETROL)


def make(book: Book, pack: Pack, now: datetime, *, full: bool = False) -> bytes:
    """The drejebog of the (first) meeting as PDF, ``full`` as the facilitator's talepapir.

    Raises DocumentError.
    """
    try:
        meeting = book.meeting
    except NotThere:
        raise DocumentError(
            "Der er ikke noget møde i forløbet, så der er ingen drejebog at udskrive."
        ) from None
    sheet = run_sheet(book, pack, meeting, now.date(), full=full)
    name = "Talepapir" if full else "Drejebog"
    title = " – ".join(each for each in (name, sheet.unit) if each)
    footer = " · ".join(each for each in (sheet.unit, sheet.printed) if each)
    pages = paged(_blocks(sheet), TOP, BOTTOM)
    if not full and len(pages) == 2:
        pages = _on_one_page(sheet) or pages
    return writer.write(pages, writer.Imprint(title, footer, now))


def _on_one_page(sheet: RunSheet) -> list[Page] | None:
    """The sheet on one page by leaving out things to say in its short talks; None if that is too little.

    They are all on the talepapir. What the unit has written stays, and so does the word that opens a long
    part or one with steps: with those gone the page would be less worth than two.
    """
    rows = list(sheet.rows)
    brief = [
        place
        for place, row in enumerate(rows)
        if set(row.quotes) - row.own and not row.stepped and row.length < _LONG
    ]
    # The welcome opens the meeting: of two that are equally short the later goes first.
    for place in sorted(brief, key=lambda each: (rows[each].length, -each)):
        row = rows[place]
        rows[place] = replace(row, quotes=tuple(quote for quote in row.quotes if quote in row.own))
        pages = paged(_blocks(replace(sheet, rows=tuple(rows))), TOP, BOTTOM)
        if len(pages) == 1:
            return pages
    return None


def _blocks(sheet: RunSheet) -> list[Block]:
    heading = [
        *paragraph([Run(sheet.kicker, _KICKER)], LEFT, WIDE),
        *paragraph([Run(sheet.heading, _HEADING)], LEFT, WIDE),
        *paragraph([Run(sheet.facts, _FACTS)], LEFT, WIDE),
        *(
            line
            for label, words in sheet.purpose
            for line in paragraph([Run(f"{label}: ", _PURPOSE_LABEL), Run(words, _PURPOSE)], LEFT, WIDE)
        ),
    ]
    head = _head()
    blocks = [Block((tuple(heading),)), *_roles(sheet), head]
    if not sheet.rows:
        blocks.append(
            Block((tuple(paragraph([Run("Ingen punkter endnu.", _POINT)], _MAIN, _MAIN_WIDE)),), top=8)
        )
    blocks += [_row(row, head) for row in sheet.rows]
    if sheet.end:
        blocks.append(_end(sheet.end, head))
    if sheet.rules:
        blocks.append(_rules(sheet.rules))
    return blocks


def _roles(sheet: RunSheet) -> list[Block]:
    blocks = []
    for begin in range(0, len(sheet.roles), _ROLES_IN_A_ROW):
        roles = sheet.roles[begin : begin + _ROLES_IN_A_ROW]
        wide = WIDE / len(roles)
        columns = []
        for place, (title, names) in enumerate(roles):
            x = LEFT + place * wide + 13
            lines = paragraph([Run(title, _LABEL)], x, wide - 22)
            # An empty line where nobody holds the role: it can be filled in by hand.
            lines += paragraph([Run(names, _HOLDER)], x, wide - 22) or [Line(_HOLDER.leading)]
            columns.append(tuple(lines))
        above = 8.0 if begin else 12.0
        blocks.append(Block(tuple(columns), top=7, bottom=8, above=above, frame=even_cells(len(roles))))
    return blocks


def _head() -> Block:
    words = (
        ("Start", _START, _START_WIDE),
        ("Punkt og husk", _MAIN, _MAIN_WIDE),
        ("Materialer", _MATERIALS, _MATERIALS_WIDE),
        ("Faktisk kl.", _ACTUAL, _ACTUAL_WIDE),
    )
    columns = tuple(tuple(paragraph([Run(word, _HEAD)], x, wide)) for word, x, wide in words)
    return Block(columns, bottom=5, above=12, frame=underlined(1.2, INK), with_next=True)


def _row(row: SheetRow, head: Block) -> Block:
    start = [
        *paragraph([Run(row.start, _CLOCK)], _START, _START_WIDE),
        *paragraph([Run(row.minutes, _MINUTES)], _START, _START_WIDE),
    ]
    main = [
        *_title(row),
        *([Line(2)] if row.purpose or row.parts else []),
        *paragraph([Run(row.purpose, _PURPOSE)], _MAIN, _MAIN_WIDE),
        *(line for part in row.parts for line in _part(part)),
        *_quotes(row.quotes, _MAIN),
        *_tips(row.tips, _MAIN),
    ]
    if row.pause and len(main) == 1:
        # A bare break stands in the middle of its two lines of time.
        main = [Line(9.5), *main]
    materials = paragraph([Run(row.materials, _MATERIAL)], _MATERIALS, _MATERIALS_WIDE)
    actual = [] if row.pause and not row.actual else _actual(row.actual, 26)

    columns = (tuple(start), tuple(main), tuple(materials), tuple(actual))
    return Block(
        columns,
        top=8,
        bottom=8,
        frame=timed_row(row.pause),
        head=head,
        outline=f"{row.start} {row.title}".strip(),
    )


def _title(row: SheetRow) -> list[Line]:
    speaker = Run(row.speaker, _SPEAKER, 10)
    if row.pause:
        cup = (Cup(_MAIN, 0.5, 18),)
        lines = paragraph([Run(row.title, _PAUSE), speaker], _MAIN + 26, _MAIN_WIDE - 26, first=cup)
        return lines or [Line(_PAUSE.leading, cup)]
    return paragraph([Run(row.title, _TITLE), speaker], _MAIN, _MAIN_WIDE)


def _part(part: Part) -> list[Line]:
    bullet = (Box(_MAIN + 2, 8, 4.4, 4.4, fill=INK, radius=2.2),)
    below = [*_quotes(part.quotes, _MAIN + _INDENT), *_tips(part.tips, _MAIN + _INDENT)]
    return [
        *paragraph([Run(part.text, _POINT)], _MAIN + _INDENT, _MAIN_WIDE - _INDENT, first=bullet),
        *below,
        *([Line(4)] if below else []),
    ]


def _quotes(quotes: tuple[str, ...], x: float) -> list[Line]:
    lines = [Line(1)]
    for quote in quotes:
        lines += [Line(3)] if len(lines) > 1 else []
        lines += paragraph([Run(quote, _QUOTE)], x + 12, _MAIN + _MAIN_WIDE - x - 12)
    if len(lines) == 1:
        return []
    lines.append(Line(1))
    # One bar beside them all, a hair longer on each line so that no seam shows between.
    bar = [Line(each.height, (Box(x, 0, 3, each.height + 0.2, fill=PETROL), *each.marks)) for each in lines]
    return [Line(4), *bar]


def _tips(tips: tuple[str, ...], x: float) -> list[Line]:
    lines: list[Line] = []
    for tip in tips:
        label = [] if lines else [Run("Overvej:", _TIP_LABEL)]
        lines += [Line(3)] if lines else []
        lines += paragraph([*label, Run(tip, _TIP)], x + 12, _MAIN + _MAIN_WIDE - x - 12)
    return [Line(4), *lines] if lines else []


def _actual(clock: str, height: float) -> list[Line]:
    rule = Box(_ACTUAL, height - 1, _ACTUAL_WIDE, 1, fill=OUTLINE)
    written = paragraph([Run(clock, _ACTUAL_CLOCK)], _ACTUAL, _ACTUAL_WIDE)
    return [Line(height, (*(mark for line in written for mark in line.marks), rule))]


def _end(end: SheetEnd, head: Block) -> Block:
    columns = (
        tuple(paragraph([Run(end.clock, _CLOCK)], _START, _START_WIDE)),
        tuple(paragraph([Run("Slut", _TITLE), Run(end.room, _SPEAKER)], _MAIN, _MAIN_WIDE)),
        tuple(_actual(end.actual, 18)),
    )

    def frame(height: float, first: bool) -> tuple[Mark, ...]:
        return () if first else (Box(LEFT, 0, WIDE, 1.2, fill=INK),)

    return Block(columns, top=8, bottom=7, frame=frame, head=head)


def _rules(rules: tuple[str, ...]) -> Block:
    x, wide = LEFT + 14, WIDE - 28
    lines: list[Line] = []
    marks: list[Mark] = []
    used = 0.0
    label = [Run("Spilleregler", _RULE_HEAD)]
    chips = [label, *([Run(f"{n}.", _RULE_NUMBER), Run(text, _RULE_TEXT)] for n, text in enumerate(rules, 1))]
    for chip in chips:
        taken = natural_width(chip)
        if used and used + taken > wide:
            lines.append(Line(_RULE_TEXT.leading, tuple(marks)))
            marks, used = [], 0.0
        if taken > wide:
            lines += paragraph(chip, x, wide)
            continue
        for line in paragraph(chip, x + used, wide):
            marks += line.marks
        used += taken + 16
    if marks:
        lines.append(Line(_RULE_TEXT.leading, tuple(marks)))

    return Block((tuple(lines),), top=7, bottom=7, above=6, frame=framed(PETROL_TINT), outline="Spilleregler")
