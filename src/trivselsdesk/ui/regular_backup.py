"""A backup at regular intervals in which something was written."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from trivselsdesk.store.errors import StoreError
from trivselsdesk.ui.bridge import Bridge

BACKUP_MINUTES = 10


class RegularBackup(QObject):
    """Runs while a store is open."""

    def __init__(self, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge, self._written = bridge, -1
        self._timer = QTimer(self)
        self._timer.setInterval(BACKUP_MINUTES * 60_000)
        self._timer.timeout.connect(self.back_up_if_changed)
        self._timer.start()

    def stop(self) -> None:
        """The store is about to be closed."""
        self._timer.stop()
        self.deleteLater()

    def back_up_if_changed(self) -> None:
        """Make one where something was written since the last. One that failed is made the next time."""
        try:
            count = self._bridge.store.change_count()
        except StoreError as error:
            self._bridge.failed.emit(error.kind)
            return
        if count != self._written and self._bridge.back_up("auto") is not None:
            self._written = count
