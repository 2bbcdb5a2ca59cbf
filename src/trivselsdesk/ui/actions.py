"""Everything the program can do from the keyboard: one table behind shortcuts, menus and the F1 list."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from trivselsdesk.domain.frozen import dataclass

CONTEXT = "Actions"

ANYWHERE = QT_TRANSLATE_NOOP("Actions", "Overalt")
MEETING = QT_TRANSLATE_NOOP("Actions", "Under mødet")
BOARD = QT_TRANSLATE_NOOP("Actions", "På tavlen")
MATRIX = QT_TRANSLATE_NOOP("Actions", "I mulighedsrummet")
VOTE = QT_TRANSLATE_NOOP("Actions", "I afstemningen")
SEATS = QT_TRANSLATE_NOOP("Actions", "I grupperne")
WALL = QT_TRANSLATE_NOOP("Actions", "På projektoren")
YEAR = QT_TRANSLATE_NOOP("Actions", "På årshjulet")
STATUS = QT_TRANSLATE_NOOP("Actions", "I statusrunden")
PROCESS = QT_TRANSLATE_NOOP("Actions", "I processens tekster")
GROUPS = (ANYWHERE, MEETING, WALL, BOARD, MATRIX, VOTE, SEATS, YEAR, STATUS, PROCESS)


@dataclass(frozen=True)
class Spec:
    """One thing to do. Keys of the groups from ``BOARD`` on act only while it has the focus, and the
    letters of ``WALL`` only while no field has it, so that letters typed in a field stay letters."""

    id: str
    text: str
    keys: tuple[str, ...]
    group: str


TABLE: tuple[Spec, ...] = (
    Spec("undo", QT_TRANSLATE_NOOP("Actions", "Fortryd"), ("Ctrl+Z",), ANYWHERE),
    Spec("redo", QT_TRANSLATE_NOOP("Actions", "Gentag"), ("Ctrl+Y", "Ctrl+Shift+Z"), ANYWHERE),
    Spec("save", QT_TRANSLATE_NOOP("Actions", "Er det gemt?"), ("Ctrl+S",), ANYWHERE),
    Spec("print", QT_TRANSLATE_NOOP("Actions", "Udskriv"), ("Ctrl+P",), ANYWHERE),
    Spec("help", QT_TRANSLATE_NOOP("Actions", "Hjælp og genveje"), ("F1",), ANYWHERE),
    Spec("full_screen", QT_TRANSLATE_NOOP("Actions", "Fuld skærm"), ("F11",), ANYWHERE),
    Spec("desk", QT_TRANSLATE_NOOP("Actions", "Tilbage til alle forløb"), ("Alt+Left",), ANYWHERE),
    Spec("phase_1", QT_TRANSLATE_NOOP("Actions", "Gå til fase 1"), ("Alt+1",), ANYWHERE),
    Spec("phase_2", QT_TRANSLATE_NOOP("Actions", "Gå til fase 2"), ("Alt+2",), ANYWHERE),
    Spec("phase_3", QT_TRANSLATE_NOOP("Actions", "Gå til fase 3"), ("Alt+3",), ANYWHERE),
    Spec("phase_4", QT_TRANSLATE_NOOP("Actions", "Gå til fase 4"), ("Alt+4",), ANYWHERE),
    Spec("phase_5", QT_TRANSLATE_NOOP("Actions", "Gå til fase 5"), ("Alt+5",), ANYWHERE),
    Spec("process", QT_TRANSLATE_NOOP("Actions", "Ret processens tekster"), ("Ctrl+E",), ANYWHERE),
    Spec("find_text", QT_TRANSLATE_NOOP("Actions", "Søg i processens tekster"), ("Ctrl+F",), PROCESS),
    Spec("toggle_clock", QT_TRANSLATE_NOOP("Actions", "Pause eller start tiden"), ("F8",), MEETING),
    Spec("next_step", QT_TRANSLATE_NOOP("Actions", "Næste trin"), ("F9", "Ctrl+PgDown"), MEETING),
    Spec("step_back", QT_TRANSLATE_NOOP("Actions", "Et trin tilbage"), ("Shift+F9", "Ctrl+PgUp"), MEETING),
    Spec("minute_more", QT_TRANSLATE_NOOP("Actions", "1 minut mere"), ("F7",), MEETING),
    Spec("minute_less", QT_TRANSLATE_NOOP("Actions", "1 minut mindre"), ("Shift+F7",), MEETING),
    Spec("five_more", QT_TRANSLATE_NOOP("Actions", "5 minutter mere"), ("Ctrl+F7",), MEETING),
    Spec("five_less", QT_TRANSLATE_NOOP("Actions", "5 minutter mindre"), ("Ctrl+Shift+F7",), MEETING),
    Spec("remark", QT_TRANSLATE_NOOP("Actions", "Skriv til referatet"), ("Ctrl+R",), MEETING),
    Spec("catch_up", QT_TRANSLATE_NOOP("Actions", "Hent tiden ind …"), ("Ctrl+H",), MEETING),
    Spec("new_note", QT_TRANSLATE_NOOP("Actions", "Ny seddel"), ("Ctrl+N",), MEETING),
    Spec("zone_1", QT_TRANSLATE_NOOP("Actions", "Skriv i felt 1"), ("Ctrl+1",), MEETING),
    Spec("zone_2", QT_TRANSLATE_NOOP("Actions", "Skriv i felt 2"), ("Ctrl+2",), MEETING),
    Spec("zone_3", QT_TRANSLATE_NOOP("Actions", "Skriv i felt 3"), ("Ctrl+3",), MEETING),
    Spec("zone_4", QT_TRANSLATE_NOOP("Actions", "Skriv i felt 4"), ("Ctrl+4",), MEETING),
    Spec("find", QT_TRANSLATE_NOOP("Actions", "Find en seddel"), ("Ctrl+F",), MEETING),
    Spec("list_view", QT_TRANSLATE_NOOP("Actions", "Vis som liste eller tavle"), ("Ctrl+L",), MEETING),
    Spec("type_in", QT_TRANSLATE_NOOP("Actions", "Tast væggen ind"), ("Ctrl+Shift+N",), MEETING),
    Spec(
        "take_in",
        QT_TRANSLATE_NOOP("Actions", "Hent sedler fra et regneark …"),
        ("Ctrl+Shift+O",),
        MEETING,
    ),
    Spec("start_notes", QT_TRANSLATE_NOOP("Actions", "Startsedler …"), ("Ctrl+Shift+S",), MEETING),
    Spec("note_colour", QT_TRANSLATE_NOOP("Actions", "Skift mellem gul og pink"), ("Ctrl+T",), MEETING),
    Spec("give_word", QT_TRANSLATE_NOOP("Actions", "Giv ordet videre"), ("F6",), MEETING),
    Spec("word_back", QT_TRANSLATE_NOOP("Actions", "Giv ordet tilbage"), ("Shift+F6",), MEETING),
    Spec("no_more", QT_TRANSLATE_NOOP("Actions", "Har ikke flere sedler"), ("Ctrl+F6",), MEETING),
    Spec("wall", QT_TRANSLATE_NOOP("Actions", "Vis eller luk tavlen"), ("F5",), WALL),
    Spec("wall_dark", QT_TRANSLATE_NOOP("Actions", "Mørklæg, eller vis igen"), ("B",), WALL),
    Spec("wall_freeze", QT_TRANSLATE_NOOP("Actions", "Frys, eller følg med igen"), ("F",), WALL),
    Spec("wall_swap", QT_TRANSLATE_NOOP("Actions", "Byt skærme"), ("S",), WALL),
    Spec("note_entry", QT_TRANSLATE_NOOP("Actions", "Skriv en seddel"), ("N",), BOARD),
    Spec("edit_card", QT_TRANSLATE_NOOP("Actions", "Ret seddel eller navn"), ("F2", "Return"), BOARD),
    Spec("group", QT_TRANSLATE_NOOP("Actions", "Saml i tema"), ("G",), BOARD),
    Spec("ungroup", QT_TRANSLATE_NOOP("Actions", "Opløs temaet"), ("Shift+G",), BOARD),
    Spec("park", QT_TRANSLATE_NOOP("Actions", "Til P-pladsen"), ("P",), BOARD),
    Spec("delete", QT_TRANSLATE_NOOP("Actions", "Slet"), ("Delete",), BOARD),
    Spec("select_all", QT_TRANSLATE_NOOP("Actions", "Vælg alle sedler"), ("Ctrl+A",), BOARD),
    Spec("move_menu", QT_TRANSLATE_NOOP("Actions", "Flyt til …"), ("M",), BOARD),
    Spec("zoom_in", QT_TRANSLATE_NOOP("Actions", "Større"), ("Ctrl++",), BOARD),
    Spec("zoom_out", QT_TRANSLATE_NOOP("Actions", "Mindre"), ("Ctrl+-",), BOARD),
    Spec("zoom_fit", QT_TRANSLATE_NOOP("Actions", "Tilpas til skærmen"), ("Ctrl+0",), BOARD),
    Spec("lift", QT_TRANSLATE_NOOP("Actions", "Løft og slip – piletasterne flytter"), ("Space",), BOARD),
    Spec("choose", QT_TRANSLATE_NOOP("Actions", "Tag med i handleplanen"), ("V",), MATRIX),
    Spec("vote_more", QT_TRANSLATE_NOOP("Actions", "En prik mere"), ("+",), MATRIX),
    Spec("vote_less", QT_TRANSLATE_NOOP("Actions", "En prik mindre"), ("-",), MATRIX),
    Spec("must_act", QT_TRANSLATE_NOOP("Actions", "Kræver altid handling"), ("K",), MATRIX),
    Spec("stroke_more", QT_TRANSLATE_NOOP("Actions", "En streg mere"), ("+",), VOTE),
    Spec("stroke_less", QT_TRANSLATE_NOOP("Actions", "En streg mindre"), ("-",), VOTE),
    Spec("seat_before", QT_TRANSLATE_NOOP("Actions", "Til gruppen før"), ("Left",), SEATS),
    Spec("seat_after", QT_TRANSLATE_NOOP("Actions", "Til gruppen efter"), ("Right",), SEATS),
    Spec("day_before", QT_TRANSLATE_NOOP("Actions", "Flyt datoen en dag tidligere"), ("Ctrl+Left",), YEAR),
    Spec("day_after", QT_TRANSLATE_NOOP("Actions", "Flyt datoen en dag senere"), ("Ctrl+Right",), YEAR),
    Spec("week_before", QT_TRANSLATE_NOOP("Actions", "Flyt datoen en uge tidligere"), ("Ctrl+Up",), YEAR),
    Spec("week_after", QT_TRANSLATE_NOOP("Actions", "Flyt datoen en uge senere"), ("Ctrl+Down",), YEAR),
    Spec("round_next", QT_TRANSLATE_NOOP("Actions", "Næste aktivitet"), ("PgDown",), STATUS),
    Spec("round_back", QT_TRANSLATE_NOOP("Actions", "Aktiviteten før"), ("PgUp",), STATUS),
    Spec("arrow_on", QT_TRANSLATE_NOOP("Actions", "Flyt pilen frem"), ("Right",), STATUS),
    Spec("arrow_back", QT_TRANSLATE_NOOP("Actions", "Flyt pilen tilbage"), ("Left",), STATUS),
    Spec("round_end", QT_TRANSLATE_NOOP("Actions", "Afslut runden"), ("Escape",), STATUS),
)

_BY_ID = {spec.id: spec for spec in TABLE}


def spec(action_id: str) -> Spec:
    """The line of the table with that id. Raises KeyError."""
    return _BY_ID[action_id]


def text(action_id: str) -> str:
    """The action's name in the user's language."""
    return QCoreApplication.translate(CONTEXT, spec(action_id).text)


def group_title(group: str) -> str:
    """A heading of the F1 list in the user's language."""
    return QCoreApplication.translate(CONTEXT, group)


