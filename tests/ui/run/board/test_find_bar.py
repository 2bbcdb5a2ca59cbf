"""The line that finds notes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from trivselsdesk.domain.pack import NoteType
from trivselsdesk.ui import theme
from trivselsdesk.ui.run.board.find_bar import FindBar

KINDS = (
    NoteType(id="gul", label="Gul", colour="yellow", origin="participant"),
    NoteType(id="pink", label="Pink", colour="pink", origin="trio", mark="Trio"),
)


class Heard:
    """What the bar has said."""

    def __init__(self, bar: FindBar) -> None:
        self.said: list[object] = []
        bar.changed.connect(lambda query, kinds: self.said.append((query, kinds)))
        bar.next.connect(lambda: self.said.append("next"))
        bar.previous.connect(lambda: self.said.append("previous"))
        bar.closed.connect(lambda: self.said.append("closed"))


@pytest.fixture
def bar(qapp: QApplication, qtbot: QtBot) -> FindBar:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    made = FindBar()
    made.window_kept = window  # type: ignore[attr-defined]
    column.addWidget(made)
    column.addWidget(QPushButton("Efter"))
    window.resize(700, 200)
    made.show_kinds(KINDS)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return made


@pytest.fixture
def heard(bar: FindBar) -> Heard:
    return Heard(bar)


def test_it_is_not_there_until_it_is_opened(bar: FindBar) -> None:
    assert not bar.isVisible()
    bar.open()
    assert bar.isVisible() and bar.field.hasFocus()


def test_typing_asks_at_once_and_enter_leads_on(bar: FindBar, heard: Heard, qtbot: QtBot) -> None:
    bar.open()
    qtbot.keyClicks(bar.field, "må ")
    assert heard.said == [("m", ()), ("må", ())]
    qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    qtbot.keyClick(bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    bar.show_found(2)
    bar.forth.click()
    bar.back.click()
    assert heard.said[2:] == ["next", "previous", "next", "previous"]


def test_it_says_how_many(bar: FindBar) -> None:
    bar.open()
    for count, at, words in (
        (3, 0, "3 fundet"),
        (3, 2, "2 af 3 fundet"),
        (0, 0, "Ingen fundet"),
        (None, 0, ""),
    ):
        bar.show_found(count, at)
        assert bar.words.text() == words
        assert bar.forth.isEnabled() == bool(count)


def test_escape_clears_and_closes_from_anywhere_in_it(bar: FindBar, heard: Heard, qtbot: QtBot) -> None:
    bar.open()
    bar.field.setText("støj")
    bar.chips()[1].click()
    heard.said.clear()
    bar.chips()[2].setFocus()
    qtbot.keyClick(bar.chips()[2], Qt.Key.Key_Escape)
    assert heard.said == [("", ()), "closed"]
    assert not bar.isVisible() and bar.query == "" and bar.kinds == () and not bar.searching
    bar.dismiss()
    assert heard.said[-1] == "closed" and len(heard.said) == 2


def test_opening_again_keeps_the_words_ready_to_be_written_over(bar: FindBar, qtbot: QtBot) -> None:
    bar.open()
    bar.field.setText("støj")
    bar.shut.setFocus()
    bar.open()
    assert bar.field.hasFocus() and bar.field.selectedText() == "støj"


def test_the_kinds(bar: FindBar, heard: Heard, qtbot: QtBot) -> None:
    bar.open()
    every, yellow, pink = bar.chips()
    assert [chip.accessibleName() for chip in bar.chips()] == ["Alle", "Gul", "Pink"]
    assert every.isChecked()
    qtbot.mouseClick(pink, Qt.MouseButton.LeftButton)
    assert bar.kinds == ("pink",) and not every.isChecked()
    qtbot.keyClick(yellow, Qt.Key.Key_Space)
    assert bar.kinds == () and every.isChecked() and not yellow.isChecked(), "all of them is »Alle«"
    qtbot.keyClick(yellow, Qt.Key.Key_Return)
    qtbot.mouseClick(yellow, Qt.MouseButton.LeftButton)
    assert bar.kinds == () and every.isChecked(), "none of them is »Alle« too"
    qtbot.mouseClick(every, Qt.MouseButton.LeftButton)
    assert every.isChecked()
    assert heard.said == [("", ("pink",)), ("", ()), ("", ("gul",)), ("", ())]


def test_other_kinds_keep_what_is_on_and_one_kind_is_no_choice(bar: FindBar, heard: Heard) -> None:
    bar.open()
    bar.chips()[2].click()
    bar.show_kinds([*KINDS, NoteType(id="groen", label="Grøn", colour="yellow", origin="participant")])
    assert bar.kinds == ("pink",)
    bar.show_kinds(KINDS[:1])
    assert bar.kinds == () and heard.said[-1] == ("", ())
    assert not bar.chips()[1].isVisible()


def test_tab_leads_through_all_of_it(bar: FindBar, qtbot: QtBot) -> None:
    bar.open()
    bar.show_found(2)
    wanted = [bar.field, *bar.chips(), bar.back, bar.forth, bar.shut]
    for each in wanted:
        assert QApplication.focusWidget() is each
        qtbot.keyClick(each, Qt.Key.Key_Tab)
    assert isinstance(QApplication.focusWidget(), QPushButton)


def test_everything_has_a_name_and_fits(bar: FindBar, restore_theme: QApplication) -> None:
    bar.open()
    bar.show_found(5000, 4999)
    for widget in (bar.field, *bar.chips(), bar.back, bar.forth, bar.shut):
        assert widget.accessibleName()
        assert widget.height() >= 40
    assert bar.window().width() == 700 and bar.field.width() >= 100
    for name in ("dark", "light"):
        theme.apply(restore_theme, name)
        bar.grab()
