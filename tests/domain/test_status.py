"""The history of an arrow, standing still, and the status round."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from tests.domain.test_follow import PACK, TODAY, _action, _book, _carry_out, _initiative
from trivselsdesk.domain.book import Book, Put
from trivselsdesk.domain.commands.rows import EditFields, RemoveRow
from trivselsdesk.domain.commands.status import HoldFollowup, MoveStatus, NoteStatus
from trivselsdesk.domain.commands.wheel import WriteEvent
from trivselsdesk.domain.follow import Choice, chosen, counts, followed, followups_held
from trivselsdesk.domain.own_words import STALE_WEEKS, override_id, with_own_words
from trivselsdesk.domain.records import Action, Event, Initiative, Override, StatusChange
from trivselsdesk.domain.status import history
from trivselsdesk.domain.status_round import begin, outcomes, without_gone
from trivselsdesk.domain.wall.follow import FollowScene, follow_wall
from trivselsdesk.domain.wall.model import Arrows, Sheet
from trivselsdesk.domain.wheel import marks

NOON = datetime(2026, 6, 5, 12).timestamp()


def _desk() -> Book:
    return _book(
        _initiative("i", launched=date(2026, 5, 20), rank=2.0),
        _initiative("j", launched=date(2026, 5, 20), rank=1.0),
        _action("a", "i", status="aftalt", owner="Ole", due=date(2026, 6, 1)),
        _action("b", "j", status="i_gang", owner="Birgit", due=date(2026, 6, 20)),
        _action("c", "i", status="faerdig", owner="Ole", due=date(2026, 5, 27)),
    )


def _move(book: Book, to: str, *, after: float = 0.0, who: str = "Ole", key: str = "x") -> None:
    move = MoveStatus(
        programme_id="k", action_id="a", status=to, change_id=key, day=TODAY, at=NOON + after, who=who
    )
    _carry_out(book, move)


def _note(book: Book, text: str, *, after: float = 0.0, key: str = "n", earlier: str = "") -> None:
    _carry_out(
        book,
        NoteStatus(
            programme_id="k",
            action_id="a",
            change_id=key,
            text=text,
            earlier=earlier,
            day=TODAY,
            at=NOON + after,
            who="Ole",
        ),
    )


def test_a_move_is_kept_with_who_and_when() -> None:
    book = _desk()
    _move(book, "i_gang")
    (line,) = history(book, "a")
    assert (line.before, line.after, line.who, line.day) == ("aftalt", "i_gang", "Ole", TODAY)
    stands = next(each for each in followed(book, PACK, TODAY) if each.action.id == "a").stands
    assert (stands.day, stands.who) == (TODAY, "Ole")


def test_steps_within_a_minute_are_one_line_and_a_slip_leaves_none() -> None:
    book = _desk()
    _move(book, "i_gang")
    _move(book, "faerdig", after=5, key="y")
    assert [(each.before, each.after) for each in history(book, "a")] == [("aftalt", "faerdig")]
    _move(book, "aftalt", after=9, key="z")
    assert history(book, "a") == []
    _move(book, "i_gang", after=20)
    _move(book, "faerdig", after=200, key="y")
    _move(book, "i_gang", after=205, key="z", who="Birgit")
    assert [each.who for each in history(book, "a")] == ["Birgit", "Ole", "Ole"]


def test_a_move_to_where_it_stands_is_none() -> None:
    book = _desk()
    assert not book.changes(
        MoveStatus(programme_id="k", action_id="a", status="aftalt", change_id="x", day=TODAY, at=NOON).edits(
            book
        )
    )


def test_a_deleted_action_takes_its_history_along() -> None:
    for kind, key in ((Action, "a"), (Initiative, "i")):
        book = _desk()
        _move(book, "i_gang")
        _carry_out(book, RemoveRow(programme_id="k", kind=kind, id=key))
        assert list(book.of(StatusChange)) == []


def test_what_has_not_moved_for_four_weeks_stands_still() -> None:
    book = _desk()
    day = date(2026, 6, 16)
    assert not any(each.stale for each in followed(book, PACK, day))
    day = date(2026, 6, 17)
    lines = followed(book, PACK, day)
    assert {each.action.id for each in lines if each.stale} == {"a", "b"}
    assert (counts(lines).stale, counts(lines).late) == (2, 1)
    _move(book, "i_gang")
    assert {each.action.id for each in followed(book, PACK, day) if each.stale} == {"b"}


def test_a_number_that_nobody_can_have_meant_is_as_none() -> None:
    for text in ("1" * 5000, "99999", "0", "-3", "mange"):
        own = Override(id=override_id("k", STALE_WEEKS), programme_id="k", key=STALE_WEEKS, text=text)
        assert with_own_words(PACK, _book(own)).stale_weeks == PACK.stale_weeks


def test_the_unit_can_choose_its_own_number_of_weeks() -> None:
    book = _desk()
    own = Override(id=override_id("k", STALE_WEEKS), programme_id="k", key=STALE_WEEKS, text="2")
    book.apply(book.changes([Put(own)]))
    assert with_own_words(PACK, book).stale_weeks == 2
    book.apply(book.changes([Put(replace(own, text="mange"))]))
    assert with_own_words(PACK, book).stale_weeks == 4


def test_a_word_is_no_movement_but_stays_in_the_history() -> None:
    book = _desk()
    _note(book, "Vi venter på skiltene")
    assert book.get(Action, "a").status_note == "Vi venter på skiltene"
    (line,) = history(book, "a")
    assert line.before == line.after == "aftalt"
    assert next(e for e in followed(book, PACK, date(2026, 7, 1)) if e.action.id == "a").stale
    _note(book, "", earlier="Før")
    assert history(book, "a") == []
    assert book.get(Action, "a").status_note == "Før"


def test_what_is_said_right_after_a_move_stands_with_it() -> None:
    book = _desk()
    _move(book, "i_gang")
    _note(book, "Skiltene er her", after=30, key="x")
    (line,) = history(book, "a")
    assert (line.after, line.note) == ("i_gang", "Skiltene er her")
    _note(book, "", after=31, key="x")
    assert history(book, "a")[0].after == "i_gang"


def test_lines_can_be_narrowed_and_ordered() -> None:
    lines = followed(_desk(), PACK, TODAY)

    def ids(choice: Choice) -> list[str]:
        return [each.action.id for each in chosen(lines, choice)]

    assert ids(Choice()) == ["c", "a", "b"]
    assert ids(Choice(show="open")) == ["a", "b"]
    assert ids(Choice(show="late")) == ["a"]
    assert ids(Choice(owner="Ole")) == ["c", "a"]
    assert ids(Choice(initiative_id="j")) == ["b"]
    assert ids(Choice(sort="owner")) == ["b", "c", "a"]
    assert ids(Choice(sort="initiative")) == ["b", "c", "a"]
    assert ids(Choice(sort="step")) == ["a", "b", "c"]


def test_a_round_skips_what_is_done_and_tells_what_came_of_the_rest() -> None:
    book = _desk()
    going = begin(followed(book, PACK, TODAY), NOON)
    assert going.ids == ("a", "b")
    assert going.moved(-1).place == 0 and going.moved(9).over and going.moved(9).current == ""
    _move(book, "faerdig", after=10)
    found = outcomes(book, PACK, going)
    assert [(each.action.id, each.kind, each.before, each.after) for each in found] == [
        ("a", "done", 0, 2),
        ("b", "still", 1, 1),
    ]
    _carry_out(book, RemoveRow(programme_id="k", kind=Action, id="a"))
    left = without_gone(book, going.moved(1))
    assert left.ids == ("b",) and left.current == "b"


def test_the_wall_shows_the_round_and_names_only_where_they_may_stand() -> None:
    book = _desk()
    going = begin(followed(book, PACK, TODAY), NOON)
    wall = follow_wall(book, PACK, FollowScene(TODAY), names=False)
    assert isinstance(wall.content, Arrows) and len(wall.content.lines) == 3
    assert not any(each.owner for each in wall.content.lines)
    wall = follow_wall(book, PACK, FollowScene(TODAY, going), names=True)
    assert isinstance(wall.content, Arrows) and wall.content.single
    assert wall.caption == "Statusrunde · 1 af 2"
    assert (wall.content.lines[0].owner, wall.content.lines[0].late) == ("Ole", True)
    wall = follow_wall(book, PACK, FollowScene(TODAY, going.moved(2)), names=True)
    assert isinstance(wall.content, Sheet)
    assert [each.title for each in wall.content.blocks] == ["Står, hvor det stod"]


def test_a_held_followup_gets_its_next_day() -> None:
    book = _book(
        _initiative("i", launched=TODAY, followup_day=date(2026, 6, 17), followup_place="Personalemøde"),
        _initiative("j", launched=TODAY, followup_day=date(2026, 6, 17), followup_place="Stuemøde"),
        _initiative("k", launched=TODAY, followup_day=date(2026, 8, 1)),
    )
    _carry_out(book, HoldFollowup(programme_id="k", day=date(2026, 6, 17), next_day=date(2026, 7, 1)))
    assert {each.id: each.followup_day for each in book.of(Initiative)} == {
        "i": date(2026, 7, 1),
        "j": date(2026, 7, 1),
        "k": date(2026, 8, 1),
    }
    assert book.get(Initiative, "j").followup_place == "Stuemøde"


def test_a_held_followup_stays_on_the_year_and_is_told() -> None:
    book = _book(_initiative("i", launched=TODAY, followup_day=date(2026, 6, 17), followup_place="Stue"))
    hold = HoldFollowup(programme_id="k", day=date(2026, 6, 17), next_day=None)
    changes = book.changes(hold.edits(book))
    book.apply(changes)
    assert followups_held(book) == followups_held(book, "i") == [date(2026, 6, 17)]
    _carry_out(book, EditFields(programme_id="k", kind=Initiative, id="i", values={"name": "Nyt navn"}))
    [mark] = [
        each
        for each in marks(book, PACK, date(2026, 1, 1), date(2026, 12, 31), TODAY)
        if each.kind == "followup"
    ]
    assert (mark.title, mark.day, mark.place, mark.done) == ("Nyt navn", date(2026, 6, 17), "Stue", True)
    book.apply([each.inverted() for each in reversed(changes)])
    assert followups_held(book) == []


def test_a_held_followup_leaves_the_meeting_that_is_over_and_keeps_one_that_comes_again() -> None:
    day = date(2026, 6, 17)
    once = Event(id="once", programme_id="k", title="Temadag", day=day)
    again = Event(id="again", programme_id="k", title="Personalemøde", day=day, every_months=1)
    book = _book(
        once,
        again,
        _initiative("i", launched=TODAY, followup_day=day, followup_event="once"),
        _initiative("j", launched=TODAY, followup_day=day, followup_event="again"),
    )
    _carry_out(book, HoldFollowup(programme_id="k", day=day, next_day=date(2026, 7, 17)))
    assert book.get(Initiative, "i").followup_event == ""
    assert book.get(Initiative, "j").followup_event == "again"
    _carry_out(book, HoldFollowup(programme_id="k", day=date(2026, 7, 17), next_day=None))
    _carry_out(book, WriteEvent(programme_id="k", event_id="again", values={"day": date(2026, 6, 18)}))
    assert book.get(Initiative, "j").followup_day is None, "none was agreed: a meeting that moves brings none"
