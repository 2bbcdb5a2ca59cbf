"""Forms on paper: what was written, empty lines to write on, and how many pages it takes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from tests.documents.reading import fonts_of, reader, words
from trivselsdesk import paths
from trivselsdesk.documents.catalogue import beside
from trivselsdesk.documents.errors import DocumentError
from trivselsdesk.documents.forms import fill_of, make
from trivselsdesk.domain.book import Book, Put
from trivselsdesk.domain.commands.forms import WriteAnswer
from trivselsdesk.domain.forms import entry_at, form_of, subjects
from trivselsdesk.domain.pack import Form, Pack
from trivselsdesk.domain.records import FormAnswer, FormEntry, Initiative
from trivselsdesk.packs.example import build_example
from trivselsdesk.packs.library import Library

NOW = datetime(2026, 9, 1, 9, 0)


@pytest.fixture(scope="module")
def process() -> Pack:
    shelf = Library([paths.resource_dir() / "packs"]).find("trivselsdialog")
    assert shelf is not None
    return shelf.pack


@pytest.fixture
def book(process: Pack) -> Book:
    text = (paths.resource_dir() / "examples" / "kastanjen.toml").read_text(encoding="utf-8")
    records = build_example(process, text, "follow")
    return Book(each for each in records if not isinstance(each, FormEntry | FormAnswer))


def the_form(process: Pack, form_id: str) -> Form:
    found = form_of(process, form_id)
    assert found is not None
    return found


def write(book: Book, form: Form, field: str, text: str, subject: str = "", column: str = "") -> FormEntry:
    entry = entry_at(book, form, subject, NOW.date())
    command = WriteAnswer(programme_id=book.programme.id, entry=entry, field=field, column=column, text=text)
    book.apply(book.changes(command.edits(book)))
    return entry


def test_what_was_written_is_on_paper_with_the_questions(process: Pack, book: Book) -> None:
    form = the_form(process, "opfoelgning")
    write(book, form, "ugerne_efter", "Vi tager planen op hver måned.\nOgså i ferien.")
    write(book, form, "moeder", "Personalemøde\t2026-10-07\tLone Friis")
    write(book, form, "evaluering", "2026-09-09")
    pdf = make(book, process, NOW, form)
    text = words(pdf)
    for said in ("Vi tager planen op hver måned.", "Også i ferien.", "7. oktober 2026", "Lone Friis"):
        assert said in text
    assert "onsdag 9. september 2026" in text
    for field in form.fields:
        assert field.label in text
    assert f"Side 1 af {len(reader(pdf).pages)}" in text
    assert all(fonts_of(pdf).values())


def test_the_file_says_its_title_language_and_bookmarks(process: Pack, book: Book) -> None:
    form = the_form(process, "gensyn")
    pdf = reader(make(book, process, NOW, form))
    assert pdf.metadata is not None
    assert pdf.metadata.title == "Gensyn med en indsats – Børnehuset Kastanjen"
    assert pdf.trailer["/Root"]["/Lang"] == "da-DK"
    tops = [each.title for each in pdf.outline if not isinstance(each, list)]
    assert tops == [each.title for each in subjects(book, form)]


def test_two_columns_stand_side_by_side(process: Pack, book: Book) -> None:
    form = the_form(process, "egen_indsats")
    write(book, form, "stolte", "Vi spurgte alle", column="trio")
    write(book, form, "stolte", "Vi lyttede", column="med")
    text = words(make(book, process, NOW, form))
    assert "Vi spurgte alle" in text
    assert "Vi lyttede" in text


def test_ticks_and_own_lines_are_printed(process: Pack, book: Book) -> None:
    form = the_form(process, "gryden")
    write(book, form, "ideer", "=moede\n+Kagedag")
    text = words(make(book, process, NOW, form))
    assert "Kagedag" in text
    for choice in form.fields[0].choices:
        assert choice.label in text


def test_an_empty_form_has_no_answers_and_keeps_within_its_pages(process: Pack, book: Book) -> None:
    # Confidential ones are never written in the open.
    for form in [each for each in process.forms if not each.confidential]:
        for field in form.fields:
            if field.kind == "text":
                for about in subjects(book, form):
                    write(
                        book,
                        form,
                        field.id,
                        "HEMMELIGT",
                        about.id,
                        form.columns[0].id if form.columns else "",
                    )
        for document in beside(process, f"skema:{form.id}"):
            pdf = document.make(book, process, NOW)
            bare = document.id.endswith((":tom", ":plakat"))
            assert ("HEMMELIGT" in words(pdf)) != bare, document.id
            assert len(reader(pdf).pages) <= form.max_pages * len(subjects(book, form))


def test_a_form_that_is_too_long_says_so_and_is_printed_all_the_same(process: Pack, book: Book) -> None:
    form = the_form(process, "gryden")
    about = subjects(book, form)[0]
    entry = write(book, form, "sted", "Døren")
    fill = fill_of(book, process, form, about, entry)
    assert fill is not None
    assert fill.state == "ok"
    write(book, form, "sted", "En lang linje om døren\n" * 60 + "SIDSTE")
    fill = fill_of(book, process, form, about, entry)
    assert fill is not None
    assert fill.state == "over"
    assert fill.longest[0].label == "Hvor og hvornår møder vi det i hverdagen?"
    pdf = make(book, process, NOW, form)
    assert len(reader(pdf).pages) > form.max_pages
    assert "SIDSTE" in words(pdf)
    assert fill_of(book, process, replace(form, max_pages=0), about, entry) is None


def test_a_form_about_initiatives_needs_one_unless_it_is_empty(process: Pack, book: Book) -> None:
    form = the_form(process, "gensyn")
    gone = [each.id for each in book.of(Initiative)]
    bare = Book(each for each in book.everything() if each.id not in gone)
    with pytest.raises(DocumentError):
        make(bare, process, NOW, form)
    assert "Hvor langt kom vi?" in words(make(bare, process, NOW, form, blank=True))


def test_one_time_can_be_printed_alone(process: Pack, book: Book) -> None:
    form = the_form(process, "gensyn")
    about = subjects(book, form)
    entry = write(book, form, "langt", "Et godt stykke", about[0].id)
    write(book, form, "langt", "Ikke begyndt", about[1].id)
    text = words(make(book, process, NOW, form, entry_id=entry.id))
    assert "Et godt stykke" in text
    assert "Ikke begyndt" not in text
    with pytest.raises(DocumentError):
        make(book, process, NOW, form, entry_id="væk")


def test_a_form_that_the_process_does_not_have_is_no_document(process: Pack) -> None:
    with pytest.raises(KeyError):
        beside(process, "skema:findes_ikke")


def test_the_date_of_the_time_is_on_paper(process: Pack, book: Book) -> None:
    form = the_form(process, "evaluering")
    entry = replace(entry_at(book, form, "", NOW.date()), day=date(2026, 8, 20), title="efter sommer")
    book.apply(book.changes([Put(entry)]))
    assert "20. august 2026 · efter sommer" in words(make(book, process, NOW, form))


def test_a_poster_shows_each_initiative_with_where_it_is(process: Pack, book: Book) -> None:
    form = the_form(process, "gensyn")
    about = subjects(book, form)
    write(book, form, "nu", "2", about[0].id)
    *_, poster = beside(process, "skema:gensyn")
    assert poster.id == "skema:gensyn:plakat"
    pdf = poster.make(book, process, NOW)
    assert len(reader(pdf).pages) == len(about)
    text = words(pdf)
    for each in about:
        assert each.title in text
    first = book.get(Initiative, about[0].id)
    assert " ".join(first.goal.split()) in text
    assert "Hvor er vi nu?" in text
    assert [each.id for each in beside(process, "skema:gryden")] == ["skema:gryden", "skema:gryden:tom"]


def test_a_poster_holds_a_very_long_name_on_its_page(process: Pack, book: Book) -> None:
    form = the_form(process, "gensyn")
    one = book.get(Initiative, subjects(book, form)[0].id)
    name = "Arbejdsmiljørepræsentantuddannelsesplanlægning " * 4
    book.apply(book.changes([Put(replace(one, name=name, goal="Mål " * 300))]))
    *_, poster = beside(process, "skema:gensyn")
    text = words(poster.make(book, process, NOW)).replace("- ", "")
    assert "Arbejdsmiljørepræsentantuddannelsesplanlægning" in text
