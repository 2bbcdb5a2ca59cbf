"""The room after the meeting: the statuspil and the other ways to keep hold of what was agreed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLayout, QStackedWidget, QVBoxLayout, QWidget

from trivselsdesk.domain.cycle import may_begin
from trivselsdesk.store.store import ChangeSet
from trivselsdesk.ui import places, theme
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.follow import sections
from trivselsdesk.ui.follow.section import Section
from trivselsdesk.ui.room import Room
from trivselsdesk.ui.widgets.buttons import Button
from trivselsdesk.ui.widgets.fields import flush_all
from trivselsdesk.ui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from trivselsdesk.domain.wall.follow import FollowScene


class FollowRoom(Room):
    """Tabs, and the page of the one that is open. With one page only there are no tabs."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self._sections: dict[str, Section] = {}
        self._kinds: tuple[str, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._cycle = Button(self.tr("Ny runde"), icon="sparkle")
        self._cycle.setToolTip(self.tr("Begynd en ny runde"))
        self._cycle.setParent(self)
        self._cycle.hide()
        self._cycle.clicked.connect(self.cycle_wanted)
        self._bar = QWidget()
        bar = QVBoxLayout(self._bar)
        bar.setContentsMargins(24, 12, 24, 0)
        self.tabs = Segmented((), name=self.tr("Sider"))
        self.tabs.chosen.connect(self.open_page)
        bar.addWidget(self.tabs, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._bar)
        self._stack = QStackedWidget()
        column.addWidget(self._stack, 1)
        theme.notifier.changed.connect(self.update)

    @property
    def section(self) -> Section | None:
        """The page that is open."""
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, Section) else None

    def page(self, kind: str) -> Section:
        """The page of a kind, made when it is first asked for."""
        if kind not in self._sections:
            made = sections.MAKERS[kind](self.bridge)
            made.go.connect(self.go)
            made.page_wanted.connect(self.open_page)
            made.open_document.connect(self.open_document)
            made.toast.connect(self.toast)
            made.undo_toast.connect(self.undo_toast)
            made.actions_changed.connect(self.actions_changed)
            made.followed.connect(self.followed)
            self._sections[kind] = made
            self._stack.addWidget(made)
        return self._sections[kind]

    def show_programme(self, programme_id: str, phase_id: str) -> None:
        self.programme_id, self.phase_id = programme_id, phase_id
        phase = next((each for each in self.pack.phases if each.id == phase_id), None)
        wanted = phase.pages if phase is not None and phase.pages else ("status",)
        self._kinds = tuple(kind for kind in wanted if kind in sections.MAKERS) or ("status",)
        self.tabs.set_options([(kind, places.page_title(kind), None) for kind in self._kinds])
        self._bar.setVisible(len(self._kinds) > 1)
        left = self.bridge.setting(self._key(), self._kinds[0])
        self._open(left if left in self._kinds else self._kinds[0])
        # Or Qt hands the focus to the bar above; the first Tab leads to the first line.
        self.setFocus(Qt.FocusReason.NoFocusReason)

    def open_page(self, kind: str) -> None:
        """Open a page of this room."""
        if kind in self._kinds:
            flush_all()
            self._open(kind)
            self.bridge.remember(self._key(), kind)

    def _open(self, kind: str) -> None:
        before, page = self.section, self.page(kind)
        if before is not None and before is not page:
            before.leave()
        self.tabs.set_value(kind)
        self._stack.setCurrentWidget(page)
        page.show_programme(self.programme_id)
        self.actions_changed.emit()
        self.followed.emit(page.on_wall())

    def _key(self) -> str:
        return places.follow_page(self.programme_id, self.phase_id)

    def take(self, changes: ChangeSet) -> None:
        if self.section is not None:
            self.section.take(changes)

    def refresh(self) -> None:
        if self.programme_id and self.section is not None:
            self.section.refresh()

    def leave(self) -> None:
        flush_all()
        if self.section is not None:
            self.section.leave()
        self.followed.emit(None)

    def actions_here(self) -> dict[str, Callable[[], object]]:
        return self.section.actions_here() if self.section is not None else {}

    def header_button(self) -> QWidget | None:
        if self.bridge.store.readonly or not may_begin(self.book, self.pack):
            return None
        return self._cycle

    def document(self) -> str:
        return self.section.document() if self.section is not None else ""

    def on_wall(self) -> FollowScene | None:
        return self.section.on_wall() if self.section is not None else None

    def turn(self, steps: int) -> None:
        if self.section is not None:
            self.section.turn(steps)

    def foot(self) -> int:
        return self.section.foot() if self.section is not None else 0

    def minimumSizeHint(self) -> QSize:
        return QSize(880, 480)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme.current().color("canvas"))
