"""The middle of the room: the drejebog, or a form in its place until one goes back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from trivselsdesk.domain.pack import Form
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.widgets.buttons import Button


class Middle(QStackedWidget):
    """The form's own part is made when a form is first opened."""

    open_document = Signal(str)
    undo_toast = Signal(str, str)
    go = Signal(str)
    closed = Signal()
    """Back to the drejebog."""

    def __init__(self, bridge: Bridge, agenda: QWidget) -> None:
        super().__init__()
        self._bridge = bridge
        self._holder: QWidget | None = None
        self.addWidget(agenda)

    @property
    def form(self) -> Form | None:
        """The form that is open."""
        return self.desk.form if self._holder is not None and self.currentWidget() is self._holder else None

    def open_form(self, programme_id: str, form: Form) -> None:
        """Show a form in place of the drejebog."""
        if self._holder is None:
            self._holder = self._make()
            self.addWidget(self._holder)
        self.desk.show_form(programme_id, form)
        self.setCurrentWidget(self._holder)
        if not self.desk.focus_lock():
            self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def hand_in(self) -> None:
        """Write everything that is typed in a form."""
        if self._holder is not None:
            self.desk.hand_in()

    def close_form(self) -> None:
        """Show the drejebog again."""
        if self.form is not None:
            self.hand_in()
            self.setCurrentIndex(0)
            self.closed.emit()

    def refresh(self) -> None:
        if self.form is not None:
            self.desk.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.form is not None:
            self.close_form()
        else:
            super().keyPressEvent(event)

    def _make(self) -> QWidget:
        # Few look at a form each time: what it is made of is read when somebody does.
        from trivselsdesk.ui.forms.desk import FormDesk

        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.back = Button(self.tr("Tilbage til drejebogen"), icon="arrow-l", small=True)
        self.back.clicked.connect(self.close_form)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        self.desk = FormDesk(self._bridge)
        self.desk.open_document.connect(self.open_document)
        self.desk.undo_toast.connect(self.undo_toast)
        self.desk.go.connect(self.go)
        column.addWidget(self.desk, 1)
        return holder
