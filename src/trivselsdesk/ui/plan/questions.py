"""The five questions: what one initiative still needs answers to, and »Sæt i gang«."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from trivselsdesk.domain.commands.plan import LaunchInitiative
from trivselsdesk.domain.danish import format_date, plural
from trivselsdesk.domain.pack import Pack, Question, QuestionField
from trivselsdesk.domain.plan import Gap, actions_of, asked_of_actions, gaps, is_answered, is_strength
from trivselsdesk.domain.records import Initiative
from trivselsdesk.domain.signup import names_of
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.plan.action_table import ActionTable
from trivselsdesk.ui.plan.arrow import Stop
from trivselsdesk.ui.plan.parts import ChoicePart, FollowupPart, TextPart, two_columns
from trivselsdesk.ui.plan.signed_line import SignedLine
from trivselsdesk.ui.widgets.buttons import Button
from trivselsdesk.ui.widgets.card import ScrollArea
from trivselsdesk.ui.widgets.labels import Label

TEXTS = ("why", "goal", "signs", "barriers", "evaluation")


REVEAL_MS = 40
"""How long a new row may take to find its place before it is brought into view."""


class QuestionsView(QWidget):
    """Built for a process; ``aim`` points it at an initiative."""

    launching = Signal()
    """An initiative is about to be set in motion."""
    launched = Signal(str)
    """An initiative was set in motion: its name."""
    removed = Signal(str)
    """An action was deleted: its title."""
    asked = Signal(str)
    """The hint of the question that is being answered."""
    follow_wanted = Signal()
    signup_wanted = Signal()
    """Somebody wants to divide people between the initiatives."""
    at_question = Signal(str)
    """The question (its id) in which the cursor is."""

    def __init__(self, bridge: Bridge, pack: Pack) -> None:
        super().__init__()
        self._bridge, self._pack = bridge, pack
        self._programme_id = self._initiative_id = ""
        self._insisting = False
        self._hint = ""
        self.table: ActionTable | None = None
        self.followup: FollowupPart | None = None
        self.parts: dict[str, TextPart] = {}
        self.choices: list[ChoicePart] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._scroll = ScrollArea(margins=(16, 0, 13, 0))
        column.addWidget(self._scroll)
        self.stops: list[tuple[Question, Stop]] = []
        self._titles: list[Label] = []
        self.signed: SignedLine | None = None
        for number, question in enumerate(pack.questions, start=1):
            stop = Stop(number, first=number == 1)
            self._fill(stop, question)
            self.stops.append((question, stop))
            self._scroll.body.addWidget(stop)
        self._scroll.body.addStretch(1)
        # Below the part that scrolls: »Sæt i gang« is in sight on every screen.
        foot = QVBoxLayout()
        foot.setContentsMargins(16, 0, 13, 10)
        self.end = self._make_end()
        foot.addWidget(self.end)
        column.addLayout(foot)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)
        self._reveal = QTimer(self)
        self._reveal.setSingleShot(True)
        self._reveal.setInterval(REVEAL_MS)
        self._reveal.timeout.connect(self._reveal_focus)

    def beside_end(self) -> QRect:
        """Where it is said what »Sæt i gang« leads to; as high as the box around it, px."""
        words, end = self._end_words, self.end
        left = words.mapTo(self, QPoint(0, 0)).x()
        return QRect(left, end.mapTo(self, QPoint(0, 0)).y(), words.width(), end.height())

    # Building

    def _fill(self, stop: Stop, question: Question) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        title = Label(self._pack.fill(question.title), "bodyStrong", wrap=True, size=17, weight=700)
        title.setToolTip(self._pack.fill(question.hint))
        title.setMinimumWidth(180)
        head.addWidget(title, 1)
        self._titles.append(title)
        stop.body.addLayout(head)
        texts = []
        for field in question.fields:
            if field.choices:
                choice = ChoicePart(self._bridge, field.choices)
                self.choices.append(choice)
                head.addWidget(choice, 0)
            if field.field in TEXTS:
                texts.append(self._text(field, question))
            elif field.field == "actions":
                self.table = ActionTable(self._bridge, self._pack, self._pack.fill(field.prompt))
                self.table.removed.connect(self.removed)
                self.signed = SignedLine()
                self.signed.wanted.connect(self.signup_wanted)
                stop.body.addWidget(self.table)
                stop.body.addWidget(self.signed)
            elif field.field == "followup":
                self.followup = FollowupPart(self._bridge, self._pack.fill(field.prompt))
                stop.body.addWidget(self.followup)
        while texts:
            if len(texts) > 1:
                stop.body.addLayout(two_columns(texts.pop(0), texts.pop(0)))
            else:
                stop.body.addWidget(texts.pop(0))

    def _text(self, field: QuestionField, question: Question) -> TextPart:
        fill = self._pack.fill
        vague = self._pack.vague if field.field == "goal" else ()
        title = fill(question.title)
        part = TextPart(self._bridge, field.field, fill(field.label), fill(field.prompt), title, vague=vague)
        self.parts[field.field] = part
        return part

    def _make_end(self) -> Stop:
        end = Stop(0, last=True)
        row = QHBoxLayout()
        row.setContentsMargins(0, 2, 0, 0)
        self._end_words = QWidget()
        words = QVBoxLayout(self._end_words)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(0)
        self.ready = Label("", "bodyStrong", weight=700, wrap=True)
        self._then = Label("", "body", "ink2", wrap=True)
        words.addWidget(self.ready)
        words.addWidget(self._then)
        row.addWidget(self._end_words, 1)
        self.launch_button = Button(self.tr("Sæt i gang"), "primary", large=True, icon_after="arrow-r")
        self.launch_button.clicked.connect(self.launch)
        self.follow_button = Button(self.tr("Se statuspilen"), icon_after="arrow-r")
        self.follow_button.clicked.connect(self.follow_wanted)
        row.addWidget(self.launch_button)
        row.addWidget(self.follow_button)
        end.body.addLayout(row)
        return end

    # Showing

    def aim(self, programme_id: str, initiative_id: str) -> None:
        """Show an initiative."""
        if initiative_id != self._initiative_id:
            self._insisting = False
            self._scroll.verticalScrollBar().setValue(0)
        self._programme_id, self._initiative_id = programme_id, initiative_id
        for part in (*self.parts.values(), *self.choices, self.table, self.followup):
            if part is not None:
                part.aim(programme_id, initiative_id)
        self._show()

    def refresh(self) -> None:
        """Bring everything into line with the book."""
        for part in (*self.parts.values(), *self.choices, self.table, self.followup):
            if part is not None:
                part.refresh()
        self._show()

    def _show(self) -> None:
        book = self._bridge.book(self._programme_id)
        initiative = book.find(Initiative, self._initiative_id)
        if initiative is None:
            return
        self._show_stops(initiative)
        good = is_strength(book, self._pack, initiative)
        for title, (question, _) in zip(self._titles, self.stops, strict=True):
            title.set_text(self._pack.fill((good and question.strength) or question.title))
        if self.signed is not None:
            self.signed.show_names(names_of(book, initiative.id))
        missing = gaps(book, initiative, asked_of_actions(self._pack))
        if not missing:
            self._insisting = False
        self._show_gaps(missing if self._insisting else [])
        actions = [each for each in actions_of(book, initiative.id) if each.title.strip()]
        short = {each.action_id for each in missing}
        ready = sum(1 for each in actions if each.id not in short)
        started = initiative.launched is not None
        shown, hidden = (self.follow_button, self.launch_button)[:: 1 if started else -1]
        shown.show()
        if hidden.hasFocus():
            # Or Qt would hand the focus to whatever field comes next.
            shown.setFocus(Qt.FocusReason.OtherFocusReason)
        hidden.hide()
        if initiative.launched is not None:
            self.ready.set_text(
                self.tr("Sat i gang {day}").format(
                    day=format_date(
                        initiative.launched, year=initiative.launched.year != self._bridge.today().year
                    )
                )
            )
            count = plural(len(actions), self.tr("indsats"), self.tr("indsatser"))
            self._then.set_text(self.tr("{count} på statuspilen").format(count=count))
            return
        if not actions:
            self.ready.set_text(self.tr("Ingen indsatser endnu"))
            self._then.set_text(self.tr("Aftal mindst én, og sæt den i gang"))
            return
        if ready == len(actions):
            count = plural(ready, self.tr("indsats"), self.tr("indsatser"))
            self.ready.set_text(self.tr("{count} er klar").format(count=count))
        else:
            count = plural(len(actions), self.tr("indsats"), self.tr("indsatser"))
            self.ready.set_text(self.tr("{ready} af {count} er klar").format(ready=ready, count=count))
        self._then.set_text(self.tr("De lægges på statuspilen, så alle kan følge med"))

    def _show_stops(self, initiative: Initiative) -> None:
        book = self._bridge.book(self._programme_id)
        focused = QApplication.focusWidget()
        current: Stop | None = None
        done = {id(stop): is_answered(book, initiative, question) for question, stop in self.stops}
        for _, stop in self.stops:
            if focused is not None and stop.isAncestorOf(focused):
                current = stop
        if current is None and initiative.launched is None:
            current = next((stop for _, stop in self.stops if not done[id(stop)]), None)
        for question, stop in self.stops:
            stop.set_state(answered=done[id(stop)], current=stop is current)
            if stop is current and question.hint != self._hint:
                self._hint = question.hint
                self.asked.emit(self._pack.fill(question.hint))

    def _show_gaps(self, missing: list[Gap]) -> None:
        if self.table is not None:
            self.table.show_gaps(missing)
        if self.followup is not None:
            self.followup.show_gaps(missing)

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self._initiative_id and self.isVisible() and self.isAncestorOf(now):
            initiative = self._bridge.book(self._programme_id).find(Initiative, self._initiative_id)
            if initiative is not None:
                self._show_stops(initiative)
            asked = next((each.id for each, stop in self.stops if stop.isAncestorOf(now)), "")
            if asked:
                self.at_question.emit(asked)
                if QApplication.mouseButtons() == Qt.MouseButton.NoButton:
                    self._reveal.start()

    # Doing

    def launch(self) -> None:
        """Set the initiative in motion, or show what is missing first."""
        book = self._bridge.book(self._programme_id)
        initiative = book.find(Initiative, self._initiative_id)
        if initiative is None:
            return
        missing = gaps(book, initiative, asked_of_actions(self._pack))
        if missing:
            self._insisting = True
            self._show_gaps(missing)
            self._focus_gap(missing[0])
            return
        self.launching.emit()
        steps = self._pack.status_steps
        if self._bridge.run(
            LaunchInitiative(
                programme_id=self._programme_id,
                initiative_id=initiative.id,
                day=self._bridge.today(),
                first_status=steps[0].id if steps else "",
            )
        ):
            self.launched.emit(initiative.name)

    def focus_part(self, name: str, action_id: str = "") -> bool:
        """Put the cursor in a part of the initiative."""
        if action_id and self.table is not None:
            return self.table.focus_action(action_id, name)
        if name in self.parts:
            self.parts[name].field.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return self.followup is not None and self.followup.focus_part(name)

    def focus_empty(self) -> QWidget | None:
        """Put the cursor in the first field that nothing is written in. None when all are filled in."""
        for question, _ in self.stops:
            for field in question.fields:
                part = {"actions": self.table, "followup": self.followup}.get(field.field)
                found = (part or self.parts[field.field]).focus_empty() if self._has(field.field) else None
                if found is not None:
                    return found
        return None

    def _has(self, name: str) -> bool:
        return name in self.parts or name in ("actions", "followup")

    def places(self) -> list[tuple[str, str]]:
        """Where a note's words can be put: part of the initiative and what it is called there."""
        found = []
        for (question, _), title in zip(self.stops, self._titles, strict=True):
            for field in question.fields:
                if field.field in self.parts:
                    found.append((field.field, self._pack.fill(field.label) or title.text()))
                elif field.field == "actions":
                    found.append(("actions", self.tr("Ny indsats i handleplanen")))
        return found

    def put_words(self, place: str, words: str) -> None:
        """Put words into one of the ``places``, and show where they are."""
        if place in self.parts:
            self.parts[place].add_words(words)
            self.focus_part(place)
            self.reveal(self.parts[place])
        elif place == "actions" and self.table is not None:
            action_id = self.table.add_words(" ".join(words.split()))
            if action_id and self.table.focus_action(action_id):
                self.reveal(self.table)

    def reveal(self, field: QWidget) -> None:
        """Bring a field into view."""
        self._scroll.ensureWidgetVisible(field, 20, 60)

    def _focus_gap(self, gap: Gap) -> None:
        if self.table is not None and self.table.focus_gap(gap):
            pass
        elif self.followup is not None:
            self.followup.focus_part(gap.what)
        self._reveal.start()

    def _reveal_focus(self) -> None:
        """Bring what has the keyboard into view, and what is said about it if something is missing."""
        focused = QApplication.focusWidget()
        if focused is None or not any(stop.isAncestorOf(focused) for _, stop in self.stops):
            return
        if self.table is not None and self.table.isAncestorOf(focused) and self.table.sentence():
            self._scroll.ensureWidgetVisible(self.table.said, 20, 12)
        elif self.followup is not None and self.followup.isAncestorOf(focused):
            self._scroll.ensureWidgetVisible(self.followup, 20, 12)
        # The margin is counted from the cursor, and must hold the rest of the field.
        self._scroll.ensureWidgetVisible(focused, 20, 24)
