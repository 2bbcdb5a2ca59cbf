"""Above a board with a sheet for each theme: which theme it is, its time, and on to the next."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trivselsdesk.domain import part, theme_time
from trivselsdesk.domain.commands.agreeing import SetThemeTime
from trivselsdesk.domain.danish import plural, shortened
from trivselsdesk.domain.pack import Tool
from trivselsdesk.domain.plan import active_initiatives
from trivselsdesk.domain.theme_time import Share
from trivselsdesk.domain.timing import allotted
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.clock.clockwork import Clockwork, digits
from trivselsdesk.ui.widgets.buttons import Button
from trivselsdesk.ui.widgets.fields import ChoiceField, flush_all
from trivselsdesk.ui.widgets.labels import ElidedLabel, Label

_SIGNS = 48


class ThemeBar(QWidget):
    """The time of a theme is a share of the part's own, so that the two never disagree."""

    moved = Signal()
    """The time of the part was changed."""

    def __init__(self, bridge: Bridge, clockwork: Clockwork, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge, self._work = bridge, clockwork
        self._wanted = 0
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 4, 0)
        row.setSpacing(12)
        self._label = Label(self.tr("Tema"), "caption", "ink2")
        row.addWidget(self._label)
        self.themes = ChoiceField(name=self.tr("Tema, der tales om"))
        self.themes.setFixedWidth(330)
        self.themes.edited.connect(self._begin)
        row.addWidget(self.themes)
        self.time = ElidedLabel("", "body", "ink2")
        row.addWidget(self.time, 1)
        self.longer = Button("", "ghost", "clock", small=True)
        self.longer.clicked.connect(self._make_longer)
        row.addWidget(self.longer)
        self.next = Button(self.tr("Næste tema"), "tint", icon_after="arrow-r", small=True)
        self.next.clicked.connect(self.take_next)
        row.addWidget(self.next)
        self.hide()

    def show_part(self, tool: Tool | None) -> None:
        """Show the themes of the part under way; nothing where its tool does not take them one by one."""
        slot = self._work.shown()
        board = part.sheets_of(self._work.pack, tool) if tool is not None else None
        self.setVisible(board is not None)
        if board is None or slot is None:
            return
        self._wanted = board.minutes
        book = self._work.book
        found = active_initiatives(book)
        names = [(each.id, shortened(each.name.strip(), _SIGNS) or self.tr("Uden navn")) for each in found]
        self.themes.set_options(names)
        self.themes.set_value(theme_time.at_hand(book, slot))
        self._label.setVisible(bool(found))
        self.themes.setVisible(bool(found))
        self.tick()

    def tick(self) -> None:
        """Draw the time as it is now."""
        if self.isHidden():
            return
        held = self._share()
        self.next.setVisible(bool(held and theme_time.following(self._work.book, held)))
        missing = self._missing()
        self.longer.setVisible(missing > 0)
        if missing > 0:
            words = self.tr("Giv hvert tema {minutes} min")
            self.longer.setText(words.format(minutes=self._wanted))
        if not active_initiatives(self._work.book):
            self.time.set_text(self.tr("Ingen temaer er valgt endnu. Det, I hænger op nu, står uden tema."))
        elif held is None:
            self.time.set_text("")
        elif held.left <= 0:
            self.time.set_text(self.tr("Temaets tid er gået"))
        else:
            self.time.set_text(self._left_words(held))

    def take_next(self) -> None:
        """Give the time to the theme that comes next."""
        held = self._share()
        target = theme_time.following(self._work.book, held) if held else ""
        if target:
            self._begin(target)

    def _left_words(self, held: Share) -> str:
        left = self.tr("{time} tilbage til temaet").format(time=digits(held.left))
        waiting = len(held.waiting)
        if not waiting:
            return left
        rest = plural(waiting, self.tr("tema venter"), self.tr("temaer venter"))
        return f"{left} · {rest}"

    def _begin(self, initiative_id: object) -> None:
        slot = self._work.shown()
        if slot is None or not initiative_id:
            return
        flush_all()
        now = self._bridge.seconds()
        time = theme_time.begun(self._work.book, self._work.meeting, slot, str(initiative_id), now)
        self._bridge.run(SetThemeTime(programme_id=self._work.programme_id, time=time))

    def _share(self) -> Share | None:
        slot = self._work.current()
        if slot is None:
            return None
        return theme_time.share(self._work.book, self._work.meeting, slot, self._bridge.seconds())

    def _missing(self) -> int:
        """Minutes that the part lacks for all themes to have what the process gives each of them."""
        slot = self._work.current()
        if slot is None or not self._wanted:
            return 0
        wanted = self._wanted * len(active_initiatives(self._work.book))
        return max(0, round(wanted - allotted(self._work.book, self._work.meeting, slot) / 60))

    def _make_longer(self) -> None:
        missing = self._missing()
        if missing and self._work.add(missing):
            self.moved.emit()
            self.tick()
