"""What the room sees after the meeting: the statuspil, one action in the status round, what came of it,
or a pulse."""

from __future__ import annotations

from datetime import date

from trivselsdesk.domain.book import Book
from trivselsdesk.domain.danish import relative_day, short_date
from trivselsdesk.domain.follow import Followed, followed, owner_of, owner_words
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.network import department_of
from trivselsdesk.domain.pack import Pack
from trivselsdesk.domain.records import Pulse
from trivselsdesk.domain.status_round import Outcome, StatusRound, outcomes
from trivselsdesk.domain.wall.model import ArrowLine, Arrows, Block, Line, Sheet, Wall
from trivselsdesk.domain.wall.network import network_sheet
from trivselsdesk.domain.wall.pulse import pulse_content

OUTCOMES = (
    ("done", "Færdig", "good", "check"),
    ("moved", "Flyttet", "primary", "arrow-r"),
    ("still", "Står, hvor det stod", "plain", "pause"),
)
"""What can come of an action in a round: its title on the wall, tone and icon."""


@dataclass(frozen=True)
class FollowScene:
    """What the room after the meeting is at."""

    today: date
    round: StatusRound | None = None
    """The status round that goes on; None shows the whole statuspil."""
    pulse: str = ""
    """Id of the pulse that the room talks about instead; empty for the statuspil."""
    network: bool = False
    """The samarbejdskort is open."""


def follow_wall(book: Book, pack: Pack, scene: FollowScene, *, names: bool) -> Wall:
    """The statuspil for the room, or a pulse. Notes on the statuspil are the staff's own words to each other;
    names can be off."""
    if scene.pulse:
        asked = book.find(Pulse, scene.pulse)
        return Wall(book.programme.name, "Hvad siger pulsen?", pulse_content(book, pack, asked))
    lines = followed(book, pack, scene.today)
    steps = tuple(each.title for each in pack.status_steps)
    going, unit = scene.round, book.programme.name
    if scene.network and going is None:
        return Wall(unit, "Hvem er sammen om hvad?", network_sheet(book, names=names))
    if going is None:
        shown = tuple(_line(book, each, scene.today, names) for each in lines)
        return Wall(unit, "Hvor langt er vi?", Arrows(steps, shown) if shown else Sheet())
    if going.over:
        return Wall(unit, "Det kom vi frem til", summary(outcomes(book, pack, going), pack))
    line = next((each for each in lines if each.action.id == going.current), None)
    caption = f"Statusrunde · {going.place + 1} af {len(going.ids)}"
    if line is None:
        return Wall(caption, "Hvordan går det?", Sheet())
    return Wall(
        caption, "Hvordan går det?", Arrows(steps, (_line(book, line, scene.today, names),), single=True)
    )


def summary(found: list[Outcome], pack: Pack) -> Sheet:
    """What came of a round, in blocks."""
    titles = [each.title for each in pack.status_steps]
    blocks = []
    for kind, title, tone, icon in OUTCOMES:
        lines = tuple(
            Line(each.action.title.strip(), aside=titles[each.after] if titles else "")
            for each in found
            if each.kind == kind
        )
        if lines:
            blocks.append(Block(title, lines, tone, icon))
    return Sheet(tuple(blocks))


def _line(book: Book, line: Followed, today: date, names: bool) -> ArrowLine:
    action, due = line.action, line.action.due
    words = short_date(due, year=due.year != today.year) if due else ""
    if due and not line.done:
        words = f"{words} · {relative_day(due, today)}"
    if line.beside:
        words = f"{words} · {line.beside}" if words else line.beside
    since = ""
    if line.stands.day is not None:
        since = f"siden {short_date(line.stands.day, year=line.stands.day.year != today.year)}"
    return ArrowLine(
        title=action.title.strip(),
        step=line.step,
        about=line.initiative.name.strip(),
        owner=owner_words(book, line) if names else department_of(book, owner_of(line)),
        due=words,
        late=line.late,
        since=since,
        note=action.status_note.strip(),
    )
