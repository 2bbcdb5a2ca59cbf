"""Roles that change hands during the meeting, who was there, and the closing screen after the end."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.run.meeting import Held
from trivselsdesk.domain.people import participants, role_names
from trivselsdesk.domain.records import Person
from trivselsdesk.domain.remarks import attendance
from trivselsdesk.ui.run.attendance import AttendanceDialog
from trivselsdesk.ui.run.pages.closing import ClosingPage
from trivselsdesk.ui.run.panels.roles import RoleCell, Roles
from trivselsdesk.ui.run.role_giver import OtherHolder


class Watched(Held):
    """A meeting whose toasts with »Fortryd« are heard, too."""

    def __init__(self, qtbot: QtBot, folder: Path, stage: str) -> None:
        super().__init__(qtbot, folder, stage)
        self.room.undo_toast.connect(self._hear)


@pytest.fixture
def held(qtbot: QtBot, tmp_path: Path) -> Watched:
    return Watched(qtbot, tmp_path, "plan")


def roles(held: Held) -> Roles:
    return held.room.side.roles


def cell(held: Held, title: str) -> RoleCell:
    return next(each for each in roles(held).cells if each.title == title)


def choose(held: Held, title: str, words: str) -> None:
    """Open the menu of a role and choose what is called so."""
    roles(held).fill_menu(roles(held).cells.index(cell(held, title)))
    next(each for each in roles(held).menu.actions() if each.text() == words).trigger()
    QApplication.processEvents()


def test_a_role_goes_to_another_and_undo_gives_it_back(held: Watched) -> None:
    choose(held, "Samler op", "Jonas")
    assert cell(held, "Samler op").names == "Jonas"
    assert held.said[-1] == "Samler op: Jonas"
    held.bridge.undo(held.key)
    assert cell(held, "Samler op").names == "Sanne"


def test_the_menu_says_what_the_role_does_and_ticks_who_has_it(held: Watched) -> None:
    roles(held).fill_menu(2)
    ticked = [each.text() for each in roles(held).menu.actions() if each.isChecked()]
    assert ticked == ["Sanne (AMR)"]
    role = held.pack.role("opsamler")
    assert role.hint and role.hint in [
        label.text() for label in roles(held).menu.findChildren(type(held.room.side.clock.caption))
    ]


def test_too_much_on_one_person_is_said_calmly(held: Watched) -> None:
    choose(held, "Holder tiden", "Sanne (AMR)")
    assert held.said[-1] == "Holder tiden: Sanne"
    choose(held, "Viser pinke sedler", "Sanne (AMR)")
    assert held.said[-1] == "Viser pinke sedler: Sanne. Sanne har nu 3 roller. Del dem gerne ud på flere."


def test_a_role_that_is_given_back_stands_empty(held: Watched) -> None:
    choose(held, "Holder tiden", "Ole")
    assert cell(held, "Holder tiden").names == ""
    assert cell(held, "Holder tiden").accessibleName() == "Holder tiden: Ingen endnu"


def test_somebody_borrowed_holds_a_role_without_taking_part(held: Watched) -> None:
    before = len(participants(held.room.book))
    held.room.role_giver.give_to("facilitator", "Mona Falk", guest=True)
    assert cell(held, "Styrer mødet").names == "Mona"
    new = next(each for each in held.room.book.of(Person) if each.name == "Mona Falk")
    assert not new.takes_part and len(participants(held.room.book)) == before
    held.room.role_giver.give_to("facilitator", "ole", guest=True)
    assert role_names(held.room.book, "facilitator") == "Ole"


def test_the_question_for_somebody_else_needs_a_name(qtbot: QtBot) -> None:
    dialog = OtherHolder("Samler op")
    qtbot.addWidget(dialog)
    assert not dialog._yes.isEnabled()
    dialog.field.setText("Mona")
    assert dialog._yes.isEnabled()


def test_who_was_there_is_ticked_and_stands_on_the_closing(held: Watched, qtbot: QtBot) -> None:
    held.room.next_step()
    page = held.room.page
    assert isinstance(page, ClosingPage)
    assert page.attendance._hint == "12 af 12"
    dialog = AttendanceDialog(held.bridge, held.key)
    qtbot.addWidget(dialog)
    tick = next(each for each in dialog.ticks.values() if each.text() == "Yusuf")
    assert all(each.isChecked() for each in dialog.ticks.values())
    tick.click()
    assert page.attendance._hint == "11 af 12"
    book = held.room.book
    assert [each.name for each in attendance(book, book.meeting)[1]] == ["Yusuf"]
    held.bridge.undo(held.key)
    assert page.attendance._hint == "12 af 12"


def test_after_the_end_the_closing_stays_and_leads_to_the_minutes(held: Watched) -> None:
    asked: list[str] = []
    held.room.open_document.connect(asked.append)
    held.room.next_step()
    held.room.actions_here()["print"]()
    held.room.next_step()
    assert held.room.clockwork.clock.state == "ended"
    page = held.room.page
    assert isinstance(page, ClosingPage)
    page.minutes.click()
    held.room.actions_here()["print"]()
    assert asked == ["drejebog", "referat", "referat"]
