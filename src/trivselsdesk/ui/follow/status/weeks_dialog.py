"""How many weeks an arrow may stand before it stands out: the process proposes, the unit decides."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from trivselsdesk.ui.widgets.dialog import Dialog
from trivselsdesk.ui.widgets.fields import MinuteField
from trivselsdesk.ui.widgets.labels import Label


class WeeksDialog(Dialog):
    """``weeks`` is the number that was chosen."""

    def __init__(self, weeks: int, parent: QWidget | None) -> None:
        super().__init__("", parent)
        words = self.tr("Hvornår står noget stille?")
        self.setWindowTitle(words)
        self.title.set_text(words)
        self.add_text(
            self.tr(
                "En pil, der ikke er flyttet så længe, får et mærke her og på forsiden. "
                "Tallet er et forslag – vælg det, der passer jer."
            )
        )
        row = QHBoxLayout()
        row.setSpacing(10)
        self.field = MinuteField(weeks, 1, 52, name=self.tr("Uger uden bevægelse"))
        row.addWidget(self.field)
        row.addWidget(Label(self.tr("uger uden bevægelse"), "body"))
        row.addStretch(1)
        self.body.addLayout(row)
        self.add_button(self.tr("Annullér"))
        self.add_button(self.tr("Gem"), "primary", accepts=True, default=True)

    def weeks(self) -> int:
        """The number of weeks."""
        return self.field.value()
