"""Reads a spreadsheet beside the window, which stays alive meanwhile."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from trivselsdesk.domain.intake import Table

LOOK_MS = 30


class Reading(QObject):
    """One file at a time. ``read`` or ``refused`` comes later, never at once."""

    read = Signal(object)
    refused = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pool: ThreadPoolExecutor | None = None
        self._work: Future[Table] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self._look)

    def start(self, path: Path) -> None:
        """Begin to read a file."""
        from trivselsdesk.documents.table_file import read_table

        self.stop()
        self._pool = ThreadPoolExecutor(max_workers=1)
        self._work = self._pool.submit(read_table, path)
        self._timer.start()

    def stop(self) -> None:
        """Nobody waits for it any more."""
        self._timer.stop()
        self._work = None
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)
            self._pool = None

    def _look(self) -> None:
        from trivselsdesk.documents.table_file import TableRefused

        work = self._work
        if work is None or not work.done():
            return
        self.stop()
        try:
            table = work.result()
        except TableRefused as refusal:
            self.refused.emit(str(refusal))
            return
        self.read.emit(table)
