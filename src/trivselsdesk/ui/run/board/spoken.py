"""What a screen reader says of the board: zones, themes, notes, and where something in the air would land."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface

from trivselsdesk.domain.danish import plural
from trivselsdesk.ui import actions
from trivselsdesk.ui.run.board.speaker import Node, Speaker
from trivselsdesk.ui.run.board.spoken_parts import TOP
from trivselsdesk.ui.surface.model import Group, Tile, ZoneModel

if TYPE_CHECKING:
    from trivselsdesk.ui.run.board.view import BoardView
    from trivselsdesk.ui.surface.targets import Target

_PRESS = QAccessibleActionInterface.pressAction()
_MENU = QAccessibleActionInterface.showMenuAction()
_FOCUS = QAccessibleActionInterface.setFocusAction()
_TOGGLE = QAccessibleActionInterface.toggleAction()


def _tr(text: str) -> str:
    return QCoreApplication.translate("Spoken", text)


def keys_of(*action_ids: str) -> str:
    """»Mellemrum: Løft og slip …. F2: Ret …« from the one table of keys."""
    return ". ".join(f"{actions.key_words(each)[0]}: {actions.text(each)}" for each in action_ids)


def tile_words(tile: Tile) -> str:
    """»Gul seddel: Larm i fællesrummet«, »Tema: Hvem gør hvad?, 4 sedler«."""
    if tile.look == "card":
        words = _tr("Tema: {title}, {notes}").format(title=tile.text, notes=tile.mark)
    else:
        words = _tr("{kind}: {text}").format(kind=tile.kind or _tr("Seddel"), text=tile.text)
    return _tr("{note}, kræver altid handling").format(note=words) if tile.must_act else words


def group_words(group: Group) -> str:
    """»Tema: Hvem gør hvad?, 4 sedler«, »Uden tema, 2 sedler«."""
    pattern = _tr("{title}, {notes}") if group.loose else _tr("Tema: {title}, {notes}")
    return pattern.format(title=group.title, notes=_count(len(group.tiles), cards=False))


def zone_words(zone: ZoneModel, *, cards: bool) -> str:
    """»Felt: Fungerer godt, 12 sedler«."""
    return _tr("Felt: {title}, {notes}").format(title=zone.title, notes=_count(zone.count, cards=cards))


def _count(number: int, *, cards: bool) -> str:
    one, many = (_tr("kort"), _tr("kort")) if cards else (_tr("seddel"), _tr("sedler"))
    return plural(number, one, many)


class BoardSpeaker(Speaker):
    """Speaks for a board view."""

    def __init__(self, view: BoardView) -> None:
        super().__init__(view)
        self._tiles: dict[str, Tile] = {}
        self._titles: dict[str, str] = {}
        self._air = ""
        """What is in the air, and below where it was."""
        self._heard = ""
        self._air_from: tuple[str, int] = ("", 0)
        self._target: Target | None = None
        self._outside = False

    # What is there

    def stamp(self) -> object:
        return self.view().zones

    def build(self) -> list[Node]:
        view = self.view()
        nodes: list[Node] = []
        self._tiles, self._titles = {}, {}
        for zone in view.zones:
            key = f"zone:{zone.id}"
            self._titles[zone.id] = zone.title
            inner: list[Node] = []
            own: list[str] = []
            for group in zone.groups:
                self._titles[group.id] = group.title
                bare = group.loose and not group.title
                home = key if bare else f"{key}/group:{group.id}"
                tiles = tuple(f"{home}/item:{tile.id}" for tile in group.tiles)
                own += tiles if bare else [home]
                if not bare:
                    inner.append(Node(home, key, "group", group.id, group_words(group), tiles))
                for tile_key, tile in zip(tiles, group.tiles, strict=True):
                    self._tiles[tile.id] = tile
                    inner.append(Node(tile_key, home, "item", tile.id, tile_words(tile)))
            words = zone_words(zone, cards=not view.note_tiles)
            nodes += [Node(key, TOP, "zone", zone.id, words, tuple(own)), *inner]
        return nodes

    def box(self, node: Node) -> QRectF | None:
        laid = self.view().laid
        boxes = {"zone": laid.zones, "group": laid.groups, "item": laid.tiles}[node.kind]
        return QRectF(*boxes[node.id]) if node.id in boxes else None

    def description(self, node: Node) -> str:
        if node.kind == "item" or (node.kind == "group" and self.view().is_group(node.id)):
            return keys_of("lift", "edit_card", "move_menu")
        if node.kind == "zone" and not node.children:
            return next((zone.empty for zone in self.view().zones if zone.id == node.id), "")
        return ""

    def keys_words(self) -> str:
        walk = _tr("Piletasterne går mellem sedlerne, Skift og piletast vælger flere")
        return f"{walk}. {keys_of('lift', 'edit_card', 'move_menu', 'help')}"

    def focus_id(self) -> str:
        return str(self.view().focused or self.view().focused_group)

    def chosen_ids(self) -> set[str]:
        view = self.view()
        return set(view.chosen) if view is not None else set()

    def choose(self, ids: list[str]) -> None:
        view = self.view()
        if view is not None:
            view.choose([each for each in ids if each in self._tiles])

    def mark_state(self, node: Node, state: QAccessible.State) -> None:
        if node.kind == "item":
            state.selectable = state.extSelectable = state.multiSelectable = True
            state.selected = node.id in self.chosen_ids()

    def action_names(self, node: Node) -> dict[str, str]:
        if node.kind == "item":
            return {
                _PRESS: actions.text("edit_card"),
                _TOGGLE: _tr("Vælg eller fravælg"),
                _MENU: _tr("Åbn menuen"),
                _FOCUS: _tr("Gå hertil"),
            }
        if node.kind == "group" and self.view().is_group(node.id):
            return {_PRESS: _tr("Omdøb temaet"), _MENU: _tr("Åbn menuen")}
        return {}

    def do(self, node: Node, action: str) -> None:
        view = self.view()
        if action == _PRESS:
            (view.edit_wanted if node.kind == "item" else view.rename_wanted).emit(node.id)
        elif action == _TOGGLE:
            others = [each for each in view.chosen if each != node.id]
            view.choose(others if node.id in view.chosen else [*others, node.id], node.id)
        else:
            if node.kind == "group":
                view.choose([self.nodes[each].id for each in node.children])
            elif node.id not in view.chosen:
                view.choose([node.id])
            view.setFocus(Qt.FocusReason.OtherFocusReason)
            view.menu_wanted.emit(self.rect(node.key).bottomLeft())

    # What is in the air

    def over(self, target: Target | None) -> None:
        """The landing place is another now, or none."""
        if not QAccessible.isActive() or (target is None and not self._air):
            return
        self.look()
        words = self._over_words(target) if target is not None else ""
        lifted = ""
        if not self._air:
            self._heard = ""
            self._take_up()
            lifted = _tr("Løftet: {what}. ").format(what=self._what())
        if words and words != self._heard:
            self.say(lifted + words)
            self._heard = words
        self._outside = target is None
        self._target = target or self._target
        self.changed()

    def _take_up(self) -> None:
        carried = self.view().carried
        self._air = carried[-1] if carried else ""
        self._air_from = self._place(self._air)

    def _what(self) -> str:
        tiles = [each for each in self.view().carried if each in self._tiles]
        if self._air in self._titles:
            return _tr("temaet {title}").format(title=self._titles[self._air])
        if len(tiles) == 1:
            return self._tiles[tiles[0]].text
        return _count(len(tiles), cards=not self.view().note_tiles)

    def _over_words(self, target: Target) -> str:
        zone = self._titles.get(target.zone, "")
        if target.kind == "park":
            return _tr("Over: P-pladsen")
        if target.kind == "tile":
            text = self._tiles[target.tile].text if target.tile in self._tiles else ""
            return _tr("Slip for at lave et tema med »{text}«").format(text=text)
        if target.kind == "group":
            title = self._titles.get(target.group, "")
            if self._air in self._titles:
                return _tr("Slip for at lægge temaet sammen med »{title}«").format(title=title)
            words = _tr("Over: temaet {title} i {zone}").format(title=title, zone=zone)
        else:
            words = _tr("Over: {zone}").format(zone=zone)
        if target.index is not None and (self._air in self._titles or self.view().led_by_keys):
            words = _tr("{over}, plads {n}").format(over=words, n=target.index + 1)
        return words

    def settle(self) -> None:
        view = self.view()
        if not self._air:
            return
        if view.carrying:
            # A drop also ends at no target; only one that lasts is worth a word.
            if self._outside:
                self._heard = _tr("Uden for felterne")
                self.say(self._heard)
            self._outside = False
            return
        air, self._air = self._air, ""
        target, self._target = self._target, None
        now = self._place(air)
        home = self.nodes.get(now[0])
        if home is None:
            # On the P-plads the toast says so.
            if target is not None and target.kind == "group":
                self.say(_tr("Lagt sammen med »{title}«").format(title=self._titles.get(target.group, "")))
        elif now == self._air_from:
            self.say(_tr("Lagt tilbage"))
        elif home.kind == "group" and view.is_group(home.id):
            zone = self._titles.get(self.nodes[home.parent].id, "")
            words = _tr("Lagt i temaet {title} i {zone}")
            self.say(words.format(title=self._titles[home.id], zone=zone))
        else:
            zone = home if home.kind == "zone" else self.nodes[home.parent]
            self.say(_tr("Lagt i {zone}").format(zone=self._titles.get(zone.id, "")))

    def _place(self, thing: str) -> tuple[str, int]:
        """Key of what it stands in, and its number there."""
        node = self.nodes.get(self.by_id.get(thing, ""))
        home = self.nodes.get(node.parent) if node is not None else None
        return (home.key, home.children.index(node.key)) if node is not None and home is not None else ("", 0)
