"""The drejebog as a PDF that somebody opens, prints and writes on."""

from __future__ import annotations

import string
from collections import Counter
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.documents.reading import fonts_of, reader, words
from tests.documents.sample import NOW, PACK, P, bare, kastanjen, programme
from trivselsdesk import paths
from trivselsdesk.documents import fonts
from trivselsdesk.documents.errors import DocumentError
from trivselsdesk.documents.runsheet import make
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.pack import Pack
from trivselsdesk.domain.records import AgendaItem, Meeting, Person, RoleHolder, Rule, Step
from trivselsdesk.domain.setup import new_programme
from trivselsdesk.packs.library import Library


def test_one_page_says_everything_that_the_mockup_says() -> None:
    pdf = make(kastanjen(), PACK, NOW)
    text = words(pdf)
    assert len(reader(pdf).pages) == 1
    for part in (
        "Trivselsdialog i Børnehuset Kastanjen",
        "Onsdag 20. maj 2026 · kl. 13.00–15.40 · Salen · 12 deltagere",
        "Styrer mødet Lone Friis",
        "Samler op Sanne (AMR)",
        "Start Punkt og husk Materialer Faktisk kl.",
        "13.20 40 min Vores hverdag Lone Trin 1 · 20 min: To sedler ad gangen. Trioen til sidst",
        "»Hvad gør vi helt konkret?«",
        "14.00 10 min Pause Kaffe og frugt",
        "Slut lokalet er jeres til 16.00",
        "Spilleregler 1. Vi siger det, vi mener – venligt 2. Vi lytter færdigt",
        "Trivselsdesk Børnehuset Kastanjen · udskrevet 18. maj 2026 Side 1 af 1",
    ):
        assert part in text


@pytest.fixture(scope="module")
def process() -> Pack:
    shelf = Library([paths.resource_dir() / "packs"]).find("trivselsdialog")
    assert shelf is not None
    return shelf.pack


def test_the_short_drejebog_keeps_the_words_of_its_long_parts(process: Pack) -> None:
    text = words(make(Book(new_programme(process, "Kastanjen", NOW)), process, NOW))
    for said in (
        "»Sæt én god og én",
        "»Kan vi selv ændre det, skal det til højre",
        "»Hvad gør vi helt konkret?«",
    ):
        assert said in text


def test_what_the_unit_has_written_to_say_is_always_on_the_short_drejebog(process: Pack) -> None:
    book = Book(new_programme(process, "Kastanjen", NOW))
    last = next(each for each in book.of(AgendaItem) if each.pack_item == "opsamling")
    mine = replace(last, script=last.script + "\nHusk kagen i køkkenet.")
    book = Book([mine if each.id == last.id else each for each in book.everything()])
    assert "»Husk kagen i køkkenet.«" in words(make(book, process, NOW))


def test_a_renamed_step_prints_its_new_name(process: Pack) -> None:
    book = Book(new_programme(process, "Kastanjen", NOW))
    step = next(each for each in book.of(Step) if each.pack_step == "saml")
    book = Book([replace(step, title="Find mønstre") if each == step else each for each in book.everything()])
    text = words(make(book, process, NOW))
    assert "Trin 2 · 12 min: Find mønstre" in text and "spørg, om alle er enige" not in text


def test_the_file_says_what_it_is_and_carries_its_fonts() -> None:
    pdf = make(kastanjen(), PACK, NOW)
    found = reader(pdf)
    assert found.metadata is not None
    assert found.metadata.title == "Drejebog – Børnehuset Kastanjen"
    assert not found.metadata.author and not found.metadata.subject
    assert found.trailer["/Root"]["/Lang"] == "da-DK"
    names = fonts_of(pdf)
    assert names and all(embedded and "+Lato-" in name for name, embedded in names.items())


def test_each_row_has_a_bookmark() -> None:
    titles = [entry.title for entry in reader(make(kastanjen(), PACK, NOW)).outline]
    assert titles[:3] == ["13.00 Velkomst", "13.10 Individuel refleksion", "13.20 Vores hverdag"]
    assert titles[-1] == "Spilleregler"


def test_the_paper_is_a4() -> None:
    box = reader(make(kastanjen(), PACK, NOW)).pages[0].mediabox
    assert (round(float(box.width) / 72 * 25.4), round(float(box.height) / 72 * 25.4)) == (210, 297)


