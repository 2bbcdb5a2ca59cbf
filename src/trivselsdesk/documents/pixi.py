"""The short edition on A4 across: one page for each zone of the board, large and few words (004: X42)."""

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
from trivselsdesk.documents.page import Block, Circle, Line, Page, paged
from trivselsdesk.documents.wrap import Run, paragraph
from trivselsdesk.documents.writer import ACROSS_BOTTOM, ACROSS_WIDE, LEFT
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.danish import format_date, join_names, plural
from trivselsdesk.domain.own_words import with_own_words
from trivselsdesk.domain.pack import Pack
from trivselsdesk.domain.pack.telling import PixiForm
from trivselsdesk.domain.plan import actions_of
from trivselsdesk.domain.records import Initiative
from trivselsdesk.domain.start_notes import start_kind
from trivselsdesk.domain.telling import (
    ZoneTold,
    other_initiatives,
    reading_minutes,
    reading_words,
    shown_points,
    told_zones,
)

TOP = 56.0
BIG_SIZES = (32.0, 29.0, 26.0, 23.0, 20.0)
"""Sizes of the points, the largest first: the first that lets the zone stay on one page is taken."""

_KICKER = Style(SEMIBOLD, 17, 26, PETROL)
_COVER = Style(BOLD, 52, 62)
_TITLE = Style(BOLD, 40, 50)
_LEAD = Style(REGULAR, 22, 32, INK_SOFT)
_DO_HEAD = Style(BOLD, 18, 26, PETROL_INK)
_DO = Style(REGULAR, 18, 25, PETROL_INK)


def make(book: Book, pack: Pack, now: datetime) -> bytes:
    """The pages as PDF. Raises DocumentError while nothing hangs on the board."""
    pack = with_own_words(pack, book)
    form = pack.pixi
    if form is None:
        raise DocumentError(f"Processen »{pack.title}« har ingen kort udgave.")
    zones = [each for each in told_zones(book, pack, pack.board(form.board)) if each.points]
    if not zones:
        raise DocumentError("Der hænger ingen sedler på tavlen endnu, så der er intet at fortælle.")
    others = other_initiatives(book, zones)
    minutes = reading_minutes(texts_of(book, pack, form, zones))
    unit = book.programme.name
    pages: list[Page] = paged(_cover(pack, form, unit, minutes, now), TOP, ACROSS_BOTTOM)
    for zone in zones:
        pages += _zone_pages(book, form, zone, _mark(pack))
    if others:
        pages += paged(_agreed(book, "Det er også aftalt", others), TOP, ACROSS_BOTTOM)
    title = " – ".join(each for each in (form.title, unit) if each)
    footer = " · ".join(each for each in (unit, reading_words(minutes)) if each)
    return writer.write(pages, writer.Imprint(title, footer, now), across=True)


def texts_of(book: Book, pack: Pack, form: PixiForm, zones: list[ZoneTold]) -> list[str]:
    """Everything that is to be read in the short edition."""
    texts = [form.title, pack.fill(form.intro), pack.fill(form.further)]
    for zone in zones:
        texts += [zone.zone.title, zone.zone.hint, *(each.title for each in shown_points(zone, form))]
        texts += [_agreed_words(book, each) for each in zone.initiatives]
    return texts + [_agreed_words(book, each) for each in other_initiatives(book, zones)]


def _cover(pack: Pack, form: PixiForm, unit: str, minutes: int, now: datetime) -> list[Block]:
    promise = reading_words(minutes)
    if minutes > form.minutes:
        promise = f"{promise} – målet er {form.minutes}"
    lines = [
        *paragraph([Run(unit or pack.short_title, _KICKER)], LEFT, ACROSS_WIDE),
        Line(24),
        *paragraph([Run(form.title, _COVER)], LEFT, ACROSS_WIDE),
        Line(16),
        *(paragraph([Run(pack.fill(form.intro), _LEAD)], LEFT, ACROSS_WIDE * 0.8) if form.intro else []),
        Line(24),
        *paragraph([Run(f"{promise} · {format_date(now.date())}", _KICKER)], LEFT, ACROSS_WIDE),
    ]
    if form.further:
        lines += paragraph([Run(pack.fill(form.further), _LEAD)], LEFT, ACROSS_WIDE * 0.8)
    return [Block((tuple(lines),), top=60, outline=form.title)]


def _mark(pack: Pack) -> str:
    """The words that tell a starting note from what the room wrote."""
    kind = start_kind(pack)
    return (kind.mark or kind.label) if kind is not None else ""


def _zone_pages(book: Book, form: PixiForm, zone: ZoneTold, mark: str) -> list[Page]:
    """The zone on one page, in the largest letters that let it stay there."""
    for size in BIG_SIZES:
        pages = paged(_zone(book, form, zone, mark, size), TOP, ACROSS_BOTTOM)
        if len(pages) == 1:
            break
    return pages


def _zone(book: Book, form: PixiForm, zone: ZoneTold, mark: str, size: float) -> list[Block]:
    told = zone.zone
    style = Style(BOLD, size, round(size * 1.22))
    small = Style(REGULAR, max(14.0, size * 0.55), round(size * 1.22), INK_SOFT)
    head = [
        *paragraph([Run(told.title, _TITLE)], LEFT, ACROSS_WIDE),
        *(paragraph([Run(told.hint, _LEAD)], LEFT, ACROSS_WIDE) if told.hint else []),
    ]
    blocks = [Block((tuple(head),), bottom=12, outline=told.title, with_next=True)]
    for point in shown_points(zone, form):
        runs = [Run(point.title, style)]
        if point.from_pack and mark:
            runs.append(Run(mark, small, 12))
        elif point.voices > 1:
            runs.append(Run(f"{point.voices} har sagt det", small, 12))
        dot = Circle(LEFT + 7, style.leading / 2, 6, fill=PETROL)
        lines = paragraph(runs, LEFT + 30, ACROSS_WIDE - 30, first=(dot,))
        blocks.append(Block((tuple(lines),), top=5, bottom=5))
    left = len(zone.points) - len(shown_points(zone, form))
    if left > 0:
        words = f"Og {plural(left, 'ting', 'ting')} mere, som står i den samlede rapport."
        blocks.append(Block((tuple(paragraph([Run(words, small)], LEFT + 30, ACROSS_WIDE - 30)),), top=4))
    if zone.initiatives:
        blocks += _agreed(book, "Det gør vi", list(zone.initiatives))
    return blocks


def _agreed(book: Book, title: str, initiatives: list[Initiative]) -> list[Block]:
    lines: list[Line] = paragraph([Run(title, _DO_HEAD)], LEFT + 20, ACROSS_WIDE - 40)
    for each in initiatives:
        lines += paragraph([Run(_agreed_words(book, each), _DO)], LEFT + 20, ACROSS_WIDE - 40)

    return [
        Block(
            (tuple(lines),),
            top=12,
            bottom=14,
            above=16,
            frame=framed(PETROL_TINT, radius=8, wide=ACROSS_WIDE),
        )
    ]


def _agreed_words(book: Book, initiative: Initiative) -> str:
    """»Ét sted at ringe hen – Karin og Omar har ansvaret«."""
    owners = dict.fromkeys(
        each.owner.strip()
        for each in actions_of(book, initiative.id)
        if each.title.strip() and each.owner.strip()
    )
    name = initiative.name.strip() or "Uden navn"
    return f"{name} – {join_names(owners)} har ansvaret" if owners else f"{name} – mangler en ansvarlig"
