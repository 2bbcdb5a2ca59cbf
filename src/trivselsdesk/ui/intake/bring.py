"""Asks for notes that come from elsewhere, and hangs them up: one command, one step to undo."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QWidget

from trivselsdesk.domain.commands.notes import HangStartNotes, TakeInNotes
from trivselsdesk.domain.danish import plural
from trivselsdesk.domain.intake import as_notes as as_taken_notes
from trivselsdesk.domain.own_words import with_own_words
from trivselsdesk.domain.pack import Board
from trivselsdesk.domain.start_notes import as_notes, start_kind, start_notes
from trivselsdesk.ui.bridge import Bridge


def hang_start_notes(parent: QWidget, bridge: Bridge, programme_id: str, board: Board) -> str:
    """Ask which starting notes to hang up, and do so. What to say afterwards; empty when nothing was done."""
    from trivselsdesk.ui.intake.start_dialog import StartNotesDialog

    book = bridge.book(programme_id)
    pack = with_own_words(bridge.pack(programme_id), book)
    kind = start_kind(pack)
    offers = start_notes(book, pack, board)
    if kind is None or not offers:
        return ""
    dialog = StartNotesDialog(parent, offers, kind.mark or kind.label)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    notes = as_notes(book, pack, board, dialog.chosen())
    dialog.deleteLater()
    if not accepted or not notes or not bridge.run(HangStartNotes(programme_id=programme_id, notes=notes)):
        return ""
    words = plural(len(notes), _tr("startseddel hænger"), _tr("startsedler hænger"))
    return _tr("{notes} nu på tavlen").format(notes=words)


def take_in_notes(parent: QWidget, bridge: Bridge, programme_id: str, board: Board) -> str:
    """Ask for a spreadsheet, show what would come of it, and hang it up: all of it or nothing.

    What to say afterwards; empty when nothing was done.
    """
    from trivselsdesk.ui.intake.import_dialog import ImportDialog

    book = bridge.book(programme_id)
    pack = with_own_words(bridge.pack(programme_id), book)
    if not any(each.origin == "participant" for each in pack.note_types):
        return ""
    dialog = ImportDialog(parent, book, pack, board)
    accepted = dialog.choose_file() and dialog.exec() == QDialog.DialogCode.Accepted
    found = dialog.found
    dialog.deleteLater()
    if not accepted or found is None or not found.taken:
        return ""
    notes = as_taken_notes(found.taken, programme_id, board, pack)
    if not bridge.run(TakeInNotes(programme_id=programme_id, notes=notes)):
        return ""
    if all(each.sealed for each in notes):
        waiting = plural(len(notes), _tr("seddel ligger klar"), _tr("sedler ligger klar"))
        return _tr("{notes} til mødet").format(notes=waiting)
    words = plural(len(notes), _tr("seddel hænger"), _tr("sedler hænger"))
    return _tr("{notes} nu på tavlen").format(notes=words)


def start_notes_left(bridge: Bridge, programme_id: str, board: Board) -> tuple[int, int]:
    """How many starting notes can be hung up, and how many hang already."""
    book = bridge.book(programme_id)
    pack = with_own_words(bridge.pack(programme_id), book)
    offers = [each for _, notes in start_notes(book, pack, board) for each in notes]
    hung = sum(1 for each in offers if each.hung)
    return len(offers) - hung, hung


def _tr(text: str) -> str:
    return QCoreApplication.translate("Intake", text)
