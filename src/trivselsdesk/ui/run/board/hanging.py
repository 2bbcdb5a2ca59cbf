"""Buttons above the board for notes that wait: the trio's, those written out of sight, and starting notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from trivselsdesk.domain.danish import inside, plural
from trivselsdesk.domain.tools import put_away, trios_sealed
from trivselsdesk.ui.intake import bring
from trivselsdesk.ui.widgets.buttons import Button

if TYPE_CHECKING:
    from trivselsdesk.ui.run.board.page import BoardPage


class Hanging(QWidget):
    """Each button is there while something waits behind it."""

    def __init__(self, page: BoardPage) -> None:
        super().__init__()
        self._page = page
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.start = Button("", "tint", icon="sparkle", small=True)
        self.start.clicked.connect(page.hang_start_notes)
        self.trios = Button("", "tint", icon="trio", small=True)
        self.trios.clicked.connect(page.hang_up)
        self.put_away = Button("", "tint", icon="eye", small=True)
        self.put_away.clicked.connect(page.deeds.hang_put_away)
        for button in self._buttons():
            button.hide()
            row.addWidget(button)

    def _buttons(self) -> tuple[Button, ...]:
        return (self.start, self.trios, self.put_away)

    def refresh(self) -> None:
        """Show what waits. The trio's notes wait while others have the word; then the panel hangs them up."""
        page = self._page
        left, hung = bring.start_notes_left(page.bridge, page.programme_id, page.board)
        # Offered until some of them hang; what is left then lies in the menu.
        self.start.setVisible(bool(left) and not hung)
        self.start.set_text(
            self.tr("Vælg mellem {notes}").format(
                notes=plural(left, self.tr("startseddel"), self.tr("startsedler"))
            )
        )
        trios = len(trios_sealed(page.book, page.pack, page.board.id))
        self.trios.setVisible(bool(trios) and not page.turns.leads())
        if trios:
            self.trios.set_text(
                self.tr("Hæng {notes} op fra {group}").format(
                    notes=plural(trios, self.tr("seddel"), self.tr("sedler")), group=inside(page.pack.trio)
                )
            )
        waiting = len(put_away(page.book, page.pack, page.board.id))
        self.put_away.setVisible(bool(waiting))
        if waiting:
            self.put_away.set_text(
                self.tr("Vis de {notes} på tavlen").format(
                    notes=plural(waiting, self.tr("skjulte seddel"), self.tr("skjulte sedler"))
                )
                if waiting > 1
                else self.tr("Vis den skjulte seddel på tavlen")
            )
        self.setVisible(any(not button.isHidden() for button in self._buttons()))
