"""From a new programme of a process to its last step, through every room, part, page and form."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from trivselsdesk.domain import part
from trivselsdesk.domain.agenda import Slot
from trivselsdesk.domain.forms import forms_at
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.pack import Aid, Pack, Phase, Tool
from trivselsdesk.domain.phases import meetings_of, rooms_of
from trivselsdesk.domain.plan import active_initiatives
from trivselsdesk.domain.records import Meeting
from trivselsdesk.domain.timing import clock_of
from trivselsdesk.tour.pack_hands import Hands
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.follow.forms.page import FormsSection
from trivselsdesk.ui.follow.room import FollowRoom
from trivselsdesk.ui.main_window import MainWindow
from trivselsdesk.ui.moment import FixedMoment
from trivselsdesk.ui.plan.room import PlanRoom
from trivselsdesk.ui.prepare.room import PrepareRoom
from trivselsdesk.ui.run.room import RunRoom


@dataclass(frozen=True)
class Stop:
    """A place where the walk stands still, so that somebody can look."""

    name: str
    """Of a picture: letters, digits and hyphens, in the order of the walk."""
    room: str
    title: str = ""
    """What the console's heading says here: a part, an aid or a form; empty where it has none of its own."""
    item: str = ""
    """The item of the drejebog, as the wall's caption says it; empty outside a meeting."""
    line: str = ""
    """The line that says what the room does now, on the wall; empty outside a meeting."""
    tool: str = ""
    """Kind of the tool; empty outside a meeting."""


class PackWalk:
    """Leads a window through one programme. Its bridge must stand on a moment that can be moved."""

    def __init__(self, window: MainWindow, bridge: Bridge, programme_id: str) -> None:
        assert isinstance(bridge.moment, FixedMoment)
        self._window, self._bridge, self._key = window, bridge, programme_id
        self._moment: FixedMoment = bridge.moment
        self._hands = Hands(bridge, programme_id)
        self._number = 0
        self._seen: set[str] = set()

    @property
    def _pack(self) -> Pack:
        return self._bridge.pack(self._key)

    def stops(self) -> Iterator[Stop]:
        """Every place, in the order in which a trio comes to it."""
        self._hands.come()
        self._hands.hold_every_way()
        for place, phase in enumerate(self._pack.phases):
            self._window.open_programme(self._key, phase.id)
            for room in rooms_of(phase):
                self._window.shell.open_phase(place, room)
                yield from self._room(phase, room)

    def _room(self, phase: Phase, name: str) -> Iterator[Stop]:
        room = self._window.shell.room
        if isinstance(room, PrepareRoom | RunRoom):
            for meeting in meetings_of(self._bridge.book(self._key), phase):
                self._window.shell.turn_to_meeting(meeting.id)
                yield self._stop(name, f"{phase.id}-{name}-{meeting.pack_meeting}")
                if isinstance(room, PrepareRoom):
                    yield from self._prepare(phase, room)
                else:
                    yield from self._run(meeting, room)
        elif isinstance(room, PlanRoom):
            self._hands.agree()
            yield from self._plan(phase, room)
        elif isinstance(room, FollowRoom):
            self._hands.launch()
            yield from self._follow(phase, room)
        else:
            yield self._stop(name, f"{phase.id}-{name}")

    def _prepare(self, phase: Phase, room: PrepareRoom) -> Iterator[Stop]:
        for form in forms_at(self._pack, "prepare"):
            if self._was_at(form):
                continue
            self._hands.fill_in(form)
            room.open_form(form.id)
            yield self._stop("prepare", f"{phase.id}-skema-{form.id}", self._pack.fill(form.title))
            room.middle.close_form()

    def _run(self, meeting: Meeting, room: RunRoom) -> Iterator[Stop]:
        book = self._bridge.book(self._key)
        if clock_of(book, meeting).state == "ended":
            return
        room.next_step()
        while (slot := room.clockwork.current()) is not None:
            yield self._at_part(meeting, slot)
            for aid in room.clockwork.aids():
                if self._was_at(slot.item.pack_item, slot.step.pack_step if slot.step else "", aid):
                    continue
                room.clockwork.take_up(aid.id)
                yield self._at_part(meeting, slot, aid)
                room.clockwork.take_up("")
            self._moment.at += timedelta(minutes=max(1, slot.minutes))
            room.tick()
            room.next_step()
        yield self._stop("run", f"{meeting.pack_meeting}-slut")

    def _was_at(self, *place: object) -> bool:
        """Whether the same form, or the same aid of the same part, was seen in another meeting already."""
        known = repr(place) in self._seen
        self._seen.add(repr(place))
        return known

    def _at_part(self, meeting: Meeting, slot: Slot, aid: Aid | None = None) -> Stop:
        tool: Tool = part.tool_of(self._bridge.book(self._key), self._pack, meeting, slot, aid)
        self._hands.work(tool)
        book, pack = self._bridge.book(self._key), self._pack
        name = "-".join(
            (slot.item.pack_item, slot.step.pack_step if slot.step else "", aid.id if aid else "")
        )
        return self._stop(
            "run",
            f"{meeting.pack_meeting}-{name}",
            part.heading(book, pack, meeting, slot, aid),
            item=part.fill(book, pack, slot.item.title),
            line=part.instruction(book, pack, meeting, slot, aid),
            tool=tool.kind,
        )

    def _plan(self, phase: Phase, room: PlanRoom) -> Iterator[Stop]:
        for each in active_initiatives(self._bridge.book(self._key)):
            room.show_area(each.id)
            yield self._stop("plan", f"{phase.id}-indsats", each.name)

    def _follow(self, phase: Phase, room: FollowRoom) -> Iterator[Stop]:
        for kind in phase.pages or ("status",):
            room.open_page(kind)
            yield self._stop("follow", f"{phase.id}-{kind}")
            page = room.section
            if isinstance(page, FormsSection):
                for form in forms_at(self._pack, "follow"):
                    self._hands.fill_in(form)
                    page.open_form(form.id)
                    yield self._stop("follow", f"{phase.id}-skema-{form.id}", self._pack.fill(form.title))

    def _stop(
        self, room: str, name: str, title: str = "", *, item: str = "", line: str = "", tool: str = ""
    ) -> Stop:
        self._number += 1
        short = "-".join(each for each in name.replace("_", "-").split("-") if each)
        return Stop(f"{self._number:02d}-{short}", room, title, item, line, tool)
