"""The årshjul: everything that has a day, as marks on rings – views of the records, never copies of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from trivselsdesk.domain.book import Book
from trivselsdesk.domain.commands.base import Command
from trivselsdesk.domain.commands.dates import SetMeetingDay
from trivselsdesk.domain.commands.prepare import SetMilestoneDays
from trivselsdesk.domain.commands.rows import EditFields
from trivselsdesk.domain.commands.wheel import MoveEvent
from trivselsdesk.domain.due import FAR
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.months import add_months, first_repeat, months_on, repeats
from trivselsdesk.domain.pack import Due, Pack, Ring, WheelEvent
from trivselsdesk.domain.plan import active_initiatives
from trivselsdesk.domain.records import Event, Initiative, Milestone
from trivselsdesk.domain.setup import MEETING_ANCHOR, due_date
from trivselsdesk.domain.years import coming_round

EVENT, FOLLOWUP, MILESTONE, MEETING = "event", "followup", "milestone", "meeting"
"""Where a mark comes from."""

SOON_DAYS = 90
"""How far ahead the list beside the wheel looks. Ours."""

LONGEST_MONTHS = {"discussion": 12, "apv": 36}
"""The law: an *arbejdsmiljødrøftelse* each year, an APV of all conditions at least every third year."""

NOTICE_MONTHS = {"discussion": 2, "apv": 6}
"""How long before the last day the program says so. Ours."""


@dataclass(frozen=True)
class Mark:
    """Something that stands on the wheel on one day, or over a span of days."""

    source: str
    id: str
    """Of the record that it is a view of."""
    title: str
    day: date
    end: date
    """The last day; ``day`` where it is one day only."""
    ring: str = ""
    """Id of a ring of the pack; empty for the outermost."""
    kind: str = "other"
    start: int | None = None
    """Minutes after midnight; None for the whole day."""
    place: str = ""
    owner: str = ""
    note: str = ""
    done: bool = False
    late: bool = False
    again: int = 0
    """Months from one time to the next."""
    hard: bool = False
    """Somebody else has set it."""

    @property
    def key(self) -> str:
        """Tells marks apart, also those of an event that comes again."""
        return f"{self.source}:{self.id}:{self.day.isoformat()}"


@dataclass(frozen=True)
class Proposal:
    """A date that the process proposes and that the unit has not taken up."""

    source: WheelEvent
    day: date | None


@dataclass(frozen=True)
class Warned:
    """What has to be said about an event that the law wants again.

    ``what`` is ``late`` (the last day has passed), ``planned_late`` (it is planned after the last day) or
    ``soon`` (the last day comes near).
    """

    event: Event
    what: str
    latest: date


def rings(pack: Pack) -> tuple[Ring, ...]:
    """The rings of the process inside the outermost, from the outside in."""
    return pack.wheel.rings if pack.wheel is not None else ()


def marks(book: Book, pack: Pack, start: date, end: date, today: date) -> list[Mark]:
    """Everything that stands between two days, both included, in the order of the days."""
    found = [
        *(
            _named(book, pack, mark)
            for event in book.of(Event)
            for mark in _of_event(event, start, end, today)
        ),
        *_followups(book, pack, today),
        *_milestones(book, today),
        *_meetings(book, today),
    ]
    found = [each for each in found if each.day <= end and each.end >= start]
    found.sort(key=lambda each: (each.day, each.start if each.start is not None else -1, each.title, each.id))
    return found


def undated(book: Book) -> list[Event]:
    """Events that have no day yet, in their order."""
    return book.ranked(Event, lambda event: event.day is None)


def open_day(event: Event, today: date) -> date | None:
    """The day of an event that is not behind us: its next, or one that has passed and was not held.

    A meeting that has passed is simply over; the next one is meant. None when nothing is to come.
    """
    if event.day is None or (event.done and not event.every_months):
        return None
    if not event.every_months:
        return event.day
    start = event.day if event.held is None else max(event.day, event.held + timedelta(days=1))
    if event.kind == "meeting":
        start = max(start, today)
    return first_repeat(event.day, event.every_months, start, event.until or FAR)


def overdue(book: Book, pack: Pack, today: date) -> list[Mark]:
    """What should have been held: each event once, and the follow-ups, the oldest on top."""
    found = [each for each in _followups(book, pack, today) if each.late]
    found += [
        _mark(event, day, today)
        for event in book.of(Event)
        if event.kind != "meeting" and (day := open_day(event, today)) is not None and day < today
    ]
    return sorted(found, key=lambda each: (each.day, each.title))


def coming(book: Book, pack: Pack, today: date, days: int = SOON_DAYS) -> list[Mark]:
    """What comes from today on, so many days ahead, today included."""
    return [
        each
        for each in marks(book, pack, today, today + timedelta(days=days), today)
        if not each.done and each.day >= today
    ]


def next_event(book: Book, today: date) -> tuple[Event, date] | None:
    """The event that comes first, one that is overdue before all others."""
    found = [(day, event.title, event) for event in book.of(Event) if (day := open_day(event, today))]
    if not found:
        return None
    day, _, event = min(found, key=lambda each: each[:2])
    return event, day


def latest_day(event: Event) -> date | None:
    """The last day for the next time, counted from the last one: 12 months for the yearly
    *arbejdsmiljødrøftelse* (facts: pav.medst.dk), 36 for the APV (at.dk). None where nothing is known.
    """
    months = LONGEST_MONTHS.get(event.kind)
    return months_on(event.held, months) if months and event.held is not None else None


def warnings(book: Book, today: date) -> list[Warned]:
    """What the law wants again and that is late, planned too late, or near, in the order of the last days."""
    found: list[Warned] = []
    for event in book.of(Event):
        latest = latest_day(event)
        if latest is None:
            continue
        planned = open_day(event, today)
        if latest < today:
            found.append(Warned(event, "late", latest))
        elif planned is not None and planned > latest:
            found.append(Warned(event, "planned_late", latest))
        elif add_months(latest, -NOTICE_MONTHS[event.kind]) <= today:
            found.append(Warned(event, "soon", latest))
    return sorted(found, key=lambda each: (each.latest, each.event.title))


def proposals(book: Book, pack: Pack, today: date) -> list[Proposal]:
    """The dates of the process that the unit has not taken up, in the order of the pack."""
    if pack.wheel is None:
        return []
    return [
        Proposal(each, proposed_day(book, pack, each, today))
        for each in pack.wheel.events
        if book.find(Event, event_id(book, each)) is None
    ]


def event_id(book: Book, source: WheelEvent) -> str:
    """Id of the event that a proposal becomes: taken up twice, it is still one."""
    return f"{book.programme.id}:event:{source.id}"


def form_for(pack: Pack, event: Event) -> str:
    """Id of the form that is filled in when an event is held; empty where the process has none for it.

    An event that grew from a proposal has the form of that; one of the unit's own that of its kind.
    """
    sources = [each for each in (pack.wheel.events if pack.wheel is not None else ()) if each.form]
    own = next((each.form for each in sources if event.id == f"{event.programme_id}:event:{each.id}"), "")
    alike = (each.form for each in sources if each.kind == event.kind and event.kind != "meeting")
    return own or next(alike, "")


def proposed_day(book: Book, pack: Pack, source: WheelEvent, today: date) -> date | None:
    """The day of a proposal: months, then days after its anchor, and its next time where it comes again.

    None while the anchor has no day, and for what could only have been held in the past.
    """
    if source.due is None:
        return None
    anchor = _anchor_day(book, pack, source.due.anchor)
    if anchor is None:
        return None
    first = months_on(anchor, source.months)
    if first is None:
        return None
    first += timedelta(days=source.due.days)
    return first_repeat(first, source.every_months, today, FAR)


def event_of(book: Book, proposal: Proposal, fill: Callable[[str], str] = str) -> Event:
    """The event that a proposal becomes. Its title and note are the unit's own from then on.

    ``fill`` puts the unit's words in place of the variables of the process.
    """
    source = proposal.source
    return Event(
        id=event_id(book, source),
        programme_id=book.programme.id,
        title=fill(source.title),
        ring=source.ring,
        kind=source.kind,
        day=proposal.day,
        every_months=source.every_months,
        note=fill(source.hint),
    )


def moving(book: Book, mark: Mark, day: date) -> Command | None:
    """The command that moves what a mark shows to another day; None for what is behind us."""
    key = book.programme.id
    if mark.source == EVENT:
        if mark.done:
            return None
        return MoveEvent(programme_id=key, event_id=mark.id, from_day=mark.day, to_day=day)
    if mark.source == FOLLOWUP:
        return EditFields(
            programme_id=key,
            kind=Initiative,
            id=mark.id,
            # On a day of its own it does not follow a meeting any more.
            values={"followup_day": day, "followup_event": ""},
            fold=False,
        )
    if mark.source == MILESTONE:
        milestone = book.get(Milestone, mark.id)
        span = day - mark.day
        return SetMilestoneDays(
            programme_id=key,
            milestone_id=mark.id,
            start=milestone.start and milestone.start + span,
            end=milestone.end and milestone.end + span,
        )
    return SetMeetingDay(programme_id=key, meeting_id=mark.id, day=day)


def ring_of_place(pack: Pack, place: str) -> str:
    """The ring that a place belongs to by its words; the first ring where none fits."""
    lowered = place.casefold()
    for ring in rings(pack):
        if any(word.casefold() in lowered for word in ring.words):
            return ring.id
    return rings(pack)[0].id if rings(pack) else ""


def _of_event(event: Event, start: date, end: date, today: date) -> Iterator[Mark]:
    if event.day is None:
        return
    last = min(end, event.until) if event.until is not None and event.every_months else end
    days = repeats(event.day, event.every_months, start, last)
    held = event.held if event.every_months else None
    if held is not None and held not in days and start <= held <= end:
        yield _mark(event, held, today)
    for day in days:
        yield _mark(event, day, today)


def _named(book: Book, pack: Pack, mark: Mark) -> Mark:
    """A follow-up that was held bears the name that its initiative has now, on the ring of its place."""
    event = book.get(Event, mark.id)
    initiative = book.find(Initiative, event.initiative_id) if event.kind == "followup" else None
    if initiative is None:
        return mark
    return replace(mark, title=initiative.name, ring=mark.ring or ring_of_place(pack, mark.place))


def _mark(event: Event, day: date, today: date) -> Mark:
    held = event.held is not None and day <= event.held
    done = held if event.every_months else event.done
    passed = event.kind == "meeting" and day < today
    return Mark(
        EVENT,
        event.id,
        event.title,
        day,
        day,
        event.ring,
        event.kind,
        event.start,
        event.place,
        note=event.note,
        done=done or passed,
        late=not done and not passed and day < today,
        again=event.every_months,
    )


def _followups(book: Book, pack: Pack, today: date) -> Iterator[Mark]:
    for each in active_initiatives(book):
        if each.followup_day is not None:
            yield Mark(
                FOLLOWUP,
                each.id,
                each.name,
                each.followup_day,
                each.followup_day,
                ring_of_place(pack, each.followup_place),
                "followup",
                place=each.followup_place,
                owner=each.followup_owner,
                # ``HoldFollowup`` says that one was held. What was never set in motion is over by itself.
                done=each.followup_day < today and each.launched is None,
                late=each.followup_day < today and each.launched is not None,
            )


def _milestones(book: Book, today: date) -> Iterator[Mark]:
    for each in book.of(Milestone):
        start, end = each.start or each.end, each.end or each.start
        if start is not None and end is not None:
            yield Mark(
                MILESTONE,
                each.id,
                each.title,
                start,
                end,
                note=each.note,
                done=end < today,
                hard=each.hard,
            )


def _meetings(book: Book, today: date) -> Iterator[Mark]:
    for each in book.meetings():
        if each.day is not None:
            yield Mark(
                MEETING,
                each.id,
                each.title,
                each.day,
                each.day,
                kind="meeting",
                start=each.start,
                place=each.room,
                done=each.day < today,
            )


def _anchor_day(book: Book, pack: Pack, anchor: str) -> date | None:
    meetings = book.meetings()
    if anchor == MEETING_ANCHOR:
        return meetings[0].day if meetings else None
    for meeting in meetings:
        if meeting.pack_meeting == anchor:
            return meeting.day
    milestone = book.find(Milestone, f"{book.programme.id}:milestone:{anchor}")
    if milestone is not None and (milestone.start or milestone.end):
        return milestone.start or milestone.end
    return due_date(_round_of(book, pack), Due(anchor=anchor), None)


def _round_of(book: Book, pack: Pack) -> Pack:
    """The pack with the dates of the round that the programme was made for."""
    try:
        made = date.fromisoformat(book.programme.created[:10])
    except ValueError:
        return pack
    return coming_round(pack, made)
