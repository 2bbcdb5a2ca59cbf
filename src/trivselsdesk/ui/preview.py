"""A document as it will be on paper: look, print, save as PDF."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from trivselsdesk.documents.catalogue import FORM, beside
from trivselsdesk.documents.errors import DocumentError, TooLong
from trivselsdesk.ui import paper, theme
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.widgets import icons
from trivselsdesk.ui.widgets.buttons import Button
from trivselsdesk.ui.widgets.card import Card, Panel, ScrollArea
from trivselsdesk.ui.widgets.fields import ChoiceField
from trivselsdesk.ui.widgets.labels import Label

_MOST_WIDE = 900


class Preview(QDialog):
    """Shows one document of a programme at a time; Esc closes."""

    def __init__(
        self, bridge: Bridge, programme_id: str, document_id: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._bridge, self._programme_id = bridge, programme_id
        self._data: bytes | None = None
        self.setModal(True)
        known = beside(bridge.pack(programme_id), document_id, bridge.book(programme_id))
        self._documents = {each.id: each for each in known}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._make_head())
        self._stack = QStackedWidget()
        self.pages = PagesView()
        self._scroll = ScrollArea()
        self._scroll.set_content(self.pages)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._scroll.setAccessibleName(self.tr("Siderne"))
        self._trouble = _Trouble()
        self._stack.addWidget(self._scroll)
        self._stack.addWidget(self._trouble)
        column.addWidget(self._stack, 1)
        column.addWidget(self._make_foot())
        self._fit_to(parent)
        self.choice.set_value(document_id)
        self.show_document(self.choice.value())

    # Building

    def _make_head(self) -> QWidget:
        head = Panel("surface", "bottom", own_layout=True)
        row = QHBoxLayout(head)
        row.setContentsMargins(24, 10, 24, 11)
        row.setSpacing(12)
        # A list, not buttons side by side: there are more documents than a narrow window has room for.
        self.choice = ChoiceField(
            [(each.id, each.title) for each in self._documents.values()], name=self.tr("Dokument")
        )
        self.choice.setFixedWidth(300)
        self.choice.edited.connect(self.show_document)
        row.addWidget(self.choice)
        row.addStretch(1)
        self._count = Label("", "caption", "ink3")
        row.addWidget(self._count)
        return head

    def _make_foot(self) -> QWidget:
        foot = Panel("surface", "top", own_layout=True)
        column = QVBoxLayout(foot)
        column.setContentsMargins(24, 11, 24, 12)
        column.setSpacing(8)
        self._message = QWidget()
        said = QHBoxLayout(self._message)
        said.setContentsMargins(0, 0, 0, 0)
        said.setSpacing(8)
        self._sign = QLabel()
        self._sign.setContentsMargins(0, 3, 0, 0)
        self._said = Label("", "body", "ink2", wrap=True, size=15, weight=600)
        said.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        said.addWidget(self._said, 1)
        self._message.hide()
        column.addWidget(self._message)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        column.addLayout(row)
        close = Button(self.tr("Luk"))
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        self.save_button = Button(self.tr("Gem som PDF …"), icon="file")
        self.save_button.setAutoDefault(False)
        self.save_button.clicked.connect(self.save)
        self.print_button = Button(self.tr("Udskriv …"), "primary", "printer")
        self.print_button.clicked.connect(self.print)
        self.text_button = Button(self.tr("Gem som tekst …"), icon="file")
        self.text_button.setAutoDefault(False)
        self.text_button.clicked.connect(self.save_text)
        for button in (close, self.text_button, self.save_button, self.print_button):
            row.addWidget(button)
        return foot

    def _fit_to(self, parent: QWidget | None) -> None:
        room = parent.window().size() if parent is not None else QSize(1440, 900)
        screen = self.screen().availableSize()
        self.setMinimumSize(560, 420)
        self.resize(
            min(_MOST_WIDE + 80, round(room.width() * 0.86), screen.width()),
            min(max(480, room.height() - 48), screen.height()),
        )

    # Doing

    def show_document(self, document_id: str) -> None:
        """Make the document and show its pages, or say why it cannot be made."""
        self._say("", good=True)
        book, pack = self._bridge.book(self._programme_id), self._bridge.pack(self._programme_id)
        if document_id.startswith(FORM):
            # Of a confidential form that is open: its own paper is the only one that may have its words.
            book = self._bridge.opened_book(self._programme_id)
        self._data = None
        chosen = self._documents[document_id]
        self.setWindowTitle(
            self.tr("{title} – {name}").format(title=chosen.title, name=book.programme.name[:80])
        )
        try:
            self._data = chosen.make(book, pack, self._bridge.now())
        except DocumentError as error:
            places = [each.words() for each in error.fill.longest] if isinstance(error, TooLong) else []
            self._trouble.show_words(str(error), places)
            self.pages.set_data(None)
            self._count.set_text("")
        if self._data is not None:
            self.pages.set_data(self._data)
            count = self.pages.count()
            words = self.tr("{count} side, {paper}") if count == 1 else self.tr("{count} sider, {paper}")
            self._count.set_text(words.format(count=count, paper=chosen.paper))
            self._scroll.verticalScrollBar().setValue(0)
        self._stack.setCurrentWidget(self._scroll if self._data is not None else self._trouble)
        self.text_button.setVisible(chosen.text is not None)
        self.text_button.setEnabled(self._data is not None)
        self.save_button.setEnabled(self._data is not None)
        self.print_button.setEnabled(self._data is not None)

    def print(self) -> None:
        """The system's own print dialog."""
        if self._data is not None:
            sent, sentence = paper.print_document(self, self.windowTitle(), self._data)
            self._say(sentence, good=sent)

    def save(self) -> None:
        """Save the document as a file."""
        if self._data is not None:
            name = self._documents[self.choice.value()].file_name(self._bridge.book(self._programme_id))
            saved, sentence = paper.save_document(self, self._bridge, name, self._data)
            self._say(sentence, good=saved)

    def save_text(self) -> None:
        """Save the document as plain text."""
        chosen = self._documents[self.choice.value()]
        if chosen.text is not None and self._data is not None:
            book, pack = self._bridge.book(self._programme_id), self._bridge.pack(self._programme_id)
            data = chosen.text(book, pack, self._bridge.now())
            name = chosen.file_name(book, text=True)
            saved, sentence = paper.save_document(self, self._bridge, name, data)
            self._say(sentence, good=saved)

    def said(self) -> str:
        """What was said last at the foot."""
        return self._said.text()

    def _say(self, sentence: str, *, good: bool) -> None:
        self._said.set_text(sentence)
        self._said.set_token("okInk" if good else "mustInk")
        self._message.setVisible(bool(sentence))
        if sentence:
            self._sign.setPixmap(
                icons.pixmap("check" if good else "warn", "okInk" if good else "mustInk", 20)
            )

    def done(self, result: int) -> None:
        self.pages.set_data(None)
        super().done(result)


