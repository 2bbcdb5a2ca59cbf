"""Commands of the pulsmåling. None is in the journal: it would keep order, time and text of each answer.

The way back is in the page: what has just been typed can be mended there, and a pulse is deleted after a
question.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from hashlib import sha256
from typing import ClassVar

from trivselsdesk.domain.book import Book, Drop, Edit, Put, insert_ranked
from trivselsdesk.domain.commands.base import Command, Refused
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.pack.pulse import LEAST_ANSWERS
from trivselsdesk.domain.pulse import answers_of, read_marks, write_marks
from trivselsdesk.domain.records import Pulse, PulseAnswer


@dataclass(frozen=True, kw_only=True)
class _OfPulse(Command):
    journaled: ClassVar[bool] = False


@dataclass(frozen=True, kw_only=True)
class OpenPulse(_OfPulse):
    """Begin a pulse, after those there are."""

    name: ClassVar[str] = "open_pulse"
    pulse: Pulse

    def edits(self, book: Book) -> list[Edit]:
        there = book.ranked(Pulse)
        fresh = replace(self.pulse, closed=None, texts_shown=False)
        return list(insert_ranked(there, len(there), [fresh]))


@dataclass(frozen=True, kw_only=True)
class GiveAnswers(_OfPulse):
    """One person's answers, one to each pulse; or what was just typed, mended.

    Raises Refused("pulse_closed") for a pulse that has been shown, Refused("pulse_empty") when nothing is
    answered.
    """

    name: ClassVar[str] = "give_answers"
    answers: tuple[PulseAnswer, ...]

    def edits(self, book: Book) -> list[Edit]:
        given: list[Edit] = []
        for each in self.answers:
            _still_open(book, each.pulse_id)
            known = book.find(PulseAnswer, each.id)
            if known is not None and known.pulse_id != each.pulse_id:
                _still_open(book, known.pulse_id)
            tidy = replace(each, marks=write_marks(read_marks(each.marks)), text=each.text.strip())
            if tidy.marks or tidy.text:
                given.append(Put(tidy))
        if not given:
            raise Refused("pulse_empty")
        return given


@dataclass(frozen=True, kw_only=True)
class TakeAnswerBack(_OfPulse):
    """Delete an answer that was just typed. Raises Refused("pulse_closed")."""

    name: ClassVar[str] = "take_answer_back"
    answer_id: str

    def edits(self, book: Book) -> list[Edit]:
        _still_open(book, book.get(PulseAnswer, self.answer_id).pulse_id)
        return [Drop(PulseAnswer, self.answer_id)]


@dataclass(frozen=True, kw_only=True)
class ClosePulse(_OfPulse):
    """Count the pulse, so that it can be shown; it takes no more answers (robustness: subtraction).

    The answers are torn apart: each question is shuffled for itself over answers with new ids. So nobody can
    see what else somebody marked who is known by what they wrote. Raises Refused("pulse_few") with fewer than
    ``least`` answers, whatever that says never with fewer than five (002: P60).
    """

    name: ClassVar[str] = "close_pulse"
    pulse_id: str
    day: date
    least: int
    ids: tuple[str, ...]
    """A new id for each answer."""

    def edits(self, book: Book) -> list[Edit]:
        pulse = _still_open(book, self.pulse_id)
        answers = answers_of(book, self.pulse_id)
        if len(answers) < max(LEAST_ANSWERS, self.least):
            raise Refused("pulse_few")
        if len(set(self.ids)) != len(answers):
            raise ValueError("one id for each answer")
        fresh = [PulseAnswer(id=each, programme_id=self.programme_id, pulse_id=pulse.id) for each in self.ids]
        keys = {key for each in answers for key in read_marks(each.marks)}
        shared: list[dict[str, int]] = [{} for _ in fresh]
        for key in sorted(keys):
            for place, answer in enumerate(self._shuffled(answers, key)):
                number = read_marks(answer.marks).get(key)
                if number is not None:
                    shared[place][key] = number
        texts = [each.text for each in self._shuffled(answers, "")]
        return [
            *(Drop(PulseAnswer, each.id) for each in answers),
            *(
                Put(replace(each, marks=write_marks(values), text=text))
                for each, values, text in zip(fresh, shared, texts, strict=True)
            ),
            Put(replace(pulse, closed=self.day)),
        ]

    def _shuffled(self, answers: list[PulseAnswer], key: str) -> list[PulseAnswer]:
        # The old ids are gone afterwards: nobody can work it out backwards.
        return sorted(answers, key=lambda each: sha256(f"{self.ids[0]}:{key}:{each.id}".encode()).digest())


@dataclass(frozen=True, kw_only=True)
class MendText(_OfPulse):
    """Take a name out of an open answer, or the whole of it, once the pulse is counted (001: F31)."""

    name: ClassVar[str] = "mend_text"
    answer_id: str
    text: str

    def edits(self, book: Book) -> list[Edit]:
        answer = book.get(PulseAnswer, self.answer_id)
        if book.get(Pulse, answer.pulse_id).closed is None:
            raise Refused("pulse_open")
        return [Put(replace(answer, text=self.text.strip()))]

    def retry_key(self) -> str:
        return f"mend_text:{self.answer_id}"


@dataclass(frozen=True, kw_only=True)
class ShowTexts(_OfPulse):
    """Say that the open answers have been read for names and may be seen, or hold them back again."""

    name: ClassVar[str] = "show_texts"
    pulse_id: str
    shown: bool

    def edits(self, book: Book) -> list[Edit]:
        pulse = book.get(Pulse, self.pulse_id)
        if pulse.closed is None:
            raise Refused("pulse_open")
        return [Put(replace(pulse, texts_shown=self.shown))]


@dataclass(frozen=True, kw_only=True)
class DeletePulse(_OfPulse):
    """Delete a pulse and all its answers for good."""

    name: ClassVar[str] = "delete_pulse"
    pulse_id: str

    def edits(self, book: Book) -> list[Edit]:
        book.get(Pulse, self.pulse_id)
        answers = answers_of(book, self.pulse_id)
        return [*(Drop(PulseAnswer, each.id) for each in answers), Drop(Pulse, self.pulse_id)]


def _still_open(book: Book, pulse_id: str) -> Pulse:
    pulse = book.get(Pulse, pulse_id)
    if pulse.closed is not None:
        raise Refused("pulse_closed")
    return pulse
