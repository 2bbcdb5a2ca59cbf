"""»Siden sidst«: what the last round agreed, parked and lifted, and what becomes of each (001: F35–F37)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trivselsdesk.domain.book import Book
from trivselsdesk.domain.commands.cycle import BringUpToDate, LeaveBehind, is_behind, take_along
from trivselsdesk.domain.commands.rows import EditFields
from trivselsdesk.domain.cycle import LastTime, Thing, last_time, left_behind
from trivselsdesk.domain.danish import plural
from trivselsdesk.domain.records import Carried, Programme
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.prepare.editor import Editor
from trivselsdesk.ui.prepare.marks import Clamped
from trivselsdesk.ui.prepare.side_card import SideCard
from trivselsdesk.ui.prepare.since_row import SinceRow
from trivselsdesk.ui.widgets.buttons import Button
from trivselsdesk.ui.widgets.checkbox import Check
from trivselsdesk.ui.widgets.row_list import ListRow, RowList


class SinceCard(SideCard):
    """Hidden in a first round. The words are the programme's own, so the earlier one may be gone."""

    print_wanted = Signal()
    earlier_wanted = Signal(str)
    """Show the programme of the last round."""

    def __init__(self, editor: Editor, bridge: Bridge) -> None:
        super().__init__(self.tr("Siden sidst"), editor)
        self._bridge = bridge
        self._fresh: tuple[Carried, ...] = ()
        self._looked: tuple[object, ...] = ()
        column = self.view_column
        column.setSpacing(8)
        self.waiting = Clamped("caption", "ink2", lines=3, line_height=18)
        column.addWidget(self.waiting)
        self.newest = Button(self.tr("Hent det nyeste"), "tint", "undo", small=True)
        self.newest.clicked.connect(self._bring_up_to_date)
        column.addWidget(self.newest, 0, Qt.AlignmentFlag.AlignLeft)
        self.agreed = _Group(self.tr("Det aftalte I"))
        self.parked = _Group("")
        self.left = _Group(self.tr("Det valgte I ikke"), folded=True)
        self.lifts = _Group(self.tr("Det løftede I"))
        for group in self._groups():
            group.chosen.connect(self._choose)
            group.list.rearranged.connect(self.restructured)
            column.addWidget(group)
        self.on_wall = Check(self.tr("Vis ved velkomsten"))
        self.on_wall.setToolTip(
            self.tr("Det aftalte og svarene på det løftede står på væggen, når I begynder")
        )
        self.on_wall.clicked.connect(self._set_on_wall)
        column.addWidget(self.on_wall)
        self.print_button = Button(self.tr("Udskriv »Siden sidst«"), "plain", "printer", small=True)
        self.print_button.clicked.connect(self.print_wanted)
        column.addWidget(self.print_button)
        self.earlier = Button(self.tr("Åbn sidste runde"), "link", "arrow-r", small=True)
        self.earlier.clicked.connect(self._open_earlier)
        column.addWidget(self.earlier, 0, Qt.AlignmentFlag.AlignLeft)

    def refresh(self) -> None:
        last = last_time(self.editor.book)
        self.setVisible(bool(last.everything))
        if not last.everything:
            return
        self.waiting.show_text(self._words(last))
        self.parked.set_title(self.editor.pack.parking_title)
        for group, things in zip(
            self._groups(), (last.agreed, last.parked, last.waiting, last.lifts), strict=True
        ):
            group.show_things(things)
        self.on_wall.setChecked(self.editor.book.programme.last_on_wall)
        earlier = self._earlier()
        self.earlier.setVisible(earlier is not None and self._bridge.known_pack(earlier.id) is not None)
        self._fresh = self._look_again(earlier)
        behind = bool(self._fresh) and is_behind(self.editor.book, self._fresh)
        self.newest.setVisible(behind and not self._bridge.store.readonly)

    def _groups(self) -> tuple[_Group, ...]:
        return (self.agreed, self.parked, self.left, self.lifts)

    def _words(self, last: LastTime) -> str:
        if not last.open:
            return self.tr("Alt fra sidst er der taget stilling til.")
        things = plural(last.open, self.tr("ting"), self.tr("ting"))
        return self.tr("{things} venter på jer: Tag det med, eller lad det ligge. Intet forsvinder.").format(
            things=things
        )

    def _earlier(self) -> Programme | None:
        wanted = self.editor.book.programme.previous_id
        found = self._bridge.book(wanted).find(Programme, wanted) if wanted else None
        return found if found is not None and not found.deleted else None

    def _look_again(self, earlier: Programme | None) -> tuple[Carried, ...]:
        pack = self._bridge.known_pack(earlier.id) if earlier is not None else None
        if earlier is None or pack is None:
            self._looked = ()
            return ()
        old, today = self._bridge.book(earlier.id), self.editor.today()
        looked = (old.kept(_as_it_stands), self.editor.programme_id, today)
        if looked == self._looked:
            # Going through all its notes at every key that is pressed here would be felt.
            return self._fresh
        self._looked = looked
        return left_behind(old, pack, self.editor.programme_id, today)

    def _choose(self, carried_id: str, what: str) -> None:
        editor = self.editor
        if what in ("left", "back"):
            command = LeaveBehind(
                programme_id=editor.programme_id, carried_id=carried_id, back=what == "back"
            )
            editor.run(command)
        elif editor.book.find(Carried, carried_id) is not None:
            editor.run(take_along(editor.book, editor.pack, carried_id, what))

    def _set_on_wall(self, on: bool) -> None:
        programme_id = self.editor.programme_id
        command = EditFields(
            programme_id=programme_id,
            kind=Programme,
            id=programme_id,
            values={"last_on_wall": on},
            fold=False,
        )
        if not self.editor.run(command):
            self.on_wall.setChecked(not on)

    def _bring_up_to_date(self) -> None:
        if self._fresh:
            self.editor.run(BringUpToDate(programme_id=self.editor.programme_id, records=self._fresh))

    def _open_earlier(self) -> None:
        self.earlier_wanted.emit(self.editor.book.programme.previous_id)


