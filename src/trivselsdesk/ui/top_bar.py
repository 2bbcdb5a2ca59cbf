"""The bar above the rooms of a programme: back, name, phases, undo and redo, »Gemt«."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QMenu, QSizePolicy, QVBoxLayout, QWidget

from trivselsdesk.ui import theme
from trivselsdesk.ui.widgets import icons, paint
from trivselsdesk.ui.widgets.buttons import IconButton
from trivselsdesk.ui.widgets.card import Panel
from trivselsdesk.ui.widgets.labels import ElidedLabel, Label

_DISC = 24
_AROUND = (16, 10, 10)
"""Air at the sides of a tab: as drawn, with little room, and where only the open one has its name."""
_NAME_WIDE = 230
"""What the name of the unit may take before the tabs give way."""


class PhaseTab(QAbstractButton):
    """A phase: its number or a tick, and its name; a bar below the one that is open."""

    def __init__(self, number: int, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number = number
        self.done = False
        self.title = title
        self.tight = 0
        """0 as drawn, 1 with less air, 2 with the number alone unless it is open."""
        self.setText(title.replace("&", "&&"))
        self.setAccessibleName(title)
        self.setCheckable(True)
        self.setAutoExclusive(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        theme.notifier.changed.connect(self.update)

    def set_done(self, done: bool) -> None:
        """Show a tick in place of the number."""
        if done != self.done:
            self.done = done
            self.update()

    def set_tight(self, tight: int) -> None:
        """How much the tab gives way to the name of the unit."""
        if tight != self.tight:
            self.tight = tight
            self.setToolTip(self.title if tight == len(_AROUND) - 1 else "")
            self.updateGeometry()
            self.update()

    @property
    def _named(self) -> bool:
        return self.tight < 2 or self.isChecked()

    def wide(self, tight: int) -> int:
        """What the tab takes when it gives way that much, in logical pixels."""
        words = math.ceil(QFontMetricsF(theme.current().font("bodyStrong")).horizontalAdvance(self.title))
        named = tight < 2 or self.isChecked()
        return _AROUND[tight] * 2 + _DISC + (words + 10 if named else 0)

    def sizeHint(self) -> QSize:
        return QSize(self.wide(self.tight), theme.current().size("topBar"))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        current = self.isChecked()
        height = self.height()
        if self.underMouse() and not current:
            painter.fillRect(self.rect(), look.color("canvas"))
        disc = QRectF(_AROUND[self.tight], height / 2 - 12, _DISC, _DISC)
        fill = "primary" if current else "primaryTint" if self.done else "surface"
        line = "primary" if current else "primaryTint" if self.done else "lineStrong"
        painter.setBrush(look.color(fill))
        painter.setPen(look.color(line))
        painter.drawEllipse(QPointF(disc.center()), 11.25, 11.25)
        if self.done and not current:
            icons.paint(painter, "check", "primaryInk", disc.adjusted(5, 5, -5, -5))
        else:
            ink = "onPrimary" if current else "ink2"
            font = look.font("caption", weight=700)
            paint.text(painter, disc, str(self.number), font, ink, Qt.AlignmentFlag.AlignHCenter)
        box = QRectF(disc.right() + 8, 0, self.width() - disc.right() - 10, height)
        token = "primaryInk" if current else "ink2"
        if self._named:
            paint.text(painter, box, self.title, look.font("bodyStrong"), token, Qt.AlignmentFlag.AlignLeft)
        if current:
            painter.fillRect(QRectF(0, height - 4, self.width(), 3), look.color("primary"))
        if self.hasFocus():
            ring = QRectF(self.rect()).adjusted(3, 5, -3, -6)
            paint.rounded(painter, ring, look.radius("control"), None, "focus", paint.RING)


class TopBar(Panel):
    """Built once; ``show_phases`` fills it for a programme."""

    back = Signal()
    phase_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", "bottom", own_layout=True, parent=parent)
        self.setFixedHeight(theme.current().size("topBar"))
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 16, 1)
        row.setSpacing(8)
        self.back_button = IconButton("arrow-l", self.tr("Tilbage til alle forløb"))
        self.back_button.clicked.connect(self.back)
        row.addWidget(self.back_button)
        self._left = QWidget()
        words = QVBoxLayout(self._left)
        words.setContentsMargins(0, 5, 0, 5)
        words.setSpacing(0)
        self.title = ElidedLabel("", "bodyStrong", size=17, weight=700)
        self.subtitle = ElidedLabel("", "caption", "ink3")
        words.addWidget(self.title)
        words.addWidget(self.subtitle)
        row.addWidget(self._left, 1)
        self._phases = QHBoxLayout()
        self._phases.setSpacing(4)
        row.addLayout(self._phases)
        self._right = QWidget()
        right = QHBoxLayout(self._right)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(8)
        right.addStretch(1)
        self.undo = IconButton("undo", self.tr("Fortryd"))
        self.redo = IconButton("redo", self.tr("Gentag"))
        for button in (self.undo, self.redo):
            # What one works on keeps the keyboard, also when there is nothing left to take back.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._tick = QLabel()
        self._saved = Label("", "caption", "ink2")
        self.more = IconButton("more", self.tr("Mere"))
        self.menu = QMenu(self.more)
        self.more.clicked.connect(self._open_menu)
        for widget in (self.undo, self.redo, self._tick, self._saved, self.more):
            right.addWidget(widget)
        self._slot = QHBoxLayout()
        right.addLayout(self._slot)
        self._end = QHBoxLayout()
        right.addLayout(self._end)
        row.addWidget(self._right, 1)
        self.tabs: list[PhaseTab] = []
        self._saved_ok = True
        theme.notifier.changed.connect(self._recolour)
        self.set_saved(True, "")

    def show_phases(self, titles: list[str]) -> None:
        """New tabs for these phases."""
        for tab in self.tabs:
            self._phases.removeWidget(tab)
            # It is there until the next turn of the loop, and would be seen or take the focus.
            tab.hide()
            tab.deleteLater()
        self.tabs = [PhaseTab(number, title) for number, title in enumerate(titles, start=1)]
        for tab in self.tabs:
            tab.clicked.connect(self._chosen)
            self._phases.addWidget(tab)

    def set_phase(self, current: int, reached: int) -> None:
        """Which phase is open, and up to which one things have come (earlier ones get a tick)."""
        for index, tab in enumerate(self.tabs):
            tab.setChecked(index == current)
            tab.set_done(index < reached)
            tab.updateGeometry()
        self._fit()

    def set_button(self, widget: QWidget | None) -> None:
        """The room's own button at the right end."""
        while self._slot.count():
            old = self._slot.takeAt(0).widget()
            if old is not None:
                old.hide()
                old.setParent(None)
        if widget is not None:
            self._slot.addWidget(widget)
            widget.show()
        self._fit()

    def add_at_end(self, widget: QWidget) -> None:
        """A button that stands at the right end whatever room is open."""
        self._end.addWidget(widget)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            # A button at the right has got other words.
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        """Where room is short the word »Gemt« and the air go first, then the names of the other phases."""
        name = min(_NAME_WIDE, self.title.sizeHint().width())
        gaps = 16 + 8 * 5 + self._phases.spacing() * max(0, len(self.tabs) - 1)
        rest = self.back_button.sizeHint().width() + self._right.sizeHint().width()
        if not self._saved.isHidden():
            rest -= self._saved.sizeHint().width() + 8
        for tight in range(len(_AROUND)):
            said = tight == 0 or not self._saved_ok
            words = self._saved.sizeHint().width() + 8 if said else 0
            if sum(tab.wide(tight) for tab in self.tabs) + name + rest + words + gaps <= self.width():
                break
        if self._saved.isHidden() == said:
            self._saved.setVisible(said)
        for tab in self.tabs:
            tab.set_tight(tight)

    def set_saved(self, saved: bool, hint: str) -> None:
        """»Gemt« or »Ikke gemt«, with the time as a hint."""
        self._saved_ok = saved
        self._saved.set_text(self.tr("Gemt") if saved else self.tr("Ikke gemt"))
        self._saved.setToolTip(hint)
        self._tick.setToolTip(hint)
        self._recolour()
        self._fit()

    def _recolour(self) -> None:
        name, token = ("check", "okInk") if self._saved_ok else ("warn", "mustInk")
        self._tick.setPixmap(icons.pixmap(name, token, 18))
        self._saved.set_token("ink2" if self._saved_ok else "mustInk")

    def _chosen(self) -> None:
        tab = self.sender()
        for index, each in enumerate(self.tabs):
            if each is tab:
                self.phase_chosen.emit(index)

    def _open_menu(self) -> None:
        self.menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))
