"""The APV plan (handlingsplan) as the law asks for it, made of what was agreed and carried further.

Source: BEK nr. 65 af 22. januar 2024 om systematisk arbejdsmiljøarbejde, changed by BEK nr. 799 af 24. juni
2024. A written plan holds, for what cannot be solved at once: the problem, the measure, who sees to it, and a
time schedule for carrying it out and for following it up. Sickness absence is to be considered as well
(003: P90). The four parts of an APV are listed in the guidance AT 1.3.1.
"""

from __future__ import annotations

from datetime import date, timedelta

from trivselsdesk.domain.book import Book
from trivselsdesk.domain.danish import format_date
from trivselsdesk.domain.due import told_due
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.lifts import CLOSED, STATUSES, card_title, escalation_of, lifted
from trivselsdesk.domain.months import months_on
from trivselsdesk.domain.pack import Pack
from trivselsdesk.domain.plan import active_initiatives
from trivselsdesk.domain.records import Action, ApvPlan, Initiative, Note, Theme
from trivselsdesk.domain.standing import must_act
from trivselsdesk.domain.told import (
    deeds_of,
    followup_words,
    is_marked,
    status_words,
    title_of,
    what_of,
)

PARTS = ("problem", "measure", "owner", "time", "followup")
"""The least that the law asks for, for each problem."""

LACKING = {
    "problem": "problem",
    "measure": "tiltag",
    "owner": "ansvarlig",
    "time": "tidsplan",
    "followup": "opfølgning",
}
"""What is said of a part that is missing, behind »Mangler«."""

MOST_MONTHS = 36
"""All conditions are looked at anew at least every third year."""


@dataclass(frozen=True)
class ApvDeed:
    """A measure: what is done, who sees to it, by when."""

    title: str
    owner: str
    time: str
    status: str = ""


@dataclass(frozen=True)
class ApvLine:
    """One problem of the plan."""

    initiative_id: str
    """Empty for something that was carried further."""
    card_id: str
    problem: str
    cause: str
    goal: str
    deeds: tuple[ApvDeed, ...]
    followup: str
    marked: bool
    """It always calls for action (003: D15)."""
    route: str
    """To whom it was carried, such as »Løftes til MED«; empty for the unit's own."""
    missing: tuple[str, ...]
    """Which of ``PARTS`` are not there yet."""


@dataclass(frozen=True)
class ApvState:
    """The plan as a whole: how many lines have all, what is missing, and whether sickness was considered."""

    lines: tuple[ApvLine, ...]
    sickness: str
    revised: date | None

    @property
    def complete(self) -> int:
        """How many lines have everything that the law asks for."""
        return sum(1 for each in self.lines if not each.missing)

    @property
    def ready(self) -> bool:
        """Whether the plan can stand as it is."""
        return bool(self.lines) and self.complete == len(self.lines) and bool(self.sickness.strip())


def apv_plan(book: Book, pack: Pack) -> ApvState:
    """The plan: every initiative, also those that always call for action, and everything carried further."""
    extra = book.find(ApvPlan, book.programme.id)
    own = active_initiatives(book)
    lines = [_line(book, pack, each) for each in own]
    taken = {each.card_id for each in own if each.card_id}
    labels = {each.id: each.label for each in pack.lifts}
    for target, cards in lifted(book).items():
        lines += [_carried(book, card, labels.get(target, target)) for card in cards if card.id not in taken]
    return ApvState(tuple(lines), extra.sickness if extra else "", extra.revised if extra else None)


def renew_by(revised: date) -> date:
    """The last day on which all conditions must have been looked at anew (every third year)."""
    return months_on(revised, MOST_MONTHS) or revised + timedelta(days=3 * 365)


def _line(book: Book, pack: Pack, initiative: Initiative) -> ApvLine:
    deeds = deeds_of(book, initiative)
    followup = followup_words(initiative)
    there = {
        "problem": bool(initiative.name.strip() or initiative.why.strip()),
        "measure": bool(deeds),
        "owner": bool(deeds) and all(each.owner.strip() for each in deeds),
        "time": bool(deeds) and all(told_due(book, each) for each in deeds),
        "followup": initiative.followup_day is not None,
    }
    return ApvLine(
        initiative_id=initiative.id,
        card_id=initiative.card_id,
        problem=title_of(initiative),
        cause=initiative.why.strip(),
        goal=initiative.goal.strip(),
        deeds=tuple(_deed(book, pack, initiative, each) for each in deeds),
        followup=followup,
        marked=is_marked(book, initiative),
        route="",
        missing=tuple(part for part in PARTS if not there[part]),
    )


def _deed(book: Book, pack: Pack, initiative: Initiative, action: Action) -> ApvDeed:
    status = status_words(pack, action) if initiative.launched else ""
    return ApvDeed(what_of(action), action.owner.strip(), told_due(book, action), status)


def _carried(book: Book, card: Note | Theme, label: str) -> ApvLine:
    """Something that the unit cannot decide: carrying it to those who can is the measure (003: D16, X10).

    Who carries it, when an answer is expected and what came of it stand where a lift is seen to.
    """
    note = escalation_of(book, card)
    marked = must_act(book, card)
    problem = card_title(card)
    if marked and isinstance(card, Note):
        # The words of one note could point at somebody; a theme has been named by everybody.
        problem = "En sag, der altid kræver handling"
    carrier, answer = note.carrier.strip(), " ".join(note.answer.split())
    expected = f"svar ventes {format_date(note.expected)}" if note.expected else ""
    sent = f"sendt {format_date(note.sent)}" if note.sent else ""
    step = dict(STATUSES).get(note.status, "")
    there = {
        "problem": bool(problem),
        "measure": True,
        "owner": bool(carrier),
        "time": note.sent is not None or note.expected is not None,
        "followup": note.expected is not None or bool(answer) or note.status == CLOSED,
    }
    return ApvLine(
        initiative_id="",
        card_id=card.id,
        problem=problem,
        cause=note.reason.strip(),
        goal="",
        deeds=(ApvDeed(label, carrier, sent or expected, step),),
        followup=" · ".join(each for each in (expected, answer) if each) or step,
        marked=marked,
        route=label,
        missing=tuple(part for part in PARTS if not there[part]),
    )
