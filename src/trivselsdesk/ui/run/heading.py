"""The words around the page of a part: heading, where in the meeting it is, what to say and consider."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from trivselsdesk.domain import part
from trivselsdesk.domain.agenda import Slot
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.pack import Pack
from trivselsdesk.ui.clock.clockwork import Clockwork
from trivselsdesk.ui.run.centre import Centre
from trivselsdesk.ui.run.panels.side import SidePanel


def _tr(text: str) -> str:
    return QCoreApplication.translate("Heading", text)


def show_words(centre: Centre, side: SidePanel, work: Clockwork) -> None:
    """Put them there; without a part the meeting's title stands alone."""
    book, pack, slot = work.book, work.pack, work.shown()
    if slot is None:
        side.words.show_words([], [])
        centre.caption.set_text("")
        centre.heading.set_text(part.fill(book, pack, book.meeting.title))
        return
    aid = work.aid()
    side.words.show_words(part.script(book, pack, slot, aid), part.tips(book, pack, slot, aid))
    centre.heading.set_text(part.heading(book, pack, book.meeting, slot, aid))
    centre.caption.set_text(_where(book, pack, slot))


def _where(book: Book, pack: Pack, slot: Slot) -> str:
    if slot.step is not None:
        return _tr("{item} · trin {number} af {count}").format(
            item=part.fill(book, pack, slot.item.title),
            number=slot.number,
            count=len(book.steps(slot.item.id)),
        )
    ids = [each.id for each in book.items(book.meeting.id)]
    return _tr("Punkt {number} af {count}").format(number=ids.index(slot.item.id) + 1, count=len(ids))
