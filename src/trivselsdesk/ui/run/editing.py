"""Writing on a surface itself: one editor at a time, laid over a note, a card or a theme's name."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRectF, Qt
from PySide6.QtWidgets import QGraphicsView

from trivselsdesk.domain.commands.rows import EditFields
from trivselsdesk.domain.records import Note, Theme
from trivselsdesk.ui.run.board.editor import InlineEditor
from trivselsdesk.ui.run.page import Page

LEAST_NOTE, LEAST_NAME = 84.0, 34.0
"""Least height of the editor in px, over a note and over a name."""


class Editing(QObject):
    """Edits notes and theme names on a page's view. Enter and leaving it are OK, Esc leaves all as it was."""

    def __init__(self, page: Page, view: QGraphicsView) -> None:
        super().__init__(page)
        self._page = page
        self._view = view
        self.editor: InlineEditor | None = None

    def open(self, record_id: str, box: QRectF, font: int) -> None:
        """Write in a note, or a theme's name, over ``box`` of the viewport."""
        book = self._page.book
        theme, note = book.find(Theme, record_id), book.find(Note, record_id)
        if theme is None and note is None:
            return
        self.finish()
        text = theme.name if theme is not None else note.text if note is not None else ""
        self.editor = InlineEditor(self._view.viewport(), record_id, text, font, one_line=theme is not None)
        self.editor.accepted.connect(self._accepted)
        self.editor.closed.connect(self._closed)
        self.editor.open_over(box, LEAST_NAME if theme is not None else LEAST_NOTE)

    def finish(self) -> None:
        """OK to what is open, if anything is."""
        if self.editor is not None:
            self.editor.finish()

    def _accepted(self, record_id: str, text: str) -> None:
        page = self._page
        kind, field = (Theme, "name") if page.book.find(Theme, record_id) else (Note, "text")
        page.bridge.run(
            EditFields(
                programme_id=page.programme_id, kind=kind, id=record_id, values={field: text}, fold=False
            )
        )

    def _closed(self) -> None:
        self.editor = None
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)
