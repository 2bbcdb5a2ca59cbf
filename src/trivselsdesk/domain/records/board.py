"""What hangs on the boards: notes, themes, and where their cards stand on later surfaces."""

from __future__ import annotations

from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.records.base import CardState, Ranked, Record


def link_id(theme_id: str, note_id: str) -> str:
    """Id of a note's link to a theme; there is at most one."""
    return f"{theme_id}:{note_id}"


@dataclass(frozen=True, kw_only=True)
class Note(CardState):
    """One thing, one sentence (seddel). Carries no author."""

    board: str
    zone: str
    text: str
    kind: str
    """Id of the pack's note type."""
    theme_id: str = ""
    sealed: bool = False
    """Written beforehand and not yet hung up."""
    joined_into: str = ""
    """The note that speaks for this one, which then stands nowhere itself; empty for one that stands."""
    joint: bool = False
    """Made up to speak for others: it counts for nothing itself."""
    track: str = ""
    """Id of the pack's track on which it is seen to instead of on the board; it stays sealed meanwhile."""
    from_last: bool = False
    """Taken along from the round before."""
    said: int = 1
    """How many people said it, where that was counted before it came here (004: X29)."""
    tags: str = ""
    """Where it comes from: see ``domain/note_tags.py``. Never who (004: X53)."""


@dataclass(frozen=True, kw_only=True)
class Theme(CardState):
    """Notes grouped under one name (tema)."""

    board: str
    zone: str
    name: str
    agreed: bool = False
    """The room has said yes to these notes standing together; a note in or out takes it away."""


@dataclass(frozen=True, kw_only=True)
class Link(Record):
    """A note that shows a way to solve what a theme is about (003: D04). ``id`` is ``theme:note``."""

    theme_id: str
    note_id: str


@dataclass(frozen=True, kw_only=True)
class Placement(Ranked):
    """Where a card (theme or loose note) stands on a later surface.

    ``id`` is ``surface:card``. A sorting board uses ``zone``; a matrix uses ``x`` and ``y`` in
    0..1, counted from the left and from the bottom.
    """

    surface: str
    card_id: str
    zone: str = ""
    x: float | None = None
    y: float | None = None
