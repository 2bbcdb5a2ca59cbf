"""A small process with the minutes of a real run sheet, and helpers to work on its programme."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from trivselsdesk.domain.book import Book, Put
from trivselsdesk.domain.commands.base import Command
from trivselsdesk.domain.commands.dates import SetMeetingDay
from trivselsdesk.domain.pack import (
    Axis,
    Board,
    Choice,
    Due,
    Matrix,
    NoteType,
    Pack,
    PackItem,
    PackMeeting,
    PackMilestone,
    PackStep,
    PackTask,
    Phase,
    Question,
    QuestionField,
    Role,
    Span,
    StatusStep,
    Tool,
    Zone,
)
from trivselsdesk.domain.records import AgendaItem, Note, Record, Step, Theme
from trivselsdesk.domain.setup import new_programme

MEETING_DAY = date(2026, 5, 20)
OPENING = datetime(2026, 5, 20, 13, 0).timestamp()
"""Planned start of the meeting."""

HVERDAG = Board(
    id="hverdag",
    title="Vores hverdag",
    zones=(
        Zone(id="godt", title="Fungerer godt", tone="good", icon="plus"),
        Zone(id="mindre", title="Fungerer mindre godt", tone="less", icon="delta"),
    ),
)
SORTING = Board(
    id="sortering",
    title="Bevare eller forandre?",
    takes="hverdag",
    zones=(Zone(id="bevare", title="Bevare"), Zone(id="forandre", title="Forandre")),
)
MATRIX = Matrix(
    id="rum",
    title="Mulighedsrum",
    takes="sortering",
    zones=("forandre",),
    x=Axis(title="Indflydelse", low="lille", high="stor"),
    y=Axis(title="Betydning", low="lille", high="stor"),
    corners={},
)

PACK = Pack(
    id="proeve",
    version="1.0",
    title="Prøveproces",
    short_title="Prøve",
    summary="Et møde",
    facts="6 punkter",
    source="Egne ord",
    roles=(
        Role(id="leder", title="Leder", group="trio"),
        Role(id="styrer", title="Styrer mødet"),
    ),
    note_types=(
        NoteType(id="gul", label="Gul", colour="yellow", origin="participant"),
        NoteType(id="pink", label="Pink", colour="pink", origin="trio", sealed=True),
    ),
    phases=(
        Phase(id="forbered", title="Forbered", room="prepare"),
        Phase(id="afhold", title="Afhold", room="run"),
        Phase(id="handleplan", title="Handleplan", room="plan"),
        Phase(id="statuspil", title="Statuspil", room="follow"),
    ),
    rules=("Vi lytter færdigt", "Vi kigger fremad"),
    boards=(HVERDAG, SORTING),
    matrices=(MATRIX,),
    questions=(
        Question(id="q1", title="Hvad vil vi forandre?", fields=(QuestionField(field="why"),)),
        Question(
            id="q2",
            title="Hvad vil vi opnå?",
            fields=(QuestionField(field="goal"), QuestionField(field="signs")),
        ),
        Question(
            id="q3",
            title="Hvad kan stå i vejen?",
            fields=(
                QuestionField(field="barriers"),
                QuestionField(field="efforts", choices=(Choice(id="enkel", label="Enkel"),)),
            ),
        ),
        Question(id="q4", title="Hvad gør vi?", fields=(QuestionField(field="actions"),)),
        Question(id="q5", title="Hvornår følger vi op?", fields=(QuestionField(field="followup"),)),
    ),
    status_steps=(
        StatusStep(id="aftalt", title="Aftalt"),
        StatusStep(id="faerdig", title="Færdig", done=True),
    ),
    milestones=(
        PackMilestone(id="rapport", title="Rapporten er klar", start=date(2026, 5, 5)),
        PackMilestone(
            id="webinar",
            title="Webinar",
            days=(date(2026, 5, 5), date(2026, 5, 6), date(2026, 5, 11)),
        ),
        PackMilestone(id="frist", title="Sidste frist", end=date(2026, 6, 30), hard=True),
        PackMilestone(id="evaluering", title="Evaluering i MED", months=("2026-08", "2026-09")),
        PackMilestone(id="gennemfoer", title="Planerne føres ud i livet", months=("2026-05",), open_end=True),
    ),
    tasks=(
        PackTask(id="laes", text="Læs resultaterne", owner="trio", due=Due(anchor="rapport", days=6)),
        PackTask(id="invitation", text="Send invitation", owner="leder", due=Due(anchor="meeting", days=-8)),
        PackTask(id="projektor", text="Prøv projektoren", owner="Karin", due=Due(anchor="meeting")),
    ),
    meetings=(
        PackMeeting(
            id="moede",
            title="Trivselsdialog",
            minutes=Span(least=120, most=180),
            breaks=Span(least=1, most=2),
            items=(
                PackItem(id="velkomst", title="Velkomst", minutes=10, speaker="leder"),
                PackItem(id="refleksion", title="Individuel refleksion", minutes=10, speaker="styrer"),
                PackItem(
                    id="hverdag",
                    title="Vores hverdag",
                    minutes=40,
                    tool=Tool(kind="board", params={"board": "hverdag"}),
                    steps=(
                        PackStep(id="praesenter", title="Præsentér", minutes=20, tool=Tool(kind="board")),
                        PackStep(id="saml", title="Saml", minutes=12, tool=Tool(kind="board")),
                        PackStep(id="sorter", title="Sortér", minutes=8, tool=Tool(kind="sort")),
                    ),
                ),
                PackItem(id="rum", title="Find mulighedsrummet", minutes=20, tool=Tool(kind="matrix")),
                PackItem(id="hvad", title="Hvad skal vi gøre?", minutes=60, tool=Tool(kind="questions")),
                PackItem(id="tak", title="Opsamling og tak", minutes=10, tool=Tool(kind="closing")),
            ),
        ),
    ),
)
"""The six items of the run sheet with their 150 minutes, and no break."""


def counter() -> Callable[[], str]:
    """Ids ``i1``, ``i2`` …"""
    numbers = itertools.count(1)
    return lambda: f"i{next(numbers)}"


def fresh(day: date | None = MEETING_DAY) -> Book:
    """A new programme whose meeting is on ``day``."""
    book = Book(new_programme(PACK, "Kastanjen", datetime(2026, 5, 5, 9, 0), counter()))
    if day is not None:
        run(book, SetMeetingDay(programme_id=book.programme.id, meeting_id=book.meeting.id, day=day))
    return book


def run(book: Book, command: Command) -> None:
    """Carry a command out."""
    book.apply(book.changes(command.groundwork(book)))
    book.apply(book.changes(command.edits(book)))


def add_break(book: Book, after: str, minutes: int = 10) -> AgendaItem:
    """A break after the item with that pack id."""
    before = item(book, after)
    pause = AgendaItem(
        id="pause",
        programme_id=book.programme.id,
        rank=before.rank + 0.5,
        meeting_id=before.meeting_id,
        title="Pause",
        minutes=minutes,
        tool="break",
        pack_item="pause",
    )
    put(book, pause)
    return pause


def item(book: Book, pack_item: str) -> AgendaItem:
    """The row of the drejebog that came from that item."""
    return next(each for each in book.of(AgendaItem) if each.pack_item == pack_item)


def step(book: Book, pack_step: str) -> Step:
    """The step that came from that step of the pack."""
    return next(each for each in book.of(Step) if each.pack_step == pack_step)


def put(book: Book, *records: Record) -> None:
    """Write records straight into the book."""
    book.apply(book.changes([Put(each) for each in records]))


def note(book: Book, note_id: str, zone: str, text: str = "", **values: Any) -> Note:
    """Put a yellow note up on the board; ``rank`` follows the order of the calls."""
    made = Note(
        id=note_id,
        programme_id=book.programme.id,
        rank=float(sum(1 for _ in book.of(Note)) + 1),
        board="hverdag",
        zone=zone,
        text=text or note_id,
        kind="gul",
        **values,
    )
    put(book, made)
    return made


def theme(book: Book, theme_id: str, zone: str, name: str = "", **values: Any) -> Theme:
    """Make a theme on the board."""
    made = Theme(
        id=theme_id,
        programme_id=book.programme.id,
        rank=float(sum(1 for _ in book.of(Theme)) + 1),
        board="hverdag",
        zone=zone,
        name=name or theme_id,
        **values,
    )
    put(book, made)
    return made
