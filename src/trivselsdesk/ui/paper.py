"""PDF on the screen and on its way out: pages as pictures, printing, and saving as a file."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QMarginsF, QRectF, QSizeF, QStandardPaths
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from trivselsdesk.documents.errors import DocumentError
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.widgets.dialog import ask

PRINT_DPI = 300
_POINTS = 72.0
_FOLDER_KEY = "pdf_folder"


class Pages:
    """The pages of a PDF. Sizes are points."""

    def __init__(self, data: bytes) -> None:
        import pypdfium2

        self._document: Any = pypdfium2.PdfDocument(data)

    def __len__(self) -> int:
        return len(self._document)

    def size(self, index: int) -> QSizeF:
        """Width and height of a page."""
        wide, high = self._document[index].get_size()
        return QSizeF(wide, high)

    def picture(self, index: int, width: int) -> QImage:
        """A page drawn so many pixels wide."""
        page = self._document[index]
        bitmap = page.render(scale=width / page.get_width(), rev_byteorder=True)
        wide, high, channels = bitmap.width, bitmap.height, bitmap.n_channels
        shape = QImage.Format.Format_RGB888 if channels == 3 else QImage.Format.Format_RGBX8888
        # The copy owns its bytes; pdfium's are gone with the bitmap.
        image = QImage(bytes(bitmap.buffer), wide, high, bitmap.stride, shape).copy()
        bitmap.close()
        page.close()
        return image

    def close(self) -> None:
        """Let go of the document."""
        self._document.close()


def print_pages(data: bytes, printer: QPrinter) -> bool:
    """Draw every page onto the printer's paper. False when the printer will not start."""
    pages = Pages(data)
    first = pages.size(0)
    # PDF says 841.89 points where the paper sort says 842: ask for the sort by its nearest size.
    across = first.width() > first.height()
    upright = first.transposed() if across else first
    printer.setPageSize(QPageSize(upright, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch))
    turn = QPageLayout.Orientation.Landscape if across else QPageLayout.Orientation.Portrait
    printer.setPageOrientation(turn)
    printer.setFullPage(True)
    printer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Point)
    painter = QPainter()
    if not painter.begin(printer):
        pages.close()
        return False
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    for index in range(len(pages)):
        if index:
            printer.newPage()
        picture = pages.picture(index, round(pages.size(index).width() / _POINTS * PRINT_DPI))
        painter.drawImage(QRectF(printer.paperRect(QPrinter.Unit.DevicePixel)), picture)
    done = painter.end()
    pages.close()
    return bool(done)


def print_document(parent: QWidget, title: str, data: bytes) -> tuple[bool, str]:
    """Ask for a printer and print. Returns whether it was sent and what to say; empty when given up."""
    if not QPrinterInfo.availablePrinters():
        return False, _tr(
            "Vi kan ikke finde en printer på denne computer. "
            "Intet er tabt: gem som PDF, og udskriv fra en anden."
        )
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(_tr("Udskriv"))
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    if not accepted:
        return False, ""
    if not print_pages(data, printer):
        return False, _tr("Printeren svarer ikke. Intet er tabt: prøv igen, eller gem som PDF.")
    return True, _tr("Sendt til printeren: {title}").format(title=title)


def save_document(parent: QWidget, bridge: Bridge, file_name: str, data: bytes) -> tuple[bool, str]:
    """Ask where, and save, as the kind of file that the name ends on.

    Returns whether it was saved and the sentence to say; empty when given up.
    """
    start = Path(_start_folder(bridge)) / file_name
    ending = start.suffix
    title, kinds = _kinds(ending)
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(start), kinds)
    if not chosen:
        return False, ""
    path = Path(chosen)
    if path.suffix.lower() != ending:
        path = path.with_name(f"{path.name}{ending}")
        if path.exists() and not _may_replace(parent, path):
            return False, ""
    sentence = write_file(path, data)
    if sentence:
        return False, sentence
    bridge.remember(_FOLDER_KEY, str(path.parent))
    return True, _tr("Gemt: {name}").format(name=path.name)


