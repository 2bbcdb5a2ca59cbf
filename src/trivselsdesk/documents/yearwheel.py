"""The årshjul on paper: the wheel with a number on each date, and the dates with their words below."""

from __future__ import annotations

from datetime import date, datetime
from itertools import pairwise

from trivselsdesk.documents import fonts, writer
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
from trivselsdesk.documents.page import Block, Box, Circle, Line, Mark, Stroke, Text, paged
from trivselsdesk.documents.wrap import Run, paragraph, shortened
from trivselsdesk.documents.writer import BOTTOM, LEFT, WIDE
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.danish import MONTHS, format_clock, format_date
from trivselsdesk.domain.pack import Pack, Ring
from trivselsdesk.domain.wheel import FOLLOWUP, marks, rings
from trivselsdesk.domain.wheel import Mark as Dated
from trivselsdesk.domain.year_circle import Spot, point, spots, turn_of

OUTER = "Forløbet"
"""What the outermost ring is called."""

TOP = 48.0
_RADIUS = 258.0
_BAND = 24.0
"""Width of the months."""
_HUB = 56.0
_DOT = 10.5
_GAP = 20.0
_COLUMN = (WIDE - _GAP) / 2
_SPAN_STEPS = 24

_KICKER = Style(SEMIBOLD, 14, 22, PETROL)
_HEADING = Style(BOLD, 27, 34)
_YEAR = Style(BOLD, 30, 36)
_MONTH = Style(SEMIBOLD, 13, 17, INK_SOFT)
_RING = Style(SEMIBOLD, 11, 14, INK_SOFT)
_NUMBER = Style(BOLD, 11, 14, PETROL_INK)
_NUMBER_DONE = Style(BOLD, 11, 14, INK_SOFT)
_TITLE = Style(BOLD, 14, 18)
_SOFT = Style(REGULAR, 13, 18, INK_SOFT)


def make(book: Book, pack: Pack, now: datetime, *, large: bool = False) -> bytes:
    """The year of ``now`` as a PDF on A4, or on A3 to hang up."""
    today = now.date()
    found = marks(book, pack, date(today.year, 1, 1), date(today.year, 12, 31), today)
    round_ = rings(pack)
    unit = book.programme.name
    title = " – ".join(each for each in (f"Årshjul {today.year}", unit) if each)
    footer = " · ".join(each for each in (unit, f"udskrevet {format_date(today)}") if each)
    blocks = [_heading(unit, today), _wheel(found, round_, today), *_words(found, round_)]
    imprint = writer.Imprint(title, footer, now)
    return writer.write(paged(blocks, TOP, BOTTOM), imprint, scale=writer.A3 if large else 1.0)


def _heading(unit: str, today: date) -> Block:
    lines = [
        *paragraph([Run(f"Årshjul {today.year}", _KICKER)], LEFT, WIDE),
        *paragraph([Run(unit, _HEADING)], LEFT, WIDE),
    ]
    return Block((tuple(lines),), outline=f"Årshjul {today.year}", level=0)


