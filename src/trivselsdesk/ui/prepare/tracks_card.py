"""What the trio sees to itself, or hands to others, instead of taking it to the board (003: P91–P93)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trivselsdesk.domain.pack import Track
from trivselsdesk.domain.tracks import Tracked, on_track
from trivselsdesk.ui.prepare.editor import Editor
from trivselsdesk.ui.prepare.marks import Clamped
from trivselsdesk.ui.prepare.side_card import SideCard
from trivselsdesk.ui.prepare.track_row import TrackRow
from trivselsdesk.ui.widgets.buttons import IconButton
from trivselsdesk.ui.widgets.row_list import ListRow, RowList


class TracksCard(SideCard):
    """Hidden until a note has been moved to a track of the process."""

    print_wanted = Signal()

    def __init__(self, editor: Editor) -> None:
        super().__init__("", editor)
        self.set_title(self.tr("Uden for tavlen"))
        self._tracks: tuple[Track, ...] = ()
        self._parts: dict[str, _Part] = {}
        self.view_column.setSpacing(12)

    def refresh(self) -> None:
        tracks = self.editor.pack.tracks
        if tracks != self._tracks:
            self._lay_out(tracks)
        found = {track.id: on_track(self.editor.book, track.id) for track in tracks}
        self.setVisible(any(found.values()))
        for key, notes in found.items():
            self._parts[key].show_notes(notes)

    def hand_in(self) -> None:
        super().hand_in()
        for part in self._parts.values():
            part.close_forms()

    def _lay_out(self, tracks: tuple[Track, ...]) -> None:
        self._tracks = tracks
        for part in self._parts.values():
            self.view_column.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts = {track.id: _Part(track, self.editor) for track in tracks}
        for part in self._parts.values():
            part.list.rearranged.connect(self.restructured)
            part.print_button.clicked.connect(self.print_wanted)
            self.view_column.addWidget(part)


class _Part(QWidget):
    """A track: its name, what belongs there, and its notes."""

    def __init__(self, track: Track, editor: Editor) -> None:
        super().__init__()
        self._track, self._editor = track, editor
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        head = QHBoxLayout()
        self.title = Clamped("caption", "primaryInk", lines=1, weight=700, line_height=20)
        head.addWidget(self.title, 1)
        self.print_button = IconButton("printer", self.tr("Udskriv det, der sendes videre"))
        if not track.lift:
            self.print_button.hide()
        head.addWidget(self.print_button, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        hint = Clamped("caption", "ink2", lines=4, line_height=18)
        hint.show_text(track.hint)
        if not track.hint:
            hint.hide()
        column.addWidget(hint)
        self.list = RowList(spacing=4)
        column.addWidget(self.list)

    def show_notes(self, notes: list[Tracked]) -> None:
        self.setVisible(bool(notes))
        self.title.show_text(f"{self._track.title} · {len(notes)}")
        self.list.sync([each.note.id for each in notes], self._make)
        for each in notes:
            row = self.list.row(each.note.id)
            if isinstance(row, TrackRow):
                row.show_note(each)

    def close_forms(self) -> None:
        for row in self.list.rows():
            if isinstance(row, TrackRow):
                row.close_form()

    def _make(self, note_id: str) -> ListRow:
        row = TrackRow(note_id, self._track, self._editor)
        row.restructured.connect(self.list.rearranged)
        return row
