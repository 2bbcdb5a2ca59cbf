"""The screens of the tour that show the process in the unit's own words."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QDialog

from trivselsdesk import paths
from trivselsdesk.tour.camera import Camera
from trivselsdesk.ui.process.room import ProcessRoom
from trivselsdesk.ui.process.saving import OwnDialog
from trivselsdesk.ui.widgets.fields import TextField

_QUESTION = ("questions", "opnaa")
_TITLE = "Trivselsdialog i Kastanjen"


def process(camera: Camera) -> Iterator[tuple[str, Callable[[], QDialog] | None]]:
    """A text of one's own beside the process's, one that cannot stand, a list, and saving it all."""
    camera.open("")
    camera.window.shell.open_process()
    room = camera.window.shell.room
    assert isinstance(room, ProcessRoom)
    yield "17-processen", None
    room.tree.choose(_QUESTION)
    _write(room, "title", "Hvad drømmer vi om?")
    _write(room, "hint", "Hvordan ser en god dag ud hos {os}?")
    yield "17-processen-egne-ord", None
    room.tree.choose(_QUESTION[:1])
    yield "17-processen-liste", None

    def own() -> QDialog:
        return OwnDialog(_TITLE, paths.user_pack_dir(), camera.window)

    yield "17-gem-som-egen", own


def _write(room: ProcessRoom, name: str, text: str) -> None:
    field = room.fields[".".join((*_QUESTION, name))].field
    assert isinstance(field, TextField)
    field.setPlainText(text)
    field.flush()
