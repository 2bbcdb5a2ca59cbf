"""Forms that packs make: answers as text, the times they were filled in, what stands beside."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tests.domain.sample import PACK, fresh, put, run
from trivselsdesk.domain.answers import (
    OwnTick,
    Ticks,
    is_answered,
    read_lines,
    read_rows,
    read_ticks,
    spoken,
    write_lines,
    write_rows,
    write_ticks,
)
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.commands.desk import copied
from trivselsdesk.domain.commands.forms import BeginEntry, DateEntry, WriteAnswer
from trivselsdesk.domain.commands.rows import RemoveRow, is_untouched
from trivselsdesk.domain.forms import (
    answer,
    beside,
    blank_entry,
    columns_of,
    entries,
    entry_at,
    filled,
    subjects,
)
from trivselsdesk.domain.pack import Form, FormChoice, FormColumn, FormField, RowColumn
from trivselsdesk.domain.records import FormAnswer, FormEntry, Initiative

TODAY = date(2026, 9, 1)
ROWS = FormField(
    id="plan",
    label="Plan",
    kind="rows",
    cells=(
        RowColumn(id="hvad", title="Hvad"),
        RowColumn(id="hvem", title="Hvem", kind="person"),
        RowColumn(id="dag", title="Hvornår", kind="date"),
    ),
)
TICKS = FormField(id="ideer", label="Idéer", kind="ticks", choices=(FormChoice(id="a", label="Et møde"),))
REVIEW = Form(
    id="gensyn",
    title="Gensyn",
    repeat=True,
    columns=(FormColumn(id="os", title="Os"), FormColumn(id="dem", title="Dem")),
    fields=(
        FormField(id="godt", label="Hvad gik godt?", required=True, prefill="last"),
        FormField(id="skala", label="Hvor er vi?", kind="scale"),
        ROWS,
    ),
)
PLAIN = st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=12).map(
    lambda text: " ".join(text.split())
)


def write(book: Book, entry: FormEntry, field: str, text: str, column: str = "") -> None:
    run(
        book, WriteAnswer(programme_id=entry.programme_id, entry=entry, field=field, column=column, text=text)
    )


@given(st.lists(PLAIN, max_size=5))
def test_numbered_lines_keep_their_numbers(lines: list[str]) -> None:
    read = read_lines(write_lines(lines), 3)
    assert len(read) >= 3
    for place, line in enumerate(lines):
        if line:
            assert read[place] == line


@given(st.lists(st.lists(PLAIN, min_size=3, max_size=3), max_size=5))
def test_rows_come_back_without_the_empty_ones(rows: list[list[str]]) -> None:
    assert read_rows(write_rows(rows), 3) == [row for row in rows if any(row)]


@given(st.sets(st.sampled_from(["a", "b"])), st.lists(st.tuples(PLAIN, st.booleans()), max_size=4))
def test_ticks_come_back(chosen: set[str], own: list[tuple[str, bool]]) -> None:
    kept = tuple(OwnTick(text, on) for text, on in own if text)
    assert read_ticks(write_ticks(Ticks(frozenset(chosen), kept))) == Ticks(frozenset(chosen), kept)


def test_a_tick_list_counts_as_answered_only_when_something_is_ticked() -> None:
    assert not is_answered(TICKS, "-Sang")
    assert is_answered(TICKS, "+Sang")
    assert spoken(TICKS, "=a\n+Sang\n-Dans") == ["Et møde", "Sang"]


def test_answers_in_words_leave_out_names_where_they_are_switched_off() -> None:
    text = "Skilt\tLone\t2026-09-09"
    assert spoken(ROWS, text) == ["Skilt · Lone · 9. september 2026"]
    assert spoken(ROWS, text, names=False) == ["Skilt · 9. september 2026"]
    assert spoken(replace(ROWS, kind="lines"), "A\n\nB") == ["1. A", "3. B"]
    assert spoken(replace(ROWS, kind="date"), "2026-09-09") == ["onsdag 9. september 2026"]
    assert spoken(replace(ROWS, kind="scale"), "4") == ["4 af 5"]


def test_the_first_letters_bring_the_entry_along_and_emptying_leaves_it() -> None:
    book = fresh()
    entry = entry_at(book, REVIEW, "", TODAY)
    assert entries(book, REVIEW) == []
    write(book, entry, "godt", "Roen", "os")
    assert entries(book, REVIEW) == [entry]
    assert answer(book, entry.id, "godt", "os") == "Roen"
    write(book, entry, "godt", " ", "os")
    assert answer(book, entry.id, "godt", "os") == ""
    assert entries(book, REVIEW) == [entry]


def test_each_column_counts_and_what_is_needed_is_missing() -> None:
    book = fresh()
    entry = entry_at(book, REVIEW, "", TODAY)
    write(book, entry, "godt", "Roen", "os")
    write(book, entry, "plan", "Skilt\t\t")
    state = filled(book, REVIEW, entry.id)
    # Two questions in two columns, and the table across both.
    assert (state.done, state.total, state.missing) == (2, 5, 1)


def test_a_second_time_stands_beside_the_first() -> None:
    book = fresh()
    first = entry_at(book, REVIEW, "", TODAY)
    write(book, first, "godt", "Roen", "os")
    again = blank_entry(book, REVIEW, "", date(2027, 2, 1))
    run(book, BeginEntry(programme_id=book.programme.id, entry=again))
    assert entry_at(book, REVIEW, "", TODAY).id == again.id
    found = beside(book, PACK, REVIEW, again, REVIEW.fields[0], "os")
    assert [(each.source, each.lines, each.proposal) for each in found] == [
        ("Sidste gang, 1. september 2026", ("Roen",), "Roen")
    ]
    assert beside(book, PACK, REVIEW, again, REVIEW.fields[0], "dem") == []
    # The order follows the days, whenever they were typed in.
    run(book, DateEntry(programme_id=book.programme.id, entry=again, day=date(2026, 1, 1), title="før"))
    assert [each.title for each in entries(book, REVIEW)] == ["før", ""]


def test_deleting_a_time_takes_its_answers_along() -> None:
    book = fresh()
    entry = entry_at(book, REVIEW, "", TODAY)
    write(book, entry, "godt", "Roen", "os")
    run(book, RemoveRow(programme_id=book.programme.id, kind=FormEntry, id=entry.id))
    assert not list(book.of(FormAnswer))
    assert not list(book.of(FormEntry))


def test_a_form_about_initiatives_has_one_set_for_each_and_knows_the_plan() -> None:
    book = fresh()
    form = replace(
        REVIEW,
        per="initiative",
        columns=(),
        fields=(FormField(id="maal", label="Målet?", prefill="goal"),),
    )
    programme = book.programme.id
    assert subjects(book, form) == []
    one = Initiative(id="i1", programme_id=programme, rank=1.0, name="Ro", goal="Færre afbrydelser")
    two = Initiative(id="i2", programme_id=programme, rank=2.0, name="Tid")
    put(book, one, two)
    assert [each.title for each in subjects(book, form)] == ["Ro", "Tid"]
    entry = entry_at(book, form, "i1", TODAY)
    found = beside(book, PACK, form, entry, form.fields[0])
    assert [each.lines for each in found] == [("Færre afbrydelser",)]
    write(book, entry, "maal", "Næsten")
    assert answer(book, entry_at(book, form, "i2", TODAY).id, "maal") == ""
    assert is_untouched(book, replace(two, name=""))
    run(book, RemoveRow(programme_id=programme, kind=Initiative, id="i1"))
    assert not list(book.of(FormEntry))
    assert not list(book.of(FormAnswer))


def test_a_copied_programme_keeps_its_forms() -> None:
    book = fresh()
    write(book, entry_at(book, REVIEW, "", TODAY), "godt", "Roen", "os")
    other = Book(copied(book.everything()))
    entry = entry_at(other, REVIEW, "", TODAY)
    assert entry.programme_id == other.programme.id != book.programme.id
    assert answer(other, entry.id, "godt", "os") == "Roen"


def test_the_next_day_follows_from_how_often_one_meets() -> None:
    weeks = FormField(
        id="rytme",
        label="Hvor tit?",
        kind="choice",
        shared=True,
        choices=(
            FormChoice(id="fjorten", label="Hver 14. dag", days=14),
            FormChoice(id="aldrig", label="Aldrig"),
        ),
    )
    day = FormField(id="naeste", label="Hvornår igen?", kind="date", follows="rytme")
    columns = (FormColumn(id="a", title="Medarbejder"), FormColumn(id="b", title="Leder"))
    form = Form(id="f", title="F", fields=(weeks, day), repeat=True, columns=columns)
    assert [each.id for each in columns_of(form, weeks)] == [""]
    book = fresh()
    pack = replace(PACK, forms=(form,))
    entry = blank_entry(book, form, "", date(2026, 3, 12))

    def proposed(choice: str) -> list[str]:
        run(
            book,
            WriteAnswer(programme_id=book.programme.id, entry=entry, field="rytme", column="", text=choice),
        )
        return [each.proposal for each in beside(book, pack, form, entry, day)]

    assert proposed("fjorten") == ["2026-03-26"]
    assert proposed("aldrig") == []
