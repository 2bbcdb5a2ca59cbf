"""What the room sees of a pulse: how many have answered, and once it is counted the chart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trivselsdesk.domain.agenda import Slot
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.pack import Pack, Tool
from trivselsdesk.domain.points import grouped, points_now, points_of, points_result, round_of
from trivselsdesk.domain.pulse import count, result, taken_up
from trivselsdesk.domain.records import Pulse
from trivselsdesk.domain.wall.model import Block, Content, Line, PointsChart, PulseChart, Sheet

if TYPE_CHECKING:
    from trivselsdesk.domain.wall.view import Scene


def points(scene: Scene, slot: Slot, tool: Tool) -> Content:
    """The points while people look at them, with how many sheets are in; once they are counted the chart."""
    book, pack = scene.book, scene.pack
    sheets = round_of(book, scene.meeting)
    if sheets is not None and sheets.closed is not None:
        shown = points_result(book, pack, sheets)
        return PointsChart(shown) if shown else Sheet(question="For få ark til at vise noget")
    asked = points_of(sheets) if sheets is not None else points_now(book, pack, tool)
    blocks = tuple(
        Block(title, tuple(Line(each.title) for each in group), "primary") for title, group in grouped(asked)
    )
    n = count(book, sheets) if sheets is not None else 0
    return Sheet(blocks, question=f"{n} ark er lagt" if n else "")


def pulse(scene: Scene, slot: Slot, tool: Tool) -> Content:
    """The pulse that the meeting talks about."""
    return pulse_content(scene.book, scene.pack, taken_up(scene.book, scene.meeting))


def pulse_content(book: Book, pack: Pack, found: Pulse | None) -> Content:
    """The chart of a pulse. Of one that is not counted only the number of answers; of one with too few
    nothing but that."""
    if found is None:
        return Sheet(question="Vi har ikke spurgt om noget endnu")
    theme = found.theme.strip()
    if found.closed is None:
        n = count(book, found)
        words = f"{n} af {found.invited} har svaret" if found.invited else f"{n} har svaret"
        return Sheet(question=f"Puls: {theme} – {words}")
    shown = result(book, pack, found, for_room=True)
    if shown is None:
        return Sheet(question=f"Puls: {theme} – for få svar til at vise noget")
    return PulseChart(shown)
