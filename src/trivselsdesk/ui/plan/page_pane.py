"""The sheet beside the SMTTE: a live picture of the report, how full it is, and out it goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from trivselsdesk.documents.catalogue import document
from trivselsdesk.documents.errors import DocumentError
from trivselsdesk.ui import paper, theme
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.widgets import icons, paint
from trivselsdesk.ui.widgets.buttons import Button
from trivselsdesk.ui.widgets.card import Card, Panel
from trivselsdesk.ui.widgets.labels import ElidedLabel, Label

if TYPE_CHECKING:
    from trivselsdesk.documents.gauge import FieldFill, PageFill

REPORT = "afrapportering"
LEAST_WAIT = 500
"""Milliseconds between two pictures of the page."""
_A4 = 2**0.5
_LINKS = 3


class PagePane(Panel):
    """Draw with ``show_programme``; after a change ``touch`` draws it again, at most twice a second."""

    print_wanted = Signal()
    saved = Signal(bool, str)
    """Whether it was saved as PDF, and the sentence to say."""
    place_wanted = Signal(str, str, str)
    """Go to the field that fills so much: kind of record, id, field."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__("sunken", "left")
        self._bridge = bridge
        self._programme_id = ""
        self._since = QElapsedTimer()
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.timeout.connect(self.draw)
        self.body.setContentsMargins(24, 14, 24, 16)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Label(self.tr("Sådan ser arket ud"), "section"))
        head.addStretch(1)
        self._promise = ElidedLabel(self.tr("opdateres, mens I skriver"), "caption", "ink3")
        head.addWidget(self._promise)
        self.body.addLayout(head)
        self.body.addSpacing(8)
        self.picture = _Picture()
        self.body.addWidget(self.picture, 1)
        self.body.addSpacing(14)
        self.gauge = _Gauge()
        self.gauge.place_wanted.connect(self.place_wanted)
        self.body.addWidget(self.gauge)
        self.body.addSpacing(14)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.print_button = Button(self.tr("Udskriv"), icon="printer", small=True)
        self.print_button.clicked.connect(self.print_wanted)
        self.save_button = Button(self.tr("Gem som PDF"), icon="file", small=True)
        self.save_button.clicked.connect(self.save)
        for button in (self.print_button, self.save_button):
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            row.addWidget(button)
        self.body.addLayout(row)

    def fit(self, wide: int) -> None:
        """Margins and words for a pane so wide."""
        edge = 24 if wide >= 360 else 16
        self.body.setContentsMargins(edge, 14, edge, 16)
        self._promise.setVisible(wide >= 360)

    def show_programme(self, programme_id: str) -> None:
        """Draw another programme's sheet, now."""
        if programme_id != self._programme_id:
            self.picture.forget()
        self._programme_id = programme_id
        self.draw()

    def touch(self) -> None:
        """Something was written: draw soon."""
        if not self._wait.isActive():
            passed = self._since.elapsed() if self._since.isValid() else LEAST_WAIT
            self._wait.start(max(0, LEAST_WAIT - passed))

    def stop(self) -> None:
        """Nobody is looking any more."""
        self._wait.stop()

    def draw(self) -> None:
        """Measure the sheet and draw it from the very bytes that are printed."""
        from trivselsdesk.documents.report import measure

        self._wait.stop()
        book, pack = self._bridge.book(self._programme_id), self._bridge.pack(self._programme_id)
        now = self._bridge.now()
        fill = measure(book, pack, now)
        self.gauge.show_fill(fill)
        too_long = fill.state == "over"
        self.print_button.setEnabled(not too_long)
        self.save_button.setEnabled(not too_long)
        why = self.tr("Arket skal kunne være på én side først") if too_long else ""
        self.print_button.setToolTip(why)
        self.save_button.setToolTip(why)
        data = None
        if not too_long:
            try:
                data = document(REPORT).make(book, pack, now)
            except DocumentError:
                data = None
        self.picture.show_page(data)
        self._since.start()

    def save(self) -> None:
        """Save the sheet as PDF."""
        book, pack = self._bridge.book(self._programme_id), self._bridge.pack(self._programme_id)
        report = document(REPORT)
        try:
            data = report.make(book, pack, self._bridge.now())
        except DocumentError as error:
            self.saved.emit(False, str(error))
            return
        saved, sentence = paper.save_document(self, self._bridge, report.file_name(book), data)
        if sentence:
            self.saved.emit(saved, sentence)


