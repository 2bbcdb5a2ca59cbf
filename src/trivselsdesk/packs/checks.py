"""Whether the parts of a pack fit together: sums, dates, zones of the right board, things that are needed."""

from __future__ import annotations

from collections.abc import Set

from trivselsdesk.domain.danish import format_clock
from trivselsdesk.domain.pack import (
    FOLLOW_PAGES,
    INITIATIVE_FIELDS,
    Board,
    Form,
    Pack,
    PackItem,
    PackMeeting,
    PackStep,
    Span,
    Tool,
)
from trivselsdesk.domain.pack.forms import (
    CHOICE,
    DATE,
    LAST_TIME,
    PER_INITIATIVE,
    PER_PERSON,
    ROWS,
    TEXT,
    TICKS,
)
from trivselsdesk.packs.faults import Faults, choices
from trivselsdesk.packs.files import MEETING_FOLDER, PACK_FILE
from trivselsdesk.packs.reader import Spot
from trivselsdesk.packs.rules import MEETING

PACK = Spot(PACK_FILE)


def check(pack: Pack, meeting_files: list[str], faults: Faults) -> None:
    """Add what does not fit to ``faults``. ``meeting_files`` follow the meetings of the pack."""
    checker = _Checker(pack, faults)
    checker.surfaces()
    checker.starting_notes()
    checker.dates()
    checker.words()
    checker.forms()
    checker.occasions()
    if not pack.meetings:
        checker.report(
            Spot(MEETING_FOLDER),
            "Pakken har intet møde.",
            "Læg en fil i mappen meetings, fx meetings/moede.toml.",
        )
    for meeting, file in zip(pack.meetings, meeting_files, strict=True):
        checker.meeting(meeting, Spot(file))
    checker.meeting_ids(meeting_files)


