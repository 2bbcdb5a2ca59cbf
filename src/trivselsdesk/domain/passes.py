"""Placing in two passes: every card first finds its place on one axis, then on the other (001: D59)."""

from __future__ import annotations

from trivselsdesk.domain.board import Card, MatrixView

Said = tuple[float | None, float | None]
"""What has been said of a card: x and y in 0..1, None where nothing has."""


def said(view: MatrixView) -> dict[str, Said]:
    """What has been said of each card, those of which nothing has left out."""
    partly = {card.id: (x, y) for card, x, y in view.partly}
    return partly | {card.id: (x, y) for card, x, y in view.placed}


def value(place: Said, axis: str) -> float | None:
    """The place on the axis ``x`` or ``y``."""
    return place[0] if axis == "x" else place[1]


def pass_now(view: MatrixView) -> str:
    """The axis that the room speaks of now; empty where the whole field is open.

    A pass lasts until every card has its place on its axis. A matrix without passes has none.
    """
    known = said(view)
    cards = [*view.waiting, *(card for card, _, _ in view.placed)]
    for axis in view.matrix.passes:
        if any(value(known.get(card.id, (None, None)), axis) is None for card in cards):
            return axis
    return ""


def waiting_for(view: MatrixView, axis: str) -> list[Card]:
    """The cards that have no place on the axis yet, in their order; without an axis: in the field."""
    if not axis:
        return list(view.waiting)
    known = said(view)
    return [card for card in view.waiting if value(known.get(card.id, (None, None)), axis) is None]


def standing_on(view: MatrixView, axis: str) -> list[tuple[Card, float, float]]:
    """The cards with a place on the axis; what has not been said of the other lies in the middle."""
    if not axis:
        return list(view.placed)
    found = [(card, x, y) for card, x, y in view.partly if value((x, y), axis) is not None]
    return [(card, 0.5 if x is None else x, 0.5 if y is None else y) for card, x, y in (*view.placed, *found)]


def lock_of(view: MatrixView, axis: str, card_id: str) -> Said:
    """What stays as it was said while the room speaks of ``axis``: the place on the other one."""
    x, y = said(view).get(card_id, (None, None))
    if axis == "x":
        return None, y
    if axis == "y":
        return x, None
    return None, None


def asked(view: MatrixView, axis: str, x: float, y: float, known: Said) -> Said:
    """The values that putting a card down at ``x``, ``y`` says while the room speaks of ``axis``.

    In the first pass only that axis; in the second also the other, if nothing was said of it.
    """
    if not axis:
        return x, y
    first = axis == view.matrix.passes[0]
    other = known[1] if axis == "x" else known[0]
    if not first and other is None:
        return x, y
    return (x, None) if axis == "x" else (None, y)