class _Picture(QWidget):
    """One A4 page, as large as there is room for. Without data the last one stays, pale, under a sentence."""

    def __init__(self) -> None:
        super().__init__()
        self._data: bytes | None = None
        self._stale = False
        self._image: QImage | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Billede af afrapporteringen"))
        theme.notifier.changed.connect(self.update)

    def is_stale(self) -> bool:
        """Whether the picture is of an earlier text, because today's is too long."""
        return self._stale

    def forget(self) -> None:
        self._data = self._image = None

    def show_page(self, data: bytes | None) -> None:
        self._stale = data is None
        if data is not None and data != self._data:
            self._data, self._image = data, None
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(397, 562)

    def minimumSizeHint(self) -> QSize:
        # Lower than a page looks good: beside a running clock there is less room.
        return QSize(100, 140)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        look = theme.current()
        wide = min(self.width() - 2, int((self.height() - 2) / _A4))
        page = QRectF((self.width() - wide) // 2, 1, wide, round(wide * _A4))
        painter.fillRect(page, Qt.GlobalColor.white)
        image = self._page_image(round(wide * self.devicePixelRatioF()))
        if image is not None:
            painter.setOpacity(0.35 if self._stale else 1.0)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(page.toRect(), QPixmap.fromImage(image))
            painter.setOpacity(1.0)
        painter.setPen(look.color("lineStrong"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(page.adjusted(-0.5, -0.5, 0.5, 0.5))
        if self._stale:
            self._paint_note(painter, page)

    def _page_image(self, pixels: int) -> QImage | None:
        if self._data is None or pixels < 10:
            return None
        if self._image is None or self._image.width() != pixels:
            pages = paper.Pages(self._data)
            self._image = pages.picture(0, pixels)
            pages.close()
        return self._image

    def _paint_note(self, painter: QPainter, page: QRectF) -> None:
        words = (
            self.tr("Sådan så arket ud, da det sidst kunne være på siden.")
            if self._image is not None
            else self.tr("Der står mere, end der er plads til på én side.")
        )
        font = theme.current().font("bodyStrong", size=15)
        box = QRectF(page.left() + 16, page.center().y() - 40, page.width() - 32, 80)
        paint.rounded(painter, box, 8, "mustTint", "mustLine")
        painter.setFont(font)
        painter.setPen(theme.current().color("mustInk"))
        inner = box.adjusted(12, 8, -12, -8)
        painter.drawText(inner, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, words)


class _Gauge(Card):
    """How full the page is, in words and as a bar; when it is too full, where to shorten."""

    place_wanted = Signal(str, str, str)

    def __init__(self) -> None:
        super().__init__(padding=14, spacing=4)
        top = QGridLayout()
        top.setHorizontalSpacing(12)
        top.setVerticalSpacing(0)
        self.title = Label("", "bodyStrong", weight=700)
        self._top = top
        self._side = QWidget()
        side = QHBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(6)
        self._sign = QLabel()
        self.state = Label("", "bodyStrong", size=15)
        side.addWidget(self._sign)
        side.addWidget(self.state)
        side.addStretch(1)
        top.addWidget(self.title, 0, 0)
        top.addWidget(self._side, 0, 1, Qt.AlignmentFlag.AlignRight)
        self.body.addLayout(top)
        self.bar = _Bar()
        self.body.addWidget(self.bar)
        self._foot = QWidget()
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.addWidget(Label(self.tr("tom"), "caption", "ink3"))
        foot.addStretch(1)
        foot.addWidget(ElidedLabel(self.tr("1 side – mere må det ikke fylde"), "caption", "ink3"))
        self.body.addWidget(self._foot)
        self._links = QWidget()
        links = QVBoxLayout(self._links)
        links.setContentsMargins(0, 0, 0, 0)
        links.setSpacing(0)
        links.addWidget(Label(self.tr("Her fylder teksten mest:"), "caption", "ink2"))
        self.links: list[_Link] = []
        for _ in range(_LINKS):
            link = _Link()
            link.place_wanted.connect(self.place_wanted)
            self.links.append(link)
            links.addWidget(link)
        self.body.addWidget(self._links)
        self._measured: PageFill | None = None
        theme.notifier.changed.connect(self._recolour)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        """Both beside each other where there is room, else below each other."""
        room = self.width() - 28
        need = self.title.sizeHint().width() + 12 + self._side.sizeHint().width()
        self._top.removeWidget(self._side)
        if need <= room:
            self._top.addWidget(self._side, 0, 1, Qt.AlignmentFlag.AlignRight)
        else:
            self._top.addWidget(self._side, 1, 0, Qt.AlignmentFlag.AlignLeft)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, super().minimumSizeHint().height())

    def show_fill(self, fill: PageFill) -> None:
        self._measured = fill
        over = fill.state == "over"
        if over:
            self.title.set_text(self.tr("Fylder {number} sider").format(number=fill.number()))
            self.state.set_text(self.tr("Forkort ca. {lines}").format(lines=fill.over_words()))
        else:
            self.title.set_text(self.tr("Fylder {number} af 1 A4-side").format(number=fill.number()))
            self.state.set_text(fill.words())
        self.bar.set_fill(fill.fill, fill.state)
        self.setAccessibleName(f"{self.title.text()}. {self.state.text()}")
        self._foot.setVisible(not over)
        self._links.setVisible(over and bool(fill.longest))
        for link, place in zip(self.links, [*fill.longest[:_LINKS], *[None] * _LINKS], strict=False):
            link.show_place(place)
        self._recolour()
        self._lay_out()

    def _recolour(self) -> None:
        state = self._measured.state if self._measured is not None else "ok"
        icon, token = {"ok": ("check", "okInk"), "near": ("warn", "warnInk"), "over": ("warn", "mustInk")}[
            state
        ]
        self._sign.setPixmap(icons.pixmap(icon, token, 18))
        self.state.set_token(token)
        self.title.set_token("mustInk" if state == "over" else "ink")
        self.set_look(line="mustLine" if state == "over" else "line")


class _Bar(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.share, self.state = 0.0, "ok"
        self.setFixedHeight(16)
        theme.notifier.changed.connect(self.update)

    def set_fill(self, share: float, state: str) -> None:
        self.share, self.state = share, state
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, rect = QPainter(self), QRectF(self.rect())
        paint.rounded(painter, rect, 4, "surface", "lineStrong")
        token = {"ok": "primary", "near": "warnInk", "over": "must"}[self.state]
        inner = rect.adjusted(1, 1, -1, -1)
        inner.setWidth(inner.width() * min(1.0, self.share))
        painter.setClipRect(inner)
        paint.rounded(painter, rect.adjusted(1, 1, -1, -1), 3, token)


class _Link(Button):
    """A field that fills much; pressing it goes there."""

    place_wanted = Signal(str, str, str)

    def __init__(self) -> None:
        super().__init__("", "link", "arrow-r", small=True, align="left")
        self._place: FieldFill | None = None
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._go)

    def show_place(self, place: FieldFill | None) -> None:
        self._place = place
        self.setVisible(place is not None)
        if place is not None:
            self.set_text(place.words())
            self.setToolTip(place.words())

    def minimumSizeHint(self) -> QSize:
        return QSize(80, 36)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), 36)

    def _go(self) -> None:
        if self._place is not None:
            self.place_wanted.emit(self._place.kind.__name__, self._place.id, self._place.field)
