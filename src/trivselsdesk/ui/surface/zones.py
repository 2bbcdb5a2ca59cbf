"""From the records to what the board shows: zones, groups and tiles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from trivselsdesk.domain.board import BoardView, Card, SortView
from trivselsdesk.domain.danish import inside, plural
from trivselsdesk.domain.pack import NoteType, Pack
from trivselsdesk.domain.records import Note
from trivselsdesk.ui.surface.model import LOOSE, Group, Tile, ZoneModel

WAITING = "waiting"
"""Zone id for the cards that nobody has sorted yet."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Board", text)


def note_tile(note: Note, pack: Pack, voices: int = 1) -> Tile:
    """A note as a tile in its own colour; ``voices`` is how many notes it stands for."""
    kind = next((each for each in pack.note_types if each.id == note.kind), None)
    pink = kind is not None and kind.colour == "pink"
    mark = kind.mark if kind is not None else ""
    if note.from_last:
        mark = _tr("fra sidst")
    if voices > 1:
        # Counted before it came here, or a note that speaks for others.
        counted = _tr("sagt af {n}").format(n=voices)
        mark = counted if note.said == voices else plural(voices, _tr("seddel"), _tr("sedler"))
    look = "pink" if pink else "yellow"
    called = "" if kind is None else kind_words(kind, pack)
    return Tile(note.id, note.text, look, mark, must_act=note.always_act, kind=called, voices=voices)


def kind_words(kind: NoteType, pack: Pack) -> str:
    """»Gul seddel«, »Pink seddel fra trioen«: what the process calls such a note."""
    called = kind.name or _tr("{label} seddel").format(label=kind.label)
    return (
        _tr("{note} fra {group}").format(note=called, group=inside(pack.trio))
        if kind.origin == "trio"
        else called
    )


def card_tile(card: Card, pack: Pack) -> Tile:
    """A theme as a card with its number of notes; a loose note as itself."""
    if not card.is_theme and card.notes:
        return note_tile(card.notes[0], pack)
    mark = plural(len(card.notes), _tr("seddel"), _tr("sedler"))
    return Tile(card.id, card.title, "card", mark, card.tone, card.icon, card.must_act)


def board_zones(view: BoardView, pack: Pack, links: Mapping[str, int] | None = None) -> list[ZoneModel]:
    """The zones of a board of the first stage. ``links`` counts the notes that help each theme."""
    zones = []
    for each in view.zones:
        groups = [
            Group(
                group.theme.id,
                group.theme.name,
                tuple(note_tile(note, pack, view.joined.get(note.id, 1)) for note in group.notes),
                agreed=group.theme.agreed,
                links=(links or {}).get(group.theme.id, 0),
            )
            for group in each.themes
        ]
        if each.loose:
            title = _tr("Uden tema") if groups else ""
            groups.append(
                Group(
                    f"{LOOSE}{each.zone.id}",
                    title,
                    tuple(note_tile(note, pack, view.joined.get(note.id, 1)) for note in each.loose),
                )
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
