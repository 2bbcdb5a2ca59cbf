"""Answers typed from paper: a line of numbers and the open answer, and what was typed in this sitting.

What lies in the list is known only while the page is open. Afterwards nobody can look the answers up.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trivselsdesk.domain.danish import shortened
from trivselsdesk.domain.pulse import read_marks, write_marks
from trivselsdesk.domain.records import PulseAnswer
from trivselsdesk.ui.widgets.buttons import Button, IconButton
from trivselsdesk.ui.widgets.card import Card
from trivselsdesk.ui.widgets.fields import Labelled, LineField
from trivselsdesk.ui.widgets.labels import ElidedLabel, Label

_TEXT_SIGNS = 80


class DigitField(LineField):
    """Takes 1–5 and hands on to the next at once."""

    went_on = Signal()
    wrong = Signal()

    def __init__(self, name: str) -> None:
        super().__init__("", "1–5", large=True, name=name)
        self.setFixedWidth(84)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.handed = False
        """The number before brought the keyboard here by itself."""
        self.textEdited.connect(self._typed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        handed, self.handed = self.handed, False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # Enter after a number belongs to that number: it must not skip the next question too.
            if not handed or self.text():
                self.went_on.emit()
            return
        super().keyPressEvent(event)

    def _typed(self, text: str) -> None:
        last = text.strip()[-1:]
        if last in ("1", "2", "3", "4", "5"):
            self.setText(last)
            self.went_on.emit()
        elif last:
            self.clear()
            self.wrong.emit()


class PaperCard(Card):
    """The line to type in, and the papers of this sitting."""

    given = Signal(str, str, str)
    """Id of the answer that is mended (empty for a new one), its marks and its text. Call ``done``."""
    taken_back = Signal(str)

    def __init__(self) -> None:
        super().__init__("", padding=18, spacing=10)
        self.set_title(self.tr("Tast svar fra papir"))
        self._keys: tuple[str, ...] = ()
        self._mended = ""
        self._answers: dict[str, PulseAnswer] = {}
        self.digits: list[DigitField] = []
        self._typing = QHBoxLayout()
        self._typing.setSpacing(12)
        self.body.addLayout(self._typing)
        self.text = LineField("", self.tr("Det åbne svar – må gerne være tomt"), large=True)
        self.text.returnPressed.connect(self._submit)
        self._open = Labelled(self.tr("Åbent svar"), self.text)
        self.put = Button("", "tint", large=True, key=self.tr("Enter"))
        self.put.clicked.connect(self._submit)
        self.hint = Label("", "body", "ink2", wrap=True)
        self.body.addWidget(self.hint)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.body.addLayout(self._rows)
        self.rows: list[_PaperRow] = []
        self._say()

    def show_questions(self, questions: Sequence[tuple[str, str]], *, text: bool) -> None:
        """Ids and words of the questions on the scale, and whether there is an open one."""
        keys = tuple(key for key, _ in questions)
        if keys == self._keys and self.digits:
            return
        self._keys = keys
        while (taken := self._typing.takeAt(0)) is not None:
            widget = taken.widget()
            if isinstance(widget, Labelled) and widget is not self._open:
                widget.deleteLater()
        self.digits = []
        for number, (_, words) in enumerate(questions, start=1):
            field = DigitField(words)
            field.setToolTip(words)
            field.went_on.connect(self._next)
            field.wrong.connect(self._wrong)
            self.digits.append(field)
            label = self.tr("Spørgsmål {n}").format(n=number)
            self._typing.addWidget(Labelled(label, field), 0, Qt.AlignmentFlag.AlignBottom)
        self._typing.addWidget(self._open, 1, Qt.AlignmentFlag.AlignBottom)
        self._open.setVisible(text)
        self._typing.addWidget(self.put, 0, Qt.AlignmentFlag.AlignBottom)

    def begin(self) -> None:
        """The next paper."""
        self._mended = ""
        for field in self.digits:
            field.clear()
        self.text.clear()
        self.text.flush()
        self._say()
        if self.digits:
            self.digits[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def waits(self) -> bool:
        """Whether something stands in the line."""
        return bool(self._marks() or self.text.text().strip())

    def holds(self, marks: str, text: str) -> bool:
        """Whether the line says just this."""
        return (write_marks(self._marks()), self.text.text()) == (marks, text)

    def show_typed(self, answers: list[PulseAnswer]) -> None:
        """The papers of this sitting, the last one on top."""
        self._answers = {each.id: each for each in answers}
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = []
        for number, answer in reversed(list(enumerate(answers, start=1))):
            row = _PaperRow(number, answer, self._keys)
            row.mend.clicked.connect(self._mend)
            row.trash.clicked.connect(self._trash)
            self.rows.append(row)
            self._rows.addWidget(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._mended:
            self.begin()
        else:
            super().keyPressEvent(event)

    def _marks(self) -> dict[str, int]:
        typed = zip(self._keys, self.digits, strict=True)
        return {key: int(field.text()) for key, field in typed if field.text()}

    def _submit(self) -> None:
        if not self.waits():
            self.hint.set_text(self.tr("Skriv mindst ét svar først: et tal fra 1 til 5."))
            return
        self.given.emit(self._mended, write_marks(self._marks()), self.text.text())

    def _next(self) -> None:
        order: list[LineField] = [*self.digits, *([] if self._open.isHidden() else [self.text])]
        sender = self.sender()
        place = next((n for n, each in enumerate(order) if each is sender), -1)
        self._say()
        if place + 1 < len(order):
            ahead = order[place + 1]
            ahead.setFocus(Qt.FocusReason.TabFocusReason)
            ahead.selectAll()
            if isinstance(ahead, DigitField):
                ahead.handed = bool(order[place].text())
        else:
            self._submit()

    def _wrong(self) -> None:
        self.hint.set_text(self.tr("Skriv et tal fra 1 til 5. Tomt, hvis spørgsmålet er sprunget over."))

    def _mend(self) -> None:
        row = next((each for each in self.rows if each.mend is self.sender()), None)
        if row is None:
            return
        self._mended = row.answer.id
        marks = read_marks(row.answer.marks)
        for key, field in zip(self._keys, self.digits, strict=True):
            field.setText(str(marks.get(key, "")))
        self.text.setText(row.answer.text)
        self._say(row.number)
        self.digits[0].setFocus(Qt.FocusReason.OtherFocusReason)
        self.digits[0].selectAll()

    def _trash(self) -> None:
        row = next((each for each in self.rows if each.trash is self.sender()), None)
        if row is not None:
            self.taken_back.emit(row.answer.id)

    def _say(self, number: int = 0) -> None:
        mending = bool(self._mended)
        self.put.set_text(self.tr("Ret svaret") if mending else self.tr("Læg svaret ned"))
        if number:
            self.hint.set_text(self.tr("Du retter papir {n}. Esc fortryder.").format(n=number))
        elif not mending:
            self.hint.set_text(
                self.tr(
                    "Tast et tal fra 1 til 5 til hvert spørgsmål. Enter lægger svaret ned."
                    " I kan rette, så længe siden er åben – bagefter er de skjult."
                )
            )


class _PaperRow(QWidget):
    """One paper of this sitting."""

    def __init__(self, number: int, answer: PulseAnswer, keys: tuple[str, ...]) -> None:
        super().__init__()
        self.number, self.answer = number, answer
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(12)
        name = self.tr("Papir {n}").format(n=number)
        row.addWidget(Label(name, "bodyStrong", "ink2"))
        marks = read_marks(answer.marks)
        numbers = " · ".join(str(marks.get(key, "–")) for key in keys)
        row.addWidget(Label(numbers, "bodyStrong"))
        words = f"»{shortened(answer.text, _TEXT_SIGNS)}«" if answer.text else ""
        row.addWidget(ElidedLabel(words, "body", "ink2"), 1)
        self.mend = IconButton("pencil", self.tr("Ret papir {n}").format(n=number), size=18)
        self.trash = IconButton("trash", self.tr("Slet papir {n}").format(n=number), size=18)
        row.addWidget(self.mend)
        row.addWidget(self.trash)
