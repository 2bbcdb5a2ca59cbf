"""Commands on cards after the board: sort, place in the mulighedsrum, choose."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from trivselsdesk.domain.book import Book, Drop, Edit, Put, insert_ranked
from trivselsdesk.domain.commands.base import Command, Refused
from trivselsdesk.domain.commands.notes import must_act, one_text, place_among
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.records import Initiative, Note, Placement, Theme
from trivselsdesk.domain.routes import stays
from trivselsdesk.domain.standing import placement_id as placement_id


@dataclass(frozen=True, kw_only=True)
class SortCard(Command):
    """Lay a card in a zone of a sorting board at ``index`` (None: last).

    ``index`` counts the other cards that show there; one on the P-plads keeps its place between.
    """

    name: ClassVar[str] = "sort_card"
    surface: str
    card_id: str
    zone: str
    index: int | None = None
    followers: tuple[str, ...] = ()
    """Cards that were chosen with it and come right after it."""

    def edits(self, book: Book) -> list[Edit]:
        ids = (self.card_id, *self.followers)
        cards = [book.card(each) for each in ids]
        places = [
            Placement(
                id=placement_id(self.surface, each),
                programme_id=self.programme_id,
                surface=self.surface,
                card_id=each,
                zone=self.zone,
            )
            for each in ids
        ]
        siblings = book.ranked(
            Placement, lambda p: p.surface == self.surface and p.zone == self.zone and p.card_id not in ids
        )
        shown = [each for each in siblings if _shows(book, each.card_id)]
        index = place_among(siblings, shown, self.index)
        back = [Put(replace(card, parked=False)) for card in cards if card.parked]
        return [*insert_ranked(siblings, index, places), *back]

    def detail(self, book: Book) -> str:
        return one_text(book, (self.card_id, *self.followers))


def _shows(book: Book, card_id: str) -> bool:
    """Whether a card stands on the later surfaces: a theme or a loose note that is not parked."""
    card = book.find(Theme, card_id) or book.find(Note, card_id)
    if card is None or card.parked:
        return False
    return isinstance(card, Theme) or not (card.theme_id or card.sealed or card.joined_into)


@dataclass(frozen=True, kw_only=True)
class PlaceCard(Command):
    """Lay a card in a matrix; ``x`` and ``y`` in 0..1 from the left and the bottom.

    None says nothing of that axis: what was said of it before stands (001: D59).
    """

    name: ClassVar[str] = "place_card"
    surface: str
    card_id: str
    x: float | None
    y: float | None

    def edits(self, book: Book) -> list[Edit]:
        card = book.card(self.card_id)
        key = placement_id(self.surface, self.card_id)
        before = book.find(Placement, key)
        x = self.x if self.x is not None or before is None else before.x
        y = self.y if self.y is not None or before is None else before.y
        place = Placement(
            id=key,
            programme_id=self.programme_id,
            surface=self.surface,
            card_id=self.card_id,
            x=None if x is None else min(1.0, max(0.0, x)),
            y=None if y is None else min(1.0, max(0.0, y)),
        )
        back = [Put(replace(card, parked=False))] if card.parked else []
        return [Put(place), *back]

    def detail(self, book: Book) -> str:
        return one_text(book, (self.card_id,))


@dataclass(frozen=True, kw_only=True)
class Unplace(Command):
    """Take a card off a surface, back to where it waits; ``followers`` were chosen with it.

    With ``axis``, ``x`` or ``y``, only what was said of that axis of a matrix is taken back.
    """

    name: ClassVar[str] = "unplace"
    surface: str
    card_id: str
    followers: tuple[str, ...] = ()
    axis: str = ""

    def edits(self, book: Book) -> list[Edit]:
        if self.axis:
            return [edit for each in (self.card_id, *self.followers) for edit in self._unsaid(book, each)]
        return [Drop(Placement, placement_id(self.surface, each)) for each in (self.card_id, *self.followers)]

    def _unsaid(self, book: Book, card_id: str) -> list[Edit]:
        place = book.find(Placement, placement_id(self.surface, card_id))
        if place is None:
            return []
        left = replace(place, x=None) if self.axis == "x" else replace(place, y=None)
        return [Put(left)] if left.x is not None or left.y is not None else [Drop(Placement, place.id)]

    def detail(self, book: Book) -> str:
        return one_text(book, (self.card_id, *self.followers))


@dataclass(frozen=True, kw_only=True)
class ChooseCard(Command):
    """Choose a card for the handleplan, or leave it out again.

    Choosing makes the initiative that all later forms show. Leaving out keeps what was written
    in it, so that choosing again brings it back. Raises Refused("always_act") when a card that
    calls for action would be left out without being carried on by somebody (003: D15).
    """

    name: ClassVar[str] = "choose_card"
    card_id: str
    chosen: bool
    initiative_id: str
    """Id for the initiative, should one be made."""

    def edits(self, book: Book) -> list[Edit]:
        card = book.card(self.card_id)
        if not self.chosen and stays(book, card):
            raise Refused("always_act")
        edits: list[Edit] = [Put(replace(card, chosen=self.chosen, parked=card.parked and not self.chosen))]
        if self.chosen:
            edits += initiative_for(book, card.id, self.initiative_id)
        return edits

    def detail(self, book: Book) -> str:
        return one_text(book, (self.card_id,))


@dataclass(frozen=True, kw_only=True)
class MarkCard(Command):
    """Set or lift the mark »kræver altid handling« on a card.

    A marked card leaves the P-plads and is chosen for the handleplan at once.
    """

    name: ClassVar[str] = "mark_card"
    card_id: str
    always_act: bool
    initiative_id: str

    def edits(self, book: Book) -> list[Edit]:
        card = book.card(self.card_id)
        if not self.always_act:
            return [Put(replace(card, always_act=False))]
        edits: list[Edit] = [Put(replace(card, always_act=True, parked=False, chosen=True))]
        return edits + initiative_for(book, card.id, self.initiative_id)

    def detail(self, book: Book) -> str:
        return one_text(book, (self.card_id,))


def initiative_for(book: Book, card_id: str, initiative_id: str) -> list[Edit]:
    """Edits that make the card's initiative, none when it has one already."""
    if any(each.card_id == card_id for each in book.of(Initiative)):
        return []
    card = book.card(card_id)
    initiative = Initiative(
        id=initiative_id,
        programme_id=card.programme_id,
        card_id=card_id,
        name=card.name if isinstance(card, Theme) else card.text,
    )
    return list(insert_ranked(book.ranked(Initiative), len(book.ranked(Initiative)), [initiative]))


@dataclass(frozen=True, kw_only=True)
class TakeUpMustAct(Command):
    """Give every card that always calls for action its initiative, unless it has been lifted.

    Not a step of the user's, so undo does not know it: the law asks for it (003: D15, P103).
    """

    name: ClassVar[str] = "take_up_must_act"
    journaled: ClassVar[bool] = False
    ids: tuple[tuple[str, str], ...]
    """Card id and the id for its initiative."""

    def edits(self, book: Book) -> list[Edit]:
        edits: list[Edit] = []
        for card_id, initiative_id in self.ids:
            edits += initiative_for(book, card_id, initiative_id)
        return edits


def must_act_without_initiative(book: Book) -> list[str]:
    """Ids of the cards that call for action and have no initiative yet."""
    known = {each.card_id for each in book.of(Initiative)}
    themes = [theme for theme in book.ranked(Theme) if must_act(book, theme)]
    loose = book.ranked(
        Note,
        lambda note: not (note.theme_id or note.sealed or note.joined_into) and must_act(book, note),
    )
    cards: list[Note | Theme] = [*themes, *loose]
    return [card.id for card in cards if card.id not in known and stays(book, card)]
