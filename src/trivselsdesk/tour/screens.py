"""The screens of the tour: for each one, how to come there and under which name it is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from random import Random

from PySide6.QtWidgets import QDialog

from trivselsdesk.domain.board import board_view
from trivselsdesk.domain.commands.cards import SortCard
from trivselsdesk.domain.commands.pulse import OpenPulse
from trivselsdesk.domain.commands.rows import EditFields
from trivselsdesk.domain.commands.tools import AddLines, SendIdea
from trivselsdesk.domain.frozen import dataclass
from trivselsdesk.domain.plan import active_initiatives
from trivselsdesk.domain.records import AgendaItem, Expectation, Idea, Pulse, Theme, new_id
from trivselsdesk.domain.tools import AT_THE_KEYBOARD
from trivselsdesk.tour.camera import Camera
from trivselsdesk.tour.cycle_screens import second_round, since
from trivselsdesk.tour.desks import Desks
from trivselsdesk.tour.form_screens import form_before, forms_after
from trivselsdesk.tour.process_screens import process
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.clock.catch_up import CatchUpDialog
from trivselsdesk.ui.follow.handin.page import HandinSection
from trivselsdesk.ui.follow.room import FollowRoom
from trivselsdesk.ui.follow.wheel.page import WheelSection
from trivselsdesk.ui.moment import FixedMoment
from trivselsdesk.ui.prepare.room import PrepareRoom
from trivselsdesk.ui.run.groups.page import GroupsPage
from trivselsdesk.ui.run.matrix.page import MatrixPage
from trivselsdesk.ui.run.pages.negative import NegativePage
from trivselsdesk.ui.run.pages.write import WritePage
from trivselsdesk.ui.run.room import RunRoom
from trivselsdesk.ui.run.vote.page import VotePage

Shot = tuple[str, Callable[[], QDialog] | None]
"""A screen as it stands now: its name, and what makes the dialog that lies over it."""


@dataclass(frozen=True)
class Scene:
    """Screens of one database. ``play`` leads the camera from one to the next and tells their
    names, which all begin with one of ``names``."""

    names: tuple[str, ...]
    make: Callable[[Desks], Bridge]
    play: Callable[[Camera], Iterator[Shot]]
    theme: str = ""
    """The theme that belongs to it, where it is not the tour's own."""
    wall: bool = False
    """What the room sees of it is drawn, not the console."""


def _start_empty(camera: Camera) -> Iterator[Shot]:
    yield "01-start-tom", None


def _start(camera: Camera) -> Iterator[Shot]:
    yield "01-start", None
    yield from _dialogs(camera)


def _dialogs(camera: Camera) -> Iterator[Shot]:
    from trivselsdesk.ui.help import HelpDialog
    from trivselsdesk.ui.start.settings import SettingsDialog

    def settings() -> QDialog:
        dialog = SettingsDialog(camera.bridge, camera.window)
        # The tour's own folder has another name each time.
        dialog.folder.setText("/home/birgit/.local/share/Trivselsdesk")
        return dialog

    yield "13-hjaelp", lambda: HelpDialog(camera.window)
    yield "14-indstillinger", settings


def _prepare(camera: Camera) -> Iterator[Shot]:
    camera.open("")
    yield "02-forbered", None
    room = camera.window.shell.room
    assert isinstance(room, PrepareRoom)
    items = camera.bridge.book(camera.window.programme_id).items(_meeting_id(camera))
    room.agenda.show_item(_named(items, "hverdag"))
    yield "02-forbered-punkt", None
    room.agenda.close_rows()
    yield from form_before(room)
    yield "10-udskriv-drejebog", _preview(camera, "drejebog")
    yield "02-generalproeve", _rehearsal(camera)


def _board(camera: Camera) -> Iterator[Shot]:
    camera.open("")
    yield "03-tavle", None
    room = _run(camera)

    def catch_up() -> QDialog:
        dialog = CatchUpDialog(camera.bridge, room.clockwork, camera.window)
        dialog.rows[0].check.setChecked(True)
        return dialog

    yield "03-hent-tiden-ind", catch_up
    room.remarks.write()
    yield "03-tavle-noter", None
    room.remarks.close()


def _board_dark(camera: Camera) -> Iterator[Shot]:
    camera.open("")
    yield "03b-tavle-moerk", None


def _first_parts(camera: Camera) -> Iterator[Shot]:
    """From before the word of welcome on, as the room lives through it."""
    _at(camera, 12, 52)
    _run(camera)
    yield "03-foer-moedet", None
    _forward(camera, 13, 0)
    _at(camera, 13, 4)
    yield "03-velkomst", None
    _take_up(camera, "isbryder")
    yield "03-isbryder", None
    _take_up(camera, "forventninger")
    _expect(camera)
    yield "03-forventninger", None
    _forward(camera, 13, 10)
    _at(camera, 13, 13)
    yield "03-skriv", None
    page = _run(camera).page
    assert isinstance(page, WritePage)
    _write_hidden(camera, page)
    yield "03-skriv-skjult", None
    page.entry.pass_on.click()
    yield "03-skriv-videre", None


