"""What the room sees of expectations, icebreaker and negative brainstorm, and of notes written in silence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.domain.wall.test_view import PACK, book_at, words, write
from trivselsdesk.domain import timing
from trivselsdesk.domain.agenda import slots
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.commands.tools import SealNotes
from trivselsdesk.domain.records import Escalation, Expectation, Idea, Initiative, Note
from trivselsdesk.domain.tools import own_record, state_of
from trivselsdesk.domain.wall.model import Sheet, Wall
from trivselsdesk.domain.wall.view import Scene, wall_view
from trivselsdesk.packs.example import STAGES


def wall_with(book: Book, item: str, aid: str = "") -> Wall:
    """The wall at an item of the drejebog, with one of its aids taken up."""
    meeting, now = book.meeting, STAGES["board"].timestamp()
    slot = next(each for each in slots(book, meeting) if each.item.pack_item == item)
    clock, logs = timing.go_to(book, meeting, slot, now)
    write(book, timing.take_up(clock, aid), *logs)
    return wall_view(Scene(book, PACK, meeting, timing.read(book, meeting, now - 3600, now), slot))


def sheet(wall: Wall) -> Sheet:
    assert isinstance(wall.content, Sheet)
    return wall.content


@pytest.fixture
def book() -> Book:
    return book_at("plan")


def expectation(book: Book, text: str, met: str = "") -> Expectation:
    return Expectation(
        id=text, programme_id=book.programme.id, meeting_id=book.meeting.id, text=text, met=met
    )


def idea(book: Book, text: str, **values: str) -> Idea:
    return Idea(id=text, programme_id=book.programme.id, meeting_id=book.meeting.id, text=text, **values)


def test_expectations_stand_there_with_what_became_of_them(book: Book) -> None:
    assert sheet(wall_with(book, "velkomst", "forventninger")).question == "Hvad håber vi at få med herfra?"
    write(book, expectation(book, "Ro"), expectation(book, "Grin", "partly"), expectation(book, " "))
    wall = wall_with(book, "opsamling", "forventninger")
    assert wall.instruction == "Fik vi det, vi håbede på?"
    assert [(line.text, line.aside) for line in sheet(wall).blocks[0].lines] == [
        ("Grin", "Delvist"),
        ("Ro", ""),
    ]
    assert sheet(wall).blocks[0].lines[0].icon, "never colour alone"


def test_the_icebreaker_shows_one_prompt_in_the_units_words(book: Book) -> None:
    tool = next(aid.tool for aid in PACK.meetings[0].items[0].aids if aid.id == "isbryder")
    prompts = tool.params["prompts"]
    assert sheet(wall_with(book, "velkomst", "isbryder")).question == prompts[0]
    write(book, replace(state_of(book, book.meeting, "icebreaker"), shown=1))
    assert sheet(wall_with(book, "velkomst", "isbryder")).question == prompts[1]
    write(book, own_record(book.programme.id, "\n".join(prompts), "Hvad lo du af?"))
    assert sheet(wall_with(book, "velkomst", "isbryder")).question == "Hvad lo du af?"


def test_the_negative_brainstorm_shows_its_four_steps(book: Book) -> None:
    initiative = book.ranked(Initiative)[0]
    write(book, idea(book, "Sig intet"), idea(book, "Vent på de andre", turned="Én har opgaven"))
    write(book, idea(book, "Om et andet tema", initiative_id=initiative.id))

    def at(step: int, about: str = "") -> Sheet:
        state = state_of(book, book.meeting, "negative")
        write(book, replace(state, shown=step, initiative_id=about))
        return sheet(wall_with(book, "hvad", "omvendt"))

    assert "mislykkes" in at(0).question and "Hvordan lykkes vi med det?" in list(words(at(0)))
    assert [line.text for line in at(1).blocks[0].lines] == ["Sig intet", "Vent på de andre"]
    assert [line.text for line in at(2).blocks[0].lines] == ["Sig intet", "Én har opgaven"]
    assert [line.text for line in at(3).blocks[0].lines] == ["Én har opgaven"]
    assert initiative.name in list(words(at(0, initiative.id)))
    assert [line.text for line in at(1, initiative.id).blocks[0].lines] == ["Om et andet tema"]


def test_notes_written_in_silence_never_reach_the_wall() -> None:
    book = book_at("prepare")
    board = PACK.board("hverdag")
    note = Note(
        id="n",
        programme_id=book.programme.id,
        board=board.id,
        zone=board.zones[0].id,
        text="Det tør jeg ikke sige højt",
        kind="gul",
    )
    book.apply(book.changes(SealNotes(programme_id=book.programme.id, notes=(note,)).edits(book)))
    for item in {each.item.pack_item for each in slots(book, book.meeting)}:
        assert not [each for each in words(wall_with(book, item)) if "tør jeg" in each]


def test_at_the_opening_the_room_is_told_what_is_already_seen_to_and_by_nobody_in_name() -> None:
    book = book_at("board")
    wall = wall_with(book, "velkomst")
    titles = [block.title for block in sheet(wall).blocks]
    assert titles == ["Dagens program", "Det er vi allerede i gang med", "Spilleregler"]
    said = " ".join(words(wall))
    assert "Vi får en ny printer" in said and "Birgit" not in " ".join(words(wall.content))
    note = next(each for each in book.of(Note) if each.track == "nu")
    write(book, replace(book.get(Escalation, note.id), answer=""))
    assert "Printeren står stille hver uge" in " ".join(words(wall_with(book, "velkomst")))
    write(book, replace(note, always_act=True))
    assert "Printeren" not in " ".join(words(wall_with(book, "velkomst")))
