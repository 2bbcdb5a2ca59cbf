"""The drejebog as words: everything its paper says, ready to be set."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from trivselsdesk.domain import agenda, occasion
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.danish import format_clock, format_date, format_duration, plural, quoted
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.own_words import with_own_words
from trivselsdesk.domain.pack import MEETING_GROUP, TRIO_GROUP, Pack
from trivselsdesk.domain.part import printed_point
from trivselsdesk.domain.people import holders, participants, roles_of
from trivselsdesk.domain.phases import purpose_of
from trivselsdesk.domain.records import Meeting, Person, Rule, SlotLog
from trivselsdesk.domain.timing import clock_of


@dataclass(frozen=True)
class Part:
    """Something to do under a row, with what to say (*Sig*) and to consider (*Overvej*)."""

    text: str
    quotes: tuple[str, ...] = ()
    tips: tuple[str, ...] = ()


@dataclass(frozen=True)
class SheetRow:
    """One row of the paper. ``actual`` is when it really began, or empty: a line to write on."""

    start: str
    minutes: str
    title: str
    speaker: str
    purpose: str
    parts: tuple[Part, ...]
    quotes: tuple[str, ...]
    tips: tuple[str, ...]
    materials: str
    actual: str
    pause: bool
    length: int
    stepped: bool
    own: frozenset[str]
    """The quotes that the unit has written or changed itself."""


@dataclass(frozen=True)
class SheetEnd:
    """The last row: when the meeting ends and how long the room is ours."""

    clock: str
    room: str
    actual: str


@dataclass(frozen=True)
class RunSheet:
    """The whole drejebog of one meeting."""

    kicker: str
    heading: str
    facts: str
    roles: tuple[tuple[str, str], ...]
    """Title of each role and who holds it; empty where nobody does."""
    purpose: tuple[tuple[str, str], ...]
    """What it is all for: the kerneopgave (000: P01) and the occasion, each with its label."""
    rows: tuple[SheetRow, ...]
    end: SheetEnd | None
    rules: tuple[str, ...]
    unit: str
    printed: str


def run_sheet(book: Book, pack: Pack, meeting: Meeting, today: date, *, full: bool = False) -> RunSheet:
    """The drejebog of ``meeting`` as it stands, printed ``today``.

    ``full`` takes along everything to say and to consider; else each row has its points and the
    first thing to say, so that a meeting fits on a page.
    """
    pack = with_own_words(pack, book)
    fill = pack.fill
    planned = agenda.rows(book, meeting)
    unit = book.programme.name.strip()
    return RunSheet(
        kicker="Talepapir · alt, der kan siges og overvejes" if full else "Drejebog · styrer mødet",
        heading=" i ".join(each for each in (fill(meeting.title).strip(), unit) if each) or "Drejebog",
        facts=_facts(book, meeting, planned),
        roles=tuple(
            (role.title, ", ".join(_name(book, pack, person) for person in holders(book, role.id)))
            for role in pack.roles
            if role.group == MEETING_GROUP
        ),
        purpose=tuple(
            (label, words)
            for label, words in (
                ("Formål", purpose_of(pack, meeting)),
                ("Kerneopgave", " ".join(book.programme.core_task.split())),
                ("Anledning", occasion.title(book, pack)),
            )
            if words
        ),
        rows=tuple(
            _row(book, pack, row) if full else _short(_row(book, pack, row), _said(pack, row))
            for row in planned
        ),
        end=_end(book, meeting, planned),
        rules=tuple(fill(rule.text).strip() for rule in book.ranked(Rule) if rule.text.strip()),
        unit=unit,
        printed=f"udskrevet {format_date(today)}",
    )


def _facts(book: Book, meeting: Meeting, planned: list[agenda.Row]) -> str:
    day = format_date(meeting.day, weekday=True) if meeting.day else "dato ikke sat"
    clock = f"kl. {format_clock(meeting.start)}"
    if planned:
        clock += f"–{format_clock(planned[-1].end)}"
    people = len(participants(book))
    facts = [
        day[:1].upper() + day[1:],
        clock,
        meeting.room.strip(),
        plural(people, "deltager", "deltagere") if people else "",
    ]
    return " · ".join(each for each in facts if each)


def _name(book: Book, pack: Pack, person: Person) -> str:
    """»Sanne (AMR)«: the name, and what the person is in the trio."""
    held = roles_of(book, person.id)
    trio = [role.title for role in pack.roles if role.group == TRIO_GROUP and role.id in held]
    return f"{person.name} ({', '.join(trio)})" if trio else person.name


def _row(book: Book, pack: Pack, row: agenda.Row) -> SheetRow:
    item, fill = row.item, pack.fill
    points = _lines(fill(item.points))
    steps = [
        Part(
            f"Trin {number} · {step.minutes} min: {fill(printed_point(book, pack, step) or step.title)}",
            tuple(quoted(line) for line in _lines(fill(step.script))),
            _lines(fill(step.tips)),
        )
        for number, step in enumerate(row.steps, start=1)
    ]
    # Packs repeat under the row what its steps say, for the wall; on paper once is enough.
    said = {quote for step in steps for quote in step.quotes}
    considered = {tip for step in steps for tip in step.tips}
    added = occasion.added(book, pack, item)
    quotes = (quoted(line) for line in (*map(fill, added.script), *_lines(fill(item.script))))
    tips = (*map(fill, added.tips), *_lines(fill(item.tips)))
    purpose = fill(item.purpose).strip()
    return SheetRow(
        start=format_clock(row.start),
        minutes=f"{item.minutes} min" + ("" if item.at is None else " · fast"),
        title=fill(item.title),
        speaker=row.speaker,
        purpose="" if purpose in points else purpose,
        parts=(*_fixed(row), *(Part(point) for point in points), *steps),
        quotes=tuple(quote for quote in quotes if quote not in said),
        tips=tuple(tip for tip in tips if tip not in considered),
        materials=_joined(fill(item.materials)),
        actual=_actual(book, (item.id, *(step.id for step in row.steps))),
        pause=item.tool == agenda.BREAK,
        length=item.minutes,
        stepped=bool(row.steps),
        own=_own(book, pack, row),
    )


def _fixed(row: agenda.Row) -> tuple[Part, ...]:
    """The air before a fixed clock time, or what runs past it."""
    if not row.gap:
        return ()
    words = "luft" if row.gap > 0 else "for lidt"
    return (Part(f"{format_duration(abs(row.gap))} {words} før kl. {format_clock(row.start)}"),)


def _own(book: Book, pack: Pack, row: agenda.Row) -> frozenset[str]:
    """The quotes of a row and its steps that do not stand in the process."""
    scripts = [row.item.script, *(step.script for step in row.steps)]
    said = {line for script in scripts for line in _lines(script)}
    meeting = book.find(Meeting, row.item.meeting_id)
    source = pack.item(meeting.pack_meeting, row.item.pack_item) if meeting else None
    if source is None and row.item.pack_item:
        return frozenset()
    if source is not None:
        known = {*source.script, *(line for step in source.steps for line in step.script)}
        said -= known
    return frozenset(quoted(pack.fill(line)) for line in said)


def _said(pack: Pack, row: agenda.Row) -> list[str]:
    scripts = (row.item.script, *(step.script for step in row.steps))
    return [quoted(line) for script in scripts for line in _lines(pack.fill(script))]


def _short(row: SheetRow, said: list[str]) -> SheetRow:
    """The row with its points, the first thing to say and what the unit has written itself."""
    quotes = dict.fromkeys(quote for place, quote in enumerate(said) if not place or quote in row.own)
    return replace(
        row,
        purpose="" if row.parts else row.purpose,
        parts=tuple(Part(part.text) for part in row.parts),
        quotes=tuple(quotes),
        tips=(),
    )


def _end(book: Book, meeting: Meeting, planned: list[agenda.Row]) -> SheetEnd | None:
    if not planned:
        return None
    end, until = planned[-1].end, meeting.room_until
    if until is None:
        room = ""
    elif until >= end:
        room = f"lokalet er jeres til {format_clock(until)}"
    else:
        room = f"lokalet er kun jeres til {format_clock(until)}"
    ended = 0.0
    if clock_of(book, meeting).state == "ended":
        ended = max((log.ended for log in book.of(SlotLog) if log.meeting_id == meeting.id), default=0.0)
    return SheetEnd(format_clock(end), room, _clock(ended))


def _actual(book: Book, ids: tuple[str, ...]) -> str:
    logs = (book.find(SlotLog, each) for each in ids)
    return _clock(min((log.started for log in logs if log and log.started > 0), default=0.0))


def _clock(moment: float) -> str:
    """Seconds since 1970 as local clock time; empty for 0."""
    if moment <= 0:
        return ""
    local = datetime.fromtimestamp(moment)
    return format_clock(local.hour * 60 + local.minute)


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _joined(text: str) -> str:
    return ", ".join(line.rstrip(",") for line in _lines(text))
