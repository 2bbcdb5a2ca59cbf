"""The invitation on A4, to hang up or hand out, or as plain text to send."""

from __future__ import annotations

from datetime import datetime

from trivselsdesk.documents import writer
from trivselsdesk.documents.errors import DocumentError
from trivselsdesk.documents.frames import framed
from trivselsdesk.documents.ink import (
    BOLD,
    INK_SOFT,
    PETROL,
    PETROL_INK,
    PETROL_TINT,
    REGULAR,
    SEMIBOLD,
    Style,
)
from trivselsdesk.documents.page import Block, Line, paged
from trivselsdesk.documents.wrap import Run, paragraph
from trivselsdesk.documents.writer import BOTTOM, LEFT, WIDE
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.invitation import Invitation, invitation, invitation_text
from trivselsdesk.domain.pack import Pack

TOP = 56.0
_INSET = 18.0
_KICKER = Style(SEMIBOLD, 14, 22, PETROL)
_HEADING = Style(BOLD, 29, 37)
_TEXT = Style(REGULAR, 17, 25)
_LABEL = Style(SEMIBOLD, 15, 22, INK_SOFT)
_FACT = Style(SEMIBOLD, 17, 24)
_ASKED = Style(BOLD, 18, 26, PETROL_INK)
_PART = Style(BOLD, 17, 25)
_ITEM = Style(REGULAR, 16, 23)


def make(book: Book, pack: Pack, now: datetime) -> bytes:
    """The invitation to the meeting that the unit is at, as PDF. Raises DocumentError."""
    found = _found(book, pack)
    unit = " ".join(book.programme.name.split())
    title = " – ".join(each for each in (found.title, unit) if each)
    return writer.write(paged(_blocks(found, unit), TOP, BOTTOM), writer.Imprint(title, unit, now))


def make_text(book: Book, pack: Pack, now: datetime) -> bytes:
    """The same as UTF-8 text. Raises DocumentError."""
    _found(book, pack)
    return f"{invitation_text(book, pack, book.meeting)}\n".encode()


def _found(book: Book, pack: Pack) -> Invitation:
    found = invitation(book, pack, book.meeting)
    if found is None:
        raise DocumentError("Processen har ingen invitation til det møde, der er valgt.")
    return found


def _blocks(found: Invitation, unit: str) -> list[Block]:
    head = [
        *paragraph([Run(unit, _KICKER)], LEFT, WIDE),
        *paragraph([Run(found.title, _HEADING)], LEFT, WIDE),
        Line(6),
        *paragraph([Run(found.opening, _TEXT)], LEFT, WIDE),
    ]
    blocks = [Block((tuple(head),), outline=found.title, level=0)]
    for label, text in found.facts:
        lines = paragraph([Run(label, _LABEL)], LEFT, 150)
        said = paragraph([Run(text, _FACT)], LEFT + 160, WIDE - 160)
        blocks.append(Block((tuple(lines), tuple(said)), above=10))
    for line in found.words:
        blocks.append(Block((tuple(paragraph([Run(line, _TEXT)], LEFT, WIDE)),), above=10))
    asked = paragraph([Run(found.asked, _ASKED)], LEFT + _INSET, WIDE - 2 * _INSET)
    for question in found.questions:
        asked += [Line(4), *_dashed(question, LEFT + _INSET, WIDE - 2 * _INSET)]
    blocks.append(Block((tuple(asked),), top=14, bottom=16, above=18, frame=framed(PETROL_TINT, radius=6)))
    if found.programme:
        lines = paragraph([Run("Program", _PART)], LEFT, WIDE)
        for each in found.programme:
            clock, _, title = each.partition(" ")
            lines += paragraph([Run(clock, _LABEL, 14), Run(title, _ITEM)], LEFT, WIDE)
        blocks.append(Block((tuple(lines),), above=18))
    for line in (found.bring, found.closing):
        if line:
            blocks.append(Block((tuple(paragraph([Run(line, _TEXT)], LEFT, WIDE)),), above=14))
    return blocks


def _dashed(text: str, x: float, wide: float) -> list[Line]:
    mark = paragraph([Run("–", _TEXT)], x, 18)[0].marks
    return paragraph([Run(text, _TEXT)], x + 18, wide - 18, first=mark)
