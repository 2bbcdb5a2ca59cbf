"""The minutes on A4: who was there, what each part came to, what was agreed, and what comes next."""

from __future__ import annotations

from datetime import datetime

from trivselsdesk.documents import writer
from trivselsdesk.documents.errors import DocumentError
from trivselsdesk.documents.frames import framed, timed_row, tinted_heading, underlined
from trivselsdesk.documents.ink import (
    BOLD,
    INK,
    INK_SOFT,
    OUTLINE,
    PETROL,
    PETROL_INK,
    REGULAR,
    SEMIBOLD,
    Style,
)
from trivselsdesk.documents.page import Block, Box, Line, paged
from trivselsdesk.documents.wrap import Run, paragraph
from trivselsdesk.documents.writer import BOTTOM, LEFT, WIDE
from trivselsdesk.domain.book import Book, NotThere
from trivselsdesk.domain.minutes import (
    Minutes,
    MinutesDeed,
    MinutesInitiative,
    MinutesItem,
    MinutesRemark,
    minutes,
)
from trivselsdesk.domain.pack import Pack

TOP = 48.0
NOTHING_AGREED = "Ingen indsatser er aftalt endnu."
_LABEL_WIDE = 136.0
_VALUE = LEFT + _LABEL_WIDE
_VALUE_WIDE = WIDE - _LABEL_WIDE
_TIME_WIDE = 104.0
_TITLE = LEFT + 2 * _TIME_WIDE
_TITLE_WIDE = WIDE - 2 * _TIME_WIDE
_INSET = 14.0

_KICKER = Style(SEMIBOLD, 14, 22, PETROL)
_HEADING = Style(BOLD, 27, 34)
_FACTS = Style(REGULAR, 16, 22, INK_SOFT)
_NOTE = Style(REGULAR, 14, 19, INK_SOFT)
_SECTION = Style(BOLD, 17, 22, PETROL_INK)
_LABEL = Style(REGULAR, 14, 20, INK_SOFT)
_TEXT = Style(REGULAR, 15, 20)
_STRONG = Style(BOLD, 15, 20)
_KIND = Style(SEMIBOLD, 15, 20, PETROL_INK)
_SOFT = Style(REGULAR, 14, 20, INK_SOFT)
_HEAD = Style(BOLD, 13, 19, INK_SOFT)


def make(book: Book, pack: Pack, now: datetime) -> bytes:
    """The minutes of the (first) meeting as PDF. Raises DocumentError."""
    paper = paper_of(book, pack, now)
    title = " – ".join(each for each in ("Referat", paper.unit) if each)
    footer = " · ".join(each for each in (paper.unit, paper.printed) if each)
    return writer.write(paged(_blocks(paper), TOP, BOTTOM), writer.Imprint(title, footer, now))


def paper_of(book: Book, pack: Pack, now: datetime) -> Minutes:
    """The words of the minutes. Raises DocumentError when there is no meeting."""
    try:
        meeting = book.meeting
    except NotThere:
        raise DocumentError("Der er ikke noget møde i forløbet, så der er intet referat.") from None
    return minutes(book, pack, meeting, now)


def _blocks(paper: Minutes) -> list[Block]:
    heading = [
        *paragraph([Run("Referat", _KICKER)], LEFT, WIDE),
        *paragraph([Run(paper.heading, _HEADING)], LEFT, WIDE),
        *paragraph([Run(paper.facts, _FACTS)], LEFT, WIDE),
    ]
    if paper.unfinished:
        heading += paragraph([Run("Mødet er ikke slut endnu.", _NOTE)], LEFT, WIDE)
    blocks = [Block((tuple(heading),)), *_people(paper)]
    blocks += _decisions(paper)
    for title, rows in paper.told:
        blocks += _plain_section(title, [_with_aside(*each) for each in rows])
    blocks += _plain_section("Løftes videre", [_with_aside(*each) for each in paper.lifts])
    blocks += _plain_section(paper.parking_title, [[Run(each, _TEXT)] for each in paper.parked])
    blocks += _plain_section("Det kommer nu", [[Run(each, _TEXT)] for each in paper.coming])
    hopes = [
        [Run(text, _TEXT), *([Run(f"– {met}", _SOFT)] if met else [])] for text, met in paper.expectations
    ]
    blocks += _plain_section("Det håbede vi på", hopes)
    blocks += _course(paper)
    blocks += _themes(paper)
    return blocks


def _people(paper: Minutes) -> list[Block]:
    rows = [
        (f"Til stede ({len(paper.present)})", ", ".join(paper.present)),
        (f"Ikke med ({len(paper.away)})", ", ".join(paper.away)),
        ("Gæst" if len(paper.guests) == 1 else "Gæster", ", ".join(paper.guests)),
        *paper.roles,
    ]
    lines: list[Line] = []
    for label, words in rows:
        if words:
            lines += [Line(3)] if lines else []
            lines += _labelled(label, words)

    return [Block((tuple(lines),), top=8, bottom=9, above=12, frame=framed(stroke=OUTLINE))] if lines else []


def _labelled(label: str, words: str) -> list[Line]:
    marks = [
        mark
        for line in paragraph([Run(label, _LABEL)], LEFT + _INSET, _LABEL_WIDE - 8)[:1]
        for mark in line.marks
    ]
    lines = paragraph([Run(words, _TEXT)], _VALUE + _INSET, _VALUE_WIDE - 2 * _INSET)
    first, *rest = lines or [Line(_TEXT.leading)]
    return [Line(first.height, (*marks, *first.marks)), *rest]


