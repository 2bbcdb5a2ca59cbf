"""What was agreed last time, as the room is told when the meeting opens (001: F35, 002: P15)."""

from __future__ import annotations

from trivselsdesk.domain.book import Book
from trivselsdesk.domain.cycle import carried_words, last_time, opens_round, progress
from trivselsdesk.domain.records import Meeting
from trivselsdesk.domain.wall.model import Block, Line


def since_blocks(book: Book, meeting: Meeting) -> tuple[Block, ...]:
    """What was agreed, with how far it came, and the answers to what was lifted. No names, nothing parked.

    Nothing after the first meeting of the round, nor where the unit has chosen to keep it off the wall.
    """
    if not book.programme.last_on_wall or not opens_round(book, meeting):
        return ()
    last = last_time(book)
    agreed = tuple(
        Line(
            carried_words(each),
            aside=progress(each),
            icon="check" if each.carried.done else "flag",
            state="done" if each.carried.done else "",
        )
        for each in last.agreed
    )
    answers = tuple(
        Line(f"{carried_words(each)}: {' '.join(each.carried.answer.split())}", icon="arrow-u")
        for each in last.lifts
        if each.carried.answer.strip()
    )
    blocks = (
        Block("Siden sidst", agreed, "primary", "flag"),
        Block("Svar på det, vi løftede", answers, "med", "arrow-u"),
    )
    return tuple(block for block in blocks if block.lines)
