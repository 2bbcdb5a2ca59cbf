"""The menus of the board: everything that can be done to notes and themes, also without a mouse."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu

from trivselsdesk.domain.board import BoardView, ThemeView, board_view, links_of
from trivselsdesk.domain.joined import originals, voices
from trivselsdesk.domain.records import Note, Theme
from trivselsdesk.domain.start_notes import is_start
from trivselsdesk.ui import actions
from trivselsdesk.ui.run import strength
from trivselsdesk.ui.run.board.deeds import Deeds
from trivselsdesk.ui.run.board.parking import Parking
from trivselsdesk.ui.run.page import Page
from trivselsdesk.ui.surface.targets import Target

LONGEST = 46
"""Characters of a note's text that a menu line shows."""


class BoardMenus(QObject):
    """Builds a menu for what is chosen, lets it be used, and throws it away."""

    def __init__(self, page: Page, deeds: Deeds, parking: Parking) -> None:
        super().__init__(page)
        self._page = page
        self._deeds = deeds
        self._parking = parking
        self._does: dict[object, Callable[[], object]] = {}

    def open(
        self,
        point: QPoint,
        ids: tuple[str, ...],
        theme_id: str,
        edit: Callable[[str], object],
        rename: Callable[[str], object],
    ) -> None:
        """The menu for these notes; for a theme alone when there are none, or when its heading was asked."""
        menu = QMenu(self._page)
        self._does = {}
        view = self._view()
        if ids:
            self._add_notes(menu, view, ids, edit)
        theme = self._theme(view, theme_id or self._theme_of(ids))
        if theme is not None:
            inner = menu.addMenu(self.tr("Temaet »{name}«").format(name=_short(theme.theme.name)))
            self._add_theme(inner if ids else menu, view, theme, ids, rename)
            if not ids:
                menu.removeAction(inner.menuAction())
        chosen = menu.exec(point) if not menu.isEmpty() else None
        if chosen is not None and chosen in self._does:
            self._does[chosen]()
        self._does = {}
        menu.deleteLater()

    def _view(self) -> BoardView:
        page = self._page
        return board_view(page.book, page.pack.board(str(page.tool.params["board"])))

    def _line(self, menu: QMenu, words: str, does: Callable[[], object], *, on: bool | None = None) -> None:
        line = menu.addAction(words.replace("&", "&&"))
        if on is not None:
            line.setCheckable(True)
            line.setChecked(on)
        self._does[line] = does

    def _add_notes(
        self, menu: QMenu, view: BoardView, ids: tuple[str, ...], edit: Callable[[str], object]
    ) -> None:
        book, deeds = self._page.book, self._deeds
        notes = [book.get(Note, each) for each in ids]
        if len(notes) == 1:
            self._line(menu, actions.text("edit_card"), partial(edit, ids[0]))
            self._line(menu, self.tr("Del i to sedler"), partial(deeds.split, ids[0]))
            self._add_strength(menu, ids[0])
            if self._page.pack.tags and not is_start(self._page.pack, notes[0]):
                self._line(menu, self.tr("Hvor kommer den fra …"), partial(deeds.tell_source, ids[0]))
            if originals(book, ids[0]):
                count = voices(book, notes[0])
                words = self.tr("Vis de {n} sedler hver for sig igen").format(n=count)
                self._line(menu, words, partial(deeds.unjoin, ids[0]))
        else:
            self._line(menu, actions.text("group"), partial(deeds.group, ids[1:], ids[0]))
            joined = menu.addMenu(self.tr("Saml til én seddel, der hedder"))
            for note in notes[:12]:
                self._line(joined, f"»{_short(note.text)}«", partial(deeds.join, ids, note.id))
        places = menu.addMenu(actions.text("move_menu"))
        for zone in view.zones:
            self._line(places, zone.zone.title, partial(deeds.move, ids, Target("zone", zone.zone.id)))
            for theme in zone.themes:
                target = Target("group", zone.zone.id, theme.theme.id)
                self._line(places, f"    {_short(theme.theme.name)}", partial(deeds.move, ids, target))
        self._line(menu, actions.text("park"), partial(self._parking.park, ids))
        if self._page.pack.always_act is not None:
            on = all(note.always_act for note in notes)
            must_act = partial(deeds.set_must_act, Note, ids, not on)
            self._line(menu, self._page.pack.always_act.label, must_act, on=on)
        self._line(menu, actions.text("delete"), partial(deeds.delete, ids))

    def _add_strength(self, menu: QMenu, card_id: str) -> None:
        if strength.offered(self._page, card_id):
            self._line(menu, strength.words(), partial(strength.take_up, self._page, card_id))

    def _add_theme(
        self,
        menu: QMenu,
        view: BoardView,
        theme: ThemeView,
        ids: tuple[str, ...],
        rename: Callable[[str], object],
    ) -> None:
        deeds, record = self._deeds, theme.theme
        self._line(menu, self.tr("Omdøb temaet"), partial(rename, record.id))
        self._add_strength(menu, record.id)
        agreed = partial(deeds.set_agreed, record.id, not record.agreed)
        self._line(menu, self.tr("Vi er enige om temaet"), agreed, on=record.agreed)
        inside = tuple(note.id for note in theme.notes if note.id in ids)
        if inside and len(inside) < len(theme.notes):
            apart = partial(deeds.split_theme, record.id, inside)
            self._line(menu, self.tr("Gør de valgte sedler til et nyt tema"), apart)
        places = menu.addMenu(self.tr("Flyt temaet til"))
        for zone in view.zones:
            ids_here = [each.theme.id for each in zone.themes]
            resting = [each.theme for each in zone.themes if each.theme.id != record.id]
            own = ids_here.index(record.id) if record.id in ids_here else -1
            if own < 0 or own < len(resting):
                words = zone.zone.title if own < 0 else self.tr("Sidst i {zone}").format(zone=zone.zone.title)
                target = Target("zone", zone.zone.id)
                self._line(places, words, partial(deeds.move_theme, record.id, target))
            for number, other in enumerate(resting):
                if number != own:
                    before = self.tr("Foran »{theme}«").format(theme=_short(other.name))
                    target = Target("zone", zone.zone.id, index=number)
                    self._line(places, f"    {before}", partial(deeds.move_theme, record.id, target))
        others = [each.theme for zone in view.zones for each in zone.themes if each.theme.id != record.id]
        if others:
            merge = menu.addMenu(self.tr("Læg sammen med"))
            for other in others:
                target = Target("group", other.zone, other.id)
                self._line(merge, _short(other.name), partial(deeds.move_theme, record.id, target))
        self._add_links(menu, view, record)
        self._line(menu, actions.text("park"), partial(self._parking.park, (record.id,)))
        if self._page.pack.always_act is not None:
            must_act = partial(deeds.set_must_act, Theme, (record.id,), not record.always_act)
            self._line(menu, self._page.pack.always_act.label, must_act, on=record.always_act)
        self._line(menu, actions.text("ungroup"), partial(deeds.dissolve, record.id))

    def _add_links(self, menu: QMenu, view: BoardView, theme: Theme) -> None:
        """Notes of other zones that may show a way: the good ones for what does not work."""
        linked = {note.id for note in links_of(self._page.book, theme.id)}
        zones = [zone for zone in view.zones if zone.zone.id != theme.zone]
        notes = [note for zone in zones for group in zone.themes for note in group.notes]
        notes += [note for zone in zones for note in zone.loose]
        if not notes:
            return
        ways = menu.addMenu(self.tr("En vej frem kan være"))
        notes.sort(key=lambda note: note.id not in linked)
        for note in notes[:40]:
            on = note.id in linked
            link = partial(self._deeds.link, theme.id, note.id, not on)
            self._line(ways, _short(note.text), link, on=on)

    def _theme(self, view: BoardView, theme_id: str) -> ThemeView | None:
        return next(
            (each for zone in view.zones for each in zone.themes if theme_id and each.theme.id == theme_id),
            None,
        )

    def _theme_of(self, ids: tuple[str, ...]) -> str:
        note = self._page.book.find(Note, ids[0]) if ids else None
        return note.theme_id if note is not None else ""


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…"
