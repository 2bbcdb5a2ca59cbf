"""Looking for notes on the board: what matches stays bright, and the keys lead from hit to hit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from trivselsdesk.domain.records import Note
from trivselsdesk.domain.search import following, matches
from trivselsdesk.ui.run.board.find_bar import FindBar

if TYPE_CHECKING:
    from trivselsdesk.ui.run.board.page import BoardPage


class Finding(QObject):
    """Carries out what the find bar asks for, on the board or in the list, whichever is shown."""

    def __init__(self, page: BoardPage, bar: FindBar) -> None:
        super().__init__(page)
        self._page = page
        self._bar = bar
        bar.changed.connect(self._search)
        bar.next.connect(self._next)
        bar.previous.connect(self._previous)

    def refresh(self) -> None:
        """The notes have changed: look again."""
        if self._bar.searching:
            self._search(self._bar.query, self._bar.kinds)

    def _search(self, query: str, kinds: tuple[str, ...]) -> None:
        hits = self._hits(query, kinds)
        self._bar.show_found(len(hits))
        self._page.view.show_matching(hits if self._bar.searching else None)

    def _hits(self, query: str, kinds: tuple[str, ...]) -> list[str]:
        book = self._page.book
        notes = (book.find(Note, each) for each in self._page.view.tile_ids())
        return [n.id for n in notes if n and matches(n.text, query) and (not kinds or n.kind in kinds)]

    def _next(self) -> None:
        self._go(1)

    def _previous(self) -> None:
        self._go(-1)

    def _go(self, step: int) -> None:
        view = self._page.view
        hits = self._hits(self._bar.query, self._bar.kinds)
        hit = following(view.tile_ids(), hits, view.focused, step)
        if hit:
            view.choose([hit])
            self._bar.show_found(len(hits), hits.index(hit) + 1)