_KEY_WORDS = {
    "Shift": "Skift",
    "Return": "Enter",
    "Space": "Mellemrum",
    "PgDown": "Page Down",
    "PgUp": "Page Up",
    "Left": "←",
    "Escape": "Esc",
    "Right": "→",
}


def key_words(action_id: str) -> list[str]:
    """The keys as people name them, such as »Ctrl + Z«."""
    return [" + ".join(_KEY_WORDS.get(part, part) for part in _parts(key)) for key in spec(action_id).keys]


def _parts(key: str) -> list[str]:
    """»Ctrl++« is Ctrl and plus."""
    head, plus, _ = key.rpartition("++") if key.endswith("++") else ("", "", "")
    if key == "+":
        return ["+"]
    return [*head.split("+"), "+"] if plus else key.split("+")


class Actions(QObject):
    """The QActions of a window. A room takes hold of those it can do and lets go when it leaves."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._actions: dict[str, QAction] = {}
        self._slots: dict[str, Callable[[], object]] = {}
        self._always: dict[str, Callable[[], object]] = {}
        for each in TABLE:
            if each.group in (ANYWHERE, MEETING, WALL, PROCESS):
                action = self._make(each, Qt.ShortcutContext.WindowShortcut)
                window.addAction(action)
                self._actions[each.id] = action

    def action(self, action_id: str) -> QAction:
        """The window's QAction, for menus and buttons."""
        return self._actions[action_id]

    def take_always(self, slots: dict[str, Callable[[], object]]) -> None:
        """Let these actions do something wherever no room does it in its own way."""
        self._always.update(slots)
        self.take(slots)

    def take(self, slots: dict[str, Callable[[], object]]) -> None:
        """Let these actions do something. The slots must be bound methods."""
        for action_id, slot in slots.items():
            self._let_go(action_id)
            self._actions[action_id].triggered.connect(slot)
            self._actions[action_id].setEnabled(True)
            self._slots[action_id] = slot

    def release(self, action_ids: tuple[str, ...]) -> None:
        """Let go of actions: the window's own go on, the others are off until somebody takes them."""
        for action_id in action_ids:
            self._let_go(action_id)
            if action_id in self._always:
                self.take({action_id: self._always[action_id]})

    def release_all(self) -> None:
        """Let go of everything: the store is about to be closed."""
        self._always.clear()
        self.release(tuple(self._slots))

    def _let_go(self, action_id: str) -> None:
        slot = self._slots.pop(action_id, None)
        if slot is not None:
            self._actions[action_id].triggered.disconnect(slot)
        self._actions[action_id].setEnabled(False)

    def _make(self, each: Spec, context: Qt.ShortcutContext) -> QAction:
        action = _new_action(each, context, self._window)
        action.setEnabled(False)
        return action


def on_widget(widget: QWidget, slots: dict[str, Callable[[], object]]) -> dict[str, QAction]:
    """Actions that live on one widget and act only while it has the focus. Slots are bound methods."""
    made = {}
    for action_id, slot in slots.items():
        action = _new_action(spec(action_id), Qt.ShortcutContext.WidgetShortcut, widget)
        action.triggered.connect(slot)
        widget.addAction(action)
        made[action_id] = action
    return made


def _new_action(each: Spec, context: Qt.ShortcutContext, owner: QWidget) -> QAction:
    action = QAction(text(each.id), owner)
    action.setShortcuts([QKeySequence(key) for key in each.keys])
    action.setShortcutContext(context)
    return action
