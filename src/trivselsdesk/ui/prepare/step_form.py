"""The words of a picked step: what the paper says about it and what stands on the wall."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from trivselsdesk.domain.part import printed_point
from trivselsdesk.domain.records import Step
from trivselsdesk.ui.prepare.editor import Editor
from trivselsdesk.ui.widgets.fields import Labelled, LineField


class StepForm(QWidget):
    """One for the open row; it shows the step that is picked."""

    def __init__(self, editor: Editor) -> None:
        super().__init__()
        self._editor = editor
        self._id = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 4, 0, 4)
        column.setSpacing(6)
        self.point = LineField()
        self.instruction = LineField(placeholder=self.tr("Én linje, som alle kan se"))
        self.point.edited.connect(self._set_point)
        self.instruction.edited.connect(self._set_instruction)
        self._point = Labelled(self.tr("På papiret"), self.point)
        self._instruction = Labelled(self.tr("På væggen"), self.instruction)
        column.addWidget(self._point)
        column.addWidget(self._instruction)
        self.hide()

    def show_step(self, step: Step | None, number: int) -> None:
        """The step's words; None hides the fields."""
        if step is None or step.id != self._id:
            # What is typed belongs to the step that was shown.
            self.point.flush()
            self.instruction.flush()
        self._id = step.id if step else ""
        self.setVisible(step is not None)
        if step is None:
            return
        self._point.label.set_text(self.tr("Trin {number} på papiret").format(number=number))
        self._instruction.label.set_text(self.tr("Trin {number} på væggen").format(number=number))
        self.point.setPlaceholderText(step.title)
        self.point.set_value(printed_point(self._editor.book, self._editor.pack, step))
        self.instruction.set_value(step.instruction)

    def _set_point(self, value: str) -> None:
        self._editor.edit(Step, self._id, point=value)

    def _set_instruction(self, value: str) -> None:
        self._editor.edit(Step, self._id, instruction=value)
