"""The forwarding sheets: one for each target, with the matters and room for the answer."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.documents.reading import reader
from tests.domain.wall.test_view import PACK, book_at, write
from trivselsdesk.documents import lifts
from trivselsdesk.documents.catalogue import offered
from trivselsdesk.documents.errors import DocumentError
from trivselsdesk.domain.records import Escalation, Note, Theme
from trivselsdesk.packs.example import STAGES

NOW = STAGES["follow"]


def test_each_target_has_a_sheet_of_its_own() -> None:
    book = book_at("follow")
    data = lifts.make(book, PACK, NOW)
    pages = [" ".join(page.extract_text().split()) for page in reader(data).pages]
    assert len(pages) == 2
    for said in (
        "Fra Børnehuset Kastanjen",
        "Løftes til MED",
        "5. juni 2026 · 1 sag · fra Trivselsdialog 20. maj 2026",
        "1. Flere voksne efter kl. 15",
        "Det kræver flere timer, end huset har.",
        "Sanne",
        "Sendt 26. maj 2026 · Vi venter svar 24. juni 2026",
        "Svar",
    ):
        assert said in pages[0], said
    assert "Gives til Ejendomme" in pages[1] and "Det trækker fra vinduerne på Blå stue" in pages[1]


def test_what_is_closed_is_left_out_and_nothing_to_send_is_said() -> None:
    book = book_at("follow")
    for each in list(book.of(Escalation)):
        write(book, replace(each, status="closed"))
    with pytest.raises(DocumentError, match="ikke løftet noget"):
        lifts.make(book, PACK, NOW)


def test_a_very_long_matter_goes_on_and_the_mark_stands_there() -> None:
    book = book_at("follow")
    theme = next(each for each in book.of(Theme) if each.lift == "med")
    write(book, replace(theme, always_act=True, name="Lang sag " * 300))
    write(book, replace(book.get(Escalation, theme.id), reason="Langt ord " * 2000))
    data = lifts.make(book, PACK, NOW)
    assert len(reader(data).pages) > 2
    assert not any(each.sealed and not each.track for each in book.of(Note))


def test_a_process_without_lifts_offers_no_sheet() -> None:
    assert "loeft" in {each.id for each in offered(PACK)}
    assert "loeft" not in {each.id for each in offered(replace(PACK, lifts=(), tracks=()))}
