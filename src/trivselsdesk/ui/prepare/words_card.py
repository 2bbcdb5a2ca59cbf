"""What to say (Sig) and what to consider (Overvej): read as lines, written with one thing a line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from trivselsdesk.domain.danish import quoted
from trivselsdesk.ui.prepare.editor import Editor
from trivselsdesk.ui.prepare.marks import Icon
from trivselsdesk.ui.widgets.buttons import IconButton
from trivselsdesk.ui.widgets.card import Card
from trivselsdesk.ui.widgets.fields import TextField
from trivselsdesk.ui.widgets.labels import Label


class WordsCard(Card):
    """``field`` is »script« (Sig) or »tips« (Overvej). ``written`` carries the record's id, the field and the
    new text."""

    written = Signal(str, str, str)

    def __init__(self, field: str, editor: Editor) -> None:
        say = field == "script"
        fill, line = ("surface", "primaryLine") if say else ("warnTint", "warnLine")
        super().__init__("", padding=0, spacing=0, fill=fill, line=line)
        self.field, self._editor, self._say = field, editor, say
        ink = "primaryInk" if say else "warnInk"
        head = QHBoxLayout()
        head.setContentsMargins(12, 0, 2, 0)
        head.setSpacing(8)
        head.addWidget(Icon("say" if say else "bulb", ink, 18))
        name = self.tr("Sig") if say else self.tr("Overvej")
        head.addWidget(Label(name, "bodyStrong", ink, weight=700))
        self.whose = Label("", "caption", "ink2" if say else "warnInk")
        head.addWidget(self.whose)
        head.addStretch(1)
        self._edit_words = self.tr("Ret »{name}«").format(name=name)
        self.pencil = IconButton("pencil", self._edit_words, size=16, token=ink)
        self.pencil.clicked.connect(self.toggle)
        head.addWidget(self.pencil)
        self.body.addLayout(head)
        self.lines = Label("", "body", "ink", wrap=True, size=15)
        self.lines.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.lines.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        holder = QVBoxLayout()
        holder.setContentsMargins(12, 0, 12, 6)
        holder.addWidget(self.lines)
        self.text = TextField(
            placeholder=self.tr("Skriv én ting på hver linje"), min_lines=2, max_lines=14, name=name
        )
        self.text.edited.connect(self._write)
        self.text.hide()
        holder.addWidget(self.text)
        self.words = Label("", "caption", "ink2" if say else "warnInk", wrap=True)
        self.words.hide()
        holder.addWidget(self.words)
        self.body.addLayout(holder)
        self._key = ""

    def editing(self) -> bool:
        return not self.text.isHidden()

    def show_words(self, key: str, text: str, whose: str, said: Sequence[str] = ()) -> None:
        """The text of the record ``key``. ``said`` is what is read where that is more than the text."""
        if key != self._key:
            self.set_editing(False)
            self._key = key
        self.text.set_value(text)
        self._explain(text)
        shown = list(said) or [self._editor.fill(line.strip()) for line in text.splitlines() if line.strip()]
        if self._say:
            shown = [quoted(line) for line in shown]
        nothing = self.tr("Ikke noget endnu")
        self.lines.set_text("\n".join(shown) or nothing)
        self.lines.set_token("ink" if shown else "ink3" if self._say else "warnInk")
        self.whose.set_text(whose)

    def set_editing(self, on: bool) -> None:
        """Turn the lines into a field, or back."""
        if on == self.editing():
            return
        self.text.setVisible(on)
        self.lines.setVisible(not on)
        self._explain(self.text.value())
        self.pencil.set_icon("check" if on else "pencil")
        self.pencil.set_tooltip(self.tr("Færdig") if on else self._edit_words)
        if on:
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.isVisible():
            self.pencil.setFocus(Qt.FocusReason.OtherFocusReason)

    def _explain(self, text: str) -> None:
        """What the words in braces stand for, while they can be seen."""
        said: list[str] = []
        if self.editing():
            signs = {f"{{{each.id}}}" for each in self._editor.pack.variables}
            said = [f"{sign} = {self._editor.fill(sign)}" for sign in sorted(signs) if sign in text]
        self.words.set_text(" · ".join(said))
        self.words.setVisible(bool(said))

    def toggle(self) -> None:
        self.set_editing(not self.editing())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.editing():
            self.set_editing(False)
        else:
            super().keyPressEvent(event)

    def _write(self, value: str) -> None:
        self.written.emit(self._key, self.field, value)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.set_editing(True)
