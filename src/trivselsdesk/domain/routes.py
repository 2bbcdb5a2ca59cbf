"""What always calls for action leaves the list by a named route only (003: D15, P103, P110).

A route is an initiative that has been set in motion or has an action, a lift with a target and a carrier, or
a track with somebody who sees to it. Until then the matter stays on the handleplan, however it is voted,
sorted or merged; it is never parked, and it is not thrown away. Commands and views ask here.
"""

from __future__ import annotations

from collections.abc import Set

from trivselsdesk.domain.book import Book
from trivselsdesk.domain.lifts import CLOSED, escalation_of, is_carried
from trivselsdesk.domain.own_words import override_id
from trivselsdesk.domain.records import Action, Initiative, Note, Override, Theme
from trivselsdesk.domain.standing import must_act

INITIATIVE, LIFT, TRACK = "initiative", "lift", "track"

REPORTED = "always_act.reported"
"""Override key: the trio has answered yes to the pack's question about what always calls for action."""


def route_of(book: Book, card: Note | Theme) -> str:
    """The route that is named for a card: ``lift``, ``track``, ``initiative``, or empty."""
    if is_carried(book, card):
        return LIFT
    if isinstance(card, Note) and card.track and escalation_of(book, card).carrier.strip():
        return TRACK
    return INITIATIVE if _taken_up(book, card.id) else ""


def stays(book: Book, card: Note | Theme) -> bool:
    """Whether a card must stand on the handleplan although nobody chose it."""
    return must_act(book, card) and not is_carried(book, card)


def may_be_deleted(book: Book, note: Note, gone: Set[str] = frozenset()) -> bool:
    """Whether a note may go: one that calls for action only when what happens to it is written elsewhere.

    That is an initiative, or a lift that stays on the theme or the note that speaks for it; a lift that goes
    with it, of itself or of another of those that are ``gone``, must be closed.
    """
    if not note.always_act:
        return True
    card = standing_card(book, note)
    if route_of(book, card) == INITIATIVE:
        return True
    if card.id != note.id and card.id not in gone:
        return is_carried(book, card)
    return is_carried(book, card) and escalation_of(book, card).status == CLOSED


def unwritten(book: Book) -> bool:
    """Whether something was reported that always calls for action, and no note says so (003: P110)."""
    said = book.find(Override, override_id(book.programme.id, REPORTED))
    return said is not None and bool(said.text) and not any(each.always_act for each in book.of(Note))


def standing_card(book: Book, note: Note) -> Note | Theme:
    """The card through which a note stands: the note that speaks for it, or its theme, or itself."""
    speaker = book.find(Note, note.joined_into) if note.joined_into else None
    note = speaker or note
    return (book.find(Theme, note.theme_id) if note.theme_id else None) or note


def _taken_up(book: Book, card_id: str) -> bool:
    for initiative in book.of(Initiative):
        if initiative.card_id == card_id:
            if initiative.launched is not None:
                return True
            actions = (each for each in book.of(Action) if each.initiative_id == initiative.id)
            if any(each.title.strip() for each in actions):
                return True
    return False