def _sorting(camera: Camera) -> Iterator[Shot]:
    _run(camera)
    _forward(camera, 13, 43)
    _forward(camera, 13, 56)
    _sort_some(camera)
    _at(camera, 13, 59)
    yield "03-sortering", None
    _forward(camera, 14, 3)
    _at(camera, 14, 6)
    yield "03-pause", None


def _sort_some(camera: Camera) -> None:
    """Lay the first cards of each zone where they belong, and leave the rest waiting."""
    bridge, key = camera.bridge, camera.window.programme_id
    book, pack = bridge.book(key), bridge.pack(key)
    board = next(each for each in pack.boards if each.takes)
    source = pack.board(board.takes)
    for home, goal in zip(board_view(book, source).zones, board.zones, strict=True):
        for theme in home.themes[:2]:
            bridge.run(SortCard(programme_id=key, surface=board.id, card_id=theme.theme.id, zone=goal.id))


def _matrix(camera: Camera) -> Iterator[Shot]:
    room = _run(camera)
    yield "04-mulighedsrum", None
    page = room.page
    assert isinstance(page, MatrixPage)
    themes = sorted(camera.bridge.book(camera.window.programme_id).of(Theme), key=lambda each: each.rank)
    page.view.focus_card(themes[-1].id)
    yield "04-mulighedsrum-kort", None


def _voting(camera: Camera) -> Iterator[Shot]:
    """The strokes are counted, and two themes stand alike at the line."""
    room = _run(camera)
    room.centre.aids.chosen.emit("afstemning")
    page = room.page
    assert isinstance(page, VotePage)
    for row, wanted in zip(page.counting.rows, (7, 5, 4, 2, 2), strict=False):
        while int(row.number.text()) < wanted:
            row.count_more()
        while int(row.number.text()) > wanted:
            row.count_less()
    yield "04-afstemning", None
    page.counting.choose.click()
    page.deciding.sizes.chosen.emit("4")
    page.deciding.sizes.set_value("4")
    yield "04-afstemning-valg", None


def _grouping(camera: Camera) -> Iterator[Shot]:
    room = _run(camera)
    room.centre.aids.chosen.emit("grupper")
    page = room.page
    assert isinstance(page, GroupsPage)
    page.chance = Random(4)
    page.making.shuffle.click()
    yield "07-grupper", None
    page.making.go_on.click()
    yield "07-grupper-arbejder", None
    page.working.forward_button.click()
    yield "07-grupper-fremlaegger", None


def _matrix_dark(camera: Camera) -> Iterator[Shot]:
    _run(camera)
    yield "04b-mulighedsrum-moerk", None


def _last_parts(camera: Camera) -> Iterator[Shot]:
    _run(camera)
    yield "07-moedet-handleplan", None
    _take_up(camera, "omvendt")
    yield "03-omvendt", None
    for step in _brainstorm(camera):
        yield f"03-omvendt-{step}", None
    _forward(camera, 15, 30)
    _at(camera, 15, 33)
    yield "03-opsamling", None
    _expect(camera)
    _take_up(camera, "forventninger")
    yield "03-forventninger-svar", None


def _take_up(camera: Camera, aid_id: str) -> None:
    """Take up an aid of the part, as a click on its name does."""
    room = _run(camera)
    room.clockwork.take_up(aid_id)
    room.tick()


def _expect(camera: Camera) -> None:
    """What people said they hope for, two of them already looked at."""
    bridge, key = camera.bridge, camera.window.programme_id
    said = (
        ("At vi bliver enige om noget, vi faktisk gør", "held"),
        ("At også vi stille kommer til orde", "partly"),
        ("Ro om eftermiddagen – bare ét lille skridt", ""),
        ("At trioen fortæller, hvad der sker bagefter", ""),
    )
    meeting = bridge.book(key).meeting.id
    late = _run(camera).clockwork.is_last()
    bridge.run(
        AddLines(
            programme_id=key,
            records=tuple(
                Expectation(
                    id=new_id(), programme_id=key, meeting_id=meeting, text=text, met=met if late else ""
                )
                for text, met in said
            ),
        )
    )


def _write_hidden(camera: Camera, page: WritePage) -> None:
    """Two have put their notes away, and the third is writing."""
    page.modes.chosen.emit(AT_THE_KEYBOARD)
    page.ready.click()
    for text in ("Vi hjælper hinanden", "Frokosten er hyggelig", "Latter på stuen"):
        page.entry.field.setText(text)
        page.entry.button.click()
    page.entry.pick_zone(2)
    page.entry.field.setText("Der er for lidt tid til forberedelse")


