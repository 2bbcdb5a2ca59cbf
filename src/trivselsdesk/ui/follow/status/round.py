"""The status round: one action at a time, large enough to be read by a whole room, and what came of it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from trivselsdesk.domain.book import Book
from trivselsdesk.domain.commands.base import Command
from trivselsdesk.domain.danish import relative_day, short_date
from trivselsdesk.domain.follow import Followed, followed, owner_of
from trivselsdesk.domain.pack import Pack
from trivselsdesk.domain.records import StatusChange, new_id
from trivselsdesk.domain.status_round import StatusRound, outcomes, without_gone
from trivselsdesk.domain.wall.follow import OUTCOMES
from trivselsdesk.ui import actions, theme
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.follow.status import words
from trivselsdesk.ui.follow.status.arrow import StatusArrow
from trivselsdesk.ui.follow.status.hand import Hand
from trivselsdesk.ui.widgets import icons, paint
from trivselsdesk.ui.widgets.bound import Bound
from trivselsdesk.ui.widgets.buttons import Button
from trivselsdesk.ui.widgets.card import Card, ScrollArea
from trivselsdesk.ui.widgets.fields import Labelled, LineField, flush_all
from trivselsdesk.ui.widgets.labels import ElidedLabel, Label
from trivselsdesk.ui.widgets.name_field import NameField, names

_TONES = {"done": "okInk", "moved": "primaryInk", "still": "ink2"}


class RoundPage(QWidget):
    """Leads through a round; ``closed`` says that somebody is done with it."""

    closed = Signal()
    changed = Signal()
    """Another action is talked about: the wall follows."""
    next_day_wanted = Signal()

    def __init__(self, bridge: Bridge, hand: Hand) -> None:
        super().__init__()
        self._bridge, self._hand = bridge, hand
        self.going: StatusRound | None = None
        self._programme_id = ""
        self.arrow: StatusArrow | None = None
        self._steps_of: Pack | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(40, 16, 40, 20)
        column.setSpacing(12)
        top = QHBoxLayout()
        top.setSpacing(12)
        self.title = Label(self.tr("Statusrunde"), "title")
        self.count = ElidedLabel("", "body", "ink2", size=17)
        top.addWidget(self.title)
        top.addWidget(self.count, 1)
        self.close_button = Button(self.tr("Afslut runden"), "plain", "x")
        self.close_button.clicked.connect(self.finish)
        top.addWidget(self.close_button)
        column.addLayout(top)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._make_talk())
        self._stack.addWidget(self._make_summary())
        column.addWidget(self._stack, 1)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        self.back = Button(self.tr("Forrige"), "plain", "arrow-l", key="Page Up")
        self.back.clicked.connect(self.go_back)
        self.next_day = Button(self.tr("Aftal næste opfølgning …"), "plain", "calendar")
        self.next_day.clicked.connect(self.next_day_wanted)
        self.next = Button(self.tr("Næste"), "primary", icon_after="arrow-r", key="Page Down")
        self.next.clicked.connect(self.go_on)
        foot.addWidget(self.back)
        foot.addStretch(1)
        foot.addWidget(self.next_day)
        foot.addWidget(self.next)
        column.addLayout(foot)
        keys = actions.on_widget(
            self, {"round_next": self.go_on, "round_back": self.go_back, "round_end": self.finish}
        )
        for action in keys.values():
            # Also while the cursor is in the field: a clicker knows nothing of fields.
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        theme.notifier.changed.connect(self.update)

    def _make_talk(self) -> QWidget:
        page = Card(spacing=10)
        self._about = ElidedLabel("", "bodyStrong", "primaryInk", size=18)
        self.what = Label("", "display", wrap=True, size=38, weight=700)
        facts = QHBoxLayout()
        facts.setSpacing(8)
        self._owner_sign, self._due_sign = QLabel(), QLabel()
        self.owner = Label("", "bodyStrong", size=20)
        self.due = Label("", "bodyStrong", size=20)
        for widget in (self._owner_sign, self.owner, self._due_sign, self.due):
            facts.addWidget(widget)
        facts.insertSpacing(2, 24)
        facts.addStretch(1)
        self._arrow_place = QVBoxLayout()
        self.last = Label("", "body", "ink2", wrap=True, size=18)
        page.body.addWidget(self._about)
        page.body.addWidget(self.what)
        page.body.addLayout(facts)
        page.body.addStretch(1)
        page.body.addLayout(self._arrow_place)
        page.body.addWidget(self.last)
        page.body.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(16)
        self.note = LineField("", self.tr("Skriv det korte svar"))
        self._bound = Bound(self._bridge, self.note, StatusChange, "note", make=self._said)
        self.who = NameField(placeholder=self.tr("Navn (valgfrit)"))
        self.who.edited.connect(self._name)
        row.addWidget(Labelled(self.tr("Hvad blev der sagt?"), self.note), 1, Qt.AlignmentFlag.AlignTop)
        who = Labelled(self.tr("Flyttes af"), self.who)
        who.setFixedWidth(220)
        row.addWidget(who, 0, Qt.AlignmentFlag.AlignTop)
        page.body.addLayout(row)
        return page

    def _make_summary(self) -> QWidget:
        self.summary = ScrollArea(spacing=12)
        self.summary.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.summary.setAccessibleName(self.tr("Det kom vi frem til"))
        return self.summary

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The larger the window, the larger the words: without a projector it is what the room reads."""
        high = self.height()
        title, fact, arrow = (60, 28, 132) if high >= 940 else (48, 24, 108) if high >= 780 else (38, 20, 88)
        self.what.set_role("display", size=title, weight=700)
        for label in (self.owner, self.due):
            label.set_role("bodyStrong", size=fact)
        self.last.set_role("body", size=fact - 2)
        if self.arrow is not None:
            self.arrow.set_high(arrow)

    # Leading

    def begin(self, programme_id: str, going: StatusRound) -> None:
        """Start a round."""
        self._programme_id, self.going = programme_id, going
        self._talked: dict[str, tuple[str, str]] = {}
        self.who.set_value(self._hand.who)
        self._show()

    def go_on(self) -> None:
        """The next action; after the last the summary, and after that it is over."""
        self._turn(1)

    def go_back(self) -> None:
        """The action before."""
        self._turn(-1)

    def finish(self) -> None:
        """To the summary, and from there out. Before anything was talked about straight out."""
        flush_all()
        if self.going is None:
            return
        if self.going.over or (not self.going.place and not self._came_to_something()):
            self.going = None
            self.closed.emit()
        else:
            self._turn(len(self.going.ids))

    def _turn(self, steps: int) -> None:
        flush_all()
        if self.going is None:
            return
        if self.going.over and steps > 0:
            self.finish()
            return
        self.going = self.going.moved(steps)
        self._show()

    def _came_to_something(self) -> bool:
        assert self.going is not None
        found = outcomes(self._book, self._pack, self.going)
        return any(each.kind != "still" or each.note for each in found)

    # Showing

    @property
    def _book(self) -> Book:
        return self._bridge.book(self._programme_id)

    @property
    def _pack(self) -> Pack:
        return self._bridge.pack(self._programme_id)

    def refresh(self) -> None:
        """Show the round as the book stands now."""
        if self.going is not None:
            self._show(turned=False)

    def _show(self, *, turned: bool = True) -> None:
        assert self.going is not None
        book, pack, today = self._book, self._pack, self._bridge.today()
        self.going = without_gone(book, self.going)
        lines = {each.action.id: each for each in followed(book, pack, today)}
        line = lines.get(self.going.current)
        self.back.setEnabled(self.going.place > 0)
        self.next_day.setVisible(self.going.over)
        self._stack.setCurrentIndex(1 if line is None else 0)
        if line is None:
            self._show_summary(book, pack)
        else:
            self._show_line(line, book, pack, today, turned)
        self.changed.emit()

    def _show_line(self, line: Followed, book: Book, pack: Pack, today: date, turned: bool) -> None:
        assert self.going is not None
        count = len(self.going.ids)
        self.title.set_text(self.tr("Statusrunde"))
        self.count.set_text(self.tr("{place} af {count}").format(place=self.going.place + 1, count=count))
        self.close_button.setText(self.tr("Afslut runden"))
        last = self.going.place == count - 1
        self.next.setText(self.tr("Se, hvad vi kom frem til") if last else self.tr("Næste"))
        self._about.set_text(line.initiative.name)
        self.what.set_text(line.action.title[:240])
        self._show_facts(line, today)
        arrow = self._arrow(pack)
        arrow.set_name(line.action.title[:120])
        arrow.set_value(line.step)
        key = line.action.id
        if key not in self._talked:
            self._talked[key] = (new_id(), line.action.status_note)
        change_id, earlier = self._talked[key]
        self._show_last(line, earlier, pack, today)
        self.who.set_suggestions([*names(book), pack.trio])
        self._bound.aim(self._programme_id, change_id)
        if turned:
            arrow.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_facts(self, line: Followed, today: date) -> None:
        owner, due = owner_of(line), line.action.due
        self.owner.set_text(owner[:80] or self.tr("Ingen tovholder"))
        self._owner_sign.setPixmap(icons.pixmap("user", "ink2", 24))
        text = self.tr("Ingen dato")
        if due is not None:
            text = f"{short_date(due, year=due.year != today.year)} · {relative_day(due, today)}"
        if line.beside:
            text = f"{text} · {line.beside[:80]}" if due is not None else line.beside[:80]
        token = "mustInk" if line.late else "ink2"
        self.due.set_text(text)
        self.due.set_token(token)
        self.owner.set_token("ink2")
        self._due_sign.setPixmap(icons.pixmap("warn" if line.late else "calendar", token, 24))

    def _show_last(self, line: Followed, earlier: str, pack: Pack, today: date) -> None:
        parts = [words.said(line, pack, today)]
        if earlier:
            parts.append(self.tr("Sidst blev der skrevet: »{words}«").format(words=earlier[:200]))
        self.last.set_text("\n".join(each for each in parts if each))
        self.last.set_token("warnInk" if line.stale else "ink2")

    def _arrow(self, pack: Pack) -> StatusArrow:
        if self.arrow is None or self._steps_of is not pack:
            if self.arrow is not None:
                self._arrow_place.removeWidget(self.arrow)
                self.arrow.hide()
                self.arrow.deleteLater()
            self.arrow, self._steps_of = StatusArrow(pack.status_steps, large=True), pack
            self.arrow.moved.connect(self._move)
            self._arrow_place.addWidget(self.arrow)
            self._fit()
        return self.arrow

    def _show_summary(self, book: Book, pack: Pack) -> None:
        assert self.going is not None
        self.title.set_text(self.tr("Det kom vi frem til"))
        self.count.set_text("")
        self.close_button.setText(self.tr("Tilbage til statuspilen"))
        self.next.setText(self.tr("Luk runden"))
        while self.summary.body.count():
            item = self.summary.body.takeAt(0)
            old = item.widget() if item is not None else None
            if old is not None:
                old.hide()
                old.deleteLater()
        titles = [each.title for each in pack.status_steps]
        found = outcomes(book, pack, self.going)
        for kind, title, _, icon in OUTCOMES:
            of_kind = [each for each in found if each.kind == kind]
            if not of_kind:
                continue
            card = Card(spacing=8)
            head = _Head(icon, _TONES[kind], f"{title} · {len(of_kind)}")
            card.body.addWidget(head)
            for each in of_kind:
                step = titles[each.after] if titles else ""
                if each.before != each.after:
                    step = f"{titles[each.before]} → {step}"
                text = f"{each.action.title[:160]} – {step}"
                card.body.addWidget(Label(text, "bodyStrong", wrap=True, size=18))
                if each.note:
                    card.body.addWidget(Label(f"»{each.note}«", "body", "ink2", wrap=True))
            self.summary.body.addWidget(card)
        self.summary.body.addStretch(1)
        self.summary.setFocus(Qt.FocusReason.OtherFocusReason)

    # Changing

    def _move(self, step: str) -> None:
        assert self.going is not None
        self.note.flush()
        # What is said about it afterwards stands on the same line of its history.
        self._hand.move(self.going.current, step, self._talked[self.going.current][0])

    def _said(self, programme_id: str, change_id: str, values: dict[str, object]) -> Command:
        action_id = next(key for key, (each, _) in self._talked.items() if each == change_id)
        return self._hand.note(action_id, change_id, str(values["note"]), self._talked[action_id][1])

    def _name(self, name: object) -> None:
        self._hand.set_who(str(name))

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme.current().color("canvas"))


class _Head(QWidget):
    def __init__(self, icon: str, token: str, words: str) -> None:
        super().__init__()
        self._icon, self._token, self._words = icon, token, words
        self.setAccessibleName(words)
        self.setFixedHeight(30)
        theme.notifier.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        icons.paint(painter, self._icon, self._token, QRectF(0, 4, 22, 22))
        font = theme.current().font("section")
        box = QRectF(32, 0, self.width() - 32, self.height())
        paint.text(painter, box, self._words, font, self._token, Qt.AlignmentFlag.AlignLeft)
