"""The commands of the preparation, and the small sums behind them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from trivselsdesk.domain.book import Book, Put
from trivselsdesk.domain.commands.base import Command
from trivselsdesk.domain.commands.prepare import (
    AddPeople,
    AssignRole,
    FitSteps,
    SetMilestoneDays,
    SetTitle,
    ShiftYears,
    shared_out,
)
from trivselsdesk.domain.crew import find_person, overloaded, owner_words, people_over, split_names
from trivselsdesk.domain.note_text import halves
from trivselsdesk.domain.pack import Pack, Role
from trivselsdesk.domain.people import holders
from trivselsdesk.domain.records import AgendaItem, Milestone, Person, Programme, Record, Step, Task

P = "forloeb"


def book_of(*records: Record) -> Book:
    programme = Programme(id=P, programme_id=P, pack_id="x", pack_version="1", name="Team")
    return Book([programme, *records])


def run(book: Book, command: Command) -> None:
    book.apply(book.changes(command.edits(book)))


def person(name: str, title: str = "") -> Person:
    return Person(id=name, programme_id=P, name=name, title=title)


@pytest.mark.parametrize(
    ("total", "weights", "shares"),
    [
        (40, [20, 12, 8], [20, 12, 8]),
        (45, [20, 12, 8], [23, 13, 9]),
        (3, [20, 12, 8], [1, 1, 1]),
        (1, [20, 12, 8], [1, 1, 1]),
        (7, [1, 1, 1], [3, 2, 2]),
        (9, [0, 0], [5, 4]),
        (10, [], []),
    ],
)
def test_minutes_are_shared_out_in_whole_parts(total: int, weights: list[int], shares: list[int]) -> None:
    assert shared_out(total, weights) == shares


def test_steps_take_up_the_minutes_of_their_item() -> None:
    item = AgendaItem(id="i", programme_id=P, meeting_id="m", title="Punkt", minutes=30)
    steps = [
        Step(id=f"s{n}", programme_id=P, item_id="i", title="", minutes=m, rank=n)
        for n, m in ((1, 10), (2, 5))
    ]
    book = book_of(item, *steps)
    run(book, FitSteps(programme_id=P, item_id="i"))
    assert [step.minutes for step in book.steps("i")] == [20, 10]


def test_a_role_for_one_goes_from_one_to_the_other() -> None:
    book = book_of(person("Ole"), person("Lone"))
    run(book, AssignRole(programme_id=P, role="tid", person_id="Ole", alone=True))
    run(book, AssignRole(programme_id=P, role="tid", person_id="Lone", alone=True))
    assert [each.name for each in holders(book, "tid")] == ["Lone"]


def test_a_role_for_several_is_shared_and_names_whoever_has_no_title() -> None:
    book = book_of(person("Ole", "Kok"), person("Lone"))
    for name in ("Ole", "Lone"):
        run(book, AssignRole(programme_id=P, role="amr", person_id=name, alone=False, title="AMR"))
    assert {each.name: each.title for each in holders(book, "amr")} == {"Ole": "Kok", "Lone": "AMR"}


def test_a_new_name_joins_the_list_with_the_role() -> None:
    book = book_of(person("Ole"))
    newcomer = Person(id="ny", programme_id=P, name="Lone Friis")
    run(book, AssignRole(programme_id=P, role="tid", person_id="ny", alone=True, newcomer=newcomer))
    assert [each.name for each in book.ranked(Person)] == ["Ole", "Lone Friis"]


def test_a_title_brings_its_role_and_takes_it_along_when_it_changes() -> None:
    book = book_of(person("Ole"))
    roles = ("amr", "tr")
    run(book, SetTitle(programme_id=P, person_id="Ole", title="AMR", role="amr", titled_roles=roles))
    assert holders(book, "amr")
    run(book, SetTitle(programme_id=P, person_id="Ole", title="Kok", titled_roles=roles))
    assert not holders(book, "amr")


def test_a_title_does_not_take_a_role_for_one_from_its_holder() -> None:
    book = book_of(person("Ole"), person("Birgit"))
    run(book, AssignRole(programme_id=P, role="leder", person_id="Birgit", alone=True))
    run(
        book,
        SetTitle(
            programme_id=P, person_id="Ole", title="Leder", role="leder", titled_roles=("leder",), alone=True
        ),
    )
    assert [each.name for each in holders(book, "leder")] == ["Birgit"]


def test_people_keep_the_order_they_were_typed_in() -> None:
    book = book_of(person("Ole"))
    run(book, AddPeople(programme_id=P, people=(person("B"), person("A"))))
    assert [each.name for each in book.ranked(Person)] == ["Ole", "B", "A"]


def milestone(key: str, start: date | None, note: str = "") -> Milestone:
    return Milestone(id=f"{P}:milestone:{key}", programme_id=P, title=key, start=start, note=note)


def task(key: str, anchor: str, days: int, due: date | None) -> Task:
    return Task(id=key, programme_id=P, text=key, due=due, due_anchor=anchor, due_days=days)


def test_tasks_follow_a_milestone_unless_moved_by_hand() -> None:
    book = book_of(
        milestone("rapport", date(2026, 5, 5)),
        task("laes", "rapport", 6, date(2026, 5, 11)),
        task("book", "rapport", 1, date(2026, 5, 8)),
    )
    key = f"{P}:milestone:rapport"
    run(book, SetMilestoneDays(programme_id=P, milestone_id=key, start=date(2026, 5, 7), end=None))
    assert book.get(Task, "laes").due == date(2026, 5, 13)
    assert book.get(Task, "book").due == date(2026, 5, 8)


def test_a_milestone_that_loses_its_day_and_gets_another_takes_its_tasks_along() -> None:
    book = book_of(
        milestone("rapport", date(2026, 5, 5)),
        task("laes", "rapport", 6, date(2026, 5, 11)),
        task("book", "rapport", 1, date(2026, 5, 8)),
    )
    key = f"{P}:milestone:rapport"
    run(book, SetMilestoneDays(programme_id=P, milestone_id=key, start=None, end=None))
    assert book.get(Task, "laes").due is None
    run(book, SetMilestoneDays(programme_id=P, milestone_id=key, start=date(2026, 6, 1), end=None))
    assert book.get(Task, "laes").due == date(2026, 6, 7)
    assert book.get(Task, "book").due == date(2026, 5, 8)


def test_another_year_moves_days_words_and_tasks() -> None:
    book = book_of(
        milestone("skud", date(2028, 2, 29)),
        milestone("evaluering", None, "august og september 2028"),
        task("evaluer", "evaluering", 30, date(2028, 8, 31)),
    )
    run(book, ShiftYears(programme_id=P, years=1))
    assert book.get(Milestone, f"{P}:milestone:skud").start == date(2029, 2, 28)
    assert book.get(Milestone, f"{P}:milestone:evaluering").note == "august og september 2029"
    assert book.get(Task, "evaluer").due == date(2029, 8, 31)


def small_pack(limit: int) -> Pack:
    roles = tuple(Role(id=each, title=each) for each in ("a", "b", "c"))
    return Pack(
        id="x",
        version="1",
        title="X",
        short_title="X",
        summary="",
        facts="",
        source="",
        soft_max_people=limit,
        roles=(*roles, Role(id="amr", title="AMR", group="trio")),
    )


def test_who_holds_too_much_and_how_many_are_too_many() -> None:
    book = book_of(person("Ole"), person("Lone"))
    for role in ("a", "b", "amr"):
        run(book, AssignRole(programme_id=P, role=role, person_id="Ole", alone=True))
    assert overloaded(book, small_pack(1)) == []
    run(book, AssignRole(programme_id=P, role="c", person_id="Ole", alone=True))
    assert [(each.name, count) for each, count in overloaded(book, small_pack(1))] == [("Ole", 3)]
    assert people_over(book, small_pack(1)) == 1
    assert people_over(book, small_pack(0)) == 0
    book.apply(book.changes([Put(Person(id="Lone", programme_id=P, name="Lone", takes_part=False))]))
    assert people_over(book, small_pack(1)) == 0


def test_names_are_read_from_lines_commas_and_lists() -> None:
    pasted = "Lone Friis, Ole\n- Karin;Sanne\t Birgit  Holm\n\n• Jørgen\n"
    names = [each.name for each in split_names(pasted)]
    assert names == ["Lone Friis", "Ole", "Karin", "Sanne", "Birgit Holm", "Jørgen"]


@pytest.mark.parametrize("typed", ["Birgit (Leder)", "Birgit (leder)", "Birgit, leder", "Birgit,LEDER"])
def test_a_title_after_a_name_is_a_title(typed: str) -> None:
    assert split_names(f"{typed}, Ole\nKarin", ["Leder", "AMR"]) == [
        ("Birgit", "Leder"), ("Ole", ""), ("Karin", ""),
    ]  # fmt: skip


def test_any_words_in_brackets_are_a_title_and_a_title_alone_is_a_name() -> None:
    assert split_names("Lone Friis (lånt fra Egetræet)\nLeder", ["Leder"]) == [
        ("Lone Friis", "lånt fra Egetræet"), ("Leder", ""),
    ]  # fmt: skip


@pytest.mark.parametrize("typed", ["birgit", "Birgit (Leder)", "Birgit, leder", "Sanne", "sanne amr"])
def test_a_name_with_or_without_a_title_means_the_one_who_is_there(typed: str) -> None:
    book = book_of(
        Person(id="b", programme_id=P, rank=1.0, name="Birgit"),
        Person(id="s", programme_id=P, rank=2.0, name="Sanne AMR"),
    )
    found = find_person(book, typed, ["Leder", "AMR"])
    assert found is not None and found.id == typed[0].casefold()
    assert find_person(book, "Bir", ["Leder", "AMR"]) is None


def test_a_role_that_owns_a_task_is_whoever_holds_it() -> None:
    pack = replace(small_pack(0), roles=(Role(id="leder", title="Leder", group="trio"),))
    book = book_of(person("Birgit Holm"))
    assert owner_words(book, pack, "Leder") == ("Leder", "")
    run(book, AssignRole(programme_id=P, role="leder", person_id="Birgit Holm", alone=True))
    assert owner_words(book, pack, "Leder") == ("Birgit", "Leder")
    assert owner_words(book, pack, "Karin") == ("Karin", "")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Pauserne er korte. Tempoet er højt", ("Pauserne er korte.", "Tempoet er højt")),
        ("Pauserne er korte, og tempoet er højt", ("Pauserne er korte", "Tempoet er højt")),
        ("Kort pause og højt tempo", ("Kort pause", "Højt tempo")),
        ("Ingen tegn her", ("Ingen", "Tegn her")),
        ("x" * 10, ("x" * 5, "x" * 5)),
    ],
)
def test_a_long_note_is_divided_where_it_hurts_least(text: str, parts: tuple[str, str]) -> None:
    assert halves(text) == parts


def test_small_letters_after_a_name_are_a_title_in_a_list_with_a_line_for_each() -> None:
    pasted = "Lone Kjær\nMette Bruun, pædagog\n- Ole\tsouschef\nKarin, Sanne\nmaja, torben"
    assert split_names(pasted) == [
        ("Lone Kjær", ""), ("Mette Bruun", "pædagog"), ("Ole", "souschef"), ("Karin", ""), ("Sanne", ""),
        ("maja", ""), ("torben", ""),
    ]  # fmt: skip
    assert [each.name for each in split_names("Mette, søren")] == ["Mette", "søren"]
