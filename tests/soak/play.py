"""Plays the meeting in this process, which must have a window system. Arguments: seconds, events, seed."""

from __future__ import annotations

import os
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from random import Random

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from tests.soak.display import BEAMER, SMALL, plug, pull
from tests.ui.desk import Desk, example_desk
from trivselsdesk.app import prepare
from trivselsdesk.domain.timing import log_of, time_used
from trivselsdesk.domain.wall.model import MODES
from trivselsdesk.ui import theme
from trivselsdesk.ui.clock.clockwork import digits
from trivselsdesk.ui.main_window import MainWindow
from trivselsdesk.ui.moment import Moment
from trivselsdesk.ui.projector.lead import Lead
from trivselsdesk.ui.run.board.page import BoardPage
from trivselsdesk.ui.run.room import RunRoom

SPEED = 60
NAP = 20 * 60.0
WARM = 0.3
"""Share of the events after which all rooms and pages have been seen, and memory must stay."""
GROWTH = 1.15
SETTLE_SECONDS = 3.0
"""How long a window system may take to tell of a monitor."""


class Quick(Moment):
    """A clock that runs ``speed`` times as fast, and stands while somebody does something."""

    def __init__(self, at: datetime, speed: float) -> None:
        self._at, self._speed = at.timestamp(), speed
        self._slept = 0.0
        self._since: float | None = None

    def seconds(self) -> float:
        gone = time.monotonic() - self._since if self._since is not None else 0.0
        return self._at + gone * self._speed

    def now(self) -> datetime:
        return datetime.fromtimestamp(self.seconds())

    def awake(self) -> float:
        """The other clock of the machine, which does not count sleep."""
        return self.seconds() - self._slept

    def run(self) -> None:
        """Let time go by."""
        self._since = time.monotonic()

    def stand(self) -> None:
        """Hold it."""
        self._at, self._since = self.seconds(), None

    def sleep(self, seconds: float) -> None:
        """The machine is closed for so long."""
        self._at += seconds
        self._slept += seconds


