"""What the room sees while the word goes round: who has it, the rule of the moment, never a hint."""

from __future__ import annotations

from dataclasses import replace

from tests.domain.wall.test_view import PACK, book_at, scene_at, words
from trivselsdesk.domain import part, timing, turns
from trivselsdesk.domain.agenda import Slot, slots
from trivselsdesk.domain.book import Book, Put
from trivselsdesk.domain.commands.turns import SetTurns
from trivselsdesk.domain.people import first_name
from trivselsdesk.domain.records import Note, Person, Record
from trivselsdesk.domain.wall.model import Sheet, Wall
from trivselsdesk.domain.wall.view import wall_view


class Shown:
    """A part of the example's meeting, on the wall."""

    def __init__(self, title: str, aid: str = "") -> None:
        self.book: Book = book_at("board")
        meeting = self.book.meeting
        self.slot: Slot = next(each for each in slots(self.book, meeting) if each.title == title)
        self.scene = scene_at(self.book, self.slot)
        clock = timing.take_up(timing.clock_of(self.book, meeting), aid)
        self.book.apply(self.book.changes([_put(clock)]))

    def wall(self, *, names: bool = True) -> Wall:
        return wall_view(replace(self.scene, names=names))

    @property
    def table(self) -> turns.Table:
        book, meeting = self.book, self.book.meeting
        aid = part.aid_taken_up(book, PACK, meeting, self.slot)
        tool = part.tool_of(self.book, PACK, meeting, self.slot, aid)
        found = turns.read(book, meeting, self.slot, aid, tool)
        assert found is not None
        return found

    def do(self, move: turns.Move) -> None:
        command = SetTurns(programme_id=self.book.programme.id, move=move)
        self.book.apply(self.book.changes(command.edits(self.book)))


def _put(record: Record) -> Put:
    return Put(record)


def test_the_rule_of_the_moment_stands_beside_the_instruction() -> None:
    assert Shown("Præsentér sedler").wall().instruction == (
        "To sedler ad gangen – kun korte, opklarende spørgsmål"
    )


def test_the_lower_edge_says_who_has_the_word_by_first_name() -> None:
    shown = Shown("Præsentér sedler")
    shown.do(turns.give_on(shown.table))
    assert shown.wall().foot.speaker == "Birgit"
    assert shown.wall(names=False).foot.speaker == ""
    shown.do(turns.give_on(shown.table))
    assert shown.wall().foot.speaker == "Sanne"


def test_the_trio_has_the_word_with_names_or_without() -> None:
    shown = Shown("Præsentér sedler")
    pink = next(note for note in shown.book.of(Note) if note.kind == "pink")
    shown.book.apply(shown.book.changes([_put(replace(pink, sealed=True))]))
    shown.do(turns.give_last(shown.table))
    assert shown.wall().foot.speaker == shown.wall(names=False).foot.speaker == "Trioen"
    assert pink.text not in set(words(shown.wall()))


def test_how_many_notes_somebody_has_shown_never_reaches_the_wall() -> None:
    shown = Shown("Præsentér sedler")
    for _ in range(3):
        shown.do(turns.give_on(shown.table, turns.PASSED))
    assert turns.advice(shown.table, PACK)
    said = " ".join(words(shown.wall()))
    names = [first_name(each) for each in shown.book.of(Person)]
    # Who has the word, and who is next.
    assert [name for name in names if name in said] == ["Karin", "Ole"]


def test_the_closing_round_shows_the_question_and_who_is_where() -> None:
    shown = Shown("Opsamling og tak", "afslutningsrunde")
    shown.do(turns.give_on(shown.table))
    shown.do(turns.give_on(shown.table, turns.PASSED))
    content = shown.wall().content
    question = "Sig én ting, der var vigtig for dig i dag"
    assert isinstance(content, Sheet) and shown.wall().instruction == question
    assert not content.question, "the line above says it already"
    lines = [line for block in content.blocks for line in block.lines]
    assert [(each.text, each.state) for each in lines[:3]] == [
        ("Sanne", "done"),
        ("Karin", "now"),
        ("Ole", ""),
    ]
    assert lines[-1].text == "Birgit"
    quiet = shown.wall(names=False)
    assert quiet.content == Sheet(question=question) and quiet.foot.speaker == ""
