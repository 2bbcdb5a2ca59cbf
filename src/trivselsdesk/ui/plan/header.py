"""The head of the handleplan: which initiative, its name, and the two ways to look at it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from trivselsdesk.domain.records import Initiative
from trivselsdesk.ui import theme
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.plan.cells import QUIET, set_quiet
from trivselsdesk.ui.widgets import icons
from trivselsdesk.ui.widgets.bound import Bound
from trivselsdesk.ui.widgets.buttons import Button, IconButton, Segmented
from trivselsdesk.ui.widgets.fields import LineField
from trivselsdesk.ui.widgets.labels import ElidedLabel

QUESTIONS = "questions"
SMTTE = "smtte"


class Header(QWidget):
    """Over the centre of the room."""

    view_chosen = Signal(str)
    print_wanted = Signal()
    move_wanted = Signal(int)
    remove_wanted = Signal()

    def __init__(self, bridge: Bridge, views: list[str], *, sheet: bool) -> None:
        super().__init__()
        self.setStyleSheet(QUIET)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 8, 16, 4)
        row.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(0)
        self.caption = ElidedLabel("", "caption", "ink3")
        words.addWidget(self.caption)
        self.heading = ElidedLabel("", "title")
        self.heading.setFixedHeight(40)
        words.addWidget(self.heading)
        self.name = LineField("", self.tr("Giv indsatsområdet et navn"), name=self.tr("Indsatsområdets navn"))
        self.name.setFont(theme.current().font("title"))
        self.name.setTextMargins(-9, 0, 0, 0)
        set_quiet(self.name, True)
        words.addWidget(self.name)
        row.addLayout(words, 1)
        self._bound = Bound(bridge, self.name, Initiative, "name")
        self.more = IconButton("more", self.tr("Flyt eller fjern indsatsområdet"))
        self.more.clicked.connect(self._open_menu)
        row.addWidget(self.more, 0, Qt.AlignmentFlag.AlignBottom)
        titles = {
            QUESTIONS: self.tr("Fem spørgsmål"),
            SMTTE: self.tr("SMTTE og ark") if sheet else self.tr("SMTTE"),
        }
        self.switch = Segmented([(each, titles[each], None) for each in views], name=self.tr("Vis som"))
        self.switch.chosen.connect(self.view_chosen)
        self.switch.setVisible(len(views) > 1)
        row.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignVCenter)
        self.print_button = Button(self.tr("Udskriv"), icon="printer", small=True)
        self.print_button.clicked.connect(self.print_wanted)
        row.addWidget(self.print_button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._menu = QMenu(self)
        self._remove_words = self.tr("Slet")

    def aim(self, programme_id: str, initiative_id: str, caption: str, *, by_hand: bool) -> None:
        """Show an initiative's name, to be changed in place."""
        self.caption.set_text(caption)
        self.heading.hide()
        self.name.show()
        self.more.show()
        self._remove_words = self.tr("Slet indsatsområdet") if by_hand else self.tr("Tag ud af handleplanen")
        self._bound.aim(programme_id, initiative_id)
        self.name.setToolTip(self.name.text() if len(self.name.text()) > 30 else "")

    def show_heading(self, caption: str, heading: str) -> None:
        """Show words that are not an initiative's."""
        self.caption.set_text(caption)
        self.heading.set_text(heading)
        self.heading.show()
        self.name.hide()
        self.more.hide()

    def _open_menu(self) -> None:
        self.fill_menu(self._menu)
        self._menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def fill_menu(self, menu: QMenu) -> None:
        """What can be done with the initiative."""
        menu.clear()
        menu.addAction(icons.icon("pencil"), self.tr("Ret navnet"), self._rename)
        menu.addAction(icons.icon("arrow-u"), self.tr("Flyt op\tAlt+↑"), self._up)
        menu.addAction(icons.icon("arrow-d"), self.tr("Flyt ned\tAlt+↓"), self._down)
        menu.addSeparator()
        menu.addAction(icons.icon("trash"), self._remove_words, self.remove_wanted.emit)

    def _rename(self) -> None:
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.name.selectAll()

    def _up(self) -> None:
        self.move_wanted.emit(-1)

    def _down(self) -> None:
        self.move_wanted.emit(1)
