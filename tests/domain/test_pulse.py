"""The pulsmåling: nothing from fewer than five, nothing by subtraction, and the numbers that are shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.sample import PACK
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.commands.base import Command, Refused
from trivselsdesk.domain.commands.desk import copied
from trivselsdesk.domain.commands.pulse import (
    ClosePulse,
    DeletePulse,
    GiveAnswers,
    MendText,
    OpenPulse,
    ShowTexts,
    TakeAnswerBack,
)
from trivselsdesk.domain.pack import PulseForm, PulseQuestion
from trivselsdesk.domain.pulse import answers_of, count, least, missing, read_marks, result
from trivselsdesk.domain.records import Programme, Pulse, PulseAnswer, new_id

P = "p"
DAY = date(2026, 11, 25)
FORM = PulseForm(
    low="slet ikke",
    high="i høj grad",
    period="det sidste halve år",
    questions=(
        PulseQuestion(id="behov", text="Hvor meget mangler med {tema}?", polarity="need"),
        PulseQuestion(id="bedre", text="Er {tema} blevet bedre {periode}?"),
        PulseQuestion(id="forslag", text="Hvad mere?", kind="open"),
    ),
)
WITH = replace(PACK, pulse=FORM)
SEVEN = ((4, 2), (5, 3), (4, 3), (3, 4), (2, 4), (4, 5), (3, 4))


def do(book: Book, command: Command) -> None:
    book.apply(book.changes(command.edits(book)))


def book_with(answers: Iterable[tuple[int, int]] = (), *, key: str = "a", theme: str = "Ro") -> Book:
    book = Book([Programme(id=P, programme_id=P, pack_id="x", pack_version="1", name="Huset", created="")])
    ask(book, key, theme)
    answer(book, answers, key)
    return book


def ask(book: Book, key: str, theme: str = "Ro", initiative_id: str = "") -> None:
    pulse = Pulse(id=key, programme_id=P, theme=theme, initiative_id=initiative_id, opened=DAY)
    do(book, OpenPulse(programme_id=P, pulse=pulse))


def answer(book: Book, answers: Iterable[tuple[int, int]], key: str = "a") -> None:
    for need, better in answers:
        given_one = PulseAnswer(
            id=new_id(),
            programme_id=P,
            pulse_id=key,
            marks=f"behov:{need} bedre:{better}",
            text=f"skrev {need}{better}",
        )
        do(book, GiveAnswers(programme_id=P, answers=(given_one,)))


def close(book: Book, key: str = "a", *, floor: int = 5, day: date = DAY) -> None:
    ids = tuple(new_id() for _ in answers_of(book, key))
    do(book, ClosePulse(programme_id=P, pulse_id=key, day=day, least=floor, ids=ids))


def test_four_answers_are_refused_and_nothing_at_all_is_told() -> None:
    book = book_with(SEVEN[:4])
    pulse = book.get(Pulse, "a")
    assert missing(book, WITH, pulse) == 1
    with pytest.raises(Refused, match="pulse_few"):
        close(book)
    with pytest.raises(Refused, match="pulse_few"):
        close(book, floor=1)
    assert result(book, WITH, book.get(Pulse, "a")) is None


def test_five_answers_are_shown_once_the_pulse_is_closed() -> None:
    book = book_with(SEVEN[:5])
    assert result(book, WITH, book.get(Pulse, "a")) is None
    close(book)
    shown = result(book, WITH, book.get(Pulse, "a"))
    assert shown is not None and shown.n == 5
    assert [each.counts for each in shown.scales] == [(0, 1, 1, 2, 1), (0, 1, 2, 2, 0)]


def test_seven_answers_with_mean_and_polarity_in_words() -> None:
    book = book_with(SEVEN)
    close(book)
    shown = result(book, WITH, book.get(Pulse, "a"))
    assert shown is not None
    need, better = shown.scales
    assert need.question == "Hvor meget mangler med »Ro«?"
    assert better.question == "Er »Ro« blevet bedre det sidste halve år?"
    assert (need.polarity, better.polarity) == ("Højt tal = mere at gøre", "Højt tal = bedre")
    assert round(need.mean, 2) == 3.57 and need.words == "mest i den høje ende"
    assert round(better.mean, 2) == 3.57 and need.n == better.n == 7
    assert sorted(text for _, text in shown.texts) == sorted(f"skrev {a}{b}" for a, b in SEVEN)


def test_a_question_that_only_four_answered_tells_nothing() -> None:
    book = book_with(SEVEN[:4])
    for _ in range(2):
        only = PulseAnswer(id=new_id(), programme_id=P, pulse_id="a", marks="bedre:5")
        do(book, GiveAnswers(programme_id=P, answers=(only,)))
    close(book)
    shown = result(book, WITH, book.get(Pulse, "a"))
    assert shown is not None
    assert (shown.scales[0].n, shown.scales[0].counts, shown.scales[0].words) == (0, (), "")
    assert shown.scales[1].n == 6


def test_a_shown_pulse_takes_no_more_and_gives_nothing_back() -> None:
    book = book_with(SEVEN)
    close(book)
    one = answers_of(book, "a")[0]
    for command in (
        GiveAnswers(programme_id=P, answers=(PulseAnswer(id="x", programme_id=P, pulse_id="a", text="!"),)),
        GiveAnswers(programme_id=P, answers=(replace(one, marks="behov:1"),)),
        TakeAnswerBack(programme_id=P, answer_id=one.id),
        ClosePulse(programme_id=P, pulse_id="a", day=DAY, least=5, ids=("x",)),
    ):
        with pytest.raises(Refused, match="pulse_closed"):
            do(book, command)
    assert count(book, book.get(Pulse, "a")) == 7


def test_closing_tears_the_answers_apart_and_keeps_every_number_and_text() -> None:
    book = book_with(((1, 1), (2, 2), (3, 3), (4, 4), (5, 5)) * 3)
    before = answers_of(book, "a")
    together = {(each.text, each.marks) for each in before}
    close(book)
    after = answers_of(book, "a")
    assert not {each.id for each in before} & {each.id for each in after}
    for key in ("behov", "bedre"):
        numbers = sorted(read_marks(each.marks)[key] for each in after)
        assert numbers == sorted([1, 2, 3, 4, 5] * 3)
    assert sorted(each.text for each in after) == sorted(each.text for each in before)
    assert {(each.text, each.marks) for each in after} != together


def test_a_pack_can_ask_for_more_but_never_for_less() -> None:
    assert least(replace(PACK, pulse=replace(FORM, min_n=7))) == 7
    assert least(replace(PACK, pulse=replace(FORM, min_n=2))) == 5
    book = book_with(SEVEN[:6])
    close(book)
    assert result(book, replace(PACK, pulse=replace(FORM, min_n=7)), book.get(Pulse, "a")) is None


def test_nothing_of_a_pulse_is_in_the_journal() -> None:
    commands = (OpenPulse, GiveAnswers, TakeAnswerBack, ClosePulse, MendText, ShowTexts, DeletePulse)
    assert not any(each.journaled for each in commands)
    answered = GiveAnswers(programme_id=P, answers=())
    assert answered.detail(Book()) == "" and answered.fold_key() == ""


def test_open_answers_reach_the_room_only_when_somebody_has_read_them() -> None:
    book = book_with(SEVEN)
    close(book)
    hidden = result(book, WITH, book.get(Pulse, "a"), for_room=True)
    assert hidden is not None and hidden.texts == ()
    shown = result(book, WITH, book.get(Pulse, "a"))
    assert shown is not None
    first, second = shown.texts[0][0], shown.texts[1][0]
    do(book, MendText(programme_id=P, answer_id=first, text="uden navn"))
    do(book, MendText(programme_id=P, answer_id=second, text=" "))
    do(book, ShowTexts(programme_id=P, pulse_id="a", shown=True))
    told = result(book, WITH, book.get(Pulse, "a"), for_room=True)
    assert told is not None
    assert told.texts[0] == (first, "uden navn") and len(told.texts) == 6
    assert told.n == 7


def test_the_next_pulse_stands_beside_the_last_one_on_the_same_theme() -> None:
    book = book_with(((4, 2),) * 5)
    close(book)
    ask(book, "c", "Noget andet")
    answer(book, ((1, 1),) * 5, "c")
    close(book, "c")
    ask(book, "b", " ro ")
    answer(book, ((2, 4),) * 5, "b")
    close(book, "b")
    shown = result(book, WITH, book.get(Pulse, "b"))
    assert shown is not None
    assert [each.before for each in shown.scales] == [
        "Lavere: mindre at gøre end sidst (sidst 4)",
        "Højere: bedre end sidst (sidst 2)",
    ]
    other = result(book, WITH, book.get(Pulse, "c"))
    assert other is not None and [each.before for each in other.scales] == ["", ""]


def test_the_answers_of_an_open_pulse_stay_at_home() -> None:
    book = book_with(SEVEN)
    assert not [each for each in copied(book.everything()) if isinstance(each, PulseAnswer)]
    close(book)
    assert len([each for each in copied(book.everything()) if isinstance(each, PulseAnswer)]) == 7


def test_a_deleted_pulse_takes_its_answers_along() -> None:
    book = book_with(SEVEN)
    do(book, DeletePulse(programme_id=P, pulse_id="a"))
    assert not list(book.of(PulseAnswer)) and not list(book.of(Pulse))


def test_an_empty_answer_is_no_answer() -> None:
    book = book_with()
    blank = PulseAnswer(id="x", programme_id=P, pulse_id="a", marks="behov:9", text="  ")
    with pytest.raises(Refused, match="pulse_empty"):
        do(book, GiveAnswers(programme_id=P, answers=(blank,)))


STEP = st.one_of(
    st.tuples(st.just("give"), st.integers(1, 5), st.integers(1, 5)),
    st.tuples(st.just("back"), st.integers(0, 20), st.just(0)),
    st.tuples(st.just("mend"), st.integers(0, 20), st.integers(1, 5)),
    st.tuples(st.just("show"), st.integers(0, 7), st.just(0)),
    st.tuples(st.just("text"), st.integers(0, 20), st.just(0)),
)


@given(st.lists(STEP, max_size=60))
def test_no_sequence_of_giving_showing_and_taking_back_reveals_fewer_than_five(
    steps: list[tuple[str, int, int]],
) -> None:
    """Neither one showing nor the difference between two of them."""
    book = book_with()
    seen: list[tuple[int, ...]] = []
    for kind, first, second in steps:
        for command in _commands(book, kind, first, second):
            try:
                do(book, command)
            except Refused:
                continue
        shown = result(book, WITH, book.get(Pulse, "a"))
        if shown is None:
            assert not seen
            continue
        assert shown.n >= 5
        for scale in shown.scales:
            assert scale.n >= 5 or scale == replace(scale, n=0, counts=(), mean=0.0, words="", before="")
        seen.append(tuple(number for scale in shown.scales for number in scale.counts))
    assert len(set(seen)) <= 1, "two showings differ"


def _commands(book: Book, kind: str, first: int, second: int) -> list[Command]:
    answers = answers_of(book, "a")
    one = answers[first % len(answers)] if answers else None
    if kind == "give":
        new = PulseAnswer(
            id=new_id(), programme_id=P, pulse_id="a", marks=f"behov:{first} bedre:{second}", text="x"
        )
        return [GiveAnswers(programme_id=P, answers=(new,))]
    if kind == "show":
        ids = tuple(new_id() for _ in answers)
        return [ClosePulse(programme_id=P, pulse_id="a", day=DAY, least=first, ids=ids)]
    if one is None:
        return []
    if kind == "back":
        return [TakeAnswerBack(programme_id=P, answer_id=one.id)]
    if kind == "mend":
        return [GiveAnswers(programme_id=P, answers=(replace(one, marks=f"behov:{second}"),))]
    return [MendText(programme_id=P, answer_id=one.id, text="")]
