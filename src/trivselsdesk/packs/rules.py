"""What each key of a pack may hold beyond its type: ranges, words to choose from, what it points to."""

from __future__ import annotations

from trivselsdesk.domain import circle
from trivselsdesk.domain import pack as p
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.pack import forms
from trivselsdesk.domain.pack.pulse import LEAST_ANSWERS, POLARITIES, PULSE_KINDS
from trivselsdesk.packs import tools

ID = r"[a-z][a-z0-9_-]{0,39}"
MEETING = "meeting"
"""The anchor that means the day of the meeting."""
OWNERS = ("trio", "all")
"""Task owners beside the roles: the trio together, everybody."""
EXITS = ("choose", "lift")
COLOURS = ("yellow", "pink")
ORIGINS = ("participant", "trio", "pack")
GROUPS = (p.MEETING_GROUP, p.TRIO_GROUP)

LONGEST_TEXT = 600
LONGEST_LIST = 100


@dataclass(frozen=True, kw_only=True)
class Rule:
    """``least`` and ``most`` bound a number, the length of a text or the count of a list."""

    example: str = ""
    """The value as it is written in TOML, for the sentence that says how to mend."""
    least: int | None = None
    most: int | None = None
    allowed: tuple[str, ...] = ()
    refers: str = ""
    """The kind of id that it must be, such as ``roles``."""
    pattern: str = ""
    words: str = ""
    """How to mend what does not fit the pattern; without it the example is shown."""
    filled: tuple[str, ...] = ()
    """Names in braces that the program fills in, beside the variables of the pack."""
    clock: bool = False
    """A clock time, kept as minutes after midnight."""
    alone: bool = False
    """A list of one may be written without the brackets."""


_ID_WORDS = "Brug små bogstaver a–z, tal, - og _, og begynd med et bogstav."


def _id(example: str) -> Rule:
    return Rule(example=f'"{example}"', pattern=ID, words=_ID_WORDS)


def _text(example: str, most: int = 120) -> Rule:
    return Rule(example=f'"{example}"', most=most)


def _texts(example: str, most: int = 40) -> Rule:
    return Rule(example=f'["{example}"]', most=most)


def _number(example: int, least: int, most: int) -> Rule:
    return Rule(example=str(example), least=least, most=most)


def _span(least: int, most: int) -> Rule:
    return Rule(example=f"{{ least = {least}, most = {most} }}")


_ICON = _id("flag")
_TONE = Rule(example='"primary"', allowed=p.TONES)
_TOOL = Rule(example='{ kind = "talk" }')
_CORNER = Rule(example='{ title = "Gå i gang", text = "Vi kan selv" }', allowed=("tl", "tr", "bl", "br"))
_ZONES = Rule(example='["godt", "mindre"]', refers="zones")
_BOARD = Rule(example='"hverdag"', refers="boards")
_QUESTIONS = Rule(example='["forandre", "opnaa"]', refers="questions")
_FIELD = Rule(example='"goal"', allowed=p.INITIATIVE_FIELDS)
_DAY = Rule(example="2026-05-20")
_WALL = _text("Skriv én ting på hver gul seddel", 80)
_SCRIPT = _texts("Hvad fungerer godt?")
_TIPS = _texts("Skal I stå ved tavlen?")

