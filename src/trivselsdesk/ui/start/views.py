"""What the start room shows of each programme, worked out from its book."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from trivselsdesk.domain.agenda import rows
from trivselsdesk.domain.book import Book, NotThere
from trivselsdesk.domain.checklist import preparation
from trivselsdesk.domain.cycle import may_begin
from trivselsdesk.domain.danish import format_clock, plural
from trivselsdesk.domain.overview import overview
from trivselsdesk.domain.pack import Pack
from trivselsdesk.domain.people import participants
from trivselsdesk.domain.records import Meeting, Programme
from trivselsdesk.domain.timing import clock_of
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.start import words
from trivselsdesk.ui.start.hero import HeroView
from trivselsdesk.ui.start.row import RowView

AHEAD_DAYS = 7
"""A meeting this close is shown on top."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("StartViews", text)


def row_view(bridge: Bridge, programme: Programme) -> RowView:
    """One line of the list. A programme whose process is missing gets a line that says so."""
    pack = bridge.known_pack(programme.id)
    if pack is None or not pack.phases:
        return _lost(programme)
    try:
        seen = overview(bridge.book(programme.id), pack, bridge.today())
    except NotThere:
        return _lost(programme)
    phase = pack.phases[seen.phase]
    return RowView(
        programme=programme,
        picture=pack.picture,
        process=f"{pack.title} · {_tr('ny runde')}" if programme.previous_id else pack.title,
        phase=phase.title,
        phase_index=seen.phase,
        phases=len(pack.phases),
        # A meeting has no tally: while it lasts, the piece stands half full.
        share=0.5 if phase.room == "run" else seen.share,
        status=words.status(seen, phase.room),
        next_step=words.next_step(seen, phase.room),
        when=words.when(seen, bridge.today()),
        may_go_on=may_begin(bridge.book(programme.id), pack),
    )


def _lost(programme: Programme) -> RowView:
    return RowView(
        programme=programme,
        picture="",
        process=programme.pack_id,
        phase=_tr("Processen kan ikke læses"),
        phase_index=0,
        phases=0,
        share=0.0,
        status=words.Line("warn", _tr("Alt, I har skrevet, er her endnu"), "warnInk"),
        next_step=_tr("Hent den nyeste udgave"),
        when=None,
    )


def hero_view(bridge: Bridge, programmes: Iterable[Programme]) -> HeroView | None:
    """The meeting that is under way, or the nearest of today or the coming week."""
    found: list[tuple[tuple[bool, int], str, Programme, Pack]] = []
    for programme in programmes:
        if programme.closed or programme.deleted:
            continue
        pack = bridge.known_pack(programme.id)
        book = bridge.book(programme.id)
        meeting = _next_meeting(book)
        if pack is None or meeting is None or meeting.day is None:
            continue
        ahead = (meeting.day - bridge.today()).days
        if 0 <= ahead <= AHEAD_DAYS:
            waits = clock_of(book, meeting).state == "ready"
            found.append(((waits, ahead), meeting.id, programme, pack))
    if not found:
        return None
    # The list comes newest first, and sorting leaves equals in their order.
    _, meeting_id, programme, pack = sorted(found, key=lambda each: each[0])[0]
    book = bridge.book(programme.id)
    return _hero(bridge, book, pack, book.get(Meeting, meeting_id))


def _next_meeting(book: Book) -> Meeting | None:
    for meeting in book.meetings():
        if clock_of(book, meeting).state != "ended":
            return meeting
    return None


def _hero(bridge: Bridge, book: Book, pack: Pack, meeting: Meeting) -> HeroView:
    assert meeting.day is not None
    parts = rows(book, meeting)
    checklist = preparation(book, bridge.today())
    ready, missing = words.readiness(checklist)
    people = len(participants(book))
    facts = [pack.short_title, words.short(meeting.room)]
    facts += [plural(people, _tr("deltager"), _tr("deltagere"))] if people else []
    facts += [_tr("slutter {time}").format(time=format_clock(parts[-1].end))] if parts else []
    under_way = clock_of(book, meeting).state in ("running", "paused")
    return HeroView(
        programme_id=book.programme.id,
        name=book.programme.name,
        day=meeting.day,
        when=_tr("Mødet er i gang") if under_way else words.meeting_when(meeting, bridge.today()),
        today=meeting.day == bridge.today(),
        under_way=under_way,
        facts=" · ".join(fact for fact in facts if fact),
        ready=ready,
        missing=missing,
        late=bool(checklist.late),
        rows=tuple(parts),
    )
