"""What the room sees of a cirkelsparring: the round with its time, and who is in focus in each group."""

from __future__ import annotations

from collections.abc import Sequence

from trivselsdesk.domain import part
from trivselsdesk.domain.agenda import Slot
from trivselsdesk.domain.circle import (
    KIND,
    MAKING,
    RUNNING,
    WHO,
    largest,
    rounds_of,
    steps,
    walk_of,
    where,
)
from trivselsdesk.domain.groups import group_rules, groups_of
from trivselsdesk.domain.pack import Tool
from trivselsdesk.domain.people import short_names
from trivselsdesk.domain.wall.model import Block, CircleWall, Line, Sheet, WallClock
from trivselsdesk.domain.wall.scene import Scene, heading


def circle_wall(scene: Scene, tool: Tool) -> CircleWall | None:
    """The talk that is under way, or None before it has begun."""
    if tool.kind != KIND:
        return None
    book, walk = scene.book, walk_of(scene.book, scene.meeting)
    made = groups_of(book, scene.meeting, group_rules(scene.pack, tool))
    plan = steps(rounds_of(book, tool), largest(made))
    if walk.state == MAKING or not plan:
        return None
    called = short_names([seat.person for view in made for seat in view.seats])
    groups = tuple(
        tuple(
            called[seat.person.id] if scene.names else f"person {place}"
            for place, seat in enumerate(view.seats, start=1)
        )
        for view in made
    )
    prompts = tuple(part.fill(book, scene.pack, each) for each in tool.params.get("prompts", ()))
    running = walk.state == RUNNING
    return CircleWall(plan, groups, prompts, walk.deadline if running else 0.0, walk.left)


def circle_at(shown: CircleWall, now: float) -> tuple[Sheet, WallClock | None]:
    """The picture at a moment, and the clock of the round."""
    whole = max(0.0, shown.deadline - now) if shown.deadline else shown.left
    at = where(shown.plan, whole)
    if at is None or at.over:
        return Sheet(question="Alle har været i fokus"), None
    step = at.step
    lines = tuple(
        Line(
            people[step.turn] if step.turn < len(people) else "alle taler videre",
            number=str(number),
            state="now",
        )
        for number, people in enumerate(shown.groups, start=1)
    )
    blocks = [Block("I fokus i hver gruppe", lines, "primary", "users")]
    if shown.prompts and step.who != "focus":
        blocks.append(
            Block("Spørg for eksempel", tuple(Line(each) for each in shown.prompts), "plain", "say")
        )
    state = "running" if shown.deadline else "paused"
    return Sheet(tuple(blocks), question=f"{step.title} – {WHO[step.who].lower()}"), WallClock(
        state, at.left, step.seconds
    )


def circle_before(scene: Scene, slot: Slot, tool: Tool) -> Sheet:
    """Who sits with whom and what the rounds are, before the talk begins."""
    book = scene.book
    made = groups_of(book, scene.meeting, group_rules(scene.pack, tool))
    rounds = tuple(
        Line(each.title, number=str(number), aside=f"{each.minutes} min")
        for number, each in enumerate(rounds_of(book, tool), start=1)
    )
    blocks = [Block("Runderne", rounds, "primary")]
    called = short_names([seat.person for view in made for seat in view.seats])
    for view in made:
        names: Sequence[str] = [called[seat.person.id] for seat in view.seats] if scene.names else []
        lines = tuple(Line(each) for each in names) or (Line(f"{len(view.seats)} deltagere", icon="users"),)
        blocks.append(Block(f"Gruppe {view.number}", lines))
    return Sheet(tuple(blocks)) if rounds or made else Sheet(question=heading(scene, slot))
