"""What the statuspil shows of a book, and how an initiative gets there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from trivselsdesk.domain.book import Book
from trivselsdesk.domain.commands.base import Command
from trivselsdesk.domain.commands.plan import LaunchInitiative, WriteAction
from trivselsdesk.domain.commands.status import HoldFollowup
from trivselsdesk.domain.follow import counts, followed, next_followup, reminders, step_index
from trivselsdesk.domain.lifts import lifted
from trivselsdesk.domain.pack import Pack, StatusStep
from trivselsdesk.domain.records import Action, Initiative, Meeting, Note, Programme, Task, Theme

TODAY = date(2026, 6, 5)
PACK = Pack(
    id="p",
    version="1",
    title="P",
    short_title="P",
    summary="",
    facts="",
    source="",
    status_steps=(
        StatusStep(id="aftalt", title="Aftalt"),
        StatusStep(id="i_gang", title="I gang"),
        StatusStep(id="faerdig", title="Færdig", done=True),
    ),
)


def _book(*more: object) -> Book:
    return Book(
        [
            Programme(id="k", programme_id="k", pack_id="p", pack_version="1", name="Kastanjen"),
            Meeting(id="m", programme_id="k", pack_meeting="w", title="Møde", day=date(2026, 5, 20)),
            *more,  # type: ignore[list-item]
        ]
    )


def _initiative(key: str, **values: object) -> Initiative:
    return replace(Initiative(id=key, programme_id="k", name=key), **values)  # type: ignore[arg-type]


def _action(key: str, initiative: str, **values: object) -> Action:
    return replace(
        Action(id=key, programme_id="k", initiative_id=initiative, title=key),
        **values,  # type: ignore[arg-type]
    )


def _carry_out(book: Book, command: Command) -> None:
    book.apply(book.changes(command.edits(book)))


def test_only_what_is_in_motion_with_the_first_due_on_top() -> None:
    book = _book(
        _initiative("a", launched=TODAY),
        _initiative("b"),
        _action("late", "a", due=date(2026, 6, 1)),
        _action("done", "a", due=date(2026, 5, 27), status="faerdig"),
        _action("some day", "a", status="i_gang"),
        _action("", "a", due=date(2026, 6, 2)),
        _action("waiting", "b", due=date(2026, 5, 1)),
    )
    lines = followed(book, PACK, TODAY)
    assert [line.action.title for line in lines] == ["done", "late", "some day"]
    assert [line.late for line in lines] == [False, True, False]
    sums = counts(lines)
    assert (sums.done, sums.underway, sums.agreed, sums.late) == (1, 1, 1, 1)


def test_an_unknown_status_counts_as_the_first() -> None:
    assert step_index(PACK, "noget andet") == 0
    assert step_index(PACK, "faerdig") == 2


def test_a_followup_stays_the_next_until_it_was_held() -> None:
    book = _book(
        _initiative("past", launched=TODAY, followup_day=date(2026, 6, 4)),
        _initiative("soon", launched=TODAY, followup_day=date(2026, 6, 17)),
        _initiative("later", launched=TODAY, followup_day=date(2026, 8, 1)),
        _initiative("asleep", followup_day=date(2026, 6, 6)),
    )
    found = next_followup(book)
    assert found is not None and found.id == "past"
    _carry_out(book, HoldFollowup(programme_id="k", day=date(2026, 6, 4), next_day=None))
    found = next_followup(book)
    assert found is not None and found.id == "soon"


def test_lifted_themes_hide_their_own_notes() -> None:
    book = _book(
        Theme(id="t", programme_id="k", board="b", zone="z", name="Flere voksne", lift="med"),
        Note(id="n1", programme_id="k", board="b", zone="z", text="a", kind="gul", theme_id="t", lift="med"),
        Note(id="n2", programme_id="k", board="b", zone="z", text="b", kind="gul", lift="ledelse"),
    )
    assert {key: [card.id for card in cards] for key, cards in lifted(book).items()} == {
        "med": ["t"],
        "ledelse": ["n2"],
    }


def test_reminders_come_after_the_meeting() -> None:
    book = _book(
        Task(id="before", programme_id="k", text="x", due=date(2026, 5, 12)),
        Task(id="august", programme_id="k", text="x", due=date(2026, 8, 31)),
        Task(id="june", programme_id="k", text="x", due=date(2026, 6, 30)),
        Task(id="never", programme_id="k", text="x"),
    )
    assert [task.id for task in reminders(book, TODAY)] == ["june", "august"]


def test_launching_sets_the_day_and_the_first_status() -> None:
    book = _book(
        _initiative("a"), _action("new", "a"), _action("moved", "a", status="i_gang"), _action("", "a")
    )
    command = LaunchInitiative(programme_id="k", initiative_id="a", day=TODAY, first_status="aftalt")
    assert command.detail(book) == "a"
    _carry_out(book, command)
    assert book.get(Initiative, "a").launched == TODAY
    assert {each.id: each.status for each in book.of(Action)} == {"new": "aftalt", "moved": "i_gang", "": ""}


def test_the_first_words_make_the_action() -> None:
    book = _book(_initiative("a"), _action("old", "a", rank=1.0))
    for words in ("Køk", "Køkkenvagt"):
        _carry_out(
            book,
            WriteAction(programme_id="k", action_id="new", initiative_id="a", values={"title": words}),
        )
    _carry_out(
        book, WriteAction(programme_id="k", action_id="new", initiative_id="a", values={"owner": "Ole"})
    )
    made = book.get(Action, "new")
    assert (made.title, made.owner, made.initiative_id, made.programme_id) == ("Køkkenvagt", "Ole", "a", "k")
    assert made.rank > book.get(Action, "old").rank