def _brainstorm(camera: Camera) -> Iterator[str]:
    bridge, key = camera.bridge, camera.window.programme_id
    page = _run(camera).page
    assert isinstance(page, NegativePage)
    page.next.click()
    page.add(
        [
            "Vi lader være med at sige det til nogen",
            "Alle går ud fra, at en anden gør det",
            "Vi laver planen om hver uge",
        ]
    )
    yield "saml"
    page.next.click()
    ideas = bridge.book(key).ranked(Idea)
    for idea, turned in zip(
        ideas, ("Vi siger det højt på mandagsmødet", "Én har navnet på opgaven"), strict=False
    ):
        bridge.run(EditFields(programme_id=key, kind=Idea, id=idea.id, values={"turned": turned}))
    yield "vend"
    page.next.click()
    first = active_initiatives(bridge.book(key))[0]
    bridge.run(SendIdea(programme_id=key, id=ideas[0].id, initiative_id=first.id, action_id=new_id()))
    yield "send"


def _plan(camera: Camera) -> Iterator[Shot]:
    from trivselsdesk.ui.plan.header import SMTTE
    from trivselsdesk.ui.plan.room import PlanRoom

    camera.window.open_programme(camera.bridge.programmes()[0].id, _phase(camera, "plan"))
    yield "07-handleplan", None
    room = camera.window.shell.room
    assert isinstance(room, PlanRoom)

    def signup() -> QDialog:
        room.open_signup()
        assert room.signup is not None
        return room.signup

    yield "07-hvem-er-med", signup
    room.show_view(SMTTE)
    yield "09-smtte", None
    yield "11-udskriv-afrapportering", _preview(camera, "afrapportering")
    yield "11-udskriv-referat", _preview(camera, "referat")


def _follow(camera: Camera) -> Iterator[Shot]:
    from trivselsdesk.ui.follow.status.page import StatusSection

    camera.open("")
    yield "08-statuspil", None
    yield "08-udskriv-statuspil", _preview(camera, "statuspil")
    room = camera.window.shell.room
    assert isinstance(room, FollowRoom)
    status = room.page("status")
    assert isinstance(status, StatusSection)
    status.take_round()
    yield "08-statusrunde", None
    assert status.round.arrow is not None
    status.round.arrow.moved.emit(status.pack.status_steps[-1].id)
    status.round.finish()
    yield "08-statusrunde-slut", None
    status.round.finish()
    room.open_page("wheel")
    page = room.page("wheel")
    assert isinstance(page, WheelSection)
    yield "08-aarshjul-forslag", None
    page.take_up("")
    yield "08-aarshjul", None
    page.show_view("list")
    yield "08-aarshjul-liste", None
    page.show_view("wheel")
    yield from forms_after(camera, room)
    room.open_page("lifts")
    yield "08-loeft", None
    yield "08-udskriv-loeft", _preview(camera, "loeft")
    room.open_page("handin")
    handin = room.page("handin")
    assert isinstance(handin, HandinSection)
    for key in list(handin.cards):
        handin.open_item(key)
        yield f"08-aflevering-{key}", None
    handin.open_item(next(iter(handin.cards)))
    yield "08-udskriv-apv", _preview(camera, "apv")
    yield "08-udskriv-nyt", _preview(camera, "nyt")
    yield from _pulse(camera)


def _pulse(camera: Camera) -> Iterator[Shot]:
    """The counted pulse, a new one typed from paper, and the calm screen for answers in turn."""
    from trivselsdesk.ui.follow.pulse.page import PulseSection
    from trivselsdesk.ui.pulse.give import GiveDialog

    room = camera.window.shell.room
    assert isinstance(room, FollowRoom)
    room.open_page("pulse")
    page = room.section
    assert isinstance(page, PulseSection)
    yield "08-puls", None
    bridge, key = camera.bridge, camera.window.programme_id
    form = bridge.pack(key).pulse
    assert form is not None
    pulse = Pulse(
        id=new_id(), programme_id=key, theme="Hvem gør hvad?", invited=12, opened=bridge.moment.today()
    )
    bridge.run(OpenPulse(programme_id=key, pulse=pulse))
    page.choose(pulse.id)
    for first, second, text in ((4, 2, "Tavlen skal hænge, hvor alle går forbi."), (3, 3, ""), (2, 4, "")):
        page.paper.digits[0].setText(str(first))
        page.paper.digits[1].setText(str(second))
        page.paper.text.setText(text)
        page.paper.put.click()
    yield "08-puls-papir", None

    def giving() -> QDialog:
        dialog = GiveDialog(bridge, key, [pulse], form, camera.window)
        dialog.resize(camera.window.size())
        dialog.start.click()
        return dialog

    yield "08-puls-svar", giving
    room.open_page("status")


