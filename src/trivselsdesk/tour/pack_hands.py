"""What a trio does in each part of a meeting, whatever the process: write, sort, place, choose, agree."""

from __future__ import annotations

from dataclasses import replace
from itertools import cycle, islice

from trivselsdesk.domain.board import cards_of, matrix_view, sort_view
from trivselsdesk.domain.circle import PAUSED, left_from, rounds_of, steps, walk_of
from trivselsdesk.domain.commands.cards import ChooseCard, PlaceCard, SortCard
from trivselsdesk.domain.commands.circle import SetCircle
from trivselsdesk.domain.commands.forms import WriteAnswer
from trivselsdesk.domain.commands.groups import MakeGroups
from trivselsdesk.domain.commands.notes import AddNotes, GroupNotes
from trivselsdesk.domain.commands.plan import LaunchInitiative, WriteAction
from trivselsdesk.domain.commands.pulse import ClosePulse, GiveAnswers, OpenPulse
from trivselsdesk.domain.commands.rows import AddRow, EditFields
from trivselsdesk.domain.commands.tools import SetToolState
from trivselsdesk.domain.forms import entry_at, subjects
from trivselsdesk.domain.pack import Board, Form, Pack, Tool
from trivselsdesk.domain.pack.forms import PER_PERSON, TYPED
from trivselsdesk.domain.plan import active_initiatives
from trivselsdesk.domain.points import kept, points_now, round_of
from trivselsdesk.domain.pulse import least, write_marks
from trivselsdesk.domain.records import Initiative, Meeting, Note, Person, Pulse, PulseAnswer, new_id
from trivselsdesk.domain.tools import state_of
from trivselsdesk.ui.bridge import Bridge

NAMES = ("Birgit", "Sanne", "Mads", "Ulla", "Yasmin", "Peter", "Lone", "Erik")
SAID = (
    "Vi hjælper hinanden, når det brænder på",
    "Overleveringen om morgenen er hurtig og rar",
    "Vi griner sammen hver dag",
    "Nye kolleger bliver taget godt imod",
    "Vi mangler ro til at skrive færdigt",
    "Ingen ved, hvem der følger op",
    "Aftaler bliver glemt i travle uger",
    "Vi afbryder hinanden ved skrivebordet",
)
EACH, LAST = 2, 4
"""Notes for each zone, and for the last, where some of them become a theme."""
THEME = "Tid til det, vi aftaler"
WANTED = 2
"""Themes that go on: enough for two sheets beside each other."""


