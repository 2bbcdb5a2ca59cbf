"""Gestures without a window: what is lifted, marked, put down and taken back."""

from __future__ import annotations

from trivselsdesk.ui.run.board.gestures import Drag, KeyDrag
from trivselsdesk.ui.surface.targets import Target


class Table:
    """A host that writes down what it is asked."""

    def __init__(self, target: Target | None = None) -> None:
        self.target = target
        self.lifted: tuple[str, ...] = ()
        self.carried = (0.0, 0.0)
        self.marked: Target | None = None
        self.down: list[Target | None] = []

    def lift(self, ids: tuple[str, ...], group: str) -> None:
        self.lifted = ids

    def carry(self, dx: float, dy: float) -> None:
        self.carried = (dx, dy)

    def find_target(self, x: float, y: float, ids: tuple[str, ...], group: str) -> Target | None:
        return self.target

    def show_target(self, target: Target | None) -> None:
        self.marked = target

    def set_down(self, target: Target | None) -> None:
        self.down.append(target)


def test_a_press_that_hardly_moves_is_a_click() -> None:
    table = Table(Target("zone", "a"))
    drag = Drag(table, ("n",), 10, 10)
    drag.move(13, 12)
    assert not drag.finish()
    assert table.lifted == () and table.down == []


def test_a_drag_lifts_carries_marks_and_lands() -> None:
    table = Table(Target("zone", "b", index=2))
    drag = Drag(table, ("n", "m"), 10, 10)
    drag.move(40, 30)
    assert table.lifted == ("n", "m")
    assert table.carried == (30, 20)
    assert table.marked == table.target
    assert drag.finish()
    assert table.marked is None
    assert table.down == [Target("zone", "b", index=2)]


def test_escape_puts_everything_back() -> None:
    table = Table(Target("park"))
    drag = Drag(table, ("n",), 0, 0)
    drag.move(50, 0)
    drag.cancel()
    assert table.down == [None]
    assert not drag.finish()
    assert table.down == [None]


def test_outside_every_target_the_note_goes_back() -> None:
    table = Table(None)
    drag = Drag(table, ("n",), 0, 0)
    drag.move(50, 0)
    assert drag.finish()
    assert table.down == [None]


def test_arrow_keys_lead_a_lifted_note_round_the_places() -> None:
    places = [Target("group", "a", "g"), Target("zone", "a"), Target("park")]
    table = Table()
    drag = KeyDrag(table, ("n",), places)
    drag.step(1)
    drag.step(1)
    assert table.marked == places[1]
    drag.step(-1)
    drag.step(-1)
    assert table.marked == places[2]
    drag.finish()
    assert table.down == [Target("park")]


def test_a_lifted_note_can_jump_from_theme_to_theme_to_its_end() -> None:
    places = [*(Target("group", "a", "g", index=n) for n in range(3)), Target("zone", "a", index=0)]
    places += [Target("park")]
    table = Table()
    drag = KeyDrag(table, ("n",), places, start=places[1])
    assert table.marked == places[1]
    drag.jump(1)
    assert table.marked == places[3]
    drag.jump(-1)
    assert table.marked == places[2]
    drag.jump(-1)
    assert table.marked == Target("park")
