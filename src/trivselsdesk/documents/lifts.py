"""The forwarding sheets on A4: one for each lift target, with its matters and room for the answer."""

from __future__ import annotations

from datetime import datetime

from trivselsdesk.documents import writer
from trivselsdesk.documents.errors import DocumentError
from trivselsdesk.documents.frames import framed
from trivselsdesk.documents.ink import BOLD, INK_SOFT, OUTLINE, PETROL, REGULAR, RULE, SEMIBOLD, Style
from trivselsdesk.documents.page import Block, Box, Line, Page, paged
from trivselsdesk.documents.wrap import Run, paragraph
from trivselsdesk.documents.writer import BOTTOM, LEFT, WIDE
from trivselsdesk.domain.book import Book, NotThere
from trivselsdesk.domain.danish import format_date, plural
from trivselsdesk.domain.lifts import CLOSED, Lifted, lifts_by_target
from trivselsdesk.domain.own_words import with_own_words
from trivselsdesk.domain.pack import Lift, Pack
from trivselsdesk.domain.standing import must_act

TOP = 48.0
_INSET = 14.0
_LINES = 4
"""Lines to write on, where an answer or a reason is missing."""
_STEP = 28.0

_KICKER = Style(SEMIBOLD, 14, 22, PETROL)
_HEADING = Style(BOLD, 27, 34)
_FACTS = Style(REGULAR, 15, 22, INK_SOFT)
_TITLE = Style(BOLD, 18, 24)
_MARK = Style(SEMIBOLD, 14, 24, PETROL)
_LABEL = Style(SEMIBOLD, 14, 20, INK_SOFT)
_TEXT = Style(REGULAR, 15, 21)


def make(book: Book, pack: Pack, now: datetime) -> bytes:
    """A sheet for each target that something is lifted to; what is closed is left out.

    Raises DocumentError when nothing is on its way to anybody.
    """
    pack = with_own_words(pack, book)
    pages: list[Page] = []
    for target, lines in lifts_by_target(book, pack, now.date()):
        going = [each for each in lines if each.note.status != CLOSED]
        if going:
            pages += paged(_blocks(book, pack, target, going, now), TOP, BOTTOM)
    if not pages:
        raise DocumentError("Der er ikke løftet noget videre, så der er intet at udskrive.")
    unit = book.programme.name
    title = " – ".join(each for each in ("Løft", unit) if each)
    footer = " · ".join(each for each in (unit, f"udskrevet {format_date(now.date())}") if each)
    return writer.write(pages, writer.Imprint(title, footer, now))


def _blocks(book: Book, pack: Pack, target: Lift, lines: list[Lifted], now: datetime) -> list[Block]:
    heading = [
        *paragraph([Run(f"Fra {book.programme.name.strip() or 'arbejdspladsen'}", _KICKER)], LEFT, WIDE),
        *paragraph([Run(target.label, _HEADING)], LEFT, WIDE),
        *paragraph([Run(_facts(book, pack, lines, now), _FACTS)], LEFT, WIDE),
    ]
    top = Block((tuple(heading),), outline=target.label, level=0)
    return [top, *(_matter(book, pack, place, each) for place, each in enumerate(lines, start=1))]


def _facts(book: Book, pack: Pack, lines: list[Lifted], now: datetime) -> str:
    facts = [format_date(now.date()), plural(len(lines), "sag", "sager")]
    try:
        meeting = book.meeting
    except NotThere:
        return " · ".join(facts)
    if meeting.day is not None:
        facts.append(f"fra {pack.fill(meeting.title).strip() or 'mødet'} {format_date(meeting.day)}")
    return " · ".join(facts)


def _matter(book: Book, pack: Pack, place: int, line: Lifted) -> Block:
    x, wide, note = LEFT + _INSET, WIDE - 2 * _INSET, line.note
    flagged = pack.always_act is not None and must_act(book, line.card)
    mark = [Run(pack.always_act.short, _MARK, 10)] if flagged and pack.always_act else []
    lines = paragraph([Run(f"{place}. {line.title}", _TITLE), *mark], x, wide)
    lines += _part("Hvorfor vi løfter det", note.reason, x, wide, 2)
    lines += _part("Bærer det videre", " ".join(note.carrier.split()), x, wide, 1)
    days = [
        f"{label} {format_date(day)}"
        for label, day in (("Sendt", note.sent), ("Vi venter svar", note.expected))
        if day is not None
    ]
    if days:
        lines += [Line(6), *paragraph([Run(" · ".join(days), _TEXT)], x, wide)]
    lines += _part("Svar", note.answer, x, wide, _LINES)

    return Block(
        (tuple(lines),),
        top=10,
        bottom=14,
        above=16,
        frame=framed(stroke=OUTLINE),
        outline=line.title,
        level=1,
    )


def _part(label: str, words: str, x: float, wide: float, empty: int) -> list[Line]:
    """The label and what is written, or lines to write on by hand."""
    lines = [Line(8), *paragraph([Run(label, _LABEL)], x, wide)]
    written = [row for row in words.split("\n") if row.strip()]
    for row in written:
        lines += paragraph([Run(row, _TEXT)], x, wide)
    if not written:
        lines += [Line(_STEP, (Box(x, _STEP - 1, wide, 1, fill=RULE),)) for _ in range(empty)]
    return lines
