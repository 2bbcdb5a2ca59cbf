"""The start room: today's meeting, the programmes, and the ways to begin."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QHideEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from trivselsdesk.store.store import ChangeSet
from trivselsdesk.ui import theme
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.room import Room
from trivselsdesk.ui.start import views
from trivselsdesk.ui.start.bar import MARGIN, StartBar
from trivselsdesk.ui.start.deeds import Deeds
from trivselsdesk.ui.start.hero import Hero
from trivselsdesk.ui.start.listing import ProgrammeList, shelf_of
from trivselsdesk.ui.start.side import Side
from trivselsdesk.ui.widgets import icons
from trivselsdesk.ui.widgets.card import ScrollArea
from trivselsdesk.ui.widgets.empty import EmptyState
from trivselsdesk.ui.widgets.labels import Label

NARROW = 1280
TOP = 32
MINUTE = 60_000
PACK_PAUSE_MS = 10
"""Between two processes that are read, so that a key pressed meanwhile is answered at once."""
IN_VIEW = 24
"""Px of air around what Tab has come to."""


class StartRoom(Room):
    """Shows all programmes, so it has no programme of its own."""

    help_wanted = Signal()
    open_programme = Signal(str, str)
    """Show a programme: its id and the phase, or no phase for the one it has come to."""
    start_wanted = Signal()
    """Start the meeting of the programme that was just opened."""
    restore_wanted = Signal(str)
    """Put the backup at this path in the place of the database."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self.setAcceptDrops(True)
        self._dragging = False
        self._day = bridge.today()
        self.deeds = Deeds(bridge, self)
        self.deeds.made.connect(self._show)
        self.deeds.said.connect(self.toast)
        self.deeds.said_with_undo.connect(self.undo_toast)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.bar = StartBar()
        self.bar.settings_wanted.connect(self.show_settings)
        self.bar.help_wanted.connect(self.help_wanted)
        column.addWidget(self.bar)
        self._page = QHBoxLayout()
        column.addLayout(self._page, 1)
        self._page.addWidget(self._make_left(), 1)
        self._right = ScrollArea(margins=(0, TOP, 4, 24))
        self.side = Side()
        self.side.packs.chosen.connect(self.new_programme)
        self.side.example_wanted.connect(self.try_example)
        self.side.file_wanted.connect(self.choose_file)
        self.side.fetch_wanted.connect(self.fetch_process)
        self.side.folder_wanted.connect(self.open_own_folder)
        self._right.body.addWidget(self.side)
        self._page.addWidget(self._right)
        self._timer = QTimer(self)
        self._timer.setInterval(MINUTE)
        self._timer.timeout.connect(self._look_at_clock)
        self._reading = QTimer(self)
        self._reading.setInterval(PACK_PAUSE_MS)
        self._reading.timeout.connect(self._read_one_pack)
        self._list_first = False
        theme.notifier.changed.connect(self._recolour)
        self._recolour()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._bring_into_view)
        if bridge.store.readonly:
            self._only_read()

    def show_list_first(self) -> None:
        """Paint the programmes before the processes are read: those are seldom used at a start."""
        self._list_first = True
        self.side.hide()

    def _read_one_pack(self) -> None:
        if not self.bridge.library.read_ahead():
            self._reading.stop()
            self._list_first = False
            self._show_packs()

    def _show_packs(self) -> None:
        if self._list_first:
            return
        self.side.show()
        self.side.packs.show_packs(self.bridge.library.packs, self.bridge.library.faulty)
        self._order_tab()

    def _only_read(self) -> None:
        """Nothing can be written: what begins something new is off, and says why."""
        self.setAcceptDrops(False)
        why = self.tr("Forløbene kan kun læses lige nu")
        for widget in (self.side.packs, self.side.example, self.side.file, self.empty.button):
            widget.setEnabled(False)
            widget.setToolTip(why)

    def _make_left(self) -> QWidget:
        self._left = left = ScrollArea(margins=(0, TOP, 4, 20), spacing=0)
        self.hero = Hero()
        self.hero.start_wanted.connect(self._start_meeting)
        self.hero.prepare_wanted.connect(self._prepare)
        self.hero.print_wanted.connect(self._print)
        left.body.addWidget(self.hero)
        self._below_hero = QWidget()
        self._below_hero.setFixedHeight(24)
        left.body.addWidget(self._below_hero)
        self.list = ProgrammeList()
        self.list.opened.connect(self._open)
        self.list.chosen.connect(self.deeds.do)
        self.list.shelf_changed.connect(self.refresh)
        self.list.set_only_reading(self.bridge.store.readonly)
        left.body.addWidget(self.list)
        self.empty = EmptyState(
            self.tr("Vælg en proces til højre"),
            self.tr("Så ligger jeres forløb her. Eller se først, hvordan det ser ud for andre."),
            icon="note",
            button=self.tr("Prøv eksemplet"),
            button_icon="sparkle",
        )
        self.empty.setMinimumHeight(400)
        self.empty.pressed.connect(self.try_example)
        left.body.addWidget(self.empty)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 14, 0, 0)
        foot.setSpacing(8)
        self._lock = QLabel()
        foot.addWidget(self._lock)
        words = self.tr("Alt gemmes kun på denne computer. Intet sendes over nettet.")
        foot.addWidget(Label(words, "caption", "ink3", wrap=True), 1)
        left.body.addLayout(foot)
        left.body.addStretch(1)
        return left

    # What is shown

    def refresh(self) -> None:
        """Show the programmes and processes as they are."""
        self._day = self.bridge.today()
        programmes = self.bridge.programmes()
        counts = {"open": 0, "closed": 0, "deleted": 0}
        for each in programmes:
            counts[shelf_of(each)] += 1
        self.hero.show_view(views.hero_view(self.bridge, programmes))
        self._below_hero.setVisible(not self.hero.isHidden())
        shelf = self.list.shelf if counts[self.list.shelf] or self.list.shelf != "deleted" else "open"
        shown = [views.row_view(self.bridge, each) for each in programmes if shelf_of(each) == shelf]
        self.list.show_shelf(counts, shown)
        self.list.setVisible(bool(programmes))
        self.empty.setVisible(not programmes)
        self._show_packs()

    def _order_tab(self) -> None:
        """Tab goes through the meeting, the list row by row, what begins something new, and the bar."""
        hero = self.hero
        stops: list[QWidget] = [hero.start, hero.prepare, hero.print]
        for row in self.list.in_order():
            stops += [row.open_button, row.more]
        stops += [*self.list.shelves.findChildren(QAbstractButton), self.empty.button]
        stops += self.side.packs.findChildren(QAbstractButton)
        stops += [self.side.own, self.side.example, self.side.file, self.bar.settings, self.bar.help]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _bring_into_view(self, old: QWidget | None, new: QWidget | None) -> None:
        """What Tab comes to is seen. A click is left alone: it must not move what it is aimed at."""
        if new is None or QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            return
        for area in (self._left, self._right):
            if area.isAncestorOf(new):
                area.ensureWidgetVisible(new, 0, IN_VIEW)

    def take(self, changes: ChangeSet) -> None:
        """Something was committed."""
        self.refresh()

    def _look_at_clock(self) -> None:
        if self.bridge.today() != self._day:
            self.refresh()

    def _recolour(self) -> None:
        self._lock.setPixmap(icons.pixmap("lock", "ink3", 18))

    # Beginning

    def new_programme(self, pack_id: str) -> None:
        """Ask for the names of the workplace and the organisation, and make a programme."""
        from trivselsdesk.ui.start import asking, making

        shelf = self.bridge.library.find(pack_id)
        if shelf is None:
            return
        answer = asking.ask(self, shelf.pack)
        if answer is not None:
            self._show(making.new(self.bridge, pack_id, *answer))

    def try_example(self) -> None:
        """Open a copy of the example."""
        from trivselsdesk.ui.start import making

        self._show(making.example(self.bridge))

    def fetch_process(self) -> None:
        """Ask for the folder of a process, and copy it to the unit's own."""
        from trivselsdesk.ui.own_folder import choose_folder
        from trivselsdesk.ui.start.fetching import fetch

        folder = choose_folder(self.window(), self.tr("Vælg processens mappe"))
        if folder is None:
            return
        sentence = fetch(self.window(), self.bridge.library, folder)
        if sentence:
            self.toast.emit("check", sentence)
        self.refresh()

    def open_own_folder(self) -> None:
        """Show where the unit's own processes lie."""
        from trivselsdesk.ui.own_folder import open_own_folder

        open_own_folder(self.window())

    def choose_file(self) -> None:
        """Ask for a file and open it."""
        from trivselsdesk.store.exchange import ENDING

        pattern = self.tr("Forløb ({pattern})").format(pattern=f"*{ENDING}")
        path, _ = QFileDialog.getOpenFileName(self, self.tr("Åbn et forløb"), "", pattern)
        if path:
            self.open_file(path)

    def open_file(self, path: str) -> None:
        """Take the programme of a file in as one of our own."""
        from trivselsdesk.ui.start import file_words, making
        from trivselsdesk.ui.widgets.dialog import tell

        try:
            programme_id = making.from_file(self.bridge, Path(path))
        except making.CannotOpen as problem:
            tell(self, self.tr("Vi kan ikke åbne filen"), file_words.refused(problem.reason, Path(path).name))
            return
        self._show(programme_id)

    def _show(self, programme_id: str) -> None:
        if programme_id:
            self.open_programme.emit(programme_id, "")

    # The meeting on top

    def _start_meeting(self, programme_id: str) -> None:
        self._open_room(programme_id, "run")
        self.start_wanted.emit()

    def _prepare(self, programme_id: str) -> None:
        self._open_room(programme_id, "prepare")

    def _print(self, programme_id: str) -> None:
        self._open_room(programme_id, "prepare")
        self.open_document.emit("drejebog")

    def _open_room(self, programme_id: str, room: str) -> None:
        phases = self.bridge.pack(programme_id).phases
        phase = next((each.id for each in phases if each.room == room), "")
        self.open_programme.emit(programme_id, phase)

    # The list

    def _open(self, programme_id: str) -> None:
        self.open_programme.emit(programme_id, "")

    def new_cycle(self, programme_id: str) -> None:
        """Ask for the name, and begin the round after this programme."""
        self.deeds.new_cycle(programme_id)

    # Settings

    def show_settings(self) -> None:
        """The few choices of this machine."""
        from trivselsdesk.ui.start.settings import SettingsDialog

        dialog = SettingsDialog(self.bridge, self.window())
        dialog.restore_wanted.connect(self.restore_wanted)
        dialog.exec()
        dialog.deleteLater()

    # Files dragged in, and the window's size

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _files(event):
            self._set_dragging(True)
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._set_dragging(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._set_dragging(False)
        event.acceptProposedAction()
        for path in _files(event):
            self.open_file(path)

    def _set_dragging(self, dragging: bool) -> None:
        self._dragging = dragging
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._list_first and not self._reading.isActive():
            self._reading.start()
        if self._dragging:
            painter = QPainter(self)
            painter.setPen(QPen(theme.current().color("primary"), 3))
            painter.drawRect(self.rect().adjusted(2, self.bar.height() + 2, -3, -3))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= NARROW
        edge = MARGIN if wide else 24
        self._page.setContentsMargins(edge, 0, edge - 4, 0)
        self._page.setSpacing(36 if wide else 16)
        self._right.setFixedWidth(408 if wide else 344 if self.width() >= 1093 else 300)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.bridge.library.refresh()
        self.refresh()
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()
        self._reading.stop()
        super().hideEvent(event)


def _files(event: QDropEvent) -> list[str]:
    """The programmes among what is being dragged."""
    from trivselsdesk.store.exchange import ENDING

    urls = event.mimeData().urls()
    return [
        url.toLocalFile() for url in urls if url.isLocalFile() and url.toLocalFile().lower().endswith(ENDING)
    ]
