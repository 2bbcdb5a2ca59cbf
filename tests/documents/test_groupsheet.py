"""The group sheets: a page for each group, with its theme, tasks, questions and what is written already."""

from __future__ import annotations

from dataclasses import replace

from tests.documents.reading import reader, words
from tests.domain.wall.test_deciding import grouped
from tests.domain.wall.test_view import PACK, book_at, write
from trivselsdesk.documents import groupsheet
from trivselsdesk.domain.people import participants
from trivselsdesk.domain.plan import active_initiatives
from trivselsdesk.packs.example import STAGES

NOW = STAGES["plan"]


def test_each_group_has_a_page_with_theme_people_tasks_and_questions() -> None:
    book = book_at("plan")
    grouped(book)
    pdf = groupsheet.make(book, PACK, NOW)
    pages = reader(pdf).pages
    assert len(pages) == 2
    first = " ".join(pages[0].extract_text().split())
    assert "Gruppe 1" in first and active_initiatives(book)[0].name in first
    assert participants(book)[0].name in first
    for task in ("Ordstyrer", "Tidsholder", "Skriver", "Fremlægger"):
        assert task in first
    assert "1. Hvad ønsker vi at forandre?" in first and "3. Hvad kan stå i vejen?" in first
    assert "4. Hvilke indsatser sætter vi i gang?" in first


def test_what_is_written_stands_on_the_sheet() -> None:
    book = book_at("plan")
    grouped(book)
    first = active_initiatives(book)[0]
    write(book, replace(first, barriers="Vi glemmer det i travle uger"))
    assert "Vi glemmer det i travle uger" in words(groupsheet.make(book, PACK, NOW))


def test_before_groups_are_made_there_is_an_empty_sheet_for_each_theme() -> None:
    book = book_at("plan")
    pdf = groupsheet.make(book, PACK, NOW)
    assert len(reader(pdf).pages) == len(active_initiatives(book))
    assert "Gruppe 3" in words(pdf)


def test_a_very_long_answer_goes_on_to_another_page() -> None:
    book = book_at("plan")
    grouped(book)
    first = active_initiatives(book)[0]
    write(book, replace(first, why="Vi når det ikke. " * 400))
    pdf = groupsheet.make(book, PACK, NOW)
    assert len(reader(pdf).pages) > 2
    assert "5. Hvornår følger vi op" in words(pdf)
