"""What the room sees of each kind of tool."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from trivselsdesk.domain import occasion, part, turns
from trivselsdesk.domain.agenda import Slot, rows
from trivselsdesk.domain.board import Card, board_view, matrix_view, sort_view
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.danish import format_clock, plural
from trivselsdesk.domain.pack import Board, Pack, Tool
from trivselsdesk.domain.records import Rule
from trivselsdesk.domain.sheets import zones_of
from trivselsdesk.domain.timing import SlotTime, goes_on_at
from trivselsdesk.domain.wall import agreed, circle, deciding, pulse, tools
from trivselsdesk.domain.wall.follow import FollowScene, follow_wall
from trivselsdesk.domain.wall.model import Block, Content, Countdown, Line, OnBoard, OnMatrix, Sheet, Sorting
from trivselsdesk.domain.wall.scene import Scene, table
from trivselsdesk.domain.wall.since import since_blocks
from trivselsdesk.domain.wall.tracks import told_blocks

_IN_ONE = 5
"""So many names stand in one column; more are set side by side."""


def rules_block(book: Book, pack: Pack) -> Block:
    """The ground rules of the meeting."""
    written = [part.fill(book, pack, rule.text).strip() for rule in book.ranked(Rule)]
    return Block("Spilleregler", tuple(Line(words, icon="check") for words in written if words))


def purpose_blocks(book: Book, pack: Pack) -> tuple[Block, ...]:
    """What the occasion tells the room at the opening; nothing where it has no words for the wall."""
    line = occasion.wall_line(book, pack)
    return (Block(line, (), "primary", "heart"),) if line else ()


def talk(scene: Scene, slot: Slot, tool: Tool) -> Content:
    """The day's programme; at the opening also what was agreed last time, what is seen to, and the rules.

    Points are notes for the one who speaks.
    """
    first = bool(scene.reading.times) and scene.reading.times[0].slot.id == slot.id
    rules = rules_block(scene.book, scene.pack)
    blocks = [_programme(scene)]
    if first:
        blocks = [*purpose_blocks(scene.book, scene.pack), *blocks]
        blocks += since_blocks(scene.book, scene.meeting)
        blocks += told_blocks(scene.book, scene.pack)
        if rules.lines:
            blocks.append(rules)
    return Sheet(tuple(blocks))


def _programme(scene: Scene) -> Block:
    """The day's items, the one under way marked. Planned times only: the drift is the facilitator's."""
    current = scene.slot.item.id if scene.slot else ""
    states = _states(scene.reading.times)
    lines = tuple(
        Line(
            scene.pack.fill(row.item.title),
            number=format_clock(row.start),
            state="now" if row.item.id == current else states.get(row.item.id, ""),
        )
        for row in rows(scene.book, scene.meeting)
    )
    return Block("Dagens program", lines)


def _states(times: tuple[SlotTime, ...]) -> dict[str, str]:
    over: dict[str, bool] = {}
    for each in times:
        over[each.slot.item.id] = over.get(each.slot.item.id, True) and each.state == "done"
    return {item_id: "done" for item_id, done in over.items() if done}


def _write(scene: Scene, slot: Slot, tool: Tool) -> Content:
    board = scene.pack.board(str(tool.params["board"]))
    wanted = tool.params.get("zones") or [zone.id for zone in board.zones]
    blocks = tuple(
        Block(zone.title, (), zone.tone, zone.icon, zone.hint)
        for zone in zones_of(scene.book, board)
        if zone.id in wanted
    )
    return Sheet(blocks)


def _board(scene: Scene, slot: Slot, tool: Tool) -> Content:
    # Not even unseen: what is not in the picture cannot be drawn by mistake.
    return OnBoard(replace(board_view(scene.book, _board_of(scene.pack, tool)), sealed=()))


def _round(scene: Scene, slot: Slot, tool: Tool) -> Content:
    """What each says something about, and how far the round has come. Who passed shows as everybody else."""
    question = part.fill(scene.book, scene.pack, str(tool.params.get("prompt", "")))
    order = table(scene, slot, tool)
    if order is None or not scene.names:
        return Sheet(question=question)
    lines = tuple(
        Line(seat.name, state="now" if seat.speaking else "done" if seat.turns else "")
        for seat in order.seats
        if seat.state not in (turns.LATER, turns.AWAY)
    )
    if len(lines) <= _IN_ONE:
        return Sheet((Block("Runden", lines, "plain", "users"),) if lines else (), question=question)
    # Side by side, so that a whole staff stands there in large type, read down and then across.
    count = 2 if len(lines) <= 2 * _IN_ONE else 3
    each = -(-len(lines) // count)
    parts = [lines[start : start + each] for start in range(0, len(lines), each)]
    return Sheet(tuple(Block("", names) for names in parts), question=question)


def _sort(scene: Scene, slot: Slot, tool: Tool) -> Content:
    return Sorting(sort_view(scene.book, scene.pack, _board_of(scene.pack, tool)))


def _board_of(pack: Pack, tool: Tool) -> Board:
    return pack.board(str(tool.params["board"]))


def _matrix(scene: Scene, slot: Slot, tool: Tool) -> Content:
    pack = scene.pack
    view = matrix_view(scene.book, pack, pack.matrix(str(tool.params["matrix"])))
    if tool.params.get("focus") == "votes" and view.waiting and not view.placed:
        # Dots are set before the field is filled: the room must see everything it can choose between.
        return _to_choose_from(view.waiting)
    return OnMatrix(
        replace(
            view,
            waiting=tuple(_for_the_room(card) for card in view.waiting),
            placed=tuple((_for_the_room(card), x, y) for card, x, y in view.placed),
            partly=tuple((_for_the_room(card), x, y) for card, x, y in view.partly),
        ),
        tuple((lift.id, lift.label) for lift in pack.lifts),
        pack.always_act.short if pack.always_act else "",
    )


def _to_choose_from(cards: tuple[Card, ...]) -> Sheet:
    """The themes with their dots, and what calls for action whatever the dots say in a block of its own."""
    always = [card for card in cards if card.is_theme and card.must_act]
    plain = [card for card in cards if card not in always]
    blocks = [Block("Temaer", tuple(_dotted(card) for card in plain), "primary", "tally")] if plain else []
    if always:
        blocks.append(Block("Tager vi altid med", tuple(_dotted(card) for card in always), "warn", "must"))
    return Sheet(tuple(blocks))


def _dotted(card: Card) -> Line:
    dots = plural(card.votes, "prik", "prikker") if card.votes else ""
    return Line(card.title.strip() or "Uden navn", aside=dots, icon=card.icon)


def _for_the_room(card: Card) -> Card:
    """A single note goes on like a chosen one, but the mark on it is not for the wall."""
    if card.is_theme or not card.must_act:
        return card
    return replace(card, chosen=card.chosen or not card.lift, must_act=False)


def _questions(scene: Scene, slot: Slot, tool: Tool) -> Content:
    return agreed.talk_of(scene.book, scene.pack, scene.initiative, scene.question, names=scene.names)


def _vote(scene: Scene, slot: Slot, tool: Tool) -> Content:
    return deciding.vote(scene.book, scene.pack, scene.meeting, tool)


def _groups(scene: Scene, slot: Slot, tool: Tool) -> Content:
    return deciding.groups(scene.book, scene.pack, scene.meeting, tool, names=scene.names)


def _circle(scene: Scene, slot: Slot, tool: Tool) -> Content:
    shown = circle.circle_wall(scene, tool)
    return circle.circle_at(shown, scene.reading.now)[0] if shown else circle.circle_before(scene, slot, tool)


def _page(scene: Scene, slot: Slot, tool: Tool) -> Content:
    """The pages that the room can read; of the others the day's programme."""
    kind = tool.params["page"]
    if kind not in ("status", "network"):
        return talk(scene, slot, tool)
    at = FollowScene(date.fromtimestamp(scene.reading.now), network=kind == "network")
    shown = follow_wall(scene.book, scene.pack, at, names=scene.names).content
    return talk(scene, slot, tool) if shown == Sheet() else shown


