"""The list behind F1."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from trivselsdesk.ui import actions
from trivselsdesk.ui.help import HelpDialog, entries


def test_every_action_is_listed_with_its_keys() -> None:
    listed = {entry.words: entry.keys for _, lines in entries() for entry in lines}
    for spec in actions.TABLE:
        assert listed[actions.text(spec.id)] == tuple(actions.key_words(spec.id))
    assert all(entry.keys or entry.gesture for _, lines in entries() for entry in lines)


def test_typing_narrows_the_list(qtbot: QtBot) -> None:
    dialog = HelpDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    everything = len(dialog.shown())
    dialog.search.setText("FORTRYD")
    assert 1 <= len(dialog.shown()) < everything
    assert all("fortryd" in line for line in dialog.shown())
    dialog.search.setText("ctrl z")
    assert any("fortryd" in line for line in dialog.shown())
    dialog.search.setText("xyzzy")
    assert dialog.shown() == [] and dialog._nothing.isVisible()
    dialog.search.setText("")
    assert len(dialog.shown()) == everything
