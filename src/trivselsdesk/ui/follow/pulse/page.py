"""The page »Puls«: the pulses of the programme, and what can be done with the one that is chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from trivselsdesk.domain.commands.pulse import (
    ClosePulse,
    DeletePulse,
    GiveAnswers,
    MendText,
    OpenPulse,
    ShowTexts,
    TakeAnswerBack,
)
from trivselsdesk.domain.danish import format_date, plural, shortened
from trivselsdesk.domain.pack.pulse import OPEN, SCALE
from trivselsdesk.domain.pulse import (
    answers_of,
    count,
    least,
    missing,
    open_pulses,
    pulses,
    question_text,
    questions,
    result,
)
from trivselsdesk.domain.records import Pulse, PulseAnswer, new_id
from trivselsdesk.domain.wall.follow import FollowScene
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.follow.frame import side_by_side
from trivselsdesk.ui.follow.pulse.new_dialog import NewPulseDialog
from trivselsdesk.ui.follow.pulse.paper import PaperCard
from trivselsdesk.ui.follow.pulse.texts import TextsCard
from trivselsdesk.ui.follow.section import Section
from trivselsdesk.ui.pulse.chart import ResultChart
from trivselsdesk.ui.pulse.give import give_round
from trivselsdesk.ui.widgets.buttons import Button
from trivselsdesk.ui.widgets.card import Card, ScrollArea
from trivselsdesk.ui.widgets.dialog import ask
from trivselsdesk.ui.widgets.empty import EmptyState
from trivselsdesk.ui.widgets.labels import ElidedLabel, Label

RESULT_PAPER, QUESTION_PAPER = "puls", "pulsskema"
_NAME_SIGNS = 34


class PulseSection(Section):
    """A list of pulses at the left, the chosen one at the right."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self.chosen = ""
        self._typed: list[str] = []
        self._waiting: PulseAnswer | None = None
        """Ids of what was typed from paper since the page was opened; nobody can look up others."""
        row = side_by_side(self)
        self._main = QStackedWidget()
        self.empty = EmptyState(
            self.tr("Ingen puls endnu"),
            self.tr("Spørg alle om det samme på et minut: Er det blevet bedre, og er der mere at gøre?"),
            icon="heart",
            button=self.tr("Ny puls"),
        )
        self.empty.pressed.connect(self.add_pulse)
        self._main.addWidget(self.empty)
        self._main.addWidget(self._make_pulse())
        row.addWidget(self._make_list())
        row.addWidget(self._main, 1)

    def _make_list(self) -> QWidget:
        self._side = ScrollArea(spacing=8)
        self._side.setFixedWidth(300)
        self.new = Button(self.tr("Ny puls"), "plain", "plus")
        self.new.clicked.connect(self.add_pulse)
        self._side.body.addWidget(self.new)
        self._list = QVBoxLayout()
        self._list.setSpacing(6)
        self._side.body.addLayout(self._list)
        self._side.body.addStretch(1)
        self.buttons: list[Button] = []
        self._ids: list[str] = []
        return self._side

    def _make_pulse(self) -> QWidget:
        self._area = ScrollArea(spacing=12)
        self.theme_label = ElidedLabel("", "display")
        self.when = Label("", "body", "ink2", wrap=True)
        self._area.body.addWidget(self.theme_label)
        self._area.body.addWidget(self.when)
        self._open = QWidget()
        column = QVBoxLayout(self._open)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        card = Card(padding=18, spacing=10)
        self.progress = Label("", "title")
        self.needed = Label("", "body", "ink2", wrap=True)
        card.body.addWidget(self.progress)
        card.body.addWidget(self.needed)
        line = QHBoxLayout()
        line.setSpacing(10)
        self.give = Button(self.tr("Giv computeren rundt"), "primary", "users")
        self.count_up = Button(self.tr("Tæl op, og vis"), "plain", "eye")
        self.paper_sheet = Button(self.tr("Spørgeskema på papir"), "plain", "printer")
        self.delete_open = Button(self.tr("Slet pulsen"), "ghost", "trash")
        for button, slot in (
            (self.give, self.give_in_turn),
            (self.count_up, self.close_pulse),
            (self.paper_sheet, self._print_questions),
            (self.delete_open, self.delete_pulse),
        ):
            button.clicked.connect(slot)
            line.addWidget(button)
        line.addStretch(1)
        card.body.addLayout(line)
        column.addWidget(card)
        self.paper = PaperCard()
        self.paper.given.connect(self._type)
        self.paper.taken_back.connect(self._take_back)
        column.addWidget(self.paper)
        self._area.body.addWidget(self._open)
        self._area.body.addWidget(self._make_closed())
        self._area.body.addStretch(1)
        return self._area

    def _make_closed(self) -> QWidget:
        self._closed = QWidget()
        column = QVBoxLayout(self._closed)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.chart = ResultChart()
        column.addWidget(self.chart)
        self.texts = TextsCard()
        self.texts.written.connect(self._mend)
        self.texts.shown.connect(self._show_texts)
        column.addWidget(self.texts)
        self.few = Label("", "section", wrap=True)
        column.addWidget(self.few)
        line = QHBoxLayout()
        self.print = Button(self.tr("Udskriv resultatet"), "plain", "printer")
        self.delete = Button(self.tr("Slet pulsen"), "ghost", "trash")
        self.print.clicked.connect(self._print_result)
        self.delete.clicked.connect(self.delete_pulse)
        line.addWidget(self.print)
        line.addWidget(self.delete)
        line.addStretch(1)
        column.addLayout(line)
        return self._closed

    # Section

    def show_programme(self, programme_id: str) -> None:
        if programme_id != self.programme_id:
            self.chosen = ""
        super().show_programme(programme_id)

    def leave(self) -> None:
        # From here on they are hidden from everybody.
        self._typed = []
        self.paper.show_typed([])
        self.paper.begin()

    def on_wall(self) -> FollowScene | None:
        return FollowScene(self.bridge.today(), pulse=self.chosen) if self.chosen else None

    def document(self) -> str:
        pulse = self.pulse
        return RESULT_PAPER if pulse is not None and pulse.closed is not None else QUESTION_PAPER

    @property
    def pulse(self) -> Pulse | None:
        """The chosen pulse."""
        return self.book.find(Pulse, self.chosen) if self.programme_id and self.chosen else None

    def refresh(self) -> None:
        if not self.programme_id:
            return
        every = pulses(self.book)
        if self.chosen not in [each.id for each in every]:
            self.chosen = every[0].id if every else ""
        self.followed.emit(self.on_wall())
        self._show_list(every)
        self._side.setVisible(bool(every))
        pulse = self.pulse
        self._main.setCurrentIndex(0 if pulse is None else 1)
        if pulse is None:
            return
        self.theme_label.set_text(pulse.theme.strip())
        self._open.setVisible(pulse.closed is None)
        self._closed.setVisible(pulse.closed is not None)
        if pulse.closed is None:
            self._show_open(pulse)
        else:
            self._show_closed(pulse)

    def _show_list(self, every: list[Pulse]) -> None:
        ids = [each.id for each in every]
        if ids != self._ids:
            for button in self.buttons:
                button.hide()
                button.deleteLater()
            self._ids, self.buttons = ids, []
            for _ in every:
                button = Button("", "ghost", align="left")
                button.setCheckable(True)
                # It takes the width of the list, whatever the name asks for.
                button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
                button.clicked.connect(self._choose)
                self.buttons.append(button)
                self._list.addWidget(button)
        for button, each in zip(self.buttons, every, strict=True):
            button.setText(shortened(each.theme.strip(), _NAME_SIGNS))
            button.setToolTip(each.theme.strip())
            button.set_hint(format_date(each.closed, year=False) if each.closed else self.tr("i gang"))
            button.setChecked(each.id == self.chosen)

    def _show_open(self, pulse: Pulse) -> None:
        day = format_date(pulse.opened, year=False) if pulse.opened else ""
        self.when.set_text(self.tr("Åben siden {day}").format(day=day) if day else "")
        n, lacking = count(self.book, pulse), missing(self.book, self.pack, pulse)
        if pulse.invited:
            self.progress.set_text(self.tr("{n} af {all} har svaret").format(n=n, all=pulse.invited))
        else:
            self.progress.set_text(plural(n, self.tr("svar"), self.tr("svar")))
        if lacking:
            words = self.tr("Resultatet kan ses, når mindst {least} har svaret. I mangler {lacking}.")
            self.needed.set_text(words.format(least=least(self.pack), lacking=lacking))
        else:
            self.needed.set_text(
                self.tr(
                    "I er nok til at tælle op. Når resultatet er vist, kan der ikke komme flere svar med."
                )
            )
        self.give.set_kind("primary" if lacking else "plain")
        self.count_up.set_kind("plain" if lacking else "primary")
        scales = questions(self.pack, SCALE)
        self.paper.show_questions(
            [(each.id, question_text(self.book, self.pack, each, pulse.theme)) for each in scales],
            text=bool(questions(self.pack, OPEN)),
        )
        self._take_written()
        typed = [self.book.find(PulseAnswer, each) for each in self._typed]
        self.paper.show_typed([each for each in typed if each is not None and each.pulse_id == pulse.id])

    def _show_closed(self, pulse: Pulse) -> None:
        found = result(self.book, self.pack, pulse)
        self.chart.show_result(found)
        self.chart.setVisible(found is not None)
        self.texts.setVisible(found is not None)
        self.print.setVisible(found is not None)
        self.few.setVisible(found is None)
        if found is None:
            self.when.set_text("")
            words = self.tr("Der er færre end {least} svar. Med så få viser vi intet af det, der er svaret.")
            self.few.set_text(words.format(least=least(self.pack)))
            return
        n = self.tr("{n} svar").format(n=found.n)
        if found.invited:
            n = self.tr("{n} af {all} svarede").format(n=found.n, all=found.invited)
        day = format_date(found.day)
        self.when.set_text(f"{n} · {self.tr('talt op {day}').format(day=day)}")
        self.texts.show_result(found, pulse.texts_shown)

    # What the user does

    def add_pulse(self) -> None:
        """Ask what it is about, and begin."""
        dialog = NewPulseDialog(self.book, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            theme, initiative_id, invited = dialog.answer()
            pulse = Pulse(
                id=new_id(),
                programme_id=self.programme_id,
                theme=theme,
                initiative_id=initiative_id,
                invited=invited,
                opened=self.bridge.today(),
            )
            if self.bridge.run(OpenPulse(programme_id=self.programme_id, pulse=pulse)):
                self.choose(pulse.id)
        dialog.deleteLater()

    def choose(self, pulse_id: str) -> None:
        """Show another pulse."""
        self.paper.begin()
        self.chosen = pulse_id
        self.refresh()
        self.actions_changed.emit()

    def give_in_turn(self) -> None:
        """Let people answer one after the other, all open pulses in a row."""
        form = self.pack.pulse
        if form is not None:
            give_round(self.bridge, self.programme_id, open_pulses(self.book), form, self)

    def close_pulse(self) -> None:
        """Count and show; with too few answers say so, and show nothing."""
        pulse = self.pulse
        if pulse is None:
            return
        if missing(self.book, self.pack, pulse):
            self.toast.emit("lock", self._too_few())
            return
        title = self.tr("Tæl pulsen op?")
        sentence = self.tr(
            "Når resultatet er vist, kan der ikke komme flere svar med. Ellers kunne man regne ud,"
            " hvad den sidste har svaret. Det kan ikke fortrydes."
        )
        if ask(self, title, sentence, self.tr("Tæl op, og vis")):
            ids = tuple(new_id() for _ in answers_of(self.book, pulse.id))
            self._typed = []
            self.bridge.run(
                ClosePulse(
                    programme_id=self.programme_id,
                    pulse_id=pulse.id,
                    day=self.bridge.today(),
                    least=least(self.pack),
                    ids=ids,
                )
            )
            self.actions_changed.emit()

    def delete_pulse(self) -> None:
        """Delete the chosen pulse; with answers only after a question."""
        pulse = self.pulse
        if pulse is None:
            return
        sentence = self.tr("Alle svar bliver slettet for altid. Det kan ikke fortrydes.")
        title = self.tr("Slet pulsen om »{theme}«?").format(theme=shortened(pulse.theme, _NAME_SIGNS))
        if not count(self.book, pulse) or ask(self, title, sentence, self.tr("Slet pulsen"), danger=True):
            self.bridge.run(DeletePulse(programme_id=self.programme_id, pulse_id=pulse.id))
            self.actions_changed.emit()

    def _type(self, answer_id: str, marks: str, text: str) -> None:
        pulse = self.pulse
        if pulse is None:
            return
        key = answer_id or new_id()
        answer = PulseAnswer(
            id=key, programme_id=self.programme_id, pulse_id=pulse.id, marks=marks, text=text
        )
        if answer_id == "":
            self._typed.append(key)
        self._waiting = None
        if self.bridge.run(GiveAnswers(programme_id=self.programme_id, answers=(answer,))):
            self.paper.begin()
            return
        self._waiting = answer
        if answer_id == "":
            self._typed.remove(key)

    def _take_written(self) -> None:
        """A paper that waited for the disk is counted once: its line is empty when it has been written."""
        answer = self._waiting
        written = None if answer is None else self.book.find(PulseAnswer, answer.id)
        if answer is None or written is None:
            return
        if (written.marks, written.text) != (answer.marks, answer.text.strip()):
            return
        self._waiting = None
        if answer.id not in self._typed:
            self._typed.append(answer.id)
        if self.paper.holds(answer.marks, answer.text):
            self.paper.begin()

    def _take_back(self, answer_id: str) -> None:
        if self.bridge.run(TakeAnswerBack(programme_id=self.programme_id, answer_id=answer_id)):
            self._typed = [each for each in self._typed if each != answer_id]
            self.paper.begin()
            self.toast.emit("trash", self.tr("Svaret er slettet"))

    def _mend(self, answer_id: str, text: str) -> None:
        self.bridge.run(MendText(programme_id=self.programme_id, answer_id=answer_id, text=text))

    def _show_texts(self, shown: bool) -> None:
        self.bridge.run(ShowTexts(programme_id=self.programme_id, pulse_id=self.chosen, shown=shown))
        # A tick that could not be saved must not look set.
        self.refresh()

    # Inside

    def _choose(self) -> None:
        place = next((n for n, each in enumerate(self.buttons) if each is self.sender()), -1)
        if place >= 0:
            self.choose(self._ids[place])
            self.buttons[place].setFocus(Qt.FocusReason.OtherFocusReason)

    def _too_few(self) -> str:
        return self.tr(
            "Der skal mindst {n} svar til. Med færre kan man regne ud, hvem der har svaret hvad."
        ).format(n=least(self.pack))

    def _print_questions(self) -> None:
        self.open_document.emit(QUESTION_PAPER)

    def _print_result(self) -> None:
        self.open_document.emit(RESULT_PAPER)
