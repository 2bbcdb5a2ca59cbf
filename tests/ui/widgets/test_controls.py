"""Buttons, choices, ticks and marks: used by mouse, by keyboard and by screen readers."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from trivselsdesk.ui import theme
from trivselsdesk.ui.widgets.avatar import Initials, initials
from trivselsdesk.ui.widgets.buttons import Button, IconButton, Segmented
from trivselsdesk.ui.widgets.card import Card, Panel, ScrollArea, hline
from trivselsdesk.ui.widgets.checkbox import Check
from trivselsdesk.ui.widgets.chips import Chip, Flag
from trivselsdesk.ui.widgets.empty import EmptyState
from trivselsdesk.ui.widgets.flow import FlowLayout
from trivselsdesk.ui.widgets.labels import ElidedLabel, Label
from trivselsdesk.ui.widgets.progress import Bar, PhaseBar


@pytest.mark.parametrize("kind", ["plain", "primary", "tint", "ghost", "link", "danger"])
def test_buttons_are_big_enough_and_do_not_move_with_focus(qtbot: QtBot, kind: str) -> None:
    button = Button("Åbn & luk", kind, "check")
    qtbot.addWidget(button)
    assert button.sizeHint().height() >= 40
    assert button.text() == "Åbn & luk"
    before = button.sizeHint()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    assert button.sizeHint() == before
    assert not button.grab().isNull()


def test_enter_and_space_press_a_button(qtbot: QtBot) -> None:
    button = Button("Næste trin")
    qtbot.addWidget(button)
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    button.show()
    QTest.keyClick(button, Qt.Key.Key_Return)
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert len(pressed) == 2


def test_main_buttons_are_larger(qtbot: QtBot) -> None:
    assert Button("Start mødet", "primary", "play", large=True, key="Enter").sizeHint().height() == 48


def test_a_button_is_wide_enough_for_its_words(qtbot: QtBot) -> None:
    short, long = Button("Ja"), Button("Hæng trioens 8 pinke sedler op", hint="A4", icon_after="arrow-r")
    assert short.minimumSizeHint().width() < long.minimumSizeHint().width()


def test_an_icon_button_has_a_name(qtbot: QtBot) -> None:
    button = IconButton("undo", "Fortryd (Ctrl+Z)")
    face = QAccessible.queryAccessibleInterface(button)
    assert face is not None and face.text(QAccessible.Text.Name) == "Fortryd (Ctrl+Z)"
    assert button.sizeHint() == QSize(40, 40)


def test_segments_are_chosen_by_mouse_and_arrows(qtbot: QtBot) -> None:
    row = Segmented([("g", "Godt", "plus", "good"), ("l", "Mindre godt", "delta", "less")], large=True)
    qtbot.addWidget(row)
    heard: list[str] = []
    row.chosen.connect(heard.append)
    with qtbot.waitExposed(row):
        row.show()
    assert (row.value(), row.height()) == ("g", 48)
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(row.width() - 20, 20))
    second = row.childAt(QPoint(row.width() - 20, 20))
    QTest.mouseClick(second, Qt.MouseButton.LeftButton)
    assert (row.value(), heard) == ("l", ["l"])
    row.activateWindow()
    second.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(second, Qt.Key.Key_Left)
    assert (row.value(), heard) == ("g", ["l", "g"])
    row.set_value("l")
    row.set_value("findes ikke")
    assert (row.value(), heard) == ("l", ["l", "g"])


def test_a_tick_can_be_clicked_anywhere_and_by_space(qtbot: QtBot) -> None:
    check = Check("Udskriv postkort og sedler")
    qtbot.addWidget(check)
    check.resize(300, 40)
    check.show()
    QTest.mouseClick(check, Qt.MouseButton.LeftButton, pos=QPoint(295, 35))
    assert check.isChecked()
    QTest.keyClick(check, Qt.Key.Key_Space)
    assert not check.isChecked()
    face = QAccessible.queryAccessibleInterface(check)
    assert face is not None and face.text(QAccessible.Text.Name) == "Udskriv postkort og sedler"


def test_a_label_gives_room_for_rings_and_tails(qtbot: QtBot) -> None:
    label = Label("Åg", "timer")
    qtbot.addWidget(label)
    label.adjustSize()
    image = label.grab().toImage()
    ground = image.pixelColor(image.width() - 1, image.height() // 2)
    edges = [image.pixelColor(x, y) for x in range(image.width()) for y in (0, image.height() - 1)]
    assert all(color == ground for color in edges)


def test_an_elided_label_tells_the_rest_in_its_tooltip(qtbot: QtBot) -> None:
    label = ElidedLabel("Børnehuset Kastanjen ved søen og skoven")
    qtbot.addWidget(label)
    label.resize(120, 24)
    label.show()
    assert label.text().endswith("…")
    assert label.toolTip() == label.whole_text()
    label.resize(600, 24)
    assert (label.text(), label.toolTip()) == (label.whole_text(), "")


def test_a_label_of_two_lines_shows_what_one_line_would_cut(qtbot: QtBot) -> None:
    label = ElidedLabel("Børnehuset Kastanjen ved søen", lines=2)
    qtbot.addWidget(label)
    label.resize(200, 60)
    label.show()
    assert " ".join(label.text().split("\n")) == label.whole_text() and "\n" in label.text()
    assert label.toolTip() == ""
    label.resize(90, 60)
    assert label.text().count("\n") == 1 and label.text().endswith("…")
    assert label.toolTip() == label.whole_text()


def test_the_words_of_a_tick_box_go_on_to_a_second_line(qtbot: QtBot) -> None:
    box = Check("Løftes til samarbejdsudvalget")
    qtbot.addWidget(box)
    box.resize(box.sizeHint())
    assert box.lines() == [box.text()]
    box.resize(190, 40)
    assert box.lines() == ["Løftes til", "samarbejdsudvalget"]


def test_marks_have_words_for_every_tone(qtbot: QtBot) -> None:
    for tone in ("ok", "warn", "info", "prim", "solid", "must", "med", "error", "plain", "sunken"):
        assert Chip("4 min bagefter", tone, "clock").sizeHint().width() > 60
    assert [Flag(kind).text() for kind in ("must", "med")] == ["Kræver handling", "Løftes til MED"]
    with pytest.raises(KeyError):
        Chip("x", "lilla")


def test_initials() -> None:
    assert [initials(name) for name in ("Lone Friis", "ole", "Åse Marie Østergaard", "", " - ")] == [
        "LF", "O", "ÅØ", "", ""]  # fmt: skip


def test_bars_stay_between_nothing_and_all(qtbot: QtBot) -> None:
    bar = Bar(1.7)
    assert bar.value() == 1.0
    phases = PhaseBar()
    phases.resize(200, 8)
    for count, current in ((0, 0), (4, 0), (4, 4)):
        phases.set_phases(count, current)
        assert not phases.grab().isNull()


def test_flow_wraps_and_says_how_high_it_is(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    flow = FlowLayout(host, spacing=8)
    for word in ("Fælles sommerfest", "Ny kaffemaskine", "Parkering", "Ferie"):
        flow.addWidget(Chip(word))
    wide, narrow = flow.heightForWidth(900), flow.heightForWidth(120)
    assert (wide, narrow) == (26, 4 * 26 + 3 * 8)
    host.resize(150, narrow)
    host.show()
    assert all(host.rect().contains(child.geometry()) for child in host.findChildren(Chip))


def test_cards_and_scroll_areas_hold_their_content(qtbot: QtBot) -> None:
    card = Card("Roller")
    card.set_right(IconButton("pencil", "Ret roller"))
    area = ScrollArea()
    for number in range(40):
        area.body.addWidget(Label(f"Linje {number}"))
        area.body.addWidget(hline())
    card.body.addWidget(area)
    panel = Panel("surface", "right")
    panel.body.addWidget(card)
    qtbot.addWidget(panel)
    panel.resize(300, 200)
    with qtbot.waitExposed(panel):
        panel.show()
    assert area.content.width() <= area.viewport().width()
    assert area.verticalScrollBar().maximum() > 0


def test_an_empty_state_offers_one_action(qtbot: QtBot) -> None:
    empty = EmptyState("Tavlen er klar", "Skriv den første seddel.", icon="note", button="Hæng sedler op")
    qtbot.addWidget(empty)
    with qtbot.waitSignal(empty.pressed):
        empty.button.click()
    assert EmptyState("Intet endnu", "Kom snart.").button.isHidden()


@pytest.mark.parametrize("name", theme.NAMES)
def test_everything_paints_in_every_theme(restore_theme: object, qtbot: QtBot, name: str) -> None:
    theme.apply(restore_theme, name)  # type: ignore[arg-type]
    for widget in (Button("a", "danger"), Chip("b", "must"), Check("c"), Initials("Å B", "pink"), Bar(0.5)):
        qtbot.addWidget(widget)
        widget.resize(widget.sizeHint())
        assert not widget.grab().isNull()
