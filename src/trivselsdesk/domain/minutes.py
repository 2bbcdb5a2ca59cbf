"""The minutes (*referat*) as words: what was gone through, written down and agreed, ready to be set.

Nobody is named as the author of a note. For those who were away it is the summary (003: P79).
"""

from __future__ import annotations

from datetime import date, datetime

from trivselsdesk.domain import agenda
from trivselsdesk.domain.actual import ActualItem, ActualMeeting, actual
from trivselsdesk.domain.board import board_view, parked_cards
from trivselsdesk.domain.book import Book
from trivselsdesk.domain.commands.notes import must_act
from trivselsdesk.domain.danish import format_clock, format_date, join_names, plural
from trivselsdesk.domain.due import told_due
from trivselsdesk.domain.follow import followups_held
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.lifts import escalation_of, lifted_in_sight
from trivselsdesk.domain.own_words import with_own_words
from trivselsdesk.domain.pack import MEETING_GROUP, Pack
from trivselsdesk.domain.pack.surfaces import subject_of
from trivselsdesk.domain.people import holders
from trivselsdesk.domain.plan import actions_of, active_initiatives
from trivselsdesk.domain.records import Action, Initiative, Meeting, Note, Person, Remark, Theme
from trivselsdesk.domain.remarks import RemarkPart, attendance, remark_parts
from trivselsdesk.domain.sheets import first_boards
from trivselsdesk.domain.told import what_of
from trivselsdesk.domain.tools import MET_WORDS, expectations_of
from trivselsdesk.domain.tracks import Tracked, told


@dataclass(frozen=True)
class MinutesRemark:
    """Something the opsamler wrote down."""

    clock: str
    kind: str
    text: str
    part: str = ""
    """The step it was said in; empty for the item itself."""


@dataclass(frozen=True)
class MinutesItem:
    """A row of the drejebog as it went."""

    title: str
    planned: str
    """Such as »13.20 · 40 min«."""
    actual: str
    """The same as it really went; empty for a part that the meeting did not come to."""
    remarks: tuple[MinutesRemark, ...]
    pause: bool


@dataclass(frozen=True)
class MinutesDeed:
    """An action: what, with whom, who sees to it, by when."""

    title: str
    people: str
    owner: str
    due: str


@dataclass(frozen=True)
class MinutesInitiative:
    """A decision with its actions."""

    title: str
    must_act: str
    """The words of the mark »kræver handling«, or empty."""
    why: str
    goal: str
    deeds: tuple[MinutesDeed, ...]
    followup: str
    news: str


@dataclass(frozen=True)
class Minutes:
    """The whole paper. What is empty was not written, and is left out."""

    heading: str
    facts: str
    unfinished: bool
    """Printed before the meeting was over."""
    present: tuple[str, ...]
    away: tuple[str, ...]
    guests: tuple[str, ...]
    """Those who held a role without taking part."""
    roles: tuple[tuple[str, str], ...]
    items: tuple[MinutesItem, ...]
    expectations: tuple[tuple[str, str], ...]
    """What people hoped for, and how it held; empty where nobody has said."""
    loose: tuple[MinutesRemark, ...]
    """Remarks whose part is no longer in the drejebog."""
    themes: tuple[tuple[str, tuple[str, ...]], ...]
    """Title of each zone of the first board, and its themes."""
    initiatives: tuple[MinutesInitiative, ...]
    lifts: tuple[tuple[str, str], ...]
    """What is carried further, and to whom."""
    told: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    """What is already being seen to: the heading, and for each what it is and what is done."""
    parked: tuple[str, ...]
    parking_title: str
    coming: tuple[str, ...]
    """The next meeting, and when what was agreed is looked at again."""
    unit: str
    printed: str


