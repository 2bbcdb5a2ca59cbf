"""What the room needs to agree on initiatives: whose time runs, and who has signed up for what."""

from __future__ import annotations

from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.records.base import Ranked, Record


@dataclass(frozen=True, kw_only=True)
class ThemeTime(Record):
    """Which theme the room is at in a part that takes them one by one (003: D23). ``id`` is the part's.

    Not part of undo, like the clock. How much time is left is worked out from the clock of the part.
    """

    meeting_id: str
    initiative_id: str
    since: float = 0.0
    """Seconds that the part had taken when the theme began."""
    sharers: int = 1
    """How many themes the rest of the part was shared between then, this one too."""
    extra: float = 0.0
    """Seconds that this theme was given on top, or fewer."""
    had: str = ""
    """Ids of the initiatives that have had their time, separated by spaces, the last one last."""


@dataclass(frozen=True, kw_only=True)
class Signup(Ranked):
    """A person works on an initiative (000:164, 001: D74). ``id`` is the person's: one initiative each."""

    initiative_id: str
    person_id: str
