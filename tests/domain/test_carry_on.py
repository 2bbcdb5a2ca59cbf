"""The last talk with each person goes along to the next round, sealed – and to nowhere else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from tests.domain.sample import PACK as SAMPLE
from trivselsdesk.domain.book import Book, Put
from trivselsdesk.domain.cycle import new_cycle
from trivselsdesk.domain.forms import beside, blank_entry
from trivselsdesk.domain.pack import Form, FormField, Pack
from trivselsdesk.domain.records import (
    FormAnswer,
    FormEntry,
    FormLock,
    Person,
    form_answer_id,
    form_entry_id,
    new_id,
)
from trivselsdesk.domain.sealed import clear_book, lock_of
from trivselsdesk.domain.setup import new_programme
from trivselsdesk.domain.travel import travelling

SPRING = datetime(2027, 2, 1, 9, 0)
TALK = Form(
    id="en_til_en",
    title="1:1",
    per="person",
    repeat=True,
    confidential=True,
    fields=(FormField(id="opgaver", label="Hvad arbejder du med?"),),
)
PACK: Pack = replace(SAMPLE, forms=(TALK,))


def talked() -> Book:
    """Ida has been talked with twice, Per not at all; nobody knows the words without the key."""
    book = Book(new_programme(PACK, "Lageret", datetime(2026, 5, 5)))
    key = book.programme.id
    puts = [Put(Person(id=each, programme_id=key, name=each)) for each in ("Ida", "Per")]
    puts.append(Put(FormLock(id=key, programme_id=key, public="p", secret="s")))
    for day, text in ((4, "age:først"), (11, "age:senest")):
        entry = new_id() if day > 4 else form_entry_id(key, TALK.id, "Ida")
        puts += [
            Put(
                FormEntry(
                    id=entry,
                    programme_id=key,
                    rank=float(day),
                    form=TALK.id,
                    subject_id="Ida",
                    day=date(2026, 6, day),
                    sealed=True,
                )
            ),
            Put(
                FormAnswer(
                    id=form_answer_id(entry, "opgaver", ""),
                    programme_id=key,
                    entry_id=entry,
                    field="opgaver",
                    text=text,
                )
            ),
        ]
    # Begun, and nothing said yet: that is not the last talk.
    begun = FormEntry(
        id=new_id(),
        programme_id=key,
        rank=20.0,
        form=TALK.id,
        subject_id="Ida",
        day=date(2026, 6, 20),
        sealed=True,
    )
    book.apply(book.changes([*puts, Put(begun)]))
    return book


def test_last_times_answers_stand_beside_in_the_next_round_once_it_is_opened() -> None:
    book = Book(new_cycle(talked(), PACK, PACK, "Lageret", SPRING))
    ida, per = (next(each.id for each in book.of(Person) if each.name == name) for name in ("Ida", "Per"))
    lock = lock_of(book)
    assert lock is not None and (lock.public, lock.secret) == ("p", "s"), "the same passphrase opens it"
    assert [each.text for each in book.of(FormAnswer)] == ["age:senest"], "the latest alone, and sealed"
    opened = clear_book(book, {"age:senest": "Pakker og svarer kunder"}.__getitem__)
    fresh = blank_entry(opened, TALK, ida, SPRING.date())
    [said] = beside(opened, PACK, TALK, fresh, TALK.fields[0])
    assert (said.source, said.lines) == ("Sidste gang, 11. juni 2026", ("Pakker og svarer kunder",))
    assert not beside(opened, PACK, TALK, blank_entry(opened, TALK, per, SPRING.date()), TALK.fields[0])


def test_it_leaves_the_machine_in_no_copy() -> None:
    records = new_cycle(talked(), PACK, PACK, "Lageret", SPRING)
    left = travelling(records)
    assert not [each for each in left if isinstance(each, FormAnswer | FormEntry | FormLock)]


def test_without_talks_the_next_round_has_no_lock() -> None:
    book = Book(new_programme(PACK, "Lageret", datetime(2026, 5, 5)))
    key = book.programme.id
    book.apply(book.changes([Put(FormLock(id=key, programme_id=key, public="p", secret="s"))]))
    assert lock_of(Book(new_cycle(book, PACK, PACK, "Lageret", SPRING))) is None
