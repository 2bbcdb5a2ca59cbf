"""Lifted matters: target, reason, carrier, days and answer (003: D16–D17, 002: X10–X11)."""

from __future__ import annotations

from datetime import date

import pytest

from tests.domain.test_routes import Q, carried, do, put, theme
from tests.domain.wall.test_view import PACK
from tests.store.desk import BOARD, note, programme, uid
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.commands.base import Refused
from trivselsdesk.domain.commands.joining import JoinNotes
from trivselsdesk.domain.commands.lifts import LiftCard, MoveToTrack, WriteEscalation
from trivselsdesk.domain.commands.notes import DissolveTheme, GroupNotes, HangUp, MergeThemes
from trivselsdesk.domain.lifts import (
    ANSWERED,
    CLOSED,
    SENT,
    TO_SEND,
    done_words,
    lifts_by_target,
    overdue,
    state_words,
)
from trivselsdesk.domain.pack import Lift
from trivselsdesk.domain.records import Escalation, Note, Theme
from trivselsdesk.domain.tracks import on_track, told

TODAY = date(2026, 6, 5)


def line(book: Book, today: date = TODAY):  # type: ignore[no-untyped-def]
    return lifts_by_target(book, PACK, today)[0][1][0]


def test_the_days_of_the_example_are_told_in_one_line() -> None:
    book = Book([programme(), theme(1, lift="med"), carried(1)])
    assert state_words(line(book), TODAY) == "Skal sendes · Karin bærer det videre"
    do(book, WriteEscalation(card_id=uid(1), values={"sent": date(2026, 5, 26)}, **Q))
    do(book, WriteEscalation(card_id=uid(1), values={"expected": date(2026, 6, 24)}, **Q))
    assert book.get(Escalation, uid(1)).status == SENT
    assert state_words(line(book), TODAY) == "Sendt 26. maj · svar ventes 24. juni"
    assert not overdue(book, date(2026, 6, 24)), "on the day itself it is not late"
    late = overdue(book, date(2026, 6, 25))
    assert [each.card.id for each in late] == [uid(1)]
    assert state_words(late[0], date(2026, 6, 25)) == "Sendt 26. maj · svar skulle være kommet 24. juni"
    do(book, WriteEscalation(card_id=uid(1), values={"answer": "Det tages med i budgettet"}, **Q))
    assert book.get(Escalation, uid(1)).status == ANSWERED and not overdue(book, date(2027, 1, 1))


def test_a_step_by_hand_says_when_it_was_sent_and_can_go_back() -> None:
    book = Book([programme(), theme(1, lift="med")])
    do(book, WriteEscalation(card_id=uid(1), values={"status": SENT}, today=TODAY, **Q))
    assert book.get(Escalation, uid(1)).sent == TODAY
    do(book, WriteEscalation(card_id=uid(1), values={"status": CLOSED}, today=TODAY, **Q))
    assert state_words(line(book), TODAY) == "Afsluttet"
    do(book, WriteEscalation(card_id=uid(1), values={"status": SENT}, today=date(2026, 7, 1), **Q))
    assert book.get(Escalation, uid(1)).sent == TODAY
    do(book, WriteEscalation(card_id=uid(1), values={"sent": None}, **Q))
    assert book.get(Escalation, uid(1)).status == TO_SEND


def test_lifted_to_somebody_else_it_is_to_be_sent_afresh() -> None:
    book = Book([programme(), theme(1, lift="med"), carried(1, sent=TODAY, status=SENT, reason="Penge")])
    do(book, LiftCard(card_id=uid(1), lift="ledelse", **Q))
    kept = book.get(Escalation, uid(1))
    assert (kept.status, kept.sent, kept.reason, kept.carrier) == (TO_SEND, None, "Penge", "Karin")
    do(book, LiftCard(card_id=uid(1), lift="", **Q))
    assert lifts_by_target(book, PACK, TODAY) == [] and book.get(Escalation, uid(1)).carrier == "Karin"


