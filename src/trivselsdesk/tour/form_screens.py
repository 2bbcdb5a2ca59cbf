"""The screens of the tour that show forms: what the example wrote in them, and how they look."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from trivselsdesk.domain.commands.forms import BeginEntry, WriteAnswer
from trivselsdesk.domain.forms import blank_entry, entry_at, form_of, subjects
from trivselsdesk.domain.records import FormEntry
from trivselsdesk.tour.camera import Camera
from trivselsdesk.ui.follow.forms.page import FormsSection
from trivselsdesk.ui.follow.room import FollowRoom
from trivselsdesk.ui.prepare.room import PrepareRoom

_PLAN = {
    "ugerne_efter": "Vi tager planen op på de næste tre personalemøder.",
    "moeder": "Personalemøde\t2026-08-12\tBirgit\nMED-møde\t2026-09-09\tSanne",
}
_FIRST = {"langt": "Vi har talt om det på to stuemøder.", "nu": "2", "hen": "4"}
_SECOND = {"langt": "De fleste siger til med det samme nu.", "nu": "3", "godt": "Aftalen hænger i køkkenet."}


def form_before(room: PrepareRoom) -> Iterator[tuple[str, None]]:
    """A form of the preparation in place of the drejebog, and a confidential one before it is unlocked."""
    room.open_form("lokal_proces")
    yield "02-forbered-skema", None
    room.middle.close_form()
    room.open_form("tjek")
    yield "02-forbered-fortroligt", None
    room.middle.close_form()


def forms_after(camera: Camera, room: FollowRoom) -> Iterator[tuple[str, None]]:
    """A plan for the weeks after, and the second look at an initiative."""
    _write(camera, "opfoelgning", _PLAN)
    entry = _write(camera, "gensyn", _FIRST)
    bridge, key = camera.bridge, camera.window.programme_id
    form = form_of(bridge.pack(key), "gensyn")
    assert form is not None
    later = bridge.today() + timedelta(days=60)
    again = blank_entry(bridge.book(key), form, entry.subject_id, later)
    bridge.run(BeginEntry(programme_id=key, entry=again))
    _write(camera, "gensyn", _SECOND)
    room.open_page("forms")
    page = room.page("forms")
    assert isinstance(page, FormsSection)
    yield "08-skema", None
    page.open_form("gensyn")
    yield "08-skema-gensyn", None


def _write(camera: Camera, form_id: str, answers: dict[str, str]) -> FormEntry:
    bridge, key = camera.bridge, camera.window.programme_id
    form = form_of(bridge.pack(key), form_id)
    assert form is not None
    book = bridge.book(key)
    entry = entry_at(book, form, subjects(book, form)[0].id, bridge.today())
    for field, text in answers.items():
        bridge.run(WriteAnswer(programme_id=key, entry=entry, field=field, column="", text=text))
    return entry
