"""What the next click will need, loaded while nobody waits for it.

The window paints first and loads later; what was left out would else be loaded at the first click on a
programme, and at the first change of anything. Each step is short, so that a key pressed meanwhile is
answered at once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from threading import Thread

from PySide6.QtCore import QObject, QTimer

WRITING = "trivselsdesk.store.statements"
"""Brings SQLAlchemy along, in one large piece: it is loaded beside, on a thread of its own."""
ROOMS = (
    "trivselsdesk.ui.shell",
    "trivselsdesk.ui.widgets.fields",
    "trivselsdesk.ui.clock.clockwork",
    "trivselsdesk.domain.commands.notes",
    "trivselsdesk.domain.commands.cards",
    "trivselsdesk.ui.surface.stage",
    "trivselsdesk.ui.run.board.list_view",
    "trivselsdesk.ui.run.board.page",
    "trivselsdesk.ui.run.room",
    "trivselsdesk.ui.prepare.room",
    "trivselsdesk.ui.plan.room",
    "trivselsdesk.ui.follow.room",
    "trivselsdesk.ui.start.room",
)
PAUSE_MS = 5


class Warm(QObject):
    """Loads one module after the other and takes the ``steps``, with a pause for the window between them."""

    def __init__(self, parent: QObject, steps: Sequence[Callable[[], None]] = ()) -> None:
        super().__init__(parent)
        self._waiting = list(ROOMS)
        self._steps = list(steps)
        self._beside = Thread(target=import_module, args=(WRITING,), daemon=True)
        self._timer = QTimer(self)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._load_one)

    def start(self) -> None:
        """Begin. Modules that are loaded by now cost nothing."""
        if self._waiting and not self._timer.isActive():
            self._beside.start()
            self._timer.start()

    def stop(self) -> None:
        """The program ends."""
        self._timer.stop()
        self._waiting.clear()
        self._steps.clear()
        if self._beside.is_alive():
            self._beside.join()

    def _load_one(self) -> None:
        if self._waiting:
            import_module(self._waiting.pop(0))
        elif self._steps:
            self._steps.pop(0)()
        else:
            self._timer.stop()
