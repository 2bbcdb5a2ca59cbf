"""Every document of the example: the PDF, and each page as a picture."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from trivselsdesk.documents.catalogue import (
    INVITATION,
    LOOKUP,
    SINCE,
    Document,
    beside,
    form_document_id,
    offered,
)
from trivselsdesk.documents.errors import DocumentError
from trivselsdesk.tour.cycle_screens import second_round
from trivselsdesk.tour.desks import Desks
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.paper import Pages

Say = Callable[[str], object]

STAGES = {"drejebog": "prepare", INVITATION: "prepare"}
"""The stage at which a document is printed; the others come last."""
LAST = "follow"
WIDE = 1240
"""Pixels of a page: 150 to the inch on A4."""


def draw_papers(desks: Desks, folder: Path, say: Say) -> None:
    """Write the documents to ``folder``. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    later = second_round(desks)
    later_key = next(each.id for each in later.programmes() if each.previous_id)
    for each in offered(desks.pack, later.book(later_key)):
        bridge, key = later, later_key
        if each.id != SINCE:
            bridge = desks.example(STAGES.get(each.id, LAST))
            key = bridge.programmes()[0].id
        _draw(each, bridge, key, folder, say)


def draw_all(bridge: Bridge, key: str, folder: Path, say: Say) -> None:
    """Write every document of a programme to ``folder``, its forms too. What has nothing to print is left
    out. Raises OSError.
    """
    folder.mkdir(parents=True, exist_ok=True)
    book, pack = bridge.book(key), bridge.pack(key)
    papers = offered(pack, book)
    for form in pack.forms:
        papers += beside(pack, form_document_id(form), book)
    papers += beside(pack, LOOKUP, book)
    for each in papers:
        with suppress(DocumentError):
            _draw(each, bridge, key, folder, say)


def _draw(paper: Document, bridge: Bridge, key: str, folder: Path, say: Say) -> None:
    data = paper.make(bridge.book(key), bridge.pack(key), bridge.now())
    name = paper.id.replace(":", "-")
    path = folder / f"{name}.pdf"
    path.write_bytes(data)
    say(str(path))
    pages = Pages(data)
    for index in range(len(pages)):
        path = folder / f"{name}-{index + 1}.png"
        if not pages.picture(index, WIDE).save(str(path)):
            raise OSError(path)
        say(str(path))
    pages.close()
