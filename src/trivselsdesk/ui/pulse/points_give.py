"""Sheets of plus and minus put in one after the other: each alone at the screen, or typed from paper."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from trivselsdesk.domain.commands.pulse import GiveAnswers, TakeAnswerBack
from trivselsdesk.domain.points import MINUS, PLUS, Point, grouped, points_of
from trivselsdesk.domain.pulse import count, write_marks
from trivselsdesk.domain.records import Pulse, PulseAnswer, new_id
from trivselsdesk.ui import theme
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.widgets.buttons import Button
from trivselsdesk.ui.widgets.card import Card, ScrollArea
from trivselsdesk.ui.widgets.labels import Label

START, SHEET, THANKS, LEAVING = range(4)
_SIGNS = {PLUS: "+", MINUS: "−"}


class MarkRow(QWidget):
    """One point with a plus and a minus to press; both, or none, is an answer too."""

    def __init__(self, point: Point) -> None:
        super().__init__()
        self.point = point
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(Label(point.title, "section", wrap=True, size=18))
        if point.text:
            words.addWidget(Label(point.text, "caption", "ink2", wrap=True))
        words.addStretch(1)
        row.addLayout(words, 1)
        self.buttons: dict[int, Button] = {}
        self._marks: set[int] = set()
        self._names = {PLUS: self.tr("Plus: {title}"), MINUS: self.tr("Minus: {title}")}
        for mark in self._names:
            button = Button(_SIGNS[mark], "plain", large=True)
            button.setAutoDefault(False)
            button.setFixedWidth(64)
            button.clicked.connect(self._pressed)
            self.buttons[mark] = button
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._show()

    def mark(self) -> int:
        """1 plus, 2 minus, 3 both, 0 none."""
        return sum(self._marks)

    def clear(self) -> None:
        """As nobody has touched it."""
        self._marks.clear()
        self._show()

    def toggle(self, mark: int) -> None:
        """Put a mark, or take it away."""
        self._marks ^= {mark}
        self._show()

    def _pressed(self) -> None:
        self.toggle(next(mark for mark, button in self.buttons.items() if button is self.sender()))

    def _show(self) -> None:
        for mark, button in self.buttons.items():
            there = mark in self._marks
            button.set_kind("primary" if there else "plain")
            name = self._names[mark].format(title=self.point.title)
            button.setAccessibleName(self.tr("{name}, sat").format(name=name) if there else name)


class PointsDialog(QDialog):
    """On the whole screen. The next person sees nothing of the last; nothing of half a sheet is kept.

    With ``paper`` sheets are typed one after the other, and the last one can be taken back.
    """

    answered = Signal()

    def __init__(
        self, bridge: Bridge, programme_id: str, sheets: Pulse, *, paper: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.bridge, self.programme_id, self.sheets, self.paper = bridge, programme_id, sheets, paper
        self._last = ""
        self._refused: GiveAnswers | None = None
        self._before_leaving = START
        self.setModal(True)
        self.setWindowTitle(sheets.theme)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(32, 20, 32, 20)
        outer.addStretch(1)
        self.stack = QStackedWidget()
        self.stack.setMaximumWidth(1240)
        outer.addWidget(self.stack, 20)
        outer.addStretch(1)
        for page in (self._start(), self._sheet(), self._thanks(), self._leaving()):
            self.stack.addWidget(page)
        theme.notifier.changed.connect(self.update)
        self.begin()

    # The screens

    def _start(self) -> QWidget:
        self.start = self._button(self.tr("Begynd"), "primary", "arrow-r")
        self.start.clicked.connect(self._open_sheet)
        self.all_done = self._button(self.tr("Alle har været her"), "ghost")
        self.all_done.clicked.connect(self.accept)
        words = self.tr("Sæt plus, minus, begge dele eller ingenting. Ingen kan se, hvad du svarer.")
        return self._page(self._big(self.sheets.theme), self._soft(words), self.start, self.all_done)

    def _sheet(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setSpacing(10)
        head = QHBoxLayout()
        self.sheet_title = Label("", "display", size=26)
        head.addWidget(self.sheet_title)
        head.addStretch(1)
        self.take_back = Button(self.tr("Tag det sidste ark tilbage"), "ghost", "undo")
        self.take_back.setAutoDefault(False)
        self.take_back.clicked.connect(self.take_last_back)
        head.addWidget(self.take_back)
        column.addLayout(head)
        lead = self.tr("Hvad fungerer godt (+), og hvad kunne være bedre (−)? Spring gerne punkter over.")
        column.addWidget(Label(lead, "section", "ink2", wrap=True, weight=400))
        self.area = ScrollArea(margins=(0, 0, 8, 0), spacing=0)
        grid = QGridLayout()
        grid.setSpacing(14)
        self.rows: list[MarkRow] = []
        sides = [QVBoxLayout(), QVBoxLayout()]
        filled = [0, 0]
        for title, points in grouped(points_of(self.sheets)):
            card = Card("", padding=16, spacing=6)
            card.set_title(title)
            for point in points:
                row = MarkRow(point)
                for button in row.buttons.values():
                    button.installEventFilter(self)
                self.rows.append(row)
                card.body.addWidget(row)
            side = 0 if filled[0] <= filled[1] else 1
            filled[side] += len(points) + 1
            sides[side].addWidget(card)
        for place, side_column in enumerate(sides):
            side_column.setSpacing(14)
            side_column.addStretch(1)
            grid.addLayout(side_column, 0, place)
            grid.setColumnStretch(place, 1 if filled[place] else 0)
        self.area.body.addLayout(grid)
        column.addWidget(self.area, 1)
        foot = QHBoxLayout()
        keys = self.tr("Tast + og −. Pil op og ned går mellem punkterne. Enter lægger arket.")
        foot.addWidget(Label(keys, "caption", "ink2", wrap=True), 1)
        self.failed = Label("", "bodyStrong", "mustInk")
        foot.addWidget(self.failed)
        self.stop_paper = self._button(self.tr("Ikke flere ark"), "ghost")
        self.stop_paper.clicked.connect(self.reject)
        foot.addWidget(self.stop_paper)
        self.put = self._button(self.tr("Læg arket"), "primary", "arrow-r")
        self.put.clicked.connect(self.put_away)
        foot.addWidget(self.put)
        column.addLayout(foot)
        return page

    def _thanks(self) -> QWidget:
        self.another = self._button(self.tr("Jeg er den næste"), "primary", "arrow-r")
        self.another.clicked.connect(self.begin)
        self.finish = self._button(self.tr("Alle har været her"), "ghost")
        self.finish.clicked.connect(self.accept)
        self.thanks_words = self._soft("")
        title = self._big(self.tr("Tak – giv computeren videre"))
        return self._page(title, self.thanks_words, self.another, self.finish)

    def _leaving(self) -> QWidget:
        self.stay = self._button(self.tr("Nej, jeg gør det færdigt"), "primary")
        self.stop = self._button(self.tr("Ja, stop uden at gemme"), "ghost")
        self.stay.clicked.connect(self._stay)
        self.stop.clicked.connect(self._stop)
        words = self._soft(self.tr("Arket her bliver ikke gemt. De andre ark er gemt."))
        return self._page(self._big(self.tr("Vil du stoppe her?")), words, self.stay, self.stop)

    def _page(self, *widgets: QWidget) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setSpacing(18)
        column.addStretch(1)
        for widget in widgets:
            place = Qt.AlignmentFlag.AlignHCenter if isinstance(widget, Button) else Qt.AlignmentFlag(0)
            column.addWidget(widget, 0, place)
        column.addStretch(1)
        return page

    def _big(self, words: str) -> Label:
        label = Label(words, "display", wrap=True, size=32)
        label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        return label

    def _soft(self, words: str) -> Label:
        label = Label(words, "section", "ink2", wrap=True, weight=400)
        label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        return label

    def _button(self, words: str, kind: str, after: str | None = None) -> Button:
        button = Button(words, kind, large=True, icon_after=after)
        button.setAutoDefault(False)
        return button

    # What the user does

    def begin(self) -> None:
        """The next person sits down, or the next paper: nothing of the last is left."""
        self._forget()
        if self.paper:
            self._open_sheet()
        else:
            self._show(START, self.start)

    def put_away(self) -> None:
        """Put the sheet with the others."""
        marks = {row.point.key: row.mark() for row in self.rows if row.mark()}
        if not marks:
            if self.paper:
                self.failed.set_text(self.tr("Arket er tomt"))
                return
            self._say_thanks(self.tr("Du satte ingenting. Det er helt i orden."))
            return
        answer = PulseAnswer(
            id=new_id(), programme_id=self.programme_id, pulse_id=self.sheets.id, marks=write_marks(marks)
        )
        command = GiveAnswers(programme_id=self.programme_id, answers=(answer,))
        if not self.bridge.run(command):
            self._refused = command
            self.failed.set_text(self.tr("Arket kunne ikke gemmes. Det står her endnu – prøv igen."))
            return
        self._last = answer.id
        self.answered.emit()
        self._forget()
        if self.paper:
            self._open_sheet()
        else:
            self._say_thanks(self.tr("{n} ark er lagt").format(n=self._count()))

    def take_last_back(self) -> None:
        """The paper that was just typed was wrong."""
        command = TakeAnswerBack(programme_id=self.programme_id, answer_id=self._last)
        if self._last and self.bridge.run(command):
            self._last = ""
            self.answered.emit()
            self._open_sheet()

    def reject(self) -> None:
        """Esc: half a sheet is thrown away only when somebody says so."""
        shown = self.stack.currentIndex()
        if shown == LEAVING:
            self._stay()
        elif shown == SHEET and (any(row.mark() for row in self.rows) or not self.paper):
            self._show(LEAVING, self.stay)
        else:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self.reject()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys of the sheet, wherever the keyboard is in it."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._sheet_key(event):
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.stack.currentIndex() == SHEET and self._sheet_key(event):
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme.current().color("canvas"))

    # Inside

    def _sheet_key(self, event: QKeyEvent) -> bool:
        key, place = event.key(), self._row()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.put_away()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._go(place + (1 if key == Qt.Key.Key_Down else -1))
        elif event.text() in ("+", "-", "−"):
            self.rows[place].toggle(PLUS if event.text() == "+" else MINUS)
        else:
            return False
        return True

    def _row(self) -> int:
        focus = self.focusWidget()
        for place, row in enumerate(self.rows):
            if focus in row.buttons.values():
                return place
        return 0

    def _go(self, place: int) -> None:
        if 0 <= place < len(self.rows):
            button = self.rows[place].buttons[PLUS]
            button.setFocus(Qt.FocusReason.TabFocusReason)
            self.area.ensureWidgetVisible(self.rows[place])

    def _open_sheet(self) -> None:
        number = self._count() + 1
        words = self.tr("Ark {n}").format(n=number) if self.paper else self.sheets.theme
        self.sheet_title.set_text(words)
        self.take_back.setVisible(self.paper and bool(self._last))
        self.stop_paper.setVisible(self.paper)
        self.failed.set_text("")
        self._show(SHEET, self.rows[0].buttons[PLUS] if self.rows else self.put)

    def _say_thanks(self, words: str) -> None:
        self.thanks_words.set_text(words)
        self._show(THANKS, self.another)

    def _count(self) -> int:
        return count(self.bridge.book(self.programme_id), self.sheets)

    def _forget(self) -> None:
        if self._refused is not None:
            self.bridge.let_go(self._refused)
            self._refused = None
        for row in self.rows:
            row.clear()

    def _stay(self) -> None:
        self._show(SHEET, self.rows[0].buttons[PLUS])

    def _stop(self) -> None:
        self._forget()
        super().reject()

    def _show(self, index: int, focus: QWidget) -> None:
        self.stack.setCurrentIndex(index)
        focus.setFocus(Qt.FocusReason.OtherFocusReason)


def put_in_sheets(bridge: Bridge, programme_id: str, sheets: Pulse, parent: QWidget, *, paper: bool) -> None:
    """Let people put their sheets in on the whole screen, until somebody says that it is all."""
    dialog = PointsDialog(bridge, programme_id, sheets, paper=paper, parent=parent.window())
    dialog.setWindowState(Qt.WindowState.WindowFullScreen)
    dialog.exec()
    dialog.deleteLater()
