"""Shared test surroundings: no screen needed, a data folder for each test, the program's own look."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

os.environ["QT_QPA_PLATFORM"] = os.environ.get("TRIVSELSDESK_TEST_PLATFORM", "offscreen")
os.environ["QT_NO_GUI_THREADPOOL"] = "1"

# The suite says the same each time, on every machine, however slow that is.
settings.register_profile(
    "suite", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
# `pytest tests/packs --hypothesis-profile=long`: generated tests look much longer, at examples of their own.
settings.register_profile("long", max_examples=2000, deadline=None)
settings.load_profile("suite")

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


@pytest.fixture(autouse=True)
def data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder of its own for each test, so that no test sees the user's or another's."""
    folder = tmp_path / "data"
    monkeypatch.setenv("TRIVSELSDESK_DATA", str(folder))
    return folder


@pytest.fixture(autouse=True)
def no_window_stays() -> Iterator[None]:
    """The windows of a test go with it: each one left alive is restyled with every later change of theme."""
    yield
    if "PySide6.QtWidgets" not in sys.modules:
        return
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtWidgets import QApplication

    from tests.ui.answering import wait_no_more

    if isinstance(QApplication.instance(), QApplication):
        wait_no_more()
        for widget in QApplication.topLevelWidgets():
            widget.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    """The application with Lato and the light theme, standing still."""
    from trivselsdesk.ui import theme

    theme.load_fonts()
    theme.set_reduced_motion(True)
    theme.apply(qapp, "light")
    return qapp


@pytest.fixture
def restore_theme(qapp: QApplication) -> Iterator[QApplication]:
    """For tests that change the theme: puts the light one back."""
    from trivselsdesk.ui import theme

    yield qapp
    theme.set_reduced_motion(True)
    theme.apply(qapp, "light")
