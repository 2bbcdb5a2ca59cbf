"""Starting notes are offered, marked as the process's own, and hang at most once."""

from __future__ import annotations

from tests.domain import across
from tests.domain.sample import run
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.commands.cards import ChooseCard
from trivselsdesk.domain.commands.notes import DeleteNotes, HangStartNotes, MergeThemes
from trivselsdesk.domain.forms import answer, entries, subjects
from trivselsdesk.domain.joined import voices
from trivselsdesk.domain.note_tags import OTHERS, breakdown, tags_text
from trivselsdesk.domain.records import FormAnswer, FormEntry, Note, form_answer_id
from trivselsdesk.domain.start_notes import as_notes, is_start, origin_words, start_notes, written_kinds


def test_eighteen_in_four_zones_and_nobody_writes_on_them() -> None:
    book, pack = Book(across.records(agreed=False, start=False)), across.pack()
    offers = start_notes(book, pack, across.board())
    assert [(zone.id, len(notes)) for zone, notes in offers] == [
        ("paa_tvaers", 6),
        ("fritid", 4),
        ("faellesskaber", 5),
        ("ssp", 3),
    ]
    assert [each.id for each in written_kinds(pack)] == ["gul"]


def test_some_are_hung_and_the_rest_stay_on_offer() -> None:
    book, pack, board = Book(across.records(agreed=False, start=False)), across.pack(), across.board()
    every = [each for _, notes in start_notes(book, pack, board) for each in notes]
    some = {every[0].id, every[7].id}
    run(book, HangStartNotes(programme_id=book.programme.id, notes=as_notes(book, pack, board, some)))
    notes = list(book.of(Note))
    assert {each.id for each in notes} == some
    assert all(is_start(pack, each) for each in notes)
    # A second time nothing is doubled, and one that was thrown away can come back.
    assert not as_notes(book, pack, board, some)
    run(book, DeleteNotes(programme_id=book.programme.id, ids=(every[0].id,)))
    assert [each.id for each in as_notes(book, pack, board, some)] == [every[0].id]


def test_a_note_that_many_said_counts_as_many() -> None:
    book = Book(across.records())
    assert voices(book, book.note("n00")) == 14


def test_answers_about_a_theme_follow_it_into_another() -> None:
    book, pack = Book(across.records()), across.pack()
    form = next(each for each in pack.forms if each.id == "fire_spoergsmaal")
    assert [each.title for each in subjects(book, form)] == list(across.SUBJECTS)
    key = book.programme.id
    entry = FormEntry(id="f", programme_id=key, form=form.id, subject_id="t1")
    text = FormAnswer(
        id=form_answer_id("f", "skal", ""), programme_id=key, entry_id="f", field="skal", text="Tage fat"
    )
    book = Book([*book.everything(), entry, text])
    run(book, MergeThemes(programme_id=key, source="t1", target="t0"))
    assert [each.id for each in entries(book, form, "t0")] == ["f"]
    assert answer(book, "f", "skal") == "Tage fat"


def test_a_note_that_was_chosen_alone_is_asked_the_questions_too() -> None:
    book, pack = Book(across.records(agreed=False)), across.pack()
    form = next(each for each in pack.forms if each.id == "fire_spoergsmaal")
    first = next(each for each in book.ranked(Note) if each.zone == "ssp")
    assert subjects(book, form) == []
    run(book, ChooseCard(programme_id=book.programme.id, card_id=first.id, chosen=True, initiative_id="new"))
    assert [each.title for each in subjects(book, form)] == [first.text]
    # Wherever it goes on to, it says that nobody in the room wrote it.
    assert origin_words(pack, [first]) == "Oplæg"
    assert origin_words(pack, [first, across.note("x", "Vores egen", "ssp")]) == ""


def test_where_notes_come_from_never_tells_fewer_than_five_apart() -> None:
    note = Note(id="x", programme_id="p", board="b", zone="z", text="t", kind="gul")

    def from_(**counts: int) -> list[Note]:
        words = {word.replace("_", " "): count for word, count in counts.items()}
        text = tags_text({"forvaltning": words})
        return [Note(**{**note.__dict__, "tags": text})]

    pack = across.pack()
    assert breakdown(from_(Skole=12, SSP=2), pack) == []
    assert breakdown(from_(Skole=12, Fritid=9, SSP=2), pack)[0][1] == [("Skole", 12), (OTHERS, 11)]
    assert breakdown(from_(Skole=12, SSP=3, Sundhed=2), pack)[0][1] == [("Skole", 12), (OTHERS, 5)]
    assert breakdown(from_(Skole=12, Fritid=9), pack)[0][1] == [("Skole", 12), ("Fritid", 9)]
    assert breakdown(from_(SSP=2, Sundhed=1), pack) == []
