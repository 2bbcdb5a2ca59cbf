"""Work beside the window: the window lives on, and the answer or the error comes back."""

from __future__ import annotations

from threading import Event, current_thread, main_thread

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from trivselsdesk.ui.widgets.meanwhile import meanwhile


def test_the_window_lives_on_and_does_not_close_until_the_answer_is_there(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    lived, tried = Event(), list[bool]()

    def tick() -> None:
        tried.append(window.close())
        lived.set()

    def work() -> str:
        assert current_thread() is not main_thread()
        # Only the window's own timer lets it go on: with a window that stood still it would never end.
        assert lived.wait(60)
        return "svar"

    QTimer.singleShot(0, tick)
    assert meanwhile(work) == "svar"
    assert tried == [False] and window.isVisible()
    assert window.close()


def test_what_went_wrong_is_raised_where_it_was_asked(qtbot: QtBot) -> None:
    def work() -> str:
        raise KeyError("væk")

    with pytest.raises(KeyError, match="væk"):
        meanwhile(work)
