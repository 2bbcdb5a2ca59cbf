"""Days of forms on the årshjul: put there once, moved, and an event offered as held when it is written."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.domain.sample import PACK, fresh, put, run
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.commands.forms import WriteAnswer
from trivselsdesk.domain.form_dates import (
    Held,
    RowDay,
    put_on_wheel,
    put_row_on_wheel,
    row_days,
    stands,
    to_hold,
)
from trivselsdesk.domain.pack import Due, Form, FormField, Pack, RowColumn, Wheel, WheelEvent
from trivselsdesk.domain.records import Event, FormEntry, Initiative
from trivselsdesk.domain.wheel import event_id, marks

TODAY = date(2026, 6, 10)
BACK = FormField(id="dag", label="Hvornår vender vi tilbage?", kind="date")
FORM = Form(id="gensyn", title="Gensyn", per="initiative", fields=(BACK,))
MEETING = Form(
    id="moede",
    title="Drøftelse",
    repeat=True,
    fields=(FormField(id="med", label="Hvem?", required=True), FormField(id="mere", label="Mere?")),
)


def process(kind: str, months: int) -> Pack:
    source = WheelEvent(
        id="d", title="Drøftelse", kind=kind, every_months=months, due=Due(anchor="meeting"), form="moede"
    )
    return replace(PACK, forms=(MEETING,), wheel=Wheel(rings=(), events=(source,)))


def entry(book: Book, form: Form, **values: object) -> FormEntry:
    made = FormEntry(id="e", programme_id=book.programme.id, form=form.id, **values)  # type: ignore[arg-type]
    put(book, made)
    return made


def write(book: Book, into: FormEntry, field: str, text: str) -> None:
    run(book, WriteAnswer(programme_id=into.programme_id, entry=into, field=field, column="", text=text))


def test_a_written_day_is_put_on_the_wheel_once_and_moved_when_it_changes() -> None:
    book = fresh()
    put(book, Initiative(id="i", programme_id=book.programme.id, name="Ro"))
    made = entry(book, FORM, subject_id="i")
    assert put_on_wheel(book, FORM, made, BACK, str) is None, "no day is written"
    for day in ("2026-09-01", "2026-10-01"):
        write(book, made, "dag", day)
        command = put_on_wheel(book, FORM, made, BACK, str)
        assert command is not None
        run(book, command)
        assert put_on_wheel(book, FORM, made, BACK, str) is None, "it stands there"
    [event] = book.of(Event)
    assert stands(book, made, BACK) == event
    assert (event.title, event.day, event.initiative_id) == ("Gensyn – Ro", date(2026, 10, 1), "i")
    assert event.note == "Hvornår vender vi tilbage?"


def offer(book: Book, pack: Pack, made: FormEntry) -> Held | None:
    return to_hold(book, pack, MEETING, made, TODAY, str)


def test_a_discussion_is_offered_as_held_when_its_form_is_filled_in_and_dated() -> None:
    book, pack = fresh(), process("discussion", 12)
    key = event_id(book, pack.wheel.events[0])  # type: ignore[union-attr]
    put(book, Event(id=key, programme_id=book.programme.id, title="Drøftelse", kind="discussion",
                    day=date(2026, 6, 20), every_months=12))  # fmt: skip
    made = entry(book, MEETING, day=date(2026, 6, 9))
    assert offer(book, pack, made) is None, "nothing is written"
    write(book, made, "mere", "Lidt")
    assert offer(book, pack, made) is None, "what is needed is missing"
    write(book, made, "med", "Karin")
    assert offer(book, pack, replace(made, day=None)) is None
    assert offer(book, pack, replace(made, day=date(2026, 6, 11))) is None, "it is still to come"
    found = offer(book, pack, made)
    assert found is not None and (found.title, found.day) == ("Drøftelse", date(2026, 6, 9))
    run(book, found.command)
    event = book.get(Event, key)
    assert (event.held, event.day) == (date(2026, 6, 9), date(2027, 6, 9))
    assert offer(book, pack, made) is None


def test_one_that_only_was_proposed_is_taken_up_as_held() -> None:
    for kind, months in (("discussion", 12), ("evaluation", 0)):
        book, pack = fresh(), process(kind, months)
        made = entry(book, MEETING, day=date(2026, 6, 9))
        write(book, made, "med", "Karin")
        found = offer(book, pack, made)
        assert found is not None
        run(book, found.command)
        june = marks(book, pack, date(2026, 6, 1), date(2026, 6, 30), TODAY)
        done = [each.day for each in june if each.done and each.source == "event"]
        assert done == [date(2026, 6, 9)], kind
        assert offer(book, pack, made) is None


def test_a_time_that_is_far_ahead_is_not_offered() -> None:
    book, pack = fresh(), process("evaluation", 6)
    key = event_id(book, pack.wheel.events[0])  # type: ignore[union-attr]
    put(book, Event(id=key, programme_id=book.programme.id, title="Se tilbage", kind="evaluation",
                    day=date(2026, 9, 1), every_months=6))  # fmt: skip
    made = entry(book, MEETING, day=date(2026, 6, 9))
    write(book, made, "med", "Karin")
    assert offer(book, pack, made) is None
    put(book, replace(book.get(Event, key), day=date(2026, 7, 1)))
    found = offer(book, pack, made)
    assert found is not None and found.day == date(2026, 7, 1)


def test_a_form_with_a_day_outside_the_calendar_opens() -> None:
    book, pack = fresh(), process("discussion", 12)
    made = entry(book, MEETING, day=date(1950, 6, 9))
    write(book, made, "med", "Karin")
    found = offer(book, pack, made)
    assert found is not None
    run(book, found.command)
    assert [each.held for each in book.of(Event)] == [date(1950, 6, 9)]


MEETINGS = FormField(
    id="moeder",
    label="Hvilke møder ser I på planen?",
    kind="rows",
    cells=(
        RowColumn(id="hvad", title="Møde"),
        RowColumn(id="dag", title="Hvornår", kind="date"),
        RowColumn(id="hvem", title="Hvem", kind="person"),
    ),
)
TABLE = Form(id="fast", title="Sådan holder vi fast", fields=(MEETINGS,))


def test_the_days_of_rows_are_put_on_the_wheel_each_by_its_words() -> None:
    book = fresh()
    made = entry(book, TABLE)

    def days(text: str) -> list[RowDay | None]:
        write(book, made, "moeder", text)
        return row_days(book, TABLE, made, MEETINGS, str)

    def hang(day: RowDay | None) -> None:
        assert day is not None
        command = put_row_on_wheel(book, TABLE, made, MEETINGS, day, str)
        assert command is not None
        run(book, command)

    first, empty, second = days("MED\t2026-09-01\tKarin\nTrio\t\t\nStuemøde\t2026-09-08\t")
    assert empty is None, "a row without a day"
    hang(first)
    hang(second)
    assert {(each.title, each.day) for each in book.of(Event)} == {
        ("MED", date(2026, 9, 1)),
        ("Stuemøde", date(2026, 9, 8)),
    }
    assert all(each is not None and each.there for each in row_days(book, TABLE, made, MEETINGS, str) if each)
    moved, *_ = days("Stuemøde\t2026-10-01\t\nMED\t2026-09-01\tKarin")
    assert moved is not None and not moved.there and moved.stands == date(2026, 9, 8)
    hang(moved)
    assert {each.day for each in book.of(Event)} == {date(2026, 9, 1), date(2026, 10, 1)}
    [nameless] = days("\t2026-11-01\t")
    assert nameless is not None and nameless.title == "Sådan holder vi fast"
