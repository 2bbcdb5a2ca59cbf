"""A document, beside a bare reportlab canvas that writes the same lines in the same typefaces."""

from __future__ import annotations

import io
from datetime import datetime
from typing import Any

from tests.bench.table import Plan, Row, interleaved, ratio
from trivselsdesk import paths
from trivselsdesk.documents.catalogue import Document, offered
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.pack import Pack
from trivselsdesk.packs.example import build_example
from trivselsdesk.packs.library import Library

NOW = datetime(2026, 6, 5, 10, 0)
TARGET = 2.0

Line = tuple[int, float, float, str, str, float]
"""Page, place, typeface, size and text of a line."""


def measure(plan: Plan) -> list[Row]:
    """Every document of the example."""
    shelf = Library([paths.resource_dir() / "packs"]).find("trivselsdialog")
    assert shelf is not None
    text = paths.example_file().read_text(encoding="utf-8")
    book = Book(build_example(shelf.pack, text, "follow"))
    return [_beside_bare(each, book, shelf.pack, plan.times(30)) for each in offered(shelf.pack)]


def _beside_bare(document: Document, book: Book, pack: Pack, times: int) -> Row:
    lines = _lines_of(document, book, pack)
    ours, floor = interleaved([lambda: document.make(book, pack, NOW), lambda: _write(lines)], times, warm=2)
    return ratio(f"{document.id} PDF / a bare canvas with the same lines", ours, floor, TARGET)


def _lines_of(document: Document, book: Book, pack: Pack) -> list[Line]:
    """The lines that the document writes, overheard from reportlab."""
    from reportlab.pdfgen import canvas as reportlab

    heard: list[Line] = []
    drawing, page_over = reportlab.Canvas.drawString, reportlab.Canvas.showPage
    page = 0

    def draw(self: Any, x: float, y: float, text: str, *rest: Any, **more: Any) -> None:
        heard.append((page, x, y, text, self._fontname, self._fontsize))
        drawing(self, x, y, text, *rest, **more)

    def turn(self: Any) -> None:
        nonlocal page
        page += 1
        page_over(self)

    reportlab.Canvas.drawString, reportlab.Canvas.showPage = draw, turn
    try:
        document.make(book, pack, NOW)
    finally:
        reportlab.Canvas.drawString, reportlab.Canvas.showPage = drawing, page_over
    if not heard:
        raise RuntimeError(f"{document.id} writes no lines")
    return heard


def _write(lines: list[Line]) -> bytes:
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(595.28, 841.89), pageCompression=1, initialFontName=lines[0][4])
    page = 0
    for each, x, y, text, font, size in lines:
        if each != page:
            canvas.showPage()
            page = each
        canvas.setFont(font, size)
        canvas.drawString(x, y, text)
    canvas.showPage()
    canvas.save()
    return out.getvalue()
