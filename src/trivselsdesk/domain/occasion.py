"""Why a unit begins (*anledning*), and what that changes in its meetings (000: P04–P09)."""

from __future__ import annotations

from trivselsdesk.domain.book import Book
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.pack import Occasion, Pack
from trivselsdesk.domain.records import AgendaItem, Meeting


@dataclass(frozen=True)
class Added:
    """What an occasion adds to an item, before the item's own."""

    script: tuple[str, ...] = ()
    tips: tuple[str, ...] = ()


def chosen(book: Book, pack: Pack) -> Occasion | None:
    """The occasion of the pack that the unit has chosen; None for none, an own one, or one that is gone."""
    wanted = book.programme.occasion
    return next((each for each in pack.occasions if each.id == wanted), None) if wanted else None


def title(book: Book, pack: Pack) -> str:
    """The occasion in words: the pack's title, or what the unit has written; empty where nobody has said."""
    found = chosen(book, pack)
    return pack.fill(found.title) if found else book.programme.own_occasion.strip()


def wall_line(book: Book, pack: Pack) -> str:
    """What the room is told at the opening; empty for nothing. Never an own one: it is the organisers'."""
    found = chosen(book, pack)
    return pack.fill(found.wall).strip() if found else ""


def opens(book: Book, item: AgendaItem) -> bool:
    """Whether the item is the first of its meeting."""
    first = next(iter(book.ranked(AgendaItem, lambda each: each.meeting_id == item.meeting_id)), None)
    return first is not None and first.id == item.id


def added(book: Book, pack: Pack, item: AgendaItem) -> Added:
    """What the occasion adds to an item: at the opening of a meeting its general words, then the item's."""
    found = chosen(book, pack)
    if found is None:
        return Added()
    meeting = book.find(Meeting, item.meeting_id)
    own = [
        each
        for each in found.words
        if meeting is not None and (each.meeting, each.item) == (meeting.pack_meeting, item.pack_item)
    ]
    first = opens(book, item)
    return Added(
        (*(found.script if first else ()), *(line for each in own for line in each.script)),
        (*(found.tips if first else ()), *(line for each in own for line in each.tips)),
    )
