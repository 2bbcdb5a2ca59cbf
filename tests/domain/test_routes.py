"""What always calls for action leaves the list by a named route only (003: D15, P103, P110)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from tests.store.desk import BOARD, P, note, programme, uid
from trivselsdesk.domain.book import Book, Change, NotThere, Put
from trivselsdesk.domain.commands.base import Command, Refused
from trivselsdesk.domain.commands.cards import ChooseCard, SortCard, must_act_without_initiative
from trivselsdesk.domain.commands.joining import JoinNotes, UnjoinNote
from trivselsdesk.domain.commands.lifts import LiftCard, MoveToTrack, WriteEscalation
from trivselsdesk.domain.commands.notes import (
    DeleteNotes,
    DissolveTheme,
    GroupNotes,
    HangUp,
    MergeThemes,
    MoveNotes,
    ParkCards,
    SplitNote,
)
from trivselsdesk.domain.commands.themes import SplitTheme
from trivselsdesk.domain.commands.voting import SettleVote
from trivselsdesk.domain.lifts import CLOSED
from trivselsdesk.domain.own_words import override_id
from trivselsdesk.domain.plan import active_initiatives
from trivselsdesk.domain.records import Action, Escalation, Initiative, Note, Override, Record, Theme
from trivselsdesk.domain.routes import (
    INITIATIVE,
    LIFT,
    REPORTED,
    TRACK,
    may_be_deleted,
    route_of,
    stays,
    unwritten,
)
from trivselsdesk.domain.standing import must_act

Q = {"programme_id": P}


def do(book: Book, command: Command) -> list[Change]:
    changes = book.changes(command.edits(book))
    book.apply(changes)
    return changes


def put(book: Book, *records: Record) -> None:
    book.apply(book.changes([Put(each) for each in records]))


def theme(number: int, **values: object) -> Theme:
    return Theme(id=uid(number), programme_id=P, board=BOARD, zone="a", name=f"Tema {number}", **values)  # type: ignore[arg-type]


def carried(number: int, **values: object) -> Escalation:
    return Escalation(id=uid(number), programme_id=P, carrier="Karin", **values)  # type: ignore[arg-type]


def test_a_lift_is_a_route_only_with_a_target_and_a_carrier() -> None:
    book = Book([programme(), note(31, always_act=True, lift="med")])
    card = book.card(uid(31))
    assert (route_of(book, card), stays(book, card)) == ("", True)
    put(book, carried(31))
    assert (route_of(book, card), stays(book, card)) == (LIFT, False)
    put(book, replace(book.get(Note, uid(31)), lift=""))
    assert stays(book, book.card(uid(31)))


def test_an_initiative_is_a_route_when_something_is_to_be_done() -> None:
    book = Book([programme(), note(31, always_act=True)])
    put(book, Initiative(id=uid(50), card_id=uid(31), name="Hård tone", **Q))
    assert route_of(book, book.card(uid(31))) == ""
    put(book, Action(id=uid(51), initiative_id=uid(50), title="Tal med HR", **Q))
    assert route_of(book, book.card(uid(31))) == INITIATIVE
    assert stays(book, book.card(uid(31))), "it stands on the handleplan all the same"


def test_settled_now_is_a_route_with_somebody_who_sees_to_it() -> None:
    book = Book([programme(), note(31, sealed=True, always_act=True)])
    move = MoveToTrack(id=uid(31), track="nu", **Q)
    with pytest.raises(Refused, match="carrier"):
        do(book, move)
    do(book, replace(move, carrier="Birgit"))
    assert route_of(book, book.card(uid(31))) == TRACK
    do(book, WriteEscalation(card_id=uid(31), values={"carrier": ""}, **Q))
    assert route_of(book, book.card(uid(31))) == ""


def test_a_note_that_calls_for_action_is_thrown_away_only_when_its_route_is_written() -> None:
    book = Book([programme(), note(31, always_act=True), note(32, sealed=True, always_act=True), note(33)])
    for number in (31, 32):
        with pytest.raises(Refused, match="delete_must_act"):
            do(book, DeleteNotes(ids=(uid(number), uid(33)), **Q))
    assert len(list(book.of(Note))) == 3
    put(book, replace(book.get(Note, uid(31)), lift="med"), carried(31))
    assert not may_be_deleted(book, book.get(Note, uid(31))), "the lift would go with the note"
    put(book, carried(31, status="closed"))
    do(book, DeleteNotes(ids=(uid(31),), **Q))
    assert book.find(Note, uid(31)) is None and book.find(Escalation, uid(31)) is None


def test_the_initiative_stays_when_the_note_that_it_grew_from_goes() -> None:
    book = Book([programme(), note(31, always_act=True)])
    put(book, Initiative(id=uid(50), card_id=uid(31), name="Hård tone", launched=date(2026, 5, 20), **Q))
    do(book, DeleteNotes(ids=(uid(31),), **Q))
    assert [each.name for each in active_initiatives(book)] == ["Hård tone"]


def test_what_is_planned_stays_when_the_note_goes_that_gave_its_theme_the_mark() -> None:
    book = Book(
        [programme(), theme(1), note(11, theme_id=uid(1), always_act=True), note(12, theme_id=uid(1))]
    )
    put(book, Initiative(id=uid(50), card_id=uid(1), name="Tonen", launched=date(2026, 5, 20), **Q))
    do(book, DeleteNotes(ids=(uid(11),), **Q))
    assert not must_act(book, book.card(uid(1)))
    assert [each.name for each in active_initiatives(book)] == ["Tonen"]


def test_a_lift_that_goes_along_does_not_speak_for_those_behind() -> None:
    book = Book(
        [programme(), note(31, lift="med"), carried(31), note(32, always_act=True, joined_into=uid(31))]
    )
    with pytest.raises(Refused, match="delete_must_act"):
        do(book, DeleteNotes(ids=(uid(31),), **Q))


def test_joined_into_a_note_of_a_parked_theme_it_takes_the_theme_out() -> None:
    book = Book([programme(), theme(1, parked=True), note(11, theme_id=uid(1)), note(31, always_act=True)])
    do(book, JoinNotes(ids=(uid(11), uid(31)), into=uid(11), **Q))
    assert must_act(book, book.card(uid(1))) and not book.get(Theme, uid(1)).parked


def test_a_vote_cannot_leave_out_what_is_lifted_by_nobody() -> None:
    book = Book([programme(), note(31, always_act=True, lift="med", chosen=True), note(32)])
    settle = SettleVote(chosen=((uid(32), uid(50)),), left_out=(uid(31),), park=False, **Q)
    with pytest.raises(Refused, match="always_act"):
        do(book, settle)
    put(book, carried(31))
    do(book, settle)
    with pytest.raises(Refused, match="always_act"):
        do(book, replace(settle, park=True))


def test_laid_in_a_parked_theme_it_takes_the_theme_off_the_parking_lot() -> None:
    book = Book([programme(), theme(1, parked=True), note(11, theme_id=uid(1)), note(31, always_act=True)])
    do(book, MoveNotes(ids=(uid(31),), board=BOARD, zone="a", theme_id=uid(1), **Q))
    assert not book.get(Theme, uid(1)).parked
    book = Book([programme(), theme(1, parked=True), theme(2, always_act=True)])
    do(book, MergeThemes(source=uid(2), target=uid(1), **Q))
    assert must_act(book, book.card(uid(1))) and not book.get(Theme, uid(1)).parked


def test_reported_without_a_note_is_said_until_one_is_written() -> None:
    book = Book([programme()])
    assert not unwritten(book)
    put(book, Override(id=override_id(P, REPORTED), key=REPORTED, text="ja", **Q))
    assert unwritten(book)
    put(book, note(31, sealed=True, always_act=True))
    assert not unwritten(book)


PICK = st.integers(0, 50)


def escalation(book: Book, card: Note | Theme) -> Escalation:
    return book.get(Escalation, card.id)


class Matters(RuleBasedStateMachine):
    """A small board with two matters that call for action: whatever is done, both are accounted for."""

    def __init__(self) -> None:
        super().__init__()
        self.book = Book(
            [
                programme(),
                theme(1),
                theme(2),
                note(11, theme_id=uid(1), always_act=True),
                note(12, theme_id=uid(1)),
                note(21, theme_id=uid(2)),
                note(31, always_act=True),
                note(32),
                note(33),
                note(34, sealed=True, always_act=True),
            ]
        )
        self.done: list[list[Change]] = []
        self.number = 100

    def fresh(self) -> str:
        self.number += 1
        return uid(self.number)

    def pick(self, kind: type[Note] | type[Theme], at: int) -> str:
        known = sorted(each.id for each in self.book.of(kind))
        return known[at % len(known)] if known else ""

    def card(self, at: int) -> str:
        known = sorted(each.id for kind in (Note, Theme) for each in self.book.of(kind))
        return known[at % len(known)]

    def run(self, command: Command) -> None:
        try:
            changes = do(self.book, command)
        except (Refused, NotThere):
            return
        if changes:
            self.done.append(changes)
        # The window does so whenever a room is opened.
        for card_id in must_act_without_initiative(self.book):
            made = Initiative(id=self.fresh(), card_id=card_id, name="", **Q)
            put(self.book, made)

    @rule(at=PICK, on=st.booleans())
    def park(self, at: int, on: bool) -> None:
        self.run(ParkCards(ids=(self.card(at),), parked=on, **Q))

    @rule(at=PICK, other=PICK, park=st.booleans())
    def vote(self, at: int, other: int, park: bool) -> None:
        chosen = ((self.card(at), self.fresh()),)
        self.run(SettleVote(chosen=chosen, left_out=(self.card(other),), park=park, **Q))

    @rule(at=PICK, on=st.booleans())
    def choose(self, at: int, on: bool) -> None:
        self.run(ChooseCard(card_id=self.card(at), chosen=on, initiative_id=self.fresh(), **Q))

    @rule(at=PICK, to=st.sampled_from(["", "med", "ledelse"]))
    def lift(self, at: int, to: str) -> None:
        self.run(LiftCard(card_id=self.card(at), lift=to, **Q))

    @rule(at=PICK, who=st.sampled_from(["", "Karin"]))
    def carry(self, at: int, who: str) -> None:
        self.run(WriteEscalation(card_id=self.card(at), values={"carrier": who}, **Q))

    @rule(at=PICK, status=st.sampled_from(["", "sent", "closed"]))
    def send(self, at: int, status: str) -> None:
        day = date(2026, 6, 1)
        self.run(WriteEscalation(card_id=self.card(at), values={"status": status}, today=day, **Q))

    @rule(at=PICK, other=PICK)
    def merge(self, at: int, other: int) -> None:
        self.run(MergeThemes(source=self.pick(Theme, at), target=self.pick(Theme, other), **Q))

    @rule(at=PICK, other=PICK)
    def group(self, at: int, other: int) -> None:
        ids, onto = (self.pick(Note, at),), self.pick(Note, other)
        self.run(GroupNotes(ids=ids, onto=onto, theme_id=self.fresh(), theme_name="Tema", **Q))

    @rule(at=PICK, other=PICK, loose=st.booleans())
    def move(self, at: int, other: int, loose: bool) -> None:
        home = "" if loose else self.pick(Theme, other)
        self.run(MoveNotes(ids=(self.pick(Note, at),), board=BOARD, zone="b", theme_id=home, **Q))

    @rule(at=PICK, other=PICK, made=st.booleans())
    def join(self, at: int, other: int, made: bool) -> None:
        first, second = self.pick(Note, at), self.pick(Note, other)
        self.run(JoinNotes(ids=(first, second), into=self.fresh() if made else first, **Q))

    @rule(at=PICK)
    def unjoin(self, at: int) -> None:
        self.run(UnjoinNote(id=self.pick(Note, at), **Q))

    @rule(at=PICK)
    def split(self, at: int) -> None:
        self.run(SplitNote(id=self.pick(Note, at), first="a", second="b", second_id=self.fresh(), **Q))

    @rule(at=PICK, other=PICK)
    def split_theme(self, at: int, other: int) -> None:
        ids = (self.pick(Note, other),)
        theme_id = self.pick(Theme, at)
        self.run(SplitTheme(id=theme_id, note_ids=ids, new_theme_id=self.fresh(), theme_name="x", **Q))

    @rule(at=PICK)
    def dissolve(self, at: int) -> None:
        self.run(DissolveTheme(id=self.pick(Theme, at), **Q))

    @rule(at=PICK, other=PICK)
    def delete(self, at: int, other: int) -> None:
        before = Book(list(self.book.everything()))
        self.run(DeleteNotes(ids=tuple({self.pick(Note, at), self.pick(Note, other)}), **Q))
        for gone in before.of(Note):
            if gone.always_act and self.book.find(Note, gone.id) is None:
                speaker = before.find(Note, gone.joined_into) or gone
                card: Note | Theme = before.find(Theme, speaker.theme_id) or speaker
                assert route_of(before, card)
                if route_of(before, card) == INITIATIVE:
                    grown = {each.id for each in before.of(Initiative) if each.card_id == card.id}
                    assert grown & {each.id for each in active_initiatives(self.book)}
                else:
                    assert self.book.find(Escalation, card.id) or escalation(before, card).status == CLOSED

    @rule(at=PICK)
    def hang(self, at: int) -> None:
        self.run(HangUp(ids=(self.pick(Note, at),), **Q))

    @rule(at=PICK, track=st.sampled_from(["", "nu"]), who=st.sampled_from(["", "Birgit"]))
    def track(self, at: int, track: str, who: str) -> None:
        self.run(MoveToTrack(id=self.pick(Note, at), track=track, carrier=who, **Q))

    @rule(at=PICK)
    def sort(self, at: int) -> None:
        self.run(SortCard(surface="sort", card_id=self.card(at), zone="z", **Q))

    @rule(at=PICK)
    def act(self, at: int) -> None:
        known = sorted(each.id for each in self.book.of(Initiative))
        if known:
            chosen = known[at % len(known)]
            put(self.book, Action(id=self.fresh(), initiative_id=chosen, title="Gør noget", **Q))

    @rule()
    def undo(self) -> None:
        if self.done:
            self.book.apply([each.inverted() for each in reversed(self.done.pop())])

    @invariant()
    def every_matter_is_on_the_list_or_has_a_route(self) -> None:
        book = self.book
        for number in (11, 31, 34):
            found = book.find(Note, uid(number))
            if found is None:
                continue
            assert found.always_act
            speaker = book.find(Note, found.joined_into) or found
            card: Note | Theme = book.find(Theme, speaker.theme_id) or speaker
            assert must_act(book, card) and not card.parked
            assert stays(book, card) or route_of(book, card)


TestMatters = Matters.TestCase
TestMatters.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)
