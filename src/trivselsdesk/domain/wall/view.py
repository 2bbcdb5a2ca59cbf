"""From the meeting's state to the wall: the only place that decides what the room may see.

Never on the wall: controls, script and tips, how the meeting stands to its plan, sealed notes, who wrote a
note, the mark »kræver handling« on a single note (it could point at a person), anything confidential.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from trivselsdesk.domain import part, turns
from trivselsdesk.domain.agenda import Slot, rows, speaker
from trivselsdesk.domain.board import Card, board_view, matrix_view, parked_cards, sort_view
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.danish import format_clock
from trivselsdesk.domain.own_words import with_own_words
from trivselsdesk.domain.pack import Board, Pack, Tool
from trivselsdesk.domain.records import Meeting, Rule
from trivselsdesk.domain.timing import Reading, SlotTime
from trivselsdesk.domain.wall import agreed, deciding, tools
from trivselsdesk.domain.wall.follow import FollowScene, follow_wall
from trivselsdesk.domain.wall.model import (
    DARK,
    PAUSE,
    RULES,
    Block,
    Content,
    Countdown,
    Dark,
    Foot,
    Line,
    OnBoard,
    OnMatrix,
    Sheet,
    Sorting,
    Wall,
    WallClock,
)
from trivselsdesk.domain.wall.tracks import told_blocks

TRIO = "Trioen"
"""Who shows the notes that were written beforehand. Not a person: it stands there without names too."""
BOARD_KINDS = ("write", "board", "sort")


@dataclass(frozen=True)
class Scene:
    """What the wall is drawn from: the meeting, its clock, and what the facilitator has chosen to show."""

    book: Book
    pack: Pack
    meeting: Meeting
    reading: Reading
    slot: Slot | None
    """The part that the room is at: the first before the meeting, the last after it."""
    mode: str = "follow"
    names: bool = True
    """Whether first names may stand on the wall."""
    initiative: str = ""
    """The initiative that the room talks about, where it talks about one."""
    question: str = ""
    """The question of the process that the room is at."""
    follow: FollowScene | None = None
    """What the room after the meeting shows, where that is open."""


def wall_view(scene: Scene) -> Wall:
    """What the room sees. A frozen wall is the picture that was taken when it was frozen."""
    scene = _in_own_words(scene)
    if scene.mode == DARK:
        return Wall("", "", Dark())
    if scene.mode == RULES:
        return Wall(_caption(scene), "Vores spilleregler", Sheet((rules_block(scene.book, scene.pack),)))
    if scene.mode == PAUSE:
        return Wall(_caption(scene), "Pause", _break(scene))
    if scene.follow is not None and (scene.follow.round or scene.reading.state in ("ready", "ended")):
        return follow_wall(scene.book, scene.pack, scene.follow, names=scene.names)
    if scene.reading.state == "ready" or scene.slot is None:
        return _before(scene)
    if scene.reading.state == "ended":
        return _after(scene)
    meeting, slot = scene.meeting, scene.slot
    aid = part.aid_taken_up(scene.book, scene.pack, meeting, slot)
    tool = part.tool_of(scene.pack, meeting, slot, aid)
    content = CONTENTS.get(tool.kind, _talk)(scene, slot, tool)
    return Wall(
        _caption(scene),
        _with_rule(part.instruction(scene.book, scene.pack, meeting, slot, aid), tool),
        content,
        WallClock(scene.reading.state, scene.reading.left, scene.reading.allotted),
        _foot(scene, slot, tool, content),
    )


def _with_rule(line: str, tool: Tool) -> str:
    """The line for the wall with the rule of the moment (003: R24), unless it says so already."""
    rule = str(tool.params.get("rule", "")).strip()
    if not rule or rule.casefold() in line.casefold():
        return line
    return f"{line} – {rule[0].lower()}{rule[1:]}"


def at_time(wall: Wall, reading: Reading) -> Wall:
    """The same picture with the time as it is now; for each second in which nothing else has changed."""
    content = wall.content
    if isinstance(content, Countdown) and content.until:
        content = replace(content, left=reading.left, until=_until(reading) or content.until)
    clock = wall.clock and WallClock(reading.state, reading.left, reading.allotted)
    return replace(wall, content=content, clock=clock)


def rules_block(book: Book, pack: Pack) -> Block:
    """The ground rules of the meeting."""
    written = [part.fill(book, pack, rule.text).strip() for rule in book.ranked(Rule)]
    return Block("Spilleregler", tuple(Line(words, icon="check") for words in written if words))


def _in_own_words(scene: Scene) -> Scene:
    return replace(scene, pack=with_own_words(scene.pack, scene.book))


def _caption(scene: Scene) -> str:
    if scene.slot is None:
        return scene.pack.fill(scene.meeting.title)
    return scene.pack.fill(scene.slot.item.title)


# Before and after


def _before(scene: Scene) -> Wall:
    book, pack, meeting = scene.book, scene.pack, scene.meeting
    day = tuple(
        Line(pack.fill(row.item.title), number=format_clock(row.start)) for row in rows(book, meeting)
    )
    blocks = [Block("Dagens program", day)] if day else []
    rules = rules_block(book, pack)
    if rules.lines:
        blocks.append(rules)
    facts = [book.programme.name, f"Vi begynder kl. {format_clock(meeting.start)}"]
    title = pack.fill(meeting.title).strip()
    return Wall(" · ".join(each for each in facts if each), title or "Velkommen", Sheet(tuple(blocks)))


def _after(scene: Scene) -> Wall:
    sheet = agreed.summary(scene.book, scene.pack, names=scene.names)
    return Wall(scene.pack.fill(scene.meeting.title), "Tak for i dag – det har vi aftalt", sheet)


# The contents of each kind of tool


def _talk(scene: Scene, slot: Slot, tool: Tool) -> Content:
    """The day's programme, at the opening with what is already being seen to and with the rules.

    Points are notes for the one who speaks.
    """
    first = bool(scene.reading.times) and scene.reading.times[0].slot.id == slot.id
    rules = rules_block(scene.book, scene.pack)
    blocks = [_programme(scene)]
    if first:
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
        Block(zone.title, (), zone.tone, zone.icon, zone.hint) for zone in board.zones if zone.id in wanted
    )
    return Sheet(blocks)


def _board(scene: Scene, slot: Slot, tool: Tool) -> Content:
    # Not even unseen: what is not in the picture cannot be drawn by mistake.
    return OnBoard(replace(board_view(scene.book, _board_of(scene.pack, tool)), sealed=()))


def _round(scene: Scene, slot: Slot, tool: Tool) -> Content:
    """What each says something about, and how far the round has come. Who passed shows as everybody else."""
    question = part.fill(scene.book, scene.pack, str(tool.params.get("prompt", "")))
    table = _table(scene, slot, tool)
    if table is None or not scene.names:
        return Sheet(question=question)
    lines = tuple(
        Line(seat.name, state="now" if seat.speaking else "done" if seat.turns else "")
        for seat in table.seats
        if seat.state not in (turns.LATER, turns.AWAY)
    )
    return Sheet((Block("Runden", lines, "plain", "users"),) if lines else (), question=question)


def _table(scene: Scene, slot: Slot, tool: Tool) -> turns.Table | None:
    aid = part.aid_taken_up(scene.book, scene.pack, scene.meeting, slot)
    return turns.read(scene.book, scene.meeting, slot, aid, tool)


def _sort(scene: Scene, slot: Slot, tool: Tool) -> Content:
    return Sorting(sort_view(scene.book, scene.pack, _board_of(scene.pack, tool)))


def _board_of(pack: Pack, tool: Tool) -> Board:
    return pack.board(str(tool.params["board"]))


def _matrix(scene: Scene, slot: Slot, tool: Tool) -> Content:
    pack = scene.pack
    view = matrix_view(scene.book, pack, pack.matrix(str(tool.params["matrix"])))
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


def _signup(scene: Scene, slot: Slot, tool: Tool) -> Content:
    return deciding.signup(scene.book, tool, names=scene.names)


def _closing(scene: Scene, slot: Slot, tool: Tool) -> Content:
    return agreed.summary(scene.book, scene.pack, names=scene.names)


def _pause(scene: Scene, slot: Slot, tool: Tool) -> Content:
    return _break(scene)


def _break(scene: Scene) -> Countdown:
    """Counts down only in a part that is a break: a pause in between has no end of its own."""
    reading = scene.reading
    in_break = reading.slot is not None and reading.slot.tool == "break"
    until = _until(reading)
    if not in_break or not until:
        return Countdown("Vi holder en kort pause", 0.0, 0.0)
    return Countdown("Vi holder pause", reading.left, until)


def _until(reading: Reading) -> float:
    """When the part under way ends as things stand, in seconds since 1970; 0 when there is none."""
    current = next((each for each in reading.times if each.state == "current"), None)
    return current.start + current.seconds if current is not None else 0.0


CONTENTS: dict[str, Callable[[Scene, Slot, Tool], Content]] = {
    "talk": _talk,
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
    "form": tools.form,
    "signup": _signup,
}
"""Tool kind to what the room sees of it."""


# The lower edge


def _foot(scene: Scene, slot: Slot, tool: Tool, content: Content) -> Foot:
    pack = scene.pack
    who = _speaker(scene, slot, tool)
    parking = tool.kind in ("board", "sort", "matrix")
    goal, in_range = "", True
    if isinstance(content, OnMatrix) and (content.view.chosen or not content.view.waiting):
        least, most = pack.themes.least, pack.themes.most
        wanted = f"{least} til {most}" if least != most else f"{least}"
        goal = f"{content.view.chosen} valgt – vi skal have {wanted}"
        in_range = least <= content.view.chosen <= most
    return Foot(
        speaker=who,
        legend=_legend(content, pack),
        goal=goal,
        in_range=in_range,
        parked=len(parked_cards(scene.book, pack)) if parking else None,
        parking_title=pack.parking_title,
    )


def _speaker(scene: Scene, slot: Slot, tool: Tool) -> str:
    """Who has the word: in a round the one whose turn it is, else the speaker of the item."""
    table = _table(scene, slot, tool)
    if table is not None and table.stage == turns.THEN and table.way == turns.ONE_BY_ONE:
        return TRIO
    if not scene.names:
        return ""
    return table.names[table.speaker] if table and table.speaker else speaker(scene.book, slot.item)


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
    whose = {"participant": "Jeres sedler", "trio": "Trioens sedler"}
    return tuple((each.colour, whose[each.origin]) for each in shown) if len(shown) > 1 else ()
