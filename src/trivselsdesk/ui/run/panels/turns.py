"""Whose turn it is, below the clock: who has the word, whose notes are up, and the way on."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from trivselsdesk.domain import turns
from trivselsdesk.domain.board import board_view
from trivselsdesk.domain.danish import inside, plural
from trivselsdesk.domain.pack import Zone
from trivselsdesk.domain.people import role_names
from trivselsdesk.domain.records import Note
from trivselsdesk.ui import actions, theme
from trivselsdesk.ui.run.page import Page
from trivselsdesk.ui.run.panels.turn_order import TurnOrder
from trivselsdesk.ui.run.panels.turn_row import Square, TurnLine, TurnRow
from trivselsdesk.ui.run.turning import Turning
from trivselsdesk.ui.widgets import icons
from trivselsdesk.ui.widgets.buttons import Button, IconButton
from trivselsdesk.ui.widgets.labels import ElidedLabel, Label

TRIO = ""
"""Key of the line for those who come last."""
ROWS, FEW_ROWS = 5, 3


def numbers() -> tuple[str, ...]:
    """Small numbers at the start of a line."""
    return (
        QCoreApplication.translate("Turns", "Én seddel ad gangen"),
        QCoreApplication.translate("Turns", "To sedler ad gangen"),
        QCoreApplication.translate("Turns", "Tre sedler ad gangen"),
    )


def way_words(zones: int) -> str:
    """What it is called to show one note from each of so many zones."""
    known = numbers()
    if zones <= len(known):
        return known[zones - 1]
    return QCoreApplication.translate("Turns", "{count} sedler ad gangen").format(count=zones)


class TurnsPanel(QWidget):
    """Shows a few lines around the one who has the word; the whole order lies behind the list button."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self.turning = Turning(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        head = QHBoxLayout()
        head.setSpacing(6)
        self._icon = QLabel()
        head.addWidget(self._icon)
        self.title = ElidedLabel("", "bodyStrong", size=15, weight=700)
        head.addWidget(self.title, 1)
        self.lap = Label("", "caption", "ink3")
        head.addWidget(self.lap)
        column.addLayout(head)
        self.rule = Label("", "caption", "ink2", wrap=True)
        column.addWidget(self.rule)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        column.addLayout(self._lines)
        self.rows: list[TurnRow] = []
        self.words = Label("", "body", "ink2", wrap=True, size=15)
        column.addWidget(self.words)
        main = QHBoxLayout()
        main.setSpacing(8)
        self.give = Button("", small=True, icon_after="arrow-d")
        self.give.clicked.connect(self.go_on)
        self.order = IconButton("list", self.tr("Hele rækkefølgen"), ghost=False)
        self.order.clicked.connect(self.open_order)
        main.addWidget(self.give, 1)
        main.addWidget(self.order)
        column.addLayout(main)
        beside = QHBoxLayout()
        beside.setSpacing(0)
        self.pass_over = Button(self.tr("Springer over"), "link", small=True)
        self.pass_over.clicked.connect(self.turning.pass_over)
        self.no_more = Button(self.tr("Har ikke flere"), "link", small=True)
        self.no_more.clicked.connect(self.turning.no_more)
        self.lots = Button(self.tr("Træk lod om, hvem der begynder"), "link", small=True)
        self.lots.clicked.connect(self.turning.draw_lots)
        self.all_up = Button("", "link", small=True)
        self.all_up.clicked.connect(self._hang_all)
        for button in (self.pass_over, self.no_more, self.lots, self.all_up):
            beside.addWidget(button)
        # Whoever gives the word on by mouse goes on writing notes: the keys must not land on a button.
        for button in (self.give, self.pass_over, self.no_more, self.lots, self.all_up):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        beside.addStretch(1)
        column.addLayout(beside)
        self.hint = Label("", "caption", "ink2", wrap=True)
        column.addWidget(self.hint)
        self._watched: QWidget | None = None
        self._few = False
        theme.notifier.changed.connect(self._repaint)
        self._repaint()

    def shown(self) -> bool:
        """Whether the part is one where the word goes round."""
        return self.turning.table() is not None

    def leads(self) -> bool:
        """Whether the trio's notes have their time here: later, or now with the buttons of this panel."""
        table = self.turning.table()
        if table is None or table.way == turns.AT_ONCE:
            return False
        return bool(table.speaker) or (bool(table.turns) and table.stage == turns.THEN and self.isVisible())

    def note_up(self, kind: str, zone: str, ids: Sequence[str]) -> None:
        """Notes were typed: those of a participant belong to the one who has the word."""
        types = {each.id: each.origin for each in self._page.pack.note_types}
        if types.get(kind) == "participant":
            self.turning.note_up(zone, ids)

    def actions_here(self) -> dict[str, Callable[[], object]]:
        """Window actions that the panel carries out."""
        if not self.shown():
            return {}
        return {
            "give_word": self.go_on,
            "word_back": self.turning.give_back,
            "no_more": self.turning.no_more,
        }

    def refresh(self) -> None:
        """Draw the round."""
        table = self.turning.table()
        if table is None:
            return
        self._watch()
        self._few = self._is_low()
        at_once, stage = table.way == turns.AT_ONCE, table.stage
        self.title.set_text(self.tr("Alle på én gang") if at_once else way_words(len(table.course.zones)))
        going = stage in (turns.READY, turns.GOING) and not at_once
        self.lap.set_text(
            self.tr("{number}. runde").format(number=table.lap) if going and table.turns else ""
        )
        rule = str(self._page.tool.params.get("rule", ""))
        self.rule.set_text(self._page.pack.fill(rule))
        self.rule.setVisible(bool(rule))
        self._show_lines([] if at_once or stage == turns.NOBODY else self._window(table))
        words = self._sentence(table)
        self.words.set_text(words)
        self.words.setVisible(bool(words))
        self._show_buttons(table)
        hint = self._advice(table)
        self.hint.set_text(hint)
        self.hint.setVisible(bool(hint))

    def open_order(self) -> None:
        """The whole order, to change."""
        dialog = TurnOrder(self.turning, self.window())
        dialog.exec()
        dialog.deleteLater()

    # Lines

    def _show_lines(self, lines: list[TurnLine]) -> None:
        while len(self.rows) < len(lines):
            row = TurnRow()
            row.toggled.connect(self.turning.toggle)
            self._lines.addWidget(row)
            self.rows.append(row)
        for number, row in enumerate(self.rows):
            row.setVisible(number < len(lines))
            if number < len(lines):
                row.show_line(lines[number])

    def _window(self, table: turns.Table) -> list[TurnLine]:
        """The lines around the one who has the word, or is next."""
        lines = self._all_lines(table)
        most = FEW_ROWS if self._few else ROWS
        keys = [line.key for line in lines]
        wanted = table.speaker or (table.next if table.stage == turns.READY else TRIO)
        at = keys.index(wanted) if wanted in keys else len(keys) - 1
        start = max(0, min(at - most // 2, len(lines) - most))
        return lines[start : start + most]

    def _all_lines(self, table: turns.Table) -> list[TurnLine]:
        zones = [self._zone(each) for each in table.course.zones]
        asides = {
            turns.LATER: self.tr("kommer senere"),
            turns.DONE: self.tr("er færdig"),
        }
        lines = []
        for seat in table.seats:
            if seat.state == turns.AWAY:
                continue
            aside = asides.get(seat.state, "")
            if seat.speaking:
                aside = self.tr("har ordet")
            elif not aside and seat.person.id == table.next and table.stage in (turns.READY, turns.GOING):
                aside = self.tr("er næste") if table.turns else self.tr("begynder")
            squares = tuple(
                Square(
                    zone.id,
                    zone.icon,
                    zone.id in seat.shown,
                    self._square_words(zone, seat),
                    live=bool(seat.turns),
                )
                for zone in zones
            )
            lines.append(TurnLine(seat.person.id, seat.name, aside, seat.speaking, bool(seat.state), squares))
        if table.course.then:
            lines.append(self._trio_line(table, zones))
        return lines

    def _trio_line(self, table: turns.Table, zones: list[Zone]) -> TurnLine:
        hanging = {
            note.zone
            for note in self._page.book.of(Note)
            if note.kind in table.course.then and not note.sealed and note.board == self._board_id
        }
        left = {note.zone for note in table.sealed}
        squares = tuple(
            Square(
                zone.id,
                zone.icon,
                zone.id in hanging and zone.id not in left,
                self.tr("{group}, {zone}").format(group=self._page.pack.trio, zone=zone.title),
                pink=True,
                live=False,
            )
            for zone in zones
        )
        now = table.stage == turns.THEN
        return TurnLine(
            TRIO,
            self._page.pack.trio,
            self.tr("har ordet") if now else self.tr("til sidst"),
            now,
            False,
            squares,
        )

    def _square_words(self, zone: Zone, seat: turns.Seat) -> str:
        if zone.id in seat.shown:
            return self.tr("{name} har vist en seddel: {zone}").format(name=seat.name, zone=zone.title)
        return self.tr("{name} har ikke vist en seddel i denne runde: {zone}").format(
            name=seat.name, zone=zone.title
        )

    @property
    def _board_id(self) -> str:
        return str(self._page.tool.params.get("board", ""))

    def _zone(self, zone_id: str) -> Zone:
        board = self._page.pack.board(self._board_id)
        return next((each for each in board.zones if each.id == zone_id), Zone(id=zone_id, title=zone_id))

    # Words and buttons

    def _sentence(self, table: turns.Table) -> str:
        stage = table.stage
        if stage == turns.NOBODY:
            return self.tr(
                "Ingen står på deltagerlisten endnu. Skriv navnene i Forbered, så går ordet på skift."
            )
        if stage == turns.WAITING:
            later = [seat.name for seat in table.seats if seat.state == turns.LATER]
            return self.tr("Vi venter på {names}.").format(names=", ".join(later))
        if stage == turns.THEN:
            if table.way == turns.AT_ONCE:
                return self.tr("Alle sætter deres sedler op. {group} viser sine til sidst.").format(
                    group=self._page.pack.trio
                )
            by = role_names(self._page.book, table.course.by, short=True) if table.course.by else ""
            group = inside(self._page.pack.trio)
            words = self.tr("{names} viser sedlerne fra {group}.")
            return words.format(names=by, group=group) if by else ""
        if stage == turns.OVER:
            if (
                table.way == turns.AT_ONCE
                and not board_view(self._page.book, self._page.pack.board(self._board_id)).count
            ):
                return self.tr("Alle sætter deres sedler op på samme tid.")
            return self.tr("Alle sedler er oppe.")
        return ""

    def _show_buttons(self, table: turns.Table) -> None:
        stage, at_once = table.stage, table.way == turns.AT_ONCE
        begins = stage == turns.READY and not at_once
        going = stage == turns.GOING and not at_once
        then = stage == turns.THEN
        name = table.names.get(table.next, "")
        text, tip = "", ""
        if stage == turns.NOBODY:
            text = self.tr("Skriv navnene")
        elif going and (table.next or table.speaker):
            text = self.tr("Giv ordet videre")
            tip = self.tr("Giv ordet videre til {name}").format(name=name) if name else text
        elif begins:
            text = self.tr("Begynd med {name}") if not table.turns else self.tr("Giv ordet til {name}")
            text = tip = text.format(name=name)
        elif stage == turns.WAITING and table.sealed:
            text = tip = self.tr("Giv ordet til {group}").format(group=inside(self._page.pack.trio))
        elif then:
            text = tip = self.tr("Hæng den næste op")
        key = actions.key_words("give_word")[0]
        self.give.setText(text)
        self.give.setVisible(bool(text))
        self.give.set_kind("tint" if begins or then or stage == turns.NOBODY else "plain")
        self.give.setToolTip(f"{tip} ({key})" if tip else "")
        self.order.setVisible(stage != turns.NOBODY)
        self.pass_over.setVisible(going)
        self.no_more.setVisible(going)
        self.no_more.setToolTip(f"{self.no_more.text()} ({actions.key_words('no_more')[0]})")
        self.lots.setVisible(begins and not table.turns and len(table.waiting) > 1)
        self.all_up.setVisible(then and len(table.sealed) > 1)
        self.all_up.setText(
            self.tr("Hæng alle {notes} op").format(
                notes=plural(len(table.sealed), self.tr("seddel"), self.tr("sedler"))
            )
        )

    def _advice(self, table: turns.Table) -> str:
        found = turns.advice(table, self._page.pack)
        if not found:
            return ""
        first = found[0]
        zone = self._zone(first.zone)
        words = {"name": table.names[first.person_id], "zone": zone.short or zone.title}
        if first.count >= first.agreed:
            line = self.tr("{name} har {count} sedler under »{zone}« – aftalt er højst {agreed}")
        elif first.count:
            line = self.tr("{name} har {count} oppe under »{zone}« – aftalt er mindst {agreed}")
        else:
            line = self.tr("{name} har ingen seddel under »{zone}« oppe endnu")
        said = line.format(count=first.count, agreed=first.agreed, **words)
        more = len(found) - 1
        return self.tr("{said} (og {more} til)").format(said=said, more=more) if more else said

    def go_on(self) -> None:
        """The button that leads on, and its key: the word to the next, or the next of the trio's notes."""
        table = self.turning.table()
        if table is None:
            return
        if table.stage == turns.NOBODY:
            self._page.go.emit("prepare")
        elif table.stage == turns.THEN:
            self.turning.hang_up(1)
        elif table.stage == turns.WAITING:
            if table.sealed:
                self.turning.give_last()
        else:
            self.turning.give_on()

    def _hang_all(self) -> None:
        table = self.turning.table()
        if table is not None:
            self.turning.hang_up(len(table.sealed))

    # The height of the window decides how many lines there are

    def _watch(self) -> None:
        window = self.window()
        if window is not self._watched:
            if self._watched is not None:
                self._watched.removeEventFilter(self)
            self._watched = window
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self._is_low() != self._few and self.isVisible():
            self.refresh()
        return False

    def _is_low(self) -> bool:
        return self.window().height() < theme.current().breakpoint("standard")[1]

    def _repaint(self) -> None:
        self._icon.setPixmap(icons.pixmap("users", "ink2", 20))
