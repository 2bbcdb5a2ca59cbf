"""Beginning: a new programme, the example, a file that somebody handed on."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.start.hands import Desk, in_dialog, press_button, write_and_enter
from trivselsdesk import paths
from trivselsdesk.domain import timing
from trivselsdesk.domain.commands.rows import EditFields
from trivselsdesk.domain.meeting_start import planned_start
from trivselsdesk.domain.records import ClockState, Note, Override, Task
from trivselsdesk.packs.library import Library
from trivselsdesk.store.errors import StoreError
from trivselsdesk.store.exchange import export_programme
from trivselsdesk.store.store import Store
from trivselsdesk.ui import rescue
from trivselsdesk.ui.start.asking import NewProgrammeDialog
from trivselsdesk.ui.start.fetching import fetch
from trivselsdesk.ui.start.side import Side
from trivselsdesk.ui.widgets.labels import Label

EXAMPLE_PACK = Path(__file__).parents[3] / "docs" / "example-pack" / "rundt-om-projektet"


def said(dialog_words: list[str]) -> None:
    """Note down what the next dialog says, and close it."""

    def do(dialog: QWidget) -> None:
        dialog_words.extend(label.text() for label in dialog.findChildren(Label))
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    in_dialog(do)


def test_a_process_asks_for_the_workplace_and_opens(desk: Desk) -> None:
    card = desk.room.side.packs.cards["trivselsdialog"]
    write_and_enter("Skovlys Børnehus")
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    [(programme_id, phase)] = desk.opened
    assert phase == ""
    assert desk.bridge.book(programme_id).programme.name == "Skovlys Børnehus"
    assert desk.names() == ["Skovlys Børnehus"]
    desk.undo()
    assert desk.names() == []


def test_a_process_is_fetched_from_a_folder(desk: Desk, tmp_path: Path) -> None:
    library = Library(paths.pack_dirs())
    desk.bridge.library = library
    assert "Rundt om projektet" in fetch(desk.room, library, EXAMPLE_PACK)
    desk.room.refresh()
    assert "rundt-om-projektet" in desk.room.side.packs.cards
    press_button("Annullér")
    assert fetch(desk.room, library, EXAMPLE_PACK) == ""
    press_button("Hent den")
    assert "Rundt om projektet" in fetch(desk.room, library, EXAMPLE_PACK)
    heard: list[str] = []
    said(heard)
    assert fetch(desk.room, library, tmp_path) == ""
    assert any("Filen mangler" in each for each in heard)


def test_no_name_makes_no_programme(desk: Desk) -> None:
    in_dialog(lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Escape))
    QTest.mouseClick(desk.room.side.packs.cards["trivselsdialog"], Qt.MouseButton.LeftButton)
    assert desk.opened == [] and desk.bridge.programmes() == []


def test_the_example_has_its_meeting_today_and_stands_still(desk: Desk) -> None:
    QTest.mouseClick(desk.room.side.example, Qt.MouseButton.LeftButton)
    QTest.mouseClick(desk.room.side.example, Qt.MouseButton.LeftButton)
    (first, _), (second, _) = desk.opened
    assert first != second
    book = desk.bridge.book(first)
    assert book.programme.example and book.meeting.day == desk.bridge.today()
    assert [clock.state for clock in book.of(ClockState)] == ["paused"]
    assert sorted(desk.names()) == ["Børnehuset Kastanjen", "Børnehuset Kastanjen (2)"]


def test_a_file_comes_back_whole_as_a_programme_of_its_own(desk: Desk, tmp_path: Path) -> None:
    QTest.mouseClick(desk.room.side.example, Qt.MouseButton.LeftButton)
    first = desk.opened[0][0]
    file = tmp_path / "Kastanjen.trivsel"
    rescue.write_copy(desk.bridge, first, file)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file)), QUrl.fromLocalFile(str(tmp_path / "billede.png"))])
    drop = QDropEvent(
        QPointF(200, 200),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    desk.room.dropEvent(drop)
    assert len(desk.opened) == 2
    second = desk.opened[1][0]
    assert second != first
    texts = [sorted(note.text for note in desk.bridge.book(each).of(Note)) for each in (first, second)]
    assert texts[0] == texts[1] and texts[0]
    assert desk.bridge.pack(second).id == "trivselsdialog"
    assert desk.bridge.book(second).programme.name == "Børnehuset Kastanjen (2)"


def test_a_file_with_another_edition_of_the_process_keeps_it(desk: Desk, tmp_path: Path) -> None:
    programme_id = desk.add("Skovly")
    shelf = desk.bridge.library.packs[0]
    files = {
        name: text.replace("Vi kigger fremad", "Vi kigger langt frem") for name, text in shelf.files.items()
    }
    file = tmp_path / "andet.trivsel"
    file.write_bytes(export_programme(desk.bridge.book(programme_id), files))
    desk.room.open_file(str(file))
    theirs = desk.opened[0][0]
    assert "Vi kigger langt frem" in desk.bridge.pack(theirs).rules
    assert "Vi kigger fremad" in desk.bridge.pack(programme_id).rules


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "er ikke et forløb fra Trivselsdesk"),
        (b"PK\x03\x04 en zip", "er ikke et forløb fra Trivselsdesk"),
        (b'{"format": "trivsel", "schema": 99, "sha256": "", "body": {}}', "nyere udgave"),
        (b'{"format": "trivsel", "schema": 1, "sha256": "forkert", "body": {}}', "beskadiget"),
        (None, "Vi kan ikke læse"),
    ],
)
def test_a_bad_file_gets_one_sentence_and_changes_nothing(
    desk: Desk, tmp_path: Path, content: bytes | None, words: str
) -> None:
    file = tmp_path / "fil.trivsel"
    if content is not None:
        file.write_bytes(content)
    heard: list[str] = []
    said(heard)
    desk.room.open_file(str(file))
    assert any(words in sentence and "Intet er ændret" in sentence for sentence in heard)
    assert desk.opened == [] and desk.bridge.programmes() == []


def test_a_faulty_pack_says_file_line_and_what_to_mend(qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "packs" / "vores"
    folder.mkdir(parents=True)
    (folder / "pack.toml").write_text('[pack]\nschema = 1\nid = "vores"\ntitel = "Vores"\n', encoding="utf-8")
    with Store.open(tmp_path / "trivselsdesk.db") as store:
        desk = Desk(store, [paths.resource_dir() / "packs", tmp_path / "packs"])
        qtbot.addWidget(desk.room)
        desk.room.show()
        heard: list[str] = []
        said(heard)
        desk.room.side.packs.explain(str(folder))
        assert any("pack.toml, linje" in words for words in heard)
        assert "»vores« kan ikke bruges endnu" in heard
        # Mended while the program runs: coming back to the room is enough.
        good = paths.resource_dir() / "packs" / "trivselsdialog"
        for source in sorted(good.rglob("*.toml")):
            target = folder / source.relative_to(good)
            target.parent.mkdir(exist_ok=True)
            text = source.read_text(encoding="utf-8")
            target.write_text(text.replace('id = "trivselsdialog"', 'id = "vores"', 1), encoding="utf-8")
        desk.room.hide()
        desk.room.show()
        assert {"trivselsdialog", "vores"} <= set(desk.room.side.packs.cards)


def test_a_copy_saved_elsewhere_holds_what_the_disk_would_not_take(desk: Desk, tmp_path: Path) -> None:
    programme_id = desk.add("Skovly", day=date(2026, 8, 20))
    task = next(iter(desk.bridge.book(programme_id).of(Task)))
    for field, words in (("text", "Det sidste ord"), ("hint", "Og det før")):
        command = EditFields(programme_id=programme_id, kind=Task, id=task.id, values={field: words})
        desk.bridge.unwritten[command.retry_key()] = command
    file = tmp_path / "kopi.trivsel"
    rescue.write_copy(desk.bridge, programme_id, file)
    assert desk.bridge.book(programme_id).get(Task, task.id).text != "Det sidste ord"
    desk.room.open_file(str(file))
    theirs = desk.bridge.book(desk.opened[0][0])
    assert ("Det sidste ord", "Og det før") in [(each.text, each.hint) for each in theirs.of(Task)]


def test_a_copy_into_a_folder_that_is_not_there_says_so(desk: Desk, tmp_path: Path) -> None:
    programme_id = desk.add("Skovly")
    with pytest.raises(StoreError) as refused:
        rescue.write_copy(desk.bridge, programme_id, tmp_path / "findes ikke" / "kopi.trivsel")
    sentence = rescue.why_not(refused.value)
    assert sentence == "Mappen findes ikke. Intet er tabt. Vælg en anden mappe, og prøv igen."


def test_names_that_no_disk_allows_are_made_harmless() -> None:
    assert rescue.file_name("Skovly: 1/2 <nord>") == "Skovly 1 2 nord.trivsel"
    assert rescue.file_name("...") == "Forløb.trivsel"


def test_a_store_that_only_reads_offers_nothing_new(qtbot: QtBot, tmp_path: Path) -> None:
    with Store.open(tmp_path / "trivselsdesk.db") as store:
        Desk(store).add("Skovly")
    with Store.open_to_look(tmp_path / "trivselsdesk.db") as store:
        desk = Desk(store)
        qtbot.addWidget(desk.room)
        desk.room.show()
        assert desk.names() == ["Skovly"]
        assert not desk.room.side.example.isEnabled() and not desk.room.side.file.isEnabled()
        row = next(iter(desk.room.list.rows.values()))
        assert [each.text() for each in row.menu().actions()] == ["Gem som fil …"]
        press = row.open_button
        QTest.mouseClick(press, Qt.MouseButton.LeftButton)
        assert len(desk.opened) == 1
        assert desk.failures == []


def test_the_question_can_be_answered_no(desk: Desk) -> None:
    desk.add("Skovly")
    press_button("Annullér")
    desk.choose("Skovly", "Omdøb …")
    assert desk.names() == ["Skovly"]


def test_the_example_stands_in_the_midst_of_its_meeting_whenever_it_is_opened(desk: Desk) -> None:
    QTest.mouseClick(desk.room.side.example, Qt.MouseButton.LeftButton)
    book = desk.bridge.book(desk.opened[0][0])
    now = desk.bridge.seconds()
    clock = next(iter(book.of(ClockState)))
    planned = planned_start(book.meeting, clock, now)
    reading = timing.read(book, book.meeting, planned, now)
    assert abs(reading.drift) < 20
    assert book.meeting.start < 9 * 60 < book.meeting.start + 160


def test_whose_workplace_it_is_is_asked_for_and_kept(desk: Desk) -> None:
    def do(dialog: QWidget) -> None:
        assert dialog.organisation.value() == "Albertslund Kommune"  # type: ignore[attr-defined]
        dialog.organisation.setText("Greve Kommune")  # type: ignore[attr-defined]
        dialog.field.setText("Skovly")  # type: ignore[attr-defined]
        QTest.keyClick(dialog.organisation, Qt.Key.Key_Return)  # type: ignore[attr-defined]

    in_dialog(do)
    QTest.mouseClick(desk.room.side.packs.cards["trivselsdialog"], Qt.MouseButton.LeftButton)
    [(programme_id, _)] = desk.opened
    words = {each.id: each.default for each in desk.bridge.pack(programme_id).variables}
    assert words["organisation"] == "Greve Kommune"


def test_the_usual_organisation_is_not_written_down(desk: Desk) -> None:
    write_and_enter("Skovly")
    QTest.mouseClick(desk.room.side.packs.cards["trivselsdialog"], Qt.MouseButton.LeftButton)
    assert not list(desk.bridge.book(desk.opened[0][0]).of(Override))


def test_enter_on_a_process_chooses_it(desk: Desk) -> None:
    write_and_enter("Skovly")
    QTest.keyClick(desk.room.side.packs.cards["trivselsdialog"], Qt.Key.Key_Return)
    assert desk.names() == ["Skovly"]


def test_tab_goes_the_way_the_screen_is_read(desk: Desk) -> None:
    desk.add("Egetræet")
    desk.add("Skovly", day=desk.bridge.today())
    room = desk.room
    QApplication.processEvents()
    rows = sorted(room.list.rows.values(), key=lambda row: row.y())
    wanted: list[QWidget] = [room.hero.start, room.hero.prepare, room.hero.print]
    wanted += [each for row in rows for each in (row.open_button, row.more)]
    wanted += [each for each in room.list.shelves.findChildren(QAbstractButton) if each.isVisible()][:1]
    wanted += [*room.side.packs.cards.values(), room.side.own, room.side.example, room.side.file]
    wanted += [room.bar.settings, room.bar.help]
    room.activateWindow()
    room.hero.start.setFocus()
    came: list[QWidget | None] = []
    for _ in wanted:
        came.append(room.focusWidget())
        QTest.keyClick(room.focusWidget(), Qt.Key.Key_Tab)
    assert came == wanted


def test_what_tab_comes_to_is_brought_into_view(desk: Desk, qtbot: QtBot) -> None:
    desk.room.resize(1366, 480)
    desk.room.activateWindow()
    qtbot.waitUntil(desk.room.isActiveWindow)
    desk.room.side.file.setFocus(Qt.FocusReason.TabFocusReason)
    assert not desk.room.side.file.visibleRegion().isEmpty()


def test_the_occasion_is_asked_for_where_the_process_has_some(desk: Desk) -> None:
    told: list[str] = []

    def fill_in(dialog: QWidget) -> None:
        try:
            assert isinstance(dialog, NewProgrammeDialog) and dialog.occasion is not None
            dialog.field.setText("Skovly")
            dialog.occasion.choice.setFocus()
            for _ in range(5):
                QTest.keyClick(dialog.occasion.choice, Qt.Key.Key_Down)
            told.append(dialog.occasion.about.text())
        finally:
            QTest.keyClick(dialog, Qt.Key.Key_Return)
            dialog.close()

    in_dialog(fill_in)
    QTest.mouseClick(desk.room.side.packs.cards["trivselsredskab"], Qt.MouseButton.LeftButton)
    [(programme_id, _)] = desk.opened
    assert desk.bridge.book(programme_id).programme.occasion == "rystet"
    assert "Pas på hinanden" in told[0]


def test_the_ways_to_processes_of_ones_own_are_asked_for_from_the_menu(qtbot: QtBot) -> None:
    side = Side()
    qtbot.addWidget(side)
    for wanted, choice in zip((side.fetch_wanted, side.folder_wanted), side.own_menu.actions(), strict=True):
        with qtbot.waitSignal(wanted, timeout=30_000):
            choice.trigger()
