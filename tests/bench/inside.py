"""What happens inside the open window: dragging, typing, arranging, taking back."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from statistics import median

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmapCache
from PySide6.QtWidgets import QApplication, QFrame, QGraphicsScene, QGraphicsView, QWidget

from tests.bench import desks, keys
from tests.bench.keys import Painted, settle, settle_shortly
from tests.bench.table import FRAME, Plan, Row, frames, interleaved, quantile, ratio
from trivselsdesk import app as product
from trivselsdesk import paths
from trivselsdesk.domain.commands.notes import MoveNotes
from trivselsdesk.packs.library import Library
from trivselsdesk.store.store import Store
from trivselsdesk.ui import theme
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.main_window import MainWindow
from trivselsdesk.ui.run.board.page import BoardPage
from trivselsdesk.ui.run.board.view import BoardView
from trivselsdesk.ui.surface.layout import lay_out
from trivselsdesk.ui.surface.measure import Measure
from trivselsdesk.ui.surface.rows import Packer

MANY = 50
REACH = 90
"""Pixels that a drag goes out and back."""
LAYOUT = {200: 1.0, 5000: 4.0}


class Bench:
    """The real window on one board."""

    def __init__(self, app: QApplication, plan: Plan, size: int) -> None:
        self.app = app
        folder = plan.folder / f"board-{size}"
        self.key = desks.make(folder, desks.board_of(size))
        self.store = Store.open(folder / "trivselsdesk.db")
        self.bridge = Bridge(self.store, Library([paths.resource_dir() / "packs"]))
        self.window = MainWindow()
        self.window.begin(self.bridge)
        self.window.open_programme(self.key, desks.run_phase())
        self.window.show()
        self.window.activateWindow()
        settle()
        page = self.window.shell.room.page  # type: ignore[union-attr, attr-defined]
        assert isinstance(page, BoardPage)
        self.page = page

    @property
    def view(self) -> BoardView:
        """The board."""
        return self.page.view

    def close(self) -> None:
        """Let go of window and store."""
        self.window.end()
        self.window.close()
        self.store.close()
        settle()


def measure(plan: Plan) -> list[Row]:
    """All of it, on boards of every size."""
    rows: list[Row] = []
    for size in plan.boards:
        bench = opened(plan, size)
        rows += _drags(bench, plan, size)
        rows += _layout(bench, plan, size)
        rows += _typing(bench, plan, size)
        rows += _undo(bench, plan, size)
        bench.close()
    # The same measure at each size below each other.
    return sorted(rows, key=lambda row: re.sub(r"\b(on |, )?\d+ ?(?=notes|$|/)|on \d+", "", row.what))


def opened(plan: Plan, size: int) -> Bench:
    """The window on a board of so many notes, nothing in motion."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication([])
        product.prepare(app)
    theme.set_reduced_motion(True)
    theme.apply(app, "light")
    return Bench(app, plan, size)


# Dragging


class _Empty(QGraphicsView):
    """A view of nothing, set up as the board is: at each move it repaints where a note was and is."""

    def __init__(self, board: BoardView, note: QSize) -> None:
        super().__init__()
        self._nothing = QGraphicsScene(self)
        self._nothing.setSceneRect(board.sceneRect())
        self.setScene(self._nothing)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAlignment(board.alignment())
        self.setViewportUpdateMode(board.viewportUpdateMode())
        self.setRenderHints(board.renderHints())
        self.setBackgroundBrush(board.backgroundBrush())
        self.setMouseTracking(True)
        self.resize(board.size())
        self._area = QRectF(QPointF(0, 0), QSizeF(note))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        before, self._area = self._area, QRectF(self._area)
        self._area.moveTopLeft(self.mapToScene(event.position().toPoint()))
        self._nothing.update(before)
        self._nothing.update(self._area)


