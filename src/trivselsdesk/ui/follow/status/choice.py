"""The button that says which lines of the statuspil are shown, and in which order."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from trivselsdesk.domain.follow import Choice, Followed, owner_of
from trivselsdesk.ui.widgets.buttons import Button


class ChoiceButton(Button):
    """Opens a menu; ``chosen`` carries the new choice."""

    chosen = Signal(object)
    weeks_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Vis alle"), "ghost", "list", icon_after="chev-d", parent=parent)
        self.choice = Choice()
        self._owners: list[str] = []
        self._areas: list[tuple[str, str]] = []
        self.menu_box = QMenu(self)
        self.clicked.connect(self._open)

    def show_choice(self, choice: Choice, lines: list[Followed]) -> None:
        """Say what is shown now, and offer the owners and initiatives that there are."""
        self.choice = choice
        self._owners = sorted({owner_of(each) for each in lines} - {""}, key=str.casefold)
        areas = {each.initiative.id: each.initiative for each in lines}
        ordered = sorted(areas.values(), key=lambda each: (each.rank, each.id))
        self._areas = [(each.id, each.name.strip() or self.tr("Uden navn")) for each in ordered]
        self.setText(_clipped(self._summed_up()))
        self.setToolTip(self._summed_up())
        self.setAccessibleName(self.tr("Vælg, hvad der vises. Nu: {what}").format(what=self._summed_up()))

    def fill_menu(self) -> QMenu:
        """The menu as it is offered now."""
        menu = self.menu_box
        menu.clear()
        shown = QActionGroup(menu)
        for key, words in (
            ("all", self.tr("Alle")),
            ("open", self.tr("Det, der ikke er færdigt")),
            ("late", self.tr("Det, der er over tid")),
            ("stale", self.tr("Det, der står stille")),
        ):
            self._add(menu, shown, words, replace(self.choice, show=key), self.choice.show == key)
        self._below(
            self.tr("Tovholder"),
            [("", self.tr("Alle")), *((each, each[:60]) for each in self._owners)],
            "owner",
        )
        self._below(
            self.tr("Indsatsområde"),
            [("", self.tr("Alle")), *((key, words[:60]) for key, words in self._areas)],
            "initiative_id",
        )
        menu.addSeparator()
        self._below(
            self.tr("Rækkefølge"),
            [
                ("due", self.tr("Deadline")),
                ("owner", self.tr("Tovholder")),
                ("initiative", self.tr("Indsatsområde")),
                ("step", self.tr("Hvor langt vi er")),
            ],
            "sort",
        )
        menu.addSeparator()
        menu.addAction(self.tr("Hvornår står noget stille? …"), self.weeks_wanted.emit)
        return menu

    def _below(self, title: str, offers: list[tuple[str, str]], field: str) -> None:
        menu = self.menu_box.addMenu(title.replace("&", "&&"))
        group = QActionGroup(menu)
        for key, words in offers:
            choice = replace(self.choice, **{field: key})
            self._add(menu, group, words, choice, getattr(self.choice, field) == key)

    def _add(self, menu: QMenu, group: QActionGroup, words: str, choice: Choice, now: bool) -> None:
        action = QAction(words.replace("&", "&&"), menu)
        action.setCheckable(True)
        action.setChecked(now)
        action.setData(choice)
        action.triggered.connect(self._on_chosen)
        group.addAction(action)
        menu.addAction(action)

    def _on_chosen(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.chosen.emit(action.data())

    def _open(self) -> None:
        self.fill_menu().popup(self.mapToGlobal(self.rect().topLeft()))

    def _summed_up(self) -> str:
        choice = self.choice
        kinds = {
            "open": self.tr("ikke færdige"),
            "late": self.tr("over tid"),
            "stale": self.tr("står stille"),
        }
        area = next((words for key, words in self._areas if key == choice.initiative_id), "")
        parts = [each for each in (kinds.get(choice.show, ""), choice.owner, area) if each]
        return self.tr("Vis: {what}").format(what=" · ".join(parts)) if parts else self.tr("Vis alle")


def _clipped(words: str) -> str:
    return words if len(words) <= 26 else f"{words[:25].rstrip()}…"
