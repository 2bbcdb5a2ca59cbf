"""Builds the example programme from its text, as it stands at one of five moments."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any

from trivselsdesk.domain.agenda import Slot, slots
from trivselsdesk.domain.book import Book, Put
from trivselsdesk.domain.lifts import followed_up
from trivselsdesk.domain.pack import Pack, PackMilestone
from trivselsdesk.domain.pulse import write_marks
from trivselsdesk.domain.records import (
    Action,
    AgendaItem,
    ClockState,
    Escalation,
    Initiative,
    Note,
    Person,
    Placement,
    Pulse,
    PulseAnswer,
    Record,
    Remark,
    Report,
    RoleHolder,
    SlotLog,
    StatusChange,
    Task,
    Theme,
    ThemeTime,
    new_id,
)
from trivselsdesk.domain.setup import MEETING_ANCHOR, new_programme
from trivselsdesk.domain.standing import placement_id
from trivselsdesk.packs.example_text import Plain, StagedText, read

STAGES: dict[str, datetime] = {
    "prepare": datetime(2026, 5, 12, 9, 0),
    "board": datetime(2026, 5, 20, 13, 39, 48),
    "matrix": datetime(2026, 5, 20, 14, 20, 25),
    "plan": datetime(2026, 5, 20, 14, 53, 40),
    "follow": datetime(2026, 6, 5, 10, 0),
}
"""The stages in order, and the local moment that each one shows."""
STEP_MINUTES = 5
LAST_MINUTE = 23 * 60 + 55


def build_example(
    pack: Pack,
    toml_text: str,
    stage: str = "plan",
    shift_days: int = 0,
    *,
    paused: bool = False,
    moment: datetime | None = None,
    make_id: Callable[[], str] = new_id,
) -> tuple[Record, ...]:
    """All records of the example at ``stage``, every date moved by ``shift_days``.

    With ``moment`` (local time) the stage is moved to then instead: its day, and while its meeting is
    on also the hours of the meeting, to the nearest five minutes and without leaving the day.

    The meeting's clock runs towards the moment of the stage (moved as well); ``paused`` stores it
    held, with as much time left as it has at that moment. Raises ValueError when the text holds a
    key, a name or a stage that is not known, or does not fit the pack.
    """
    if stage not in STAGES:
        raise ValueError(f"stage {stage}")
    if moment is not None:
        shift_days = (moment.date() - STAGES[stage].date()).days
    shift = timedelta(days=shift_days)
    text = StagedText(read(toml_text, tuple(STAGES)), tuple(STAGES), stage, shift)
    head = text.plain["programme"]
    fresh = new_programme(_moved(pack, shift), head["name"], head["created"] + shift, make_id)
    later = _later(text, moment) if moment is not None else 0
    layer = _Layer(pack, text, make_id, Book(fresh), later)
    try:
        layer.lay(paused)
    except (LookupError, StopIteration, TypeError) as error:
        raise ValueError(f"{type(error).__name__}: {error}") from error
    return tuple(layer.book.everything())


def _moved(pack: Pack, shift: timedelta) -> Pack:
    """The pack with its milestones moved, so that all that is counted from them moves along."""
    return replace(pack, milestones=tuple(_moved_milestone(each, shift) for each in pack.milestones))


def _moved_milestone(milestone: PackMilestone, shift: timedelta) -> PackMilestone:
    # From the middle of the month, so that a few days do not carry a month into the next one.
    middles = [date.fromisoformat(f"{month}-15") + shift for month in milestone.months]
    return replace(
        milestone,
        start=milestone.start and milestone.start + shift,
        end=milestone.end and milestone.end + shift,
        days=tuple(day + shift for day in milestone.days),
        months=tuple(f"{day:%Y-%m}" for day in middles),
    )


def _minutes(clock: time) -> int:
    return clock.hour * 60 + clock.minute


def _later(text: StagedText, moment: datetime) -> int:
    """How many minutes later the meeting is held, so that what goes on in it goes on at the moment."""
    if not text.plain["clock"]["at"].get(text.stage):
        return 0
    wanted = (_minutes(moment.time()) - _minutes(STAGES[text.stage].time())) / STEP_MINUTES
    place = text.plain["meeting"]
    first, last = _minutes(place["start"]), _minutes(place["room_until"])
    return max(-first, min(round(wanted) * STEP_MINUTES, LAST_MINUTE - last))


@dataclass
class _Layer:
    """Lays the text over a fresh programme, one kind of record after the other."""

    pack: Pack
    text: StagedText
    make_id: Callable[[], str]
    book: Book
    later: int = 0
    """Minutes that the meeting is held later than the text says."""

    def lay(self, paused: bool) -> None:
        self._head()
        self._people()
        self._tasks()
        self._agenda()
        cards = self._cards()
        self._initiatives(cards)
        self._report()
        self._pulses()
        self._remarks()
        self._clock(paused)

    @property
    def key(self) -> str:
        return self.book.programme.id

    def _put(self, *records: Record) -> None:
        self.book.apply(self.book.changes([Put(record) for record in records]))

    def _head(self) -> None:
        head, place, meeting = self.text.plain["programme"], self.text.plain["meeting"], self.book.meeting
        self._put(
            replace(self.book.programme, core_task=head["core_task"], example=True),
            replace(
                meeting,
                day=self.text.day(place["day"]),
                start=_minutes(place["start"]) + self.later,
                room=place["room"],
                room_until=_minutes(place["room_until"]) + self.later,
            ),
        )

    def _people(self) -> None:
        for rank, (name, entry) in enumerate(self.text.plain["people"].items(), start=1):
            person = Person(
                id=self.make_id(),
                programme_id=self.key,
                rank=float(rank),
                name=name,
                title=entry.get("title", ""),
                takes_part=entry.get("takes_part", True),
            )
            self._put(person)
            for role in entry.get("roles", ()):
                self._put(
                    RoleHolder(
                        id=f"{self.key}:{self.pack.role(role).id}:{person.id}",
                        programme_id=self.key,
                        role=role,
                        person_id=person.id,
                    )
                )

    def _tasks(self) -> None:
        entries = dict(self.text.plain["tasks"])
        meeting_day = self.book.meeting.day
        for source in self.pack.tasks:
            entry = entries.pop(source.id, {})
            task = self.book.get(Task, f"{self.key}:task:{source.id}")
            due = task.due
            if task.due_anchor == MEETING_ANCHOR and meeting_day:
                due = meeting_day + timedelta(days=task.due_days)
            self._put(
                replace(
                    task,
                    text=entry.get("text", task.text),
                    owner=entry.get("owner", task.owner),
                    due=due,
                    done="done" in entry and self.text.reached(entry["done"]),
                )
            )
        _none_left("tasks", entries)

    def _agenda(self) -> None:
        entries = dict(self.text.plain["agenda"])
        for item in list(self.book.of(AgendaItem)):
            entry = entries.pop(item.pack_item, {})
            points = "\n".join(entry["points"]) if "points" in entry else item.points
            self._put(replace(item, materials=entry.get("materials", item.materials), points=points))
        _none_left("agenda", entries)

    def _cards(self) -> dict[str, str]:
        """Themes and notes with their places. Returns the id of each theme, by key."""
        board = next(each for each in self.pack.boards if not each.takes)
        zones = {zone.id for zone in board.zones}
        keys = {each["key"] for each in self.text.plain["themes"]}
        themes: dict[str, Theme] = {}
        for rank, entry in enumerate(self.text.plain["themes"], start=1):
            now = self.text.now(entry)
            if now is None:
                continue
            theme = Theme(
                id=self.make_id(),
                programme_id=self.key,
                rank=float(rank),
                board=board.id,
                zone=_known(now["zone"], zones),
                name=now["name"],
                **self._marks(now),
            )
            themes[entry["key"]] = theme
            self._put(theme)
            self._place(theme.id, now, rank)
            self._seen_to(theme.id, now)
        for rank, (entry, home) in enumerate(self._note_entries(), start=len(self.text.plain["themes"]) + 1):
            pink = entry.get("pink", False)
            now = self.text.now(entry, first="prepare" if pink else home["from"])
            if now is None:
                continue
            theme_key = now.get("theme") or home.get("key")
            # A theme of a later stage: the note is loose until then.
            seat = themes.get(_known(theme_key, keys)) if theme_key else None
            kind = self.pack.note_type("pink" if pink else "gul")
            note = Note(
                id=self.make_id(),
                programme_id=self.key,
                rank=float(rank),
                board=board.id,
                zone=seat.zone if seat else _known(home["zone"], zones),
                text=now["text"],
                kind=kind.id,
                theme_id=seat.id if seat else "",
                sealed=kind.sealed and (self.text.stage == "prepare" or "track" in now),
                parked=now.get("parked", False),
                track=_known(now.get("track", ""), {"", *(each.id for each in self.pack.tracks)}),
                **self._marks(now),
            )
            self._put(note)
            self._place(note.id, now, rank)
            self._seen_to(note.id, now)
        return {key: theme.id for key, theme in themes.items()}

    def _note_entries(self) -> Iterator[tuple[Plain, Plain]]:
        for home in (*self.text.plain["themes"], *self.text.plain["loose"]):
            for entry in home.get("notes", ()):
                yield entry, home

    def _place(self, card_id: str, now: Plain, rank: int) -> None:
        sorting = next(each for each in self.pack.boards if each.takes)
        surface, matrix = sorting.id, self.pack.matrices[0].id
        if "sort" in now:
            self._put(
                Placement(
                    id=placement_id(surface, card_id),
                    programme_id=self.key,
                    rank=float(rank),
                    surface=surface,
                    card_id=card_id,
                    zone=_known(now["sort"], {zone.id for zone in sorting.zones}),
                )
            )
        if "at" in now:
            x, y = now["at"]
            self._put(
                Placement(
                    id=placement_id(matrix, card_id),
                    programme_id=self.key,
                    surface=matrix,
                    card_id=card_id,
                    x=x,
                    y=y,
                )
            )

    def _seen_to(self, card_id: str, now: Plain) -> None:
        """How a lifted card, or a note on a track, is seen to."""
        words: dict[str, Any] = {name: now[name] for name in ("reason", "carrier", "answer") if name in now}
        days: dict[str, Any] = {
            name: self.text.day(now[name]) for name in ("sent", "expected") if name in now
        }
        if words or days:
            note = Escalation(id=card_id, programme_id=self.key, **words, **days)
            self._put(note if now.get("track") else followed_up(note))

    def _marks(self, now: Plain) -> dict[str, Any]:
        return {
            "always_act": now.get("must", False),
            "lift": now.get("lift", ""),
            "chosen": now.get("chosen", False),
            "votes": now.get("votes", 0),
            "parked_on": self.text.day(now["parked_on"]) if "parked_on" in now else None,
        }

    def _initiatives(self, cards: dict[str, str]) -> None:
        for rank, entry in enumerate(self.text.plain["initiatives"], start=1):
            now = self.text.now(entry)
            if now is None:
                continue
            theme = self.book.get(Theme, cards[now.pop("theme")])
            actions = now.pop("actions", [])
            now |= {name: self.text.day(now[name]) for name in ("followup_day", "launched") if name in now}
            initiative = Initiative(
                id=self.make_id(),
                programme_id=self.key,
                rank=float(rank),
                card_id=theme.id,
                name=theme.name,
                **now,
            )
            self._put(initiative)
            self._actions(initiative, actions)

    def _actions(self, initiative: Initiative, entries: list[Plain]) -> None:
        for rank, entry in enumerate(entries, start=1):
            now = self.text.now(entry)
            if now is None:
                continue
            status = now.get("status", "")
            action_id = self.make_id()
            self._put(
                Action(
                    id=action_id,
                    programme_id=self.key,
                    rank=float(rank),
                    initiative_id=initiative.id,
                    title=now["title"],
                    people=now["people"],
                    owner=now["owner"],
                    due=self.text.day(now["due"]),
                    status=status and _known(status, {step.id for step in self.pack.status_steps}),
                    status_note=now.get("note", ""),
                )
            )
            self._moves(action_id, now.get("moves", []))

    def _moves(self, action_id: str, moves: list[Plain]) -> None:
        """The history of an action's arrow, each move at noon of its day."""
        steps = {step.id for step in self.pack.status_steps}
        before = self.pack.status_steps[0].id if self.pack.status_steps else ""
        for move in moves:
            day, after = self.text.day(move["day"]), _known(move["to"], steps)
            self._put(
                StatusChange(
                    id=self.make_id(),
                    programme_id=self.key,
                    action_id=action_id,
                    day=day,
                    at=datetime.combine(day, time(12)).timestamp(),
                    before=before,
                    after=after,
                    who=move.get("who", ""),
                    note=move.get("note", ""),
                )
            )
            before = after

    def _report(self) -> None:
        now = self.text.now(self.text.plain["report"])
        if now is not None:
            self._put(
                replace(
                    self.book.get(Report, self.key),
                    day=self.text.day(now["day"]),
                    authors=now["authors"],
                    successes="\n".join(now["successes"]),
                    reasons="\n".join(now["reasons"]),
                )
            )

    def _pulses(self) -> None:
        """What was asked and answered, by themes; the answers come as they lie when a pulse is counted."""
        cards = {each.name: each.id for each in self.book.of(Initiative)}
        for rank, entry in enumerate(self.text.plain["pulses"], start=1):
            now = self.text.now(entry)
            if now is None:
                continue
            pulse = Pulse(
                id=self.make_id(),
                programme_id=self.key,
                rank=float(rank),
                theme=now["theme"],
                initiative_id=cards.get(now["theme"], ""),
                invited=now["invited"],
                opened=self.text.day(now["opened"]),
                closed=self.text.day(now["closed"]),
                texts_shown=now.get("texts_shown", False),
            )
            self._put(pulse)
            for answer in now["answers"]:
                given = {key: int(mark) for key, mark in answer.get("marks", {}).items()}
                self._put(
                    PulseAnswer(
                        id=self.make_id(),
                        programme_id=self.key,
                        pulse_id=pulse.id,
                        marks=write_marks(given),
                        text=answer.get("text", ""),
                    )
                )

    def _remarks(self) -> None:
        """What the opsamler has written down so far."""
        meeting, day = self.book.meeting, self.text.day(self.text.plain["meeting"]["day"])
        parts = {
            slot.step.pack_step if slot.step else slot.item.pack_item: slot.id
            for slot in slots(self.book, meeting)
        }
        kinds = {each.id for each in self.pack.remark_kinds}
        for entry in self.text.plain["remarks"]:
            now = self.text.now(entry)
            if now is None:
                continue
            at = datetime.combine(day, now["at"]) + timedelta(minutes=self.later)
            self._put(
                Remark(
                    id=self.make_id(),
                    programme_id=self.key,
                    meeting_id=meeting.id,
                    slot_id=parts[now["part"]],
                    at=at.timestamp(),
                    text=now["text"],
                    kind=_known(now["kind"], kinds) if "kind" in now else "",
                )
            )

    def _clock(self, paused: bool) -> None:
        """The parts as they really went, and the clock of the one under way."""
        took, parts = self.text.plain["clock"]["took"], self.text.plain["clock"]["at"]
        if self.text.stage not in parts:
            return
        meeting, running = self.book.meeting, parts[self.text.stage]
        place = self.text.plain["meeting"]
        later = timedelta(minutes=self.later)
        opening = datetime.combine(self.text.day(place["day"]), place["start"]) + later
        moment = (STAGES[self.text.stage] + self.text.shift + later).timestamp()
        clock = ClockState(
            id=meeting.id, programme_id=self.key, state="ended", meeting_started=opening.timestamp()
        )
        at = opening.timestamp()
        for slot in slots(self.book, meeting):
            name = slot.step.pack_step if slot.step else slot.item.pack_item
            log = SlotLog(id=slot.id, programme_id=self.key, meeting_id=meeting.id, started=at)
            if name == running:
                up = at + slot.minutes * 60
                state, deadline, left = "running", up, slot.minutes * 60.0
                self._theme_time(slot)
                if paused:
                    state, deadline, left = "paused", 0.0, up - moment
                self._put(
                    log,
                    replace(
                        clock,
                        state=state,
                        slot=slot.id,
                        started=at,
                        deadline=deadline,
                        left=left,
                        given=slot.minutes * 60.0,
                        held=moment if paused else 0.0,
                    ),
                )
                return
            seconds = took[name] * 60.0
            self._put(replace(log, ended=at + seconds, used=seconds))
            at += seconds
        if running:
            raise KeyError(running)
        self._put(clock)

    def _theme_time(self, slot: Slot) -> None:
        """In the part that takes the themes one by one: those that are set in motion have had their time."""
        themes = self.book.ranked(Initiative)
        had = [each.id for each in themes if each.launched is not None]
        waiting = [each.id for each in themes if each.launched is None]
        if slot.tool == "questions" and had and waiting:
            self._put(
                ThemeTime(
                    id=slot.id,
                    programme_id=self.key,
                    meeting_id=self.book.meeting.id,
                    initiative_id=waiting[0],
                    since=slot.minutes * 60.0 * len(had) / len(themes),
                    sharers=len(waiting),
                    had=" ".join(had),
                )
            )


def _known(name: str, names: set[str]) -> str:
    if name not in names:
        raise KeyError(name)
    return name


def _none_left(table: str, entries: Plain) -> None:
    if entries:
        raise KeyError(f"{table}: {', '.join(sorted(entries))}")