def test_targets_stand_in_the_order_of_the_process_and_a_strange_one_is_not_lost() -> None:
    book = Book(
        [programme(), *(theme(n, lift=each) for n, each in ((1, "byen"), (2, "med"), (3, "ledelse")))]
    )
    assert [target.id for target, _ in lifts_by_target(book, PACK, TODAY)] == ["ledelse", "med", "byen"]


@pytest.mark.parametrize(
    ("title", "words"),
    [("MED", "Løftet til MED"), ("Ledelsen", "Løftet til ledelsen")],
)
def test_words_over_what_was_lifted(title: str, words: str) -> None:
    assert done_words(Lift(id="x", title=title, label="")) == words


def test_what_is_written_about_a_lift_goes_along_when_cards_become_one() -> None:
    first = note(31, lift="med")
    book = Book([programme(), first, note(32, lift="med"), carried(31, reason="a"), carried(32, reason="b")])
    do(book, GroupNotes(ids=(uid(32),), onto=uid(31), theme_id=uid(5), theme_name="T", **Q))
    kept = book.get(Escalation, uid(5))
    assert (kept.reason, kept.carrier, book.get(Theme, uid(5)).lift) == ("a\nb", "Karin", "med")
    assert book.find(Escalation, uid(31)) is None
    put(book, theme(6))
    do(book, MergeThemes(source=uid(5), target=uid(6), **Q))
    assert book.get(Escalation, uid(6)).reason == "a\nb"
    do(book, DissolveTheme(id=uid(6), **Q))
    assert book.get(Note, uid(31)).lift == "med" and book.get(Escalation, uid(31)).carrier == "Karin"


def test_the_one_that_speaks_for_others_has_their_lift() -> None:
    book = Book([programme(), note(31), note(32, lift="med"), carried(32)])
    do(book, JoinNotes(ids=(uid(31), uid(32)), into=uid(31), **Q))
    assert book.get(Note, uid(31)).lift == "med" and book.get(Escalation, uid(31)).carrier == "Karin"


def test_a_note_on_a_track_is_told_of_and_comes_back_to_the_board() -> None:
    book = Book([programme(), note(31, "Printeren", sealed=True), note(32, sealed=True)])
    do(book, MoveToTrack(id=uid(31), track="nu", carrier="Birgit", **Q))
    do(book, WriteEscalation(card_id=uid(31), values={"answer": "Ny printer"}, steps=False, **Q))
    assert book.get(Escalation, uid(31)).status == "", "nothing is sent and answered here"
    [(track, notes)] = told(book, PACK)
    assert track.wall == "Det er vi allerede i gang med"
    assert [(each.about, each.done) for each in notes] == [("Printeren", "Ny printer")]
    do(book, HangUp(ids=(uid(31),), **Q))
    assert on_track(book, "nu") == [] and book.get(Note, uid(31)).track == ""
    with pytest.raises(Refused, match="hung"):
        do(book, MoveToTrack(id=uid(31), track="nu", **Q))


def test_physical_things_go_to_those_who_take_care_of_them() -> None:
    book = Book([programme(), note(31, "Det trækker", sealed=True)])
    do(book, MoveToTrack(id=uid(31), track="fysisk", lift="ejendomme", **Q))
    [(target, lines)] = lifts_by_target(book, PACK, TODAY)
    assert (target.id, lines[0].title) == ("ejendomme", "Det trækker") and told(book, PACK) == []
    do(book, MoveToTrack(id=uid(31), track="", **Q))
    back = book.get(Note, uid(31))
    assert (back.lift, back.track, back.sealed, back.board) == ("", "", True, BOARD)


def test_nothing_is_told_of_a_matter_that_could_point_at_a_person() -> None:
    book = Book([programme(), note(31, "Hård tone", sealed=True, always_act=True)])
    do(book, MoveToTrack(id=uid(31), track="nu", carrier="Birgit", **Q))
    [(_, notes)] = told(book, PACK)
    assert [each.about for each in notes] == [""]
