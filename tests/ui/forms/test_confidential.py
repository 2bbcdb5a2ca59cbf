"""Confidential forms: locked, opened, written, printed – and never a byte of their words in a file."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.desk import PACK, Desk, example_desk
from trivselsdesk.documents.catalogue import beside, form_document_id
from trivselsdesk.documents.errors import DocumentError
from trivselsdesk.domain.commands.base import Command
from trivselsdesk.domain.commands.forms import WriteAnswer
from trivselsdesk.domain.commands.sealing import ForgetForms
from trivselsdesk.domain.forms import answer, entry_at, form_of
from trivselsdesk.domain.pack import Form
from trivselsdesk.domain.records import FormAnswer, FormEntry, FormLock, Record
from trivselsdesk.domain.sealed import lock_of
from trivselsdesk.domain.travel import travelling
from trivselsdesk.store.errors import StoreError
from trivselsdesk.store.exchange import export_programme
from trivselsdesk.ui.forms.desk import FormDesk
from trivselsdesk.ui.forms.phrase_dialog import PhraseDialog
from trivselsdesk.ui.preview import Preview
from trivselsdesk.ui.widgets.fields import flush_all
from trivselsdesk.ui.widgets.labels import Label

PHRASE = "kaffe på en våd tirsdag"
SECRET = "Retningslinjerne ligger i Xylofonmappen"
FORM = "tjek"


@pytest.fixture
def at(tmp_path: Path, qapp: QApplication) -> Iterator[Desk]:
    desk = example_desk(tmp_path, "prepare")
    yield desk
    desk.bridge.store.close()


@pytest.fixture
def form(at: Desk) -> Form:
    found = form_of(at.bridge.pack(at.programme_id), FORM)
    assert found is not None
    return found


@pytest.fixture
def desk(at: Desk, form: Form, qtbot: QtBot) -> FormDesk:
    return shown(at, form, qtbot)


def shown(at: Desk, form: Form, qtbot: QtBot) -> FormDesk:
    made = FormDesk(at.bridge)
    qtbot.addWidget(made)
    at.bridge.changed.connect(made.refresh)
    made.resize(1000, 800)
    made.show_form(at.programme_id, form)
    made.show()
    QApplication.processEvents()
    return made


def begin(desk: FormDesk, qtbot: QtBot, phrase: str = PHRASE) -> None:
    page = desk.lock_page
    QTest.keyClicks(page.phrase, phrase)
    QTest.keyClicks(page.again, phrase)
    QTest.mouseClick(page.go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(desk.is_open)


def write(desk: FormDesk, text: str) -> QPlainTextEdit:
    card = next(each for each in desk.cards if each.field.id == "gennemgaa")
    field = card.findChild(QPlainTextEdit)
    assert field is not None
    field.setFocus()
    field.setPlainText(text)
    flush_all()
    desk.hand_in()
    return field


def stored(at: Desk, form: Form) -> str:
    return answer(at.book, entry_at(at.book, form, "", at.bridge.today()).id, "gennemgaa")


def words(widget: QWidget) -> str:
    """Everything that can be read in the window."""
    texts = [each.toPlainText() for each in widget.findChildren(QPlainTextEdit)]
    return " ".join([*texts, *(each.text() for each in widget.findChildren(Label))])


def test_a_passphrase_is_chosen_once_and_opens_what_was_written(
    at: Desk, desk: FormDesk, form: Form, qtbot: QtBot
) -> None:
    page = desk.lock_page
    assert page.isVisible()
    assert "kan ingen åbne svarene igen" in page.warning.text()
    QTest.keyClicks(page.phrase, "kort")
    QTest.mouseClick(page.go, Qt.MouseButton.LeftButton)
    assert "for kort" in page.wrong.text()
    page.clear()
    QTest.keyClicks(page.phrase, PHRASE)
    QTest.keyClicks(page.again, "noget andet end det")
    QTest.mouseClick(page.go, Qt.MouseButton.LeftButton)
    assert "ikke ens" in page.wrong.text()
    page.clear()

    begin(desk, qtbot)
    field = write(desk, SECRET)
    assert stored(at, form).startswith("age:")
    assert SECRET in words(desk)
    at.undo()
    assert field.toPlainText() == ""
    at.redo()
    assert field.toPlainText() == SECRET

    # Nothing of it on the clipboard, and nothing left in the window when it is locked.
    QGuiApplication.clipboard().setText("fra før")
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "fra før"
    QTest.mouseClick(desk.head.lock, Qt.MouseButton.LeftButton)
    assert not desk.is_open()
    assert at.bridge.key_of(at.programme_id) is None
    QApplication.sendPostedEvents(None, 52)  # DeferredDelete
    assert SECRET not in words(desk)

    assert page.title.text() == "Skemaet er låst"
    QTest.keyClicks(page.phrase, "kaffe på en tør tirsdag")
    QTest.keyClick(page.phrase, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(page.wrong.text()))
    assert "ikke den rigtige" in page.wrong.text()
    assert not desk.is_open()


def test_the_passphrase_is_changed_while_the_form_is_open_and_what_was_written_stays(
    at: Desk, desk: FormDesk, qtbot: QtBot
) -> None:
    begin(desk, qtbot)
    write(desk, SECRET)
    flush_all()
    dialog = PhraseDialog(partial(desk.vault.change, at.programme_id), desk)
    qtbot.addWidget(dialog)
    dialog.show()
    fresh = "regn i gummistøvlerne"
    told = []
    for old, new, again in (("", fresh, fresh), (PHRASE, "kort", "kort"), (PHRASE, fresh, "noget andet")):
        for field, text in ((dialog.old, old), (dialog.wanted, new), (dialog.again, again)):
            field.setText(text)
        dialog.accept()
        told.append(dialog.wrong.text())
    assert [each.split(".")[0] for each in told] == [
        "Skriv først den sætning, I bruger nu",
        "Den er for kort",
        "De to er ikke ens",
    ]
    before = lock_of(at.book)
    for old, waits in (("en helt forkert sætning", dialog.wrong.isVisible), (PHRASE, dialog.isHidden)):
        for field, text in ((dialog.old, old), (dialog.wanted, fresh), (dialog.again, fresh)):
            field.setText(text)
        dialog.accept()
        qtbot.waitUntil(dialog.go.isEnabled, timeout=60000)
        qtbot.waitUntil(waits, timeout=60000)
        assert (lock_of(at.book) == before) is (old != PHRASE)
    assert desk.is_open(), "the keys are the same"
    desk.lock()
    assert not desk.vault.open(at.programme_id, PHRASE)
    assert desk.vault.open(at.programme_id, fresh)
    desk.refresh()
    assert any(SECRET in each.toPlainText() for each in desk.findChildren(QPlainTextEdit))
    at.undo()
    desk.lock()
    assert desk.vault.open(at.programme_id, PHRASE), "undone, the old one holds"


def test_a_phrase_that_could_not_be_written_is_not_called_wrong_and_never_holds_later(
    at: Desk, desk: FormDesk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(desk, qtbot)
    before = lock_of(at.book)
    dialog = PhraseDialog(partial(desk.vault.change, at.programme_id), desk)
    qtbot.addWidget(dialog)
    dialog.show()
    for field, text in (
        (dialog.old, PHRASE),
        (dialog.wanted, "regn i støvlerne"),
        (dialog.again, "regn i støvlerne"),
    ):
        field.setText(text)
    with monkeypatch.context() as full:
        full.setattr(at.bridge.store, "run", disk_is_full)
        dialog.accept()
        qtbot.waitUntil(dialog.wrong.isVisible, timeout=60000)
    assert dialog.isVisible() and "kunne ikke gemmes" in dialog.wrong.text()
    at.bridge.try_again()
    assert lock_of(at.book) == before, "it says that the old one holds"
    dialog.accept()
    qtbot.waitUntil(dialog.isHidden, timeout=60000)
    assert lock_of(at.book) != before


def disk_is_full(command: Command) -> None:
    """A store that takes nothing."""
    raise StoreError("full")


def test_a_lock_that_undo_takes_away_locks_the_form_too(
    at: Desk, desk: FormDesk, form: Form, qtbot: QtBot
) -> None:
    begin(desk, qtbot)
    at.undo()
    assert not desk.is_open() and desk.lock_page.isVisible(), "what is written now could be sealed by nothing"
    assert at.bridge.key_of(at.programme_id) is None
    begin(desk, qtbot, "en helt anden sætning")
    write(desk, SECRET)
    assert SECRET in words(desk)
    at.undo()
    at.undo()
    assert not desk.is_open() and SECRET not in words(desk)


def test_the_lock_before_comes_back_locked(at: Desk, desk: FormDesk, form: Form, qtbot: QtBot) -> None:
    begin(desk, qtbot)
    write(desk, SECRET)
    desk.lock()
    at.bridge.run(ForgetForms(programme_id=at.programme_id))
    begin(desk, qtbot, "en helt anden sætning")
    at.undo()
    at.undo()
    assert not desk.is_open(), "the key at hand is another lock's"
    QTest.keyClicks(desk.lock_page.phrase, PHRASE)
    QTest.mouseClick(desk.lock_page.go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(desk.is_open)
    assert SECRET in words(desk)


def test_no_word_of_it_lies_in_a_file_and_it_locks_itself_on_leaving(
    at: Desk, desk: FormDesk, form: Form, qtbot: QtBot, caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    with caplog.at_level(logging.DEBUG):
        begin(desk, qtbot)
        write(desk, SECRET)
        write(desk, f"{SECRET} på hylde ni")
        at.undo()
        at.redo()
        at.bridge.store.back_up()
        sent = export_programme(at.book, at.bridge.known_texts(PACK, at.bridge.pack(at.programme_id).version))
        (tmp_path / "ud.trivsel").write_bytes(sent)
        desk.hide()
    assert not desk.is_open()
    assert stored(at, form).startswith("age:")
    files = [each for each in tmp_path.rglob("*") if each.is_file()]
    assert {each.suffix for each in files} >= {".db", ".trivsel"}
    assert any(each.name.endswith("-wal") for each in files)
    assert len([each for each in files if "backup" in each.parts]) == 1
    for each in files:
        data = each.read_bytes()
        for word in ("Xylofonmappen", "Retningslinjerne ligger", "hylde ni", PHRASE, "våd tirsdag"):
            assert word.encode() not in data, each.name
            assert word.encode("utf-16-le") not in data, each.name
    assert b"age:" not in (tmp_path / "ud.trivsel").read_bytes()
    assert "Xylofon" not in caplog.text

    kept: list[Record] = [each for each in at.book.everything() if isinstance(each, (FormLock, FormEntry))]
    assert any(isinstance(each, FormLock) for each in kept)
    left = travelling(at.book.everything())
    assert not any(isinstance(each, FormLock) for each in left)
    assert not any(isinstance(each, FormAnswer) and each.text.startswith("age:") for each in left)


def test_filled_in_it_is_printed_only_while_it_is_open(
    at: Desk, desk: FormDesk, form: Form, qtbot: QtBot
) -> None:
    pack = at.bridge.pack(at.programme_id)
    assert desk.document() == f"skema:{FORM}:tom"
    assert [each.id for each in beside(pack, desk.document())] == [f"skema:{FORM}:tom"]
    begin(desk, qtbot)
    write(desk, SECRET)
    filled, empty = beside(pack, form_document_id(form))
    assert len(filled.make(at.bridge.opened_book(at.programme_id), pack, at.bridge.now())) > 1000
    desk.lock()
    for book in (at.book, at.bridge.opened_book(at.programme_id)):
        with pytest.raises(DocumentError, match="fortroligt og låst"):
            filled.make(book, pack, at.bridge.now())
        assert empty.make(book, pack, at.bridge.now())


def test_what_is_not_sealed_never_goes_through_the_last_door(at: Desk, form: Form) -> None:
    heard: list[str] = []
    at.bridge.refused.connect(heard.append)
    entry = entry_at(at.book, form, "", at.bridge.today())
    command = WriteAnswer(
        programme_id=at.programme_id, entry=entry, field="gennemgaa", column="", text=SECRET
    )
    assert not at.bridge.run(command)
    assert "fortroligt og låst" in heard[0]
    assert stored(at, form) == ""


def test_no_other_paper_has_its_words_while_it_is_open(
    at: Desk, desk: FormDesk, form: Form, qtbot: QtBot
) -> None:
    begin(desk, qtbot)
    write(desk, SECRET)
    for document_id, has in ((f"skema:{FORM}", True), ("referat", False), ("afrapportering", False)):
        preview = Preview(at.bridge, at.programme_id, document_id)
        qtbot.addWidget(preview)
        data = preview._data or b""
        said = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages) if data else ""
        assert ("Xylofonmappen" in said) is has, document_id
        preview.done(0)


def test_its_own_buttons_leave_the_title_room_on_a_small_screen(
    desk: FormDesk, at: Desk, form: Form, qtbot: QtBot
) -> None:
    desk.resize(680, 600)
    begin(desk, qtbot)
    QApplication.processEvents()
    assert desk.head.lock.isVisible() and desk.head.print_filled.isVisible()
    assert desk.head.title.width() > 300
    assert desk.head.print_filled.width() >= desk.head.print_filled.sizeHint().width()
