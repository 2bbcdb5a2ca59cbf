"""Answers given in turn on one machine: a calm screen that shows the next person nothing of the last."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from trivselsdesk.domain.commands.pulse import GiveAnswers
from trivselsdesk.domain.pack.pulse import OPEN, PulseForm, PulseQuestion
from trivselsdesk.domain.pulse import STEPS, TEXT_LIMIT, question_text, write_marks
from trivselsdesk.domain.records import Pulse, PulseAnswer, new_id
from trivselsdesk.ui import theme
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.widgets import paint
from trivselsdesk.ui.widgets.buttons import Button
from trivselsdesk.ui.widgets.checkbox import Check
from trivselsdesk.ui.widgets.fields import LineField
from trivselsdesk.ui.widgets.labels import Label

START, SCALE, TEXT, THANKS, LEAVING = range(5)
_WIDE = 860


class StepButton(QPushButton):
    """One number of the scale, large enough for a finger."""

    def __init__(self, step: int) -> None:
        super().__init__(str(step))
        self.step = step
        self._ring = False
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.notifier.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(132, 112)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring = paint.by_keyboard(event)
        super().focusInEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, rect = QPainter(self), QRectF(self.rect())
        if self.hasFocus() and self._ring:
            rect = paint.focus_ring(painter, rect, 12)
        on = self.isChecked() or self.isDown()
        fill = "primaryTint" if on else "canvas" if self.underMouse() else "surface"
        paint.rounded(painter, rect, 12, fill, "primary" if on else "lineStrong", 3 if on else 1.5)
        font = theme.current().font("display", size=40)
        ink = "primaryInk" if on else "ink"
        paint.text(painter, rect, self.text(), font, ink, Qt.AlignmentFlag.AlignHCenter)


class GiveDialog(QDialog):
    """Each person answers all of ``pulses`` in a row; one answer to each is put away together at the end.

    Nothing of a half given answer is kept. Esc asks before it is thrown away.
    """

    answered = Signal()
    """Somebody's answers have been put away."""

    def __init__(
        self, bridge: Bridge, programme_id: str, pulses: list[Pulse], form: PulseForm, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self.bridge, self.programme_id = bridge, programme_id
        self._pulses, self._form = pulses, form
        self._asked = [(pulse, question) for pulse in pulses for question in form.questions]
        self._place = 0
        self._marks: dict[str, dict[str, int]] = {}
        self._texts: dict[str, str] = {}
        self._refused: GiveAnswers | None = None
        self.given = 0
        self.setWindowTitle(self.tr("Puls"))
        self.setModal(True)
        # It holds the keyboard while a number is chosen: a ring around one of them would lead the answer.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        outer = QHBoxLayout(self)
        outer.addStretch(1)
        self.stack = QStackedWidget()
        self.stack.setMaximumWidth(_WIDE)
        self.stack.setMinimumWidth(640)
        outer.addWidget(self.stack, 20)
        outer.addStretch(1)
        for page in (self._start(), self._scale(), self._text(), self._thanks(), self._leaving()):
            self.stack.addWidget(page)
        self._before_leaving = START
        theme.notifier.changed.connect(self.update)
        self.begin()

    # The screens

    def _start(self) -> QWidget:
        self.start_title = self._big("")
        self.start_words = self._soft("")
        self.start = self._button(self.tr("Begynd"), "primary", "arrow-r")
        self.start.clicked.connect(self._go_first)
        self.all_done = self._button(self.tr("Alle har svaret"), "ghost")
        self.all_done.clicked.connect(self.accept)
        return self._page(self.start_title, self.start_words, self._row(self.start), self._row(self.all_done))

    def _scale(self) -> QWidget:
        self.count = self._soft("")
        self.question = self._big("")
        self.steps = [StepButton(step) for step in STEPS]
        row = QHBoxLayout()
        row.setSpacing(14)
        for button in self.steps:
            button.clicked.connect(self._pick)
            row.addWidget(button)
        steps = QWidget()
        steps.setLayout(row)
        row.setContentsMargins(0, 0, 0, 0)
        ends = QWidget()
        line = QHBoxLayout(ends)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(Label(f"1 = {self._form.low}", "section", "ink2", weight=400))
        line.addStretch(1)
        line.addWidget(Label(f"5 = {self._form.high}", "section", "ink2", weight=400))
        self.back = self._button(self.tr("Tilbage"), "ghost", before="arrow-l")
        self.next = self._button(self.tr("Spring over"), "plain", "arrow-r")
        self.back.clicked.connect(self.go_back)
        self.next.clicked.connect(self.go_on)
        self.scale_failed = Label("", "bodyStrong", "mustInk", wrap=True)
        return self._page(
            self.count, self.question, steps, ends, self.scale_failed, self._row(self.back, self.next)
        )

    def _text(self) -> QWidget:
        self.text_count = self._soft("")
        self.text_question = self._big("")
        self.field = LineField(
            "", self.tr("Skriv her, eller spring over"), large=True, max_length=TEXT_LIMIT, name=""
        )
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.textChanged.connect(self._say_next)
        self.peek = Check(self.tr("Vis, hvad jeg skriver"))
        self.peek.toggled.connect(self._peek)
        self.text_hint = self._soft(self.tr("Skriv ingen navne. Dit svar bliver blandet med de andres."))
        self.text_back = self._button(self.tr("Tilbage"), "ghost", before="arrow-l")
        self.text_next = self._button("", "primary", "arrow-r")
        self.text_back.clicked.connect(self.go_back)
        self.text_next.clicked.connect(self.go_on)
        self.failed = Label("", "bodyStrong", "mustInk", wrap=True)
        return self._page(
            self.text_count,
            self.text_question,
            self.field,
            self._row(self.peek),
            self.text_hint,
            self.failed,
            self._row(self.text_back, self.text_next),
        )

    def _thanks(self) -> QWidget:
        self.thanks = self._big(self.tr("Tak – giv computeren videre"))
        self.thanks_words = self._soft("")
        self.another = self._button(self.tr("Jeg er den næste"), "primary", "arrow-r")
        self.another.clicked.connect(self.begin)
        self.finish = self._button(self.tr("Alle har svaret"), "ghost")
        self.finish.clicked.connect(self.accept)
        return self._page(self.thanks, self.thanks_words, self._row(self.another), self._row(self.finish))

    def _leaving(self) -> QWidget:
        title = self._big(self.tr("Vil du stoppe her?"))
        words = self._soft(self.tr("Det, du har svaret, bliver ikke gemt. De andres svar er gemt."))
        self.stay = self._button(self.tr("Nej, jeg svarer færdig"), "primary")
        self.stop = self._button(self.tr("Ja, stop uden at gemme"), "ghost")
        self.stay.clicked.connect(self._stay)
        self.stop.clicked.connect(self._stop)
        return self._page(title, words, self._row(self.stay, self.stop))

    def _page(self, *widgets: QWidget) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setSpacing(18)
        column.addStretch(1)
        for widget in widgets:
            column.addWidget(widget)
        column.addStretch(1)
        return page

    def _row(self, *widgets: QWidget) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 6, 0, 0)
        row.setSpacing(14)
        row.addStretch(1)
        for widget in widgets:
            row.addWidget(widget)
        row.addStretch(1)
        return holder

    def _big(self, words: str) -> Label:
        label = Label(words, "display", wrap=True, size=32)
        label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        return label

    def _soft(self, words: str) -> Label:
        label = Label(words, "section", "ink2", wrap=True, weight=400)
        label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        return label

    def _button(
        self, words: str, kind: str, after: str | None = None, *, before: str | None = None
    ) -> Button:
        button = Button(words, kind, before, large=True, icon_after=after)
        button.setAutoDefault(False)
        return button

    # What the user does

    def begin(self) -> None:
        """The next person sits down: nothing of the last one is left."""
        self._forget()
        named = ", ".join(f"»{pulse.theme.strip()}«" for pulse in self._pulses)
        self.start_title.set_text(self.tr("Puls: {themes}").format(themes=named))
        self.start_words.set_text(self._form.intro)
        self._show(START)
        self.start.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_on(self) -> None:
        """To the next question; after the last one the answers are put away."""
        self._keep_text()
        if self._place + 1 < len(self._asked):
            self._place += 1
            self._ask()
        else:
            self._put_away()

    def go_back(self) -> None:
        """To the question before, which stands as it was answered."""
        self._keep_text()
        if self._place:
            self._place -= 1
            self._ask()
        else:
            self._show(START)
            self.start.setFocus(Qt.FocusReason.OtherFocusReason)

    def pick(self, step: int) -> None:
        """Answer the question on the screen with 1–5, and go on."""
        pulse, question = self._asked[self._place]
        self._marks.setdefault(pulse.id, {})[question.id] = step
        self.go_on()

    def reject(self) -> None:
        """Esc: half an answer is thrown away only when somebody says so."""
        shown = self.stack.currentIndex()
        if shown == LEAVING:
            self._stay()
        elif shown in (SCALE, TEXT) or self._begun():
            self._keep_text()
            self._before_leaving = shown
            self._show(LEAVING)
            self.stay.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self.reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, index = event.text(), self.stack.currentIndex()
        if index == SCALE and key in ("1", "2", "3", "4", "5") and not event.isAutoRepeat():
            self.pick(int(key))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # Also from the field, which leaves Enter to the dialog.
            if index in (SCALE, TEXT):
                self.go_on()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme.current().color("canvas"))

    # Inside

    def _go_first(self) -> None:
        self._place = 0
        self._ask()

    def _ask(self) -> None:
        pulse, question = self._asked[self._place]
        book, pack = self.bridge.book(self.programme_id), self.bridge.pack(self.programme_id)
        words = question_text(book, pack, question, pulse.theme)
        self._say_failed("")
        where = self.tr("Spørgsmål {n} af {total}").format(n=self._place + 1, total=len(self._asked))
        if question.kind == OPEN:
            self._ask_open(pulse, words, where)
            return
        self.count.set_text(self.tr("{where} · tryk på et tal, eller tast 1–5").format(where=where))
        self.question.set_text(words)
        picked = self._marks.get(pulse.id, {}).get(question.id, 0)
        for button in self.steps:
            button.setChecked(button.step == picked)
            button.setAccessibleName(self._step_name(button.step, question))
        self.next.set_text(self.tr("Videre") if picked else self.tr("Spring over"))
        self._show(SCALE)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_open(self, pulse: Pulse, words: str, where: str) -> None:
        self.text_count.set_text(where)
        self.text_question.set_text(words)
        self.field.setAccessibleName(words)
        self.field.setText(self._texts.get(pulse.id, ""))
        self.peek.setChecked(False)
        self._say_next()
        self._show(TEXT)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _step_name(self, step: int, question: PulseQuestion) -> str:
        ends = {1: self._form.low, 5: self._form.high}
        return f"{step}, {ends[step]}" if step in ends else str(step)

    def _pick(self) -> None:
        button = self.sender()
        if isinstance(button, StepButton):
            self.pick(button.step)

    def _peek(self, on: bool) -> None:
        self.field.setEchoMode(QLineEdit.EchoMode.Normal if on else QLineEdit.EchoMode.Password)
        self.field.setFocus()

    def _say_next(self) -> None:
        last = self._place + 1 == len(self._asked)
        skip = self.tr("Færdig") if last else self.tr("Spring over")
        self.text_next.set_text(self.tr("Færdig") if last else self.tr("Videre"))
        if not self.field.text().strip():
            self.text_next.set_text(skip)

    def _keep_text(self) -> None:
        if self.stack.currentIndex() == TEXT:
            pulse, _ = self._asked[self._place]
            self._texts[pulse.id] = self.field.text()

    def _begun(self) -> bool:
        return any(self._marks.values()) or any(text.strip() for text in self._texts.values())

    def _put_away(self) -> None:
        answers = tuple(
            PulseAnswer(
                id=new_id(),
                programme_id=self.programme_id,
                pulse_id=pulse.id,
                marks=write_marks(self._marks.get(pulse.id, {})),
                text=self._texts.get(pulse.id, ""),
            )
            for pulse in self._pulses
        )
        given = self._begun()
        if given:
            command = GiveAnswers(programme_id=self.programme_id, answers=answers)
            if not self.bridge.run(command):
                self._refused = command
                self._say_failed(self.tr("Dit svar kunne ikke gemmes. Det står her endnu – prøv igen."))
                return
            self.given += 1
            self.answered.emit()
        self._forget()
        self.thanks_words.set_text(self.tr("{n} har svaret her").format(n=self.given))
        if not given:
            self.thanks_words.set_text(self.tr("Du svarede ikke på noget. Det er helt i orden."))
        self._show(THANKS)
        self.another.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_failed(self, words: str) -> None:
        for label in (self.failed, self.scale_failed):
            label.set_text(words)

    def _forget(self) -> None:
        if self._refused is not None:
            # Nobody may find in the file what was not to be saved.
            self.bridge.let_go(self._refused)
            self._refused = None
        self._place = 0
        self._marks, self._texts = {}, {}
        self.field.clear()
        self.peek.setChecked(False)
        for button in self.steps:
            button.setChecked(False)

    def _stay(self) -> None:
        if self._before_leaving == START:
            self._show(START)
            self.start.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._ask()

    def _stop(self) -> None:
        self._forget()
        super().reject()

    def _show(self, index: int) -> None:
        self.stack.setCurrentIndex(index)


def give_round(
    bridge: Bridge, programme_id: str, pulses: list[Pulse], form: PulseForm, parent: QWidget
) -> None:
    """Let people answer in turn on the whole screen, until somebody says that all have answered."""
    dialog = GiveDialog(bridge, programme_id, pulses, form, parent.window())
    dialog.setWindowState(Qt.WindowState.WindowFullScreen)
    dialog.exec()
    dialog.deleteLater()
