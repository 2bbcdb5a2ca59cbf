"""What the room sees on the projector, from the word of welcome to what was agreed."""

from __future__ import annotations

from collections.abc import Iterator

from trivselsdesk.domain.plan import active_initiatives
from trivselsdesk.domain.wall.model import PAUSE, RULES
from trivselsdesk.tour.camera import Camera
from trivselsdesk.tour.screens import (
    Scene,
    Shot,
    _at,
    _brainstorm,
    _expect,
    _forward,
    _grouping,
    _phase,
    _run,
    _sort_some,
    _take_up,
    _voting,
)


def _first(camera: Camera) -> Iterator[Shot]:
    _at(camera, 12, 52)
    _run(camera)
    yield "16-foer-moedet", None
    _forward(camera, 13, 0)
    _at(camera, 13, 4)
    yield "16-velkomst", None
    _take_up(camera, "isbryder")
    yield "16-isbryder", None
    _take_up(camera, "forventninger")
    yield "16-forventninger-tom", None
    _expect(camera)
    yield "16-forventninger", None
    _forward(camera, 13, 10)
    _at(camera, 13, 13)
    yield "16-skriv", None


def _middle(camera: Camera) -> Iterator[Shot]:
    _run(camera)
    yield "16-tavle", None
    lead = camera.window.wall.lead if camera.window.wall else None
    assert lead is not None
    for mode, name in ((RULES, "16-spilleregler"), (PAUSE, "16-kort-pause")):
        lead.set_mode(mode)
        yield name, None
    lead.set_mode("follow")
    _forward(camera, 13, 43)
    _forward(camera, 13, 56)
    _sort_some(camera)
    _at(camera, 13, 59)
    yield "16-sortering", None
    _forward(camera, 14, 3)
    _at(camera, 14, 6)
    yield "16-pause", None
    _forward(camera, 14, 13)
    yield "16-prikker", None


def _field(camera: Camera) -> Iterator[Shot]:
    _run(camera)
    yield "16-mulighedsrum", None


def _vote(camera: Camera) -> Iterator[Shot]:
    # What is decided afterwards stands on the console alone.
    next(_voting(camera))
    yield "16-afstemning", None


def _groups(camera: Camera) -> Iterator[Shot]:
    walk = _grouping(camera)
    for name in ("", "16-grupper-arbejder", "16-grupper-fremlaegger"):
        next(walk)
        if name:
            yield name, None


def _last(camera: Camera) -> Iterator[Shot]:
    _run(camera)
    yield "16-valgt", None
    _take_up(camera, "omvendt")
    for step in _brainstorm(camera):
        yield f"16-omvendt-{step}", None
    _forward(camera, 15, 30)
    _at(camera, 15, 33)
    yield "16-opsamling", None
    _take_up(camera, "afslutningsrunde")
    yield "16-afslutningsrunde", None


def _question(camera: Camera) -> Iterator[Shot]:
    from trivselsdesk.ui.plan.room import PlanRoom

    camera.window.open_programme(camera.bridge.programmes()[0].id, _phase(camera, "plan"))
    room = camera.window.shell.room
    assert isinstance(room, PlanRoom)
    room.show_area(active_initiatives(camera.bridge.book(camera.window.programme_id))[1].id)
    room.desk.questions.focus_part("goal")
    yield "16-spoergsmaal", None


def wall_scenes() -> list[Scene]:
    """Every kind of picture that the wall can show."""
    walks = (
        ("prepare", _first, ("16-foer", "16-velkomst", "16-isbryder", "16-forventninger", "16-skriv")),
        ("board", _middle, ("16-tavle", "16-spille", "16-kort", "16-sortering", "16-pause", "16-prikker")),
        ("matrix", _field, ("16-mulighedsrum",)),
        ("matrix", _vote, ("16-afstemning",)),
        ("plan", _groups, ("16-grupper",)),
        ("plan", _last, ("16-valgt", "16-omvendt", "16-opsamling", "16-afslutningsrunde")),
        ("plan", _question, ("16-spoergsmaal",)),
    )
    return [
        Scene(names, lambda desks, stage=stage: desks.example(stage), play, wall=True)  # type: ignore[misc]
        for stage, play, names in walks
    ]
