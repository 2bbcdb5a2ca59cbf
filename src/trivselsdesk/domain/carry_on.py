"""What a new round goes on with as it was: dates that come again, the unit's own drejebog, and the last talk
with each person (001: F35, F43)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date

from trivselsdesk.domain.book import Book
from trivselsdesk.domain.forms import entries
from trivselsdesk.domain.pack import Pack
from trivselsdesk.domain.pack.forms import PER_PERSON
from trivselsdesk.domain.records import AgendaItem, Event, FormAnswer, Meeting, Record, Step
from trivselsdesk.domain.records.forms import form_answer_id, form_entry_id
from trivselsdesk.domain.sealed import is_sealed, lock_of


def coming_again(old: Book, programme_id: str, today: date, make_id: Callable[[], str]) -> list[Event]:
    """The dates of the årshjul that come again and are not over. One about an initiative stays with that."""
    found = []
    for event in old.ranked(Event):
        over = event.until is not None and event.until < today
        if not event.every_months or event.day is None or event.initiative_id or over:
            continue
        # One that was proposed by the process keeps the id that tells it apart from a new proposal.
        grown, own = f"{old.programme.id}:event:", f"{programme_id}:event:"
        key = own + event.id.removeprefix(grown) if event.id.startswith(grown) else make_id()
        found.append(replace(event, id=key, programme_id=programme_id))
    return found


def last_talks(old: Book, pack: Pack, programme_id: str, people: Mapping[str, str]) -> list[Record]:
    """The latest time that something was said in each confidential form about a person, sealed, and the lock.

    ``people`` is each person's id then and now. The same passphrase opens it, so that last time's answers
    stand beside the new ones. It stays on this machine as all that is sealed does: no copy takes it along.
    """
    lock, found = lock_of(old), list[Record]()
    if lock is None:
        return []
    said: dict[str, list[FormAnswer]] = {}
    for each in old.of(FormAnswer):
        if is_sealed(each.text):
            said.setdefault(each.entry_id, []).append(each)
    for form in pack.forms:
        if not (form.confidential and form.repeat and form.per == PER_PERSON):
            continue
        for before, now in people.items():
            talk = next((each for each in reversed(entries(old, form, before)) if each.id in said), None)
            if talk is None:
                continue
            key = form_entry_id(programme_id, form.id, now)
            found.append(replace(talk, id=key, programme_id=programme_id, subject_id=now))
            found += [
                replace(
                    each,
                    id=form_answer_id(key, each.field, each.column),
                    programme_id=programme_id,
                    entry_id=key,
                )
                for each in sorted(said[talk.id], key=lambda one: one.id)
            ]
    return [replace(lock, id=programme_id, programme_id=programme_id), *found] if found else []


def with_own_agendas(old: Book, fresh: Iterable[Record], make_id: Callable[[], str]) -> list[Record]:
    """``fresh`` with the drejebog of each meeting as the unit had made it last time.

    A meeting whose parts in the process are others than those that the unit has known keeps the process's:
    a part that is new must not be lost, nor one that is gone come back.
    """
    records = list(fresh)
    before = {each.pack_meeting: each for each in reversed(old.ranked(Meeting)) if each.pack_meeting}
    for meeting in [each for each in records if isinstance(each, Meeting)]:
        source = before.get(meeting.pack_meeting)
        if source is None:
            continue
        theirs = [each for each in records if isinstance(each, AgendaItem) and each.meeting_id == meeting.id]
        ours = [each for each in old.ranked(AgendaItem) if each.meeting_id == source.id]
        known = {each.pack_item for each in theirs}
        if not ours or any(each.pack_item and each.pack_item not in known for each in ours):
            continue
        gone = {each.id for each in theirs}
        records = [
            each
            for each in records
            if each.id not in gone and not (isinstance(each, Step) and each.item_id in gone)
        ]
        records[records.index(meeting)] = replace(meeting, start=source.start)
        records += _agenda(old, ours, meeting, make_id)
    return records


def _agenda(
    old: Book, items: list[AgendaItem], meeting: Meeting, make_id: Callable[[], str]
) -> Iterable[Record]:
    for item in items:
        made = replace(item, id=make_id(), programme_id=meeting.programme_id, meeting_id=meeting.id)
        yield made
        for step in old.ranked(Step, lambda each, owner=item.id: each.item_id == owner):  # type: ignore[misc]
            yield replace(step, id=make_id(), programme_id=meeting.programme_id, item_id=made.id)
