"""Notes and what they stand on: note types, marks, boards and matrices."""

from __future__ import annotations

from trivselsdesk.domain.frozen import dataclass


@dataclass(frozen=True, kw_only=True)
class NoteType:
    """A colour of note and who writes on it."""

    id: str
    label: str
    colour: str
    """``yellow`` or ``pink``."""
    origin: str
    """``participant``, ``trio``, or ``pack`` for the starting notes that the process itself comes with."""
    name: str = ""
    """What one of them is called, such as »Gul seddel«; made of the label when empty."""
    names: str = ""
    """What several are called, such as »Gule sedler«; made of the label when empty."""
    mark: str = ""
    """Short word printed on the note beside its dots, such as »Trio«."""
    sealed: bool = False
    """Written before the meeting and hidden until somebody hangs them up."""
    least: int = 0
    most: int = 0
    """Advised number of notes a person and zone; 0 means no advice."""


@dataclass(frozen=True, kw_only=True)
class TagKind:
    """Something to know of where a note comes from, such as an administration (004: X53)."""

    id: str
    title: str
    words: tuple[str, ...] = ()
    """The words to choose from; empty for any."""


@dataclass(frozen=True, kw_only=True)
class AlwaysAct:
    """The topics that may never be parked or voted away."""

    label: str
    short: str
    hint: str = ""
    question: str = ""
    """What the trio is asked while it prepares: a yes without a note gives a quiet reminder (003: P110)."""
    examples: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    """More words that speak of such a topic; a note with one gets a quiet hint."""


@dataclass(frozen=True, kw_only=True)
class Lift:
    """Somewhere a matter can be carried to when the unit cannot decide it."""

    id: str
    title: str
    label: str
    """The words on the mark, such as »Løftes til MED«."""
    done: str = ""
    """The words over what has been carried there, such as »Løftet til MED«; made of ``title`` when empty."""


@dataclass(frozen=True, kw_only=True)
class Track:
    """Where a matter is seen to that does not go to the board: settled at once, or on a track of its own
    (003: P91–P93)."""

    id: str
    title: str
    hint: str = ""
    wall: str = ""
    """What the room reads over its matters at the opening; empty: the room is not told."""
    lift: str = ""
    """The lift target that takes care of it; empty: the unit does so itself."""


@dataclass(frozen=True, kw_only=True)
class Zone:
    """A field on a board."""

    id: str
    title: str
    short: str = ""
    hint: str = ""
    tone: str = "plain"
    icon: str = ""
    key: str = ""
    """Sign that picks the zone when a note begins with it, such as ``+``."""
    deed: str = ""
    """Words before what stands here when it becomes an action, such as »Stop med:« (001: D65)."""
    start: tuple[str, ...] = ()
    """Starting notes that the process offers to hang up here (004: X30–X52)."""


@dataclass(frozen=True, kw_only=True)
class Board:
    """A surface with zones. A board that ``takes`` another sorts the cards that stand on it."""

    id: str
    title: str
    zones: tuple[Zone, ...]
    takes: str = ""
    taken: tuple[str, ...] = ()
    """Zones of that board whose cards come along; empty means all (001: D54)."""
    per: str = ""
    """``initiative`` for a sheet of its own for each initiative (001: D65); empty for one for the unit."""
    minutes: int = 0
    """Minutes that each of them should have (001: D66); 0 shares what the part has."""


def sheet_id(board_id: str, initiative_id: str) -> str:
    """Id of the sheet that a board has for an initiative. The colon stands in no id of a pack."""
    return f"{board_id}:{initiative_id}"


def base_of(board_id: str) -> str:
    """Id of the board of the pack that a sheet belongs to."""
    return board_id.partition(":")[0]


def subject_of(board_id: str) -> str:
    """Id of the initiative that a sheet is about; empty for a board without one."""
    return board_id.partition(":")[2]


@dataclass(frozen=True, kw_only=True)
class Axis:
    """One direction of a matrix."""

    title: str
    low: str
    high: str
    turned: bool = False
    """The high end lies to the left, or at the bottom (001: D58)."""

    @property
    def first(self) -> str:
        """The word at the left or lower end."""
        return self.high if self.turned else self.low

    @property
    def last(self) -> str:
        """The word at the right or upper end."""
        return self.low if self.turned else self.high

    def grown(self, place: float) -> float:
        """How far a place (0..1 from the left or the bottom) has come towards the high end."""
        return 1 - place if self.turned else place


@dataclass(frozen=True, kw_only=True)
class Corner:
    """What it means to stand in one quarter of a matrix."""

    title: str
    text: str
    tone: str = "plain"
    icon: str = ""
    exit: str = ""
    """Where the quarter points: ``choose``, ``lift`` or nothing."""


@dataclass(frozen=True, kw_only=True)
class Matrix:
    """A surface with two axes; ``takes`` names the board whose cards it places."""

    id: str
    title: str
    takes: str
    zones: tuple[str, ...]
    """Zones of the taken board whose cards come along; empty means all."""
    x: Axis
    y: Axis
    corners: dict[str, Corner]
    """Keys ``tl tr bl br``: top or bottom, left or right."""
    passes: tuple[str, ...] = ()
    """``x`` and ``y`` in the order in which the room speaks of them, one at a time (001: D59); empty: both
    at once."""
