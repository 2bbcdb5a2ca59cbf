"""The APV plan on A4 across: a row for each problem, what is still missing, and sickness absence."""

from __future__ import annotations

from datetime import datetime

from trivselsdesk.documents import writer
from trivselsdesk.documents.errors import DocumentError
from trivselsdesk.documents.frames import framed, underlined
from trivselsdesk.documents.ink import (
    BOLD,
    INK_SOFT,
    LINEN,
    OUTLINE,
    PETROL_INK,
    PETROL_TINT,
    REGULAR,
    SEMIBOLD,
    Style,
)
from trivselsdesk.documents.page import Block, Line, paged
from trivselsdesk.documents.wrap import Run, paragraph
from trivselsdesk.documents.writer import LEFT
from trivselsdesk.domain.apv import ApvLine, apv_plan, renew_by
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.danish import format_date
from trivselsdesk.domain.own_words import with_own_words
from trivselsdesk.domain.pack import ApvForm, Pack

TOP = 48.0
_WIDE = writer.ACROSS_WIDE
_SHARES = (0.25, 0.29, 0.14, 0.16, 0.16)
_GAP = 14.0
_INSET = 12.0

_HEADING = Style(BOLD, 26, 32)
_FACTS = Style(REGULAR, 15, 21, INK_SOFT)
_HEAD = Style(BOLD, 13, 18, PETROL_INK)
_STRONG = Style(BOLD, 14, 19)
_TEXT = Style(REGULAR, 14, 19)
_SOFT = Style(REGULAR, 13, 18, INK_SOFT)
_MARK = Style(SEMIBOLD, 13, 18)
_MISSING = Style(SEMIBOLD, 13, 18, INK_SOFT)


def make(book: Book, pack: Pack, now: datetime) -> bytes:
    """The plan as PDF. Raises DocumentError when the process has none."""
    pack = with_own_words(pack, book)
    if pack.apv is None:
        raise DocumentError(f"Processen »{pack.title}« har ingen APV-handlingsplan.")
    unit = " ".join(book.programme.name.split())
    title = " – ".join(each for each in (pack.fill(pack.apv.title), unit) if each)
    footer = " · ".join(each for each in (unit, f"udskrevet {format_date(now.date())}") if each)
    pages = paged(_blocks(book, pack, pack.apv), TOP, writer.ACROSS_BOTTOM)
    return writer.write(pages, writer.Imprint(title, footer, now), across=True)


def _blocks(book: Book, pack: Pack, form: ApvForm) -> list[Block]:
    plan = apv_plan(book, pack)
    title = pack.fill(form.title)
    facts = [book.programme.name.strip()]
    if plan.revised is not None:
        facts.append(f"sidst revideret {format_date(plan.revised)}")
        facts.append(f"skal ses efter igen senest {format_date(renew_by(plan.revised))}")
    heading = [
        *paragraph([Run(title, _HEADING)], LEFT, _WIDE),
        *paragraph([Run(" · ".join(each for each in facts if each), _FACTS)], LEFT, _WIDE),
    ]
    blocks = [Block((tuple(heading),), outline=title)]
    head = _row_of_heads(pack, form)
    blocks.append(head)
    marked = pack.always_act.short if pack.always_act else ""
    for line in plan.lines:
        blocks.append(_row(line, head, marked))
    if not plan.lines:
        empty = paragraph([Run("Der er ikke aftalt noget endnu.", _SOFT)], LEFT + _INSET, _WIDE)
        blocks.append(Block((tuple(empty),), top=8, bottom=8))
    blocks.append(_sickness(pack, form, plan.sickness))
    return blocks


def _columns() -> list[tuple[float, float]]:
    """Left edge and width of what is written in each column."""
    found, x = [], LEFT
    for share in _SHARES:
        found.append((x + _INSET, _WIDE * share - _GAP))
        x += _WIDE * share
    return found


def _row_of_heads(pack: Pack, form: ApvForm) -> Block:
    labels = (
        form.problem_label,
        form.measure_label,
        form.owner_label,
        form.time_label,
        form.followup_label,
    )

    columns = tuple(
        tuple(paragraph([Run(pack.fill(label), _HEAD)], x, wide))
        for label, (x, wide) in zip(labels, _columns(), strict=True)
    )
    return Block(columns, top=6, bottom=6, above=16, frame=framed(PETROL_TINT, wide=_WIDE), with_next=True)


def _row(line: ApvLine, head: Block, marked: str) -> Block:
    """The measures stand beside who sees to them and when, line for line."""
    problem, measure, owner, time, followup = _columns()
    first = [*paragraph([Run(line.problem, _STRONG)], *problem)]
    if line.marked and marked:
        first += paragraph([Run(marked, _MARK)], *problem)
    for text in (line.cause, f"Mål: {line.goal}" if line.goal else ""):
        for part in text.splitlines():
            first += paragraph([Run(part, _SOFT)], *problem)
    deeds: list[Line] = []
    for deed in line.deeds:
        status = [Run(f"({deed.status})", _SOFT)] if deed.status else []
        cells = (
            paragraph([Run(deed.title, _TEXT), *status], *measure),
            paragraph([_or_missing(deed.owner, "ansvarlig")], *owner),
            paragraph([_or_missing(deed.time, "tidsplan")], *time),
        )
        deeds += [Line(5)] if deeds else []
        deeds += _beside(cells)
    if not deeds:
        deeds = _beside(
            (
                paragraph([_or_missing("", "tiltag")], *measure),
                paragraph([_or_missing("", "ansvarlig")], *owner),
                paragraph([_or_missing("", "tidsplan")], *time),
            )
        )
    looked = line.followup if "followup" not in line.missing else ""
    last: list[Line] = []
    for part in looked.split(" · "):
        last += paragraph([_or_missing(part, "opfølgning")], *followup)
    if line.followup and not looked:
        last += paragraph([Run(line.followup, _SOFT)], *followup)

    return Block(
        (tuple(first), tuple(deeds), tuple(last)),
        top=8,
        bottom=9,
        frame=underlined(wide=_WIDE),
        head=head,
        outline=line.problem,
        level=1,
    )


def _beside(cells: tuple[list[Line], ...]) -> list[Line]:
    """Cells of one measure as lines that hold what stands beside each other."""
    count = max(len(each) for each in cells)
    lines = []
    for place in range(count):
        found = [cell[place] for cell in cells if place < len(cell)]
        marks = tuple(mark for line in found for mark in line.marks)
        lines.append(Line(max(line.height for line in found), marks))
    return lines


def _or_missing(text: str, what: str) -> Run:
    return Run(text, _TEXT) if text.strip() else Run(f"Mangler {what}", _MISSING)


def _sickness(pack: Pack, form: ApvForm, text: str) -> Block:
    x, wide = LEFT + _INSET, _WIDE - 2 * _INSET
    lines = [*paragraph([Run(pack.fill(form.sickness_question), _STRONG)], x, wide), Line(3)]
    written = [part for part in text.splitlines() if part.strip()]
    for part in written:
        lines += paragraph([Run(part, _TEXT)], x, wide)
    if not written:
        lines += paragraph([Run("Mangler jeres blik på sygefraværet", _MISSING)], x, wide)

    return Block(
        (tuple(lines),),
        top=10,
        bottom=11,
        above=20,
        frame=framed(LINEN, OUTLINE, wide=_WIDE),
        outline="Sygefravær",
        level=1,
    )