class Hands:
    """Works in one programme through the window's own bridge."""

    def __init__(self, bridge: Bridge, programme_id: str) -> None:
        self.bridge, self.key = bridge, programme_id

    @property
    def pack(self) -> Pack:
        """The process of the programme."""
        return self.bridge.pack(self.key)

    def come(self) -> None:
        """People, so that there is somebody to give the word to."""
        for name in NAMES:
            self.bridge.run(
                AddRow(programme_id=self.key, record=Person(id=new_id(), programme_id=self.key, name=name))
            )

    def hold_every_way(self) -> None:
        """A unit holds its meetings in one way only; the walk looks at all of them."""
        for meeting in self.bridge.book(self.key).of(Meeting):
            if meeting.set_aside:
                command = EditFields(
                    programme_id=self.key, kind=Meeting, id=meeting.id, values={"set_aside": False}
                )
                self.bridge.run(command)

    def work(self, tool: Tool) -> None:
        """Do what the room does with a tool; nothing where talking is all there is to it."""
        if tool.kind in ("write", "board"):
            self._write(self.pack.board(tool.params["board"]), tool)
        elif tool.kind == "sort":
            self._sort(self.pack.board(tool.params["board"]))
        elif tool.kind == "matrix":
            self._place(str(tool.params["matrix"]), choose=tool.params.get("focus") == "choose")
        elif tool.kind == "plusminus":
            self._mark(tool)
        elif tool.kind == "circle":
            self._sit_down(tool)
        elif tool.kind in ("questions", "groups", "signup", "closing"):
            self.agree()

    def agree(self) -> None:
        """Initiatives that somebody carries, chosen from what was written or made by hand."""
        bridge, key = self.bridge, self.key
        if not active_initiatives(bridge.book(key)):
            for board in self.pack.boards:
                if not board.takes:
                    for card in cards_of(bridge.book(key), self.pack, board)[:WANTED]:
                        self._choose(card.id)
        if not active_initiatives(bridge.book(key)):
            made = Initiative(id=new_id(), programme_id=key, name=THEME)
            bridge.run(AddRow(programme_id=key, record=made))
        for each in active_initiatives(bridge.book(key)):
            if not each.goal:
                values = {"goal": "Alle ved, hvem der gør hvad", "leads": NAMES[0]}
                bridge.run(EditFields(programme_id=key, kind=Initiative, id=each.id, values=values))
                action = {"title": "Vi siger det højt på mandagsmødet", "owner": NAMES[1]}
                bridge.run(
                    WriteAction(programme_id=key, action_id=new_id(), initiative_id=each.id, values=action)
                )

    def launch(self) -> None:
        """Set everything in motion."""
        self.agree()
        steps = self.pack.status_steps
        for each in active_initiatives(self.bridge.book(self.key)):
            self.bridge.run(
                LaunchInitiative(
                    programme_id=self.key,
                    initiative_id=each.id,
                    day=self.bridge.today(),
                    first_status=steps[0].id if steps else "",
                )
            )

    def fill_in(self, form: Form) -> None:
        """One answer in a form, where it has a question that is typed and somebody to be about."""
        typed = next((each for each in form.fields if each.kind in TYPED and each.kind != "date"), None)
        book = self.bridge.book(self.key)
        if typed is None or form.per == PER_PERSON or form.confidential or not subjects(book, form):
            return
        entry = entry_at(book, form, subjects(book, form)[0].id, self.bridge.today())
        column = form.columns[0].id if form.columns and typed.kind in ("text", "lines") else ""
        self.bridge.run(
            WriteAnswer(programme_id=self.key, entry=entry, field=typed.id, column=column, text=SAID[0])
        )

    def _write(self, board: Board, tool: Tool) -> None:
        if board.takes:
            self._sort(board)
            return
        bridge, key = self.bridge, self.key
        there = [each for each in bridge.book(key).of(Note) if each.board == board.id]
        named = tool.params.get("zones") or tool.params.get("turn")
        if there and not named:
            return
        held = {each.zone for each in there}
        wanted = [zone for zone in named or [each.id for each in board.zones] if zone not in held]
        if not wanted:
            return
        kind = next((each.id for each in self.pack.note_types if each.origin == "participant"), "")
        texts = islice(cycle(SAID), len(there), None)
        notes = tuple(
            Note(id=new_id(), programme_id=key, board=board.id, zone=zone, text=next(texts), kind=kind)
            for number, zone in enumerate(wanted, 1)
            for _ in range(LAST if number == len(wanted) else EACH)
        )
        bridge.run(AddNotes(programme_id=key, notes=notes))
        first, *rest = notes[1 - LAST :]
        bridge.run(
            GroupNotes(
                programme_id=key,
                ids=tuple(each.id for each in rest),
                onto=first.id,
                theme_id=new_id(),
                theme_name=THEME,
            )
        )

    def _sort(self, board: Board) -> None:
        view = sort_view(self.bridge.book(self.key), self.pack, board)
        for number, card in enumerate(view.waiting):
            zone = board.zones[number % len(board.zones)]
            self.bridge.run(SortCard(programme_id=self.key, surface=board.id, card_id=card.id, zone=zone.id))

    def _place(self, matrix_id: str, *, choose: bool) -> None:
        matrix = next(each for each in self.pack.matrices if each.id == matrix_id)
        view = matrix_view(self.bridge.book(self.key), self.pack, matrix)
        for number, card in enumerate(view.waiting):
            x, y = (0.2 + 0.6 * (number % 2), 0.25 + 0.5 * (number // 2 % 2))
            self.bridge.run(PlaceCard(programme_id=self.key, surface=matrix.id, card_id=card.id, x=x, y=y))
        if choose and not view.chosen:
            for card, _, _ in matrix_view(self.bridge.book(self.key), self.pack, matrix).placed[:WANTED]:
                self._choose(card.id)

    def _sit_down(self, tool: Tool) -> None:
        """Small groups whose talk has begun."""
        bridge, key = self.bridge, self.key
        people = [each.id for each in bridge.book(key).ranked(Person)]
        each = max(2, int(tool.params["size"].most))
        laid = [people[start : start + each] for start in range(0, len(people), each)]
        groups = tuple((new_id(), "", tuple((person, "") for person in group)) for group in laid)
        meeting = bridge.book(key).meeting
        bridge.run(MakeGroups(programme_id=key, meeting_id=meeting.id, groups=groups))
        left = left_from(steps(rounds_of(bridge.book(key), tool), each), 0)
        walk = replace(walk_of(bridge.book(key), meeting), state=PAUSED, left=left - 30)
        bridge.run(SetCircle(programme_id=key, walk=walk))

    def _mark(self, tool: Tool) -> None:
        """Sheets of plus and minus, enough to be counted."""
        bridge, key, pack = self.bridge, self.key, self.pack
        book = bridge.book(key)
        points = points_now(book, pack, tool)
        if not points or round_of(book, book.meeting) is not None:
            return
        title = pack.lists[0].title if pack.lists else tool.kind
        fresh = Pulse(id=new_id(), programme_id=key, theme=title, points=kept(points))
        state = replace(state_of(book, book.meeting, tool.kind), mode=fresh.id)
        bridge.run(OpenPulse(programme_id=key, pulse=fresh))
        bridge.run(SetToolState(programme_id=key, state=state))
        for person in range(len(NAMES)):
            marks = {each.key: (place + person) % 3 + 1 for place, each in enumerate(points)}
            answer = PulseAnswer(id=new_id(), programme_id=key, pulse_id=fresh.id, marks=write_marks(marks))
            bridge.run(GiveAnswers(programme_id=key, answers=(answer,)))
        ids = tuple(new_id() for _ in NAMES)
        day, floor = bridge.today(), least(pack)
        bridge.run(ClosePulse(programme_id=key, pulse_id=fresh.id, day=day, least=floor, ids=ids))

    def _choose(self, card_id: str) -> None:
        self.bridge.run(
            ChooseCard(programme_id=self.key, card_id=card_id, chosen=True, initiative_id=new_id())
        )
