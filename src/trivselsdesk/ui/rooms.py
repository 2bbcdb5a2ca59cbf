"""The rooms by the names that a process gives them. Each is imported when somebody first opens it."""

from __future__ import annotations

from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.room import Room


def _prepare(bridge: Bridge) -> Room:
    from trivselsdesk.ui.prepare.room import PrepareRoom

    return PrepareRoom(bridge)


def _run(bridge: Bridge) -> Room:
    from trivselsdesk.ui.run.room import RunRoom

    return RunRoom(bridge)


def _plan(bridge: Bridge) -> Room:
    from trivselsdesk.ui.plan.room import PlanRoom

    return PlanRoom(bridge)


def _follow(bridge: Bridge) -> Room:
    from trivselsdesk.ui.follow.room import FollowRoom

    return FollowRoom(bridge)


def _process(bridge: Bridge) -> Room:
    from trivselsdesk.ui.process.room import ProcessRoom

    return ProcessRoom(bridge)


MAKERS = {"prepare": _prepare, "run": _run, "plan": _plan, "follow": _follow, "process": _process}
