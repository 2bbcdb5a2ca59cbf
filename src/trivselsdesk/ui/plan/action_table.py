"""The table of actions: rows edited in place and an empty one that is always ready."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from trivselsdesk.domain.commands.plan import WriteAction
from trivselsdesk.domain.commands.rows import MoveRow, RemoveRow
from trivselsdesk.domain.pack import Pack
from trivselsdesk.domain.plan import Gap, actions_of
from trivselsdesk.domain.records import Action, new_id
from trivselsdesk.domain.signup import names_of
from trivselsdesk.ui import theme
from trivselsdesk.ui.bridge import Bridge
from trivselsdesk.ui.plan import action_row
from trivselsdesk.ui.plan.action_row import ActionRow, Columns, columns_of
from trivselsdesk.ui.plan.cells import QUIET, is_blank
from trivselsdesk.ui.plan.how_line import Asked, HowLine
from trivselsdesk.ui.widgets import icons, paint
from trivselsdesk.ui.widgets.card import Panel
from trivselsdesk.ui.widgets.labels import ElidedLabel, Label
from trivselsdesk.ui.widgets.name_field import names
from trivselsdesk.ui.widgets.tabbing import TabAnchor


class ActionTable(QWidget):
    """The actions of one initiative."""

    removed = Signal(str)
    """An action was deleted: its title."""

    def __init__(self, bridge: Bridge, pack: Pack, prompt: str, *, compact: bool = False) -> None:
        super().__init__()
        self._bridge, self._prompt = bridge, prompt
        self._programme_id = self._initiative_id = ""
        self._rows: dict[str, ActionRow] = {}
        self._draft_id = ""
        self._missing: list[Gap] = []
        self.setStyleSheet(QUIET)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._columns = columns_of(pack, compact=compact)
        self._frame = _Frame(self._columns)
        column.addWidget(self._frame)
        self._wrong = QWidget()
        wrong = QHBoxLayout(self._wrong)
        wrong.setContentsMargins(0, 4, 0, 0)
        wrong.setSpacing(7)
        self._sign = QLabel()
        self._sentence = Label("", "body", "mustInk", wrap=True, size=15, weight=600)
        wrong.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        wrong.addWidget(self._sentence, 1)
        self._wrong.hide()
        column.addWidget(self._wrong)
        self.how_line = HowLine(bridge, pack.vague)
        column.addWidget(self.how_line)
        theme.notifier.changed.connect(self._recolour)
        self._recolour()

    def rows(self) -> list[ActionRow]:
        """The rows from above, the empty one last."""
        return list(self._frame.rows())

    def sentence(self) -> str:
        """What is said about missing things; empty when nothing is."""
        return self._sentence.text() if self._wrong.isVisibleTo(self) else ""

    def aim(self, programme_id: str, initiative_id: str) -> None:
        """Show another initiative's actions."""
        if initiative_id != self._initiative_id:
            # The rows that are shown: the other view may have added some that are not here yet.
            for row in self.rows():
                for field in row.fields.values():
                    field.flush()  # type: ignore[attr-defined]
            self._drop(set(self._rows))
            self._draft_id = ""
            self._programme_id, self._initiative_id = programme_id, initiative_id
        self.refresh()

    def refresh(self) -> None:
        """Bring the rows into line with the book; the one that is written in stays as it is."""
        order = self._order()
        if not self._draft_id or self._draft_id in order:
            self._draft_id = new_id()
        wanted = [*order, self._draft_id]
        focused = next((at for at, row in enumerate(self._frame.rows()) if row.holds_focus()), None)
        gone = set(self._rows) - set(wanted)
        lost_focus = focused is not None and self._frame.rows()[focused].action_id in gone
        self._drop(gone)
        group = self._bridge.pack(self._programme_id).trio
        suggestions = [*names(self._bridge.book(self._programme_id)), group, self.tr("Alle")]
        for action_id in wanted:
            if action_id not in self._rows:
                self._rows[action_id] = self._make(action_id)
        self._frame.set_rows([self._rows[each] for each in wanted])
        signed = names_of(self._bridge.book(self._programme_id), self._initiative_id)
        for action_id in wanted:
            row = self._rows[action_id]
            row.owner.set_suggestions(suggestions)
            row.show_signed(signed)
            row.refresh(stored=action_id != self._draft_id)
        self.show_gaps(self._missing)
        self._ask_how()
        if lost_focus and focused is not None:
            self._frame.rows()[min(focused, len(wanted) - 1)].title.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_gaps(self, missing: list[Gap]) -> None:
        """Mark the fields that must be filled in, and say so below."""
        self._missing = missing
        words = {
            "actions": self.tr("Skriv mindst én indsats – hvad gør I helt konkret?"),
            "people": self.tr("Skriv, hvem der er med."),
            "owner": self.tr("Skriv, hvem der har ansvaret."),
            "due": self.tr("Skriv, hvornår det er gjort."),
        }
        # A due that cannot be read is not missing: it is said how one is written.
        unread = {row.action_id: row.due.complaint() for row in self._frame.rows() if row.due.unreadable()}
        ours = [each for each in missing if each.what in words]
        said = [words[each.what] for each in ours if each.what != "due" or each.action_id not in unread]
        for row in self._frame.rows():
            found = {each.what for each in ours if each.action_id == row.action_id}
            if row.action_id == self._draft_id and any(each.what == "actions" for each in ours):
                found = {"title"}
            row.mark(found)
        said += unread.values()
        self._sentence.set_text(" ".join(dict.fromkeys(said)))
        self._wrong.setVisible(bool(said))

    def focus_gap(self, gap: Gap) -> bool:
        """Put the cursor where something is missing. False when the gap is not in the table."""
        if gap.what == "actions":
            self._rows[self._draft_id].title.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return self.focus_action(gap.action_id, gap.what)

    @property
    def said(self) -> QWidget:
        """Where the sentence about missing things stands."""
        return self._wrong

    def focus_action(self, action_id: str, name: str = "title") -> bool:
        """Put the cursor in a field of an action."""
        row = self._rows.get(action_id)
        if row is None or name not in row.fields:
            return False
        row.fields[name].setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def focus_empty(self) -> QWidget | None:
        """Put the cursor in the first field that nothing is written in. None when all are filled in."""
        rows = self.rows()
        for row in rows if len(rows) == 1 else rows[:-1]:
            for field in row.fields.values():
                if is_blank(field):
                    field.setFocus(Qt.FocusReason.OtherFocusReason)
                    return field
        return None

    def add_words(self, words: str) -> str:
        """Make a new action of words, last. Returns its id, empty when it could not be written."""
        for row in self.rows():
            row.title.flush()
        action_id = self._draft_id
        if action_id in self._order():
            action_id = new_id()
        command = WriteAction(
            programme_id=self._programme_id,
            action_id=action_id,
            initiative_id=self._initiative_id,
            values={"title": words},
        )
        return action_id if self._bridge.run(command) else ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self._ask_how(left=watched)
        return super().eventFilter(watched, event)

    def _ask_how(self, left: QObject | None = None) -> None:
        """Ask »Hvordan?« about the first action that says too little, unless it is being written."""
        texts = []
        for row in self._frame.rows():
            writing = row.title.hasFocus() and row.title is not left
            texts.append(Asked(f"Action:{row.action_id}:title", row.title.value(), writing))
        self.how_line.look(texts)

    def _tell_again(self) -> None:
        self.show_gaps(self._missing)

    def _order(self) -> list[str]:
        if not self._initiative_id:
            return []
        return [each.id for each in actions_of(self._bridge.book(self._programme_id), self._initiative_id)]

    def _make(self, action_id: str) -> ActionRow:
        row = ActionRow(
            self._bridge, self._programme_id, self._initiative_id, action_id, self._prompt, self._columns
        )
        row.title.installEventFilter(self)
        row.entered.connect(self._go_on)
        row.move.connect(self._move)
        row.remove.connect(self._remove)
        row.due_read.connect(self._tell_again)
        return row

    def _drop(self, ids: set[str]) -> None:
        for action_id in ids:
            row = self._rows.pop(action_id)
            self._frame.drop(row)

    def _go_on(self, action_id: str) -> None:
        order = [row.action_id for row in self._frame.rows()]
        at = order.index(action_id) + 1 if action_id in order else 0
        if at < len(order):
            self._rows[order[at]].title.setFocus(Qt.FocusReason.OtherFocusReason)

    def _move(self, action_id: str, step: int) -> None:
        order = self._order()
        if action_id not in order:
            return
        index = order.index(action_id) + step
        if 0 <= index < len(order):
            self._bridge.run(MoveRow(programme_id=self._programme_id, kind=Action, id=action_id, index=index))

    def _remove(self, action_id: str) -> None:
        action = self._bridge.book(self._programme_id).find(Action, action_id)
        if action is not None and self._bridge.run(
            RemoveRow(programme_id=self._programme_id, kind=Action, id=action_id)
        ):
            self.removed.emit(action.title)

    def _recolour(self) -> None:
        self._sign.setPixmap(icons.pixmap("warn", "mustInk", 18))
        self._sign.setContentsMargins(0, 4, 0, 0)


