"""Whose turn it is: kept while the meeting lasts, and forgotten when it ends."""

from __future__ import annotations

from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.records.agreeing import ThemeTime
from trivselsdesk.domain.records.base import Ranked, Record
from trivselsdesk.domain.records.circle import CircleWalk


@dataclass(frozen=True, kw_only=True)
class Round(Record):
    """How the word goes round in one part of the meeting. ``id`` is that of the part, or ``part:aid``.

    Lists of people are their ids, separated by spaces.
    """

    meeting_id: str
    way: str = ""
    """``round`` (one after the other) or ``all`` (everybody at once); empty: as the pack says."""
    line: str = ""
    """People in the order they get the word; empty: as on the list of people."""
    later: str = ""
    """Those who are not there yet."""
    done: str = ""
    """Those who have nothing more to show."""
    away: str = ""
    """Those who have left."""


@dataclass(frozen=True, kw_only=True)
class Turn(Ranked):
    """Somebody gets, or got, the word. The last turn of a round is the one under way."""

    round_id: str
    person_id: str = ""
    """Empty for those who come when everybody has had their turns."""
    shown: str = ""
    """Zones of the notes that were shown, one for each note, separated by spaces."""
    state: str = ""
    """How it ended: ``given`` on, ``passed``, ``done`` (nothing more to show); empty while it lasts."""


PASSING: tuple[type[Record], ...] = (Round, Turn, ThemeTime, CircleWalk)
"""What lives with the meeting alone: never copied, never handed on. Who had the word is forgotten when it
ends."""
