"""What is asked before the last that was typed would be lost."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.widgets import dialog


def _tr(text: str) -> str:
    return QCoreApplication.translate("Unwritten", text)


def may_close(window: QWidget, bridge: Bridge) -> bool:
    """Whether all is written, or the user lets the last of it go."""
    return _all_is_written(bridge) or dialog.ask(
        window,
        _tr("Det sidste er ikke gemt"),
        _tr("Lukker I nu, er det sidste væk. Bliv her, og prøv igen, eller gem en kopi et andet sted."),
        _tr("Luk alligevel"),
        _tr("Bliv her"),
        danger=True,
    )


def may_restore(window: QWidget, bridge: Bridge) -> bool:
    """The same before a backup is put in the place of what is there."""
    return _all_is_written(bridge) or dialog.ask(
        window,
        _tr("Det sidste er ikke gemt"),
        _tr("Gendanner I nu, er det sidste væk. Gem først en kopi et andet sted."),
        _tr("Gendan alligevel"),
        _tr("Bliv her"),
        danger=True,
    )


def _all_is_written(bridge: Bridge) -> bool:
    return bridge.store.readonly or bridge.try_again()
