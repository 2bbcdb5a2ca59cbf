"""The invitation, the lists of the process and its poster: in the preparation and on paper."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.desk import Desk, example_desk
from trivselsdesk.documents.catalogue import beside, document
from trivselsdesk.documents.errors import DocumentError
from trivselsdesk.domain.invitation import QUESTIONS, WORDS, invitation, invitation_text, own_text
from trivselsdesk.ui.prepare.lookup_card import LookupDialog
from trivselsdesk.ui.prepare.room import PrepareRoom
from trivselsdesk.ui.widgets.labels import Label


@pytest.fixture
def at(tmp_path: Path, qapp: QApplication) -> Iterator[Desk]:
    desk = example_desk(tmp_path, "prepare")
    yield desk
    desk.bridge.store.close()


@pytest.fixture
def room(at: Desk, qtbot: QtBot) -> PrepareRoom:
    room = PrepareRoom(at.bridge)
    qtbot.addWidget(room)
    at.bridge.changed.connect(room.take)
    room.resize(1440, 840)
    room.show_programme(at.programme_id, "forbered")
    room.show()
    return room


def read(data: bytes) -> str:
    pages = PdfReader(io.BytesIO(data)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def test_the_invitation_fills_itself_in_and_takes_the_units_own_words(at: Desk, room: PrepareRoom) -> None:
    card = room.invitation_card
    card.set_editing(True)
    asked = card.own_questions.toPlainText().splitlines()
    assert len(asked) == 3
    lines = [each.text() for each in card.questions if not each.isHidden()]
    assert lines == [f"– {each}" for each in asked], "each on a line of its own"
    card.words.edited.emit("Vi mødes i salen, og der er kage.")
    card.own_questions.edited.emit("Hvad vil du gerne tale om?")
    assert [each.text() for each in card.questions if not each.isHidden()] == ["– Hvad vil du gerne tale om?"]
    assert own_text(at.book, QUESTIONS) == "Hvad vil du gerne tale om?"

    pack = at.bridge.pack(at.programme_id)
    said = invitation_text(at.book, pack, at.book.meeting)
    assert "Hvornår: onsdag 20. maj 2026 kl. 13.00–" in said
    assert "– Hvad vil du gerne tale om?" in said and "der er kage" in said
    made = document("invitation")
    assert made.text is not None
    assert "der er kage" in made.text(at.book, pack, at.bridge.now()).decode()
    paper = made.make(at.book, pack, at.bridge.now())
    assert len(PdfReader(io.BytesIO(paper)).pages) == 1
    assert "Hvad vil du gerne tale om?" in read(paper) and "13.00" in read(paper)

    # The process's own questions, put back, are the process's again.
    card.own_questions.edited.emit("\n".join(asked))
    assert own_text(at.book, QUESTIONS) == ""
    found = invitation(at.book, pack, at.book.meeting)
    assert found is not None and list(found.questions) == asked
    at.undo()
    at.undo()
    assert own_text(at.book, WORDS) == "" or own_text(at.book, QUESTIONS) != ""


def test_the_lists_of_the_process_are_read_and_printed(at: Desk, room: PrepareRoom, qtbot: QtBot) -> None:
    assert list(room.lookup_card.tiles) == ["maaling_temaer", "maaling_temaer_2023", "faktorer", "videnskort"]
    pack = at.bridge.pack(at.programme_id)
    dialog = LookupDialog(pack.lists[0], room.editor)
    qtbot.addWidget(dialog)
    words = [each.text() for each in dialog.findChildren(Label)]
    assert "Anonymt – kræver fem svar" in words
    assert "Før: Social kapital og Job og organisering" in words
    cards = next(each for each in beside(pack, "opslag:videnskort") if each.id == "opslag:videnskort")
    paper = read(cards.make(at.book, pack, at.bridge.now()))
    assert "Må vi være uenige?" in paper and "Konflikter hører med" in paper


def test_the_process_stands_on_one_poster(at: Desk) -> None:
    pack = at.bridge.pack(at.programme_id)
    paper = document("procesguide").make(at.book, pack, at.bridge.now())
    pages = PdfReader(io.BytesIO(paper)).pages
    assert len(pages) == 1
    assert round(float(pages[0].mediabox.width)) == 1191  # A3 across
    said = read(paper)
    for words in ("1. Vores hverdag", "Fungerer mindre godt", "2. Mulighedsrum", "P-plads", "Sæt i gang"):
        assert words in said
    with pytest.raises(DocumentError):
        document("procesguide").make(at.book, replace(pack, matrices=(), questions=()), at.bridge.now())
