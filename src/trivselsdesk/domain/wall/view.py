"""From the meeting's state to the wall: the only place that decides what the room may see.

Never on the wall: controls, script and tips, how the meeting stands to its plan, sealed notes, who wrote a
note, the mark »kræver handling« on a single note (it could point at a person), anything confidential.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from trivselsdesk.domain import part
from trivselsdesk.domain.agenda import rows
from trivselsdesk.domain.danish import format_clock, format_date
from trivselsdesk.domain.own_words import with_own_words
from trivselsdesk.domain.pack import Tool
from trivselsdesk.domain.timing import Reading, clock_of, goes_on_at
from trivselsdesk.domain.wall import agreed
from trivselsdesk.domain.wall.circle import circle_at, circle_wall
from trivselsdesk.domain.wall.contents import CONTENTS, break_now, purpose_blocks, rules_block, talk
from trivselsdesk.domain.wall.follow import follow_wall
from trivselsdesk.domain.wall.foot import foot
from trivselsdesk.domain.wall.model import (
    DARK,
    PAUSE,
    RULES,
    Block,
    Content,
    Countdown,
    Dark,
    Line,
    Sheet,
    Wall,
    WallClock,
)
from trivselsdesk.domain.wall.scene import Scene

__all__ = ["Scene", "at_time", "wall_view"]


def wall_view(scene: Scene) -> Wall:
    """What the room sees. A frozen wall is the picture that was taken when it was frozen."""
    scene = _in_own_words(scene)
    if scene.mode == DARK:
        return Wall("", "", Dark())
    if scene.mode == RULES:
        return Wall(_caption(scene), "Vores spilleregler", Sheet((rules_block(scene.book, scene.pack),)))
    if scene.mode == PAUSE:
        return Wall(_caption(scene), "Pause", break_now(scene))
    if scene.follow is not None and (scene.follow.round or _not_now(scene, scene.follow.today)):
        return follow_wall(scene.book, scene.pack, scene.follow, names=scene.names)
    if scene.reading.state == "ready" or scene.slot is None:
        return _before(scene)
    if scene.reading.state == "ended":
        return _after(scene)
    meeting, slot = scene.meeting, scene.slot
    aid = part.aid_taken_up(scene.book, scene.pack, meeting, slot)
    tool = part.tool_of(scene.book, scene.pack, meeting, slot, aid)
    line = part.instruction(scene.book, scene.pack, meeting, slot, aid)
    content = _said_once(CONTENTS.get(tool.kind, talk)(scene, slot, tool), line)
    wall = Wall(
        _caption(scene),
        _with_rule(line, tool),
        content,
        WallClock(scene.reading.state, scene.reading.left, scene.reading.allotted),
        foot(scene, slot, tool, content),
        circle_wall(scene, tool),
    )
    return at_time(wall, scene.reading) if wall.circle else wall


def _not_now(scene: Scene, today: date) -> bool:
    """Whether no meeting goes on: one of an earlier day that nobody ended is over all the same."""
    day = scene.meeting.day
    return scene.reading.state in ("ready", "ended") or (day is not None and day < today)


def _with_rule(line: str, tool: Tool) -> str:
    """The line for the wall with the rule of the moment (003: R24), unless it says so already."""
    rule = str(tool.params.get("rule", "")).strip()
    if not rule or rule.casefold() in line.casefold():
        return line
    return f"{line} – {rule[0].lower()}{rule[1:]}"


def _said_once(content: Content, line: str) -> Content:
    """Words below the line that only repeat it are left out, unless nothing else would stand there."""
    if not isinstance(content, Sheet) or not any(block.lines for block in content.blocks):
        return content
    said = line.strip().casefold()
    question = "" if content.question.strip().casefold() == said else content.question
    blocks = tuple(
        replace(block, title="") if block.title.strip().casefold() == said else block
        for block in content.blocks
    )
    return Sheet(blocks, question)


def at_time(wall: Wall, reading: Reading) -> Wall:
    """The same picture with the time as it is now; for each second in which nothing else has changed."""
    content = wall.content
    if isinstance(content, Countdown) and content.until:
        content = replace(content, left=reading.left, until=goes_on_at(reading) or content.until)
    clock = wall.clock and WallClock(reading.state, reading.left, reading.allotted)
    if wall.circle is not None and wall.clock is not None:
        # The room keeps the time of its round; that of the part is the facilitator's.
        content, of_round = circle_at(wall.circle, reading.now)
        clock = of_round or clock
    return replace(wall, content=content, clock=clock)


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
    blocks = [*purpose_blocks(book, pack), *([Block("Dagens program", day)] if day else [])]
    rules = rules_block(book, pack)
    if rules.lines:
        blocks.append(rules)
    facts = [book.programme.name, f"Vi begynder kl. {format_clock(meeting.start)}"]
    title = pack.fill(meeting.title).strip()
    return Wall(" · ".join(each for each in facts if each), title or "Velkommen", Sheet(tuple(blocks)))


def _after(scene: Scene) -> Wall:
    sheet = agreed.summary(scene.book, scene.pack, names=scene.names)
    if not sheet.blocks:
        # A meeting early in a process agrees nothing yet: it says when they meet again.
        sheet = Sheet(question=_see_you(scene) or "Vi ses")
        return Wall(scene.pack.fill(scene.meeting.title), "Tak for i dag", sheet)
    return Wall(scene.pack.fill(scene.meeting.title), "Tak for i dag – det har vi aftalt", sheet)


def _see_you(scene: Scene) -> str:
    meetings = scene.book.meetings()
    places = [place for place, each in enumerate(meetings) if each.id == scene.meeting.id]
    later = [
        each
        for each in (meetings[places[0] + 1 :] if places else [])
        if clock_of(scene.book, each).state != "ended"
    ]
    if not later:
        return ""
    words = scene.pack.fill(later[0].title)
    return f"Næste gang: {words}, {format_date(later[0].day)}" if later[0].day else f"Næste gang: {words}"
