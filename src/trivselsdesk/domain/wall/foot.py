"""The lower edge of the wall."""

from __future__ import annotations

from trivselsdesk.domain import turns
from trivselsdesk.domain.agenda import Slot, speaker
from trivselsdesk.domain.board import parked_cards
from trivselsdesk.domain.danish import inside
from trivselsdesk.domain.pack import Pack, Tool
from trivselsdesk.domain.wall.model import Content, Foot, OnBoard, OnMatrix
from trivselsdesk.domain.wall.scene import Scene, table

NOBODY_SPEAKS = ("write", "break", "icebreaker", "groups", "examples", "plusminus", "circle")
"""Tools in which everybody writes, rests or talks at once: no one person has the word."""


def foot(scene: Scene, slot: Slot, tool: Tool, content: Content) -> Foot:
    """Who has the word and who is next, the goal, whose notes are whose, and the P-plads."""
    pack = scene.pack
    who = _speaker(scene, slot, tool)
    parking = tool.kind in ("board", "sort", "matrix")
    goal, in_range = "", True
    if isinstance(content, OnMatrix) and (_chosen(content) or not content.view.waiting):
        least, most = pack.themes.least, pack.themes.most
        wanted = f"{least} til {most}" if least != most else f"{least}"
        goal = f"{_chosen(content)} valgt – vi skal have {wanted}"
        in_range = least <= _chosen(content) <= most
    return Foot(
        speaker=who,
        next=_next(scene, slot, tool),
        legend=_legend(content, pack),
        goal=goal,
        in_range=in_range,
        parked=len(parked_cards(scene.book, pack)) if parking else None,
        parking_title=pack.parking_title,
    )


def _chosen(content: OnMatrix) -> int:
    """How many go on, counted as on the console: what always calls for action is among them."""
    cards = (*content.view.waiting, *(card for card, _, _ in content.view.placed))
    return sum(1 for card in cards if card.chosen or (card.must_act and not card.lift))


def _speaker(scene: Scene, slot: Slot, tool: Tool) -> str:
    """Who has the word: in a round the one whose turn it is, else the speaker of the item."""
    order = table(scene, slot, tool)
    if order is not None and order.stage == turns.THEN and order.way == turns.ONE_BY_ONE:
        # Not a person: those who wrote beforehand stand there without names too.
        return scene.pack.trio
    if not scene.names:
        return ""
    if order and order.speaker:
        return order.names[order.speaker]
    return "" if tool.kind in NOBODY_SPEAKS else speaker(scene.book, slot.item)


def _next(scene: Scene, slot: Slot, tool: Tool) -> str:
    """Who gets the word after this, while it goes round, so that nobody is taken by surprise."""
    order = table(scene, slot, tool)
    if order is None or not scene.names or order.stage != turns.GOING or not order.next:
        return ""
    return order.names[order.next]


def _legend(content: Content, pack: Pack) -> tuple[tuple[str, str], ...]:
    """The kinds of notes that hang there, where there is more than one kind to tell apart."""
    if not isinstance(content, OnBoard):
        return ()
    hanging = {
        note.kind
        for zone in content.view.zones
        for notes in (*(theme.notes for theme in zone.themes), zone.loose)
        for note in notes
    }
    shown = [each for each in pack.note_types if each.id in hanging]
    whose = {
        "participant": "Jeres sedler",
        "trio": f"Fra {inside(pack.trio)}",
        "pack": "Fra oplægget",
    }
    return tuple((each.colour, whose[each.origin]) for each in shown) if len(shown) > 1 else ()
