"""A part of the drejebog while it is held: its tool, headline, what to say and what to consider."""

from __future__ import annotations

from dataclasses import replace

from trivselsdesk.domain import occasion, theme_time
from trivselsdesk.domain.agenda import Slot
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.own_words import with_own_words
from trivselsdesk.domain.pack import Aid, Board, Pack, PackItem, PackStep, Tool
from trivselsdesk.domain.records import AgendaItem, Meeting, Step
from trivselsdesk.domain.sheets import sheet_for
from trivselsdesk.domain.timing import clock_of


def tool_of(book: Book, pack: Pack, meeting: Meeting, slot: Slot, aid: Aid | None = None) -> Tool:
    """The tool with what the pack says about it; that of the ``aid`` where one is taken up.

    On a board with sheets it is the sheet of the initiative that is at hand. A row that the user added, or
    gave another tool, borrows from the first part of the pack that uses the same kind, so that it opens the
    same surface.
    """
    if aid is not None:
        return _on_sheet(book, pack, slot, aid.tool)
    source = _source(pack, meeting, slot)
    if source is not None and source.tool.kind == slot.tool:
        return _on_sheet(book, pack, slot, source.tool)
    found = next((tool for tool in _tools(pack, meeting) if tool.kind == slot.tool), Tool(kind=slot.tool))
    return _on_sheet(book, pack, slot, found)


def sheets_of(pack: Pack, tool: Tool) -> Board | None:
    """The board whose sheets the tool works on, one theme at a time; None for any other tool."""
    wanted = str(tool.params.get("board", ""))
    board = pack.board(wanted) if wanted else None
    return board if board is not None and board.per else None


def _on_sheet(book: Book, pack: Pack, slot: Slot, tool: Tool) -> Tool:
    board = sheets_of(pack, tool)
    if board is None:
        return tool
    sheet = sheet_for(pack, board, theme_time.at_hand(book, slot))
    return replace(tool, params={**tool.params, "board": sheet.id})


def least_minutes(pack: Pack, meeting: Meeting, slot: Slot) -> int:
    """Minutes that the process will not let the part do without; 0 where it does not say."""
    source = _source(pack, meeting, slot)
    return source.least if source is not None else 0


def aids(pack: Pack, meeting: Meeting, slot: Slot) -> tuple[Aid, ...]:
    """The tools that lie ready beside the part's own: the step's, then the item's."""
    item = pack.item(meeting.pack_meeting, slot.item.pack_item)
    source = _source(pack, meeting, slot)
    own = source.aids if isinstance(source, PackStep) else ()
    return (*own, *(item.aids if item else ()))


def aid_taken_up(book: Book, pack: Pack, meeting: Meeting, slot: Slot) -> Aid | None:
    """The aid that the room works with now, or None while it works with the part's own tool."""
    clock = clock_of(book, meeting)
    if not clock.aid or clock.slot != slot.id:
        return None
    return next((each for each in aids(pack, meeting, slot) if each.id == clock.aid), None)


def heading(book: Book, pack: Pack, meeting: Meeting, slot: Slot, aid: Aid | None = None) -> str:
    """The headline over the surface: the pack's, unless the unit has given the step a name of its own."""
    if aid is not None:
        return fill(book, pack, aid.heading or aid.title)
    source = _source(pack, meeting, slot)
    if isinstance(source, PackStep) and source.heading and source.title == slot.title:
        return fill(book, pack, source.heading)
    return fill(book, pack, slot.title)


def instruction(book: Book, pack: Pack, meeting: Meeting, slot: Slot, aid: Aid | None = None) -> str:
    """The one line for the wall: the aid's, or else the step's or the item's; without one, the headline.

    Never the part's line over the picture of an aid: it would tell the room to do something else.
    """
    if aid is not None:
        return fill(book, pack, aid.instruction.strip()) or heading(book, pack, meeting, slot, aid)
    item = slot.item.instruction
    if not item and slot.item.pack_item:
        # A row from before the line was the unit's own.
        source = pack.item(meeting.pack_meeting, slot.item.pack_item)
        item = source.instruction if source else ""
    lines = (slot.step.instruction if slot.step else "", item)
    own = next((line.strip() for line in lines if line.strip()), "")
    return fill(book, pack, own) or heading(book, pack, meeting, slot)


def script(book: Book, pack: Pack, slot: Slot, aid: Aid | None = None) -> list[str]:
    """What to say (*Sig*): the aid's words, else the step's and what the item says beside its steps."""
    own = _lines(book, pack, "\n".join(aid.script)) if aid else []
    return own or [*_of_occasion(book, pack, slot, "script"), *_words(book, pack, slot, "script")]


def tips(book: Book, pack: Pack, slot: Slot, aid: Aid | None = None) -> list[str]:
    """What to consider (*Overvej*): the aid's, else the step's and what the item has beside its steps."""
    own = _lines(book, pack, "\n".join(aid.tips)) if aid else []
    return own or [*_of_occasion(book, pack, slot, "tips"), *_words(book, pack, slot, "tips")]


def points(book: Book, pack: Pack, slot: Slot) -> list[str]:
    """What the part goes through: the step's own line, else the item's points."""
    own = (printed_point(book, pack, slot.step) or slot.step.instruction) if slot.step else ""
    return _lines(book, pack, own or slot.item.points)


def printed_point(book: Book, pack: Pack, step: Step) -> str:
    """What the paper says about a step beside its title.

    Empty where the unit has renamed the step and the line is still the pack's: it says what the step was.
    """
    item = book.find(AgendaItem, step.item_id)
    meeting = book.find(Meeting, item.meeting_id) if item else None
    source = pack.item(meeting.pack_meeting, item.pack_item) if item and meeting else None
    known = next((each for each in source.steps if each.id == step.pack_step), None) if source else None
    renamed = known is not None and known.title != step.title.strip()
    return "" if renamed and known is not None and known.point == step.point else step.point


def fill(book: Book, pack: Pack, text: str) -> str:
    """The text with the unit's words in place of the pack's variables."""
    return with_own_words(pack, book).fill(text)


def _of_occasion(book: Book, pack: Pack, slot: Slot, field: str) -> list[str]:
    """What the occasion adds; with steps once, in the first of them."""
    steps = book.steps(slot.item.id)
    if slot.step is not None and steps and steps[0].id != slot.step.id:
        return []
    added = occasion.added(book, pack, slot.item)
    return _lines(book, pack, "\n".join(added.script if field == "script" else added.tips))


def _words(book: Book, pack: Pack, slot: Slot, field: str) -> list[str]:
    # The packs repeat in one step what stands at the item: that must not come again in the others.
    whole = _lines(book, pack, getattr(slot.item, field))
    own = _lines(book, pack, getattr(slot.step, field)) if slot.step else []
    if not own:
        return whole
    elsewhere = {
        line for step in book.steps(slot.item.id) for line in _lines(book, pack, getattr(step, field))
    }
    return list(dict.fromkeys([*own, *(line for line in whole if line not in elsewhere)]))


def _lines(book: Book, pack: Pack, text: str) -> list[str]:
    return [line.strip() for line in fill(book, pack, text).split("\n") if line.strip()]


def _source(pack: Pack, meeting: Meeting, slot: Slot) -> PackItem | PackStep | None:
    item = pack.item(meeting.pack_meeting, slot.item.pack_item)
    if item is None or slot.step is None:
        return item
    return next((step for step in item.steps if step.id == slot.step.pack_step), None)


def _tools(pack: Pack, meeting: Meeting) -> list[Tool]:
    return [tool for each in pack.meetings if each.id == meeting.pack_meeting for tool in each.tools]