def _wheel(found: list[Dated], round_: tuple[Ring, ...], today: date) -> Block:
    middle_x, middle_y = LEFT + WIDE / 2, _RADIUS + 4
    inner = _RADIUS - _BAND
    band = (inner - _HUB) / (len(round_) + 1)
    drawn: list[Mark] = [Circle(middle_x, middle_y, _RADIUS, "#FFFFFF", OUTLINE)]
    for number in range(len(round_) + 1):
        fill = "#FFFFFF" if number % 2 else LINEN
        drawn.append(Circle(middle_x, middle_y, inner - band * number, fill, RULE))
    drawn.append(Circle(middle_x, middle_y, _HUB, "#FFFFFF", RULE))
    for month in range(12):
        x, y = point(turn_of(date(today.year, month + 1, 1), today.year))
        drawn.append(
            Stroke(
                middle_x + x * _HUB,
                middle_y + y * _HUB,
                middle_x + x * _RADIUS,
                middle_y + y * _RADIUS,
                RULE,
                0.8,
            )
        )
        x, y = point(turn_of(date(today.year, month + 1, 15), today.year))
        drawn.append(
            _centred(MONTHS[month][:3], middle_x + x * (_RADIUS - 12), middle_y + y * (_RADIUS - 12), _MONTH)
        )
    x, y = point(turn_of(today, today.year))
    drawn.append(
        Stroke(
            middle_x + x * _HUB,
            middle_y + y * _HUB,
            middle_x + x * (_RADIUS + 4),
            middle_y + y * (_RADIUS + 4),
            PETROL,
            2,
        )
    )
    for number, name in enumerate((OUTER, *(each.title for each in round_))):
        radius = inner - band * number - 10
        shown = shortened(name, _RING, min(180.0, radius * 1.2))
        wide = _wide(shown, _RING) + 8
        fill = "#FFFFFF" if number % 2 else LINEN
        drawn.append(Box(middle_x - wide / 2, middle_y - radius - 8, wide, 16, fill=fill, radius=8))
        drawn.append(_centred(shown, middle_x, middle_y - radius, _RING))
    placed = spots(found, [each.id for each in round_], today.year)

    def radius_of(spot: Spot) -> float:
        return inner - band * (spot.ring + 0.5) + {1: band * 0.24, 2: -band * 0.24}.get(spot.track, 0.0)

    for spot in placed:
        if spot.end > spot.turn:
            drawn += _span(spot, radius_of(spot), middle_x, middle_y)
    for number, spot in enumerate(placed, start=1):
        x, y = point(spot.turn)
        at_x, at_y = middle_x + x * radius_of(spot), middle_y + y * radius_of(spot)
        done = spot.mark.done
        drawn.append(
            Circle(at_x, at_y, _DOT, "#FFFFFF" if done else PETROL_TINT, INK if spot.mark.hard else PETROL)
        )
        drawn.append(_centred(str(number), at_x, at_y, _NUMBER_DONE if done else _NUMBER))
    drawn.append(_centred(str(today.year), middle_x, middle_y - 8, _YEAR))
    drawn.append(_centred(f"I dag {today.day}/{today.month}", middle_x, middle_y + 18, _MONTH))
    return Block(((Line(2 * _RADIUS + 10, tuple(drawn)),),), above=8)


def _span(spot: Spot, radius: float, middle_x: float, middle_y: float) -> list[Mark]:
    turns = [spot.turn + (spot.end - spot.turn) * step / _SPAN_STEPS for step in range(_SPAN_STEPS + 1)]
    ends = [(middle_x + point(turn)[0] * radius, middle_y + point(turn)[1] * radius) for turn in turns]
    colour = RULE if spot.mark.done else PETROL
    return [Stroke(*first, *last, colour, 4) for first, last in pairwise(ends)]


def _centred(words: str, x: float, y: float, style: Style) -> Text:
    """Words with their middle at a place."""
    return Text(x - _wide(words, style) / 2, y - style.leading / 2 + style.baseline, words, style)


def _wide(words: str, style: Style) -> float:
    return fonts.width(words, style.font, style.size)


def _words(found: list[Dated], round_: tuple[Ring, ...]) -> list[Block]:
    if not found:
        text = "Der står ingen datoer i år endnu."
        return [Block((tuple(paragraph([Run(text, _SOFT)], LEFT, WIDE)),), above=10)]
    half = (len(found) + 1) // 2
    made = []
    for place in range(half):
        left = _date(place + 1, found[place], round_, LEFT)
        other = place + half
        right = _date(other + 1, found[other], round_, LEFT + _COLUMN + _GAP) if other < len(found) else ()
        made.append(Block((left, right), top=2, bottom=2, above=6 if place == 0 else 0))
    return made


def _date(number: int, mark: Dated, round_: tuple[Ring, ...], x: float) -> tuple[Line, ...]:
    title = mark.title.strip() or "Uden navn"
    if mark.source == FOLLOWUP:
        title = f"Opfølgning: {title}"
    lines = paragraph([Run(title, _TITLE)], x + 28, _COLUMN - 28)
    ring = next((each.title for each in round_ if each.id == mark.ring), OUTER)
    facts = [_day(mark), ring, mark.place.strip(), mark.owner.strip()]
    lines += paragraph([Run(" · ".join(each for each in facts if each), _SOFT)], x + 28, _COLUMN - 28)
    label = str(number)
    at = Text(x + 24 - 6 - _wide(label, _NUMBER), _TITLE.baseline, label, _NUMBER)
    first, *rest = lines
    return (Line(first.height, (at, *first.marks)), *rest)


def _day(mark: Dated) -> str:
    words = format_date(mark.day, year=False)
    if mark.end != mark.day:
        return f"{words} – {format_date(mark.end, year=False)}"
    return f"{words} kl. {format_clock(mark.start)}" if mark.start is not None else words
