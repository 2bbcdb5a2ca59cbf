"""What the room sees of a vote and of the work in groups."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.domain.wall.test_view import PACK, book_at, scene_at, words, write
from trivselsdesk.domain import timing
from trivselsdesk.domain.agenda import slots
from trivselsdesk.domain.board import cards_of
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.groups import REPORTING, TALKING
from trivselsdesk.domain.pack import RoleCard, Span, Tool
from trivselsdesk.domain.people import first_name, participants
from trivselsdesk.domain.plan import active_initiatives
from trivselsdesk.domain.records import Ballot, GroupMember, GroupWork, TalkGroup
from trivselsdesk.domain.wall import deciding
from trivselsdesk.domain.wall.model import Sheet
from trivselsdesk.domain.wall.view import wall_view

VOTE = Tool(kind="vote", params={"matrix": "mulighedsrum"})
GROUPS = Tool(
    kind="groups",
    params={
        "size": Span(least=3, most=5),
        "roles": (RoleCard(id="tid", title="Tidsholder"),),
        "questions": ("forandre", "opnaa", "barrierer"),
        "plenary": ("indsatser", "opfoelgning"),
    },
)


def counted(book: Book) -> Tool:
    """The vote of the shipped process, with seven strokes at its first theme."""
    card = next(each for each in cards_of(book, PACK, PACK.boards[0]) if each.is_theme)
    write(book, replace(book.card(card.id), votes=7))
    return VOTE


def grouped(book: Book) -> Tool:
    key, people = book.programme.id, participants(book)
    initiatives = active_initiatives(book)
    for number in range(2):
        group = f"g{number}"
        write(
            book,
            TalkGroup(
                id=group,
                programme_id=key,
                rank=float(number),
                meeting_id=book.meeting.id,
                initiative_id=initiatives[number].id,
            ),
        )
        for seat, person in enumerate(people[number * 3 : number * 3 + 3]):
            write(
                book,
                GroupMember(
                    id=f"{book.meeting.id}:{person.id}",
                    programme_id=key,
                    rank=float(seat),
                    group_id=group,
                    person_id=person.id,
                    roles="tid" if seat == 0 else "",
                ),
            )
    return GROUPS


def test_strokes_are_read_in_fives() -> None:
    assert [deciding.strokes(each) for each in (0, 3, 5, 7)] == ["", "III", "IIII/", "IIII/ II"]


def test_the_room_sees_the_strokes_as_they_are_counted() -> None:
    book = book_at("matrix")
    sheet = deciding.vote(book, PACK, book.meeting, counted(book))
    assert "IIII/ II · 7" in list(words(sheet))
    numbers = [int(line.number) for block in sheet.blocks for line in block.lines]
    assert numbers == list(range(1, len(numbers) + 1))


def test_a_hidden_standing_is_shown_when_everything_is_counted() -> None:
    book = book_at("matrix")
    tool = counted(book)
    tool = replace(tool, params=tool.params | {"hidden": True})
    sheet = deciding.vote(book, PACK, book.meeting, tool)
    assert all(not line.aside for block in sheet.blocks for line in block.lines)
    write(book, Ballot(id=book.meeting.id, programme_id=book.programme.id, counted=True))
    assert "IIII/ II · 7" in list(words(deciding.vote(book, PACK, book.meeting, tool)))


def test_the_mark_of_a_single_note_does_not_reach_the_wall() -> None:
    book = book_at("matrix")
    tool = counted(book)
    loose = next(each for each in cards_of(book, PACK, PACK.boards[0]) if not each.is_theme)
    write(book, replace(book.card(loose.id), always_act=True))
    sheet = deciding.vote(book, PACK, book.meeting, tool)
    apart = [line.text for block in sheet.blocks[1:] for line in block.lines]
    assert loose.title in [line.text for line in sheet.blocks[0].lines] and loose.title not in apart


def test_groups_stand_with_theme_people_and_tasks() -> None:
    book = book_at("plan")
    sheet = deciding.groups(book, PACK, book.meeting, grouped(book))
    assert isinstance(sheet, Sheet)
    assert sheet.blocks[0].title == f"Gruppe 1 · {active_initiatives(book)[0].name}"
    assert sheet.blocks[0].lines[0].text == first_name(participants(book)[0])
    assert sheet.blocks[0].lines[0].aside == "Tidsholder"
    assert [line.number for line in sheet.blocks[-1].lines] == ["1", "2", "3"]


def test_two_of_the_same_first_name_are_told_apart() -> None:
    book = book_at("plan")
    tool = grouped(book)
    for person, name in zip(participants(book), ("Lone Friis", "Lone Berg"), strict=False):
        write(book, replace(person, name=name))
    lines = deciding.groups(book, PACK, book.meeting, tool).blocks[0].lines
    assert [line.text for line in lines[:2]] == ["Lone F.", "Lone B."]


def test_without_names_the_groups_are_numbers_and_sizes() -> None:
    book = book_at("plan")
    said = " ".join(words(deciding.groups(book, PACK, book.meeting, grouped(book), names=False)))
    assert "3 deltagere" in said and "Gruppe 2" in said
    assert not any(first_name(each) in said for each in participants(book)[:6])


def test_the_room_knows_when_to_come_together() -> None:
    book = book_at("plan")
    tool = grouped(book)
    at = 1779282900.0
    write(book, GroupWork(id=book.meeting.id, programme_id=book.programme.id, stage=TALKING, deadline=at))
    assert "Vi samles igen kl." in deciding.groups(book, PACK, book.meeting, tool).question


def test_the_group_that_reports_back_is_named_and_the_last_questions_stand_ready() -> None:
    book = book_at("plan")
    tool = grouped(book)
    write(
        book,
        GroupWork(id=book.meeting.id, programme_id=book.programme.id, stage=REPORTING, group_id="g1"),
    )
    sheet = deciding.groups(book, PACK, book.meeting, tool)
    assert sheet.question == "Gruppe 2 fremlægger"
    assert [line.state for line in sheet.blocks[0].lines] == ["done", "now"]
    assert len(sheet.blocks[1].lines) == 2


@pytest.mark.parametrize(("item", "aid"), [("mulighedsrum", "afstemning"), ("hvad", "grupper")])
def test_the_aids_of_the_shipped_process_have_their_picture(item: str, aid: str) -> None:
    book = book_at("plan")
    counted(book)
    grouped(book)
    slot = next(each for each in slots(book, book.meeting) if each.item.pack_item == item)
    scene = scene_at(book, slot)
    write(book, replace(timing.clock_of(book, book.meeting), aid=aid))
    wall = wall_view(scene)
    said = list(words(wall))
    assert isinstance(wall.content, Sheet) and len(wall.instruction) <= 80
    assert ("IIII/ II · 7" in said) == (aid == "afstemning")
    assert any(each.startswith("Gruppe 2") for each in said) == (aid == "grupper")
