"""A process fetched from a folder into the unit's own: checked first, and told about."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from trivselsdesk import paths
from trivselsdesk.packs.errors import PackErrors
from trivselsdesk.packs.library import FaultyPack, Library
from trivselsdesk.packs.loader import parse_pack, read_files
from trivselsdesk.packs.writing import write_folder
from trivselsdesk.ui.widgets.dialog import ask, tell


def fetch(parent: QWidget, library: Library, folder: Path) -> str:
    """Copy the process in that folder. Returns what to say; nothing when it was not, which has been said."""
    try:
        files = read_files(folder)
        pack = parse_pack(files)
    except PackErrors as errors:
        from trivselsdesk.ui.start.faulty_dialog import FaultyDialog

        dialog = FaultyDialog(FaultyPack(folder, errors.errors), parent)
        dialog.exec()
        dialog.deleteLater()
        return ""
    known = library.find(pack.id)
    if known is not None and not ask(
        parent,
        _tr("Der er allerede »{title}«").format(title=known.pack.title),
        _tr(
            "Den, du henter, har samme id og tager dens plads på forsiden. "
            "Forløb, der er i gang, beholder den, de blev lavet med."
        ),
        _tr("Hent den"),
    ):
        return ""
    try:
        write_folder(paths.user_pack_dir() / pack.id, files)
    except OSError:
        tell(
            parent,
            _tr("Processen kan ikke hentes"),
            _tr("Vi kan ikke skrive i mappen {folder}. Intet er ændret.").format(
                folder=paths.user_pack_dir()
            ),
        )
        return ""
    library.refresh()
    return _tr("Hentet: »{title}«, udgave {version}").format(title=pack.title, version=pack.version)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Fetching", text)
