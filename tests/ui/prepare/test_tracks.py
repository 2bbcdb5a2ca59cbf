"""Notes that do not go to the board: settled at once, or on a track of their own."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.prepare.test_cards import note_row, type_in
from trivselsdesk.domain.records import Escalation, Note
from trivselsdesk.domain.tracks import track_of
from trivselsdesk.ui.prepare import sealed_note
from trivselsdesk.ui.prepare.room import PrepareRoom
from trivselsdesk.ui.prepare.track_row import TrackRow
from trivselsdesk.ui.prepare.who_dialog import WhoDialog


def written(room: PrepareRoom, qtbot: QtBot, text: str = "Printeren står stille") -> Note:
    qtbot.keyClicks(room.notes_card.entry, f"-{text}")
    qtbot.keyClick(room.notes_card.entry, Qt.Key.Key_Return)
    return next(each for each in room.book.of(Note) if each.text == text)


def move(room: PrepareRoom, monkeypatch: pytest.MonkeyPatch, track: str, who: str | None) -> None:
    monkeypatch.setattr(sealed_note, "ask_who", lambda *args, **kwargs: who)
    row = note_row(room, "mindre")
    row.open()
    assert row._form is not None
    row._form.tracks[track].click()


def track_row(room: PrepareRoom, track: str) -> TrackRow:
    found = room.tracks_card._parts[track].list.rows()[0]
    assert isinstance(found, TrackRow)
    return found


def test_a_note_is_settled_now_and_brought_back(
    room: PrepareRoom, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = written(room, qtbot)
    assert room.tracks_card.isHidden()
    move(room, monkeypatch, "nu", None)
    assert room.tracks_card.isHidden(), "giving up moves nothing"
    move(room, monkeypatch, "nu", "Birgit")
    assert not room.tracks_card.isHidden()
    row = track_row(room, "nu")
    assert (row.words.text(), row.facts.text()) == ("Printeren står stille", "Birgit")
    row.pencil.click()
    assert row._form is not None
    type_in(qtbot, row._form.expected, "engang")
    row._form.expected.settle()
    row.pencil.click()
    assert row.is_open and row._form.expected.text() == "engang", "closed, it would take the word along"
    type_in(qtbot, row._form.expected, "27/5")
    qtbot.keyClick(row._form.expected, Qt.Key.Key_Return)
    row._form.said.setPlainText("Vi får en ny printer")
    row._form.flush()
    assert row.facts.text() == "Vi får en ny printer · Birgit · ons. 27. maj"
    row._form.closed.click()
    assert row.facts.text() == "Vi får en ny printer · Birgit · gjort"
    row._form._back.click()
    assert room.tracks_card.isHidden()
    assert note_row(room, "mindre").record_id == note.id
    room.bridge.undo(room.programme_id)
    assert room.book.get(Escalation, note.id).carrier == "Birgit" and not room.tracks_card.isHidden()


def test_physical_things_are_printed_for_those_who_take_care(
    room: PrepareRoom, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted: list[str] = []
    room.open_document.connect(wanted.append)
    note = written(room, qtbot, "Det trækker")
    move(room, monkeypatch, "fysisk", "")
    assert room.book.get(Note, note.id).lift == "ejendomme"
    part = room.tracks_card._parts["fysisk"]
    assert not part.print_button.isHidden() and room.tracks_card._parts["nu"].print_button.isHidden()
    part.print_button.click()
    assert wanted == ["loeft"]


def test_what_calls_for_action_asks_for_a_name(room: PrepareRoom, qtbot: QtBot) -> None:
    track = track_of(room.pack, "nu")
    assert track is not None
    dialog = WhoDialog(track, ["Birgit"], room, needed=True)
    qtbot.addWidget(dialog)
    assert not dialog._yes.isEnabled()
    qtbot.keyClicks(dialog.who, "Birgit")
    assert dialog._yes.isEnabled()
    easy = WhoDialog(track, [], room, needed=False)
    qtbot.addWidget(easy)
    assert easy._yes.isEnabled()


def test_reported_and_not_written_is_reminded_of_until_a_note_says_so(
    room: PrepareRoom, qtbot: QtBot
) -> None:
    card = room.notes_card
    assert card._question.text() == "Viser målingen krænkelser, der ikke er løst?"
    assert card.unwritten.text() == ""
    card.reported.click()
    assert card.unwritten.text() == "Skriv en seddel om det, og sæt mærket »Kræver altid handling«"
    written(room, qtbot, "Hård tone")
    assert card.unwritten.text()
    row = note_row(room, "mindre")
    row.open()
    assert row._form is not None
    row._form.must.click()
    assert card.unwritten.text() == "" and card.reported.isChecked()
    room.bridge.undo(room.programme_id)
    assert card.unwritten.text()
