"""What is gathered for the board before the meeting: starting notes, and what many have said."""

from __future__ import annotations

from PySide6.QtCore import Signal

from trivselsdesk.domain.board import board_view
from trivselsdesk.domain.danish import plural
from trivselsdesk.domain.pack import Board, Pack
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.intake import bring
from trivselsdesk.ui.prepare.editor import Editor
from trivselsdesk.ui.prepare.side_card import SideCard
from trivselsdesk.ui.widgets.buttons import Button
from trivselsdesk.ui.widgets.labels import Label


def gathered_on(pack: Pack) -> Board | None:
    """The board that is filled before: one with starting notes, or the first where notes have tags."""
    firsts = [board for board in pack.boards if not (board.takes or board.per)]
    with_start = next((board for board in firsts if any(zone.start for zone in board.zones)), None)
    return with_start or (firsts[0] if pack.tags and firsts else None)


class GatherCard(SideCard):
    """Shown where the process gathers before it meets."""

    said = Signal(str, str)
    """Icon and words about what was hung up, with a way to undo it."""

    def __init__(self, editor: Editor, bridge: Bridge) -> None:
        super().__init__(self.tr("Sedler før mødet"), editor)
        self._bridge = bridge
        self.count = Label("", "body", "ink2", wrap=True, size=15)
        self.view_column.addWidget(self.count)
        self.start = Button("", "tint", "sparkle", align="left")
        self.start.clicked.connect(self._hang_start)
        self.view_column.addWidget(self.start)
        self.take_in = Button(self.tr("Hent fra et regneark …"), "plain", "import", align="left")
        self.take_in.clicked.connect(self._take_in)
        self.view_column.addWidget(self.take_in)

    def refresh(self) -> None:
        board = gathered_on(self.editor.pack)
        self.setVisible(board is not None)
        if board is None:
            return
        view = board_view(self.editor.book, board)
        hanging = plural(view.count, self.tr("seddel"), self.tr("sedler"))
        self.count.set_text(
            self.tr("{notes} på tavlen »{board}«").format(notes=hanging, board=board.title)
            if view.count
            else self.tr("Tavlen »{board}« er tom.").format(board=board.title)
        )
        left, hung = bring.start_notes_left(self._bridge, self.editor.programme_id, board)
        self.start.setVisible(bool(left or hung))
        self.start.set_text(self.tr("Startsedler …"))
        self.start.set_hint(self.tr("{hung} af {all}").format(hung=hung, all=left + hung))

    def _hang_start(self) -> None:
        board = gathered_on(self.editor.pack)
        if board is not None:
            said = bring.hang_start_notes(self, self._bridge, self.editor.programme_id, board)
            if said:
                self.said.emit("sparkle", said)

    def _take_in(self) -> None:
        board = gathered_on(self.editor.pack)
        if board is not None:
            said = bring.take_in_notes(self, self._bridge, self.editor.programme_id, board)
            if said:
                self.said.emit("import", said)
