"""A picture of a board at rest, that what is carried over it uncovers.

What changes on the board meanwhile – a theme lights up, a bar says where it would land – the scene paints as
ever; that part of the picture is taken anew before the next step.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtGui import QPainter, QPixmap, QRegion
from PySide6.QtWidgets import QGraphicsView, QWidget

_META_CALL = QEvent.Type.MetaCall


class Still(QObject):
    """The picture, from when it is made until it is ended. Whoever scrolls or sizes the view ends it."""

    def __init__(self, view: QGraphicsView) -> None:
        super().__init__(view)
        self._view, self._port = view, view.viewport()
        ratio = self._port.devicePixelRatioF()
        self._ground = QPixmap(self._port.size() * ratio)
        self._ground.setDevicePixelRatio(ratio)
        self._stale = QRegion(self._port.rect())
        """Where the board has another look now."""
        self._changed = True
        """Whether the scene has something to paint anew since the last paint."""
        self._taking = False
        view.scene().installEventFilter(self)

    def end(self) -> None:
        """Let the scene paint everything again."""
        self._view.scene().removeEventFilter(self)
        self.deleteLater()

    def refresh(self) -> None:
        """Take anew what has changed. Not to be asked for in a paint."""
        if not self._stale.isEmpty():
            self._taking = True
            corner = self._stale.boundingRect().topLeft()
            self._port.render(self._ground, corner, self._stale, QWidget.RenderFlag(0))
            self._taking = False
            self._stale = QRegion()

    def knows(self, rect: QRect) -> bool:
        """Whether the picture shows that part of the viewport as it is."""
        return not (self._taking or self._changed or self._stale.intersects(rect))

    def paint(self, painter: QPainter) -> None:
        """Paint it, wherever the painter is let."""
        painter.drawPixmap(0, 0, self._ground)

    def painted_beside(self, region: QRegion) -> bool:
        """The scene has painted there itself. False: that was for the picture."""
        if self._taking:
            return False
        self._stale |= region
        self._changed = False
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Whatever changes in a scene, it tells itself so by such a call before it asks for a paint.
        if event.type() == _META_CALL:
            self._changed = True
        return False
