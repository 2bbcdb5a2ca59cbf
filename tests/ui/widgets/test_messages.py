"""Toasts, banners and dialogs: said once, in the way of nothing, closed by keyboard."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.answering import when_open
from trivselsdesk.ui.widgets.dialog import Dialog, TextPrompt, ask, tell
from trivselsdesk.ui.widgets.fields import LineField
from trivselsdesk.ui.widgets.labels import Label
from trivselsdesk.ui.widgets.toast import Banner, Toast


def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(800, 500)
    with qtbot.waitExposed(made):
        made.show()
    return made


def answer(key: Qt.Key) -> None:
    """Presses a key in the dialog that is about to open."""

    def press(dialog: QWidget) -> None:
        QTest.keyClick(dialog, key)

    when_open(press)


def test_a_toast_stands_above_the_entry_bar_and_takes_no_focus(qtbot: QtBot) -> None:
    host = window(qtbot)
    field = LineField(parent=host)
    field.show()
    host.activateWindow()
    field.setFocus()
    toast = Toast(host)
    toast.set_bottom(90)
    undone: list[str] = []
    toast.say("Slettet: »Larm i fællesrummet«", "trash", lambda: undone.append("ja"))
    assert toast.isVisible() and field.hasFocus()
    assert toast.geometry().bottom() <= 500 - 90
    host.resize(600, 400)
    assert host.rect().contains(toast.geometry())
    QTest.mouseClick(toast._undo, Qt.MouseButton.LeftButton)
    assert undone == ["ja"]
    assert not toast.isVisible()


def test_a_short_message_stays_on_one_line_beside_undo(qtbot: QtBot) -> None:
    toast = Toast(window(qtbot))
    toast.say("Lagt på P-plads", "park", lambda: None)
    QApplication.processEvents()
    shown = toast.findChild(Label)
    assert shown is not None
    assert shown.width() >= shown.fontMetrics().horizontalAdvance("Lagt på P-plads")


def test_only_the_last_toast_is_seen(qtbot: QtBot) -> None:
    toast = Toast(window(qtbot))
    toast.say("Første", undo=lambda: None)
    toast.say("Anden")
    assert toast.text() == "Anden"
    assert toast._undo.isHidden()


def test_a_banner_stays_until_it_is_dismissed(qtbot: QtBot) -> None:
    host = window(qtbot)
    banner = Banner("must", "Vi kunne ikke gemme", "Alt er gemt i en kopi.", closable=True, parent=host)
    tried: list[bool] = []
    banner.add_button("Prøv igen", lambda: tried.append(True)).click()
    banner.show()
    assert tried and banner.isVisible()
    with qtbot.waitSignal(banner.dismissed):
        banner._close.click()
    assert not banner.isVisible()


def test_esc_is_no_and_enter_is_yes(qtbot: QtBot) -> None:
    host = window(qtbot)
    answer(Qt.Key.Key_Escape)
    assert not ask(host, "Slet forløbet?", "Du kan fortryde bagefter.", "Slet forløb")
    answer(Qt.Key.Key_Return)
    assert ask(host, "Vis tavlen?", "Alle kan se den.", "Vis tavlen")
    answer(Qt.Key.Key_Return)
    assert not ask(host, "Slet for altid?", "Det kan ikke fortrydes.", "Slet", danger=True)
    answer(Qt.Key.Key_Return)
    tell(host, "Filen er nyere", "Den er åbnet til læsning.")


def test_a_prompt_wants_a_text(qtbot: QtBot) -> None:
    host = window(qtbot)
    prompt = TextPrompt(host, "Omdøb forløb", text="  Kastanjen ", yes="Omdøb")
    assert prompt.text() == "Kastanjen"
    prompt.field.set_value("")
    assert not prompt._yes.isEnabled()
    answer(Qt.Key.Key_Return)
    assert TextPrompt.ask(host, "Omdøb forløb", text="Kastanjen", yes="Omdøb") == "Kastanjen"
    answer(Qt.Key.Key_Escape)
    assert TextPrompt.ask(host, "Omdøb forløb", text="Kastanjen") is None


def test_a_long_message_is_told_to_its_end(qtbot: QtBot) -> None:
    toast = Toast(window(qtbot))
    toast.say("Gemt: rapport.pdf", icon="check")
    low = toast.height()
    words = "Gemt som »Albertslund trivselsdialog – Tulipan«, udgave 1. Den står på forsiden under »Nyt«."
    toast.say(words, icon="check")
    QApplication.processEvents()
    shown = toast.findChild(Label)
    assert shown is not None and shown.text() == words == toast.text()
    assert toast.height() > low and shown.height() >= shown.heightForWidth(shown.width())
    toast.say("Gemt: rapport.pdf", icon="check")
    assert toast.height() == low


def test_a_dialog_is_as_high_as_its_words(qtbot: QtBot) -> None:
    dialog = Dialog("Titel")
    qtbot.addWidget(dialog)
    dialog.add_text("Kort.")
    dialog.add_button("OK", "primary", accepts=True, default=True)
    assert dialog.sizeHint().height() < 200
