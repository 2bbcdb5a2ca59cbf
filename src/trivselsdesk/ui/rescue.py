"""A programme saved as a file somewhere else: to hand on, or because the disk will not take any more."""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from trivselsdesk.domain.book import Book, NotThere
from trivselsdesk.domain.commands.base import Refused
from trivselsdesk.domain.sealed import lock_of
from trivselsdesk.store.errors import FileRefused, StoreError
from trivselsdesk.store.exchange import ENDING, export_programme, write_safely
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.widgets.dialog import tell


def _tr(text: str) -> str:
    return QCoreApplication.translate("Rescue", text)


def save_copy(parent: QWidget, bridge: Bridge, programme_id: str) -> str:
    """Ask where, and save. Returns a sentence that says what was done; empty when nothing was."""
    name = file_name(bridge.book(programme_id).programme.name)
    home = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    chosen, _ = QFileDialog.getSaveFileName(
        parent,
        _tr("Gem en kopi"),
        str(Path(home) / name),
        _tr("Forløb ({pattern})").format(pattern=f"*{ENDING}"),
    )
    if not chosen:
        return ""
    path = Path(chosen)
    if path.suffix.lower() != ENDING:
        path = path.with_name(path.name + ENDING)
    try:
        write_copy(bridge, programme_id, path)
    except (StoreError, FileRefused) as error:
        tell(parent, _tr("Vi kunne ikke gemme kopien"), why_not(error))
        return ""
    words = _tr("Gemt som »{name}«.").format(name=path.name)
    if lock_of(bridge.book(programme_id)) is not None:
        words = f"{words} {_tr('De fortrolige skemaer er ikke med.')}"
    return words


def write_copy(bridge: Bridge, programme_id: str, path: Path) -> None:
    """Write the programme to a file, with what could not be written to the database.

    Raises StoreError, and FileRefused when the programme breaks a limit of the format; then what
    stood at ``path`` is still there.
    """
    book = _with_what_waits(bridge, programme_id)
    write_safely(path, export_programme(book, _pack_files(bridge, book), bridge.now()))


def file_name(name: str) -> str:
    """A file name to propose, without signs that Windows does not allow."""
    plain = " ".join(re.sub(r'[\x00-\x1f<>:"/\\|?*]+', " ", name).split())[:80].rstrip(" .")
    return (plain or _tr("Forløb")) + ENDING


def why_not(error: StoreError | FileRefused) -> str:
    """What the user can do when a copy could not be saved."""
    if isinstance(error, FileRefused):
        return _tr("Forløbet rummer mere, end en fil kan. Intet er tabt. Gør de længste tekster kortere.")
    sentences = {
        "full": _tr("Der er ikke plads på den disk. Intet er tabt. Vælg et andet sted, og prøv igen."),
        "readonly": _tr("Vi må ikke skrive i den mappe. Intet er tabt. Vælg en anden mappe, og prøv igen."),
        "folder": _tr("Mappen findes ikke. Intet er tabt. Vælg en anden mappe, og prøv igen."),
    }
    return sentences.get(error.kind, _tr("Det gik ikke. Intet er tabt. Vælg et andet sted, og prøv igen."))


def _with_what_waits(bridge: Bridge, programme_id: str) -> Book:
    waiting = [each for each in bridge.unwritten.values() if each.programme_id == programme_id]
    book = bridge.book(programme_id)
    if not waiting:
        return book
    whole = Book(book.everything())
    for command in waiting:
        with suppress(NotThere, Refused):
            for edits in (command.groundwork, command.edits):
                whole.apply(whole.changes(edits(whole)))
    return whole


def _pack_files(bridge: Bridge, book: Book) -> dict[str, str]:
    programme = book.programme
    try:
        files = bridge.store.pack_files(programme.pack_id, programme.pack_version)
    except StoreError:
        files = {}
    if files:
        return files
    shelf = bridge.library.find(programme.pack_id)
    return shelf.files if shelf else {}
