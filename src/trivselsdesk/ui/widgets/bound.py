"""A field tied to one field of a record: what is typed is written, what was committed is shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from trivselsdesk.domain.commands.base import Command
from trivselsdesk.domain.commands.rows import EditFields
from trivselsdesk.domain.records import Record
from trivselsdesk.ui.bridge import Bridge

CommandMaker = Callable[[str, str, dict[str, Any]], Command]
"""Programme id, record id and values by field to the command that writes them."""


class Bound(QObject):
    """Ties ``field`` (any of widgets/fields) to ``kind.name`` of the record that ``aim`` points at.

    What could not be written waits in the bridge, and is shown again when the record is.
    """

    def __init__(
        self,
        bridge: Bridge,
        field: QWidget,
        kind: type[Record],
        name: str,
        *,
        empty: Any = "",
        make: CommandMaker | None = None,
    ) -> None:
        super().__init__(field)
        self.field: Any = field
        self.kind, self.name = kind, name
        self.programme_id = self.record_id = ""
        self._bridge, self._empty, self._make = bridge, empty, make
        self._unsaved: dict[tuple[str, str], tuple[Command, Any]] = {}
        self.field.edited.connect(self._write)

    def aim(self, programme_id: str, record_id: str) -> None:
        """Point at another record. What is being typed is handed in to the one before."""
        if (programme_id, record_id) != (self.programme_id, self.record_id):
            self.field.flush()
            self._clear_wrong()
            self.programme_id, self.record_id = programme_id, record_id
        self.show()

    def show(self) -> None:
        """Show the record as it stands; what still waits to be written goes before it."""
        key = (self.programme_id, self.record_id)
        command, value = self._unsaved.get(key, (None, None))
        if command is not None and self._bridge.waits(command):
            self.field.set_value(value)
        else:
            self._unsaved.pop(key, None)
            self.field.set_value(self.stored())

    def stored(self) -> Any:
        """What the store holds; the empty value when there is no such record."""
        if not self.programme_id:
            return self._empty
        record = self._bridge.book(self.programme_id).find(self.kind, self.record_id)
        return self._empty if record is None else getattr(record, self.name)

    def write_now(self, value: Any) -> None:
        """Write a value that was not typed, as a step of its own."""
        values = {self.name: value}
        self._bridge.run(
            EditFields(
                programme_id=self.programme_id, kind=self.kind, id=self.record_id, values=values, fold=False
            )
        )

    def _command(self, programme_id: str, record_id: str, value: Any) -> Command:
        if self._make is not None:
            return self._make(programme_id, record_id, {self.name: value})
        return EditFields(programme_id=programme_id, kind=self.kind, id=record_id, values={self.name: value})

    def _write(self, value: Any) -> None:
        if not self.record_id:
            return
        key = (self.programme_id, self.record_id)
        command = self._command(*key, value)
        self._unsaved.pop(key, None)
        if not self._bridge.run(command):
            self._unsaved[key] = (command, value)

    def _clear_wrong(self) -> None:
        """A date that could not be read belongs to the record before, not to the next."""
        if self.field.property("error") and hasattr(self.field, "settle"):
            self.field.blockSignals(True)
            self.field.clear()
            self.field.settle()
            self.field.blockSignals(False)
