"""The handleplan on A4 across: each theme with its actions in the columns of the process (001: D71, D72)."""

from __future__ import annotations

from datetime import datetime

from trivselsdesk.documents import writer
from trivselsdesk.documents.frames import framed, underlined
from trivselsdesk.documents.ink import BOLD, INK_SOFT, PETROL_INK, PETROL_TINT, REGULAR, Style
from trivselsdesk.documents.page import Block, Line, paged
from trivselsdesk.documents.wrap import Run, paragraph
from trivselsdesk.documents.writer import LEFT
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.danish import format_date
from trivselsdesk.domain.due import told_due
from trivselsdesk.domain.own_words import with_own_words
from trivselsdesk.domain.pack import ActionColumn, Pack
from trivselsdesk.domain.plan import action_columns, actions_of, active_initiatives
from trivselsdesk.domain.records import Action, Initiative

TITLE = "Handleplan"
TOP = 48.0
_WIDE = writer.ACROSS_WIDE
_THEME = 1.1
_SHARES = {"title": 1.3, "people": 1.0, "owner": 0.8, "how": 1.3, "due": 0.9}
"""How wide the columns are beside each other."""
_INSET, _GAP = 12.0, 14.0
_EMPTY_ROWS = 6
_ROW = 62.0
"""Height of a row to write on by hand, px."""

_HEADING = Style(BOLD, 26, 32)
_FACTS = Style(REGULAR, 15, 21, INK_SOFT)
_HEAD = Style(BOLD, 13, 18, PETROL_INK)
_STRONG = Style(BOLD, 15, 20)
_TEXT = Style(REGULAR, 14, 19)

_Cells = list[tuple[float, float]]


def make(book: Book, pack: Pack, now: datetime) -> bytes:
    """The plan as PDF; before anything is chosen the same table with rows to write on."""
    pack = with_own_words(pack, book)
    unit = " ".join(book.programme.name.split())
    initiatives = active_initiatives(book)
    columns = action_columns(pack)
    cells = _edges(columns)
    head = _row_of_heads(columns, cells)
    heading = [
        *paragraph([Run(TITLE, _HEADING)], LEFT, _WIDE),
        *paragraph([Run(unit, _FACTS)], LEFT, _WIDE),
    ]
    blocks = [Block((tuple(heading),), outline=TITLE, with_next=True), head]
    blocks += [_theme(book, each, columns, cells, head) for each in initiatives]
    blocks += [_blank(cells, head)] * (0 if initiatives else _EMPTY_ROWS)
    title = " – ".join(each for each in (TITLE, unit) if each)
    printed = f"udskrevet {format_date(now.date())}" if initiatives else ""
    footer = " · ".join(each for each in (unit, printed) if each)
    return writer.write(
        paged(blocks, TOP, writer.ACROSS_BOTTOM), writer.Imprint(title, footer, now), across=True
    )


def _edges(columns: tuple[ActionColumn, ...]) -> _Cells:
    """Left edge and width of what is written in each column, that of the theme first."""
    shares = [_THEME, *(_SHARES[each.field] for each in columns)]
    found, x = [], LEFT
    for share in shares:
        wide = _WIDE * share / sum(shares)
        found.append((x + _INSET, wide - _GAP))
        x += wide
    return found


def _row_of_heads(columns: tuple[ActionColumn, ...], cells: _Cells) -> Block:
    labels = ("Tema", *(each.label for each in columns))
    heads = tuple(
        tuple(paragraph([Run(label, _HEAD)], x, wide)) for label, (x, wide) in zip(labels, cells, strict=True)
    )
    return Block(heads, top=6, bottom=6, above=16, frame=framed(PETROL_TINT, wide=_WIDE), with_next=True)


def _theme(
    book: Book, initiative: Initiative, columns: tuple[ActionColumn, ...], cells: _Cells, head: Block
) -> Block:
    """What is done stands beside who does it and when, line for line."""
    name = " ".join(initiative.name.split()) or "Uden navn"
    deeds: list[Line] = []
    for action in actions_of(book, initiative.id):
        if action.title.strip():
            said = [_words(book, action, each.field) for each in columns]
            deeds += [Line(6)] if deeds else []
            deeds += _beside(
                [paragraph([Run(text, _TEXT)], *cell) for text, cell in zip(said, cells[1:], strict=True)]
            )
    return Block(
        (tuple(paragraph([Run(name, _STRONG)], *cells[0])), tuple(deeds or [Line(_ROW - 20)])),
        top=9,
        bottom=10,
        frame=underlined(wide=_WIDE),
        head=head,
        outline=name,
        level=1,
    )


def _words(book: Book, action: Action, field: str) -> str:
    words = told_due(book, action) if field == "due" else str(getattr(action, field))
    return " ".join(words.split())


def _blank(cells: _Cells, head: Block) -> Block:
    return Block(((Line(_ROW),),), frame=underlined(wide=_WIDE), head=head)


def _beside(cells: list[list[Line]]) -> list[Line]:
    """Cells of one action as lines that hold what stands beside each other."""
    lines = []
    for place in range(max(len(each) for each in cells)):
        found = [cell[place] for cell in cells if place < len(cell)]
        marks = tuple(mark for line in found for mark in line.marks)
        lines.append(Line(max(line.height for line in found), marks))
    return lines
