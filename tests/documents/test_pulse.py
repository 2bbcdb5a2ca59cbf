"""The pulse on paper: the result from five answers on, and slips to cut."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.documents.reading import fonts_of, reader, words
from tests.domain.wall.test_view import PACK, book_at, write
from trivselsdesk.documents import pulse
from trivselsdesk.documents.errors import DocumentError
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.records import Pulse, PulseAnswer, new_id
from trivselsdesk.packs.example import STAGES

NOW = STAGES["follow"]


def ask(book: Book, n: int, closed: date | None = date(2026, 6, 1)) -> Pulse:
    record = Pulse(id="p", programme_id=book.programme.id, theme="Ro på stuen", closed=closed, rank=9.0)
    write(book, record)
    for _ in range(n):
        given = PulseAnswer(
            id=new_id(), programme_id=book.programme.id, pulse_id="p", marks="bedre:4", text="Hemmeligt"
        )
        write(book, given)
    return record


def test_the_result_has_n_bars_means_and_the_answers_that_were_read() -> None:
    pdf = pulse.make(book_at("follow"), PACK, NOW)
    text = words(pdf)
    assert "7 af 12 svarede · talt op 4. juni 2026" in text
    assert "3,4 af 5 · 7 svar · omkring midten" in text and "Højt tal = mere at gøre" in text
    assert "De fælles ord virker" in text
    assert all(fonts_of(pdf).values()) and reader(pdf).outline


def test_answers_that_nobody_has_read_for_names_are_left_out() -> None:
    book = book_at("follow")
    write(book, replace(next(iter(book.of(Pulse))), texts_shown=False))
    assert "De fælles ord virker" not in words(pulse.make(book, PACK, NOW))


@pytest.mark.parametrize(("n", "closed"), [(4, date(2026, 6, 1)), (4, None), (7, None)])
def test_with_too_few_or_before_it_is_counted_there_is_no_paper(n: int, closed: date | None) -> None:
    book = book_at("plan")
    ask(book, n, closed)
    with pytest.raises(DocumentError, match="mindst 5"):
        pulse.make(book, PACK, NOW)


def test_a_pulse_with_four_answers_is_not_among_the_others() -> None:
    book = book_at("follow")
    ask(book, 4)
    pdf = pulse.make(book, PACK, NOW)
    assert "Ro på stuen" not in words(pdf) and "Hemmeligt" not in words(pdf)


def test_three_slips_stand_on_a_sheet_for_each_open_pulse() -> None:
    book = book_at("follow")
    ask(book, 2, None)
    pdf = pulse.make_questions(book, PACK, NOW)
    text = words(pdf)
    assert len(reader(pdf).pages) == 1
    assert text.count("Puls: Ro på stuen") == 3 and "Hemmeligt" not in text
    assert "Mærker du, at det er gået fremad med »Ro på stuen« det sidste halve år?" in text


def test_without_an_open_pulse_the_theme_is_written_by_hand() -> None:
    pdf = pulse.make_questions(book_at("plan"), PACK, NOW)
    assert "Puls: ……" in words(pdf)
    with pytest.raises(DocumentError):
        pulse.make_questions(book_at("plan"), replace(PACK, pulse=None), NOW)


def test_a_pack_with_many_long_questions_gets_fewer_slips_on_a_sheet() -> None:
    form = PACK.pulse
    assert form is not None
    many = tuple(replace(form.questions[0], id=f"q{n}", text="Hvor meget mangler? " * 8) for n in range(6))
    pdf = pulse.make_questions(book_at("plan"), replace(PACK, pulse=replace(form, questions=many)), NOW)
    assert len(reader(pdf).pages) == 1 and words(pdf).count("Puls: …") in (1, 2)