def minutes(book: Book, pack: Pack, meeting: Meeting, now: datetime) -> Minutes:
    """The minutes of ``meeting`` as they stand, printed ``now`` (local time)."""
    today = now.date()
    went = actual(book, meeting, now.timestamp())
    pack = with_own_words(pack, book)
    present, away = attendance(book, meeting)
    unit = book.programme.name.strip()
    parts = remark_parts(book, meeting)
    labels = {each.id: each.label for each in pack.lifts}
    return Minutes(
        heading=" i ".join(each for each in (pack.fill(meeting.title).strip(), unit) if each) or "Mødet",
        facts=_facts(book, meeting, went),
        unfinished=went.state != "ended",
        present=tuple(_name(each) for each in present if each.name.strip()),
        away=tuple(_name(each) for each in away if each.name.strip()),
        guests=_guests(book, pack),
        roles=tuple(
            (role.title, ", ".join(each.name for each in holders(book, role.id)))
            for role in pack.roles
            if role.group == MEETING_GROUP and holders(book, role.id)
        ),
        items=tuple(_item(pack, each, parts) for each in went.items),
        loose=tuple(
            _remark(pack, each) for part in parts if part.item is None for each in part.remarks if each.text
        ),
        expectations=tuple(
            (_line(each.text), MET_WORDS.get(each.met, "")) for each in expectations_of(book, meeting.id)
        ),
        themes=_themes(book, pack),
        initiatives=tuple(_initiative(book, pack, each) for each in active_initiatives(book)),
        lifts=tuple(
            (_title(card), _lift_words(book, card, labels.get(target, "")))
            for target, cards in lifted_in_sight(book).items()
            for card in cards
            if _title(card)
        ),
        told=tuple(
            (track.wall, tuple(words for each in notes if (words := _told_words(each))[0]))
            for track, notes in told(book, pack)
        ),
        parked=tuple(card.title.strip() for card in parked_cards(book, pack) if card.title.strip()),
        parking_title=pack.parking_title,
        coming=_coming(book, pack, meeting, today),
        unit=unit,
        printed=f"udskrevet {format_date(today)}",
    )


def _facts(book: Book, meeting: Meeting, went: ActualMeeting) -> str:
    day = _day(meeting.day) if meeting.day else "Dato ikke sat"
    planned = agenda.rows(book, meeting)
    start = format_clock(meeting.start)
    end = format_clock(planned[-1].end) if planned else ""
    if went.state == "ended" and went.started:
        start, end = _clock(went.started), _clock(went.ended) or end
    span = "–".join(each for each in (start, end) if each)
    facts = [day, f"kl. {span}", meeting.room.strip()]
    return " · ".join(each for each in facts if each)


def _name(person: Person) -> str:
    title = person.title.strip()
    return f"{person.name.strip()} ({title})" if title else person.name.strip()


def _guests(book: Book, pack: Pack) -> tuple[str, ...]:
    """Such as a borrowed facilitator: holds a role at the meeting and does not take part in it."""
    found: dict[str, str] = {}
    for role in pack.roles:
        if role.group == MEETING_GROUP:
            for person in holders(book, role.id):
                if not person.takes_part:
                    found[person.id] = _name(person)
    return tuple(found.values())


def _item(pack: Pack, row: ActualItem, parts: list[RemarkPart]) -> MinutesItem:
    titles = {row.item.id: ""} | {
        each.slot.id: each.slot.step.title for each in row.parts if each.slot.step is not None
    }
    remarks = [
        (remark, titles[part.slot_id])
        for part in parts
        if part.slot_id in titles
        for remark in part.remarks
        if remark.text
    ]
    remarks.sort(key=lambda each: each[0].at)
    return MinutesItem(
        title=pack.fill(row.item.title).strip(),
        planned=f"{_clock(row.planned_start)} · {row.planned_minutes} min",
        actual=f"{_clock(row.started)} · {round(row.minutes)} min" if row.started else "",
        remarks=tuple(_remark(pack, remark, pack.fill(step)) for remark, step in remarks),
        pause=row.item.tool == agenda.BREAK,
    )


def _remark(pack: Pack, remark: Remark, step: str = "") -> MinutesRemark:
    kind = next((each.label for each in pack.remark_kinds if each.id == remark.kind), "")
    return MinutesRemark(_clock(remark.at), kind, remark.text.strip(), step)


def _themes(book: Book, pack: Pack) -> tuple[tuple[str, tuple[str, ...]], ...]:
    found = []
    for board in first_boards(book, pack):
        about = book.find(Initiative, subject_of(board.id))
        name = f" – {about.name.strip()}" if about and about.name.strip() else ""
        for zone in board_view(book, board).zones:
            names = [
                f"{each.theme.name.strip()} ({plural(each.count, 'seddel', 'sedler')})"
                for each in zone.themes
                if each.theme.name.strip()
            ]
            loose = sum(each.count for each in zone.themes if not each.theme.name.strip())
            loose += zone.count - sum(each.count for each in zone.themes)
            if loose:
                names.append(f"uden tema ({plural(loose, 'seddel', 'sedler')})")
            if names:
                found.append((pack.fill(zone.zone.title) + name, tuple(names)))
    return tuple(found)


