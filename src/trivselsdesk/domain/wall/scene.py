"""What the wall is drawn from, and small questions that every picture asks of it."""

from __future__ import annotations

from trivselsdesk.domain import part, turns
from trivselsdesk.domain.agenda import Slot
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.pack import Pack, Tool
from trivselsdesk.domain.records import Meeting
from trivselsdesk.domain.timing import Reading
from trivselsdesk.domain.wall.follow import FollowScene


@dataclass(frozen=True)
class Scene:
    """What the wall is drawn from: the meeting, its clock, and what the facilitator has chosen to show."""

    book: Book
    pack: Pack
    meeting: Meeting
    reading: Reading
    slot: Slot | None
    """The part that the room is at: the first before the meeting, the last after it."""
    mode: str = "follow"
    names: bool = True
    """Whether first names may stand on the wall."""
    initiative: str = ""
    """The initiative that the room talks about, where it talks about one."""
    question: str = ""
    """The question of the process that the room is at."""
    follow: FollowScene | None = None
    """What the room after the meeting shows, where that is open."""


def heading(scene: Scene, slot: Slot) -> str:
    """The headline of the part, or of the aid that is taken up."""
    aid = part.aid_taken_up(scene.book, scene.pack, scene.meeting, slot)
    return part.heading(scene.book, scene.pack, scene.meeting, slot, aid)


def table(scene: Scene, slot: Slot, tool: Tool) -> turns.Table | None:
    """The round of the part, or None where the word does not go round."""
    aid = part.aid_taken_up(scene.book, scene.pack, scene.meeting, slot)
    return turns.read(scene.book, scene.meeting, slot, aid, tool)