def _as_it_stands(book: Book) -> object:
    """Another one after each change of the book."""
    return object()


class _Group(QWidget):
    """Things of one kind under a heading."""

    chosen = Signal(str, str)
    """The id of a thing and what was decided: ``board plan left back``."""

    def __init__(self, title: str, *, folded: bool = False) -> None:
        super().__init__()
        self._title = title
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(4)
        self.title = Clamped("caption", "primaryInk", lines=1, weight=700, line_height=20)
        column.addWidget(self.title)
        self.list = RowList(spacing=8)
        if folded:
            self.list.hide()
        self.fold = Button("", "link", small=True)
        if not folded:
            self.fold.hide()
        self.fold.clicked.connect(self._turn)
        self._name_fold()
        column.addWidget(self.fold, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.list)

    def set_title(self, title: str) -> None:
        self._title = title

    def show_things(self, things: tuple[Thing, ...]) -> None:
        self.setVisible(bool(things))
        self.title.show_text(f"{self._title} · {len(things)}")
        self.list.sync([each.carried.id for each in things], self._make)
        for each in things:
            row = self.list.row(each.carried.id)
            if isinstance(row, SinceRow):
                row.show_thing(each)

    def _turn(self) -> None:
        self.list.setHidden(not self.list.isHidden())
        self._name_fold()
        self.list.rearranged.emit()

    def _name_fold(self) -> None:
        words = self.tr("Vis dem") if self.list.isHidden() else self.tr("Skjul dem")
        self.fold.setText(words)
        self.fold.setAccessibleName(f"{words}: {self._title}")

    def _make(self, carried_id: str) -> ListRow:
        row = SinceRow(carried_id)
        row.chosen.connect(self.chosen)
        return row
