"""A new round: what it takes over, what the last one left, and what becomes of each thing (001: F35–F37)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from tests.domain.wall.test_view import PACK, book_at, scene_at, words, write
from trivselsdesk.domain.agenda import slots
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.commands.base import Command, Refused
from trivselsdesk.domain.commands.cycle import BringUpToDate, LeaveBehind, is_behind, take_along
from trivselsdesk.domain.commands.desk import copied
from trivselsdesk.domain.commands.rows import RemoveRow
from trivselsdesk.domain.cycle import (
    BOARD,
    LEFT,
    PLAN,
    Thing,
    carried_words,
    last_time,
    left_behind,
    may_begin,
    new_cycle,
    progress,
)
from trivselsdesk.domain.own_words import override_id
from trivselsdesk.domain.plan import actions_of, active_initiatives
from trivselsdesk.domain.records import (
    Action,
    AgendaItem,
    Carried,
    Escalation,
    Event,
    Initiative,
    Milestone,
    Note,
    Override,
    Person,
    Programme,
    Record,
    RoleHolder,
    Rule,
    Theme,
)
from trivselsdesk.domain.routes import REPORTED, unwritten
from trivselsdesk.domain.wall.model import Sheet
from trivselsdesk.domain.wall.view import wall_view

SPRING = datetime(2027, 2, 1, 9, 0)


def followed(old: Book | None = None, now: datetime = SPRING) -> Book:
    """The round after the example."""
    return Book(new_cycle(old or book_at("follow"), PACK, PACK, "Kastanjen", now))


def do(book: Book, command: Command) -> None:
    book.apply(book.changes(command.edits(book)))


def named(book: Book, name: str) -> Thing:
    return next(each for each in last_time(book).everything if carried_words(each) == name)


def take(book: Book, name: str, to: str) -> None:
    do(book, take_along(book, PACK, named(book, name).carried.id, to))


def test_a_round_can_follow_when_the_programme_is_finished_or_in_its_follow_phase() -> None:
    assert may_begin(book_at("follow"), PACK)
    started = book_at("board")
    assert not may_begin(started, PACK)
    write(started, replace(started.programme, closed=True))
    assert may_begin(started, PACK)


def test_people_roles_rules_task_and_own_words_come_along_and_the_old_round_is_untouched() -> None:
    old = book_at("follow")
    key = old.programme.id
    write(old, replace(old.programme, core_task="Børn i trivsel"))
    write(old, Override(id=f"{key}:word.note", programme_id=key, key="word.note", text="Lap"))
    write(old, replace(old.ranked(Rule)[0], text="Vi lytter til ende"))
    before = list(old.everything())
    new = followed(old)
    assert list(old.everything()) == before
    assert [each.name for each in new.ranked(Person)] == [each.name for each in old.ranked(Person)]
    assert [each.text for each in new.ranked(Rule)] == [each.text for each in old.ranked(Rule)]
    assert new.programme.core_task == "Børn i trivsel" and new.programme.previous_id == key
    assert [(each.key, each.text) for each in new.of(Override)] == [("word.note", "Lap")]

    def holders(book: Book) -> set[tuple[str, str]]:
        return {(each.role, book.get(Person, each.person_id).name) for each in book.of(RoleHolder)}

    assert holders(new) == holders(old)
    assert not {each.id for each in new.everything()} & {each.id for each in old.everything()}
    bare = Book(new_cycle(old, PACK, PACK, "K", SPRING, keep_roles=False))
    assert not list(bare.of(RoleHolder)) and list(bare.of(Person))
    assert not list(new.of(Note)) and not list(new.of(Initiative)) and new.meeting.day is None


def test_what_was_reported_last_time_is_asked_about_anew() -> None:
    old = book_at("follow")
    key = old.programme.id
    write(old, Override(id=override_id(key, REPORTED), programme_id=key, key=REPORTED, text="ja"))
    new = followed(old)
    assert not list(new.of(Override)) and not unwritten(new)


@pytest.mark.parametrize("now", [datetime(2026, 6, 5, 9), datetime(2027, 2, 1, 9)])
def test_the_dates_are_those_of_the_round_after(now: datetime) -> None:
    new = followed(now=now)
    ends = [each.end or each.start for each in new.of(Milestone) if each.hard]
    assert ends == [date(2027, 6, 30)]


def test_what_was_agreed_parked_not_chosen_and_lifted_is_told() -> None:
    last = last_time(followed())
    assert [(carried_words(each), progress(each)) for each in last.agreed][:2] == [
        ("Hård tone", "0 af 1 gjort"),
        ("Hvem gør hvad?", "1 af 3 gjort"),
    ]
    assert [carried_words(each) for each in last.parked] == ["Ny kaffemaskine", "Fælles sommerfest"]
    assert "Ro til at dokumentere" in [carried_words(each) for each in last.waiting]
    assert [(carried_words(each), each.carried.target) for each in last.lifts] == [
        ("Flere voksne efter kl. 15", "MED")
    ]
    assert not any("vinduerne" in carried_words(each) for each in last.everything), "that note is on a track"


def test_a_parked_note_goes_onto_the_board_in_its_own_words_and_colour() -> None:
    new = followed()
    source = named(new, "Ny kaffemaskine").carried
    take(new, "Ny kaffemaskine", BOARD)
    note = next(new.of(Note))
    assert (note.text, note.kind, note.from_last, note.parked) == (
        "Ny kaffemaskine",
        source.kind,
        True,
        False,
    )
    assert (note.board, note.zone) == (source.board, source.zone)
    assert named(new, "Ny kaffemaskine").choice == BOARD
    with pytest.raises(Refused, match="decided"):
        take(new, "Ny kaffemaskine", BOARD)
    do(new, RemoveRow(programme_id=new.programme.id, kind=Note, id=note.id))
    assert named(new, "Ny kaffemaskine").open, "what was taken down again is to be decided again"


def test_a_theme_comes_with_its_notes() -> None:
    new = followed()
    take(new, "Flere ture ud af huset", BOARD)
    theme = next(new.of(Theme))
    assert theme.name == "Flere ture ud af huset"
    assert {each.text for each in new.of(Note) if each.theme_id == theme.id and each.from_last} == {
        "Frihed til selv at planlægge ture",
        "Børnene taler længe om en tur i skoven",
    }


def test_an_unfinished_initiative_goes_on_with_what_was_not_done() -> None:
    new = followed()
    take(new, "Hvem gør hvad?", PLAN)
    (made,) = active_initiatives(new)
    assert made.name == "Hvem gør hvad?" and made.launched is None
    titles = [each.title for each in actions_of(new, made.id)]
    undone = [part.text for part in named(new, "Hvem gør hvad?").parts if not part.done]
    assert titles == undone and len(titles) == 2
    assert all(each.due is None and each.status == "" for each in new.of(Action))


def test_how_something_was_to_be_done_comes_along() -> None:
    old = book_at("follow")
    for each in list(old.of(Action)):
        if each.title == "Telefonfri samling kl. 9–10":
            write(old, replace(each, how="Telefonen i kurven"))
    new = followed(old)
    take(new, "Travle eftermiddage", PLAN)
    assert [each.how for each in new.of(Action)] == ["Telefonen i kurven"]


def test_what_always_calls_for_action_is_not_left_and_keeps_its_mark() -> None:
    new = followed()
    hard = named(new, "Hård tone").carried.id
    with pytest.raises(Refused, match="always_act"):
        do(new, LeaveBehind(programme_id=new.programme.id, carried_id=hard))
    take(new, "Hård tone", PLAN)
    (made,) = active_initiatives(new)
    card = new.get(Note, made.card_id)
    assert card.always_act and card.chosen and card.from_last


def test_what_is_left_stays_listed_and_can_be_chosen_again() -> None:
    new = followed()
    open_before = last_time(new).open
    key = named(new, "Fælles sommerfest").carried.id
    do(new, LeaveBehind(programme_id=new.programme.id, carried_id=key))
    assert named(new, "Fælles sommerfest").choice == LEFT and last_time(new).open == open_before - 1
    do(new, LeaveBehind(programme_id=new.programme.id, carried_id=key, back=True))
    assert named(new, "Fælles sommerfest").open and last_time(new).open == open_before


def test_three_rounds_in_a_row_hand_on_what_nobody_decided_about() -> None:
    second = followed()
    take(second, "Ny kaffemaskine", BOARD)
    do(
        second,
        LeaveBehind(
            programme_id=second.programme.id, carried_id=named(second, "Fælles sommerfest").carried.id
        ),
    )
    take(second, "Hvem gør hvad?", PLAN)
    third = Book(new_cycle(second, PACK, PACK, "K", datetime(2028, 2, 1)))
    told = [carried_words(each) for each in last_time(third).everything]
    assert "Travle eftermiddage" in told and "Hvem gør hvad?" in told
    assert "Fælles sommerfest" not in told and len(told) == len(set(told))
    assert {
        len(each.parts) for each in last_time(third).agreed if carried_words(each) == "Hvem gør hvad?"
    } == {2}
    assert third.programme.previous_id == second.programme.id
    assert [each.start or each.end for each in third.of(Milestone) if each.hard] == [date(2028, 6, 30)]


def test_news_of_the_last_round_is_taken_over_and_decisions_stay() -> None:
    old = book_at("follow")
    new = followed(old)
    take(new, "Ny kaffemaskine", BOARD)

    def fresh() -> tuple[Carried, ...]:
        return left_behind(old, PACK, new.programme.id, SPRING.date())

    assert not is_behind(new, fresh())
    lifted = next(each for each in old.of(Theme) if each.lift)
    write(old, replace(old.get(Escalation, lifted.id), answer="To timer mere", status="answered"))
    for each in old.of(Action):
        if each.title == "Telefonfri samling kl. 9–10":
            write(old, replace(each, status=PACK.status_steps[-1].id))
            break
    assert is_behind(new, fresh())
    do(new, BringUpToDate(programme_id=new.programme.id, records=fresh()))
    assert named(new, "Flere voksne efter kl. 15").carried.answer == "To timer mere"
    assert named(new, "Travle eftermiddage").carried.done and not named(new, "Travle eftermiddage").open
    assert named(new, "Ny kaffemaskine").choice == BOARD and not is_behind(new, fresh())


def test_the_wall_opens_with_what_was_agreed_and_answered_when_the_unit_wants_it() -> None:
    old = book_at("follow")
    lifted = next(each for each in old.of(Theme) if each.lift)
    write(old, replace(old.get(Escalation, lifted.id), answer="To timer mere", status="answered"))
    new = followed(old)
    first, second = slots(new, new.meeting)[:2]
    shown = wall_view(scene_at(new, first)).content
    assert isinstance(shown, Sheet)
    titles = [block.title for block in shown.blocks]
    assert titles[1:3] == ["Siden sidst", "Svar på det, vi løftede"]
    said = set(words(shown))
    assert "Flere voksne efter kl. 15: To timer mere" in said and "1 af 3 gjort" in said
    assert "Ny kaffemaskine" not in said
    owners = {part.owner for each in last_time(new).agreed for part in each.parts if part.owner}
    assert owners and not owners & said
    assert "Siden sidst" not in set(words(wall_view(scene_at(new, second)).content))
    write(new, replace(new.programme, last_on_wall=False))
    assert "Siden sidst" not in set(words(wall_view(scene_at(new, first)).content))


def test_a_copy_keeps_the_link_and_what_was_decided() -> None:
    new = followed()
    take(new, "Ny kaffemaskine", BOARD)
    copy = Book(copied(new.everything()))
    assert copy.programme.previous_id == new.programme.previous_id
    assert copy.programme.id != new.programme.id and isinstance(copy.programme, Programme)
    found = named(copy, "Ny kaffemaskine")
    assert found.choice == BOARD and copy.find(Note, found.carried.taken_id)
    assert [len(each.parts) for each in last_time(copy).agreed] == [
        len(each.parts) for each in last_time(new).agreed
    ]


def put(book: Book, *records: Record) -> Book:
    return Book([each for each in book.everything() if each not in records] + list(records))


def test_dates_that_come_again_go_on_and_those_that_are_over_or_came_once_do_not() -> None:
    old = book_at("follow")
    key = old.programme.id

    def event(name: str, **values: Any) -> Event:
        return Event(id=name, programme_id=key, title=name, day=date(2026, 6, 3), **values)

    book = put(
        old,
        event(f"{key}:event:personale", every_months=1),
        event("mus", every_months=12, held=date(2026, 6, 3)),
        event("fest"),
        event("slut", every_months=1, until=date(2026, 12, 1)),
        event("kun om én", every_months=1, initiative_id=active_initiatives(old)[0].id),
    )
    fresh = followed(book)
    found = {each.title: each for each in fresh.of(Event)}
    assert set(found) == {f"{key}:event:personale", "mus"}
    assert found[f"{key}:event:personale"].id == f"{fresh.programme.id}:event:personale"
    assert found["mus"].held == date(2026, 6, 3)
    assert all(each.programme_id == fresh.programme.id for each in found.values())


def test_the_drejebog_is_the_units_own_again_unless_somebody_says_no() -> None:
    old = book_at("follow")
    item = next(each for each in old.items(old.meeting.id) if each.pack_item)
    own = replace(item, id="own", pack_item="", title="Sang", minutes=4, rank=item.rank + 0.5)
    book = put(
        Book([each for each in old.everything() if each.id != item.id]), replace(item, minutes=17), own
    )
    fresh = followed(book)
    items = {each.title: each for each in fresh.items(fresh.meeting.id)}
    assert items[item.title].minutes == 17 and items["Sang"].minutes == 4
    # In the meeting that is held, and in none of those that were set aside.
    others = [each for each in fresh.ranked(AgendaItem) if each.meeting_id != fresh.meeting.id]
    assert "Sang" not in {each.title for each in others}
    assert sum(each.minutes for each in slots(fresh, fresh.meeting)) == sum(
        each.minutes for each in slots(book, book.meeting)
    )
    plain = Book(new_cycle(book, PACK, PACK, "K", SPRING, keep_agenda=False))
    assert "Sang" not in {each.title for each in plain.ranked(AgendaItem)}


def test_a_drejebog_of_parts_that_the_process_has_no_more_is_the_processs_own() -> None:
    old = book_at("follow")
    item = next(each for each in old.ranked(AgendaItem) if each.pack_item)
    book = put(
        Book([each for each in old.everything() if each.id != item.id]), replace(item, pack_item="forsvundet")
    )
    fresh = followed(book)
    assert {each.pack_item for each in fresh.ranked(AgendaItem)} >= {item.pack_item}
