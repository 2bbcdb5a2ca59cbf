"""What a screen reader says of the mulighedsrum: corners with their meaning, cards, tray and P-plads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface

from trivselsdesk.domain.danish import plural
from trivselsdesk.ui import actions
from trivselsdesk.ui.run.board.speaker import Node, Speaker
from trivselsdesk.ui.run.board.spoken import keys_of
from trivselsdesk.ui.run.board.spoken_parts import TOP
from trivselsdesk.ui.run.matrix.places import Spot, spot_key, spots
from trivselsdesk.ui.surface.card_item import CardItem
from trivselsdesk.ui.surface.matrix_items import TrayItem

if TYPE_CHECKING:
    from trivselsdesk.ui.run.matrix.view import MatrixBoard

_PRESS = QAccessibleActionInterface.pressAction()
_MENU = QAccessibleActionInterface.showMenuAction()
_FOCUS = QAccessibleActionInterface.setFocusAction()
_TOGGLE = QAccessibleActionInterface.toggleAction()
_TRAY, _PARK = "tray", "park"


def _tr(text: str) -> str:
    return QCoreApplication.translate("Spoken", text)


def card_words(item: CardItem, place: str) -> str:
    """»Tema: Travle middage, 4 sedler, Gå i gang, 5 prikker, valgt til handleplanen«."""
    card = item.card
    if card.is_theme:
        notes = plural(len(card.notes), _tr("seddel"), _tr("sedler"))
        first = _tr("Tema: {title}, {notes}").format(title=card.title, notes=notes)
    else:
        first = _tr("Seddel: {title}").format(title=card.title)
    parts = [first, place]
    if card.votes:
        parts.append(plural(card.votes, _tr("prik"), _tr("prikker")))
    if item.selected:
        parts.append(_tr("valgt til handleplanen"))
    parts += [words[:1].lower() + words[1:] for words in (item.act_words, item.lift_words) if words]
    return ", ".join(parts)


class MatrixSpeaker(Speaker):
    """Speaks for the mulighedsrum. The view lends its cards, its tray and its P-plads."""

    def __init__(self, view: MatrixBoard, cards: dict[str, CardItem], tray: TrayItem, park: TrayItem) -> None:
        super().__init__(view)
        self._cards, self._tray, self._park = cards, tray, park
        self._air = ""
        """What is in the air, and below where it was."""
        self._heard = ""
        self._air_from: tuple[str, float, float] = ("", 0.0, 0.0)
        self._at: tuple[float, float] | None = None

    # What is there

    def stamp(self) -> object:
        return (self.view().shown, self.view().axis)

    def build(self) -> list[Node]:
        shown = self.view().shown
        if shown is None:
            return []
        view = self.view()
        keys = [spot.key for spot in spots(shown.matrix, view.line)]
        inside: dict[str, list[str]] = {key: [] for key in (*keys, _TRAY)}
        for card, x, y in view.standing():
            inside.setdefault(spot_key(x, y, view.line), []).append(card.id)
        inside[_TRAY] = [card.id for card in view.waiting()]
        nodes: list[Node] = []
        for place, ids in inside.items():
            title = self._title(place)
            count = _tr("{n} kort").format(n=len(ids))
            corner = place != _TRAY and not view.line
            pattern = _tr("Hjørne: {title}, {count}") if corner else _tr("{title}, {count}")
            key = f"zone:{place}"
            own = tuple(f"{key}/item:{each}" for each in ids)
            nodes.append(Node(key, TOP, "zone", place, pattern.format(title=title, count=count), own))
            said = title if place != _TRAY else _tr("ikke placeret")
            nodes += [
                Node(card_key, key, "item", each, card_words(self._cards[each], said))
                for card_key, each in zip(own, ids, strict=True)
            ]
        words = ", ".join(each for each in (self._park.title, self._park.hint) if each)
        nodes.append(Node(f"zone:{_PARK}", TOP, "button", _PARK, words))
        return nodes

    def _title(self, place: str) -> str:
        if place == _TRAY:
            return _tr("Ikke placeret")
        found = self._spot(place)
        return found.title if found is not None else ""

    def _spot(self, key: str) -> Spot | None:
        view = self.view()
        return next((spot for spot in spots(view.shown.matrix, view.line) if spot.key == key), None)

    def box(self, node: Node) -> QRectF | None:
        if node.kind == "item":
            item = self._cards.get(node.id)
            return QRectF(item.mapRectToScene(item.size)) if item is not None else None
        if node.id in (_TRAY, _PARK):
            strip = self._tray if node.id == _TRAY else self._park
            return QRectF(strip.mapRectToScene(strip.size))
        field = self.view().field
        return QRectF(field.mapRectToScene(field.quarter(node.id)))

    def description(self, node: Node) -> str:
        if node.kind == "item":
            return keys_of("lift", "choose", "edit_card", "move_menu")
        return self._meaning(node.id)

    def _meaning(self, corner: str) -> str:
        """»Stor betydning, og vi kan selv. Betydning: stor. Indflydelse: stor«."""
        matrix = self.view().shown.matrix
        meaning = matrix.corners.get(corner)
        if meaning is None:
            return ""
        up = matrix.y.last if corner[0] == "t" else matrix.y.first
        right = matrix.x.last if corner[1] == "r" else matrix.x.first
        axes = ((matrix.y.title, up), (matrix.x.title, right))
        return ". ".join([meaning.text, *(f"{title}: {end}" for title, end in axes)])

    def keys_words(self) -> str:
        walk = _tr("Piletasterne går mellem kortene")
        return f"{walk}. {keys_of('lift', 'choose', 'edit_card', 'move_menu', 'help')}"

    def focus_id(self) -> str:
        return str(self.view().focused)

    def chosen_ids(self) -> set[str]:
        view = self.view()
        return {view.focused} & set(self._cards) if view is not None else set()

    def choose(self, ids: list[str]) -> None:
        view = self.view()
        if view is not None:
            view.focus_card(ids[-1] if ids else "")

    def mark_state(self, node: Node, state: QAccessible.State) -> None:
        if node.kind == "item":
            item = self._cards.get(node.id)
            state.selectable = state.checkable = True
            state.selected = node.id in self.chosen_ids()
            state.checked = item is not None and item.selected

    def action_names(self, node: Node) -> dict[str, str]:
        if node.kind == "button":
            return {_PRESS: _tr("Vis, hvad der ligger på P-pladsen")}
        if node.kind != "item":
            return {}
        return {
            _PRESS: actions.text("edit_card"),
            _TOGGLE: actions.text("choose"),
            _MENU: _tr("Åbn menuen"),
            _FOCUS: _tr("Gå hertil"),
        }

    def do(self, node: Node, action: str) -> None:
        view = self.view()
        if node.kind == "button":
            view.park_opened.emit(self.rect(node.key).topLeft())
        elif action == _PRESS:
            view.edit_wanted.emit(node.id)
        else:
            view.focus_card(node.id)
            view.setFocus(Qt.FocusReason.OtherFocusReason)
            if action == _MENU:
                view.open_menu_at_focus()
            else:
                words = actions.text("choose")
                next(each for each in view.actions() if each.text() == words).trigger()

    # What is in the air

    def over(self, card_id: str, at: tuple[float, float] | None = None) -> None:
        """A card is held somewhere; ``at`` when the keys lead it."""
        if not QAccessible.isActive():
            return
        lifted, words = "", self._over_words(at)
        if not self._air:
            self._heard = ""
            self.look()
            self._air, self._air_from = card_id, self._place(card_id)
            lifted = _tr("Løftet: {what}. ").format(what=self._cards[card_id].card.title)
        self._at = at
        if words != self._heard:
            self.say(lifted + words)
            self._heard = words

    def _over_words(self, at: tuple[float, float] | None) -> str:
        view = self.view()
        if self._park.target:
            return _tr("Over: {zone}").format(zone=self._park.title)
        if self._tray.target:
            return _tr("Over: {zone}").format(zone=self._title(_TRAY))
        corner = view.field.target
        if not corner:
            return _tr("Uden for feltet")
        before = self._at
        line = view.line
        if at is not None and before is not None and at != before and spot_key(*before, line) == corner:
            matrix = view.shown.matrix
            axis, now = (matrix.x, at[0]) if at[0] != before[0] else (matrix.y, at[1])
            return _tr("{axis}: {n} af 100").format(axis=axis.title, n=round(axis.grown(now) * 100))
        spot = self._spot(corner)
        if spot is None:
            return ""
        if not spot.text:
            return _tr("Over: {zone}").format(zone=spot.title)
        return _tr("Over: {zone}. {meaning}").format(zone=spot.title, meaning=spot.text)

    def settle(self) -> None:
        air, view = self._air, self.view()
        if not air or view.carrying:
            return
        self._air, self._at = "", None
        now = self._place(air)
        if now == self._air_from:
            self.say(_tr("Lagt tilbage"))
        elif now[0]:
            # On the P-plads the toast says so.
            self.say(_tr("Lagt i {zone}").format(zone=self._title(now[0])))

    def _place(self, card_id: str) -> tuple[str, float, float]:
        """Corner or tray, and where in it."""
        view = self.view()
        if any(card.id == card_id for card in view.waiting()):
            return (_TRAY, 0.0, 0.0)
        found = ((spot_key(x, y, view.line), x, y) for card, x, y in view.standing() if card.id == card_id)
        return next(found, ("", 0.0, 0.0))
