"""Writing on a surface itself: one editor at a time, laid over a note, a card or a theme's name."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRectF, Qt
from PySide6.QtWidgets import QAbstractScrollArea

from trivselsdesk.domain.commands.rows import EditFields
from trivselsdesk.domain.records import Note, Theme
from trivselsdesk.ui.run.board.editor import InlineEditor
from trivselsdesk.ui.run.page import Page

LEAST_NOTE, LEAST_NAME = 84.0, 28.0
"""Least height of the editor in px, over a note and over a name."""


class Editing(QObject):
    """Edits notes and theme names on a page's views. Enter and leaving are OK, Esc leaves all as it was."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._view: QAbstractScrollArea | None = None
        self.editor: InlineEditor | None = None

    def open(self, view: QAbstractScrollArea, record_id: str, box: QRectF, font: int) -> None:
        """Write in a note, or a theme's name, over ``box`` of the view's viewport."""
        book = self._page.book
        theme, note = book.find(Theme, record_id), book.find(Note, record_id)
        if theme is None and note is None:
            return
        self.finish()
        text = theme.name if theme is not None else note.text if note is not None else ""
        self._view = view
        self.editor = InlineEditor(view.viewport(), record_id, text, font, one_line=theme is not None)
        self.editor.written.connect(self._written)
        self.editor.closed.connect(self._closed)
        self.editor.open_over(box, LEAST_NAME if theme is not None else LEAST_NOTE)

    def finish(self) -> None:
        """OK to what is open, if anything is."""
        if self.editor is not None:
            self.editor.finish()

    def _written(self, record_id: str, text: str) -> None:
        page = self._page
        kind, field = (Theme, "name") if page.book.find(Theme, record_id) else (Note, "text")
        page.bridge.run(
            EditFields(programme_id=page.programme_id, kind=kind, id=record_id, values={field: text})
        )

    def _closed(self) -> None:
        self.editor = None
        if self._view is not None:
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)
