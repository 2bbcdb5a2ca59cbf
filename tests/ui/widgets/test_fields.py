"""Fields: what is typed is handed on, and never overwritten while the user is typing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent, QGuiApplication, QKeySequence, QShortcut, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from trivselsdesk.ui.widgets.fields import (
    ChoiceField,
    DateField,
    Labelled,
    LineField,
    MinuteField,
    TextField,
    TimeField,
    flush_all,
)
from trivselsdesk.ui.widgets.name_field import NameField

TODAY = date(2026, 5, 12)


class Form(QWidget):
    """A window with fields, and what they have handed on."""

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.heard: list[object] = []

    def add(self, field: QWidget) -> None:
        self.column.addWidget(field)
        field.edited.connect(self.heard.append)  # type: ignore[attr-defined]


@pytest.fixture
def form(qtbot: QtBot) -> Iterator[Form]:
    made = Form()
    qtbot.addWidget(made)
    yield made


def show(qtbot: QtBot, form: Form) -> None:
    form.resize(400, 300)
    with qtbot.waitExposed(form):
        form.show()
    form.activateWindow()


MAKERS: list[tuple[Callable[[], QWidget], str]] = [
    (LineField, "ny tekst"),
    (TextField, "ny tekst"),
    (lambda: ChoiceField(editable=True), "ny tekst"),
]


@pytest.mark.parametrize(("make", "text"), MAKERS)
def test_typing_is_handed_on_by_itself(
    qtbot: QtBot, form: Form, make: Callable[[], QWidget], text: str
) -> None:
    field = make()
    form.add(field)
    show(qtbot, form)
    field.setFocus()
    QTest.keyClicks(field, text)
    qtbot.waitUntil(lambda: form.heard[-1:] == [text])


@pytest.mark.parametrize(("make", "text"), MAKERS)
def test_the_store_does_not_overwrite_what_is_being_typed(
    qtbot: QtBot, form: Form, make: Callable[[], QWidget], text: str
) -> None:
    field = make()
    form.add(field)
    show(qtbot, form)
    field.setFocus()
    QTest.keyClicks(field, text)
    field.set_value("noget andet")  # type: ignore[attr-defined]
    assert field.value() == text  # type: ignore[attr-defined]
    flush_all()
    assert form.heard == [text]
    field.set_value(text + "  ")  # type: ignore[attr-defined]
    assert field.value() == text  # type: ignore[attr-defined]
    field.set_value("fortrudt")  # type: ignore[attr-defined]
    assert field.value() == "fortrudt"  # type: ignore[attr-defined]
    assert form.heard == [text]


@pytest.mark.parametrize(
    ("make", "value"),
    [
        (LineField, "Åse"),
        (TextField, "to\nlinjer"),
        (MinuteField, 40),
        (DateField, date(2026, 5, 20)),
        (TimeField, 800),
        (lambda: ChoiceField([("a", "Birgit"), ("b", "Sanne")]), "b"),
        (lambda: ChoiceField(editable=True), "Lone"),
    ],
)
def test_setting_a_value_tells_nobody(
    qtbot: QtBot, form: Form, make: Callable[[], QWidget], value: object
) -> None:
    field = make()
    form.add(field)
    field.set_value(value)  # type: ignore[attr-defined]
    assert field.value() == value  # type: ignore[attr-defined]
    flush_all()
    assert form.heard == []


@pytest.mark.parametrize(
    "make",
    [LineField, TextField, DateField, TimeField, MinuteField, lambda: ChoiceField(editable=True)],
)
def test_undo_and_ctrl_e_belong_to_the_window(qtbot: QtBot, form: Form, make: Callable[[], QWidget]) -> None:
    field = make()
    form.add(field)
    pressed: list[str] = []
    for keys in ("Ctrl+Z", "Ctrl+Y", "Ctrl+E"):
        shortcut = QShortcut(QKeySequence(keys), form)
        shortcut.activated.connect(lambda keys=keys: pressed.append(keys))
    show(qtbot, form)
    field.setFocus()
    QTest.keyClicks(field, "12")
    before = field.value()  # type: ignore[attr-defined]
    for key in (Qt.Key.Key_Z, Qt.Key.Key_Y, Qt.Key.Key_E):
        QTest.keyClick(field, key, Qt.KeyboardModifier.ControlModifier)
    assert pressed == ["Ctrl+Z", "Ctrl+Y", "Ctrl+E"]
    assert field.value() == before  # type: ignore[attr-defined]


def test_leaving_a_field_hands_it_on(qtbot: QtBot, form: Form) -> None:
    first, second = LineField(), LineField()
    form.add(first)
    form.add(second)
    show(qtbot, form)
    first.setFocus()
    QTest.keyClicks(first, "kerneopgave")
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert form.heard == ["kerneopgave"]
    assert second.hasFocus()


def test_tab_leaves_a_text_of_several_lines_and_it_grows(qtbot: QtBot, form: Form) -> None:
    text, after = TextField(max_lines=4), LineField()
    form.add(text)
    form.add(after)
    show(qtbot, form)
    low = text.height()
    text.setFocus()
    QTest.keyClicks(text, "en")
    for _ in range(2):
        QTest.keyClick(text, Qt.Key.Key_Return)
    middle = text.height()
    for _ in range(9):
        QTest.keyClick(text, Qt.Key.Key_Return)
    assert low < middle < text.height() < 5 * low
    QTest.keyClick(text, Qt.Key.Key_Tab)
    assert after.hasFocus()


def test_a_date_is_read_and_written_out(qtbot: QtBot, form: Form) -> None:
    field = DateField(today=lambda: TODAY)
    form.add(field)
    show(qtbot, form)
    field.setFocus()
    QTest.keyClicks(field, "20/5")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert form.heard == [date(2026, 5, 20)]
    assert field.text() == "ons. 20. maj 2026"
    QTest.keyClick(field, Qt.Key.Key_Up)
    flush_all()
    assert form.heard[-1] == date(2026, 5, 21)


def test_a_date_can_be_emptied(qtbot: QtBot, form: Form) -> None:
    field = DateField(date(2026, 5, 20), today=lambda: TODAY)
    form.add(field)
    field.clear()
    field.settle()
    assert form.heard == [None]


def test_what_is_no_date_stays_and_is_explained(qtbot: QtBot, form: Form) -> None:
    field = DateField(date(2026, 5, 20), today=lambda: TODAY)
    form.add(field)
    block = Labelled("Opfølgning", field)
    form.column.addWidget(block)
    show(qtbot, form)
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "snart")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "snart"
    assert "dato" in block.error()
    assert form.heard == []
    assert field.value() == date(2026, 5, 20)
    field.selectAll()
    QTest.keyClicks(field, "i morgen")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert block.error() == ""
    assert form.heard == [date(2026, 5, 13)]


def test_a_day_is_picked_in_the_calendar(qtbot: QtBot, form: Form) -> None:
    field = DateField(today=lambda: TODAY)
    form.add(field)
    show(qtbot, form)
    field.open_calendar()
    popup = field._popup
    assert popup is not None and popup.isVisible()
    QTest.keyClick(popup._month.focusProxy() or popup._month, Qt.Key.Key_Right)
    QTest.keyClick(popup._month.focusProxy() or popup._month, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: form.heard == [date(2026, 5, 13)])
    assert not popup.isVisible()


def test_times_are_read(qtbot: QtBot, form: Form) -> None:
    field = TimeField()
    form.add(field)
    field.setText("1320")
    field.settle()
    assert (form.heard, field.text()) == ([800], "13.20")


def test_too_long_text_is_kept_and_told(qtbot: QtBot, form: Form) -> None:
    field = LineField(max_length=5)
    block = Labelled("Seddel", field)
    over: list[int] = []
    field.too_long.connect(over.append)
    field.set_value("1234567")
    assert (field.value(), over) == ("1234567", [2])
    assert "7 af 5" in block.error()
    field.set_value("123")
    assert (over, block.error()) == ([2, 0], "")
    assert len(LineField("å" * 60_000).value()) == 60_000


def test_choosing_hands_on_the_id(qtbot: QtBot, form: Form) -> None:
    field = ChoiceField([("a", "Birgit"), ("b", "Sanne")])
    form.add(field)
    show(qtbot, form)
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert form.heard == ["a"]
    field.set_options([("b", "Sanne"), ("a", "Birgit Holm")])
    assert field.value() == "a"


def test_a_freed_field_is_forgotten(qtbot: QtBot) -> None:
    field = LineField()
    field.setText("x")
    field.textEdited.emit("x")
    field.deleteLater()
    qtbot.wait(10)
    flush_all()


@pytest.mark.parametrize("editable", [True, False])
def test_an_open_list_stands_on_what_is_chosen(qtbot: QtBot, form: Form, editable: bool) -> None:
    words = ("Birgit", "Sanne", "Karin")
    field = ChoiceField([(word, word) for word in words], editable=editable)
    form.add(field)
    show(qtbot, form)
    field.set_value("Sanne")
    field.setFocus()
    field.showPopup()
    assert field.view().currentIndex().data() == "Sanne"
    QTest.keyClick(field.view(), Qt.Key.Key_Down)
    QTest.keyClick(field.view(), Qt.Key.Key_Return)
    assert field.value() == "Karin" and form.heard[-1] == "Karin"


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Return])
def test_a_name_that_is_suggested_is_taken(qtbot: QtBot, form: Form, key: Qt.Key) -> None:
    field = NameField()
    field.set_suggestions(["Susanne", "Sanne AMR"])
    form.add(field)
    show(qtbot, form)
    field.setFocus()
    QTest.keyClicks(field, "San")
    QTest.keyClick(field, key)
    assert field.text() == "Sanne AMR" and form.heard[-1] == "Sanne AMR"


def test_the_wheel_leaves_text_that_all_shows(qtbot: QtBot, form: Form) -> None:
    field = TextField("En\nTo\nTre", max_lines=8)
    form.add(field)
    show(qtbot, form)
    field.setFocus()
    at = QPointF(20, 20)
    wheel = QWheelEvent(
        at, field.mapToGlobal(at), QPoint(), QPoint(0, -240), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(field.viewport(), wheel)
    assert field.verticalScrollBar().value() == 0 and not wheel.isAccepted()


@pytest.mark.parametrize("editable", [True, False])
def test_down_in_an_open_list_with_nothing_chosen_comes_to_the_first(
    qtbot: QtBot, form: Form, editable: bool
) -> None:
    field = ChoiceField([("a", "Birgit"), ("b", "Sanne")], editable=editable)
    form.add(field)
    show(qtbot, form)
    field.setFocus()
    field.showPopup()
    qtbot.wait(50)
    QTest.keyClick(field.view(), Qt.Key.Key_Down)
    QTest.keyClick(field.view(), Qt.Key.Key_Return)
    assert field.currentText() == "Birgit"


def test_a_choice_that_stands_for_nothing_yet_shows_its_words(qtbot: QtBot) -> None:
    field = ChoiceField([("", "Skal sendes"), ("sent", "Sendt")])
    qtbot.addWidget(field)
    field.set_value("sent")
    field.set_value("")
    assert field.currentText() == "Skal sendes"
    assert field.value() == ""


@pytest.mark.parametrize(
    ("before", "after"), [("Efter kl. 15 er der uro. ", "Efter kl. 15 er der uro.\n"), ("", "")]
)
def test_words_that_are_dropped_never_part_a_word(qtbot: QtBot, before: str, after: str) -> None:
    field = TextField(before, min_lines=2)
    qtbot.addWidget(field)
    field.resize(400, 80)
    field.show()
    words = QMimeData()
    words.setText("Hvem lukker?")
    keys = Qt.KeyboardModifier.NoModifier
    drop = QDropEvent(QPointF(60, 12), Qt.DropAction.CopyAction, words, Qt.MouseButton.LeftButton, keys)
    field.dropEvent(drop)
    field.flush()
    assert field.value() == f"{after}Hvem lukker?"


@pytest.mark.parametrize(
    ("make", "stood", "pasted", "stands"),
    [
        (LineField, "", "Børnehuset\r\nKastanjen\n", "Børnehuset Kastanjen"),
        (LineField, "her", "Kom\u2028og se", "Kom og seher"),
        (NameField, "", "Anna Holm\nBo\n\n", "Anna Holm, Bo"),
        (NameField, "", " Anna \t\n \r\n  Bo  \n\vEva ", " Anna, Bo, Eva "),
        # Looked through once: blank by blank it would take minutes.
        (LineField, "", f"Børnehuset{' ' * 100_000}Kastanjen", f"Børnehuset{' ' * 100_000}Kastanjen"),
    ],
)
def test_lines_that_are_pasted_into_one_line_become_one(
    qtbot: QtBot, make: type[LineField], stood: str, pasted: str, stands: str
) -> None:
    field = make(stood)
    qtbot.addWidget(field)
    with qtbot.waitSignal(field.edited) as handed:
        QGuiApplication.clipboard().setText(pasted)
        field.setCursorPosition(0)
        field.paste()
        field.flush()
    assert handed.args == [stands] and field.text() == stands
    assert field.cursorPosition() == len(stands) - len(stood)


@pytest.mark.parametrize("make", [NameField, lambda: ChoiceField(editable=True)])
def test_a_click_beside_open_suggestions_puts_the_cursor_where_it_was_meant(
    qtbot: QtBot, form: Form, make: Callable[[], NameField | ChoiceField]
) -> None:
    field, below = make(), LineField()
    if isinstance(field, NameField):
        field.set_suggestions(["Bo", "Bodil"])
    else:
        field.set_options([("bo", "Bo"), ("bodil", "Bodil")])
    form.add(below)
    form.add(field)
    show(qtbot, form)
    field.setFocus()
    QTest.keyClicks(field, "Bo")
    completer = field.completer()
    assert completer is not None
    popup = completer.popup()
    assert popup is not None
    qtbot.waitUntil(popup.isVisible)
    # As the window system does it: all goes to the open list first.
    at = popup.mapFromGlobal(below.mapToGlobal(below.rect().center()))
    QTest.mouseClick(popup, Qt.MouseButton.LeftButton, pos=at)
    assert not popup.isVisible()
    qtbot.waitUntil(below.hasFocus)
    QTest.keyClicks(below, "15/12")
    assert below.text() == "15/12"
