"""The statuspil on a desk, and the hands that use it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.desk import Desk, example_desk
from trivselsdesk.ui.follow.room import FollowRoom
from trivselsdesk.ui.follow.status.page import StatusSection
from trivselsdesk.ui.follow.status.row import StatusRow


@contextmanager
def desk_at(folder: Path, stage: str = "follow") -> Iterator[Desk]:
    """The example, closed again afterwards."""
    at = example_desk(folder, stage)
    yield at
    at.bridge.store.close()


def enter(at: Desk, qtbot: QtBot, size: tuple[int, int] = (1366, 708)) -> StatusSection:
    """Open the page."""
    room = FollowRoom(at.bridge)
    qtbot.addWidget(room)
    at.bridge.changed.connect(room.take)
    room.resize(*size)
    room.show_programme(at.programme_id, "statuspil")
    room.show()
    room.activateWindow()
    QApplication.processEvents()
    page = room.page("status")
    # qtbot holds its widgets weakly, and the page would go with its room.
    page.room_of_test = room  # type: ignore[union-attr]
    assert isinstance(page, StatusSection)
    return page


def row(page: StatusSection, title: str) -> StatusRow:
    """The line of an action."""
    return next(each for each in page.table.rows() if each.title.accessibleName() == title)


def titles(page: StatusSection) -> list[str]:
    """What the lines are about, from above."""
    return [each.title.accessibleName() for each in page.table.rows()]
