"""The drejebog in time: start times follow the minutes, and the sum is held against room and process."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.domain.sample import PACK, add_break, fresh, item, put, run, step
from trivselsdesk.domain import agenda
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.commands.rows import MoveRow
from trivselsdesk.domain.danish import format_clock
from trivselsdesk.domain.records import AgendaItem, Person, RoleHolder

PROCESS = PACK.meetings[0]


def starts(book: Book) -> list[str]:
    return [format_clock(row.start) for row in agenda.rows(book, book.meeting)]


def budget(book: Book) -> agenda.Budget:
    return agenda.budget(book, book.meeting, PROCESS)


def room_until(book: Book, minutes: int | None) -> None:
    put(book, replace(book.meeting, room_until=minutes))


def test_each_row_starts_where_the_one_before_ends() -> None:
    assert starts(fresh()) == ["13.00", "13.10", "13.20", "14.00", "14.20", "15.20"]


def test_with_a_break_the_rest_starts_ten_minutes_later() -> None:
    book = fresh()
    add_break(book, after="hverdag")
    assert starts(book) == ["13.00", "13.10", "13.20", "14.00", "14.10", "14.30", "15.30"]
    assert agenda.rows(book, book.meeting)[-1].end == 15 * 60 + 40


def test_start_times_follow_the_minutes_and_the_order() -> None:
    book = fresh()
    put(book, replace(item(book, "velkomst"), minutes=15))
    assert starts(book)[:3] == ["13.00", "13.15", "13.25"]
    run(
        book,
        MoveRow(programme_id=book.programme.id, kind=AgendaItem, id=item(book, "refleksion").id, index=0),
    )
    assert [(row.item.pack_item, format_clock(row.start)) for row in agenda.rows(book, book.meeting)][:3] == [
        ("refleksion", "13.00"),
        ("velkomst", "13.10"),
        ("hverdag", "13.25"),
    ]


def test_start_times_follow_the_start_of_the_meeting() -> None:
    book = fresh()
    put(book, replace(book.meeting, start=8 * 60 + 45))
    assert starts(book)[:3] == ["08.45", "08.55", "09.05"]


def test_the_six_items_fit_two_to_three_hours_but_lack_a_break() -> None:
    plan = budget(fresh())
    assert (plan.total, plan.too_short, plan.too_long) == (150, 0, 0)
    assert (plan.breaks, plan.breaks_missing) == (0, 1)
    assert plan.long_stretch == 150


def test_one_break_in_the_middle_is_enough() -> None:
    book = fresh()
    add_break(book, after="hverdag")
    plan = budget(book)
    assert (plan.total, plan.breaks, plan.breaks_missing, plan.long_stretch) == (160, 1, 0, 0)


def test_a_break_too_late_leaves_a_long_stretch() -> None:
    book = fresh()
    add_break(book, after="hvad")
    assert budget(book).breaks_missing == 0
    assert budget(book).long_stretch == 140


@pytest.mark.parametrize(
    ("until", "spare"), [(16 * 60, 20), (15 * 60 + 40, 0), (15 * 60 + 30, -10), (None, None)]
)
def test_the_sum_is_held_against_the_room(until: int | None, spare: int | None) -> None:
    book = fresh()
    add_break(book, after="hverdag")
    room_until(book, until)
    assert budget(book).spare == spare


@pytest.mark.parametrize(
    ("minutes", "short", "long"), [(60, 0, 0), (29, 1, 0), (30, 0, 0), (90, 0, 0), (95, 0, 5)]
)
def test_the_sum_is_held_against_the_process(minutes: int, short: int, long: int) -> None:
    book = fresh()
    put(book, replace(item(book, "hvad"), minutes=minutes))
    assert (budget(book).too_short, budget(book).too_long) == (short, long)


def test_steps_that_do_not_add_up_are_pointed_out() -> None:
    book = fresh()
    assert budget(book).steps_off == ()
    put(book, replace(step(book, "saml"), minutes=15))
    assert [each.title for each in budget(book).steps_off] == ["Vores hverdag"]


def test_a_drejebog_without_rows_ends_when_it_starts() -> None:
    book = Book([fresh().programme, fresh().meeting])
    plan = budget(book)
    assert (plan.total, plan.start, plan.end, plan.too_short) == (0, 13 * 60, 13 * 60, 120)
    assert plan.breaks_missing == 1


def test_the_clock_runs_through_steps_and_through_items_that_have_none() -> None:
    book = fresh()
    found = agenda.slots(book, book.meeting)
    assert [(slot.title, slot.minutes, slot.number) for slot in found][:5] == [
        ("Velkomst", 10, 0),
        ("Individuel refleksion", 10, 0),
        ("Præsentér", 20, 1),
        ("Saml", 12, 2),
        ("Sortér", 8, 3),
    ]
    assert [slot.tool for slot in found] == [
        "talk", "talk", "board", "board", "sort", "matrix", "questions", "closing",
    ]  # fmt: skip
    assert found[3].item.title == "Vores hverdag"


def test_the_holder_of_the_role_has_the_floor_until_a_name_is_written() -> None:
    book = fresh()
    key = book.programme.id
    put(
        book,
        Person(id="lone", programme_id=key, rank=1.0, name="Lone Friis", takes_part=False),
        Person(id="ole", programme_id=key, rank=2.0, name="Ole"),
        RoleHolder(id=f"{key}:styrer:lone", programme_id=key, role="styrer", person_id="lone"),
    )
    by_item = {row.item.pack_item: row.speaker for row in agenda.rows(book, book.meeting)}
    assert by_item["refleksion"] == "Lone"
    assert by_item["velkomst"] == ""
    put(book, RoleHolder(id=f"{key}:styrer:ole", programme_id=key, role="styrer", person_id="ole"))
    assert agenda.speaker(book, item(book, "refleksion")) == "Lone, Ole"
    put(book, replace(item(book, "refleksion"), speaker="Karin"))
    assert agenda.speaker(book, item(book, "refleksion")) == "Karin"


def rows_of(plan: str) -> list[AgendaItem]:
    """»10 20 p 30«: rows with their minutes; p is a break of ten minutes."""
    return [
        AgendaItem(
            id=f"r{place}",
            programme_id="p",
            meeting_id="m",
            title=word,
            minutes=10 if word == "p" else int(word),
            tool="break" if word == "p" else "talk",
        )
        for place, word in enumerate(plan.split())
    ]


@pytest.mark.parametrize(
    ("plan", "index"),
    [
        ("10 10 40 20 60 10", 4),
        ("10 10 40 p 20 60 10", 5),
        ("30 30 30 p 10 10", 1),
        ("60 p 20 20", 3),
        ("60", 1),
        ("60 p 50", 3),
        ("60 p", 0),
        ("", 0),
    ],
)
def test_a_new_break_cuts_the_longest_stretch_and_never_lies_against_another(plan: str, index: int) -> None:
    items = rows_of(plan)
    assert agenda.best_break_index(items) == index
    assert not agenda.beside_break(items, index)
