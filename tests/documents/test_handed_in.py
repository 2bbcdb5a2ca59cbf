"""The APV plan and the short news on paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from tests.documents.reading import fonts_of, reader, words
from tests.documents.sample import P
from tests.domain.test_handin import FULL, TODAY, book_with, lifted_theme, run
from trivselsdesk.documents.catalogue import document, offered
from trivselsdesk.documents.errors import DocumentError
from trivselsdesk.domain.commands.handing import WriteSheet
from trivselsdesk.domain.commands.rows import EditFields
from trivselsdesk.domain.records import Action, ApvPlan, StaffNews

NOW = datetime(2026, 6, 5, 9, 0)


def test_the_apv_plan_lies_across_with_bookmarks_title_and_language() -> None:
    book = book_with(lifted_theme())
    run(
        book,
        WriteSheet(programme_id=P, kind=ApvPlan, values={"sickness": "Vi så på pauser", "revised": TODAY}),
    )
    data = document("apv").make(book, FULL, NOW)
    file = reader(data)
    box = file.pages[0].mediabox
    assert box.width > box.height
    assert file.metadata and file.metadata.title == "APV-handlingsplan – Huset"
    assert file.trailer["/Root"]["/Lang"] == "da-DK"
    titles = [each for each in file.outline if not isinstance(each, list)]
    assert [each.title for each in titles] == ["APV-handlingsplan"]
    assert all(fonts_of(data).values())
    text = words(data)
    for part in (
        "Ro Kræver handling", "Stille time", "Ole", "20. juni 2026", "1. september 2026", "Løftes til MED",
        "Vi så på pauser", "sidst revideret 5. juni 2026", "senest 5. juni 2029",
    ):  # fmt: skip
        assert part in text, part


def test_what_is_missing_is_said_in_words() -> None:
    book = book_with()
    run(book, EditFields(programme_id=P, kind=Action, id="a", values={"owner": "", "due": None}))
    text = words(document("apv").make(book, FULL, NOW))
    assert "Mangler ansvarlig" in text and "Mangler tidsplan" in text
    assert "Mangler jeres blik på sygefraværet" in text


def test_a_long_plan_goes_on_under_the_same_headings() -> None:
    more = [
        Action(id=f"x{n}", programme_id=P, initiative_id="i", title=f"Tiltag nummer {n} " * 6, rank=n + 2.0)
        for n in range(40)
    ]
    data = document("apv").make(book_with(*more), FULL, NOW)
    pages = [page.extract_text() for page in reader(data).pages]
    assert len(pages) > 1 and "Tidsplan" in pages[1]
    assert "Tiltag nummer 39" in " ".join(" ".join(pages).split())


def test_the_news_is_one_page_and_text() -> None:
    book = book_with()
    data = document("nyt").make(book, FULL, NOW)
    assert len(reader(data).pages) == 1 and "Stille time" in words(data)
    make_text = document("nyt").text
    assert make_text is not None and make_text(book, FULL, NOW).decode().startswith("Nyt – Huset\n")
    run(book, WriteSheet(programme_id=P, kind=StaffNews, values={"text": "Overskrift\n\nVores egne ord"}))
    assert "Vores egne ord" in words(document("nyt").make(book, FULL, NOW))
    assert make_text(book, FULL, NOW).decode() == "Overskrift\n\nVores egne ord\n"


def test_a_process_without_them_offers_neither() -> None:
    bare = replace(FULL, apv=None, news=None)
    assert not {"apv", "nyt"} & {each.id for each in offered(bare)}
    for each in ("apv", "nyt"):
        with pytest.raises(DocumentError):
            document(each).make(book_with(), bare, NOW)
