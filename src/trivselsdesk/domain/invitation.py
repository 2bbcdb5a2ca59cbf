"""The invitation to the meeting: what the program knows, and the unit's own words (002: P63, 003: P82)."""

from __future__ import annotations

from trivselsdesk.domain import agenda
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.danish import format_clock, format_date
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.own_words import override_id, with_own_words
from trivselsdesk.domain.pack import Pack
from trivselsdesk.domain.records import Meeting, Override

WORDS = "invitation.words"
"""Override key of what the unit adds in its own words."""
QUESTIONS = "invitation.questions"
"""Override key of the questions to think about, one a line; the process's own where it is empty."""


@dataclass(frozen=True)
class Invitation:
    """All that stands on it. Parts that nobody has said yet are empty."""

    title: str
    opening: str
    facts: tuple[tuple[str, str], ...]
    """»Hvornår«, »Hvor« …, and what stands behind it."""
    words: tuple[str, ...]
    asked: str
    questions: tuple[str, ...]
    programme: tuple[str, ...]
    bring: str
    closing: str


def invitation(book: Book, pack: Pack, meeting: Meeting) -> Invitation | None:
    """The invitation to ``meeting``, or None where the process has none for it."""
    pack = with_own_words(pack, book)
    form, fill = pack.invitation, pack.fill
    if form is None or (form.meetings and meeting.pack_meeting not in form.meetings):
        return None
    questions = _lines(own_text(book, QUESTIONS)) or tuple(fill(each) for each in form.questions)
    rows = agenda.rows(book, meeting)
    facts = (
        ("Hvornår", _when(meeting, rows)),
        ("Hvor", meeting.room.strip()),
        ("Vores kerneopgave", " ".join(book.programme.core_task.split())),
    )
    return Invitation(
        title=fill(form.title),
        opening=fill(form.opening),
        facts=tuple(each for each in facts if each[1]),
        words=_lines(own_text(book, WORDS)),
        asked=fill(form.asked),
        questions=questions,
        programme=tuple(
            f"{format_clock(row.start)} {fill(row.item.title).strip()}"
            for row in rows
            if row.item.title.strip()
        ),
        bring=fill(form.bring),
        closing=fill(form.closing),
    )


def invitation_text(book: Book, pack: Pack, meeting: Meeting) -> str:
    """The same as plain text, to send; empty where the process has none."""
    found = invitation(book, pack, meeting)
    if found is None:
        return ""
    parts = [
        found.title,
        found.opening,
        "\n".join(f"{label}: {text}" for label, text in found.facts),
        "\n".join(found.words),
        "\n".join([found.asked, *(f"– {each}" for each in found.questions)]),
        "\n".join(["Program", *found.programme]) if found.programme else "",
        found.bring,
        found.closing,
    ]
    return "\n\n".join(each for each in parts if each.strip())


def own_text(book: Book, key: str) -> str:
    """What the unit has written under one of the keys."""
    found = book.find(Override, override_id(book.programme.id, key))
    return found.text if found else ""


def _when(meeting: Meeting, rows: list[agenda.Row]) -> str:
    day = format_date(meeting.day, weekday=True) if meeting.day else ""
    clock = f"kl. {format_clock(meeting.start)}"
    if rows:
        clock += f"–{format_clock(rows[-1].end)}"
    return f"{day} {clock}" if day else ""


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())
