"""What a new round brings along from the one before: a copy of the words, and what was decided."""

from __future__ import annotations

from datetime import date

from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.records.base import Ranked


@dataclass(frozen=True, kw_only=True)
class Carried(Ranked):
    """One thing of the last round, as it stood then (001: F35–F37, 003: D06).

    The words are copied, so that nothing is lost when the earlier programme is deleted or stays
    behind on another machine.
    """

    what: str
    """``initiative``, ``action``, ``theme``, ``note`` or ``lift``."""
    text: str
    source_id: str = ""
    """Its id in the earlier programme."""
    parent_id: str = ""
    """The initiative or theme that it belongs to; empty for one that stands alone."""
    board: str = ""
    zone: str = ""
    """Where its card hung."""
    kind: str = ""
    """Id of the pack's note type, for a note."""
    parked: bool = False
    """Stood on the P-plads."""
    always_act: bool = False
    why: str = ""
    goal: str = ""
    signs: str = ""
    barriers: str = ""
    how: str = ""
    """The way in which an action is done."""
    people: str = ""
    owner: str = ""
    due: date | None = None
    status: str = ""
    """How far it had come, in words."""
    done: bool = False
    target: str = ""
    """Where it was lifted to, in words."""
    answer: str = ""
    choice: str = ""
    """``board``, ``plan`` or ``left``; empty while nothing has been decided."""
    taken_id: str = ""
    """The note, theme or initiative that it became."""
