"""Gestures of the mulighedsrum without a window: lifted, marked, put down and taken back."""

from __future__ import annotations

import pytest

from trivselsdesk.ui.run.matrix.gestures import STEP, CardDrag, CardKeys, Landing, Lock, locked


class Field:
    """A host of 100 × 100 px with the tray below it and the P-plads beside the tray."""

    def __init__(self) -> None:
        self.did: list[object] = []

    def lift(self, card_id: str) -> None:
        self.did.append(("lift", card_id))

    def carry(self, left: float, top: float) -> None:
        self.did.append(("carry", left, top))

    def hover(self, x: float, y: float) -> None:
        self.did.append(("hover", round(x, 2), round(y, 2)))

    def kind_at(self, x: float, y: float) -> str:
        if y > 100:
            return "park" if x > 80 else "tray"
        return "field" if 0 <= x <= 100 and y >= 0 else ""

    def place_of(self, left: float, top: float) -> tuple[float, float]:
        return left / 100, 1 - top / 100

    def show_landing(self, landing: Landing) -> None:
        self.did.append(("show", landing.kind))

    def set_down(self, landing: Landing | None) -> None:
        self.did.append(("down", landing))


def test_a_click_with_a_shaking_hand_lifts_nothing() -> None:
    host = Field()
    drag = CardDrag(host, "a", (10, 10), (2, 2))
    drag.move(12, 12)
    assert not drag.finish() and host.did == []


@pytest.mark.parametrize(
    ("end", "landing"),
    [
        ((50, 40), Landing("field", 0.5, 0.6)),
        ((30, 120), Landing("tray")),
        ((90, 120), Landing("park")),
        ((-20, 40), None),
    ],
)
def test_a_card_lands_where_the_pointer_lets_go(end: tuple[float, float], landing: Landing | None) -> None:
    host = Field()
    drag = CardDrag(host, "a", (10, 110), (0, 0))
    drag.move(20, 90)
    drag.move(*end)
    assert drag.finish()
    assert host.did[0] == ("lift", "a") and host.did[-1] == ("down", landing)


@pytest.mark.parametrize(("lock", "place"), [((None, 0.2), (0.5, 0.2)), ((0.9, None), (0.9, 0.6))])
def test_what_was_said_of_one_axis_stays(lock: Lock, place: tuple[float, float]) -> None:
    host = Field()
    drag = CardDrag(host, "a", (10, 110), (0, 0), lock)
    drag.move(50, 40)
    drag.finish()
    assert host.did[-1] == ("down", Landing("field", *place))


def test_escape_lays_it_back() -> None:
    host = Field()
    drag = CardDrag(host, "a", (10, 10), (0, 0))
    drag.move(50, 50)
    drag.cancel()
    assert host.did[-1] == ("down", None)
    assert not drag.finish()


def test_the_keys_lead_a_card_step_by_step_and_never_out_of_the_field() -> None:
    host = Field()
    keys = CardKeys(host, "a", (0.99, 0.5))
    for _ in range(3):
        keys.step(1, 0)
    keys.step(0, -1)
    keys.finish()
    assert host.did[-1] == ("down", Landing("field", 1.0, 0.5 - STEP))


def test_the_keys_keep_what_was_said_and_escape_lays_it_back() -> None:
    host = Field()
    keys = CardKeys(host, "a", (0.5, 0.5), (0.2, None))
    keys.step(1, 1)
    assert keys.place == (0.2, 0.5 + STEP)
    keys.cancel()
    assert host.did[-1] == ("down", None)


def test_a_place_outside_is_brought_inside() -> None:
    assert locked((None, None), -3, 7) == (0.0, 1.0)
