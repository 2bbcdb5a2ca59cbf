"""A form on A4: filled in, or empty with lines to write by hand."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from trivselsdesk.documents import writer
from trivselsdesk.documents.errors import DocumentError
from trivselsdesk.documents.frames import even_cells, tinted_heading
from trivselsdesk.documents.gauge import FieldFill, PageFill
from trivselsdesk.documents.ink import (
    BOLD,
    INK,
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
from trivselsdesk.documents.page import Block, Box, Frame, Line, Mark, Page, Text, paged
from trivselsdesk.documents.wrap import Run, paragraph
from trivselsdesk.documents.writer import BOTTOM, LEFT, WIDE
from trivselsdesk.domain.answers import cell_words, read_lines, read_rows, read_ticks, spoken
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.danish import format_date, join_names
from trivselsdesk.domain.forms import Subject, answer, columns_of, entry_at, subjects
from trivselsdesk.domain.own_words import with_own_words
from trivselsdesk.domain.pack import Form, FormColumn, FormField, Pack
from trivselsdesk.domain.pack.forms import CHOICE, LINES, ROWS, SCALE, SCALE_STEPS, TICKS
from trivselsdesk.domain.people import role_names
from trivselsdesk.domain.records import FormAnswer, FormEntry
from trivselsdesk.domain.sealed import holds_back

TOP = 48.0
_STEP = 30.0
"""Between two lines to write on by hand, px."""
_INSET = 12.0
_MOST_LINES = 6
_LINE = 21.0
_LONGEST = 3

_KICKER = Style(SEMIBOLD, 14, 22, PETROL)
_HEADING = Style(BOLD, 27, 34)
_FACTS = Style(REGULAR, 16, 22, INK_SOFT)
_SUBJECT = Style(BOLD, 18, 24, PETROL_INK)
_QUESTION = Style(BOLD, 16, 22)
_HINT = Style(REGULAR, 13, 18, INK_SOFT)
_COLUMN = Style(SEMIBOLD, 13, 18, INK_SOFT)
_WRITTEN = Style(REGULAR, 15, _LINE)
_STEP_INK = Style(SEMIBOLD, 15, 22)
_STEP_ON = Style(BOLD, 15, 22, PETROL_INK)


def make(
    book: Book, pack: Pack, now: datetime, form: Form, *, blank: bool = False, entry_id: str = ""
) -> bytes:
    """The form as PDF, for everything that it is about; with ``entry_id`` that time only.

    Raises DocumentError when there is nothing yet that it could be about.
    """
    if not blank and holds_back(book, form):
        raise DocumentError(
            f"»{form.title}« er fortroligt og låst. Lås det op i vinduet, og vælg »Udskriv udfyldt«, "
            "eller udskriv skemaet tomt."
        )
    pages: list[Page] = []
    for subject, entry in _sets(book, form, now, entry_id, blank):
        pages += _sheet(book, pack, form, subject, entry, blank)
    unit = book.programme.name.strip()
    title = " – ".join(each for each in (_fill(book, pack, form.title), unit) if each)
    printed = "" if blank else f"Udskrevet {format_date(now.date())}"
    footer = " · ".join(each for each in (unit, printed) if each)
    return writer.write(pages, writer.Imprint(title, footer, now))


def fill_of(book: Book, pack: Pack, form: Form, subject: Subject, entry: FormEntry) -> PageFill | None:
    """How the form stands against the pages that it may fill; None where it may fill any number."""
    if not form.max_pages or holds_back(book, form):
        return None
    blocks = _blocks(book, pack, form, subject, entry, False, 1)
    pages = paged(blocks, TOP, BOTTOM)
    room = (BOTTOM - TOP) * form.max_pages
    used = sum(block.above + block.height for block in blocks)
    too_many = len(pages) > form.max_pages
    over = max(1, round((used - room) / _LINE)) if too_many else 0
    left = 0 if too_many else max(0, int((room - used) / _LINE))
    return PageFill(used / room, left, over, _longest(book, form, entry))


def _longest(book: Book, form: Form, entry: FormEntry) -> tuple[FieldFill, ...]:
    found = []
    for field in form.fields:
        columns = columns_of(form, field)
        for column in columns:
            text = answer(book, entry.id, field.id, column.id)
            lines = len(_written(field, text, LEFT, WIDE / len(columns) - 2 * _INSET))
            if lines > 1:
                found.append(FieldFill(FormAnswer, entry.id, field.id, field.label, lines))
    found.sort(key=lambda each: -each.lines)
    return tuple(found[:_LONGEST])


def _sets(
    book: Book, form: Form, now: datetime, entry_id: str, blank: bool
) -> list[tuple[Subject, FormEntry]]:
    every = subjects(book, form)
    if blank:
        every = every or [Subject()]
    if not every:
        raise DocumentError(
            f"Der er endnu ikke noget at udfylde »{form.title}« om. Vælg først jeres indsatser, "
            "eller udskriv skemaet tomt."
        )
    found = []
    for subject in every:
        entry = entry_at(book, form, subject.id, now.date(), entry_id)
        if not entry_id or entry.id == entry_id:
            found.append((subject, entry))
    if not found:
        raise DocumentError("Det skema er slettet. Intet andet er ændret.")
    return found


def _sheet(book: Book, pack: Pack, form: Form, subject: Subject, entry: FormEntry, blank: bool) -> list[Page]:
    """The pages of one set of answers: an empty one with as many lines as there is room for."""
    allowed = form.max_pages or (1 if len(form.fields) < 8 else 2)
    for most in range(1, allowed + 1) if blank else ():
        # A page more is better than less than two lines to write an answer on.
        for lines in range(_MOST_LINES, 1, -1):
            pages = paged(_blocks(book, pack, form, subject, entry, blank, lines), TOP, BOTTOM)
            if len(pages) <= most:
                return pages
    return paged(_blocks(book, pack, form, subject, entry, blank, 1), TOP, BOTTOM)


def _fill(book: Book, pack: Pack, text: str) -> str:
    return with_own_words(pack, book).fill(text)


def _blocks(
    book: Book, pack: Pack, form: Form, subject: Subject, entry: FormEntry, blank: bool, empty: int
) -> list[Block]:
    facts = ["Fortroligt" if form.confidential else "", book.programme.name.strip(), _who(book, pack, form)]
    if entry.day is not None and not blank:
        facts.append(format_date(entry.day))
    if entry.title.strip() and not blank:
        facts.append(entry.title.strip())
    title = _fill(book, pack, form.title)
    head = [
        *paragraph([Run(pack.short_title, _KICKER)], LEFT, WIDE),
        *paragraph([Run(title, _HEADING)], LEFT, WIDE),
        *paragraph([Run(" · ".join(each for each in facts if each), _FACTS)], LEFT, WIDE),
        *paragraph([Run(_fill(book, pack, form.hint), _HINT)], LEFT, WIDE),
    ]
    blocks = [Block((tuple(head),), outline=title if not subject.title else "")]
    if subject.title:
        blocks.append(tinted_heading(subject.title, _SUBJECT, inset=_INSET, pad=6, above=14))
    elif form.per and blank:
        lines = paragraph([Run("Om", _COLUMN)], LEFT, WIDE)
        blocks.append(Block(((*lines, *_ruled(1, LEFT, WIDE)),), above=10))
    for number, field in enumerate(form.fields, 1):
        texts = {
            column.id: "" if blank else answer(book, entry.id, field.id, column.id)
            for column in columns_of(form, field)
        }
        blocks += _field(book, pack, form, field, number, texts, blank, empty)
    if form.source:
        lines = paragraph([Run(_fill(book, pack, form.source), _HINT)], LEFT, WIDE)
        blocks.append(Block((tuple(lines),), above=16))
    return blocks


def _who(book: Book, pack: Pack, form: Form) -> str:
    roles = [pack.role(each) for each in form.by]
    said = [role_names(book, role.id) or role.title for role in roles]
    # Somebody who holds two of the roles is named once.
    names = list(dict.fromkeys(name for words in said for name in words.split(", ")))
    return f"Udfyldes af {join_names(names)}" if names else ""


# A question


def _field(
    book: Book,
    pack: Pack,
    form: Form,
    field: FormField,
    number: int,
    texts: dict[str, str],
    blank: bool,
    empty: int,
) -> list[Block]:
    label = _fill(book, pack, field.label)
    head = [
        *paragraph([Run(f"{number}. {label}", _QUESTION)], LEFT, WIDE),
        *paragraph([Run(_fill(book, pack, field.hint), _HINT)], LEFT, WIDE),
    ]
    outline = Block((tuple(head),), above=16, with_next=True, outline=f"{number}. {label}", level=1)
    columns = columns_of(form, field)
    if field.kind == ROWS:
        return [outline, *_table(field, next(iter(texts.values())), blank, empty)]
    wide = WIDE / len(columns)
    body = tuple(
        tuple(_column(book, pack, field, column, texts[column.id], place, wide, empty))
        for place, column in enumerate(columns)
    )
    return [outline, Block(body, top=6, bottom=8, above=5, frame=even_cells(len(columns)))]


def _column(
    book: Book,
    pack: Pack,
    field: FormField,
    column: FormColumn,
    text: str,
    place: int,
    wide: float,
    empty: int,
) -> list[Line]:
    x, inner = LEFT + place * wide + _INSET, wide - 2 * _INSET
    lines = paragraph([Run(_fill(book, pack, column.title), _COLUMN)], x, inner)
    if field.kind == SCALE:
        return [*lines, Line(3), *_scale(field, text, x, inner)]
    if field.kind in (CHOICE, TICKS):
        return lines + _ticked(book, pack, field, text, x, inner)
    if field.kind == LINES:
        return lines + _numbered(field, text, x, inner)
    written = _written(field, text, x, inner)
    if written:
        return lines + written
    return lines + _ruled(1 if field.kind == "date" else max(1, min(field.count or empty, empty)), x, inner)


def _written(field: FormField, text: str, x: float, wide: float) -> list[Line]:
    return [line for said in spoken(field, text) for line in paragraph([Run(said, _WRITTEN)], x, wide)]


def _ruled(count: int, x: float, wide: float) -> list[Line]:
    return [Line(_STEP, (Box(x, _STEP - 5, wide, 1, fill=RULE),)) for _ in range(count)]


def _numbered(field: FormField, text: str, x: float, wide: float) -> list[Line]:
    lines: list[Line] = []
    for number, said in enumerate(read_lines(text, field.count or 3), 1):
        mark = Text(x, _WRITTEN.baseline, f"{number}.", _WRITTEN)
        set_lines = paragraph([Run(said, _WRITTEN)], x + 24, wide - 24, first=(mark,))
        lines += set_lines or [Line(_STEP, (mark, Box(x + 24, _STEP - 5, wide - 24, 1, fill=RULE)))]
    return lines


def _scale(field: FormField, text: str, x: float, wide: float) -> list[Line]:
    side, gap = 30.0, 12.0
    marks: list[Mark] = []
    for step in range(1, SCALE_STEPS + 1):
        left = x + (step - 1) * (side + gap)
        on = text == str(step)
        marks.append(
            Box(
                left,
                0,
                side,
                side,
                stroke=PETROL if on else OUTLINE,
                fill=PETROL_TINT if on else "",
                radius=15,
            )
        )
        # The chosen one is told by its double ring too: paper is often printed without colour.
        if on:
            marks.append(Box(left + 3, 3, side - 6, side - 6, stroke=PETROL, radius=12))
        style = _STEP_ON if on else _STEP_INK
        marks.append(Text(left + side / 2 - 4.3, 4 + style.baseline, str(step), style))
    ends = "   –   ".join(each for each in (field.low, field.high) if each)
    return [Line(side + 2, tuple(marks)), *paragraph([Run(ends, _HINT)], x, wide)]


def _ticked(book: Book, pack: Pack, field: FormField, text: str, x: float, wide: float) -> list[Line]:
    ticks = read_ticks(text)
    lines: list[Line] = []
    for each in field.choices:
        on = each.id in ticks.chosen if field.kind == TICKS else each.id == text
        lines += _tick(_fill(book, pack, each.label), on, x, wide)
        lines += paragraph([Run(_fill(book, pack, each.hint), _HINT)], x + 26, wide - 26)
    for own in ticks.own:
        lines += _tick(own.text, own.ticked, x, wide)
    if field.kind == TICKS:
        box = Box(x, 11, 14, 14, stroke=OUTLINE, radius=2)
        lines += [Line(_STEP, (box, Box(x + 26, _STEP - 5, wide - 26, 1, fill=RULE)))]
    return lines


def _tick(words: str, on: bool, x: float, wide: float) -> list[Line]:
    marks: tuple[Mark, ...] = (Box(x, 4, 14, 14, stroke=OUTLINE, radius=2),)
    if on:
        marks += (Box(x + 3, 7, 8, 8, fill=INK),)
    return paragraph([Run(words, _WRITTEN)], x + 26, wide - 26, first=marks)


# A small table


def _table(field: FormField, text: str, blank: bool, empty: int) -> Iterable[Block]:
    widths = [1.0 if each.kind == "text" else 0.55 for each in field.cells]
    scale = WIDE / sum(widths)
    places = []
    x = LEFT
    for width in widths:
        places.append((x + _INSET / 2, width * scale - _INSET))
        x += width * scale
    head = Block(
        tuple(
            tuple(paragraph([Run(each.title, _COLUMN)], x, wide))
            for each, (x, wide) in zip(field.cells, places, strict=True)
        ),
        top=3,
        bottom=3,
        above=5,
        frame=_row_frame(places, LINEN),
        with_next=True,
    )
    rows = read_rows(text, len(field.cells))
    spare = max(empty, field.count or 3) if blank else (0 if rows else 1)
    made = [head]
    for row in [*rows, *([""] * len(field.cells) for _ in range(spare))]:
        cells = tuple(
            tuple(paragraph([Run(cell_words(field, place, row[place]), _WRITTEN)], x, wide) or [Line(_LINE)])
            for place, (x, wide) in enumerate(places)
        )
        made.append(Block(cells, top=4, bottom=4, frame=_row_frame(places), head=head))
    return made


def _row_frame(places: list[tuple[float, float]], fill: str = "") -> Frame:
    def frame(height: float, first: bool) -> tuple[Mark, ...]:
        inner = (Box(x - _INSET / 2, 0, 1, height, fill=OUTLINE) for x, _ in places[1:])
        # One px up, so that two rows share the line between them.
        return Box(LEFT, -1, WIDE, height + 1, fill=fill, stroke=OUTLINE), *inner

    return frame
