"""What the wall shows, free of any drawing. Whatever is not named here cannot reach the room."""

from __future__ import annotations

from trivselsdesk.domain.board import BoardView, MatrixView, SortView
from trivselsdesk.domain.circle import CircleStep
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.points import PointResult
from trivselsdesk.domain.pulse import Result

FOLLOW, FREEZE, RULES, PAUSE, DARK = "follow", "freeze", "rules", "pause", "dark"
MODES = (FOLLOW, FREEZE, RULES, PAUSE, DARK)
"""How the wall is led: with the meeting, standing still, on the ground rules, on a break, dark."""


@dataclass(frozen=True)
class WallClock:
    """The time of the part under way, in seconds. Never how the meeting stands to its plan."""

    state: str
    """``running`` or ``paused``."""
    left: float
    """Negative in overtime."""
    allotted: float


@dataclass(frozen=True)
class Line:
    """One line that is read from across the room."""

    text: str
    number: str = ""
    """Stands before it, such as »1« or »13.00«."""
    aside: str = ""
    """Stands at its right end, such as who and when."""
    icon: str = ""
    tone: str = "plain"
    state: str = ""
    """``now`` for the one under way, ``done`` for one that is over, else empty."""


@dataclass(frozen=True)
class Block:
    """Lines under one title."""

    title: str
    lines: tuple[Line, ...]
    tone: str = "plain"
    icon: str = ""
    hint: str = ""


@dataclass(frozen=True)
class Sheet:
    """Words in blocks, set as large as they fit. ``question`` is what the room thinks about now."""

    blocks: tuple[Block, ...] = ()
    question: str = ""


@dataclass(frozen=True)
class OnBoard:
    """A board of the first stage. Sealed notes are not in it."""

    view: BoardView


@dataclass(frozen=True)
class Sorting:
    """A sorting board."""

    view: SortView


@dataclass(frozen=True)
class OnMatrix:
    """A matrix with its cards."""

    view: MatrixView
    lifts: tuple[tuple[str, str], ...]
    """Id of each lift target and the words on its mark."""
    must_act: str
    """The words on the mark of what always calls for action; empty where the process has no such mark."""


@dataclass(frozen=True)
class PulseChart:
    """A pulse that is counted, with enough answers; open answers only when they have been read for names."""

    result: Result


@dataclass(frozen=True)
class PointsChart:
    """A round of sheets with plus and minus that is counted, with enough of them."""

    result: PointResult


@dataclass(frozen=True)
class Countdown:
    """A break: how long it still lasts, and when the meeting goes on."""

    title: str
    left: float
    """Seconds; negative when the break is over."""
    until: float
    """When the meeting goes on, seconds since 1970."""


@dataclass(frozen=True)
class Dark:
    """Nothing at all."""


@dataclass(frozen=True)
class ArrowLine:
    """An action with its arrow."""

    title: str
    step: int
    """Index of the step that it stands on."""
    about: str = ""
    """The initiative that it belongs to."""
    owner: str = ""
    due: str = ""
    late: bool = False
    since: str = ""
    note: str = ""


@dataclass(frozen=True)
class Arrows:
    """The statuspil: all its lines, or one as large as the wall."""

    steps: tuple[str, ...]
    lines: tuple[ArrowLine, ...]
    single: bool = False


Content = OnBoard | Sorting | OnMatrix | Sheet | Arrows | PulseChart | PointsChart | Countdown | Dark


@dataclass(frozen=True)
class CircleWall:
    """All that the wall needs to walk through a cirkelsparring by itself while nothing is changed."""

    plan: tuple[CircleStep, ...]
    groups: tuple[tuple[str, ...], ...]
    """What stands for each person of each group, in order."""
    prompts: tuple[str, ...]
    deadline: float
    """When the talk is over, seconds since 1970; 0 while it is held."""
    left: float
    """Seconds left of the whole talk while it is held."""


@dataclass(frozen=True)
class Foot:
    """The line at the lower edge."""

    speaker: str = ""
    """First name of who has the word, or a word such as »Trioen«; empty when names are switched off."""
    next: str = ""
    """First name of who gets the word after that, while it goes round."""
    legend: tuple[tuple[str, str], ...] = ()
    """Colour of each kind of note on the wall (``yellow`` or ``pink``) and whose they are."""
    goal: str = ""
    """How many themes are chosen and how many it should be."""
    in_range: bool = True
    parked: int | None = None
    """Cards on the P-plads; None where the part has nothing to do with it."""
    parking_title: str = ""


@dataclass(frozen=True)
class Wall:
    """One picture of the wall."""

    caption: str
    """The item of the drejebog."""
    instruction: str
    """The one line that says what the room does now."""
    content: Content
    clock: WallClock | None = None
    foot: Foot = Foot()
    circle: CircleWall | None = None
    """A cirkelsparring that is under way: content and clock follow from it at every moment."""
