"""One programme in the list of the start room."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QEnterEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QVBoxLayout, QWidget

from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.records import Programme
from trivselsdesk.ui import theme
from trivselsdesk.ui.start.inside import Part
from trivselsdesk.ui.start.pack_picture import PackPicture
from trivselsdesk.ui.start.words import Line
from trivselsdesk.ui.widgets import icons
from trivselsdesk.ui.widgets.buttons import Button, IconButton
from trivselsdesk.ui.widgets.labels import ElidedLabel
from trivselsdesk.ui.widgets.progress import PhaseBar

HEIGHT = 92
MARGINS = (16, 0, 8, 0)
GAP = 16
ROOMY = 720
"""Below this width the words need the room of the picture."""
PICTURE = 44
SHARES = (22, 22, 23)
"""How the three columns of words share the width."""


@dataclass(frozen=True)
class RowView:
    """What a row shows. Without ``phases`` the process cannot be read, and the row cannot be opened."""

    programme: Programme
    picture: str
    process: str
    phase: str
    phase_index: int
    phases: int
    share: float
    status: Line
    next_step: str
    when: Line | None
    may_go_on: bool = False
    """Whether a new round can begin after it."""


class _Marked(QWidget):
    """A small icon with words beside it."""

    def __init__(self, lines: int = 1) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(5)
        self._sign = QLabel()
        self.words = ElidedLabel("", "body", "ink2", size=15, lines=lines)
        row.addWidget(self._sign)
        row.addWidget(self.words, 1)
        self._line: Line | None = None
        theme.notifier.changed.connect(self._redraw)

    def show_line(self, line: Line | None, weight: int | None = None) -> None:
        if line is not None and line != self._line:
            self.words.set_role("body", size=15, weight=600 if line.token == "mustInk" else weight)
            self.words.set_token(line.token)
            self.words.set_text(line.words)
        self._line = line
        self._redraw()

    def _redraw(self) -> None:
        self._sign.setVisible(self._line is not None)
        self.words.setVisible(self._line is not None)
        if self._line is not None:
            self._sign.setPixmap(icons.pixmap(self._line.icon, self._line.token, 16))


def column(*widgets: QWidget | QHBoxLayout, spacing: int = 0) -> QVBoxLayout:
    """Widgets over each other, in the middle of the row's height."""
    box = QVBoxLayout()
    box.setSpacing(spacing)
    box.addStretch(1)
    for each in widgets:
        if isinstance(each, QWidget):
            box.addWidget(each)
        else:
            box.addLayout(each)
    box.addStretch(1)
    return box


