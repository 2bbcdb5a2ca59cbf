"""The afrapporteringsskema: one page or a plain refusal, and the gauge that tells beforehand."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.documents.reading import fonts_of, reader, words
from tests.documents.sample import NOW, PACK, P, bare, programme, syd
from trivselsdesk.documents.errors import DocumentError, TooLong
from trivselsdesk.documents.report import make, measure
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.records import Action, Initiative, Report


def with_goal(goal: str) -> Book:
    book = syd()
    return Book(
        [
            replace(each, goal=goal) if isinstance(each, Initiative) and each.id == "a0" else each
            for each in book.everything()
        ]
    )


def test_one_page_holds_what_was_typed() -> None:
    pdf = make(syd(), PACK, NOW)
    text = words(pdf)
    assert len(reader(pdf).pages) == 1
    for part in (
        "Afrapportering på trivselsarbejdet",
        "Til MED-udvalget · udfyldt af leder og arbejdsmiljørepræsentant",
        "Dagplejegruppe Dagplejegruppe Syd",
        "Leder og AMR Inger Bach · Hanne Juhl",
        "Dato 8. juni 2026",
        "1. Fælles legestue hver torsdag – ingen aflysninger i år.",
        "3. Spillereglerne hænger i legestuen, og vi bruger dem.",
        "Indsatsområde 1 Navn Plads til det svære · Hanne og Bente",
        "Mål Alle dagplejere får sparring to gange om måneden.",
        "Tiltagene Makkerpar, der skifter hvert kvartal (Hanne, 1. august)",
        "Dagplejegruppe Syd · 8. juni 2026 Side 1 af 1",
    ):
        assert part in text


def test_the_file_says_what_it_is_and_carries_its_fonts() -> None:
    pdf = make(syd(), PACK, NOW)
    found = reader(pdf)
    assert found.metadata is not None
    assert found.metadata.title == "Afrapportering på trivselsarbejdet – Dagplejegruppe Syd"
    assert found.trailer["/Root"]["/Lang"] == "da-DK"
    assert all(embedded and "+Lato-" in name for name, embedded in fonts_of(pdf).items())
    assert pdf == make(syd(), PACK, NOW)


def test_bookmarks_lead_to_the_areas() -> None:
    status, areas, inner = reader(make(syd(), PACK, NOW)).outline
    assert status.title == "Status for det sidste års trivselsarbejde"
    assert areas.title == "Vores indsatsområder (SMTTE)"
    assert inner[0].title == "Plads til det svære"


def test_an_empty_form_prints_with_room_to_write() -> None:
    text = words(make(bare("Kastanjen"), PACK, NOW))
    assert "1. 2. 3." in text
    assert "Der er ikke aftalt noget endnu." in text
    fill = measure(bare("Kastanjen"), PACK, NOW)
    assert fill.state == "ok" and fill.lines_left > 20


def test_the_gauge_goes_from_room_to_nearly_full_to_over() -> None:
    states = [measure(with_goal("linje\n" * count), PACK, NOW).state for count in range(1, 30)]
    assert states[0] == "ok" and states[-1] == "over" and "near" in states
    assert states == sorted(states, key=["ok", "near", "over"].index)


def test_the_gauge_counts_lines_as_the_page_does() -> None:
    left = measure(with_goal("linje"), PACK, NOW).lines_left
    full = with_goal("\n".join(["linje"] * (left + 1)))
    assert measure(full, PACK, NOW).lines_left == 0
    assert len(reader(make(full, PACK, NOW)).pages) == 1
    over = with_goal("\n".join(["linje"] * (left + 3)))
    assert measure(over, PACK, NOW).lines_over == 2
    with pytest.raises(TooLong):
        make(over, PACK, NOW)


def test_the_gauge_speaks_danish() -> None:
    assert measure(bare("K"), PACK, NOW).words().startswith("Plads til ")
    over = measure(with_goal("linje\n" * 30), PACK, NOW)
    assert over.words() == f"Fylder {over.number()} – forkort ca. {over.lines_over} linjer"


def test_a_page_that_is_too_full_by_a_line_never_says_one() -> None:
    left = measure(with_goal("linje"), PACK, NOW).lines_left
    assert measure(with_goal("linje\n" * (left + 2)), PACK, NOW).number() == "1,1"


def test_too_long_says_what_happened_and_what_to_shorten() -> None:
    with pytest.raises(TooLong) as caught:
        make(with_goal("linje\n" * 40), PACK, NOW)
    assert caught.value.fill.lines_over > 20
    text = str(caught.value)
    assert "må kun fylde én" in text and "Ingen tekst er gået tabt" in text
    assert "»Mål« i »Plads til det svære« (40 linjer)" in text


def test_the_longest_field_leads_to_where_it_was_typed() -> None:
    longest = measure(with_goal("linje\n" * 40), PACK, NOW).longest[0]
    assert (longest.kind, longest.id, longest.field, longest.lines) == (Initiative, "a0", "goal", 40)


def test_a_process_without_a_report_says_so() -> None:
    with pytest.raises(DocumentError, match="ingen afrapportering"):
        make(syd(), replace(PACK, report=None), NOW)


TEXT = st.text(max_size=200) | st.text(alphabet="aå \n-–😀א", max_size=2000)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(TEXT, min_size=9, max_size=9))
def test_whatever_is_typed_gives_one_page_or_too_long(typed: list[str]) -> None:
    name, authors, successes, reasons, area, leads, goal, title, owner = typed
    book = Book(
        [
            programme(name),
            Report(id=P, programme_id=P, authors=authors, successes=successes, reasons=reasons),
            Initiative(id="i", programme_id=P, name=area, leads=leads, goal=goal),
            Action(id="t", programme_id=P, initiative_id="i", title=title, owner=owner),
        ]
    )
    fill = measure(book, PACK, NOW)
    if fill.state == "over":
        with pytest.raises(TooLong):
            make(book, PACK, NOW)
    else:
        assert fill.fill <= 1.0001
        assert len(reader(make(book, PACK, NOW)).pages) == 1
