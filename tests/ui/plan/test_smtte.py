"""The SMTTE is the same record seen another way, beside the sheet it ends on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.plan.planning import Planning
from trivselsdesk.documents.catalogue import document
from trivselsdesk.domain.commands.desk import AddProgramme
from trivselsdesk.domain.commands.rows import EditFields
from trivselsdesk.domain.records import Initiative, Report
from trivselsdesk.ui.plan.header import QUESTIONS, SMTTE

EMPTY = "Travle eftermiddage"


def test_what_is_written_in_one_view_stands_in_the_other(planning: Planning) -> None:
    planning.show(EMPTY)
    planning.room.show_view(SMTTE)
    planning.write(planning.desk.smtte.parts["evaluation"].field, "Kort runde i november.")
    planning.write(planning.desk.smtte.parts["goal"].field, "Ro hver dag.")
    planning.write(planning.table.rows()[-1].title, "Køkkenvagt")
    planning.room.show_view(QUESTIONS)
    assert planning.desk.questions.parts["goal"].field.value() == "Ro hver dag."
    assert planning.table.rows()[0].title.value() == "Køkkenvagt"
    planning.reopen()
    assert planning.room.view == QUESTIONS
    planning.room.show_view(SMTTE)
    assert planning.desk.smtte.parts["evaluation"].field.value() == "Kort runde i november."
    assert planning.room.rail.areas.cards()[2].area.caption == "3 af 5 felter"


def test_the_sheet_follows_what_is_written(planning: Planning) -> None:
    planning.room.show_view(SMTTE)
    planning.show(EMPTY)
    pane = planning.desk.pane
    assert pane is not None
    before = pane.gauge.title.text()
    planning.write(planning.desk.smtte.parts["goal"].field, "Ro og nærvær på alle stuer. " * 20)
    planning._qtbot.waitUntil(lambda: pane.gauge.title.text() != before, timeout=30_000)
    assert not pane.picture.is_stale()


def test_too_much_for_one_page_is_red_and_leads_to_the_longest_field(planning: Planning) -> None:
    initiative = planning.initiative(EMPTY)
    planning.room.show_view(SMTTE)
    planning.bridge.run(
        EditFields(
            programme_id=planning.key,
            kind=Initiative,
            id=initiative.id,
            values={"goal": "Ro på stuen. " * 150},
        )
    )
    pane = planning.desk.pane
    assert pane is not None
    pane.draw()
    assert "Forkort" in pane.gauge.state.text()
    assert pane.picture.is_stale()
    assert not pane.save_button.isEnabled()
    assert pane.gauge.links[0].isVisible()
    pane.gauge.links[0].click()
    assert planning.room.current == initiative.id
    assert QApplication.focusWidget() is planning.desk.smtte.parts["goal"].field


def test_every_place_the_gauge_can_name_is_reached(planning: Planning) -> None:
    planning.room.show_view(SMTTE)
    full = planning.initiative("Hvem gør hvad?")
    action = planning.actions("Hvem gør hvad?")[1]
    planning.room.go_to_field("Action", action.id, "title")
    assert planning.table.rows()[1].title.hasFocus()
    planning.room.go_to_field("Initiative", full.id, "leads")
    assert planning.desk.smtte.leads.hasFocus()
    planning.room.go_to_field("Initiative", full.id, "name")
    assert planning.desk.header.name.hasFocus()
    planning.room.go_to_field("Report", planning.key, "reasons")
    assert planning.desk.status is not None
    assert planning.desk.status.answers["reasons"].lines[0].hasFocus()
    planning.room.go_to_field("Report", planning.key, "authors")
    assert planning.desk.status.authors.hasFocus()
    planning.room.go_to_field("Programme", planning.key, "name")
    assert planning.asked == ["prepare"]


def test_year_status_is_written_line_by_line(planning: Planning) -> None:
    planning.room.show_view(SMTTE)
    planning.room.show_area("successes")
    status = planning.desk.status
    assert status is not None
    lines = status.answers["successes"].lines
    lines[0].setPlainText("")
    planning.write(lines[0], "Vi holder fælles morgensang.")
    planning.press(lines[0], Qt.Key.Key_Return)
    assert lines[1].hasFocus()
    report = planning.book.get(Report, planning.key)
    assert report.successes.splitlines()[0] == "Vi holder fælles morgensang."
    assert len(report.successes.splitlines()) == 3


def test_next_and_previous_go_through_status_and_areas(planning: Planning) -> None:
    planning.room.show_view(SMTTE)
    planning.room.show_area("reasons")
    planning.desk.next_button.click()
    assert planning.room.current == planning.initiative("Hård tone").id
    planning.desk.previous_button.click()
    assert planning.room.current == "reasons"
    planning.show("Beskeder mellem stuerne")
    assert not planning.desk.next_button.isVisible()


def test_the_next_area_takes_what_is_typed(planning: Planning) -> None:
    planning.room.show_view(SMTTE)
    planning.show("Hård tone")
    while planning.desk.next_button.isVisible():
        planning.desk.next_button.setFocus()
        planning.desk.next_button.click()
    focused = QApplication.focusWidget()
    assert focused is not None and planning.desk.smtte.isAncestorOf(focused)


def test_the_report_holds_what_was_typed_on_exactly_one_page(planning: Planning, tmp_path: Path) -> None:
    planning.room.show_view(SMTTE)
    planning.show(EMPTY)
    planning.write(planning.desk.smtte.parts["goal"].field, "Ro på stuen efter kl. 14")
    planning.write(planning.desk.smtte.leads, "Jonas og Aisha")
    planning.write(planning.table.rows()[-1].title, "Køkkenvagt hver dag")
    pack = planning.bridge.pack(planning.key)
    data = document("afrapportering").make(planning.book, pack, planning.bridge.now())
    pages = PdfReader(BytesIO(data)).pages
    assert len(pages) == 1
    text = pages[0].extract_text()
    for words in ("Ro på stuen efter kl. 14", "Jonas og Aisha", "Køkkenvagt hver dag"):
        assert words in text


def test_printing_asks_for_the_preview(planning: Planning) -> None:
    planning.desk.header.print_button.click()
    assert planning.documents == ["afrapportering"]


def test_an_action_from_the_questions_does_not_stop_the_next_area_in_smtte(planning: Planning) -> None:
    planning.show(EMPTY)
    planning.room.show_view(SMTTE)
    planning.room.show_view(QUESTIONS)
    planning.write(planning.table.rows()[-1].title, "Køkkenvagt")
    planning.show("Hvem gør hvad?")
    planning.room.show_view(SMTTE)
    titles = [row.title.value() for row in planning.table.rows()[:-1]]
    assert titles == [each.title for each in planning.actions("Hvem gør hvad?")]


def test_the_view_is_remembered_for_each_programme(planning: Planning) -> None:
    planning.room.show_view(SMTTE)
    other = AddProgramme(
        programme_id="andet",
        records=(
            replace(planning.book.programme, id="andet", programme_id="andet"),
            replace(planning.book.meeting, id="andet-mode", programme_id="andet"),
        ),
    )
    assert planning.bridge.run(other)
    planning.room.leave()
    planning.room.show_programme("andet", "handleplan")
    assert planning.room.view == QUESTIONS
    planning.room.leave()
    planning.room.show_programme(planning.key, "handleplan")
    assert planning.room.view == SMTTE


def test_the_agreed_follow_up_stands_in_the_evaluation(planning: Planning) -> None:
    area = planning.show(EMPTY)
    planning.room.show_view(SMTTE)
    smtte = planning.desk.smtte
    assert not smtte.agreed.isVisible()
    before = planning.room.rail.areas.cards()[2].area.caption
    values = {
        "followup_day": date(2026, 6, 17),
        "followup_place": "Personalemøde",
        "followup_owner": "Karin",
    }
    planning.bridge.run(EditFields(programme_id=planning.key, kind=Initiative, id=area.id, values=values))
    assert smtte.agreed.isVisible()
    assert smtte.agreed.text() == "Vi følger op ons. 17. juni 2026 på personalemøde. Karin sørger for det."
    assert before == "0 af 5 felter"
    assert planning.room.rail.areas.cards()[2].area.caption == "1 af 5 felter"
