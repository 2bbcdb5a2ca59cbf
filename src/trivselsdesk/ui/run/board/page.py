"""The board in the middle of the meeting: notes go up, are moved, gathered into themes and parked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from trivselsdesk.domain.agenda import Slot
from trivselsdesk.domain.board import board_view
from trivselsdesk.domain.hints import hint
from trivselsdesk.domain.pack import Board, Tool
from trivselsdesk.domain.people import participants
from trivselsdesk.domain.records import PASSING, Link, Note, Theme
from trivselsdesk.domain.start_notes import written_kinds
from trivselsdesk.domain.tools import trios_sealed
from trivselsdesk.store.store import ChangeSet
from trivselsdesk.ui import actions
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.intake import bring
from trivselsdesk.ui.run.board.deeds import Deeds
from trivselsdesk.ui.run.board.entry import EntryBar
from trivselsdesk.ui.run.board.find_bar import FindBar
from trivselsdesk.ui.run.board.finding import Finding
from trivselsdesk.ui.run.board.hanging import Hanging
from trivselsdesk.ui.run.board.list_view import BoardList
from trivselsdesk.ui.run.board.menus import BoardMenus
from trivselsdesk.ui.run.board.more import open_more
from trivselsdesk.ui.run.board.parking import Parking
from trivselsdesk.ui.run.board.sizing import Sizing
from trivselsdesk.ui.run.board.type_in import TypeIn
from trivselsdesk.ui.run.board.view import BoardView
from trivselsdesk.ui.run.editing import Editing
from trivselsdesk.ui.run.page import Page
from trivselsdesk.ui.run.panels.turns import TurnsPanel
from trivselsdesk.ui.surface.zones import board_zones
from trivselsdesk.ui.widgets.buttons import Button, IconButton

LIST_KEY = "board_as_list"
"""Setting: whether this machine's user likes the list better."""


