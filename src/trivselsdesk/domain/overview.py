"""A programme seen from the start screen: which phase it is in, how far, and what comes next."""

from __future__ import annotations

from datetime import date

from trivselsdesk.domain.board import board_view
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.checklist import preparation
from trivselsdesk.domain.follow import Followed, counts, followed, next_followup
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.handin import next_deadline
from trivselsdesk.domain.lifts import overdue
from trivselsdesk.domain.pack import Pack
from trivselsdesk.domain.phases import phase_index, rooms_of
from trivselsdesk.domain.plan import active_initiatives, answered
from trivselsdesk.domain.records import Meeting, Programme
from trivselsdesk.domain.sheets import first_boards
from trivselsdesk.domain.timing import clock_of
from trivselsdesk.domain.wheel import next_event


@dataclass(frozen=True)
class Overview:
    """One line of the list of programmes.

    ``next_what`` says what comes next: ``task``, ``start``, ``meeting``, ``questions``,
    ``answer``, ``followup``, ``event``, ``action``, ``deadline`` or nothing; ``next_words`` is its own text.
    """

    programme: Programme
    meeting: Meeting
    phase: int
    """Index of the phase that the programme is in."""
    share: float
    """How much of that phase is done, 0..1."""
    done: int
    total: int
    late: int
    """Tasks or actions whose day has passed."""
    stale: int
    """Actions whose arrow has not moved for long."""
    next_what: str
    next_words: str
    next_day: date | None
    answers: int = 0
    """Lifted matters whose answer should have been there by now."""


def overview(book: Book, pack: Pack, today: date) -> Overview:
    """Sum a programme up at ``today``."""
    meeting = book.meeting
    stale = 0
    index = phase_index(book, pack)
    room = pack.phases[index].room if pack.phases else "prepare"
    checklist = preparation(book, today)
    done, total, late = checklist.done, checklist.total, len(checklist.late)
    what, words, day, answers = "meeting", "", meeting.day, 0
    if room == "prepare":
        if checklist.next:
            what, words, day = "task", checklist.next.text, checklist.next.due
        elif meeting.day is None:
            what = "start"
    elif room == "run":
        total = sum(board_view(book, board).count for board in first_boards(book, pack))
        done, late = total, 0
        what, day = "meeting", meeting.day
        if clock_of(book, meeting).state == "ended" and "follow" in rooms_of(pack.phases[index]):
            # The last meeting is over, and its phase goes on with what was agreed.
            coming = _follow(book, followed(book, pack, today), today)
            what, words, day = coming if coming[0] else (what, words, day)
    elif room == "plan":
        initiatives = active_initiatives(book)
        total = len(initiatives)
        done = sum(1 for each in initiatives if all(answered(book, pack, each)))
        late = 0
        what, day = "questions", None
    else:
        lines = followed(book, pack, today)
        sums = counts(lines)
        done, total, late, stale = sums.done, len(lines), sums.late, sums.stale
        answers = len(overdue(book, today))
        what, words, day = _follow(book, lines, today)
    deadline = next_deadline(book, pack) if room in ("plan", "follow") else None
    if deadline is not None:
        if what == "questions" and done < max(1, total):
            day = deadline.day
        elif day is None or deadline.day < day:
            what, words, day = "deadline", deadline.words, deadline.day
    share = done / total if total else 0.0
    return Overview(
        book.programme, meeting, index, share, done, total, late, stale, what, words, day, answers
    )


def _follow(book: Book, lines: list[Followed], today: date) -> tuple[str, str, date | None]:
    late = overdue(book, today)
    if late:
        return "answer", late[0].title, late[0].note.expected
    coming, event = next_followup(book), next_event(book, today)
    day = coming.followup_day if coming is not None else None
    if event is not None and (day is None or event[1] < day):
        return "event", event[0].title, event[1]
    if coming is not None:
        return "followup", coming.followup_place or coming.name, day
    # The lines stand with the one that is due first on top.
    first = next((each.action for each in lines if not each.done and each.action.due is not None), None)
    return ("action", first.title, first.due) if first else ("", "", None)
