"""Samarbejdskort, short edition and full report on paper: the same records, told three times."""

from __future__ import annotations

import pytest

from tests.documents.reading import reader, words
from tests.domain import across
from trivselsdesk.documents.catalogue import document, offered
from trivselsdesk.documents.errors import DocumentError
from trivselsdesk.documents.sheets import CSV, make_sheet
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.telling import reading_minutes, told_zones
from trivselsdesk.packs.loader import load_pack


def made(kind: str, book: Book | None = None) -> bytes:
    return document(kind).make(book or Book(across.records()), across.pack(), across.NOW)


@pytest.mark.parametrize(("kind", "wide"), [("samarbejdskort", 842), ("samarbejdskort_a3", 1191)])
def test_the_map_lies_across_with_people_meetings_and_what_stands_out(kind: str, wide: int) -> None:
    data = made(kind)
    assert round(float(reader(data).pages[0].mediabox.width)) == wide
    text = words(data)
    assert "Karin Holm" in text and "Familie og børn" in text and "Netværksmøde om unge" in text
    assert "»Barnet møder op«: Ingen har ansvaret" in text


def test_a_map_of_many_subjects_goes_on_in_another_table() -> None:
    from dataclasses import replace

    from trivselsdesk.domain.records import Initiative

    every = list(across.records())
    first = next(each for each in every if isinstance(each, Initiative))
    every += [replace(first, id=f"x{n}", card_id="", name=f"Emne {n}", rank=9.0 + n) for n in range(8)]
    assert "Emne 7" in words(made("samarbejdskort", Book(every)))


def test_the_short_edition_has_a_page_for_each_zone_and_says_how_long_it_takes() -> None:
    pages = [" ".join(page.extract_text().split()) for page in reader(made("pixi")).pages]
    assert len(pages) == 5
    assert "Den handler ikke om personalets trivsel" in pages[0]
    assert "Kan læses på 2 minutter" in pages[0]
    for page, title in zip(pages[1:], ("På tværs", "Fritid", "Fravær og", "SSP"), strict=True):
        assert page.startswith(title)
    assert "18 har sagt det" in pages[4]
    assert "Lone Friis har ansvaret" in pages[4]
    assert "Barnet møder op – mangler en ansvarlig" in pages[3]
    # What came with the process is never told as if somebody had said it.
    assert "For få tager del i ansvaret for SSP Oplæg" in pages[4]


def test_a_long_zone_is_set_smaller_and_stays_on_its_page() -> None:
    book = Book(across.records())
    long = Book(
        [
            *(each for each in book.everything()),
            *(
                across.note(f"l{n}", "En lang sætning om det, der ikke virker mellem os " * 2, "ssp")
                for n in range(4)
            ),
        ]
    )
    assert len(reader(made("pixi", long)).pages) == 5


def test_the_full_report_holds_everything() -> None:
    text = words(made("samlet_rapport"))
    assert "I alt 66 udsagn – På tværs 15, Fritid 16, Fællesskaber 17, SSP 18." in text
    assert "Ingen ved, hvem der har »et fælles ssp-møde«" in text
    assert "Saml de tre møder om unge til ét" in text
    assert "Kan læses på" in text


def test_the_room_comes_before_the_starting_notes() -> None:
    zones = told_zones(Book(across.records()), across.pack(), across.board())
    assert zones[3].points[0].title == "Et fælles SSP-møde"
    assert zones[3].voices == 18
    assert reading_minutes(["ord " * 181]) == 2


@pytest.mark.parametrize("kind", ["samarbejdskort", "pixi", "samlet_rapport"])
def test_where_there_is_nothing_it_says_so(kind: str) -> None:
    with pytest.raises(DocumentError):
        made(kind, Book(across.records(agreed=False, start=False)))


def test_they_are_offered_where_the_process_has_them() -> None:
    wanted = {"samarbejdskort", "samarbejdskort_a3", "pixi", "samlet_rapport"}
    assert wanted <= {each.id for each in offered(across.pack())}
    other = load_pack(across.FOLDER.parent / "trivselsdialog")
    assert not wanted & {each.id for each in offered(other)}


def test_the_notes_as_a_table_tell_whose_they_are_and_never_from_where() -> None:
    data = make_sheet(Book(across.records()), across.pack(), across.NOW, "sedler", CSV).decode("utf-8-sig")
    lines = data.split("\r\n")
    assert "Et fælles SSP-møde mangler hos os;SSP;Et fælles SSP-møde;17;Gul;" in lines
    assert "For få tager del i ansvaret for SSP;SSP;;1;Oplæg;" in lines
    assert len(lines) == 1 + 18 + 8 + 1


def test_the_map_as_a_table_for_a_spreadsheet() -> None:
    data = make_sheet(Book(across.records()), across.pack(), across.NOW, "samarbejdskort", CSV)
    lines = data.decode("utf-8-sig").split("\r\n")
    assert lines[0] == "Emne;Person;Afdeling;Hvordan;Møder;Se på"
    assert "Fritid i hver plan;Jens Bach;Fritid og kultur" in lines[4]