def _initiative(book: Book, pack: Pack, initiative: Initiative) -> MinutesInitiative:
    card = book.find(Theme, initiative.card_id) or book.find(Note, initiative.card_id)
    marked = card is not None and must_act(book, card)
    return MinutesInitiative(
        title=initiative.name.strip() or "Uden navn",
        must_act=pack.always_act.short if pack.always_act and marked else "",
        why=_line(initiative.why),
        goal=_line(initiative.goal),
        deeds=tuple(_deed(book, each) for each in actions_of(book, initiative.id) if each.title.strip()),
        followup=_followed(book, initiative),
        news=_line(initiative.news),
    )


def _deed(book: Book, action: Action) -> MinutesDeed:
    return MinutesDeed(
        title=what_of(action),
        people=_line(action.people),
        owner=_line(action.owner),
        due=told_due(book, action),
    )


def _followed(book: Book, initiative: Initiative) -> str:
    """When it is looked at again, and when it has been."""
    held = [format_date(each) for each in followups_held(book, initiative.id)]
    parts = (followup_words(initiative), f"fulgt op {join_names(held)}" if held else "")
    return " · ".join(each for each in parts if each)


def followup_words(initiative: Initiative) -> str:
    """When, where and by whom an initiative is looked at again, such as »17. juni 2026 · Karin«."""
    day = format_date(initiative.followup_day) if initiative.followup_day else ""
    place, owner = _line(initiative.followup_place), _line(initiative.followup_owner)
    return " · ".join(each for each in (day, place, owner) if each)


def _lift_words(book: Book, card: Note | Theme, label: str) -> str:
    """»Løftes til MED · Sanne bærer det videre · svar ventes 24. juni 2026«."""
    note = escalation_of(book, card)
    facts = [
        label,
        f"{_line(note.carrier)} bærer det videre" if note.carrier.strip() else "",
        f"svar ventes {format_date(note.expected)}" if note.expected and not note.answer.strip() else "",
        f"svar: {_line(note.answer)}" if note.answer.strip() else "",
    ]
    return " · ".join(each for each in facts if each)


def _told_words(each: Tracked) -> tuple[str, str]:
    """What it is, and what is done about it, by whom and by when."""
    seen_to = each.seen_to
    facts = [each.done if each.about else "", _line(seen_to.carrier)]
    facts.append(format_date(seen_to.expected) if seen_to.expected else "")
    return each.about or each.done, " · ".join(fact for fact in facts if fact)


def _coming(book: Book, pack: Pack, meeting: Meeting, today: date) -> tuple[str, ...]:
    """The meetings that come after this one, then the days of follow-up in order."""
    held = meeting.day or today
    lines = [
        f"{_day(each.day)} kl. {format_clock(each.start)}: {pack.fill(each.title)}"
        for each in book.meetings()
        if each.id != meeting.id and each.day is not None and each.day >= held
    ]
    followed = [each for each in active_initiatives(book) if each.followup_day is not None]
    for each in sorted(followed, key=lambda one: one.followup_day or date.max):
        assert each.followup_day is not None
        facts = [_line(each.followup_place), _line(each.followup_owner)]
        words = ", ".join(fact for fact in facts if fact)
        name = each.name.strip() or "Uden navn"
        line = f"{_day(each.followup_day)}: Vi følger op på »{name}«"
        lines.append(f"{line} ({words})" if words else line)
    return tuple(lines)


def _title(card: object) -> str:
    return str(getattr(card, "name", "") or getattr(card, "text", "")).strip()


def _day(day: date) -> str:
    words = format_date(day, weekday=True)
    return words[:1].upper() + words[1:]


def _clock(moment: float) -> str:
    """Seconds since 1970 as local clock time; empty for 0."""
    if moment <= 0:
        return ""
    local = datetime.fromtimestamp(moment)
    return format_clock(local.hour * 60 + local.minute)


def _line(text: str) -> str:
    return " ".join(text.split())