def _bulleted(runs: list[Run], x: float, wide: float) -> list[Line]:
    bullet = (Box(x + 2, 8.3, 4.4, 4.4, fill=INK, radius=2.2),)
    return paragraph(runs, x + 16, wide - 16, first=bullet)


def _plain_section(title: str, rows: list[list[Run]]) -> list[Block]:
    if not rows:
        return []
    lines = [tuple(_bulleted(runs, LEFT + 10, WIDE - 20)) for runs in rows]
    made = [Block((each,), above=2 if place else 6) for place, each in enumerate(lines)]
    return [tinted_heading(title, _SECTION), *made]


def _with_aside(title: str, aside: str) -> list[Run]:
    return [Run(title, _TEXT), *([Run(f"– {aside}", _SOFT)] if aside else [])]


# What was agreed


def _decisions(paper: Minutes) -> list[Block]:
    if not paper.initiatives:
        return []
    return [tinted_heading("Det har vi aftalt", _SECTION), *(_initiative(each) for each in paper.initiatives)]


def _initiative(each: MinutesInitiative) -> Block:
    x, wide = LEFT + _INSET, WIDE - 2 * _INSET
    must = [Run(each.must_act, _KIND, 10)] if each.must_act else []
    lines = paragraph([Run(each.title, _STRONG), *must], x, wide)
    for label, words in (("Hvorfor", each.why), ("Mål", each.goal)):
        if words:
            lines += [Line(2), *paragraph([Run(f"{label}:", _LABEL), Run(words, _TEXT)], x, wide)]
    if not each.deeds:
        lines += [Line(3), *paragraph([Run(NOTHING_AGREED, _SOFT)], x, wide)]
    for deed in each.deeds:
        lines += [Line(3), *_bulleted(_deed_runs(deed), x, wide)]
    for label, words in (("Vi følger op", each.followup), ("Nyt til alle", each.news)):
        if words:
            lines += [Line(3), *paragraph([Run(f"{label}:", _LABEL), Run(words, _TEXT)], x, wide)]

    return Block(
        (tuple(lines),), top=8, bottom=9, above=8, frame=framed(stroke=OUTLINE), outline=each.title, level=1
    )


def _deed_runs(deed: MinutesDeed) -> list[Run]:
    facts = [
        f"ansvarlig: {deed.owner}" if deed.owner else "",
        deed.due,
        f"med: {deed.people}" if deed.people else "",
    ]
    words = " · ".join(each for each in facts if each)
    return [Run(deed.title, _TEXT), *([Run(f"({words})", _SOFT)] if words else [])]


# How the meeting went


def _course(paper: Minutes) -> list[Block]:
    blocks = [tinted_heading("Sådan gik mødet", _SECTION)]
    if paper.items:
        head = _table_head()
        blocks += [head, *(_item(each, head) for each in paper.items)]
    if paper.loose:
        lines = [line for each in paper.loose for line in _remark(each)]
        blocks.append(
            _row("", "", paragraph([Run("Uden punkt", _STRONG)], _TITLE, _TITLE_WIDE) + lines, None)
        )
    return blocks if len(blocks) > 1 else []


def _table_head() -> Block:
    words = (
        ("Planlagt", LEFT + 6, _TIME_WIDE - 8),
        ("Faktisk", LEFT + 6 + _TIME_WIDE, _TIME_WIDE - 8),
        ("Punkt og noter", _TITLE, _TITLE_WIDE),
    )
    columns = tuple(tuple(paragraph([Run(word, _HEAD)], x, wide)) for word, x, wide in words)
    return Block(columns, bottom=4, above=8, frame=underlined(1.2, INK), with_next=True)


def _item(item: MinutesItem, head: Block) -> Block:
    main = paragraph([Run(item.title, _STRONG)], _TITLE, _TITLE_WIDE - 6)
    for remark in item.remarks:
        main += [Line(3), *_remark(remark)]
    return _row(item.planned, item.actual, main, head, item.title, item.pause)


def _row(
    planned: str, actual: str, main: list[Line], head: Block | None, outline: str = "", pause: bool = False
) -> Block:
    columns = (
        tuple(paragraph([Run(planned, _SOFT)], LEFT + 6, _TIME_WIDE - 8)),
        tuple(paragraph([Run(actual, _SOFT)], LEFT + 6 + _TIME_WIDE, _TIME_WIDE - 8)),
        tuple(main),
    )
    return Block(columns, top=6, bottom=6, frame=timed_row(pause), head=head, outline=outline, level=1)


def _remark(remark: MinutesRemark) -> list[Line]:
    kind = [Run(f"{remark.kind}:", _KIND)] if remark.kind else []
    facts = " · ".join(each for each in (remark.part, remark.clock) if each)
    note = [Run(f"({facts})", _SOFT)] if facts else []
    return _bulleted([*kind, Run(remark.text, _TEXT), *note], _TITLE, _TITLE_WIDE - 6)


def _themes(paper: Minutes) -> list[Block]:
    if not paper.themes:
        return []
    made = []
    for zone, names in paper.themes:
        lines = paragraph([Run(f"{zone}:", _STRONG), Run(", ".join(names), _TEXT)], LEFT + 12, WIDE - 24)
        made.append(Block((tuple(lines),), above=6))
    return [tinted_heading("Det talte vi om", _SECTION), *made]
