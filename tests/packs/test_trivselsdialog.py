"""The trivselsdialog pack holds what its sources ask for."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from trivselsdesk.domain.book import Book, Put
from trivselsdesk.domain.pack import Pack, PackItem
from trivselsdesk.domain.records import Initiative
from trivselsdesk.domain.setup import new_programme
from trivselsdesk.domain.told import efforts_words
from trivselsdesk.domain.wall import agreed
from trivselsdesk.packs.loader import load_pack

ROOT = Path(__file__).parents[2]


@cache
def pack() -> Pack:
    return load_pack(ROOT / "resources" / "packs" / "trivselsdialog")


def items() -> dict[str, PackItem]:
    return {item.id: item for item in pack().meeting("workshop").items}


def texts(thing: Any) -> list[str]:
    """Every text in the pack."""
    if isinstance(thing, str):
        return [thing]
    if isinstance(thing, dict):
        return [text for value in thing.values() for text in texts(value)]
    if isinstance(thing, tuple | list):
        return [text for value in thing for text in texts(value)]
    if is_dataclass(thing):
        return [text for each in fields(thing) for text in texts(getattr(thing, each.name))]
    return []


def test_six_items_with_the_minutes_of_the_run_sheet_and_one_proposed_break() -> None:
    rows = [(item.title, item.minutes) for item in items().values()]
    assert rows == [
        ("Velkomst", 10),
        ("Individuel refleksion", 10),
        ("Vores hverdag", 40),
        ("Pause", 10),
        ("Find mulighedsrummet", 20),
        ("Hvad skal vi gøre?", 60),
        ("Opsamling og tak", 10),
    ]
    meeting = pack().meeting("workshop")
    assert meeting.start == 13 * 60
    assert meeting.start + sum(item.minutes for item in meeting.items) == 15 * 60 + 40
    assert (meeting.minutes.least, meeting.minutes.most) == (120, 180)
    assert (meeting.breaks.least, meeting.breaks.most) == (1, 2)


def test_steps_fill_their_items() -> None:
    hverdag, rum = items()["hverdag"], items()["mulighedsrum"]
    assert [(step.title, step.minutes) for step in hverdag.steps] == [
        ("Præsentér sedler", 20),
        ("Saml i temaer", 12),
        ("Bevare eller forandre?", 8),
    ]
    assert [step.title for step in rum.steps] == ["Sæt prikker", "Placér temaer", "Vælg 3–5 temaer"]
    assert sum(step.minutes for step in rum.steps) == 20
    assert [step.tool.kind for step in hverdag.steps] == ["board", "board", "sort"]
    assert [step.tool.params["focus"] for step in rum.steps] == ["votes", "place", "choose"]


def test_every_item_has_something_for_the_wall_the_facilitator_and_the_table() -> None:
    for item in items().values():
        assert item.instruction
        assert item.materials
        if item.tool.kind == "break":
            continue
        assert item.speaker and item.purpose and item.script and item.tips
        for step in item.steps:
            assert step.instruction and step.script and step.tips and step.point


def test_the_municipality_and_the_survey_are_variables() -> None:
    assert {each.id: each.default for each in pack().variables} == {
        "organisation": "Albertslund Kommune",
        "maaling": "Trivselsmåling og APV 2026",
    }
    welcome = " ".join(items()["velkomst"].script)
    assert "Trivselsmåling og APV 2026 i Albertslund Kommune" in pack().fill(welcome)
    assert "Målingen i Byen" in pack().fill(welcome, {"organisation": "Byen", "maaling": "Målingen"})


def test_dates_of_2026() -> None:
    dates = {each.id: each for each in pack().milestones}
    assert dates["med_dag"].start == date(2026, 3, 18)
    for name in ("spoergeskema", "svarprocent"):
        assert (dates[name].start, dates[name].end) == (date(2026, 4, 8), date(2026, 4, 22))
    assert dates["rapport"].start == date(2026, 5, 5)
    assert dates["webinar"].days == (date(2026, 5, 5), date(2026, 5, 6), date(2026, 5, 11))
    assert (dates["dialog"].start, dates["dialog"].end) == (date(2026, 5, 11), date(2026, 6, 30))
    assert (dates["gennemfoer"].months, dates["gennemfoer"].open_end) == (("2026-05",), True)
    assert (dates["frist"].start, dates["frist"].hard) == (date(2026, 6, 30), True)
    assert dates["evaluering"].months == ("2026-08", "2026-09")
    assert [each.id for each in pack().milestones if each.hard] == ["frist"]


def test_the_checklist_has_owners_and_dates() -> None:
    tasks = pack().tasks
    assert 10 <= len(tasks) <= 13
    assert [task.text for task in tasks[:10]] == [
        "Læs resultaterne sammen",
        "Løs det, vi kan løse nu",
        "Book lokale og bestil kaffe",
        "Aftal roller til mødet",
        "Send invitation og rapport",
        "Skriv pinke sedler",
        "Tal om krænkelser og tryghed",
        "Find postkort, sedler og kuglepenne frem",
        "Hæng procesguiden op",
        "Prøv projektoren",
    ]
    for task in tasks:
        assert task.hint and task.due is not None
        assert task.owner == "trio" or pack().role(task.owner)
    last = {task.id: task.due for task in tasks}
    assert last["system"] is not None and last["system"].anchor == "frist"


def test_numbers_of_the_process() -> None:
    assert (pack().themes.least, pack().themes.most) == (3, 5)
    assert pack().votes_per_person == 2
    assert pack().soft_max_people == 12
    assert len(pack().rules) == 5
    assert len(pack().questions) == 5
    assert [phase.room for phase in pack().phases] == ["prepare", "run", "plan", "follow"]


def test_notes_and_always_act() -> None:
    yellow, pink = pack().note_type("gul"), pack().note_type("pink")
    assert (yellow.origin, yellow.sealed) == ("participant", False)
    assert (pink.origin, pink.sealed, pink.mark) == ("trio", True, "Trio")
    assert pack().always_act is not None
    assert {"mobning", "chikane"} <= set(pack().always_act.examples)
    assert [lift.id for lift in pack().lifts] == ["ledelse", "med", "ejendomme"]


def test_one_initiative_behind_questions_smtte_and_report() -> None:
    asked = [box.field for question in pack().questions for box in question.fields]
    assert asked == ["why", "goal", "signs", "efforts", "barriers", "actions", "followup"]
    assert [(each.letter, each.field) for each in pack().smtte] == [
        ("S", "why"),
        ("M", "goal"),
        ("T", "signs"),
        ("T", "actions"),
        ("E", "evaluation"),
    ]
    assert [each.title for each in pack().smtte if each.on_report] == ["Mål", "Tiltag"]
    form = pack().report
    assert form is not None
    labels = (form.area_label, form.name_label, form.goal_label, form.actions_label)
    assert labels == ("Indsatsområde", "Navn", "Mål", "Tiltagene")
    assert form.lines == 3


def test_matrix_points_where_the_run_sheet_says() -> None:
    matrix = pack().matrix("mulighedsrum")
    assert {key: corner.title for key, corner in matrix.corners.items()} == {
        "tl": "Løft det videre",
        "tr": "Gå i gang",
        "bl": "Lad det ligge",
        "br": "Nemt, hvis der er tid",
    }
    assert (matrix.corners["tl"].exit, matrix.corners["tr"].exit) == ("lift", "choose")
    assert pack().board(matrix.takes).takes == "hverdag"


def test_icons_of_the_pack_exist() -> None:
    names: list[str] = []
    names += [zone.icon for board in pack().boards for zone in board.zones]
    names += [corner.icon for matrix in pack().matrices for corner in matrix.corners.values()]
    for name in names:
        assert (ROOT / "resources" / "icons" / f"{name}.svg").is_file(), name


def test_texts_are_tidy_danish() -> None:
    for text in texts(pack()):
        assert text == text.strip()
        assert "  " not in text
        assert not re.search(r"\d\d:\d\d", text), f"clock times are written 13.20: {text}"
        assert '"' not in text, f"quotations are written »…«: {text}"
        assert "..." not in text, f"use …: {text}"
    for item in items().values():
        for line in (*item.script, *(each for step in item.steps for each in step.script)):
            assert not line.startswith("»"), "the program sets the quotation marks itself"


def test_the_program_itself_names_no_municipality() -> None:
    names = re.compile("albertslund|svendborg|fredericia", re.IGNORECASE)
    for path in (ROOT / "src").rglob("*.py"):
        assert not names.search(path.read_text(encoding="utf-8")), path


def test_short_answers_of_any_box_are_told_in_words_beside_its_text() -> None:
    book = Book(new_programme(pack(), "Kastanjen", datetime(2026, 5, 5)))
    made = Initiative(
        id="i", programme_id=book.programme.id, name="Vikarer", barriers="Der er få", efforts="koster kompas6"
    )
    assert efforts_words(pack(), made).splitlines() == [
        "Koster tid eller penge",
        "Indikator 6: trivsel og fravær",
    ]
    book.apply(book.changes([Put(made)]))
    wall = agreed.talk_of(book, pack(), "i", "barrierer")
    told = [line.text for block in wall.blocks for line in block.lines]
    assert {"Koster tid eller penge", "Der er få"} <= set(told)
    assert "Indikator 6: trivsel og fravær" not in told


def test_the_six_factors_of_the_postcard_lie_ready_as_a_proposal() -> None:
    known = next(each for each in pack().lists if each.id == "faktorer")
    assert len(known.entries) == 6 and "vores forslag" in known.hint
    for meeting in ("workshop", "workshop_kort"):
        parts = [item for item in pack().meeting(meeting).items if item.tool.kind == "write"]
        assert [aid.tool.params["list"] for item in parts for aid in item.aids if aid.id == "faktorer"]
