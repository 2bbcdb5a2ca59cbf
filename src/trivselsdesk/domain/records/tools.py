"""What the tools of a meeting write: expectations, the ideas of a negative brainstorm, and what is shown."""

from __future__ import annotations

from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.records.base import Ranked, Record


@dataclass(frozen=True, kw_only=True)
class Expectation(Ranked):
    """What somebody hopes to take home from the meeting (003: R06). Carries no author."""

    meeting_id: str
    text: str
    met: str = ""
    """``held``, ``partly``, ``not_yet``, or empty while nobody has said (003: R07)."""


@dataclass(frozen=True, kw_only=True)
class Idea(Ranked):
    """A way to fail, and what is done instead (negative brainstorm, 003: R39). Carries no author."""

    meeting_id: str
    text: str
    turned: str = ""
    """The measure that it was turned into."""
    initiative_id: str = ""
    """The initiative that it is about; empty for the meeting as a whole."""
    action_id: str = ""
    """The action that the measure became."""


@dataclass(frozen=True, kw_only=True)
class ToolState(Record):
    """What a tool shows now. ``id`` is ``meeting:tool kind``."""

    meeting_id: str
    shown: int = 0
    """Which of several, counted from 0: the prompt of an icebreaker, the step of a brainstorm."""
    mode: str = ""
    """How the tool is used, where there is a choice; empty for the first. Of a form: id of the time shown."""
    initiative_id: str = ""
    """The initiative that it is about; empty for the meeting as a whole."""
