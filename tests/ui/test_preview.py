"""The preview: the real pages, out to file and printer, and plain words when something is in the way."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.desk import Desk, example_desk
from trivselsdesk.documents.catalogue import document
from trivselsdesk.domain.commands.rows import EditFields
from trivselsdesk.domain.plan import active_initiatives
from trivselsdesk.domain.records import Initiative
from trivselsdesk.ui import paper
from trivselsdesk.ui.preview import Preview


@pytest.fixture
def at(tmp_path: Path, qapp: QApplication) -> Iterator[Desk]:
    desk = example_desk(tmp_path, "plan")
    yield desk
    desk.bridge.store.close()


def _open(at: Desk, document_id: str, qtbot: QtBot) -> Preview:
    preview = Preview(at.bridge, at.programme_id, document_id)
    qtbot.addWidget(preview)
    preview.show()
    QApplication.processEvents()
    return preview


def _make_too_long(at: Desk) -> None:
    initiative = active_initiatives(at.book)[2]
    values = {"goal": "Ro på stuen. " * 200}
    at.bridge.run(EditFields(programme_id=at.programme_id, kind=Initiative, id=initiative.id, values=values))


def test_shows_the_document_that_was_asked_for(at: Desk, qtbot: QtBot) -> None:
    preview = _open(at, "afrapportering", qtbot)
    assert preview.choice.value() == "afrapportering"
    assert preview.pages.count() == 1
    shown = preview.pages.grab().toImage()
    # Ink on white: something is drawn, on paper.
    rect = preview.pages.page_rect(0)
    colours = {shown.pixelColor(rect.left() + x, rect.top() + 90).name() for x in range(60, 400)}
    assert "#ffffff" in colours
    assert len(colours) > 3


def test_changes_to_another_document(at: Desk, qtbot: QtBot) -> None:
    preview = _open(at, "afrapportering", qtbot)
    preview.show_document("drejebog")
    data = document("drejebog").make(at.book, at.bridge.pack(at.programme_id), at.bridge.now())
    pages = paper.Pages(data)
    assert preview.pages.count() == len(pages)
    pages.close()
    assert preview.windowTitle().startswith("Drejebog")
    assert preview.pages.height() > preview.pages.page_rect(preview.pages.count() - 1).bottom()


def test_escape_closes(at: Desk, qtbot: QtBot) -> None:
    preview = _open(at, "drejebog", qtbot)
    QTest.keyClick(preview, Qt.Key.Key_Escape)
    assert not preview.isVisible()


def test_a_report_that_is_too_long_says_where_to_shorten(at: Desk, qtbot: QtBot) -> None:
    _make_too_long(at)
    preview = _open(at, "afrapportering", qtbot)
    assert "må kun fylde én" in preview._trouble._sentence.text()
    assert "»Mål« i »Travle eftermiddage«" in preview._trouble._places.text()
    assert not preview.save_button.isEnabled()
    assert not preview.print_button.isEnabled()


@pytest.mark.skipif(bool(QPrinterInfo.availablePrinters()), reason="this machine has a printer")
def test_without_a_printer_there_is_a_way_out(at: Desk, qtbot: QtBot) -> None:
    preview = _open(at, "drejebog", qtbot)
    preview.print_button.click()
    assert "ikke finde en printer" in preview.said()
    assert "gem som PDF" in preview.said()


def test_prints_every_page_on_a4(at: Desk, tmp_path: Path) -> None:
    data = document("drejebog").make(at.book, at.bridge.pack(at.programme_id), at.bridge.now())
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    assert paper.print_pages(data, printer)
    printed = PdfReader(tmp_path / "printed.pdf").pages
    pages = paper.Pages(data)
    assert len(printed) == len(pages)
    pages.close()
    assert round(float(printed[0].mediabox.width)) == 595
    assert round(float(printed[0].mediabox.height)) == 842


def test_saving_writes_the_whole_file(tmp_path: Path) -> None:
    target = tmp_path / "Afrapportering – Børnehuset.pdf"
    assert paper.write_file(target, b"%PDF-1") == ""
    assert target.read_bytes() == b"%PDF-1"
    assert [each.name for each in tmp_path.iterdir() if each.suffix != ".pdf"] == []


def test_saving_where_there_is_no_folder_says_so(tmp_path: Path) -> None:
    sentence = paper.write_file(tmp_path / "væk" / "ark.pdf", b"%PDF-1")
    assert "findes ikke" in sentence
    assert "Intet er tabt" in sentence


def test_saving_where_it_may_not_be_written_says_so(tmp_path: Path) -> None:
    target = tmp_path / "ark.pdf"
    target.mkdir()
    sentence = paper.write_file(target, b"%PDF-1")
    assert "kunne ikke gemme »ark.pdf«" in sentence
    assert [each.name for each in tmp_path.iterdir() if each.is_file()] == []


@pytest.mark.parametrize(
    ("kind", "typed", "name"),
    [
        ("Excel-filer (*.xlsx)", "plan.xlsx", "plan.xlsx"),
        ("CSV-filer (*.csv)", "plan.xlsx", "plan.csv"),
        ("CSV-filer (*.csv)", "plan", "plan.csv"),
    ],
)
def test_a_table_is_saved_as_the_kind_that_was_chosen(
    at: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, typed: str, name: str
) -> None:
    asked = []

    def choose(*args: object) -> tuple[str, str]:
        asked.append(args[2:])
        return str(tmp_path / typed), kind

    monkeypatch.setattr(paper.QFileDialog, "getSaveFileName", choose)
    saved, sentence = paper.save_table(None, at.bridge, at.programme_id, "handleplan")  # type: ignore[arg-type]
    assert (saved, sentence) == (True, f"Gemt: {name}")
    assert (tmp_path / name).stat().st_size > 1000
    assert "Handleplan – Børnehuset Kastanjen.xlsx" in str(asked[0][0])
