"""Settings: what is chosen takes effect at once and is remembered."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.start.hands import Desk, in_dialog
from trivselsdesk.ui import appearance, theme
from trivselsdesk.ui.start.backups import BackupDialog, moment_words
from trivselsdesk.ui.start.settings import SettingsDialog
from trivselsdesk.ui.widgets.labels import Label


def test_the_theme_is_applied_at_once_and_remembered(desk: Desk, restore_theme: QApplication) -> None:
    dialog = SettingsDialog(desk.bridge)
    dialog.theme.set_value("dark")
    dialog.theme.chosen.emit("dark")
    assert theme.current().name == "dark"
    theme.apply(restore_theme, "light")
    appearance.use_remembered(restore_theme, desk.bridge.setting)
    assert theme.current().name == "dark"
    assert SettingsDialog(desk.bridge).theme.value() == "dark"


def test_movement_can_be_turned_off_and_on(desk: Desk, restore_theme: QApplication) -> None:
    dialog = SettingsDialog(desk.bridge)
    dialog.still.setChecked(True)
    assert theme.current().motion("toastIn") == 0
    assert SettingsDialog(desk.bridge).still.isChecked()
    dialog.still.setChecked(False)
    assert theme.current().motion("toastIn") > 0


def test_it_tells_where_the_data_lie(desk: Desk) -> None:
    dialog = SettingsDialog(desk.bridge)
    assert dialog.folder.text() == str(desk.store.path.parent)
    assert dialog.folder.isReadOnly()
    assert any("MPL-2.0" in label.text() for label in dialog.findChildren(Label))


def test_a_backup_is_chosen_by_its_day_and_time(desk: Desk) -> None:
    first = desk.bridge.back_up("start")
    assert first is not None
    wanted: list[str] = []
    desk.room.restore_wanted.connect(wanted.append)

    def choose(dialog: QWidget) -> None:
        assert isinstance(dialog, BackupDialog)
        assert dialog.list.item(0).text() == moment_words(first)
        QTest.keyClick(dialog.list, Qt.Key.Key_Return)

    def restore(dialog: QWidget) -> None:
        assert isinstance(dialog, SettingsDialog)
        in_dialog(choose)
        QTest.mouseClick(dialog.restore, Qt.MouseButton.LeftButton)

    in_dialog(restore)
    desk.room.show_settings()
    assert wanted == [str(first)]


def test_no_backups_is_said_and_nothing_is_chosen(desk: Desk) -> None:
    dialog = BackupDialog(desk.store.path)
    assert dialog.value() == ""
    assert any("ingen sikkerhedskopier" in label.text() for label in dialog.findChildren(Label))


def test_the_sound_is_off_until_it_is_chosen_and_is_remembered(qtbot: QtBot, desk: Desk) -> None:
    dialog = SettingsDialog(desk.bridge)
    qtbot.addWidget(dialog)
    assert not dialog.sound.on.isChecked()
    dialog.sound.on.click()
    again = SettingsDialog(desk.bridge)
    qtbot.addWidget(again)
    assert again.sound.on.isChecked() and again.sound.volume.value() == "60"
