"""The board in the middle of the meeting: notes go up, are moved, gathered into themes and parked."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from trivselsdesk.domain.agenda import Slot
from trivselsdesk.domain.board import board_view
from trivselsdesk.domain.commands.notes import (
    AddNotes,
    DeleteNotes,
    DissolveTheme,
    GroupNotes,
    HangUp,
    MergeThemes,
    MoveNotes,
    MoveTheme,
    SplitNote,
)
from trivselsdesk.domain.commands.rows import EditFields
from trivselsdesk.domain.danish import plural
from trivselsdesk.domain.note_text import halves
from trivselsdesk.domain.pack import Board, Tool
from trivselsdesk.domain.records import Note, Theme, new_id
from trivselsdesk.ui import actions
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.run.board.entry import EntryBar
from trivselsdesk.ui.run.board.layout import FONTS, Target, target_at
from trivselsdesk.ui.run.board.parking import Parking
from trivselsdesk.ui.run.board.type_in import TypeIn
from trivselsdesk.ui.run.board.view import BoardView
from trivselsdesk.ui.run.board.zones import board_zones
from trivselsdesk.ui.run.editing import Editing
from trivselsdesk.ui.run.page import Page
from trivselsdesk.ui.widgets.buttons import Button, IconButton


class BoardPage(Page):
    """Notes in zones, the P-plads below them, and the line to write the next note in."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self.view = BoardView()
        self.view.setAccessibleName(self.tr("Tavlen"))
        self.parking = Parking(self, self.view)
        self.park = self.parking.strip
        self.editing = Editing(self, self.view)
        self.entry = EntryBar()
        for widget, stretch in ((self.view, 1), (self.park, 0), (self.entry, 0)):
            column.addWidget(widget, stretch)
        self.view.landed.connect(self._landed)
        self.view.group_landed.connect(self._group_landed)
        self.view.edit_wanted.connect(self.edit_note)
        self.view.rename_wanted.connect(self.rename_theme)
        self.view.menu_wanted.connect(self.open_menu)
        self.view.choice_changed.connect(self._choice_changed)
        self.park.carried.connect(self._carried_from_park)
        self.entry.put_up.connect(self.put_up)
        self.entry.left.connect(self._to_board)
        self._make_header()
        self._board_actions = actions.on_widget(self.view, self._board_slots())

    # Page

    @property
    def board(self) -> Board:
        """The board that the tool names."""
        return self.pack.board(str(self.tool.params["board"]))

    def show_slot(self, programme_id: str, slot: Slot, tool: Tool) -> None:
        super().show_slot(programme_id, slot, tool)
        kinds = self.pack.note_types
        first = str(tool.params.get("note", "")) or (kinds[0].id if kinds else "")
        self.entry.show_choices(kinds, self.board.zones, first)
        self.entry.field.setFocus()

    def refresh(self) -> None:
        view = board_view(self.book, self.board)
        self.view.show_zones(board_zones(view, self.pack))
        self.parking.refresh()
        self._hang.setVisible(bool(view.sealed))
        if view.sealed:
            self._hang.set_text(
                self.tr("Hæng trioens {notes} op").format(
                    notes=plural(len(view.sealed), self.tr("pinke seddel"), self.tr("pinke sedler"))
                )
            )

    def leave(self) -> None:
        self.editing.finish()

    def keep_clear(self) -> QWidget | None:
        return self.entry

    def header_widgets(self) -> list[QWidget]:
        return [self._tools]

    def actions_here(self) -> dict[str, Callable[[], object]]:
        return {
            "new_note": self.focus_entry,
            "zone_1": self._zone_1,
            "zone_2": self._zone_2,
            "zone_3": self._zone_3,
            "note_colour": self.entry.swap_kind,
            "type_in": self.type_in,
        }

    def _make_header(self) -> None:
        self._hang = Button("", "tint", icon="trio", small=True)
        self._hang.clicked.connect(self.hang_up)
        self._hang.hide()
        self._group = Button(self.tr("Saml i tema"), icon="group", small=True)
        self._group.clicked.connect(self.group)
        self._sizes = QWidget()
        row = QHBoxLayout(self._sizes)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self._smaller = Button("A−", small=True)
        self._larger = Button("A+", small=True)
        for button, words in (
            (self._smaller, self.tr("Mindre sedler")),
            (self._larger, self.tr("Større sedler")),
        ):
            button.setToolTip(words)
            button.setAccessibleName(words)
        self._smaller.clicked.connect(self._make_smaller)
        self._larger.clicked.connect(self._make_larger)
        row.addWidget(self._smaller)
        row.addWidget(self._larger)
        self._more = IconButton("more", self.tr("Mere"), ghost=False)
        self._more.clicked.connect(self._open_more)
        # In a box of their own: the room shows what it is given, and the first one comes and goes.
        self._tools = QWidget()
        tools = QHBoxLayout(self._tools)
        tools.setContentsMargins(0, 0, 0, 0)
        tools.setSpacing(8)
        for widget in (self._hang, self._group, self._sizes, self._more):
            tools.addWidget(widget)
        self._choice_changed()

    def _board_slots(self) -> dict[str, Callable[[], object]]:
        return {
            "note_entry": self.focus_entry,
            "edit_card": self.edit_focused,
            "group": self.group,
            "ungroup": self.ungroup,
            "park": self.park_chosen,
            "delete": self.delete_chosen,
            "select_all": self.view.choose_all,
            "move_menu": self._menu_at_focus,
            "lift": self.view.lift_by_key,
            "zoom_in": self.view.zoom_in,
            "zoom_out": self.view.zoom_out,
            "zoom_fit": self._fit,
        }

    # What the user does

    def put_up(self, texts: list[str], kind: str, zone: str) -> None:
        """Put notes up and empty the line; a line that could not be saved keeps its text."""
        if self._add(texts, kind, zone):
            self.entry.done()

    def type_in(self) -> None:
        """Type what hangs on the paper wall, note after note."""
        dialog = TypeIn(self, self.pack.note_types, self.board.zones, self.entry.kinds.value(), self._add)
        dialog.exec()
        dialog.deleteLater()

    def _add(self, texts: list[str], kind: str, zone: str) -> bool:
        notes = tuple(
            Note(
                id=new_id(),
                programme_id=self.programme_id,
                board=self.board.id,
                zone=zone,
                text=text,
                kind=kind,
            )
            for text in texts
        )
        return self.bridge.run(AddNotes(programme_id=self.programme_id, notes=notes))

    def hang_up(self) -> None:
        """Bring the trio's sealed notes onto the board."""
        ids = tuple(note.id for note in board_view(self.book, self.board).sealed)
        if ids and self.bridge.run(HangUp(programme_id=self.programme_id, ids=ids)):
            self.undo_toast.emit("trio", self.tr("Trioens sedler hænger nu på tavlen"))

    def group(self) -> None:
        """Gather the chosen notes into a theme and ask for its name."""
        ids = self.view.chosen
        if len(ids) < 2:
            self.toast.emit("info", self.tr("Vælg mindst to sedler først: hold Skift nede, og klik på dem."))
            return
        self._group_onto(ids[1:], ids[0])

    def ungroup(self) -> None:
        """Take the theme of the chosen note apart."""
        theme = self._theme_of_choice()
        if theme is not None and self.bridge.run(DissolveTheme(programme_id=self.programme_id, id=theme)):
            self.undo_toast.emit("theme", self.tr("Temaet er opløst"))

    def park_chosen(self) -> None:
        """Send what is chosen to the P-plads."""
        self.parking.park(self.view.acting())

    def delete_chosen(self) -> None:
        """Throw away what is chosen."""
        ids = self.view.acting()
        if not ids:
            return
        words = self.book.get(Note, ids[0]).text if len(ids) == 1 else str(len(ids))
        if self.bridge.run(DeleteNotes(programme_id=self.programme_id, ids=ids)):
            said = self.tr("Slettet: »{text}«") if len(ids) == 1 else self.tr("{text} sedler er slettet")
            self.undo_toast.emit("trash", said.format(text=words))

    def edit_focused(self) -> None:
        """Enter or F2: put down what is in the air, else edit."""
        if not self.view.drop_by_key() and self.view.focused:
            self.edit_note(self.view.focused)

    def edit_note(self, note_id: str) -> None:
        """Write in a note where it hangs."""
        self.editing.open(note_id, self.view.tile_rect(note_id), self.view.laid.font)

    def rename_theme(self, theme_id: str) -> None:
        """Write a theme's name in its frame."""
        if self.view.is_group(theme_id):
            box = self.view.group_rect(theme_id)
            self.editing.open(theme_id, QRectF(box.x() + 4, box.y() + 1, max(box.width() - 8, 200.0), 34), 15)

    def focus_entry(self) -> None:
        """N: to the line at the bottom."""
        self.entry.field.setFocus()

    # Inside

    def _group_onto(self, ids: tuple[str, ...], onto: str) -> None:
        theme_id = new_id()
        command = GroupNotes(
            programme_id=self.programme_id,
            ids=ids,
            onto=onto,
            theme_id=theme_id,
            theme_name=self.tr("Nyt tema"),
        )
        if self.bridge.run(command):
            self.view.choose([])
            if self.book.find(Theme, theme_id):
                self.rename_theme(theme_id)

    def _landed(self, ids: tuple[str, ...], target: Target) -> None:
        if target.kind == "park":
            self.parking.park(ids)
        elif target.kind == "tile":
            self._group_onto(ids, target.tile)
        else:
            self.bridge.run(
                MoveNotes(
                    programme_id=self.programme_id,
                    ids=ids,
                    board=self.board.id,
                    zone=target.zone,
                    theme_id=target.group,
                    index=target.index,
                )
            )

    def _group_landed(self, theme_id: str, target: Target) -> None:
        if target.kind == "park":
            self.parking.park((theme_id,))
        elif target.kind == "group":
            self.bridge.run(MergeThemes(programme_id=self.programme_id, source=theme_id, target=target.group))
        else:
            self.bridge.run(
                MoveTheme(programme_id=self.programme_id, id=theme_id, board=self.board.id, zone=target.zone)
            )

    def _carried_from_park(self, card_id: str, point: QPoint) -> None:
        viewport = self.view.viewport()
        at = viewport.mapFromGlobal(point)
        if not viewport.rect().contains(at):
            return
        scene = self.view.mapToScene(at)
        target = target_at(self.view.laid, self._zones(), scene.x(), scene.y(), ())
        if target is None:
            return
        if self.book.find(Theme, card_id):
            self.parking.take_back(card_id)
        else:
            self._landed((card_id,), target)

    def _zones(self) -> list:  # type: ignore[type-arg]
        return board_zones(board_view(self.book, self.board), self.pack)

    def open_menu(self, point: QPoint) -> None:
        """Everything that can be done to what is chosen."""
        ids = self.view.acting()
        menu = QMenu(self)
        slots: dict[QAction, Callable[[], object]] = {}
        if ids:
            if len(ids) == 1:
                slots[menu.addAction(actions.text("edit_card"))] = self.edit_focused
                slots[menu.addAction(self.tr("Del i to sedler"))] = self._split_focused
            else:
                slots[menu.addAction(actions.text("group"))] = self.group
            self._add_places(menu, ids)
            slots[menu.addAction(actions.text("park"))] = self.park_chosen
            if self.pack.always_act is not None:
                flag = menu.addAction(self.pack.always_act.label)
                flag.setCheckable(True)
                flag.setChecked(all(self.book.get(Note, each).always_act for each in ids))
                slots[flag] = self._toggle_must_act
            slots[menu.addAction(actions.text("delete"))] = self.delete_chosen
        if self._theme_of_choice() is not None:
            menu.addSeparator()
            slots[menu.addAction(self.tr("Omdøb temaet"))] = self._rename_of_choice
            slots[menu.addAction(actions.text("ungroup"))] = self.ungroup
        if not ids:
            slots[menu.addAction(actions.text("select_all"))] = self.view.choose_all
            slots[menu.addAction(actions.text("note_entry"))] = self.focus_entry
        chosen = menu.exec(point)
        if chosen is not None:
            if chosen in slots:
                slots[chosen]()
            elif isinstance(chosen.data(), tuple):
                zone, theme = chosen.data()
                self._landed(ids, Target("group" if theme else "zone", zone, theme))
        menu.deleteLater()

    def _add_places(self, menu: QMenu, ids: tuple[str, ...]) -> None:
        places = menu.addMenu(actions.text("move_menu"))
        for zone in board_view(self.book, self.board).zones:
            places.addAction(zone.zone.title).setData((zone.zone.id, ""))
            for theme in zone.themes:
                places.addAction(f"    {theme.theme.name}").setData((zone.zone.id, theme.theme.id))

    def _menu_at_focus(self) -> None:
        if self.view.focused:
            corner = self.view.tile_rect(self.view.focused).bottomLeft().toPoint()
            self.open_menu(self.view.viewport().mapToGlobal(corner))

    def _toggle_must_act(self) -> None:
        ids = self.view.acting()
        wanted = not all(self.book.get(Note, each).always_act for each in ids)
        for each in ids:
            self.bridge.run(
                EditFields(
                    programme_id=self.programme_id,
                    kind=Note,
                    id=each,
                    values={"always_act": wanted},
                    fold=False,
                )
            )

    def _split_focused(self) -> None:
        note = self.book.find(Note, self.view.focused)
        if note is not None and len(note.text) > 3:
            first, second = halves(note.text)
            self.bridge.run(
                SplitNote(
                    programme_id=self.programme_id, id=note.id, first=first, second=second, second_id=new_id()
                )
            )

    def _theme_of_choice(self) -> str | None:
        ids = self.view.acting()
        note = self.book.find(Note, ids[0]) if ids else None
        return note.theme_id if note is not None and note.theme_id else None

    def _rename_of_choice(self) -> None:
        theme = self._theme_of_choice()
        if theme is not None:
            self.rename_theme(theme)

    def _to_board(self) -> None:
        self.view.setFocus(Qt.FocusReason.TabFocusReason)

    def _choice_changed(self) -> None:
        self._group.setEnabled(len(self.view.chosen) > 1)
        ready = self._group.isEnabled()
        self._group.setToolTip("" if ready else self.tr("Vælg mindst to sedler: hold Skift nede, og klik."))

    def _make_smaller(self) -> None:
        self._set_font(self.view.laid.font - 2)

    def _make_larger(self) -> None:
        self._set_font(self.view.laid.font + 2)

    def _set_font(self, size: int) -> None:
        self.view.fonts = (max(FONTS[-1], min(FONTS[0], size)),)
        self.refresh()

    def _fit(self) -> None:
        self.view.reset_zoom()
        self.view.fonts = FONTS
        self.refresh()

    def _open_more(self) -> None:
        menu = QMenu(self)
        fit = menu.addAction(self.tr("Tilpas sedlerne til skærmen"))
        everything = menu.addAction(actions.text("select_all"))
        type_in = menu.addAction(f"{actions.text('type_in')} …")
        chosen = menu.exec(self._more.mapToGlobal(QPoint(0, self._more.height())))
        if chosen is fit:
            self._fit()
        elif chosen is type_in:
            self.type_in()
        elif chosen is everything:
            self.view.choose_all()
            self._to_board()
        menu.deleteLater()

    def _zone_1(self) -> None:
        self.entry.pick_zone(1)

    def _zone_2(self) -> None:
        self.entry.pick_zone(2)

    def _zone_3(self) -> None:
        self.entry.pick_zone(3)
