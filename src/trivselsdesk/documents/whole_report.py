"""The full report on A4: all that was said on a board, and what is done about it (004: X54)."""

from __future__ import annotations

from datetime import datetime

from trivselsdesk.documents import writer
from trivselsdesk.documents.errors import DocumentError
from trivselsdesk.documents.frames import framed, underlined
from trivselsdesk.documents.ink import (
    BOLD,
    INK_SOFT,
    ITALIC,
    OUTLINE,
    PETROL,
    REGULAR,
    SEMIBOLD,
    Style,
)
from trivselsdesk.documents.page import Block, Line, Text, paged
from trivselsdesk.documents.wrap import Run, paragraph
from trivselsdesk.documents.writer import BOTTOM, LEFT, WIDE
from trivselsdesk.domain.board import parked_cards
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.danish import format_date, plural
from trivselsdesk.domain.network import FINDING_WORDS, FINDINGS, network
from trivselsdesk.domain.note_tags import breakdown
from trivselsdesk.domain.own_words import with_own_words
from trivselsdesk.domain.pack import Pack
from trivselsdesk.domain.pack.telling import PixiForm
from trivselsdesk.domain.records import Initiative, Note
from trivselsdesk.domain.start_notes import is_start, start_kind
from trivselsdesk.domain.telling import (
    Point,
    ZoneTold,
    answers_about,
    other_initiatives,
    reading_minutes,
    reading_words,
    theme_forms,
    told_zones,
)
from trivselsdesk.domain.told import told

TOP = 48.0
_PARTS = (
    ("why", "Sådan er det"),
    ("goal", "Mål"),
    ("signs", "Tegn"),
    ("barriers", "Det, der kan stå i vejen"),
    ("actions", "Handlinger"),
    ("status", "Hvor langt"),
    ("followup", "Opfølgning"),
)

_KICKER = Style(SEMIBOLD, 14, 22, PETROL)
_HEADING = Style(BOLD, 30, 38)
_CHAPTER = Style(BOLD, 24, 32)
_SECTION = Style(BOLD, 18, 25)
_SOFT = Style(REGULAR, 15, 21, INK_SOFT)
_TEXT = Style(REGULAR, 15, 21)
_MARK = Style(ITALIC, 14, 21, INK_SOFT)
_LABEL = Style(SEMIBOLD, 14, 20, INK_SOFT)


def make(book: Book, pack: Pack, now: datetime) -> bytes:
    """The report as PDF. Raises DocumentError while nothing hangs on the board."""
    pack = with_own_words(pack, book)
    form = pack.pixi
    if form is None:
        raise DocumentError(f"Processen »{pack.title}« har ingen samlet rapport.")
    zones = told_zones(book, pack, pack.board(form.board))
    if not any(each.points for each in zones):
        raise DocumentError("Der hænger ingen sedler på tavlen endnu, så der er intet at fortælle.")
    body = _body(book, pack, form, zones)
    minutes = reading_minutes(words_in(body))
    unit = book.programme.name
    blocks = [_title(pack, form, unit, minutes, now), *body]
    title = " – ".join(each for each in (form.report_title, unit) if each)
    footer = " · ".join(each for each in (unit, format_date(now.date())) if each)
    return writer.write(paged(blocks, TOP, BOTTOM), writer.Imprint(title, footer, now))


def words_in(blocks: list[Block]) -> list[str]:
    """Every text of the blocks."""
    return [
        mark.text
        for block in blocks
        for column in block.columns
        for line in column
        for mark in line.marks
        if isinstance(mark, Text)
    ]


def _title(pack: Pack, form: PixiForm, unit: str, minutes: int, now: datetime) -> Block:
    facts = f"{reading_words(minutes)} · {format_date(now.date())}"
    lines = [
        *paragraph([Run(unit or pack.short_title, _KICKER)], LEFT, WIDE),
        *paragraph([Run(form.report_title, _HEADING)], LEFT, WIDE),
        *paragraph([Run(facts, _SOFT)], LEFT, WIDE),
    ]
    return Block((tuple(lines),), bottom=10, outline=form.report_title)


def _body(book: Book, pack: Pack, form: PixiForm, zones: list[ZoneTold]) -> list[Block]:
    blocks = _method(book, pack, form, zones)
    for zone in zones:
        blocks.append(_chapter(zone.zone.title))
        if not zone.points:
            blocks.append(_text("Her er der ikke sagt noget."))
        for point in zone.points:
            blocks += _point(book, pack, point)
        for initiative in zone.initiatives:
            blocks.append(_initiative(book, pack, initiative))
    others = other_initiatives(book, zones)
    if others:
        blocks.append(_chapter("Det er også aftalt"))
        blocks += [_initiative(book, pack, each) for each in others]
    blocks += _together(book)
    parked = parked_cards(book, pack)
    if parked:
        blocks.append(_chapter(pack.parking_title))
        blocks += [_text(f"– {each.title}") for each in parked]
    return blocks


