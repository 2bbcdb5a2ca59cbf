"""How far a programme has come through its phases, and which meeting belongs to the one that is open."""

from __future__ import annotations

from trivselsdesk.domain.book import Book
from trivselsdesk.domain.pack import Pack, Phase
from trivselsdesk.domain.plan import active_initiatives, answered
from trivselsdesk.domain.records import Carried, Meeting
from trivselsdesk.domain.timing import clock_of


def phase_index(book: Book, pack: Pack) -> int:
    """The phase that the programme has come to, from what has been done in it."""
    if any(phase.meetings for phase in pack.phases):
        return _by_meetings(book, pack)
    rooms = [phase.room for phase in pack.phases]
    clock = clock_of(book, book.meeting)
    initiatives = active_initiatives(book)
    if clock.state != "ended":
        # What was taken along from the last round was written then: it says nothing of this one yet.
        taken = {each.taken_id for each in book.of(Carried) if each.taken_id}
        initiatives = [each for each in initiatives if each.id not in taken]
    launched = [each.launched is not None for each in initiatives]
    # The first theme is set in motion while the room still works on the others.
    if any(launched) and (all(launched) or clock.state not in ("running", "paused")):
        room = "follow"
    elif clock.state == "ended" or any(any(answered(book, pack, each)) for each in initiatives):
        room = "plan"
    elif clock.state in ("running", "paused"):
        room = "run"
    else:
        room = "prepare"
    return rooms.index(room) if room in rooms else 0


def rooms_of(phase: Phase) -> tuple[str, ...]:
    """The rooms of a phase: its own first."""
    return (phase.room, *(room for room in phase.also if room != phase.room))


def purpose_of(pack: Pack, meeting: Meeting) -> str:
    """What the phase of the meeting is for (000: P12); empty where no phase names the meeting."""
    phase = next((each for each in pack.phases if meeting.pack_meeting in each.meetings), None)
    return pack.fill(phase.purpose).strip() if phase is not None else ""


def meetings_of(book: Book, phase: Phase) -> list[Meeting]:
    """The meetings that a phase can turn to, in order; all where the process does not say."""
    wanted = phase.meetings
    return [each for each in book.meetings() if not wanted or each.pack_meeting in wanted]


def meeting_for(book: Book, phase: Phase) -> Meeting:
    """The meeting that a phase opens with: the one at hand if it belongs there, else the first not over.

    Raises NotThere.
    """
    current = book.meeting
    known = meetings_of(book, phase)
    if not phase.meetings or current in known or not known:
        return current
    return next((each for each in known if clock_of(book, each).state != "ended"), known[-1])


def next_meeting(book: Book, pack: Pack, phase_id: str) -> Meeting | None:
    """The meeting to go on with when one of this phase is over; None where its handleplan comes next."""
    if not any(phase.meetings for phase in pack.phases):
        return None
    place = next((place for place, phase in enumerate(pack.phases) if phase.id == phase_id), 0)
    for phase in pack.phases[place:]:
        if phase.meetings:
            left = [each for each in meetings_of(book, phase) if clock_of(book, each).state != "ended"]
            if left:
                return left[0]
        if "plan" in rooms_of(phase):
            return None
    return None


def _by_meetings(book: Book, pack: Pack) -> int:
    """The last phase in which something has begun, or the one after it when all its meetings are over."""
    reached = 0
    for place, phase in enumerate(pack.phases):
        if not phase.meetings:
            if phase.room == "follow" and any(each.launched for each in active_initiatives(book)):
                reached = place
            continue
        states = [clock_of(book, each).state for each in meetings_of(book, phase)]
        if states and all(state == "ended" for state in states):
            reached = min(place + 1, len(pack.phases) - 1)
        elif any(state != "ready" for state in states):
            reached = place
    return reached
