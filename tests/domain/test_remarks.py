"""What the opsamler writes down: where it belongs, and what becomes of it when the drejebog changes."""

from __future__ import annotations

from typing import Any

from tests.domain.sample import fresh, item, put, run, step
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.commands.remarks import MarkAttendance, WriteRemark
from trivselsdesk.domain.commands.rows import RemoveRow
from trivselsdesk.domain.records import Absence, AgendaItem, Person, Remark, Step
from trivselsdesk.domain.remarks import attendance, remark_parts, remarks_of


def write(book: Book, key: str, slot_id: str, at: float, text: str = "") -> None:
    values: dict[str, Any] = {"id": key, "slot_id": slot_id, "at": at, "text": text or key}
    remark = Remark(programme_id=book.programme.id, meeting_id=book.meeting.id, **values)
    run(book, WriteRemark(programme_id=book.programme.id, remark=remark))


def laid(book: Book) -> list[tuple[str, list[str]]]:
    parts = remark_parts(book, book.meeting)
    return [(each.slot_id, [remark.id for remark in each.remarks]) for each in parts]


def test_remarks_stand_in_the_order_of_the_drejebog_and_of_time() -> None:
    book = fresh()
    saml, velkomst = step(book, "saml").id, item(book, "velkomst").id
    write(book, "senere", saml, 30.0)
    write(book, "først", saml, 20.0)
    write(book, "velkommen", velkomst, 40.0)
    assert laid(book) == [(velkomst, ["velkommen"]), (saml, ["først", "senere"])]
    assert [each.id for each in remarks_of(book, book.meeting)] == ["først", "senere", "velkommen"]


def test_words_come_on_one_line_and_nothing_is_written_for_none() -> None:
    book = fresh()
    write(book, "a", "", 1.0, "  Vi prøver\n det  ")
    assert book.get(Remark, "a").text == "Vi prøver det"
    write(book, "b", "", 2.0, "   ")
    assert book.find(Remark, "b") is None


def test_a_step_that_goes_leaves_its_remarks_to_the_item_and_an_item_to_none() -> None:
    book = fresh()
    key, saml = book.programme.id, step(book, "saml")
    write(book, "a", saml.id, 1.0)
    run(book, RemoveRow(programme_id=key, kind=Step, id=saml.id))
    assert laid(book) == [(saml.item_id, ["a"])]
    run(book, RemoveRow(programme_id=key, kind=AgendaItem, id=saml.item_id))
    assert laid(book) == [("", ["a"])]


def test_everybody_was_there_until_somebody_says_otherwise() -> None:
    book = fresh()
    q: dict[str, Any] = {"programme_id": book.programme.id}
    put(book, Person(id="lis", name="Lis", rank=1.0, **q), Person(id="ole", name="Ole", rank=2.0, **q))
    put(book, Person(id="lone", name="Lone", takes_part=False, rank=3.0, **q))

    def names() -> tuple[list[str], list[str]]:
        there, away = attendance(book, book.meeting)
        return [each.name for each in there], [each.name for each in away]

    assert names() == (["Lis", "Ole"], [])
    run(book, MarkAttendance(meeting_id=book.meeting.id, person_id="ole", present=False, **q))
    assert names() == (["Lis"], ["Ole"])
    run(book, MarkAttendance(meeting_id=book.meeting.id, person_id="ole", present=True, **q))
    assert names() == (["Lis", "Ole"], []) and not list(book.of(Absence))
    run(book, MarkAttendance(meeting_id=book.meeting.id, person_id="ole", present=False, **q))
    run(book, RemoveRow(kind=Person, id="ole", **q))
    assert not list(book.of(Absence))
