"""»Dine forløb«: the list of programmes, those under way, finished and deleted."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trivselsdesk.domain.records import Programme
from trivselsdesk.ui.start.inside import Part
from trivselsdesk.ui.start.row import GAP, MARGINS, PICTURE, ROOMY, SHARES, ProgrammeRow, RowView
from trivselsdesk.ui.widgets.card import Card
from trivselsdesk.ui.widgets.labels import ElidedLabel, Label
from trivselsdesk.ui.widgets.segmented import Segmented

SHELVES = ("open", "closed", "deleted")


def shelf_of(programme: Programme) -> str:
    """Which of the three lists a programme belongs to."""
    return "deleted" if programme.deleted else "closed" if programme.closed else "open"


class _Head(Part):
    """The names of the columns."""

    def __init__(self) -> None:
        super().__init__("canvas")
        self.setFixedHeight(38)
        self._row = row = QHBoxLayout(self)
        row.setSpacing(GAP)
        titles = (self.tr("Arbejdsplads"), self.tr("Hvor langt er I?"), self.tr("Næste skridt"))
        for title, share in zip(titles, SHARES, strict=True):
            row.addWidget(ElidedLabel(title, "caption", "ink3", weight=600), share)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        picture = PICTURE + GAP if self.width() >= ROOMY else 0
        self._row.setContentsMargins(MARGINS[0] + picture, 0, MARGINS[2] + 76 + 4 + 36 + GAP, 0)


class ProgrammeList(QWidget):
    """Rows are kept by programme, so that focus stays where it was when something else changes."""

    opened = Signal(str)
    chosen = Signal(str, str)
    shelf_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: dict[str, ProgrammeRow] = {}
        self._only_reading = False
        self._options: list[tuple[str, str, None]] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        head = QHBoxLayout()
        head.addWidget(Label(self.tr("Dine forløb"), "title"))
        head.addStretch(1)
        self.shelves = Segmented((("open", "", None),), name=self.tr("Hvilke forløb"))
        self.shelves.chosen.connect(self.shelf_changed)
        head.addWidget(self.shelves)
        column.addLayout(head)
        self._card = Card(padding=0, spacing=0)
        self._head = _Head()
        self._card.body.addWidget(self._head)
        column.addWidget(self._card)
        self.nothing = Label("", "body", "ink2", wrap=True)
        column.addWidget(self.nothing)

    def set_only_reading(self, only: bool) -> None:
        """Rows made from now on offer only what changes nothing."""
        self._only_reading = only

    def show_shelf(self, counts: dict[str, int], views: Sequence[RowView]) -> None:
        """The three counts, and the rows of the list that is chosen."""
        self._show_counts(counts)
        wanted = [view.programme.id for view in views]
        for programme_id in [each for each in self.rows if each not in wanted]:
            row = self.rows.pop(programme_id)
            self._card.body.removeWidget(row)
            row.hide()
            row.deleteLater()
        for place, view in enumerate(views, start=1):
            row = self.rows.get(view.programme.id) or self._new_row(view)
            row.show_view(view)
            if self._card.body.indexOf(row) != place:
                self._card.body.removeWidget(row)
                self._card.body.insertWidget(place, row)
        self._card.setVisible(bool(views))
        self.nothing.setVisible(not views)
        self.nothing.set_text(
            self.tr("Her ligger de forløb, I er færdige med.")
            if self.shelves.value() == "closed"
            else self.tr("Ingen forløb i gang lige nu.")
        )

    def in_order(self) -> list[ProgrammeRow]:
        """The rows from the top."""
        return sorted(self.rows.values(), key=self._card.body.indexOf)

    @property
    def shelf(self) -> str:
        """The list that is chosen: ``open``, ``closed`` or ``deleted``."""
        return self.shelves.value()

    def _show_counts(self, counts: dict[str, int]) -> None:
        words = {
            "open": self.tr("I gang ({count})"),
            "closed": self.tr("Afsluttet ({count})"),
            "deleted": self.tr("Slettet ({count})"),
        }
        shown = [shelf for shelf in SHELVES if shelf != "deleted" or counts["deleted"]]
        options = [(shelf, words[shelf].format(count=counts[shelf]), None) for shelf in shown]
        if options != self._options:
            self._options = options
            self.shelves.set_options(options)

    def _new_row(self, view: RowView) -> ProgrammeRow:
        row = ProgrammeRow(view, only_reading=self._only_reading)
        row.opened.connect(self.opened)
        row.chosen.connect(self.chosen)
        self.rows[view.programme.id] = row
        return row
