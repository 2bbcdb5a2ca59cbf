"""The minutes as PDF and as text: what was written down, what was agreed, who was there."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from tests.documents.reading import fonts_of, reader, words
from tests.documents.sample import NOW, PACK, bare, kastanjen, programme
from trivselsdesk import paths
from trivselsdesk.documents import minutes, minutes_text
from trivselsdesk.documents.errors import DocumentError
from trivselsdesk.domain.agenda import slots
from trivselsdesk.domain.book import Book, Put
from trivselsdesk.domain.pack import Pack
from trivselsdesk.domain.records import Absence, Note, Person, Record, Remark
from trivselsdesk.packs.example import STAGES, build_example
from trivselsdesk.packs.library import Library

AFTER = STAGES["follow"]


@pytest.fixture(scope="module")
def process() -> Pack:
    shelf = Library([paths.resource_dir() / "packs"]).find("trivselsdialog")
    assert shelf is not None
    return shelf.pack


@pytest.fixture
def held(process: Pack) -> Book:
    """The example after its meeting, without what the opsamler wrote in it."""
    text = (paths.resource_dir() / "examples" / "kastanjen.toml").read_text(encoding="utf-8")
    records = build_example(process, text, "follow")
    return Book(each for each in records if not isinstance(each, Remark | Absence))


def put(book: Book, *records: Record) -> None:
    book.apply(book.changes([Put(each) for each in records]))


def remark(book: Book, slot: int, text: str, kind: str = "", at: datetime | None = None) -> None:
    meeting = book.meeting
    number = sum(1 for _ in book.of(Remark))
    put(
        book,
        Remark(
            id=f"r{number}",
            programme_id=meeting.programme_id,
            meeting_id=meeting.id,
            slot_id=slots(book, meeting)[slot].id if slot >= 0 else "gone",
            at=(at or datetime(2026, 5, 20, 13, 42)).timestamp(),
            text=text,
            kind=kind,
        ),
    )


def test_both_say_what_was_written_agreed_and_comes_next(held: Book, process: Pack) -> None:
    remark(held, 2, "Lone spørger Ejendomme", "aftale")
    remark(held, -1, "Uden hjem")
    away = next(each for each in held.of(Person) if each.name == "Yusuf")
    key = held.meeting.id
    put(
        held,
        Absence(id=f"{key}:{away.id}", programme_id=away.programme_id, meeting_id=key, person_id=away.id),
    )
    pdf = words(minutes.make(held, process, AFTER))
    text = " ".join(minutes_text.make(held, process, AFTER).decode("utf-8").split())
    for said in (pdf, text):
        for part in (
            "Trivselsdialog i Børnehuset Kastanjen",
            "Onsdag 20. maj 2026 · kl. 13.00–",
            "Yusuf",
            "Lone Friis (lånt fra Egetræet)",
            "Samler op",
            "Aftale: Lone spørger Ejendomme (Præsentér sedler · 13.42)",
            "Uden punkt",
            "Uden hjem",
            "Opgavetavle ved personaleindgangen (ansvarlig: Sanne · 12. juni 2026 · med: Sanne, Jonas)",
            "Løftes til MED",
            "Ny kaffemaskine",
            "Onsdag 17. juni 2026: Vi følger op på »Hvem gør hvad?«",
            "13.20 · 40 min",
            "13.24 · 38 min",
        ):
            assert part in said
        assert "Til stede (11)" in said and "Ikke med (1)" in said
        assert "ikke slut endnu" not in said


def test_notes_are_never_quoted_with_whoever_wrote_them(held: Book, process: Pack) -> None:
    said = minutes_text.make(held, process, AFTER).decode("utf-8")
    cards = {each.text for each in held.of(Note) if each.theme_id}
    assert cards and not any(text in said for text in cards)


def test_the_pdf_is_one_to_keep(held: Book, process: Pack) -> None:
    pdf = minutes.make(held, process, AFTER)
    made = reader(pdf)
    assert made.metadata is not None and made.metadata.title == "Referat – Børnehuset Kastanjen"
    assert made.trailer["/Root"]["/Lang"] == "da-DK"
    assert all(fonts_of(pdf).values())
    titles = [each["/Title"] for each in made.outline if isinstance(each, dict)]
    assert titles[0] == "Det har vi aftalt" and "Sådan gik mødet" in titles
    assert f"Side 1 af {len(made.pages)}" in words(pdf)


def test_long_remarks_flow_over_pages_and_nothing_is_lost(held: Book, process: Pack) -> None:
    for number in range(60):
        remark(held, 2, f"Note {number} " + "om det, vi talte om, " * 12)
    pdf = minutes.make(held, process, AFTER)
    count = len(reader(pdf).pages)
    assert count > 3
    said = words(pdf)
    assert all(f"Note {number} om" in said for number in range(60))
    assert f"Side {count} af {count}" in said


def test_before_the_meeting_it_says_so_and_has_no_actual_times() -> None:
    said = minutes_text.make(kastanjen(), PACK, NOW).decode("utf-8")
    assert "Mødet er ikke slut endnu." in said
    assert "faktisk" not in said
    assert "Velkomst (planlagt 13.00 · 10 min)" in said


def test_without_a_meeting_there_are_no_minutes() -> None:
    for make in (minutes.make, minutes_text.make):
        with pytest.raises(DocumentError):
            make(Book([programme("Tom")]), PACK, NOW)


@pytest.mark.parametrize("name", ["", "Æblehaven & Søn"])
def test_a_bare_programme_prints(name: str, tmp_path: Path) -> None:
    book = bare(name)
    assert len(reader(minutes.make(book, replace(PACK, lifts=()), NOW)).pages) == 1


def test_a_note_that_the_room_has_never_seen_is_not_in_the_minutes(held: Book, process: Pack) -> None:
    track = next(each for each in process.tracks if each.lift)
    known = next(iter(held.of(Note)))
    hidden = replace(known, id="s", text="Lyset i Bents kontor", sealed=True, theme_id="", joined_into="")
    put(held, replace(hidden, track=track.id, lift=track.lift))
    for said in (words(minutes.make(held, process, AFTER)), minutes_text.make(held, process, AFTER).decode()):
        assert "Bents kontor" not in said
