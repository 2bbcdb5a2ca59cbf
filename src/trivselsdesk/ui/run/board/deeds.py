"""What is done to notes and themes on the board: each deed is one command, and says so when it should."""

from __future__ import annotations

from collections.abc import Callable, Generator

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog

from trivselsdesk.domain.commands.joining import JoinNotes, UnjoinNote
from trivselsdesk.domain.commands.notes import (
    AddNotes,
    DeleteNotes,
    DissolveTheme,
    GroupNotes,
    HangUp,
    MergeThemes,
    MoveNotes,
    MoveTheme,
    SplitNote,
)
from trivselsdesk.domain.commands.rows import EditFields
from trivselsdesk.domain.commands.themes import LinkNote, SplitTheme, UnlinkNote
from trivselsdesk.domain.danish import inside
from trivselsdesk.domain.note_text import halves
from trivselsdesk.domain.records import Note, Record, Theme, new_id
from trivselsdesk.ui.run.board.parking import Parking
from trivselsdesk.ui.run.page import Page
from trivselsdesk.ui.run.put_away import hang_put_away
from trivselsdesk.ui.surface.targets import Target

MANY = 300
"""So many notes at once are made ready bit by bit, with the window alive in between."""
AT_A_TIME = 40
"""Texts that are measured at a time."""


