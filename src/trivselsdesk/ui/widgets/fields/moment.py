"""Fields for a date and for a time of day, typed the Danish way."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QDate, QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QResizeEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QToolButton, QVBoxLayout, QWidget

from trivselsdesk.domain import danish
from trivselsdesk.ui import theme
from trivselsdesk.ui.widgets import icons
from trivselsdesk.ui.widgets.buttons import IconButton
from trivselsdesk.ui.widgets.fields.line import Edit


class _Parsed(Edit):
    """Text that means something. What cannot be read stays in the field, with a red frame, and
    rejected(sentence) tells; rejected("") comes when it is mended. value() is what was last readable."""

    rejected = Signal(str)

    def __init__(self, placeholder: str, name: str, parent: QWidget | None) -> None:
        super().__init__(placeholder, name=name, parent=parent)
        self._value: Any = None
        self._wrong = False

    def set_value(self, value: Any) -> None:
        if self._draft.dirty or (value == self._value and (self.hasFocus() or self._wrong)):
            return
        self._value = value
        self._show_text(self._write(value))
        self._complain("")

    def unreadable(self) -> bool:
        """Whether what stands in the field could not be read."""
        return self._wrong

    def let_go(self) -> None:
        """Forgets what could not be read: something else is shown from now on."""
        if self._wrong:
            self._draft.drop()
            self._show_text(self._write(self._value))
            self._complain("")

    def settle(self) -> None:
        """Reads what is typed as the final answer: writes it out in full, or says what is wrong."""
        self._draft.drop()
        known, value = self._read_text()
        if not known:
            self._complain(self._complaint())
            return
        self._take(value)
        self._show_text(self._write(value))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.settle()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.settle()

    def _publish(self) -> None:
        known, value = self._read_text()
        if known:
            self._take(value)

    def _take(self, value: Any) -> None:
        self._complain("")
        if value != self._value:
            self._value = value
            self.edited.emit(value)

    def _read_text(self) -> tuple[bool, Any]:
        text = self.text().strip()
        if not text:
            return True, None
        value = self._parse(text)
        return value is not None, value

    def _complain(self, sentence: str) -> None:
        if self._wrong or sentence:
            self._wrong = bool(sentence)
            self.set_error(self._wrong)
            self.rejected.emit(sentence)

    def _parse(self, text: str) -> Any:
        raise NotImplementedError

    def _write(self, value: Any) -> str:
        raise NotImplementedError

    def _complaint(self) -> str:
        raise NotImplementedError


class DateField(_Parsed):
    """A day or nothing. Reads »20/5«, »20. maj«, »om 2 uger«, »fredag«; shows »ons. 30. dec. 2026«.
    ↑/↓ move a day; Alt+↓ or the button opens the calendar."""

    def __init__(
        self,
        value: date | None = None,
        placeholder: str = "",
        *,
        today: Callable[[], date] = date.today,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(placeholder, name, parent)
        self._today = today
        self._popup: _Calendar | None = None
        self.setProperty("trailing", True)
        self._opener = IconButton(
            "calendar", self.tr("Vælg i kalender"), side=32, size=18, token="ink2", parent=self
        )
        self._opener.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._opener.clicked.connect(self.open_calendar)
        self.setMinimumWidth(190)
        self.set_value(value)

    def value(self) -> date | None:
        found: date | None = self._value
        return found

    def open_calendar(self) -> None:
        if self._popup is None:
            self._popup = _Calendar(self)
            self._popup.picked.connect(self._on_picked)
        known, typed = self._read_text()
        self._popup.open_at(self, (typed if known else None) or self._value or self._today(), self._today())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()), 0)
        if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_calendar()
        elif step:
            known, typed = self._read_text()
            if known and typed is not None:
                self._show_text(self._write(typed + timedelta(days=step)))
                self._draft.touch()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._opener.move(self.width() - 36, (self.height() - 32) // 2)

    def _on_picked(self, day: date) -> None:
        self._draft.drop()
        self._show_text(self._write(day))
        self._take(day)
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def _parse(self, text: str) -> date | None:
        return danish.parse_date(text, self._today())

    def _write(self, value: date | None) -> str:
        return danish.brief_date(value, year=True) if value else ""

    def _complaint(self) -> str:
        return self.tr("Den dato kender vi ikke. Skriv for eksempel 20.\u00a0maj eller 20/5.")


class TimeField(_Parsed):
    """Minutes after midnight, or nothing. Reads »13.20«, »13:20«, »1320«. ↑/↓ move 5 minutes."""

    def __init__(
        self,
        value: int | None = None,
        placeholder: str = "",
        *,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(placeholder, name, parent)
        self.setMinimumWidth(72)
        self.set_value(value)

    def value(self) -> int | None:
        found: int | None = self._value
        return found

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: 5, Qt.Key.Key_Down: -5}.get(Qt.Key(event.key()), 0)
        if not step:
            super().keyPressEvent(event)
            return
        known, typed = self._read_text()
        if known and typed is not None:
            self._show_text(self._write((typed + step) % (24 * 60)))
            self._draft.touch()

    def _parse(self, text: str) -> int | None:
        return danish.parse_clock(text)

    def _write(self, value: int | None) -> str:
        return "" if value is None else danish.format_clock(value)

    def _complaint(self) -> str:
        return self.tr("Det klokkeslæt kender vi ikke. Skriv for eksempel 13.20.")


class _Calendar(QFrame):
    """The calendar that drops down below a date field: Danish, from Monday, with week numbers."""

    picked = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("calendar_popup")
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        self._month = QCalendarWidget()
        self._month.setLocale(QLocale(QLocale.Language.Danish, QLocale.Country.Denmark))
        self._month.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self._month.setGridVisible(False)
        self._month.setMinimumSize(336, 290)
        self._month.clicked.connect(self._on_day)
        self._month.activated.connect(self._on_day)
        column.addWidget(self._month)

    def open_at(self, field: QWidget, shown: date, today: date) -> None:
        self._paint_days(today)
        self._month.setSelectedDate(QDate(shown.year, shown.month, shown.day))
        self.adjustSize()
        place = field.mapToGlobal(QPoint(0, field.height() + 2))
        area = field.screen().availableGeometry()
        if place.y() + self.height() > area.bottom():
            place = field.mapToGlobal(QPoint(0, -self.height() - 2))
        place.setX(max(area.left(), min(place.x(), area.right() - self.width())))
        self.move(place)
        self.show()
        self._month.setFocus(Qt.FocusReason.PopupFocusReason)

    def _paint_days(self, today: date) -> None:
        look = theme.current()
        for name, glyph in (("qt_calendar_prevmonth", "chev-l"), ("qt_calendar_nextmonth", "chev-r")):
            button = self._month.findChild(QToolButton, name)
            if button is not None:
                button.setIcon(icons.icon(glyph))
        head, day = QTextCharFormat(), QTextCharFormat()
        head.setForeground(look.color("ink3"))
        head.setBackground(look.color("surface"))
        head.setFont(look.font("caption", weight=600))
        day.setForeground(look.color("ink"))
        self._month.setHeaderTextFormat(head)
        for weekday in Qt.DayOfWeek:
            self._month.setWeekdayTextFormat(weekday, day)
        self._month.setDateTextFormat(QDate(), QTextCharFormat())
        mark = QTextCharFormat()
        mark.setFont(look.font("bodyStrong"))
        mark.setForeground(QColor(look.color("primaryInk")))
        mark.setBackground(look.color("primaryTint"))
        self._month.setDateTextFormat(QDate(today.year, today.month, today.day), mark)

    def _on_day(self, day: QDate) -> None:
        self.hide()
        self.picked.emit(date(day.year(), day.month(), day.day()))
