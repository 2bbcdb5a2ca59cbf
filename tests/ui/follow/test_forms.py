"""The forms after the meeting: filled in, undone, there again after a restart, begun once more, printed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.documents.reading import words
from tests.ui.desk import Desk, example_desk
from trivselsdesk.documents import forms as paper
from trivselsdesk.documents.catalogue import beside
from trivselsdesk.domain.answers import is_answered
from trivselsdesk.domain.forms import answer, columns_of, entries, entry_at, filled, form_of, subjects
from trivselsdesk.domain.pack import Form, FormChoice, FormColumn, FormField, RowColumn
from trivselsdesk.domain.pack.forms import FIELD_KINDS, FORM_SUBJECTS, ROWS
from trivselsdesk.domain.records import Event, FormAnswer, FormEntry
from trivselsdesk.store.errors import StoreError
from trivselsdesk.ui import undo_words
from trivselsdesk.ui.follow.forms.page import FormsSection
from trivselsdesk.ui.follow.room import FollowRoom
from trivselsdesk.ui.forms.desk import FormDesk
from trivselsdesk.ui.forms.inputs import DayInput, LinesInput, PickInput, TextInput
from trivselsdesk.ui.forms.lists import RowsInput, TicksInput
from trivselsdesk.ui.widgets.fields import DateField, LineField, flush_all

QUESTION = "Hvad gør vi i ugerne, efter at rapporten er kommet?"


@pytest.fixture
def at(tmp_path: Path, qapp: QApplication) -> Iterator[Desk]:
    desk = example_desk(tmp_path, "follow")
    yield desk
    desk.bridge.store.close()


Enter = Callable[[Desk, str], FormsSection]


@pytest.fixture
def enter(qtbot: QtBot) -> Iterator[Enter]:
    """Opens the page of the forms with one of them open."""
    rooms: list[FollowRoom] = []

    def open_page(at: Desk, form_id: str) -> FormsSection:
        room = FollowRoom(at.bridge)
        rooms.append(room)
        qtbot.addWidget(room)
        at.bridge.changed.connect(room.take)
        room.resize(1440, 840)
        room.show_programme(at.programme_id, "statuspil")
        room.open_page("forms")
        room.show()
        QApplication.processEvents()
        section = room.section
        assert isinstance(section, FormsSection)
        section.open_form(form_id)
        return section

    yield open_page
    rooms.clear()


def the_form(at: Desk, form_id: str) -> Form:
    found = form_of(at.bridge.pack(at.programme_id), form_id)
    assert found is not None
    return found


def read(at: Desk, form_id: str, field: str, column: str = "") -> str:
    form = the_form(at, form_id)
    about = subjects(at.book, form)[0].id
    return answer(at.book, entry_at(at.book, form, about, at.bridge.today()).id, field, column)


def test_the_forms_lie_ready_and_open(at: Desk, enter: Enter) -> None:
    section = enter(at, "gryden")
    assert next(iter(section.shelf.tiles)) == "opfoelgning"
    assert {"evaluering", "egen_indsats", "gensyn", "gryden"} <= set(section.shelf.tiles)
    assert section.desk.head.title.text() == "Hold gryden i kog"
    tile = section.shelf.tiles["opfoelgning"]
    assert "Ikke begyndt" in tile.accessibleName()
    tile.setFocus()
    QTest.keyClick(tile, Qt.Key.Key_Return)
    assert section.desk.head.title.text() == "Sådan holder vi fast"


def test_an_answer_is_saved_undone_and_there_after_a_restart(at: Desk, enter: Enter) -> None:
    section = enter(at, "opfoelgning")
    card = section.desk.cards[0]
    assert not card.needed.isHidden()
    card.focus_answer()
    QTest.keyClicks(QApplication.focusWidget(), "Vi ses hver mandag")
    flush_all()
    assert read(at, "opfoelgning", "ugerne_efter") == "Vi ses hver mandag"
    assert card.needed.isHidden()
    assert section.desk.head.count.text() == "1 af 6 besvaret"
    step = at.bridge.next_step(at.programme_id)
    assert step is not None
    assert undo_words.words(step) == f"Svar i skemaet: »{QUESTION}«"
    at.undo()
    assert read(at, "opfoelgning", "ugerne_efter") == ""
    assert not list(at.book.of(FormEntry))
    at.redo()
    again = at.reopen()
    assert read(again, "opfoelgning", "ugerne_efter") == "Vi ses hver mandag"
    again.bridge.store.close()


def test_a_small_table_grows_and_its_rows_can_be_deleted(at: Desk, enter: Enter) -> None:
    section = enter(at, "opfoelgning")
    rows = section.desk.cards[3].inputs[""]
    assert isinstance(rows, RowsInput)
    assert len(rows.rows) == 1
    for number, meeting in enumerate(("Personalemøde", "MED-møde")):
        cell = rows.rows[number].cells[0]
        cell.setFocus()
        QTest.keyClicks(cell, meeting)
        flush_all()
        QApplication.processEvents()
    day = rows.rows[1].cells[1]
    assert isinstance(day, DateField)
    day.setFocus()
    QTest.keyClicks(day, "9/9")
    QTest.keyClick(day, Qt.Key.Key_Return)
    assert len(rows.rows) == 3
    assert read(at, "opfoelgning", "moeder") == "Personalemøde\t\t\nMED-møde\t2026-09-09\t"
    rows.rows[0].bin.click()
    assert read(at, "opfoelgning", "moeder") == "MED-møde\t2026-09-09\t"
    first = rows.rows[0].cells[0]
    assert isinstance(first, LineField)
    assert first.value() == "MED-møde"


def test_tab_goes_through_rows_that_came_later_where_they_stand(at: Desk, enter: Enter) -> None:
    section = enter(at, "opfoelgning")
    rows = section.desk.cards[3].inputs[""]
    assert isinstance(rows, RowsInput)
    rows.rows[0].cells[0].setFocus()
    QTest.keyClicks(rows.rows[0].cells[0], "Personalemøde")
    flush_all()
    QTest.qWait(50)
    rows.rows[0].bin.setFocus()
    QTest.keyClick(rows.rows[0].bin, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is rows.rows[1].cells[0]
    ticks = enter(at, "gryden").desk.cards[0].inputs[""]
    assert isinstance(ticks, TicksInput)
    QTest.keyClicks(ticks.entry, "Kagedag")
    ticks.add_own()
    QTest.qWait(50)
    last = list(ticks.checks.values())[-1]
    last.setFocus()
    QTest.keyClick(last, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is ticks.own[0][0]


def test_a_day_that_cannot_be_read_is_said_and_stays(at: Desk, enter: Enter) -> None:
    section = enter(at, "opfoelgning")
    card = section.desk.cards[4]
    day = card.inputs[""].first()
    assert isinstance(day, DateField)
    day.setFocus()
    QTest.keyClicks(day, "engang")
    QTest.keyClick(day, Qt.Key.Key_Return)
    assert "Den dato kender vi ikke" in card.wrong.text()
    assert not card.wrong.isHidden()
    assert day.text() == "engang"
    assert read(at, "opfoelgning", "evaluering") == ""


def test_ideas_are_ticked_and_own_ones_added(at: Desk, enter: Enter) -> None:
    section = enter(at, "gryden")
    ticks = section.desk.cards[0].inputs[""]
    assert isinstance(ticks, TicksInput)
    ticks.checks["moede"].click()
    QTest.keyClicks(ticks.entry, "Kagedag")
    QTest.keyClick(ticks.entry, Qt.Key.Key_Return)
    assert read(at, "gryden", "ideer") == "=moede\n+Kagedag"
    assert ticks.entry.text() == ""
    ticks.own[0][0].click()
    assert read(at, "gryden", "ideer") == "=moede\n-Kagedag"
    at.undo()
    assert ticks.own[0][0].isChecked()


def test_one_initiative_at_a_time_with_the_plan_beside(at: Desk, enter: Enter) -> None:
    section = enter(at, "gensyn")
    desk, form = section.desk, the_form(at, "gensyn")
    about = subjects(at.book, form)
    assert desk.subjects.count.text() == f"1 af {len(about)}"
    scale = desk.cards[1].inputs[""]
    assert isinstance(scale, PickInput)
    scale.buttons["4"].click()
    assert read(at, "gensyn", "nu") == "4"
    desk.subjects.next.click()
    assert not scale.buttons["4"].isChecked()
    assert answer(at.book, entry_at(at.book, form, about[1].id, at.bridge.today()).id, "nu") == ""
    desk.subjects.back.click()
    assert scale.buttons["4"].isChecked()
    scale.buttons["4"].click()
    assert read(at, "gensyn", "nu") == ""


def test_filled_in_again_last_time_stands_beside_and_can_be_used(at: Desk, enter: Enter) -> None:
    section = enter(at, "egen_indsats")
    desk = section.desk
    lines = desk.cards[3].inputs["trio"]
    assert isinstance(lines, LinesInput)
    QTest.keyClicks(lines.lines[0], "Begynde før")
    flush_all()
    assert desk.times.more.isEnabled()
    at.moment.at = at.moment.at.replace(year=2027)
    desk.times.more.click()
    assert lines.lines[0].value() == ""
    assert desk.times.day.value() == date(2027, at.moment.at.month, at.moment.at.day)
    found = beside_words(section)
    assert found[0].startswith("Sidste gang, ")
    assert "1. Begynde før" in found
    take = desk.cards[3].findChildren(type(desk.head.print))
    next(each for each in take if each.text() == "Brug det").click()
    assert lines.lines[0].value() == "Begynde før"
    desk.times.bin.click()
    assert len(entries(at.book, the_form(at, "egen_indsats"))) == 1
    at.undo()
    assert len(entries(at.book, the_form(at, "egen_indsats"))) == 2


def beside_words(section: FormsSection) -> list[str]:
    from trivselsdesk.ui.widgets.card import Panel
    from trivselsdesk.ui.widgets.labels import Label

    panels = section.desk.cards[3].findChildren(Panel)
    return [label.text() for panel in panels for label in panel.findChildren(Label)]


def test_print_asks_for_what_is_shown(at: Desk, enter: Enter) -> None:
    section = enter(at, "gensyn")
    wanted: list[str] = []
    section.open_document.connect(wanted.append)
    section.desk.head.print.click()
    assert wanted == ["skema:gensyn"]
    assert section.document() == "skema:gensyn"
    scale = section.desk.cards[1].inputs[""]
    assert isinstance(scale, PickInput)
    scale.buttons["2"].click()
    assert section.desk.entry is not None
    assert section.document() == f"skema:gensyn@{section.desk.entry.id}"
    pack = at.bridge.pack(at.programme_id)
    filled_in, empty, *_ = beside(pack, section.document())
    assert filled_in.make(at.book, pack, at.bridge.now()) != empty.make(at.book, pack, at.bridge.now())


def test_without_initiatives_the_way_to_the_plan_is_shown(tmp_path: Path, enter: Enter) -> None:
    desk = example_desk(tmp_path, "board")
    section = enter(desk, "gensyn")
    went: list[str] = []
    section.go.connect(went.append)
    assert section.desk.empty.isVisible()
    section.desk.empty.button.click()
    assert went == ["plan"]
    desk.bridge.store.close()


def test_a_day_is_put_on_the_wheel_with_one_click(at: Desk, enter: Enter) -> None:
    section = enter(at, "opfoelgning")
    card = next(each for each in section.desk.cards if each.field.id == "evaluering")
    assert card.to_wheel.isHidden()
    card.focus_answer()
    QTest.keyClicks(QApplication.focusWidget(), "1/9 2026")
    flush_all()
    assert not card.to_wheel.isHidden() and card.to_wheel.text() == "Sæt på årshjulet"
    before = len(list(at.book.of(Event)))
    card.to_wheel.click()
    event = next(each for each in at.book.of(Event) if each.day == date(2026, 9, 1))
    assert event.title.startswith("Hvornår ser vi tilbage") and len(list(at.book.of(Event))) == before + 1
    assert card.to_wheel.text() == "Står på årshjulet" and not card.to_wheel.isEnabled()
    at.undo()
    assert card.to_wheel.isEnabled() and len(list(at.book.of(Event))) == before


def test_a_filled_in_discussion_is_marked_as_held_where_it_is_written(at: Desk, enter: Enter) -> None:
    section = enter(at, "droeftelse")
    desk = section.desk
    assert desk.offer.isHidden()
    for card in desk.cards:
        if card.field.required:
            for column in columns_of(desk.form, card.field):  # type: ignore[arg-type]
                card.written.emit(card.field.id, column.id, "Talt om")
    assert not desk.offer.isHidden() and "arbejdsmiljødrøftelse" in desk.offer.words.whole_text()
    desk.offer.hold.click()
    assert desk.offer.isHidden()
    held = next(each for each in at.book.of(Event) if each.kind == "discussion")
    assert held.held == at.bridge.today()
    at.undo()
    assert not desk.offer.isHidden()


# Whatever a pack asks for

LABEL = st.text("abcæøå ?", min_size=1, max_size=30).filter(str.strip)
CHOICES = st.integers(2, 5).map(
    lambda count: tuple(FormChoice(id=f"c{place}", label=f"Valg {place}") for place in range(count))
)
CELLS = st.lists(st.sampled_from(["text", "date", "person"]), min_size=1, max_size=4).map(
    lambda kinds: tuple(
        RowColumn(id=f"k{place}", title=f"K{place}", kind=kind) for place, kind in enumerate(kinds)
    )
)


@st.composite
def forms(draw: st.DrawFn) -> Form:
    kinds = draw(st.lists(st.sampled_from(FIELD_KINDS), min_size=1, max_size=6))
    fields = tuple(
        FormField(
            id=f"f{place}",
            label=draw(LABEL),
            kind=kind,
            count=draw(st.integers(0, 5)),
            cells=draw(CELLS) if kind == "rows" else (),
            choices=draw(CHOICES) if kind in ("choice", "ticks") else (),
            required=draw(st.booleans()),
            examples=("Et eksempel",) if draw(st.booleans()) else (),
        )
        for place, kind in enumerate(kinds)
    )
    columns = draw(st.sampled_from([(), ("a", "b"), ("a", "b", "c")]))
    return Form(
        id="proeve",
        title="Prøve",
        fields=fields,
        per=draw(st.sampled_from(["", *FORM_SUBJECTS])),
        repeat=draw(st.booleans()),
        columns=tuple(FormColumn(id=each, title=f"Kolonne {each}") for each in columns),
        max_pages=draw(st.integers(0, 3)),
    )


@settings(
    max_examples=8,
    deadline=None,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(form=forms())
def test_any_form_opens_takes_every_answer_and_is_printed(at: Desk, qtbot: QtBot, form: Form) -> None:
    # What the form before this one left, also where it failed.
    while list(at.book.of(FormAnswer)):
        at.undo()
    desk = FormDesk(at.bridge)
    qtbot.addWidget(desk)
    at.bridge.changed.connect(desk.refresh)
    desk.resize(1000, 800)
    desk.show_form(at.programme_id, form)
    for number, card in enumerate(desk.cards):
        for column, made in card.inputs.items():
            _answer(made, f"Svar{number}{column}")
    flush_all()
    assert desk.entry is not None
    state = filled(at.book, form, desk.entry.id)
    assert state.done == state.total == sum(len(columns_of(form, field)) for field in form.fields)
    for field in form.fields:
        for each in columns_of(form, field):
            assert is_answered(field, answer(at.book, desk.entry.id, field.id, each.id))
    pack = at.bridge.pack(at.programme_id)
    text = words(paper.make(at.book, pack, at.bridge.now(), form))
    empty = words(paper.make(at.book, pack, at.bridge.now(), form, blank=True))
    for number, field in enumerate(form.fields):
        assert " ".join(f"{number + 1}. {field.label}".split()) in text
        if field.kind in ("text", "lines") or any(each.kind != "date" for each in field.cells):
            assert f"Svar{number}" in text
            assert f"Svar{number}" not in empty
    at.bridge.changed.disconnect(desk.refresh)


def _answer(made: object, text: str) -> None:
    if isinstance(made, TextInput):
        made.text.setPlainText(text)
    elif isinstance(made, LinesInput):
        QTest.keyClicks(made.lines[-1], text)
    elif isinstance(made, DayInput):
        QTest.keyClicks(made.day, "9/9")
        QTest.keyClick(made.day, Qt.Key.Key_Return)
    elif isinstance(made, PickInput):
        list(made.buttons.values())[-1].click()
    elif isinstance(made, RowsInput):
        for cell in made.rows[0].cells:
            if isinstance(cell, DateField):
                QTest.keyClicks(cell, "9/9")
                QTest.keyClick(cell, Qt.Key.Key_Return)
            elif isinstance(cell, LineField):
                QTest.keyClicks(cell, text)
            else:
                line = cell.lineEdit()
                assert line is not None
                QTest.keyClicks(line, text)
        flush_all()
    elif isinstance(made, TicksInput):
        QTest.keyClicks(made.entry, text)
        made.add_own()


def test_a_row_that_is_emptied_keeps_its_place_for_what_is_written_next(at: Desk, enter: Enter) -> None:
    rows = enter(at, "opfoelgning").desk.cards[3].inputs[""]
    assert isinstance(rows, RowsInput)
    for number, meeting in enumerate(("Personalemøde", "MED-møde")):
        rows.rows[number].cells[0].setFocus()
        QTest.keyClicks(rows.rows[number].cells[0], meeting)
        flush_all()
    first = rows.rows[0].cells[0]
    assert isinstance(first, LineField)
    first.setFocus()
    first.selectAll()
    QTest.keyClick(first, Qt.Key.Key_Delete)
    flush_all()
    assert read(at, "opfoelgning", "moeder") == "MED-møde\t\t"
    QTest.keyClicks(first, "Stuemøde")
    flush_all()
    assert read(at, "opfoelgning", "moeder") == "Stuemøde\t\t\nMED-møde\t\t"
    assert len(rows.rows) == 3


def test_a_line_of_ones_own_needs_no_enter(at: Desk, enter: Enter) -> None:
    section = enter(at, "gryden")
    ticks = section.desk.cards[0].inputs[""]
    assert isinstance(ticks, TicksInput)
    field = section.desk.cards[0].field.id
    QTest.keyClicks(ticks.entry, "Kagedag")
    section.leave()
    assert "+Kagedag" in read(at, "gryden", field).split("\n")
    QTest.keyClicks(ticks.entry, "Fælles gåtur")
    section.open_form("opfoelgning")
    assert read(at, "gryden", field).split("\n")[-2:] == ["+Kagedag", "+Fælles gåtur"]
    assert not [each for each in at.book.of(FormAnswer) if each.field != field]


def test_what_the_disk_does_not_take_stays_in_the_form(
    at: Desk, enter: Enter, monkeypatch: pytest.MonkeyPatch
) -> None:
    section = enter(at, "opfoelgning")
    desk = section.desk
    first, other = desk.cards[0].inputs[""], desk.cards[2].inputs[""]
    assert isinstance(first, TextInput) and isinstance(other, TextInput)

    def full(_command: object) -> None:
        raise StoreError("full")

    with monkeypatch.context() as patch:
        patch.setattr(at.bridge.store, "run", full)
        QTest.keyClicks(first.text, "Vi begynder mandag")
        flush_all()
        QTest.keyClicks(other.text, "Opslag i gangen")
        flush_all()
        section.open_form("evaluering")
        section.open_form("opfoelgning")
    shown = [each.inputs[""] for each in (desk.cards[0], desk.cards[2])]
    assert [each.text.value() for each in shown if isinstance(each, TextInput)] == [
        "Vi begynder mandag",
        "Opslag i gangen",
    ]
    assert at.bridge.try_again()
    assert read(at, "opfoelgning", "ugerne_efter") == "Vi begynder mandag"
    assert read(at, "opfoelgning", "fortaelle") == "Opslag i gangen"


def test_a_day_that_cannot_be_read_does_not_go_along_to_another_initiative(at: Desk, enter: Enter) -> None:
    desk = enter(at, "gensyn").desk
    card = next(each for each in desk.cards if each.field.kind == ROWS)
    rows = card.inputs[""]
    assert isinstance(rows, RowsInput)
    day = rows.rows[0].cells[2]
    assert isinstance(day, DateField)
    day.setFocus()
    QTest.keyClicks(day, "engang")
    day.settle()
    assert card.wrong.isVisibleTo(card)
    desk.refresh()
    assert day.text() == "engang", "what was typed waits to be mended"
    desk.subjects.next.click()
    assert day.text() == "" and not card.wrong.isVisibleTo(card)
    QTest.keyClicks(day, "1/9 2026")
    day.settle()
    desk.subjects.back.click()
    assert rows.rows[0].values() == ["", "", ""] and day.text() == "", "nor back"
