"""The lifted matters: where each goes, how far it is, which answers are awaited (003: D16, 002: X10–X11)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from trivselsdesk.domain.book import Book
from trivselsdesk.domain.danish import format_date
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.pack import Lift, Pack
from trivselsdesk.domain.records import Escalation, Note, Theme

TO_SEND, SENT, ANSWERED, CLOSED = "", "sent", "answered", "closed"
STATUSES: tuple[tuple[str, str], ...] = (
    (TO_SEND, "Skal sendes"),
    (SENT, "Sendt"),
    (ANSWERED, "Svar er kommet"),
    (CLOSED, "Afsluttet"),
)
"""The steps of a lift in their order, with their words."""


@dataclass(frozen=True)
class Lifted:
    """One matter on its way to somebody else."""

    card: Note | Theme
    title: str
    note: Escalation
    overdue: bool
    """Sent, and the day of the answer has passed without one."""


def escalation_of(book: Book, card: Note | Theme) -> Escalation:
    """How the card is seen to; an empty one while nobody has written anything."""
    return book.find(Escalation, card.id) or Escalation(id=card.id, programme_id=card.programme_id)


def is_carried(book: Book, card: Note | Theme) -> bool:
    """Whether a card is lifted to a target by somebody who is named (003: D15–D17)."""
    return bool(card.lift) and bool(escalation_of(book, card).carrier.strip())


def lifted(book: Book) -> dict[str, list[Note | Theme]]:
    """What has been carried on to somebody else, by lift target.

    Notes inside a lifted theme are left out; a note on a track that a target takes care of is one of them.
    """
    found: dict[str, list[Note | Theme]] = {}
    themes = book.ranked(Theme, lambda theme: bool(theme.lift))
    inside = {theme.id for theme in themes}
    notes = book.ranked(
        Note,
        lambda note: (
            bool(note.lift)
            and (not note.sealed or bool(note.track))
            and not note.joined_into
            and note.theme_id not in inside
        ),
    )
    cards: list[Note | Theme] = [*themes, *notes]
    for card in cards:
        found.setdefault(card.lift, []).append(card)
    return found


def lifted_in_sight(book: Book) -> dict[str, list[Note | Theme]]:
    """The same for papers that everybody reads: without notes that the room has never seen.

    What is on a track is told as that track says (``tracks.told``), or not at all.
    """
    return {
        target: shown
        for target, cards in lifted(book).items()
        if (shown := [card for card in cards if not (isinstance(card, Note) and card.sealed)])
    }


def lifts_by_target(book: Book, pack: Pack, today: date) -> list[tuple[Lift, list[Lifted]]]:
    """The lifted matters with how far they are, in the pack's order of targets; empty targets left out.

    A target that the pack no longer knows goes under its own id: nothing lifted is lost from sight.
    """
    found = lifted(book)
    known = [each for each in pack.lifts if each.id in found]
    strange = [Lift(id=key, title=key, label=key) for key in found if key not in {each.id for each in known}]
    return [
        (target, [_line(book, card, today) for card in found[target.id]]) for target in (*known, *strange)
    ]


def overdue(book: Book, today: date) -> list[Lifted]:
    """The lifts whose answer should have been there by now, the longest overdue first."""
    lines = [_line(book, card, today) for cards in lifted(book).values() for card in cards]
    late = [each for each in lines if each.overdue]
    return sorted(late, key=lambda each: each.note.expected or today)


def done_words(target: Lift) -> str:
    """»Løftet til MED«: the words over what has been carried to a target."""
    title = target.title
    # »Ledelsen« in the middle of a sentence; »MED« stays as it is.
    lower = title if len(title) < 2 or title[1].isupper() else title[0].lower() + title[1:]
    return target.done or f"Løftet til {lower}"


def state_words(line: Lifted, today: date) -> str:
    """»Sendt 26. maj · svar ventes 24. juni«: how far a lift is, in one line."""
    note = line.note
    if note.status == CLOSED:
        return "Afsluttet"
    if note.status == ANSWERED:
        return "Svar er kommet"
    if note.status == TO_SEND:
        carrier = " ".join(note.carrier.split())
        return f"Skal sendes · {carrier} bærer det videre" if carrier else "Skal sendes"
    parts = [f"Sendt {format_date(note.sent, year=note.sent.year != today.year)}" if note.sent else "Sendt"]
    if note.expected is not None:
        day = format_date(note.expected, year=note.expected.year != today.year)
        parts.append(f"svar skulle være kommet {day}" if line.overdue else f"svar ventes {day}")
    return " · ".join(parts)


def stepped(note: Escalation, status: str, today: date) -> Escalation:
    """The lift moved to a step by hand; being sent without a day means today."""
    sent = today if status == SENT and note.sent is None else note.sent
    return _with(note, {"status": status, "sent": sent})


def followed_up(note: Escalation) -> Escalation:
    """The lift with the step that its fields tell of: a day makes it sent, an answer answered."""
    if note.status == TO_SEND and note.sent is not None:
        note = _with(note, {"status": SENT})
    if note.status in (TO_SEND, SENT) and note.answer.strip():
        note = _with(note, {"status": ANSWERED})
    return note


def together(notes: Iterable[Escalation]) -> Escalation | None:
    """What stood about several cards that have become one: the first's days and step, everybody's words."""
    every = list(notes)
    if not every:
        return None
    first = every[0]
    words = {
        name: "\n".join(dict.fromkeys(text for each in every if (text := str(getattr(each, name)).strip())))
        for name in ("reason", "answer")
    }
    carriers = ", ".join(dict.fromkeys(text for each in every if (text := each.carrier.strip())))
    return _with(first, {**words, "carrier": carriers})


def card_title(card: Note | Theme) -> str:
    """What a card says, on one line."""
    return " ".join((card.text if isinstance(card, Note) else card.name).split())


def _line(book: Book, card: Note | Theme, today: date) -> Lifted:
    note = escalation_of(book, card)
    late = note.status == SENT and note.expected is not None and note.expected < today
    return Lifted(card, card_title(card), note, late)


def _with(note: Escalation, values: dict[str, Any]) -> Escalation:
    return replace(note, **values)
