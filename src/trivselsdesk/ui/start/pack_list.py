"""»Nyt forløb«: the processes to choose between, and those that cannot be read."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from trivselsdesk.domain.pack import Pack
from trivselsdesk.packs.library import FaultyPack, ShelfPack
from trivselsdesk.ui import theme
from trivselsdesk.ui.start.inside import ground
from trivselsdesk.ui.start.pack_picture import PackPicture
from trivselsdesk.ui.widgets import icons, paint
from trivselsdesk.ui.widgets.buttons import Button
from trivselsdesk.ui.widgets.card import Card
from trivselsdesk.ui.widgets.labels import Label


class PackCard(QAbstractButton):
    """One process. The whole card is the button."""

    def __init__(self, pack: Pack, first: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pack_id = pack.id
        self._first, self._ring = first, False
        self.setText(pack.title.replace("&", "&&"))
        self.setAccessibleName(self.tr("Nyt forløb: {title}").format(title=pack.title))
        self.setAccessibleDescription(pack.summary)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        # A button is as wide as its words by itself; here they go on in the next line.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 13, 14, 13)
        row.setSpacing(14)
        row.addWidget(PackPicture(pack.picture, 48))
        words = QVBoxLayout()
        words.setSpacing(0)
        for text, role, token, size, weight in (
            (pack.title, "bodyStrong", "ink", 17, 700),
            (pack.summary, "body", "ink2", 15, None),
            (pack.facts, "caption", "ink3", None, None),
        ):
            if text:
                words.addWidget(Label(text, role, token, wrap=True, size=size, weight=weight))
        row.addLayout(words, 1)
        self._sign = QLabel()
        row.addWidget(self._sign)
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            # What lies in a button would else take the button's ink.
            child.setForegroundRole(QPalette.ColorRole.WindowText)
        theme.notifier.changed.connect(self._redraw)
        self._redraw()

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
            self._ring = paint.by_keyboard(event)
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        fill = "sunken" if self.isDown() else "canvas" if self.underMouse() else "surface"
        ground(self, fill, line=not self._first)
        if self.hasFocus() and self._ring:
            box = QRectF(self.rect()).adjusted(4, 4, -4, -4)
            paint.rounded(QPainter(self), box, theme.current().radius("control"), None, "focus", paint.RING)

    def _redraw(self) -> None:
        self._sign.setPixmap(icons.pixmap("chev-r", "primary", 20))
        self.update()


class _FaultyLine(QWidget):
    """A folder that is meant to be a process and is not one."""

    asked = Signal(str)

    def __init__(self, faulty: FaultyPack) -> None:
        super().__init__()
        self._key = str(faulty.folder)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        name = faulty.folder.name[:60]
        words = Label(self.tr("»{name}« kan ikke bruges.").format(name=name), "caption", "ink2", wrap=True)
        words.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(words, 1)
        button = Button(self.tr("Vis hvorfor"), "link", small=True)
        button.setAccessibleName(self.tr("Vis hvorfor »{name}« ikke kan bruges").format(name=name))
        button.clicked.connect(self._ask)
        row.addWidget(button)

    def _ask(self) -> None:
        self.asked.emit(self._key)


class PackList(QWidget):
    """Read anew each time the room is shown: somebody may just have mended a file."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards: dict[str, PackCard] = {}
        self._shown: tuple[object, ...] = ()
        self._faulty: dict[str, FaultyPack] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._card = Card(padding=0, spacing=0)
        column.addWidget(self._card)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        column.addLayout(self._lines)

    def show_packs(self, packs: Sequence[ShelfPack], faulty: Sequence[FaultyPack]) -> None:
        """Fill the list, unless it shows just that already."""
        wanted = (tuple(each.pack for each in packs), tuple(faulty))
        if wanted == self._shown:
            return
        self._shown = wanted
        for layout in (self._card.body, self._lines):
            while (item := layout.takeAt(0)) is not None:
                widget = item.widget()
                if widget is not None:
                    widget.hide()
                    widget.deleteLater()
        self.cards, self._faulty = {}, {str(each.folder): each for each in faulty}
        for each in packs:
            card = PackCard(each.pack, first=not self.cards)
            card.clicked.connect(self._on_clicked)
            self._card.body.addWidget(card)
            self.cards[each.pack.id] = card
        self._card.setVisible(bool(packs))
        for broken in faulty:
            line = _FaultyLine(broken)
            line.asked.connect(self.explain)
            self._lines.addWidget(line)

    def explain(self, key: str) -> None:
        """Show what is wrong with a folder."""
        from trivselsdesk.ui.start.faulty_dialog import FaultyDialog

        dialog = FaultyDialog(self._faulty[key], self)
        dialog.exec()
        dialog.deleteLater()

    def _on_clicked(self) -> None:
        card = self.sender()
        if isinstance(card, PackCard):
            self.chosen.emit(card.pack_id)
