"""Every document of the example: the PDF, and each page as a picture."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from trivselsdesk.documents.catalogue import SINCE, offered
from trivselsdesk.tour.cycle_screens import second_round
from trivselsdesk.tour.desks import Desks
from trivselsdesk.ui.paper import Pages

STAGES = {"drejebog": "prepare"}
"""The stage at which a document is printed; the others come last."""
LAST = "follow"
WIDE = 1240
"""Pixels of a page: 150 to the inch on A4."""


def draw_papers(desks: Desks, folder: Path, say: Callable[[str], object]) -> None:
    """Write the documents to ``folder``. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    later = second_round(desks)
    later_key = next(each.id for each in later.programmes() if each.previous_id)
    for each in offered(desks.pack, later.book(later_key)):
        bridge, key = later, later_key
        if each.id != SINCE:
            bridge = desks.example(STAGES.get(each.id, LAST))
            key = bridge.programmes()[0].id
        data = each.make(bridge.book(key), bridge.pack(key), bridge.now())
        path = folder / f"{each.id}.pdf"
        path.write_bytes(data)
        say(str(path))
        pages = Pages(data)
        for index in range(len(pages)):
            path = folder / f"{each.id}-{index + 1}.png"
            if not pages.picture(index, WIDE).save(str(path)):
                raise OSError(path)
            say(str(path))
        pages.close()
