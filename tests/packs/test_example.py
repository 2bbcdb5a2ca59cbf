"""The example programme at its five moments, seen as the rooms of the window see it."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest

from trivselsdesk.domain import agenda, board, checklist, overview, people, plan, timing
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.codec import to_plain
from trivselsdesk.domain.commands.desk import AddProgramme, copied
from trivselsdesk.domain.danish import format_clock
from trivselsdesk.domain.meeting_start import planned_start
from trivselsdesk.domain.pack import Pack
from trivselsdesk.domain.records import (
    PASSING,
    Action,
    ClockState,
    Initiative,
    Milestone,
    Note,
    Person,
    Placement,
    Ranked,
    Record,
    Report,
    RoleHolder,
    Task,
    Theme,
)
from trivselsdesk.packs.example import STAGES, build_example
from trivselsdesk.packs.loader import load_pack
from trivselsdesk.paths import resource_dir

MEETING_STAGES = ("board", "matrix", "plan")
Opened = Callable[[str], Book]


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack(resource_dir() / "packs" / "trivselsdialog")


@pytest.fixture(scope="module")
def text() -> str:
    return (resource_dir() / "examples" / "kastanjen.toml").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def at(pack: Pack, text: str) -> Opened:
    return lambda stage: Book(build_example(pack, text, stage))


def reading(book: Book, stage: str, days: int = 0) -> timing.Reading:
    shift = timedelta(days=days)
    opening = (datetime(2026, 5, 20, 13, 0) + shift).timestamp()
    return timing.read(book, book.meeting, opening, (STAGES[stage] + shift).timestamp())


def hhmm(moment: float) -> str:
    return f"{datetime.fromtimestamp(moment):%H.%M}"


def tally(book: Book, pack: Pack, stage: str) -> checklist.Progress:
    return checklist.progress(book, STAGES[stage].date())


# The preparation -------------------------------------------------------------------------------


def test_twelve_take_part_and_the_facilitator_is_borrowed(at: Opened) -> None:
    book = at("prepare")
    assert len(people.participants(book)) == 12
    (lone,) = people.holders(book, "facilitator")
    assert (lone.name, lone.title, lone.takes_part) == ("Lone Friis", "lånt fra Egetræet", False)
    named = [people.role_names(book, role) for role in ("leder", "tidsstyrer", "opsamler", "pink", "tr")]
    assert named == ["Birgit", "Ole", "Sanne", "Karin", "Karin"]


def test_the_drejebog_is_that_of_the_20th_of_may(at: Opened, pack: Pack) -> None:
    book = at("prepare")
    meeting = book.meeting
    assert (meeting.day, meeting.room, meeting.start) == (date(2026, 5, 20), "Salen", 13 * 60)
    rows = agenda.rows(book, meeting)
    assert [(format_clock(row.start), row.item.minutes, row.speaker) for row in rows] == [
        ("13.00", 10, "Birgit"),
        ("13.10", 10, "Lone"),
        ("13.20", 40, "Lone"),
        ("14.00", 10, ""),
        ("14.10", 20, "Lone"),
        ("14.30", 60, "Lone"),
        ("15.30", 10, "Sanne"),
    ]
    assert [row.item.materials for row in rows] == [
        "Procesguide",
        "Postkort, gule sedler, kuglepenne",
        "Procesguide, pinke sedler",
        "Kaffe og frugt",
        "Procesguide, prikker",
        "Handleplan",
        "Statuspil",
    ]
    plan_of_time = agenda.budget(book, meeting, pack.meetings[0])
    assert (plan_of_time.total, plan_of_time.spare, plan_of_time.breaks_missing) == (160, 20, 0)
    assert (plan_of_time.too_short, plan_of_time.too_long, plan_of_time.steps_off) == (0, 0, ())


def test_eight_days_before_four_tasks_are_done_and_none_is_late(at: Opened, pack: Pack) -> None:
    book = at("prepare")
    assert (tally(book, pack, "prepare").done, tally(book, pack, "prepare").late) == (4, ())
    shown = [(each.text, each.owner, each.due) for each in checklist.tasks(book)[:10]]
    assert shown == [
        ("Læs resultaterne sammen", "Trioen", date(2026, 5, 11)),
        ("Løs det, vi kan løse nu", "Birgit", date(2026, 5, 12)),
        ("Book Salen og bestil kaffe", "Karin", date(2026, 5, 6)),
        ("Aftal roller til mødet", "Trioen", date(2026, 5, 11)),
        ("Send invitation og rapport", "Birgit", date(2026, 5, 12)),
        ("Skriv pinke sedler", "Sanne", date(2026, 5, 15)),
        ("Tal om krænkelser og tryghed", "Trioen", date(2026, 5, 15)),
        ("Find postkort, sedler og kuglepenne frem", "Sanne", date(2026, 5, 18)),
        ("Hæng procesguiden op", "Karin", date(2026, 5, 20)),
        ("Prøv projektoren i Salen", "Karin", date(2026, 5, 20)),
    ]
    coming = tally(book, pack, "prepare").next
    assert coming is not None and coming.text == "Send invitation og rapport"


def test_six_pink_notes_lie_sealed_and_the_board_is_empty(at: Opened, pack: Pack) -> None:
    view = board.board_view(at("prepare"), pack.board("hverdag"))
    assert (view.count, len(view.sealed)) == (0, 6)
    assert {each.kind for each in view.sealed} == {"pink"}
    assert any(each.always_act for each in view.sealed)


# The board -------------------------------------------------------------------------------------


def test_the_board_holds_twelve_and_twelve_notes_and_two_on_the_p_plads(at: Opened, pack: Pack) -> None:
    book = at("board")
    view = board.board_view(book, pack.board("hverdag"))
    assert [
        (zone.zone.id, zone.count, [(each.theme.name, len(each.notes)) for each in zone.themes])
        for zone in view.zones
    ] == [
        ("godt", 12, [("Vi hjælper hinanden", 4), ("Arbejdet giver mening", 4), ("Tryghed", 2)]),
        ("mindre", 12, [("Travle eftermiddage", 4), ("Hvem gør hvad?", 4), ("Beskeder", 2)]),
    ]
    assert [[note.text for note in zone.loose] for zone in view.zones] == [
        ["Vores nye legeplads", "Gode kurser i år"],
        ["Larm i fællesrummet", "Hård tone er oplevet – skal løses"],
    ]
    assert [card.title for card in board.parked_cards(book, pack)] == ["Ny kaffemaskine", "Fælles sommerfest"]


def test_the_pink_notes_are_the_trios(at: Opened, pack: Pack) -> None:
    pink = {each.text for each in at("board").of(Note) if each.kind == "pink" and not each.track}
    assert pink == {
        "Samarbejdet scorer højt i målingen",
        "9 ud af 10 er motiverede",
        "Mange oplever højt tempo",
        "Klare roller scorer lavt",
        "Hård tone er oplevet – skal løses",
    }
    assert [each.text for each in at("board").of(Note) if each.always_act] == [
        "Hård tone er oplevet – skal løses"
    ]


def test_at_13_39_the_meeting_is_four_minutes_behind(at: Opened) -> None:
    found = reading(at("board"), "board")
    assert found.slot is not None and (found.slot.title, found.slot.number) == ("Præsentér sedler", 1)
    assert (found.left, found.allotted, found.drift) == (4 * 60 + 12, 20 * 60, 4.0)
    assert (hhmm(found.end), hhmm(found.planned_end)) == ("15.44", "15.40")
    begun = {each.slot.title: hhmm(each.start) for each in found.times}
    assert (begun["Individuel refleksion"], begun["Præsentér sedler"]) == ("13.12", "13.24")
    assert (begun["Pause"], begun["Hvad skal vi gøre?"]) == ("14.04", "14.34")


# The mulighedsrum --------------------------------------------------------------------------------


def test_the_cards_lie_in_their_corners(at: Opened, pack: Pack) -> None:
    view = board.matrix_view(at("matrix"), pack, pack.matrix("mulighedsrum"))
    lying = {card.title: (board.corner_of(x, y), card.votes) for card, x, y in view.placed}
    assert lying == {
        "Travle eftermiddage": ("tr", 6),
        "Hvem gør hvad?": ("tr", 7),
        "Hård tone": ("tr", 2),
        "Beskeder mellem stuerne": ("tr", 4),
        "Flere voksne efter kl. 15": ("tl", 3),
        "Nyt system til at skrive i": ("bl", 0),
        "Larm i fællesrummet": ("br", 1),
        "Flere ture ud af huset": ("br", 0),
    }
    assert [card.title for card in view.waiting][:2] == ["Modtagelse af vikarer", "Ro til at dokumentere"]


def test_four_are_chosen_with_23_of_24_dots(at: Opened, pack: Pack) -> None:
    book = at("matrix")
    view = board.matrix_view(book, pack, pack.matrix("mulighedsrum"))
    assert view.chosen == 4
    assert pack.themes.least <= view.chosen <= pack.themes.most
    assert sum(card.votes for card, _, _ in view.placed) == 23
    assert len(people.participants(book)) * pack.votes_per_person == 24
    assert {card.title: card.lift for card, _, _ in view.placed if card.lift} == {
        "Flere voksne efter kl. 15": "med"
    }
    assert [card.title for card, _, _ in view.placed if card.must_act] == ["Hård tone"]


def test_every_theme_has_notes_and_every_card_is_sorted(at: Opened, pack: Pack) -> None:
    book = at("matrix")
    assert all(card.notes for card in board.cards_of(book, pack, pack.board("hverdag")))
    view = board.sort_view(book, pack, pack.board("bevare_forandre"))
    assert view.waiting == ()
    kept = {zone.id: [card.title for card in cards] for zone, cards in view.zones}
    assert kept["bevare"] == ["Vi hjælper hinanden", "Arbejdet giver mening", "Tryghed"]


def test_at_14_20_the_meeting_is_two_minutes_behind(at: Opened) -> None:
    found = reading(at("matrix"), "matrix")
    assert found.slot is not None and (found.slot.title, found.slot.number) == ("Placér temaer", 2)
    # 11:35 of the whole item: 5:35 here and six minutes to choose.
    assert (found.left, found.left + 6 * 60) == (5 * 60 + 35, 11 * 60 + 35)
    assert (found.drift, hhmm(found.end)) == (2.0, "15.42")
    taken: dict[str, float] = {}
    for each in found.times:
        if each.state == "done":
            taken[each.slot.item.title] = taken.get(each.slot.item.title, 0.0) + each.seconds / 60
    assert taken["Vores hverdag"] == 38.0


# The plan ----------------------------------------------------------------------------------------


def test_the_plan_shows_four_themes_and_one_is_under_way(at: Opened, pack: Pack) -> None:
    book = at("plan")
    found = plan.active_initiatives(book)
    assert [(each.name, sum(plan.answered(book, pack, each)), each.launched) for each in found] == [
        ("Hård tone", 5, date(2026, 5, 20)),
        ("Hvem gør hvad?", 5, None),
        ("Travle eftermiddage", 0, None),
        ("Beskeder mellem stuerne", 0, None),
    ]
    assert [plan.gaps(book, each) for each in found[:2]] == [[], []]
    assert [note.text for note in plan.notes_behind(book, found[1])] == [
        "Uklart, hvem der lukker huset",
        "Opgaver bliver delt ud i farten",
        "Vi laver tit det samme to gange",
        "Klare roller scorer lavt",
    ]
    assert [(each.title, each.owner, each.due) for each in plan.actions_of(book, found[1].id)] == [
        ("Opgavetavle ved personaleindgangen", "Sanne", date(2026, 6, 12)),
        ("Lukkeliste med navn på hver dag", "Ole", date(2026, 6, 1)),
        ("10 min. overblik kl. 14.45", "Birgit", date(2026, 5, 27)),
    ]


def test_the_second_of_four_themes_has_8_20_of_its_15_minutes_left(at: Opened) -> None:
    found = reading(at("plan"), "plan")
    assert found.slot is not None and found.slot.title == "Hvad skal vi gøre?"
    assert found.allotted == 4 * 15 * 60
    assert found.left % (15 * 60) == 8 * 60 + 20


def test_the_report_has_three_answers_to_each_question(at: Opened, pack: Pack) -> None:
    book = at("plan")
    report = book.get(Report, book.programme.id)
    assert pack.report is not None
    for answers in (report.successes, report.reasons):
        lines = answers.split("\n")
        assert len(lines) == pack.report.lines
        assert all(line.endswith(".") for line in lines)


# The follow-up -----------------------------------------------------------------------------------


def test_sixteen_days_later_one_is_done_four_are_under_way_and_one_is_late(at: Opened, pack: Pack) -> None:
    book = at("follow")
    actions = list(book.of(Action))
    by_status = {status.id: sum(each.status == status.id for each in actions) for status in pack.status_steps}
    assert by_status == {"aftalt": 1, "i_gang": 3, "godt_paa_vej": 1, "faerdig": 1}
    today = STAGES["follow"].date()
    late = [each.title for each in actions if each.due and each.due < today and each.status != "faerdig"]
    assert late == ["Lukkeliste med navn på hver dag"]
    assert reading(book, "follow").state == "ended"
    assert all(each.launched for each in book.of(Initiative))
    assert all(plan.gaps(book, each) == [] for each in plan.active_initiatives(book))
    found = overview.overview(book, pack, today)
    assert (found.next_words, found.next_day) == ("Personalemøde kl. 14.30", date(2026, 6, 17))
    open_tasks = [each.id.split(":")[-1] for each in checklist.tasks(book) if not each.done]
    assert open_tasks == ["system", "evaluer"]


# Every stage -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("stage", "phase"),
    [("prepare", 0), ("board", 1), ("matrix", 1), ("plan", 2), ("follow", 3)],
)
def test_each_stage_is_in_its_phase(at: Opened, pack: Pack, stage: str, phase: int) -> None:
    assert overview.phase_index(at(stage), pack) == phase


@pytest.mark.parametrize("stage", STAGES)
def test_every_row_is_whole(pack: Pack, text: str, stage: str) -> None:
    records = build_example(pack, text, stage)
    book = Book(records)
    assert len({(type(each), each.id) for each in records}) == len(records)
    assert {each.programme_id for each in records} == {book.programme.id}
    assert book.programme.example
    assert book.programme.core_task
    for each in records:
        to_plain(each)
    for note in book.of(Note):
        assert len(note.text) <= 80
        if note.theme_id:
            assert book.get(Theme, note.theme_id).zone == note.zone
    for place in book.of(Placement):
        book.card(place.card_id)
    for holder in book.of(RoleHolder):
        book.get(Person, holder.person_id)
    for initiative in book.of(Initiative):
        assert initiative.name == book.get(Theme, initiative.card_id).name
        assert book.get(Theme, initiative.card_id).chosen


def test_the_stages_come_one_after_the_other() -> None:
    moments = list(STAGES.values())
    assert moments == sorted(moments)
    assert list(STAGES) == ["prepare", "board", "matrix", "plan", "follow"]


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("days", [-200, 1, 365])
def test_the_meeting_can_be_on_another_day(pack: Pack, text: str, stage: str, days: int) -> None:
    shift = timedelta(days=days)
    ids = (f"i{number}" for number in itertools.count())
    others = (f"i{number}" for number in itertools.count())
    plain = build_example(pack, text, stage, make_id=lambda: next(ids))
    moved = build_example(pack, text, stage, days, make_id=lambda: next(others))
    assert [(type(each), each.id) for each in plain] == [(type(each), each.id) for each in moved]
    for before, after in zip(plain, moved, strict=True):
        for name, value in vars(before).items():
            now = getattr(after, name)
            if isinstance(value, date):
                # What counts from a month moves by whole months.
                slack = 31 if getattr(before, "due_anchor", "") == "evaluering" else 0
                assert abs((now - value - shift).days) <= slack, name
            elif name not in ("created", "started", "ended", "at") and not isinstance(
                before, ClockState | Milestone
            ):
                assert now == value, name
    if stage != "prepare":
        still, then = reading(Book(plain), stage), reading(Book(moved), stage, days)
        assert (still.left, still.drift, still.state) == (then.left, then.drift, then.state)


def test_dates_in_words_move_too(pack: Pack, text: str) -> None:
    moved = Book(build_example(pack, text, "prepare", 60))
    words = {each.title: each.note for each in moved.ranked(Milestone)}
    assert words["Webinar"] == "4., 5. og 10. juli 2026"
    assert words["Evaluering i MED"] == "oktober og november 2026"


@pytest.mark.parametrize("stage", MEETING_STAGES)
def test_a_held_clock_has_the_same_time_left_whenever_it_is_opened(pack: Pack, text: str, stage: str) -> None:
    running = reading(Book(build_example(pack, text, stage)), stage)
    book = Book(build_example(pack, text, stage, paused=True))
    held = reading(book, stage)
    assert (held.state, running.state) == ("paused", "running")
    assert (held.left, held.slot and held.slot.title) == (running.left, running.slot and running.slot.title)
    hours_later = timing.read(book, book.meeting, 0.0, STAGES[stage].timestamp() + 20_000)
    assert hours_later.left == running.left


def test_a_running_clock_can_go_on_to_the_next_part(at: Opened) -> None:
    book = at("board")
    following = agenda.slots(book, book.meeting)[3]
    moment = STAGES["board"].timestamp()
    clock, logs = timing.go_to(book, book.meeting, following, moment)
    assert (clock.slot, clock.deadline - moment) == (following.id, 12 * 60)
    assert logs[0].used == 15 * 60 + 48


def test_two_copies_share_no_row_and_keep_their_order(pack: Pack, text: str) -> None:
    first, second = build_example(pack, text), build_example(pack, text)
    assert not {each.id for each in first} & {each.id for each in second}
    assert outline(first) == outline(second)
    again = copied(first)
    assert not {each.id for each in first} & {each.id for each in again}
    assert outline(again) == outline(first)


def outline(records: tuple[Record, ...]) -> list[tuple[str, float, str]]:
    return [
        (type(each).__name__, each.rank if isinstance(each, Ranked) else 0.0, getattr(each, "text", ""))
        for each in records
        if not isinstance(each, PASSING)
    ]


def test_the_example_can_be_put_on_the_desk(pack: Pack, text: str) -> None:
    records = build_example(pack, text)
    book = Book()
    command = AddProgramme(programme_id=records[0].programme_id, records=records)
    book.apply(book.changes(command.groundwork(book)))
    book.apply(book.changes(command.edits(book)))
    assert (book.programme.name, book.programme.deleted) == ("Børnehuset Kastanjen", False)
    assert len(list(book.of(Task))) == len(pack.tasks)
    assert len(book.items(book.meeting.id)) == 7


# Faults in the text ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "after", "named"),
    [
        ('core_task = "', 'kernopgave = "', "kernopgave"),
        ('room = "Salen"', 'rum = "Salen"', "rum"),
        ("velkomst = 12", "velkomsten = 12", "velkomst"),
        ('laes = { done = "prepare" }', 'laest = { done = "prepare" }', "laest"),
        ('laes = { done = "prepare" }', 'laes = { done = "bord" }', "bord"),
        ("[agenda.hvad]", "[agenda.hvordan]", "hvordan"),
        ('roles = ["leder"]', 'roles = ["chef"]', "chef"),
        ('matrix = { theme = "vikarer" }', 'matrix = { theme = "vikar" }', "vikar"),
        ('matrix = { theme = "vikarer" }', 'matrix = { tema = "vikarer" }', "tema"),
        ('matrix = { theme = "vikarer" }', 'matriks = { theme = "vikarer" }', "matriks"),
        ('matrix = { sort = "bevare" }', 'matrix = { sort = "gemme" }', "gemme"),
        ('zone = "mindre"', 'zone = "mindst"', "mindst"),
        ('plan = "hvad"', 'plan = "hvornår"', "hvornår"),
        ('status = "aftalt"', 'status = "lovet"', "lovet"),
        ('theme = "haard"\nfrom = "matrix"', 'theme = "haard"\nfrom = "rum"', "rum"),
        ('people = "Alle stuer"', 'hvem = "Alle stuer"', "hvem"),
        ("[report]", "[rapport]", "rapport"),
    ],
)
def test_a_slip_in_the_text_is_named(pack: Pack, text: str, before: str, after: str, named: str) -> None:
    assert before in text
    with pytest.raises(ValueError, match=named):
        build_example(pack, text.replace(before, after))


def test_an_unknown_stage_is_refused(pack: Pack, text: str) -> None:
    with pytest.raises(ValueError, match="bagefter"):
        build_example(pack, text, "bagefter")


def test_a_text_without_a_table_is_refused(pack: Pack, text: str) -> None:
    with pytest.raises(ValueError, match="clock"):
        build_example(pack, text[: text.index("[clock]")] + text[text.index("[people]") :])


@pytest.mark.parametrize("hour", [0, 3, 9, 15, 20, 23])
@pytest.mark.parametrize("stage", MEETING_STAGES)
def test_the_meeting_goes_on_at_the_moment_it_is_opened(pack: Pack, text: str, stage: str, hour: int) -> None:
    now = datetime(2026, 11, 21, hour, 32)
    book = Book(build_example(pack, text, stage, paused=True, moment=now))
    meeting = book.meeting
    assert meeting.day == now.date() and meeting.start % 5 == 0
    assert meeting.start >= 0 and meeting.room_until is not None and meeting.room_until < 24 * 60
    assert meeting.room_until - meeting.start == 180
    clock = timing.clock_of(book, meeting)
    assert datetime.fromtimestamp(clock.meeting_started).date() == now.date()
    if 3 <= hour <= 20:
        usual = reading(Book(build_example(pack, text, stage, paused=True)), stage)
        planned = planned_start(meeting, clock, now.timestamp())
        then = timing.read(book, meeting, planned, now.timestamp())
        assert then.left == usual.left and abs(then.drift - usual.drift) < 4


@pytest.mark.parametrize("stage", ["prepare", "follow"])
def test_before_and_after_the_meeting_only_the_days_move(pack: Pack, text: str, stage: str) -> None:
    now = datetime(2026, 11, 21, 3, 32)
    book = Book(build_example(pack, text, stage, moment=now))
    days = now.date() - STAGES[stage].date()
    assert (book.meeting.day, book.meeting.start) == (date(2026, 5, 20) + days, 13 * 60)
