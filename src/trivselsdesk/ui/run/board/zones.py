"""From the records to what the board shows: zones, groups and tiles."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from trivselsdesk.domain.board import BoardView, Card, SortView
from trivselsdesk.domain.danish import plural
from trivselsdesk.domain.pack import Pack
from trivselsdesk.domain.records import Note
from trivselsdesk.ui.run.board.model import LOOSE, Group, Tile, ZoneModel

WAITING = "waiting"
"""Zone id for the cards that nobody has sorted yet."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Board", text)


def note_tile(note: Note, pack: Pack) -> Tile:
    """A note as a tile in its own colour."""
    kind = next((each for each in pack.note_types if each.id == note.kind), None)
    pink = kind is not None and kind.colour == "pink"
    mark = kind.mark if kind is not None else ""
    return Tile(note.id, note.text, "pink" if pink else "yellow", mark, must_act=note.always_act)


def card_tile(card: Card, pack: Pack) -> Tile:
    """A theme as a card with its number of notes; a loose note as itself."""
    if not card.is_theme and card.notes:
        return note_tile(card.notes[0], pack)
    mark = plural(len(card.notes), _tr("seddel"), _tr("sedler"))
    return Tile(card.id, card.title, "card", mark, card.tone, card.icon, card.must_act)


def board_zones(view: BoardView, pack: Pack) -> list[ZoneModel]:
    """The zones of a board of the first stage."""
    zones = []
    for each in view.zones:
        groups = [
            Group(group.theme.id, group.theme.name, tuple(note_tile(note, pack) for note in group.notes))
            for group in each.themes
        ]
        if each.loose:
            title = _tr("Uden tema") if groups else ""
            groups.append(
                Group(f"{LOOSE}{each.zone.id}", title, tuple(note_tile(n, pack) for n in each.loose))
            )
        count = plural(each.count, _tr("seddel"), _tr("sedler"))
        hint = f"{each.zone.hint} · {count}" if each.zone.hint else count
        empty = _tr("Skriv den første seddel nederst, og tryk Enter.")
        zones.append(
            ZoneModel(
                each.zone.id, each.zone.title, hint, each.zone.tone, each.zone.icon, tuple(groups), empty
            )
        )
    return zones


def sort_zones(view: SortView, pack: Pack) -> list[ZoneModel]:
    """What waits, if anything does, then the zones of a sorting board."""
    zones = []
    if view.waiting:
        title, hint = _tr("Ikke sorteret endnu"), _tr("Træk kortene ned, hvor de hører til")
        zones.append(
            ZoneModel(WAITING, title, hint, "plain", "theme", _one_group(WAITING, view.waiting, pack))
        )
    for zone, cards in view.zones:
        count = plural(len(cards), _tr("kort"), _tr("kort"))
        hint = f"{zone.hint} · {count}" if zone.hint else count
        zones.append(
            ZoneModel(
                zone.id,
                zone.title,
                hint,
                zone.tone,
                zone.icon,
                _one_group(zone.id, cards, pack),
                _tr("Træk kort herhen."),
            )
        )
    return zones


def _one_group(zone_id: str, cards: Sequence[Card], pack: Pack) -> tuple[Group, ...]:
    tiles = tuple(card_tile(card, pack) for card in cards)
    return (Group(f"{LOOSE}{zone_id}", "", tiles),) if tiles else ()