class BoardPage(Page):
    """Notes in zones, as a board or as a list, the P-plads below, and the line for the next note."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self.board_view = BoardView()
        self.board_view.setAccessibleName(self.tr("Tavlen"))
        self.list_view = BoardList()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.board_view)
        self._stack.addWidget(self.list_view)
        self.find_bar = FindBar()
        self.find_bar.hide()
        self.parking = Parking(self, self.board_view, self.list_view)
        self.park = self.parking.strip
        self.deeds = Deeds(self, self.parking)
        self.deeds.measure = self.board_view.measure_ahead
        self.editing = Editing(self)
        self.sizing = Sizing(self)
        self.menus = BoardMenus(self, self.deeds, self.parking)
        self.turns = TurnsPanel(self)
        self.turns.hide()
        self.entry = EntryBar()
        self.entry.hint_for = self._hint_for
        self.entry.strip = self.park
        self.entry.rested.connect(self._keep_draft)
        for widget, stretch in ((self.find_bar, 0), (self._stack, 1), (self.park, 0), (self.entry, 0)):
            column.addWidget(widget, stretch)
        for view in (self.board_view, self.list_view):
            view.landed.connect(self.deeds.move)
            view.group_landed.connect(self.deeds.move_theme)
            view.edit_wanted.connect(self.edit_note)
            view.rename_wanted.connect(self.rename_theme)
            view.menu_wanted.connect(self.open_menu)
            actions.on_widget(view, self._board_slots(view))
        self.board_view.aloft.connect(self.aloft)
        self.deeds.named.connect(self._name_theme)
        self.park.carried.connect(self._carried_from_park)
        self.entry.put_up.connect(self.put_up)
        self.entry.left.connect(self._to_board)
        self.finding = Finding(self, self.find_bar)
        self.find_bar.closed.connect(self._to_board)
        self._make_header()

    # Page

    @property
    def board(self) -> Board:
        """The board that the tool names."""
        return self.pack.board(str(self.tool.params["board"]))

    @property
    def view(self) -> BoardView | BoardList:
        """The board, or the list, whichever is shown."""
        return self.list_view if self._stack.currentWidget() is self.list_view else self.board_view

    def show_slot(self, programme_id: str, slot: Slot, tool: Tool) -> None:
        self._stack.setCurrentWidget(
            self.list_view if self.bridge.setting(LIST_KEY) == "yes" else self.board_view
        )
        super().show_slot(programme_id, slot, tool)
        kinds = written_kinds(self.pack)
        first = str(tool.params.get("note", "")) or (kinds[0].id if kinds else "")
        self.entry.show_choices(kinds, self.board.zones, first)
        self.entry.stay_within(tuple(tool.params.get("turn", ())))
        self.find_bar.show_kinds(self.pack.note_types)
        if not self.entry.field.text():
            self.entry.field.setText(self.bridge.setting(self._draft_key()))
        self.entry.field.setFocus()

    def refresh(self) -> None:
        view = board_view(self.book, self.board)
        links = Counter(link.theme_id for link in self.book.of(Link))
        self.view.show_zones(board_zones(view, self.pack, links))
        self.parking.refresh()
        self.finding.refresh()
        self.turns.refresh()
        self.hanging.refresh()

    def take(self, changes: ChangeSet) -> None:
        if all(issubclass(change.kind, PASSING) for change in changes.changes):
            self.turns.refresh()
            self.hanging.refresh()
        else:
            super().take(changes)
            self.turns.turning.follow_notes(changes)

    def leave(self) -> None:
        self.editing.finish()
        self._keep_draft()

    def keep_clear(self) -> QWidget | None:
        return self.entry

    def take_keyboard(self) -> None:
        self.focus_entry()

    def header_widgets(self) -> list[QWidget]:
        return [self._tools]

    def side_widget(self) -> QWidget | None:
        return self.turns if self.turns.shown() else None

    def actions_here(self) -> dict[str, Callable[[], object]]:
        return {
            **self.turns.actions_here(),
            "new_note": self.focus_entry,
            "zone_1": self._zone_1,
            "zone_2": self._zone_2,
            "zone_3": self._zone_3,
            "zone_4": self._zone_4,
            "take_in": self.take_in,
            "start_notes": self.hang_start_notes,
            "note_colour": self.entry.swap_kind,
            "type_in": self.type_in,
            "find": self.find_bar.open,
            "list_view": self.swap_view,
        }

    def _make_header(self) -> None:
        self.hanging = Hanging(self)
        self._group = Button(self.tr("Saml i tema"), icon="group", small=True)
        self._group.setToolTip(self.tr("Vælg sedler med Skift og klik, eller træk en ramme om dem."))
        self._group.clicked.connect(self.group)
        self._more = IconButton("more", self.tr("Mere"), ghost=False)
        self._more.clicked.connect(self._open_more)
        # In a box of their own: the room shows what it is given, and the first one comes and goes.
        self._tools = QWidget()
        tools = QHBoxLayout(self._tools)
        tools.setContentsMargins(0, 0, 0, 0)
        tools.setSpacing(8)
        for widget in (self.hanging, self._group, self.sizing, self._more):
            tools.addWidget(widget)

    def _board_slots(self, view: BoardView | BoardList) -> dict[str, Callable[[], object]]:
        return {
            "note_entry": self.focus_entry,
            "edit_card": self.edit_focused,
            "group": self.group,
            "ungroup": self.ungroup,
            "park": self.park_chosen,
            "delete": self.delete_chosen,
            "select_all": view.choose_all,
            "move_menu": self._menu_at_focus,
            "lift": view.lift_by_key,
            "zoom_in": view.zoom_in,
            "zoom_out": view.zoom_out,
            "zoom_fit": self.sizing.fit,
        }

    # What the user does

    def put_up(self, texts: list[str], kind: str, zone: str) -> None:
        """Put notes up and empty the line; a line that could not be saved keeps its text."""
        typed = self.entry.take()
        ids = self.deeds.add(texts, kind, zone)
        if ids:
            if typed:
                self.entry.done()
            self.turns.note_up(kind, zone, ids)

    def type_in(self) -> None:
        """Type what hangs on the paper wall, note after note."""
        kind = self.entry.kinds.value()
        dialog = TypeIn(self, written_kinds(self.pack), self.board.zones, kind, self.deeds.add)
        dialog.exec()
        dialog.deleteLater()

    def hang_up(self) -> None:
        """Bring the trio's sealed notes onto the board."""
        self.deeds.hang_up(tuple(note.id for note in trios_sealed(self.book, self.pack, self.board.id)))

    def hang_start_notes(self) -> None:
        """Choose among the starting notes of the process."""
        said = bring.hang_start_notes(self, self.bridge, self.programme_id, self.board)
        if said:
            self.undo_toast.emit("sparkle", said)

    def take_in(self) -> None:
        """Read notes from a spreadsheet."""
        said = bring.take_in_notes(self, self.bridge, self.programme_id, self.board)
        if said:
            self.undo_toast.emit("import", said)

    def group(self) -> None:
        """Gather the chosen notes into a theme and ask for its name."""
        ids = self.view.chosen
        if len(ids) < 2:
            self.toast.emit(
                "info",
                self.tr(
                    "Vælg mindst to sedler først: hold Skift nede og klik, eller gå videre med piletasterne."
                ),
            )
            return
        self.deeds.group(ids[1:], ids[0])

    def ungroup(self) -> None:
        """Take the theme of the chosen note apart."""
        theme = self._theme_of_choice()
        if theme:
            self.deeds.dissolve(theme)

    def park_chosen(self) -> None:
        """Send what is chosen to the P-plads."""
        theme = self.view.focused_group
        self.parking.park((theme,) if theme and not self.view.chosen else self.view.acting())

    def delete_chosen(self) -> None:
        """Throw away what is chosen."""
        self.deeds.delete(self.view.acting())

    def edit_focused(self) -> None:
        """Enter or F2: put down what is in the air, else edit."""
        if self.view.drop_by_key():
            return
        if self.view.focused_group and not self.view.chosen:
            self.rename_theme(self.view.focused_group)
        elif self.view.focused:
            self.edit_note(self.view.focused)

    def edit_note(self, note_id: str) -> None:
        """Write in a note where it hangs."""
        self.editing.open(self.view, note_id, self.view.tile_rect(note_id), self.view.type_size)

    def rename_theme(self, theme_id: str) -> None:
        """Write a theme's name in its frame."""
        if self.view.is_group(theme_id):
            box = self.view.group_rect(theme_id)
            name = QRectF(box.x() + 4, box.y() - 8, max(box.width() - 8, 200.0), 28)
            self.editing.open(self.view, theme_id, name, 15)

    def focus_entry(self) -> None:
        """N: to the line at the bottom."""
        self.entry.field.setFocus()

    def swap_view(self) -> None:
        """From the board to the list, or back; what is chosen stays chosen."""
        before = self.view
        self.editing.finish()
        self._stack.setCurrentWidget(self.list_view if before is self.board_view else self.board_view)
        self.bridge.remember(LIST_KEY, "yes" if self.view is self.list_view else "")
        self.refresh()
        self.view.choose(before.chosen, before.focused)
        self._to_board()

    def open_menu(self, point: QPoint) -> None:
        """Everything that can be done to what is chosen."""
        theme = self.view.focused_group if not self.view.chosen else ""
        ids = () if theme else self.view.acting()
        if ids or theme:
            self.menus.open(point, ids, theme, self.edit_note, self.rename_theme)
        else:
            self._open_more_at(point)

    # Inside

    def _hint_for(self, text: str) -> tuple[str, bool]:
        """A quiet word about what is being written, and whether dividing it would help."""
        names = [person.name for person in participants(self.book)]
        found = hint(text, names, self.pack.always_act)
        if found is None:
            return "", False
        if found.kind == "person":
            return self.tr("Er »{word}« et navn? Skriv om sagen, ikke om personen.").format(
                word=found.word
            ), False
        if found.kind == "violation" and self.pack.always_act is not None:
            words = self.tr("Er det noget, der altid skal handles på? Så giv sedlen mærket »{mark}«.")
            return words.format(mark=self.pack.always_act.short), False
        return self.tr("Er det to ting? Så bliver de tydeligere på hver sin seddel."), True

    def _draft_key(self) -> str:
        return f"draft/{self.programme_id}/{self.board.id}"

    def _keep_draft(self) -> None:
        """What is half written outlives the room, and the program."""
        if self.programme_id:
            self.bridge.remember(self._draft_key(), self.entry.field.text())

    def _name_theme(self, theme_id: str) -> None:
        self.view.choose([])
        self.rename_theme(theme_id)

    def _carried_from_park(self, card_id: str, point: QPoint) -> None:
        viewport = self.view.viewport()
        at = viewport.mapFromGlobal(point)
        if not viewport.rect().contains(at):
            return
        target = self.view.place_at(at)
        if target is None:
            return
        if self.book.find(Theme, card_id):
            self.parking.take_back(card_id)
        else:
            self.deeds.move((card_id,), target)

    def _menu_at_focus(self) -> None:
        view = self.view
        if view.focused:
            box = view.tile_rect(view.focused)
        elif view.focused_group:
            box = view.group_rect(view.focused_group)
        else:
            return
        self.open_menu(view.viewport().mapToGlobal(box.bottomLeft().toPoint()))

    def _theme_of_choice(self) -> str:
        ids = self.view.acting()
        note = self.book.find(Note, ids[0]) if ids else None
        return self.view.focused_group or (note.theme_id if note is not None else "")

    def _to_board(self) -> None:
        self.view.setFocus(Qt.FocusReason.TabFocusReason)

    def _open_more(self) -> None:
        self._open_more_at(self._more.mapToGlobal(QPoint(0, self._more.height())))

    def _open_more_at(self, point: QPoint) -> None:
        open_more(self, point)

    def choose_all(self) -> None:
        """Choose every note."""
        self.view.choose_all()
        self._to_board()

    def _zone_1(self) -> None:
        self.entry.pick_zone(1)

    def _zone_2(self) -> None:
        self.entry.pick_zone(2)

    def _zone_3(self) -> None:
        self.entry.pick_zone(3)

    def _zone_4(self) -> None:
        self.entry.pick_zone(4)
