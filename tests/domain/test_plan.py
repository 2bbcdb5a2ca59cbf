"""Initiatives: which count, how far each is, and what must still be agreed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.domain.sample import PACK, fresh, note, put, run, theme
from trivselsdesk.domain import plan
from trivselsdesk.domain.book import Book, Drop
from trivselsdesk.domain.commands.cards import ChooseCard
from trivselsdesk.domain.commands.lifts import WriteEscalation
from trivselsdesk.domain.commands.notes import MoveNotes
from trivselsdesk.domain.commands.rows import AddRow, EditFields
from trivselsdesk.domain.records import Action, Initiative, Note, Theme


@pytest.fixture
def book() -> Book:
    """A theme of two notes, chosen."""
    made = fresh()
    theme(made, "roller", "mindre", "Hvem gør hvad?")
    note(made, "huset", "mindre", "Uklart, hvem der lukker huset", theme_id="roller")
    note(made, "farten", "mindre", "Opgaver bliver delt ud i farten", theme_id="roller")
    choose(made, "roller", True)
    return made


def choose(book: Book, card_id: str, chosen: bool) -> None:
    key = book.programme.id
    run(
        book,
        ChooseCard(programme_id=key, card_id=card_id, chosen=chosen, initiative_id=f"indsats-{card_id}"),
    )


def initiative(book: Book) -> Initiative:
    return book.get(Initiative, "indsats-roller")


def write(book: Book, **values: object) -> None:
    put(book, replace(initiative(book), **values))


def act(book: Book, action_id: str, title: str, **values: object) -> None:
    made = Action(id=action_id, programme_id=book.programme.id, initiative_id="indsats-roller", title=title)
    run(book, AddRow(programme_id=book.programme.id, record=replace(made, **values)))


def names(book: Book) -> list[str]:
    return [each.name for each in plan.active_initiatives(book)]


def missing(book: Book) -> list[tuple[str, str]]:
    return [(gap.what, gap.action_id) for gap in plan.gaps(book, initiative(book))]


def test_what_was_written_comes_back_when_a_theme_is_chosen_again(book: Book) -> None:
    write(book, why="Dobbeltarbejde")
    choose(book, "roller", False)
    assert names(book) == []
    choose(book, "roller", True)
    assert names(book) == ["Hvem gør hvad?"]
    assert initiative(book).why == "Dobbeltarbejde"
    assert len(list(book.of(Initiative))) == 1


def test_what_is_written_is_listed_when_the_note_that_kept_it_there_leaves_its_theme(book: Book) -> None:
    choose(book, "roller", False)
    put(book, replace(book.get(Note, "huset"), always_act=True))
    assert names(book) == ["Hvem gør hvad?"] and plan.hidden_plans(book) == []
    move = MoveNotes(programme_id=book.programme.id, ids=("huset",), board="hverdag", zone="mindre")
    run(book, move)
    assert names(book) == [] and plan.hidden_plans(book) == [], "nothing is written in it"
    act(book, "a", "Vagtplan på tavlen")
    assert [each.name for each in plan.hidden_plans(book)] == ["Hvem gør hvad?"]
    choose(book, "roller", True)
    assert names(book) == ["Hvem gør hvad?"] and plan.hidden_plans(book) == []


@pytest.mark.parametrize("field", plan.WRITTEN)
def test_every_field_that_is_written_counts_as_written(book: Book, field: str) -> None:
    choose(book, "roller", False)
    write(book, **{field: "Ord"})
    assert [each.id for each in plan.hidden_plans(book)] == ["indsats-roller"]


def test_an_initiative_whose_card_was_undone_does_not_count_until_it_is_back(book: Book) -> None:
    card = book.get(Theme, "roller")
    book.apply(book.changes([Drop(Theme, "roller")]))
    assert names(book) == []
    put(book, card)
    assert names(book) == ["Hvem gør hvad?"]


def test_an_initiative_written_by_hand_counts(book: Book) -> None:
    by_hand = Initiative(id="hånd", programme_id=book.programme.id, name="Bedre kaffe")
    run(book, AddRow(programme_id=book.programme.id, record=by_hand))
    assert names(book) == ["Hvem gør hvad?", "Bedre kaffe"]


def test_what_always_calls_for_action_counts_until_somebody_carries_it_on(book: Book) -> None:
    key = book.programme.id
    run(book, EditFields(programme_id=key, kind=Note, id="huset", values={"always_act": True}))
    put(book, replace(book.get(Theme, "roller"), chosen=False))
    assert names(book) == ["Hvem gør hvad?"]
    put(book, replace(book.get(Theme, "roller"), chosen=False, lift="med"))
    assert names(book) == ["Hvem gør hvad?"]
    run(book, WriteEscalation(programme_id=key, card_id="roller", values={"carrier": "Trioen"}))
    assert names(book) == []


def test_the_notes_behind_come_along(book: Book) -> None:
    assert [each.id for each in plan.notes_behind(book, initiative(book))] == ["huset", "farten"]
    note(book, "larm", "mindre")
    choose(book, "larm", True)
    loose = book.get(Initiative, "indsats-larm")
    assert [each.id for each in plan.notes_behind(book, loose)] == ["larm"]
    assert plan.notes_behind(book, replace(loose, card_id="")) == []


def test_questions_are_answered_one_by_one(book: Book) -> None:
    assert plan.answered(book, PACK, initiative(book)) == [False] * 5
    write(book, why="Dobbeltarbejde", goal="Alle kender deres opgaver")
    assert plan.answered(book, PACK, initiative(book)) == [True, False, False, False, False]
    write(book, signs="Listen er krydset af")
    assert plan.answered(book, PACK, initiative(book))[1]


def test_blanks_are_no_answer(book: Book) -> None:
    write(book, why="   \n")
    act(book, "a", "  ")
    assert plan.answered(book, PACK, initiative(book)) == [False] * 5


def test_ticking_a_choice_does_not_answer_what_is_to_be_written(book: Book) -> None:
    write(book, efforts="enkel")
    assert not plan.answered(book, PACK, initiative(book))[2]
    write(book, barriers="Sygdom")
    assert plan.answered(book, PACK, initiative(book))[2]


def test_follow_up_is_answered_by_a_day_and_a_person(book: Book) -> None:
    write(book, followup_day=date(2026, 6, 17))
    assert not plan.answered(book, PACK, initiative(book))[4]
    write(book, followup_owner="Karin")
    assert plan.answered(book, PACK, initiative(book))[4]


def test_an_empty_initiative_lacks_an_action_and_a_follow_up(book: Book) -> None:
    assert missing(book) == [("actions", ""), ("followup_day", ""), ("followup_owner", "")]


def test_every_action_wants_people_a_responsible_and_a_day(book: Book) -> None:
    act(book, "tavle", "Opgavetavle", people="Sanne, Jonas", owner="Sanne", due=date(2026, 6, 12))
    act(book, "liste", "Lukkeliste", people="Alle stuer")
    write(book, followup_day=date(2026, 6, 17), followup_owner="Karin")
    assert missing(book) == [("owner", "liste"), ("due", "liste")]


def test_nothing_is_missing_when_all_is_agreed(book: Book) -> None:
    act(book, "liste", "Lukkeliste", people="Alle stuer", owner="Ole", due=date(2026, 6, 1))
    write(book, followup_day=date(2026, 6, 17), followup_owner="Karin")
    assert missing(book) == []


def test_an_empty_row_of_actions_is_no_action(book: Book) -> None:
    act(book, "tom", "")
    assert ("actions", "") in missing(book)
    assert all(action_id == "" for _, action_id in missing(book))


def test_actions_keep_their_order(book: Book) -> None:
    for action_id in ("c", "a", "b"):
        act(book, action_id, action_id)
    assert [each.id for each in plan.actions_of(book, "indsats-roller")] == ["c", "a", "b"]


def test_an_agreed_follow_up_fills_in_the_evaluation(book: Book) -> None:
    write(book, followup_day=date(2026, 6, 17))
    assert not plan.is_filled(book, initiative(book), "evaluation")
    write(book, followup_owner="Karin")
    assert plan.is_filled(book, initiative(book), "evaluation")
    write(book, followup_day=None, evaluation="Kort runde i november")
    assert plan.is_filled(book, initiative(book), "evaluation")
