"""A quiet bar for the rare step that takes more than a moment: how far it is, and »Fortryd«."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from trivselsdesk.ui.widgets.buttons import Button
from trivselsdesk.ui.widgets.card import Card
from trivselsdesk.ui.widgets.labels import Label

WIDE = 420


class Working(QWidget):
    """Stands over the lower edge of its parent and covers nothing that one writes in."""

    stopped = Signal()
    """»Fortryd« was pressed."""

    def __init__(self, parent: QWidget, foot: int) -> None:
        """``foot`` is how much of the parent's lower edge must not be covered, in px."""
        super().__init__(parent)
        self._foot = foot
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        card = Card(padding=10)
        row.addWidget(card)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(Label(self.tr("Et øjeblik …"), "body", weight=600))
        self.bar = QProgressBar()
        self.bar.setRange(0, 100)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Så langt er det nået"))
        line.addWidget(self.bar, 1)
        self.stop = Button(self.tr("Fortryd"), icon="undo", small=True)
        # Whoever goes on writing keeps the keyboard.
        self.stop.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.stop.clicked.connect(self.stopped)
        line.addWidget(self.stop)
        card.body.addLayout(line)
        parent.installEventFilter(self)
        self._place()

    def show_share(self, share: float) -> None:
        """How much is done, 0 to 1."""
        self.bar.setValue(round(100 * share))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        parent = self.parentWidget()
        high = self.sizeHint().height()
        wide = min(WIDE, parent.width() - 32)
        self.setGeometry((parent.width() - wide) // 2, parent.height() - self._foot - high, wide, high)
