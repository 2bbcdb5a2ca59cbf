"""What the wall costs the console: carrying, typing and arriving notes while the room looks on."""

from __future__ import annotations

import time
from dataclasses import replace

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtWidgets import QApplication

from tests.bench import keys
from tests.bench.inside import (
    MANY,
    Bench,
    _escape,
    _mouse,
    _nearest,
    _notes,
    _path,
    _step,
    opened,
)
from tests.bench.keys import Painted, settle, settle_shortly
from tests.bench.table import FRAME, Plan, Row, frames, interleaved, quantile, ratio
from trivselsdesk.domain.wall.model import FOLLOW, FREEZE
from trivselsdesk.ui.projector.lead import Lead
from trivselsdesk.ui.projector.window import AudienceWindow

ROOM = QRect(0, 0, 1920, 1080)
FOLLOWED = 1.6
TYPED_ON = 200
"""Notes on the board that is typed on."""


def measure(plan: Plan) -> list[Row]:
    """With the wall on, on boards of every size."""
    rows: list[Row] = []
    for size in plan.boards:
        bench = opened(plan, size)
        lead, window = _wall(bench)
        rows += _drags(bench, lead, window, plan, size)
        if size == TYPED_ON:
            rows += _typing(bench, lead, plan, size)
        bench.close()
    return rows


def _wall(bench: Bench) -> tuple[Lead, AudienceWindow]:
    """The wall as large as a projector makes it, beside the console."""
    hold = bench.window.wall
    assert hold is not None
    # A machine that measures has one screen; the wall is drawn beside it all the same.
    hold.lead._show_on(bench.window.screen())
    assert hold.lead.window is not None
    hold.lead.window.setWindowState(Qt.WindowState.WindowNoState)
    hold.lead.window.setGeometry(ROOM)
    settle()
    return hold.lead, hold.lead.window


def _drags(bench: Bench, lead: Lead, window: AudienceWindow, plan: Plan, size: int) -> list[Row]:
    rows = []
    for count in (1, MANY):
        each, alone = _drag(bench, lead, window, count, plan.times(300), every=1)
        paced, beside = _drag(bench, lead, window, count, plan.times(300), every=2)
        what = f"drag step, {_notes(count)}, on {size}, wall following"
        # The wall follows some thirty times a second: every second move of a hand at 60 moves a second.
        pairs = [(a + b) / 2 for a, b in zip(paced[::2], paced[1::2], strict=False)]
        rows.append(ratio(f"{what} / without", pairs, beside, FOLLOWED))
        rows.append(ratio(f"{what} at each step / without", each, alone, None))
        detail = f"p50 {quantile(each, 0.5):.3g} ms"
        rows.append(Row(f"{what} p95", quantile(each, 0.95), FRAME, "ms", detail))
    return rows


def _drag(
    bench: Bench, lead: Lead, window: AudienceWindow, count: int, times: int, *, every: int
) -> tuple[list[float], list[float]]:
    """Milliseconds of each step, with the wall after every so many of them, and with the wall at rest."""
    board = bench.view
    ids = _nearest(board)[:count]
    board.choose(ids)
    start = board.tile_rect(ids[0]).center().toPoint()
    settle()
    watch, steps = Painted(board.viewport()), _path(start)
    beyond = Painted(window.floating)
    _mouse(board.viewport(), QEvent.Type.MouseButtonPress, start)
    for _ in range(12):
        _mouse(board.viewport(), QEvent.Type.MouseMove, next(steps))
        settle_shortly()
    done = [0]

    def followed() -> None:
        done[0] += 1
        lead.state = replace(lead.state, mode=FOLLOW)
        _step(board.viewport(), next(steps), watch)
        if done[0] % every == 0:
            before, place = beyond.count, window.floating.geometry()
            board._tell_aloft()
            lead._on_carry()
            lead._carry.stop()
            # On the way back it may come by the same place again, and then nothing is painted.
            if window.floating.geometry() != place:
                beyond.until(before)

    def alone() -> None:
        # A wall that stands still takes no part in the gesture.
        lead.state = replace(lead.state, mode=FREEZE)
        _step(board.viewport(), next(steps), watch)

    ours, floor = interleaved([followed, alone], times, warm=20)
    lead.state = replace(lead.state, mode=FOLLOW)
    board.keyPressEvent(_escape())
    _mouse(board.viewport(), QEvent.Type.MouseButtonRelease, start)
    settle()
    return ours, floor


def _typing(bench: Bench, lead: Lead, plan: Plan, size: int) -> list[Row]:
    walls: list[float] = []

    def paint_wall() -> None:
        started = time.process_time()
        lead.refresh()
        QApplication.sendPostedEvents(None, 0)
        walls.append((time.process_time() - started) * 1000)

    field = bench.page.entry.field
    typed = keys.letters(field, plan.times(200))
    notes = keys.entered(
        field,
        bench.view.viewport(),
        lambda number: f"Det går godt {number}",
        plan.times(40),
        paint_wall,
    )
    return [
        frames(f"key to letter painted, wall of {size} notes on, CPU", typed, 1.0, at=0.95),
        frames(f"Enter to note painted, wall of {size} notes on, CPU", notes, 1.0, at=0.95),
        frames(f"… and to the wall painted anew, {size} notes, CPU", walls, None, at=0.95),
    ]
