"""Reading our PDFs back as a reader program does."""

from __future__ import annotations

import io

from pypdf import PdfReader


def reader(pdf: bytes) -> PdfReader:
    """The file, opened."""
    return PdfReader(io.BytesIO(pdf))


def words(pdf: bytes) -> str:
    """All text with single blanks."""
    return " ".join(" ".join(page.extract_text() for page in reader(pdf).pages).split())


def fonts_of(pdf: bytes) -> dict[str, bool]:
    """Names of the fonts, and whether each is embedded."""
    found = {}
    for page in reader(pdf).pages:
        for font in page["/Resources"]["/Font"].values():
            font = font.get_object()
            descriptor = font.get("/FontDescriptor")
            found[str(font["/BaseFont"])] = descriptor is not None and "/FontFile2" in descriptor.get_object()
    return found
