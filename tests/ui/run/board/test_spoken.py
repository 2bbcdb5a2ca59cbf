"""The board as a screen reader meets it: names, places, states, actions, and what is announced."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from tests.ui.desk import Desk, example_desk
from tests.ui.run.board.test_page import _move, middle, note, texts, theme
from trivselsdesk.domain.agenda import slots
from trivselsdesk.domain.commands.notes import GroupNotes
from trivselsdesk.domain.commands.rows import EditFields
from trivselsdesk.domain.pack import Tool
from trivselsdesk.domain.records import Note, new_id
from trivselsdesk.ui.run.board.page import BoardPage
from trivselsdesk.ui.run.board.view import BoardView

NAME, DESCRIPTION = QAccessible.Text.Name, QAccessible.Text.Description


@pytest.fixture
def reader() -> Iterator[None]:
    """A screen reader has asked for this program."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


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
    made.show_slot(desk.programme_id, slot, Tool(kind="board", params={"board": "hverdag"}))
    return made


def top(page: BoardPage) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(page.view)
    assert found is not None
    return found


def below(part: QAccessibleInterface) -> list[QAccessibleInterface]:
    return [part.child(number) for number in range(part.childCount())]


def everything(part: QAccessibleInterface) -> list[QAccessibleInterface]:
    return [each for child in below(part) for each in (child, *everything(child))]


def named(page: BoardPage, words: str) -> QAccessibleInterface:
    return next(each for each in everything(top(page)) if words in each.text(NAME))


def gather(desk: Desk, first: str, second: str, name: str) -> None:
    command = GroupNotes(
        programme_id=desk.programme_id,
        ids=(note(desk, second).id,),
        onto=note(desk, first).id,
        theme_id=new_id(),
        theme_name=name,
    )
    assert desk.bridge.run(command)


def two(desk: Desk, zone: str) -> tuple[str, str]:
    """Two loose notes of a zone."""
    loose = [each for each in desk.book.of(Note) if each.text in texts(desk, zone) and not each.theme_id]
    return loose[0].text, loose[1].text


def test_zones_themes_and_notes_are_read_in_order(page: BoardPage, desk: Desk) -> None:
    first, second = two(desk, "godt")
    gather(desk, first, second, "Fælles om starten")
    view = top(page)
    assert view.text(NAME) == "Tavlen"
    assert view.role() == QAccessible.Role.List
    assert "Mellemrum" in view.text(DESCRIPTION)
    count = len(texts(desk, "godt"))
    assert below(view)[0].text(NAME) == f"Felt: Fungerer godt, {count} sedler"
    assert len(below(view)) == len(page.view.zones)
    group = named(page, "Tema: Fælles om starten")
    assert group.text(NAME) == "Tema: Fælles om starten, 2 sedler"
    assert [each.text(NAME).split(": ")[1] for each in below(group)] == [first, second]
    assert below(group)[0].role() == QAccessible.Role.ListItem
    notes = [each for each in everything(view) if each.role() == QAccessible.Role.ListItem]
    assert len(notes) == len(page.view.tile_ids())


def test_every_part_knows_its_parent_and_number(page: BoardPage, desk: Desk) -> None:
    gather(desk, *two(desk, "godt"), "Fælles om starten")
    view = top(page)
    for parent in (view, *everything(view)):
        for number, child in enumerate(below(parent)):
            assert parent.indexOfChild(child) == number
            assert child.parent() is parent
            assert child.isValid()
    assert view.indexOfChild(QAccessible.queryAccessibleInterface(page)) == -1
    assert view.child(99) is None


def test_sides_that_a_part_does_not_have_are_denied(page: BoardPage) -> None:
    for part in (top(page), *everything(top(page))[:3]):
        assert part.attributesInterface() is None
        assert part.textInterface() is None and part.valueInterface() is None
        assert part.tableCellInterface() is None and part.editableTextInterface() is None


def test_colour_origin_and_calls_for_action_are_said(page: BoardPage, desk: Desk) -> None:
    each = note(desk, two(desk, "mindre")[0])
    pink = desk.bridge.pack(desk.programme_id).note_types[1].id
    desk.bridge.run(
        EditFields(
            programme_id=desk.programme_id,
            kind=Note,
            id=each.id,
            values={"kind": pink, "always_act": True},
            fold=False,
        )
    )
    words = named(page, each.text).text(NAME)
    assert words == f"Pink seddel fra trioen: {each.text}, kræver altid handling"