def save_table(parent: QWidget, bridge: Bridge, programme_id: str, sheet_id: str) -> tuple[bool, str]:
    """Ask where, and save a table (see ``documents.sheets.SHEETS``) as XLSX or CSV, as the user chooses.

    Returns whether it was saved and the sentence to say; empty when given up.
    """
    from trivselsdesk.documents.catalogue import name_of
    from trivselsdesk.documents.sheets import CSV, SHEETS, XLSX, make_sheet

    book, pack = bridge.book(programme_id), bridge.pack(programme_id)
    title = next(each.title for each in SHEETS if each.id == sheet_id)
    start = Path(_start_folder(bridge)) / name_of(title, book, XLSX)
    kinds = {_kinds(each)[1]: each for each in (XLSX, CSV)}
    chosen, kind = QFileDialog.getSaveFileName(parent, _tr("Gem som regneark"), str(start), ";;".join(kinds))
    if not chosen:
        return False, ""
    path = Path(chosen)
    wanted = kinds.get(kind, XLSX)
    if path.suffix.lower() not in (XLSX, CSV):
        path = path.with_name(f"{path.name}{wanted}")
    elif path.suffix.lower() != wanted and kind in kinds:
        # The name that was proposed ends on .xlsx; whoever chose the other kind means that.
        path = path.with_suffix(wanted)
    if path != Path(chosen) and path.exists() and not _may_replace(parent, path):
        return False, ""
    try:
        data = make_sheet(book, pack, bridge.now(), sheet_id, path.suffix.lower())
    except DocumentError as error:
        return False, str(error)
    sentence = write_file(path, data)
    if sentence:
        return False, sentence
    bridge.remember(_FOLDER_KEY, str(path.parent))
    return True, _tr("Gemt: {name}").format(name=path.name)


def _kinds(ending: str) -> tuple[str, str]:
    """What the dialog for such a file is called, and which files it shows."""
    return {
        ".ics": (_tr("Gem kalenderfil"), _tr("Kalenderfiler (*.ics)")),
        ".txt": (_tr("Gem som tekst"), _tr("Tekstfiler (*.txt)")),
        ".csv": (_tr("Gem som regneark"), _tr("CSV-filer (*.csv)")),
        ".xlsx": (_tr("Gem som regneark"), _tr("Excel-filer (*.xlsx)")),
    }.get(ending, (_tr("Gem som PDF"), _tr("PDF-filer (*.pdf)")))


def write_file(path: Path, data: bytes) -> str:
    """Write the whole file or none of it. Empty when it went well, else one sentence about what is wrong."""
    if not path.parent.is_dir():
        return _tr("Mappen »{folder}« findes ikke. Intet er tabt. Vælg en anden mappe, og prøv igen.").format(
            folder=path.parent
        )
    beside = None
    try:
        handle, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=path.parent)
        beside = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        beside.chmod(0o644)
        beside.replace(path)
    except OSError:
        if beside is not None:
            beside.unlink(missing_ok=True)
        return _tr(
            "Vi kunne ikke gemme »{name}« i den mappe. Intet er tabt. Luk filen, hvis den er åben, "
            "eller vælg en anden mappe."
        ).format(name=path.name)
    return ""


def _may_replace(parent: QWidget, path: Path) -> bool:
    return ask(
        parent,
        _tr("Filen findes allerede"),
        _tr("Skal »{name}« erstattes med den nye?").format(name=path.name),
        _tr("Erstat"),
        danger=True,
    )


def _start_folder(bridge: Bridge) -> str:
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    for folder in (bridge.setting(_FOLDER_KEY), place):
        if folder and Path(folder).is_dir():
            return folder
    return str(Path.home())


def _tr(text: str) -> str:
    return QCoreApplication.translate("Paper", text)
