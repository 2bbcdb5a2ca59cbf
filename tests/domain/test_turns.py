"""The word goes round: everybody is heard, nobody twice in a row, and it ends."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.sample import PACK, fresh, item, note, put, run
from trivselsdesk.domain import turns
from trivselsdesk.domain.agenda import Slot
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.commands.clock import SetClock
from trivselsdesk.domain.commands.desk import copied
from trivselsdesk.domain.commands.turns import SetTurns
from trivselsdesk.domain.own_words import notes_key, override_id, with_own_words
from trivselsdesk.domain.pack import Pack, Tool
from trivselsdesk.domain.people import short_names
from trivselsdesk.domain.records import ClockState, Override, Person, RoleHolder, Round, Turn
from trivselsdesk.domain.setup import new_programme

BOARD = Tool(
    kind="board", params={"board": "hverdag", "turn": ("godt", "mindre"), "then": ("pink",), "by": "styrer"}
)
CLOSING = Tool(kind="round", params={"prompt": "Én ting", "last": "leder"})


class Room:
    """A meeting with some people in it."""

    def __init__(self, names: str, tool: Tool = BOARD) -> None:
        self.book: Book = fresh()
        self.tool = tool
        for name in names.split():
            self.add(name)

    def add(self, name: str, *, leads: bool = False) -> None:
        key = self.book.programme.id
        rank = float(sum(1 for _ in self.book.of(Person)) + 1)
        put(self.book, Person(id=name, programme_id=key, name=name, rank=rank))
        if leads:
            put(
                self.book,
                RoleHolder(id=f"{key}:leder:{name}", programme_id=key, role="leder", person_id=name),
            )

    @property
    def table(self) -> turns.Table:
        slot = Slot(item(self.book, "hverdag"), None, 1)
        found = turns.read(self.book, self.book.meeting, slot, None, self.tool)
        assert found is not None
        return found

    def do(self, move: turns.Move | None) -> None:
        assert move is not None
        run(self.book, SetTurns(programme_id=self.book.programme.id, move=move))

    def on(self, state: str = turns.GIVEN, to: str = "") -> str:
        self.do(turns.give_on(self.table, state, to))
        return self.table.speaker

    def seat(self, name: str) -> turns.Seat:
        return next(each for each in self.table.seats if each.person.id == name)


def test_one_good_and_one_less_good_note_each_in_the_order_of_the_list() -> None:
    room = Room("Ane Bo Cai")
    assert room.table.stage == turns.READY and room.table.next == "Ane"
    assert [room.on() for _ in range(7)] == ["Ane", "Bo", "Cai", "Ane", "Bo", "Cai", "Ane"]
    assert room.table.lap == 3
    assert room.table.count("Bo", "godt") == 2


def test_squares_fill_by_a_typed_note_by_hand_and_by_giving_the_word_on() -> None:
    room = Room("Ane Bo")
    room.on()
    room.do(turns.note_up(room.table, "godt"))
    assert room.seat("Ane").shown == ("godt",)
    room.do(turns.toggle(room.table, "Ane", "mindre"))
    room.do(turns.toggle(room.table, "Ane", "godt"))
    assert room.seat("Ane").shown == ("mindre",)
    room.on()
    assert room.seat("Ane").shown == ("mindre",)
    room.on()
    assert set(room.seat("Ane").shown) == set() and room.table.lap == 2
    assert set(room.table.turns_of("Bo")[0].shown.split()) == {"godt", "mindre"}
    assert turns.note_up(room.table, "bevare") is None
    assert turns.toggle(Room("Ane").table, "Ane", "godt") is None


def test_who_has_no_more_notes_is_passed_by_and_then_the_trio_has_the_word() -> None:
    room = Room("Ane Bo Cai")
    sealed = note(room.book, "pink1", "godt", sealed=True)
    put(room.book, type(sealed)(**{**sealed.__dict__, "kind": "pink"}))
    room.on()
    assert room.on(turns.DONE) == "Bo"
    assert [room.on() for _ in range(3)] == ["Cai", "Bo", "Cai"]
    assert room.on(turns.DONE) == "Bo"
    assert room.on() == "Bo"
    assert room.on(turns.DONE) == ""
    assert room.table.stage == turns.THEN
    put(room.book, type(sealed)(**{**sealed.__dict__, "kind": "pink", "sealed": False}))
    assert room.table.stage == turns.OVER


def test_somebody_who_comes_late_catches_up() -> None:
    room = Room("Ane Bo Cai")
    room.do(turns.set_state(room.table, "Cai", turns.LATER))
    assert [room.on() for _ in range(4)] == ["Ane", "Bo", "Ane", "Bo"]
    room.do(turns.set_state(room.table, "Cai", turns.HERE))
    assert [room.on() for _ in range(4)] == ["Cai", "Ane", "Cai", "Bo"]
    room.add("Dan")
    assert room.on() == "Dan"


def test_the_rest_comes_later() -> None:
    room = Room("Ane Bo")
    room.do(turns.set_state(room.table, "Bo", turns.LATER))
    room.on()
    room.on(turns.DONE)
    assert room.table.stage == turns.WAITING
    room.do(turns.set_state(room.table, "Bo", turns.HERE))
    assert room.table.stage == turns.READY and room.on() == "Bo"


def test_who_leaves_in_the_middle_of_a_turn_gives_the_word_on() -> None:
    room = Room("Ane Bo Cai")
    room.on()
    room.do(turns.set_state(room.table, "Ane", turns.AWAY))
    assert room.table.speaker == "Bo"
    assert [room.on() for _ in range(2)] == ["Cai", "Bo"]


def test_the_word_can_be_given_back_step_by_step() -> None:
    room = Room("Ane Bo Cai")
    before = []
    for state in (turns.GIVEN, turns.GIVEN, turns.DONE, turns.PASSED):
        before.append(room.table.speaker)
        room.on(state)
    for speaker in reversed(before):
        room.do(turns.give_back(room.table))
        assert room.table.speaker == speaker
    assert turns.give_back(room.table) is None
    assert room.seat("Bo").state == turns.HERE


def test_the_trio_can_have_the_word_before_all_are_done_and_give_it_back() -> None:
    room = Room("Ane Bo")
    pink = note(room.book, "p", "godt", sealed=True)
    put(room.book, type(pink)(**{**pink.__dict__, "kind": "pink"}))
    room.on()
    room.do(turns.give_last(room.table))
    assert room.table.stage == turns.THEN and room.table.speaker == ""
    room.do(turns.give_back(room.table))
    assert room.table.speaker == "Ane"


def test_another_order_and_another_beginning() -> None:
    room = Room("Ane Bo Cai")
    room.do(turns.begin_with(room.table, "Bo"))
    assert room.table.line == ("Bo", "Cai", "Ane")
    room.on()
    room.do(turns.put_in_order(room.table, ["Ane", "Cai", "Bo"]))
    assert [room.on(), room.on(), room.on()] == ["Ane", "Cai", "Ane"]
    assert room.on(to="Bo") == "Bo"


def test_everybody_at_once() -> None:
    room = Room("Ane Bo")
    room.do(turns.set_way(room.table, turns.AT_ONCE))
    assert room.table.stage == turns.OVER
    room.do(turns.set_way(room.table, turns.ONE_BY_ONE))
    assert room.table.stage == turns.READY


def test_nobody_is_there() -> None:
    assert Room("").table.stage == turns.NOBODY
    assert Room("").table.lap == 1 and Room("").table.next == ""


def test_the_closing_round_takes_each_once_and_the_leader_last() -> None:
    room = Room("", CLOSING)
    room.add("Birgit", leads=True)
    for name in ("Ane", "Bo"):
        room.add(name)
    assert [room.on(), room.on(turns.PASSED), room.on()] == ["Ane", "Bo", "Birgit"]
    room.add("Cai")
    assert room.table.line == ("Ane", "Bo", "Cai", "Birgit")
    assert [room.on(), room.on()] == ["Cai", ""]
    assert room.table.stage == turns.OVER
    room.do(turns.begin_with(room.table, "Bo"))
    assert room.table.line == ("Bo", "Cai", "Ane", "Birgit")


def test_advice_is_about_those_who_have_had_the_word() -> None:
    room = Room("Ane Bo")
    pack = with_own_words(PACK, room.book)
    assert turns.advice(room.table, pack) == []
    key = room.book.programme.id
    for bound, number in (("least", "1"), ("most", "2")):
        name = notes_key("gul", bound)
        put(room.book, Override(id=override_id(key, name), programme_id=key, key=name, text=number))
    pack = with_own_words(PACK, room.book)
    assert [(each.least, each.most) for each in pack.note_types] == [(1, 2), (0, 0)]
    room.on()
    room.do(turns.note_up(room.table, "mindre", 3))
    assert turns.advice(room.table, pack) == [turns.Advice("Ane", "mindre", 3, 2)]
    room.on()
    assert turns.advice(room.table, pack) == [
        turns.Advice("Ane", "godt", 0, 1),
        turns.Advice("Ane", "mindre", 3, 2),
    ]


@pytest.mark.parametrize("text", ["", "mange", "²", "-1"])
def test_a_number_that_is_none_leaves_the_packs_own(text: str) -> None:
    book = fresh()
    name = notes_key("gul", "least")
    key = book.programme.id
    put(book, Override(id=override_id(key, name), programme_id=key, key=name, text=text))
    assert with_own_words(PACK, book).note_types[0].least == PACK.note_types[0].least


def test_when_the_meeting_ends_it_is_forgotten_who_had_the_word() -> None:
    room = Room("Ane Bo")
    room.on()
    room.on()
    book, meeting = room.book, room.book.meeting
    clock = ClockState(id=meeting.id, programme_id=meeting.programme_id, state="paused")
    run(book, SetClock(programme_id=meeting.programme_id, clock=clock))
    assert len(list(book.of(Turn))) == 2
    run(
        book,
        SetClock(programme_id=meeting.programme_id, clock=ClockState(**{**clock.__dict__, "state": "ended"})),
    )
    assert not list(book.of(Turn)) and not list(book.of(Round))


def test_a_copy_does_not_take_the_round_along() -> None:
    room = Room("Ane")
    room.on()
    kinds = {type(each) for each in copied(room.book.everything())}
    assert Person in kinds and not kinds & {Round, Turn}


def test_first_names_have_as_much_of_the_rest_as_they_need() -> None:
    names = ["Anne Bo", "Anne Dam", "Lis", "Per Ek", "Per Enø"]
    people = [Person(id=name, programme_id="p", name=name) for name in names]
    assert list(short_names(people).values()) == ["Anne B.", "Anne D.", "Lis", "Per Ek", "Per Enø"]


PEOPLE = st.integers(1, 25)


@given(PEOPLE, st.integers(1, 6))
def test_everybody_gets_every_lap_and_nobody_twice_in_a_row(people: int, laps: int) -> None:
    line = [str(number) for number in range(people)]
    counts: dict[str, int] = {}
    last = ""
    for _ in range(people * laps):
        who = turns.next_up(line, counts, last)
        assert who != last or people == 1
        counts[who] = counts.get(who, 0) + 1
        last = who
    assert counts == dict.fromkeys(line, laps)


EVENTS = st.lists(
    st.tuples(
        st.sampled_from(["on", "passed", "done", "later", "here", "away", "new", "back"]), st.integers(0, 30)
    ),
    max_size=40,
)


@settings(deadline=None, max_examples=60)
@given(st.integers(1, 6), EVENTS)
def test_whatever_happens_the_round_ends_with_everybody_heard(
    people: int, events: list[tuple[str, int]]
) -> None:
    pack: Pack = PACK
    book = Book(new_programme(pack, "Hus", datetime(2026, 5, 5, 9, 0)))
    room = Room("")
    room.book = book
    for number in range(people):
        room.add(f"p{number}")
    for event, number in events:
        line = room.table.line
        who = line[number % len(line)]
        before = room.table.speaker
        if event in ("on", "passed", "done"):
            alone = room.table.waiting == (before,)
            after = room.on({"on": turns.GIVEN, "passed": turns.PASSED, "done": turns.DONE}[event])
            assert not after or after != before or alone
        elif event == "new":
            room.add(f"n{len(line)}")
        elif event == "back":
            move = turns.give_back(room.table)
            if move is not None:
                room.do(move)
        else:
            state = {"later": turns.LATER, "here": turns.HERE, "away": turns.AWAY}[event]
            room.do(turns.set_state(room.table, who, state))
        speaker = room.table.speaker
        assert not speaker or room.table.state_of(speaker) == turns.HERE
    for person in room.table.line:
        if room.table.state_of(person) == turns.LATER:
            room.do(turns.set_state(room.table, person, turns.HERE))
    here = set(room.table.waiting) | ({room.table.speaker} - {""})
    for _ in range(60):
        if all(room.table.turns_of(each) for each in here):
            break
        room.on()
    assert all(room.table.turns_of(each) for each in here)
    for _ in range(len(here) + 1):
        room.on(turns.DONE)
    assert room.table.speaker == "" and room.table.stage == turns.OVER