RULES: dict[type, dict[str, Rule]] = {
    p.Pack: {
        "id": _id("trivselsdialog"),
        "version": Rule(example='"1.0"', pattern=r"\d{1,4}(\.\d{1,4}){0,2}"),
        "title": _text("Vores trivselsdialog"),
        "short_title": _text("Trivselsdialog", 60),
        "summary": _text("Ét møde på 2–3 timer.", 200),
        "facts": _text("6 punkter · op til ca. 12 deltagere"),
        "source": _text("Egne ord efter kommunens drejebog", 300),
        "picture": _id("note"),
        "schema": _number(1, 1, p.SCHEMA),
        "themes": _span(3, 5),
        "soft_max_people": _number(12, 1, 500),
        "votes_per_person": _number(2, 0, 20),
        "stale_weeks": _number(4, 1, 52),
        "department_label": _text("Afdeling", 24),
        "trio": _text("Arbejdsgruppen", 30),
        "parking_title": _text("P-plads", 30),
        "parking_hint": _text("vigtigt, men ikke lige nu", 60),
        "rules": _texts("Vi lytter færdigt, før vi svarer", 20),
        "vague": _texts("bedre", 60),
        "phases": Rule(least=1, most=12),
        "action_columns": Rule(most=5),
    },
    p.Variable: {
        "id": _id("organisation"),
        "label": _text("Organisation", 60),
        "default": _text("Vores kommune"),
    },
    p.Role: {
        "id": _id("tidsstyrer"),
        "title": _text("Holder tiden", 60),
        "hint": _text("Siger til i god tid.", 300),
        "group": Rule(example='"trio"', allowed=GROUPS),
    },
    p.RemarkKind: {"id": _id("aftale"), "label": _text("Aftale", 24)},
    p.NoteType: {
        "id": _id("gul"),
        "label": _text("Gul", 20),
        "colour": Rule(example='"yellow"', allowed=COLOURS),
        "origin": Rule(example='"participant"', allowed=ORIGINS),
        "name": _text("Gul seddel", 40),
        "names": _text("Gule sedler", 40),
        "mark": _text("Trio", 12),
        "least": _number(1, 0, 20),
        "most": _number(4, 0, 20),
    },
    p.AlwaysAct: {
        "label": _text("Kræver altid handling", 40),
        "short": _text("Kræver handling", 24),
        "hint": _text("Aftal, hvad I gør ved det.", 300),
        "question": _text("Viser målingen noget, der altid kræver handling?", 160),
        "examples": _texts("mobning", 12),
        "words": _texts("mobbe", 60),
    },
    p.Lift: {
        "id": _id("med"),
        "title": _text("MED", 60),
        "label": _text("Løftes til MED", 60),
        "done": _text("Løftet til MED", 60),
    },
    p.Track: {
        "id": _id("nu"),
        "title": _text("Løses nu", 40),
        "hint": _text("Det, I selv kan klare inden mødet.", 300),
        "wall": _text("Det er vi allerede i gang med", 60),
        "lift": Rule(example='"ejendomme"', refers="lifts"),
    },
    p.TagKind: {
        "id": _id("forvaltning"),
        "title": _text("Forvaltning", 30),
        "words": _texts("Børn og Unge"),
    },
    p.Phase: {
        "id": _id("forbered"),
        "title": _text("Forbered", 30),
        "room": Rule(example='"prepare"', allowed=p.ROOMS),
        "purpose": _text("Trioen gør mødet klar.", 300),
        "tips": _TIPS,
        "also": Rule(example='["prepare"]', allowed=p.ROOMS, most=3),
        "meetings": Rule(example='["workshop"]', refers="meetings", most=12),
        "pages": Rule(example='["status"]', allowed=p.FOLLOW_PAGES),
    },
    p.OccasionWords: {
        "meeting": Rule(example='"workshop"', refers="meetings"),
        "item": _id("velkomst"),
        "script": _SCRIPT,
        "tips": _TIPS,
    },
    p.Occasion: {
        "id": _id("flow"),
        "title": _text("Det går godt", 60),
        "text": _text("Vi vil gerne vide, hvad der gør det.", 300),
        "tips": _TIPS,
        "script": _SCRIPT,
        "wall": _text("I dag ser vi efter det, der virker"),
        "words": Rule(most=40),
    },
    p.Zone: {
        "id": _id("godt"),
        "title": _text("Fungerer godt", 60),
        "short": _text("Godt", 24),
        "hint": _text("Noget vi vil bevare"),
        "tone": _TONE,
        "icon": _ICON,
        "key": _text("+", 1),
        "deed": _text("Stop med:", 24),
        "start": _texts("Vi ved ikke, hvem der er i gang med hvad", 20),
    },
    p.Board: {
        "id": _id("hverdag"),
        "title": _text("Vores hverdag"),
        "zones": Rule(example='[{ id = "godt", title = "Fungerer godt" }]', least=1, most=9),
        "takes": _BOARD,
        "taken": _ZONES,
        "per": Rule(example='"initiative"', allowed=(forms.PER_INITIATIVE,)),
        "minutes": _number(30, 0, 240),
    },
    p.Axis: {
        "title": _text("Vores indflydelse", 40),
        "low": _text("lille", 20),
        "high": _text("stor", 20),
    },
    p.Corner: {
        "title": _text("Gå i gang", 40),
        "text": _text("Stor betydning, og vi kan selv"),
        "tone": _TONE,
        "icon": _ICON,
        "exit": Rule(example='"choose"', allowed=EXITS),
    },
    p.Matrix: {
        "id": _id("mulighedsrum"),
        "title": _text("Mulighedsrum"),
        "takes": _BOARD,
        "zones": _ZONES,
        "x": Rule(example='{ title = "Vores indflydelse", low = "lille", high = "stor" }'),
        "y": Rule(example='{ title = "Betydning for trivslen", low = "lille", high = "stor" }'),
        "corners": _CORNER,
        "passes": Rule(example='["y", "x"]', allowed=("x", "y"), most=2),
    },
    p.Choice: {"id": _id("enkel"), "label": _text("Enkel at gøre", 40)},
    p.QuestionField: {
        "field": _FIELD,
        "label": _text("Målet", 40),
        "prompt": _text("Når det er lykkedes, så …"),
        "choices": Rule(example='[{ id = "enkel", label = "Enkel at gøre" }]', most=6),
    },
    p.Question: {
        "id": _id("opnaa"),
        "title": _text("Hvad vil vi opnå?"),
        "hint": _text("Hvordan ser en god dag ud?", 300),
        "strength": _text("Hvad vil vi holde fast i?"),
        "fields": Rule(example='[{ field = "goal" }]', least=1, most=4),
    },
    p.ActionColumn: {
        "field": Rule(example='"how"', allowed=p.ACTION_FIELDS),
        "label": _text("Måde", 24),
    },
    p.SmtteLetter: {
        "letter": _text("S", 1),
        "title": _text("Sammenhæng", 40),
        "prompt": _text("Hvorfor arbejder vi med det her?"),
        "field": _FIELD,
    },
    p.StatusStep: {"id": _id("i_gang"), "title": _text("I gang", 24)},
    p.PackMilestone: {
        "id": _id("rapport"),
        "title": _text("Rapporterne er klar"),
        "start": _DAY,
        "end": _DAY,
        "days": Rule(example="[2026-05-05, 2026-05-06]"),
        "months": Rule(example='["2026-08"]', pattern=r"20\d\d-(0[1-9]|1[0-2])"),
    },
    p.Due: {"anchor": Rule(example='"meeting"', refers="anchors"), "days": _number(-5, -999, 999)},
    p.PackTask: {
        "id": _id("book"),
        "text": _text("Book lokale"),
        "owner": Rule(example='"trio"', refers="owners"),
        "due": Rule(example='{ anchor = "meeting", days = -5 }'),
    },
    p.Aid: {
        "id": _id("afstemning"),
        "title": _text("Afstemning", 40),
        "tool": _TOOL,
        "when": _text("I er uenige om, hvad der er vigtigst"),
        "saves": _number(15, 0, 120),
        "heading": _text("Hvad betyder mest?"),
        "instruction": _WALL,
        "script": _SCRIPT,
        "tips": _TIPS,
    },
    p.PackStep: {
        "id": _id("saml"),
        "title": _text("Saml i temaer", 60),
        "minutes": _number(10, 1, 480),
        "tool": _TOOL,
        "heading": _text("Hvad hører sammen?"),
        "instruction": _WALL,
        "script": _SCRIPT,
        "tips": _TIPS,
        "point": _text("Saml i temaer – er alle enige?"),
        "least": _number(6, 0, 480),
        "aids": Rule(most=6),
    },
    p.PackItem: {
        "id": _id("velkomst"),
        "title": _text("Velkomst", 60),
        "minutes": _number(40, 1, 480),
        "speaker": Rule(example='"leder"', refers="roles"),
        "purpose": _text("Formål, program og roller"),
        "tool": _TOOL,
        "instruction": _WALL,
        "points": _texts("Én ting pr. gul seddel"),
        "script": _SCRIPT,
        "tips": _TIPS,
        "materials": _texts("Procesguide"),
        "each": _texts("Postkort"),
        "least": _number(6, 0, 480),
        "at": Rule(example="09:00:00", least=0, most=1439, clock=True),
        "steps": Rule(most=12),
        "aids": Rule(most=6),
    },
    p.Span: {"least": _number(3, 0, 999), "most": _number(5, 0, 999)},
    p.PackMeeting: {
        "id": _id("workshop"),
        "title": _text("Trivselsdialog", 60),
        "minutes": _span(120, 180),
        "breaks": _span(1, 2),
        "items": Rule(least=1, most=40),
        "start": Rule(example="13:00:00", least=0, most=1439, clock=True),
        "variant_of": Rule(example='["trin1", "trin2"]', refers="meetings", most=6, alone=True),
        "way": _text("Alt på ét møde", 60),
        "way_hint": _text("Når alle er samlet en hel formiddag", 200),
    },
    p.ListEntry: {
        "title": _text("Sygefravær"),
        "tag": _text("Anonymt – kræver fem svar", 60),
        "was": _texts("Social kapital", 12),
    },
    p.InvitationForm: {
        "title": _text("Kom og tal trivsel med os", 80),
        "asked": _text("Det kan du tænke over inden"),
        "questions": Rule(example='["Hvad fungerer godt hos os?"]', least=1, most=8),
        "opening": _text("Vi holder et møde om, hvordan vi har det på arbejdet.", 300),
        "bring": _text("Læs rapporten, før du kommer.", 300),
        "closing": _text("Vi glæder os til at høre, hvad du siger.", 300),
        "meetings": Rule(example='["workshop"]', refers="meetings", most=20),
    },
    p.PackList: {"id": _id("temaer"), "title": _text("Temaer i målingen")},
    p.FormColumn: {"id": _id("leder"), "title": _text("Lederens ord", 40)},
    p.RowColumn: {
        "id": _id("ansvarlig"),
        "title": _text("Hvem", 40),
        "kind": Rule(example='"person"', allowed=forms.CELL_KINDS),
    },
    p.FormChoice: {
        "id": _id("moede"),
        "label": _text("Tag det op på et fast møde"),
        "hint": _text("En idé fra en anden proces", 200),
        "days": _number(14, 0, 400),
        "months": _number(1, 0, 24),
    },
    p.FormField: {
        "id": _id("gik_godt"),
        "label": _text("Hvad gik godt?", 200),
        "kind": Rule(example='"text"', allowed=forms.FIELD_KINDS),
        "hint": _text("Tænk både på stort og småt.", 300),
        "prompt": _text("Skriv det vigtigste"),
        "count": _number(3, 0, 12),
        "cells": Rule(example='[{ id = "tiltag", title = "Hvad gør vi?" }]', most=5),
        "choices": Rule(example='[{ id = "ja", label = "Ja" }, { id = "nej", label = "Nej" }]', most=20),
        "low": _text("slet ikke", 30),
        "high": _text("i høj grad", 30),
        "examples": _texts("Alle kender aftalerne", 8),
        "prefill": Rule(example='"goal"', allowed=forms.PREFILLS),
        "follows": _id("rytme"),
    },
    p.Form: {
        "id": _id("evaluering"),
        "title": _text("Evaluering", 60),
        "fields": Rule(example='[{ id = "gik_godt", label = "Hvad gik godt?" }]', least=1, most=40),
        "hint": _text("Svar kort. Det vigtigste først.", 300),
        "place": Rule(example='"follow"', allowed=forms.FORM_PLACES),
        "per": Rule(example='"initiative"', allowed=forms.FORM_SUBJECTS),
        "columns": Rule(example='[{ id = "leder", title = "Lederens ord" }]', most=3),
        "by": Rule(example='["leder", "amr"]', refers="roles"),
        "max_pages": _number(1, 0, 20),
        "source": _text("Egne ord efter kommunens program", 300),
    },
    p.PulseQuestion: {
        "id": _id("bedre"),
        "text": Rule(
            example='"Er det gået bedre med {tema} {periode}?"', most=200, filled=("tema", "periode")
        ),
        "kind": Rule(example='"scale"', allowed=PULSE_KINDS),
        "polarity": Rule(example='"better"', allowed=POLARITIES),
    },
    p.PulseForm: {
        "questions": Rule(example='[{ id = "bedre", text = "Er det blevet bedre?" }]', least=1, most=6),
        "low": _text("slet ikke", 30),
        "high": _text("i høj grad", 30),
        "period": _text("det sidste halve år", 60),
        "min_n": _number(LEAST_ANSWERS, LEAST_ANSWERS, 500),
        "intro": _text("Svar ærligt. Ingen kan se, hvem der har svaret hvad.", 200),
    },
    p.PixiForm: {
        "title": _text("Det ved vi nu", 80),
        "board": _BOARD,
        "intro": _text("Om børn og unges trivsel på tværs.", 300),
        "minutes": _number(3, 1, 30),
        "most": _number(6, 1, 12),
        "further": _text("Læs mere i den samlede rapport.", 200),
        "report_title": _text("Samlet rapport", 80),
        "method": _text("Sedlerne er samlet på tværs af afdelinger.", 600),
    },
    p.ReportForm: {
        "title": _text("Afrapportering", 80),
        "recipient": _text("Til MED-udvalget"),
        "unit_label": _text("Arbejdsplads", 30),
        "authors_label": _text("Leder og AMR", 30),
        "author_roles": Rule(example='["leder", "amr"]', refers="roles"),
        "status_title": _text("Status for året"),
        "success_question": _text("Hvad er lykkedes?"),
        "reason_question": _text("Hvorfor lykkedes det?"),
        "lines": _number(3, 1, 6),
        "areas_title": _text("Vores indsatsområder", 80),
        "area_label": _text("Indsatsområde", 30),
        "name_label": _text("Navn", 30),
        "goal_label": _text("Mål", 30),
        "actions_label": _text("Tiltagene", 30),
    },
    p.Ring: {
        "id": _id("staff"),
        "title": _text("Personalemøder", 40),
        "words": _texts("personalemøde", 12),
    },
    p.WheelEvent: {
        "id": _id("apv"),
        "title": _text("Ny APV"),
        "ring": Rule(example='"staff"', refers="rings"),
        "kind": Rule(example='"apv"', allowed=p.EVENT_KINDS),
        "due": Rule(example='{ anchor = "meeting", days = 14 }'),
        "months": _number(3, 0, 120),
        "every_months": _number(12, 0, 120),
        "hint": _text("Se på hele arbejdsmiljøet.", 300),
        "form": Rule(example='"evaluering"', refers="forms"),
        "source": _text("Vores forslag"),
    },
    p.Wheel: {
        "rings": Rule(example='[{ id = "staff", title = "Personalemøder" }]', least=1, most=6),
        "events": Rule(most=40),
    },
    p.Handin: {
        "id": _id("handleplan"),
        "title": _text("Handleplanerne skrives ind"),
        "kind": Rule(example='"copy"', allowed=p.HANDIN_KINDS),
        "to": _text("Kommunens system"),
        "due": Rule(example='"frist"', refers="milestones"),
        "countdown": _text("Handleplanerne tastes ind", 60),
    },
    p.ApvForm: {
        "title": _text("APV-handlingsplan", 80),
        "sickness_question": _text("Er der noget i arbejdet, der giver sygefravær?", 200),
        "sickness_hint": _text("Skriv også, hvis I ikke fandt noget", 300),
        "problem_label": _text("Problem", 30),
        "measure_label": _text("Tiltag", 30),
        "owner_label": _text("Ansvarlig", 30),
        "time_label": _text("Tidsplan", 30),
        "followup_label": _text("Opfølgning", 30),
    },
    p.CopySheet: {
        "title": _text("Kopiark", 60),
        "system": _text("Kommunens system", 60),
        "fields": Rule(least=1, most=20),
        "hint": _text("Ét tema ad gangen", 300),
    },
    p.CopyField: {
        "field": Rule(example='"goal"', allowed=p.TOLD_FIELDS),
        "label": _text("Mål", 60),
    },
    p.NewsForm: {
        "title": _text("Nyt om vores trivsel", 80),
        "opening": _text("Vi har talt om vores hverdag.", 300),
        "chosen_title": _text("Det går vi i gang med", 60),
        "lifted_title": _text("Det er løftet videre", 60),
        "solved_title": _text("Det er løst nu", 60),
        "closing": _text("Spørg trioen, hvis du vil vide mere.", 300),
    },
    tools.Write: {
        "board": _BOARD,
        "zones": _ZONES,
        "note": Rule(example='"gul"', refers="note_types"),
        "timer": _span(5, 8),
    },
    tools.OnBoard: {
        "board": _BOARD,
        "turn": _ZONES,
        "then": Rule(example='["pink"]', refers="note_types"),
        "by": Rule(example='"leder"', refers="roles"),
        "order": Rule(example='"round"', allowed=tools.ORDERS),
        "rule": _text("Kun korte, opklarende spørgsmål", 60),
    },
    tools.Round: {
        "prompt": _text("Sig én ting, du tager med dig"),
        "last": Rule(example='"leder"', refers="roles"),
    },
    tools.Sort: {"board": Rule(example='"bevare_forandre"', refers="boards")},
    tools.OnMatrix: {
        "matrix": Rule(example='"mulighedsrum"', refers="matrices"),
        "focus": Rule(example='"place"', allowed=tools.FOCUSES),
    },
    p.CircleRound: {
        "title": _text("Fortæl", 60),
        "minutes": _number(2, 1, 60),
        "who": Rule(example='"focus"', allowed=tuple(circle.WHO)),
    },
    tools.Circle: {
        "size": _span(3, 4),
        "rounds": Rule(
            example='[{ title = "Fortæl", minutes = 2, who = "focus" }]', least=1, most=circle.MOST_ROUNDS
        ),
        "prompts": _texts("Har du et eksempel?", 8),
        "source": _text("Runderne er vores forslag"),
    },
    tools.PlusMinus: {"lists": Rule(example='["guldkorn"]', refers="lists", least=1, most=9)},
    tools.Vote: {
        "zones": _ZONES,
        "matrix": Rule(example='"mulighedsrum"', refers="matrices"),
        "board": _BOARD,
        "votes": _number(2, 0, 20),
        "top": _span(3, 5),
        "ties": Rule(example='"room"', allowed=tools.TIES),
        "rest": Rule(example='"p"', allowed=tools.RESTS),
    },
    tools.Groups: {
        "size": _span(3, 5),
        "roles": Rule(example='[{ id = "tid", title = "Holder tiden" }]', most=8),
        "questions": _QUESTIONS,
        "plenary": _QUESTIONS,
        "minutes": _number(20, 0, 240),
    },
    p.RoleCard: {
        "id": _id("tid"),
        "title": _text("Holder tiden", 30),
        "hint": _text("Siger til i god tid", 80),
    },
    tools.Ask: {"done": Rule(example='["actions", "owner"]', allowed=tools.DONE)},
    tools.FillIn: {"form": Rule(example='"evaluering"', refers="forms")},
    tools.Pitch: {
        "form": Rule(example='"tale"', refers="forms"),
        "seconds": _number(60, 15, 600),
    },
    tools.OnPage: {"page": Rule(example='"status"', allowed=p.FOLLOW_PAGES)},
    tools.Examples: {"list": Rule(example='"eksempler"', refers="lists"), "word": _text("Kort", 20)},
    tools.Signup: {"each": _span(2, 5)},
    tools.Icebreaker: {
        "prompts": Rule(example='["Hvad giver dig energi på arbejdet?"]', least=1, most=20),
    },
    tools.Negative: {
        "question": _text("Hvordan lykkes vi med det?"),
        "turned": _text("Hvordan får vi det til at gå helt galt?"),
        "instead": _text("I stedet gør vi …", 40),
    },
}


def rule(cls: type, name: str) -> Rule:
    """The rule of a key; an empty one when the type says it all."""
    return RULES.get(cls, {}).get(name, Rule())
