"""The page that stands in the window when the programmes cannot be opened: what happened, and what helps."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from trivselsdesk.ui import theme
from trivselsdesk.ui.start.bar import StartBar
from trivselsdesk.ui.widgets import icons
from trivselsdesk.ui.widgets.buttons import Button
from trivselsdesk.ui.widgets.card import Card, ScrollArea
from trivselsdesk.ui.widgets.flow import FlowLayout
from trivselsdesk.ui.widgets.labels import Label

CONTEXT = "TroublePage"

AGAIN, RESTORE, ELSEWHERE, LOOK = "again", "restore", "elsewhere", "look"

TROUBLE: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "running": (
        QT_TRANSLATE_NOOP("TroublePage", "Trivselsdesk er allerede åbent"),
        QT_TRANSLATE_NOOP(
            "TroublePage",
            "Det andet vindue svarer ikke lige nu. Intet er tabt. Find vinduet, eller luk det, og prøv igen.",
        ),
        (AGAIN, LOOK),
    ),
    "busy": (
        QT_TRANSLATE_NOOP("TroublePage", "Et andet program har filen med jeres forløb åben"),
        QT_TRANSLATE_NOOP("TroublePage", "Intet er tabt. Luk det andet program, og prøv igen."),
        (AGAIN, LOOK),
    ),
    "full": (
        QT_TRANSLATE_NOOP("TroublePage", "Der er ikke plads på disken"),
        QT_TRANSLATE_NOOP(
            "TroublePage",
            "Intet er tabt. Slet noget, I ikke skal bruge, og prøv igen. I kan læse jeres forløb imens.",
        ),
        (AGAIN, LOOK, ELSEWHERE),
    ),
    "readonly": (
        QT_TRANSLATE_NOOP("TroublePage", "Vi må ikke skrive i mappen med jeres forløb"),
        QT_TRANSLATE_NOOP(
            "TroublePage",
            "Intet er tabt. Spørg jeres it om lov til at skrive i mappen, eller vælg en anden.",
        ),
        (AGAIN, LOOK, ELSEWHERE),
    ),
    "folder": (
        QT_TRANSLATE_NOOP("TroublePage", "Vi kan ikke finde eller lave mappen til jeres forløb"),
        QT_TRANSLATE_NOOP(
            "TroublePage", "Intet er tabt. Sæt drevet til, hvis det mangler, eller vælg en anden mappe."
        ),
        (AGAIN, ELSEWHERE),
    ),
    "damaged": (
        QT_TRANSLATE_NOOP("TroublePage", "Filen med jeres forløb er beskadiget"),
        QT_TRANSLATE_NOOP(
            "TroublePage",
            "Vi har ikke rørt den. Gendan fra den seneste sikkerhedskopi, så er I i gang igen.",
        ),
        (RESTORE, AGAIN, ELSEWHERE),
    ),
    "pragma": (
        QT_TRANSLATE_NOOP("TroublePage", "Disken kan ikke gemme sikkert nok"),
        QT_TRANSLATE_NOOP(
            "TroublePage", "Intet er tabt, og intet er ændret. Vælg en mappe på computerens egen disk."
        ),
        (ELSEWHERE, AGAIN),
    ),
    "failed": (
        QT_TRANSLATE_NOOP("TroublePage", "Vi kan ikke åbne jeres forløb lige nu"),
        QT_TRANSLATE_NOOP(
            "TroublePage", "Intet er ændret. Prøv igen. Bliver det ved, så gendan fra en sikkerhedskopi."
        ),
        (AGAIN, RESTORE, ELSEWHERE),
    ),
}
"""Kind of StoreError, or ``running``: title, sentence, and what helps with the likeliest first."""

ACTIONS: dict[str, tuple[str, str]] = {
    AGAIN: (QT_TRANSLATE_NOOP("TroublePage", "Prøv igen"), "redo"),
    RESTORE: (QT_TRANSLATE_NOOP("TroublePage", "Gendan fra sikkerhedskopi …"), "undo"),
    ELSEWHERE: (QT_TRANSLATE_NOOP("TroublePage", "Vælg en anden mappe …"), "folder"),
    LOOK: (QT_TRANSLATE_NOOP("TroublePage", "Læs uden at rette"), "eye"),
}


class TroublePage(QWidget):
    """Its buttons only tell what is wanted; the program's start does it."""

    wanted = Signal(str)
    """``again``, ``restore``, ``elsewhere`` or ``look``."""

    def __init__(
        self, kind: str, folder: Path, *, something_there: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        title, sentence, actions = TROUBLE.get(kind, TROUBLE["failed"])
        if not something_there:
            actions = tuple(action for action in actions if action != LOOK)
        self.kind = kind
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(StartBar(buttons=False))
        area = ScrollArea(margins=(24, 24, 24, 24))
        column.addWidget(area, 1)
        card = Card(padding=32, spacing=12)
        card.setMaximumWidth(760)
        head = QHBoxLayout()
        head.setSpacing(14)
        self._sign = QLabel()
        head.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        self.title = Label(self._words(title), "title", wrap=True)
        head.addWidget(self.title, 1)
        card.body.addLayout(head)
        self.sentence = Label(self._words(sentence), wrap=True)
        card.body.addWidget(self.sentence)
        place = Label(self.tr("Mappen: {folder}").format(folder=folder), "caption", "ink3", wrap=True)
        place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        card.body.addWidget(place)
        row = FlowLayout(spacing=8)
        self.buttons: dict[str, Button] = {}
        for number, action in enumerate(actions):
            words, icon = ACTIONS[action]
            button = Button(self._words(words), "primary" if number == 0 else "plain", icon)
            button.setProperty("wanted", action)
            button.clicked.connect(self._on_clicked)
            row.addWidget(button)
            self.buttons[action] = button
        card.body.addSpacing(4)
        card.body.addLayout(row)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(card, 6)
        line.addStretch(1)
        area.body.addStretch(1)
        area.body.addLayout(line)
        area.body.addStretch(2)
        theme.notifier.changed.connect(self._redraw)
        self._redraw()
        self.buttons[actions[0]].setFocus()

    def _redraw(self) -> None:
        self._sign.setPixmap(icons.pixmap("warn", "warnInk", 28))

    def _on_clicked(self) -> None:
        self.wanted.emit(str(self.sender().property("wanted")))

    @staticmethod
    def _words(text: str) -> str:
        return QCoreApplication.translate(CONTEXT, text)
