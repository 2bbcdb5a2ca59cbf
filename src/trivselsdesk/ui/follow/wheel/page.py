"""The årshjul: the year as a wheel or as a list, what comes next, and what the process proposes."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from trivselsdesk.documents import ics
from trivselsdesk.domain.commands.rows import RemoveRow
from trivselsdesk.domain.commands.status import HoldFollowup
from trivselsdesk.domain.commands.wheel import HoldEvent, TakeUp
from trivselsdesk.domain.records import Event, Initiative, Meeting, Milestone, new_id
from trivselsdesk.domain.wheel import (
    EVENT,
    FOLLOWUP,
    MEETING,
    Mark,
    coming,
    event_of,
    form_for,
    marks,
    moving,
    overdue,
    proposals,
    rings,
    undated,
    warnings,
)
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.follow.section import Section
from trivselsdesk.ui.follow.wheel import asking, words
from trivselsdesk.ui.follow.wheel.lists import DateList, WarningLines
from trivselsdesk.ui.follow.wheel.picture import YearWheel
from trivselsdesk.ui.follow.wheel.proposals import ProposalCard
from trivselsdesk.ui.paper import save_document
from trivselsdesk.ui.widgets import icons
from trivselsdesk.ui.widgets.buttons import Button, IconButton
from trivselsdesk.ui.widgets.card import ScrollArea
from trivselsdesk.ui.widgets.labels import Label
from trivselsdesk.ui.widgets.segmented import Segmented

_VIEW = "wheel.view"


class WheelSection(Section):
    """Everything that is drawn here is a view of a record that may stand elsewhere too."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self.year = bridge.today().year
        self._shown: dict[str, Mark] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 12, 24, 16)
        row.setSpacing(24)
        row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        row.addWidget(self._make_main(), 1)
        self._side = ScrollArea(spacing=12)
        self.warned = WarningLines()
        self.late = DateList(self.tr("Ikke markeret som holdt"))
        self.soon = DateList(self.tr("De næste 90 dage"))
        self.waiting = DateList(self.tr("Uden dato"))
        self.proposed = ProposalCard()
        self.proposed.taken.connect(self.take_up)
        for each in (self.warned, self.late, self.soon, self.waiting, self.proposed):
            self._side.body.addWidget(each)
        self._side.body.addStretch(1)
        for each in (self.late, self.soon, self.waiting, self.all):
            self._listen(each)
        row.addWidget(self._side)

    def _make_main(self) -> QWidget:
        main = QWidget()
        column = QVBoxLayout(main)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(Label(self.tr("Årshjul"), "display"))
        top.addSpacing(8)
        self.before = IconButton("chev-l", self.tr("Året før"), ghost=False)
        self.before.clicked.connect(self._year_before)
        self.year_label = Label("", "section")
        self.after = IconButton("chev-r", self.tr("Året efter"), ghost=False)
        self.after.clicked.connect(self._year_after)
        for each in (self.before, self.year_label, self.after):
            top.addWidget(each)
        self.views = Segmented(
            (("wheel", self.tr("Hjul"), None), ("list", self.tr("Liste"), None)), name=self.tr("Visning")
        )
        self.views.chosen.connect(self.show_view)
        top.addSpacing(8)
        top.addWidget(self.views)
        top.addStretch(1)
        self.printer = IconButton("printer", self.tr("Udskriv årshjulet"), ghost=False)
        self.printer.clicked.connect(self._open_paper_menu)
        self.calendar = Button(self.tr("Gem kalenderfil"), "plain", "calendar", small=True)
        self.calendar.clicked.connect(self.save_calendar)
        self.add = Button(self.tr("Tilføj dato"), "primary", "plus", small=True)
        self.add.clicked.connect(self.add_event)
        top.addWidget(self.printer)
        top.addWidget(self.calendar)
        top.addWidget(self.add)
        column.addLayout(top)
        self._stack = QStackedWidget()
        self.wheel = YearWheel()
        self.wheel.opened.connect(self.open_mark)
        self.wheel.moved.connect(self.move_mark)
        self.wheel.menu_wanted.connect(self._open_menu)
        self.wheel.held.connect(self.hold)
        self.wheel.removed.connect(self.remove)
        self._stack.addWidget(self.wheel)
        area = ScrollArea()
        self.all = DateList("")
        area.body.addWidget(self.all)
        self.nothing = Label(
            self.tr("Der står ingen datoer i det år. Tilføj en, eller tag et af forslagene."), "body", "ink2"
        )
        area.body.addWidget(self.nothing)
        area.body.addStretch(1)
        self._stack.addWidget(area)
        column.addWidget(self._stack, 1)
        return main

    def _listen(self, dates: DateList) -> None:
        dates.opened.connect(self.open_mark)
        dates.held.connect(self.hold)
        dates.removed.connect(self.remove)
        dates.days_moved.connect(self._move_days)
        dates.menu_wanted.connect(self._open_menu)

    # Showing

    def show_programme(self, programme_id: str) -> None:
        if programme_id != self.programme_id:
            self.year = self.bridge.today().year
        super().show_programme(programme_id)
        self.views.set_value(self.bridge.setting(_VIEW, "wheel"))
        self._stack.setCurrentIndex(1 if self.views.value() == "list" else 0)

    def refresh(self) -> None:
        if not self.programme_id:
            return
        book, pack, today = self.book, self.pack, self.bridge.today()
        round_ = rings(pack)
        of_year = marks(book, pack, date(self.year, 1, 1), date(self.year, 12, 31), today)
        late, soon = overdue(book, pack, today), coming(book, pack, today)
        waiting = [_undated(each) for each in undated(book)]
        self._shown = {each.key: each for each in (*of_year, *late, *soon, *waiting)}
        self.year_label.set_text(str(self.year))
        self.wheel.show_year(of_year, round_, self.year, today)
        self.all.show_marks(of_year, round_, today, months=True)
        self.all.setVisible(bool(of_year))
        self.nothing.setVisible(not of_year)
        self.late.show_marks(late, round_, today)
        self.late.setVisible(bool(late))
        self.soon.show_marks(soon, round_, today)
        self.soon.setVisible(bool(soon))
        self.waiting.show_marks(waiting, round_, today)
        self.waiting.setVisible(bool(waiting))
        self.warned.show_sentences([words.warning(each, today) for each in warnings(book, today)])
        proposed = proposals(book, pack, today)
        fresh = all(each.kind == "followup" for each in book.of(Event))
        self.proposed.show_proposals(proposed, round_, pack.fill, opened=fresh)
        # What the process proposes is the first thing to do with an empty year, and the last later on.
        place = self._side.body.indexOf(self.soon) if fresh else self._side.body.count() - 1
        if fresh != (self._side.body.indexOf(self.proposed) < self._side.body.indexOf(self.soon)):
            self._side.body.removeWidget(self.proposed)
            self._side.body.insertWidget(place if fresh else place - 1, self.proposed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._side.setFixedWidth(372 if self.width() >= 1400 else 320 if self.width() >= 1200 else 280)

    def document(self) -> str:
        return "aarshjul"

    def _year_before(self) -> None:
        self._go_to(self.year - 1)

    def _year_after(self) -> None:
        self._go_to(self.year + 1)

    def _go_to(self, year: int) -> None:
        self.year = max(2000, min(year, 2099))
        self.refresh()

    def show_view(self, view: str) -> None:
        """Show the year as ``wheel`` or as ``list``, also next time."""
        self.views.set_value(view)
        self.bridge.remember(_VIEW, view)
        self._stack.setCurrentIndex(1 if view == "list" else 0)

    # Changing

    def add_event(self) -> None:
        """Ask for a new date and put it on the wheel."""
        first = rings(self.pack)[0].id if rings(self.pack) else ""
        blank = Event(id=new_id(), programme_id=self.programme_id, title="", ring=first, kind="meeting")
        self._ask_event(blank, new=True)

    def open_mark(self, key: str) -> None:
        """Change what a mark shows, where it stands."""
        mark = self._shown.get(key)
        if mark is None:
            return
        if mark.source == EVENT:
            event = self.book.find(Event, mark.id)
            if event is not None:
                self._ask_event(event, new=False)
        elif mark.source == FOLLOWUP:
            asking.ask_followup(self, self.book.get(Initiative, mark.id))
        else:
            kind = Meeting if mark.source == MEETING else Milestone
            asking.ask_days(self, self.book.get(kind, mark.id))

    def _ask_event(self, event: Event, *, new: bool) -> None:
        day = asking.ask_event(self, event, new=new)
        if day is not None:
            self._go_to(day.year)

    def _move_days(self, key: str, days: int) -> None:
        mark = self._shown.get(key)
        if mark is not None:
            self.move_mark(key, mark.day + timedelta(days=days))

    def move_mark(self, key: str, day: date) -> None:
        """Move what a mark shows to another day."""
        mark = self._shown.get(key)
        if mark is None or mark.id in {each.id for each in undated(self.book)}:
            return
        command = moving(self.book, mark, day)
        if mark.hard:
            # Nobody moves somebody else's deadline by a slip of the mouse.
            self.toast.emit(
                "info", self.tr("Den frist har andre sat. Åbn den med Enter, hvis den er ændret.")
            )
        elif command is None:
            self.toast.emit("info", self.tr("Det er holdt og bliver stående, hvor det var."))
        else:
            self.bridge.run(command)

    def hold(self, key: str) -> None:
        """Say that a date has been held, or take it back."""
        mark = self._shown.get(key)
        if mark is not None and mark.source == FOLLOWUP and mark.late:
            self._hold_followup(mark)
        if mark is None or mark.source != EVENT:
            return
        event = self.book.get(Event, mark.id)
        today = self.bridge.today()
        was_held = event.held is not None and mark.day <= event.held if mark.again else event.done
        day = mark.day if was_held else min(mark.day, today) if mark.again and mark.kind in _LAW else mark.day
        if self.bridge.run(
            HoldEvent(programme_id=self.programme_id, event_id=mark.id, day=day, held=not was_held)
        ):
            if was_held:
                self.undo_toast.emit(
                    "undo", self.tr("»{title}« er ikke holdt endnu.").format(title=mark.title)
                )
            else:
                self.undo_toast.emit("check", self.tr("Holdt: »{title}«").format(title=mark.title))

    def _hold_followup(self, mark: Mark) -> None:
        hold = HoldFollowup(programme_id=self.programme_id, day=mark.day, next_day=None)
        if self.bridge.run(hold):
            self.undo_toast.emit("check", self.tr("Opfølgningen er holdt. Aftal gerne en ny dag."))

    def remove(self, key: str) -> None:
        """Delete an event; undo brings it back. Other dates are deleted where they belong."""
        mark = self._shown.get(key)
        if mark is None:
            return
        if mark.source != EVENT:
            self.toast.emit("info", self.tr("Den dato hører til et andet sted. Ret eller fjern den dér."))
        elif self.bridge.run(RemoveRow(programme_id=self.programme_id, kind=Event, id=mark.id)):
            self.undo_toast.emit("trash", self.tr("Slettet: »{title}«").format(title=mark.title))

    def take_up(self, source_id: str) -> None:
        """Put a proposal on the wheel, or all of them."""
        found = [
            each
            for each in proposals(self.book, self.pack, self.bridge.today())
            if source_id in ("", each.source.id)
        ]
        events = tuple(event_of(self.book, each, self.pack.fill) for each in found)
        if events and self.bridge.run(TakeUp(programme_id=self.programme_id, events=events)):
            words_ = (
                self.tr("På årshjulet: »{title}«").format(title=events[0].title)
                if len(events) == 1
                else self.tr("{count} datoer er på årshjulet").format(count=len(events))
            )
            self.undo_toast.emit("check", words_)

    # Calendar

    def save_calendar(self) -> None:
        """Save everything that is to come as a calendar file."""
        self._save(None)

    def _save(self, mark: Mark | None) -> None:
        book = self.book
        if mark is None and not ics.to_come(book, self.pack, self.bridge.today()):
            self.toast.emit("info", self.tr("Der står ingen datoer, der kommer. Tilføj en først."))
            return
        data = ics.make(book, self.pack, self.bridge.now(), mark)
        saved, sentence = save_document(self, self.bridge, ics.file_name(book, mark), data)
        if sentence:
            self.toast.emit("check" if saved else "warn", sentence)

    # Paper

    def _open_paper_menu(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(icons.icon("printer"), self.tr("På A4 …"), self._print_small)
        menu.addAction(icons.icon("printer"), self.tr("På A3 til væggen …"), self._print_large)
        menu.popup(self.printer.mapToGlobal(QPoint(0, self.printer.height() + 2)))

    def _print_small(self) -> None:
        self.open_document.emit("aarshjul")

    def _print_large(self) -> None:
        self.open_document.emit("aarshjul_a3")

    # Menu

    def _open_menu(self, key: str, at: QPoint) -> None:
        mark = self._shown.get(key)
        if mark is None:
            return
        self._menu_key = key
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(icons.icon("pencil"), self.tr("Ret …"), self._menu_open)
        if mark.source == EVENT:
            event = self.book.get(Event, mark.id)
            held = event.held is not None and mark.day <= event.held if mark.again else event.done
            text = self.tr("Ikke holdt alligevel") if held else self.tr("Markér som holdt")
            if self._form_of(mark):
                menu.addAction(icons.icon("list"), self.tr("Udfyld skemaet"), self._menu_form)
            if event.day is not None:
                menu.addAction(icons.icon("undo" if held else "check"), text, self._menu_hold)
        if mark.source == FOLLOWUP:
            if mark.late:
                menu.addAction(icons.icon("check"), self.tr("Markér som holdt"), self._menu_hold)
            menu.addAction(icons.icon("flag"), self.tr("Gå til handleplanen"), self._menu_plan)
        if self._has_day(mark):
            menu.addAction(icons.icon("calendar"), self.tr("Gem som kalenderfil …"), self._menu_save)
        if mark.source == EVENT:
            menu.addSeparator()
            menu.addAction(icons.icon("trash"), self.tr("Slet"), self._menu_remove)
        menu.popup(at)

    def _has_day(self, mark: Mark) -> bool:
        return mark.source != EVENT or self.book.get(Event, mark.id).day is not None

    def _form_of(self, mark: Mark) -> str:
        """Id of the form that belongs to a mark, where the forms are a page of this room."""
        event = self.book.find(Event, mark.id) if mark.source == EVENT else None
        has_page = any("forms" in phase.pages for phase in self.pack.phases)
        return form_for(self.pack, event) if event is not None and has_page else ""

    def open_form(self, key: str) -> None:
        """Go to the form that is filled in when a date is held."""
        mark = self._shown.get(key)
        form = self._form_of(mark) if mark is not None else ""
        if form:
            self.bridge.remember(f"follow.form/{self.programme_id}", form)
            self.page_wanted.emit("forms")

    def _menu_form(self) -> None:
        self.open_form(self._menu_key)

    def _menu_open(self) -> None:
        self.open_mark(self._menu_key)

    def _menu_hold(self) -> None:
        self.hold(self._menu_key)

    def _menu_remove(self) -> None:
        self.remove(self._menu_key)

    def _menu_plan(self) -> None:
        self.go.emit("plan")

    def _menu_save(self) -> None:
        self._save(self._shown.get(self._menu_key))


_LAW = ("discussion", "apv")


def _undated(event: Event) -> Mark:
    """An event without a day, so that it can stand in a list."""
    return Mark(EVENT, event.id, event.title, date.max, date.max, event.ring, event.kind, note=event.note)