class _Layer(QWidget):
    """What a hand could make for this one gesture: the ground and the notes as finished pixmaps."""

    def __init__(self, board: BoardView, ids: list[str]) -> None:
        super().__init__()
        self.resize(board.viewport().size())
        self._ground = board.viewport().grab()
        rects = [board.tile_rect(each).toRect() for each in ids]
        self._notes = [(self._ground.copy(rect), rect.topLeft()) for rect in rects]
        self._by = QPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        before, self._by = self._by, event.position().toPoint()
        for by in (before, self._by):
            for note, place in self._notes:
                self.update(QRect(place + by, note.size()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawPixmap(event.rect(), self._ground, event.rect())
        for note, place in self._notes:
            painter.drawPixmap(place + self._by, note)


def _drags(bench: Bench, plan: Plan, size: int) -> list[Row]:
    board, times = bench.view, plan.times(300)
    rows = []
    for count in (1, MANY):
        ours, floor = _drag(board, _nearest(board)[:count], times)
        what = "empty scene" if count == 1 else "a layer by hand"
        target = 1.5 if count == 1 else 3.0
        rows.append(ratio(f"drag step, {_notes(count)}, on {size} / {what}", ours, floor, target))
        beside = quantile(ours, 0.95) / quantile(floor, 0.95)
        detail = f"p50 {median(ours):.3g} ms; p95 {beside:.2f} × that of {what}"
        rows.append(
            Row(f"drag step p95, {_notes(count)}, on {size}", quantile(ours, 0.95), FRAME, "ms", detail)
        )
    return rows


def _notes(count: int) -> str:
    return "one note" if count == 1 else f"{count} notes"


def _drag(board: BoardView, ids: list[str], times: int) -> tuple[list[float], list[float]]:
    """Milliseconds of each step: of these notes on the board, and of what it is held against."""
    board.choose(ids)
    start = board.tile_rect(ids[0]).center().toPoint()
    note = board.tile_rect(ids[0]).toRect().size()
    other: _Empty | _Layer = _Empty(board, note) if len(ids) == 1 else _Layer(board, ids)
    other.show()
    settle()
    watch = Painted(board.viewport())
    _mouse(board.viewport(), QEvent.Type.MouseButtonPress, start)
    steps = _path(start)
    for _ in range(12):
        # The first moves are no drag yet, and paint nothing.
        _mouse(board.viewport(), QEvent.Type.MouseMove, next(steps))
        settle_shortly()
    beside = other.viewport() if isinstance(other, _Empty) else other
    watch_beside = Painted(beside)
    steps_beside = _path(QPoint(4, 4))
    ours, floor = interleaved(
        [
            lambda: _step(board.viewport(), next(steps), watch),
            lambda: _step(beside, next(steps_beside), watch_beside),
        ],
        times,
        warm=20,
    )
    board.keyPressEvent(_escape())
    _mouse(board.viewport(), QEvent.Type.MouseButtonRelease, start)
    other.hide()
    settle()
    return ours, floor


def _nearest(board: BoardView) -> list[str]:
    """The notes, those in the middle of the view first."""
    middle = board.viewport().rect().center()
    found = [(each, board.tile_rect(each).center().toPoint()) for each in board.tile_ids()]
    return [each for each, _ in sorted(found, key=lambda one: (one[1] - middle).manhattanLength())]


def _path(start: QPoint) -> Iterator[QPoint]:
    """Out and back again, for ever; far enough from the edges that nothing scrolls."""
    while True:
        for by in (*range(0, REACH, 3), *range(REACH, 0, -3)):
            yield start + QPoint(by, by // 3)


def _step(widget: QWidget, at: QPoint, watch: Painted) -> None:
    """One move of the mouse, until what it changes has been painted."""
    before = watch.count
    _mouse(widget, QEvent.Type.MouseMove, at)
    watch.until(before)


def _mouse(widget: QWidget, kind: QEvent.Type, at: QPoint) -> None:
    left = Qt.MouseButton.LeftButton
    held = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else left
    button = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else left
    place = QPointF(at)
    event = QMouseEvent(
        kind, place, QPointF(widget.mapToGlobal(at)), button, held, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(widget, event)


def _escape() -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)


# Arranging


def _layout(bench: Bench, plan: Plan, size: int) -> list[Row]:
    board = bench.view
    width, height = float(board.viewport().width()), float(board.viewport().height())
    found = []
    for number in range(plan.times(10)):
        # Widths that were never asked for: every text is broken into lines anew.
        board._measure = Measure()
        started = time.process_time()
        lay_out(board._zones, width - 3 * number, height, Packer(board._need), board.fonts)
        found.append((time.process_time() - started) * 1000)
    return [frames(f"layout of {size} notes, every text new", found, LAYOUT.get(size))]


# Typing


def _typing(bench: Bench, plan: Plan, size: int) -> list[Row]:
    field, board = bench.page.entry.field, bench.view
    held = [len(board.tile_ids())]

    def is_there() -> None:
        held.append(len(board.tile_ids()))
        if held[-1] != held[-2] + 1:
            raise RuntimeError("a note that did not come up")

    typed = keys.letters(field, plan.times(200))
    notes = keys.entered(
        field,
        board.viewport(),
        lambda number: f"{desks.WORDS[number % len(desks.WORDS)]} {number}",
        plan.times(40),
        is_there,
    )
    return [
        frames(f"key to letter painted, {size} notes, CPU", typed, 1.0, at=0.95),
        frames(f"Enter to note committed and painted, {size} notes, CPU", notes, 1.0, at=0.95),
    ]


# Taking back


def _undo(bench: Bench, plan: Plan, size: int) -> list[Row]:
    ids = tuple(bench.view.tile_ids()[:MANY])
    sight = Painted(bench.view.viewport())
    done, undone = [], []
    QPixmapCache.clear()
    for number in range(plan.times(15)):
        zone = desks.ZONES[number % 2]
        moved = MoveNotes(programme_id=bench.key, ids=ids, board=desks.BOARD, zone=zone)
        done.append(_until_painted(sight, lambda moved=moved: bench.bridge.run(moved)))  # type: ignore[misc]
        undone.append(_until_painted(sight, lambda: bench.bridge.undo(bench.key)))
        bench.bridge.redo(bench.key)
        settle_shortly()
    return [ratio(f"undo of a {MANY}-note gesture, {size} notes / the gesture", undone, done, 1.5)]


def _until_painted(watch: Painted, doing: Callable[[], object]) -> float:
    """Milliseconds until the board shows it."""
    before, started = watch.count, time.perf_counter()
    doing()
    watch.until(before)
    return (time.perf_counter() - started) * 1000