def _method(book: Book, pack: Pack, form: PixiForm, zones: list[ZoneTold]) -> list[Block]:
    """How it was gathered, how many said something, and from where – never fewer than five told apart."""
    blocks = [_chapter("Sådan ved vi det")]
    if form.method:
        blocks.append(_text(pack.fill(form.method)))
    total = sum(each.voices for each in zones)
    counts = ", ".join(f"{each.zone.short or each.zone.title} {each.voices}" for each in zones)
    blocks.append(_text(f"I alt {plural(total, 'udsagn', 'udsagn')} – {counts}."))
    own = [
        note
        for note in book.of(Note)
        if note.board == form.board and not note.sealed and not note.parked and not is_start(pack, note)
    ]
    for kind, places in breakdown(own, pack):
        words = ", ".join(f"{word} {count}" for word, count in places)
        blocks.append(_labelled(kind.title, [words]))
    return blocks


def _point(book: Book, pack: Pack, point: Point) -> list[Block]:
    mark = start_kind(pack)
    words = mark.mark or mark.label if mark is not None else ""
    runs = [Run(point.title, _SECTION)]
    if point.from_pack and words:
        runs.append(Run(words, _MARK, 10))
    elif point.voices > 1:
        runs.append(Run(plural(point.voices, "udsagn", "udsagn"), _MARK, 10))
    lines = paragraph(runs, LEFT, WIDE)
    for each in point.notes:
        aside = words if each.from_pack else f"{each.voices} har sagt det" if each.voices > 1 else ""
        parts = [Run("–", _TEXT), Run(each.text, _TEXT), *([Run(aside, _MARK, 8)] if aside else [])]
        lines += paragraph(parts, LEFT + 16, WIDE - 16)
    blocks = [Block((tuple(lines),), above=10, outline=point.title, level=1)]
    for form in theme_forms(pack):
        for answered in answers_about(book, form, point.card_id):
            blocks.append(_labelled(pack.fill(answered.question), list(answered.lines)))
    return blocks


def _initiative(book: Book, pack: Pack, initiative: Initiative) -> Block:
    x, wide = LEFT + 14, WIDE - 28
    lines = paragraph([Run(f"Det gør vi: {initiative.name.strip() or 'Uden navn'}", _SECTION)], x, wide)
    for part, label in _PARTS:
        words = told(book, pack, initiative, part) if part != "status" or initiative.launched else ""
        if words.strip():
            lines += [Line(4), *paragraph([Run(label, _LABEL)], x, wide)]
            for line in words.split("\n"):
                lines += paragraph([Run(line, _TEXT)], x, wide)

    return Block((tuple(lines),), top=10, bottom=12, above=12, frame=framed(stroke=OUTLINE))


def _together(book: Book) -> list[Block]:
    net = network(book)
    if not net.subjects:
        return []
    blocks = [_chapter("Hvem er sammen om hvad?")]
    for subject in net.subjects:
        people = ", ".join(
            f"{each.name} ({each.department})" if each.department else each.name for each in subject.parts
        )
        where = ", ".join(each.title for each in subject.sittings)
        blocks.append(_labelled(subject.title, [people or "Ingen endnu", f"Møder: {where or 'ingen endnu'}"]))
    for kind in FINDINGS:
        lines = [each.words for each in net.found(kind)]
        if lines:
            blocks.append(_labelled(FINDING_WORDS[kind], [f"– {each}" for each in lines]))
    return blocks


def _chapter(title: str) -> Block:
    lines = tuple(paragraph([Run(title, _CHAPTER)], LEFT, WIDE))
    return Block((lines,), bottom=5, above=26, frame=underlined(2), with_next=True, outline=title)


def _text(words: str) -> Block:
    return Block((tuple(paragraph([Run(words, _TEXT)], LEFT, WIDE)),), above=6)


def _labelled(label: str, lines: list[str]) -> Block:
    rows = paragraph([Run(label, _LABEL)], LEFT + 16, WIDE - 16)
    for each in lines:
        rows += paragraph([Run(each, _TEXT)], LEFT + 16, WIDE - 16)
    return Block((tuple(rows),), above=6)
