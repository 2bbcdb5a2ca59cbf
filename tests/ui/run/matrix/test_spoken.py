"""The mulighedsrum as a screen reader meets it: corners, cards, tray, and what is announced."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.desk import Desk, example_desk
from tests.ui.run.board.test_page import _move
from tests.ui.run.matrix.test_page import MATRIX, where
from trivselsdesk.domain.agenda import slots
from trivselsdesk.domain.commands.cards import PlaceCard, Unplace
from trivselsdesk.domain.pack import Tool
from trivselsdesk.ui.run.matrix.page import MatrixPage

NAME, DESCRIPTION = QAccessible.Text.Name, QAccessible.Text.Description


@pytest.fixture
def reader() -> Iterator[None]:
    """A screen reader has asked for this program."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


@pytest.fixture
def desk(tmp_path: Path, qapp: QApplication) -> Desk:
    return example_desk(tmp_path, "matrix")


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> MatrixPage:
    made = MatrixPage(desk.bridge)
    qtbot.addWidget(made)
    made.resize(904, 760)
    desk.bridge.changed.connect(made.take)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    slot = slots(desk.book, desk.book.meeting)[2]
    made.show_slot(desk.programme_id, slot, Tool(kind="matrix", params={"matrix": MATRIX}))
    return made


def top(page: MatrixPage) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(page.view)
    assert found is not None
    return found


def below(part: QAccessibleInterface) -> list[QAccessibleInterface]:
    return [part.child(number) for number in range(part.childCount())]


def cards(page: MatrixPage) -> list[QAccessibleInterface]:
    return [card for place in below(top(page)) for card in below(place)]


def card(page: MatrixPage, card_id: str) -> QAccessibleInterface:
    title = next(each.title for each in page.view.cards() if each.id == card_id)
    return next(each for each in cards(page) if title in each.text(NAME))


def put(desk: Desk, card_id: str, x: float, y: float) -> None:
    assert desk.bridge.run(
        PlaceCard(programme_id=desk.programme_id, surface=MATRIX, card_id=card_id, x=x, y=y)
    )


def first(page: MatrixPage) -> str:
    return page.view.cards()[0].id


def test_corners_tray_and_p_plads_are_read_with_their_meaning(page: MatrixPage, desk: Desk) -> None:
    put(desk, first(page), 0.8, 0.8)
    view = top(page)
    assert view.text(NAME) == "Mulighedsrum"
    names = [each.text(NAME) for each in below(view)]
    assert [each.split(",")[0] for each in names[:4]] == [
        "Hjørne: Løft det videre",
        "Hjørne: Gå i gang",
        "Hjørne: Lad det ligge",
        "Hjørne: Nemt",
    ]
    assert names[4].startswith("Ikke placeret, ")
    assert names[5].startswith("P-plads, ")
    assert below(view)[5].role() == QAccessible.Role.Button
    meaning = below(view)[1].text(DESCRIPTION)
    assert meaning.startswith("Stor betydning, og vi kan selv. Betydning for trivslen: stor")
    assert len(cards(page)) == len(page.view.cards())


def test_a_card_says_where_it_is_its_dots_and_whether_it_goes_on(page: MatrixPage, desk: Desk) -> None:
    chosen = first(page)
    put(desk, chosen, 0.8, 0.8)
    page.view.focus_card(chosen)
    page._set_votes(5)
    if not page.book.card(chosen).chosen:
        page.toggle_chosen()
    title = next(each for each in page.view.cards() if each.id == chosen).title
    part = card(page, chosen)
    words = part.text(NAME)
    assert words.startswith(f"Tema: {title}, ")
    assert ", Gå i gang, 5 prikker, valgt til handleplanen" in words
    assert part.state().checked and part.state().checkable
    page._lift("med")
    assert "løftes til MED" in card(page, chosen).text(NAME)
    desk.bridge.run(Unplace(programme_id=desk.programme_id, surface=MATRIX, card_id=chosen))
    assert ", ikke placeret" in card(page, chosen).text(NAME)


