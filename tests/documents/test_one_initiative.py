"""The same initiative in every form: change a field, and every sheet that shows it says the new words."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date, datetime

import pytest

from tests.documents.reading import words
from tests.documents.reading import words as words_of_paper
from tests.documents.sample import P
from tests.domain.test_handin import FULL, book_with, run
from trivselsdesk.documents import apv, news, report, status
from trivselsdesk.documents.sheets import CSV, make_sheet
from trivselsdesk.domain.apv import apv_plan
from trivselsdesk.domain.book import Book, Put
from trivselsdesk.domain.commands.rows import EditFields
from trivselsdesk.domain.copying import copy_lines
from trivselsdesk.domain.danish import format_date
from trivselsdesk.domain.follow import followed
from trivselsdesk.domain.minutes import minutes
from trivselsdesk.domain.pack import (
    TOLD_FIELDS,
    CopyField,
    CopySheet,
    Pack,
    Question,
    QuestionField,
    SmtteLetter,
)
from trivselsdesk.domain.plan import is_filled
from trivselsdesk.domain.records import Action, Event, Initiative, Meeting, Record
from trivselsdesk.domain.wall.agreed import talk_of

NOW = datetime(2026, 6, 5, 9, 0)
WRITTEN = ("why", "goal", "signs", "barriers", "actions", "evaluation", "followup")

PACK: Pack = replace(
    FULL,
    questions=tuple(
        Question(id=f"q-{field}", title=field, fields=(QuestionField(field=field),)) for field in WRITTEN
    ),
    smtte=tuple(
        SmtteLetter(letter="S", title=field, prompt=field, field=field)
        for field in ("why", "goal", "signs", "actions", "evaluation")
    ),
    copy_sheet=CopySheet(
        title="Kopiark",
        system="Andet",
        fields=tuple(CopyField(field=each, label=each) for each in TOLD_FIELDS),
    ),
)


def _wall(book: Book) -> str:
    found = []
    for question in PACK.questions:
        sheet = talk_of(book, PACK, "i", question.id)
        found += [block.title for block in sheet.blocks]
        found += [f"{line.text} {line.aside}" for block in sheet.blocks for line in block.lines]
    return " ".join(found)


def _smtte(book: Book) -> str:
    """What the letters show: the fields themselves, each through the letter that names it."""
    initiative = book.get(Initiative, "i")
    return " ".join(
        str(getattr(initiative, letter.field))
        for letter in PACK.smtte
        if letter.field != "actions" and is_filled(book, initiative, letter.field)
    )


def _status(book: Book) -> str:
    lines = followed(book, PACK, NOW.date())
    return " ".join(
        f"{each.initiative.name} {each.action.title} {each.action.people} {each.action.owner} "
        f"{_day(each.action.due)} {each.said} {each.action.status_note}"
        for each in lines
    )


def _minutes(book: Book) -> str:
    return repr(minutes(book, PACK, book.get(Meeting, "mm"), NOW))


def _csv(sheet: str) -> Callable[[Book], str]:
    def read(book: Book) -> str:
        data = make_sheet(book, PACK, NOW, sheet, CSV).decode("utf-8-sig")
        cells = [cell for row in csv.reader(io.StringIO(data, newline=""), delimiter=";") for cell in row]
        return " ".join(cells)

    return read


def _day(day: date | None) -> str:
    return format_date(day) if day else ""


VIEWS: dict[str, Callable[[Book], str]] = {
    "wall and questions": _wall,
    "smtte": _smtte,
    "statuspil": _status,
    "minutes": _minutes,
    "report": lambda book: words(report.make(book, PACK, NOW)),
    "apv plan": lambda book: repr(apv_plan(book, PACK)),
    "apv paper": lambda book: words(apv.make(book, PACK, NOW)),
    "copy sheet": lambda book: " ".join(each.text for each in copy_lines(book, PACK)),
    "news": lambda book: words(news.make(book, PACK, NOW)),
    "handleplan table": _csv("handleplan"),
    "statuspil table": _csv("statuspil"),
    "apv table": _csv("apv"),
    "copy table": _csv("kopiark"),
}

SHOWN: dict[tuple[type[Record], str], set[str]] = {
    (Initiative, "name"): set(VIEWS) - {"smtte"},
    (Initiative, "why"): {
        "wall and questions", "smtte", "minutes", "apv plan", "apv paper", "copy sheet",
        "handleplan table", "apv table", "copy table",
    },
    (Initiative, "goal"): set(VIEWS) - {"statuspil", "statuspil table"},
    (Initiative, "signs"): {"wall and questions", "smtte", "copy sheet", "handleplan table", "copy table"},
    (Initiative, "barriers"): {"wall and questions", "copy sheet", "handleplan table", "copy table"},
    (Initiative, "evaluation"): {
        "wall and questions", "smtte", "copy sheet", "handleplan table", "copy table"
    },
    (Initiative, "leads"): {"report", "copy sheet", "handleplan table", "copy table"},
    (Initiative, "followup_place"): set(VIEWS) - {"smtte", "statuspil", "report", "statuspil table"},
    (Initiative, "followup_owner"): set(VIEWS) - {"smtte", "statuspil", "report", "statuspil table"},
    (Initiative, "news"): {"minutes", "copy sheet", "news", "handleplan table", "copy table"},
    (Action, "title"): set(VIEWS) - {"smtte"},
    (Action, "how"): {
        "minutes", "apv plan", "apv paper", "copy sheet", "news", "handleplan table", "statuspil table",
        "apv table", "copy table",
    },
    (Action, "owner"): set(VIEWS) - {"smtte"},
    (Action, "people"): {
        "statuspil", "minutes", "copy sheet", "news", "handleplan table", "statuspil table", "copy table"
    },
    (Action, "status_note"): {
        "statuspil", "copy sheet", "handleplan table", "statuspil table", "copy table"
    },
}  # fmt: skip
"""Every field that is written in words, and the views that show it."""

ELSEWHERE = {
    Initiative: {
        "id",
        "programme_id",
        "rank",
        "card_id",
        "efforts",
        "followup_day",
        "followup_event",
        "launched",
    },
    Action: {"id", "programme_id", "rank", "initiative_id", "due", "status", "due_words", "due_event"},
}  # fmt: skip
"""Fields that are not words: ids, order, days and ticks."""


def _book() -> Book:
    return book_with(Meeting(id="mm", programme_id=P, pack_meeting="m", title="Møde", day=date(2026, 5, 20)))


def test_every_written_field_is_walked() -> None:
    for kind, others in ELSEWHERE.items():
        walked = {name for each, name in SHOWN if each is kind}
        assert walked | others == {each.name for each in fields(kind)}


@pytest.mark.parametrize("key", SHOWN, ids=lambda key: f"{key[0].__name__}.{key[1]}")
def test_a_field_says_the_same_wherever_it_is_shown(key: tuple[type[Record], str]) -> None:
    kind, name = key
    book, record_id = _book(), "i" if kind is Initiative else "a"
    old, new = "Skovsnegle", "Havørne"
    for word in (old, new):
        run(book, EditFields(programme_id=P, kind=kind, id=record_id, values={name: word}))
        shown = {view: read(book) for view, read in VIEWS.items()}
        assert {view for view, text in shown.items() if word in text} >= SHOWN[key], name
    assert not [view for view, text in shown.items() if old in text]


def test_a_day_is_the_same_day_wherever_it_is_shown() -> None:
    book = _book()
    run(book, EditFields(programme_id=P, kind=Action, id="a", values={"due": date(2026, 8, 13)}))
    run(book, EditFields(programme_id=P, kind=Initiative, id="i", values={"followup_day": date(2026, 10, 9)}))
    for view, read in VIEWS.items():
        text = read(book)
        if view != "smtte":
            assert "13. august" in text or "13-08-2026" in text, view
        if view not in ("smtte", "statuspil", "report", "statuspil table"):
            assert "9. oktober" in text or "09-10-2026" in text, view


@pytest.mark.parametrize("tied", [False, True])
def test_how_a_due_was_said_stands_beside_its_day_everywhere(tied: bool) -> None:
    book = _book()
    words = "Personalemøde" if tied else "om 2 måneder"
    event = Event(id="e", programme_id=P, title=words, day=date(2026, 8, 13))
    book.apply(book.changes([Put(event)]))
    said = {"due_event": "e"} if tied else {"due_words": words}
    values = {"due": date(2026, 8, 13), **said}
    run(book, EditFields(programme_id=P, kind=Action, id="a", values=values))
    for view in set(VIEWS) - {"smtte", "report"}:
        # The report has one page and holds the day alone.
        assert words in VIEWS[view](book), view
    paper = words_of_paper(status.make(book, PACK, NOW))
    assert words in paper


def test_a_step_of_the_statuspil_is_the_same_wherever_it_is_shown() -> None:
    book = _book()
    run(book, EditFields(programme_id=P, kind=Action, id="a", values={"status": "slut"}))
    for view in ("apv plan", "apv paper", "copy sheet", "handleplan table", "statuspil table", "apv table"):
        assert "Færdig" in VIEWS[view](book), view