class ProgrammeRow(Part):
    """A click anywhere opens it; the rest is in the menu."""

    opened = Signal(str)
    chosen = Signal(str, str)
    """The programme and what to do with it: ``cycle rename copy close reopen save delete restore``."""

    def __init__(self, view: RowView, *, only_reading: bool = False, parent: QWidget | None = None) -> None:
        super().__init__("surface", line=True, parent=parent)
        self._only_reading = only_reading
        self.view = view
        self.setFixedHeight(HEIGHT)
        row = QHBoxLayout(self)
        row.setContentsMargins(*MARGINS)
        row.setSpacing(GAP)
        self._picture = PackPicture(view.picture, PICTURE)
        row.addWidget(self._picture)
        self.name = ElidedLabel("", "bodyStrong", size=17, weight=700, lines=2)
        self._process = ElidedLabel("", "body", "ink2", size=15, lines=2)
        row.addLayout(column(self.name, self._process), SHARES[0])
        self.phase = ElidedLabel("", "bodyStrong", weight=700)
        self._number = ElidedLabel("", "caption", "ink3")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.phase)
        head.addWidget(self._number, 1)
        self._bar = PhaseBar()
        self.status = _Marked(lines=2)
        row.addLayout(column(head, self._bar, self.status, spacing=2), SHARES[1])
        self.next = ElidedLabel("", "bodyStrong", lines=2)
        self.when = _Marked()
        row.addLayout(column(self.next, self.when), SHARES[2])
        buttons = QHBoxLayout()
        buttons.setSpacing(4)
        self.open_button = Button(self.tr("Åbn"))
        self.open_button.setFixedWidth(76)
        self.more = IconButton("more", "", side=36)
        self.open_button.clicked.connect(self._main)
        self.more.clicked.connect(self._show_menu)
        buttons.addWidget(self.open_button)
        buttons.addWidget(self.more)
        row.addLayout(buttons)
        self.show_view(view)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._picture.setVisible(self.width() >= ROOMY)

    def show_view(self, view: RowView) -> None:
        """Draw it as it is now."""
        self.view = view
        programme = view.programme
        name = programme.name or self.tr("Uden navn")
        self._picture.set_name(view.picture)
        self._picture.set_way(view.phase_index, view.phases)
        self.name.set_text(name)
        self._process.set_text(view.process)
        self.phase.set_text(view.phase)
        self._number.set_text(
            self.tr("fase {number} af {count}").format(number=view.phase_index + 1, count=view.phases)
            if view.phases
            else ""
        )
        self._bar.setVisible(view.phases > 0)
        self._bar.set_phases(view.phases, view.phases if programme.closed else view.phase_index, view.share)
        self.status.show_line(view.status, 600)
        self.next.set_text(view.next_step)
        self.when.show_line(view.when)
        back = programme.deleted
        self.open_button.setText(self.tr("Gendan") if back else self.tr("Åbn"))
        self.open_button.setFixedWidth(96 if back else 76)
        self.open_button.setEnabled(not self._only_reading if back else view.phases > 0)
        pattern = self.tr("Gendan {name}") if back else self.tr("Åbn {name}")
        self.open_button.setAccessibleName(pattern.format(name=name[:80]))
        self.more.set_tooltip(self.tr("Mere om {name}").format(name=name[:80]))
        self.more.setVisible(not back)
        self.setCursor(Qt.CursorShape.PointingHandCursor if self._opens() else Qt.CursorShape.ArrowCursor)

    def menu(self) -> QMenu:
        """Everything that can be done with the programme besides opening it."""
        closed = self.view.programme.closed
        menu = QMenu(self)
        if self._only_reading:
            menu.addAction(icons.icon("export"), self.tr("Gem som fil …"), self._save)
            return menu
        if self.view.may_go_on:
            menu.addAction(icons.icon("sparkle"), self.tr("Begynd en ny runde …"), self._cycle)
            menu.addSeparator()
        menu.addAction(icons.icon("pencil"), self.tr("Omdøb …"), self._rename)
        menu.addAction(icons.icon("copy"), self.tr("Lav en kopi"), self._copy)
        if closed:
            menu.addAction(icons.icon("play"), self.tr("Genoptag"), self._reopen)
        else:
            menu.addAction(icons.icon("check"), self.tr("Afslut"), self._close)
        menu.addAction(icons.icon("export"), self.tr("Gem som fil …"), self._save)
        menu.addSeparator()
        menu.addAction(icons.icon("trash"), self.tr("Slet …"), self._delete)
        return menu

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        inside = self.rect().contains(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and inside and self._opens():
            self.opened.emit(self.view.programme.id)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if not self.view.programme.deleted:
            self._pop_up(event.globalPos())

    def enterEvent(self, event: QEnterEvent) -> None:
        self.set_fill("canvas" if self._opens() else "surface")
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.set_fill("surface")
        super().leaveEvent(event)

    def _opens(self) -> bool:
        return self.view.phases > 0 and not self.view.programme.deleted

    def _main(self) -> None:
        if self.view.programme.deleted:
            self._choose("restore")
        else:
            self.opened.emit(self.view.programme.id)

    def _show_menu(self) -> None:
        self._pop_up(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _pop_up(self, place: QPoint) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def _choose(self, what: str) -> None:
        self.chosen.emit(self.view.programme.id, what)

    def _rename(self) -> None:
        self._choose("rename")

    def _cycle(self) -> None:
        self._choose("cycle")

    def _copy(self) -> None:
        self._choose("copy")

    def _close(self) -> None:
        self._choose("close")

    def _reopen(self) -> None:
        self._choose("reopen")

    def _save(self) -> None:
        self._choose("save")

    def _delete(self) -> None:
        self._choose("delete")
