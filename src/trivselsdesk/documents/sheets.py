"""Tables as files for a spreadsheet: CSV as a Danish Excel opens it, and XLSX.

A cell that a spreadsheet could take for a formula is made harmless, whoever wrote it (see ``neutral``).
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any

from trivselsdesk.documents.errors import DocumentError
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.own_words import with_own_words
from trivselsdesk.domain.pack import Pack
from trivselsdesk.domain.tableau import (
    Cell,
    Tableau,
    apv_tableau,
    copy_tableau,
    network_tableau,
    notes_tableau,
    plan_tableau,
    status_tableau,
)

PROGRAM = "Trivselsdesk"
CSV, XLSX = ".csv", ".xlsx"
MOST_SIGNS = 32_000
"""In one cell. A spreadsheet takes 32,767; what is longer ends in »…«."""

_RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True)
class Sheet:
    """A table that the window and the command line offer. ``make`` raises DocumentError."""

    id: str
    title: str
    make: Callable[[Book, Pack, date], Tableau]
    offered: Callable[[Pack], bool] = lambda pack: True


SHEETS: tuple[Sheet, ...] = (
    Sheet("handleplan", "Handleplan", plan_tableau),
    Sheet("statuspil", "Statuspil", status_tableau),
    Sheet("apv", "APV-plan", apv_tableau, lambda pack: pack.apv is not None),
    Sheet("sedler", "Sedler", notes_tableau, lambda pack: bool(pack.tags)),
    Sheet("samarbejdskort", "Samarbejdskort", network_tableau, lambda pack: pack.has_page("network")),
    Sheet("kopiark", "Kopiark", copy_tableau, lambda pack: pack.copy_sheet is not None),
)


def sheets_of(pack: Pack) -> list[Sheet]:
    """The tables that a process has."""
    return [each for each in SHEETS if each.offered(pack)]


def make_sheet(book: Book, pack: Pack, now: datetime, sheet_id: str, ending: str) -> bytes:
    """A table as a file: ``.csv`` holds that one, ``.xlsx`` has it first and the others behind it.

    Raises KeyError for an unknown table, and DocumentError when the process does not have it.
    """
    wanted = next((each for each in SHEETS if each.id == sheet_id), None)
    if wanted is None:
        raise KeyError(sheet_id)
    if not wanted.offered(pack):
        raise DocumentError(f"Processen »{pack.title}« har ikke tabellen »{wanted.title}«.")
    pack, today = with_own_words(pack, book), now.date()
    if ending == CSV:
        return csv_of(wanted.make(book, pack, today))
    others = [each for each in sheets_of(pack) if each is not wanted]
    tables = [each.make(book, pack, today) for each in (wanted, *others)]
    return xlsx_of(tables, title=f"{wanted.title} – {book.programme.name.strip()}".rstrip(" –"), made=now)


def neutral(text: str) -> str:
    """The text as no spreadsheet runs it: with an apostrophe before what could begin a formula."""
    text = _clean(text)
    return f"'{text}" if _is_risky(text) else text


def csv_of(table: Tableau) -> bytes:
    """Semicolons, CRLF and UTF-8 with a mark: a Danish Excel opens it with columns and æøå right."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([neutral(column.title) for column in table.columns])
    for row in table.rows:
        writer.writerow([_csv_cell(cell) for cell in row])
    return out.getvalue().encode("utf-8-sig")


def xlsx_of(tables: Sequence[Tableau], *, title: str, made: datetime) -> bytes:
    """A workbook with a sheet for each table: headings that stay, columns to filter, dates as dates."""
    # Reading and writing spreadsheets takes long to load, and few starts of the program need it.
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)
    for table in tables:
        _fill(book.create_sheet(_tab_title(table.title)), table)
    book.properties.title = _clean(title)
    book.properties.creator = PROGRAM
    book.properties.language = "da-DK"
    book.properties.created = made
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _fill(sheet: Any, table: Tableau) -> None:
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    for place, column in enumerate(table.columns, start=1):
        cell = sheet.cell(1, place)
        _write(cell, column.title)
        cell.font = Font(bold=True)
        cell.alignment = Alignment(vertical="top", wrap_text=True)
        sheet.column_dimensions[get_column_letter(place)].width = column.wide
    for number, row in enumerate(table.rows, start=2):
        for place, value in enumerate(row, start=1):
            cell = sheet.cell(number, place)
            _write(cell, value)
            cell.alignment = Alignment(vertical="top", wrap_text=True)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = "1:1"


def _write(cell: Any, value: Cell) -> None:
    if isinstance(value, str):
        text = _clean(value)
        if not text:
            return
        cell.value = text
        # Words are words: a text that begins with = must not become a formula, here or when it is edited.
        cell.data_type = "s"
        cell.quotePrefix = _is_risky(text)
    elif isinstance(value, date):
        cell.value = value
        cell.number_format = "dd-mm-yyyy"
    else:
        cell.value = value


def _csv_cell(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, date):
        return f"{cell:%d-%m-%Y}"
    return neutral(cell) if isinstance(cell, str) else str(cell)


def _is_risky(text: str) -> bool:
    return text.startswith(_RISKY) or text.lstrip().startswith(_RISKY)


def _clean(text: str) -> str:
    text = _CONTROL.sub("", text).replace("\r\n", "\n")
    return text if len(text) <= MOST_SIGNS else f"{text[: MOST_SIGNS - 1]}…"


def _tab_title(title: str) -> str:
    return re.sub(r"[\[\]:*?/\\]", " ", title)[:31].strip() or "Ark"
