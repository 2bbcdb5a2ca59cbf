"""The head of a form: what it is, who fills it in, how far it is, and the way to paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trivselsdesk.domain.book import Book
from trivselsdesk.domain.danish import join_names
from trivselsdesk.domain.forms import Filled
from trivselsdesk.domain.pack import Form, Pack
from trivselsdesk.domain.people import role_names
from trivselsdesk.ui.widgets.buttons import Button
from trivselsdesk.ui.widgets.chips import Chip
from trivselsdesk.ui.widgets.labels import Label
from trivselsdesk.ui.widgets.progress import Bar

if TYPE_CHECKING:
    from trivselsdesk.documents.gauge import PageFill


def filled_in_by(book: Book, pack: Pack, form: Form) -> str:
    """Who fills the form in: the people with its roles, or the roles where nobody has them."""
    roles = [pack.role(each) for each in form.by]
    said = [role_names(book, role.id) or role.title for role in roles]
    # Somebody who holds two of the roles is named once.
    names = list(dict.fromkeys(name for words in said for name in words.split(", ")))
    return join_names(names) if names else ""


class FormHead(QWidget):
    """Shows; the form says what its buttons do."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(16)
        column.addLayout(row)
        words = QVBoxLayout()
        words.setSpacing(0)
        self.title = Label("", "title", wrap=True)
        self.hint = Label("", "body", "ink2", wrap=True)
        self.who = Label("", "caption", "ink2", wrap=True)
        for label in (self.title, self.hint, self.who):
            words.addWidget(label)
        row.addLayout(words, 1)
        gauge = QVBoxLayout()
        gauge.setSpacing(4)
        self.count = Label("", "bodyStrong", "ink2")
        self.bar = Bar(name=self.tr("Hvor meget der er udfyldt"))
        self.bar.setFixedWidth(150)
        self.pages = Chip("", "plain")
        for each in (self.count, self.bar, self.pages):
            gauge.addWidget(each, 0, Qt.AlignmentFlag.AlignRight)
        gauge.addStretch(1)
        row.addLayout(gauge)
        self.print = Button(self.tr("Udskriv"), icon="printer", small=True)
        row.addWidget(self.print, 0, Qt.AlignmentFlag.AlignTop)
        self.print_filled = Button(self.tr("Udskriv udfyldt …"), icon="printer", small=True)
        self.lock = Button(self.tr("Lås"), icon="lock", small=True)
        self.lock.setToolTip(self.tr("Låser sig selv, når du går, og efter fem minutter"))
        # What only an opened confidential form has gets a line of its own: beside the words it would leave
        # them no room in the middle column of a small screen.
        opened = QHBoxLayout()
        opened.setSpacing(16)
        opened.addStretch(1)
        self.change = Button(self.tr("Skift sætning …"), icon="pencil", small=True)
        for button in (self.print_filled, self.change, self.lock):
            opened.addWidget(button)
        column.addLayout(opened)
        self.show_open(False)
        self.hide_state()

    def show_form(self, title: str, hint: str, who: str, *, private: bool) -> None:
        """What the form is. Of a private one only the empty sheet is printed without a question."""
        self.title.set_text(title)
        self.hint.set_text(hint)
        self.hint.setVisible(bool(hint))
        self.who.setVisible(bool(who))
        self.who.set_text(self.tr("Udfyldes af {names}").format(names=who) if who else "")
        self.print.set_text(self.tr("Tomt skema") if private else self.tr("Udskriv"))

    def show_open(self, opened: bool) -> None:
        """Whether a confidential form is unlocked."""
        self.print_filled.setVisible(opened)
        self.change.setVisible(opened)
        self.lock.setVisible(opened)

    def show_state(self, state: Filled) -> None:
        """How far it is filled in."""
        self.bar.set_value(state.share)
        self.count.set_text(self.tr("{done} af {total} besvaret").format(done=state.done, total=state.total))
        self.count.show()
        self.bar.show()

    def hide_state(self) -> None:
        """There are no answers to count."""
        for each in (self.count, self.bar, self.pages):
            each.hide()

    def show_fill(self, fill: PageFill | None) -> None:
        """How its pages are filled on paper, where that is worth a word."""
        told = fill is not None and fill.state != "ok"
        self.pages.setVisible(told)
        if fill is not None and told:
            self.pages.set_text(self.tr("På papir: {words}").format(words=fill.words()))
            self.pages.set_tone("warn" if fill.lines_over else "info")
            self.pages.set_icon("warn" if fill.lines_over else "info")
            self.pages.setToolTip("\n".join(each.words() for each in fill.longest) if fill.lines_over else "")

    def say_no_copy(self) -> None:
        """Somebody wanted to copy out of a confidential form."""
        self.pages.show()
        self.pages.set_text(self.tr("Kan ikke kopieres herfra"))
        self.pages.set_tone("info")
        self.pages.set_icon("lock")
        self.pages.setToolTip(self.tr("Skemaet er fortroligt."))
