"""What is painted on a board as screen readers meet it: parts with names, places, states and actions."""

from __future__ import annotations

import weakref
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, QRect, Qt, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleInterface,
    QAccessibleSelectionInterface,
)
from PySide6.QtWidgets import QAccessibleWidget, QGraphicsView
from shiboken6 import VoidPtr

if TYPE_CHECKING:
    from trivselsdesk.ui.run.board.speaker import Node, Speaker

TOP = ""
"""Key of the view itself."""
_NO_CAST = VoidPtr(0)
"""»It has no such side.« The binding crashes at None here."""
_FOCUS = QAccessibleActionInterface.setFocusAction()


class _Actions(QAccessibleActionInterface):
    """The actions of a part."""

    def __init__(self, speaker: Speaker, key: str) -> None:
        super().__init__()
        self._speaker = weakref.ref(speaker)
        self._key = key

    def _names(self) -> dict[str, str]:
        speaker = self._speaker()
        if speaker is None:
            return {}
        goto = {_FOCUS: QCoreApplication.translate("Spoken", "Gå hertil")}
        node = speaker.nodes.get(self._key)
        return goto if self._key == TOP else speaker.action_names(node) if node is not None else {}

    def actionNames(self) -> list[str]:
        return list(self._names())

    def localizedActionName(self, name: str) -> str:
        return self._names().get(name, "")

    def localizedActionDescription(self, name: str) -> str:
        return self._names().get(name, "")

    def keyBindingsForAction(self, name: str) -> list[str]:
        return []

    def doAction(self, name: str) -> None:
        # Later: a menu would keep the screen reader waiting for its answer.
        QTimer.singleShot(0, partial(self._do, name))

    def _do(self, name: str) -> None:
        speaker = self._speaker()
        view = speaker.view() if speaker is not None else None
        if speaker is None or view is None:
            return
        node = speaker.nodes.get(self._key)
        if name == _FOCUS:
            if node is not None:
                speaker.choose([node.id])
            view.setFocus(Qt.FocusReason.OtherFocusReason)
        elif node is not None and name in speaker.action_names(node):
            speaker.do(node, name)


class _Selection(QAccessibleSelectionInterface):
    """What is chosen in the view."""

    def __init__(self, speaker: Speaker) -> None:
        super().__init__()
        self._speaker = weakref.ref(speaker)

    def _chosen(self) -> list[str]:
        speaker = self._speaker()
        if speaker is None:
            return []
        chosen = speaker.chosen_ids()
        return [node.id for node in speaker.nodes.values() if node.id in chosen]

    def _id(self, item: QAccessibleInterface) -> str:
        speaker = self._speaker()
        node = speaker.nodes.get(item.key) if speaker is not None and isinstance(item, Part) else None
        return node.id if node is not None and node.kind == "item" else ""

    def _choose(self, ids: list[str]) -> bool:
        speaker = self._speaker()
        if speaker is not None:
            speaker.choose(ids)
        return speaker is not None

    def selectedItemCount(self) -> int:
        return len(self._chosen())

    def selectedItems(self) -> list[QAccessibleInterface]:
        speaker = self._speaker()
        parts = [speaker.part(speaker.by_id[each]) for each in self._chosen()] if speaker else []
        return [part for part in parts if part is not None]

    def selectedItem(self, number: int) -> QAccessibleInterface | None:
        items = self.selectedItems()
        return items[number] if 0 <= number < len(items) else None

    def isSelected(self, item: QAccessibleInterface) -> bool:
        return self._id(item) in self._chosen()

    def select(self, item: QAccessibleInterface) -> bool:
        wanted = self._id(item)
        return bool(wanted) and self._choose([*(each for each in self._chosen() if each != wanted), wanted])

    def unselect(self, item: QAccessibleInterface) -> bool:
        gone = self._id(item)
        return bool(gone) and self._choose([each for each in self._chosen() if each != gone])

    def selectAll(self) -> bool:
        speaker = self._speaker()
        nodes = speaker.nodes.values() if speaker is not None else ()
        return self._choose([node.id for node in nodes if node.kind == "item"])

    def clear(self) -> bool:
        return self._choose([])


