"""The list behind F1: every key of the table of actions, and what the mouse can do. It can be searched."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.ui import actions, theme
from trivselsdesk.ui.widgets import paint
from trivselsdesk.ui.widgets.card import ScrollArea
from trivselsdesk.ui.widgets.dialog import Dialog
from trivselsdesk.ui.widgets.fields import LineField
from trivselsdesk.ui.widgets.labels import Label


@dataclass(frozen=True)
class Entry:
    """One line: what it does, and the keys or the movement that does it."""

    words: str
    keys: tuple[str, ...]
    """Each is one way, such as »Ctrl + Z«; empty for a movement with the mouse."""
    gesture: str = ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Help", text)


def entries() -> list[tuple[str, list[Entry]]]:
    """The groups of the list with their lines."""
    groups = [
        (
            actions.group_title(group),
            [
                Entry(actions.text(each.id), tuple(actions.key_words(each.id)))
                for each in actions.TABLE
                if each.group == group
            ],
        )
        for group in actions.GROUPS
    ]
    return [*groups, (_tr("Med musen"), _gestures())]


def _gestures() -> list[Entry]:
    return [
        Entry(_tr("Flyt en seddel"), (), _tr("Træk den til et andet felt")),
        Entry(_tr("Lav et tema"), (), _tr("Slip en seddel oven på en anden")),
        Entry(_tr("Vælg flere sedler"), (), _tr("Skift + klik")),
        Entry(_tr("Ret en seddel eller et navn"), (), _tr("Dobbeltklik på den")),
        Entry(_tr("Fortryd en flytning, mens du trækker"), (), _tr("Esc")),
        Entry(_tr("Skift rækkefølge i en liste"), (), _tr("Træk i prikkerne yderst i rækken")),
        Entry(_tr("Åbn et forløb fra en fil"), (), _tr("Træk filen ind på forsiden")),
    ]


class _Keys(QWidget):
    """Keys as caps, with »eller« between two ways."""

    HEIGHT = 28

    def __init__(self, ways: tuple[str, ...]) -> None:
        super().__init__()
        self._ways = ways
        self.setAccessibleName(_tr(" eller ").join(ways))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.notifier.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(round(self._walk(None)) + 1, self.HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._walk(QPainter(self))

    def _walk(self, painter: QPainter | None) -> float:
        font, small = theme.current().font("caption", weight=600), theme.current().font("caption")
        left = 0.0
        for place, way in enumerate(self._ways):
            if place:
                words = _tr("eller")
                width = QFontMetricsF(small).horizontalAdvance(words) + 14
                if painter is not None:
                    box = QRectF(left, 0, width, self.HEIGHT)
                    paint.text(painter, box, words, small, "ink3", Qt.AlignmentFlag.AlignHCenter)
                left += width
            for part in way.split(" + "):
                width = max(QFontMetricsF(font).horizontalAdvance(part) + 16, self.HEIGHT)
                if painter is not None:
                    box = QRectF(left, 0, width, self.HEIGHT)
                    paint.rounded(painter, box.adjusted(0, 1, 0, -1), 5, "canvas", "lineStrong")
                    paint.text(painter, box, part, font, "ink", Qt.AlignmentFlag.AlignHCenter)
                left += width + 4
            left -= 4
        return left


class _Line(QWidget):
    def __init__(self, entry: Entry, group: str) -> None:
        super().__init__()
        self.words = " ".join((entry.words, group, entry.gesture, *entry.keys)).casefold()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 3, 4, 3)
        row.setSpacing(16)
        row.addWidget(Label(entry.words, wrap=True), 1)
        if entry.keys:
            row.addWidget(_Keys(entry.keys))
        else:
            row.addWidget(Label(entry.gesture, "body", "ink2", size=15))


class HelpDialog(Dialog):
    """Type to narrow the list down."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_tr("Hjælp og genveje"), parent, width=620)
        self.search = LineField(
            "", _tr("Søg, for eksempel »fortryd« eller »F9«"), name=_tr("Søg i genvejene")
        )
        self.search.textChanged.connect(self._narrow)
        self.body.addWidget(self.search)
        self._area = ScrollArea(margins=(0, 0, 8, 0))
        self._area.setMinimumHeight(min(440, max(220, self.screen().availableGeometry().height() - 320)))
        self._groups: list[tuple[QWidget, list[_Line]]] = []
        for title, lines in entries():
            group = QWidget()
            column = QVBoxLayout(group)
            column.setContentsMargins(0, 0, 0, 12)
            column.setSpacing(0)
            column.addWidget(Label(title, "section"))
            widgets = [_Line(entry, title) for entry in lines]
            for widget in widgets:
                column.addWidget(widget)
            self._area.body.addWidget(group)
            self._groups.append((group, widgets))
        self._nothing = Label(_tr("Det kender vi ikke. Prøv med et andet ord."), "body", "ink2", wrap=True)
        self._nothing.hide()
        self._area.body.addWidget(self._nothing)
        self._area.body.addStretch(1)
        self.body.addWidget(self._area)
        self.add_button(_tr("Luk"), "primary", accepts=True, default=True)
        self.search.setFocus()

    def shown(self) -> list[str]:
        """The lines that the search leaves, as one text each."""
        return [line.words for group, lines in self._groups for line in lines if not line.isHidden()]

    def _narrow(self, wanted: str) -> None:
        words = wanted.casefold().split()
        for group, lines in self._groups:
            for line in lines:
                line.setHidden(not all(word in line.words for word in words))
            group.setHidden(all(line.isHidden() for line in lines))
        self._nothing.setHidden(bool(self.shown()))