class _Checker:
    def __init__(self, pack: Pack, faults: Faults) -> None:
        self.pack = pack
        self.faults = faults
        self.zones = {board.id: [zone.id for zone in board.zones] for board in pack.boards}
        self.takes = {board.id: board.takes for board in pack.boards}

    def report(self, spot: Spot, problem: str, mend: str) -> None:
        """Add a fault, unless the same place has one already: one mistake, one sentence."""
        if not self.faults.touches(spot.file, spot.path):
            self.faults.add(spot.file, spot.path, problem, mend)

    def sound(self, *path: str) -> bool:
        """Whether that part of pack.toml was read without a fault, so that it may be held against others."""
        return not self.faults.touches(PACK_FILE, path)

    def surfaces(self) -> None:
        for place, board in enumerate(self.pack.boards):
            spot = PACK.down("boards", place)
            self._no_circle(board.id, spot)
            self._sheets(board, spot)
            self._in_board(board.taken, board.takes, spot.down("taken"))
            if board.taken and not board.takes:
                mend = "Skriv takes på tavlen, eller slet taken."
                self.report(spot.down("taken"), "Tavlen tager ikke fra nogen.", mend)
            keys: set[str] = set()
            for number, zone in enumerate(board.zones):
                if zone.key and zone.key in keys:
                    self.report(
                        spot.down("zones", number),
                        f"To felter har tegnet {zone.key}.",
                        "Giv hvert felt sit eget tegn.",
                    )
                keys.add(zone.key)
        for place, matrix in enumerate(self.pack.matrices):
            if self._has_sheets(matrix.takes):
                mend = "Slet per på den tavle, eller vælg en anden."
                where = PACK.down("matrices", place, "takes")
                self.report(where, f"Tavlen »{matrix.takes}« har et ark for hver indsats.", mend)
            self._in_board(matrix.zones, matrix.takes, PACK.down("matrices", place, "zones"))
            if matrix.passes and set(matrix.passes) != {"x", "y"}:
                self.report(
                    PACK.down("matrices", place, "passes"),
                    "passes skal nævne begge akser, hver en gang.",
                    'Skriv passes = ["x", "y"] eller ["y", "x"], eller slet linjen.',
                )
        if self.pack.boards and not any(each.origin == "participant" for each in self.pack.note_types):
            self.report(
                PACK.down("note_types"),
                "Deltagerne har ingen sedler.",
                'Opret en med origin = "participant".',
            )

    def _sheets(self, board: Board, spot: Spot) -> None:
        if board.per and board.takes:
            mend = "Slet per, eller slet takes."
            self.report(spot.down("per"), "En tavle, der tager fra en anden, kan ikke have ark.", mend)
        if self._has_sheets(board.takes):
            mend = "Slet per på den tavle, eller vælg en anden."
            self.report(spot.down("takes"), f"Tavlen »{board.takes}« har et ark for hver indsats.", mend)
        if board.minutes and not board.per:
            mend = 'Skriv per = "initiative", eller slet minutes.'
            self.report(spot.down("minutes"), "Kun en tavle med ark har minutter til hvert.", mend)

    def _has_sheets(self, board_id: str) -> bool:
        return any(each.id == board_id and each.per for each in self.pack.boards)

    def starting_notes(self) -> None:
        offers = any(zone.start for board in self.pack.boards for zone in board.zones)
        if offers and not any(each.origin == "pack" for each in self.pack.note_types):
            self.report(
                PACK.down("note_types"),
                "Felternes startsedler har ingen slags seddel.",
                'Opret en i [[note_types]] med origin = "pack".',
            )
        for place, board in enumerate(self.pack.boards):
            for number, zone in enumerate(board.zones):
                if zone.start and (board.takes or board.per):
                    self.report(
                        PACK.down("boards", place, "zones", number, "start"),
                        "En tavle, der tager fra en anden eller har ark, kan ikke have startsedler.",
                        "Flyt start til den anden tavle.",
                    )

    def _no_circle(self, board_id: str, spot: Spot) -> None:
        seen = [board_id]
        while self.takes.get(seen[-1]):
            following = self.takes[seen[-1]]
            if following in seen:
                self.report(
                    spot.down("takes"),
                    "Tavlerne tager fra hinanden i ring.",
                    "Lad den første tavle være uden takes.",
                )
                return
            seen.append(following)

    def _in_board(self, zones: tuple[str, ...], board_id: str, spot: Spot) -> None:
        known = self.zones.get(board_id, [])
        for place, zone in enumerate(zones):
            if zone not in known and known:
                self.report(
                    spot.down(place), f"Feltet »{zone}« er ikke på tavlen »{board_id}«.", choices(known)
                )

    def dates(self) -> None:
        for place, each in enumerate(self.pack.milestones):
            spot = PACK.down("milestones", place)
            if not (each.start or each.days or each.months):
                self.report(spot, "Milepælen har ingen dato.", "Skriv fx start = 2026-05-20.")
            if each.end and not each.start:
                self.report(
                    spot.down("end"), "Milepælen har en slutdato uden start.", "Skriv fx start = 2026-05-20."
                )
            elif each.start and each.end and each.end < each.start:
                self.report(spot.down("end"), "Milepælen slutter, før den begynder.", "Byt de to datoer om.")

    def words(self) -> None:
        for place, phase in enumerate(self.pack.phases):
            if phase.pages and "follow" not in (phase.room, *phase.also):
                self.report(
                    PACK.down("phases", place, "pages"),
                    "Kun rummet follow har sider.",
                    'Slet pages, eller skriv room = "follow" eller also = ["follow"].',
                )
        tables = {
            "report": ("[report]", self.pack.report),
            "apv": ("[apv]", self.pack.apv),
            "copy": ("[copy_sheet]", self.pack.copy_sheet),
            "news": ("[news]", self.pack.news),
        }
        for place, handin in enumerate(self.pack.handins):
            table, there = tables.get(handin.kind, ("", handin))
            if there is None and self.sound(table.strip("[]")):
                self.report(
                    PACK.down("handins", place, "kind"),
                    f"Det, der skal afleveres, mangler sine ord i {table}.",
                    f"Skriv tabellen {table} i pack.toml.",
                )
        if self.pack.status_steps and not any(step.done for step in self.pack.status_steps):
            self.report(
                PACK.down("status_steps"),
                "Statuspilen bliver aldrig færdig.",
                "Skriv done = true i det sidste trin.",
            )
        self._columns()
        self._pulse()
        used: set[str] = set()
        for place, question in enumerate(self.pack.questions):
            for number, box in enumerate(question.fields):
                if box.field in used:
                    spot = PACK.down("questions", place, "fields", number)
                    self.report(spot, f"Feltet »{box.field}« bruges i to spørgsmål.", "Vælg et andet felt.")
                used.add(box.field)
        for place, variable in enumerate(self.pack.variables):
            if "{" in variable.default + variable.label:
                self.report(
                    PACK.down("variables", place), "En variabel kan ikke bruge en anden.", "Skriv ordene ud."
                )

    def occasions(self) -> None:
        items = {meeting.id: [item.id for item in meeting.items] for meeting in self.pack.meetings}
        for place, occasion in enumerate(self.pack.occasions):
            for number, each in enumerate(occasion.words):
                known = items.get(each.meeting, [])
                if known and each.item not in known:
                    self.report(
                        PACK.down("occasions", place, "words", number, "item"),
                        f"Mødet »{each.meeting}« har intet punkt »{each.item}«.",
                        choices(known),
                    )

    def forms(self) -> None:
        for place, form in enumerate(self.pack.forms):
            self._form(form, PACK.down("forms", place))

    def _form(self, form: Form, spot: Spot) -> None:
        if len(form.columns) == 1:
            mend = "Skriv mindst to, eller slet columns."
            self.report(spot.down("columns"), "Én kolonne er det samme som ingen.", mend)
        if form.poster and form.per != PER_INITIATIVE:
            mend = 'Skriv per = "initiative" på skemaet, eller slet poster.'
            self.report(spot.down("poster"), "En plakat handler om en indsats.", mend)
        if form.confidential and form.place == "meeting":
            mend = 'Skriv place = "prepare" eller "follow".'
            self.report(spot.down("place"), "Et fortroligt skema hører ikke til på et møde.", mend)
        if form.confidential and form.poster:
            self.report(spot.down("poster"), "Et fortroligt skema kan ikke være en plakat.", "Slet poster.")
        rhythms = {
            each.id
            for each in form.fields
            if each.kind == CHOICE and any(one.days or one.months for one in each.choices)
        }
        for number, field in enumerate(form.fields):
            here = spot.down("fields", number)
            if field.follows and (field.follows not in rhythms or field.kind != DATE):
                mend = "Peg på et spørgsmål i skemaet, hvor choices har days eller months."
                self.report(here.down("follows"), "Datoen følger ikke af noget.", mend)
            if field.kind == ROWS and not field.cells:
                mend = 'Skriv fx cells = [{ id = "tiltag", title = "Hvad gør vi?" }].'
                self.report(here.down("cells"), "Tabellen har ingen kolonner.", mend)
            least = {CHOICE: 2, TICKS: 1}.get(field.kind, 0)
            if len(field.choices) < least:
                mend = 'Skriv fx choices = [{ id = "ja", label = "Ja" }, { id = "nej", label = "Nej" }].'
                self.report(here.down("choices"), "Spørgsmålet mangler noget at vælge mellem.", mend)
            if field.prefill in INITIATIVE_FIELDS and form.per != PER_INITIATIVE:
                mend = 'Skriv per = "initiative" på skemaet, eller slet prefill.'
                self.report(here.down("prefill"), "Skemaet handler ikke om en indsats.", mend)
            if field.prefill == LAST_TIME and not form.repeat:
                mend = "Skriv repeat = true på skemaet, eller slet prefill."
                self.report(here.down("prefill"), "Skemaet udfyldes kun én gang.", mend)

    def _columns(self) -> None:
        columns = [each.field for each in self.pack.action_columns]
        for place, field in enumerate(columns):
            if field in columns[:place]:
                spot = PACK.down("action_columns", place)
                self.report(spot, f"Kolonnen »{field}« står to gange.", "Slet den ene.")
        for field in ("title", "due"):
            if columns and field not in columns and self.sound("action_columns"):
                self.report(
                    PACK.down("action_columns"),
                    f"Kolonnen »{field}« mangler.",
                    f'Skriv [[action_columns]] og field = "{field}".',
                )

    def _pulse(self) -> None:
        form = self.pack.pulse
        if form is None:
            if self.pack.has_page("pulse") and self.sound("pulse"):
                self.report(PACK.down("phases"), "Siden pulse har ingen spørgsmål.", "Skriv dem med [pulse].")
            return
        spot = PACK.down("pulse", "questions")
        kinds = [each.kind for each in form.questions]
        if "scale" not in kinds and form.questions:
            self.report(spot, "Pulsen har intet spørgsmål på skalaen.", 'Skriv ét med kind = "scale".')
        if kinds.count("open") > 1:
            self.report(spot, "Pulsen har flere åbne spørgsmål.", 'Behold ét med kind = "open".')

    def meeting_ids(self, files: list[str]) -> None:
        seen = {MEETING: ""} | {each.id: "" for each in self.pack.milestones}
        for meeting, file in zip(self.pack.meetings, files, strict=True):
            if meeting.id in seen:
                other = seen[meeting.id]
                problem = f"»id« er brugt i {other}." if other else "»id« er brugt til noget andet."
                self.report(Spot(file).down("id"), problem, "Giv mødet sit eget id.")
            seen[meeting.id] = file
        self._variants(files)

    def _variants(self, files: list[str]) -> None:
        """A variant takes the place of meetings that are held as a rule, and is reached from a phase."""
        variants = {each.id for each in self.pack.meetings if each.variant_of}
        named = {each for phase in self.pack.phases for each in phase.meetings}
        for meeting, file in zip(self.pack.meetings, files, strict=True):
            spot = Spot(file).down("variant_of")
            if meeting.id in meeting.variant_of or variants & set(meeting.variant_of):
                mend = "Peg på de møder, der holdes, når ingen vælger noget andet."
                self.report(spot, "Mødet er en udgave af sig selv eller af en anden udgave.", mend)
            elif named & set(meeting.variant_of) and meeting.id not in named:
                mend = f"Skriv »{meeting.id}« i meetings under den fase, hvor mødet holdes."
                self.report(spot, "Udgaven står ikke i nogen fase.", mend)

    def meeting(self, meeting: PackMeeting, spot: Spot) -> None:
        total = meeting.length
        least, most = meeting.minutes.least, meeting.minutes.most
        if not least <= total <= most and not self.faults.touches(spot.file, ("items",)):
            self.report(
                spot.down("minutes"),
                f"Punkterne varer {total} minutter, men mødet skal vare {least}–{most}.",
                "Ret minutterne i punkterne eller her.",
            )
        pauses = sum(1 for item in meeting.items if item.tool.kind == "break")
        if pauses > meeting.breaks.most:
            self.report(
                spot.down("breaks"),
                f"Mødet har {pauses} pauser, men højst {meeting.breaks.most}.",
                "Ret tallet.",
            )
        self._clock(meeting, spot)
        for place, item in enumerate(meeting.items):
            self._item(item, spot.down("items", place))

    def _clock(self, meeting: PackMeeting, spot: Spot) -> None:
        """A fixed clock time may leave a gap before it, but nothing may run past it."""
        clock = meeting.start
        for place, item in enumerate(meeting.items):
            here = spot.down("items", place)
            if item.at is not None and item.at < clock and not self.faults.touches(spot.file, here.path):
                self.report(
                    here.down("at"),
                    f"Punktet begynder {format_clock(item.at)}, men det før slutter {format_clock(clock)}.",
                    "Flyt klokkeslættet, eller gør det før kortere.",
                )
            clock = (clock if item.at is None else item.at) + item.minutes

    def _item(self, item: PackItem, spot: Spot) -> None:
        self._tool(item.tool, spot.down("tool"))
        self._least(item, spot)
        self._aids(item, spot)
        for place, step in enumerate(item.steps):
            self._tool(step.tool, spot.down("steps", place, "tool"))
            self._least(step, spot.down("steps", place))
            self._aids(step, spot.down("steps", place), {each.id for each in item.aids})
        total = sum(step.minutes for step in item.steps)
        if item.steps and total != item.minutes and not self.faults.touches(spot.file, (*spot.path, "steps")):
            self.report(
                spot.down("minutes"),
                f"Trinene varer {total} minutter, men punktet {item.minutes}.",
                "De to tal skal være ens.",
            )

    def _least(self, part: PackItem | PackStep, spot: Spot) -> None:
        if part.least > part.minutes and not self.faults.touches(spot.file, (*spot.path, "minutes")):
            self.report(
                spot.down("least"),
                f"Mindst {part.least} minutter er mere end delens {part.minutes}.",
                "Gør least mindre.",
            )

    def _aids(self, part: PackItem | PackStep, spot: Spot, taken: Set[str] = frozenset()) -> None:
        for place, aid in enumerate(part.aids):
            if aid.id in taken:
                problem = f"»id« er »{aid.id}«, som et hjælpemiddel ved punktet også har."
                self.report(spot.down("aids", place, "id"), problem, "Giv hver sit id.")
            self._tool(aid.tool, spot.down("aids", place, "tool"))

    def _tool(self, tool: Tool, spot: Spot) -> None:
        board = str(tool.params.get("board", ""))
        for name in ("zones", "turn"):
            self._in_board(tool.params.get(name, ()), board, spot.down(name))
        if tool.kind == "sort" and self.takes.get(board) == "" and self.sound("boards"):
            self.report(
                spot.down("board"),
                f"Tavlen »{board}« tager ikke fra nogen.",
                "Skriv takes på tavlen i pack.toml.",
            )
        votes = tool.kind == "matrix" and tool.params.get("focus") == "votes"
        if votes and not self.pack.votes_per_person and self.sound("pack", "votes_per_person"):
            mend = "Skriv votes_per_person = 2 under [pack]."
            self.report(spot.down("focus"), "Deltagerne har ingen prikker.", mend)
        if tool.kind == "vote":
            self._vote(tool, spot)
        if tool.kind in ("groups", "circle"):
            self._groups(tool, spot)
        if tool.kind == "pitch":
            self._pitch(tool, spot)
        if tool.kind == "examples":
            empty = {each.id for each in self.pack.lists if not each.entries}
            if tool.params.get("list") in empty:
                mend = 'Skriv fx entries = [{ title = "Gode kolleger" }] på listen.'
                self.report(spot.down("list"), "Listen har ingen eksempler.", mend)
        if tool.kind == "form":
            private = {form.id for form in self.pack.forms if form.per == PER_PERSON or form.confidential}
            if tool.params.get("form") in private:
                mend = "Vælg et andet skema, eller slet per eller confidential på skemaet."
                self.report(
                    spot.down("form"),
                    "Et skema om én person eller et fortroligt skema hører ikke til på et møde.",
                    mend,
                )
        if tool.kind == "page":
            page = str(tool.params.get("page", ""))
            if page in FOLLOW_PAGES and not self.pack.has_page(page):
                mend = f'Skriv fx pages = ["{page}"] på fasen, hvor I følger op.'
                self.report(spot.down("page"), "Ingen fase har den side.", mend)
        if tool.kind == "pulse" and self.pack.pulse is None and self.sound("pulse"):
            self.report(spot, "Pakken har ingen puls.", "Skriv den med [pulse] i pack.toml.")
        if tool.kind == "questions" and not self.pack.questions and self.sound("questions"):
            self.report(spot, "Pakken har ingen spørgsmål.", "Skriv dem med [[questions]] i pack.toml.")

    def _pitch(self, tool: Tool, spot: Spot) -> None:
        form = next((each for each in self.pack.forms if each.id == tool.params.get("form")), None)
        if form is None:
            return
        plain = all(field.kind == TEXT for field in form.fields)
        if form.per or form.repeat or form.columns or not plain:
            mend = "Brug et skema uden per, repeat og columns, hvor alle felter er text."
            self.report(spot.down("form"), "En tale skrives ét sted, som fri tekst.", mend)

    def _vote(self, tool: Tool, spot: Spot) -> None:
        if bool(tool.params.get("matrix")) == bool(tool.params.get("board")):
            mend = 'Skriv fx matrix = "mulighedsrum".'
            self.report(spot, "Afstemningen skal have enten matrix eller board.", mend)
        if self._has_sheets(str(tool.params.get("board", ""))):
            mend = "Vælg en tavle uden per."
            self.report(spot.down("board"), "Tavlen har et ark for hver indsats.", mend)
        if not tool.params.get("votes") and not self.pack.votes_per_person:
            self.report(spot, "Deltagerne har ingen streger.", "Skriv fx votes = 2.")

    def _groups(self, tool: Tool, spot: Spot) -> None:
        size = tool.params.get("size")
        if isinstance(size, Span) and size.least < 1:
            self.report(spot.down("size"), "En gruppe skal have mindst én.", "Ret least til fx 3.")
        asked = set(tool.params.get("questions", ())) & set(tool.params.get("plenary", ()))
        for question in sorted(asked):
            problem = f"Spørgsmålet »{question}« tages både i grupper og sammen."
            self.report(spot.down("plenary"), problem, "Slet det ét af stederne.")
