"""The one-page report as words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.documents.sample import NOW, PACK, P, bare, syd
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.records import (
    Action,
    Initiative,
    Person,
    Programme,
    Report,
    RoleHolder,
    Theme,
)
from trivselsdesk.domain.report import ReportPaper, report_paper


def paper(book: Book) -> ReportPaper:
    assert PACK.report is not None
    return report_paper(book, PACK, PACK.report, NOW.date())


def test_the_form_bears_its_own_date_and_authors() -> None:
    words = paper(syd())
    assert words.unit.text == "Dagplejegruppe Syd"
    assert words.authors.text == "Inger Bach · Hanne Juhl"
    assert words.day == "8. juni 2026"


def test_without_a_date_it_bears_today_and_without_authors_those_who_hold_the_roles() -> None:
    people = [
        Person(id="a", programme_id=P, rank=2, name="Sanne"),
        Person(id="b", programme_id=P, rank=1, name="Birgit"),
    ]
    holders = [
        RoleHolder(id="1", programme_id=P, role="amr", person_id="a"),
        RoleHolder(id="2", programme_id=P, role="leder", person_id="b"),
        RoleHolder(id="3", programme_id=P, role="leder", person_id="a"),
    ]
    words = paper(Book([*bare("Kastanjen").everything(), *people, *holders]))
    assert words.authors.text == "Birgit · Sanne"
    assert words.day == "18. maj 2026"


def test_the_form_keeps_empty_numbers_and_drops_no_answer() -> None:
    book = Book(
        [*bare("K").everything(), Report(id=P, programme_id=P, successes="a\n\nb\nc\nd", reasons="e")]
    )
    successes, reasons = paper(book).answers
    assert successes.lines == ("a", "b", "c", "d")
    assert reasons.lines == ("e", "", "")


def test_areas_come_in_order_with_their_actions() -> None:
    areas = paper(syd()).areas
    assert [area.title for area in areas] == ["Indsatsområde 1", "Indsatsområde 2", "Indsatsområde 3"]
    assert areas[0].name.text == "Plads til det svære" and areas[0].leads.text == "Hanne og Bente"
    assert [deed.short for deed in areas[0].deeds] == ["Hanne, 1. august", "Bente", ""]


def test_a_date_in_another_year_says_its_year() -> None:
    assert paper(syd()).areas[1].deeds[1].short == "Maj-Britt, 4. januar 2027"


def test_a_single_area_has_no_number() -> None:
    book = Book([*bare("K").everything(), Initiative(id="i", programme_id=P, name="Ro")])
    assert paper(book).areas[0].title == "Indsatsområde"


def test_initiatives_whose_card_was_not_chosen_stay_off_the_form() -> None:
    theme = Theme(id="t", programme_id=P, board="b", zone="z", name="Ro")
    initiative = Initiative(id="i", programme_id=P, name="Ro", card_id="t")
    assert not paper(Book([*bare("K").everything(), theme, initiative])).areas
    chosen = replace(theme, chosen=True)
    assert [area.name.text for area in paper(Book([*bare("K").everything(), chosen, initiative])).areas] == [
        "Ro"
    ]


def test_each_text_knows_the_field_it_was_typed_in() -> None:
    words = paper(syd())
    goal = words.areas[0].goal
    assert (goal.kind, goal.id, goal.name) == (Initiative, "a0", "goal")
    assert goal.label == "»Mål« i »Plads til det svære«"
    deed = words.areas[0].deeds[1].field
    assert (deed.kind, deed.id, deed.name) == (Action, "a0t1", "title")
    assert (words.unit.kind, words.unit.name) == (Programme, "name")
    assert words.answers[0].field.label == "»Hvad er lykkedes særligt godt?«"


def test_an_action_with_only_a_date_is_still_there() -> None:
    initiative = Initiative(id="i", programme_id=P, name="Ro")
    action = Action(id="t", programme_id=P, initiative_id="i", title="", due=date(2026, 8, 1))
    deeds = paper(Book([*bare("K").everything(), initiative, action])).areas[0].deeds
    assert [deed.short for deed in deeds] == ["1. august"]
