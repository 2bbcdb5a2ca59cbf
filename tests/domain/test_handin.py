"""What is handed in: the APV plan, the copy sheet, the short news, and the days they are due."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.documents.sample import PACK, P, programme
from trivselsdesk.domain.apv import PARTS, apv_plan, renew_by
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.commands.base import Command
from trivselsdesk.domain.commands.handing import MarkDelivered, MarkEntered, WriteSheet
from trivselsdesk.domain.commands.rows import EditFields, RemoveRow
from trivselsdesk.domain.commands.status import HoldFollowup
from trivselsdesk.domain.copying import copy_lines, digest, progress
from trivselsdesk.domain.handin import countdown, handins, next_deadline
from trivselsdesk.domain.news import is_behind, made_news, news_text
from trivselsdesk.domain.pack import (
    TOLD_FIELDS,
    AlwaysAct,
    ApvForm,
    CopyField,
    CopySheet,
    Form,
    FormField,
    Handin,
    Lift,
    NewsForm,
    Pack,
    StatusStep,
    Track,
)
from trivselsdesk.domain.records import (
    Action,
    ApvPlan,
    EntryMark,
    Escalation,
    FormAnswer,
    FormEntry,
    Initiative,
    Milestone,
    Note,
    Person,
    Record,
    Report,
    StaffNews,
    Theme,
    form_answer_id,
)
from trivselsdesk.domain.report import proposals, report_paper
from trivselsdesk.domain.told import TOLD

TODAY = date(2026, 6, 5)
FULL: Pack = replace(
    PACK,
    always_act=AlwaysAct(label="Kræver altid handling", short="Kræver handling"),
    lifts=(Lift(id="med", title="MED", label="Løftes til MED"),),
    status_steps=(StatusStep(id="aftalt", title="Aftalt"), StatusStep(id="slut", title="Færdig", done=True)),
    handins=(
        Handin(id="tast", title="Skrives ind", kind="copy", due="frist", countdown="Handleplaner tastes ind"),
        Handin(id="apv", title="APV", kind="apv", due="apv"),
        Handin(id="rapport", title="Rapport", kind="report"),
        Handin(id="nyt", title="Nyt", kind="news"),
    ),
    apv=ApvForm(title="APV-handlingsplan", sickness_question="Sygefravær?"),
    copy_sheet=CopySheet(
        title="Kopiark",
        system="Andet system",
        fields=(CopyField(field="goal", label="Mål"), CopyField(field="actions", label="Gør vi")),
    ),
    news=NewsForm(
        title="Nyt",
        opening="Vi har talt.",
        chosen_title="Det gør vi",
        lifted_title="Løftet",
        solved_title="Løst",
        closing="Spørg.",
    ),
)


def book_with(*more: Record) -> Book:
    return Book(
        [
            programme("Huset"),
            Milestone(
                id=f"{P}:milestone:frist", programme_id=P, title="Frist", start=date(2026, 6, 30), hard=True
            ),
            Theme(id="t", programme_id=P, board="b", zone="z", name="Ro", chosen=True, always_act=True),
            Initiative(
                id="i",
                programme_id=P,
                card_id="t",
                name="Ro",
                why="Der er larm",
                goal="Ro kl. 9",
                launched=TODAY,
                followup_day=date(2026, 9, 1),
                followup_owner="Karin",
            ),
            Action(
                id="a",
                programme_id=P,
                initiative_id="i",
                title="Stille time",
                people="Alle",
                owner="Ole",
                due=date(2026, 6, 20),
                status="aftalt",
            ),
            *more,
        ]
    )


def run(book: Book, command: Command) -> None:
    book.apply(book.changes(command.edits(book)))


def lifted_theme() -> Theme:
    return Theme(id="m", programme_id=P, board="b", zone="z", name="Flere hænder", lift="med")


# The APV plan: BEK 65/2024 – problem, measure, who, when, and follow-up


def test_the_plan_has_every_initiative_also_those_that_always_call_for_action_and_every_lift() -> None:
    plan = apv_plan(book_with(lifted_theme()), FULL)
    assert [(each.problem, each.marked, each.route) for each in plan.lines] == [
        ("Ro", True, ""),
        ("Flere hænder", False, "Løftes til MED"),
    ]
    assert plan.lines[0].missing == () and plan.lines[1].deeds[0].title == "Løftes til MED"
    assert plan.complete == 1 and not plan.ready


@pytest.mark.parametrize(
    ("kind", "values", "missing"),
    [
        (Action, {"owner": ""}, ("owner",)),
        (Action, {"due": None}, ("time",)),
        (Action, {"due": None, "due_words": "senest om 2 måneder"}, ()),
        (Action, {"title": " "}, ("measure", "owner", "time")),
        (Initiative, {"followup_day": None}, ("followup",)),
        (Initiative, {"name": "", "why": ""}, ("problem",)),
        (Initiative, {"name": ""}, ()),
    ],
)
def test_a_light_for_each_part_that_the_law_asks_for(
    kind: type[Record], values: dict[str, object], missing: tuple[str, ...]
) -> None:
    book = book_with()
    run(book, EditFields(programme_id=P, kind=kind, id="a" if kind is Action else "i", values=values))
    [line] = apv_plan(book, FULL).lines
    assert line.missing == missing and set(missing) <= set(PARTS)


def test_a_second_measure_without_anybody_is_missing_somebody() -> None:
    book = book_with(Action(id="b", programme_id=P, initiative_id="i", title="Mere", rank=2.0))
    assert apv_plan(book, FULL).lines[0].missing == ("owner", "time")


def test_the_plan_is_ready_when_sickness_absence_was_considered() -> None:
    book = book_with()
    assert not apv_plan(book, FULL).ready
    run(book, WriteSheet(programme_id=P, kind=ApvPlan, values={"sickness": "Vi fandt intet"}))
    run(book, WriteSheet(programme_id=P, kind=ApvPlan, values={"revised": TODAY}))
    plan = apv_plan(book, FULL)
    assert plan.ready and plan.sickness == "Vi fandt intet" and plan.revised == TODAY


@pytest.mark.parametrize(
    ("revised", "latest"),
    [
        (date(2026, 6, 5), date(2029, 6, 5)),
        (date(2024, 2, 29), date(2027, 2, 28)),
        (date(2026, 12, 31), date(2029, 12, 31)),
    ],
)
def test_all_is_looked_at_anew_every_third_year(revised: date, latest: date) -> None:
    assert renew_by(revised) == latest


@pytest.mark.parametrize("year", [1900, 1999, 2098, 2199])
def test_a_day_outside_the_calendar_stops_nobody(year: int) -> None:
    assert renew_by(date(year, 6, 5)).year == year + 3


def test_news_tell_nothing_that_the_room_has_never_seen() -> None:
    note = Note(
        id="sealed",
        programme_id=P,
        board="hverdag",
        zone="mindre",
        text="Lyset i Bents kontor",
        kind="pink",
        sealed=True,
        track="fysisk",
        lift="med",
    )
    assert "Bents" not in made_news(book_with(note), FULL)
    assert "Bents" in made_news(book_with(replace(note, sealed=False, track="")), FULL)


# The copy sheet


def test_a_tick_stands_until_the_field_changes() -> None:
    book = book_with()
    goal, deeds = copy_lines(book, FULL)
    assert (goal.text, goal.state) == ("Ro kl. 9", "open")
    assert deeds.text == "Stille time (Ole · 20. juni 2026 · med: Alle)"
    tick = MarkEntered(programme_id=P, initiative_id="i", field="goal", digest=digest(goal.text), day=TODAY)
    run(book, tick)
    assert copy_lines(book, FULL)[0].state == "entered"
    assert progress(copy_lines(book, FULL)).done == 1
    run(book, EditFields(programme_id=P, kind=Initiative, id="i", values={"goal": "Ro kl. 10"}))
    line = copy_lines(book, FULL)[0]
    assert (line.state, line.day) == ("changed", TODAY) and progress(copy_lines(book, FULL)).changed == 1
    run(book, replace(tick, digest=""))
    assert copy_lines(book, FULL)[0].state == "open"
    run(book, replace(tick, digest=""))


def test_a_field_that_was_typed_and_emptied_is_told() -> None:
    book = book_with()
    run(
        book,
        MarkEntered(programme_id=P, initiative_id="i", field="goal", digest=digest("Ro kl. 9"), day=TODAY),
    )
    run(book, EditFields(programme_id=P, kind=Initiative, id="i", values={"goal": ""}))
    assert copy_lines(book, FULL)[0].state == "changed"


def test_the_ticks_go_with_the_initiative() -> None:
    book = book_with()
    run(book, MarkEntered(programme_id=P, initiative_id="i", field="goal", digest="x", day=TODAY))
    run(book, RemoveRow(programme_id=P, kind=Initiative, id="i"))
    assert not list(book.of(EntryMark))


def test_packs_can_name_every_part_that_is_told() -> None:
    assert tuple(TOLD) == TOLD_FIELDS


# The short news


def test_the_news_says_what_was_agreed_with_names_or_without() -> None:
    book = book_with(lifted_theme())
    text = news_text(book, FULL)
    assert text == (
        "Nyt – Huset\n\nVi har talt.\n\nDet gør vi\nRo\nMål: Ro kl. 9\n"
        "– Stille time (Ole · 20. juni 2026 · med: Alle)\nVi følger op: 1. september · Karin\n\n"
        "Løftet\n– Flere hænder (Løftes til MED)\n\nSpørg."
    )
    run(book, WriteSheet(programme_id=P, kind=StaffNews, values={"anonymous": True}))
    bare = news_text(book, FULL)
    assert "Ole" not in bare and "Alle" not in bare and "Karin" not in bare
    assert "– Stille time (20. juni 2026)" in bare


def test_what_always_calls_for_action_is_not_told_in_its_own_words_when_lifted() -> None:
    note = Note(
        id="n",
        programme_id=P,
        kind="gul",
        board="b",
        zone="z",
        text="Karin råber",
        lift="med",
        always_act=True,
    )
    assert "Karin råber" not in repr(apv_plan(book_with(note), FULL))
    assert "Karin råber" not in made_news(book_with(note), FULL)
    assert "En sag, der altid kræver handling (Løftes til MED)" in made_news(book_with(note), FULL)


def test_a_text_that_somebody_changed_stays_and_says_when_the_plan_has_moved_on() -> None:
    book = book_with()
    values = {"text": "Vores eget", "digest": digest(made_news(book, FULL))}
    run(book, WriteSheet(programme_id=P, kind=StaffNews, values=values))
    assert news_text(book, FULL) == "Vores eget" and not is_behind(book, FULL)
    run(book, EditFields(programme_id=P, kind=Initiative, id="i", values={"goal": "Andet"}))
    assert news_text(book, FULL) == "Vores eget" and is_behind(book, FULL)


# What is handed in, and when


def test_each_thing_says_how_it_stands() -> None:
    book = book_with()
    lines = {each.item.id: each for each in handins(book, FULL)}
    assert (lines["tast"].words, lines["tast"].hard) == ("0 af 2 felter indtastet", True)
    assert lines["apv"].words == "Mangler jeres blik på sygefraværet" and lines["apv"].due is None
    assert lines["rapport"].words == "Mangler hvad der er lykkedes og hvorfor det lykkedes"
    assert lines["nyt"].state == "ready"


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 6, 5), "Om 25 dage: Handleplaner tastes ind"),
        (date(2026, 6, 29), "I morgen: Handleplaner tastes ind"),
        (date(2026, 6, 30), "I dag: Handleplaner tastes ind"),
        (date(2026, 7, 1), "1 dag over tiden: Handleplaner tastes ind"),
        (date(2026, 7, 3), "3 dage over tiden: Handleplaner tastes ind"),
    ],
)
def test_the_deadline_counts_down(day: date, words: str) -> None:
    deadline = next_deadline(book_with(), FULL)
    assert deadline is not None and deadline.hard and countdown(deadline, day) == words


def test_what_has_been_handed_in_counts_down_no_more() -> None:
    book = book_with()
    run(book, MarkDelivered(programme_id=P, handin="tast", day=TODAY))
    assert next_deadline(book, FULL) is None
    line = handins(book, FULL)[0]
    assert (line.state, line.delivered) == ("delivered", TODAY) and not line.late(date(2027, 1, 1))
    run(book, MarkDelivered(programme_id=P, handin="tast", day=None))
    assert next_deadline(book, FULL) is not None


# The report


def test_the_report_goes_to_whom_the_unit_says() -> None:
    book = book_with(Person(id="k", programme_id=P, name="Karin"))
    assert FULL.report is not None
    assert report_paper(book, FULL, FULL.report, TODAY).recipient.startswith("Til MED-udvalget")
    run(book, WriteSheet(programme_id=P, kind=Report, values={"recipient": "Til dagtilbudslederen"}))
    assert report_paper(book, FULL, FULL.report, TODAY).recipient == "Til dagtilbudslederen"


def test_what_is_done_is_proposed_for_the_report_until_it_is_there() -> None:
    book = book_with()
    assert proposals(book, FULL) == []
    run(book, EditFields(programme_id=P, kind=Action, id="a", values={"status": "slut"}))
    [proposal] = proposals(book, FULL)
    assert (proposal.field, proposal.text) == ("successes", "Stille time")
    run(book, WriteSheet(programme_id=P, kind=Report, values={"successes": "Før\nStille time"}))
    assert proposals(book, FULL) == []


def test_what_was_written_in_a_review_is_proposed_for_the_report() -> None:
    form = Form(
        id="se", title="Gensyn", fields=(FormField(id="v", label="Hvad virkede?", prefill="reasons"),)
    )
    pack = replace(FULL, forms=(form,))
    entry = FormEntry(id="e", programme_id=P, form="se")
    said = FormAnswer(
        id=form_answer_id("e", "v", ""), programme_id=P, entry_id="e", field="v", text="Ro\nMod"
    )
    found = [(each.field, each.text, each.source) for each in proposals(book_with(entry, said), pack)]
    assert found == [("reasons", "Ro", "Fra »Gensyn«"), ("reasons", "Mod", "Fra »Gensyn«")]


def test_a_lift_with_carrier_and_answer_has_all_that_the_law_asks_for() -> None:
    lift = Escalation(
        id="m",
        programme_id=P,
        reason="Vi har ikke pengene",
        carrier="Sanne",
        sent=TODAY,
        expected=date(2026, 8, 1),
        status="sent",
    )
    line = apv_plan(book_with(lifted_theme(), lift), FULL).lines[1]
    assert line.missing == () and line.cause == "Vi har ikke pengene"
    assert (line.deeds[0].owner, line.deeds[0].time) == ("Sanne", "sendt 5. juni 2026")
    assert line.followup == "svar ventes 1. august 2026"


def test_the_news_tells_of_a_followup_that_was_held() -> None:
    book = book_with()
    run(book, HoldFollowup(programme_id=P, day=date(2026, 9, 1), next_day=None))
    assert "Vi har fulgt op: 1. september" in made_news(book, FULL)


def test_the_news_tells_what_is_settled_at_once() -> None:
    pack = replace(FULL, tracks=(Track(id="nu", title="Løses nu", wall="I gang"),))
    note = Note(
        id="n", programme_id=P, kind="gul", board="b", zone="z", text="Døren binder", track="nu", sealed=True
    )
    done = Escalation(id="n", programme_id=P, answer="Pedellen kommer mandag")
    assert "Løst\n– Døren binder: Pedellen kommer mandag" in made_news(book_with(note, done), pack)


def test_one_sheet_of_a_programme_can_only_be_one_of_those_it_has() -> None:
    with pytest.raises(TypeError):
        WriteSheet(programme_id=P, kind=Note, values={"text": "x"}).edits(book_with())
