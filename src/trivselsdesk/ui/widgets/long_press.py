"""Finger and pen: a press that rests asks for the menu, as the right button of a mouse does."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer, Signal
from PySide6.QtGui import QInputDevice, QMouseEvent, QSinglePointEvent
from PySide6.QtWidgets import QWidget

REST_MS = 550
SHAKE_PX = 10
_TOUCHING = (
    QInputDevice.DeviceType.TouchScreen,
    QInputDevice.DeviceType.Stylus,
)


def is_touch(event: QSinglePointEvent) -> bool:
    """Whether a finger or a pen made this, and not a mouse."""
    return event.deviceType() in _TOUCHING


class LongPress(QObject):
    """Watches a widget; a mouse is left alone, it has a button for that."""

    held = Signal(QPoint)
    """Something has rested on this point of the widget."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._at = QPoint()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REST_MS)
        self._timer.timeout.connect(self._rested)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent):
            point = event.position().toPoint()
            if event.type() == QEvent.Type.MouseButtonPress and is_touch(event):
                self._at = point
                self._timer.start()
            elif event.type() == QEvent.Type.MouseMove:
                if (point - self._at).manhattanLength() > SHAKE_PX:
                    self._timer.stop()
            else:
                self._timer.stop()
        return False

    def _rested(self) -> None:
        self.held.emit(self._at)
