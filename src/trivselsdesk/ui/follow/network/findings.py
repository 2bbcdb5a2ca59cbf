"""What stands out on the samarbejdskort, kind by kind: each line is a button that leads to the place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from trivselsdesk.domain.network import ALONE, DOUBLE, FINDING_WORDS, NOBODY, SILO, UNMET, Finding
from trivselsdesk.ui import theme
from trivselsdesk.ui.widgets import icons, paint
from trivselsdesk.ui.widgets.card import Card, ScrollArea
from trivselsdesk.ui.widgets.labels import Label

ICONS = {NOBODY: "warn", DOUBLE: "copy", ALONE: "user", SILO: "door", UNMET: "calendar"}


class FindingLine(QAbstractButton):
    """One line. The whole of it is the button."""

    def __init__(self, finding: Finding, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.finding = finding
        self._ring = False
        self.setText(finding.words.replace("&", "&&"))
        self.setAccessibleName(self.tr("{words}. Gå hen og ret det").format(words=finding.words))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 7, 6, 7)
        row.setSpacing(8)
        words = Label(finding.words, "body", wrap=True)
        row.addWidget(words, 1)
        sign = QLabel()
        sign.setPixmap(icons.pixmap("chev-r", "primary", 18))
        row.addWidget(sign)
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            child.setForegroundRole(QPalette.ColorRole.WindowText)
        theme.notifier.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        layout = self.layout()
        assert layout is not None
        high = (
            layout.heightForWidth(self.width()) if layout.hasHeightForWidth() else layout.sizeHint().height()
        )
        return QSize(layout.sizeHint().width(), max(theme.current().size("target"), high))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        assert layout is not None
        return max(theme.current().size("target"), layout.heightForWidth(width))

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring = paint.by_keyboard(event)
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, box = QPainter(self), QRectF(self.rect())
        radius = float(theme.current().radius("control"))
        if self.underMouse() or self.isDown():
            paint.rounded(painter, box, radius, "sunken" if self.isDown() else "canvas")
        if self.hasFocus() and self._ring:
            paint.rounded(painter, box.adjusted(2, 2, -2, -2), radius, None, "focus", paint.RING)


class FindingList(ScrollArea):
    """A card for each kind of finding that there is; good words where nothing stands out."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__(spacing=12, margins=(0, 0, 4, 0))
        self._shown: tuple[Finding, ...] | None = None
        self.lines: list[FindingLine] = []

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show what stands out; nothing is rebuilt while it is the same."""
        if self._shown == tuple(findings):
            return
        self._shown = tuple(findings)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(12)
        self.lines = []
        for kind in dict.fromkeys(each.kind for each in findings):
            column.addWidget(self._card(kind, [each for each in findings if each.kind == kind]))
        if not findings:
            card = Card(fill="goodTint", line="goodTint")
            card.body.addWidget(Label(self.tr("Ingen huller"), "section", "goodInk"))
            sentence = self.tr("Alle emner har en ansvarlig, et møde og mere end én at støtte sig til.")
            card.body.addWidget(Label(sentence, "body", "goodInk", wrap=True))
            column.addWidget(card)
        column.addStretch(1)
        self.set_content(holder)

    def _card(self, kind: str, findings: Sequence[Finding]) -> Card:
        card = Card(padding=8, spacing=0)
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(8, 4, 4, 2)
        row.setSpacing(8)
        sign = QLabel()
        sign.setPixmap(icons.pixmap(ICONS[kind], "warnInk", 20))
        row.addWidget(sign)
        row.addWidget(Label(FINDING_WORDS[kind], "bodyStrong", "warnInk", weight=700), 1)
        card.body.addWidget(head)
        for each in findings:
            line = FindingLine(each)
            line.clicked.connect(self._on_clicked)
            self.lines.append(line)
            card.body.addWidget(line)
        return card

    def _on_clicked(self) -> None:
        line = self.sender()
        if isinstance(line, FindingLine):
            self.wanted.emit(line.finding)
