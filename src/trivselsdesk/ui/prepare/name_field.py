"""A field where a person is chosen or a new name typed; it answers when the name is finished."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from trivselsdesk.ui.widgets.fields import ChoiceField


class NameField(ChoiceField):
    """``named`` comes with Enter, a choice from the list or when the field is left. It never answers
    half a name, as the saving fields do: a name that nobody has makes a person."""

    named = Signal(str)

    def __init__(self, placeholder: str, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(editable=True, placeholder=placeholder, name=name, parent=parent)
        self._shown = ""
        edit = self.lineEdit()
        if edit is not None:
            edit.editingFinished.connect(self.commit)

    def show_name(self, name: str) -> None:
        """The name that stands now, unless another is being typed."""
        if self.value().strip() == self._shown or not self.hasFocus():
            self._shown = name
            self._show(name)

    def commit(self) -> None:
        """Hand on what is typed, if it is new."""
        typed = self.value().strip()
        if typed != self._shown:
            self._shown = typed
            self.named.emit(typed)

    def hideEvent(self, event: QHideEvent) -> None:
        self.commit()
        super().hideEvent(event)

    def _on_typed(self) -> None:
        """No draft: see the class."""

    def _on_activated(self) -> None:
        self.commit()
