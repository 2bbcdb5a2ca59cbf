"""»Siden sidst« on A4: what was agreed and how far it came, what was parked, and what was answered."""

from __future__ import annotations

from datetime import datetime

from trivselsdesk.documents import writer
from trivselsdesk.documents.errors import DocumentError
from trivselsdesk.documents.ink import BOLD, INK_SOFT, PETROL, REGULAR, RULE, SEMIBOLD, Style
from trivselsdesk.documents.page import Block, Box, Line, paged
from trivselsdesk.documents.wrap import Run, paragraph
from trivselsdesk.documents.writer import BOTTOM, LEFT, WIDE
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.cycle import (
    BOARD,
    PLAN,
    Thing,
    answer_words,
    carried_words,
    counted,
    last_time,
    progress,
)
from trivselsdesk.domain.cycle import LEFT as LEFT_ALONE
from trivselsdesk.domain.danish import format_date
from trivselsdesk.domain.own_words import with_own_words
from trivselsdesk.domain.pack import Pack
from trivselsdesk.domain.records import Carried

TOP = 48.0
_INDENT = 18.0

_KICKER = Style(SEMIBOLD, 14, 22, PETROL)
_HEADING = Style(BOLD, 27, 34)
_FACTS = Style(REGULAR, 15, 22, INK_SOFT)
_PART = Style(BOLD, 18, 26, PETROL)
_TITLE = Style(SEMIBOLD, 16, 22)
_TEXT = Style(REGULAR, 15, 21)
_SOFT = Style(REGULAR, 15, 21, INK_SOFT)
_CHOICES = {BOARD: "hænger på tavlen", PLAN: "er på handleplanen", LEFT_ALONE: "ladt ligge"}


def make(book: Book, pack: Pack, now: datetime) -> bytes:
    """The page, or more where there is much. Raises DocumentError in a first round."""
    pack = with_own_words(pack, book)
    last = last_time(book)
    if not last.everything:
        raise DocumentError("Det er første runde, så der er ikke noget fra sidst at udskrive.")
    unit = book.programme.name.strip()
    heading = [
        *paragraph([Run(unit or "Arbejdspladsen", _KICKER)], LEFT, WIDE),
        *paragraph([Run("Siden sidst", _HEADING)], LEFT, WIDE),
        *paragraph([Run(counted(last), _FACTS)], LEFT, WIDE),
    ]
    blocks = [Block((tuple(heading),), outline="Siden sidst", level=0)]
    for title, things in (
        ("Det aftalte vi", last.agreed),
        (pack.parking_title, last.parked),
        ("Det valgte vi ikke", last.waiting),
        ("Det løftede vi", last.lifts),
    ):
        for place, each in enumerate(things):
            blocks.append(_block(each, title if place == 0 else ""))
    footer = " · ".join(each for each in (unit, f"udskrevet {format_date(now.date())}") if each)
    title = " – ".join(each for each in ("Siden sidst", unit) if each)
    return writer.write(paged(blocks, TOP, BOTTOM), writer.Imprint(title, footer, now))


def _block(each: Thing, heading: str) -> Block:
    lines: list[Line] = []
    if heading:
        lines += [Line(14), *paragraph([Run(heading, _PART)], LEFT, WIDE)]
        lines += [Line(4, (Box(LEFT, 1, WIDE, 1, fill=RULE),))]
    lines += paragraph([Run(carried_words(each), _TITLE)], LEFT, WIDE)
    facts = " · ".join(words for words in _facts(each) if words)
    if facts:
        lines += paragraph([Run(facts, _SOFT)], LEFT + _INDENT, WIDE - _INDENT)
    for part in each.parts:
        lines += paragraph([Run(_part_words(part), _TEXT)], LEFT + _INDENT, WIDE - _INDENT)
    return Block((tuple(lines),), above=8, outline=heading, level=1)


def _facts(each: Thing) -> list[str]:
    if each.carried.what == "lift":
        return [each.carried.target, answer_words(each)]
    return [progress(each), _CHOICES.get(each.choice, "")]


def _part_words(part: Carried) -> str:
    words = " ".join(part.text.split())
    if part.what != "action":
        return f"– {words}"
    who = " ".join(part.owner.split())
    facts = [part.status, who, format_date(part.due) if part.due is not None and not part.done else ""]
    return " · ".join([f"– {words}", *(fact for fact in facts if fact)])
