"""What a view tells screen readers of the things in it: reads the view, keeps the parts, sends the events."""

from __future__ import annotations

import weakref
from abc import ABC, abstractmethod
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QPoint, QRect, QRectF, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QAccessibleInterface,
)
from PySide6.QtWidgets import QGraphicsView
from shiboken6 import isValid

from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.ui.run.board.spoken_parts import TOP, Part, Top

EVENTS_AT_MOST = 40
"""Above so many changes at once the reader is told of one change of the whole view."""
_CLASSES: set[str] = set()


@dataclass(frozen=True)
class Node:
    """One thing as it is read aloud. The key holds the parent's: what moves elsewhere is a new part."""

    key: str
    parent: str
    kind: str
    id: str
    name: str
    children: tuple[str, ...] = ()


class Speaker(ABC):
    """What a view tells screen readers. Does nothing at all before one has asked."""

    def __init__(self, view: QGraphicsView) -> None:
        # The view owns this; a second strong reference would keep both alive for ever.
        self._view = weakref.ref(view)
        self.nodes: dict[str, Node] = {}
        self.by_id: dict[str, str] = {}
        self.said = ""
        """What was announced last."""
        self.told_focus = ""
        """The part that the reader was last led to."""
        self._parts: dict[str, Part] = {}
        self._top: Top | None = None
        self._stamp: object = None
        self._first: tuple[str, ...] = ()
        self._told: dict[str, Node] = {}
        self._told_chosen: set[str] = set()
        self._timer = QTimer(view)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._catch_up)
        view.destroyed.connect(partial(_forget, self._parts))
        _CLASSES.add(type(view).__name__)
        _install()

    # For the views

    def changed(self) -> None:
        """Something else is shown, chosen or in focus. Told once, when all of it has happened."""
        if QAccessible.isActive() and not self._timer.isActive():
            self._timer.start()

    def say(self, words: str) -> None:
        """Announce words."""
        view = self.view()
        if words and view is not None and QAccessible.isActive():
            self.said = words
            event = QAccessibleAnnouncementEvent(view, words)
            event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
            QAccessible.updateAccessibility(event)

    # For the kinds of views

    @abstractmethod
    def stamp(self) -> object:
        """Another object whenever something else is shown."""

    @abstractmethod
    def build(self) -> list[Node]:
        """Everything that is shown, parents before their children; those without a parent have ``TOP``."""

    @abstractmethod
    def box(self, node: Node) -> QRectF | None:
        """Where it stands in the scene."""

    @abstractmethod
    def description(self, node: Node) -> str:
        """What the keys do, or what a place means."""

    @abstractmethod
    def focus_id(self) -> str:
        """What the keyboard is at."""

    @abstractmethod
    def chosen_ids(self) -> set[str]:
        """What is chosen."""

    @abstractmethod
    def choose(self, ids: list[str]) -> None:
        """Choose exactly these."""

    @abstractmethod
    def mark_state(self, node: Node, state: QAccessible.State) -> None:
        """Add what is special about it."""

    @abstractmethod
    def keys_words(self) -> str:
        """What the keys do in the whole view."""

    @abstractmethod
    def action_names(self, node: Node) -> dict[str, str]:
        """Actions with their names in the user's language."""

    @abstractmethod
    def do(self, node: Node, action: str) -> None:
        """Do one of them."""

    @abstractmethod
    def settle(self) -> None:
        """The view has come to rest: tell how something in the air has landed."""

    def role(self, node: Node) -> QAccessible.Role:
        """What kind of thing it is."""
        return {"item": QAccessible.Role.ListItem, "button": QAccessible.Role.Button}.get(
            node.kind, QAccessible.Role.Grouping
        )

    # Inside

    def view(self) -> Any:
        """The view while it lives."""
        view = self._view()
        return view if view is not None and isValid(view) else None

    def look(self) -> None:
        """Read the view again if something else is shown. Drops nothing: a reader may hold old parts."""
        stamp = self.stamp() if self.view() is not None else None
        if stamp is not self._stamp:
            self._stamp = stamp
            built = self.build() if self.view() is not None else []
            self.nodes = {node.key: node for node in built}
            self.by_id = {node.id: node.key for node in built}
            self._first = tuple(node.key for node in built if node.parent == TOP)

    def top(self) -> Top | None:
        """The part that stands for the whole view."""
        view = self.view()
        if view is not None and (self._top is None or not isValid(self._top)):
            self._top = Top(view, self)
        return self._top

    def part(self, key: str) -> QAccessibleInterface | None:
        """The part with that key, made when first asked for and kept until its thing is gone."""
        view = self.view()
        if view is None:
            return None
        if key == TOP:
            return QAccessible.queryAccessibleInterface(view)
        if key not in self.nodes:
            return None
        if key not in self._parts:
            self._parts[key] = Part(self, key)
        return self._parts[key]

    def children(self, key: str) -> tuple[str, ...]:
        """Keys of what stands in it."""
        self.look()
        if key == TOP:
            return self._first
        node = self.nodes.get(key)
        return node.children if node is not None else ()

    def child_at(self, key: str, x: int, y: int) -> QAccessibleInterface | None:
        """What stands at a point of the screen."""
        for child in reversed(self.children(key)):
            if self.rect(child).contains(x, y):
                return self.part(child)
        return None

    def rect(self, key: str) -> QRect:
        """Where it is on the screen."""
        view, node = self.view(), self.nodes.get(key)
        box = self.box(node) if view is not None and node is not None else None
        if box is None:
            return QRect()
        shown = view.mapFromScene(box).boundingRect()
        return QRect(view.viewport().mapToGlobal(shown.topLeft()), shown.size())

    def state(self, key: str) -> QAccessible.State:
        """Focused, chosen, out of sight."""
        state = QAccessible.State()
        view, node = self.view(), self.nodes.get(key)
        if view is None or node is None:
            state.invalid = True
            return state
        if not view.isVisible():
            state.invisible = True
        window = QRect(view.viewport().mapToGlobal(QPoint(0, 0)), view.viewport().size())
        if not window.intersects(self.rect(key)):
            state.offscreen = True
        if node.kind == "item":
            state.focusable = state.movable = True
            state.focused = view.hasFocus() and self.focus_id() == node.id
        self.mark_state(node, state)
        return state

    def focus_key(self) -> str:
        """The part that has the keyboard, if the view has it."""
        view = self.view()
        return self.by_id.get(self.focus_id(), "") if view is not None and view.hasFocus() else ""

    def _catch_up(self) -> None:
        view = self.view()
        if view is None or not QAccessible.isActive():
            return
        self.look()
        self._tell_shown()
        focus = self.focus_key()
        if focus and focus != self.told_focus:
            self._tell(self.part(focus), QAccessible.Event.Focus)
        self.told_focus = focus
        self._tell_chosen()
        self.settle()

    def _tell_shown(self) -> None:
        before, now = self._told, self.nodes
        self._told = now
        if before is now:
            return
        for key in [each for each in self._parts if each not in now]:
            _drop(self._parts.pop(key))
        if not before:
            return
        for key, part in self._parts.items():
            if key in before and before[key].name != now[key].name:
                self._tell(part, QAccessible.Event.NameChanged)
        new = [key for key, node in now.items() if key not in before and node.parent in (TOP, *before)]
        for key in new if len(new) <= EVENTS_AT_MOST else []:
            self._tell(self.part(key), QAccessible.Event.ObjectCreated)
        if list(before) != list(now):
            self._tell(self.part(TOP), QAccessible.Event.ObjectReorder)

    def _tell_chosen(self) -> None:
        now = {self.by_id[each] for each in self.chosen_ids() if each in self.by_id}
        before, self._told_chosen = self._told_chosen, now
        added, removed = now - before, {each for each in before - now if each in self.nodes}
        if len(added) + len(removed) > EVENTS_AT_MOST:
            self._tell(self.part(TOP), QAccessible.Event.SelectionWithin)
            return
        for keys, kind in (
            (removed, QAccessible.Event.SelectionRemove),
            (added, QAccessible.Event.SelectionAdd),
        ):
            for key in keys:
                self._tell(self.part(key), kind)

    @staticmethod
    def _tell(part: QAccessibleInterface | None, kind: QAccessible.Event) -> None:
        if part is not None:
            QAccessible.updateAccessibility(QAccessibleEvent(part, kind))


_installed = False


def _install() -> None:
    global _installed
    if not _installed:
        _installed = True
        QAccessible.installFactory(_make)


def _make(class_name: str, thing: QObject) -> QAccessibleInterface | None:
    speaker = getattr(thing, "spoken", None) if class_name in _CLASSES else None
    return speaker.top() if isinstance(speaker, Speaker) else None


def _drop(part: Part) -> None:
    # Qt's own list of parts owns them and knows nothing of Python's: the one way to end a part.
    if isValid(part):
        QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(part))


def _forget(parts: dict[str, Part]) -> None:
    while parts:
        _drop(parts.popitem()[1])
