"""What is wrong with a process that somebody has laid in the folder: file, line and how to mend it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from trivselsdesk.packs.library import FaultyPack
from trivselsdesk.ui.widgets.card import ScrollArea
from trivselsdesk.ui.widgets.dialog import Dialog
from trivselsdesk.ui.widgets.labels import Label


class FaultyDialog(Dialog):
    """File, line and what to mend, one fault after the other."""

    MOST = 12

    def __init__(self, faulty: FaultyPack, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("FaultyDialog", "»{name}« kan ikke bruges endnu")
        super().__init__(title.format(name=faulty.folder.name[:60]), parent, width=560)
        self.add_text(self.tr("Intet er ændret. Ret det her i mappen, og gå tilbage til forsiden igen."))
        self.lines: list[str] = []
        area = ScrollArea(margins=(0, 0, 8, 0))
        for error in faulty.errors[: self.MOST]:
            place = (
                error.file
                if error.line is None
                else self.tr("{file}, linje {line}").format(file=error.file, line=error.line)
            )
            self.lines.append(f"{place}: {error.problem} {error.mend}".strip())
            area.body.addWidget(Label(place, "caption", "ink3", weight=600))
            area.body.addWidget(Label(error.problem, "bodyStrong", wrap=True))
            if error.mend:
                area.body.addWidget(Label(error.mend, "body", "ink2", wrap=True))
            area.body.addSpacing(10)
        left = len(faulty.errors) - self.MOST
        if left > 0:
            area.body.addWidget(Label(self.tr("Og {count} ting mere.").format(count=left), "body", "ink2"))
        area.body.addStretch(1)
        area.setMinimumHeight(min(360, 90 * len(faulty.errors)))
        self.body.addWidget(area)
        folder = Label(str(faulty.folder), "caption", "ink3", wrap=True)
        folder.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.body.addWidget(folder)
        self.add_button(self.tr("Luk"), "primary", accepts=True, default=True)
