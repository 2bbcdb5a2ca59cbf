"""A form as one works on it: what and which time it is about, its questions, and how far it is."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from trivselsdesk.documents.catalogue import empty_form_document_id, form_document_id
from trivselsdesk.domain import part
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.commands.forms import BeginEntry, DateEntry, WriteAnswer
from trivselsdesk.domain.commands.rows import RemoveRow
from trivselsdesk.domain.danish import shortened
from trivselsdesk.domain.form_dates import Held
from trivselsdesk.domain.forms import Subject, blank_entry, entries, entry_at, entry_words, filled, subjects
from trivselsdesk.domain.pack import Form, Pack
from trivselsdesk.domain.pack.forms import TYPED
from trivselsdesk.domain.records import FormEntry, Person
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.forms.bars import SubjectBar, TimesBar
from trivselsdesk.ui.forms.card import FieldCard
from trivselsdesk.ui.forms.days import FormDays
from trivselsdesk.ui.forms.head import FormHead, filled_in_by
from trivselsdesk.ui.forms.locking import Locking
from trivselsdesk.ui.forms.nothing_yet import NothingYet
from trivselsdesk.ui.forms.offer import HoldOffer
from trivselsdesk.ui.forms.questions import Questions
from trivselsdesk.ui.forms.waiting import standing
from trivselsdesk.ui.widgets.fields import DateField, flush_all
from trivselsdesk.ui.widgets.tabbing import mend

_WIDEST = 1060
"""Lines that are longer than this are hard to read, px."""
_GAUGE_MS = 500
_SAID_MS = 3000
_ABOUT = 60
"""Signs of a question in the words of undo."""


class FormDesk(QWidget):
    """Shows one form of the programme. Whoever holds it feeds it changes through ``refresh``."""

    go = Signal(str)
    """Ask for another room."""
    open_document = Signal(str)
    undo_toast = Signal(str, str)
    entered = Signal(str)
    """The cursor came into the question with that id."""
    turned = Signal(str, str)
    """Another initiative or another time is shown: their ids."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bridge = bridge
        self.programme_id = ""
        self.form: Form | None = None
        self.entry: FormEntry | None = None
        self._subject = ""
        self._wanted = ""
        self._shown = ""
        """Id of the time whose answers stand in the fields."""
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self.head = FormHead()
        self.head.print.clicked.connect(self._print)
        self.head.print_filled.clicked.connect(self._print_filled)
        self.head.lock.clicked.connect(self.lock)
        self.head.change.clicked.connect(self._change_phrase)
        column.addWidget(self.head)
        self.subjects = SubjectBar()
        self.subjects.chosen.connect(self._turn_to)
        column.addWidget(self.subjects)
        self.times = TimesBar(bridge.today)
        self.times.chosen.connect(self._choose_time)
        self.times.dated.connect(self._date)
        self.times.again.connect(self.begin_again)
        self.times.removed.connect(self._remove)
        column.addWidget(self.times)
        self.offer = HoldOffer()
        self.offer.taken.connect(self._hold)
        column.addWidget(self.offer)
        self._stack = QStackedWidget()
        self.questions = Questions()
        self.questions.written.connect(self._write)
        self.questions.entered.connect(self.entered)
        self.questions.wheel_wanted.connect(self._to_wheel)
        self.questions.row_wheel_wanted.connect(self._row_to_wheel)
        self._stack.addWidget(self.questions)
        self.empty = NothingYet()
        self.empty.pressed.connect(self._go_plan)
        self._stack.addWidget(self.empty)
        self.locking = Locking(bridge, self)
        self.locking.opened.connect(self._opened)
        self.locking.begun_anew.connect(self.refresh)
        self.locking.said.connect(self.undo_toast)
        self.lock_page, self.vault = self.locking.page, self.locking.vault
        self._stack.addWidget(self.lock_page)
        self.vault.timed_out.connect(self.lock)
        self.vault.copy_refused.connect(self._say_no_copy)
        column.addWidget(self._stack, 1)
        self._gauge_timer = QTimer(self)
        self._gauge_timer.setSingleShot(True)
        self._gauge_timer.setInterval(_GAUGE_MS)
        self._gauge_timer.timeout.connect(self._measure)
        self._tabs = QTimer(self)
        self._tabs.setSingleShot(True)
        self._tabs.setInterval(0)
        self._tabs.timeout.connect(self._mend_tabs)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # A margin, not a greatest width of each card: what wraps is measured at the width it gets.
        self._column.setContentsMargins(0, 0, max(0, self.width() - _WIDEST), 0)

    # Showing

    @property
    def book(self) -> Book:
        # What is open is read with its words; commands write to the book of the store.
        if self.is_open():
            return self.bridge.opened_book(self.programme_id)
        return self.bridge.book(self.programme_id)

    @property
    def pack(self) -> Pack:
        return self.bridge.pack(self.programme_id)

    @property
    def cards(self) -> list[FieldCard]:
        """The questions that are shown."""
        return self.questions.cards

    def set_compact(self, on: bool) -> None:
        """Leave out the title, where it stands above already."""
        self.head.title.setVisible(not on)

    def document(self) -> str:
        """Id of the document that prints what is shown; empty while there is nothing."""
        if self.form is None:
            return ""
        if self.form.confidential:
            return empty_form_document_id(self.form)
        there = self.entry is not None and self.book.find(FormEntry, self.entry.id) is not None
        return form_document_id(self.form, self.entry.id if there and self.entry and self.form.repeat else "")

    def show_form(self, programme_id: str, form: Form, subject_id: str = "", entry_id: str = "") -> None:
        """Open a form, at the initiative and the time that are named where they are still there."""
        if (programme_id, form) != (self.programme_id, self.form):
            self.hand_in()
            self.locking.turn_to(programme_id)
            self.programme_id, self.form = programme_id, form
            self._subject, self._wanted = "", ""
            self._build()
            self.questions.to_top()
        wanted = (subject_id or self._subject, entry_id or self._wanted)
        if wanted != (self._subject, self._wanted):
            self.hand_in()
            self._subject, self._wanted = wanted
        self.refresh()

    def focus_lock(self) -> bool:
        """Put the cursor where the passphrase is written. False where nothing is locked."""
        locked = self._stack.currentWidget() is self.lock_page
        if locked:
            self.lock_page.focus_phrase()
        return locked

    def _build(self) -> None:
        self.questions.build(self.form, self._fill, self.bridge.today, self._names)

    def refresh(self) -> None:
        """Draw everything from the book."""
        form = self.form
        if form is None or not self.programme_id:
            return
        if self.vault.outlived(self.programme_id):
            self.vault.close()
            self._build()
        book = self.book
        found = subjects(book, form)
        self.head.show_form(
            self._fill(form.title),
            self._fill(form.hint),
            filled_in_by(book, self.pack, form),
            private=form.confidential,
        )
        self.head.show_open(self.is_open())
        if form.confidential and not self.is_open():
            self.entry = None
            self.head.hide_state()
            for each in (self.subjects, self.times, self.offer):
                each.hide()
            self._stack.setCurrentWidget(self.lock_page)
            self.locking.show_page()
            return
        self._stack.setCurrentIndex(0 if found else 1)
        self.subjects.setVisible(bool(form.per and found))
        self.times.setVisible(bool(form.repeat and found))
        self.times.set_private(form.confidential)
        if not found:
            self.entry = None
            self.head.hide_state()
            self.offer.hide()
            self.empty.show_form(form)
            return
        if self._subject not in [each.id for each in found]:
            self._subject = found[0].id
        self.entry = entry_at(book, form, self._subject, self.bridge.today(), self._wanted)
        self.subjects.show_subjects(found, self._subject)
        self.times.show_times(entries(book, form, self._subject), self.entry)
        self._show_answers(book, form, self.entry)

    def _show_answers(self, book: Book, form: Form, entry: FormEntry) -> None:
        if entry.id != self._shown:
            self._shown = entry.id
            for field in self.findChildren(DateField):
                field.let_go()
        days = FormDays(self.bridge, book, self.pack, form, entry, self._fill)
        self.questions.show_answers(days)
        self.head.show_state(filled(book, form, entry.id))
        today = self.bridge.today()
        self.offer.show_held(days.held(today), today)
        self._gauge_timer.start(_GAUGE_MS)
        self._tabs.start()
        if form.confidential:
            self.vault.watch(self.questions)

    def _measure(self) -> None:
        form, entry = self.form, self.entry
        self.head.show_fill(None)
        if form is None or entry is None or not form.max_pages or (form.confidential and not self.is_open()):
            return
        from trivselsdesk.documents.forms import fill_of

        about = next((each for each in subjects(self.book, form) if each.id == self._subject), Subject())
        self.head.show_fill(fill_of(self.book, self.pack, form, about, entry))

    def _mend_tabs(self) -> None:
        # Rows that came with an answer were made last: Tab takes them where they stand.
        mend(self)

    def focus_field(self, field_id: str) -> None:
        """Put the cursor into a question and bring it into view."""
        self.questions.focus_field(field_id)

    # Changing

    def hand_in(self) -> None:
        """Write everything that is typed in the form that is shown."""
        flush_all()
        self.questions.hand_in()

    def begin_again(self) -> None:
        """Begin to fill the form in once more, today."""
        self.hand_in()
        if self.form is not None and self.entry is not None:
            entry = blank_entry(self.book, self.form, self._subject, self.bridge.today())
            if self.bridge.run(BeginEntry(programme_id=self.programme_id, entry=entry)):
                self._choose_time(entry.id)
                self.questions.to_top()
                self.questions.focus_first()

    def _write(self, field: str, column: str, text: str) -> None:
        form, entry = self.form, self.entry
        if form is None or entry is None or standing(self.bridge, self.book, entry, field, column) == text:
            return
        asked = next(each for each in form.fields if each.id == field)
        if form.confidential:
            sealed = self.locking.sealed(text)
            if sealed is None:
                return
            text = sealed
        self.bridge.run(
            WriteAnswer(
                programme_id=self.programme_id,
                entry=entry,
                field=field,
                column=column,
                text=text,
                about=shortened(self._fill(asked.label), _ABOUT),
                typed=asked.kind in TYPED,
            )
        )

    def _date(self, day: object, title: str) -> None:
        entry = self.entry
        if entry is not None and (day, title.strip()) != (entry.day, entry.title):
            self.bridge.run(
                DateEntry(
                    programme_id=self.programme_id, entry=entry, day=self.times.day.value(), title=title
                )
            )

    def _hold(self, held: Held) -> None:
        if self.bridge.run(held.command):
            words = self.tr("Holdt: »{title}«").format(title=shortened(held.title, _ABOUT))
            self.undo_toast.emit("check", words)

    def _to_wheel(self, field_id: str) -> None:
        flush_all()
        days = self._days()
        self._say_on_wheel(days.put(field_id) if days is not None else "")

    def _row_to_wheel(self, field_id: str, column: str, row: int) -> None:
        flush_all()
        days = self._days()
        self._say_on_wheel(days.put_row(field_id, column, row) if days is not None else "")

    def _days(self) -> FormDays | None:
        form, entry = self.form, self.entry
        if form is None or entry is None:
            return None
        return FormDays(self.bridge, self.book, self.pack, form, entry, self._fill)

    def _say_on_wheel(self, day: str) -> None:
        if day:
            self.undo_toast.emit("calendar", self.tr("På årshjulet: {day}").format(day=day))

    def _remove(self) -> None:
        self.hand_in()
        entry = self.entry
        if entry is None or self.book.find(FormEntry, entry.id) is None:
            return
        words = entry_words(entry) or self.head.title.text()
        if self.bridge.run(RemoveRow(programme_id=self.programme_id, kind=FormEntry, id=entry.id)):
            self.undo_toast.emit("trash", self.tr("Slettet: »{words}«").format(words=shortened(words, 60)))

    def _turn_to(self, subject_id: str) -> None:
        self.hand_in()
        self._subject, self._wanted = subject_id, ""
        self.refresh()
        self.questions.to_top()
        self.turned.emit(subject_id, "")

    def _choose_time(self, entry_id: str) -> None:
        self.hand_in()
        self._wanted = entry_id
        self.refresh()
        self.turned.emit(self._subject, entry_id)

    def _print(self) -> None:
        self.open_document.emit(self.document())

    def _print_filled(self) -> None:
        self.hand_in()
        form, entry = self.form, self.entry
        if form is None or entry is None or not self.is_open():
            return
        if self.locking.may_print():
            there = self.book.find(FormEntry, entry.id) is not None
            self.open_document.emit(form_document_id(form, entry.id if there and form.repeat else ""))

    # Locking

    def is_open(self) -> bool:
        """Whether a confidential form is unlocked here."""
        return self.form is not None and self.form.confidential and self.locking.is_open()

    def lock(self) -> None:
        """Write what is typed, lock the form, and leave none of its words in the window."""
        if self.is_open():
            self.hand_in()
            self.vault.close()
            held = self.isVisible() and self.isAncestorOf(QApplication.focusWidget() or self.window())
            self._build()
            self.refresh()
            if held:
                self.focus_lock()

    def hideEvent(self, event: QHideEvent) -> None:
        self.lock()
        self.lock_page.clear()
        super().hideEvent(event)

    def _opened(self) -> None:
        self.refresh()
        if self._stack.currentWidget() is self.questions:
            self.questions.focus_first()

    def _change_phrase(self) -> None:
        self.hand_in()
        self.locking.change_phrase()

    def _say_no_copy(self) -> None:
        self.head.say_no_copy()
        self._gauge_timer.start(_SAID_MS)

    def _go_plan(self) -> None:
        self.go.emit("plan")

    # Inside

    def _fill(self, text: str) -> str:
        return part.fill(self.book, self.pack, text)

    def _names(self) -> list[str]:
        return [person.name for person in self.book.ranked(Person) if person.name.strip()]
