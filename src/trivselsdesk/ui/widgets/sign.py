"""Square signs of what was put aside: the blue P of the P-plads, the violet arrow of what is carried on."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from trivselsdesk.ui import theme
from trivselsdesk.ui.widgets import icons, paint


class Sign(QWidget):
    """``kind`` is ``park``, ``lift`` or ``back``."""

    def __init__(self, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = kind
        self.setFixedSize(24, 24)
        theme.notifier.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, rect = QPainter(self), QRectF(self.rect())
        if self._kind == "park":
            paint.rounded(painter, rect, 5, "park")
            font = theme.current().font("body", weight=800)
            paint.text(painter, rect, "P", font, "onPark", Qt.AlignmentFlag.AlignHCenter)
        elif self._kind == "back":
            icons.paint(painter, "flag", "ink2", rect.adjusted(2, 2, -2, -2))
        else:
            paint.rounded(painter, rect, 5, "med")
            icons.paint(painter, "arrow-u", "onMed", rect.adjusted(4, 4, -4, -4))
