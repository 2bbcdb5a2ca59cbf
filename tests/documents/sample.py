"""Two filled-in programmes and a small process for them, as the mockups of the paper show them."""

from __future__ import annotations

from datetime import date, datetime

from trivselsdesk.domain.book import Book
from trivselsdesk.domain.pack import Pack, PackMeeting, ReportForm, Role, Span
from trivselsdesk.domain.records import (
    Action,
    AgendaItem,
    Initiative,
    Meeting,
    Person,
    Programme,
    Record,
    Report,
    RoleHolder,
    Rule,
    Step,
)

P = "p"
NOW = datetime(2026, 5, 18, 9, 30)

PACK = Pack(
    id="proeve",
    version="1.0",
    title="Prøveproces",
    short_title="Prøve",
    summary="",
    facts="",
    source="",
    roles=(
        Role(id="leder", title="Leder", group="trio"),
        Role(id="amr", title="AMR", group="trio"),
        Role(id="tr", title="TR", group="trio"),
        Role(id="styrer", title="Styrer mødet"),
        Role(id="tid", title="Holder tiden"),
        Role(id="samler", title="Samler op"),
        Role(id="pink", title="Viser pinke sedler"),
    ),
    meetings=(
        PackMeeting(
            id="m", title="Møde", minutes=Span(least=120, most=180), breaks=Span(least=1, most=2), items=()
        ),
    ),
    report=ReportForm(
        title="Afrapportering på trivselsarbejdet",
        recipient="Til MED-udvalget · udfyldt af leder og arbejdsmiljørepræsentant",
        unit_label="Dagplejegruppe",
        authors_label="Leder og AMR",
        author_roles=("leder", "amr"),
        status_title="Status for det sidste års trivselsarbejde",
        success_question="Hvad er lykkedes særligt godt?",
        reason_question="Hvad har gjort, at det lykkedes?",
        lines=3,
        areas_title="Vores indsatsområder (SMTTE)",
        area_label="Indsatsområde",
        name_label="Navn",
        goal_label="Mål",
        actions_label="Tiltagene",
    ),
)

_PEOPLE = (
    ("birgit", "Birgit Holm", "Leder", ("leder",)),
    ("lone", "Lone Friis", "lånt fra Egetræet", ("styrer",)),
    ("ole", "Ole", "", ("tid",)),
    ("sanne", "Sanne", "AMR", ("amr", "samler")),
    ("karin", "Karin", "TR", ("tr", "pink")),
)

_ITEMS = (
    (
        "Velkomst",
        10,
        "leder",
        "Procesguide",
        "Formål, program, spilleregler og roller\nSpørg: Hvad håber I at få med herfra?",
        "Godt, I er her. I dag skal vi tale om det, der virker, "
        "og vælge tre til fem ting, vi vil gøre bedre.",
        (),
    ),
    (
        "Individuel refleksion",
        10,
        "styrer",
        "Postkort, gule sedler, kuglepenne",
        "Vis postkortet – de seks faktorer er kun til inspiration\n"
        "Hver for sig: mindst én god og én mindre god\nÉn ting pr. gul seddel",
        "",
        (),
    ),
    (
        "Vores hverdag",
        40,
        "styrer",
        "Procesguide, pinke sedler",
        "",
        "Sæt én god og én mindre god seddel op. Vi andre stiller kun korte spørgsmål.",
        (
            ("Præsentér sedler", 20, "To sedler ad gangen. Trioen til sidst"),
            ("Saml i temaer", 12, "Saml i temaer – spørg, om alle er enige"),
            ("Sortér", 8, "Bevare eller forandre? Resten parkeres"),
        ),
    ),
    ("Pause", 10, "", "Kaffe og frugt", "", "", ()),
    (
        "Find mulighedsrummet",
        20,
        "styrer",
        "Procesguide, prikker",
        "Hver sætter to prikker. Placér temaerne. Vælg 3–5\nMobning og krænkelser skal der altid handles på",
        "Kan vi selv ændre det, skal det til højre. Bestemmer andre, skal det til venstre.",
        (),
    ),
    (
        "Hvad skal vi gøre?",
        60,
        "styrer",
        "Handleplan",
        "15 min til hvert tema – de fem spørgsmål\nHvem gør hvad, og hvornår?\n"
        "Er tiden knap: grupper med 3–5 tager spørgsmål 1–3",
        "Hvad gør vi helt konkret?",
        (),
    ),
    (
        "Opsamling og tak",
        10,
        "samler",
        "Statuspil",
        "Læs aftalerne højt, og vis statuspilen\nAlle siger én ting, der var vigtig i dag",
        "",
        (),
    ),
)