def test_the_same_moment_gives_the_same_file() -> None:
    assert make(kastanjen(), PACK, NOW) == make(kastanjen(), PACK, NOW)
    assert make(kastanjen(), PACK, NOW) != make(kastanjen(), PACK, NOW + timedelta(days=1))


def test_a_programme_with_nothing_filled_in_prints() -> None:
    text = words(make(bare(), PACK, NOW))
    assert "Dato ikke sat · kl. 13.00" in text
    assert "Ingen punkter endnu." in text
    assert "Spilleregler" not in text


def test_a_process_without_meeting_roles_prints_no_role_box() -> None:
    assert "Styrer mødet" not in words(make(kastanjen(), replace(PACK, roles=()), NOW))


def test_a_programme_without_a_meeting_says_so() -> None:
    with pytest.raises(DocumentError, match="ikke noget møde"):
        make(Book([programme("Kastanjen")]), PACK, NOW)


def _many_rows(count: int, points: str) -> Book:
    items = [
        AgendaItem(
            id=f"x{n}",
            programme_id=P,
            rank=n,
            meeting_id="m",
            title=f"Punkt nr. {n}",
            minutes=5,
            points=points,
        )
        for n in range(count)
    ]
    return Book([*bare("Kastanjen").everything(), *items])


def test_more_pages_repeat_the_head_and_never_cut_a_row() -> None:
    pdf = make(_many_rows(30, "Første husk\nAndet husk\nTredje husk"), PACK, NOW)
    pages = [" ".join(page.extract_text().split()) for page in reader(pdf).pages]
    assert len(pages) > 2
    for number, page in enumerate(pages, start=1):
        assert "Start Punkt og husk Materialer Faktisk kl." in page
        assert f"Side {number} af {len(pages)}" in page
        assert page.count("Punkt nr.") == page.count("Første husk") == page.count("Tredje husk")


def test_a_row_longer_than_a_page_goes_on_and_loses_nothing() -> None:
    marks = [f"ord{n}" for n in range(2500)]
    pdf = make(_many_rows(2, " ".join(marks)), PACK, NOW)
    text = words(pdf)
    assert len(reader(pdf).pages) > 3
    assert all(text.count(f"{mark} ") >= 2 for mark in marks[:-1])


def test_signs_that_lato_lacks_are_marked_and_explained() -> None:
    book = Book([*kastanjen().everything(), Rule(id="r9", programme_id=P, rank=9, text="Vi smiler 😀")])
    text = words(make(book, PACK, NOW))
    assert "Vi smiler □" in text
    assert "□ = tegn, som skriften ikke har" in text
    assert "□" not in words(make(kastanjen(), PACK, NOW))


READABLE = frozenset(string.ascii_letters + string.digits + "æøåÆØÅ□!?.")
TEXT = st.text(max_size=300) | st.text(alphabet="aå \n-–😀א", max_size=3000)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(TEXT, min_size=16, max_size=16))
def test_whatever_is_typed_prints_and_nothing_is_lost(typed: list[str]) -> None:
    name, title, room, person, item, speaker, purpose, points, script, tips, materials, *rest = typed
    step, step_script, step_tips, rule, other = rest
    records = [
        programme(name),
        Meeting(id="m", programme_id=P, pack_meeting="m", title=title, room=room),
        Person(id="a", programme_id=P, name=person),
        RoleHolder(id="h", programme_id=P, role="styrer", person_id="a"),
        AgendaItem(
            id="i",
            programme_id=P,
            meeting_id="m",
            title=item,
            minutes=10,
            speaker=speaker,
            purpose=purpose,
            points=points,
            script=script,
            tips=tips,
            materials=materials,
        ),
        AgendaItem(id="b", programme_id=P, meeting_id="m", rank=1, title=other, minutes=5, tool="break"),
        Step(id="s", programme_id=P, item_id="i", title=step, minutes=10, script=step_script, tips=step_tips),
        Rule(id="r", programme_id=P, text=rule),
    ]
    # Lines that say the same are said once. Signs beyond these may be read back in another form.
    lines = {line.strip() for each in typed for line in each.splitlines()}
    wanted = Counter(sign for line in lines for sign in fonts.clean(line) if sign in READABLE)
    assert wanted <= Counter(words(make(Book(records), PACK, NOW, full=True)))