def test_a_card_is_found_at_its_place_on_the_screen(page: MatrixPage, desk: Desk) -> None:
    put(desk, first(page), 0.2, 0.7)
    part = card(page, first(page))
    corner = top(page).childAt(part.rect().center().x(), part.rect().center().y())
    assert corner is not None and corner.text(NAME).startswith("Hjørne: Løft det videre")
    assert corner.rect().contains(part.rect())
    assert corner.childAt(part.rect().center().x(), part.rect().center().y()) is part
    assert part.parent() is corner and corner.indexOfChild(part) >= 0


def test_a_screen_reader_can_choose_edit_and_open_the_p_plads(
    page: MatrixPage, desk: Desk, qtbot: QtBot
) -> None:
    chosen = first(page)
    before = page.book.card(chosen).chosen
    act = card(page, chosen).actionInterface()
    act.doAction(QAccessibleActionInterface.toggleAction())
    qtbot.waitUntil(lambda: page.book.card(chosen).chosen != before)
    asked: list[object] = []
    page.view.edit_wanted.connect(asked.append)
    act.doAction(QAccessibleActionInterface.pressAction())
    qtbot.waitUntil(lambda: asked == [chosen])
    page.view.park_opened.disconnect(page._open_park)
    page.view.park_opened.connect(asked.append)
    below(top(page))[5].actionInterface().doAction(QAccessibleActionInterface.pressAction())
    qtbot.waitUntil(lambda: len(asked) == 2)


def test_the_keys_are_followed_and_say_the_meaning(
    page: MatrixPage, desk: Desk, qtbot: QtBot, reader: None
) -> None:
    chosen = first(page)
    put(desk, chosen, 0.8, 0.52)
    page.view.setFocus()
    page.view.focus_card(chosen)
    qtbot.waitUntil(lambda: page.view.spoken.told_focus.endswith(chosen))
    inside = top(page).focusChild()
    assert inside is not None and inside.state().focused
    title = next(each.title for each in page.view.cards() if each.id == chosen)
    page.view.lift_by_key()
    assert page.view.spoken.said == f"Løftet: {title}. Over: Gå i gang. Stor betydning, og vi kan selv"
    qtbot.keyClick(page.view, Qt.Key.Key_Right)
    assert page.view.spoken.said == "Vores egen indflydelse: 84 af 100"
    qtbot.keyClick(page.view, Qt.Key.Key_Down)
    assert page.view.spoken.said.startswith("Over: Nemt, hvis der er tid. Mindre betydning")
    page.view.drop_by_key()
    qtbot.waitUntil(lambda: page.view.spoken.said == "Lagt i Nemt, hvis der er tid")
    assert where(desk, chosen) is not None
    page.view.lift_by_key()
    qtbot.keyClick(page.view, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: page.view.spoken.said == "Lagt tilbage")


def test_the_mouse_says_the_same_and_only_when_it_changes(
    page: MatrixPage, desk: Desk, qtbot: QtBot, reader: None
) -> None:
    chosen = first(page)
    put(desk, chosen, 0.8, 0.8)
    viewport = page.view.viewport()
    start = page.view.card_rect(chosen).center().toPoint()
    field = page.view.field_rect()
    qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    said = []
    for x, y in ((0.78, 0.8), (0.77, 0.8), (0.2, 0.8), (0.22, 0.8), (0.2, 0.2)):
        at = (field.topLeft() + type(start)(0, 0)).toPoint()
        at.setX(round(field.x() + field.width() * x))
        at.setY(round(field.y() + field.height() * (1 - y)))
        _move(viewport, at)
        said.append(page.view.spoken.said.rsplit("Over: ")[-1].split(".")[0])
    assert said == ["Gå i gang", "Gå i gang", "Løft det videre", "Løft det videre", "Lad det ligge"]
    qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=at)
    qtbot.waitUntil(lambda: page.view.spoken.said == "Lagt i Lad det ligge")


def test_nothing_is_said_while_nobody_listens(page: MatrixPage, qtbot: QtBot) -> None:
    page.view.setFocus()
    page.view.lift_by_key()
    qtbot.keyClick(page.view, Qt.Key.Key_Left)
    page.view.drop_by_key()
    qtbot.wait(1)
    assert page.view.spoken.said == ""
    assert page.view.spoken.nodes == {}
