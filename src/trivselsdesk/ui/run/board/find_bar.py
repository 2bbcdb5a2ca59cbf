"""The line that finds notes on the board: words to look for, and which kinds of notes count."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QEnterEvent,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from trivselsdesk.domain.pack import NoteType
from trivselsdesk.ui import theme
from trivselsdesk.ui.widgets import icons, paint
from trivselsdesk.ui.widgets.buttons import IconButton
from trivselsdesk.ui.widgets.card import Card
from trivselsdesk.ui.widgets.fields import LineField
from trivselsdesk.ui.widgets.labels import Label
from trivselsdesk.ui.widgets.segmented import swatch

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FilterChip(QAbstractButton):
    """A rounded choice that is on or off, with the square of its kind of note."""

    def __init__(self, key: str, words: str, look: str = "") -> None:
        super().__init__()
        self.key = key
        self._words, self._look = words, look
        self._ring = False
        self.setCheckable(True)
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.notifier.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        words = QFontMetricsF(self._font()).horizontalAdvance(self._words)
        return QSize(math.ceil(words) + 28 + (24 if self._look else 0), theme.current().size("target"))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring = paint.by_keyboard(event)
        super().focusInEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.update()
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        on = self.isChecked()
        # The whole height takes the click; the pill itself is a little lower.
        pill = QRectF(self.rect()).adjusted(0, 3, 0, -3)
        radius = pill.height() / 2
        fill = "primaryTint" if on else "canvas" if self.underMouse() else "surface"
        if self.hasFocus() and self._ring:
            paint.rounded(painter, pill, radius, fill, "focus", paint.RING)
        else:
            paint.rounded(painter, pill, radius, fill, "primary" if on else "lineStrong", 2.0 if on else 1.0)
        left = 14.0
        if self._look:
            swatch(painter, self._look, QRectF(left - 3, pill.center().y() - 9, 18, 18))
            left += 22
        box = QRectF(left, 0, self.width() - left, self.height())
        token = "primaryInk" if on else "ink2"
        paint.text(painter, box, self._words, self._font(), token, Qt.AlignmentFlag.AlignLeft)

    @staticmethod
    def _font() -> QFont:
        return theme.current().font("bodyStrong", size=15)


class _Glass(QWidget):
    """The magnifying glass before the field."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(24, 24)
        theme.notifier.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        icons.paint(QPainter(self), "search", "ink2", QRectF(2, 2, 20, 20))


class SearchField(LineField):
    """Enter leads to the next hit, Shift and Enter to the one before."""

    next_wanted = Signal()
    previous_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            (self.previous_wanted if back else self.next_wanted).emit()
            return
        super().keyPressEvent(event)