def test_a_note_is_found_at_its_place_on_the_screen(page: BoardPage, desk: Desk) -> None:
    for zoom in (1.0, 1.3):
        page.view.set_zoom(zoom)
        found = named(page, texts(desk, "godt")[0])
        box = found.rect()
        tile = page.view.tile_rect(note(desk, texts(desk, "godt")[0]).id).toRect()
        assert (
            box.topLeft() - page.view.viewport().mapToGlobal(tile.topLeft())
        ).manhattanLength() < 3 and abs(box.width() - tile.width()) < 3
        part = top(page)
        while (deeper := part.childAt(box.center().x(), box.center().y())) is not None:
            part = deeper
        assert part is found


def test_focus_and_choice_are_states_and_followed(
    page: BoardPage, desk: Desk, qtbot: QtBot, reader: None
) -> None:
    page.view.setFocus()
    qtbot.keyClick(page.view, Qt.Key.Key_Right)
    qtbot.wait(1)
    inside = top(page).focusChild()
    assert inside is not None
    assert inside.state().focused and inside.state().selected and inside.state().selectable
    assert page.view.spoken.told_focus == page.view.spoken.focus_key() != ""
    qtbot.keyClick(page.view, Qt.Key.Key_Right)
    qtbot.wait(1)
    assert not inside.state().focused
    assert top(page).focusChild() is not inside
    page.entry.field.setFocus()
    assert top(page).focusChild() is None


def test_a_screen_reader_can_choose(page: BoardPage, desk: Desk) -> None:
    first, second = two(desk, "godt")
    chosen = top(page).selectionInterface()
    assert chosen.select(named(page, first)) and chosen.select(named(page, second))
    assert page.view.chosen == (note(desk, first).id, note(desk, second).id)
    assert chosen.selectedItemCount() == 2
    assert chosen.isSelected(named(page, first))
    assert chosen.unselect(named(page, first))
    assert [each.text(NAME) for each in chosen.selectedItems()] == [named(page, second).text(NAME)]
    assert chosen.selectAll() and len(page.view.chosen) == len(page.view.tile_ids())
    assert chosen.clear() and page.view.chosen == ()


def test_a_screen_reader_can_edit_rename_and_go_there(page: BoardPage, desk: Desk, qtbot: QtBot) -> None:
    first, second = two(desk, "godt")
    gather(desk, first, second, "Fælles om starten")
    act = named(page, first).actionInterface()
    assert act.localizedActionName(QAccessibleActionInterface.pressAction()) == "Ret seddel eller navn"
    act.doAction(QAccessibleActionInterface.setFocusAction())
    qtbot.waitUntil(lambda: page.view.focused == note(desk, first).id and page.view.hasFocus())
    asked: list[str] = []
    page.view.edit_wanted.connect(asked.append)
    page.view.rename_wanted.connect(asked.append)
    act.doAction(QAccessibleActionInterface.pressAction())
    qtbot.waitUntil(lambda: asked == [note(desk, first).id])
    named(page, "Tema: Fælles").actionInterface().doAction(QAccessibleActionInterface.pressAction())
    qtbot.waitUntil(lambda: asked[1:] == [theme(desk, "Fælles om starten").id])


def test_the_menu_opens_at_the_note(page: BoardPage, desk: Desk, qtbot: QtBot) -> None:
    page.view.menu_wanted.disconnect(page.open_menu)
    asked: list[QPoint] = []
    page.view.menu_wanted.connect(asked.append)
    part = named(page, texts(desk, "godt")[0])
    part.actionInterface().doAction(QAccessibleActionInterface.showMenuAction())
    qtbot.waitUntil(lambda: len(asked) == 1)
    assert part.rect().adjusted(-2, -2, 2, 2).contains(asked[0])
    assert page.view.chosen == (note(desk, texts(desk, "godt")[0]).id,)


def test_a_new_text_is_a_new_name_of_the_same_part(page: BoardPage, desk: Desk, qtbot: QtBot) -> None:
    before = texts(desk, "godt")[0]
    part = named(page, before)
    desk.bridge.run(
        EditFields(
            programme_id=desk.programme_id,
            kind=Note,
            id=note(desk, before).id,
            values={"text": "Ny ordlyd"},
            fold=False,
        )
    )
    assert part is named(page, "Ny ordlyd")
    assert part.text(NAME).endswith("Ny ordlyd")


