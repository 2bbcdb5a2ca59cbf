"""Walks a process from a new programme to its last step in the real window, and looks at every place.

For any pack: ``walked(qtbot, tmp_path, "trivselsdialog")``; a pack of another folder with ``folders``.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.documents.reading import reader
from tests.ui.projector.pictures import assert_whole, words_of
from trivselsdesk import paths
from trivselsdesk.documents.catalogue import beside, form_document_id, offered
from trivselsdesk.documents.errors import DocumentError
from trivselsdesk.packs.library import Library
from trivselsdesk.store.store import Store
from trivselsdesk.tour.pack_walk import PackWalk, Stop
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.main_window import MainWindow
from trivselsdesk.ui.moment import FixedMoment
from trivselsdesk.ui.projector.window import AudienceWindow
from trivselsdesk.ui.run.room import RunRoom
from trivselsdesk.ui.start import making

NOW = datetime(2026, 5, 20, 9, 0)
SHIPPED = paths.resource_dir() / "packs"
CONSOLE, WALL = (1366, 768), (1024, 768)


class WalkFault(AssertionError):
    """What is wrong, and where the walk stood."""


class Walker:
    """A window, the wall beside it, and a programme of one process."""

    def __init__(
        self, qtbot: QtBot, folder: Path, pack_id: str, folders: Sequence[Path] = (SHIPPED,)
    ) -> None:
        self.store = Store.open(folder / "walk" / "trivselsdesk.db")
        self.bridge = Bridge(self.store, Library(folders), FixedMoment(NOW))
        self.troubles: list[str] = []
        self.bridge.refused.connect(self.troubles.append)
        self.bridge.failed.connect(self.troubles.append)
        self.key = making.new(self.bridge, pack_id, "Børnehuset Kastanjen")
        assert self.key, f"no programme could be made of {pack_id}"
        self.window = MainWindow()
        qtbot.addWidget(self.window)
        self.window.resize(*CONSOLE)
        self.window.show()
        self.window.begin(self.bridge)
        self.wall = AudienceWindow()
        qtbot.addWidget(self.wall, before_close_func=_hide)
        self.wall.resize(*WALL)
        self.wall.show()
        self.seen: list[Stop] = []
        self.pictures: list[bytes] = []

    def walk(self) -> list[Stop]:
        """To the last step; raises WalkFault at the first place where something is wrong."""
        for stop in PackWalk(self.window, self.bridge, self.key).stops():
            self.seen.append(stop)
            try:
                self._look(stop)
            except AssertionError as error:
                raise WalkFault(f"{stop.name}: {error}") from error
        self._read_papers()
        return self.seen

    def close(self) -> None:
        """Put everything away."""
        self.window.end()
        self.wall.hide()
        self.store.close()

    def _look(self, stop: Stop) -> None:
        QApplication.processEvents()
        assert self.window.programme_id == self.key, "the window fell back to the list"
        assert not self.troubles, self.troubles
        words = shown_words(self.window)
        assert not is_blank(self.window.grab().toImage()), "the console shows nothing"
        bare = [each for each in words if "{" in each or "}" in each]
        assert not bare, f"braces on the console: {bare}"
        if stop.title:
            room = self.window.shell.room
            said = [room.centre.heading.whole_text()] if isinstance(room, RunRoom) else words
            assert stop.title in said, f"»{stop.title}« is not on the console: {said[:20]}"
        self._look_at_wall(stop)

    def _look_at_wall(self, stop: Stop) -> None:
        hold = self.window.wall
        assert hold is not None
        picture = hold.lead.picture()
        self.wall.show_wall(picture, self.bridge.pack(self.key))
        words = _single(" ".join(words_of(self.wall)))
        assert not is_blank(self.wall.grab().toImage()), "the wall shows nothing"
        assert "{" not in words and "}" not in words, f"braces on the wall: {words}"
        if stop.item:
            assert (picture.caption, stop.item) == (stop.item, picture.caption)
            if stop.tool == "break":
                return
            assert _single(stop.item) in words, f"»{stop.item}« is not on the wall: {words}"
            assert _single(stop.line) in words, f"»{stop.line}« is not on the wall: {words}"
        assert_whole(self.wall)

    def _read_papers(self) -> None:
        book, pack = self.bridge.book(self.key), self.bridge.pack(self.key)
        papers = [*offered(pack, book)]
        for form in pack.forms:
            papers += beside(pack, form_document_id(form), book)
        for each in papers:
            try:
                pages = reader(each.make(book, pack, self.bridge.now())).pages
            except DocumentError as nothing:
                assert str(nothing), each.id
                continue
            assert len(pages) > 0, each.id
            text = "".join(page.extract_text() for page in pages)
            assert text.strip() and "{" not in text, f"{each.id}: {text[:200]}"


def walked(qtbot: QtBot, folder: Path, pack_id: str, folders: Sequence[Path] = (SHIPPED,)) -> list[Stop]:
    """The places of a whole walk, each of them looked at."""
    walker = Walker(qtbot, folder, pack_id, folders)
    try:
        return walker.walk()
    finally:
        walker.close()


def shown_words(window: QWidget) -> list[str]:
    """What stands on every label and button that can be seen."""
    found: list[str] = []
    for each in window.findChildren(QWidget):
        if not each.isVisible():
            continue
        whole = getattr(each, "whole_text", None)
        if callable(whole):
            found.append(whole())
        elif isinstance(each, QLabel | QAbstractButton | QLineEdit):
            found.append(each.text())
        elif isinstance(each, QPlainTextEdit):
            found.append(each.toPlainText())
    return [each for each in found if each]


def is_blank(picture: QImage) -> bool:
    """Whether a picture shows nothing."""
    small = picture.scaled(48, 48)
    return len({small.pixel(x, y) for x in range(48) for y in range(48)}) < 5


def _single(text: str) -> str:
    return "".join(text.split())


def _hide(window: AudienceWindow) -> None:
    window.hide()
