"""Whatever somebody does on the board, in whatever order: undo and redo land on earlier moments exactly."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from tests.store.desk import P, note, programme, same_as_disk, snapshot, uid
from trivselsdesk.domain.book import Book, NotThere
from trivselsdesk.domain.commands.base import Command, Refused
from trivselsdesk.domain.commands.cards import ChooseCard, MarkCard, PlaceCard, SortCard
from trivselsdesk.domain.commands.desk import AddProgramme, ChangeProgramme
from trivselsdesk.domain.commands.joining import JoinNotes, UnjoinNote
from trivselsdesk.domain.commands.notes import (
    AddNotes,
    DeleteNotes,
    DissolveTheme,
    GroupNotes,
    HangUp,
    MergeThemes,
    MoveNotes,
    MoveTheme,
    ParkCards,
    SplitNote,
    must_act,
    theme_notes,
)
from trivselsdesk.domain.commands.rows import EditFields, RemoveRow
from trivselsdesk.domain.commands.themes import LinkNote, SplitTheme, UnlinkNote
from trivselsdesk.domain.records import Initiative, Link, Note, Placement, Programme, Record, Theme
from trivselsdesk.store.exchange import export_programme, read_programme
from trivselsdesk.store.store import DESK, Store

Moment = dict[tuple[str, str], Record]
PICK = st.integers(0, 1000)
PICKS = st.lists(PICK, min_size=1, max_size=3, unique=True)
ZONES = st.sampled_from(["a", "b", "c"])
TEXTS = st.text(st.characters(codec="utf-8"), max_size=12)


class Board(RuleBasedStateMachine):
    """A board, and beside it plain dictionaries of every moment it has been through."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.store = Store.open(self.folder / "desk.db")
        self.past: list[Moment] = []
        self.future: list[Moment] = []
        self.numbers = 100

    def teardown(self) -> None:
        same_as_disk(self.store)
        self.store.close()
        shutil.rmtree(self.folder)

    # Help

    @property
    def book(self) -> Book:
        return self.store.book(P)

    def now(self) -> Moment:
        """The board without what belongs to the desk."""
        moment = snapshot(self.book)
        return {key: each for key, each in moment.items() if not isinstance(each, Programme)}

    def fresh(self) -> str:
        self.numbers += 1
        return uid(self.numbers)

    def notes(self, picks: list[int]) -> tuple[str, ...]:
        known = sorted(each.id for each in self.book.of(Note))
        return tuple(dict.fromkeys(known[pick % len(known)] for pick in picks)) if known else ()

    def theme(self, pick: int) -> str:
        known = sorted(each.id for each in self.book.of(Theme))
        return known[pick % len(known)] if known else self.fresh()

    def card(self, pick: int) -> str:
        known = sorted(each.id for kind in (Note, Theme) for each in self.book.of(kind))
        return known[pick % len(known)] if known else self.fresh()

    def written(self) -> dict[str, tuple[str, str]]:
        """What people have written, wherever it stands."""
        return {each.id: (each.text, each.kind) for each in self.book.of(Note) if not each.joint}

    def together(self) -> dict[str, set[str]]:
        """The agreed themes, and what people wrote that shows in each."""
        found: dict[str, set[str]] = {each.id: set() for each in self.book.of(Theme) if each.agreed}
        for each in self.book.of(Note):
            place = self.book.get(Note, each.joined_into) if each.joined_into else each
            if place.theme_id in found and not (each.joint or place.parked or place.sealed):
                found[place.theme_id].add(each.id)
        return found

    def do(self, command: Command) -> None:
        before = self.now()
        agreed = self.together()
        step = self.store.next_step(P)
        try:
            changes = self.store.run(command)
        except (Refused, NotThere):
            assert self.now() == before
            return
        if changes is None:
            assert self.now() == before
            return
        for key, ids in self.together().items():
            assert key not in agreed or agreed[key] == ids, "agreed upon, and then changed"
        after = self.store.next_step(P)
        if after is None or (step is not None and after.id < step.id):
            # Typing came back to where it began, and took its own step away.
            self.past.pop()
        elif step is None or after.id > step.id:
            self.past.append(before)
            self.future.clear()

    # What people do

    @initialize()
    def begin(self) -> None:
        self.store.run(AddProgramme(programme_id=P, records=(programme(),)))
        self.do(AddNotes(programme_id=P, notes=tuple(replace(note(n), id=self.fresh()) for n in range(4))))

    @rule(texts=st.lists(TEXTS, min_size=1, max_size=3), zone=ZONES)
    def add(self, texts: list[str], zone: str) -> None:
        notes = tuple(note(0, zone=zone) for _ in texts)
        named = tuple(replace(n, id=self.fresh(), text=t) for n, t in zip(notes, texts, strict=True))
        self.do(AddNotes(programme_id=P, notes=named))

    @rule(picks=PICKS, zone=ZONES, index=st.none() | st.integers(0, 5), into=st.none() | PICK)
    def move(self, picks: list[int], zone: str, index: int | None, into: int | None) -> None:
        theme = "" if into is None else self.theme(into)
        ids = self.notes(picks)
        self.do(MoveNotes(programme_id=P, ids=ids, board="tavle", zone=zone, theme_id=theme, index=index))

    @rule(picks=PICKS, onto=PICK)
    def group(self, picks: list[int], onto: int) -> None:
        target = self.notes([onto])
        if target:
            fresh = self.fresh()
            self.do(
                GroupNotes(
                    programme_id=P, ids=self.notes(picks), onto=target[0], theme_id=fresh, theme_name="Nyt"
                )
            )

    @rule(one=PICK, other=PICK)
    def merge(self, one: int, other: int) -> None:
        self.do(MergeThemes(programme_id=P, source=self.theme(one), target=self.theme(other)))

    @rule(pick=PICK)
    def dissolve(self, pick: int) -> None:
        self.do(DissolveTheme(programme_id=P, id=self.theme(pick)))

    @rule(picks=PICKS, parked=st.booleans())
    def park(self, picks: list[int], parked: bool) -> None:
        self.do(ParkCards(programme_id=P, ids=tuple({self.card(pick) for pick in picks}), parked=parked))

    @rule(picks=PICKS)
    def delete(self, picks: list[int]) -> None:
        self.do(DeleteNotes(programme_id=P, ids=self.notes(picks)))

    @rule(pick=PICK, zone=ZONES, index=st.none() | st.integers(0, 3))
    def sort(self, pick: int, zone: str, index: int | None) -> None:
        card = self.card(pick)
        self.do(SortCard(programme_id=P, surface="sort", card_id=card, zone=zone, index=index))

    @rule(pick=PICK, x=st.floats(allow_nan=False), y=st.floats(0, 1))
    def place(self, pick: int, x: float, y: float) -> None:
        self.do(PlaceCard(programme_id=P, surface="matrix", card_id=self.card(pick), x=x, y=y))

    @rule(pick=PICK, chosen=st.booleans())
    def choose(self, pick: int, chosen: bool) -> None:
        self.do(
            ChooseCard(programme_id=P, card_id=self.card(pick), chosen=chosen, initiative_id=self.fresh())
        )

    @rule(pick=PICK, on=st.booleans())
    def mark(self, pick: int, on: bool) -> None:
        self.do(MarkCard(programme_id=P, card_id=self.card(pick), always_act=on, initiative_id=self.fresh()))

    @rule(pick=PICK, text=TEXTS)
    def type_text(self, pick: int, text: str) -> None:
        for each in self.notes([pick]):
            self.do(EditFields(programme_id=P, kind=Note, id=each, values={"text": text}))

    @rule(pick=PICK, text=TEXTS)
    def name_theme(self, pick: int, text: str) -> None:
        values = {"name": text}
        self.do(EditFields(programme_id=P, kind=Theme, id=self.theme(pick), values=values, fold=False))

    @rule(pick=PICK)
    def split_note(self, pick: int) -> None:
        for each in self.notes([pick]):
            self.do(SplitNote(programme_id=P, id=each, first="1", second="2", second_id=self.fresh()))

    @rule(picks=PICKS, into=st.none() | PICK, text=st.sampled_from(["", "Fælles ord"]))
    def join(self, picks: list[int], into: int | None, text: str) -> None:
        speaker = self.fresh() if into is None else next(iter(self.notes([into])), self.fresh())
        written = self.written()
        self.do(JoinNotes(programme_id=P, ids=self.notes(picks), into=speaker, text=text))
        assert self.written() == written

    @rule(pick=PICK)
    def unjoin(self, pick: int) -> None:
        written = self.written()
        for each in self.notes([pick]):
            self.do(UnjoinNote(programme_id=P, id=each))
        assert self.written() == written

    @rule(pick=PICK, picks=PICKS)
    def split_theme(self, pick: int, picks: list[int]) -> None:
        theme = self.theme(pick)
        inside = [each.id for each in theme_notes(self.book, theme)]
        ids = tuple(dict.fromkeys(inside[each % len(inside)] for each in picks)) if inside else ()
        self.do(
            SplitTheme(programme_id=P, id=theme, note_ids=ids, new_theme_id=self.fresh(), theme_name="To")
        )

    @rule(pick=PICK, zone=ZONES, index=st.none() | st.integers(0, 3))
    def move_theme(self, pick: int, zone: str, index: int | None) -> None:
        self.do(MoveTheme(programme_id=P, id=self.theme(pick), board="tavle", zone=zone, index=index))

    @rule(pick=PICK, on=st.booleans())
    def agree(self, pick: int, on: bool) -> None:
        self.do(
            EditFields(programme_id=P, kind=Theme, id=self.theme(pick), values={"agreed": on}, fold=False)
        )

    @rule(one=PICK, other=PICK, on=st.booleans())
    def link(self, one: int, other: int, on: bool) -> None:
        for each in self.notes([other]):
            command = LinkNote if on else UnlinkNote
            self.do(command(programme_id=P, theme_id=self.theme(one), note_id=each))

    @rule(zone=ZONES, pick=PICK)
    def write_beforehand_and_hang_up(self, zone: str, pick: int) -> None:
        sealed = replace(note(0, "Pink", zone=zone, kind="pink"), id=self.fresh(), sealed=True)
        self.do(AddNotes(programme_id=P, notes=(sealed,)))
        for each in self.notes([pick]):
            self.do(HangUp(programme_id=P, ids=(each,)))

    @rule(pick=PICK)
    def remove(self, pick: int) -> None:
        key = self.card(pick)
        self.do(RemoveRow(programme_id=P, kind=Theme if self.book.find(Theme, key) else Note, id=key))

    # Undo, redo, and a day that ends

    @rule()
    def undo(self) -> None:
        before = self.now()
        changes = self.store.undo(P)
        assert (changes is not None) == bool(self.past)
        if self.past:
            self.future.append(before)
            assert self.now() == self.past.pop()

    @rule()
    def redo(self) -> None:
        before = self.now()
        changes = self.store.redo(P)
        assert (changes is not None) == bool(self.future)
        if self.future:
            self.past.append(before)
            assert self.now() == self.future.pop()

    @rule(name=st.sampled_from(["Nord", "Syd"]))
    def rename_on_the_desk(self, name: str) -> None:
        held = self.now()
        self.store.run(ChangeProgramme(programme_id=P, values={"name": name}))
        self.store.undo(DESK)
        self.store.redo(DESK)
        assert self.now() == held

    @rule()
    def reopen(self) -> None:
        held = snapshot(self.book)
        self.store.close()
        self.store = Store.open(self.folder / "desk.db")
        assert snapshot(self.book) == held

    @precondition(lambda self: self.numbers % 3 == 0)
    @rule()
    def crash(self) -> None:
        """The power goes: another place, the same files, whatever was in the log."""
        held = snapshot(self.book)
        elsewhere = Path(tempfile.mkdtemp())
        for each in self.folder.iterdir():
            shutil.copyfile(each, elsewhere / each.name)
        self.store.close()
        shutil.rmtree(self.folder)
        self.folder = elsewhere
        self.store = Store.open(self.folder / "desk.db")
        assert snapshot(self.book) == held

    @precondition(lambda self: self.numbers % 5 == 0)
    @rule()
    def hand_on(self) -> None:
        handed = read_programme(export_programme(self.book, {}))
        assert {each.id for each in handed.records} == {each.id for each in self.book.everything()}

    @invariant()
    def the_file_says_the_same(self) -> None:
        if any(True for _ in self.book.of(Programme)):
            same_as_disk(self.store)

    @invariant()
    def nothing_hangs_loose(self) -> None:
        for each in self.book.of(Note):
            assert not each.theme_id or self.book.find(Theme, each.theme_id)
            if each.joined_into:
                assert not each.theme_id and not each.joint
                assert not self.book.get(Note, each.joined_into).joined_into
        cards = {each.id for kind in (Note, Theme) for each in self.book.of(kind)}
        for link in self.book.of(Link):
            assert self.book.find(Theme, link.theme_id) and self.book.find(Note, link.note_id)
        for hung in (*self.book.of(Placement), *self.book.of(Initiative)):
            if hung.card_id:
                assert hung.card_id in cards and self.book.card(hung.card_id)

    @invariant()
    def what_calls_for_action_is_not_parked(self) -> None:
        for each in self.book.of(Note):
            assert not (each.parked and must_act(self.book, each))


TestBoard = Board.TestCase
TestBoard.settings = settings(max_examples=20, stateful_step_count=40, deadline=None)
