"""How many notes each should write: agreed under the people, kept, undone."""

from __future__ import annotations

from trivselsdesk.ui.prepare.room import PrepareRoom


def test_the_numbers_are_the_packs_until_the_unit_agrees_on_others(room: PrepareRoom) -> None:
    card = room.people_card
    assert card.notes.isVisible() and card.numbers.words() == "Sedler til hver: mindst 1 i hvert felt"
    card.pencil.click()
    assert (card.numbers.least.value(), card.numbers.most.value()) == (1, 0)
    card.numbers.least.setValue(2)
    card.numbers.least.flush()
    card.numbers.most.setValue(4)
    card.numbers.most.flush()
    assert (room.pack.note_types[0].least, room.pack.note_types[0].most) == (2, 4)
    assert card.numbers.words() == "Sedler til hver: 2–4 i hvert felt"
    room.bridge.undo(room.programme_id)
    assert room.pack.note_types[0].most == 0 and card.numbers.most.value() == 0


def test_numbers_that_contradict_each_other_are_kept_and_pointed_out(room: PrepareRoom) -> None:
    card = room.people_card
    card.pencil.click()
    card.numbers.least.setValue(5)
    card.numbers.least.flush()
    card.numbers.most.setValue(3)
    card.numbers.most.flush()
    assert card.numbers.wrong.isVisible()
    assert (room.pack.note_types[0].least, room.pack.note_types[0].most) == (5, 3)
    card.numbers.least.setValue(0)
    card.numbers.least.flush()
    assert not card.numbers.wrong.isVisible()
    assert card.numbers.words() == "Sedler til hver: højst 3 i hvert felt"
