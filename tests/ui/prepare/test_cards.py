"""The cards at the right: the meeting, the people, the roles, the sealed notes, the rules and the papers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from trivselsdesk.domain.checklist import tasks
from trivselsdesk.domain.pack import Variable
from trivselsdesk.domain.people import holders, participants
from trivselsdesk.domain.records import Meeting, Note, Override, Person, Programme, Rule
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.prepare.agenda_row import AgendaRow
from trivselsdesk.ui.prepare.person_row import PersonRow
from trivselsdesk.ui.prepare.room import PrepareRoom
from trivselsdesk.ui.prepare.sealed_note import SealedNote
from trivselsdesk.ui.widgets.fields import flush_all


def type_in(qtbot: QtBot, field: object, text: str) -> None:
    field.setFocus()  # type: ignore[attr-defined]
    field.selectAll()  # type: ignore[attr-defined]
    qtbot.keyClicks(field, text)


def test_the_meeting_card_shows_what_is_known(room: PrepareRoom) -> None:
    card = room.meeting_card
    assert card.unit.words.text() == "Børnehuset Kastanjen"
    assert card.when.words.text() == "ons. 20. maj kl. 13.00"
    assert card.where.words.text() == "Salen til kl. 16.00"
    assert card.set_date.isHidden()


def test_a_first_day_asks_for_a_date_and_names(open_room: Callable[[str], PrepareRoom], bare: str) -> None:
    room = open_room(bare)
    assert room.meeting_card.when.words.text() == "Dato ikke sat endnu"
    room.meeting_card.set_date.click()
    assert room.meeting_card.editing()
    assert not room.people_card.start.isHidden()
    room.people_card.start.click()
    assert QApplication.focusWidget() is room.people_card.entry


def test_a_new_date_takes_the_tasks_along(room: PrepareRoom, qtbot: QtBot) -> None:
    card = room.meeting_card
    card.pencil.click()
    type_in(qtbot, card._day, "27/5")
    qtbot.keyClick(card._day, Qt.Key.Key_Return)
    assert room.book.meeting.day == date(2026, 5, 27)
    pink = next(each for each in tasks(room.book) if each.text == "Skriv pinke sedler")
    assert pink.due == date(2026, 5, 22)


def test_the_facts_of_the_meeting_are_typed(room: PrepareRoom, qtbot: QtBot) -> None:
    card = room.meeting_card
    card.pencil.click()
    type_in(qtbot, card._name, "Team Egen")
    type_in(qtbot, card._task, "Vi hjælper borgeren hjem igen")
    type_in(qtbot, card._start, "9")
    type_in(qtbot, card._until, "11.30")
    type_in(qtbot, card._variables["organisation"], "Egedal")
    qtbot.keyClick(card._variables["organisation"], Qt.Key.Key_Escape)
    assert not card.editing()
    programme = room.book.get(Programme, room.programme_id)
    assert (programme.name, programme.core_task) == ("Team Egen", "Vi hjælper borgeren hjem igen")
    assert (room.book.meeting.start, room.book.meeting.room_until) == (9 * 60, 11 * 60 + 30)
    assert [(each.id, each.text) for each in room.book.of(Override)] == [
        (f"{room.programme_id}:var.organisation", "Egedal")
    ]
    assert room.editor.fill("i {organisation}") == "i Egedal"
    assert room.agenda.budget.clock.text() == "kl. 09.00–11.40"


def test_an_empty_name_is_not_taken(room: PrepareRoom, qtbot: QtBot) -> None:
    card = room.meeting_card
    card.pencil.click()
    card._name.setFocus()
    card._name.selectAll()
    qtbot.keyClick(card._name, Qt.Key.Key_Delete)
    card._name.flush()
    assert room.book.programme.name == "Børnehuset Kastanjen"
    assert card._name_cell.error() == "Skriv et navn, så I kan kende forløbet igen."


def test_several_people_are_pasted_at_once(room: PrepareRoom, qtbot: QtBot) -> None:
    card = room.people_card
    card.pencil.click()
    card.entry.insertPlainText("Mette\n- Peter, Camilla; Henrik\n\nole\nMette")
    card.add.click()
    assert [person.name for person in participants(room.book)][6:] == ["Mette", "Peter", "Camilla", "Henrik"]
    assert card.entry.value() == ""
    assert card.note.text() == "10"
    room.bridge.undo(room.programme_id)
    assert len(participants(room.book)) == 6


def test_names_left_in_the_entry_are_not_lost(room: PrepareRoom) -> None:
    room.people_card.pencil.click()
    room.people_card.entry.insertPlainText("Lis")
    room.leave()
    assert [person.name for person in participants(room.book)][-1] == "Lis"


def test_more_than_the_process_is_made_for_is_said_kindly(room: PrepareRoom) -> None:
    card = room.people_card
    assert card.many.text() == ""
    card.set_editing(True)
    card.entry.insertPlainText("\n".join(f"Person {number}" for number in range(8)))
    card.add_people()
    assert card.form_many.text() == "I er 14. Mødet er tænkt til op til ca. 12 – overvej to hold."


def test_a_person_gets_a_title_stays_out_and_is_removed(room: PrepareRoom, qtbot: QtBot) -> None:
    card = room.people_card
    card.set_editing(True)
    row = card.list.row("p:Sanne")
    assert isinstance(row, PersonRow)
    row.title.setFocus()
    qtbot.keyClicks(row.title, "AMR")
    row.title.flush()
    assert room.book.get(Person, "p:Sanne").title == "AMR"
    assert [person.name for person in holders(room.book, "amr")] == ["Sanne"]
    row.takes_part.click()
    assert "Sanne" not in [person.name for person in participants(room.book)]
    row.trash.click()
    assert room.book.find(Person, "p:Sanne") is None
    assert holders(room.book, "amr") == []
    room.bridge.undo(room.programme_id)
    assert [person.name for person in holders(room.book, "amr")] == ["Sanne"]


def test_a_role_is_given_by_choosing_or_by_typing_a_new_name(room: PrepareRoom, qtbot: QtBot) -> None:
    card = room.roles_card
    assert not card.empty.isHidden()
    card.start.click()
    field = card._forms["facilitator"].field
    field.setFocus()
    qtbot.keyClicks(field, "Lone Friis")
    qtbot.wait(500)
    assert holders(room.book, "facilitator") == [], "half a name makes nobody"
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert [person.name for person in holders(room.book, "facilitator")] == ["Lone Friis"]
    assert [p.name for p in room.book.ranked(Person)][-1] == "Lone Friis"
    assert room.agenda.list.rows()[1].speaker.text() == "Lone"  # type: ignore[attr-defined]
    field.lineEdit().selectAll()  # type: ignore[union-attr]
    qtbot.keyClicks(field, "ole")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert [person.id for person in holders(room.book, "facilitator")] == ["p:Ole"]
    card.set_editing(False)
    assert "Ole" in card._shown["facilitator"].people.text()


def test_a_trio_role_with_several_people_gives_them_their_title(room: PrepareRoom, qtbot: QtBot) -> None:
    card = room.roles_card
    card.set_editing(True)
    form = card._forms["amr"]
    for name in ("Sanne", "Karin"):
        form.field.setFocus()
        qtbot.keyClicks(form.field, name)
        qtbot.keyClick(form.field, Qt.Key.Key_Return)
    assert [person.name for person in holders(room.book, "amr")] == ["Sanne", "Karin"]
    assert room.book.get(Person, "p:Sanne").title == "AMR"
    form._rows[0].remove.click()
    assert [person.name for person in holders(room.book, "amr")] == ["Karin"]


def test_too_much_on_one_person_is_said(room: PrepareRoom, qtbot: QtBot) -> None:
    card = room.roles_card
    card.set_editing(True)
    for role in ("facilitator", "tidsstyrer", "opsamler"):
        assert card.form_much.text() == ""
        field = card._forms[role].field
        field.setFocus()
        qtbot.keyClicks(field, "Ole")
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert card.form_much.text() == "Ole har 3 roller på mødet. Del dem gerne ud på flere."


def test_sealed_notes_are_typed_in_a_row_in_both_zones(room: PrepareRoom, qtbot: QtBot) -> None:
    card = room.notes_card
    card.entry.setFocus()
    for text in (
        "Samarbejdet er godt",
        "-Mange oplever højt tempo",
        "Pauserne bliver afbrudt",
        "+Motiverede",
    ):
        qtbot.keyClicks(card.entry, text)
        qtbot.keyClick(card.entry, Qt.Key.Key_Return)
    notes = room.book.ranked(Note)
    assert sorted((note.zone, note.text) for note in notes) == [
        ("godt", "Motiverede"),
        ("godt", "Samarbejdet er godt"),
        ("mindre", "Mange oplever højt tempo"),
        ("mindre", "Pauserne bliver afbrudt"),
    ]
    assert all(note.sealed and note.kind == "pink" for note in notes)
    assert card.note.text() == "4"
    assert QApplication.focusWidget() is card.entry


def note_row(room: PrepareRoom, zone: str, place: int = 0) -> SealedNote:
    found = room.notes_card._parts[zone].list.rows()[place]
    assert isinstance(found, SealedNote)
    return found


def test_a_note_is_rewritten_flagged_and_deleted(room: PrepareRoom, qtbot: QtBot) -> None:
    said: list[str] = []
    room.undo_toast.connect(lambda icon, sentence: said.append(sentence))
    qtbot.keyClicks(room.notes_card.entry, "-Hård tone")
    qtbot.keyClick(room.notes_card.entry, Qt.Key.Key_Return)
    row = note_row(room, "mindre")
    row.paper.setFocus()
    qtbot.keyClick(row.paper, Qt.Key.Key_F2)
    assert row._form is not None
    type_in(qtbot, row._form.text, "Hård tone er oplevet")
    row._form.must.click()
    qtbot.keyClick(row._form.text, Qt.Key.Key_Return)
    assert not row.is_open
    note = room.book.ranked(Note)[0]
    assert (note.text, note.always_act, note.sealed) == ("Hård tone er oplevet", True, True)
    assert not row.paper.must.isHidden()
    qtbot.keyClick(row.paper, Qt.Key.Key_Delete)
    assert len(room.book.ranked(Note)) == 1 and not said, "what calls for action is not thrown away by a slip"
    qtbot.keyClick(row.paper, Qt.Key.Key_F2)
    row._form.must.click()
    row.close_form()
    qtbot.keyClick(row.paper, Qt.Key.Key_Delete)
    assert room.book.ranked(Note) == []
    assert said == ["Slettet: »Hård tone er oplevet«"]


def test_a_long_note_is_kept_whole_and_can_be_split(room: PrepareRoom, qtbot: QtBot) -> None:
    first, second = (
        "Vi får tit besked om vagtplanen for sent",
        "derfor kan vi ikke nå at planlægge frokost eller ture",
    )
    long = f"{first}, og {second}"
    room.notes_card.entry.setText(long)
    room.notes_card.add_note()
    row = note_row(room, "godt")
    assert row.long.text() == f"{len(long)} tegn – ét emne pr. seddel"
    row.split()
    texts = [note.text for note in room.book.ranked(Note)]
    assert texts == [first, second.capitalize()]
    assert note_row(room, "godt").long.text() == ""
    room.bridge.undo(room.programme_id)
    assert [note.text for note in room.book.ranked(Note)] == [long]


def test_rules_are_written_in_place_and_enter_makes_the_next(room: PrepareRoom, qtbot: QtBot) -> None:
    card = room.rules_card
    card.pencil.click()
    first = card.list.rows()[0]
    type_in(qtbot, first.text, "Vi er venlige")  # type: ignore[attr-defined]
    qtbot.keyClick(first.text, Qt.Key.Key_Return)  # type: ignore[attr-defined]
    field = QApplication.focusWidget()
    assert field is not None
    qtbot.keyClicks(field, "Mobilen bliver i tasken")
    field.flush()  # type: ignore[attr-defined]
    qtbot.keyClick(field, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    texts = [rule.text for rule in room.book.ranked(Rule)]
    assert texts[:2] == ["Mobilen bliver i tasken", "Vi er venlige"]
    assert len(texts) == 6
    card.list.rows()[0].trash.click()  # type: ignore[attr-defined]
    card.set_editing(False)
    assert card._shown[0].words.text() == "Vi er venlige"


def test_the_papers_and_the_meeting_are_one_press_away(room: PrepareRoom, qtbot: QtBot) -> None:
    asked: list[str] = []
    room.open_document.connect(asked.append)
    room.go.connect(asked.append)
    room.print_card.buttons["drejebog"].click()
    room.print_card.buttons["afrapportering"].click()
    room.actions_here()["print"]()
    top = room.header_button()
    assert top is not None and top.isAncestorOf(room.rehearse_button)
    room._start.click()
    assert asked == ["drejebog", "afrapportering", "drejebog", "run"]


def test_another_programme_does_not_inherit_what_is_open(
    room: PrepareRoom, open_room: Callable[[str], PrepareRoom], qtbot: QtBot
) -> None:
    from datetime import datetime

    from trivselsdesk.domain.commands.desk import AddProgramme
    from trivselsdesk.domain.setup import new_programme

    records = new_programme(room.pack, "Team Egen", datetime(2026, 5, 12))
    other = records[0].programme_id
    room.bridge.run(AddProgramme(programme_id=other, records=records))
    room.meeting_card.set_editing(True)
    type_in(qtbot, room.meeting_card._room, "Kælderen")
    first = room.programme_id
    room.show_programme(other, "forbered")
    assert not room.meeting_card.editing()
    assert room.bridge.book(first).meeting.room == "Kælderen"
    assert room.book.get(Meeting, room.book.meeting.id).room == ""
    assert room.meeting_card.unit.words.text() == "Team Egen"


def test_every_icon_button_and_field_has_a_name(room: PrepareRoom) -> None:
    from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit

    for card in (room.meeting_card, room.people_card, room.roles_card, room.rules_card):
        card.set_editing(True)
    room.agenda.show_item(room.book.items(room.book.meeting.id)[2].id)
    nameless = [
        each
        for kind in (QAbstractButton, QLineEdit, QPlainTextEdit)
        for each in room.findChildren(kind)
        if not each.accessibleName() and each.objectName() != "qt_spinbox_lineedit" and each.isVisible()
    ]
    assert [each for each in nameless if type(each) is not QLineEdit] == []


def test_whoever_empties_the_questions_of_the_invitation_can_write_them_anew(room: PrepareRoom) -> None:
    card = room.invitation_card
    card.set_editing(True)
    usual = card.own_questions.value()
    card.own_questions.setFocus()
    for text in ("Hvad skal vi tale om?", ""):
        card.own_questions.setPlainText(text)
        flush_all()
        assert card.own_questions.value() == text
    card.words.setFocus()
    assert card.own_questions.value() == usual


def test_another_process_asks_for_its_own_words(
    room: PrepareRoom, bridge: Bridge, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    card = room.meeting_card
    card.set_editing(True)
    own = [each.id for each in room.pack.variables]
    assert list(card._variables) == own
    other = replace(room.pack, variables=(Variable(id="chef", label="Chefens navn", default="lederen"),))
    monkeypatch.setattr(bridge, "pack", lambda programme_id: other)
    card.refresh()
    assert {key: field.placeholderText() for key, field in card._variables.items()} == {"chef": "lederen"}
    type_in(qtbot, card._variables["chef"], "Birgit")
    card._variables["chef"].flush()
    assert bridge.book(room.programme_id).get(Override, f"{room.programme_id}:var.chef").text == "Birgit"


def test_tab_takes_the_name_that_is_suggested(room: PrepareRoom, qtbot: QtBot) -> None:
    card = room.roles_card
    card.set_editing(True)
    field = card._forms["facilitator"].field
    field.setFocus()
    qtbot.keyClicks(field, "Sa")
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert [person.name for person in holders(room.book, "facilitator")] == ["Sanne"]
    assert field.value() == "Sanne"
    assert len(room.book.ranked(Person)) == 6


def test_a_name_with_its_title_is_nobody_new(room: PrepareRoom, qtbot: QtBot) -> None:
    card = room.roles_card
    card.set_editing(True)
    field = card._forms["leder"].field
    field.setFocus()
    qtbot.keyClicks(field, "Birgit (Leder)")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert [person.id for person in holders(room.book, "leder")] == ["p:Birgit"]
    assert field.value() == "Birgit"


def test_people_are_typed_with_their_titles(room: PrepareRoom, qtbot: QtBot) -> None:
    card = room.people_card
    card.pencil.click()
    type_in(qtbot, card.entry, "Bodil (TR), Inge, amr, birgit (Leder)")
    card.add.click()
    people = room.book.ranked(Person)
    assert [(each.name, each.title) for each in people[6:]] == [("Bodil", "TR"), ("Inge", "AMR")]
    assert [each.name for each in holders(room.book, "tr")] == ["Bodil"]
    assert [each.name for each in holders(room.book, "amr")] == ["Inge"]


def test_a_new_name_for_a_role_can_be_lent_to_the_meeting(room: PrepareRoom, qtbot: QtBot) -> None:
    card = room.roles_card
    card.set_editing(True)
    form = card._forms["facilitator"]
    assert form.guest.isHidden()
    form.field.setFocus()
    qtbot.keyClicks(form.field, "Lone Friis (lånt fra Egetræet)")
    qtbot.keyClick(form.field, Qt.Key.Key_Return)
    assert not form.guest.isHidden()
    form.guest.click()
    lone = holders(room.book, "facilitator")[0]
    assert (lone.name, lone.title, lone.takes_part) == ("Lone Friis", "lånt fra Egetræet", False)
    assert len(participants(room.book)) == 6
    assert room.people_card.guests.text() == "Hjælper til: Lone Friis (lånt fra Egetræet)"
    form.guest.click()
    assert len(participants(room.book)) == 7
    assert not form.guest.isHidden()
    type_in(qtbot, form.field.lineEdit(), "Ole")
    qtbot.keyClick(form.field, Qt.Key.Key_Return)
    assert form.guest.isHidden()


def test_the_wheel_never_scrolls_a_rule_that_all_shows(room: PrepareRoom, qtbot: QtBot) -> None:
    card = room.rules_card
    card.pencil.click()
    text = card.list.rows()[0].text  # type: ignore[attr-defined]
    text.setFocus()
    qtbot.wait(20)
    text.verticalScrollBar().setValue(text.verticalScrollBar().maximum())
    assert text.verticalScrollBar().value() == 0


def test_another_way_to_hold_the_meeting_is_chosen_and_what_was_written_is_kept(
    open_room: Callable[[str], PrepareRoom], programme: str
) -> None:
    room = open_room(programme)
    usual = room.bridge.book(programme).meeting
    first = room.agenda.list.rows()[0]
    assert isinstance(first, AgendaRow)
    first.minutes.set_value(12)
    first.minutes.edited.emit(12)
    card = room.meeting_card
    assert card.way.currentText() == "Alle seks punkter"

    card.way.setCurrentIndex(card.way.findText("Store MED dag"))
    card.way.activated.emit(card.way.currentIndex())
    starts = [row.start.text() for row in room.agenda.list.rows() if isinstance(row, AgendaRow)]
    assert starts == ["08.30", "09.00", "09.55", "10.15", "11.25"]
    assert "20. maj" in card.when.words.text() and "08.30" in card.when.words.text()

    pause = room.agenda.list.rows()[2]
    assert isinstance(pause, AgendaRow)
    pause.open()
    assert pause.detail is not None
    pause.detail.show_form(True)
    assert pause.detail.form is not None
    pause.detail.form.at.edited.emit(9 * 60 + 50)
    assert pause.off.text() == "Skal begynde kl. 09.50, men det før varer 5 min for længe"

    card.way.setCurrentIndex(card.way.findText("Alle seks punkter"))
    card.way.activated.emit(card.way.currentIndex())
    assert room.bridge.book(programme).meeting.id == usual.id
    kept = room.agenda.list.rows()[0]
    assert isinstance(kept, AgendaRow)
    assert kept.minutes.value() == 12
