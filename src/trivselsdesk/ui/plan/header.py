"""The head of the handleplan: which initiative, its name, and the two ways to look at it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStyle, QStyleOptionFrame, QVBoxLayout, QWidget

from trivselsdesk.domain.pack import Aid
from trivselsdesk.domain.records import Initiative
from trivselsdesk.ui import theme
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.plan.cells import QUIET, set_quiet
from trivselsdesk.ui.widgets import icons, paint
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
    aid_wanted = Signal(str)
    """One of the tools that lie ready in the part of the meeting: its id."""
    signup_wanted = Signal()

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
        self.name = _Title("", self.tr("Giv indsatsområdet et navn"), name=self.tr("Indsatsområdets navn"))
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
        if len(views) < 2:
            self.switch.hide()
        row.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignVCenter)
        self.groups_button = Button(self.tr("Del i grupper"), icon="users", small=True)
        self.groups_button.clicked.connect(self._to_groups)
        self.groups_button.hide()
        row.addWidget(self.groups_button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.tools_button = Button(self.tr("Værktøjer"), icon_after="chev-d", small=True)
        self.tools_button.clicked.connect(self._open_tools)
        self.tools_button.hide()
        row.addWidget(self.tools_button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._aids: tuple[Aid, ...] = ()
        self._tools = QMenu(self)
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
        self._show_tools()

    def show_heading(self, caption: str, heading: str) -> None:
        """Show words that are not an initiative's."""
        self.caption.set_text(caption)
        self.heading.set_text(heading)
        self.heading.show()
        self.name.hide()
        self.more.hide()

    def show_aids(self, aids: tuple[Aid, ...]) -> None:
        """The tools that lie ready in the part of the meeting under way; none outside it."""
        if aids != self._aids:
            self._aids = aids
            self._show_tools()

    def fill_tools(self) -> QMenu:
        """The tools as a menu, each with when it helps."""
        self._tools.clear()
        for aid in self._aids:
            words = f"{aid.title} – {aid.when}" if aid.when else aid.title
            choice = self._tools.addAction(words.replace("&", "&&"))
            choice.setData(aid.id)
            choice.triggered.connect(self._tool_chosen)
        return self._tools

    def _show_tools(self) -> None:
        self.tools_button.setVisible(bool(self._aids))
        self.groups_button.setVisible(bool(self._groups_aid()) and self._has_room())

    def _has_room(self) -> bool:
        """Whether the groups can have their own button beside the words; they are among the tools too."""
        name = self.name.fontMetrics().horizontalAdvance(self.name.text()) + 24
        words = max(name, self.caption.sizeHint().width())
        others = (self.more, self.switch, self.tools_button, self.print_button, self.groups_button)
        shown = [each for each in others if each is self.groups_button or not each.isHidden()]
        taken = sum(each.sizeHint().width() + 8 for each in shown)
        return self.width() - 36 - taken >= words

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_tools()

    def _open_tools(self) -> None:
        self.fill_tools().popup(self.tools_button.mapToGlobal(self.tools_button.rect().bottomLeft()))

    def _tool_chosen(self) -> None:
        choice = self.sender()
        if isinstance(choice, QAction):
            self.aid_wanted.emit(str(choice.data()))

    def _to_groups(self) -> None:
        self.aid_wanted.emit(self._groups_aid())

    def _groups_aid(self) -> str:
        return next((each.id for each in self._aids if each.tool.kind == "groups"), "")

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
        menu.addAction(icons.icon("users"), self.tr("Hvem er med? …"), self.signup_wanted.emit)
        menu.addSeparator()
        menu.addAction(icons.icon("trash"), self._remove_words, self.remove_wanted.emit)

    def _rename(self) -> None:
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.name.selectAll()

    def _up(self) -> None:
        self.move_wanted.emit(-1)

    def _down(self) -> None:
        self.move_wanted.emit(1)


class _Title(LineField):
    """A name that ends with »…« where it has no room and is not being written."""

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        box = self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, self)
        box = box.marginsRemoved(self.textMargins()).adjusted(2, 0, -2, 0)
        fits = self.fontMetrics().horizontalAdvance(self.text()) <= box.width()
        self.setToolTip("" if fits else self.text())
        if fits or self.hasFocus():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, option, painter, self)
        paint.text(painter, QRectF(box), self.text(), self.font(), "ink", Qt.AlignmentFlag.AlignLeft)
