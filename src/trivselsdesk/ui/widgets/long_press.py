"""Finger and pen: a press that rests asks for the menu, as a mouse's right button does; two fingers pinch."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QInputDevice, QMouseEvent, QSinglePointEvent
from PySide6.QtWidgets import QGestureEvent, QPinchGesture, QWidget

REST_MS = 550
SHAKE_PX = 10
_PRESS = QEvent.Type.MouseButtonPress
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
    pinched = Signal(QPinchGesture)
    """Two fingers draw together or apart, where the widget listens for that."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._at = QPoint()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REST_MS)
        self._timer.timeout.connect(self._rested)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Asked at every move of the mouse and every paint: what is most common is seen first.
        if isinstance(event, QMouseEvent):
            if event.isBeginEvent() and event.type() == _PRESS and is_touch(event):
                self._at = event.position().toPoint()
                self._timer.start()
            elif self._timer.isActive():
                shaken = (event.position().toPoint() - self._at).manhattanLength() > SHAKE_PX
                if shaken or event.type() != QEvent.Type.MouseMove:
                    self._timer.stop()
        elif isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                self.pinched.emit(pinch)
                event.accept()
                return True
        return False

    def _rested(self) -> None:
        self.held.emit(self._at)