class Soak:
    """The windows, somebody restless in front of them, and what must hold after every event."""

    def __init__(self, app: QApplication, desk: Desk, seconds: float, events: int, seed: int) -> None:
        self.app, self.desk, self.events, self.lot = app, desk, events, Random(seed)
        self.seconds = seconds
        self.moment = Quick(desk.moment.at, SPEED)
        desk.bridge.moment = self.moment
        self.plugged = False
        self.real = app.platformName() == "xcb"
        self.worked = 0.0
        self.sizes: list[int] = []
        self.window = MainWindow()
        self.window.resize(1300, 700)
        self.window.show()
        self.window.begin(desk.bridge)
        self.window.open_programme(desk.programme_id, "afhold")
        self.room.clockwork.not_begun()
        self.settle()

    @property
    def room(self) -> RunRoom:
        room = self.window.shell.room
        if not isinstance(room, RunRoom):
            self.window.open_programme(self.desk.programme_id, "afhold")
            room = self.window.shell.room
        assert isinstance(room, RunRoom)
        room.watch.nap.steady = self.moment.awake
        return room

    @property
    def lead(self) -> Lead:
        assert self.window.wall is not None
        return self.window.wall.lead

    def settle(self, seconds: float = 0.02) -> None:
        """Let the windows do what they have to."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            self.app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 10)

    # The meeting

    def play(self) -> None:
        """All of it; raises AssertionError at the first thing that does not hold."""
        self.room.next_step()
        for number in range(self.events):
            self.pass_time(self.seconds / self.events)
            doing = self.lot.choice(self.choices())
            try:
                doing()
                self.settle()
                self.check()
                self.check_time()
            except AssertionError as error:
                raise AssertionError(f"event {number}, {doing.__name__}: {error}") from error
            if number >= self.events * WARM:
                self.sizes.append(resident())
        self.check_time()

    def pass_time(self, real: float) -> None:
        """Time goes by in the room."""
        running, before = self.room.clockwork.clock.state == "running", self.moment.seconds()
        self.moment.run()
        self.settle(real)
        self.moment.stand()
        if running:
            self.worked += self.moment.seconds() - before

    def choices(self) -> list[Callable[[], object]]:
        """What can be done now, the usual more often than the rest."""
        room = self.room
        clock = [self.next, room.step_back, self.jump, room.toggle_clock, room.five_more, room.minute_less]
        wall = [self.lead.toggle, self.mode, self.mode, self.names, self.lead.swap]
        window = [self.plan, self.list_and_back, self.size, self.nap, self.undo]
        page = room.page
        turns = [page.turns.go_on, page.turns.turning.give_back] if isinstance(page, BoardPage) else []
        return [*clock, *wall, *window, *turns, *turns, *([self.cable] * 3 if self.real else [])]

    def next(self) -> None:
        if not self.room.clockwork.is_last():
            self.room.next_step()

    def jump(self) -> None:
        self.room.clockwork.jump(self.lot.choice(self.room.clockwork.slots()).id)

    def mode(self) -> None:
        self.lead.set_mode(self.lot.choice(MODES))

    def names(self) -> None:
        self.lead.set_names(self.lot.random() < 0.5)

    def plan(self) -> None:
        self.window.shell.open_room("plan")

    def list_and_back(self) -> None:
        self.window.show_desk()
        self.settle()

    def size(self) -> None:
        """Another size, kept on its screen as a window manager would keep it."""
        room = self.window.screen().availableGeometry()
        wide, high = self.lot.choice((1024, 1200, 1300)), self.lot.choice((640, 700))
        self.window.resize(min(wide, room.width()), min(high, room.height()))
        self.window.move(room.topLeft())

    def undo(self) -> None:
        self.window.undo()

    def cable(self) -> None:
        """In, or out."""
        self.plugged = not self.plugged
        if self.plugged:
            plug(self.lot.choice((BEAMER, SMALL)))
        else:
            pull(BEAMER)
        until = time.monotonic() + SETTLE_SECONDS
        while len(self.app.screens()) != 1 + self.plugged and time.monotonic() < until:
            self.settle(0.05)
        self.settle(0.15)

    def nap(self) -> None:
        """The laptop is closed for a while; then the room says what the time was."""
        room = self.room
        room.tick()
        running = room.clockwork.clock.state == "running"
        self.moment.sleep(NAP)
        room.tick()
        banner = room.nap.banner
        assert (banner is not None) == running, "a nap is asked about while the time goes"
        if banner is not None and self.lot.random() < 0.5:
            room.nap._hold()
        elif banner is not None:
            room.nap.forget()
            self.worked += NAP

    # What must hold

    def check(self) -> None:
        """No window lost, none over the console, and the same time everywhere."""
        lead, console = self.lead, self.window.frameGeometry()
        screens = [each.geometry() for each in self.app.screens()]
        assert self.window.isVisible(), "the console is gone"
        assert any(each.intersects(console) for each in screens), "the console is off screen"
        if lead.visible and not lead.shared:
            assert lead.window is not None
            assert lead.window.geometry() in screens, "the wall does not fill a screen"
            assert not lead.window.geometry().intersects(self.window.geometry()), (
                "the wall covers the console"
            )
        if lead.state.on and lead.screens.find(lead.state.screen) is not None:
            assert lead.visible or lead.missing, "the wall is on and nowhere"
        room = self.room
        room.tick()
        left = room.clockwork.read().left
        if room.clockwork.clock.state in ("running", "paused"):
            assert room.side.clock.digits.text() == digits(left), "the console shows another time"
        wall = lead.window.wall if lead.visible and lead.window is not None else None
        if wall is not None:
            lead._on_tick()
            wall = lead.window.wall if lead.window is not None else None
            if wall is not None and wall.clock is not None:
                assert abs(wall.clock.left - left) < 0.01, "the wall shows another time"

    def check_time(self) -> None:
        """The parts add up to the time in which the clock went."""
        work = self.room.clockwork
        book, meeting, now = self.desk.book, self.desk.book.meeting, self.moment.seconds()
        current = work.current()
        used = 0.0
        for slot in work.slots():
            if current is not None and slot.id == current.id:
                used += time_used(book, meeting, work.clock, slot, now)
            else:
                used += log_of(book, meeting, slot.id).used
        assert abs(used - self.worked) < 1.0, (
            f"the parts took {used:.1f} s, the clock went {self.worked:.1f} s"
        )


def resident() -> int:
    """Bytes of memory that the process holds; 0 where the system does not tell."""
    try:
        words = Path("/proc/self/statm").read_text(encoding="ascii").split()
    except OSError:
        return 0
    return int(words[1]) * os.sysconf("SC_PAGE_SIZE")


def main() -> int:
    """Returns the exit code; says what was done and measured."""
    seconds, events, seed = float(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    faults: list[str] = []
    sys.excepthook = lambda kind, error, trace: faults.append(
        "".join(traceback.format_exception(kind, error, trace))
    )
    app = QApplication(["soak"])
    prepare(app)
    theme.set_reduced_motion(True)
    theme.apply(app, "light")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["TRIVSELSDESK_DATA"] = str(Path(folder) / "data")
        soak = Soak(app, example_desk(Path(folder)), seconds, events, seed)
        soak.play()
        soak.window.end()
        soak.window.close()
        soak.desk.bridge.store.close()
    assert not faults, faults[0]
    sizes = [each for each in soak.sizes if each]
    tenth = max(1, len(sizes) // 10)
    first, last = max(sizes[:tenth], default=0), max(sizes[-tenth:], default=0)
    print(
        f"{events} events in {seconds:.0f} s, {soak.worked / 60:.0f} min of meeting, "
        f"memory {first / 2**20:.0f} -> {last / 2**20:.0f} MiB, {app.platformName()}"
    )
    # A short run is over before every page has been seen.
    assert events < 200 or last <= first * GROWTH, "memory grows"
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Exception:
        # The hook for what goes wrong inside Qt would swallow it.
        print(traceback.format_exc(), file=sys.stderr)
        sys.exit(1)