class FindBar(QWidget):
    """Hidden until ``open``; Esc closes it and clears it. It only asks: the page finds and shows."""

    changed = Signal(str, tuple)
    """Words to look for, and the ids of the note types that count; none means all."""
    next = Signal()
    previous = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips: list[FilterChip] = []
        self._known: tuple[tuple[str, str, str], ...] = ()
        self._said: tuple[str, tuple[str, ...]] = ("", ())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        card = Card(padding=8)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.field = SearchField("", self.tr("Find en seddel"), name=self.tr("Find på tavlen"))
        self._glass = _Glass()
        self.words = Label("", "caption", "ink2", weight=600)
        self.words.setMinimumWidth(92)
        self._kinds = QWidget()
        self._kinds.setAccessibleName(self.tr("Hvilke sedler"))
        self._kinds_row = QHBoxLayout(self._kinds)
        self._kinds_row.setContentsMargins(0, 0, 0, 0)
        self._kinds_row.setSpacing(6)
        self.back = IconButton("chev-u", self.tr("Forrige (Skift + Enter)"))
        self.forth = IconButton("chev-d", self.tr("Næste (Enter)"))
        self.shut = IconButton("x", self.tr("Luk søgning (Esc)"))
        row.addWidget(self._glass)
        row.addWidget(self.field, 1)
        for widget in (self.words, self._kinds, self.back, self.forth, self.shut):
            row.addWidget(widget)
        card.body.addLayout(row)
        column.addWidget(card)
        self.field.textChanged.connect(self._tell)
        self.field.next_wanted.connect(self.next)
        self.field.previous_wanted.connect(self.previous)
        self.forth.clicked.connect(self.next)
        self.back.clicked.connect(self.previous)
        self.shut.clicked.connect(self.dismiss)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.show_found(None)
        self.hide()

    @property
    def query(self) -> str:
        """What is looked for, without blanks around it."""
        return self.field.text().strip()

    @property
    def kinds(self) -> tuple[str, ...]:
        """The note types that count, in the process's order; none means all."""
        on = tuple(chip.key for chip in self._chips if chip.key and chip.isChecked())
        return () if len(on) == len(self._chips) - 1 else on

    @property
    def searching(self) -> bool:
        """Whether anything at all is looked for."""
        return bool(self.query or self.kinds)

    def show_kinds(self, kinds: Sequence[NoteType]) -> None:
        """Offer these note types; those that are on stay on. A single one is no choice."""
        known = tuple((each.id, each.label, each.colour) for each in kinds)
        if known == self._known:
            return
        self._known = known
        before = set(self.kinds)
        for chip in self._chips:
            self._kinds_row.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = [FilterChip("", self.tr("Alle"))]
        for kind_id, label, colour in known:
            self._chips.append(FilterChip(kind_id, label, "pink" if colour == "pink" else "yellow"))
        for chip in self._chips:
            chip.setChecked(chip.key in before)
            chip.clicked.connect(self._chip_clicked)
            self._kinds_row.addWidget(chip)
        self._chips[0].setChecked(not self.kinds)
        self._kinds.setVisible(len(known) > 1)
        self._order_tabs()
        self._tell()

    def chips(self) -> list[FilterChip]:
        """The choices of note types, »Alle« first."""
        return list(self._chips)

    def show_found(self, count: int | None, at: int = 0) -> None:
        """How many were found, and at which of them (1 is the first) the board is. None says nothing."""
        if count is None:
            words = ""
        elif count == 0:
            words = self.tr("Ingen fundet")
        elif at:
            words = self.tr("{n} af {count} fundet").format(n=at, count=count)
        else:
            words = self.tr("{count} fundet").format(count=count)
        self.words.set_token("mustInk" if count == 0 else "ink2")
        for button in (self.back, self.forth):
            button.setEnabled(bool(count))
        if words != self.words.text():
            self.words.set_text(words)
            if words and self.isVisible():
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def open(self) -> None:
        """Ctrl+F: show it, with what was looked for ready to be written over."""
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def dismiss(self) -> None:
        """Esc: clear and hide. The page gives the focus back to the board."""
        if self.isHidden():
            return
        self.field.blockSignals(True)
        self.field.clear()
        self.field.blockSignals(False)
        self._set_kinds(())
        self.show_found(None)
        self._tell()
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
            return
        super().keyPressEvent(event)

    def _chip_clicked(self) -> None:
        chip = self.sender()
        if isinstance(chip, FilterChip):
            self._set_kinds(() if not chip.key else self.kinds)
        self._tell()

    def _set_kinds(self, kinds: Sequence[str]) -> None:
        """Turn these on; with none, or all, »Alle« is on alone."""
        for chip in self._chips:
            chip.setChecked(chip.key in kinds if kinds else not chip.key)

    def _tell(self) -> None:
        asked = (self.query, self.kinds)
        if asked != self._said:
            self._said = asked
            self.changed.emit(*asked)

    def _order_tabs(self) -> None:
        chain: list[QWidget] = [self.field, *self._chips, self.back, self.forth, self.shut]
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)