class _Frame(QWidget):
    """The outline, the head and the rows."""

    def __init__(self, columns: Columns) -> None:
        super().__init__()
        self._columns = columns
        self._widths = columns.widths(800)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.setSpacing(0)
        self._head = _Head(columns)
        self._head.fit(self._widths)
        self._column.addWidget(self._head)
        self._anchor = TabAnchor(self)
        self._shown: list[ActionRow] = []
        theme.notifier.changed.connect(self.update)

    def rows(self) -> list[ActionRow]:
        return self._shown

    def drop(self, row: ActionRow) -> None:
        self._shown = [each for each in self._shown if each is not row]
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()

    def set_rows(self, rows: list[ActionRow]) -> None:
        if rows == self._shown:
            return
        for row in self._shown:
            self._column.removeWidget(row)
        for row in rows:
            self._column.addWidget(row)
            row.fit(self._widths)
            row.show()
        self._shown = rows
        self._anchor.chain(field for row in rows for field in row.stops())

    def minimumSizeHint(self) -> QSize:
        # What the narrow columns need: with the wide ones it must still be able to become narrow.
        return QSize(160 + sum(self._columns.widths(0).values()), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        widths = self._columns.widths(self.width())
        if widths != self._widths:
            self._widths = widths
            self._head.fit(widths)
            for row in self._shown:
                row.fit(widths)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.rounded(painter, QRectF(self.rect()), theme.current().radius("control"), "surface", "line")


class _Head(Panel):
    """The column titles, each over the text of its fields."""

    def __init__(self, columns: Columns) -> None:
        super().__init__("canvas", radius=7, own_layout=True)
        self.setFixedHeight(30)
        row = QHBoxLayout(self)
        row.setContentsMargins(
            action_row.MARGIN_LEFT, 0, action_row.MARGIN_RIGHT + action_row.MORE_WIDE + action_row.GAP, 0
        )
        row.setSpacing(action_row.GAP)
        self._titles: dict[str, QWidget] = {}
        for name, words in columns.titles:
            self._titles[name] = _title(words, 8 if name == "owner" else 12)
            row.addWidget(self._titles[name], 1 if name == "title" else 0)

    def fit(self, widths: dict[str, int]) -> None:
        for name, width in widths.items():
            self._titles[name].setFixedWidth(width)


def _title(words: str, indent: int) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(indent, 0, 0, 0)
    row.addWidget(ElidedLabel(words, "caption", "ink2", weight=600))
    return holder
