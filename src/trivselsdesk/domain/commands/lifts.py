"""Commands on what is seen to outside the board: lift a card, say who carries it, move a note to a track."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any, ClassVar

from trivselsdesk.domain.book import Book, Drop, Edit, Put, insert_ranked
from trivselsdesk.domain.commands.base import Command, Refused
from trivselsdesk.domain.commands.notes import one_text
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.lifts import ANSWERED, SENT, TO_SEND, escalation_of, followed_up, stepped
from trivselsdesk.domain.records import Escalation
from trivselsdesk.domain.standing import loose_notes, must_act


@dataclass(frozen=True, kw_only=True)
class LiftCard(Command):
    """Mark a card for somebody else to decide (003: D16), or take the mark off with an empty ``lift``.

    What was written about it is kept. Lifted to somebody else than before, it is to be sent afresh.
    """

    name: ClassVar[str] = "lift_card"
    card_id: str
    lift: str
    reason: str = ""
    carrier: str = ""
    """What is known about it already; empty leaves what is written."""

    def edits(self, book: Book) -> list[Edit]:
        card = book.card(self.card_id)
        before = escalation_of(book, card)
        note = before
        if self.lift and card.lift and card.lift != self.lift:
            note = replace(note, sent=None, expected=None, answer="", status=TO_SEND)
        note = replace(note, reason=self.reason or note.reason, carrier=self.carrier or note.carrier)
        lifted: list[Edit] = [Put(replace(card, lift=self.lift))]
        return [*lifted, Put(note)] if note != before else lifted

    def detail(self, book: Book) -> str:
        return one_text(book, (self.card_id,))


@dataclass(frozen=True, kw_only=True)
class WriteEscalation(Command):
    """Set fields of how a card is seen to; it is made when the first thing is written.

    A day of sending makes it sent, an answer makes it answered; a ``status`` of its own says so itself.
    """

    name: ClassVar[str] = "write_escalation"
    card_id: str
    values: dict[str, Any]
    today: date | None = None
    """Needed with a ``status``: what is sent without a day was sent then."""
    steps: bool = True
    """Whether the fields move the step: not where the matter is settled here and nothing is sent."""

    def edits(self, book: Book) -> list[Edit]:
        note = replace(escalation_of(book, book.card(self.card_id)), **self.values)
        if "status" in self.values and self.today is not None:
            note = stepped(note, self.values["status"], self.today) if self.steps else note
        elif self.steps:
            note = followed_up(note)
            if "answer" in self.values and not note.answer.strip() and note.status == ANSWERED:
                note = replace(note, status=SENT if note.sent else TO_SEND)
            if "sent" in self.values and note.sent is None and note.status == SENT:
                note = replace(note, status=TO_SEND)
        return [Put(note)]

    def fold_key(self) -> str:
        return "" if "status" in self.values else self.retry_key()

    def retry_key(self) -> str:
        return f"write_escalation:{self.card_id}:{','.join(sorted(self.values))}"

    def detail(self, book: Book) -> str:
        return one_text(book, (self.card_id,))


@dataclass(frozen=True, kw_only=True)
class MoveToTrack(Command):
    """Take a note that waits to be hung up to a track, or back to the board's notes with an empty ``track``.

    Raises Refused("hung") for a note that the room has already seen, and Refused("carrier") when one that
    always calls for action would go without anybody who sees to it (003: D15).
    """

    name: ClassVar[str] = "move_to_track"
    id: str
    track: str
    lift: str = ""
    """The lift target that the track leads to."""
    carrier: str = ""
    """Who sees to it; empty leaves what is written."""

    def edits(self, book: Book) -> list[Edit]:
        note = book.note(self.id)
        if not note.sealed:
            raise Refused("hung")
        known = escalation_of(book, note)
        carrier = self.carrier.strip() or known.carrier
        if self.track and must_act(book, note) and not carrier.strip():
            raise Refused("carrier")
        moved = replace(note, track=self.track, lift=self.lift if self.track else "")
        siblings = [
            each
            for each in loose_notes(book, note.board, note.zone)
            if each.id != note.id and each.track == self.track
        ]
        edits: list[Edit] = list(insert_ranked(siblings, len(siblings), [moved]))
        if not self.track:
            return [*edits, Drop(Escalation, note.id)] if book.find(Escalation, note.id) else edits
        if carrier != known.carrier:
            edits.append(Put(replace(known, carrier=carrier)))
        return edits

    def detail(self, book: Book) -> str:
        return one_text(book, (self.id,))
