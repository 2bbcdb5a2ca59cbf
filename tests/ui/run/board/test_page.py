"""The board as the facilitator uses it: type, drag, gather, park, undo."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from tests.ui.desk import Desk, example_desk
from trivselsdesk.domain.agenda import slots
from trivselsdesk.domain.board import board_view, parked_cards
from trivselsdesk.domain.commands.rows import EditFields
from trivselsdesk.domain.pack import Tool
from trivselsdesk.domain.records import Note, Theme
from trivselsdesk.ui import undo_words
from trivselsdesk.ui.run.board import entry as entry_module
from trivselsdesk.ui.run.board.page import BoardPage
from trivselsdesk.ui.run.board.type_in import TypeIn
from trivselsdesk.ui.surface.model import Group
from trivselsdesk.ui.surface.targets import Target
from trivselsdesk.ui.theme import current
from trivselsdesk.ui.widgets.buttons import Button

BOARD = "hverdag"


@pytest.fixture
def desk(tmp_path: Path, qapp: QApplication) -> Desk:
    return example_desk(tmp_path)


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> BoardPage:
    made = BoardPage(desk.bridge)
    qtbot.addWidget(made)
    made.resize(904, 760)
    desk.bridge.changed.connect(made.take)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    slot = slots(desk.book, desk.book.meeting)[2]
    made.show_slot(desk.programme_id, slot, Tool(kind="board", params={"board": BOARD}))
    return made


def texts(desk: Desk, zone: str) -> list[str]:
    view = board_view(desk.book, desk.bridge.pack(desk.programme_id).board(BOARD))
    shown = next(each for each in view.zones if each.zone.id == zone)
    return [note.text for theme in shown.themes for note in theme.notes] + [n.text for n in shown.loose]


def note(desk: Desk, text: str) -> Note:
    return next(each for each in desk.book.of(Note) if each.text == text)


def theme(desk: Desk, name: str) -> Theme:
    return next(each for each in desk.book.of(Theme) if each.name == name)


def write(page: BoardPage, qtbot: QtBot, text: str) -> None:
    field = page.entry.field
    field.setFocus()
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(field, event)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def middle(box: QRectF) -> QPoint:
    return box.center().toPoint()


def drag(page: BoardPage, qtbot: QtBot, start: QPoint, end: QPoint) -> None:
    viewport = page.view.viewport()
    qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    for part in (0.2, 0.6, 1.0):
        at = QPoint(
            round(start.x() + (end.x() - start.x()) * part), round(start.y() + (end.y() - start.y()) * part)
        )
        qtbot.mouseMove(viewport, at)
        _move(viewport, at)
    qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=end)


def _move(viewport: object, at: QPoint) -> None:
    from PySide6.QtCore import QEvent, QPointF
    from PySide6.QtGui import QMouseEvent

    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(at),
        viewport.mapToGlobal(QPointF(at)),  # type: ignore[attr-defined]
        Qt.MouseButton.LeftButton,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(viewport, event)  # type: ignore[arg-type]


def test_twelve_notes_in_a_row_keep_colour_zone_and_focus(page: BoardPage, desk: Desk, qtbot: QtBot) -> None:
    before = texts(desk, "mindre")
    page.entry.pick_zone(2)
    for number in range(12):
        write(page, qtbot, f"Sæt æøå nr. {number}")
        assert page.entry.field.text() == ""
        assert page.entry.field.hasFocus()
    assert texts(desk, "mindre") == before + [f"Sæt æøå nr. {number}" for number in range(12)]
    assert {note(desk, f"Sæt æøå nr. {n}").kind for n in range(12)} == {"gul"}


def test_a_sign_in_front_picks_the_zone_and_is_taken_off(page: BoardPage, desk: Desk, qtbot: QtBot) -> None:
    write(page, qtbot, "- Dørene binder")
    assert "Dørene binder" in texts(desk, "mindre")
    write(page, qtbot, "+Ny kaffe")
    assert "Ny kaffe" in texts(desk, "godt")


@pytest.mark.parametrize("text", ["🎉 fest og 👩🏽‍🏫", "مرحبا بالعالم", "x" * 10_000, "en " * 3000])
def test_any_text_goes_up_whole(page: BoardPage, desk: Desk, qtbot: QtBot, text: str) -> None:
    write(page, qtbot, text)
    assert " ".join(text.split()) in texts(desk, "godt")
    page.grab()


def test_a_long_note_is_offered_in_two(page: BoardPage, desk: Desk, qtbot: QtBot) -> None:
    page.entry.field.setText(
        "Telefonen ringer hele tiden midt i samlingen. Vi når aldrig at skrive ned, hvad vi har aftalt"
    )
    assert page.entry.split.isVisible()
    page.entry.split.click()
    assert "Telefonen ringer hele tiden midt i samlingen." in texts(desk, "godt")
    assert "Vi når aldrig at skrive ned, hvad vi har aftalt" in texts(desk, "godt")


def test_pasted_lines_become_notes(
    page: BoardPage, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def yes(_parent: object, title: str, *_rest: str, **_how: bool) -> bool:
        asked.append(title)
        return True

    monkeypatch.setattr(entry_module, "ask", yes)
    QGuiApplication.clipboard().setText("1. Første\n• Anden\n\n  Tredje  ")
    page.entry.field.paste()
    assert asked == ["Du har kopieret 3 linjer"]
    assert texts(desk, "godt")[-3:] == ["Første", "Anden", "Tredje"]
    desk.undo()
    assert "Første" not in texts(desk, "godt")


def test_dropping_a_note_on_another_makes_a_theme_with_its_name_open(
    page: BoardPage, desk: Desk, qtbot: QtBot
) -> None:
    first, second = note(desk, "Vores nye legeplads"), note(desk, "Gode kurser i år")
    drag(page, qtbot, middle(page.view.tile_rect(second.id)), middle(page.view.tile_rect(first.id)))
    made = note(desk, "Gode kurser i år").theme_id
    assert made and made == note(desk, "Vores nye legeplads").theme_id
    editor = page.editing.editor
    assert editor is not None
    editor.setPlainText("Ting vi er glade for")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert theme(desk, "Ting vi er glade for").id == made
    desk.undo()
    desk.undo()
    assert note(desk, "Gode kurser i år").theme_id == ""


def test_dragging_to_the_other_zone_moves_the_note_and_survives_a_restart(
    page: BoardPage, desk: Desk, qtbot: QtBot
) -> None:
    moved = note(desk, "Larm i fællesrummet")
    zone = page.view.laid.zones["godt"]
    target = page.view.mapFromScene(zone.right - 12, zone.bottom - 4)
    drag(page, qtbot, middle(page.view.tile_rect(moved.id)), target)
    assert note(desk, "Larm i fællesrummet").zone == "godt"
    again = desk.reopen()
    assert note(again, "Larm i fællesrummet").zone == "godt"
    again.undo()
    assert note(again, "Larm i fællesrummet").zone == "mindre"


def test_escape_during_a_drag_leaves_everything(page: BoardPage, desk: Desk, qtbot: QtBot) -> None:
    moved = note(desk, "Larm i fællesrummet")
    viewport = page.view.viewport()
    start = middle(page.view.tile_rect(moved.id))
    qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    _move(viewport, start - QPoint(0, 300))
    assert page.view.carrying
    qtbot.keyClick(page.view, Qt.Key.Key_Escape)
    assert not page.view.carrying
    assert middle(page.view.tile_rect(moved.id)) == start
    assert note(desk, "Larm i fællesrummet").zone == "mindre"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_keyboard_alone_moves_a_note(page: BoardPage, desk: Desk, qtbot: QtBot, key: Qt.Key) -> None:
    moved = note(desk, "Vores nye legeplads")
    page.view.setFocus()
    page.view.choose([moved.id])
    before = board_view(desk.book, page.board).zones[0]
    qtbot.keyClick(page.view, Qt.Key.Key_Space)
    qtbot.keyClick(page.view, Qt.Key.Key_Up)
    qtbot.keyClick(page.view, key)
    assert note(desk, "Vores nye legeplads").theme_id == before.themes[-1].theme.id


def test_keyboard_alone_changes_the_order_of_notes(page: BoardPage, desk: Desk, qtbot: QtBot) -> None:
    def order() -> list[str]:
        return [each.id for each in board_view(desk.book, page.board).zones[0].themes[0].notes]

    before = order()
    page.view.setFocus()
    page.view.choose([before[0]])
    qtbot.keyClick(page.view, Qt.Key.Key_Space)
    qtbot.keyClick(page.view, Qt.Key.Key_Right)
    qtbot.keyClick(page.view, Qt.Key.Key_Space)
    assert order() == [before[1], before[0], *before[2:]]
    assert page.view.focused == before[0]


def test_p_parks_and_the_strip_shows_it(page: BoardPage, desk: Desk, qtbot: QtBot) -> None:
    page.view.setFocus()
    page.view.choose([note(desk, "Gode kurser i år").id])
    qtbot.keyClick(page.view, Qt.Key.Key_P)
    parked = [card.title for card in parked_cards(desk.book, desk.bridge.pack(desk.programme_id))]
    assert "Gode kurser i år" in parked
    desk.undo()
    assert "Gode kurser i år" in texts(desk, "godt")


def test_what_calls_for_action_cannot_be_parked_or_thrown_away(
    page: BoardPage, desk: Desk, qtbot: QtBot
) -> None:
    hard = next(each for each in desk.book.of(Note) if each.always_act)
    said: list[str] = []
    desk.bridge.refused.connect(lambda sentence: said.append(sentence))
    page.view.setFocus()
    page.view.choose([hard.id])
    qtbot.keyClick(page.view, Qt.Key.Key_P)
    qtbot.keyClick(page.view, Qt.Key.Key_Delete)
    still = desk.book.get(Note, hard.id)
    assert not still.parked
    assert len(said) == 2 and "kræver altid handling" in said[0]


def test_letters_typed_in_the_line_are_letters(page: BoardPage, desk: Desk, qtbot: QtBot) -> None:
    before = len(list(desk.book.of(Note)))
    page.entry.field.setFocus()
    for letter in "gpnm":
        qtbot.keyClick(page.entry.field, letter)
    assert page.entry.field.text() == "gpnm"
    assert len(list(desk.book.of(Note))) == before


def test_sealed_notes_are_hung_up_by_a_click(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> None:
    desk = example_desk(tmp_path, "prepare")
    page = BoardPage(desk.bridge)
    qtbot.addWidget(page)
    page.resize(904, 760)
    desk.bridge.changed.connect(page.take)
    page.show()
    slot = slots(desk.book, desk.book.meeting)[2]
    page.show_slot(desk.programme_id, slot, Tool(kind="board", params={"board": BOARD}))
    sealed = [each for each in desk.book.of(Note) if each.sealed and not each.track]
    tools = page.header_widgets()[0]
    qtbot.addWidget(tools)
    tools.show()
    hang = next(each for each in tools.findChildren(Button) if "op fra trioen" in each.text())
    assert sealed and not page.view.tile_ids()
    hang.click()
    assert len(page.view.tile_ids()) == len(sealed)
    assert not hang.isVisibleTo(tools)


def test_a_rubber_band_chooses_what_it_touches(page: BoardPage, desk: Desk, qtbot: QtBot) -> None:
    first = page.view.tile_rect(note(desk, "Vores nye legeplads").id)
    last = page.view.tile_rect(note(desk, "Gode kurser i år").id)
    viewport = page.view.viewport()
    start = QPoint(round(first.right()) + 8, round(first.top()) + 4)
    qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    end = QPoint(round(last.left()) + 20, round(last.bottom()) - 10)
    _move(viewport, end)
    qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=end)
    chosen = {desk.book.get(Note, each).text for each in page.view.chosen}
    assert chosen == {"Vores nye legeplads", "Gode kurser i år"}


def test_zoom_stays_within_its_bounds_and_comes_back(page: BoardPage, desk: Desk) -> None:
    for _ in range(30):
        page.view.zoom_in()
    assert page.view.zoom == 3.0
    page.view.reset_zoom()
    assert page.view.zoom == 1.0


def test_the_paper_wall_is_typed_in_without_the_mouse(page: BoardPage, desk: Desk, qtbot: QtBot) -> None:
    dialog = TypeIn(page, page.pack.note_types, page.board.zones, "gul", page.deeds.add)
    qtbot.addWidget(dialog)
    dialog.show()
    # A note of the usual length is seen whole while it is typed.
    assert dialog.entry.field.width() >= 240
    for text in ("+ Vi ler", "- Døren smækker", "Kaffen er kold"):
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(dialog.entry.field, event)
        qtbot.keyClick(dialog.entry.field, Qt.Key.Key_Return)
    assert texts(desk, "godt")[-1] == "Vi ler"
    assert texts(desk, "mindre")[-2:] == ["Døren smækker", "Kaffen er kold"]
    dialog.entry.field.setText("Den sidste på væggen")
    dialog.accept()
    assert not dialog.isVisible()
    assert texts(desk, "mindre")[-1] == "Den sidste på væggen", "also without Enter"


def test_clicking_a_field_keeps_the_line_ready_to_write_in(page: BoardPage, desk: Desk, qtbot: QtBot) -> None:
    page.view.setFocus()
    for segment in page.entry.zones.findChildren(QAbstractButton):
        if segment.text() == "Mindre godt":
            qtbot.mouseClick(segment, Qt.MouseButton.LeftButton)
    write(page, qtbot, "Dørene smækker")
    assert "Dørene smækker" in texts(desk, "mindre")


def test_what_is_half_written_is_there_after_a_restart(page: BoardPage, desk: Desk, qtbot: QtBot) -> None:
    page.entry.field.setText("Halvt skrev")
    page.leave()
    again = desk.reopen()
    fresh = BoardPage(again.bridge)
    qtbot.addWidget(fresh)
    slot = slots(again.book, again.book.meeting)[2]
    fresh.show_slot(again.programme_id, slot, Tool(kind="board", params={"board": BOARD}))
    assert fresh.entry.field.text() == "Halvt skrev"


def test_an_edit_on_the_board_is_saved_while_it_is_typed_and_esc_takes_it_back(
    page: BoardPage, desk: Desk, qtbot: QtBot
) -> None:
    first = note(desk, "Vores nye legeplads")
    page.edit_note(first.id)
    editor = page.editing.editor
    assert editor is not None
    editor.setPlainText("Vores helt nye legeplads")
    qtbot.waitUntil(lambda: desk.book.get(Note, first.id).text == "Vores helt nye legeplads", timeout=30_000)
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert desk.book.get(Note, first.id).text == "Vores nye legeplads"


def test_several_notes_become_one_and_come_back(page: BoardPage, desk: Desk) -> None:
    ids = (note(desk, "Vores nye legeplads").id, note(desk, "Gode kurser i år").id)
    before = texts(desk, "godt")
    page.deeds.join(ids, ids[0])
    assert "Gode kurser i år" not in texts(desk, "godt")
    joint = next(t for z in page.view.zones for g in z.groups for t in g.tiles if t.id == ids[0])
    assert joint.voices == 2
    page.deeds.unjoin(ids[0])
    assert sorted(texts(desk, "godt")) == sorted(before)


def test_agreement_shows_and_is_doubted_when_a_note_comes(page: BoardPage, desk: Desk) -> None:
    made = theme(desk, "Tryghed")
    page.deeds.set_agreed(made.id, True)
    assert theme(desk, "Tryghed").agreed
    zone = made.zone
    page.deeds.move((note(desk, "Gode kurser i år").id,), Target("group", zone, made.id))
    assert not theme(desk, "Tryghed").agreed


def test_list_and_board_show_the_same_and_keep_the_choice(page: BoardPage, desk: Desk, qtbot: QtBot) -> None:
    board = page.view
    board.choose([note(desk, "Gode kurser i år").id])
    page.swap_view()
    assert page.view is page.list_view
    assert page.view.tile_ids() == board.tile_ids()
    assert page.view.chosen == board.chosen
    page.park_chosen()
    assert note(desk, "Gode kurser i år").parked
    page.swap_view()
    assert note(desk, "Gode kurser i år").id not in page.view.tile_ids()


def test_search_finds_and_leads_to_the_note(page: BoardPage, desk: Desk, qtbot: QtBot) -> None:
    page.find_bar.open()
    page.finding._search("legeplads", ())
    page.find_bar.changed.emit("legeplads", ())
    hits = page.finding._hits("LEGEPLADS", ())
    assert hits == [note(desk, "Vores nye legeplads").id]


def test_a_name_in_a_note_gets_a_quiet_hint(page: BoardPage, desk: Desk) -> None:
    words, split = page._hint_for("Camilla kommer altid for sent")
    assert "Camilla" in words and not split
    assert page._hint_for("Vi griner sammen") == ("", False)


def test_undo_says_how_many_notes_were_put_up(page: BoardPage, desk: Desk) -> None:
    page.put_up(["En", "To", "Tre"], page.entry.kinds.value(), page.entry.zones.value())
    step = desk.bridge.next_step(desk.programme_id)
    assert step is not None and undo_words.words(step) == "3 sedler sat op"


def test_a_hint_takes_the_whole_place_of_the_strip_above_the_line(page: BoardPage, qtbot: QtBot) -> None:
    page.entry.field.setText("Camilla kommer altid for sent")
    hint = page.entry._warning
    qtbot.waitUntil(hint.isVisible)
    assert hint.geometry().contains(page.park.geometry())
    assert hint.geometry().bottom() < page.entry.y()
    # A quiet word, not a fault.
    words = page.entry._warning_words
    assert words.palette().color(words.foregroundRole()) == current().color("ink2")


def names(desk: Desk, zone: str) -> list[str]:
    view = board_view(desk.book, desk.bridge.pack(desk.programme_id).board(BOARD))
    return [each.theme.name for one in view.zones if one.zone.id == zone for each in one.themes]


def gather(page: BoardPage, desk: Desk, zone: str, *called: str) -> None:
    """Make themes of two notes each, in this order."""
    for name in called:
        page.deeds.add([f"Om {name}", f"Mere om {name}"], "yellow", zone)
        page.deeds.group((note(desk, f"Mere om {name}").id,), note(desk, f"Om {name}").id)
        page.editing.finish()
        made = theme(desk, "Nyt tema")
        assert desk.bridge.run(
            EditFields(programme_id=desk.programme_id, kind=Theme, id=made.id, values={"name": name})
        )


def test_a_theme_is_dragged_by_its_heading_before_another_and_back_by_undo(
    page: BoardPage, desk: Desk, qtbot: QtBot
) -> None:
    gather(page, desk, "mindre", "Første", "Anden")
    view = page.board_view
    start = view.group_rect(theme(desk, "Anden").id).topLeft().toPoint() + QPoint(60, 12)
    end = view.group_rect(theme(desk, "Første").id).topLeft().toPoint() + QPoint(6, 12)
    drag(page, qtbot, start, end)
    assert names(desk, "mindre")[-2:] == ["Anden", "Første"]
    assert [each.id for each in board_zones_of(page, "mindre")][-2:] == [
        theme(desk, "Anden").id,
        theme(desk, "Første").id,
    ]
    desk.bridge.undo(desk.programme_id)
    assert names(desk, "mindre")[-2:] == ["Første", "Anden"]


def board_zones_of(page: BoardPage, zone: str) -> list[Group]:
    shown = next(each for each in page.view.zones if each.id == zone)
    return [group for group in shown.groups if not group.loose]


def test_the_keys_reach_a_heading_and_move_the_whole_theme(page: BoardPage, desk: Desk, qtbot: QtBot) -> None:
    gather(page, desk, "mindre", "Første", "Anden")
    view = page.board_view
    view.setFocus()
    first = theme(desk, "Første")
    inside = next(each.id for each in desk.book.of(Note) if each.theme_id == first.id)
    view.choose([inside])
    qtbot.keyClick(view, Qt.Key.Key_Up)
    assert view.focused_group == first.id
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.focused_group == theme(desk, "Anden").id
    qtbot.keyClick(view, Qt.Key.Key_Left)
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert view.carrying
    qtbot.keyClick(view, Qt.Key.Key_Right)
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert names(desk, "mindre")[-2:] == ["Anden", "Første"]
    assert view.focused_group == first.id
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.focused in {each.id for each in desk.book.of(Note) if each.theme_id == first.id}


def test_past_the_end_of_a_row_the_keys_go_on_in_the_next(page: BoardPage, qtbot: QtBot) -> None:
    view = page.board_view
    view.setFocus()
    ids = view.tile_ids()
    last = max(ids, key=lambda each: view.laid.tiles[each].right)
    following = ids[ids.index(last) + 1]
    view.choose([last])
    qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert view.chosen == (last, following)
    qtbot.keyClick(view, Qt.Key.Key_Left)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.focused


def test_whoever_makes_the_notes_larger_by_mouse_goes_on_writing(page: BoardPage, qtbot: QtBot) -> None:
    page.entry.field.setFocus()
    for widget in page.header_widgets():
        widget.show()
        for button in widget.findChildren(QAbstractButton):
            if button.text() in ("A+", "A−"):
                qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
                assert page.entry.field.hasFocus()


def test_the_letters_of_a_themes_name_are_whole_while_it_is_written(page: BoardPage, desk: Desk) -> None:
    page.board_view.fonts = (13,)
    page.refresh()
    page.rename_theme(next(iter(desk.book.of(Theme))).id)
    editor = page.editing.editor
    assert editor is not None
    line = editor.cursorRect()
    assert line.top() >= 0
    assert line.bottom() <= editor.viewport().height()


def many_lines(count: int) -> list[str]:
    return [f"Seddel {number} om hverdagen" for number in range(count)]


def test_one_writes_on_while_many_notes_are_put_up(page: BoardPage, desk: Desk, qtbot: QtBot) -> None:
    typed: list[float] = []

    def type_a_letter(share: float) -> None:
        if not typed:
            QTest.keyClicks(page.entry.field, "abc")
        typed.append(share)

    desk.bridge.patience.quiet = 0
    desk.bridge.patience.far.connect(type_a_letter)
    before = len(texts(desk, "godt"))
    page.entry.field.setFocus()
    page.entry._pasted = True
    page.put_up(many_lines(2000), "gul", "godt")
    assert typed == sorted(typed) and typed
    assert page.entry.field.text() == "abc"
    assert len(texts(desk, "godt")) == before + 2000
    qtbot.waitUntil(lambda: not page.board_view.growth.active, timeout=30_000)
    assert len(page.board_view.tile_ids()) >= 2000
    desk.undo()
    assert len(texts(desk, "godt")) == before


def test_many_notes_can_be_given_up_on_the_way(page: BoardPage, desk: Desk) -> None:
    before = texts(desk, "godt")
    desk.bridge.patience.quiet = 0
    desk.bridge.patience.far.connect(lambda share: desk.undo())
    page.put_up(many_lines(2000), "gul", "godt")
    assert texts(desk, "godt") == before and not desk.bridge.patience.busy
    assert desk.bridge.unwritten == {}
