"""The yearly arbejdsmiljødrøftelse: what the law asks for is asked, and the paper proves that it was held."""

from __future__ import annotations

import io
from datetime import date, datetime

from pypdf import PdfReader

from trivselsdesk import paths
from trivselsdesk.documents import forms as paper
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.commands.forms import DateEntry, WriteAnswer
from trivselsdesk.domain.forms import form_of
from trivselsdesk.domain.records import Event, FormEntry, form_entry_id
from trivselsdesk.domain.wheel import event_of, form_for, proposals
from trivselsdesk.packs.example import build_example
from trivselsdesk.packs.loader import load_pack

NOW = datetime(2026, 11, 25, 15, 0)
PACK = load_pack(paths.resource_dir() / "packs" / "trivselsdialog")


def a_book() -> Book:
    return Book(build_example(PACK, paths.example_file().read_text(encoding="utf-8"), "follow"))


def test_the_form_asks_what_the_law_asks_for() -> None:
    form = form_of(PACK, "droeftelse")
    assert form is not None and form.repeat
    needed = {each.id for each in form.fields if each.required}
    assert needed == {"med", "sidste_maal", "nye_maal", "indhold", "moeder"}
    labels = {each.id: each.label for each in form.fields}
    assert "under 10 ansatte" in labels["viden"] and "10 eller flere" in labels["kompetencer"]


def test_the_paper_carries_the_day_and_what_was_said() -> None:
    book, form = a_book(), form_of(PACK, "droeftelse")
    assert form is not None
    key = book.programme.id
    entry = FormEntry(
        id=form_entry_id(key, form.id, ""), programme_id=key, form=form.id, day=date(2026, 11, 20)
    )
    for command in (
        DateEntry(programme_id=key, entry=entry, day=date(2026, 11, 20), title=""),
        WriteAnswer(programme_id=key, entry=entry, field="med", column="", text="Birgit og Sanne"),
        WriteAnswer(programme_id=key, entry=entry, field="nye_maal", column="", text="Ro kl. 9\nTid"),
    ):
        book.apply(book.changes(command.edits(book)))
    reader = PdfReader(io.BytesIO(paper.make(book, PACK, NOW, form)))
    said = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    assert "Årlig arbejdsmiljødrøftelse" in said and "20. november 2026" in said
    assert "Birgit og Sanne" in said and "Ro kl. 9" in said and "Børnehuset Kastanjen" in said


def test_each_date_knows_its_form() -> None:
    book = a_book()
    taken = {each.source.id: event_of(book, each) for each in proposals(book, PACK, NOW.date())}
    found = {key: form_for(PACK, event) for key, event in taken.items()}
    assert {key: form for key, form in found.items() if form} == {
        "evaluering": "evaluering",
        "egen_indsats": "egen_indsats",
        "droeftelse": "droeftelse",
    }
    own = Event(id="e", programme_id=book.programme.id, title="Vores drøftelse", kind="discussion")
    assert form_for(PACK, own) == "droeftelse"
