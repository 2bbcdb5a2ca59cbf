"""The boards as a poster on A3: what was found, field by field, for where everybody passes (001: R108)."""

from __future__ import annotations

from datetime import datetime

from trivselsdesk.documents import writer
from trivselsdesk.documents.errors import DocumentError
from trivselsdesk.documents.frames import framed
from trivselsdesk.documents.ink import BOLD, INK, INK_SOFT, PETROL, PETROL_INK, PETROL_TINT, REGULAR, Style
from trivselsdesk.documents.page import Block, Line, Page, paged
from trivselsdesk.documents.wrap import Run, paragraph
from trivselsdesk.documents.writer import A3, BOTTOM, LEFT, WIDE
from trivselsdesk.domain.board import ThemeView, ZoneView, board_view
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.danish import plural
from trivselsdesk.domain.own_words import with_own_words
from trivselsdesk.domain.pack import Board, Pack
from trivselsdesk.domain.pack.surfaces import subject_of
from trivselsdesk.domain.records import Initiative
from trivselsdesk.domain.sheets import first_boards

TOP = 56.0
_INSET = 18.0
_KICKER = Style(BOLD, 16, 24, PETROL)
_LARGEST, _STEP = 1.8, 0.1
"""How much larger than at its smallest the type of a poster may be; the steps down."""


def make(book: Book, pack: Pack, now: datetime) -> bytes:
    """A poster for each board that something hangs on. Sealed notes and the P-plads are left out.

    Raises DocumentError while nothing hangs anywhere.
    """
    pack = with_own_words(pack, book)
    unit = " ".join(book.programme.name.split())
    pages: list[Page] = []
    for board in first_boards(book, pack):
        zones = [zone for zone in board_view(book, board).zones if zone.count]
        if zones:
            pages += _as_large_as_it_fits(_title(book, pack, board), unit, pack, zones)
    if not pages:
        raise DocumentError("Der hænger ikke noget på tavlen endnu, så der er ingen plakat.")
    title = " – ".join(each for each in ("Plakat af tavlen", unit) if each)
    return writer.write(pages, writer.Imprint(title, unit, now), A3)


def _title(book: Book, pack: Pack, board: Board) -> str:
    about = book.find(Initiative, subject_of(board.id))
    words = [pack.fill(board.title), _one_line(about.name) if about else ""]
    return " – ".join(each for each in words if each)


def _as_large_as_it_fits(title: str, unit: str, pack: Pack, zones: list[ZoneView]) -> list[Page]:
    """On one page where that can be read; what is too much for it goes on in the smallest type."""
    larger = _LARGEST
    while True:
        blocks = [_head(title, unit, larger)]
        for zone in zones:
            blocks += _zone(pack, zone, larger)
        pages = paged(blocks, TOP, BOTTOM)
        if len(pages) == 1 or larger <= 1.0:
            return pages
        larger = max(1.0, larger - _STEP)


def _style(font: str, size: float, leading: float, larger: float, colour: str = INK) -> Style:
    return Style(font, size * larger, leading * larger, colour)


def _head(title: str, unit: str, larger: float) -> Block:
    heading = Run(title, _style(BOLD, 34, 42, larger))
    lines = [*paragraph([Run(unit, _KICKER)], LEFT, WIDE), *paragraph([heading], LEFT, WIDE)]
    return Block((tuple(lines),), outline=title, with_next=True)


def _zone(pack: Pack, zone: ZoneView, larger: float) -> list[Block]:
    """The themes with most notes first: they are what many have said."""
    x, wide = LEFT + _INSET, WIDE - 2 * _INSET
    title = pack.fill(zone.zone.title)
    head = Block(
        (tuple(paragraph([Run(title, _style(BOLD, 22, 30, larger, PETROL_INK))], x, wide)),),
        top=8,
        bottom=9,
        above=24 * larger,
        frame=framed(PETROL_TINT, radius=6),
        with_next=True,
        outline=title,
        level=1,
    )
    themes = sorted(zone.themes, key=lambda each: -each.count)
    blocks = [head, *(_theme(each, x, wide, larger) for each in themes if each.count)]
    loose = [line for note in zone.loose for line in _note(note.text, x, wide, larger)]
    if loose:
        blocks.append(Block((tuple(loose),), above=12 * larger))
    return blocks


def _theme(view: ThemeView, x: float, wide: float, larger: float) -> Block:
    name = Run(_one_line(view.theme.name) or "Uden navn", _style(BOLD, 20, 27, larger))
    count = plural(view.count, "seddel", "sedler")
    lines = paragraph([name, Run(f"({count})", _style(REGULAR, 14, 27, larger, INK_SOFT), gap=8)], x, wide)
    for note in view.notes:
        lines += _note(note.text, x + 14, wide - 14, larger)
    return Block((tuple(lines),), above=12 * larger)


def _note(text: str, x: float, wide: float, larger: float) -> list[Line]:
    return paragraph([Run(f"• {_one_line(text)}", _style(REGULAR, 16, 23, larger))], x, wide)


def _one_line(text: str) -> str:
    return " ".join(text.split())
