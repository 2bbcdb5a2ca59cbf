"""A part of the drejebog while it is held: its tool, headline, what to say and what to consider."""

from __future__ import annotations

from trivselsdesk.domain.agenda import Slot
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.own_words import with_own_words
from trivselsdesk.domain.pack import Pack, PackItem, PackMeeting, PackStep, Tool
from trivselsdesk.domain.records import Meeting


def tool_of(pack: Pack, meeting: Meeting, slot: Slot) -> Tool:
    """The tool with what the pack says about it.

    A row that the user added, or gave another tool, borrows from the first part of the pack that
    uses the same kind, so that it opens the same surface.
    """
    source = _source(pack, meeting, slot)
    if source is not None and source.tool.kind == slot.tool:
        return source.tool
    return next((tool for tool in _tools(pack, meeting) if tool.kind == slot.tool), Tool(kind=slot.tool))


def heading(book: Book, pack: Pack, meeting: Meeting, slot: Slot) -> str:
    """The headline over the surface: the pack's, unless the unit has given the step a name of its own."""
    source = _source(pack, meeting, slot)
    if isinstance(source, PackStep) and source.heading and source.title == slot.title:
        return fill(book, pack, source.heading)
    return fill(book, pack, slot.title)


def script(book: Book, pack: Pack, slot: Slot) -> list[str]:
    """What to say (*Sig*): the step's words, else the item's."""
    return _lines(book, pack, (slot.step.script if slot.step else "") or slot.item.script)


def tips(book: Book, pack: Pack, slot: Slot) -> list[str]:
    """What to consider (*Overvej*): the step's, else the item's."""
    return _lines(book, pack, (slot.step.tips if slot.step else "") or slot.item.tips)


def points(book: Book, pack: Pack, slot: Slot) -> list[str]:
    """What the part goes through: the step's own line, else the item's points."""
    own = (slot.step.point or slot.step.instruction) if slot.step else ""
    return _lines(book, pack, own or slot.item.points)


def fill(book: Book, pack: Pack, text: str) -> str:
    """The text with the unit's words in place of the pack's variables."""
    return with_own_words(pack, book).fill(text)


def _lines(book: Book, pack: Pack, text: str) -> list[str]:
    return [line.strip() for line in fill(book, pack, text).split("\n") if line.strip()]


def _source(pack: Pack, meeting: Meeting, slot: Slot) -> PackItem | PackStep | None:
    item = pack.item(meeting.pack_meeting, slot.item.pack_item)
    if item is None or slot.step is None:
        return item
    return next((step for step in item.steps if step.id == slot.step.pack_step), None)


def _tools(pack: Pack, meeting: Meeting) -> list[Tool]:
    found: list[Tool] = []
    for each in pack.meetings:
        if each.id == meeting.pack_meeting:
            found += _tools_of(each)
    return found


def _tools_of(meeting: PackMeeting) -> list[Tool]:
    found: list[Tool] = []
    for item in meeting.items:
        found += [item.tool, *(step.tool for step in item.steps)]
    return found
