"""The unit's own folder of processes, and asking for another folder to lay one in or fetch it from."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from trivselsdesk import paths
from trivselsdesk.ui.widgets.dialog import tell


def open_own_folder(parent: QWidget) -> None:
    """Show the folder with the unit's own processes, which is made if it is not there."""
    folder = paths.user_pack_dir()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        shown = False
    else:
        shown = QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
    if not shown:
        tell(
            parent,
            QCoreApplication.translate("OwnFolder", "Mappen kan ikke vises herfra"),
            QCoreApplication.translate("OwnFolder", "Den ligger her: {folder}").format(folder=folder),
        )


def choose_folder(parent: QWidget, words: str) -> Path | None:
    """Ask for a folder; None when somebody gives up."""
    found = QFileDialog.getExistingDirectory(parent, words, str(Path.home()))
    return Path(found) if found else None
