"""Days that forms name, on the årshjul: one that was written in, and the event that a form belongs to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from hashlib import sha256

from trivselsdesk.domain.answers import read_day, read_rows
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.commands.base import Command
from trivselsdesk.domain.commands.wheel import COUNTED_FROM_LAST, HoldEvent, TakeUp, WriteEvent
from trivselsdesk.domain.forms import answer, filled
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.months import months_on
from trivselsdesk.domain.pack import Form, FormField, Pack
from trivselsdesk.domain.pack.forms import DATE, PER_INITIATIVE
from trivselsdesk.domain.records import Event, FormEntry, Initiative
from trivselsdesk.domain.wheel import Proposal, event_of, form_for, open_day, proposals

NEAR_DAYS = 45
"""An event that comes at fixed times is offered as held when its time is at most so far ahead. Ours."""


@dataclass(frozen=True)
class Held:
    """An event that a filled-in form shows to be held: its title, the day, and the command that says so."""

    title: str
    day: date
    command: Command


def day_of(book: Book, entry: FormEntry, field: FormField) -> date | None:
    """The day that is written in a question of the kind ``date``."""
    return read_day(answer(book, entry.id, field.id))


def stands(book: Book, entry: FormEntry, field: FormField) -> Event | None:
    """The event that the day was put on the årshjul as, or None."""
    return book.find(Event, _event_id(entry, field))


def put_on_wheel(
    book: Book, form: Form, entry: FormEntry, field: FormField, fill: Callable[[str], str]
) -> Command | None:
    """The command that puts the written day on the årshjul, or moves it there; None when it stands there.

    Put there twice it is still one event.
    """
    day, known = day_of(book, entry, field), stands(book, entry, field)
    if day is None or (known is not None and known.day == day):
        return None
    values: dict[str, object] = {"day": day, "done": False}
    if known is None:
        initiative = book.find(Initiative, entry.subject_id) if form.per == PER_INITIATIVE else None
        name = initiative.name.strip() if initiative is not None else ""
        # Two days of one form are told apart by their questions.
        alone = sum(1 for each in form.fields if each.kind == DATE) == 1
        about = fill(form.title if alone else field.label).strip().rstrip("?")
        title = " – ".join(each for each in (about, name) if each)
        values |= {"title": title, "kind": "followup", "note": fill(field.label)}
        values["initiative_id"] = initiative.id if initiative is not None else ""
    return WriteEvent(
        programme_id=entry.programme_id, event_id=_event_id(entry, field), values=values, fold=False
    )


@dataclass(frozen=True)
class RowDay:
    """A row of a small table that names a day: what it is about, and the event that it stands as, if any."""

    title: str
    day: date
    event_id: str
    stands: date | None

    @property
    def there(self) -> bool:
        """Whether the årshjul has it on that day."""
        return self.stands == self.day


def row_days(
    book: Book, form: Form, entry: FormEntry, field: FormField, fill: Callable[[str], str], column: str = ""
) -> list[RowDay | None]:
    """For each row of a table with a day in it, that day; None for a row without one."""
    kinds = [each.kind for each in field.cells]
    if "date" not in kinds:
        return []
    found: list[RowDay | None] = []
    for row in read_rows(answer(book, entry.id, field.id, column), len(kinds)):
        day = next((read_day(cell) for cell, kind in zip(row, kinds, strict=True) if kind == "date"), None)
        if day is None:
            found.append(None)
            continue
        words = next((cell for cell, kind in zip(row, kinds, strict=True) if kind == "text" and cell), "")
        title = words or fill(form.title)
        # Rows have no ids. Told apart by their words, the same meeting is still one when its day is changed.
        mark = sha256(f"{column}:{title.casefold()}".encode()).hexdigest()[:16]
        key = f"{entry.id}:row:{field.id}:{mark}"
        event = book.find(Event, key)
        found.append(RowDay(title, day, key, event.day if event is not None and not event.done else None))
    return found


def put_row_on_wheel(
    book: Book, form: Form, entry: FormEntry, field: FormField, row: RowDay, fill: Callable[[str], str]
) -> Command | None:
    """The command that puts the day of a row on the årshjul, or moves it there; None when it stands there."""
    if row.there:
        return None
    values: dict[str, object] = {"day": row.day, "done": False}
    if book.find(Event, row.event_id) is None:
        initiative = book.find(Initiative, entry.subject_id) if form.per == PER_INITIATIVE else None
        values |= {"title": row.title, "kind": "meeting", "note": fill(field.label)}
        values["initiative_id"] = initiative.id if initiative is not None else ""
    return WriteEvent(programme_id=entry.programme_id, event_id=row.event_id, values=values, fold=False)


def to_hold(
    book: Book, pack: Pack, form: Form, entry: FormEntry, today: date, fill: Callable[[str], str]
) -> Held | None:
    """The event that the form is filled in at, while nothing says that it was held; None where there is none.

    The form must have its day, not one to come, and an answer to everything that is needed (the yearly
    *arbejdsmiljødrøftelse* is to be shown in writing). An event that only is proposed is taken up as held.
    """
    state = filled(book, form, entry.id)
    if entry.day is None or entry.day > today or not state.done or state.missing:
        return None
    for event in book.ranked(Event, lambda each: form_for(pack, each) == form.id):
        day = _held_day(event, entry.day, today)
        if day is not None:
            hold = HoldEvent(programme_id=entry.programme_id, event_id=event.id, day=day)
            return Held(event.title, day, hold)
    for each in proposals(book, pack, today):
        if each.source.form == form.id:
            event = _taken_up_held(book, each, entry.day, fill)
            return Held(event.title, entry.day, TakeUp(programme_id=entry.programme_id, events=(event,)))
    return None


def _held_day(event: Event, filled_in: date, today: date) -> date | None:
    coming = open_day(event, today)
    if not event.every_months:
        return filled_in if coming is not None else None
    if event.held is not None and event.held >= filled_in:
        return None
    if event.kind in COUNTED_FROM_LAST:
        return filled_in
    near = coming is not None and coming <= filled_in + timedelta(days=NEAR_DAYS)
    return coming if near else None


def _taken_up_held(book: Book, proposal: Proposal, day: date, fill: Callable[[str], str]) -> Event:
    event = event_of(book, proposal, fill)
    if not event.every_months:
        return replace(event, day=day, done=True)
    coming = months_on(day, event.every_months) if event.kind in COUNTED_FROM_LAST else event.day
    return replace(event, day=coming or day, held=day)


def _event_id(entry: FormEntry, field: FormField) -> str:
    return f"{entry.id}:day:{field.id}"
