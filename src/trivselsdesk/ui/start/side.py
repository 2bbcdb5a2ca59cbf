"""The right column of the start room: a new programme, the example, a file."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from trivselsdesk.ui.start.pack_list import PackList
from trivselsdesk.ui.widgets.buttons import Button
from trivselsdesk.ui.widgets.labels import Label


class Side(QWidget):
    """Three ways to begin."""

    example_wanted = Signal()
    file_wanted = Signal()
    fetch_wanted = Signal()
    folder_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Label(self.tr("Nyt forløb"), "title"))
        column.addWidget(
            Label(
                self.tr("Vælg den proces, I vil bruge. Alt kan rettes bagefter."), "body", "ink2", wrap=True
            )
        )
        column.addSpacing(2)
        self.packs = PackList()
        column.addWidget(self.packs)
        self.own = Button(self.tr("Egne processer"), "link", "folder", small=True)
        self.own_menu = QMenu(self.own)
        # Not handed to addAction: it would call the signal as a function, which it is not.
        fetch = self.own_menu.addAction(self.tr("Hent en proces fra en mappe …"))
        fetch.triggered.connect(self.fetch_wanted)
        show = self.own_menu.addAction(self.tr("Åbn mappen med egne processer"))
        show.triggered.connect(self.folder_wanted)
        self.own.clicked.connect(self._open_own)
        column.addWidget(self.own, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(12)
        column.addWidget(Label(self.tr("Vil I se det i brug?"), "section"))
        self.example = Button(self.tr("Prøv eksemplet"), icon="sparkle")
        self.example.clicked.connect(self.example_wanted)
        column.addWidget(self.example)
        column.addWidget(
            Label(self.tr("Et opdigtet forløb, som I frit kan ændre i."), "caption", "ink3", wrap=True)
        )
        column.addSpacing(12)
        column.addWidget(Label(self.tr("Har du en fil?"), "section"))
        self.file = Button(self.tr("Åbn fil …"), icon="folder")
        self.file.clicked.connect(self.file_wanted)
        column.addWidget(self.file)
        column.addWidget(
            Label(self.tr("Du kan også trække en .trivsel-fil ind i vinduet."), "caption", "ink3", wrap=True)
        )
        column.addStretch(1)

    def _open_own(self) -> None:
        self.own_menu.popup(self.own.mapToGlobal(self.own.rect().bottomLeft()))