def test_lifting_by_key_says_where_it_would_land_and_where_it_did(
    page: BoardPage, desk: Desk, qtbot: QtBot, reader: None
) -> None:
    text = texts(desk, "godt")[0]
    page.view.setFocus()
    page.view.choose([note(desk, text).id])
    page.view.lift_by_key()
    assert page.view.spoken.said.startswith(f"Løftet: {text}. Over: ")
    for _ in range(12):
        if page.view.spoken.said.startswith("Over: Fungerer mindre godt, plads "):
            break
        qtbot.keyClick(page.view, Qt.Key.Key_Down)
    assert page.view.spoken.said.startswith("Over: Fungerer mindre godt, plads ")
    qtbot.keyClick(page.view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.view.spoken.said == "Lagt i Fungerer mindre godt")
    assert text in texts(desk, "mindre")
    assert page.view.spoken.told_focus.startswith("zone:mindre")


def test_a_lift_that_is_given_up_says_so(page: BoardPage, desk: Desk, qtbot: QtBot, reader: None) -> None:
    page.view.setFocus()
    page.view.choose([note(desk, texts(desk, "godt")[0]).id])
    page.view.lift_by_key()
    qtbot.keyClick(page.view, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: page.view.spoken.said == "Lagt tilbage")


def test_dragging_onto_a_note_says_that_a_theme_comes(
    page: BoardPage, desk: Desk, qtbot: QtBot, reader: None
) -> None:
    first, second = two(desk, "mindre")
    start = middle(page.view.tile_rect(note(desk, first).id))
    end = middle(page.view.tile_rect(note(desk, second).id))
    viewport = page.view.viewport()
    qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    for share in (0.3, 1.0):
        _move(viewport, start + (end - start) * share)
    assert page.view.spoken.said.endswith(f"Slip for at lave et tema med »{second}«")
    qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=end)
    qtbot.waitUntil(lambda: page.view.spoken.said == "Lagt i temaet Nyt tema i Fungerer mindre godt")


def test_outside_the_zones_is_said_once(page: BoardPage, desk: Desk, qtbot: QtBot, reader: None) -> None:
    start = middle(page.view.tile_rect(note(desk, texts(desk, "godt")[0]).id))
    viewport = page.view.viewport()
    qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    _move(viewport, start + QPoint(20, 0))
    _move(viewport, QPoint(-300, -300))
    qtbot.waitUntil(lambda: page.view.spoken.said == "Uden for felterne")
    qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=QPoint(-300, -300))
    qtbot.waitUntil(lambda: page.view.spoken.said == "Lagt tilbage")


def test_parts_go_with_their_notes_and_none_is_kept(
    page: BoardPage, desk: Desk, qtbot: QtBot, reader: None
) -> None:
    parts = everything(top(page))
    gone = texts(desk, "godt")[0]
    part = named(page, gone)
    number = QAccessible.uniqueId(part)
    page.view.choose([note(desk, gone).id])
    page.delete_chosen()
    assert part.text(NAME) == ""
    qtbot.waitUntil(lambda: not isValid(part))
    assert QAccessible.accessibleInterface(number) is None
    gc.collect()
    assert all(isValid(each) for each in parts if each is not part)
    desk.undo()
    assert named(page, gone).isValid()


def test_parts_live_and_die_with_their_view(qtbot: QtBot, page: BoardPage, reader: None) -> None:
    view = BoardView()
    view.resize(800, 600)
    view.show()
    view.show_zones(page.view.zones)
    root = QAccessible.queryAccessibleInterface(view)
    parts = everything(root)
    numbers = [QAccessible.uniqueId(each) for each in parts]
    gc.collect()
    assert parts and all(each.isValid() for each in parts)
    view.close()
    view.deleteLater()
    qtbot.waitUntil(lambda: not isValid(view))
    assert not any(isValid(each) for each in parts)
    assert all(QAccessible.accessibleInterface(each) is None for each in numbers)


def test_nothing_is_said_while_nobody_listens(page: BoardPage, desk: Desk, qtbot: QtBot) -> None:
    page.view.setFocus()
    page.view.choose([note(desk, texts(desk, "godt")[0]).id])
    page.view.lift_by_key()
    qtbot.keyClick(page.view, Qt.Key.Key_Return)
    qtbot.wait(1)
    assert page.view.spoken.said == ""
    assert page.view.spoken.nodes == {}
