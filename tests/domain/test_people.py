"""Who takes part, who holds which role, and how a role is named."""

from __future__ import annotations

from tests.domain.sample import fresh, put, run
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.commands.rows import MoveRow, RemoveRow
from trivselsdesk.domain.people import first_name, holders, participants, role_names, roles_of
from trivselsdesk.domain.records import Person, RoleHolder


def house() -> Book:
    book = fresh()
    key = book.programme.id
    people = [("birgit", "Birgit Holm", True), ("ole", "Ole", True), ("lone", "Lone Friis", False)]
    for rank, (person_id, name, takes_part) in enumerate(people, start=1):
        put(book, Person(id=person_id, programme_id=key, rank=float(rank), name=name, takes_part=takes_part))
    for role, person_id in (("styrer", "lone"), ("leder", "birgit"), ("styrer", "ole")):
        record_id = f"{key}:{role}:{person_id}"
        put(book, RoleHolder(id=record_id, programme_id=key, role=role, person_id=person_id))
    return book


def test_a_borrowed_facilitator_is_no_participant() -> None:
    assert [person.name for person in participants(house())] == ["Birgit Holm", "Ole"]


def test_a_role_is_named_in_the_order_of_the_people_list() -> None:
    book = house()
    assert role_names(book, "styrer") == "Ole, Lone Friis"
    assert role_names(book, "styrer", short=True) == "Ole, Lone"
    run(book, MoveRow(programme_id=book.programme.id, kind=Person, id="lone", index=0))
    assert role_names(book, "styrer", short=True) == "Lone, Ole"


def test_a_role_that_nobody_holds_has_no_name() -> None:
    assert role_names(house(), "opsamler") == ""
    assert holders(house(), "opsamler") == []


def test_one_person_may_hold_several_roles() -> None:
    book = house()
    key = book.programme.id
    put(book, RoleHolder(id=f"{key}:styrer:birgit", programme_id=key, role="styrer", person_id="birgit"))
    assert roles_of(book, "birgit") == {"leder", "styrer"}


def test_somebody_who_leaves_takes_the_roles_along() -> None:
    book = house()
    run(book, RemoveRow(programme_id=book.programme.id, kind=Person, id="lone"))
    assert role_names(book, "styrer") == "Ole"
    assert roles_of(book, "lone") == set()


def test_first_names() -> None:
    person = Person(id="p", programme_id="x", name="Maj-Britt Østergaard Sø")
    assert first_name(person) == "Maj-Britt"
    assert first_name(Person(id="p", programme_id="x", name="")) == ""
