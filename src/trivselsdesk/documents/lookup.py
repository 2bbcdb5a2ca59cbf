"""A list of the process on A4: knowledge cards, the themes of a survey, examples."""

from __future__ import annotations

from datetime import datetime

from trivselsdesk.documents import writer
from trivselsdesk.documents.frames import framed
from trivselsdesk.documents.ink import BOLD, INK_SOFT, OUTLINE, PETROL, REGULAR, SEMIBOLD, Style
from trivselsdesk.documents.page import Block, Line, paged
from trivselsdesk.documents.wrap import Run, paragraph
from trivselsdesk.documents.writer import BOTTOM, LEFT, WIDE
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.lookup import facts_of
from trivselsdesk.domain.own_words import with_own_words
from trivselsdesk.domain.pack import Pack, PackList

TOP = 48.0
_INSET = 14.0
_KICKER = Style(SEMIBOLD, 14, 22, PETROL)
_HEADING = Style(BOLD, 27, 34)
_HINT = Style(REGULAR, 15, 21, INK_SOFT)
_TITLE = Style(BOLD, 17, 24)
_TEXT = Style(REGULAR, 16, 23)


def make(book: Book, pack: Pack, now: datetime, chosen: PackList) -> bytes:
    """The list as PDF, one frame for each entry, to cut out or to hand round."""
    fill = with_own_words(pack, book).fill
    unit = " ".join(book.programme.name.split())
    title = fill(chosen.title)
    head = [
        *paragraph([Run(pack.short_title, _KICKER)], LEFT, WIDE),
        *paragraph([Run(title, _HEADING)], LEFT, WIDE),
        *paragraph([Run(fill(chosen.hint), _HINT)], LEFT, WIDE),
    ]
    blocks = [Block((tuple(head),), outline=title, level=0)]
    for entry in chosen.entries:
        lines: list[Line] = paragraph([Run(fill(entry.title), _TITLE)], LEFT + _INSET, WIDE - 2 * _INSET)
        lines += paragraph([Run(fill(entry.text), _TEXT)], LEFT + _INSET, WIDE - 2 * _INSET)
        facts = " · ".join(fill(each) for each in facts_of(entry))
        lines += paragraph([Run(facts, _HINT)], LEFT + _INSET, WIDE - 2 * _INSET)
        blocks.append(Block((tuple(lines),), top=10, bottom=10, above=12, frame=framed(stroke=OUTLINE)))
    name = " – ".join(each for each in (title, unit) if each)
    return writer.write(paged(blocks, TOP, BOTTOM), writer.Imprint(name, unit, now))
