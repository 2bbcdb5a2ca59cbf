"""Choosing another data folder, on a disk of this computer."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStorageInfo
from PySide6.QtWidgets import QFileDialog, QWidget

from trivselsdesk.ui.widgets.dialog import tell

NETWORKS = ("nfs", "cifs", "smb", "afp", "webdav", "davfs", "sshfs", "9p", "fuse.rclone")
SYNCHRONISED = ("onedrive", "dropbox", "google drive", "icloud", "nextcloud")


def is_remote(folder: Path) -> bool:
    """Whether a folder lies on the network or is kept in step with one: both can damage a live database."""
    parts = [part.casefold() for part in folder.parts]
    if any(part.startswith(name) for part in parts for name in SYNCHRONISED):
        return True
    kind = bytes(QStorageInfo(str(folder)).fileSystemType().data()).decode("ascii", "replace").lower()
    return kind.startswith(NETWORKS) or str(folder).startswith("\\\\")


def choose(parent: QWidget) -> Path | None:
    """Ask for a folder; one on the network is refused with a sentence."""
    words = QCoreApplication.translate("Folder", "Vælg en mappe til jeres forløb")
    chosen = QFileDialog.getExistingDirectory(parent, words, str(Path.home()))
    if not chosen:
        return None
    if is_remote(Path(chosen)):
        tell(
            parent,
            QCoreApplication.translate("Folder", "Den mappe kan ikke bruges"),
            QCoreApplication.translate(
                "Folder",
                "Mappen deles med andre over nettet, og det kan ødelægge filen med jeres forløb. "
                "Intet er ændret. Vælg en mappe på computerens egen disk.",
            ),
        )
        return None
    return Path(chosen)
