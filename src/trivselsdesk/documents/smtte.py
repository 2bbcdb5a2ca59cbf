"""The SMTTE on A4: a page for each initiative with a box for each letter, and an empty one to copy."""

from __future__ import annotations

from datetime import datetime

from trivselsdesk.documents import writer
from trivselsdesk.documents.errors import DocumentError
from trivselsdesk.documents.frames import framed
from trivselsdesk.documents.ink import BOLD, INK_SOFT, OUTLINE, PETROL, REGULAR, RULE, SEMIBOLD, Style
from trivselsdesk.documents.page import Block, Box, Line, Page, Text, paged
from trivselsdesk.documents.wrap import Run, paragraph
from trivselsdesk.documents.writer import BOTTOM, LEFT, WIDE
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.pack import Pack, SmtteLetter
from trivselsdesk.domain.plan import active_initiatives
from trivselsdesk.domain.records import Initiative
from trivselsdesk.domain.signup import names_of
from trivselsdesk.domain.told import title_of, told

TOP = 48.0
_LETTER_WIDE = 46.0
_RULE_STEP = 28.0
_RULES = 3
"""Lines to write on by hand where nothing is written yet. Ours."""
_KICKER = Style(SEMIBOLD, 14, 22, PETROL)
_HEADING = Style(BOLD, 25, 32)
_FACTS = Style(REGULAR, 14, 20, INK_SOFT)
_LETTER = Style(BOLD, 30, 36, PETROL)
_TITLE = Style(BOLD, 16, 22)
_PROMPT = Style(REGULAR, 13, 18, INK_SOFT)
_WORDS = Style(REGULAR, 15, 21)


def make(book: Book, pack: Pack, now: datetime) -> bytes:
    """A page for each initiative and an empty one. Raises DocumentError where the process has no SMTTE."""
    if not pack.smtte:
        raise DocumentError("Forløbets proces har ingen SMTTE.")
    pages: list[Page] = []
    for each in (*active_initiatives(book), None):
        pages += paged(_sheet(book, pack, each), TOP, BOTTOM)
    unit = book.programme.name.strip()
    title = " – ".join(each for each in ("SMTTE", unit) if each)
    return writer.write(pages, writer.Imprint(title, unit, now))


def _sheet(book: Book, pack: Pack, initiative: Initiative | None) -> list[Block]:
    unit, task = book.programme.name.strip(), " ".join(book.programme.core_task.split())
    name = title_of(initiative) if initiative else "SMTTE"
    people = ", ".join(_people(book, initiative)) if initiative else ""
    head = [
        *paragraph([Run(" · ".join(each for each in ("SMTTE", unit) if each), _KICKER)], LEFT, WIDE),
        *(paragraph([Run(name, _HEADING)], LEFT, WIDE) if initiative else _to_write("Indsatsområde")),
        *(paragraph([Run(f"Kerneopgave: {task}", _FACTS)], LEFT, WIDE) if task else ()),
        *(paragraph([Run(f"Arbejder med det: {people}", _FACTS)], LEFT, WIDE) if people else ()),
        *(() if initiative else _to_write("Arbejder med det")),
    ]
    blocks = [Block((tuple(head),), outline=name if initiative else "SMTTE, tomt skema")]
    return [*blocks, *(_box(book, pack, each, initiative) for each in pack.smtte)]


def _people(book: Book, initiative: Initiative) -> list[str]:
    names = (names_of(book, initiative.id) or initiative.leads).split(",")
    return list(dict.fromkeys(each.strip() for each in names if each.strip()))


def _box(book: Book, pack: Pack, letter: SmtteLetter, initiative: Initiative | None) -> Block:
    x, wide = LEFT + _LETTER_WIDE + 12, WIDE - _LETTER_WIDE - 26
    lines = [
        *paragraph([Run(letter.title, _TITLE)], x, wide),
        *paragraph([Run(pack.fill(letter.prompt), _PROMPT)], x, wide),
    ]
    words = told(book, pack, initiative, letter.field) if initiative else ""
    if letter.field == "evaluation" and initiative:
        words = "\n".join(each for each in (words, told(book, pack, initiative, "followup")) if each)
    for each in words.splitlines():
        lines += paragraph([Run(each, _WORDS)], x, wide)
    if not words:
        rule = Line(_RULE_STEP, (Box(x, _RULE_STEP - 1, wide, 1, fill=RULE),))
        lines += [rule] * _RULES
    first = Line(lines[0].height, (Text(LEFT + 16, 30, letter.letter, _LETTER), *lines[0].marks))
    return Block(((first, *lines[1:]),), top=8, bottom=12, above=10, frame=framed(stroke=OUTLINE, radius=6))


def _to_write(label: str) -> list[Line]:
    words = paragraph([Run(f"{label}:", _FACTS)], LEFT, 150)
    rule = Box(LEFT + 130, 18, WIDE - 130, 1, fill=RULE)
    return [Line(26, (*words[0].marks, rule))]
