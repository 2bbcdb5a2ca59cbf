"""When nothing can be written for a while, what was typed stays, and is written as soon as it can be."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from tests.ui.plan.planning import Planning

EMPTY = "Travle eftermiddage"


def test_typed_words_survive_a_full_disk(planning: Planning) -> None:
    planning.show(EMPTY)
    planning.bridge.store.closed_to_writing = "full"
    goal = planning.desk.questions.parts["goal"].field
    planning.write(goal, "Ro hver dag")
    assert planning.initiative(EMPTY).goal == ""
    planning.show("Hvem gør hvad?")
    planning.show(EMPTY)
    assert goal.value() == "Ro hver dag"
    planning.bridge.store.closed_to_writing = ""
    planning.write(planning.desk.questions.parts["signs"].field, "Færre afbrydelser")
    QApplication.processEvents()
    assert planning.initiative(EMPTY).goal == "Ro hver dag"
    assert planning.initiative(EMPTY).signs == "Færre afbrydelser"


def test_a_new_action_survives_it_too(planning: Planning) -> None:
    planning.show(EMPTY)
    planning.bridge.store.closed_to_writing = "full"
    row = planning.table.rows()[-1]
    planning.write(row.title, "Køkkenvagt")
    planning.bridge.store.closed_to_writing = ""
    planning.write(planning.desk.questions.parts["why"].field, "Der er travlt")
    QApplication.processEvents()
    assert [each.title for each in planning.actions(EMPTY)] == ["Køkkenvagt"]
