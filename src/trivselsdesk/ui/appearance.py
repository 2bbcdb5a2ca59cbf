"""How the program looks on this machine: the remembered theme and movement."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QApplication

from trivselsdesk.ui import theme

THEME = "theme"
MOTION = "motion"
STILL = "still"
THEMES = ("light", "dark")


def use(app: QApplication, name: str, *, still: bool) -> None:
    """Apply a theme and whether things move. An unknown name gives the light theme."""
    theme.set_reduced_motion(still)
    wanted = name if name in THEMES else THEMES[0]
    if theme.current().name != wanted or not app.styleSheet():
        theme.apply(app, wanted)


def use_remembered(app: QApplication, setting: Callable[[str], str]) -> None:
    """Apply what ``setting`` remembers."""
    use(app, setting(THEME), still=setting(MOTION) == STILL)