class PagesView(QWidget):
    """The pages below each other, as wide as there is room; a page is drawn when it comes into view."""

    def __init__(self) -> None:
        super().__init__()
        self._pages: paper.Pages | None = None
        self._drawn: dict[int, QPixmap] = {}
        self._drawn_wide = 0
        theme.notifier.changed.connect(self.update)

    def set_data(self, data: bytes | None) -> None:
        """Show another document, or nothing."""
        if self._pages is not None:
            self._pages.close()
        self._pages = paper.Pages(data) if data is not None else None
        self._drawn.clear()
        self._fit()

    def count(self) -> int:
        """How many pages there are."""
        return len(self._pages) if self._pages is not None else 0

    def page_rect(self, index: int) -> QRect:
        """Where a page lies."""
        assert self._pages is not None
        wide, top = self._wide(), 24
        for each in range(index + 1):
            size = self._pages.size(each)
            high = round(wide * size.height() / size.width())
            if each < index:
                top += high + 24
        return QRect((self.width() - wide) // 2, top, wide, high)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        look = theme.current()
        painter.fillRect(event.rect(), look.color("sunken"))
        for index in range(self.count()):
            rect = self.page_rect(index)
            if rect.intersects(event.rect()):
                painter.drawPixmap(rect, self._picture(index, rect.width()))
                painter.setPen(look.color("lineStrong"))
                painter.drawRect(QRectF(rect).adjusted(-0.5, -0.5, 0.5, 0.5))

    def _wide(self) -> int:
        return max(200, min(self.width() - 48, _MOST_WIDE))

    def _fit(self) -> None:
        high = self.page_rect(self.count() - 1).bottom() + 25 if self.count() else 0
        if high != self.minimumHeight():
            self.setMinimumHeight(high)
        self.update()

    def _picture(self, index: int, wide: int) -> QPixmap:
        assert self._pages is not None
        pixels = round(wide * self.devicePixelRatioF())
        if pixels != self._drawn_wide:
            self._drawn.clear()
            self._drawn_wide = pixels
        if index not in self._drawn:
            self._drawn[index] = QPixmap.fromImage(self._pages.picture(index, pixels))
        return self._drawn[index]


class _Trouble(Panel):
    """Why there is no document, and where to shorten."""

    def __init__(self) -> None:
        super().__init__("sunken")
        self.body.setContentsMargins(48, 48, 48, 48)
        card = Card(padding=24, spacing=12)
        self._sentence = Label("", "section", wrap=True)
        self._head = Label(self.tr("Her fylder teksten mest:"), "body", "ink2")
        self._places = Label("", "body", wrap=True)
        for label in (self._sentence, self._head, self._places):
            card.body.addWidget(label)
        self.body.addWidget(card)
        self.body.addStretch(1)

    def show_words(self, sentence: str, places: list[str]) -> None:
        self._sentence.set_text(sentence)
        self._head.setVisible(bool(places))
        self._places.setVisible(bool(places))
        self._places.set_text("\n".join(f"• {each}" for each in places))
