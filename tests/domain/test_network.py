"""The samarbejdskort is read from what was agreed: who is together about what, and where it is thin."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.domain import across
from trivselsdesk.domain.book import Book, Put
from trivselsdesk.domain.follow import followed, owner_words
from trivselsdesk.domain.network import (
    ALONE,
    BY_DEPARTMENT,
    BY_MEETING,
    BY_PERSON,
    DOUBLE,
    NOBODY,
    SILO,
    UNMET,
    department_of,
    grid,
    names_in,
    network,
)
from trivselsdesk.domain.records import Action, Initiative, Person
from trivselsdesk.domain.tableau import network_tableau, status_tableau
from trivselsdesk.domain.wall.follow import FollowScene, follow_wall
from trivselsdesk.domain.wall.model import Sheet


def book() -> Book:
    return Book(across.records())


def put(book: Book, record: Action | Initiative | Person) -> None:
    book.apply(book.changes([Put(record)]))


def test_people_stand_by_their_department_with_what_they_do() -> None:
    rows = grid(network(book()), BY_PERSON)
    assert [(row.title, row.aside) for row in rows] == [
        ("Karin Holm", "Skole"),
        ("Omar Said", "Skole"),
        ("Lone Friis", "SSP"),
        ("Jens Bach", "Fritid og kultur"),
        ("Mette Bruun", "Familie og børn"),
    ]
    assert rows[0].cells == ("ansvarlig, tovholder, følger op", "", "med", "med")
    assert rows[3].cells == ("", "ansvarlig, følger op", "", "")


def test_departments_and_meetings_over_the_same_subjects() -> None:
    net = network(book())
    assert [each.title for each in net.subjects] == list(across.SUBJECTS)
    assert {row.title: row.cells for row in grid(net, BY_DEPARTMENT)}["Skole"] == (
        "1 med, har ansvar",
        "",
        "2 med",
        "1 med",
    )
    meetings = {row.title: row.cells for row in grid(net, BY_MEETING)}
    assert meetings["Tværmøde"] == ("20/10", "20/10", "", "")
    assert meetings["Netværksmøde om unge"][3] == meetings["SSP-møde"][3] == "20/10"


def test_gaps_doubles_and_dependence_are_named_with_the_place_to_mend_them() -> None:
    net = network(book())
    found = {each.kind: each for each in net.findings}
    assert found[NOBODY].words == "»Barnet møder op«: Ingen har ansvaret"
    assert (found[NOBODY].initiative_id, found[NOBODY].action_id) == ("i2", "a2")
    assert found[DOUBLE].words == (
        "»Et fælles SSP-møde« tages op flere steder: Netværksmøde om unge og SSP-møde"
    )
    assert (found[DOUBLE].initiative_id, found[DOUBLE].event_id) == ("i3", "e0")
    assert found[ALONE].words == "»Fritid i hver plan« hviler på Jens Bach alene. Hvem kan træde til?"
    assert {each.initiative_id for each in net.found(SILO)} == {"i1", "i2"}
    assert found[UNMET].initiative_id == "i2"


def test_what_is_mended_is_no_longer_pointed_out() -> None:
    mended = book()
    put(mended, replace(mended.get(Action, "a2"), owner="Omar"))
    put(mended, replace(mended.get(Action, "a1"), people="Mette"))
    net = network(mended)
    assert not net.found(NOBODY)
    assert not net.found(ALONE)


def test_one_who_carries_most_is_pointed_out() -> None:
    heavy = book()
    for key in ("a1", "a2"):
        put(heavy, replace(heavy.get(Action, key), owner="Karin Holm", people="Lone"))
    assert "Karin Holm bærer 3 af 4 emner" in [each.words for each in network(heavy).found(ALONE)]


def test_an_action_that_is_due_at_a_meeting_is_no_second_talk() -> None:
    due = book()
    put(due, replace(due.get(Action, "a0"), due_event=due.meeting.id))
    net = network(due)
    assert [each.title for each in net.subjects[0].sittings] == ["Tværmøde", due.meeting.title]
    assert {each.initiative_id for each in net.found(DOUBLE)} == {"i3"}


def test_names_are_read_as_people_write_them() -> None:
    assert names_in("Karin, Lone og Mette & Omar") == ["Karin", "Lone", "Mette", "Omar"]
    every = book()
    assert department_of(every, "karin") == "Skole"
    assert department_of(every, "Karin og Lone") == "Skole og SSP"
    # Two with the same first name: nobody guesses.
    put(every, replace(every.get(Person, "p1"), name="Karin Bo"))
    assert department_of(every, "Karin") == ""


def test_a_programme_without_anything_agreed_has_an_empty_map() -> None:
    net = network(Book(across.records(agreed=False)))
    assert (net.subjects, net.findings, net.people) == ((), (), ())


def test_statuspil_table_and_wall_say_the_department() -> None:
    every, pack, today = book(), across.pack(), date(2026, 9, 14)
    lines = followed(every, pack, today)
    assert [owner_words(every, each) for each in lines if each.action.id == "a3"] == ["Lone Friis · SSP"]
    table = status_tableau(every, pack, today)
    place = [each.title for each in table.columns].index("Afdeling")
    assert {row[place] for row in table.rows} >= {"SSP", "Skole", "Fritid og kultur"}
    rows = network_tableau(every, pack, today).rows
    assert rows[-2][:4] == ("Et fælles SSP-møde", "Lone Friis", "SSP", "ansvarlig, følger op")


def test_the_wall_shows_departments_alone_where_names_are_off() -> None:
    scene = FollowScene(date(2026, 9, 14), network=True)
    shown = follow_wall(book(), across.pack(), scene, names=True).content
    hidden = follow_wall(book(), across.pack(), scene, names=False).content
    assert isinstance(shown, Sheet) and isinstance(hidden, Sheet)
    assert shown.blocks[0].lines[0].text == "Karin Holm · Skole"
    words = [line.text for block in hidden.blocks for line in block.lines]
    assert "SSP" in words and "Ingen har ansvaret" in words
    assert not any(name.split()[0] in " ".join(words) for name, _ in across.PEOPLE)
    assert "Hviler på én person" not in words
