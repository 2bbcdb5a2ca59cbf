"""What the room sees of a pulse: how many have answered, and once it is counted the chart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trivselsdesk.domain.agenda import Slot
from trivselsdesk.domain.pack import Tool
from trivselsdesk.domain.pulse import count, result, taken_up
from trivselsdesk.domain.wall.model import Content, PulseChart, Sheet

if TYPE_CHECKING:
    from trivselsdesk.domain.wall.view import Scene


def pulse(scene: Scene, slot: Slot, tool: Tool) -> Content:
    """The chart of the pulse that the meeting talks about. Of one that is not counted only the number of
    answers; of one with too few nothing but that."""
    found = taken_up(scene.book, scene.meeting)
    if found is None:
        return Sheet(question="Vi har ikke spurgt om noget endnu")
    theme = found.theme.strip()
    if found.closed is None:
        n = count(scene.book, found)
        words = f"{n} af {found.invited} har svaret" if found.invited else f"{n} har svaret"
        return Sheet(question=f"Puls: {theme} – {words}")
    shown = result(scene.book, scene.pack, found, for_room=True)
    if shown is None:
        return Sheet(question=f"Puls: {theme} – for få svar til at vise noget")
    return PulseChart(shown)