class Deeds(QObject):
    """Carries out what the board, the list and the menus ask for."""

    named = Signal(str)
    """A theme was made; its name is asked for."""

    def __init__(self, page: Page, parking: Parking) -> None:
        super().__init__(page)
        self._page = page
        self._parking = parking
        self.measure: Callable[[list[str]], object] = len
        """Told of many texts that are about to come."""

    @property
    def _board(self) -> str:
        return str(self._page.tool.params["board"])

    # Notes

    def add(self, texts: list[str], kind: str, zone: str) -> tuple[str, ...]:
        """Put notes up. Their ids; none when they could not be saved."""
        page = self._page
        notes = tuple(
            Note(
                id=new_id(),
                programme_id=page.programme_id,
                board=self._board,
                zone=zone,
                text=text,
                kind=kind,
            )
            for text in texts
        )
        command = AddNotes(programme_id=page.programme_id, notes=notes)
        saved = page.bridge.run(command, self._measured(texts) if len(texts) > MANY else None)
        return tuple(note.id for note in notes) if saved else ()

    def _measured(self, texts: list[str]) -> Generator[float, None, None]:
        """What the board will ask about so many texts, asked bit by bit beforehand."""
        for start in range(0, len(texts), AT_A_TIME):
            self.measure(texts[start : start + AT_A_TIME])
            yield start / len(texts)

    def hang_up(self, ids: tuple[str, ...]) -> None:
        """Bring notes that were written beforehand onto the board."""
        page = self._page
        if ids and page.bridge.run(HangUp(programme_id=page.programme_id, ids=ids)):
            words = self.tr("Sedlerne fra {group} hænger nu på tavlen").format(group=inside(page.pack.trio))
            page.undo_toast.emit("trio", words)

    def hang_put_away(self) -> None:
        """Bring what was written out of sight onto the board, shuffled."""
        hang_put_away(self._page, self._board)

    def move(self, ids: tuple[str, ...], target: Target) -> None:
        """Put notes down where they were dropped, or sent by a menu."""
        page = self._page
        if target.kind == "park":
            self._parking.park(ids)
        elif target.kind == "tile":
            self.group(ids, target.tile)
        else:
            page.bridge.run(
                MoveNotes(
                    programme_id=page.programme_id,
                    ids=ids,
                    board=self._board,
                    zone=target.zone,
                    theme_id=target.group,
                    index=target.index,
                )
            )

    def delete(self, ids: tuple[str, ...]) -> None:
        """Throw notes away."""
        page = self._page
        if not ids:
            return
        words = page.book.get(Note, ids[0]).text if len(ids) == 1 else str(len(ids))
        if page.bridge.run(DeleteNotes(programme_id=page.programme_id, ids=ids)):
            said = self.tr("Slettet: »{text}«") if len(ids) == 1 else self.tr("{text} sedler er slettet")
            page.undo_toast.emit("trash", said.format(text=words))

    def split(self, note_id: str) -> None:
        """Divide a note in two where it joins two thoughts."""
        page = self._page
        note = page.book.find(Note, note_id)
        if note is not None and len(note.text) > 3:
            first, second = halves(note.text)
            page.bridge.run(
                SplitNote(
                    programme_id=page.programme_id, id=note.id, first=first, second=second, second_id=new_id()
                )
            )

    def tell_source(self, note_id: str) -> None:
        """Ask where a note comes from and how many said it."""
        from trivselsdesk.ui.intake.source_dialog import SourceDialog

        page = self._page
        note = page.book.find(Note, note_id)
        if note is None:
            return
        dialog = SourceDialog(page, page.book, page.pack, note)
        accepted, values = dialog.exec() == QDialog.DialogCode.Accepted, dialog.values()
        dialog.deleteLater()
        if accepted and values != {"said": note.said, "tags": note.tags}:
            page.bridge.run(
                EditFields(programme_id=page.programme_id, kind=Note, id=note_id, values=values, fold=False)
            )

    def join(self, ids: tuple[str, ...], into: str) -> None:
        """Let one note speak for the others; they are kept behind it."""
        page = self._page
        if page.bridge.run(JoinNotes(programme_id=page.programme_id, ids=ids, into=into)):
            page.undo_toast.emit("note", self.tr("Samlet til én seddel. De andre er gemt bag den."))

    def unjoin(self, note_id: str) -> None:
        """Let the notes behind a note stand beside it again."""
        self._page.bridge.run(UnjoinNote(programme_id=self._page.programme_id, id=note_id))

    def set_must_act(self, kind: type[Record], ids: tuple[str, ...], wanted: bool) -> None:
        """Set or take off the mark »kræver altid handling«."""
        for each in ids:
            self._set(kind, each, "always_act", wanted)

    # Themes

    def group(self, ids: tuple[str, ...], onto: str) -> None:
        """Gather notes into a theme at the place of ``onto``, and ask for its name."""
        page = self._page
        theme_id = new_id()
        command = GroupNotes(
            programme_id=page.programme_id,
            ids=ids,
            onto=onto,
            theme_id=theme_id,
            theme_name=self.tr("Nyt tema"),
        )
        if not page.bridge.run(command):
            return
        if page.book.find(Theme, theme_id):
            self.named.emit(theme_id)
            return
        # No theme was made and no name is asked for: say so before somebody types one.
        joined = page.book.find(Theme, page.book.get(Note, onto).theme_id)
        if joined is not None:
            page.undo_toast.emit("theme", self.tr("Lagt i temaet »{name}«").format(name=joined.name))

    def move_theme(self, theme_id: str, target: Target) -> None:
        """Put a theme down in a zone, on another theme, or on the P-plads."""
        page = self._page
        if target.kind == "park":
            self._parking.park((theme_id,))
        elif target.kind == "group":
            page.bridge.run(MergeThemes(programme_id=page.programme_id, source=theme_id, target=target.group))
        else:
            page.bridge.run(
                MoveTheme(
                    programme_id=page.programme_id,
                    id=theme_id,
                    board=self._board,
                    zone=target.zone,
                    index=target.index,
                )
            )

    def dissolve(self, theme_id: str) -> None:
        """Take a theme apart."""
        page = self._page
        if page.bridge.run(DissolveTheme(programme_id=page.programme_id, id=theme_id)):
            page.undo_toast.emit("theme", self.tr("Temaet er opløst"))

    def split_theme(self, theme_id: str, note_ids: tuple[str, ...]) -> None:
        """Make some notes of a theme a theme of their own, and ask for its name."""
        page = self._page
        made = new_id()
        command = SplitTheme(
            programme_id=page.programme_id,
            id=theme_id,
            note_ids=note_ids,
            new_theme_id=made,
            theme_name=self.tr("Nyt tema"),
        )
        if page.bridge.run(command) and page.book.find(Theme, made):
            self.named.emit(made)

    def set_agreed(self, theme_id: str, agreed: bool) -> None:
        """»Er I enige?« – yes, or not any more."""
        self._set(Theme, theme_id, "agreed", agreed)

    def link(self, theme_id: str, note_id: str, linked: bool) -> None:
        """Point at a note as a way to solve a theme, or no longer."""
        page = self._page
        kind = LinkNote if linked else UnlinkNote
        page.bridge.run(kind(programme_id=page.programme_id, theme_id=theme_id, note_id=note_id))

    def _set(self, kind: type[Record], record_id: str, field: str, value: object) -> None:
        page = self._page
        page.bridge.run(
            EditFields(
                programme_id=page.programme_id, kind=kind, id=record_id, values={field: value}, fold=False
            )
        )