def _signup(scene: Scene, slot: Slot, tool: Tool) -> Content:
    return deciding.signup(scene.book, tool, names=scene.names)


def _closing(scene: Scene, slot: Slot, tool: Tool) -> Content:
    return agreed.summary(scene.book, scene.pack, names=scene.names)


def _pause(scene: Scene, slot: Slot, tool: Tool) -> Content:
    return break_now(scene)


def break_now(scene: Scene) -> Countdown:
    """Counts down only in a part that is a break: a pause in between has no end of its own."""
    reading = scene.reading
    in_break = reading.slot is not None and reading.slot.tool == "break"
    until = goes_on_at(reading)
    if not in_break or not until:
        return Countdown("Vi holder en kort pause", 0.0, 0.0)
    return Countdown("Vi holder pause", reading.left, until)


CONTENTS: dict[str, Callable[[Scene, Slot, Tool], Content]] = {
    "talk": talk,
    "write": _write,
    "board": _board,
    "round": _round,
    "sort": _sort,
    "matrix": _matrix,
    "questions": _questions,
    "vote": _vote,
    "groups": _groups,
    "closing": _closing,
    "break": _pause,
    "expectations": tools.expectations,
    "icebreaker": tools.icebreaker,
    "negative": tools.negative,
    "pulse": pulse.pulse,
    "plusminus": pulse.points,
    "circle": _circle,
    "form": tools.form,
    "pitch": tools.pitch,
    "examples": tools.examples,
    "page": _page,
    "signup": _signup,
}
"""Tool kind to what the room sees of it."""
