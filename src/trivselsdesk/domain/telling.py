"""What a board came to, zone by zone: the same for the short edition and the full report (004: X42, X54)."""

from __future__ import annotations

import math
from collections.abc import Iterable

from trivselsdesk.domain.answers import spoken
from trivselsdesk.domain.board import board_view
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.forms import answer, columns_of, entries
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.joined import originals, voices
from trivselsdesk.domain.pack import Board, Form, Pack, Zone
from trivselsdesk.domain.pack.forms import PER_THEME
from trivselsdesk.domain.pack.telling import READING_SPEED, PixiForm
from trivselsdesk.domain.plan import active_initiatives
from trivselsdesk.domain.records import Initiative, Note, Theme
from trivselsdesk.domain.start_notes import is_start


@dataclass(frozen=True)
class Said:
    """A note, and how many said it."""

    text: str
    voices: int
    from_pack: bool
    """It came with the process, and nobody in the room wrote it."""


@dataclass(frozen=True)
class Point:
    """A theme, or a note that stands alone."""

    title: str
    voices: int
    notes: tuple[Said, ...]
    """The notes of a theme; empty for a note that stands alone."""
    card_id: str
    chosen: bool
    from_pack: bool = False
    """Nothing in it was written by the room."""


@dataclass(frozen=True)
class ZoneTold:
    """A zone with what was said there, the most said first, and what is done about it."""

    zone: Zone
    points: tuple[Point, ...]
    initiatives: tuple[Initiative, ...]
    voices: int
    """How many voices the room has in it: starting notes are not counted."""


@dataclass(frozen=True)
class Answered:
    """A question about a theme that somebody has answered."""

    question: str
    lines: tuple[str, ...]


def told_zones(book: Book, pack: Pack, board: Board) -> list[ZoneTold]:
    """The zones of the board. What is parked or not hung up yet is left out."""
    view = board_view(book, board)
    initiatives = active_initiatives(book)
    found = []
    for zone in view.zones:
        points = [
            Point(
                theme.theme.name.strip() or (theme.notes[0].text if theme.notes else "Tema uden navn"),
                sum(each.voices for each in notes),
                notes,
                theme.theme.id,
                theme.theme.chosen,
                all(each.from_pack for each in notes),
            )
            for theme in zone.themes
            if (notes := _said(book, pack, theme.notes))
        ]
        points += [
            Point(note.text, voices(book, note), (), note.id, note.chosen, is_start(pack, note))
            for note in zone.loose
        ]
        # The room comes before the starting notes; what was said by as many keeps the order of the board.
        points.sort(key=lambda each: (not each.chosen, each.from_pack, -each.voices))
        keys = {each.card_id for each in points}
        about = tuple(each for each in initiatives if each.card_id and each.card_id in keys)
        own = [each for theme in zone.themes for each in theme.notes] + list(zone.loose)
        count = sum(voices(book, note) for note in own if not is_start(pack, note))
        found.append(ZoneTold(zone.zone, tuple(points), about, count))
    return found


def other_initiatives(book: Book, zones: Iterable[ZoneTold]) -> list[Initiative]:
    """What is agreed and did not grow from a zone of the board."""
    told = {each.id for zone in zones for each in zone.initiatives}
    return [each for each in active_initiatives(book) if each.id not in told]


def theme_forms(pack: Pack) -> list[Form]:
    """The forms with a set of answers for each theme that everybody may read."""
    return [form for form in pack.forms if form.per == PER_THEME and not form.confidential]


def answers_about(book: Book, form: Form, theme_id: str) -> list[Answered]:
    """What was answered about a theme, the last time it was asked."""
    known = entries(book, form, theme_id)
    if not known or (book.find(Theme, theme_id) or book.find(Note, theme_id)) is None:
        return []
    found = []
    for field in form.fields:
        lines = [
            line
            for column in columns_of(form, field)
            for line in spoken(field, answer(book, known[-1].id, field.id, column.id))
        ]
        if lines:
            found.append(Answered(field.label, tuple(lines)))
    return found


def shown_points(zone: ZoneTold, form: PixiForm) -> tuple[Point, ...]:
    """The points of a zone that stand on its page of the short edition."""
    return zone.points[: form.most]


def reading_minutes(texts: Iterable[str]) -> int:
    """How long it takes to read, in whole minutes, at least 1."""
    words = sum(len(text.split()) for text in texts)
    return max(1, math.ceil(words / READING_SPEED))


def reading_words(minutes: int) -> str:
    """»Kan læses på 3 minutter«."""
    return "Kan læses på 1 minut" if minutes == 1 else f"Kan læses på {minutes} minutter"


def _said(book: Book, pack: Pack, notes: Iterable[Note]) -> tuple[Said, ...]:
    """The notes as they were written: one that speaks for others is told with theirs."""
    found = []
    for note in notes:
        behind = originals(book, note.id)
        if not note.joint:
            found.append(Said(note.text, note.said, is_start(pack, note)))
        found += [Said(each.text, each.said, is_start(pack, each)) for each in behind]
    return tuple(sorted(found, key=lambda each: -each.voices))