_RULES = (
    "Vi siger det, vi mener – venligt",
    "Vi lytter færdigt, før vi svarer",
    "Vi prøver at forstå hinanden",
    "Vi må gerne være uenige",
    "Vi kigger fremad",
)


def programme(name: str) -> Programme:
    """A programme of the small process."""
    return Programme(id=P, programme_id=P, pack_id=PACK.id, pack_version=PACK.version, name=name)


def bare(name: str = "") -> Book:
    """A programme with a meeting and nothing else."""
    return Book([programme(name), Meeting(id="m", programme_id=P, pack_meeting="m", title="Trivselsdialog")])


def kastanjen() -> Book:
    """Børnehuset Kastanjen, ready for its meeting."""
    meeting = Meeting(
        id="m",
        programme_id=P,
        pack_meeting="m",
        title="Trivselsdialog",
        day=date(2026, 5, 20),
        start=13 * 60,
        room="Salen",
        room_until=16 * 60,
    )
    records: list[Record] = [programme("Børnehuset Kastanjen"), meeting]
    for rank, (key, name, title, roles) in enumerate(_PEOPLE):
        records.append(
            Person(id=key, programme_id=P, rank=rank, name=name, title=title, takes_part=key != "lone")
        )
        records += [
            RoleHolder(id=f"{P}:{role}:{key}", programme_id=P, role=role, person_id=key) for role in roles
        ]
    records += [Person(id=f"k{n}", programme_id=P, rank=10 + n, name=f"Kollega {n}") for n in range(8)]
    for rank, (title, minutes, role, materials, points, script, steps) in enumerate(_ITEMS):
        records.append(
            AgendaItem(
                id=f"i{rank}",
                programme_id=P,
                rank=rank,
                meeting_id="m",
                title=title,
                minutes=minutes,
                tool="break" if title == "Pause" else "talk",
                speaker_role=role,
                points=points,
                script=script,
                materials=materials,
            )
        )
        records += [
            Step(
                id=f"i{rank}s{number}",
                programme_id=P,
                rank=number,
                item_id=f"i{rank}",
                title=step,
                minutes=step_minutes,
                point=point,
            )
            for number, (step, step_minutes, point) in enumerate(steps)
        ]
    records += [Rule(id=f"r{rank}", programme_id=P, rank=rank, text=text) for rank, text in enumerate(_RULES)]
    return Book(records)


_AREAS = (
    (
        "Plads til det svære",
        "Hanne og Bente",
        "Alle dagplejere får sparring to gange om måneden. Ingen går hjem alene med en svær oplevelse.",
        (
            ("Makkerpar, der skifter hvert kvartal", "Hanne", date(2026, 8, 1)),
            ("15 minutters cirkelsparring på hvert gruppemøde", "Bente", None),
            ("Fast telefontid hos Hanne tirsdag kl. 12.30", "", None),
        ),
    ),
    (
        "God overlevering af gæstebørn",
        "Lene og Maj-Britt",
        "Gæstebørn og forældre mødes af en, der kender barnets behov fra første dag.",
        (
            ("Et fast ark med søvn, mad og trøst følger barnet", "Lene", date(2026, 8, 15)),
            ("Forældrene ringes op dagen før", "Maj-Britt", date(2027, 1, 4)),
        ),
    ),
    (
        "Pauser på legestuedage",
        "Gitte",
        "Alle får 20 minutters pause uden børn på legestuedage.",
        (("Pauseplan hænger på døren. Vi starter en halv time før og deler os i to hold", "Gitte", None),),
    ),
)


def syd() -> Book:
    """Dagplejegruppe Syd with its report."""
    report = Report(
        id=P,
        programme_id=P,
        day=date(2026, 6, 8),
        authors="Inger Bach · Hanne Juhl",
        successes="Fælles legestue hver torsdag – ingen aflysninger i år.\n"
        "Nye kolleger har haft en makker fra første dag.\n"
        "Vi er blevet bedre til at sige tingene direkte og venligt.",
        reasons="Dagen ligger fast, og alle ved, hvem der har ansvaret.\n"
        "Hanne holdt fast i makkerordningen, også da der var travlt.\n"
        "Spillereglerne hænger i legestuen, og vi bruger dem.",
    )
    records: list[Record] = [programme("Dagplejegruppe Syd"), report]
    for rank, (name, leads, goal, actions) in enumerate(_AREAS):
        records.append(
            Initiative(id=f"a{rank}", programme_id=P, rank=rank, name=name, leads=leads, goal=goal)
        )
        records += [
            Action(
                id=f"a{rank}t{number}",
                programme_id=P,
                rank=number,
                initiative_id=f"a{rank}",
                title=title,
                owner=owner,
                due=due,
            )
            for number, (title, owner, due) in enumerate(actions)
        ]
    return Book(records)
