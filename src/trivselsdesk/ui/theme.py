"""The look of the program: colours, type and sizes read from the design tokens."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, lru_cache
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from trivselsdesk import paths
from trivselsdesk.ui import qss

STYLE = "Fusion"
"""Qt's own way of drawing, the same on every system. The style sheet builds on it."""
NAMES = ("light", "dark", "projector")


@cache
def _tokens() -> dict[str, Any]:
    text = (paths.resource_dir() / "themes" / "tokens.json").read_text(encoding="utf-8")
    tokens: dict[str, Any] = json.loads(text)
    return tokens


class Theme:
    """One set of colours with the sizes that all themes share. Lengths are pixels at 100 % scale.

    An unknown name raises KeyError: a misspelt token is a programming error.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self._colors: dict[str, str] = _tokens()["color"][name]
        self._made: dict[str, QColor] = {}

    @property
    def is_dark(self) -> bool:
        return self.name == "dark"

    def hex(self, token: str) -> str:
        return self._colors[token]

    def colors(self) -> dict[str, str]:
        return dict(self._colors)

    def color(self, token: str) -> QColor:
        """The colour of a token. Shared: copy it before changing it (QColor(theme.color(…)))."""
        if token not in self._made:
            self._made[token] = QColor(self._colors[token])
        return self._made[token]

    def font(
        self, role: str, *, size: int | None = None, weight: int | None = None, italic: bool = False
    ) -> QFont:
        """A Lato font for a role of tokens.type, or »projector.<role>« for a role of tokens.typeProjector."""
        entry = _type_role(role)
        font = QFont([_tokens()["font"]["family"], *_tokens()["font"]["fallback"]])
        font.setPixelSize(size or entry["size"])
        font.setWeight(QFont.Weight(weight or entry["weight"]))
        font.setItalic(italic)
        return font

    def line_height(self, role: str) -> int:
        return int(_type_role(role)["line"])

    def size(self, name: str) -> int:
        return int(_tokens()["size"][name])

    def radius(self, name: str) -> int:
        return int(_tokens()["radius"][name])

    def border(self, name: str) -> float:
        return float(_tokens()["border"][name])

    def space(self, step: int) -> int:
        """Space step 1–7: 4, 8, 12, 16, 24, 32, 48."""
        return int(_tokens()["space"][str(step)])

    def note(self, name: str) -> Any:
        """A measure of the notes: »S«, »M«, »L« (w, h, font), »padding«, »gap«, »fold«, »maxChars«."""
        return _tokens()["note"][name]

    def breakpoint(self, name: str) -> tuple[int, int]:
        width, height = _tokens()["breakpoint"][name]
        return int(width), int(height)

    def shadow(self, name: str) -> tuple[int, int, QColor]:
        """Downward offset, blur and colour of an elevation (»theme«, »lifted«, »dialog«)."""
        match = re.fullmatch(
            r"\d+ (\d+) (\d+) rgba\((\d+),(\d+),(\d+),([\d.]+)\)", _tokens()["elevation"][name]
        )
        if match is None:
            raise KeyError(name)
        offset, blur, red, green, blue = (int(part) for part in match.groups()[:5])
        color = QColor(red, green, blue)
        color.setAlphaF(float(match[6]))
        return offset, blur, color

    def motion(self, name: str) -> int:
        """Milliseconds of a movement; 0 when the user wants none."""
        return 0 if _state.reduced else self.duration(name)

    def duration(self, name: str) -> int:
        """Milliseconds of a wait that is not a movement (»toastStay«, »groupHoverDelay«)."""
        return int(_tokens()["motion"][name]["ms"])


class _Notifier(QObject):
    changed = Signal()


class _State:
    def __init__(self) -> None:
        self.theme: Theme | None = None
        self.painted_as: Theme | None = None
        self.reduced = False
        self.styled = False


notifier = _Notifier()
_state = _State()


@lru_cache(maxsize=len(NAMES))
def get(name: str) -> Theme:
    """The theme of that name, without applying it (the audience window paints with »projector«)."""
    return Theme(name)


def current() -> Theme:
    """The theme that everything is painted in now."""
    return _state.painted_as or _state.theme or get("light")


@contextmanager
def painted_as(name: str) -> Iterator[Theme]:
    """Paint in another theme for as long as this lasts: the wall keeps its own beside the console's."""
    before, _state.painted_as = _state.painted_as, get(name)
    try:
        yield current()
    finally:
        _state.painted_as = before


def set_reduced_motion(reduced: bool) -> None:
    _state.reduced = reduced


def reduced_motion() -> bool:
    return _state.reduced


def has_style() -> None:
    """The application was made with ``STYLE``, so that nobody need ask for it."""
    _state.styled = True


def load_fonts() -> None:
    """Registers the Lato files. Call once, after the application exists."""
    folder = paths.resource_dir() / "fonts"
    for file in _tokens()["font"]["files"]:
        QFontDatabase.addApplicationFont(str(folder / file))


def apply(app: QApplication, name: str) -> None:
    """Gives the whole application a theme and tells everyone who paints."""
    theme = get(name)
    _state.theme = theme
    if not _state.styled and app.style().objectName().lower() != STYLE.lower() and not app.styleSheet():
        app.setStyle(STYLE)
    app.setPalette(_palette(theme))
    app.setFont(theme.font("body"))
    app.setStyleSheet(qss.stylesheet(theme.colors(), theme.name))
    notifier.changed.emit()


@cache
def _type_role(role: str) -> dict[str, Any]:
    group, _, name = role.rpartition(".")
    entry: dict[str, Any] = _tokens()["typeProjector" if group == "projector" else "type"][name]
    return entry


def _palette(theme: Theme) -> QPalette:
    role = QPalette.ColorRole
    tokens = {
        role.Window: "canvas",
        role.WindowText: "ink",
        role.Base: "surface",
        role.AlternateBase: "canvas",
        role.Text: "ink",
        role.Button: "surface",
        role.ButtonText: "ink",
        role.BrightText: "mustInk",
        role.ToolTipBase: "ink",
        role.ToolTipText: "surface",
        role.PlaceholderText: "ink3",
        role.Highlight: "primary",
        role.HighlightedText: "onPrimary",
        role.Accent: "primary",
        role.Link: "primary",
        role.LinkVisited: "primaryInk",
        role.Light: "surface",
        role.Midlight: "canvas",
        role.Mid: "line",
        role.Dark: "lineStrong",
        role.Shadow: "ink3",
    }
    palette = QPalette()
    for color_role, token in tokens.items():
        palette.setColor(color_role, theme.color(token))
    off = QPalette.ColorGroup.Disabled
    for color_role in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(off, color_role, theme.color("disabledInk"))
    for color_role in (role.Base, role.Button):
        palette.setColor(off, color_role, theme.color("disabledFill"))
    return palette