def _nothing_yet(camera: Camera) -> Iterator[Shot]:
    """Every room of a programme in which nothing has been written."""
    for room, name in (
        ("prepare", "15-tom-forbered"),
        ("run", "15-tom-moede"),
        ("plan", "15-tom-handleplan"),
        ("follow", "15-tom-statuspil"),
    ):
        camera.window.open_programme(camera.bridge.programmes()[0].id, _phase(camera, room))
        yield name, None
    _run(camera)
    for hour, minute, name in (
        (13, 0, ""),
        (13, 10, ""),
        (13, 20, ""),
        (13, 40, "15-tom-tavle"),
        (13, 52, "15-tom-sortering"),
        (14, 0, ""),
        (14, 10, ""),
        (14, 14, "15-tom-matrix"),
    ):
        _forward(camera, hour, minute)
        if name:
            _at(camera, hour, minute + 2)
            yield name, None


def scenes(theme_name: str) -> list[Scene]:
    """The whole tour. Without a theme of its own it is light, and dark where it matters most."""
    found = [
        Scene(("01-start-tom",), Desks.empty, _start_empty),
        Scene(("01-start", "13-", "14-"), Desks.full, _start),
        Scene(("02-", "10-"), lambda desks: desks.example("prepare"), _prepare),
        Scene(
            ("03-foer", "03-velkomst", "03-isbryder", "03-forventninger", "03-skriv"),
            lambda desks: desks.example("prepare"),
            _first_parts,
        ),
        Scene(("03-tavle", "03-hent"), lambda desks: desks.example("board"), _board),
        Scene(("03-sortering", "03-pause"), lambda desks: desks.example("board"), _sorting),
        Scene(("04-mulighedsrum",), lambda desks: desks.example("matrix"), _matrix),
        Scene(("04-afstemning",), lambda desks: desks.example("matrix"), _voting),
        Scene(("07-grupper",), lambda desks: desks.example("plan"), _grouping),
        Scene(
            ("07-moedet", "03-omvendt", "03-opsamling", "03-forventninger-svar"),
            lambda desks: desks.example("plan"),
            _last_parts,
        ),
        Scene(("07-handleplan", "07-hvem", "09-", "11-"), lambda desks: desks.example("plan"), _plan),
        Scene(("08-",), lambda desks: desks.example("follow"), _follow),
        Scene(("16-",), second_round, since),
        Scene(("17-",), lambda desks: desks.example("plan"), process),
        Scene(("15-",), Desks.fresh, _nothing_yet),
    ]
    if not theme_name:
        found += [
            Scene(("03b-",), lambda desks: desks.example("board"), _board_dark, "dark"),
            Scene(("04b-",), lambda desks: desks.example("matrix"), _matrix_dark, "dark"),
        ]
    return found


def _run(camera: Camera) -> RunRoom:
    shell = camera.window.shell
    if not isinstance(shell.room, RunRoom):
        camera.window.open_programme(camera.bridge.programmes()[0].id, _phase(camera, "run"))
    room = shell.room
    assert isinstance(room, RunRoom)
    return room


def _phase(camera: Camera, room: str) -> str:
    pack = camera.bridge.pack(camera.bridge.programmes()[0].id)
    return next(phase.id for phase in pack.phases if phase.room == room)


def _at(camera: Camera, hour: int, minute: int) -> None:
    """Let the clock stand at another minute of the same day."""
    moment = camera.bridge.moment
    assert isinstance(moment, FixedMoment)
    day = camera.bridge.book(camera.bridge.programmes()[0].id).meeting.day or moment.today()
    moment.at = datetime(day.year, day.month, day.day, hour, minute)
    room = camera.window.shell.room
    if isinstance(room, RunRoom):
        room.tick()


def _forward(camera: Camera, hour: int, minute: int) -> None:
    """Go to the next part of the drejebog at that minute."""
    _at(camera, hour, minute)
    _run(camera).next_step()


def _meeting_id(camera: Camera) -> str:
    return camera.bridge.book(camera.bridge.programmes()[0].id).meeting.id


def _named(items: list[AgendaItem], name: str) -> str:
    return next(each.id for each in items if each.pack_item == name)


def _rehearsal(camera: Camera) -> Callable[[], QDialog]:
    from trivselsdesk.ui.prepare.rehearsal import Rehearsal

    def made() -> QDialog:
        dialog = Rehearsal(camera.bridge, camera.window.programme_id, camera.window)
        dialog.advance()
        return dialog

    return made


def _preview(camera: Camera, document_id: str) -> Callable[[], QDialog]:
    from trivselsdesk.ui.preview import Preview

    key = camera.bridge.programmes()[0].id
    return lambda: Preview(camera.bridge, key, document_id, camera.window)
