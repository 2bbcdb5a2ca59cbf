"""Commands of the stroke vote: begin afresh, and carry its outcome out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import ClassVar

from trivselsdesk.domain.agreement import doubted
from trivselsdesk.domain.book import Book, Edit, Put, insert_ranked
from trivselsdesk.domain.commands.base import Command, Refused
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.records import Ballot, Initiative, Note, Theme
from trivselsdesk.domain.routes import stays
from trivselsdesk.domain.standing import must_act


@dataclass(frozen=True, kw_only=True)
class ClearStrokes(Command):
    """Take all strokes away, and let the counting begin again."""

    name: ClassVar[str] = "clear_strokes"
    meeting_id: str
    ids: tuple[str, ...]

    def edits(self, book: Book) -> list[Edit]:
        edits: list[Edit] = [Put(replace(book.card(each), votes=0)) for each in self.ids]
        ballot = book.find(Ballot, self.meeting_id)
        return [*edits, Put(replace(ballot, counted=False, settled=False))] if ballot else edits


@dataclass(frozen=True, kw_only=True)
class SettleVote(Command):
    """What the room has decided by its strokes: these go on to the handleplan, those go to the P-plads.

    ``chosen`` stand in the order in which their initiatives are to come. Raises Refused("always_act") when
    something that calls for action would be parked, or left out while nobody carries it on (003: D15).
    """

    name: ClassVar[str] = "settle_vote"
    chosen: tuple[tuple[str, str], ...]
    """Card id, and an id for its initiative should one be made."""
    left_out: tuple[str, ...]
    park: bool
    """Whether those left out go to the P-plads."""
    day: date | None = None
    """Since when they stand there."""
    meeting_id: str = ""
    """The meeting whose vote is settled by this; empty when no ballot is kept."""

    def edits(self, book: Book) -> list[Edit]:
        edits: list[Edit] = []
        for card_id in self.left_out:
            card = book.card(card_id)
            if must_act(book, card) and (self.park or stays(book, card)):
                raise Refused("always_act")
            since = card.parked_on if card.parked else self.day if self.park else None
            edits.append(Put(replace(card, chosen=False, parked=card.parked or self.park, parked_on=since)))
        known = {each.card_id for each in book.of(Initiative)}
        fresh = []
        for card_id, initiative_id in self.chosen:
            card = book.card(card_id)
            edits.append(Put(replace(card, chosen=True, parked=False)))
            if card_id not in known:
                fresh.append(_initiative(card, initiative_id))
        if self.meeting_id:
            ballot = book.find(Ballot, self.meeting_id) or Ballot(
                id=self.meeting_id, programme_id=self.programme_id
            )
            edits.append(Put(replace(ballot, settled=True)))
        there = book.ranked(Initiative)
        return doubted(book, [*edits, *insert_ranked(there, len(there), fresh)])

    def detail(self, book: Book) -> str:
        return str(len(self.chosen))


def _initiative(card: Note | Theme, initiative_id: str) -> Initiative:
    return Initiative(
        id=initiative_id,
        programme_id=card.programme_id,
        card_id=card.id,
        name=card.name if isinstance(card, Theme) else card.text,
    )
