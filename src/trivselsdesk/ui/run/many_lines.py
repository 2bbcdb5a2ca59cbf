"""Asks before a slip with the clipboard fills a list."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from trivselsdesk.ui.run.board.entry import MANY_LINES
from trivselsdesk.ui.widgets.dialog import ask


def wanted(parent: QWidget, lines: list[str]) -> bool:
    """Whether pasted lines should become one entry each; asked only where they are many."""
    if len(lines) <= MANY_LINES:
        return True
    return ask(
        parent,
        QCoreApplication.translate("ManyLines", "Du har kopieret {n} linjer").format(n=len(lines)),
        QCoreApplication.translate("ManyLines", "Skal hver linje for sig med?"),
        QCoreApplication.translate("ManyLines", "Ja, tag {n} linjer med").format(n=len(lines)),
        QCoreApplication.translate("ManyLines", "Nej, lad være"),
        danger=True,
    )
