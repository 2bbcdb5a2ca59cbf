"""Copies beside the database forget what it forgets: answers of a counted pulse, turns of a meeting."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.store.desk import P, uid
from trivselsdesk.domain.commands.clock import SetClock
from trivselsdesk.domain.commands.notes import DeleteNotes
from trivselsdesk.domain.commands.pulse import ClosePulse, GiveAnswers, OpenPulse
from trivselsdesk.domain.records import ClockState, Note, Pulse, PulseAnswer, Round, Turn, new_id
from trivselsdesk.store.store import Store

SECRET = "Lederen skal lytte mere"


def answers(*numbers: int) -> tuple[PulseAnswer, ...]:
    return tuple(
        PulseAnswer(id=uid(900 + n), programme_id=P, pulse_id="ny", marks="bedre:4", text=SECRET)
        for n in numbers
    )


@pytest.fixture
def copy(store: Store) -> Path:
    """A copy that was taken while a pulse had three of its six answers."""
    store.run(OpenPulse(programme_id=P, pulse=Pulse(id="ny", programme_id=P, theme="Ro", rank=9.0)))
    store.run(GiveAnswers(programme_id=P, answers=answers(0, 1, 2)))
    taken = store.back_up()
    assert taken is not None and SECRET.encode() in taken.read_bytes()
    store.run(GiveAnswers(programme_id=P, answers=answers(3, 4, 5)))
    return taken


def held(copy: Path, kind: type) -> int:
    """How many there are in a copy, which is whole."""
    elsewhere = copy.parent.parent / f"{new_id()}.db"
    elsewhere.write_bytes(copy.read_bytes())
    with Store.open(elsewhere) as other:
        other.verify()
        return sum(1 for _ in other.book(P).of(kind))


def test_a_counted_pulse_leaves_no_part_of_its_answers_in_earlier_copies(store: Store, copy: Path) -> None:
    before = held(copy, PulseAnswer)
    ids = tuple(uid(950 + n) for n in range(6))
    assert store.run(ClosePulse(programme_id=P, pulse_id="ny", day=date(2026, 6, 2), least=5, ids=ids))
    assert SECRET.encode() not in copy.read_bytes()
    assert held(copy, PulseAnswer) == before - 3
    assert len([each for each in store.book(P).of(PulseAnswer) if each.pulse_id == "ny"]) == 6
    assert SECRET.encode() in (store.back_up() or copy).read_bytes(), "the counted result is kept as ever"


def test_when_the_meeting_ends_copies_forget_who_had_the_word(store: Store, copy: Path) -> None:
    assert held(copy, Turn) and held(copy, Round)
    clock = store.book(P).get(ClockState, uid(30))
    store.run(SetClock(programme_id=P, clock=replace(clock, state="ended")))
    assert not held(copy, Turn) and not held(copy, Round)
    assert held(copy, PulseAnswer), "the open pulse has its answers still"


def test_what_undo_can_bring_back_stays_in_the_copies(store: Store, copy: Path) -> None:
    before = held(copy, Note)
    some = next(each.id for each in store.book(P).of(Note))
    store.run(DeleteNotes(programme_id=P, ids=(some,)))
    assert held(copy, Note) == before


def test_a_copy_that_cannot_be_written_stops_nothing(store: Store, copy: Path) -> None:
    (copy.parent / "20260101-120000-start.db").write_bytes(b"ikke en database")
    clock = store.book(P).get(ClockState, uid(30))
    assert store.run(SetClock(programme_id=P, clock=replace(clock, state="ended")))
    assert not held(copy, Turn)