class Part(QAccessibleInterface):
    """A zone, a theme, a note, a corner or a card as a screen reader meets it."""

    def __init__(self, speaker: Speaker, key: str) -> None:
        super().__init__()
        self._speaker = weakref.ref(speaker)
        self.key = key
        self._actions = _Actions(speaker, key)

    def _node(self) -> tuple[Speaker, Node] | None:
        speaker = self._speaker()
        if speaker is None or speaker.view() is None:
            return None
        speaker.look()
        node = speaker.nodes.get(self.key)
        return (speaker, node) if node is not None else None

    def isValid(self) -> bool:
        speaker = self._speaker()
        return speaker is not None and speaker.view() is not None

    def object(self) -> QObject | None:
        return None

    def window(self) -> object:
        top = self._up(TOP)
        return top.window() if top is not None else None

    def _up(self, key: str) -> QAccessibleInterface | None:
        speaker = self._speaker()
        return speaker.part(key) if speaker is not None else None

    def parent(self) -> QAccessibleInterface | None:
        found = self._node()
        return self._up(found[1].parent if found else TOP)

    def childCount(self) -> int:
        found = self._node()
        return len(found[0].children(self.key)) if found else 0

    def child(self, index: int) -> QAccessibleInterface | None:
        found = self._node()
        keys = found[0].children(self.key) if found else ()
        return self._up(keys[index]) if 0 <= index < len(keys) else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        found = self._node()
        keys = found[0].children(self.key) if found else ()
        return keys.index(child.key) if isinstance(child, Part) and child.key in keys else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:
        found = self._node()
        return found[0].child_at(self.key, x, y) if found else None

    def focusChild(self) -> QAccessibleInterface | None:
        return None

    def relations(self, match: object = None) -> list[Any]:
        return []

    def rect(self) -> QRect:
        found = self._node()
        return found[0].rect(self.key) if found else QRect()

    def role(self) -> QAccessible.Role:
        found = self._node()
        return found[0].role(found[1]) if found else QAccessible.Role.NoRole

    def state(self) -> QAccessible.State:
        speaker = self._speaker()
        return speaker.state(self.key) if speaker is not None else QAccessible.State()

    def text(self, kind: QAccessible.Text) -> str:
        found = self._node()
        if found is None:
            return ""
        if kind == QAccessible.Text.Name:
            return found[1].name
        return found[0].description(found[1]) if kind == QAccessible.Text.Description else ""

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Names follow from what is shown; the action that edits is the way to change them."""

    def interface_cast(self, kind: QAccessible.InterfaceType) -> object:
        return self._actions if kind == QAccessible.InterfaceType.ActionInterface else _NO_CAST


class Top(QAccessibleWidget):
    """The whole view."""

    def __init__(self, view: QGraphicsView, speaker: Speaker) -> None:
        super().__init__(view, QAccessible.Role.List)
        self._speaker = weakref.ref(speaker)
        self._actions = _Actions(speaker, TOP)
        self._selection = _Selection(speaker)

    def _keys(self) -> tuple[str, ...]:
        speaker = self._speaker()
        return speaker.children(TOP) if speaker is not None else ()

    def _writing(self) -> QAccessibleInterface | None:
        """The place on which the small editor lies, while there is one."""
        speaker = self._speaker()
        view = speaker.view() if speaker is not None else None
        inside = view.focusWidget() if view is not None else None
        if inside is None or inside is view or not inside.isVisible():
            return None
        return QAccessible.queryAccessibleInterface(view.viewport())

    def childCount(self) -> int:
        return len(self._keys()) + (self._writing() is not None)

    def child(self, index: int) -> QAccessibleInterface | None:
        keys, speaker = self._keys(), self._speaker()
        if index == len(keys):
            return self._writing()
        return speaker.part(keys[index]) if speaker is not None and 0 <= index < len(keys) else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        keys = self._keys()
        if isinstance(child, Part):
            return keys.index(child.key) if child.key in keys else -1
        return len(keys) if self._writing() is not None else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:
        speaker = self._speaker()
        return speaker.child_at(TOP, x, y) if speaker is not None else None

    def focusChild(self) -> QAccessibleInterface | None:
        speaker = self._speaker()
        view = speaker.view() if speaker is not None else None
        if speaker is None or view is None:
            return None
        speaker.look()
        if view.hasFocus():
            return speaker.part(speaker.focus_key()) if speaker.focus_key() else None
        return self._writing()

    def text(self, kind: QAccessible.Text) -> str:
        speaker = self._speaker()
        if kind == QAccessible.Text.Description and speaker is not None:
            return speaker.keys_words()
        return super().text(kind)

    def interface_cast(self, kind: QAccessible.InterfaceType) -> object:
        if kind == QAccessible.InterfaceType.ActionInterface:
            return self._actions
        return self._selection if kind == QAccessible.InterfaceType.SelectionInterface else _NO_CAST
