"""The button in the top bar that always says what the room sees, and its menu."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.wall.model import DARK, FOLLOW, FREEZE, PAUSE, RULES
from trivselsdesk.ui import actions, theme
from trivselsdesk.ui.widgets import icons, paint
from trivselsdesk.ui.widgets.buttons import _Painted

OFF, MISSING = "off", "missing"
_PAD, _DOT, _ICON, _GAP = 14, 10, 20, 8
_DOTS = {
    FOLLOW: "okInk",
    FREEZE: "infoInk",
    RULES: "primary",
    PAUSE: "warnInk",
    DARK: "ink",
    MISSING: "mustInk",
}


@dataclass(frozen=True)
class Offer:
    """What the menu can offer now. Screens as identity and words."""

    on: bool = False
    mode: str = FOLLOW
    names: bool = True
    can_swap: bool = False
    screens: tuple[tuple[str, str], ...] = ()


class WallButton(_Painted):
    """A dot, a sign and the mode in words; short words where the bar is narrow."""

    show_wanted = Signal(str)
    """Show the wall on the screen with this identity, or where it fits."""
    off_wanted = Signal()
    mode_wanted = Signal(str)
    names_wanted = Signal(bool)
    swap_wanted = Signal()
    about_to_offer = Signal()
    """The menu is about to open: ``offer`` should be true."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("plain", parent)
        self._state, self._short = OFF, False
        self.offer = Offer()
        self.menu_box = QMenu(self)
        self.menu_box.triggered.connect(self._on_chosen)
        self.clicked.connect(self._open)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.show_state(OFF)

    def show_state(self, state: str) -> None:
        """A mode, ``off`` or ``missing``."""
        self._state = state
        self.set_kind("plain" if state == OFF else "tint")
        self.setText(self.words())
        self.setAccessibleName(self._long())
        key = actions.key_words("wall")[0]
        self.setToolTip(f"{self._long()} ({key})")
        self.updateGeometry()
        self.update()

    def set_short(self, short: bool) -> None:
        """Few words, where there is little room."""
        if short != self._short:
            self._short = short
            self.show_state(self._state)

    @property
    def state(self) -> str:
        """What is shown: a mode, ``off`` or ``missing``."""
        return self._state

    def words(self) -> str:
        """What stands on the button."""
        return self._few() if self._short else self._long()

    def _long(self) -> str:
        return {
            OFF: self.tr("Vis tavlen"),
            MISSING: self.tr("Projektor mangler"),
            FOLLOW: self.tr("Projektor følger med"),
            FREEZE: self.tr("Projektor er frosset"),
            RULES: self.tr("Projektor: spilleregler"),
            PAUSE: self.tr("Projektor: pause"),
            DARK: self.tr("Projektor er mørk"),
        }[self._state]

    def _few(self) -> str:
        return {
            OFF: self.tr("Vis tavlen"),
            MISSING: self.tr("Mangler"),
            FOLLOW: self.tr("Følger med"),
            FREEZE: self.tr("Frosset"),
            RULES: self.tr("Regler"),
            PAUSE: self.tr("Pause"),
            DARK: self.tr("Mørk"),
        }[self._state]

    def sizeHint(self) -> QSize:
        look = theme.current()
        words = QFontMetricsF(look.font("bodyStrong")).horizontalAdvance(self.words())
        dot = 0 if self._state == OFF else _DOT + _GAP
        return QSize(round(2 * _PAD + dot + _ICON + _GAP + words + 1 + _GAP + 16), look.size("target"))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ink = self._paint_box(painter)
        look, middle = theme.current(), self.height() / 2
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x = float(_PAD)
        if self._state != OFF:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color(_DOTS[self._state]))
            painter.drawEllipse(QPointF(x + _DOT / 2, middle), _DOT / 2, _DOT / 2)
            x += _DOT + _GAP
        sign = "screen-off" if self._state in (MISSING, DARK) else "screen"
        icons.paint(painter, sign, ink, QRectF(x, middle - 10, _ICON, _ICON))
        x += _ICON + _GAP
        box = QRectF(x, 0, self.width() - x - _PAD - 16 - _GAP + 2, self.height())
        paint.text(painter, box, self.words(), look.font("bodyStrong"), ink, Qt.AlignmentFlag.AlignLeft)
        icons.paint(painter, "chev-d", ink, QRectF(self.width() - _PAD - 16, middle - 8, 16, 16))

    # Menu

    def _open(self) -> None:
        self.about_to_offer.emit()
        self.fill_menu()
        corner = self.mapToGlobal(self.rect().bottomRight())
        self.menu_box.popup(corner - QPoint(self.menu_box.sizeHint().width() - 1, -4))

    def fill_menu(self) -> None:
        """What can be done now."""
        menu, offer = self.menu_box, self.offer
        menu.clear()
        if not offer.on:
            for name, words in offer.screens:
                self._add(self.tr("Vis tavlen på {screen}").format(screen=words), ("show", name), key="wall")
            if not offer.screens:
                self._add(self.tr("Vis tavlen her på skærmen"), ("show", ""), key="wall")
            menu.addSeparator()
        group = QActionGroup(menu)
        for mode, words, key in (
            (FOLLOW, self.tr("Følger med"), ""),
            (FREEZE, self.tr("Frys"), "wall_freeze"),
            (RULES, self.tr("Spilleregler"), ""),
            (PAUSE, self.tr("Pause"), ""),
            (DARK, self.tr("Mørklæg"), "wall_dark"),
        ):
            action = self._add(words, ("mode", mode), key=key, checked=offer.mode == mode)
            group.addAction(action)
        menu.addSeparator()
        self._add(self.tr("Vis navne"), ("names", ""), checked=offer.names)
        swap = self._add(self.tr("Byt skærme"), ("swap", ""), key="wall_swap")
        swap.setEnabled(offer.can_swap)
        if offer.on:
            if len(offer.screens) > 1:
                for name, words in offer.screens:
                    self._add(self.tr("Flyt tavlen til {screen}").format(screen=words), ("show", name))
            menu.addSeparator()
            self._add(self.tr("Luk tavlen"), ("off", ""), key="wall")

    def _add(
        self, words: str, what: tuple[str, str], *, key: str = "", checked: bool | None = None
    ) -> QAction:
        # The key is only told: the window's own action answers to it.
        text = words.replace("&", "&&")
        action = self.menu_box.addAction(f"{text}\t{actions.key_words(key)[0]}" if key else text)
        action.setData(what)
        if checked is not None:
            action.setCheckable(True)
            action.setChecked(checked)
        return action

    def _on_chosen(self, action: QAction) -> None:
        what, which = action.data()
        if what == "show":
            self.show_wanted.emit(which)
        elif what == "mode":
            self.mode_wanted.emit(which)
        elif what == "names":
            self.names_wanted.emit(not self.offer.names)
        elif what == "swap":
            self.swap_wanted.emit()
        else:
            self.off_wanted.emit()
