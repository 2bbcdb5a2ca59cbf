"""Putting a window onto a screen, and bringing back one whose screen is gone."""

from __future__ import annotations

from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QWidget

from trivselsdesk.ui.projector.screens import Screens


def move_to(window: QWidget, screen: QScreen) -> None:
    """Put a window onto a screen, as large as it was where it fits, full or maximized as before."""
    whole, largest = window.isFullScreen(), window.isMaximized()
    room = screen.availableGeometry()
    if whole or largest:
        window.showNormal()
    size = window.size().boundedTo(room.size())
    window.setScreen(screen)
    window.resize(size)
    window.move(
        room.x() + (room.width() - size.width()) // 2, room.y() + (room.height() - size.height()) // 2
    )
    if whole:
        window.showFullScreen()
    elif largest:
        window.showMaximized()


def bring_back(window: QWidget, screens: Screens) -> None:
    """A window whose upper edge no screen shows is put onto one."""
    if not window.isVisible() or window.isMinimized():
        return
    top = window.frameGeometry()
    top.setHeight(40)
    seen = [each.geometry().intersected(top) for each in screens.all()]
    if not any(each.width() >= 120 and each.height() >= 20 for each in seen) and screens.all():
        move_to(window, screens.all()[0])
