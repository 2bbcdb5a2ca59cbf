"""The program's own icons, drawn in the colour of a token."""

from __future__ import annotations

import math
from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from trivselsdesk import paths
from trivselsdesk.ui import theme

_UNKNOWN = "note.svg"


@lru_cache(maxsize=128)
def _source(name: str) -> str:
    folder = paths.resource_dir() / "icons"
    drawing = folder / f"{name}.svg"
    # A process from elsewhere may name an icon that this edition does not have.
    return (drawing if drawing.is_file() else folder / _UNKNOWN).read_text(encoding="utf-8")


@lru_cache(maxsize=512)
def _draw(name: str, color: str, width: int, height: int, dpr: float) -> QPixmap:
    picture = QPixmap(math.ceil(width * dpr), math.ceil(height * dpr))
    picture.setDevicePixelRatio(dpr)
    picture.fill(Qt.GlobalColor.transparent)
    renderer = QSvgRenderer(QByteArray(_source(name).replace("currentColor", color).encode()))
    painter = QPainter(picture)
    renderer.render(painter, QRectF(0, 0, width, height))
    painter.end()
    return picture


def pixmap(name: str, token: str = "ink", size: int = 20, dpr: float | None = None) -> QPixmap:
    """One icon at a size in logical pixels. A name that has no drawing gets a note."""
    if dpr is None:
        app = QGuiApplication.instance()
        dpr = app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0
    return _draw(name, theme.current().hex(token), size, size, dpr)


def icon(name: str, token: str = "ink", size: int = 20) -> QIcon:
    """An icon for Qt's own widgets and menus. It keeps its colour: make a new one when the theme changes."""
    colors = theme.current()
    made = QIcon()
    for dpr in (1.0, 2.0):
        made.addPixmap(_draw(name, colors.hex(token), size, size, dpr), QIcon.Mode.Normal)
        made.addPixmap(_draw(name, colors.hex("disabledInk"), size, size, dpr), QIcon.Mode.Disabled)
    return made


def paint(painter: QPainter, name: str, token: str, rect: QRectF) -> None:
    """Draws an icon into a square, sharp at the painter's own scale."""
    at = painter.worldTransform()
    dpr = round(painter.device().devicePixelRatio() * math.hypot(at.m11(), at.m12()), 2) or 1.0
    size = QSize(round(rect.width()), round(rect.height()))
    drawn = _draw(name, theme.current().hex(token), size.width(), size.height(), dpr)
    painter.drawPixmap(rect.topLeft(), drawn)
