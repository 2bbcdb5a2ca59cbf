"""What lies ready beside the part's own tool: a row of choices above the page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trivselsdesk.domain.pack import Aid
from trivselsdesk.ui.widgets.labels import ElidedLabel
from trivselsdesk.ui.widgets.segmented import Segmented


class AidBar(QWidget):
    """The part's own tool first, then its aids; beside them when the one that is on helps."""

    chosen = Signal(str)
    """Id of the aid that is wanted; empty for the part's own tool."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(4, 0, 4, 0)
        self._row.setSpacing(12)
        self._when = ElidedLabel("", "caption", "ink3")
        self._row.addWidget(self._when, 1)
        self._choices: Segmented | None = None
        self._shown: tuple[tuple[Aid, ...], str] = ((), "")
        self.hide()

    @property
    def choices(self) -> Segmented | None:
        """The row of choices, or None where the part has no aids."""
        return self._choices

    def show_aids(self, aids: Sequence[Aid], own: str, current: Aid | None) -> None:
        """Offer these beside the part's own tool, which is called ``own``; ``current`` is on."""
        if (tuple(aids), own) != self._shown:
            self._shown = (tuple(aids), own)
            self._offer(aids, own)
        self.setVisible(bool(aids))
        if self._choices is not None:
            self._choices.set_value(current.id if current else "")
        self._when.set_text(current.when if current else "")

    def _offer(self, aids: Sequence[Aid], own: str) -> None:
        if self._choices is not None:
            self._row.removeWidget(self._choices)
            self._choices.hide()
            self._choices.deleteLater()
            self._choices = None
        if aids:
            options = [("", own, None), *((aid.id, aid.title, None) for aid in aids)]
            self._choices = Segmented(options, name=self.tr("Værktøj i dette trin"))
            self._choices.chosen.connect(self.chosen)
            self._row.insertWidget(0, self._choices)
