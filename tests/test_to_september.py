"""What a trio does after the workshop, on a real store with the clock moved: from June to the next round."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import icalendar
import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QApplication

from tests.ui.desk import Desk, example_desk
from trivselsdesk.documents import ics
from trivselsdesk.documents.catalogue import document
from trivselsdesk.documents.sheets import make_sheet
from trivselsdesk.domain.board import parked_cards
from trivselsdesk.domain.commands.cycle import BeginCycle
from trivselsdesk.domain.commands.forms import WriteAnswer
from trivselsdesk.domain.commands.pulse import ClosePulse, GiveAnswers, OpenPulse
from trivselsdesk.domain.commands.status import MoveStatus
from trivselsdesk.domain.cycle import carried_words, last_time, new_cycle
from trivselsdesk.domain.follow import followed, launched
from trivselsdesk.domain.pulse import least, questions, result
from trivselsdesk.domain.records import FormAnswer, FormEntry, Pulse, PulseAnswer, new_id


@pytest.fixture
def desk(tmp_path: Path, qapp: QApplication) -> Iterator[Desk]:
    made = example_desk(tmp_path, "follow")
    yield made
    made.bridge.store.close()


def later(desk: Desk, weeks: int) -> None:
    desk.moment.at += timedelta(weeks=weeks)


def paper(desk: Desk, name: str) -> bytes:
    return document(name).make(desk.book, desk.bridge.pack(desk.programme_id), desk.moment.now())


def words(desk: Desk, name: str) -> str:
    return " ".join(page.extract_text() for page in PdfReader(BytesIO(paper(desk, name))).pages)


def answer(desk: Desk, pulse: Pulse, number: int) -> None:
    pack = desk.bridge.pack(desk.programme_id)
    marks = " ".join(f"{each.id}:{1 + number % 5}" for each in questions(pack, "scale"))
    given = PulseAnswer(id=new_id(), programme_id=desk.programme_id, pulse_id=pulse.id, marks=marks)
    assert desk.bridge.run(GiveAnswers(programme_id=desk.programme_id, answers=(given,)))


def close(desk: Desk, pulse: Pulse, answers: int) -> bool:
    pack = desk.bridge.pack(desk.programme_id)
    ids = tuple(new_id() for _ in range(answers))
    return desk.bridge.run(
        ClosePulse(
            programme_id=desk.programme_id,
            pulse_id=pulse.id,
            day=desk.moment.today(),
            least=least(pack),
            ids=ids,
        )
    )


def test_from_the_workshop_to_the_next_round(desk: Desk) -> None:
    pack = desk.bridge.pack(desk.programme_id)
    assert len(launched(desk.book)) == 4
    assert parked_cards(desk.book, pack)
    calendar = icalendar.Calendar.from_ical(ics.make(desk.book, pack, desk.moment.now()))
    assert any("Hvem gør hvad?" in str(event["SUMMARY"]) for event in calendar.events)

    later(desk, 6)
    lines = followed(desk.book, pack, desk.moment.today())
    assert any(each.late for each in lines) and any(each.stale for each in lines)
    action = next(each.action for each in lines if not each.done)
    move = MoveStatus(
        programme_id=desk.programme_id,
        action_id=action.id,
        status=pack.status_steps[-1].id,
        change_id=new_id(),
        day=desk.moment.today(),
        at=desk.moment.seconds(),
    )
    assert desk.bridge.run(move)

    later(desk, 6)
    desk = desk.reopen()
    lines = followed(desk.book, pack, desk.moment.today())
    assert next(each.done for each in lines if each.action.id == action.id)

    today = desk.moment.today()
    pulse = Pulse(id=new_id(), programme_id=desk.programme_id, theme="Tonen", opened=today, invited=12)
    assert desk.bridge.run(OpenPulse(programme_id=desk.programme_id, pulse=pulse))
    for number in range(4):
        answer(desk, pulse, number)
    assert not close(desk, pulse, 4)
    assert result(desk.book, pack, desk.book.get(Pulse, pulse.id)) is None
    for number in range(4, 7):
        answer(desk, pulse, number)
    assert close(desk, pulse, 7)
    shown = result(desk.book, pack, desk.book.get(Pulse, pulse.id))
    assert shown is not None and shown.n == 7

    evaluation = next(each for each in pack.forms if each.place == "follow" and not each.per)
    entry = FormEntry(id=new_id(), programme_id=desk.programme_id, form=evaluation.id, day=today)
    question = next(each for each in evaluation.fields if each.kind == "text")
    said = WriteAnswer(
        programme_id=desk.programme_id,
        entry=entry,
        field=question.id,
        column="",
        text="Vi taler pænere sammen",
    )
    assert desk.bridge.run(said)
    assert any(each.text == "Vi taler pænere sammen" for each in desk.book.of(FormAnswer))

    assert len(PdfReader(BytesIO(paper(desk, "afrapportering"))).pages) == 1
    table = make_sheet(desk.book, pack, desk.moment.now(), "kopiark", ".csv").decode("utf-8-sig")
    assert "Hård tone" in table
    assert "Hård tone" in words(desk, "apv")
    assert "Flere voksne efter kl. 15" in words(desk, "loeft")

    records = new_cycle(desk.book, pack, pack, "Børnehuset Kastanjen 2027", desk.moment.now())
    fresh = records[0].programme_id
    assert desk.bridge.run(BeginCycle(programme_id=fresh, records=records))
    left = last_time(desk.bridge.book(fresh))
    told = " ".join(carried_words(each) for each in left.everything)
    assert "Hård tone" in told and "Ny kaffemaskine" in told and "Flere voksne efter kl. 15" in told
